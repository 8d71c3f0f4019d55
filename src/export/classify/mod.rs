//! A whole table in, the same table out with columns appended, or a layer in another format: CSV, TSV, GeoJSON points and
//! GeoJSON text sequences. Rows are answered on all cores and keep their order; no more than a few blocks are held.

mod answers;
mod blocks;
mod columns;
mod features;
mod ordered;
#[cfg(feature = "parquet")]
mod parquet;
mod stream;
mod table;

use std::io::{BufRead, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::Writer;
use super::layer::{Feature, Geometry, Kind, Schema, Shape, Value};
use crate::error::{Error, Result};
use crate::index::Index;
use crate::model::Position;
use answers::Answers;

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

    /// What it holds.
    pub fn kind(self) -> Kind {
        match self {
            Self::Side | Self::Verdict | Self::Segment | Self::Marker => Kind::Text,
            Self::Probability | Self::DistanceM | Self::LineKm => Kind::Number,
        }
    }

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
    /// One GeoJSON feature a line.
    GeoJsonSeq,
    /// A Parquet file: for [`parquet_schema`] and [`parquet_convert`], which need more than a stream of it.
    #[cfg(feature = "parquet")]
    Parquet,
}

/// What only those can read.
#[cfg(feature = "parquet")]
fn no_stream<T>() -> Result<T> {
    Err(Error::ask("a Parquet is read from its end: a file is needed, and another format of output"))
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
    /// A column of points in WKT, instead of the two; looked for by its usual names where those are not found.
    pub wkt: Option<String>,
    /// A column of 95 % radii in metres; an empty cell means an exact point.
    pub accuracy_m: Option<String>,
    /// What to append.
    pub columns: Vec<Column>,
    /// Put before the name of each appended column.
    pub prefix: String,
    /// Counts the rows as they go by, in each reading, for who watches.
    pub passed: Arc<AtomicU64>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            format: TableFormat::Separated { delimiter: None },
            lon: None,
            lat: None,
            wkt: None,
            accuracy_m: None,
            columns: Column::DEFAULT.to_vec(),
            prefix: String::new(),
            passed: Arc::default(),
        }
    }
}

impl Options {
    fn seen(&self, rows: u64) {
        self.passed.fetch_add(rows, Ordering::Relaxed);
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
    /// How many could not be answered: they keep their place and get empty values.
    pub unread: u64,
    /// The first [`Report::NAMED`] of those.
    pub named: Vec<Unread>,
    /// Which columns were read, in words.
    pub columns: String,
}

impl Report {
    /// So many unread rows are kept with their reasons.
    pub const NAMED: usize = 1000;

    fn add(&mut self, rows: u64, unread: Vec<Unread>) {
        self.rows += rows;
        self.unread += unread.len() as u64;
        let room = Self::NAMED - self.named.len();
        self.named.extend(unread.into_iter().take(room));
    }
}

/// What became of some rows that were answered together.
struct Done<T> {
    rows: u64,
    unread: Vec<Unread>,
    made: T,
}

impl<T: Default> Default for Done<T> {
    fn default() -> Self {
        Self { rows: 0, unread: Vec::new(), made: T::default() }
    }
}

impl Done<Vec<Feature>> {
    /// Takes a row as a feature: its own values, then the answers; without a position, and named, where it was not answered.
    fn feature(
        &mut self,
        answers: &Answers<'_>,
        mut values: Vec<Value>,
        spot: Result<(Position, f64), String>,
        unread: impl FnOnce(String) -> Unread,
    ) {
        let geometry = match spot {
            Ok((p, accuracy_m)) => {
                answers.of(p, accuracy_m, |answer| values.push(answer.into()));
                Some(Geometry::Point(p))
            }
            Err(reason) => {
                self.unread.push(unread(reason));
                values.resize(values.len() + answers.count(), Value::Null);
                None
            }
        };
        self.rows += 1;
        self.made.push(Feature { geometry, values });
    }

    fn write(self, report: &mut Report, writer: &mut dyn Writer) -> Result<()> {
        report.add(self.rows, self.unread);
        self.made.iter().try_for_each(|feature| writer.push(feature))
    }
}

/// Answers every row of a table and writes the table again.
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
    input: &mut (dyn BufRead + Send),
    output: &mut dyn Write,
) -> Result<Report> {
    match options.format {
        TableFormat::Separated { delimiter } => table::classify(index, options, delimiter, input, output),
        TableFormat::GeoJson | TableFormat::GeoJsonSeq => features::classify(index, options, input, output),
        #[cfg(feature = "parquet")]
        TableFormat::Parquet => no_stream(),
    }
}

