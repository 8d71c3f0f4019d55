//! GeoJSON points: every feature passes through untouched, digits, order and foreign members, but for its new properties.

use std::io::{BufRead, Write};

use serde_json::value::RawValue;

use super::columns::{Kinds, is_date};
use super::ordered::ordered;
use super::stream::{Members, Part, Raw, member, parts};
use super::{Answers, Done, Options, Report, TableFormat, Unread, appended, radius};
use crate::error::Result;
use crate::export::layer::{Feature, Kind, Schema, Value};
use crate::export::{Writer, failed};
use crate::index::Index;
use crate::model::Position;

/// The same file with new properties.
pub(super) fn classify(
    index: &Index<'_>,
    options: &Options,
    input: &mut (dyn BufRead + Send),
    output: &mut dyn Write,
) -> Result<Report> {
    let mut report = described();
    let sequence = options.format == TableFormat::GeoJsonSeq;
    let mut first = true;
    ordered(
        |give| parts(options, input, give),
        |part| -> Result<Done<Vec<u8>>> {
            let raws = match part {
                Part::Text(made) => return Ok(Done { rows: 0, unread: Vec::new(), made }),
                Part::Features(raws) => raws,
            };
            let answers = Answers::new(index, &options.columns);
            let mut done = Done { rows: raws.len() as u64, unread: Vec::new(), made: Vec::new() };
            for (i, raw) in raws.iter().enumerate() {
                if i > 0 && !sequence {
                    done.made.extend(b",\n");
                }
                let (text, reason) = one(&answers, options, raw)?;
                done.made.extend(text.as_deref().map_or(&raw.text[..], str::as_bytes));
                done.unread.extend(reason.map(|reason| unread(raw, reason)));
                if sequence {
                    done.made.push(b'\n');
                }
            }
            options.seen(done.rows);
            Ok(done)
        },
        |done| {
            let Done { rows, unread, made } = done?;
            report.add(rows, unread);
            if rows > 0 && !sequence && !std::mem::take(&mut first) {
                output.write_all(b",\n").map_err(failed)?;
            }
            output.write_all(&made).map_err(failed)
        },
    )?;
    output.flush().map_err(failed)?;
    Ok(report)
}

fn described() -> Report {
    Report { columns: "coordinates from the geometries".to_owned(), ..Report::default() }
}

fn unread(raw: &Raw, reason: String) -> Unread {
    Unread { line: raw.line, feature: Some(raw.number), reason }
}

/// The parts of a feature.
struct Parsed<'a> {
    members: Members<'a>,
    properties: Members<'a>,
}

