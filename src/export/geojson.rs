//! GeoJSON as RFC 7946 has it: longitude before latitude, WGS 84, counter-clockwise exteriors, no `crs`.

use geojson::{Bbox, JsonObject, JsonValue};
use serde_json::json;

use super::layers::{Geometry, Layer, Value};
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
    collection(&head, &features(layer))
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
    let features: Vec<JsonObject> = rows
        .iter()
        .map(|row| {
            let mut properties = JsonObject::new();
            super::csv::flatten("", row, &mut properties);
            let find = |keys: [&str; 2]| keys.iter().find_map(|k| properties.get(*k).and_then(JsonValue::as_f64));
            let spot = find(["lon", "query_lon"])
                .zip(find(["lat", "query_lat"]))
                .and_then(|(lon, lat)| Position::new(lon, lat).ok());
            // A property called `id` would hide the feature's own in QGIS.
            if let Some(id) = properties.shift_remove("id") {
                let mut renamed = JsonObject::new();
                renamed.insert("row_id".into(), id);
                renamed.extend(properties);
                properties = renamed;
            }
            feature(spot.map(Geometry::Point).as_ref(), properties)
        })
        .collect();
    collection(&JsonObject::new(), &features)
}

/// Rows with the geometry of each.
pub fn shapes(rows: &[(JsonValue, Geometry)]) -> Vec<u8> {
    let features: Vec<JsonObject> = rows
        .iter()
        .map(|(row, geometry)| {
            let mut properties = JsonObject::new();
            super::csv::flatten("", row, &mut properties);
            if let Some(id) = properties.shift_remove("id") {
                properties.shift_insert(0, "row_id".into(), id);
            }
            feature(Some(geometry), properties)
        })
        .collect();
    collection(&JsonObject::new(), &features)
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

fn collection(head: &JsonObject, features: &[JsonObject]) -> Vec<u8> {
    let mut out = String::from("{\"type\":\"FeatureCollection\"");
    for (key, value) in head {
        out.push_str(&format!(",\n{}:{}", json!(key), value));
    }
    if let Some(bbox) = bbox(features) {
        out.push_str(&format!(",\n\"bbox\":{}", json!(bbox)));
    }
    out.push_str(",\n\"features\":[");
    for (i, feature) in features.iter().enumerate() {
        out.push_str(if i == 0 { "\n" } else { ",\n" });
        out.push_str(&JsonValue::Object(feature.clone()).to_string());
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

/// West, south, east, north of all geometries.
fn bbox(features: &[JsonObject]) -> Option<Bbox> {
    let mut bounds: Option<[f64; 4]> = None;
    fn walk(value: &JsonValue, bounds: &mut Option<[f64; 4]>) {
        let Some(array) = value.as_array() else { return };
        if let [Some(lon), Some(lat)] = [0, 1].map(|i| array.get(i).and_then(JsonValue::as_f64)) {
            let b = bounds.get_or_insert([lon, lat, lon, lat]);
            *b = [b[0].min(lon), b[1].min(lat), b[2].max(lon), b[3].max(lat)];
        } else {
            array.iter().for_each(|v| walk(v, bounds));
        }
    }
    for feature in features {
        if let Some(coordinates) = feature.get("geometry").and_then(|g| g.get("coordinates")) {
            walk(coordinates, &mut bounds);
        }
    }
    bounds.map(Bbox::from)
}
