//! GeoJSON as RFC 7946 has it: longitude before latitude, WGS 84, counter-clockwise exteriors, no `crs`.

use std::io;

use geojson::{JsonObject, JsonValue};
use serde_json::json;

use super::failed;
use super::layer::{Feature, Geometry, Schema, Value, hull};
use crate::error::Result;
use crate::model::Position;

/// Features one by one into a FeatureCollection, a feature a line, its `bbox` after them; or into lines of their own.
pub struct Writer<'o> {
    /// Each column's name as JSON text.
    keys: Vec<String>,
    sequence: bool,
    first: bool,
    bounds: Option<[f64; 4]>,
    line: Vec<u8>,
    out: &'o mut dyn io::Write,
}

impl<'o> Writer<'o> {
    /// Begins a FeatureCollection with the name, title, licence and credits of a layer.
    ///
    /// # Errors
    /// When the output fails, as in all of this.
    pub fn collection(schema: &Schema, out: &'o mut dyn io::Write) -> Result<Self> {
        out.write_all(head(schema).as_bytes()).map_err(failed)?;
        Ok(Self::new(schema, false, out))
    }

    /// Begins a GeoJSON text sequence: one feature a line, without a separator before it.
    pub fn sequence(schema: &Schema, out: &'o mut dyn io::Write) -> Self {
        Self::new(schema, true, out)
    }

    fn new(schema: &Schema, sequence: bool, out: &'o mut dyn io::Write) -> Self {
        let keys = schema.columns.iter().map(|c| json!(c).to_string()).collect();
        Self { keys, sequence, first: true, bounds: None, line: Vec::new(), out }
    }
}

impl super::Writer for Writer<'_> {
    fn push(&mut self, feature: &Feature) -> Result<()> {
        self.line.clear();
        if !self.sequence {
            self.line.extend(if self.first { &b"\n"[..] } else { b",\n" });
        }
        self.first = false;
        text(&mut self.line, &self.keys, feature);
        if self.sequence {
            self.line.push(b'\n');
        }
        self.bounds = hull(self.bounds.into_iter().chain(feature.bounds()));
        self.out.write_all(&self.line).map_err(failed)
    }

    fn finish(self: Box<Self>) -> Result<()> {
        if self.sequence {
            return Ok(());
        }
        self.out.write_all(tail(self.bounds).as_bytes()).map_err(failed)
    }
}

fn head(schema: &Schema) -> String {
    let mut out = format!(
        "{{\"type\":\"FeatureCollection\",\n\"name\":{},\n\"title\":{}",
        json!(schema.name),
        json!(schema.title)
    );
    if let Some(license) = &schema.license {
        out.push_str(&format!(",\n\"license\":{}", json!(license)));
    }
    out.push_str(&format!(",\n\"credits\":{},\n\"features\":[", json!(schema.credits)));
    out
}

fn tail(bounds: Option<[f64; 4]>) -> String {
    let bbox = bounds.map(|b| format!(",\n\"bbox\":{}", json!(b))).unwrap_or_default();
    format!("\n]{bbox}}}\n")
}

/// A feature as JSON text.
fn text(out: &mut Vec<u8>, keys: &[String], feature: &Feature) {
    out.extend(b"{\"type\":\"Feature\",\"geometry\":");
    match &feature.geometry {
        Some(geometry) => put(out, &geojson::Geometry::new(shape(geometry))),
        None => out.extend(b"null"),
    }
    out.extend(b",\"properties\":{");
    for (i, (key, value)) in keys.iter().zip(&feature.values).enumerate() {
        if i > 0 {
            out.push(b',');
        }
        out.extend(key.as_bytes());
        out.push(b':');
        match value {
            Value::Text(text) => put(out, text),
            Value::Integer(n) => put(out, n),
            // Whole numbers without a point, so that a column of metres reads as such.
            Value::Number(n) if n.fract() == 0.0 && n.abs() < 9e15 => put(out, &(*n as i64)),
            Value::Number(n) => put(out, n),
            Value::Null => out.extend(b"null"),
        }
    }
    out.extend(b"}}");
}

fn put(out: &mut Vec<u8>, value: &impl serde::Serialize) {
    serde_json::to_writer(out, value).expect("text, numbers and positions, into memory");
}

