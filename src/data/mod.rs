//! From files to the atlas: one reader for the bundled data and a user's folder.
//!
//! Files are parsed to spanned tables, every key by itself ([`fields`]), into records that know where they were read
//! ([`records`]); the rules look at all of them ([`rules`]); what passes is frozen into the [`Atlas`].

mod fields;
mod files;
mod gazetteer;
mod geometry;
#[cfg(feature = "cli")]
pub(crate) mod layout;
mod records;
mod rules;
#[cfg(feature = "cli")]
pub(crate) mod template;
mod treaty;

pub(crate) use rules::crossing;

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::path::Path;

use toml::de::DeTable;

use crate::error::{Error, Result};
use crate::model::{Assertion, Atlas, Doubt, Instrument, InstrumentId};
use crate::problem::Problem;
use fields::{Fields, Shared};
use files::{At, Entry, FileId, Files, Problems};
use records::{Feature, InstrumentRecord, Record, Records, Shape};

/// The licence of the bundled data.
const BUNDLED_LICENSE: Option<&str> = Some("CC-BY-4.0");

impl Atlas {
    /// The data that come with the program. The project's tests prove that they pass every rule.
    ///
    /// Costs a few milliseconds: keep the atlas.
    pub fn bundled() -> Self {
        let files = Files::bundled();
        let records = read(&files, &mut Problems::default());
        freeze(records, BUNDLED_LICENSE)
    }

    /// A data folder: `gazetteer/` and `boundaries/` as their README files describe them.
    ///
    /// # Errors
    /// [`Error::Io`] when something cannot be read, [`Error::Data`] with every broken rule of the format.
    ///
    /// ```
    /// let atlas = karun::Atlas::open("examples/own-treaty")?;
    /// assert_eq!(atlas.instruments().len(), 2);
    /// # Ok::<(), karun::Error>(())
    /// ```
    pub fn open(dir: impl AsRef<Path>) -> Result<Self> {
        let mut folder = Folder::open(dir.as_ref())?;
        let atlas = folder.atlas.take();
        atlas.ok_or_else(|| Error::Data(folder.problems()))
    }
}

/// A folder read and judged: its atlas, where no error stands in the way, and everything that is wrong with it.
pub(crate) struct Folder {
    pub atlas: Option<Atlas>,
    files: Files,
    found: Problems,
    /// Where each instrument's assertions stand.
    assertions: HashMap<InstrumentId, Vec<Entry>>,
}

impl Folder {
    /// A user's folder.
    ///
    /// # Errors
    /// When something cannot be read.
    pub fn open(dir: &Path) -> Result<Self> {
        let mut found = Problems::default();
        let files = Files::open(dir, &mut found)?;
        Ok(Self::judge(files, found, None))
    }

    /// The bundled data.
    pub fn bundled() -> Self {
        Self::judge(Files::bundled(), Problems::default(), BUNDLED_LICENSE)
    }

    fn judge(files: Files, mut found: Problems, license: Option<&'static str>) -> Self {
        let records = read(&files, &mut found);
        rules::apply(&records, &mut found);
        let entries = |t: &InstrumentRecord| t.assertions.iter().map(|a| a.entry.clone()).collect();
        let assertions = records.instruments.iter().map(|t| (t.id.clone(), entries(t))).collect();
        let atlas = (!found.has_errors()).then(|| freeze(records, license));
        Self { atlas, files, found, assertions }
    }

    /// `assertion-fails`: the map does not show what a source says.
    pub fn assertion_fails(&mut self, instrument: &InstrumentId, number: usize, message: String) {
        let at = self.assertions[instrument][number].at("kind");
        self.found
            .error(at, "assertion-fails", message)
            .help("the line, the place or the reading of the source is wrong");
    }

    /// Everything that is wrong with it, in file order.
    pub fn problems(self) -> Vec<Problem> {
        self.files.locate(self.found)
    }
}

