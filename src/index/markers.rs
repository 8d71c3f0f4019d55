//! Markers on their line: which segment, how far along.

use super::line::{Index, marked_legs};
use crate::model::{Instrument, Location, Marker, Place};

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

/// Every marker of the conventions that mark the index's line, by number inside each convention.
pub(crate) fn spots<'a>(index: &Index<'a>) -> Vec<MarkerSpot<'a>> {
    let atlas = index.atlas();
    let mut out = Vec::new();
    for line in &index.drawn_by().lines {
        for convention in atlas.demarcations(&line.id) {
            let Some(stretch) = marked_legs(index.legs(), convention) else { continue };
            let mut own: Vec<MarkerSpot<'a>> = Vec::new();
            for marker in &convention.markers {
                let Some(place) = atlas.place(&marker.place) else { continue };
                let location = place.location(index.readings());
                let asked = |leg: usize| {
                    stretch.contains(&leg)
                        && marker.segment.as_ref().is_none_or(|id| index.legs()[leg].segment.id == *id)
                };
                let nearest = location.and_then(|l| index.nearest_among(l.point, asked));
                // Without a position, a marker at the end of a segment stands there all the same.
                let at_end = |leg: &usize| {
                    index.legs()[*leg].segment.to == place.id || index.legs()[*leg].segment.from == place.id
                };
                let leg = nearest
                    .map(|n| n.leg)
                    .or_else(|| stretch.clone().find(|leg| asked(*leg) && at_end(leg)))
                    .or_else(|| stretch.clone().find(|leg| asked(*leg)));
                let Some(leg) = leg else { continue };
                own.push(MarkerSpot { convention, marker, place, location, leg, line_m: nearest.map(|n| n.line_m) });
            }
            own.sort_by_key(|s| s.marker.number);
            out.extend(own);
        }
    }
    out
}
