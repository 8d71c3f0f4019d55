use std::path::PathBuf;

use super::super::Outcome;
use super::super::args::{Global, WhichLine, district};
use super::super::output::{self, Sink};
use crate::error::{Error, Result};
use crate::export::filter::Filter;
use crate::export::layer::Layer;
use crate::export::qgis::{self, Label};
use crate::export::styles::qml;
use crate::export::{Format, Holds, csv, datapackage, layers};
use crate::index::Index;
use crate::query::near::Area;

/// Layers for QGIS and other programs: events, places, markers, segments, bands, sides
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  karun export --format geojson -o layers\n  karun export markers --format csv -o markers.csv\n  karun export segments --format geojson -o -\n  karun export --format qgis -o karun-qgis --lang zh-Hant\n  karun export --format gpkg -o karun.gpkg\n  karun export --format lpf -o places.jsonld"
)]
pub(in super::super) struct Args {
    /// Layers; all by default
    #[arg(value_name = "LAYER")]
    layers: Vec<String>,

    /// The same, as an option that may be repeated
    #[arg(long = "layer", value_name = "LAYER")]
    more_layers: Vec<String>,

    /// qgis (a project folder), gpkg (GeoPackage), geojson, geojsonseq, fgb (FlatGeobuf), kml, csv, lpf (Linked Places), and parquet where built in
    #[arg(long, value_name = "FORMAT")]
    format: String,

    /// A folder that gets one file a layer; a file, or - for standard output, when one layer is named or one file holds all
    #[arg(short, long, value_name = "PATH")]
    output: PathBuf,

    /// Replace files that exist
    #[arg(long)]
    force: bool,

    /// Only what belongs to one treaty district
    #[arg(long, value_name = "DISTRICT")]
    district: Option<String>,

    /// Only what meets a box: west, south, east, north
    #[arg(long, allow_hyphen_values = true, value_name = "MINLON,MINLAT,MAXLON,MAXLAT")]
    bbox: Option<String>,

    /// Only features that meet a condition on a column, as side=china or accuracy_m<5000 (may be repeated)
    #[arg(long = "where", value_name = "COLUMN=VALUE")]
    filters: Vec<Filter>,

    /// Beside each layer file a QGIS style (.qml); GeoPackage and qgis have them inside
    #[arg(long)]
    styles: bool,

    /// For qgis: the script of the labels: en, zh-Hans, zh-Hant, zh-Latn-pinyin, ru
    #[arg(long, value_name = "LANG", default_value = "en")]
    lang: String,

    #[command(flatten)]
    line: WhichLine,
}

