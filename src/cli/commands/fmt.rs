use std::path::PathBuf;

use super::super::args::Global;
use super::super::{Outcome, output};
use crate::data::layout;
use crate::error::Result;

/// Restores the layout of a data folder's files; comments and contents are kept
#[derive(clap::Args)]
pub(in super::super) struct Args {
    /// The folder; without it the one of --data, or this one
    #[arg(value_name = "DIR")]
    dir: Option<PathBuf>,

    /// Change nothing; exit 1 and name the files that would change
    #[arg(long)]
    check: bool,
}

pub(super) fn run(args: Args, global: &Global) -> Result<Outcome> {
    let dir = args.dir.or_else(|| global.data().map(PathBuf::from)).unwrap_or_else(|| PathBuf::from("."));
    let changed = layout::changed(&dir)?;
    for (path, text) in &changed {
        if args.check {
            output::print(format!("{path}\n").as_bytes())?;
        } else {
            output::write(&dir.join(path), true, text.as_bytes())?;
            eprintln!("{path}");
        }
    }
    if changed.is_empty() && !args.check {
        eprintln!("nothing to change");
    }
    Ok(if args.check && !changed.is_empty() { Outcome::Nothing } else { Outcome::Answered })
}