/// Any rows that have `lon` and `lat` as points; rows without a position have a null geometry.
pub fn points(rows: &[JsonValue]) -> Vec<u8> {
    let placed = rows.iter().map(|row| {
        let properties = properties(row);
        let find = |keys: [&str; 2]| keys.iter().find_map(|k| properties.get(*k).and_then(JsonValue::as_f64));
        let spot = find(["lon", "query_lon"])
            .zip(find(["lat", "query_lat"]))
            .and_then(|(lon, lat)| Position::new(lon, lat).ok());
        (properties, spot.map(Geometry::Point))
    });
    plain(placed.collect())
}

/// Rows with the geometry of each.
pub fn shapes(rows: Vec<(JsonValue, Geometry)>) -> Vec<u8> {
    plain(rows.into_iter().map(|(row, geometry)| (properties(&row), Some(geometry))).collect())
}

/// A row as flat properties.
fn properties(row: &JsonValue) -> JsonObject {
    let mut out = JsonObject::new();
    super::csv::flatten("", row, &mut out);
    // A property called `id` would hide the feature's own in QGIS.
    if let Some(id) = out.shift_remove("id") {
        out.shift_insert(0, "row_id".into(), id);
    }
    out
}

/// A FeatureCollection that says nothing of itself.
fn plain(rows: Vec<(JsonObject, Option<Geometry>)>) -> Vec<u8> {
    let bounds = hull(rows.iter().filter_map(|(_, g)| g.as_ref().and_then(Geometry::bounds)));
    let features = rows.into_iter().map(|(properties, g)| feature(g.as_ref(), properties)).collect();
    collection(bounds, features)
}

/// Every geometry of a GeoJSON text.
///
/// # Errors
/// When it is no GeoJSON, with the reason.
pub fn geometries(text: &str) -> std::result::Result<Vec<geo::Geometry<f64>>, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let parsed: geojson::GeoJson = text.parse().map_err(|why| format!("not GeoJSON: {why}"))?;
    let found: Vec<geojson::Geometry> = match parsed {
        geojson::GeoJson::Geometry(g) => vec![g],
        geojson::GeoJson::Feature(f) => f.geometry.into_iter().collect(),
        geojson::GeoJson::FeatureCollection(c) => c.features.into_iter().filter_map(|f| f.geometry).collect(),
    };
    found.iter().map(|g| geo::Geometry::try_from(g).map_err(|why| why.to_string())).collect()
}

fn feature(geometry: Option<&Geometry>, properties: JsonObject) -> JsonObject {
    let feature = geojson::Feature {
        bbox: None,
        geometry: geometry.map(|g| geojson::Geometry::new(shape(g))),
        id: None,
        properties: Some(properties),
        foreign_members: None,
    };
    JsonObject::from(&feature)
}

fn collection(bounds: Option<[f64; 4]>, features: Vec<JsonObject>) -> Vec<u8> {
    let mut out = String::from("{\"type\":\"FeatureCollection\"");
    if let Some(bbox) = bounds {
        out.push_str(&format!(",\n\"bbox\":{}", json!(bbox)));
    }
    out.push_str(",\n\"features\":[");
    for (i, feature) in features.into_iter().enumerate() {
        out.push_str(if i == 0 { "\n" } else { ",\n" });
        out.push_str(&JsonValue::Object(feature).to_string());
    }
    out.push_str("\n]}\n");
    out.into_bytes()
}

fn shape(geometry: &Geometry) -> geojson::GeometryValue {
    let list = |positions: &Vec<Position>| positions.iter().map(pair).collect::<Vec<_>>();
    match geometry {
        Geometry::Point(p) => geojson::GeometryValue::new_point(pair(p)),
        Geometry::MultiLineString(lines) => {
            geojson::GeometryValue::MultiLineString { coordinates: lines.iter().map(list).collect() }
        }
        Geometry::MultiPolygon(polygons) => geojson::GeometryValue::MultiPolygon {
            coordinates: polygons.iter().map(|rings| rings.iter().map(list).collect()).collect(),
        },
    }
}

fn pair(p: &Position) -> geojson::Position {
    [p.lon(), p.lat()].into()
}
