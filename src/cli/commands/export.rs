use std::path::PathBuf;

use super::super::args::{Global, Readings};
use super::super::{Outcome, output};
use crate::error::{Error, Result};
use crate::export::{Format, layers};
use crate::index::Index;

/// Layers for QGIS and other programs: events, places, markers, segments, bands, sides
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  karun export --format geojson -o layers\n  karun export markers --format csv -o markers.csv\n  karun export segments --format geojson -o -"
)]
pub(in super::super) struct Args {
    /// Layers; all by default
    #[arg(value_name = "LAYER")]
    layers: Vec<String>,

    /// geojson or csv
    #[arg(long, value_name = "FORMAT")]
    format: String,

    /// A folder that gets one file a layer; a file, or - for standard output, when one layer is named
    #[arg(short, long, value_name = "PATH")]
    output: PathBuf,

    /// Replace files that exist
    #[arg(long)]
    force: bool,

    #[command(flatten)]
    readings: Readings,
}

pub(super) fn run(args: Args, global: &Global) -> Result<Outcome> {
    let format: Format = args.format.parse()?;
    let atlas = global.atlas()?;
    let index = Index::new(&atlas, &global.choice(&args.readings))?;
    let names: Vec<&str> =
        if args.layers.is_empty() { layers::NAMES.to_vec() } else { args.layers.iter().map(String::as_str).collect() };
    let mut files = Vec::new();
    for name in &names {
        let layer = layers::layer(&index, name)?;
        if layer.features.is_empty() && args.layers.is_empty() {
            eprintln!("{name}: nothing in it, so no file");
            continue;
        }
        if layer.features.is_empty() {
            return Err(Error::ask(format!("the layer {name} is empty")));
        }
        files.push((layer.name, layer.features.len(), format.write(&layer)));
    }
    let into_folder = args.output.is_dir() || names.len() > 1;
    if !into_folder {
        output::write(&args.output, args.force, &files[0].2)?;
        if args.output.as_os_str() != "-" {
            eprintln!("{}: {} features", args.output.display(), files[0].1);
        }
        return Ok(Outcome::Answered);
    }
    if args.output.as_os_str() == "-" {
        return Err(Error::ask_hint("several layers do not fit on standard output", "name one layer, or a folder"));
    }
    let path = |name: &str| args.output.join(format!("{name}.{}", format.name()));
    // Before anything is written: none of the files may be there.
    if let Some((name, ..)) = files.iter().find(|(name, ..)| path(name).exists() && !args.force) {
        return Err(Error::ask_hint(format!("{} exists", path(name).display()), "--force replaces it"));
    }
    output::make_folder(&args.output)?;
    for (name, count, bytes) in &files {
        output::write(&path(name), args.force, bytes)?;
        eprintln!("{}: {count} features", path(name).display());
    }
    Ok(Outcome::Answered)
}
