//! Measures on the WGS 84 ellipsoid: metres and degrees, longitude before latitude.
//!
//! Lines are straight in longitude/latitude between neighbouring positions (RFC 7946, section 3.1.1); distances are
//! geodesic (Karney 2013, through `geo`). To find the nearest point of such a line, its edges are cut into pieces so
//! short that the straight chord in space, the geodesic and the straight stroke on the map all but coincide.

use geo::kernels::{Kernel, Orientation, RobustKernel};
use geo::{Bearing, Distance, Geodesic};

use crate::model::Position;

/// Equatorial radius of WGS 84 in metres (NIMA TR8350.2).
const A: f64 = 6_378_137.0;
/// First eccentricity squared of WGS 84: f(2 − f) with f = 1/298.257223563 (NIMA TR8350.2).
const E2: f64 = 0.006_694_379_990_141_316_5;

/// Metres to a radian of latitude at the equator, where they are fewest: a(1 − e²).
pub(crate) const MERIDIAN_M: f64 = A * (1.0 - E2);
/// Equatorial radius in metres: circles of latitude have it times the cosine of the latitude, or more.
pub(crate) const EQUATOR_M: f64 = A;

/// Longest piece in metres. A stroke along a parallel bows from its chord by L²·tan(lat)/8R: 0.1 m for 2 km at 52 N.
pub(crate) const PIECE_M: f64 = 2_000.0;
/// Nearer to a pole pieces are shorter, so that none bows by more metres.
const BOW_M: f64 = 0.1;
/// The shortest that a piece is made for that.
const LEAST_PIECE_M: f64 = 10.0;
/// Mean radius in metres.
pub(crate) const MEAN_M: f64 = 6_371_000.0;

/// How far, in metres, a point of a piece may lie from its chord: bow and sagitta together, with room.
pub(crate) const PIECE_SLACK_M: f64 = 0.3;

/// Geodesic distance in metres between two positions.
///
/// ```
/// use karun::{Position, measure::distance_m};
/// let d = distance_m(Position::new(82.98, 46.75).unwrap(), Position::new(81.33, 43.92).unwrap());
/// assert!((d - 340_400.0).abs() < 500.0);
/// ```
pub fn distance_m(a: Position, b: Position) -> f64 {
    Geodesic.distance(a.point(), b.point())
}

/// Initial bearing of the geodesic from `a` to `b`, in degrees clockwise from north, 0 to 360.
///
/// ```
/// use karun::{Position, measure::bearing_deg};
/// let p = |lon, lat| Position::new(lon, lat).unwrap();
/// assert!((bearing_deg(p(80.0, 45.0), p(80.0, 46.0)) - 0.0).abs() < 1e-9);
/// assert!((bearing_deg(p(0.0, 0.0), p(1.0, 0.0)) - 90.0).abs() < 1e-9);
/// ```
pub fn bearing_deg(a: Position, b: Position) -> f64 {
    Geodesic.bearing(a.point(), b.point()).rem_euclid(360.0)
}

/// Standard deviation in metres across a line from its 95 % half-width: two-sided normal, 1.960.
pub fn sigma_across_m(accuracy_m: f64) -> f64 {
    accuracy_m / 1.960
}

/// Standard deviation in metres in one direction from the radius of a 95 % circle: √(−2 ln 0.05) = 2.448 (Rayleigh).
pub fn sigma_circle_m(accuracy_m: f64) -> f64 {
    accuracy_m / 2.448
}

/// The normal distribution function Φ: the probability that an error of `z` standard deviations is not exceeded.
///
/// ```
/// assert!((karun::measure::phi(1.960) - 0.975).abs() < 1e-4);
/// ```
pub fn phi(z: f64) -> f64 {
    0.5 * libm::erfc(-z / std::f64::consts::SQRT_2)
}

/// Rounds to a number of decimals, so that printed numbers are what they seem.
pub fn round_to(value: f64, decimals: i32) -> f64 {
    let k = 10f64.powi(decimals);
    // `+ 0.0` turns −0 into 0.
    (value * k).round() / k + 0.0
}

/// Earth-centred coordinates in metres of a position on the ellipsoid (height 0).
pub(crate) fn ecef(p: Position) -> [f64; 3] {
    let (sin_lat, cos_lat) = p.lat().to_radians().sin_cos();
    let (sin_lon, cos_lon) = p.lon().to_radians().sin_cos();
    let n = A / (1.0 - E2 * sin_lat * sin_lat).sqrt();
    [n * cos_lat * cos_lon, n * cos_lat * sin_lon, n * (1.0 - E2) * sin_lat]
}

