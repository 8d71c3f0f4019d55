//! A Frictionless data package around exported tables: their columns, types, keys and licence.

use serde_json::{Value, json};

use super::layer::{Kind, Layer};

/// Columns that name a row of another table.
const KEYS: &[(&str, &str, &str, &str)] = &[
    ("markers", "place_id", "places", "place_id"),
    ("markers", "segment_id", "segments", "segment_id"),
    ("events", "place_id", "places", "place_id"),
    ("bands", "segment_id", "segments", "segment_id"),
    ("segments", "from_place", "places", "place_id"),
    ("segments", "to_place", "places", "place_id"),
];

/// The `datapackage.json` of tables written as `<layer>.csv`.
pub fn describe(layers: &[Layer]) -> Vec<u8> {
    let resources: Vec<Value> = layers.iter().map(|l| resource(l, layers)).collect();
    let mut out = json!({ "name": "karun", "title": "karun: gazetteer of boundary treaties", "resources": resources });
    if let Some(license) = layers.iter().find_map(|l| l.schema.license.as_ref()) {
        out["licenses"] = json!([{ "name": license }]);
    }
    if let Some(layer) = layers.first() {
        out["sources"] = layer.schema.credits.iter().map(|c| json!({ "title": c })).collect();
    }
    let mut text = serde_json::to_string_pretty(&out).expect("plain JSON");
    text.push('\n');
    text.into_bytes()
}

fn resource(layer: &Layer, layers: &[Layer]) -> Value {
    let columns = super::csv::columns(&layer.schema);
    let fields: Vec<Value> = columns.iter().map(|(name, kind)| json!({ "name": name, "type": word(*kind) })).collect();
    let there = |table: &str| layers.iter().any(|l| l.schema.name == table);
    let mut keys: Vec<Value> = Vec::new();
    for (table, column, other, key) in KEYS {
        if *table == layer.schema.name && there(other) {
            keys.push(json!({ "fields": [column], "reference": { "resource": other, "fields": [key] } }));
        }
    }
    let mut schema = json!({ "fields": fields, "missingValues": [""] });
    let name = layer.schema.name.as_str();
    let first = &layer.schema.columns[0];
    // An event has a row for each of its places.
    schema["primaryKey"] = if name == "events" { json!([first, layer.schema.columns[1]]) } else { json!([first]) };
    if !keys.is_empty() {
        schema["foreignKeys"] = keys.into();
    }
    json!({
        "name": name,
        "title": layer.schema.title,
        "path": format!("{name}.csv"),
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    })
}

fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "string",
        Kind::Date => "date",
        Kind::Integer => "integer",
        Kind::Number => "number",
    }
}
