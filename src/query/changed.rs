//! What changed sides between two days: places, and land in square kilometres.

use std::collections::HashMap;

use geo::orient::Direction;
use geo::{Area, BooleanOps, Coord, Distance, Geodesic, LineString, MultiPolygon, Orient, Polygon};
use serde::Serialize;

use super::ask::Subject;
use super::side::{self, Verdict};
use crate::error::{Error, Result};
use crate::index::{Choice, Face, Index, area_m2, polygon};
use crate::measure::round_to;
use crate::model::{
    Atlas, CalendarDay, DistrictId, InstrumentId, PartyId, PlaceId, Position, PublishedArea, Segment, TypeId,
};

/// What changed between two days.
#[derive(Debug, Serialize)]
pub struct Changed<'a> {
    /// The day whose line is the first.
    pub from: CalendarDay,
    /// The day whose line is the second.
    pub to: CalendarDay,
    /// Places that lay on another side, in the order of the acts.
    pub places: Vec<ChangedPlace<'a>>,
    /// Land that changed sides, act by act, by sector.
    pub areas: Vec<AreaRow<'a>>,
    /// Areas that others publish for the same acts.
    pub published: Vec<PublishedRow<'a>>,
}

/// A place that changed sides; a side is null where it lay outside the country divided.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "as in answers about a side; metres to the second line")]
pub struct ChangedPlace<'a> {
    pub id: &'a PlaceId,
    pub name: &'a str,
    #[serde(rename = "type")]
    pub kind: &'a TypeId,
    pub district: &'a DistrictId,
    pub lon: Option<f64>,
    pub lat: Option<f64>,
    pub side_from: Option<String>,
    pub verdict_from: Verdict,
    pub side_to: Option<String>,
    pub verdict_to: Verdict,
    /// The day from which it lay there.
    pub since: Option<CalendarDay>,
    /// The act that moved it.
    pub treaty: Option<InstrumentId>,
    pub distance_m: Option<f64>,
}

/// Land that an act moved from one side to the other, in one sector.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "as in the data")]
pub struct AreaRow<'a> {
    pub treaty: &'a InstrumentId,
    pub title: &'a str,
    /// The day from which it lay there.
    pub since: CalendarDay,
    /// The district whose stretch of the line was moved.
    pub sector: Option<DistrictId>,
    /// Whose it was; null for land that lay outside the country divided.
    pub from: Option<PartyId>,
    /// Whose it became.
    pub to: Option<PartyId>,
    /// Geodesic.
    pub km2: f64,
    /// How far off the area may be, with 95 % confidence: each segment around it is known to its accuracy, by itself. Null where
    /// the edge of the country divided bounds it.
    pub accuracy_km2: Option<f64>,
    /// How many pieces.
    pub pieces: usize,
    /// The ground itself.
    #[serde(skip)]
    pub shape: MultiPolygon<f64>,
}

/// An area that others publish for an act.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "as in the data")]
pub struct PublishedRow<'a> {
    pub treaty: &'a InstrumentId,
    #[serde(flatten)]
    pub area: &'a PublishedArea,
}

/// Compares the lines in force on two days.
///
/// ```
/// use karun::{Atlas, Edtf, query::changed::changed};
/// let atlas = Atlas::bundled();
/// let day = |text: &str| text.parse::<Edtf>().unwrap().earliest().unwrap();
/// let found = changed(&atlas, day("1870-01-01"), day("1885-01-01"))?;
/// assert!(found.places.iter().any(|p| p.id.as_str() == "marka-kol" && p.side_to.as_deref() == Some("russia")));
/// assert!(found.areas.iter().all(|row| row.km2 > 0.0));
/// # Ok::<(), karun::Error>(())
/// ```
///
/// # Errors
/// When the second day is not after the first, or no line was in force on it.
pub fn changed(atlas: &Atlas, from: CalendarDay, to: CalendarDay) -> Result<Changed<'_>> {
    if to <= from {
        return Err(Error::ask_hint(format!("{to} is not after {from}"), "the first date is the earlier one"));
    }
    let first = Index::new(atlas, &on(from))?;
    if first.legs().is_empty() {
        let since = first.later().first().map(|s| format!("the first is from {}", s.from));
        return Err(Error::ask_hint(format!("no line was in force on {from}"), since.unwrap_or_default()));
    }
    let last = Index::new(atlas, &on(to))?;
    let areas = areas(&first, Some(to));
    let mut places: Vec<ChangedPlace<'_>> =
        atlas.places().iter().filter_map(|place| changed_place(&first, &last, place, to)).collect();
    // Acts of one day stay together.
    places.sort_by(|a, b| (a.since, &a.treaty).cmp(&(b.since, &b.treaty)));
    let acts = atlas.acts().into_iter().filter(|(day, _)| *day > from && *day <= to);
    let published = acts.flat_map(|(_, t)| t.published_areas.iter().map(|area| PublishedRow { treaty: &t.id, area }));
    let published = published.collect();
    Ok(Changed { from, to, places, areas, published })
}

