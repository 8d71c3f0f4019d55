//! Markers on their line: which segment, how far along.

use super::legs::Leg;
use crate::measure::nearest_on;
use crate::model::{Atlas, CalendarDay, Instrument, Location, Marker, Place, Position, Reading, ReadingId, Segment};

/// A marker with its place along the line.
#[derive(Clone, Copy, Debug)]
pub struct MarkerSpot<'a> {
    /// The convention that set it.
    pub convention: &'a Instrument,
    /// What it is.
    pub marker: &'a Marker,
    /// Where it was set.
    pub place: &'a Place,
    /// The position followed, if the place has one.
    pub location: Option<&'a Location>,
    /// The leg it stands on.
    pub leg: usize,
    /// Metres from the line's beginning to its foot on the line; `None` without a position.
    pub line_m: Option<f64>,
}

/// Where the line is looked for: among the legs that pass a test, the nearest one and the metres along its line.
pub(crate) type FootOn<'f> = &'f dyn Fn(Position, &dyn Fn(usize) -> bool) -> Option<(usize, f64)>;

/// Which legs a convention marks, by their number.
pub(super) fn marked(atlas: &Atlas, convention: &Instrument, readings: &[&Reading], legs: &[Leg<'_>]) -> Vec<bool> {
    let segments: Vec<_> = convention.demarcates.iter().flat_map(|d| atlas.stretch(d, readings)).collect();
    legs.iter().map(|leg| segments.iter().any(|s| std::ptr::eq(*s, leg.segment))).collect()
}

/// The segments that a convention marks and that are no part of these legs any more.
fn gone<'a>(atlas: &'a Atlas, convention: &Instrument, readings: &[&Reading], legs: &[Leg<'_>]) -> Vec<&'a Segment> {
    let segments = convention.demarcates.iter().flat_map(|d| atlas.stretch(d, readings));
    segments.filter(|s| !legs.iter().any(|leg| std::ptr::eq(*s, leg.segment))).collect()
}

/// Every marker on these legs, by number inside each convention; on a `day` those set by then.
pub(super) fn spots<'a>(
    atlas: &'a Atlas,
    legs: &[Leg<'a>],
    readings: &[&Reading],
    day: Option<CalendarDay>,
    foot: FootOn<'_>,
) -> Vec<MarkerSpot<'a>> {
    let ids: Vec<ReadingId> = readings.iter().map(|r| r.id.clone()).collect();
    let mut out = Vec::new();
    for convention in atlas.instruments().iter().filter(|t| !t.markers.is_empty() && t.never_in_force.is_none()) {
        let stretch = marked(atlas, convention, readings, legs);
        let gone = gone(atlas, convention, readings, legs);
        let in_force = convention.in_force();
        let mut own: Vec<MarkerSpot<'a>> = Vec::new();
        for marker in &convention.markers {
            let set = marker.set.as_ref().or(in_force).and_then(crate::model::Edtf::earliest);
            if day.is_some_and(|day| set.is_none_or(|set| set > day)) {
                continue;
            }
            let Some(place) = atlas.place(&marker.place) else { continue };
            let location = place.location(&ids);
            let asked =
                |leg: usize| stretch[leg] && marker.segment.as_ref().is_none_or(|id| legs[leg].segment.id == *id);
            let nearest = location.and_then(|l| foot(l.point, &asked));
            // It went with the segment on which it stood, though a neighbour is left.
            let named = |s: &&&Segment| marker.segment.as_ref().is_none_or(|id| s.id == *id);
            let feet = location
                .into_iter()
                .flat_map(|l| gone.iter().filter(named).filter_map(move |s| nearest_on(&s.chain, l.point)));
            let lost_m = feet.map(|foot| foot.distance_m).fold(f64::INFINITY, f64::min);
            let left = || nearest.and_then(|(leg, _)| nearest_on(&legs[leg].segment.chain, location?.point));
            if lost_m.is_finite() && left().is_none_or(|foot| lost_m < foot.distance_m) {
                continue;
            }
            // Without a position, a marker at the end of a segment stands there all the same.
            let at_end = |leg: &usize| legs[*leg].segment.to == place.id || legs[*leg].segment.from == place.id;
            let leg = nearest
                .map(|(leg, _)| leg)
                .or_else(|| (0..legs.len()).find(|leg| asked(*leg) && at_end(leg)))
                .or_else(|| (0..legs.len()).find(|leg| asked(*leg)));
            let Some(leg) = leg else { continue };
            own.push(MarkerSpot { convention, marker, place, location, leg, line_m: nearest.map(|(_, m)| m) });
        }
        own.sort_by_key(|s| s.marker.number);
        out.extend(own);
    }
    out
}
