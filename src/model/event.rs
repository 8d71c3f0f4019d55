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

impl Event {
    /// True when it may have happened between two dates, either of which may be open.
    pub fn is_between(&self, from: Option<&Edtf>, to: Option<&Edtf>) -> bool {
        let begins = from.and_then(Edtf::earliest);
        let ends = to.and_then(Edtf::latest);
        begins.is_none_or(|b| self.date.latest().is_none_or(|d| d >= b))
            && ends.is_none_or(|e| self.date.earliest().is_none_or(|d| d <= e))
    }
}