fn minus(a: [f64; 3], b: [f64; 3]) -> [f64; 3] {
    std::array::from_fn(|k| a[k] - b[k])
}

fn dot(a: [f64; 3], b: [f64; 3]) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

/// Straight metres between two points in space.
pub(crate) fn apart_m(a: [f64; 3], b: [f64; 3]) -> f64 {
    let ab = minus(a, b);
    dot(ab, ab).sqrt()
}

/// An end of a piece: a piece is a part of an edge so short that it is all but straight, and lies between two nodes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Node {
    /// In space.
    pub at: [f64; 3],
    /// Metres from the chain's beginning.
    pub at_m: f64,
    /// The edge of the piece that begins here: between positions `edge` and `edge + 1` of its chain.
    edge: u32,
    /// Which of its parts that piece is, and how many there are.
    part: u32,
    parts: u32,
}

/// Square of the straight distance in space from `p` to the chord of a piece, and the fraction of the chord at its foot.
#[inline]
pub(crate) fn chord(a: [f64; 3], b: [f64; 3], p: [f64; 3]) -> (f64, f64) {
    let (ab, ap) = (minus(b, a), minus(p, a));
    let ab2 = dot(ab, ab);
    let s = if ab2 > 0.0 { (dot(ab, ap) / ab2).clamp(0.0, 1.0) } else { 0.0 };
    let to_foot: [f64; 3] = std::array::from_fn(|k| ap[k] - s * ab[k]);
    (dot(to_foot, to_foot), s)
}

/// The position at fraction `t` of the straight stroke from `a` to `b`.
fn along(a: Position, b: Position, t: f64) -> Position {
    if t <= 0.0 {
        a
    } else if t >= 1.0 {
        b
    } else {
        Position::new(a.lon() + t * (b.lon() - a.lon()), a.lat() + t * (b.lat() - a.lat())).unwrap_or(a)
    }
}

/// Cuts a chain into pieces and puts their ends behind others: one more than pieces; none for a chain without an edge.
pub(crate) fn cut(chain: &[Position], out: &mut Vec<Node>) {
    let Some(first) = chain.first().filter(|_| chain.len() > 1) else { return };
    let mut node = Node { at: ecef(*first), at_m: 0.0, edge: 0, part: 0, parts: 1 };
    for (edge, pair) in chain.windows(2).enumerate() {
        let parts = parts(pair[0], pair[1]);
        (node.edge, node.parts) = (edge as u32, parts);
        for part in 0..parts {
            node.part = part;
            out.push(node);
            let to = ecef(along(pair[0], pair[1], f64::from(part + 1) / f64::from(parts)));
            // On two kilometres the arc is longer than its chord by c²/24R², and R matters to a ten-millionth of a metre.
            let c = apart_m(node.at, to);
            (node.at, node.at_m) = (to, node.at_m + c * (1.0 + c * c / (24.0 * MEAN_M * MEAN_M)));
        }
    }
    node.part = node.parts;
    out.push(node);
}

/// Into how many pieces an edge is cut.
fn parts(a: Position, b: Position) -> u32 {
    /// The largest radius of curvature of WGS 84, at the poles: a/√(1 − e²).
    const POLAR_M: f64 = 6_399_593.63;
    let (low, high) = if a.lat().abs() < b.lat().abs() { (a.lat(), b.lat()) } else { (b.lat(), a.lat()) };
    let widest = if low * high < 0.0 { 1.0 } else { low.to_radians().cos() };
    let most_m = POLAR_M * (a.lat() - b.lat()).to_radians().hypot((a.lon() - b.lon()).to_radians() * widest);
    let bows = BOW_M * 8.0 * MEAN_M / high.abs().to_radians().tan();
    (most_m / bows.sqrt().clamp(LEAST_PIECE_M, PIECE_M)).ceil().max(1.0) as u32
}

/// The positions of a chain, and more on its strokes, so that no two are farther apart than `step_m`.
pub(crate) fn densified(chain: &[Position], step_m: f64) -> Vec<Position> {
    let mut out = Vec::new();
    for pair in chain.windows(2) {
        let n = (distance_m(pair[0], pair[1]) / step_m).ceil().max(1.0) as usize;
        out.extend((0..n).map(|k| along(pair[0], pair[1], k as f64 / n as f64)));
    }
    out.extend(chain.last());
    out
}