fn on(day: CalendarDay) -> Choice {
    Choice { on: Some(day), ..Choice::default() }
}

fn changed_place<'a>(
    first: &Index<'a>,
    last: &Index<'a>,
    place: &'a crate::model::Place,
    to: CalendarDay,
) -> Option<ChangedPlace<'a>> {
    let before = side::of(first, "", Subject::Place(place), None);
    let (side_to, verdict_to, distance_m) = side::of_place(last, place);
    if before.side == side_to {
        return None;
    }
    let moved = before.later.into_iter().rev().find(|l| l.from <= to);
    let point = place.location(&[]).map(|l| l.point);
    Some(ChangedPlace {
        id: &place.id,
        name: place.display_name(),
        kind: &place.kind,
        district: &place.district,
        lon: point.map(Position::lon),
        lat: point.map(Position::lat),
        side_from: before.side,
        verdict_from: before.verdict,
        side_to,
        verdict_to,
        since: moved.as_ref().map(|l| l.from),
        treaty: moved.map(|l| l.treaty),
        distance_m,
    })
}

/// Square degrees: pieces below this, some hundred square metres, are the rounding of their edges.
const NOTHING_DEG2: f64 = 1e-8;

/// The land that changed sides from the line asked for on, act by act, by sector; up to a day, if one is given.
///
/// Made by cutting the sides of each line with those of the next; every edge keeps the positions of the lines. Square
/// kilometres on the WGS 84 ellipsoid, edges taken as geodesics.
pub fn areas<'a>(index: &Index<'a>, to: Option<CalendarDay>) -> Vec<AreaRow<'a>> {
    let mut out = Vec::new();
    let own: Vec<&'a Segment> = index.legs().iter().map(|leg| leg.segment).collect();
    let mut before = (index.sides().faces(), own);
    for state in index.later().iter().filter(|s| to.is_none_or(|to| s.from <= to)) {
        let after = (state.faces(), state.parts().map(|part| part.segment).collect::<Vec<_>>());
        let new = state.parts().filter(|part| part.by.id == state.by.id).map(|part| part.segment);
        let around = Around::new(new, before.1.iter().copied());
        let mut rows: Vec<AreaRow<'a>> = Vec::new();
        for (from, to, shape) in moved(before.0, after.0) {
            for piece in shape {
                let sector = around.district(&piece);
                let same = |r: &&mut AreaRow<'_>| r.sector == sector && r.from == from && r.to == to;
                match rows.iter_mut().find(same) {
                    Some(row) => row.shape.0.push(piece),
                    None => rows.push(AreaRow {
                        treaty: &state.by.id,
                        title: state.by.title(),
                        since: state.from,
                        sector,
                        from: from.clone(),
                        to: to.clone(),
                        km2: 0.0,
                        accuracy_km2: None,
                        pieces: 0,
                        shape: MultiPolygon(vec![piece]),
                    }),
                }
            }
        }
        for row in &mut rows {
            row.km2 = round_to(area_m2(&row.shape) / 1e6, 3);
            row.pieces = row.shape.0.len();
            let inside = row.from.is_some() && row.to.is_some();
            row.accuracy_km2 = inside.then(|| round_to(around.accuracy_km2(&row.shape), 0));
        }
        rows.sort_by(|a, b| b.km2.total_cmp(&a.km2));
        out.extend(rows);
        before = after;
    }
    out
}

/// What two divisions of a country give to different parties: from, to, and the ground.
fn moved(before: &[Face], after: &[Face]) -> Vec<(Option<PartyId>, Option<PartyId>, MultiPolygon<f64>)> {
    let flat = |faces: &[Face]| faces.iter().map(|f| polygon(&f.rings)).collect::<Vec<_>>();
    let (old, new) = (flat(before), flat(after));
    let mut out = Vec::new();
    for (a, from) in old.iter().zip(before) {
        for (b, to) in new.iter().zip(after).filter(|(_, to)| to.party != from.party) {
            out.push((Some(from.party.clone()), Some(to.party.clone()), clean(&a.intersection(b))));
        }
    }
    // A later extent may take in land that no line divided before, or give land up.
    if extents(before) == extents(after) {
        return out;
    }
    let whole = |polygons: &[Polygon<f64>]| geo::unary_union(polygons);
    for (b, to) in new.iter().zip(after) {
        out.push((None, Some(to.party.clone()), clean(&MultiPolygon(vec![b.clone()]).difference(&whole(&old)))));
    }
    for (a, from) in old.iter().zip(before) {
        out.push((Some(from.party.clone()), None, clean(&MultiPolygon(vec![a.clone()]).difference(&whole(&new)))));
    }
    out
}

