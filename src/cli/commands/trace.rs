use super::super::args::{Format, Global, Shape, WhichLine, district};
use super::super::{Outcome, output, text};
use super::{print_rows, values};
use crate::error::Result;
use crate::export::geojson;
use crate::export::layer::Geometry;
use crate::index::Index;
use crate::query::side::no_line;
use crate::query::trace::{LegRow, trace};

/// The line leg by leg
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  karun trace\n  karun trace --district ili --reading ili-literal")]
pub(in super::super) struct Args {
    /// Only the legs of one treaty district
    #[arg(long, value_name = "DISTRICT")]
    district: Option<String>,

    #[command(flatten)]
    line: WhichLine,

    #[command(flatten)]
    shape: Shape,
}

pub(super) fn run(args: Args, global: &Global) -> Result<Outcome> {
    let atlas = global.atlas()?;
    let index = Index::new(&atlas, &global.choice_on(&atlas, &args.line)?)?;
    let rows = trace(&index, district(&atlas, args.district.as_deref())?.as_ref());
    if args.shape.format == Format::Geojson && !rows.is_empty() {
        let chain = |row: &LegRow<'_>| vec![index.legs()[row.seq - 1].segment.chain.clone()];
        let shapes = rows.iter().map(|r| Geometry::MultiLineString(chain(r)));
        let rows: Vec<_> = values(&rows)?.into_iter().zip(shapes).collect();
        output::print(&geojson::shapes(rows))?;
        return Ok(Outcome::Answered);
    }
    if rows.is_empty() {
        eprintln!("{}", no_line(&index).unwrap_or_else(|| "no leg of this line bounds that district".to_owned()));
    }
    print_rows(&rows, args.shape.format, || render(&index, &rows))
}

fn render(index: &Index<'_>, rows: &[LegRow<'_>]) -> String {
    let mut out = String::new();
    let mut last = None;
    let mut block: Vec<Vec<String>> = Vec::new();
    let flush = |block: &mut Vec<Vec<String>>, out: &mut String| {
        if !block.is_empty() {
            out.push_str(&text::table(
                &["", "from km", "km", "to", "segment", "follows", "± km", "certainty", "markers"],
                block,
            ));
            block.clear();
        }
    };
    for row in rows {
        if last != Some((row.line, row.district, row.article)) {
            flush(&mut block, &mut out);
            let gap = if out.is_empty() { "" } else { "\n" };
            let district = row.district.map_or("", |d| d.as_str());
            out.push_str(&format!(
                "{gap}{} · {district} · article {} · left {}, right {} · from {}\n",
                row.line,
                row.article,
                row.left,
                row.right,
                index.atlas().place_name(row.from)
            ));
            last = Some((row.line, row.district, row.article));
        }
        let numbers: Vec<&str> = row.markers.iter().map(|m| m.as_str().rsplit('-').next().unwrap_or("")).collect();
        block.push(vec![
            format!("{:>3}", row.seq),
            format!("{:>7.1}", row.from_km),
            format!("{:>6.1}", row.length_km),
            index.atlas().place_name(row.to).to_owned(),
            row.id.to_string(),
            row.follows.as_str().to_owned(),
            format!("{:>4.0}", row.accuracy_m / 1000.0),
            row.certainty.to_string(),
            [row.pending.as_ref().map(|_| "pending"), Some(numbers.join(" ").as_str()).filter(|n| !n.is_empty())]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join("; "),
        ]);
    }
    flush(&mut block, &mut out);
    out
}