/// The layer that a table becomes in another format: its columns, with what their cells hold, and the appended ones. Reads
/// the whole table once.
///
/// # Errors
/// As [`classify`]; and when a text is not UTF-8.
pub fn schema(options: &Options, name: &str, input: &mut (dyn BufRead + Send)) -> Result<Schema> {
    let own = match options.format {
        TableFormat::Separated { delimiter } => table::survey(options, delimiter, input)?,
        TableFormat::GeoJson | TableFormat::GeoJsonSeq => features::survey(options, input)?,
        #[cfg(feature = "parquet")]
        TableFormat::Parquet => no_stream()?,
    };
    points(options, name, own)
}

/// [`schema`] for a Parquet file, which says itself what its columns hold.
///
/// # Errors
/// When it is no Parquet, has no coordinates, or has a column of bytes that is not its geometry.
#[cfg(feature = "parquet")]
pub fn parquet_schema(options: &Options, name: &str, file: &std::fs::File) -> Result<Schema> {
    points(options, name, parquet::survey(options, file)?)
}

fn points(options: &Options, name: &str, mut own: Vec<(String, Kind)>) -> Result<Schema> {
    let new = appended(options, |n| own.iter().any(|(c, _)| c.eq_ignore_ascii_case(n)))?;
    own.extend(new.into_iter().zip(options.columns.iter().map(|c| c.kind())));
    let (columns, kinds) = own.into_iter().unzip();
    let title = format!("{name}, with the side of each point");
    Ok(Schema { name: name.to_owned(), title, shape: Shape::Point, columns, kinds, license: None, credits: Vec::new() })
}

/// Answers every row of a table and gives it to a writer of the [`schema`] that was made from it. A row that cannot be
/// answered becomes a feature without a position.
///
/// # Errors
/// As [`classify`].
///
/// ```
/// use karun::{Atlas, Index, export::{Format, classify::{self, Options}}};
/// let atlas = Atlas::bundled();
/// let index = Index::new(&atlas, &Default::default())?;
/// let table = "name,people,lon,lat\nAlmaty,2000000,76.91,43.25\n";
/// let schema = classify::schema(&Options::default(), "towns", &mut table.as_bytes())?;
/// let mut out = Vec::new();
/// let mut writer = Format::GeoJsonSeq.writer(&schema, &mut out)?.unwrap();
/// classify::convert(&index, &Options::default(), &schema, &mut table.as_bytes(), &mut *writer)?;
/// writer.finish()?;
/// assert!(String::from_utf8(out).unwrap().contains("\"people\":2000000,"));
/// # Ok::<(), karun::Error>(())
/// ```
pub fn convert(
    index: &Index<'_>,
    options: &Options,
    schema: &Schema,
    input: &mut (dyn BufRead + Send),
    writer: &mut dyn Writer,
) -> Result<Report> {
    match options.format {
        TableFormat::Separated { delimiter } => table::convert(index, options, schema, delimiter, input, writer),
        TableFormat::GeoJson | TableFormat::GeoJsonSeq => features::convert(index, options, schema, input, writer),
        #[cfg(feature = "parquet")]
        TableFormat::Parquet => no_stream(),
    }
}

/// [`convert`] for a Parquet file; an unread row is named by its number.
///
/// # Errors
/// As [`parquet_schema`]; and when the file is broken further on.
#[cfg(feature = "parquet")]
pub fn parquet_convert(
    index: &Index<'_>,
    options: &Options,
    file: &std::fs::File,
    writer: &mut dyn Writer,
) -> Result<Report> {
    parquet::convert(index, options, file, writer)
}

/// The names of the appended columns; none of them may exist.
fn appended(options: &Options, exists: impl Fn(&str) -> bool) -> Result<Vec<String>> {
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
fn radius(cell: &str, column: &str) -> Result<f64, String> {
    let cell = cell.trim();
    if cell.is_empty() {
        return Ok(0.0);
    }
    match cell.parse::<f64>() {
        Ok(r) if r.is_finite() && r >= 0.0 => Ok(r),
        _ => Err(format!("{column} is «{cell}»: expected metres, 0 or more")),
    }
}

/// The byte order mark of UTF-8, which some programs write before a text.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Passes over a byte order mark and says whether there was one; refuses UTF-16, which no reader here understands.
fn begin(what: &str, input: &mut dyn BufRead) -> Result<bool> {
    let head = input.fill_buf().map_err(reading)?;
    if head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") {
        return Err(Error::ask_hint(format!("the {what} is UTF-16"), "save it as UTF-8"));
    }
    let marked = head.starts_with(BYTE_ORDER_MARK);
    if marked {
        input.consume(BYTE_ORDER_MARK.len());
    }
    Ok(marked)
}

fn reading(source: std::io::Error) -> Error {
    Error::Io { action: "read", path: "the table".into(), source }
}
