//! The command: reads arguments, asks the library, prints. One file per command.
//!
//! Exit 0: answered. Exit 1: nothing found, a place without position, a folder with errors, unread rows. Exit 2: wrong
//! use, unknown id, ambiguous name, input or output failed.

#![allow(clippy::print_stderr, reason = "messages belong on stderr; the library itself never prints")]

mod args;
mod commands;
mod output;
mod problems;
mod text;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use crate::error::Error;

/// The gazetteer and GIS toolkit for boundary treaties.
///
/// Which side of the line did this place fall on, how far, how sure, says which article? Which markers stood in this
/// district? Give me all that in QGIS. Positions are always LON,LAT: longitude first.
#[derive(Parser)]
#[command(name = "karun", disable_version_flag = true, max_term_width = 100)]
#[command(
    after_help = "Try:\n  karun side 斋桑淖尔\n  karun markers --district kobdo\n  karun export --format geojson -o layers"
)]
struct Cli {
    #[command(flatten)]
    global: args::Global,

    /// Print the version; with --verbose also the data, their licence and credits
    #[arg(short = 'V', long)]
    version: bool,

    /// With --version: the data, their licence and credits
    #[arg(long, requires = "version")]
    verbose: bool,

    #[command(subcommand)]
    command: Option<commands::Command>,
}

/// Runs the command with the process's arguments.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(why) => {
            // Help asked for goes to stdout and is no failure; clap knows.
            let _ = why.print();
            return ExitCode::from(if why.use_stderr() { 2 } else { 0 });
        }
    };
    let outcome = match cli.command {
        _ if cli.version => commands::version(cli.verbose),
        Some(command) => command.run(&cli.global),
        None => {
            let _ = Cli::command().print_help();
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(Outcome::Answered) => ExitCode::SUCCESS,
        Ok(Outcome::Nothing) => ExitCode::from(1),
        // Whoever reads has had enough.
        Err(Error::Io { source, .. }) if source.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(why) => {
            problems::report(&why);
            ExitCode::from(2)
        }
    }
}

/// How a command ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Outcome {
    /// Exit 0.
    Answered,
    /// Exit 1.
    Nothing,
}

/// The whole command, for completions and manual pages.
fn command() -> clap::Command {
    Cli::command()
}
