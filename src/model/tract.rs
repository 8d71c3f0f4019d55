//! Tracts: land that one party held for a time while the line left it to the other.

use serde::{Deserialize, Serialize};

use super::{Citation, Edtf, PartyId, Position, TractId};

/// Land that one party held for a time while the line left it to the other: an occupation, a loan. It moves no line.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Tract {
    /// Unique in the whole folder.
    pub id: TractId,
    /// In what way it was held.
    pub kind: Tenure,
    /// Who held it.
    pub holder: PartyId,
    /// Whose it was by the line.
    pub of: PartyId,
    /// From when to when.
    pub held: Edtf,
    /// What it is called.
    pub title: String,
    /// What happened, and why it moved no line.
    pub summary: String,
    /// Its edge, coarse: closed, counter-clockwise; longitude, latitude.
    pub ring: Vec<Position>,
    /// How far the true edge may lie from the ring, in metres.
    pub accuracy_m: f64,
    /// Why the ring runs so.
    pub basis: String,
    /// Who says so.
    pub sources: Vec<Citation>,
}

/// In what way land was held.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the words say it")]
pub enum Tenure {
    Occupation,
    Loan,
}

impl Tenure {
    /// The word as the data write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Occupation => "occupation",
            Self::Loan => "loan",
        }
    }
}