pub(super) fn run(mut args: Args, global: &Global) -> Result<Outcome> {
    args.layers.append(&mut args.more_layers);
    let project = args.format == "qgis";
    // A project stands on the GeoPackage, whose layers it names.
    let format: Format = if project { "gpkg" } else { args.format.as_str() }.parse()?;
    let label: Label = args.lang.parse()?;
    let atlas = global.atlas()?;
    let markers = args.layers.is_empty() || args.layers.iter().any(|l| l == "markers");
    let choice =
        if markers { global.choice_with_markers(&atlas, &args.line)? } else { global.choice_on(&atlas, &args.line)? };
    let index = Index::new(&atlas, &choice)?;
    if format.holds() == Holds::Gazetteer {
        if args.district.is_some() || args.bbox.is_some() || !args.filters.is_empty() {
            return Err(Error::ask(format!(
                "{} holds the whole gazetteer: --district, --bbox and --where are for layers",
                format.name()
            )));
        }
        if args.layers.iter().any(|l| l != "places") {
            return Err(Error::ask(format!("{} holds places only", format.name())));
        }
        return one_file(&args, format, &index, &[], atlas.places().len());
    }
    if project && !args.layers.is_empty() {
        return Err(Error::ask_hint("a project holds every layer", "leave the layers out, or take --format gpkg"));
    }
    let names: Vec<&str> =
        if args.layers.is_empty() { layers::NAMES.to_vec() } else { args.layers.iter().map(String::as_str).collect() };
    let district = district(&atlas, args.district.as_deref())?;
    let bounds = match args.bbox.as_deref().map(str::parse).transpose().map_err(Error::ask)? {
        Some(Area::Box(bounds)) => Some(bounds),
        _ => None,
    };
    let mut found = Vec::new();
    for name in &names {
        let mut layer = layers::layer(&index, name)?;
        if let Some(district) = &district {
            layer.keep_district(district.as_str());
        }
        if let Some(bounds) = bounds {
            layer.keep_box(bounds);
        }
        for filter in &args.filters {
            if !filter.keep(&mut layer) {
                if !args.layers.is_empty() {
                    return Err(Error::unknown(
                        "column",
                        filter.column(),
                        layer.schema.columns.iter().map(String::as_str),
                    ));
                }
                layer.features.clear();
            }
        }
        // The project names every layer, so there an empty one stays.
        if layer.features.is_empty() && args.layers.is_empty() && !project {
            eprintln!("{name}: nothing in it, so it is left out");
            continue;
        }
        if layer.features.is_empty() && !project {
            return Err(Error::ask(format!("the layer {name} is empty")));
        }
        found.push(layer);
    }
    if found.iter().all(|l| l.features.is_empty()) {
        return Err(Error::ask("nothing is left to export"));
    }
    if project {
        let files = qgis::folder(&index, &found, label)?;
        let files: Vec<_> = files.into_iter().map(|(name, bytes)| (args.output.join(name), bytes)).collect();
        none_exists(&args, files.iter().map(|(path, _)| path))?;
        output::make_folder(&args.output)?;
        return write_files(&args, &files);
    }
    if format.holds() == Holds::Layers || (names.len() == 1 && !args.output.is_dir()) {
        let count = found.iter().map(|l| l.features.len()).sum();
        return one_file(&args, format, &index, &found, count);
    }
    folder(&args, format, &index, &found)
}

fn one_file(args: &Args, format: Format, index: &Index<'_>, layers: &[Layer], features: usize) -> Result<Outcome> {
    Sink::write(&args.output, args.force, |sink| format.write(index, layers, sink))?;
    if args.output.as_os_str() != "-" {
        eprintln!("{}: {features} features", args.output.display());
    }
    Ok(Outcome::Answered)
}

/// A file for each layer, and its style where that is asked for.
fn folder(args: &Args, format: Format, index: &Index<'_>, layers: &[Layer]) -> Result<Outcome> {
    if args.output.as_os_str() == "-" {
        return Err(Error::ask_hint("several layers do not fit on standard output", "name one layer, or a folder"));
    }
    let file = |name: &str, ending: &str| args.output.join(format!("{name}.{ending}"));
    let mut beside = Vec::new();
    for Layer { schema, .. } in layers {
        if format == Format::Csv {
            beside.push((file(&schema.name, "csvt"), csv::types(schema)));
        }
        if let Some(qml) = qml(&schema.name).filter(|_| args.styles) {
            beside.push((file(&schema.name, "qml"), qml.as_bytes().to_vec()));
        }
    }
    if format == Format::Csv {
        beside.push((args.output.join("datapackage.json"), datapackage::describe(layers)));
    }
    let own: Vec<PathBuf> = layers.iter().map(|l| file(&l.schema.name, format.ending())).collect();
    none_exists(args, own.iter().chain(beside.iter().map(|(path, _)| path)))?;
    output::make_folder(&args.output)?;
    for (path, layer) in own.iter().zip(layers) {
        Sink::write(path, args.force, |sink| format.write(index, std::slice::from_ref(layer), sink))?;
        eprintln!("{}", path.display());
    }
    write_files(args, &beside)
}

/// Before anything is written: none of the files may be there.
fn none_exists<'p>(args: &Args, mut paths: impl Iterator<Item = &'p PathBuf>) -> Result<()> {
    match paths.find(|path| path.exists() && !args.force) {
        None => Ok(()),
        Some(path) => Err(Error::ask_hint(format!("{} exists", path.display()), "--force replaces it")),
    }
}

fn write_files(args: &Args, files: &[(PathBuf, Vec<u8>)]) -> Result<Outcome> {
    for (path, bytes) in files {
        output::write(path, args.force, bytes)?;
        eprintln!("{}", path.display());
    }
    Ok(Outcome::Answered)
}
