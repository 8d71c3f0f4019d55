//! Parquet tables, and GeoParquet ones: rows of any plain columns, positions in two of them or in one of WKB points.

use std::fs::File;

use parquet::basic::{ConvertedType, LogicalType, Type as Physical};
use parquet::file::reader::{FileReader as _, SerializedFileReader};
use parquet::record::{Field, Row};
use parquet::schema::types::Type;

use super::columns::{Spot, WKT_NAMES, accuracy};
use super::ordered::ordered;
use super::{Answers, Done, Options, Report, Unread, radius};
use crate::error::{Error, Result};
use crate::export::Writer;
use crate::export::layer::{Feature, Kind, Value};
use crate::index::Index;
use crate::model::Position;

/// So many rows are answered together.
const BATCH: usize = 4096;

/// A file whose columns are known.
struct Table {
    names: Vec<String>,
    kinds: Vec<Kind>,
    /// Which columns are given on: all but the geometry, which becomes that of the feature.
    own: Vec<bool>,
    spot: Spot,
    accuracy: Option<usize>,
}

fn open(options: &Options, file: &File) -> Result<(SerializedFileReader<File>, Table)> {
    let file = file.try_clone().map_err(super::reading)?;
    let reader = SerializedFileReader::new(file).map_err(broken)?;
    let fields = reader.metadata().file_metadata().schema().get_fields();
    let names: Vec<String> = fields.iter().map(|f| f.name().to_owned()).collect();
    let spot = Spot::geometry_first(&names, options, |i| kind(&fields[i]).is_none())?;
    if let Spot::Geometry(i) = spot
        && kind(&fields[i]).is_some()
    {
        return Err(Error::ask(format!("«{}» holds no WKB", names[i])));
    }
    let accuracy = accuracy(&names, options, b',')?;
    let kinds = fields.iter().map(|f| kind(f).unwrap_or(Kind::Text)).collect();
    let mut own = Vec::new();
    for (i, field) in fields.iter().enumerate() {
        let geometry = kind(field).is_none()
            && (matches!(spot, Spot::Geometry(at) if at == i)
                || WKT_NAMES.contains(&field.name().to_lowercase().as_str()));
        if kind(field).is_none() && !geometry {
            let hint = "leave it out, or name it with --wkt if it holds the points";
            return Err(Error::ask_hint(format!("«{}» holds bytes, which no other format shows", field.name()), hint));
        }
        own.push(!geometry);
    }
    Ok((reader, Table { names, kinds, own, spot, accuracy }))
}

/// What a column holds; `None` for bytes, which only a geometry may have.
fn kind(field: &Type) -> Option<Kind> {
    if field.is_group() {
        return Some(Kind::Text);
    }
    let info = field.get_basic_info();
    let is_text = matches!(info.logical_type_ref(), Some(LogicalType::String | LogicalType::Enum | LogicalType::Json))
        || matches!(info.converted_type(), ConvertedType::UTF8 | ConvertedType::ENUM | ConvertedType::JSON);
    match field.get_physical_type() {
        Physical::INT32 if matches!(info.converted_type(), ConvertedType::DATE) => Some(Kind::Date),
        Physical::INT32 | Physical::INT64 if is_whole(info.converted_type()) => Some(Kind::Integer),
        Physical::FLOAT | Physical::DOUBLE => Some(Kind::Number),
        Physical::BYTE_ARRAY | Physical::FIXED_LEN_BYTE_ARRAY if !is_text => None,
        _ => Some(Kind::Text),
    }
}

fn is_whole(converted: ConvertedType) -> bool {
    use ConvertedType::{INT_8, INT_16, INT_32, INT_64, NONE, UINT_8, UINT_16, UINT_32};
    matches!(converted, NONE | INT_8 | INT_16 | INT_32 | INT_64 | UINT_8 | UINT_16 | UINT_32)
}

fn broken(why: parquet::errors::ParquetError) -> Error {
    Error::ask(format!("the Parquet cannot be read: {why}"))
}

/// The names of the columns that can be given on, and what they hold: a geometry is none of them.
pub(super) fn survey(options: &Options, file: &File) -> Result<Vec<(String, Kind)>> {
    let (_, Table { names, kinds, own, .. }) = open(options, file)?;
    Ok(names.into_iter().zip(kinds).zip(own).filter(|(_, own)| *own).map(|(column, _)| column).collect())
}

