use std::fs::File;
use std::io::{BufRead, BufReader, IsTerminal as _, Seek as _, stdin};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use indicatif::{HumanCount, ProgressBar, ProgressState, ProgressStyle};

use super::super::Outcome;
use super::super::args::{Global, WhichLine};
use super::super::output::Sink;
use crate::error::{Error, Result};
use crate::export::classify::{Column, Options, Report, TableFormat, classify, convert, schema};
use crate::export::layer::Schema;
use crate::export::{Format, Writer};
use crate::index::Index;

/// How many unread rows are named one by one.
const NAMED: usize = 20;

/// A whole table: CSV, TSV or GeoJSON points in, the same out with columns appended, or a layer in another format
#[derive(clap::Args)]
#[command(
    after_help = "Appended: side, verdict, distance_m, segment; --columns picks from these and probability, marker, line_km.\nA row that cannot be read keeps its place, gets empty values and is named on stderr; the exit is then 1.\n\nExamples:\n  karun classify places.csv -o sides.csv\n  karun classify photos.geojson -o - --columns side,probability\n  karun classify census.csv -o census.gpkg\n  cat census.tsv | karun classify - --input-format tsv --lon east --lat north"
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

    /// A column of points in WKT, instead of the two
    #[arg(long, value_name = "COL")]
    wkt: Option<String>,

    /// A column of 95 % radii in metres
    #[arg(long, value_name = "COL")]
    accuracy_m: Option<String>,

    /// What to append, divided by commas
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',')]
    columns: Vec<String>,

    /// Put before the names of the appended columns
    #[arg(long, value_name = "TEXT", default_value = "")]
    prefix: String,

    /// csv, tsv, geojson, geojsonseq, and parquet where built in; otherwise by the file's ending
    #[arg(long, value_name = "FORMAT")]
    input_format: Option<String>,

    /// geojson, geojsonseq, csv, fgb (FlatGeobuf), gpkg (GeoPackage), and parquet where built in; otherwise by the ending of
    /// OUT, or as the input
    #[arg(long, value_name = "FORMAT")]
    output_format: Option<String>,

    /// What divides fields, if not what the header shows: one character, or tab
    #[arg(long, value_name = "CHAR")]
    delimiter: Option<String>,

    #[command(flatten)]
    line: WhichLine,
}

pub(super) fn run(args: Args, global: &Global) -> Result<Outcome> {
    let options = Options {
        format: table_format(&args)?,
        lon: args.lon.clone(),
        lat: args.lat.clone(),
        wkt: args.wkt.clone(),
        accuracy_m: args.accuracy_m.clone(),
        columns: columns(&args.columns)?,
        prefix: args.prefix.clone(),
        passed: Arc::default(),
    };
    let to = other_format(&args, options.format)?;
    let atlas = global.atlas()?;
    let index = Index::new(&atlas, &global.choice_on(&atlas, &args.line)?)?;
    let source = Source::open(&args.input, to.is_some())?;
    let report = Sink::write(&args.output, args.force, |sink| {
        let Some(format) = to else { return source.read(&options, |input| classify(&index, &options, input, sink)) };
        let name = args.output.file_stem().and_then(|stem| stem.to_str()).filter(|stem| *stem != "-");
        let schema = source.schema(&options, name.unwrap_or("points"))?;
        let no = || Error::ask(format!("a table does not become {}", format.name()));
        let mut writer = format.writer(&schema, sink)?.ok_or_else(no)?;
        let report = source.convert(&index, &options, &schema, &mut *writer)?;
        writer.finish()?;
        Ok(report)
    })?;

    eprintln!("{}", report.columns);
    for unread in report.named.iter().take(NAMED) {
        let feature = unread.feature.map(|n| format!("feature {n}, ")).unwrap_or_default();
        eprintln!("{feature}line {}: {}", unread.line, unread.reason);
    }
    if report.unread > NAMED as u64 {
        eprintln!("… and {} more", report.unread - NAMED as u64);
    }
    let rows = |n: u64| format!("{n} row{}", if n == 1 { "" } else { "s" });
    let answered = report.rows - report.unread;
    match report.unread {
        0 => eprintln!("{} answered", rows(answered)),
        unread => eprintln!("{} answered, {} unread", rows(answered), rows(unread)),
    }
    if let Some(format) = to.filter(|format| report.unread > 0 && !format.keeps_unplaced()) {
        eprintln!("the unread rows are left out: {} has no place for a row without a position", format.name());
    }
    Ok(if report.unread == 0 { Outcome::Answered } else { Outcome::Nothing })
}

