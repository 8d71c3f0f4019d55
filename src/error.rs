//! What can go wrong when the library is asked.

use std::fmt;
use std::path::PathBuf;

use crate::problem::{Problem, Severity};

/// Why a question could not be answered or a folder not opened.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// A file or folder could not be read or written.
    Io {
        /// What was tried: "read", "write" …
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// A data folder breaks the rules of the format: every problem, in file order.
    Data(Vec<Problem>),
    /// An id, name or option that doesn't fit, with what would.
    Ask {
        /// What was asked, and why it will not do.
        message: String,
        /// What to do instead.
        hint: Option<String>,
    },
}

impl Error {
    /// A wrong question.
    pub(crate) fn ask(message: impl Into<String>) -> Self {
        Self::Ask { message: message.into(), hint: None }
    }

    /// A wrong question, with the next step.
    pub(crate) fn ask_hint(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Ask { message: message.into(), hint: Some(hint.into()) }
    }

    /// An unknown word among known ones, with close ones offered.
    pub(crate) fn unknown<'a>(what: &str, given: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let known: Vec<&str> = known.into_iter().collect();
        let mut close: Vec<(usize, &str)> = known
            .iter()
            .map(|k| (strsim::damerau_levenshtein(&given.to_lowercase(), k), *k))
            .filter(|(d, k)| *d <= 2.max(k.chars().count() / 3))
            .collect();
        close.sort();
        let hint = if close.is_empty() {
            let some: Vec<&str> = known.iter().take(12).copied().collect();
            let more = if known.len() > some.len() { " …" } else { "" };
            format!("known: {}{more}", some.join(", "))
        } else {
            let near: Vec<&str> = close.iter().take(5).map(|(_, k)| *k).collect();
            format!("did you mean {}?", near.join(", "))
        };
        Self::ask_hint(format!("unknown {what} «{given}»"), hint)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { action, path, source } => write!(f, "cannot {action} {}: {source}", path.display()),
            Self::Data(problems) => {
                let errors = problems.iter().filter(|p| p.severity == Severity::Error).count();
                write!(f, "the data folder has {errors} error{}", if errors == 1 { "" } else { "s" })?;
                problems.iter().filter(|p| p.severity == Severity::Error).try_for_each(|p| write!(f, "\n{p}"))
            }
            Self::Ask { message, hint } => {
                f.write_str(message)?;
                hint.as_ref().map_or(Ok(()), |hint| write!(f, "; {hint}"))
            }
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            Self::Data(_) | Self::Ask { .. } => None,
        }
    }
}

/// A result of the library.
pub type Result<T, E = Error> = std::result::Result<T, E>;
