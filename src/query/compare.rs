//! Any border laid over the treaty line: where it departs, how far, from which clause, and the ground between.

use geo::{BooleanOps, MultiPolygon};
use serde::Serialize;

use crate::index::{Index, Leg, Track, area_m2, polygon};
use crate::measure::{Foot, densified, distance_m, round_to};
use crate::model::{DistrictId, Position, SegmentId};

/// The treaty line is sampled at least so often, in metres.
const STEP_M: f64 = 1_000.0;

/// A segment against a border.
#[derive(Clone, Debug, Serialize)]
pub struct Departure<'a> {
    /// The segment of the treaty line.
    pub id: &'a SegmentId,
    /// Its district.
    pub district: Option<&'a DistrictId>,
    /// Its clause.
    pub article: &'a str,
    /// Kilometres along the line at which it begins and ends.
    pub from_km: f64,
    /// The same, its end.
    pub to_km: f64,
    /// Which part of the segment has the border within the search distance: 0 to 1.
    pub covered: f64,
    /// Mean distance in metres over the covered part; null where nothing is covered.
    pub mean_m: Option<f64>,
    /// Largest distance in metres over the covered part.
    pub max_m: Option<f64>,
    /// Where that is: longitude, latitude on the treaty line.
    pub max_at: Option<[f64; 2]>,
    /// Which part of the covered samples lies within the segment's accuracy: 0 to 1.
    pub within_accuracy: Option<f64>,
    /// The segment's accuracy in metres.
    pub accuracy_m: f64,
    /// Square kilometres between segment and border, both sides together; null where it is not wholly covered.
    pub between_km2: Option<f64>,
}

/// Compares a border with the asked line, segment by segment. What lies farther than `within_m` is not compared.
///
/// ```
/// use karun::{Atlas, Index, query::compare::compare};
/// let atlas = Atlas::bundled();
/// let index = Index::new(&atlas, &Default::default())?;
/// let own: Vec<_> = index.legs().iter().map(|l| l.segment.chain.clone()).collect();
/// let same = compare(&index, &own, 50_000.0);
/// assert!(same.iter().all(|d| d.max_m == Some(0.0) && d.covered == 1.0));
/// # Ok::<(), karun::Error>(())
/// ```
pub fn compare<'a>(index: &Index<'a>, border: &[Vec<Position>], within_m: f64) -> Vec<Departure<'a>> {
    let track = Track::new(border.iter().map(Vec::as_slice).collect());
    index.asked_legs().map(|(_, leg)| departure(leg, &track, within_m)).collect()
}

fn departure<'a>(leg: &Leg<'a>, track: &Track<'_>, within_m: f64) -> Departure<'a> {
    let s = leg.segment;
    let samples = densified(&s.chain, STEP_M);
    let found: Vec<Option<(usize, Foot)>> =
        samples.iter().map(|p| track.nearest(*p).filter(|(_, f)| f.distance_m <= within_m)).collect();
    let hits: Vec<(Position, Foot)> =
        samples.iter().zip(&found).filter_map(|(p, f)| f.map(|(_, foot)| (*p, foot))).collect();
    let count = hits.len() as f64;
    let farthest = hits.iter().max_by(|a, b| a.1.distance_m.total_cmp(&b.1.distance_m));
    let near = hits.iter().filter(|(_, f)| f.distance_m <= s.accuracy_m).count() as f64;
    let some = |value: f64, decimals: i32| (!hits.is_empty()).then(|| round_to(value, decimals));
    Departure {
        id: &s.id,
        district: s.district.as_ref(),
        article: &s.article,
        from_km: round_to(leg.from_m / 1000.0, 1),
        to_km: round_to(leg.to_m / 1000.0, 1),
        covered: round_to(count / samples.len() as f64, 3),
        mean_m: some(hits.iter().map(|(_, f)| f.distance_m).sum::<f64>() / count, 1),
        max_m: farthest.map(|(_, f)| round_to(f.distance_m, 1)),
        max_at: farthest.map(|(p, _)| [p.lon(), p.lat()]),
        within_accuracy: some(near / count, 3),
        accuracy_m: s.accuracy_m,
        between_km2: (hits.len() == samples.len()).then(|| between_km2(&samples, &found, track)).flatten(),
    }
}

/// The ground between a segment and the stretch of the border from the foot of its beginning to that of its end.
fn between_km2(samples: &[Position], found: &[Option<(usize, Foot)>], track: &Track<'_>) -> Option<f64> {
    let (first, last) = (found.first().copied().flatten()?, found.last().copied().flatten()?);
    // On two pieces of border there is no stretch between the feet.
    if first.0 != last.0 {
        return None;
    }
    let mut ring: Vec<Position> = samples.to_vec();
    ring.extend(stretch(track.chains()[first.0], last.1, first.1));
    // Both cross each other again and again: with the even-odd rule each loop counts, on whichever side it lies.
    let loops = MultiPolygon(vec![polygon(&[ring])]).union(&MultiPolygon(Vec::new()));
    Some(round_to(area_m2(&loops) / 1e6, 2))
}

/// The positions of a chain from one foot to another, against the chain's direction where need be.
fn stretch(chain: &[Position], from: Foot, to: Foot) -> Vec<Position> {
    let mut at_m = 0.0;
    let mut inner = Vec::new();
    let (low, high) = (from.at_m.min(to.at_m), from.at_m.max(to.at_m));
    for (i, p) in chain.iter().enumerate() {
        if i > 0 {
            at_m += distance_m(chain[i - 1], *p);
        }
        if at_m > low && at_m < high {
            inner.push(*p);
        }
    }
    if from.at_m > to.at_m {
        inner.reverse();
    }
    [vec![from.position], inner, vec![to.position]].concat()
}
