//! FlatGeobuf: one layer, with a spatial index, no list columns, the metadata in the header.

use flatgeobuf::{ColumnType, FgbCrs, FgbWriter, FgbWriterOptions, GeometryType};
use geozero::{ColumnValue, PropertyProcessor};

use super::layers::{Geometry, Kind, Layer, Shape, Value, shape};
use crate::error::{Error, Result};

/// A layer as a FlatGeobuf.
///
/// # Errors
/// When the temporary file fails in which the writer sorts the features.
pub fn layer(layer: &Layer) -> Result<Vec<u8>> {
    build(layer).map_err(|why| Error::Io {
        action: "write",
        path: std::env::temp_dir(),
        source: std::io::Error::other(why.to_string()),
    })
}

fn build(layer: &Layer) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let single = layer.features.iter().all(|f| matches!(&f.geometry, Geometry::MultiLineString(l) if l.len() == 1));
    let kind = match layer.shape {
        Shape::Point => GeometryType::Point,
        // GDAL 3.6 reads no MultiLineString of one part as this crate writes it.
        Shape::MultiLineString if single => GeometryType::LineString,
        Shape::MultiLineString => GeometryType::MultiLineString,
        Shape::MultiPolygon => GeometryType::MultiPolygon,
    };
    let credits = layer.credits.join("\n");
    let options = FgbWriterOptions {
        crs: FgbCrs { org: Some("EPSG"), code: 4326, ..FgbCrs::default() },
        title: Some(layer.title),
        description: Some(&credits),
        detect_type: false,
        promote_to_multi: false,
        ..FgbWriterOptions::default()
    };
    let mut out = FgbWriter::create_with_options(layer.name, kind, options)?;
    let kinds = &layer.kinds;
    for (name, kind) in layer.columns.iter().zip(kinds) {
        let column = match kind {
            Kind::Text => ColumnType::String,
            Kind::Date => ColumnType::DateTime,
            Kind::Integer => ColumnType::Long,
            Kind::Number => ColumnType::Double,
        };
        out.add_column(name, column, |_, _| {});
    }
    for feature in &layer.features {
        let mut geometry = shape(&feature.geometry);
        if let (true, geo::Geometry::MultiLineString(lines)) = (single, &mut geometry) {
            geometry = lines.0.remove(0).into();
        }
        out.add_feature_geom(geometry, |row| {
            for (i, (value, kind)) in feature.values.iter().zip(kinds).enumerate() {
                let value = match (value, kind) {
                    (Value::Null, _) => continue,
                    (Value::Text(text), Kind::Date) => ColumnValue::DateTime(text),
                    (Value::Text(text), _) => ColumnValue::String(text),
                    (Value::Integer(n), Kind::Number) => ColumnValue::Double(*n as f64),
                    (Value::Integer(n), _) => ColumnValue::Long(*n),
                    (Value::Number(n), _) => ColumnValue::Double(*n),
                };
                // Only a writer that fails can refuse, and this one writes to memory.
                let _ = row.property(i, layer.columns[i], &value);
            }
        })?;
    }
    let mut bytes = Vec::new();
    out.write(&mut bytes)?;
    Ok(bytes)
}
