//! The columns of a table: which are the coordinates, what divides them, and what each holds.

use super::super::layer::{Kind, Value};
use super::Options;
use crate::error::{Error, Result};

/// Usual names of a column of longitudes.
const LON_NAMES: &[&str] = &[
    "lon",
    "lng",
    "long",
    "longitude",
    "x",
    "lon_dd",
    "long_dd",
    "decimallongitude",
    "point_x",
    "经度",
    "經度",
    "долгота",
];
/// Usual names of a column of latitudes.
const LAT_NAMES: &[&str] = &["lat", "latitude", "y", "lat_dd", "decimallatitude", "point_y", "纬度", "緯度", "широта"];
/// Usual names of a column of WKT points.
pub(super) const WKT_NAMES: &[&str] = &["wkt", "geom", "geometry", "the_geom"];

/// The column that is given, or has one of the usual names.
fn find(
    names: &[String],
    given: Option<&str>,
    usual: &[&str],
    what: &str,
    option: &str,
    delimiter: u8,
) -> Result<usize> {
    let find = |wanted: &str| {
        let same = |n: &String| n.trim().to_lowercase() == wanted.to_lowercase();
        let found: Vec<usize> = (0..names.len()).filter(|i| same(&names[*i])).collect();
        match found.as_slice() {
            [] => Ok(None),
            [one] => Ok(Some(*one)),
            _ => Err(Error::ask(format!("several columns are called «{wanted}»"))),
        }
    };
    let listed: Vec<&str> = names.iter().map(|n| n.trim()).collect();
    if let Some(wanted) = given {
        return find(wanted)?.ok_or_else(|| Error::unknown("column", wanted, listed.iter().copied()));
    }
    for name in usual {
        if let Some(i) = find(name)? {
            return Ok(i);
        }
    }
    let one = if names.len() == 1 && delimiter == b',' { "; or name the separator with --delimiter" } else { "" };
    Err(Error::ask_hint(
        format!("no column of {what} found among {}", listed.join(", ")),
        format!("name it with {option} COLUMN{one}"),
    ))
}

/// In which columns a table says its positions.
#[derive(Clone, Copy, Debug)]
pub(super) enum Spot {
    LonLat(usize, usize),
    /// Points in one column: WKT, or WKB in Parquet.
    Geometry(usize),
}

impl Spot {
    /// Degrees where there are columns of them, else points where these have one of their usual names.
    pub fn degrees_first(names: &[String], options: &Options, delimiter: u8) -> Result<Self> {
        let found = degrees(names, options, delimiter);
        let free = options.lon.is_none() && options.lat.is_none();
        match Self::geometry(names, options, delimiter) {
            points if options.wkt.is_some() => points,
            Ok(points) if free && found.iter().all(Result::is_err) => Ok(points),
            _ => Self::lon_lat(names, found),
        }
    }

    /// Points where there is a column of them, since a geometry is more exact than its rounded coordinates, else degrees.
    #[cfg(feature = "parquet")]
    pub fn geometry_first(names: &[String], options: &Options, holds_points: impl Fn(usize) -> bool) -> Result<Self> {
        let free = options.lon.is_none() && options.lat.is_none();
        match Self::geometry(names, options, b',') {
            points if options.wkt.is_some() => points,
            Ok(Self::Geometry(i)) if free && holds_points(i) => Ok(Self::Geometry(i)),
            _ => Self::lon_lat(names, degrees(names, options, b',')),
        }
    }

    fn lon_lat(names: &[String], [lon, lat]: [Result<usize>; 2]) -> Result<Self> {
        match (lon?, lat?) {
            (lon, lat) if lon == lat => {
                Err(Error::ask(format!("longitude and latitude are both read from «{}»", names[lon])))
            }
            (lon, lat) => Ok(Self::LonLat(lon, lat)),
        }
    }

    fn geometry(names: &[String], options: &Options, delimiter: u8) -> Result<Self> {
        if options.wkt.is_some() && (options.lon.is_some() || options.lat.is_some()) {
            return Err(Error::ask("--wkt says where the points are: --lon and --lat are for tables without it"));
        }
        find(names, options.wkt.as_deref(), WKT_NAMES, "WKT points", "--wkt", delimiter).map(Self::Geometry)
    }

    /// In words.
    pub fn described(self, names: &[String]) -> String {
        let name = |i: usize| names[i].trim();
        match self {
            Self::LonLat(lon, lat) => format!("longitude from «{}», latitude from «{}»", name(lon), name(lat)),
            Self::Geometry(i) => format!("points from «{}»", name(i)),
        }
    }
}

fn degrees(names: &[String], options: &Options, delimiter: u8) -> [Result<usize>; 2] {
    [(&options.lon, LON_NAMES, "longitude", "--lon"), (&options.lat, LAT_NAMES, "latitude", "--lat")]
        .map(|(given, usual, what, option)| find(names, given.as_deref(), usual, what, option, delimiter))
}