/// Every row as a feature.
pub(super) fn convert(index: &Index<'_>, options: &Options, file: &File, writer: &mut dyn Writer) -> Result<Report> {
    let (reader, table) = open(options, file)?;
    let mut report = Report { columns: table.spot.described(&table.names), ..Report::default() };
    ordered(
        |give| {
            let mut batch: Vec<Row> = Vec::with_capacity(BATCH);
            let mut first = 1;
            for row in reader.get_row_iter(None).map_err(broken)? {
                batch.push(row.map_err(broken)?);
                if batch.len() == BATCH {
                    if !give((first, std::mem::take(&mut batch))) {
                        return Ok(());
                    }
                    first += BATCH as u64;
                }
            }
            give((first, batch));
            Ok(())
        },
        |(first, rows)| {
            let answers = Answers::new(index, &options.columns);
            let mut done: Done<Vec<Feature>> = Done::default();
            for (number, row) in (first..).zip(rows) {
                let fields: Vec<Field> = row.into_columns().into_iter().map(|(_, field)| field).collect();
                let spot = table.read(&fields);
                let own = fields.iter().enumerate().filter(|(i, _)| table.own[*i]);
                let values = own.map(|(i, field)| value(table.kinds[i], field)).collect();
                let unread = |reason| Unread { line: number, feature: None, reason };
                done.feature(&answers, values, spot, unread);
            }
            options.seen(done.rows);
            done
        },
        |done| done.write(&mut report, writer),
    )?;
    Ok(report)
}

impl Table {
    fn read(&self, fields: &[Field]) -> Result<(Position, f64), String> {
        let number = |i: usize| match &fields[i] {
            Field::Double(n) => Ok(*n),
            Field::Null => Err(format!("{} is empty", self.names[i])),
            other => other.to_string().parse().map_err(|_| format!("{} is no number: {other}", self.names[i])),
        };
        let p = match self.spot {
            Spot::LonLat(lon, lat) => Position::new(number(lon)?, number(lat)?).map_err(|why| why.to_string())?,
            Spot::Geometry(i) => match &fields[i] {
                Field::Bytes(bytes) => wkb_point(bytes.data())?,
                _ => return Err(format!("{} is empty", self.names[i])),
            },
        };
        let accuracy_m = self.accuracy.map_or(Ok(0.0), |i| match &fields[i] {
            Field::Null => Ok(0.0),
            other => radius(&other.to_string(), &self.names[i]),
        });
        Ok((p, accuracy_m?))
    }
}

/// The position of a point in well-known binary (OGC 06-103r4, 8.2): a byte order, a type, longitude, latitude.
fn wkb_point(bytes: &[u8]) -> Result<Position, String> {
    let (order, rest) = bytes.split_first().ok_or("an empty geometry")?;
    let big = *order == 0;
    let kind: [u8; 4] = rest.get(..4).and_then(|b| b.try_into().ok()).ok_or("an unreadable geometry")?;
    let kind = if big { u32::from_be_bytes(kind) } else { u32::from_le_bytes(kind) };
    // 1001, 2001 and 3001 have a height or a measure; the high bit is another way to say so.
    if (kind & 0xFFFF) % 1000 != 1 {
        return Err("no point: only points have a side".to_owned());
    }
    let double = |at: usize| -> Option<f64> {
        let bytes = rest.get(at..at + 8)?.try_into().ok()?;
        Some(if big { f64::from_be_bytes(bytes) } else { f64::from_le_bytes(bytes) })
    };
    let (lon, lat) = double(4).zip(double(12)).ok_or("an unreadable geometry")?;
    Position::new(lon, lat).map_err(|why| why.to_string())
}

fn value(kind: Kind, field: &Field) -> Value {
    match (field, kind) {
        (Field::Null, _) => Value::Null,
        (Field::Str(text), _) => Value::Text(text.clone()),
        (Field::Double(n), _) => Value::Number(*n),
        (Field::Float(n), _) => Value::Number(f64::from(*n)),
        (other, Kind::Integer) => other.to_string().parse().map_or(Value::Null, Value::Integer),
        // As `1864-10-07 +00:00`.
        (other, Kind::Date) => Value::Text(other.to_string().chars().take(10).collect()),
        (other, _) => Value::Text(other.to_string()),
    }
}
