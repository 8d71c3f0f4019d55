use std::path::{Path, PathBuf};

use geo::{MultiPolygon, Polygon};

use super::super::args::{Global, OfType, Shape};
use super::super::{Outcome, text};
use super::{geometries, print_rows, wrong};
use crate::error::{Error, Result};
use crate::query::near::{Area, PlaceRow, within};

/// Places inside a box or an area
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  karun within 82,46,84,48\n  karun within --area district.geojson --type pass")]
#[command(group = clap::ArgGroup::new("where").required(true).args(["bounds", "area"]))]
pub(in super::super) struct Args {
    /// West, south, east, north: longitude first
    #[arg(allow_hyphen_values = true, value_name = "MINLON,MINLAT,MAXLON,MAXLAT")]
    bounds: Option<String>,

    /// A GeoJSON file of polygons
    #[arg(long, value_name = "FILE")]
    area: Option<PathBuf>,

    #[command(flatten)]
    of_type: OfType,

    #[command(flatten)]
    shape: Shape,
}

pub(super) fn run(args: Args, global: &Global) -> Result<Outcome> {
    let atlas = global.atlas()?;
    let area = match (&args.bounds, &args.area) {
        (Some(bounds), _) => bounds.parse().map_err(Error::ask)?,
        (None, Some(path)) => polygons(path)?,
        (None, None) => return Err(Error::ask("an area is needed: MINLON,MINLAT,MAXLON,MAXLAT or --area FILE")),
    };
    let rows = within(&atlas, &area, args.of_type.known(&atlas)?.as_ref());
    if rows.is_empty() {
        eprintln!("no place of the gazetteer lies in it");
    }
    print_rows(&rows, args.shape.format, || render(&rows))
}

fn polygons(path: &Path) -> Result<Area> {
    let mut out: Vec<Polygon<f64>> = Vec::new();
    for geometry in geometries(path)? {
        match geometry {
            geo::Geometry::Polygon(p) => out.push(p),
            geo::Geometry::MultiPolygon(p) => out.extend(p),
            _ => return Err(wrong(path, "polygons are expected")),
        }
    }
    if out.is_empty() {
        return Err(wrong(path, "no polygon in it"));
    }
    Ok(Area::Polygons(MultiPolygon(out)))
}

fn render(rows: &[PlaceRow<'_>]) -> String {
    let line = |r: &PlaceRow<'_>| {
        let radius = format!("{:>4}", text::number(Some(r.accuracy_m / 1000.0), 0));
        vec![r.id.to_string(), r.name.to_owned(), r.kind.to_string(), format!("{},{}", r.lon, r.lat), radius]
    };
    text::table(&["place", "name", "type", "lon,lat", "± km"], &rows.iter().map(line).collect::<Vec<_>>())
}
