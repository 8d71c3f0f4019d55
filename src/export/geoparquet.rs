//! GeoParquet 1.1: a column `geometry` of WKB, longitude before latitude, and the `geo` metadata. The same input gives the same bytes.

use std::sync::Arc;

use geozero::{CoordDimensions, ToWkb};
use parquet::basic::{Compression, ConvertedType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int32Type, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::Type;
use serde_json::json;

use super::layers::{Kind, Layer, Shape, Value, shape};
use crate::error::{Error, Result};

/// A layer as one GeoParquet file.
///
/// # Errors
/// When the writer refuses, which a layer gives no reason for.
pub fn layer(layer: &Layer) -> Result<Vec<u8>> {
    build(layer).map_err(|why| Error::Io {
        action: "write",
        path: format!("{}.parquet", layer.name).into(),
        source: std::io::Error::other(why),
    })
}

fn build(layer: &Layer) -> Result<Vec<u8>, ParquetError> {
    let geo = KeyValue::new("geo".to_owned(), metadata(layer).to_string());
    let properties = WriterProperties::builder()
        .set_created_by("karun".to_owned())
        .set_compression(Compression::SNAPPY)
        .set_key_value_metadata(Some(vec![geo]))
        .build();
    let mut out = SerializedFileWriter::new(Vec::new(), Arc::new(schema(layer)?), Arc::new(properties))?;
    let mut rows = out.next_row_group()?;
    let wkb: Result<Vec<ByteArray>, _> =
        layer.features.iter().map(|f| shape(&f.geometry).to_wkb(CoordDimensions::xy()).map(ByteArray::from)).collect();
    let wkb = wkb.map_err(|why| ParquetError::External(Box::new(why)))?;
    write::<ByteArrayType>(&mut rows, &wkb, None)?;
    for (i, kind) in layer.kinds.iter().enumerate() {
        column(&mut rows, *kind, layer.features.iter().map(|f| &f.values[i]))?;
    }
    rows.close()?;
    out.into_inner()
}

/// A required geometry, then the layer's columns, each of which may be empty.
fn schema(layer: &Layer) -> Result<Type, ParquetError> {
    let geometry =
        Type::primitive_type_builder("geometry", Physical::BYTE_ARRAY).with_repetition(Repetition::REQUIRED).build()?;
    let mut fields = vec![Arc::new(geometry)];
    for (name, kind) in layer.columns.iter().zip(&layer.kinds) {
        let (physical, converted) = match kind {
            Kind::Text => (Physical::BYTE_ARRAY, ConvertedType::UTF8),
            Kind::Date => (Physical::INT32, ConvertedType::DATE),
            Kind::Integer => (Physical::INT64, ConvertedType::NONE),
            Kind::Number => (Physical::DOUBLE, ConvertedType::NONE),
        };
        let field = Type::primitive_type_builder(name, physical)
            .with_repetition(Repetition::OPTIONAL)
            .with_converted_type(converted)
            .build()?;
        fields.push(Arc::new(field));
    }
    Type::group_type_builder(layer.name).with_fields(fields).build()
}

/// The `geo` metadata. Without `crs` the positions are longitude and latitude on WGS 84 (OGC:CRS84).
fn metadata(layer: &Layer) -> serde_json::Value {
    let types = match layer.shape {
        Shape::Point => "Point",
        Shape::MultiLineString => "MultiLineString",
        Shape::MultiPolygon => "MultiPolygon",
    };
    let mut column = json!({ "encoding": "WKB", "geometry_types": [types], "orientation": "counterclockwise" });
    if let Some(bbox) = layer.bounds() {
        column["bbox"] = json!(bbox);
    }
    json!({ "version": "1.1.0", "primary_column": "geometry", "columns": { "geometry": column } })
}

type Rows<'a> = SerializedRowGroupWriter<'a, Vec<u8>>;

fn column<'v>(rows: &mut Rows<'_>, kind: Kind, values: impl Iterator<Item = &'v Value>) -> Result<(), ParquetError> {
    let values: Vec<&Value> = values.collect();
    fn text(value: &Value) -> Option<&str> {
        if let Value::Text(text) = value { Some(text) } else { None }
    }
    let number = |v: &&Value| match v {
        Value::Integer(n) => Some(*n as f64),
        Value::Number(n) => Some(*n),
        _ => None,
    };
    let integer = |v: &&Value| if let Value::Integer(n) = v { Some(*n) } else { None };
    match kind {
        Kind::Text => optional::<ByteArrayType>(rows, values.iter().map(|v| text(v).map(ByteArray::from))),
        Kind::Date => optional::<Int32Type>(rows, values.iter().map(|v| text(v).and_then(days))),
        Kind::Integer => optional::<Int64Type>(rows, values.iter().map(integer)),
        Kind::Number => optional::<DoubleType>(rows, values.iter().map(number)),
    }
}

fn optional<T: parquet::data_type::DataType>(
    rows: &mut Rows<'_>,
    values: impl Iterator<Item = Option<T::T>>,
) -> Result<(), ParquetError> {
    let values: Vec<Option<T::T>> = values.collect();
    let levels: Vec<i16> = values.iter().map(|v| i16::from(v.is_some())).collect();
    write::<T>(rows, &values.into_iter().flatten().collect::<Vec<_>>(), Some(&levels))
}

fn write<T: parquet::data_type::DataType>(
    rows: &mut Rows<'_>,
    values: &[T::T],
    levels: Option<&[i16]>,
) -> Result<(), ParquetError> {
    let Some(mut column) = rows.next_column()? else { return Ok(()) };
    column.typed::<T>().write_batch(values, levels, None)?;
    column.close()
}

/// Days from 1970-01-01 to a date as `2000-12-31`, in the Gregorian calendar (the algorithm of Howard Hinnant's
/// "chrono-Compatible Low-Level Date Algorithms", days_from_civil).
fn days(date: &str) -> Option<i32> {
    let mut parts = date.splitn(3, '-').map(str::parse::<i32>);
    let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
}

#[cfg(test)]
mod tests {
    use super::days;

    #[test]
    fn days_are_those_of_the_calendar() {
        // As Python's datetime counts them.
        for (date, wanted) in
            [("1970-01-01", 0), ("1864-10-07", -38_436), ("2000-02-29", 11_016), ("9999-12-31", 2_932_896)]
        {
            assert_eq!(days(date), Some(wanted), "{date}");
        }
        assert_eq!(days("1864"), None);
    }
}