/// The column of radii, where one is named.
pub(super) fn accuracy(names: &[String], options: &Options, delimiter: u8) -> Result<Option<usize>> {
    let name = options.accuracy_m.as_deref();
    name.map(|_| find(names, name, &[], "accuracy", "--accuracy-m", delimiter)).transpose()
}

/// The separator that the first line has most of, outside quotes.
pub(super) fn guess_delimiter(head: &[u8]) -> u8 {
    let (mut quoted, mut counts) = (false, [0usize; 3]);
    for byte in head {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            b',' if !quoted => counts[0] += 1,
            b';' if !quoted => counts[1] += 1,
            b'\t' if !quoted => counts[2] += 1,
            _ => {}
        }
    }
    let best = (0..3).max_by_key(|i| (counts[*i], 2 - i)).unwrap_or(0);
    b",;\t"[best]
}

/// What the cells of a column can all be, as far as they have been seen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kinds {
    any: bool,
    integer: bool,
    number: bool,
    date: bool,
}

impl Default for Kinds {
    fn default() -> Self {
        Self { any: false, integer: true, number: true, date: true }
    }
}

impl Kinds {
    /// Takes a cell; an empty one says nothing.
    pub fn see(&mut self, cell: &str) {
        let cell = cell.trim();
        if cell.is_empty() {
            return;
        }
        self.any = true;
        self.integer = self.integer && is_integer(cell);
        self.number = self.number && is_number(cell);
        self.date = self.date && is_date(cell);
    }

    /// Takes a kind that is known, as of a value in JSON.
    pub fn take(&mut self, kind: Kind) {
        self.any = true;
        self.integer &= kind == Kind::Integer;
        self.number &= matches!(kind, Kind::Integer | Kind::Number);
        self.date &= kind == Kind::Date;
    }

    /// Takes what another part of the column has shown.
    pub fn join(&mut self, other: Self) {
        self.any |= other.any;
        self.integer &= other.integer;
        self.number &= other.number;
        self.date &= other.date;
    }

    /// The narrowest kind that holds every cell; text for a column that is empty.
    pub fn kind(self) -> Kind {
        match self {
            Self { any: false, .. } => Kind::Text,
            Self { integer: true, .. } => Kind::Integer,
            Self { number: true, .. } => Kind::Number,
            Self { date: true, .. } => Kind::Date,
            _ => Kind::Text,
        }
    }
}

/// A number that is written back as it stands: `007` and `+7` are codes.
fn is_integer(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    digits.bytes().all(|b| b.is_ascii_digit())
        && (digits == "0" || !digits.starts_with('0'))
        && cell.parse::<i64>().is_ok()
        && cell != "-0"
}

/// A decimal number that a double holds to its last digit.
fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let whole = digits.split(['.', 'e', 'E']).next().unwrap_or_default();
    let significant = digits.split(['e', 'E']).next().unwrap_or_default().bytes().filter(u8::is_ascii_digit).count();
    digits.starts_with(|c: char| c.is_ascii_digit())
        && (whole == "0" || !whole.starts_with('0'))
        && significant <= 17
        && cell.parse::<f64>().is_ok_and(f64::is_finite)
}

/// A whole date, as 1864-10-07.
pub(super) fn is_date(cell: &str) -> bool {
    let day = cell.as_bytes();
    day.len() == 10
        && day.iter().enumerate().all(|(i, b)| if matches!(i, 4 | 7) { *b == b'-' } else { b.is_ascii_digit() })
        && cell.parse::<crate::model::Edtf>().is_ok()
}

/// A cell as a value of its column's kind; an empty one is null.
pub(super) fn value(kind: Kind, cell: String) -> Value {
    let trimmed = cell.trim();
    if trimmed.is_empty() {
        return Value::Null;
    }
    match kind {
        Kind::Text => Value::Text(cell),
        Kind::Date => Value::Text(trimmed.to_owned()),
        Kind::Integer => trimmed.parse().map_or(Value::Null, Value::Integer),
        Kind::Number => trimmed.parse().map_or(Value::Null, Value::Number),
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Kinds};

    #[test]
    fn a_column_gets_the_narrowest_kind_that_loses_nothing() {
        for (cells, wanted) in [
            (&["1", "-20", ""][..], Kind::Integer),
            (&["1", "2.5"], Kind::Number),
            (&["1e-7", "0.5"], Kind::Number),
            (&["007", "12"], Kind::Text),
            (&["+7"], Kind::Text),
            (&["12345678901234567890"], Kind::Text),
            (&["NaN"], Kind::Text),
            (&["1864-10-07", " "], Kind::Date),
            (&["1864-10-07", "1864"], Kind::Text),
            (&["1864-13-07"], Kind::Text),
            (&["", ""], Kind::Text),
            (&["斋桑"], Kind::Text),
        ] {
            let mut kinds = Kinds::default();
            cells.iter().for_each(|c| kinds.see(c));
            assert_eq!(kinds.kind(), wanted, "{cells:?}");
        }
    }
}
