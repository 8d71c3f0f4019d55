use std::fs::File;
use std::io::{BufRead, BufReader, IsTerminal as _, stdin};
use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressStyle};

use super::super::Outcome;
use super::super::args::{Global, Readings};
use super::super::output::Sink;
use crate::error::{Error, Result};
use crate::export::classify::{Column, Options, TableFormat, classify};
use crate::index::Index;

/// How many unread rows are named one by one.
const NAMED: usize = 20;

/// A whole table: CSV, TSV or GeoJSON points in, the same out with columns appended
#[derive(clap::Args)]
#[command(
    after_help = "Appended: side, verdict, distance_m, segment; --columns picks from these and probability, marker, line_km.\nA row that cannot be read keeps its place, gets empty values and is named on stderr; the exit is then 1.\n\nExamples:\n  karun classify places.csv -o sides.csv\n  karun classify photos.geojson -o - --columns side,probability\n  cat census.tsv | karun classify - --input-format tsv --lon east --lat north"
)]
pub(in super::super) struct Args {
    /// A file, or - for standard input
    #[arg(value_name = "INPUT")]
    input: PathBuf,

    /// A file that appears whole or not at all, or - for standard output
    #[arg(short, long, value_name = "OUT", default_value = "-")]
    output: PathBuf,

    /// Replace a file that exists
    #[arg(long)]
    force: bool,

    /// The column of longitudes, if it has no usual name
    #[arg(long, value_name = "COL")]
    lon: Option<String>,

    /// The column of latitudes, if it has no usual name
    #[arg(long, value_name = "COL")]
    lat: Option<String>,

    /// A column of 95 % radii in metres
    #[arg(long, value_name = "COL")]
    accuracy_m: Option<String>,

    /// What to append, divided by commas
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',')]
    columns: Vec<String>,

    /// Put before the names of the appended columns
    #[arg(long, value_name = "TEXT", default_value = "")]
    prefix: String,

    /// csv, tsv or geojson; otherwise by the file's ending
    #[arg(long, value_name = "FORMAT")]
    input_format: Option<String>,

    /// What divides fields, if not what the header shows: one character, or tab
    #[arg(long, value_name = "CHAR")]
    delimiter: Option<String>,

    #[command(flatten)]
    readings: Readings,
}

pub(super) fn run(args: Args, global: &Global) -> Result<Outcome> {
    let options = Options {
        format: table_format(&args)?,
        lon: args.lon.clone(),
        lat: args.lat.clone(),
        accuracy_m: args.accuracy_m.clone(),
        columns: columns(&args.columns)?,
        prefix: args.prefix.clone(),
    };
    let atlas = global.atlas()?;
    let index = Index::new(&atlas, &global.choice(&args.readings))?;
    let (mut input, progress) = open(&args.input)?;
    let report = Sink::write(&args.output, args.force, |sink| classify(&index, &options, &mut *input, sink))?;
    progress.finish_and_clear();

    eprintln!("{}", report.columns);
    for unread in report.unread.iter().take(NAMED) {
        let feature = unread.feature.map(|n| format!("feature {n}, ")).unwrap_or_default();
        eprintln!("{feature}line {}: {}", unread.line, unread.reason);
    }
    if report.unread.len() > NAMED {
        eprintln!("… and {} more", report.unread.len() - NAMED);
    }
    let answered = report.rows - report.unread.len() as u64;
    let rows = |n: u64| format!("{n} row{}", if n == 1 { "" } else { "s" });
    match report.unread.len() {
        0 => eprintln!("{} answered", rows(answered)),
        unread => eprintln!("{} answered, {} unread", rows(answered), rows(unread as u64)),
    }
    Ok(if report.unread.is_empty() { Outcome::Answered } else { Outcome::Nothing })
}

fn table_format(args: &Args) -> Result<TableFormat> {
    let delimiter = match args.delimiter.as_deref() {
        None => None,
        Some("tab" | "\\t" | "\t") => Some(b'\t'),
        Some(text) if text.len() == 1 && !matches!(text, "\"" | "\n" | "\r") => Some(text.as_bytes()[0]),
        Some(text) => return Err(Error::ask_hint(format!("«{text}» is no delimiter"), "one character, or tab")),
    };
    let ending = args.input.extension().and_then(|e| e.to_str()).unwrap_or("").to_lowercase();
    let name = args.input_format.clone().unwrap_or(ending);
    match name.as_str() {
        "csv" | "txt" => Ok(TableFormat::Separated { delimiter }),
        "tsv" | "tab" => Ok(TableFormat::Separated { delimiter: delimiter.or(Some(b'\t')) }),
        "geojson" | "json" => Ok(TableFormat::GeoJson),
        "" => Err(Error::ask_hint("the format of the input is not known", "--input-format csv, tsv or geojson")),
        other => {
            Err(Error::ask_hint(format!("a table in «{other}» cannot be read"), "--input-format csv, tsv or geojson"))
        }
    }
}

fn columns(given: &[String]) -> Result<Vec<Column>> {
    if given.is_empty() {
        return Ok(Column::DEFAULT.to_vec());
    }
    let mut out: Vec<Column> = Vec::new();
    for name in given {
        let column = name.trim().parse()?;
        if out.contains(&column) {
            return Err(Error::ask(format!("the column «{}» is asked for twice", name.trim())));
        }
        out.push(column);
    }
    Ok(out)
}

/// The input, with a bar on a terminal.
fn open(path: &Path) -> Result<(Box<dyn BufRead>, ProgressBar)> {
    if path == Path::new("-") {
        return Ok((Box::new(BufReader::new(stdin())), ProgressBar::hidden()));
    }
    let failed = |source| Error::Io { action: "read", path: path.to_owned(), source };
    let file = File::open(path).map_err(failed)?;
    let meta = file.metadata().map_err(failed)?;
    if meta.is_dir() {
        return Err(Error::ask(format!("{} is a folder: a table is expected", path.display())));
    }
    let bar = if std::io::stderr().is_terminal() { ProgressBar::new(meta.len()) } else { ProgressBar::hidden() };
    if let Ok(style) = ProgressStyle::with_template("{wide_bar} {bytes}/{total_bytes} {eta}") {
        bar.set_style(style);
    }
    Ok((Box::new(BufReader::new(bar.wrap_read(file))), bar))
}
