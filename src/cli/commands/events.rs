use super::super::args::{Between, Global, Shape};
use super::super::{Outcome, text};
use super::print_rows;
use crate::error::{Error, Result};
use crate::query::events::{EventFilter, EventRow, events};
use crate::query::{Subject, locate};

/// The chronicle: what happened, where and when
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  karun events --place khabar-asu\n  karun events --from 1869 --to 1870-08")]
pub(in super::super) struct Args {
    /// Those at one place, by its id or any of its names
    #[arg(long, value_name = "PLACE")]
    place: Option<String>,

    #[command(flatten)]
    between: Between,

    #[command(flatten)]
    shape: Shape,
}

pub(super) fn run(args: Args, global: &Global) -> Result<Outcome> {
    let atlas = global.atlas()?;
    let place = match args.place.as_deref().map(|p| locate(&atlas, p)).transpose()? {
        Some(Subject::Place(place)) => Some(place.id.clone()),
        Some(Subject::Point(_)) => {
            return Err(Error::ask_hint("events happen at places", "karun near finds places around LON,LAT"));
        }
        None => None,
    };
    let rows = events(&atlas, &EventFilter { place, from: args.between.from, to: args.between.to });
    if rows.is_empty() {
        eprintln!("the chronicle has no such event");
    }
    print_rows(&rows, args.shape.format, || rows.iter().map(|r| render(&atlas, r)).collect::<Vec<_>>().join("\n"))
}

fn render(atlas: &crate::model::Atlas, e: &EventRow<'_>) -> String {
    let written: Vec<&str> = e.written.iter().map(|w| w.text.as_str()).collect();
    let places: Vec<&str> = e.places.iter().map(|p| atlas.place_name(p)).collect();
    let written = if written.is_empty() { String::new() } else { format!("  {}", written.join("; ")) };
    let mut out = format!("{}{written}  ({})\n", e.date, e.id);
    out.push_str(&text::indented(e.summary));
    out.push_str(&text::facts(&[
        ("places", places.join(", ")),
        ("actors", e.actors.join(", ")),
        ("meaning", e.meaning.unwrap_or_default().to_owned()),
        ("note", e.note.unwrap_or_default().to_owned()),
    ]));
    out
}
