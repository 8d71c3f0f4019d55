//! GeoPackage 1.3: all layers in one file, with R-trees, typed columns, titles and descriptions. The same input gives the
//! same bytes.

use geopackage_core::geometry::encode_gpb;
use geopackage_core::{ddl, triggers};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, params, params_from_iter};

use super::layers::{Kind, Layer, Shape, Value, shape};
use super::styles::qml;

/// EPSG:4326 stored, as every GeoPackage does, with longitude first.
const WGS84: i32 = 4326;
/// A fixed moment, so that the same data are the same bytes.
const MOMENT: &str = "1970-01-01T00:00:00.000Z";

/// Layers as one GeoPackage.
pub fn layers(layers: &[Layer]) -> Vec<u8> {
    // Nothing here depends on the world: tables in memory, written by our own statements.
    build(layers).expect("a database in memory takes what we write")
}

type Made<T> = Result<T, Box<dyn std::error::Error>>;

fn build(layers: &[Layer]) -> Made<Vec<u8>> {
    let mut db = Connection::open_in_memory()?;
    db.execute_batch("PRAGMA application_id = 0x47504B47; PRAGMA user_version = 10300; BEGIN")?;
    for table in [
        ddl::CREATE_GPKG_SPATIAL_REF_SYS,
        ddl::CREATE_GPKG_CONTENTS,
        ddl::CREATE_GPKG_GEOMETRY_COLUMNS,
        ddl::CREATE_GPKG_EXTENSIONS,
    ] {
        db.execute(table, [])?;
    }
    for row in ddl::SEED_SPATIAL_REF_SYS {
        db.execute(row, [])?;
    }
    for layer in layers {
        add(&db, layer)?;
    }
    styles(&db, layers)?;
    db.execute_batch("COMMIT; VACUUM")?;
    Ok(db.serialize("main")?.to_vec())
}

fn add(db: &Connection, layer: &Layer) -> Made<()> {
    let name = layer.name;
    let kinds = &layer.kinds;
    let columns: String =
        layer.columns.iter().zip(kinds).map(|(c, k)| format!(", \"{c}\" {}", type_name(*k))).collect();
    let shape_name = shape_name(layer);
    let table =
        format!("CREATE TABLE \"{name}\" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom {shape_name}{columns})");
    db.execute(&table, [])?;
    db.execute(&triggers::create_rtree_table_sql(name, "geom")?, [])?;

    let marks = vec!["?"; layer.columns.len() + 2].join(", ");
    let mut insert = db.prepare(&format!("INSERT INTO \"{name}\" VALUES ({marks})"))?;
    let mut index = db.prepare(&format!("INSERT INTO \"rtree_{name}_geom\" VALUES (?, ?, ?, ?, ?)"))?;
    for (i, feature) in layer.features.iter().enumerate() {
        let fid = i as i64 + 1;
        let (blob, edges) = encode_gpb(&shape(&feature.geometry), WGS84)?;
        let values = feature.values.iter().zip(kinds).map(|(v, kind)| sql(v, *kind));
        insert.execute(params_from_iter([Sql::Integer(fid), Sql::Blob(blob)].into_iter().chain(values)))?;
        if let Some([west, east, south, north]) = edges {
            index.execute(params![fid, west, east, south, north])?;
        }
    }
    for trigger in rtree_triggers(name)? {
        db.execute(&trigger, [])?;
    }
    let [west, south, east, north] = layer.bounds().map_or([None; 4], |b| b.map(Some));
    let description = [layer.license.unwrap_or_default(), &layer.credits.join("\n")].join("\n");
    db.execute(
        "INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)",
        params![name, layer.title, description.trim(), MOMENT, west, south, east, north, WGS84],
    )?;
    db.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)", params![name, shape_name, WGS84])?;
    db.execute(
        "INSERT INTO gpkg_extensions VALUES (?, 'geom', ?, ?, ?)",
        params![
            name,
            triggers::EXTENSION_NAME,
            "http://www.geopackage.org/spec120/#extension_rtree",
            triggers::EXTENSION_SCOPE
        ],
    )?;
    Ok(())
}

/// The triggers of GeoPackage 1.3, which QGIS 3.22 and GDAL 3.6 know. The crate has those of 1.4: they differ in the
/// updates of geometries.
fn rtree_triggers(name: &str) -> Made<Vec<String>> {
    let of_1_4 = ["_update5\"", "_update6\"", "_update7\""];
    let mut out = triggers::create_triggers_sql(name, "geom", "fid")?;
    out.retain(|sql| !of_1_4.iter().any(|n| sql.contains(n)));
    let rtree = format!("rtree_{name}_geom");
    let full = "(NEW.\"geom\" NOTNULL AND NOT ST_IsEmpty(NEW.\"geom\"))";
    let row = format!(
        "INSERT OR REPLACE INTO \"{rtree}\" VALUES (NEW.\"fid\", ST_MinX(NEW.\"geom\"), ST_MaxX(NEW.\"geom\"), \
         ST_MinY(NEW.\"geom\"), ST_MaxY(NEW.\"geom\"));"
    );
    for (suffix, condition, first) in [
        ("update1", "OLD.\"fid\" = NEW.\"fid\"", String::new()),
        ("update3", "OLD.\"fid\" != NEW.\"fid\"", format!("DELETE FROM \"{rtree}\" WHERE id = OLD.\"fid\"; ")),
    ] {
        out.push(format!(
            "CREATE TRIGGER \"{rtree}_{suffix}\" AFTER UPDATE OF \"geom\" ON \"{name}\" \
             WHEN {condition} AND {full} BEGIN {first}{row} END"
        ));
    }
    Ok(out)
}

/// Default styles, as QGIS keeps them in the file: empty catalogue and schema, otherwise they are passed over.
fn styles(db: &Connection, layers: &[Layer]) -> Made<()> {
    db.execute(
        "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), \
         f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), \
         styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), \
         update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))",
        [],
    )?;
    db.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) \
         VALUES ('layer_styles', 'attributes', 'layer_styles', '', ?, 0)",
        params![MOMENT],
    )?;
    for layer in layers {
        if let Some(qml) = qml(layer.name) {
            db.execute(
                "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, \
                 styleQML, styleSLD, useAsDefault, description, owner, ui, update_time) \
                 VALUES ('', '', ?, 'geom', ?, ?, '', 1, ?, '', NULL, ?)",
                params![layer.name, layer.name, qml, layer.title, MOMENT],
            )?;
        }
    }
    Ok(())
}

fn type_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "TEXT",
        Kind::Date => "DATE",
        Kind::Integer => "INTEGER",
        Kind::Number => "REAL",
    }
}

fn sql(value: &Value, kind: Kind) -> Sql {
    match value {
        Value::Text(text) => Sql::Text(text.clone()),
        Value::Integer(n) if kind == Kind::Number => Sql::Real(*n as f64),
        Value::Integer(n) => Sql::Integer(*n),
        Value::Number(n) => Sql::Real(*n),
        Value::Null => Sql::Null,
    }
}

fn shape_name(layer: &Layer) -> &'static str {
    match layer.shape {
        Shape::Point => "POINT",
        Shape::MultiLineString => "MULTILINESTRING",
        Shape::MultiPolygon => "MULTIPOLYGON",
    }
}
