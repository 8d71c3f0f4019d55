//! Which markers stood in this district?

use serde::Serialize;

use crate::index::{Index, MarkerSpot};
use crate::measure::round_to;
use crate::model::{Certainty, DistrictId, Edtf, InstrumentId, MarkerId, MarkerStatus, PlaceId, Position, SegmentId};

/// A row of the register.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs, reason = "as in the data; metres, kilometres along the line, longitude and latitude")]
pub struct MarkerRow<'a> {
    pub id: &'a MarkerId,
    pub convention: &'a InstrumentId,
    pub district: Option<&'a DistrictId>,
    pub number: u32,
    pub place: &'a PlaceId,
    pub name: &'a str,
    pub name_zh: Option<&'a str>,
    pub lon: Option<f64>,
    pub lat: Option<f64>,
    pub accuracy_m: Option<f64>,
    pub certainty: Option<Certainty>,
    pub set: Option<&'a Edtf>,
    pub set_by: Option<&'a str>,
    pub status: MarkerStatus,
    pub segment: &'a SegmentId,
    pub line_km: Option<f64>,
    pub note: Option<&'a str>,
}

/// Which markers are wanted.
#[derive(Clone, Debug, Default)]
pub struct MarkerFilter {
    /// Those of one district.
    pub district: Option<DistrictId>,
    /// Those on one segment.
    pub segment: Option<SegmentId>,
}

/// The register, by number inside each convention.
///
/// ```
/// use karun::{Atlas, Index, query::markers::{MarkerFilter, markers}};
/// let atlas = Atlas::bundled();
/// let index = Index::new(&atlas, &Default::default())?;
/// let kobdo = MarkerFilter { district: Some("kobdo".into()), segment: None };
/// assert_eq!(markers(&index, &kobdo).len(), 20);
/// # Ok::<(), karun::Error>(())
/// ```
pub fn markers<'a>(index: &Index<'a>, filter: &MarkerFilter) -> Vec<MarkerRow<'a>> {
    // A convention that was named shows only its own markers.
    let own = |s: &&MarkerSpot<'a>| !index.asked().lines.is_empty() || s.convention.id == index.asked().id;
    index.markers().iter().filter(own).map(|s| row(index, s)).filter(|r| wanted(r, filter)).collect()
}

fn wanted(row: &MarkerRow<'_>, filter: &MarkerFilter) -> bool {
    filter.district.as_ref().is_none_or(|d| row.district == Some(d))
        && filter.segment.as_ref().is_none_or(|s| row.segment == s)
}

fn row<'a>(index: &Index<'a>, spot: &MarkerSpot<'a>) -> MarkerRow<'a> {
    let segment = index.legs()[spot.leg].segment;
    let point = spot.location.map(|l| l.point);
    MarkerRow {
        id: &spot.marker.id,
        convention: &spot.convention.id,
        district: segment.district.as_ref(),
        number: spot.marker.number,
        place: &spot.place.id,
        name: spot.place.display_name(),
        name_zh: spot.place.name_in("zh-Hans"),
        lon: point.map(Position::lon),
        lat: point.map(Position::lat),
        accuracy_m: spot.location.map(|l| l.accuracy_m),
        certainty: spot.location.map(|l| l.certainty),
        set: spot.marker.set.as_ref(),
        set_by: spot.marker.set_by.as_deref(),
        status: spot.marker.status,
        segment: &segment.id,
        line_km: spot.line_m.map(|m| round_to(m / 1000.0, 1)),
        note: spot.marker.note.as_deref(),
    }
}
