//! The files of a data folder as text, and the way from a place in the data back to line and column.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::ops::Range;
use std::path::Path;

use toml::de::{DeTable, DeValue};

use crate::error::{Error, Result};
use crate::problem::{Problem, Severity};

/// Every file of the bundled folders, path and text.
static BUNDLED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/bundled.rs"));

/// A file of a folder.
pub(crate) type FileId = usize;

/// The files of a data folder, sorted by path.
#[derive(Debug, Default)]
pub(crate) struct Files {
    files: Vec<(String, String)>,
}

/// A place in the data.
#[derive(Clone, Debug)]
pub(crate) enum At {
    /// A file as a whole.
    File(FileId),
    /// A range of bytes.
    Bytes(FileId, Range<usize>),
    /// A value of a TOML file: keys and indices joined by dots, as `place.3.location.0.point`.
    Toml(FileId, String),
    /// The same, with indices that count only the rows that could be read.
    Kept(FileId, String),
}

impl At {
    /// The file it stands in.
    pub fn file(&self) -> FileId {
        match self {
            Self::File(f) | Self::Bytes(f, _) | Self::Toml(f, _) | Self::Kept(f, _) => *f,
        }
    }
}

/// One table of a TOML file: what a record was read from.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub file: FileId,
    pub path: String,
}

impl Entry {
    /// One of its values, by key, or keys and indices joined by dots.
    pub fn at(&self, key: &str) -> At {
        let dot = if self.path.is_empty() { "" } else { "." };
        At::Toml(self.file, format!("{}{dot}{key}", self.path))
    }

    /// One of its values, indices counting only rows that could be read: what a record knows.
    pub fn kept(&self, key: &str) -> At {
        match self.at(key) {
            At::Toml(file, path) => At::Kept(file, path),
            other => other,
        }
    }

    /// The table as a whole.
    pub fn here(&self) -> At {
        At::Toml(self.file, self.path.clone())
    }
}

impl Files {
    /// The bundled data.
    pub fn bundled() -> Self {
        Self { files: BUNDLED.iter().map(|(path, text)| (path.to_string(), text.to_string())).collect() }
    }

    /// A folder's data files: `gazetteer/*.toml`, `boundaries/*/{treaty,assertions}.toml` and `line.geojson`.
    ///
    /// # Errors
    /// When a folder or file cannot be read. Files that are no UTF-8 are reported as problems, with lossy text.
    pub fn open(dir: &Path, problems: &mut Problems) -> Result<Self> {
        if let Err(source) = fs::metadata(dir) {
            return Err(Error::Io { action: "read", path: dir.to_owned(), source });
        }
        let mut files = Self::default();
        let mut found = Vec::new();
        for (folder, depth) in [("gazetteer", 4), ("boundaries", 4)] {
            match fs::metadata(dir.join(folder)) {
                Ok(_) => walk(dir, folder, depth, &mut found)?,
                Err(source) if source.kind() == std::io::ErrorKind::NotFound => {}
                Err(source) => return Err(Error::Io { action: "read", path: dir.join(folder), source }),
            }
        }
        if found.is_empty() {
            return Err(Error::ask_hint(
                format!("{} holds no data: no gazetteer/*.toml or boundaries/*/treaty.toml in it", dir.display()),
                "karun init DIR makes a folder to start from",
            ));
        }
        found.sort();
        for path in found {
            let bytes = fs::read(dir.join(&path)).map_err(|source| Error::Io {
                action: "read",
                path: dir.join(&path),
                source,
            })?;
            let id = files.files.len();
            let text = match String::from_utf8(bytes) {
                Ok(text) => text,
                Err(bad) => {
                    let at = bad.utf8_error().valid_up_to();
                    let message = "these bytes are no UTF-8".to_owned();
                    problems.error(At::Bytes(id, at..at), "not-utf8", message).help("save the file as UTF-8");
                    problems.unreadable.insert(id);
                    String::from_utf8_lossy(bad.as_bytes()).into_owned()
                }
            };
            files.files.push((path, text));
        }
        Ok(files)
    }

    /// Files by id, path and text.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &str, &str)> {
        self.files.iter().enumerate().map(|(i, (path, text))| (i, path.as_str(), text.as_str()))
    }

    /// The name of the folder a file stands in.
    pub fn folder(&self, file: FileId) -> &str {
        self.files[file].0.rsplit('/').nth(1).unwrap_or("")
    }

    /// Turns what was found into problems with line and column, in file order.
    pub fn locate(&self, problems: Problems) -> Vec<Problem> {
        // The parsed files and their line beginnings, once each, only now that something must be pointed at.
        let mut trees: Vec<Option<toml::Spanned<DeTable<'_>>>> = (0..self.files.len()).map(|_| None).collect();
        let mut lines: Vec<Option<Vec<usize>>> = vec![None; self.files.len()];
        let mut out: Vec<(usize, usize, Problem)> = Vec::with_capacity(problems.found.len());
        for item in &problems.found {
            let file = item.at.file();
            let (path, text) = &self.files[file];
            let span = match &item.at {
                At::File(_) => 0..0,
                At::Bytes(_, span) => span.clone(),
                At::Toml(_, keys) | At::Kept(_, keys) => {
                    let tree = trees[file].get_or_insert_with(|| DeTable::parse_recoverable(text).0);
                    let kept = matches!(item.at, At::Kept(..)).then(|| problems.as_written(file, keys));
                    span_of(tree, kept.as_ref().unwrap_or(keys))
                }
            };
            let start = floor_char(text, span.start);
            let begins = lines[file].get_or_insert_with(|| {
                std::iter::once(0).chain(text.match_indices('\n').map(|(i, _)| i + 1)).collect()
            });
            let line = begins.partition_point(|b| *b <= start);
            let line_start = begins[line - 1];
            let line_end = text[start..].find(['\n', '\r']).map_or(text.len(), |i| start + i);
            let excerpt = text[line_start..line_end].trim_start_matches('\u{feff}').to_owned();
            let end = floor_char(text, span.end.clamp(start, line_end));
            let problem = Problem {
                path: path.clone(),
                line,
                column: text[line_start..start].trim_start_matches('\u{feff}').chars().count() + 1,
                rule: item.rule,
                severity: item.severity,
                message: plain(&item.message),
                help: item.help.as_deref().map(plain),
                excerpt,
                width: text[start..end].chars().count().max(1),
            };
            out.push((file, start, problem));
        }
        out.sort_by(|a, b| (a.0, a.1, a.2.rule).cmp(&(b.0, b.1, b.2.rule)));
        out.into_iter().map(|(_, _, problem)| problem).collect()
    }
}

