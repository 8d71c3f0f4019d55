//! The line leg by leg.

use serde::Serialize;

use super::side::PendingRef;
use crate::index::Index;
use crate::measure::round_to;
use crate::model::{
    Certainty, DistrictId, Follows, InstrumentId, LineId, MarkerId, PartyId, PlaceId, ReadingId, SegmentId,
};

/// A row of `trace`.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs, reason = "as in the data; metres, kilometres along the line")]
pub struct LegRow<'a> {
    pub id: &'a SegmentId,
    pub seq: usize,
    pub line: &'a LineId,
    pub district: Option<&'a DistrictId>,
    pub article: &'a str,
    pub from: &'a PlaceId,
    pub to: &'a PlaceId,
    pub follows: Follows,
    pub left: &'a PartyId,
    pub right: &'a PartyId,
    pub from_km: f64,
    pub to_km: f64,
    pub length_km: f64,
    pub accuracy_m: f64,
    pub certainty: Certainty,
    pub reading: Option<&'a ReadingId>,
    pub demarcated_by: Option<&'a InstrumentId>,
    pub markers: Vec<&'a MarkerId>,
    /// The clause by which it was to be drawn anew or marked on the day asked for.
    pub pending: Option<PendingRef>,
}

/// The legs of the line in order; `district` keeps one district's.
///
/// ```
/// use karun::{Atlas, Index, query::trace::trace};
/// let atlas = Atlas::bundled();
/// let index = Index::new(&atlas, &Default::default())?;
/// let legs = trace(&index, None);
/// assert_eq!(legs[0].from.as_str(), "shabin-dabaga");
/// assert_eq!(legs.last().unwrap().to.as_str(), "tsungling");
/// # Ok::<(), karun::Error>(())
/// ```
pub fn trace<'a>(index: &Index<'a>, district: Option<&DistrictId>) -> Vec<LegRow<'a>> {
    let rows = index.asked_legs();
    rows.map(|(i, leg)| {
        let s = leg.segment;
        LegRow {
            id: &s.id,
            seq: i + 1,
            line: &leg.line.id,
            district: s.district.as_ref(),
            article: &s.article,
            from: &s.from,
            to: &s.to,
            follows: s.follows,
            left: &leg.line.left,
            right: &leg.line.right,
            from_km: round_to(leg.from_m / 1000.0, 3),
            to_km: round_to(leg.to_m / 1000.0, 3),
            length_km: round_to(leg.length_m() / 1000.0, 3),
            accuracy_m: s.accuracy_m,
            certainty: s.certainty,
            reading: s.reading.as_ref(),
            demarcated_by: index.demarcated_by(i).map(|t| &t.id),
            markers: index.markers().iter().filter(|m| m.leg == i).map(|m| &m.marker.id).collect(),
            pending: index
                .pending(i)
                .map(|(act, clause)| PendingRef { treaty: act.id.clone(), article: clause.article.clone() }),
        }
    })
    .filter(|row| district.is_none_or(|d| row.district == Some(d)))
    .collect()
}
