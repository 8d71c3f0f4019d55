//! Bands of accuracy: the ground within so many metres of a segment, on the ellipsoid.

use geo::{Bearing, Coord, Destination, Distance, Geodesic, GeodesicArea, LineString, MultiPolygon, Polygon, Simplify};

use crate::measure;
use crate::model::Position;

/// A chain is worked on in stretches this long, each on a plane of its own (azimuthal, equidistant). On a plane of radius
/// r lengths across the middle are off by r²/6R²: 10⁻³ for 500 km.
const STRETCH_M: f64 = 800_000.0;
/// Arcs are drawn in steps of a tenth of a radian: a chord stays within 0.13 % of its circle.
const ARC_RAD: f64 = 0.1;
/// Edges of a band are straight on the map: at most so long, so that they bow by less than 10 m.
const EDGE_M: f64 = 20_000.0;

/// The points within `half_width_m` metres of a chain, right to 1 %: polygons in longitude and latitude, exteriors
/// counter-clockwise.
///
/// ```
/// use karun::{Position, index::{area_m2, band}};
/// let p = |lon, lat| Position::new(lon, lat).unwrap();
/// let round = band(&[p(85.0, 47.0), p(85.0, 47.00001)], 10_000.0);
/// let circle = std::f64::consts::PI * 1e8;
/// assert!((area_m2(&round) / circle - 1.0).abs() < 0.01);
/// ```
pub fn band(chain: &[Position], half_width_m: f64) -> MultiPolygon<f64> {
    let fine = measure::densified(chain, measure::PIECE_M);
    let mut parts: Vec<MultiPolygon<f64>> = Vec::new();
    let mut from = 0;
    while from + 1 < fine.len() {
        let mut to = from + 1;
        let mut length = 0.0;
        while to < fine.len() {
            length += measure::distance_m(fine[to - 1], fine[to]);
            if length > STRETCH_M {
                break;
            }
            to += 1;
        }
        let to = to.max(from + 2).min(fine.len());
        parts.push(stretch(&fine[from..to], half_width_m));
        from = to - 1;
    }
    if parts.len() > 1 {
        let polygons: Vec<Polygon<f64>> = parts.into_iter().flatten().collect();
        geo::unary_union(&polygons)
    } else {
        parts.pop().unwrap_or_else(|| MultiPolygon(Vec::new()))
    }
}

/// Geodesic area in square metres.
pub fn area_m2(polygons: &MultiPolygon<f64>) -> f64 {
    polygons.geodesic_area_unsigned()
}

/// The band of a short stretch, by way of a plane around its middle.
fn stretch(chain: &[Position], half_width_m: f64) -> MultiPolygon<f64> {
    let middle = chain[chain.len() / 2].point();
    let to_plane = |p: &Position| {
        let (d, az) = (Geodesic.distance(middle, p.point()), Geodesic.bearing(middle, p.point()).to_radians());
        Coord { x: d * az.sin(), y: d * az.cos() }
    };
    let to_map = |c: &Coord<f64>| {
        let (d, az) = (c.x.hypot(c.y), c.x.atan2(c.y).to_degrees());
        Geodesic.destination(middle, az, d).0
    };
    // A thousandth of the width is nothing to the band, and much to the number of its parts.
    let flat = LineString(chain.iter().map(to_plane).collect::<Vec<_>>()).simplify(half_width_m * 0.001);
    let capsules: Vec<Polygon<f64>> = flat.lines().map(|l| capsule(l.start, l.end, half_width_m)).collect();
    let band = geo::unary_union(&capsules).simplify(half_width_m * 0.001);
    let ring = |r: &LineString<f64>| LineString(short_edges(&r.0).iter().map(to_map).collect());
    let polygon = |p: &Polygon<f64>| Polygon::new(ring(p.exterior()), p.interiors().iter().map(ring).collect());
    MultiPolygon(band.iter().map(polygon).collect())
}

/// The points within a distance of a stroke, in metres on a plane: a union of these is right where a stroke along the
/// whole chain is not, at sharp turns.
fn capsule(a: Coord<f64>, b: Coord<f64>, radius: f64) -> Polygon<f64> {
    let along = (b.y - a.y).atan2(b.x - a.x);
    let steps = (std::f64::consts::PI / ARC_RAD).ceil();
    let half_circle = |centre: Coord<f64>, from: f64| {
        (0..=steps as usize).map(move |k| {
            let angle = from + std::f64::consts::PI * k as f64 / steps;
            Coord { x: centre.x + radius * angle.cos(), y: centre.y + radius * angle.sin() }
        })
    };
    let quarter = std::f64::consts::FRAC_PI_2;
    Polygon::new(half_circle(b, along - quarter).chain(half_circle(a, along + quarter)).collect(), Vec::new())
}

/// A ring in metres with its long edges divided.
fn short_edges(ring: &[Coord<f64>]) -> Vec<Coord<f64>> {
    let mut out = Vec::new();
    for w in ring.windows(2) {
        let n = ((w[1].x - w[0].x).hypot(w[1].y - w[0].y) / EDGE_M).ceil().max(1.0);
        out.extend((0..n as usize).map(|k| w[0] + (w[1] - w[0]) * (k as f64 / n)));
    }
    out.extend(ring.last());
    out
}
