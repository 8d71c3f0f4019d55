use std::path::PathBuf;

use super::super::args::{Global, PlainFormat, PlainShape};
use super::super::{Outcome, output, problems, text};
use crate::error::Result;
use crate::query::check::{Outcome as Tested, Report, check};
use crate::query::history::Span;

/// A data folder through every rule of the format, and its assertions against the map
#[derive(clap::Args)]
pub(in super::super) struct Args {
    /// The folder; without it the bundled data, or the one of --data
    #[arg(value_name = "DIR")]
    dir: Option<PathBuf>,

    /// Print every assertion, text against map, not only those that fail
    #[arg(long)]
    assertions: bool,

    #[command(flatten)]
    shape: PlainShape,
}

pub(super) fn run(args: Args, global: &Global) -> Result<Outcome> {
    let report = check(args.dir.as_deref().or(global.data()))?;
    match args.shape.format {
        PlainFormat::Json => output::print_json(&report)?,
        PlainFormat::Text => {
            let styled = std::io::IsTerminal::is_terminal(&std::io::stdout());
            let mut out = problems::render(report.problems.iter(), styled);
            if args.assertions {
                out.push_str(&assertions(&report.assertions));
            }
            out.push_str(&line(&report.line));
            out.push_str(&summary(&report));
            output::print(out.as_bytes())?;
        }
    }
    Ok(if report.errors() == 0 { Outcome::Answered } else { Outcome::Nothing })
}

fn assertions(tested: &[Tested]) -> String {
    let one = |t: &Tested| {
        let mark = if t.holds { "holds" } else { "FAILS" };
        format!("{mark}  {}\n{}", t.subject, text::facts(&[("text", t.text.clone()), ("map", t.map.clone())]))
    };
    let out: String = tested.iter().map(one).collect();
    out + "\n"
}

/// The line in force from its first day on, where it ever changed.
fn line(spans: &[Span]) -> String {
    if spans.len() < 2 {
        return String::new();
    }
    let sound = spans.iter().all(|s| s.connected && s.simple);
    let mut out =
        format!("line in force: {}\n", if sound { "on every day one connected, simple line" } else { "BROKEN" });
    for s in spans {
        let until = s.until.map_or_else(|| "on".to_owned(), |d| format!("to {d}"));
        let acts: Vec<&str> = s.acts.iter().map(|a| a.as_str()).collect();
        let broken = if s.connected && s.simple { "" } else { ", not one simple line" };
        out.push_str(&format!(
            "  {} {until}  {} segments, {:.0} km{broken}  ({})\n",
            s.from,
            s.segments,
            s.length_km,
            acts.join(", ")
        ));
        for p in &s.pending {
            let km = p.length_km;
            out.push_str(&format!(
                "    pending by {}, article {}: {} to {}, {km:.0} km\n",
                p.treaty, p.article, p.from, p.to
            ));
        }
    }
    out
}

fn summary(report: &Report) -> String {
    let c = &report.counts;
    let plural = |n: usize, word: &str| format!("{n} {word}{}", if n == 1 { "" } else { "s" });
    let mut out = String::new();
    if c.places > 0 {
        out.push_str(&format!(
            "{}, {}, {}, {}, {}, {}\n",
            plural(c.places, "place"),
            plural(c.names, "name"),
            plural(c.sources, "source"),
            plural(c.instruments, "instrument"),
            plural(c.segments, "segment"),
            plural(c.markers, "marker"),
        ));
        let held = report.assertions.iter().filter(|a| a.holds).count();
        let hold = if report.assertions.len() == 1 { "holds" } else { "hold" };
        out.push_str(&format!("{held} of {} {hold}\n", plural(report.assertions.len(), "assertion")));
    }
    out.push_str(&format!("{}, {}\n", plural(report.errors(), "error"), plural(report.warnings(), "warning")));
    out
}
