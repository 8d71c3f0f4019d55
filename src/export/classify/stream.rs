//! GeoJSON as it comes: the members of a collection one after another, its features in batches, each as text.

use std::cell::Cell;
use std::fmt;
use std::io::{self, BufRead, Read};

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::{Options, TableFormat, begin, reading};
use crate::error::{Error, Result};

/// So many features are answered together.
const BATCH: usize = 1024;

/// An object whose members keep their order and their text.
pub(super) struct Members<'a>(pub Vec<(String, &'a RawValue)>);

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
    pub fn get(&self, key: &str) -> Option<&'a RawValue> {
        self.0.iter().find(|(k, _)| k == key).map(|(_, v)| *v)
    }

    pub fn is(&self, kind: &str) -> bool {
        self.get("type").is_some_and(|t| says(t, kind))
    }
}

fn says(raw: &RawValue, word: &str) -> bool {
    serde_json::from_str::<String>(raw.get()).is_ok_and(|said| said == word)
}

/// A member as text.
pub(super) fn member(key: &str, raw: &str) -> String {
    format!("{}:{raw}", serde_json::Value::from(key))
}

/// A feature, or what stands in the place of one.
pub(super) struct Raw {
    /// The line on which it begins, from 1.
    pub line: u64,
    /// Which feature it is, from 1.
    pub number: u64,
    pub text: Vec<u8>,
}

/// A piece of a file.
pub(super) enum Part {
    /// What stands around the features.
    Text(Vec<u8>),
    Features(Vec<Raw>),
}

type Give<'g> = &'g mut dyn FnMut(Part) -> bool;

/// Hands over the parts of a file, as long as they are wanted.
pub(super) fn parts(options: &Options, input: &mut (dyn BufRead + Send), give: Give<'_>) -> Result<()> {
    if options.lon.is_some() || options.lat.is_some() || options.wkt.is_some() {
        return Err(Error::ask(
            "a GeoJSON has its coordinates in its geometries: --lon, --lat and --wkt are for tables",
        ));
    }
    begin("GeoJSON", input)?;
    if options.format == TableFormat::GeoJsonSeq { lines(input, give) } else { collection(input, give) }
}

/// One feature a line; the record separator of RFC 8142 before it is passed over, as are empty lines.
fn lines(input: &mut (dyn BufRead + Send), give: Give<'_>) -> Result<()> {
    let (mut line, mut number) = (0, 0);
    let mut batch = Vec::new();
    loop {
        let mut text = Vec::new();
        if input.read_until(b'\n', &mut text).map_err(reading)? == 0 {
            break;
        }
        line += 1;
        let text = text.strip_prefix(b"\x1E").unwrap_or(&text).trim_ascii();
        if text.is_empty() {
            continue;
        }
        number += 1;
        batch.push(Raw { line, number, text: text.to_vec() });
        if batch.len() == BATCH && !give(Part::Features(std::mem::take(&mut batch))) {
            return Ok(());
        }
    }
    if number == 0 {
        return Err(Error::ask("the file is empty: a GeoJSON feature a line is expected"));
    }
    if !batch.is_empty() {
        give(Part::Features(batch));
    }
    Ok(())
}

/// A FeatureCollection, or a Feature alone.
fn collection(input: &mut (dyn BufRead + Send), give: Give<'_>) -> Result<()> {
    let lines = Cell::new(0);
    let mut reader = serde_json::Deserializer::from_reader(Counted { input, lines: &lines });
    let top = Top { lines: &lines, give, number: 0 };
    let done = top.deserialize(&mut reader).and_then(|fault| reader.end().map(|()| fault));
    match done {
        Ok(None) => Ok(()),
        Ok(Some(fault)) => Err(Error::ask(fault)),
        Err(why) if why.is_io() => Err(reading(why.into())),
        Err(why) => {
            let message = format!("the GeoJSON cannot be read: {why}");
            if why.is_eof() {
                return Err(Error::ask_hint(message, "the file is cut off"));
            }
            if message.contains("unicode") {
                return Err(Error::ask_hint(message, "save it as UTF-8"));
            }
            Err(Error::ask(message))
        }
    }
}

/// Counts the lines of what passes through it.
struct Counted<'a> {
    input: &'a mut (dyn BufRead + Send),
    lines: &'a Cell<u64>,
}

impl Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.input.read(buffer)?;
        self.lines.set(self.lines.get() + memchr::memchr_iter(b'\n', &buffer[..n]).count() as u64);
        Ok(n)
    }
}

/// The whole file: what is wrong with it, if it is JSON.
struct Top<'a> {
    lines: &'a Cell<u64>,
    give: Give<'a>,
    number: u64,
}

impl<'de> DeserializeSeed<'de> for Top<'_> {
    type Value = Option<&'static str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Top<'_> {
    type Value = Option<&'static str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a FeatureCollection or Feature")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut before: Vec<String> = Vec::new();
        let mut kind: Option<Box<RawValue>> = None;
        let mut found = false;
        while let Some(key) = map.next_key::<String>()? {
            if key == "features" {
                let begin = if found || !before.is_empty() { ",\n" } else { "" };
                let opening = if found { "" } else { "{" };
                self.give(format!("{opening}{}{begin}{}:[\n", before.join(",\n"), serde_json::Value::from("features")));
                found = true;
                before.clear();
                if !map.next_value_seed(List(&mut self))? {
                    return Ok(Some("`features` is no list"));
                }
                self.give("\n]".to_owned());
                continue;
            }
            let value: Box<RawValue> = map.next_value()?;
            let text = member(&key, value.get());
            if key == "type" {
                kind = Some(value);
            }
            if found {
                self.give(format!(",\n{text}"));
            } else {
                before.push(text);
            }
        }
        let is = |word: &str| kind.as_ref().is_some_and(|kind| says(kind, word));
        Ok(match (found, is("FeatureCollection"), is("Feature")) {
            (true, true, _) => {
                self.give("}\n".to_owned());
                None
            }
            (false, _, true) => {
                let text = format!("{{{}}}", before.join(",")).into_bytes();
                (self.give)(Part::Features(vec![Raw { line: 1, number: 1, text }]));
                self.give("\n".to_owned());
                None
            }
            (false, true, _) => Some("the FeatureCollection has no `features`"),
            _ => Some("expected a GeoJSON FeatureCollection or Feature"),
        })
    }
}

impl Top<'_> {
    fn give(&mut self, text: String) {
        (self.give)(Part::Text(text.into_bytes()));
    }
}

/// The list of features; false when it is none.
struct List<'t, 'a>(&'t mut Top<'a>);

impl<'de> DeserializeSeed<'de> for List<'_, '_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for List<'_, '_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of features")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<bool, A::Error> {
        let top = self.0;
        let mut batch = Vec::new();
        while let Some(raw) = seq.next_element::<Box<RawValue>>()? {
            top.number += 1;
            let inside = memchr::memchr_iter(b'\n', raw.get().as_bytes()).count() as u64;
            let line = top.lines.get() - inside + 1;
            batch.push(Raw { line, number: top.number, text: Box::<str>::from(raw).into_string().into_bytes() });
            if batch.len() == BATCH && !(top.give)(Part::Features(std::mem::take(&mut batch))) {
                return Err(A::Error::custom("no longer wanted"));
            }
        }
        if !batch.is_empty() {
            (top.give)(Part::Features(batch));
        }
        Ok(true)
    }
}
