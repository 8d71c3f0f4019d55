//! GeoParquet 1.1: a column `geometry` of WKB, longitude before latitude, and the `geo` metadata. The same input gives the same bytes.

use std::io;
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

use super::failed;
use super::layer::{Feature, Kind, Schema, Shape, Value, hull, shape};
use crate::error::{Error, Result};

/// So many features are one row group: enough to pack well, few enough to hold.
const GROUP: usize = 65_536;

/// Features one by one into a GeoParquet file, a row group at a time.
pub struct Writer<'o> {
    schema: Schema,
    file: SerializedFileWriter<&'o mut (dyn io::Write + Send)>,
    group: Vec<Feature>,
    bounds: Option<[f64; 4]>,
}

impl<'o> Writer<'o> {
    /// Begins a file.
    ///
    /// # Errors
    /// When the output fails.
    pub fn new(schema: &Schema, out: &'o mut (dyn io::Write + Send)) -> Result<Self> {
        let properties =
            WriterProperties::builder().set_created_by("karun".to_owned()).set_compression(Compression::SNAPPY).build();
        let root = Arc::new(columns(schema).map_err(other)?);
        let file = SerializedFileWriter::new(out, root, Arc::new(properties)).map_err(other)?;
        Ok(Self { schema: schema.clone(), file, group: Vec::new(), bounds: None })
    }

    fn write_group(&mut self) -> Result<(), ParquetError> {
        let mut rows = self.file.next_row_group()?;
        let wkb = |f: &Feature| {
            let bytes = f.geometry.as_ref().map(|g| shape(g).to_wkb(CoordDimensions::xy())).transpose();
            bytes.map(|b| b.map(ByteArray::from)).map_err(|why| ParquetError::External(Box::new(why)))
        };
        let wkb: Vec<Option<ByteArray>> = self.group.iter().map(wkb).collect::<Result<_, _>>()?;
        optional::<ByteArrayType, _>(&mut rows, wkb.into_iter())?;
        for (i, kind) in self.schema.kinds.iter().enumerate() {
            column(&mut rows, *kind, self.group.iter().map(|f| &f.values[i]))?;
        }
        rows.close()?;
        self.group.clear();
        Ok(())
    }
}

impl super::Writer for Writer<'_> {
    fn push(&mut self, feature: &Feature) -> Result<()> {
        self.bounds = hull(self.bounds.into_iter().chain(feature.bounds()));
        self.group.push(feature.clone());
        if self.group.len() == GROUP { self.write_group().map_err(other) } else { Ok(()) }
    }

    fn finish(mut self: Box<Self>) -> Result<()> {
        if !self.group.is_empty() {
            self.write_group().map_err(other)?;
        }
        let geo = KeyValue::new("geo".to_owned(), metadata(&self.schema, self.bounds).to_string());
        self.file.append_key_value_metadata(geo);
        self.file.finish().map(drop).map_err(other)
    }
}

fn other(why: ParquetError) -> Error {
    failed(io::Error::other(why))
}

/// The geometry, then the layer's columns; each may be empty.
fn columns(schema: &Schema) -> Result<Type, ParquetError> {
    let geometry =
        Type::primitive_type_builder("geometry", Physical::BYTE_ARRAY).with_repetition(Repetition::OPTIONAL).build()?;
    let mut fields = vec![Arc::new(geometry)];
    for (name, kind) in schema.columns.iter().zip(&schema.kinds) {
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
    Type::group_type_builder(&schema.name).with_fields(fields).build()
}

/// The `geo` metadata. Without `crs` the positions are longitude and latitude on WGS 84 (OGC:CRS84).
fn metadata(schema: &Schema, bounds: Option<[f64; 4]>) -> serde_json::Value {
    let types = match schema.shape {
        Shape::Point => "Point",
        Shape::MultiLineString => "MultiLineString",
        Shape::MultiPolygon => "MultiPolygon",
    };
    let mut column = json!({ "encoding": "WKB", "geometry_types": [types], "orientation": "counterclockwise" });
    if let Some(bbox) = bounds {
        column["bbox"] = json!(bbox);
    }
    json!({ "version": "1.1.0", "primary_column": "geometry", "columns": { "geometry": column } })
}

type Rows<'a, W> = SerializedRowGroupWriter<'a, W>;

fn column<'v, W: io::Write + Send>(
    rows: &mut Rows<'_, W>,
    kind: Kind,
    values: impl Iterator<Item = &'v Value>,
) -> Result<(), ParquetError> {
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
        Kind::Text => optional::<ByteArrayType, W>(rows, values.iter().map(|v| text(v).map(ByteArray::from))),
        Kind::Date => optional::<Int32Type, W>(rows, values.iter().map(|v| text(v).and_then(days))),
        Kind::Integer => optional::<Int64Type, W>(rows, values.iter().map(integer)),
        Kind::Number => optional::<DoubleType, W>(rows, values.iter().map(number)),
    }
}

fn optional<T: parquet::data_type::DataType, W: io::Write + Send>(
    rows: &mut Rows<'_, W>,
    values: impl Iterator<Item = Option<T::T>>,
) -> Result<(), ParquetError> {
    let values: Vec<Option<T::T>> = values.collect();
    let levels: Vec<i16> = values.iter().map(|v| i16::from(v.is_some())).collect();
    let Some(mut column) = rows.next_column()? else { return Ok(()) };
    column.typed::<T>().write_batch(&values.into_iter().flatten().collect::<Vec<_>>(), Some(&levels), None)?;
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
