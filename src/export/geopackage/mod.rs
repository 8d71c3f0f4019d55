//! GeoPackage 1.3: all layers in one file, with R-trees, typed columns, titles and descriptions. The same input gives the
//! same bytes.

mod rtree;

use std::fs::File;
use std::io::{self, Seek as _};

use geopackage_core::geometry::encode_gpb;
use geopackage_core::ident::quote;
use geopackage_core::{ddl, triggers};
use rusqlite::{Connection, params};
use tempfile::NamedTempFile;

use super::failed;
use super::layer::{Feature, Kind, Layer, Schema, Shape, Value, hull, shape};
use super::styles::qml;
use crate::error::{Error, Result};
use rtree::Entry;

/// EPSG:4326 stored, as every GeoPackage does, with longitude first.
const WGS84: i32 = 4326;
/// A fixed moment, so that the same data are the same bytes.
const MOMENT: &str = "1970-01-01T00:00:00.000Z";

/// Layers as one GeoPackage.
///
/// # Errors
/// When there is no room for the temporary file or the output.
pub fn layers(layers: &[Layer], out: &mut dyn io::Write) -> Result<()> {
    let package = Package::create().map_err(other)?;
    for layer in layers {
        let mut table = Table::create(&package.db, &layer.schema).map_err(other)?;
        for feature in &layer.features {
            table.push(&package.db, feature).map_err(other)?;
        }
        table.finish(&package.db).map_err(other)?;
    }
    let schemas: Vec<&Schema> = layers.iter().map(|l| &l.schema).collect();
    package.finish(&schemas, out)
}

/// Features one by one into a GeoPackage of one table, kept in a temporary file until it is whole.
pub struct Writer<'o> {
    package: Package,
    table: Table,
    out: &'o mut dyn io::Write,
}

impl<'o> Writer<'o> {
    /// Begins the table of a layer.
    ///
    /// # Errors
    /// When a column cannot be one of SQLite's, two differ in case only, or there is no room for the temporary file.
    pub fn new(schema: &Schema, out: &'o mut dyn io::Write) -> Result<Self> {
        let mut seen: Vec<String> = Vec::new();
        for name in &schema.columns {
            let folded = name.to_ascii_lowercase();
            if quote(name).is_err() || seen.contains(&folded) {
                return Err(Error::ask_hint(
                    format!(
                        "a GeoPackage cannot have the column «{name}»: names must not be empty or differ in case only"
                    ),
                    "rename it",
                ));
            }
            seen.push(folded);
        }
        let package = Package::create().map_err(other)?;
        let table = Table::create(&package.db, schema).map_err(other)?;
        Ok(Self { package, table, out })
    }
}

impl super::Writer for Writer<'_> {
    fn push(&mut self, feature: &Feature) -> Result<()> {
        self.table.push(&self.package.db, feature).map_err(other)
    }

    fn finish(self: Box<Self>) -> Result<()> {
        let Self { package, table, out } = *self;
        let schema = table.schema.clone();
        table.finish(&package.db).map_err(other)?;
        package.finish(&[&schema], out)
    }
}

fn other(why: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    failed(io::Error::other(why))
}

type Made<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// The database while it is made, and a handle of our own on its file. Where a file in use can be removed it has no name any
/// more, so that nothing is left behind however this ends.
struct Package {
    db: Connection,
    file: File,
    #[cfg(not(unix))]
    _path: tempfile::TempPath,
}

impl Package {
    fn create() -> Made<Self> {
        let (file, path) = NamedTempFile::new()?.into_parts();
        let db = Connection::open(&path)?;
        // Nobody else reads it yet, and if we fail it is thrown away: no journal and no waiting for the disk.
        db.execute_batch(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; \
             PRAGMA application_id = 0x47504B47; PRAGMA user_version = 10300; BEGIN",
        )?;
        #[cfg(unix)]
        path.close()?;
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
        Ok(Self {
            db,
            file,
            #[cfg(not(unix))]
            _path: path,
        })
    }

    fn finish(self, schemas: &[&Schema], out: &mut dyn io::Write) -> Result<()> {
        let Self { db, mut file, .. } = self;
        styles(&db, schemas).map_err(other)?;
        db.execute_batch("COMMIT").map_err(other)?;
        db.close().map_err(|(_, why)| other(why))?;
        file.rewind().and_then(|()| io::copy(&mut file, out)).map(drop).map_err(failed)
    }
}

/// The box of an empty table: without one QGIS takes infinity for its extent, and fails to project that. As far as Web
/// Mercator reaches.
const ANYWHERE: [f64; 4] = [-180.0, -85.0, 180.0, 85.0];

/// A table while it is filled: what its index and its row of contents will need.
struct Table {
    schema: Schema,
    /// The names of the key and of the geometry: `fid` and `geom`, unless the layer has such columns.
    fid: String,
    geom: String,
    insert: String,
    rows: i64,
    bounds: Option<[f64; 4]>,
    entries: Vec<Entry>,
}

impl Table {
    fn create(db: &Connection, schema: &Schema) -> Made<Self> {
        let free = |wanted: &str| {
            let taken = |name: &str| schema.columns.iter().any(|c| c.eq_ignore_ascii_case(name));
            let mut name = wanted.to_owned();
            while taken(&name) {
                name.insert_str(0, "karun_");
            }
            name
        };
        let (fid, geom, table) = (free("fid"), free("geom"), quote(&schema.name)?);
        let mut columns = String::new();
        for (name, kind) in schema.columns.iter().zip(&schema.kinds) {
            columns.push_str(&format!(", {} {}", quote(name)?, type_name(*kind)));
        }
        db.execute(
            &format!(
                "CREATE TABLE {table} ({fid} INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {geom} {}{columns})",
                shape_name(schema.shape)
            ),
            [],
        )?;
        db.execute(&triggers::create_rtree_table_sql(&schema.name, &geom)?, [])?;
        let marks = vec!["?"; schema.columns.len() + 2].join(", ");
        let insert = format!("INSERT INTO {table} VALUES ({marks})");
        Ok(Self { schema: schema.clone(), fid, geom, insert, rows: 0, bounds: None, entries: Vec::new() })
    }

