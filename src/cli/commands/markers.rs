use super::super::args::{Global, Shape, WhichLine, district};
use super::super::{Outcome, text};
use super::print_rows;
use crate::error::{Error, Result};
use crate::index::Index;
use crate::model::{Edtf, SegmentId};
use crate::query::markers::{MarkerFilter, MarkerRow, markers};
use crate::query::side::no_line;

/// The register of boundary markers
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  karun markers --district kobdo\n  karun markers --district 科布多 --format json")]
pub(in super::super) struct Args {
    /// Those of one treaty district, by its id or any of its names
    #[arg(long, value_name = "DISTRICT")]
    district: Option<String>,

    /// Those on one segment
    #[arg(long, value_name = "SEGMENT")]
    segment: Option<String>,

    #[command(flatten)]
    line: WhichLine,

    #[command(flatten)]
    shape: Shape,
}

pub(super) fn run(args: Args, global: &Global) -> Result<Outcome> {
    let atlas = global.atlas()?;
    let index = Index::new(&atlas, &global.choice_with_markers(&atlas, &args.line)?)?;
    let filter = MarkerFilter {
        district: district(&atlas, args.district.as_deref())?,
        segment: args.segment.map(SegmentId::from),
    };
    if let Some(segment) = &filter.segment
        && atlas.segment(segment).is_none()
    {
        let known = index.legs().iter().map(|l| l.segment.id.as_str());
        return Err(Error::unknown("segment", segment.as_str(), known));
    }
    let rows = markers(&index, &filter);
    if rows.is_empty() {
        let district = filter.district.as_ref();
        let known = district.and_then(|id| atlas.instruments().iter().flat_map(|t| &t.districts).find(|d| d.id == *id));
        let why = no_line(&index).or_else(|| known.and_then(|d| d.unmarked.clone()));
        eprintln!("{}", why.unwrap_or_else(|| "no marker of this line matches".to_owned()));
    }
    print_rows(&rows, args.shape.format, || render(&rows))
}

fn render(rows: &[MarkerRow<'_>]) -> String {
    let mut out = String::new();
    let mut conventions: Vec<&str> = rows.iter().map(|r| r.convention.as_str()).collect();
    conventions.dedup();
    for (i, convention) in conventions.iter().enumerate() {
        let own: Vec<Vec<String>> = rows.iter().filter(|r| r.convention.as_str() == *convention).map(line).collect();
        let gap = if i == 0 { "" } else { "\n" };
        out.push_str(&format!("{gap}{convention}\n"));
        out.push_str(&text::table(&["no", "place", "name", "", "lon,lat", "± km", "line km", "set", "segment"], &own));
    }
    out
}

fn line(r: &MarkerRow<'_>) -> Vec<String> {
    vec![
        format!("{:>2}", r.number),
        r.place.to_string(),
        r.name.to_owned(),
        r.name_zh.unwrap_or("").to_owned(),
        r.lon.zip(r.lat).map(|(lon, lat)| format!("{lon},{lat}")).unwrap_or_default(),
        format!("{:>4}", text::number(r.accuracy_m.map(|m| m / 1000.0), 0)),
        format!("{:>7}", text::number(r.line_km, 1)),
        r.set.map(Edtf::to_string).unwrap_or_default(),
        r.segment.to_string(),
    ]
}
