//! Reads the keys of one TOML table, each by itself, so that one bad value hides no other.

use std::cell::{Cell, RefCell};
use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::files::{At, Entry, FileId, Problems};
use crate::measure::round_to;
use crate::model::{Edtf, Position, is_slug};

/// The problems, shared by the tables of a file.
pub(crate) type Shared<'p> = RefCell<&'p mut Problems>;

/// serde's words for types, for somebody who edits a file.
fn humane(why: &str) -> String {
    why.replace("f64", "a number")
        .replace("u32", "a whole number")
        .replace("i64", "a whole number")
        .replace("a sequence", "a list")
}

/// One table: its keys are read once each, and [`Fields::done`] reports the ones nobody asked for.
pub(crate) struct Fields<'a, 'p> {
    table: &'a DeTable<'a>,
    span: Range<usize>,
    entry: Entry,
    known: RefCell<Vec<&'static str>>,
    forgiven: Cell<bool>,
    problems: &'a Shared<'p>,
}

impl<'a, 'p> Fields<'a, 'p> {
    /// The top of a file.
    pub fn root(file: FileId, table: &'a Spanned<DeTable<'a>>, problems: &'a Shared<'p>) -> Self {
        let entry = Entry { file, path: String::new() };
        Self {
            table: table.get_ref(),
            span: 0..0,
            entry,
            known: RefCell::default(),
            forgiven: Cell::default(),
            problems,
        }
    }

    /// Where it stands.
    pub fn entry(&self) -> &Entry {
        &self.entry
    }

    /// True when the key is there; where it is not, it counts as asked for.
    pub fn has(&self, key: &'static str) -> bool {
        self.get(key).is_some()
    }

    /// True for a list without items.
    pub fn is_empty_list(&self, key: &'static str) -> bool {
        self.table.get(key).and_then(|v| v.get_ref().as_array()).is_some_and(|a| a.is_empty())
    }

    fn get(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        let mut known = self.known.borrow_mut();
        if !known.contains(&key) {
            known.push(key);
        }
        self.table.get(key)
    }

    fn error(&self, at: At, rule: &'static str, message: String, help: Option<String>) {
        let mut problems = self.problems.borrow_mut();
        let found = problems.error(at, rule, message);
        if let Some(help) = help {
            found.help(help);
        }
    }

    fn missing(&self, key: &'static str) {
        // The first line of the table; a long table's span covers only its header.
        let at = if self.entry.path.is_empty() {
            At::File(self.entry.file)
        } else {
            At::Bytes(self.entry.file, self.span.clone())
        };
        self.error(at, "missing-key", format!("`{key}` is missing"), Some(format!("add {key} = …")));
    }

    fn read<T: DeserializeOwned>(
        &self,
        key: &'static str,
        value: &Spanned<DeValue<'a>>,
        rule: &'static str,
    ) -> Option<T> {
        match T::deserialize(toml::de::ValueDeserializer::from(value.clone())) {
            Ok(read) => Some(read),
            Err(why) => {
                let why = why.message().lines().next().unwrap_or("unreadable");
                // serde's words for an enum are not those of somebody who edits a file.
                let (message, help) = match why.strip_prefix("unknown variant ").and_then(|w| w.split_once(", ")) {
                    Some((word, expected)) => (format!("`{key}`: unknown word {word}"), Some(expected.to_owned())),
                    None => (format!("`{key}`: {}", humane(why)), None),
                };
                self.error(self.entry.at(key), rule, message, help);
                None
            }
        }
    }

    /// A value of any type, if the key is there.
    pub fn opt<T: DeserializeOwned>(&self, key: &'static str) -> Option<T> {
        self.get(key).and_then(|v| self.read(key, v, "wrong-type"))
    }

    /// A value that must be there.
    pub fn req<T: DeserializeOwned>(&self, key: &'static str) -> Option<T> {
        if !self.has(key) {
            self.missing(key);
            return None;
        }
        self.opt(key)
    }

    /// A word of a fixed list, if the key is there.
    pub fn opt_word<T: DeserializeOwned>(&self, key: &'static str) -> Option<T> {
        let value = self.get(key)?;
        let rule = if value.get_ref().is_str() { "unknown-word" } else { "wrong-type" };
        self.read(key, value, rule)
    }

