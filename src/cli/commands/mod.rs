//! The commands: arguments, their help and the code that uses them stand together.

mod changed;
mod check;
mod cite;
mod classify;
mod compare;
mod doubts;
mod events;
mod export;
mod find;
mod fmt;
mod init;
mod markers;
mod near;
mod setup;
mod show;
mod side;
mod timeline;
mod trace;
mod within;

use std::path::Path;

use serde::Serialize;
use serde_json::Value;

use super::args::{Format, Global};
use super::{Outcome, output};
use crate::error::{Error, Result};
use crate::export::{csv, geojson};
use crate::model::Atlas;

#[derive(clap::Subcommand)]
pub(super) enum Command {
    Side(side::Args),
    Classify(classify::Args),
    Markers(markers::Args),
    Find(find::Args),
    Show(show::Args),
    Near(near::Args),
    Within(within::Args),
    Trace(trace::Args),
    Changed(changed::Args),
    Timeline(timeline::Args),
    Cite(cite::Args),
    Compare(compare::Args),
    Doubts(doubts::Args),
    Events(events::Args),
    Export(export::Args),
    Check(check::Args),
    Fmt(fmt::Args),
    Init(init::Args),
    Completions(setup::Completions),
    Man(setup::Man),
}

impl Command {
    pub fn run(self, global: &Global) -> Result<Outcome> {
        match self {
            Self::Side(args) => side::run(args, global),
            Self::Classify(args) => classify::run(args, global),
            Self::Markers(args) => markers::run(args, global),
            Self::Find(args) => find::run(args, global),
            Self::Show(args) => show::run(args, global),
            Self::Near(args) => near::run(args, global),
            Self::Within(args) => within::run(args, global),
            Self::Trace(args) => trace::run(args, global),
            Self::Changed(args) => changed::run(args, global),
            Self::Timeline(args) => timeline::run(args, global),
            Self::Cite(args) => cite::run(args, global),
            Self::Compare(args) => compare::run(args, global),
            Self::Doubts(args) => doubts::run(args, global),
            Self::Events(args) => events::run(args, global),
            Self::Export(args) => export::run(args, global),
            Self::Check(args) => check::run(args, global),
            Self::Fmt(args) => fmt::run(args, global),
            Self::Init(args) => init::run(args),
            Self::Completions(args) => setup::completions(args),
            Self::Man(args) => setup::man(args),
        }
    }
}

/// `karun --version`, with the data's credits when asked.
pub(super) fn version(verbose: bool) -> Result<Outcome> {
    let mut text = format!("karun {}\n", env!("CARGO_PKG_VERSION"));
    if verbose {
        let atlas = Atlas::bundled();
        text.push_str(&format!(
            "\nCode: MIT OR Apache-2.0. Data: CC BY 4.0.\n\n{} places, {} sources, {} instruments. Credits:\n",
            atlas.places().len(),
            atlas.sources().len(),
            atlas.instruments().len()
        ));
        for credit in atlas.credits() {
            text.push_str(&format!("  {credit}\n"));
        }
    }
    output::print(text.as_bytes())?;
    Ok(Outcome::Answered)
}

/// Rows in the format asked for; `text` makes them readable. No rows are `[]`, or an empty table, and exit 1.
fn print_rows<T: Serialize>(rows: &[T], format: Format, text: impl FnOnce() -> String) -> Result<Outcome> {
    match format {
        // Nothing is said on stderr; a header without rows would only puzzle.
        Format::Text if rows.is_empty() => {}
        Format::Text => output::print(text().as_bytes())?,
        Format::Json => output::print_json(&rows)?,
        Format::Csv => output::print(&csv::rows(&values(rows)?))?,
        Format::Geojson => output::print(&geojson::points(&values(rows)?))?,
    }
    Ok(if rows.is_empty() { Outcome::Nothing } else { Outcome::Answered })
}

/// Every geometry of a GeoJSON file.
fn geometries(path: &Path) -> Result<Vec<geo::Geometry<f64>>> {
    let read = std::fs::read_to_string(path);
    let text = read.map_err(|source| Error::Io { action: "read", path: path.to_owned(), source })?;
    geojson::geometries(&text).map_err(|why| wrong(path, &why))
}

/// What is wrong with a file.
fn wrong(path: &Path, why: &str) -> Error {
    Error::ask(format!("{}: {why}", path.display()))
}

/// Rows as JSON values.
fn values<T: Serialize>(rows: &[T]) -> Result<Vec<Value>> {
    rows.iter().map(|row| serde_json::to_value(row).map_err(|why| Error::ask(why.to_string()))).collect()
}
