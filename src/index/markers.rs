//! Markers on their line: which segment, how far along.

use super::legs::{Leg, marked_legs};
use crate::model::{Atlas, Instrument, Line, Location, Marker, Place, Position, ReadingId};

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

/// Every marker of the conventions that mark the lines of these legs, by number inside each convention.
pub(crate) fn spots<'a>(
    atlas: &'a Atlas,
    lines: &'a [Line],
    legs: &[Leg<'a>],
    readings: &[ReadingId],
    foot: FootOn<'_>,
) -> Vec<MarkerSpot<'a>> {
    let mut out = Vec::new();
    for convention in lines.iter().flat_map(|line| atlas.demarcations(&line.id)) {
        let Some(stretch) = marked_legs(legs, convention) else { continue };
        let mut own: Vec<MarkerSpot<'a>> = Vec::new();
        for marker in &convention.markers {
            let Some(place) = atlas.place(&marker.place) else { continue };
            let location = place.location(readings);
            let meant = |leg: usize| marker.segment.as_ref().is_none_or(|id| legs[leg].segment.id == *id);
            let asked = |leg: usize| stretch.contains(&leg) && meant(leg);
            let nearest = location.and_then(|l| foot(l.point, &asked));
            // Without a position, a marker at the end of a segment stands there all the same.
            let at_end = |leg: &usize| legs[*leg].segment.to == place.id || legs[*leg].segment.from == place.id;
            let leg = nearest
                .map(|(leg, _)| leg)
                .or_else(|| stretch.clone().find(|leg| asked(*leg) && at_end(leg)))
                .or_else(|| stretch.clone().find(|leg| asked(*leg)));
            let Some(leg) = leg else { continue };
            own.push(MarkerSpot { convention, marker, place, location, leg, line_m: nearest.map(|(_, m)| m) });
        }
        own.sort_by_key(|s| s.marker.number);
        out.extend(own);
    }
    out
}
