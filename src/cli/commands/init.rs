use std::path::PathBuf;

use super::super::{Outcome, output};
use crate::data::template;
use crate::error::{Error, Result};

/// A new data folder to start from: the smallest complete one
#[derive(clap::Args)]
pub(in super::super) struct Args {
    /// The folder; it must not exist, or be empty
    dir: PathBuf,
}

pub(super) fn run(args: Args) -> Result<Outcome> {
    let dir = &args.dir;
    let read = |source| Error::Io { action: "read", path: dir.clone(), source };
    if dir.exists() && std::fs::read_dir(dir).map_err(read)?.next().is_some() {
        return Err(Error::ask_hint(
            format!("{} is not empty", dir.display()),
            "name a folder that does not exist yet",
        ));
    }
    for (path, text) in template::FILES {
        let path = dir.join(path);
        output::make_folder(path.parent().unwrap_or(dir))?;
        output::write(&path, false, text.as_bytes())?;
    }
    let dir = dir.display();
    output::print(
        format!("{dir} holds a small treaty with every kind of row. Try next:\n  karun check {dir}\n  karun --data {dir} side midpoint\n")
            .as_bytes(),
    )?;
    Ok(Outcome::Answered)
}
