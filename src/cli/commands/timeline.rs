use super::super::args::{Between, Global, Shape};
use super::super::{Outcome, text};
use super::print_rows;
use crate::error::Result;
use crate::query::timeline::{Moment, MomentFilter, timeline};

/// Instruments and events in the order of time
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  karun timeline --acts\n  karun timeline --from 1881 --to 1884")]
pub(in super::super) struct Args {
    /// Only the dates of instruments, and tracts held meanwhile: no events of the chronicle
    #[arg(long)]
    acts: bool,

    #[command(flatten)]
    between: Between,

    #[command(flatten)]
    shape: Shape,
}

pub(super) fn run(args: Args, global: &Global) -> Result<Outcome> {
    let atlas = global.atlas()?;
    let rows = timeline(&atlas, &MomentFilter { from: args.between.from, to: args.between.to, acts_only: args.acts });
    if rows.is_empty() {
        eprintln!("nothing is recorded for that time");
    }
    print_rows(&rows, args.shape.format, || render(&rows))
}

fn render(rows: &[Moment<'_>]) -> String {
    let mut out = String::new();
    for m in rows {
        let what = if m.kind == "event" { String::new() } else { format!("{}: ", m.what.replace('-', " ")) };
        let reckoned: Vec<&str> = [&m.julian, &m.qing].into_iter().flatten().map(String::as_str).collect();
        let written: Vec<&str> = m.written.iter().map(|w| w.text.as_str()).filter(|w| !reckoned.contains(w)).collect();
        let mut calendars = reckoned.join(" = ");
        if !written.is_empty() {
            let gap = if calendars.is_empty() { "" } else { "  " };
            calendars = format!("{calendars}{gap}written {}", written.join("; "));
        }
        out.push_str(format!("{}  {calendars}", m.date).trim_end());
        out.push_str(&format!("  ({})\n", m.id));
        let never = m.never_in_force.map(|why| format!("; never in force: {why}")).unwrap_or_default();
        // Which stretch ended stands in the note.
        let which = m.note.filter(|_| m.what == "ended").map(|note| format!(". {note}")).unwrap_or_default();
        out.push_str(&text::indented(&format!("{what}{}{never}{which}", m.title)));
    }
    out
}