/// Length in metres of a chain whose edges are straight in longitude/latitude.
pub fn length_m(chain: &[Position]) -> f64 {
    let mut nodes = Vec::new();
    cut(chain, &mut nodes);
    nodes.last().map_or(0.0, |end| end.at_m)
}

/// The nearest point of a chain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Foot {
    /// Geodesic metres to it.
    pub distance_m: f64,
    /// Where it is.
    pub position: Position,
    /// Metres from the chain's beginning to it.
    pub at_m: f64,
}

/// The position at fraction `s` of a piece of `chain`, and the metres to it along the chain.
pub(crate) fn on_piece([a, b]: [&Node; 2], chain: &[Position], s: f64) -> (Position, f64) {
    // The piece's own ends exactly, so that neighbours agree on the position they share.
    let t = |part: u32| f64::from(part) / f64::from(a.parts);
    let t = if s >= 1.0 { t(a.part + 1) } else { t(a.part) + s * (t(a.part + 1) - t(a.part)) };
    let edge = a.edge as usize;
    (along(chain[edge], chain[edge + 1], t), a.at_m + s * (b.at_m - a.at_m))
}

/// Upper bound in metres on the straight distance of any piece that may hold the nearest point, once a piece at straight
/// distance `chord_m` is known. Chord and geodesic differ by s²/24R², and R varies by 1 %: 5·10⁻⁶ covers 500 km,
/// and growing with s² the rest.
pub(crate) fn search_bound_m(chord_m: f64) -> f64 {
    let s = chord_m / 6_335_000.0;
    chord_m * (1.0 + 5e-6 + 0.002 * s * s) + 2.0 * PIECE_SLACK_M
}

/// The nearest point of a chain by looking at every piece; `None` for a chain without an edge.
///
/// The reference for the index, and good enough for a handful of questions.
pub fn nearest_on(chain: &[Position], p: Position) -> Option<Foot> {
    let mut nodes = Vec::new();
    cut(chain, &mut nodes);
    let at = ecef(p);
    let chords: Vec<(f64, f64)> = nodes.windows(2).map(|w| chord(w[0].at, w[1].at, at)).collect();
    let least = chords.iter().map(|(d2, _)| *d2).min_by(f64::total_cmp)?;
    let bound = search_bound_m(least.sqrt()).powi(2);
    let near = nodes.windows(2).zip(chords).filter(|(_, (d2, _))| *d2 <= bound);
    let feet = near.map(|(w, (_, s))| {
        let (position, at_m) = on_piece([&w[0], &w[1]], chain, s);
        Foot { distance_m: distance_m(p, position), position, at_m }
    });
    feet.min_by(|a, b| a.distance_m.total_cmp(&b.distance_m))
}

/// On which hand `p` lies as one walks from `a` to `b`: exact. The rounding error of the plain determinant is bounded
/// (Shewchuk 1997); only where it could matter is more precision called for.
#[inline]
pub(crate) fn turn(a: Position, b: Position, p: Position) -> Orientation {
    const BOUND: f64 = 3.330_669_073_875_471_6e-16;
    let left = (a.lon() - p.lon()) * (b.lat() - p.lat());
    let right = (a.lat() - p.lat()) * (b.lon() - p.lon());
    let (det, bound) = (left - right, BOUND * (left.abs() + right.abs()));
    if det > bound {
        Orientation::CounterClockwise
    } else if -det > bound {
        Orientation::Clockwise
    } else {
        RobustKernel::orient2d(a.coord(), b.coord(), p.coord())
    }
}

/// True when `p` lies in the rectangle that `a` and `b` span.
#[inline]
pub(crate) fn spans(a: Position, b: Position, p: Position) -> bool {
    let within = |x: f64, y: f64, v: f64| v >= x.min(y) && v <= x.max(y);
    within(a.lon(), b.lon(), p.lon()) && within(a.lat(), b.lat(), p.lat())
}

/// True when `p` lies exactly on the straight stroke from `a` to `b`: robust orientation, no tolerance.
pub(crate) fn on_stroke(a: Position, b: Position, p: Position) -> bool {
    spans(a, b, p) && turn(a, b, p) == Orientation::Collinear
}

/// Twice the signed area of a closed ring in square degrees: positive when counter-clockwise.
pub(crate) fn ring_area2(ring: &[Position]) -> f64 {
    ring.windows(2).map(|w| w[0].lon() * w[1].lat() - w[1].lon() * w[0].lat()).sum()
}
