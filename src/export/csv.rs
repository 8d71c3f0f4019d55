//! CSV: UTF-8, one header, points as `lon` and `lat`, lines and areas as WKT in a column of that name.

use std::io;

use geojson::{JsonObject, JsonValue};

use super::failed;
use super::layer::{Feature, Geometry, Kind, Schema, Shape, Value};
use crate::error::{Error, Result};
use crate::model::Position;

/// The columns of a layer's table, with those of its geometry: `lon` and `lat` last, with more words if a column has such a
/// name already, or `WKT` first.
pub(crate) fn columns(schema: &Schema) -> Vec<(&str, Kind)> {
    let mut out: Vec<(&str, Kind)> =
        schema.columns.iter().map(String::as_str).zip(schema.kinds.iter().copied()).collect();
    if is_points(schema) {
        let taken = ["lon", "lat"].iter().any(|name| schema.column(name).is_some());
        let names = if taken { ["point_lon", "point_lat"] } else { ["lon", "lat"] };
        out.extend(names.map(|name| (name, Kind::Number)));
    } else {
        out.insert(0, ("WKT", Kind::Text));
    }
    out
}

fn is_points(schema: &Schema) -> bool {
    schema.shape == Shape::Point
}

/// Features one by one into a table; points lose no digit, lines and areas are WKT.
pub struct Writer<'o> {
    points: bool,
    out: csv::Writer<&'o mut dyn io::Write>,
}

impl<'o> Writer<'o> {
    /// Writes the header.
    ///
    /// # Errors
    /// When the output fails.
    pub fn new(schema: &Schema, out: &'o mut dyn io::Write) -> Result<Self> {
        let mut out = csv::Writer::from_writer(out);
        out.write_record(columns(schema).iter().map(|(name, _)| name)).map_err(broken)?;
        Ok(Self { points: is_points(schema), out })
    }
}

impl super::Writer for Writer<'_> {
    fn push(&mut self, feature: &Feature) -> Result<()> {
        let values = feature.values.iter().map(Value::plain);
        let row: Vec<String> = match &feature.geometry {
            Some(Geometry::Point(p)) => values.chain([p.lon().to_string(), p.lat().to_string()]).collect(),
            None if self.points => values.chain([String::new(), String::new()]).collect(),
            other => std::iter::once(other.as_ref().map(wkt).unwrap_or_default()).chain(values).collect(),
        };
        self.out.write_record(row).map_err(broken)
    }

    fn finish(mut self: Box<Self>) -> Result<()> {
        self.out.flush().map_err(failed)
    }
}

fn broken(why: csv::Error) -> Error {
    match why.into_kind() {
        csv::ErrorKind::Io(source) => failed(source),
        other => failed(io::Error::other(format!("{other:?}"))),
    }
}

/// The types of a layer's table for GDAL and QGIS, which otherwise take every column for text: `<layer>.csvt`.
pub fn types(schema: &Schema) -> Vec<u8> {
    let word = |(name, kind): &(&str, Kind)| match (*name, kind) {
        ("WKT", _) => "WKT",
        ("lon", _) => "CoordX",
        ("lat", _) => "CoordY",
        (_, Kind::Text) => "String",
        (_, Kind::Date) => "Date",
        (_, Kind::Integer) => "Integer",
        (_, Kind::Number) => "Real",
    };
    format!("{}\n", columns(schema).iter().map(word).collect::<Vec<_>>().join(",")).into_bytes()
}

fn wkt(geometry: &Geometry) -> String {
    let list =
        |ps: &Vec<Position>| ps.iter().map(|p| format!("{} {}", p.lon(), p.lat())).collect::<Vec<_>>().join(", ");
    match geometry {
        Geometry::Point(p) => format!("POINT ({} {})", p.lon(), p.lat()),
        Geometry::MultiLineString(lines) => {
            let parts: Vec<String> = lines.iter().map(|l| format!("({})", list(l))).collect();
            format!("MULTILINESTRING ({})", parts.join(", "))
        }
        Geometry::MultiPolygon(polygons) => {
            let ring = |r: &Vec<Position>| format!("({})", list(r));
            let parts: Vec<String> = polygons
                .iter()
                .map(|rings| format!("({})", rings.iter().map(ring).collect::<Vec<_>>().join(", ")))
                .collect();
            format!("MULTIPOLYGON ({})", parts.join(", "))
        }
    }
}

/// Any rows as a table: the keys of all rows, nested ones joined by `_`, lists by `; `.
pub fn rows(rows: &[JsonValue]) -> Vec<u8> {
    let flat: Vec<JsonObject> = rows
        .iter()
        .map(|row| {
            let mut out = JsonObject::new();
            flatten("", row, &mut out);
            out
        })
        .collect();
    let mut header: Vec<&String> = Vec::new();
    for key in flat.iter().flat_map(JsonObject::keys) {
        if !header.contains(&key) {
            header.push(key);
        }
    }
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(&header).expect("writing to memory");
    for row in &flat {
        let cell = |key: &&String| match row.get(*key) {
            None | Some(JsonValue::Null) => String::new(),
            Some(JsonValue::String(text)) => text.clone(),
            Some(other) => other.to_string(),
        };
        out.write_record(header.iter().map(cell)).expect("writing to memory");
    }
    out.into_inner().expect("writing to memory")
}

/// Flattens an object into columns: `query.lon` becomes `query_lon`, a list of plain values one text.
pub(crate) fn flatten(prefix: &str, value: &JsonValue, out: &mut JsonObject) {
    match value {
        JsonValue::Object(map) => {
            for (key, value) in map {
                let key = if prefix.is_empty() { key.clone() } else { format!("{prefix}_{key}") };
                flatten(&key, value, out);
            }
        }
        JsonValue::Array(items) => {
            let plain = |v: &JsonValue| v.as_str().map_or_else(|| v.to_string(), str::to_owned);
            let text = items.iter().map(plain).collect::<Vec<_>>().join("; ");
            out.insert(prefix.to_owned(), text.into());
        }
        plain => {
            out.insert(prefix.to_owned(), plain.clone());
        }
    }
}
