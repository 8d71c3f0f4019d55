//! The chronicle: what happened on the frontier, and what it means for the line.

use serde::Serialize;

use super::{Citation, Edtf, EventId, PlaceId, WrittenDate};

/// Something that happened.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Event {
    /// Unique in the whole folder.
    pub id: EventId,
    /// When, Gregorian.
    pub date: Edtf,
    /// As the sources write it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub written: Vec<WrittenDate>,
    /// Where.
    pub places: Vec<PlaceId>,
    /// Who had a hand in it.
    pub actors: Vec<String>,
    /// What happened.
    pub summary: String,
    /// What it means for the line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meaning: Option<String>,
    /// Disagreements, and which we follow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Who says so.
    pub sources: Vec<Citation>,
}
