use super::super::args::{Global, WhichLine};
use super::super::{Outcome, output};
use crate::error::{Error, Result};
use crate::index::Index;
use crate::query::cite::{self, Lang};
use crate::query::{locate, show, side};

/// A footnote for a place, segment, marker, treaty, article, reading or source, or for an answer about a side
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  karun cite burkhat\n  karun cite kobdo-burkhat --lang zh\n  karun cite --side 82.98,46.75 --format csl"
)]
pub(in super::super) struct Args {
    /// An id, or any name of a place
    #[arg(required_unless_present = "side")]
    id: Option<String>,

    /// The answer about a place or LON,LAT instead
    #[arg(long, allow_hyphen_values = true, value_name = "PLACE|LON,LAT", conflicts_with = "id")]
    side: Option<String>,

    /// A clause of the instrument
    #[arg(long, value_name = "N", requires = "id")]
    article: Option<String>,

    /// en, zh or ru
    #[arg(long, value_name = "LANG", default_value = "en")]
    lang: String,

    /// text for a footnote, csl for a reference manager (CSL-JSON), json for both
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: String,

    #[command(flatten)]
    line: WhichLine,
}

pub(super) fn run(args: Args, global: &Global) -> Result<Outcome> {
    let lang: Lang = args.lang.parse()?;
    let atlas = global.atlas()?;
    let cited = match (&args.side, &args.id) {
        (Some(words), _) => {
            let subject = locate(&atlas, words)?;
            let index = Index::new(&atlas, &global.choice_on(&atlas, &args.line)?)?;
            cite::of_side(&atlas, &side::of(&index, words, subject, None), lang)
        }
        (None, Some(_)) if args.line.on.is_some() => {
            return Err(Error::ask_hint("--on goes with --side", "a thing of the atlas is cited whatever the day"));
        }
        (None, Some(id)) => cite::of(&atlas, &show::show(&atlas, id, args.article.as_deref())?, lang),
        (None, None) => return Err(Error::ask("an id is needed, or --side")),
    };
    match args.format.as_str() {
        "text" => output::print(format!("{}\n", cited.text).as_bytes())?,
        "csl" => output::print_json(&[cited.csl])?,
        "json" => output::print_json(&cited)?,
        other => return Err(Error::ask_hint(format!("unknown format «{other}»"), "text, csl or json")),
    }
    Ok(Outcome::Answered)
}
