use serde_json::json;

use super::super::args::{Format, Global, Shape, one_day};
use super::super::{Outcome, output, text};
use super::{print_rows, values};
use crate::error::{Error, Result};
use crate::export::geojson;
use crate::export::layer::Geometry;
use crate::model::{Atlas, Edtf, parse_date};
use crate::query::changed::{AreaRow, Changed, ChangedPlace, changed};
use crate::query::side::Verdict;

/// What changed sides between two dates: places, and land in km², act by act
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  karun changed --from 1870 --to 1885\n  karun changed --from 1870 --to 1885 --places --format csv\n  karun changed --from 1864-10-07 --to 1884-12-31 --area --format geojson"
)]
pub(in super::super) struct Args {
    /// The date of the first line, as 1870-01-01, 1870 or 同治九年正月初一日
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    from: Edtf,

    /// The date of the second line
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    to: Edtf,

    /// Only the places
    #[arg(long, conflicts_with = "area")]
    places: bool,

    /// Only the land
    #[arg(long)]
    area: bool,

    #[command(flatten)]
    shape: Shape,
}

pub(super) fn run(args: Args, global: &Global) -> Result<Outcome> {
    let atlas = global.atlas()?;
    if global.treaty().is_some() {
        return Err(Error::ask("changed compares the lines of two dates: leave out --treaty"));
    }
    let found = changed(&atlas, one_day(&atlas, &args.from)?, one_day(&atlas, &args.to)?)?;
    let format = args.shape.format;
    match (args.places, args.area, format) {
        (true, _, _) => {
            return print_rows(&found.places, format, || places_text(&atlas, &found.places));
        }
        (_, true, Format::Geojson) if !found.areas.is_empty() => {
            let shapes = found.areas.iter().map(|row| Geometry::from(&row.shape));
            output::print(&geojson::shapes(values(&found.areas)?.into_iter().zip(shapes).collect()))?;
        }
        (_, true, _) => {
            return print_rows(&found.areas, format, || areas_text(&found));
        }
        (_, _, Format::Text) => output::print(whole_text(&atlas, &found).as_bytes())?,
        (_, _, Format::Json) => output::print_json(&json!(found))?,
        (_, _, Format::Csv | Format::Geojson) => {
            return Err(Error::ask_hint("places and land are two tables", "name one: --places or --area"));
        }
    }
    let nothing = found.places.is_empty() && found.areas.is_empty();
    Ok(if nothing { Outcome::Nothing } else { Outcome::Answered })
}

fn whole_text(atlas: &Atlas, found: &Changed<'_>) -> String {
    if found.places.is_empty() && found.areas.is_empty() {
        return format!("Nothing changed sides between {} and {}.\n", found.from, found.to);
    }
    format!("{}\n{}", areas_text(found), places_text(atlas, &found.places))
}

fn areas_text(found: &Changed<'_>) -> String {
    let party = |id: Option<&crate::model::PartyId>| id.map_or("outside", |id| id.as_str()).to_owned();
    let line = |row: &AreaRow<'_>| {
        vec![
            row.since.to_string(),
            row.treaty.to_string(),
            row.sector.as_ref().map(ToString::to_string).unwrap_or_default(),
            party(row.from.as_ref()),
            party(row.to.as_ref()),
            format!("{:>10.1}", row.km2),
            row.accuracy_km2.map(|a| format!("{a:>6.0}")).unwrap_or_default(),
        ]
    };
    let rows: Vec<Vec<String>> = found.areas.iter().map(line).collect();
    let mut out = format!("Land that changed sides between {} and {}\n\n", found.from, found.to);
    out.push_str(&text::table(&["since", "act", "sector", "from", "to", "       km²", "     ±"], &rows));
    let mut ways: Vec<(String, String, f64)> = Vec::new();
    for row in found.areas.iter().filter(|r| r.from.is_some() && r.to.is_some()) {
        let (from, to) = (party(row.from.as_ref()), party(row.to.as_ref()));
        match ways.iter_mut().find(|w| w.0 == from && w.1 == to) {
            Some(way) => way.2 += row.km2,
            None => ways.push((from, to, row.km2)),
        }
    }
    for (from, to, km2) in ways {
        out.push_str(&format!("\nFrom {from} to {to}: {km2:.1} km² in all.\n"));
    }
    if !found.published.is_empty() {
        out.push_str("\nPublished elsewhere\n\n");
        for row in &found.published {
            let by: Vec<&str> = row.area.sources.iter().map(|c| c.source.as_str()).collect();
            let note = row.area.note.as_ref().map(|n| format!(" {n}")).unwrap_or_default();
            let words = format!("{} km² ({}): {}.{note}", row.area.km2, by.join("; "), row.area.what);
            out.push_str(&text::indented(&words));
        }
    }
    out
}

/// "russia (certain)", "outside".
fn side(side: Option<&str>, verdict: Verdict) -> String {
    side.map_or_else(|| verdict.as_str().to_owned(), |side| format!("{side} ({})", verdict.as_str()))
}

fn places_text(atlas: &Atlas, places: &[ChangedPlace<'_>]) -> String {
    let mut out = String::new();
    let mut acts: Vec<_> = places.iter().map(|p| (p.since, p.treaty.as_ref())).collect();
    acts.dedup();
    for (since, act) in acts {
        let title = act.and_then(|id| atlas.instrument(id)).map_or("", |t| t.title());
        let since_text = since.map(|d| d.to_string()).unwrap_or_default();
        let gap = if out.is_empty() { "" } else { "\n" };
        out.push_str(&format!("{gap}{since_text}  {title}\n"));
        let own = places.iter().filter(|p| (p.since, p.treaty.as_ref()) == (since, act));
        let rows: Vec<Vec<String>> = own
            .map(|p| {
                vec![
                    p.id.to_string(),
                    p.name.to_owned(),
                    p.kind.to_string(),
                    side(p.side_from.as_deref(), p.verdict_from),
                    side(p.side_to.as_deref(), p.verdict_to),
                ]
            })
            .collect();
        out.push_str(&text::table(&["place", "name", "type", "before", "after"], &rows));
    }
    out
}
