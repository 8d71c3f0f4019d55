use serde::Serialize;

use super::super::args::{Format, Global, OfType, Shape, district_of_places};
use super::super::{Outcome, output, text};
use super::print_rows;
use crate::error::Result;
use crate::index::Names;
use crate::model::{Atlas, Position};
use crate::query::ask::{Found, Narrow, shortened};
use crate::query::find;

/// Places by any name in any script, however it is spelled
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  karun find 沙賓達巴哈\n  karun find Tschugutschak\n  karun find khabar --type pass\n  karun find Zaisan --near 85,47.5"
)]
pub(in super::super) struct Args {
    /// A name in any spelling, or its beginning
    #[arg(allow_hyphen_values = true)]
    name: String,

    /// At most so many places
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: usize,

    #[command(flatten)]
    of_type: OfType,

    /// Only places of one district, by its id or any of its names
    #[arg(long, value_name = "DISTRICT")]
    district: Option<String>,

    /// Of namesakes the nearest to a position first
    #[arg(long, value_name = "LON,LAT", allow_hyphen_values = true)]
    near: Option<Position>,

    /// Show the keys by which the name was looked for, and those of the names found
    #[arg(long)]
    explain: bool,

    #[command(flatten)]
    shape: Shape,
}

pub(super) fn run(args: Args, global: &Global) -> Result<Outcome> {
    let atlas = global.atlas()?;
    let narrow = Narrow {
        kind: args.of_type.known(&atlas)?,
        district: district_of_places(&atlas, args.district.as_deref())?,
        near: args.near,
    };
    let mut hits = find(&atlas, &args.name, &narrow);
    let all = hits.len();
    hits.truncate(args.limit);
    if hits.is_empty() {
        eprintln!("no place has a name like «{}»", shortened(&args.name));
    } else if all > hits.len() {
        eprintln!("{} of {all} places; --limit shows more", hits.len());
    }
    if !args.explain {
        return print_rows(&hits, args.shape.format, || hits.iter().map(render).collect());
    }
    let query_keys = Names::explain(&args.name);
    if args.shape.format == Format::Text {
        // Also where nothing was found: then the keys say why.
        output::print(keys(&format!("«{}»", shortened(&args.name)), &query_keys).as_bytes())?;
    }
    let rows: Vec<Explained<'_>> = hits.iter().map(|hit| Explained::new(&atlas, &query_keys, hit)).collect();
    print_rows(&rows, args.shape.format, || {
        let row =
            |r: &Explained<'_>| format!("\n{}{}", render(r.hit), keys(&format!("«{}»", r.hit.matched), &r.name_keys));
        rows.iter().map(row).collect()
    })
}

/// A hit with the keys that met.
#[derive(Serialize)]
struct Explained<'a> {
    #[serde(flatten)]
    hit: &'a Found<'a>,
    query_keys: &'a [(String, String)],
    name_keys: Vec<(String, String)>,
}

impl<'a> Explained<'a> {
    fn new(atlas: &Atlas, query_keys: &'a [(String, String)], hit: &'a Found<'a>) -> Self {
        let names = atlas.place(hit.id).map_or(&[][..], |p| &p.names);
        let matched = names.iter().find(|n| n.text == hit.matched && n.lang == hit.lang);
        Self { hit, query_keys, name_keys: matched.map(Names::explain_name).unwrap_or_default() }
    }
}

fn keys(of: &str, keys: &[(String, String)]) -> String {
    let rows: Vec<Vec<String>> = keys.iter().map(|(key, how)| vec![format!("  {key}"), how.clone()]).collect();
    format!("keys of {of}\n{}", text::table(&["  key", "made by"], &rows))
}

fn render(hit: &Found<'_>) -> String {
    let position = hit.lon.zip(hit.lat).map_or_else(|| "no position".to_owned(), |(lon, lat)| format!("{lon},{lat}"));
    let away = hit.distance_m.map_or_else(String::new, |m| format!(", {:.0} km away", m / 1000.0));
    let mut out = format!("{}  {} ({}, {}; {position}{away})\n", hit.id, hit.name, hit.kind, hit.district);
    out.push_str(&format!("  {:.2}  «{}» {}, {}\n", hit.score, hit.matched, hit.lang, hit.how));
    out.push_str(&text::indented(hit.summary));
    out
}
