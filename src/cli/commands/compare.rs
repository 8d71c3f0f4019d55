use std::path::{Path, PathBuf};

use super::super::args::{Format, Global, Readings, Shape};
use super::super::{Outcome, output, text};
use super::{geometries, print_rows, values, wrong};
use crate::error::Result;
use crate::export::geojson;
use crate::export::layer::Geometry;
use crate::index::Index;
use crate::model::Position;
use crate::query::compare::{Departure, compare};

/// Any border laid over the treaty line: where it departs, how far, from which clause, and the km² between
#[derive(clap::Args)]
#[command(after_help = "Example:\n  karun compare modern-border.geojson --within 40")]
pub(in super::super) struct Args {
    /// A GeoJSON file of lines, or of polygons whose edges are meant
    #[arg(value_name = "LINE.geojson")]
    line: PathBuf,

    /// Compare only where the border runs within so many kilometres of the line
    #[arg(long, value_name = "KM", default_value_t = 50.0)]
    within: f64,

    #[command(flatten)]
    readings: Readings,

    #[command(flatten)]
    shape: Shape,
}

pub(super) fn run(args: Args, global: &Global) -> Result<Outcome> {
    let border = lines(&args.line)?;
    let atlas = global.atlas()?;
    let index = Index::new(&atlas, &global.choice(&args.readings))?;
    let rows = compare(&index, &border, args.within * 1000.0);
    if rows.iter().all(|r| r.covered == 0.0) {
        eprintln!("the border runs nowhere within {} km of the line", args.within);
        return print_rows::<Departure<'_>>(&[], args.shape.format, String::new);
    }
    if args.shape.format == Format::Geojson {
        let chain = |r: &Departure<'_>| atlas.segment(r.id).map(|(_, s)| vec![s.chain.clone()]).unwrap_or_default();
        let shapes = rows.iter().map(|r| Geometry::MultiLineString(chain(r)));
        output::print(&geojson::shapes(values(&rows)?.into_iter().zip(shapes).collect()))?;
        return Ok(Outcome::Answered);
    }
    print_rows(&rows, args.shape.format, || render(&rows))
}

fn render(rows: &[Departure<'_>]) -> String {
    let km = |m: Option<f64>| format!("{:>6}", text::number(m.map(|m| m / 1000.0), 1));
    let percent = |share: Option<f64>| format!("{:>4}", text::number(share.map(|s| s * 100.0), 0));
    let line = |r: &Departure<'_>| {
        vec![
            r.id.to_string(),
            r.article.to_owned(),
            format!("{:>7.1}", r.from_km),
            percent(Some(r.covered)),
            km(r.mean_m),
            km(r.max_m),
            r.max_at.map(|[lon, lat]| format!("{lon:.4},{lat:.4}")).unwrap_or_default(),
            percent(r.within_accuracy),
            format!("{:>8}", text::number(r.between_km2, 1)),
        ]
    };
    let header = ["segment", "art.", "from km", "% met", "mean km", "max km", "there", "% within ±", "km² between"];
    let mut out = text::table(&header, &rows.iter().map(line).collect::<Vec<_>>());
    let total: f64 = rows.iter().filter_map(|r| r.between_km2).sum();
    out.push_str(&format!("\n{total:.1} km² between the border and the segments that it meets from end to end\n"));
    out
}

/// Every line of a GeoJSON; the rings of polygons count as lines.
fn lines(path: &Path) -> Result<Vec<Vec<Position>>> {
    let mut out = Vec::new();
    for geometry in geometries(path)? {
        collect(&geometry, &mut out).map_err(|why| wrong(path, &why))?;
    }
    out.retain(|line| line.len() > 1);
    if out.is_empty() { Err(wrong(path, "no line in it")) } else { Ok(out) }
}

fn collect(geometry: &geo::Geometry<f64>, out: &mut Vec<Vec<Position>>) -> Result<(), String> {
    let mut line = |l: &geo::LineString<f64>| -> Result<(), String> {
        let positions: Result<Vec<Position>, _> = l.0.iter().map(|c| Position::new(c.x, c.y)).collect();
        out.push(positions.map_err(|why| why.to_string())?);
        Ok(())
    };
    match geometry {
        geo::Geometry::LineString(l) => line(l),
        geo::Geometry::MultiLineString(m) => m.iter().try_for_each(line),
        geo::Geometry::Polygon(p) => std::iter::once(p.exterior()).chain(p.interiors()).try_for_each(line),
        geo::Geometry::MultiPolygon(m) => {
            m.iter().flat_map(|p| std::iter::once(p.exterior()).chain(p.interiors())).try_for_each(line)
        }
        _ => Err("lines or polygons are expected".to_owned()),
    }
}
