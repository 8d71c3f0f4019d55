//! The open questions of a line, ranked by what hangs on them.

use geo::{BooleanOps, MultiPolygon, Polygon};
use serde::Serialize;

use super::side::{self, Verdict, Z_CERTAIN};
use crate::error::Result;
use crate::index::{Choice, Index, Track, area_m2, band, polygon};
use crate::measure::round_to;
use crate::model::{Atlas, Citation, Doubt, DoubtId, InstrumentId, Place, PlaceId, Position, ReadingId, SegmentId};

/// A row of `doubts`.
#[derive(Clone, Debug, Serialize)]
pub struct DoubtRow<'a> {
    /// The question.
    pub id: &'a DoubtId,
    /// The instrument whose line it concerns.
    pub treaty: &'a InstrumentId,
    /// What is asked.
    pub question: &'a str,
    /// Square kilometres that hang on it: between the readings, inside the bands of the segments, inside the circles of places on the line.
    pub km2: f64,
    /// Places whose side differs between the readings, or is not certain because of the segments.
    pub affected: Vec<&'a PlaceId>,
    /// The rival reading.
    pub reading: Option<&'a ReadingId>,
    /// Segments whose course is open.
    pub segments: &'a [SegmentId],
    /// Places whose position is open.
    pub places: &'a [PlaceId],
    /// What kind of evidence would settle it.
    pub settled_by: &'a str,
    /// Who raises it.
    pub sources: &'a [Citation],
}

/// The open questions of the chosen line, what most hangs on first: by places affected, then by area. For an act that draws
/// a later stretch, its own.
///
/// # Errors
/// When a reading named in the data cannot be put into the line.
///
/// ```
/// use karun::{Atlas, Index, query::doubts::doubts};
/// let atlas = Atlas::bundled();
/// let index = Index::new(&atlas, &Default::default())?;
/// for doubt in doubts(&index)? {
///     assert!(!doubt.settled_by.is_empty(), "{}", doubt.id);
/// }
/// # Ok::<(), karun::Error>(())
/// ```
pub fn doubts<'a>(index: &Index<'a>) -> Result<Vec<DoubtRow<'a>>> {
    let atlas = index.atlas();
    let mut rows = Vec::new();
    let act = if index.asked().lines.is_empty() { index.drawn_by() } else { index.asked() };
    for doubt in &act.doubts {
        let (mut m2, mut affected) = (0.0, Vec::new());
        if let Some(reading) = &doubt.reading {
            let choice = Choice { treaty: Some(act.id.clone()), readings: vec![reading.clone()], ..Choice::default() };
            let other = Index::new(atlas, &choice)?;
            m2 += between(index, &other);
            affected.extend(changed(index, &other));
        }
        m2 += area_m2(&union(doubt_bands(index, doubt)));
        affected.extend(unsure(index, doubt));
        affected.sort_unstable();
        affected.dedup();
        rows.push(DoubtRow {
            id: &doubt.id,
            treaty: &act.id,
            question: &doubt.question,
            km2: round_to(m2 / 1e6, 0),
            affected,
            reading: doubt.reading.as_ref(),
            segments: &doubt.segments,
            places: &doubt.places,
            settled_by: &doubt.settled_by,
            sources: &doubt.sources,
        });
    }
    rows.sort_by(|a, b| b.affected.len().cmp(&a.affected.len()).then(b.km2.total_cmp(&a.km2)).then(a.id.cmp(b.id)));
    Ok(rows)
}

/// Square metres that lie on different sides of two courses of a line.
fn between(a: &Index<'_>, b: &Index<'_>) -> f64 {
    let pairs = a.sides().faces().iter().zip(b.sides().faces());
    // What one party gains the others lose: half of what all faces gain and lose.
    pairs.map(|(x, y)| area_m2(&polygon(&x.rings).xor(&polygon(&y.rings)))).sum::<f64>() / 2.0
}

/// Places that a reading puts on another side.
fn changed<'a>(main: &Index<'a>, other: &Index<'a>) -> Vec<&'a PlaceId> {
    let side = |index: &Index<'_>, place: &Place| side::of_place(index, place).0;
    let points = points(main.atlas());
    points.filter(|p| side(main, p) != side(other, p)).map(|p| &p.id).collect()
}

/// Places that are points: they may have a side.
fn points(atlas: &Atlas) -> impl Iterator<Item = &Place> {
    atlas.places().iter().filter(|p| !atlas.is_area(p) && !p.locations.is_empty())
}

/// The bands of its segments, and the circles of those of its places that stand on the line. Where a place off the line
/// lay moves no ground.
fn doubt_bands(index: &Index<'_>, doubt: &Doubt) -> Vec<MultiPolygon<f64>> {
    let atlas = index.atlas();
    let segments = doubt.segments.iter().filter_map(|id| atlas.segment(id)).map(|(_, s)| band(&s.chain, s.accuracy_m));
    let on_line = |p: &&Place| side::of_place(index, p).0.as_deref() == Some(side::ON_LINE);
    let spots = doubt.places.iter().filter_map(|id| atlas.place(id)).filter(on_line);
    let circle = |p: &Place| {
        let l = p.location(index.readings())?;
        // A band needs a stroke: a metre is none to speak of.
        let beside = Position::new(l.point.lon(), l.point.lat() + 1e-5).unwrap_or(l.point);
        Some(band(&[l.point, beside], l.accuracy_m))
    };
    segments.chain(spots.filter_map(circle)).collect()
}

fn union(parts: Vec<MultiPolygon<f64>>) -> MultiPolygon<f64> {
    let polygons: Vec<Polygon<f64>> = parts.into_iter().flatten().collect();
    geo::unary_union(&polygons)
}

/// Places off the line whose side is not certain because of the segments.
fn unsure<'a>(index: &Index<'a>, doubt: &Doubt) -> Vec<&'a PlaceId> {
    let atlas = index.atlas();
    let segments: Vec<_> = doubt.segments.iter().filter_map(|id| atlas.segment(id)).map(|(_, s)| s).collect();
    let track =
        Track::known(segments.iter().map(|s| &s.chain[..]).collect(), segments.iter().map(|s| s.accuracy_m).collect());
    let near = |place: &Place| {
        let location = place.location(index.readings());
        location.is_some_and(|l| track.nearness(l.point, l.accuracy_m, Z_CERTAIN).is_some())
    };
    let off_line = |place: &Place| matches!(side::of_place(index, place).1, Verdict::LessCertain | Verdict::Uncertain);
    points(atlas).filter(|p| near(p) && off_line(p)).map(|p| &p.id).collect()
}
