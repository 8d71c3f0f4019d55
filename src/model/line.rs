//! Lines: their segments, the readings of them, and stretches between two places.

use serde::{Deserialize, Serialize};

use super::{Certainty, Citation, DistrictId, Edtf, LineId, PartyId, PlaceId, Position, ReadingId, SegmentId};

/// A line with a party on each hand. Its geometry is the chain of its segments, its extent the country it divides.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Line {
    /// As segments use it.
    pub id: LineId,
    /// Whose land lies left as one walks along the chain.
    pub left: PartyId,
    /// Whose land lies right.
    pub right: PartyId,
    /// The stretch of an older line in whose place it stands, once its act is in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaces: Option<Stretch>,
    /// The ring around the country divided, counter-clockwise, closed. `None` for an enclave, and for a line that stands
    /// in place of a stretch of another and leaves that one's extent as it is.
    #[serde(skip)]
    pub extent: Option<Vec<Position>>,
}

/// The stretch of line between two consecutive named places.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Segment {
    /// Named after its far end.
    pub id: SegmentId,
    /// The line it belongs to.
    pub line: LineId,
    /// The district it bounds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub district: Option<DistrictId>,
    /// The place at its beginning.
    pub from: PlaceId,
    /// The place at its end.
    pub to: PlaceId,
    /// The clause that draws it.
    pub article: String,
    /// What the text follows.
    pub follows: Follows,
    /// The text's own word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub follows_note: Option<String>,
    /// 95 % of the true line lies across it within this many metres.
    pub accuracy_m: f64,
    /// Is it the right feature?
    pub certainty: Certainty,
    /// Why the line is drawn here, and from what.
    pub basis: String,
    /// Where it comes from.
    pub sources: Vec<Citation>,
    /// The rival reading to which it belongs; `None` on the main line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<ReadingId>,
    /// When the stretch ended, and by which act, where no line of the folder replaces it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<Ended>,
    /// Positions, at least two.
    #[serde(skip)]
    pub chain: Vec<Position>,
}

/// A stretch that a clause orders to be drawn anew or marked, without drawing it: until a later act does so, the older
/// line stands and is in doubt.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Pending {
    /// The stretch, of a line as it was drawn.
    #[serde(flatten)]
    pub stretch: Stretch,
    /// The clause that orders it.
    pub article: String,
    /// What it orders, in our own words.
    pub summary: String,
    /// Who says so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Citation>,
}

/// The end of a stretch of line.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Ended {
    /// When.
    pub edtf: Edtf,
    /// The act that did it.
    pub source: super::SourceId,
}

/// What a segment follows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the words say it")]
pub enum Follows {
    Watershed,
    RiverBank,
    Thalweg,
    River,
    LakeShore,
    Road,
    Parallel,
    Meridian,
    Straight,
    Map,
    Unspecified,
}

impl Follows {
    /// The word as the data write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Watershed => "watershed",
            Self::RiverBank => "river-bank",
            Self::Thalweg => "thalweg",
            Self::River => "river",
            Self::LakeShore => "lake-shore",
            Self::Road => "road",
            Self::Parallel => "parallel",
            Self::Meridian => "meridian",
            Self::Straight => "straight",
            Self::Map => "map",
            Self::Unspecified => "unspecified",
        }
    }

    /// What the line does, as it stands in a sentence: "following the watershed".
    pub fn clause(self) -> String {
        match self {
            Self::Unspecified => "where the text names no feature".to_owned(),
            other => format!("following {}", other.phrase()),
        }
    }

    fn phrase(self) -> &'static str {
        match self {
            Self::Watershed => "the watershed",
            Self::RiverBank => "the river bank",
            Self::Thalweg => "the thalweg",
            Self::River => "the river",
            Self::LakeShore => "the lake shore",
            Self::Road => "the road",
            Self::Parallel => "the parallel",
            Self::Meridian => "the meridian",
            Self::Straight => "a straight line",
            Self::Map => "the map",
            Self::Unspecified => "no feature",
        }
    }
}

/// A run of segments that may be chosen in place of the main ones.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Reading {
    /// As `--reading` takes it.
    pub id: ReadingId,
    /// The line it reads otherwise.
    pub line: LineId,
    /// Where it leaves the main line: an end of a main segment.
    pub from: PlaceId,
    /// Where it comes back.
    pub to: PlaceId,
    /// What it says.
    pub summary: String,
    /// Why one may read the text so.
    pub basis: String,
    /// Who reads it so.
    pub sources: Vec<Citation>,
}

/// A stretch of a line between two segment ends.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Stretch {
    /// The line.
    pub line: LineId,
    /// The end that comes first along the line.
    pub from: PlaceId,
    /// The other end.
    pub to: PlaceId,
}