    fn push(&mut self, db: &Connection, feature: &Feature) -> Made<()> {
        self.rows += 1;
        let mut insert = db.prepare_cached(&self.insert)?;
        insert.raw_bind_parameter(1, self.rows)?;
        match &feature.geometry {
            None => insert.raw_bind_parameter(2, rusqlite::types::Null)?,
            Some(geometry) => {
                let (blob, edges) = encode_gpb(&shape(geometry), WGS84)?;
                insert.raw_bind_parameter(2, blob)?;
                if let Some([west, east, south, north]) = edges {
                    self.bounds = hull(self.bounds.into_iter().chain([[west, south, east, north]]));
                    self.entries.push(Entry::new(self.rows, [west, east, south, north]));
                }
            }
        }
        for (i, (value, kind)) in (3..).zip(feature.values.iter().zip(&self.schema.kinds)) {
            match (value, kind) {
                (Value::Null, _) => insert.raw_bind_parameter(i, rusqlite::types::Null)?,
                (Value::Text(text), _) => insert.raw_bind_parameter(i, text.as_str())?,
                (Value::Integer(n), Kind::Number) => insert.raw_bind_parameter(i, *n as f64)?,
                (Value::Integer(n), _) => insert.raw_bind_parameter(i, *n)?,
                (Value::Number(n), _) => insert.raw_bind_parameter(i, *n)?,
            }
        }
        insert.raw_execute()?;
        Ok(())
    }

    fn finish(self, db: &Connection) -> Made<()> {
        let Self { schema, fid, geom, bounds, entries, .. } = self;
        let name = schema.name.as_str();
        rtree::fill(db, &format!("rtree_{name}_{geom}"), entries)?;
        for trigger in rtree_triggers(name, &geom, &fid)? {
            db.execute(&trigger, [])?;
        }
        let [west, south, east, north] = bounds.unwrap_or(ANYWHERE);
        let description = [schema.license.as_deref().unwrap_or_default(), &schema.credits.join("\n")].join("\n");
        db.execute(
            "INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)",
            params![name, schema.title, description.trim(), MOMENT, west, south, east, north, WGS84],
        )?;
        db.execute(
            "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)",
            params![name, geom, shape_name(schema.shape), WGS84],
        )?;
        db.execute(
            "INSERT INTO gpkg_extensions VALUES (?, ?, ?, ?, ?)",
            params![
                name,
                geom,
                triggers::EXTENSION_NAME,
                "http://www.geopackage.org/spec120/#extension_rtree",
                triggers::EXTENSION_SCOPE
            ],
        )?;
        Ok(())
    }
}

/// The triggers of GeoPackage 1.3, which QGIS 3.22 and GDAL 3.6 know. The crate has those of 1.4: they differ in the
/// updates of geometries.
fn rtree_triggers(name: &str, geom: &str, fid: &str) -> Made<Vec<String>> {
    let of_1_4 = ["_update5\"", "_update6\"", "_update7\""];
    let mut out = triggers::create_triggers_sql(name, geom, fid)?;
    out.retain(|sql| !of_1_4.iter().any(|n| sql.contains(n)));
    let rtree = format!("rtree_{name}_{geom}");
    let (index, table, geom, fid) = (quote(&rtree)?, quote(name)?, quote(geom)?, quote(fid)?);
    let full = format!("(NEW.{geom} NOTNULL AND NOT ST_IsEmpty(NEW.{geom}))");
    let row = format!(
        "INSERT OR REPLACE INTO {index} VALUES (NEW.{fid}, ST_MinX(NEW.{geom}), ST_MaxX(NEW.{geom}), \
         ST_MinY(NEW.{geom}), ST_MaxY(NEW.{geom}));"
    );
    for (suffix, same, first) in
        [("update1", "=", String::new()), ("update3", "!=", format!("DELETE FROM {index} WHERE id = OLD.{fid}; "))]
    {
        out.push(format!(
            "CREATE TRIGGER {} AFTER UPDATE OF {geom} ON {table} \
             WHEN OLD.{fid} {same} NEW.{fid} AND {full} BEGIN {first}{row} END",
            quote(&format!("{rtree}_{suffix}"))?
        ));
    }
    Ok(out)
}

/// Default styles, as QGIS keeps them in the file: empty catalogue and schema, otherwise they are passed over.
fn styles(db: &Connection, schemas: &[&Schema]) -> Made<()> {
    if !schemas.iter().any(|schema| qml(&schema.name).is_some()) {
        return Ok(());
    }
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
    for schema in schemas {
        if let Some(qml) = qml(&schema.name) {
            db.execute(
                "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, \
                 styleQML, styleSLD, useAsDefault, description, owner, ui, update_time) \
                 VALUES ('', '', ?, 'geom', ?, ?, '', 1, ?, '', NULL, ?)",
                params![schema.name, schema.name, qml, schema.title, MOMENT],
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

fn shape_name(shape: Shape) -> &'static str {
    match shape {
        Shape::Point => "POINT",
        Shape::MultiLineString => "MULTILINESTRING",
        Shape::MultiPolygon => "MULTIPOLYGON",
    }
}