/// Reads every file; what cannot be read goes to `problems`.
fn read(files: &Files, problems: &mut Problems) -> Records {
    let mut records = Records::default();
    // What stands beside a treaty.toml waits until all of these are read.
    let mut beside: Vec<(FileId, Beside)> = Vec::new();
    let mut unread_folders: HashSet<&str> = HashSet::new();
    for (id, path, text) in files.iter() {
        let parts: Vec<&str> = path.split('/').collect();
        match parts[..] {
            ["gazetteer", "types.toml"] => {
                records.unread.types |= !toml_file(id, text, problems, |root| gazetteer::types(root, &mut records));
            }
            ["gazetteer", "sources.toml"] => {
                records.unread.sources |= !toml_file(id, text, problems, |root| gazetteer::sources(root, &mut records));
            }
            ["gazetteer", "chronicle.toml"] => {
                toml_file(id, text, problems, |root| gazetteer::chronicle(root, &mut records));
            }
            ["gazetteer", "tracts.toml"] => {
                toml_file(id, text, problems, |root| gazetteer::tracts(root, &mut records));
            }
            ["gazetteer", name] if name.ends_with(".toml") => {
                let stem = name.strip_suffix(".toml").unwrap_or(name);
                let mut wrong = None;
                records.unread.places |=
                    !toml_file(id, text, problems, |root| wrong = gazetteer::places(root, &mut records, stem));
                if let Some(at) = wrong {
                    let message = format!("the file is {name}, so the district must be \"{stem}\"");
                    problems.error(at, "wrong-file", message).help("rename one of them");
                }
            }
            ["boundaries", folder, "treaty.toml"] => {
                let was_read = toml_file(id, text, problems, |root| {
                    let found = treaty::treaty(root, &mut records, folder);
                    records.instruments.push(found);
                });
                if !was_read {
                    records.unread.instruments = true;
                    unread_folders.insert(folder);
                }
            }
            ["boundaries", _, "assertions.toml"] => {
                toml_file(id, text, problems, |root| beside.push((id, Beside::Assertions(treaty::assertions(root)))));
            }
            ["boundaries", _, "doubts.toml"] => {
                toml_file(id, text, problems, |root| beside.push((id, Beside::Doubts(treaty::doubts(root)))));
            }
            ["boundaries", _, "line.geojson"] => {
                let readable = !problems.unreadable.contains(&id);
                let features = if readable { geometry::features(id, text, problems) } else { Vec::new() };
                beside.push((id, Beside::Geometry(features)));
            }
            _ => {
                problems.warning(At::File(id), "unknown-file", "this file is not read".into()).help(
                    "gazetteer/*.toml, boundaries/<instrument>/treaty.toml, line.geojson, assertions.toml and doubts.toml are",
                );
            }
        }
    }
    for (id, found) in beside {
        // By folder, since the treaty's own id may be mistaken.
        let folder = files.folder(id);
        let Some(instrument) = records.instruments.iter_mut().find(|t| files.folder(t.entry.file) == folder) else {
            if unread_folders.insert(folder) {
                problems.error(At::File(id), "missing-file", format!("boundaries/{folder} has no treaty.toml"));
            }
            continue;
        };
        match found {
            Beside::Assertions(assertions) => instrument.assertions.extend(assertions),
            Beside::Doubts(doubts) => instrument.doubts.extend(doubts),
            Beside::Geometry(features) => {
                instrument.features.extend(features);
                instrument.geometry = Some(id);
            }
        }
    }
    for instrument in &mut records.instruments {
        attach(instrument);
        let folder = files.folder(instrument.entry.file);
        if instrument.id.as_str() != folder {
            let message = format!("the folder is {folder}, so the id must be \"{folder}\"");
            problems.error(instrument.entry.at("id"), "wrong-file", message).help("rename one of them");
        }
    }
    missing(files, &mut records, problems);
    records
}

