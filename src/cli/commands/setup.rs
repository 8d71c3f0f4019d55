use std::path::PathBuf;

use clap_complete::Shell;

use super::super::{Outcome, command, output};
use crate::error::{Error, Result};

/// Completions for a shell, to standard output
#[derive(clap::Args)]
pub(in super::super) struct Completions {
    /// bash, elvish, fish, powershell or zsh
    shell: Shell,
}

/// Manual pages, one a command, into a folder
#[derive(clap::Args)]
pub(in super::super) struct Man {
    /// The folder; made if need be
    dir: PathBuf,
}

pub(super) fn completions(args: Completions) -> Result<Outcome> {
    let mut out = Vec::new();
    clap_complete::generate(args.shell, &mut command(), "karun", &mut out);
    output::print(&out)?;
    Ok(Outcome::Answered)
}

pub(super) fn man(args: Man) -> Result<Outcome> {
    output::make_folder(&args.dir)?;
    clap_mangen::generate_to(command(), &args.dir).map_err(|source| Error::Io {
        action: "write",
        path: args.dir,
        source,
    })?;
    Ok(Outcome::Answered)
}
