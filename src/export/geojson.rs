//! GeoJSON as RFC 7946 has it: longitude before latitude, WGS 84, counter-clockwise exteriors, no `crs`.

use geojson::{JsonObject, JsonValue};
use serde_json::json;

use super::layers::{Geometry, Layer, Value, hull};
use crate::model::Position;

/// A layer as a FeatureCollection: one feature a line, at most seven decimals, a `bbox`, and the credits of the data.
pub fn layer(layer: &Layer) -> Vec<u8> {
    let mut head = JsonObject::new();
    head.insert("name".into(), layer.name.into());
    head.insert("title".into(), layer.title.into());
    if let Some(license) = layer.license {
        head.insert("license".into(), license.into());
    }
    head.insert("credits".into(), json!(layer.credits));
    collection(&head, layer.bounds(), features(layer))
}

/// A layer as GeoJSON text sequence, one feature a line without a separator before it.
pub fn lines(layer: &Layer) -> Vec<u8> {
    features(layer).into_iter().map(|f| format!("{}\n", JsonValue::Object(f))).collect::<String>().into_bytes()
}

fn features(layer: &Layer) -> Vec<JsonObject> {
    let one = |f: &super::layers::Feature| {
        let columns = layer.columns.iter().map(|c| (*c).to_owned());
        feature(Some(&f.geometry), columns.zip(f.values.iter().map(value)).collect())
    };
    layer.features.iter().map(one).collect()
}

fn value(value: &Value) -> JsonValue {
    match value {
        Value::Text(text) => text.as_str().into(),
        Value::Integer(n) => (*n).into(),
        Value::Number(n) => number(*n),
        Value::Null => JsonValue::Null,
    }
}

/// Whole numbers without a point, so that a column of metres reads as such.
fn number(n: f64) -> JsonValue {
    if n.fract() == 0.0 && n.abs() < 9e15 { (n as i64).into() } else { n.into() }
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
    collection(&JsonObject::new(), bounds, features)
}

/// Every geometry of a GeoJSON text.
///
/// # Errors
/// When it is no GeoJSON, with the reason.
pub fn geometries(text: &str) -> Result<Vec<geo::Geometry<f64>>, String> {
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

fn collection(head: &JsonObject, bounds: Option<[f64; 4]>, features: Vec<JsonObject>) -> Vec<u8> {
    let mut out = String::from("{\"type\":\"FeatureCollection\"");
    for (key, value) in head {
        out.push_str(&format!(",\n{}:{}", json!(key), value));
    }
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
