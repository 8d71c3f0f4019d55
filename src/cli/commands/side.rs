use serde_json::json;

use super::super::args::{Format, Global, Shape, WhichLine, quoted};
use super::super::{Outcome, output, text};
use super::values;
use crate::error::Result;
use crate::export::{csv, geojson};
use crate::index::Index;
use crate::model::{Atlas, DistrictId, InstrumentId, PlaceId};
use crate::query::side::metres;
use crate::query::side::{self, SideAnswer, Verdict};
use crate::query::side::{Held, LaterSide};
use crate::query::{Subject, locate};

/// Which side of the line: how far, how sure, says which article
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  karun side 斋桑淖尔\n  karun side 82.98,46.75\n  karun side 86.1,49.13 --accuracy-m 3000 --format json"
)]
pub(in super::super) struct Args {
    /// A place by id or any of its names, or LON,LAT
    #[arg(allow_hyphen_values = true, value_name = "PLACE|LON,LAT")]
    place: String,

    /// Radius in metres of the circle that holds the true spot with 95 % confidence
    #[arg(long, value_name = "N", value_parser = radius)]
    accuracy_m: Option<f64>,

    #[command(flatten)]
    line: WhichLine,

    #[command(flatten)]
    shape: Shape,
}

fn radius(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(r) if r.is_finite() && r >= 0.0 => Ok(r),
        _ => Err("expected metres, 0 or more".to_owned()),
    }
}

pub(super) fn run(args: Args, global: &Global) -> Result<Outcome> {
    let atlas = global.atlas()?;
    let subject = locate(&atlas, &args.place)?;
    let index = Index::new(&atlas, &global.choice_on(&atlas, &args.line)?)?;
    let answer = side::of(&index, &args.place, subject, args.accuracy_m);
    match args.shape.format {
        Format::Text => output::print(render(&index, subject, &answer, global).as_bytes())?,
        Format::Json => output::print_json(&json!(answer))?,
        Format::Csv => output::print(&csv::rows(&values(&[&answer])?))?,
        Format::Geojson => output::print(&geojson::points(&values(&[&answer])?))?,
    }
    Ok(if answer.verdict == Verdict::Unlocated { Outcome::Nothing } else { Outcome::Answered })
}

fn render(index: &Index<'_>, subject: Subject<'_>, a: &SideAnswer, global: &Global) -> String {
    let atlas = index.atlas();
    let title = match subject {
        Subject::Point(p) => p.to_string(),
        Subject::Place(place) => {
            format!("{}  {}", place.display_name(), place.name_in("zh-Hans").unwrap_or("")).trim_end().to_owned()
        }
    };
    let mut out = format!("{title}\n");
    if let Subject::Place(place) = subject {
        out.push_str(&text::indented(&place.summary));
    }
    out.push('\n');
    let side = a.side.as_deref().map_or_else(|| "none".to_owned(), |s| party(index, s));
    let probability = a.probability.map(|p| format!(", probability {p:.3}")).unwrap_or_default();
    out.push_str(&text::facts(&[
        ("side", format!("{side} ({}{probability})", a.verdict.as_str())),
        ("distance", distance(a)),
        ("segment", a.segment.as_ref().map(|s| segment(atlas, s)).unwrap_or_default()),
        ("marker", a.marker.as_ref().map(|m| marker(atlas, m)).unwrap_or_default()),
        ("readings", readings(index, a)),
        ("because", a.reason.clone().unwrap_or_default()),
        (
            "line",
            a.on.filter(|_| a.side.is_some()).map(|d| format!("in force on {d}: {}", a.treaty)).unwrap_or_default(),
        ),
        ("pending", a.pending.as_ref().map(|p| format!("article {} of {}", p.article, p.treaty)).unwrap_or_default()),
        ("held", a.held.iter().map(|h| held(index, h)).collect::<Vec<_>>().join("; ")),
        ("later", a.later.iter().map(|l| later(index, l)).collect::<Vec<_>>().join("; ")),
    ]));
    out.push('\n');
    out.push_str(&text::paragraph(&a.sentence));
    out.push_str("\nTry next:\n");
    for words in next(index, a) {
        out.push_str(&format!("  {} {words}\n", global.again()));
    }
    out
}

/// Two commands that say more.
fn next(index: &Index<'_>, a: &SideAnswer) -> [String; 2] {
    let asked = quoted(&a.query.text);
    let on = a.on.map(|day| format!(" --on {day}")).unwrap_or_default();
    match (&a.segment, &a.query.place) {
        (Some(s), _) => {
            let clause = format!("show {} --article {}", clause_of(index, s), s.article);
            let marked = |d: &&DistrictId| {
                index.markers().iter().any(|m| index.legs()[m.leg].segment.district.as_ref() == Some(*d))
            };
            match s.district.as_ref() {
                Some(d) if marked(&d) => [clause, format!("markers --district {d}{on}")],
                Some(d) => [clause, format!("trace --district {d}{on}")],
                None => [clause, format!("trace{on}")],
            }
        }
        (None, Some(_)) => [format!("show {asked}"), "trace".to_owned()],
        (None, None) => [format!("near {asked}"), "trace".to_owned()],
    }
}

/// The instrument whose article draws a segment.
fn clause_of<'a>(index: &Index<'a>, s: &side::SegmentRef) -> &'a InstrumentId {
    index.legs().iter().find(|l| l.segment.id == s.id).map_or(&index.drawn_by().id, |l| &l.drawn_by.id)
}

fn party(index: &Index<'_>, side: &str) -> String {
    index.drawn_by().party(&side.into()).map_or_else(|| side.to_owned(), |p| p.name.clone())
}

fn held(index: &Index<'_>, h: &Held) -> String {
    format!("by {}, {}: {}; no change of the line", party(index, h.by.as_str()), h.held, h.title)
}

fn later(index: &Index<'_>, l: &LaterSide) -> String {
    let side = l.side.as_deref().map_or_else(|| "outside".to_owned(), |s| party(index, s));
    let title = index.atlas().instrument(&l.treaty).map_or(l.treaty.as_str(), |t| t.title());
    format!("{side} from {}: {title}", l.from)
}

fn distance(a: &SideAnswer) -> String {
    let (Some(d), Some([lon, lat]), Some(km)) = (a.distance_m, a.nearest_point, a.line_km) else {
        return String::new();
    };
    format!("{} to {lon},{lat}, km {km:.1} of the line", metres(d))
}

fn segment(atlas: &Atlas, s: &side::SegmentRef) -> String {
    let name = |id: &PlaceId| atlas.place_name(id).to_owned();
    format!(
        "{}: article {}, {} to {}, {}, ±{}",
        s.id,
        s.article,
        name(&s.from),
        name(&s.to),
        s.follows.clause(),
        metres(s.accuracy_m)
    )
}

fn marker(atlas: &Atlas, m: &side::MarkerRef) -> String {
    format!("{} at {}, {}", m.id, atlas.place_name(&m.place), metres(m.distance_m))
}

fn readings(index: &Index<'_>, a: &SideAnswer) -> String {
    let one = |r: &side::OtherSide| {
        let side = r.side.as_deref().map_or_else(|| "outside".to_owned(), |s| party(index, s));
        if r.id == *a.line.as_str() { format!("{side} on the main line") } else { format!("{side} under {}", r.id) }
    };
    a.readings.iter().map(one).collect::<Vec<_>>().join("; ")
}