    /// A word of a fixed list that must be there.
    pub fn word<T: DeserializeOwned>(&self, key: &'static str) -> Option<T> {
        if !self.has(key) {
            return self.req(key);
        }
        self.opt_word(key)
    }

    fn filled(&self, key: &'static str, text: String) -> Option<String> {
        if text.trim().is_empty() {
            self.error(
                self.entry.at(key),
                "empty-text",
                format!("`{key}` is empty"),
                Some("write it, or remove the key".into()),
            );
            return None;
        }
        Some(text)
    }

    /// Text that must be there and not be blank.
    pub fn text(&self, key: &'static str) -> Option<String> {
        self.req(key).and_then(|t| self.filled(key, t))
    }

    /// Text that must not be blank, if the key is there.
    pub fn opt_text(&self, key: &'static str) -> Option<String> {
        self.opt(key).and_then(|t| self.filled(key, t))
    }

    /// An id of this record's own: it must be a slug.
    pub fn id<T: From<String>>(&self, key: &'static str) -> Option<T> {
        let text = self.text(key)?;
        if !is_slug(&text) {
            let help = Some("lower-case letters a-z, digits and single hyphens".to_owned());
            self.error(self.entry.at(key), "bad-id", format!("«{text}» is no id"), help);
        }
        Some(T::from(text))
    }

    /// A positive number of metres or degrees; nothing on earth is farther than 20 000 km.
    pub fn positive(&self, key: &'static str) -> Option<f64> {
        let number: f64 = self.req(key)?;
        if number > 0.0 && number <= 2e7 {
            return Some(number);
        }
        let limit = if number > 0.0 { " and at most 20000000" } else { "" };
        let message = if number.abs() < 1e15 {
            format!("`{key}` is {number}: expected a number above 0{limit}")
        } else {
            format!("`{key}` is {number:e}: expected a number above 0{limit}")
        };
        self.error(self.entry.at(key), "bad-number", message, None);
        None
    }

    /// A finite number.
    pub fn finite(&self, key: &'static str) -> Option<f64> {
        let number: f64 = self.req(key)?;
        if number.is_finite() {
            return Some(number);
        }
        self.error(self.entry.at(key), "bad-number", format!("`{key}` is {number}: expected a finite number"), None);
        None
    }

    /// Longitude, latitude.
    pub fn point(&self, key: &'static str) -> Option<Position> {
        let numbers: Vec<f64> = self.req(key)?;
        self.position(self.entry.at(key), &numbers)
    }

    /// A list of positions; `None` where one of them is wrong.
    pub fn points(&self, key: &'static str) -> Option<Vec<Position>> {
        let lists: Vec<Vec<f64>> = self.req(key)?;
        let points: Vec<Option<Position>> =
            lists.iter().enumerate().map(|(i, p)| self.position(self.entry.at(&format!("{key}.{i}")), p)).collect();
        points.into_iter().collect()
    }

    fn position(&self, at: At, numbers: &[f64]) -> Option<Position> {
        let &[lon, lat] = numbers else {
            let help = Some("a position is [longitude, latitude]".to_owned());
            self.error(at, "bad-coordinates", "expected a position of two numbers".to_owned(), help);
            return None;
        };
        match Position::new(lon, lat) {
            Ok(p) if [lon, lat].iter().any(|v| round_to(*v, 5) != *v) => {
                let help = Some("five decimals are a metre; line.geojson is kept to as many".to_owned());
                self.error(at, "too-many-decimals", format!("{p} has more than five decimals"), help);
                None
            }
            Ok(p) => Some(p),
            Err(why) => {
                let help = Some("longitude, then latitude, in degrees".to_owned());
                self.error(at, "bad-coordinates", why.to_string(), help);
                None
            }
        }
    }

    /// An EDTF date, if the key is there.
    pub fn opt_date(&self, key: &'static str) -> Option<Edtf> {
        let text: String = self.opt(key)?;
        match text.parse() {
            Ok(date) => Some(date),
            Err(why) => {
                self.error(self.entry.at(key), "bad-date", why, None);
                None
            }
        }
    }

    /// An EDTF date that must be there.
    pub fn date(&self, key: &'static str) -> Option<Edtf> {
        if !self.has(key) {
            return self.req(key);
        }
        self.opt_date(key)
    }

