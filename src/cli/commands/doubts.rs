use super::super::args::{Global, PlainFormat, PlainShape, Readings};
use super::super::{Outcome, output, text};
use crate::error::Result;
use crate::index::Index;
use crate::query::doubts::{DoubtRow, doubts};

/// The open questions of the line, ranked by what hangs on them, and what would settle each
#[derive(clap::Args)]
pub(in super::super) struct Args {
    #[command(flatten)]
    readings: Readings,

    #[command(flatten)]
    shape: PlainShape,
}

pub(super) fn run(args: Args, global: &Global) -> Result<Outcome> {
    let atlas = global.atlas()?;
    let index = Index::new(&atlas, &global.choice(&args.readings))?;
    let rows = doubts(&index)?;
    match args.shape.format {
        PlainFormat::Json => output::print_json(&rows)?,
        PlainFormat::Text if rows.is_empty() => eprintln!("no open question of this line is recorded"),
        PlainFormat::Text => {
            let blocks: Vec<String> = rows.iter().enumerate().map(|(i, r)| render(i, r)).collect();
            output::print(blocks.join("\n").as_bytes())?;
        }
    }
    Ok(if rows.is_empty() { Outcome::Nothing } else { Outcome::Answered })
}

fn render(i: usize, d: &DoubtRow<'_>) -> String {
    let ids = |of: &[&str]| of.join(", ");
    let affected: Vec<&str> = d.affected.iter().map(|p| p.as_str()).collect();
    let segments: Vec<&str> = d.segments.iter().map(|s| s.as_str()).collect();
    let places: Vec<&str> = d.places.iter().map(|p| p.as_str()).collect();
    let count = if affected.len() == 1 { "1 place".to_owned() } else { format!("{} places", affected.len()) };
    let mut out = format!("{}. {} km², {count}  ({})\n", i + 1, d.km2, d.id);
    out.push_str(&text::indented(d.question));
    out.push_str(&text::facts(&[
        ("reading", d.reading.map(ToString::to_string).unwrap_or_default()),
        ("segments", ids(&segments)),
        ("positions", ids(&places)),
        ("affects", ids(&affected)),
        ("settled by", d.settled_by.to_owned()),
    ]));
    out
}