/// A text without control characters: a problem is one line, and no file may write to the terminal.
fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { c.escape_default().to_string() } else { c.to_string() }).collect()
}

fn floor_char(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The data files of a folder and, where `depth` allows, of the folders in it; hidden ones are passed over.
fn walk(dir: &Path, folder: &str, depth: usize, found: &mut Vec<String>) -> Result<()> {
    let unreadable = |source| Error::Io { action: "read", path: dir.join(folder), source };
    for entry in fs::read_dir(dir.join(folder)).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{folder}/{name}");
        if name.starts_with('.') {
            continue;
        }
        if entry.path().is_dir() {
            if depth > 1 {
                walk(dir, &path, depth - 1, found)?;
            }
        } else if name.ends_with(".toml") || name.ends_with(".geojson") {
            if !entry.path().is_file() {
                return Err(Error::ask(format!("{} is no plain file", dir.join(path).display())));
            }
            found.push(path);
        }
    }
    Ok(())
}

/// The bytes of a value named by keys and indices; of its deepest ancestor that exists.
fn span_of(root: &toml::Spanned<DeTable<'_>>, keys: &str) -> Range<usize> {
    let mut span = 0..0;
    let mut table = Some(root.get_ref());
    let mut array: Option<&toml::de::DeArray<'_>> = None;
    for key in keys.split('.').filter(|k| !k.is_empty()) {
        let value = match (table, array) {
            (Some(t), _) => t.get(key),
            (_, Some(a)) => key.parse::<usize>().ok().and_then(|i| a.get(i)),
            _ => None,
        };
        let Some(value) = value else { break };
        (table, array) = match value.get_ref() {
            DeValue::Table(t) => (Some(t), None),
            DeValue::Array(a) => (None, Some(a)),
            _ => (None, None),
        };
        span = value.span();
    }
    span
}

/// Something that was found, not yet located.
#[derive(Debug)]
pub(crate) struct Found {
    at: At,
    rule: &'static str,
    severity: Severity,
    message: String,
    help: Option<String>,
}

/// Everything found so far, and what of the files could not be read.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    found: Vec<Found>,
    /// For lists some of whose tables were dropped: the numbers, as written, of those that were kept.
    kept: HashMap<(FileId, String), Vec<usize>>,
    /// Files whose text is no text.
    pub unreadable: HashSet<FileId>,
}

impl Problems {
    pub fn error(&mut self, at: At, rule: &'static str, message: String) -> &mut Found {
        self.push(at, rule, Severity::Error, message)
    }

    pub fn warning(&mut self, at: At, rule: &'static str, message: String) -> &mut Found {
        self.push(at, rule, Severity::Warning, message)
    }

    fn push(&mut self, at: At, rule: &'static str, severity: Severity, message: String) -> &mut Found {
        self.found.push(Found { at, rule, severity, message, help: None });
        self.found.last_mut().expect("just pushed")
    }

    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|f| f.severity == Severity::Error)
    }

    /// True when an error in a file was found, of one of some rules, or of any where none is given.
    pub fn in_file(&self, file: FileId, rules: &[&str]) -> bool {
        let meant = |f: &Found| f.severity == Severity::Error && f.at.file() == file;
        self.found.iter().any(|f| meant(f) && (rules.is_empty() || rules.contains(&f.rule)))
    }

    /// True when something was found at exactly these bytes.
    pub fn at(&self, at: &At) -> bool {
        let At::Bytes(file, span) = at else { return false };
        self.found.iter().any(|f| matches!(&f.at, At::Bytes(g, other) if g == file && other.start == span.start))
    }

    /// Notes that of a list only some tables were kept.
    pub fn keep(&mut self, list: At, kept: Vec<usize>) {
        if let At::Toml(file, path) = list {
            self.kept.insert((file, path), kept);
        }
    }

    /// True when tables of a list were dropped.
    pub fn is_partial(&self, list: &At) -> bool {
        let At::Kept(file, path) = list else { return false };
        self.kept.contains_key(&(*file, self.as_written(*file, path)))
    }

    /// True when any table of any file was dropped.
    pub fn any_partial(&self) -> bool {
        !self.kept.is_empty()
    }

    /// A path whose numbers count what was kept, with the numbers as written.
    fn as_written(&self, file: FileId, path: &str) -> String {
        let mut out = String::new();
        for key in path.split('.') {
            let number = key.parse::<usize>().ok();
            let kept = number.and_then(|i| self.kept.get(&(file, out.clone())).and_then(|k| k.get(i)));
            if !out.is_empty() {
                out.push('.');
            }
            match kept {
                Some(as_written) => out.push_str(&as_written.to_string()),
                None => out.push_str(key),
            }
        }
        out
    }
}

impl Found {
    pub fn help(&mut self, help: impl Into<String>) {
        self.help = Some(help.into());
    }
}
