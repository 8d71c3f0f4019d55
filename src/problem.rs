//! What is wrong with a data folder: file, line, column, rule, message and what to do.

use std::fmt;

use serde::Serialize;

/// How bad a problem is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The folder cannot be used.
    Error,
    /// The folder can be used; the data are weak here.
    Warning,
}

/// One thing that is wrong, and where.
///
/// Its text is one line, `path:line:column: error[rule]: message`; the command draws the line of the file beside it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Problem {
    /// The file, relative to the folder.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The name of the rule that was broken.
    pub rule: &'static str,
    /// Error or warning.
    pub severity: Severity,
    /// What was found, and what was expected.
    pub message: String,
    /// What to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// The line itself.
    pub excerpt: String,
    /// How many characters of it are meant.
    pub width: usize,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, line, column, rule, message, .. } = self;
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{path}:{line}:{column}: {severity}[{rule}]: {message}")?;
        if let Some(help) = &self.help {
            write!(f, " ({help})")?;
        }
        Ok(())
    }
}
