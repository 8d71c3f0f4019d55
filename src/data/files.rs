//! The files of a data folder as text, and the way from a place in the data back to line and column.

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
}

impl At {
    fn file(&self) -> FileId {
        match self {
            Self::File(f) | Self::Bytes(f, _) | Self::Toml(f, _) => *f,
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
        for folder in ["gazetteer", "boundaries"] {
            match fs::metadata(dir.join(folder)) {
                Ok(_) => walk(dir, folder, &mut found)?,
                Err(source) if source.kind() == std::io::ErrorKind::NotFound && dir.is_dir() => {}
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
                    problems
                        .error(At::Bytes(id, at..at), "not-utf8", "these bytes are no UTF-8".into())
                        .help("save the file as UTF-8");
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
        let mut found = problems.found;
        // The parsed files, once each, only now that something must be pointed at.
        let mut trees: Vec<Option<toml::Spanned<DeTable<'_>>>> = (0..self.files.len()).map(|_| None).collect();
        let mut out: Vec<(usize, usize, Problem)> = Vec::with_capacity(found.len());
        for item in found.drain(..) {
            let file = item.at.file();
            let (path, text) = &self.files[file];
            let span = match &item.at {
                At::File(_) => 0..0,
                At::Bytes(_, span) => span.clone(),
                At::Toml(_, keys) => {
                    let tree = trees[file].get_or_insert_with(|| DeTable::parse_recoverable(text).0);
                    span_of(tree, keys)
                }
            };
            let start = floor_char(text, span.start);
            let line_start = text[..start].rfind('\n').map_or(0, |i| i + 1);
            let line_end = text[start..].find(['\n', '\r']).map_or(text.len(), |i| start + i);
            let excerpt = text[line_start..line_end].trim_start_matches('\u{feff}').to_owned();
            let end = floor_char(text, span.end.clamp(start, line_end));
            out.push((
                file,
                start,
                Problem {
                    path: path.clone(),
                    line: text[..start].matches('\n').count() + 1,
                    column: text[line_start..start].trim_start_matches('\u{feff}').chars().count() + 1,
                    rule: item.rule,
                    severity: item.severity,
                    message: item.message,
                    help: item.help,
                    excerpt,
                    width: text[start..end].chars().count().max(1),
                },
            ));
        }
        out.sort_by(|a, b| (a.0, a.1, a.2.rule).cmp(&(b.0, b.1, b.2.rule)));
        out.into_iter().map(|(_, _, problem)| problem).collect()
    }
}

fn floor_char(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn walk(dir: &Path, folder: &str, found: &mut Vec<String>) -> Result<()> {
    let unreadable = |source| Error::Io { action: "read", path: dir.join(folder), source };
    for entry in fs::read_dir(dir.join(folder)).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{folder}/{name}");
        if name.starts_with('.') {
            continue;
        }
        if entry.path().is_dir() {
            walk(dir, &path, found)?;
        } else if name.ends_with(".toml") || name.ends_with(".geojson") {
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

/// Everything found so far.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    found: Vec<Found>,
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
}

impl Found {
    pub fn help(&mut self, help: impl Into<String>) {
        self.help = Some(help.into());
    }
}
