use super::super::args::{Global, OfType, Shape};
use super::super::{Outcome, text};
use super::print_rows;
use crate::error::Result;
use crate::query::ask::Hit;
use crate::query::find;

/// Places by any name in any script
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  karun find 沙賓達巴哈\n  karun find khabar --type pass")]
pub(in super::super) struct Args {
    /// A name as written, or its beginning
    #[arg(allow_hyphen_values = true)]
    name: String,

    /// At most so many places
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: usize,

    #[command(flatten)]
    of_type: OfType,

    #[command(flatten)]
    shape: Shape,
}

pub(super) fn run(args: Args, global: &Global) -> Result<Outcome> {
    let atlas = global.atlas()?;
    let mut hits = find(&atlas, &args.name, args.of_type.known(&atlas)?.as_ref());
    let all = hits.len();
    hits.truncate(args.limit);
    if hits.is_empty() {
        eprintln!("no place has a name «{}» or one that begins so", args.name);
    } else if all > hits.len() {
        eprintln!("{} of {all} places; --limit shows more", hits.len());
    }
    print_rows(&hits, args.shape.format, || hits.iter().map(render).collect())
}

fn render(hit: &Hit<'_>) -> String {
    let position = hit.lon.zip(hit.lat).map_or_else(|| "no position".to_owned(), |(lon, lat)| format!("{lon},{lat}"));
    let mut out = format!("{}  {} ({}, {}; {position})\n", hit.id, hit.name, hit.kind, hit.district);
    out.push_str(&format!("  {:.2}  «{}» {}, {}\n", hit.score, hit.matched, hit.lang, hit.how));
    out.push_str(&text::indented(hit.summary));
    out
}