/// The format of the output, if it is not that of the input.
fn other_format(args: &Args, input: TableFormat) -> Result<Option<Format>> {
    let ending = args.output.extension().and_then(|e| e.to_str()).unwrap_or("").to_lowercase();
    let format: Format = match (args.output_format.as_deref(), ending.as_str()) {
        (Some(name), _) => name.parse()?,
        (None, "json") => Format::GeoJson,
        (None, "ndjson" | "geojsons") => Format::GeoJsonSeq,
        (None, "tsv" | "tab" | "txt") => Format::Csv,
        (None, ending) => match Format::by_ending(ending) {
            Some(format) => format,
            None if matches!(ending, "shp" | "parquet") => ending.parse()?,
            // Any other ending says nothing.
            #[cfg(feature = "parquet")]
            None if input == TableFormat::Parquet => Format::GeoParquet,
            None => return Ok(None),
        },
    };
    let same = match input {
        TableFormat::Separated { .. } => Format::Csv,
        TableFormat::GeoJson => Format::GeoJson,
        TableFormat::GeoJsonSeq => Format::GeoJsonSeq,
        // Written anew in any case.
        #[cfg(feature = "parquet")]
        TableFormat::Parquet => return Ok(Some(format)),
    };
    Ok((format != same).then_some(format))
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
        "geojsonseq" | "geojsonl" | "geojsons" | "ndjson" => Ok(TableFormat::GeoJsonSeq),
        #[cfg(feature = "parquet")]
        "parquet" => Ok(TableFormat::Parquet),
        #[cfg(not(feature = "parquet"))]
        "parquet" => name.parse::<Format>().and(Err(Error::ask("this karun reads no Parquet"))),
        "" => Err(Error::ask_hint(
            "the format of the input is not known",
            "--input-format csv, tsv, geojson or geojsonseq",
        )),
        other => Err(Error::ask_hint(
            format!("a table in «{other}» cannot be read"),
            "--input-format csv, tsv, geojson or geojsonseq",
        )),
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

/// A file that can be read again, or standard input.
enum Source {
    File(PathBuf),
    /// What came from standard input, where it has to be read twice.
    Kept(File),
    Stdin,
}

impl Source {
    fn open(path: &Path, twice: bool) -> Result<Self> {
        if path != Path::new("-") {
            return match path.is_dir() {
                true => Err(Error::ask(format!("{} is a folder: a table is expected", path.display()))),
                false => Ok(Self::File(path.to_owned())),
            };
        }
        if !twice {
            return Ok(Self::Stdin);
        }
        let failed = |source| Error::Io { action: "keep", path: "standard input".into(), source };
        let mut kept = tempfile::tempfile().map_err(failed)?;
        std::io::copy(&mut stdin().lock(), &mut kept).map_err(failed)?;
        Ok(Self::Kept(kept))
    }

    /// The layer that the table becomes.
    fn schema(&self, options: &Options, name: &str) -> Result<Schema> {
        #[cfg(feature = "parquet")]
        if options.format == TableFormat::Parquet {
            return crate::export::classify::parquet_schema(options, name, &self.file()?);
        }
        self.read(options, |input| schema(options, name, input))
    }

    fn convert(
        &self,
        index: &Index<'_>,
        options: &Options,
        schema: &Schema,
        writer: &mut dyn Writer,
    ) -> Result<Report> {
        #[cfg(feature = "parquet")]
        if options.format == TableFormat::Parquet {
            return crate::export::classify::parquet_convert(index, options, &self.file()?, writer);
        }
        self.read(options, |input| convert(index, options, schema, input, writer))
    }

    /// The file, at its beginning.
    fn file(&self) -> Result<File> {
        let mut file = match self {
            Self::File(path) => File::open(path).map_err(|source| self.unread(source))?,
            Self::Kept(file) => file.try_clone().map_err(|source| self.unread(source))?,
            Self::Stdin => return Err(Error::ask("standard input was not kept")),
        };
        file.rewind().map_err(|source| self.unread(source))?;
        Ok(file)
    }

    fn unread(&self, source: std::io::Error) -> Error {
        let path = match self {
            Self::File(path) => path.as_path(),
            Self::Kept(_) | Self::Stdin => Path::new("standard input"),
        };
        Error::Io { action: "read", path: path.to_owned(), source }
    }

    /// Reads it from its beginning, with a bar on a terminal.
    fn read<T>(&self, options: &Options, work: impl FnOnce(&mut (dyn BufRead + Send)) -> Result<T>) -> Result<T> {
        if let Self::Stdin = self {
            return work(&mut BufReader::new(stdin()));
        }
        let file = self.file()?;
        let bytes = file.metadata().map_err(|source| self.unread(source))?.len();
        let bar = bar(bytes, options);
        let done = work(&mut BufReader::with_capacity(1 << 18, bar.wrap_read(file)));
        bar.finish_and_clear();
        done
    }
}

/// Bytes read, rows a second, and what is left of the time.
fn bar(bytes: u64, options: &Options) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(bytes);
    let (passed, before) = (Arc::clone(&options.passed), options.passed.load(Ordering::Relaxed));
    if let Ok(style) = ProgressStyle::with_template("{wide_bar} {bytes}/{total_bytes} {rows} {eta}") {
        bar.set_style(style.with_key("rows", move |state: &ProgressState, out: &mut dyn std::fmt::Write| {
            let rows = (passed.load(Ordering::Relaxed) - before) as f64;
            let _ = write!(out, "{} rows/s", HumanCount((rows / state.elapsed().as_secs_f64().max(1e-3)) as u64));
        }));
    }
    bar
}
