//! Problems as people read them: the place in the file, the line itself, and what to do.

use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::error::Error;
use crate::problem::{Problem, Severity};

/// Prints why a question could not be answered to stderr.
pub(super) fn report(why: &Error) {
    match why {
        Error::Data(problems) => {
            let errors: Vec<&Problem> = problems.iter().filter(|p| p.severity == Severity::Error).collect();
            anstream::eprint!("{}", render(errors.iter().copied(), styled()));
            let s = if errors.len() == 1 { "" } else { "s" };
            eprintln!("error: the data folder has {} error{s}; karun check shows them with the warnings", errors.len());
        }
        Error::Ask { message, hint } => {
            eprintln!("error: {message}");
            if let Some(hint) = hint {
                eprintln!("hint: {hint}");
            }
        }
        other => eprintln!("error: {other}"),
    }
}

/// True when stderr and stdout are both for eyes; anstream strips colours where one of them is not.
fn styled() -> bool {
    std::io::IsTerminal::is_terminal(&std::io::stderr())
}

/// Every problem with its line.
pub(super) fn render<'a>(problems: impl Iterator<Item = &'a Problem>, styled: bool) -> String {
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for problem in problems {
        let level = match problem.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        // Long lines (a file on one line, as QGIS saves it) are shown around the place only.
        let (excerpt, column) = window(&problem.excerpt, problem.column - 1);
        let start: usize = excerpt.chars().take(column).map(char::len_utf8).sum();
        let width: usize = excerpt[start..].chars().take(problem.width).map(char::len_utf8).sum();
        let place = format!("{}:{}:{}", problem.path, problem.line, problem.column);
        let snippet = Snippet::source(excerpt.as_str())
            .line_start(problem.line)
            .annotation(AnnotationKind::Primary.span(start..start + width));
        let mut group = level.primary_title(problem.message.as_str()).id(problem.rule).element(snippet);
        if let Some(help) = &problem.help {
            group = group.element(Level::HELP.message(help.as_str()));
        }
        let _ = writeln!(out, "{place}\n{}\n", renderer.render(&[group]));
    }
    out
}

/// At most 120 characters of a line around a column, with an ellipsis where it is cut.
fn window(line: &str, column: usize) -> (String, usize) {
    let total = line.chars().count();
    if total <= 120 {
        return (line.to_owned(), column);
    }
    let from = column.saturating_sub(40).min(total - 120);
    let part: String = line.chars().skip(from).take(120).collect();
    let before = if from > 0 { "…" } else { "" };
    let behind = if from + 120 < total { "…" } else { "" };
    (format!("{before}{part}{behind}"), column - from + before.chars().count())
}