/// `missing-file`: said once, in place of everything that would be unknown without it.
fn missing(files: &Files, records: &mut Records, problems: &mut Problems) {
    let there = |path: &str| files.iter().any(|(_, p, _)| p == path);
    if let Some(first) = records.places.first().map(|p| p.entry.file) {
        for (name, unread) in [("types.toml", &mut records.unread.types), ("sources.toml", &mut records.unread.sources)]
        {
            if !there(&format!("gazetteer/{name}")) {
                *unread = true;
                problems.error(At::File(first), "missing-file", format!("gazetteer has no {name}"));
            }
        }
    }
    for t in records.instruments.iter().filter(|t| t.geometry.is_none() && !t.segments.is_empty()) {
        let folder = files.folder(t.entry.file);
        problems.error(At::File(t.entry.file), "missing-file", format!("boundaries/{folder} has no line.geojson"));
    }
}

/// A file beside a `treaty.toml`.
enum Beside {
    Assertions(Vec<Record<Assertion>>),
    Doubts(Vec<Record<Doubt>>),
    Geometry(Vec<Feature>),
}

/// Reads a TOML file; false where it is none. After the first mistake in its syntax the rest would be guesses.
fn toml_file(id: FileId, text: &str, problems: &mut Problems, read: impl FnOnce(Fields<'_, '_>)) -> bool {
    if problems.unreadable.contains(&id) {
        return false;
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    let first = errors.iter().min_by_key(|why| why.span().map_or(0, |s| s.start));
    if let Some(why) = first {
        let message = why.message().lines().next().unwrap_or("unreadable").to_owned();
        problems.error(At::Bytes(id, why.span().unwrap_or(0..0)), "toml-syntax", format!("not TOML: {message}"));
        return false;
    }
    let shared: Shared<'_> = RefCell::new(problems);
    let root = Fields::root(id, &table, &shared);
    match root.req::<i64>("schema") {
        Some(1) | None => {}
        Some(other) => {
            let at = root.entry().at("schema");
            shared.borrow_mut().error(at, "bad-schema", format!("schema {other} is not known here: expected 1"));
        }
    }
    read(root);
    true
}

/// Gives lines their extents and segments their chains; the first of two features with one id counts.
fn attach(instrument: &mut InstrumentRecord) {
    for feature in instrument.features.iter().rev() {
        if let Some(line) = feature.id.strip_suffix("-extent").filter(|_| feature.shape == Shape::Ring) {
            if let Some(line) = instrument.lines.iter_mut().find(|l| l.value.id == *line) {
                line.value.extent = Some(feature.positions.clone());
            }
        } else if let Some(segment) = instrument.segments.iter_mut().find(|s| s.value.id == *feature.id.as_str()) {
            segment.value.chain = feature.positions.clone();
        }
    }
}

fn freeze(records: Records, license: Option<&'static str>) -> Atlas {
    fn values<T>(records: Vec<Record<T>>) -> Vec<T> {
        records.into_iter().map(|r| r.value).collect()
    }
    let instruments = records
        .instruments
        .into_iter()
        .map(|t| Instrument {
            id: t.id,
            titles: t.titles,
            stage: t.stage,
            default: t.default,
            never_in_force: t.never_in_force,
            note: t.note,
            parties: values(t.parties),
            dates: values(t.dates),
            districts: values(t.districts),
            articles: values(t.articles),
            lines: values(t.lines),
            segments: values(t.segments),
            readings: values(t.readings),
            demarcates: values(t.demarcates),
            pending: values(t.pending),
            published_areas: values(t.published_areas),
            markers: values(t.markers),
            assertions: values(t.assertions),
            doubts: values(t.doubts),
        })
        .collect();
    Atlas::freeze(
        values(records.places),
        values(records.types),
        values(records.sources),
        instruments,
        values(records.events),
        values(records.tracts),
        license,
    )
}
