//! What is tested and what is open: statements of other sources, and questions.

use serde::{Deserialize, Serialize};

use super::{Citation, DoubtId, PlaceId, Position, ReadingId, SegmentId};

/// An open question of a line: a reading, segments whose course is open, or places whose position is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Doubt {
    /// Unique in the whole folder.
    pub id: DoubtId,
    /// What is asked.
    pub question: String,
    /// The rival reading that answers otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<ReadingId>,
    /// Segments whose course is open.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub segments: Vec<SegmentId>,
    /// Places whose position is open.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<PlaceId>,
    /// What kind of evidence would settle it.
    pub settled_by: String,
    /// Who raises it.
    pub sources: Vec<Citation>,
}

/// A statement of a source other than the line itself, tested against the map.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Assertion {
    /// What it states.
    pub claim: Claim,
    /// What the source says, in our own words.
    pub because: String,
    /// As the source puts it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Who says so.
    pub sources: Vec<Citation>,
}

/// What an assertion states.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[allow(missing_docs, reason = "`boundaries/README.md` describes each field")]
pub enum Claim {
    /// A place or point lies on a side, or on the line.
    Side { subject: Subject, expect: String },
    /// Two places lie so many metres apart.
    Distance { from: PlaceId, to: PlaceId, expect_m: f64, tolerance_m: f64 },
    /// One place lies in a direction from another: degrees clockwise from north.
    Bearing { from: PlaceId, to: PlaceId, expect_deg: f64, tolerance_deg: f64 },
    /// Places follow each other along the line.
    Order { places: Vec<PlaceId> },
    /// A river's water goes in a direction, to a point on the side of a party.
    Drainage { place: PlaceId, mouth: Position, flows: Compass, expect: String },
}

/// One of eight directions.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the words say it")]
pub enum Compass {
    North,
    NorthEast,
    East,
    SouthEast,
    South,
    SouthWest,
    West,
    NorthWest,
}

impl Compass {
    /// Degrees clockwise from north.
    pub fn degrees(self) -> f64 {
        f64::from(self as u8) * 45.0
    }

    /// The word as the data write it.
    pub fn as_str(self) -> &'static str {
        ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"][self as usize]
    }
}

/// What an assertion on a side speaks of.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(untagged)]
pub enum Subject {
    /// A place of the gazetteer.
    Place(PlaceId),
    /// A labelled point: longitude, latitude.
    Point {
        /// For the report.
        label: String,
        /// Longitude, latitude.
        point: Position,
    },
}