/// Every position of the faces that is no position of two of them, in order: those of the extents, but for the line's ends.
fn extents(faces: &[Face]) -> Vec<[u64; 2]> {
    let mut counts: HashMap<[u64; 2], usize> = HashMap::new();
    for face in faces {
        let ring = face.rings.first().map_or(&[][..], |ring| &ring[1..]);
        for key in ring.iter().map(key) {
            *counts.entry(key).or_default() += 1;
        }
    }
    let mut once: Vec<[u64; 2]> = counts.into_iter().filter(|(_, n)| *n == 1).map(|(key, _)| key).collect();
    once.sort_unstable();
    once
}

/// A position as what it is, bit for bit.
fn key(p: &Position) -> [u64; 2] {
    [p.lon().to_bits(), p.lat().to_bits()]
}

/// Positions rounded to seven decimals, which gives back those of the lines; slivers left out.
fn clean(found: &MultiPolygon<f64>) -> MultiPolygon<f64> {
    let polygon = |p: &Polygon<f64>| Polygon::new(rounded(p.exterior()), p.interiors().iter().map(rounded).collect());
    let real = |p: &Polygon<f64>| p.unsigned_area() > NOTHING_DEG2;
    MultiPolygon(found.iter().map(polygon).filter(real).collect()).orient(Direction::Default)
}

/// A ring so rounded, without the spikes that are left where a sliver fell together.
fn rounded(ring: &LineString<f64>) -> LineString<f64> {
    let mut out: Vec<Coord<f64>> = Vec::new();
    for c in &ring.0 {
        let c = Coord { x: round_to(c.x, 7), y: round_to(c.y, 7) };
        if out.last() == Some(&c) {
            continue;
        }
        if out.len() > 1 && out[out.len() - 2] == c {
            out.pop();
        } else {
            out.push(c);
        }
    }
    // The same where the ring closes.
    while out.len() > 3 && out[1] == out[out.len() - 2] {
        out.pop();
        out.remove(0);
    }
    LineString(out)
}

/// The segments that may bound the ground between two lines, by their positions: those of the new one, then of the old.
struct Around<'a> {
    segments: [HashMap<[u64; 2], &'a Segment>; 2],
}

impl<'a> Around<'a> {
    fn new(new: impl Iterator<Item = &'a Segment>, old: impl Iterator<Item = &'a Segment>) -> Self {
        let [mut positions, mut older] = [HashMap::new(), HashMap::new()];
        new.for_each(|s| positions.extend(s.chain.iter().map(|p| (key(p), s))));
        old.for_each(|s| older.extend(s.chain.iter().map(|p| (key(p), s))));
        Self { segments: [positions, older] }
    }

    fn at(&self, c: Coord<f64>) -> impl Iterator<Item = &'a Segment> {
        self.segments.iter().filter_map(move |positions| positions.get(&[c.x.to_bits(), c.y.to_bits()]).copied())
    }

    /// The district to which most positions of a piece's edge belong on the new line; on the old one, where it has none of the new.
    fn district(&self, piece: &Polygon<f64>) -> Option<DistrictId> {
        self.segments.iter().find_map(|positions| {
            let mut counts: Vec<(usize, &DistrictId)> = Vec::new();
            for c in &piece.exterior().0 {
                let segment = positions.get(&[c.x.to_bits(), c.y.to_bits()]);
                let Some(district) = segment.and_then(|s| s.district.as_ref()) else { continue };
                match counts.iter_mut().find(|(_, d)| *d == district) {
                    Some((n, _)) => *n += 1,
                    None => counts.push((1, district)),
                }
            }
            counts.into_iter().max_by_key(|(n, _)| *n).map(|(_, d)| d.clone())
        })
    }

    /// Length times accuracy of each segment along the edge, added up as independent errors.
    fn accuracy_km2(&self, shape: &MultiPolygon<f64>) -> f64 {
        let mut m2: HashMap<&str, f64> = HashMap::new();
        for w in shape.iter().flat_map(|p| p.exterior().0.windows(2)) {
            // At a joint either neighbour will do.
            let Some(segment) = self.at(w[0]).chain(self.at(w[1])).next() else { continue };
            let length = Geodesic.distance(w[0].into(), w[1].into());
            *m2.entry(segment.id.as_str()).or_default() += length * segment.accuracy_m;
        }
        m2.values().map(|v| v * v).sum::<f64>().sqrt() / 1e6
    }
}
