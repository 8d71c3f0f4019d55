//! A whole table in, the same table out with columns appended: CSV, TSV or GeoJSON points.

mod features;
mod table;

use std::io::{BufRead, Write};

use crate::error::{Error, Result};
use crate::index::Index;
use crate::measure::round_to;
use crate::model::Position;
use crate::query::side;

/// A column that can be appended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "as in the JSON of `side`")]
pub enum Column {
    Side,
    Verdict,
    Probability,
    DistanceM,
    Segment,
    Marker,
    LineKm,
}

impl Column {
    /// Every column.
    pub const ALL: [Self; 7] =
        [Self::Side, Self::Verdict, Self::Probability, Self::DistanceM, Self::Segment, Self::Marker, Self::LineKm];
    /// Those appended unless others are picked.
    pub const DEFAULT: [Self; 4] = [Self::Side, Self::Verdict, Self::DistanceM, Self::Segment];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Side => "side",
            Self::Verdict => "verdict",
            Self::Probability => "probability",
            Self::DistanceM => "distance_m",
            Self::Segment => "segment",
            Self::Marker => "marker",
            Self::LineKm => "line_km",
        }
    }
}

impl std::str::FromStr for Column {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|c| c.name() == name);
        found.ok_or_else(|| Error::unknown("column", name, Self::ALL.into_iter().map(Self::name)))
    }
}

/// What a table is written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TableFormat {
    /// Fields divided by commas, semicolons or tabs; read from the header unless given.
    Separated {
        /// The byte between fields; `None` reads it from the header.
        delimiter: Option<u8>,
    },
    /// A FeatureCollection of points, or one Feature.
    GeoJson,
}

/// How a table is to be read and what is to be appended.
#[derive(Clone, Debug)]
pub struct Options {
    /// What it is written in.
    pub format: TableFormat,
    /// The column of longitudes; `None` looks for the usual names.
    pub lon: Option<String>,
    /// The column of latitudes; `None` looks for the usual names.
    pub lat: Option<String>,
    /// A column of 95 % radii in metres; an empty cell means an exact point.
    pub accuracy_m: Option<String>,
    /// What to append.
    pub columns: Vec<Column>,
    /// Put before the name of each appended column.
    pub prefix: String,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            format: TableFormat::Separated { delimiter: None },
            lon: None,
            lat: None,
            accuracy_m: None,
            columns: Column::DEFAULT.to_vec(),
            prefix: String::new(),
        }
    }
}

/// A row that could not be answered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unread {
    /// The line of the input on which it begins, from 1.
    pub line: u64,
    /// In GeoJSON, which feature it is, from 1: a file may have all of them on one line.
    pub feature: Option<u64>,
    /// Why.
    pub reason: String,
}

/// What became of a table.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Report {
    /// How many rows there were.
    pub rows: u64,
    /// Those that could not be answered: they keep their place and get empty values.
    pub unread: Vec<Unread>,
    /// Which columns were read, in words.
    pub columns: String,
}

/// Answers every row of a table.
///
/// # Errors
/// When the table as a whole cannot be read: no header, no coordinate columns, a column that already exists, broken
/// GeoJSON; or when reading or writing fails. The caller throws away what was written.
///
/// ```
/// use karun::{Atlas, Index, export::classify::{Options, classify}};
/// let atlas = Atlas::bundled();
/// let index = Index::new(&atlas, &Default::default())?;
/// let mut out = Vec::new();
/// let table = "name,lon,lat\nAlmaty,76.91,43.25\n";
/// classify(&index, &Options::default(), &mut table.as_bytes(), &mut out)?;
/// let text = String::from_utf8(out).unwrap();
/// assert!(text.contains("Almaty,76.91,43.25,russia,certain,"));
/// # Ok::<(), karun::Error>(())
/// ```
pub fn classify(
    index: &Index<'_>,
    options: &Options,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
) -> Result<Report> {
    match options.format {
        TableFormat::Separated { delimiter } => table::classify(index, options, delimiter, input, output),
        TableFormat::GeoJson => features::classify(index, options, input, output),
    }
}

/// One appended value.
pub(super) enum Cell {
    Text(String),
    Number(f64),
    Empty,
}

/// The values of one point.
pub(super) fn answer(index: &Index<'_>, columns: &[Column], p: Position, accuracy_m: f64) -> Vec<Cell> {
    let found = side::of_point(index, p, accuracy_m);
    let number = |n: Option<f64>, decimals: i32| n.map_or(Cell::Empty, |n| Cell::Number(round_to(n, decimals)));
    let one = |column: &Column| match column {
        Column::Side => found.side().map_or(Cell::Empty, |s| Cell::Text(s.to_owned())),
        Column::Verdict => Cell::Text(found.verdict.as_str().to_owned()),
        Column::Probability => number(found.probability, 3),
        Column::DistanceM => number(found.nearest.map(|n| n.distance_m), 1),
        Column::Segment => {
            found.nearest.map_or(Cell::Empty, |n| Cell::Text(index.legs()[n.leg].segment.id.to_string()))
        }
        Column::Marker => found
            .nearest
            .and_then(|_| side::nearest_marker(index, p))
            .map_or(Cell::Empty, |(spot, _)| Cell::Text(spot.marker.id.to_string())),
        Column::LineKm => number(found.nearest.map(|n| n.line_m / 1000.0), 1),
    };
    columns.iter().map(one).collect()
}

/// The names of the appended columns; none of them may exist.
pub(super) fn appended(options: &Options, exists: impl Fn(&str) -> bool) -> Result<Vec<String>> {
    let names: Vec<String> = options.columns.iter().map(|c| format!("{}{}", options.prefix, c.name())).collect();
    match names.iter().find(|n| exists(n)) {
        None => Ok(names),
        Some(taken) => Err(Error::ask_hint(
            format!("the table already has a column «{taken}»"),
            "put something before the names of the new columns, as --prefix karun_",
        )),
    }
}

/// A radius in metres from a cell; empty means exact.
pub(super) fn radius(cell: &str, column: &str) -> Result<f64, String> {
    let cell = cell.trim();
    if cell.is_empty() {
        return Ok(0.0);
    }
    match cell.parse::<f64>() {
        Ok(r) if r.is_finite() && r >= 0.0 => Ok(r),
        _ => Err(format!("{column} is «{cell}»: expected metres, 0 or more")),
    }
}