    /// A BCP 47 language tag.
    pub fn lang(&self, key: &'static str) -> Option<String> {
        let text = self.text(key)?;
        if let Err(why) = oxilangtag::LanguageTag::parse(text.as_str()) {
            let help = Some("a BCP 47 tag, as zh-Hans, ru, ru-petr1708, zh-Latn-wadegile".to_owned());
            self.error(self.entry.at(key), "bad-language", format!("«{text}» is no language tag: {why}"), help);
            return None;
        }
        Some(text)
    }

    /// The tables of an array, or of one `[[key]]` after another; none where the key is missing.
    pub fn tables(&self, key: &'static str) -> Vec<Fields<'a, 'p>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let wrong =
            |at, found: &str| self.error(at, "wrong-type", format!("`{key}`: expected tables, found {found}"), None);
        let DeValue::Array(array) = value.get_ref() else {
            let help = value.get_ref().is_table().then(|| "double the brackets: [[…]]".to_owned());
            let message = format!("`{key}`: expected tables, found {}", value.get_ref().type_str());
            self.error(self.entry.at(key), "wrong-type", message, help);
            return Vec::new();
        };
        let mut out = Vec::new();
        for (i, item) in array.iter().enumerate() {
            let At::Toml(file, path) = self.entry.at(&format!("{key}.{i}")) else { unreachable!("entries are TOML") };
            match item.get_ref() {
                DeValue::Table(table) => out.push(Fields {
                    table,
                    span: item.span(),
                    entry: Entry { file, path },
                    known: RefCell::default(),
                    forgiven: Cell::default(),
                    problems: self.problems,
                }),
                other => wrong(At::Toml(file, path), other.type_str()),
            }
        }
        out
    }

    /// One table by itself, or the tables of an array; none where the key is missing.
    pub fn one_or_many(&self, key: &'static str) -> Vec<Fields<'a, 'p>> {
        let several = self.table.get(key).is_some_and(|v| v.get_ref().is_array());
        if several { self.tables(key) } else { self.table(key).into_iter().collect() }
    }

    /// The tables of an array, each read to a value; where some cannot be, the problems know which ones are left.
    pub fn list<T>(&self, key: &'static str, read: impl Fn(Fields<'a, 'p>) -> Option<T>) -> Vec<T> {
        let (mut values, mut kept) = (Vec::new(), Vec::new());
        for fields in self.tables(key) {
            let number = fields.entry.path.rsplit('.').next().and_then(|n| n.parse().ok());
            if let (Some(value), Some(number)) = (read(fields), number) {
                values.push(value);
                kept.push(number);
            }
        }
        let written = self.table.get(key).map_or(0, |v| v.get_ref().as_array().map_or(1, |a| a.len()));
        if written != values.len() {
            self.problems.borrow_mut().keep(self.entry.at(key), kept);
        }
        values
    }

    /// The table of a key, if it is there.
    pub fn table(&self, key: &'static str) -> Option<Fields<'a, 'p>> {
        let value = self.get(key)?;
        let At::Toml(file, path) = self.entry.at(key) else { unreachable!("entries are TOML") };
        let DeValue::Table(table) = value.get_ref() else {
            let message = format!("`{key}`: expected a table, found {}", value.get_ref().type_str());
            self.error(At::Toml(file, path), "wrong-type", message, None);
            return None;
        };
        let (span, entry) = (value.span(), Entry { file, path });
        Some(Fields {
            table,
            span,
            entry,
            known: RefCell::default(),
            forgiven: Cell::default(),
            problems: self.problems,
        })
    }

    /// Takes every key as known: something already reported makes them unjudgeable.
    pub fn forgive(&self) {
        self.forgiven.set(true);
    }

    /// Reports the keys nobody asked for.
    pub fn done(self) -> Entry {
        let known = self.known.borrow();
        if self.forgiven.get() {
            return self.entry.clone();
        }
        for (key, _) in self.table.iter().filter(|(key, _)| !known.contains(&key.get_ref().as_ref())) {
            let name = key.get_ref();
            let close = known.iter().min_by_key(|k| strsim::damerau_levenshtein(k, name));
            let help = match close {
                Some(k) if strsim::damerau_levenshtein(k, name) <= (name.chars().count() / 2).min(2) => {
                    format!("did you mean `{k}`?")
                }
                _ => format!("keys here: {}", known.join(", ")),
            };
            self.error(
                At::Bytes(self.entry.file, key.span()),
                "unknown-key",
                format!("unknown key `{name}`"),
                Some(help),
            );
        }
        self.entry.clone()
    }
}
