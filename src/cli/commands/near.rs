use super::super::args::{Global, OfType, Shape};
use super::super::{Outcome, text};
use super::print_rows;
use crate::error::Result;
use crate::query::locate;
use crate::query::near::{PlaceRow, near};

/// The nearest places, by geodesic distance
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  karun near 82.98,46.75\n  karun near burkhat --type pass --within 50")]
pub(in super::super) struct Args {
    /// A place by id or any of its names, or LON,LAT
    #[arg(allow_hyphen_values = true, value_name = "PLACE|LON,LAT")]
    place: String,

    #[command(flatten)]
    of_type: OfType,

    /// Only places within so many kilometres
    #[arg(long, value_name = "KM")]
    within: Option<f64>,

    /// At most so many places
    #[arg(long, value_name = "N", default_value_t = 10)]
    limit: usize,

    #[command(flatten)]
    shape: Shape,
}

pub(super) fn run(args: Args, global: &Global) -> Result<Outcome> {
    let atlas = global.atlas()?;
    let subject = locate(&atlas, &args.place)?;
    let kind = args.of_type.known(&atlas)?;
    if let crate::query::Subject::Place(place) = subject
        && place.location(&[]).is_none()
    {
        let why = if atlas.is_area(place) { "it is an area" } else { "nobody could put it on the map" };
        eprintln!("{} has no position: {why}", place.display_name());
        return print_rows::<PlaceRow<'_>>(&[], args.shape.format, String::new);
    }
    let mut rows = near(&atlas, subject, kind.as_ref(), args.within.map(|km| km * 1000.0))?;
    rows.truncate(args.limit);
    if rows.is_empty() {
        eprintln!("no place of the gazetteer is that near");
    }
    print_rows(&rows, args.shape.format, || render(&rows))
}

pub(super) fn render(rows: &[PlaceRow<'_>]) -> String {
    let line = |r: &PlaceRow<'_>| {
        vec![
            format!("{:>7}", text::number(r.distance_m.map(|m| m / 1000.0), 1)),
            format!("{:>4}", text::number(r.bearing_deg, 0)),
            r.id.to_string(),
            r.name.to_owned(),
            r.kind.to_string(),
            format!("{},{}", r.lon, r.lat),
            format!("{:>4}", text::number(Some(r.accuracy_m / 1000.0), 0)),
        ]
    };
    text::table(
        &["     km", "   °", "place", "name", "type", "lon,lat", "± km"],
        &rows.iter().map(line).collect::<Vec<_>>(),
    )
}
