//! The answer about a side: its fields are those of the JSON.

use serde::Serialize;

use crate::index::Side;
use crate::model::{
    CalendarDay, DistrictId, Edtf, Follows, InstrumentId, LineId, MarkerId, PartyId, PlaceId, SegmentId, Tenure,
    TractId,
};

/// z from which a side is `certain`: 97.5 % of a normal error lie below it, so a point outside every 95 % band is certain.
pub const Z_CERTAIN: f64 = 1.960;
/// z from which a side is `less-certain`: 75 % of a normal error lie below it.
pub const Z_LESS_CERTAIN: f64 = 0.674;

/// How sure a side is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the words say it")]
pub enum Verdict {
    Certain,
    LessCertain,
    Uncertain,
    Outside,
    Unlocated,
}

impl Verdict {
    /// The word as JSON and tables write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::LessCertain => "less-certain",
            Self::Uncertain => "uncertain",
            Self::Outside => "outside",
            Self::Unlocated => "unlocated",
        }
    }

    pub(super) fn of(z: f64) -> Self {
        if z >= Z_CERTAIN {
            Self::Certain
        } else if z >= Z_LESS_CERTAIN {
            Self::LessCertain
        } else {
            Self::Uncertain
        }
    }
}

/// The word that `side` has for the line itself.
pub const ON_LINE: &str = "on-line";

/// What was asked.
#[derive(Clone, Debug, Serialize)]
pub struct Query {
    /// In the asker's words.
    pub text: String,
    /// The place meant, if it was one.
    pub place: Option<PlaceId>,
    /// Longitude.
    pub lon: Option<f64>,
    /// Latitude.
    pub lat: Option<f64>,
    /// Radius in metres of the 95 % circle around it.
    pub accuracy_m: f64,
}

/// The segment that answers.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs, reason = "as in the data")]
pub struct SegmentRef {
    pub id: SegmentId,
    pub district: Option<DistrictId>,
    pub article: String,
    pub from: PlaceId,
    pub to: PlaceId,
    pub follows: Follows,
    pub accuracy_m: f64,
}

/// The nearest marker.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs, reason = "as in the data")]
pub struct MarkerRef {
    pub id: MarkerId,
    pub district: Option<DistrictId>,
    pub number: u32,
    pub place: PlaceId,
    pub distance_m: f64,
}

/// A reading under which the side differs.
#[derive(Clone, Debug, Serialize)]
pub struct OtherSide {
    /// The reading, or the line's id where it is the main course that differs.
    pub id: String,
    /// A party, `on-line`, or null outside.
    pub side: Option<String>,
}

/// The answer. Its fields are those of the JSON, stable.
#[derive(Clone, Debug, Serialize)]
pub struct SideAnswer {
    /// What was asked.
    pub query: Query,
    /// The instrument asked for.
    pub treaty: InstrumentId,
    /// The line.
    pub line: LineId,
    /// A party's id, `on-line`, or null.
    pub side: Option<String>,
    /// How sure it is.
    pub verdict: Verdict,
    /// Φ(z): how likely the true line leaves the point on this side.
    pub probability: Option<f64>,
    /// Geodesic metres to the nearest point of the line.
    pub distance_m: Option<f64>,
    /// Longitude, latitude of that point.
    pub nearest_point: Option<[f64; 2]>,
    /// Kilometres along the line to it.
    pub line_km: Option<f64>,
    /// The segment it lies on.
    pub segment: Option<SegmentRef>,
    /// The nearest marker.
    pub marker: Option<MarkerRef>,
    /// Readings that differ.
    pub readings: Vec<OtherSide>,
    /// Why there is no side, or why the text itself settles it.
    pub reason: Option<String>,
    /// The day whose line was asked, if one was.
    pub on: Option<CalendarDay>,
    /// The clause by which the stretch was to be drawn anew on that day.
    pub pending: Option<PendingRef>,
    /// Who else held the place while the line left it to its side.
    pub held: Vec<Held>,
    /// Where it came to lie later.
    pub later: Vec<LaterSide>,
    /// For a footnote.
    pub sentence: String,
}

/// The clause by which a stretch was to be drawn anew or marked.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs, reason = "as in the data")]
pub struct PendingRef {
    pub treaty: InstrumentId,
    pub article: String,
}

/// Land that another party held while the line left it to the side answered.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs, reason = "as in the data")]
pub struct Held {
    pub id: TractId,
    pub kind: Tenure,
    pub by: PartyId,
    pub held: Edtf,
    pub title: String,
}

/// Where a place came to lie by a later line.
#[derive(Clone, Debug, Serialize)]
pub struct LaterSide {
    /// The first day.
    pub from: CalendarDay,
    /// A party, `on-line`, or null outside.
    pub side: Option<String>,
    /// The act that drew the line.
    pub treaty: InstrumentId,
}

/// A party's id, `on-line`, or `None` outside.
pub(crate) fn word(side: Side<'_>) -> Option<&str> {
    match side {
        Side::OnLine => Some(ON_LINE),
        Side::Of(party) => Some(party.as_str()),
        Side::Outside => None,
    }
}
