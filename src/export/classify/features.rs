//! GeoJSON points: every feature passes through untouched, digits, order and foreign members, but for its new properties.

use std::fmt;
use std::io::{BufRead, Write};

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::{Cell, Options, Report, Unread, answer, appended, radius};
use crate::error::{Error, Result};
use crate::index::Index;
use crate::model::Position;

/// An object whose members keep their order and their text.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Read)
    }
}

impl<'a> Members<'a> {
    fn get(&self, key: &str) -> Option<&'a RawValue> {
        self.0.iter().find(|(k, _)| k == key).map(|(_, v)| *v)
    }

    fn is(&self, kind: &str) -> bool {
        self.get("type").is_some_and(|t| serde_json::from_str::<String>(t.get()).is_ok_and(|t| t == kind))
    }
}

pub(super) fn classify(
    index: &Index<'_>,
    options: &Options,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
) -> Result<Report> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes).map_err(|source| Error::Io { action: "read", path: "the GeoJSON".into(), source })?;
    let text =
        std::str::from_utf8(&bytes).map_err(|_| Error::ask_hint("the GeoJSON is no UTF-8", "save it as UTF-8"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if options.lon.is_some() || options.lat.is_some() {
        return Err(Error::ask("a GeoJSON has its coordinates in its geometries: --lon and --lat are for tables"));
    }
    let top: Members<'_> = serde_json::from_str(text).map_err(|why| broken(&why))?;
    let line_of = |raw: &RawValue| {
        let at = raw.get().as_ptr() as usize - text.as_ptr() as usize;
        text[..at].matches('\n').count() as u64 + 1
    };
    let mut report = Report { columns: "coordinates from the geometries".to_owned(), ..Report::default() };
    let out = if top.is("Feature") {
        report.rows = 1;
        one(index, options, &top, 1, &mut report)?
    } else if top.is("FeatureCollection") {
        let features = top.get("features").ok_or_else(|| Error::ask("the FeatureCollection has no `features`"))?;
        let features: Vec<&RawValue> =
            serde_json::from_str(features.get()).map_err(|_| Error::ask("`features` is no list"))?;
        let mut rows = Vec::with_capacity(features.len());
        for raw in features {
            report.rows += 1;
            let line = line_of(raw);
            match serde_json::from_str::<Members<'_>>(raw.get()) {
                Ok(feature) if feature.is("Feature") => rows.push(one(index, options, &feature, line, &mut report)?),
                _ => {
                    report.unread.push(Unread {
                        line,
                        feature: Some(report.rows),
                        reason: "not a GeoJSON Feature".to_owned(),
                    });
                    rows.push(raw.get().to_owned());
                }
            }
        }
        let members = top.0.iter().map(|(key, value)| {
            if key == "features" {
                member(key, &format!("[\n{}\n]", rows.join(",\n")))
            } else {
                member(key, value.get())
            }
        });
        format!("{{{}}}", members.collect::<Vec<_>>().join(",\n"))
    } else {
        return Err(Error::ask("expected a GeoJSON FeatureCollection or Feature"));
    };
    let write = |source| Error::Io { action: "write", path: "the output".into(), source };
    output.write_all(out.as_bytes()).and_then(|()| output.write_all(b"\n")).map_err(write)?;
    Ok(report)
}

fn member(key: &str, raw: &str) -> String {
    format!("{}:{raw}", serde_json::Value::from(key))
}

/// A feature with its new properties.
fn one(index: &Index<'_>, options: &Options, feature: &Members<'_>, line: u64, report: &mut Report) -> Result<String> {
    let own = feature.get("properties").map(|p| serde_json::from_str::<Option<Members<'_>>>(p.get()));
    let own = match own {
        None | Some(Ok(None)) => Members(Vec::new()),
        Some(Ok(Some(members))) => members,
        Some(Err(_)) => {
            report.unread.push(Unread {
                line,
                feature: Some(report.rows),
                reason: "`properties` is no object".to_owned(),
            });
            return Ok(text(feature, None));
        }
    };
    let names = appended(options, |n| own.get(n).is_some())?;
    let accuracy = match &options.accuracy_m {
        None => Ok(0.0),
        Some(name) => {
            let raw = own.get(name).map_or("", |r| r.get());
            radius(if raw == "null" { "" } else { raw.trim_matches('"') }, name)
        }
    };
    let cells = match position(feature).and_then(|p| Ok((p, accuracy?))) {
        Ok((p, accuracy_m)) => answer(index, &options.columns, p, accuracy_m),
        Err(reason) => {
            report.unread.push(Unread { line, feature: Some(report.rows), reason });
            options.columns.iter().map(|_| Cell::Empty).collect()
        }
    };
    let mut members: Vec<String> = own.0.iter().map(|(key, value)| member(key, value.get())).collect();
    members.extend(names.iter().zip(cells).map(|(name, cell)| {
        let value = match cell {
            Cell::Text(text) => text.into(),
            Cell::Number(n) => n.into(),
            Cell::Empty => serde_json::Value::Null,
        };
        member(name, &value.to_string())
    }));
    Ok(text(feature, Some(format!("{{{}}}", members.join(",")))))
}

/// A feature written again, its properties replaced.
fn text(feature: &Members<'_>, properties: Option<String>) -> String {
    let mut members: Vec<String> = Vec::new();
    let mut placed = false;
    for (key, value) in &feature.0 {
        match (&properties, key.as_str()) {
            (Some(new), "properties") => {
                placed = true;
                members.push(member(key, new));
            }
            _ => members.push(member(key, value.get())),
        }
    }
    if let (Some(new), false) = (properties, placed) {
        members.push(member("properties", &new));
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

fn broken(why: &serde_json::Error) -> Error {
    let message = format!("the GeoJSON cannot be read: {why}");
    if why.is_eof() { Error::ask_hint(message, "the file is cut off") } else { Error::ask(message) }
}