impl<'a> Parsed<'a> {
    fn read(raw: &'a Raw) -> Result<Self, String> {
        let text = std::str::from_utf8(&raw.text).map_err(|_| "no UTF-8")?;
        let members: Members<'_> = serde_json::from_str(text).map_err(|_| "not a GeoJSON Feature")?;
        if !members.is("Feature") {
            return Err("not a GeoJSON Feature".to_owned());
        }
        let properties = members.get("properties").map(|p| serde_json::from_str::<Option<Members<'_>>>(p.get()));
        match properties {
            None | Some(Ok(None)) => Ok(Self { members, properties: Members(Vec::new()) }),
            Some(Ok(Some(properties))) => Ok(Self { members, properties }),
            Some(Err(_)) => Err("`properties` is no object".to_owned()),
        }
    }

    /// Its position and the radius of its accuracy in metres.
    fn spot(&self, options: &Options) -> Result<(Position, f64), String> {
        let p = position(&self.members)?;
        let accuracy_m = options.accuracy_m.as_ref().map_or(Ok(0.0), |name| {
            let raw = self.properties.get(name).map_or("", RawValue::get);
            radius(if raw == "null" { "" } else { raw.trim_matches('"') }, name)
        });
        Ok((p, accuracy_m?))
    }
}

/// A feature with its new properties, `None` as it was; and why it was not answered.
fn one(answers: &Answers<'_>, options: &Options, raw: &Raw) -> Result<(Option<String>, Option<String>)> {
    let parsed = match Parsed::read(raw) {
        Ok(parsed) => parsed,
        Err(reason) => return Ok((None, Some(reason))),
    };
    let names = appended(options, |n| parsed.properties.get(n).is_some())?;
    let mut properties: Vec<String> = parsed.properties.0.iter().map(|(k, v)| member(k, v.get())).collect();
    let mut names = names.iter();
    let mut put = |value: serde_json::Value| {
        properties.extend(names.next().map(|name| member(name, &value.to_string())));
    };
    let reason = match parsed.spot(options) {
        Ok((p, accuracy_m)) => {
            answers.of(p, accuracy_m, |answer| put(answer.into()));
            None
        }
        Err(reason) => {
            options.columns.iter().for_each(|_| put(serde_json::Value::Null));
            Some(reason)
        }
    };
    Ok((Some(text(&parsed.members, &format!("{{{}}}", properties.join(",")))), reason))
}

/// A feature written again, its properties replaced.
fn text(feature: &Members<'_>, properties: &str) -> String {
    let is_properties = |key: &str| key == "properties";
    let one =
        |(key, value): &(String, &RawValue)| member(key, if is_properties(key) { properties } else { value.get() });
    let mut members: Vec<String> = feature.0.iter().map(one).collect();
    if !feature.0.iter().any(|(key, _)| is_properties(key)) {
        members.push(member("properties", properties));
    }
    format!("{{{}}}", members.join(","))
}

fn position(feature: &Members<'_>) -> Result<Position, String> {
    let raw = feature.get("geometry").filter(|g| g.get() != "null").ok_or("no geometry")?;
    let geometry: geojson::Geometry = serde_json::from_str(raw.get()).map_err(|why| {
        let why = why.to_string();
        format!("unreadable geometry: {}", why.split(" at line").next().unwrap_or_default())
    })?;
    match &geometry.value {
        geojson::GeometryValue::Point { coordinates } => match coordinates.as_slice() {
            [lon, lat, ..] => Position::new(*lon, *lat).map_err(|why| why.to_string()),
            _ => Err("a point needs a longitude and a latitude".to_owned()),
        },
        other => Err(format!("a {}: only points have a side", other.type_name())),
    }
}

/// The names of all properties of any feature, in the order in which they are first met, and what they hold. Reads the whole
/// file once.
pub(super) fn survey(options: &Options, input: &mut (dyn BufRead + Send)) -> Result<Vec<(String, Kind)>> {
    let mut columns: Vec<(String, Kinds)> = Vec::new();
    ordered(
        |give| parts(options, input, give),
        |part| {
            let mut seen: Vec<(String, Kinds)> = Vec::new();
            let Part::Features(raws) = part else { return seen };
            options.seen(raws.len() as u64);
            for parsed in raws.iter().filter_map(|raw| Parsed::read(raw).ok()) {
                for (key, value) in &parsed.properties.0 {
                    kinds(&mut seen, key).see_json(value.get());
                }
            }
            seen
        },
        |seen| {
            seen.into_iter().for_each(|(key, more)| kinds(&mut columns, &key).join(more));
            Ok(())
        },
    )?;
    Ok(columns.into_iter().map(|(name, kinds)| (name, kinds.kind())).collect())
}

fn kinds<'c>(columns: &'c mut Vec<(String, Kinds)>, key: &str) -> &'c mut Kinds {
    let at = columns.iter().position(|(name, _)| name == key).unwrap_or_else(|| {
        columns.push((key.to_owned(), Kinds::default()));
        columns.len() - 1
    });
    &mut columns[at].1
}

impl Kinds {
    /// Takes a value as JSON text; null says nothing.
    fn see_json(&mut self, raw: &str) {
        match raw.as_bytes().first() {
            Some(b'n') => {}
            Some(b'"') if raw.len() == 12 && is_date(raw.trim_matches('"')) => self.take(Kind::Date),
            Some(b'-' | b'0'..=b'9') if raw.parse::<i64>().is_ok() => self.take(Kind::Integer),
            Some(b'-' | b'0'..=b'9') => self.take(Kind::Number),
            _ => self.take(Kind::Text),
        }
    }
}

/// Every feature with the columns of a schema. What is not text, number or null in a property becomes its JSON text.
pub(super) fn convert(
    index: &Index<'_>,
    options: &Options,
    schema: &Schema,
    input: &mut (dyn BufRead + Send),
    writer: &mut dyn Writer,
) -> Result<Report> {
    let mut report = described();
    let own = schema.columns.len() - options.columns.len();
    ordered(
        |give| parts(options, input, give),
        |part| {
            let answers = Answers::new(index, &options.columns);
            let Part::Features(raws) = part else { return Done::default() };
            let mut done: Done<Vec<Feature>> = Done::default();
            for raw in &raws {
                let mut values = vec![Value::Null; own];
                let spot = Parsed::read(raw).and_then(|parsed| {
                    for (key, value) in &parsed.properties.0 {
                        if let Some(i) = schema.column(key).filter(|i| *i < own) {
                            values[i] = plain(schema.kinds[i], value.get());
                        }
                    }
                    parsed.spot(options)
                });
                done.feature(&answers, values, spot, |reason| unread(raw, reason));
            }
            options.seen(done.rows);
            done
        },
        |done| done.write(&mut report, writer),
    )?;
    Ok(report)
}

/// A JSON value in a column of a kind.
fn plain(kind: Kind, raw: &str) -> Value {
    match (kind, raw) {
        (_, "null") => Value::Null,
        (Kind::Integer, _) => raw.parse().map_or(Value::Null, Value::Integer),
        (Kind::Number, _) => raw.parse().map_or(Value::Null, Value::Number),
        (Kind::Text | Kind::Date, _) => Value::Text(serde_json::from_str(raw).unwrap_or_else(|_| raw.to_owned())),
    }
}
