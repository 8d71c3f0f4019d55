//! Instruments: treaties, protocols and conventions, the lines they draw and the markers they set.

use serde::{Deserialize, Serialize};

use super::{
    Assertion, Citation, DistrictId, Doubt, Edtf, InstrumentId, Line, MarkerId, PartyId, Pending, PlaceId, Reading,
    Segment, SegmentId, Stretch,
};

/// A treaty, protocol or convention.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Instrument {
    /// Its folder's name; also the id of its source.
    pub id: InstrumentId,
    /// Titles by language; the first English one is shown.
    pub titles: Vec<Text>,
    /// What it does to a boundary.
    pub stage: Stage,
    /// Whether its line is meant when nothing is said.
    pub default: bool,
    /// Why it was never in force, if it wasn't.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub never_in_force: Option<String>,
    /// Anything a reader should know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Who is bound by it.
    pub parties: Vec<Party>,
    /// What happened to it, and when.
    pub dates: Vec<DateEvent>,
    /// The districts it names.
    pub districts: Vec<District>,
    /// Its clauses.
    pub articles: Vec<Article>,
    /// The lines it draws.
    pub lines: Vec<Line>,
    /// Segments of its lines, those of rival readings included, in file order.
    pub segments: Vec<Segment>,
    /// Rival readings of its lines.
    pub readings: Vec<Reading>,
    /// The stretches it marks on the ground, each of a line as it was drawn.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "one_or_many")]
    pub demarcates: Vec<Stretch>,
    /// The stretches that it orders to be drawn anew or marked, without drawing them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pending: Vec<Pending>,
    /// The markers it sets.
    pub markers: Vec<Marker>,
    /// Statements of other sources, tested against the line.
    #[serde(skip)]
    pub assertions: Vec<Assertion>,
    /// Areas that others publish for the land it moved.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub published_areas: Vec<PublishedArea>,
    /// Open questions of its lines.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<Doubt>,
}

/// An area that others publish for land that changed sides.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct PublishedArea {
    /// Square kilometres, as published.
    pub km2: f64,
    /// What it is said to be the area of.
    pub what: String,
    /// Why ours may differ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Who says so.
    pub sources: Vec<Citation>,
}

/// As the data write it: one stretch by itself, several in a list.
fn one_or_many<S: serde::Serializer>(stretches: &[Stretch], to: S) -> Result<S::Ok, S::Error> {
    match stretches {
        [one] => one.serialize(to),
        several => several.serialize(to),
    }
}

/// A text in a language.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Text {
    /// The words.
    pub text: String,
    /// BCP 47 tag with script.
    pub lang: String,
}

/// What an instrument does to a boundary (Jones 1945).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Divides in words, without a line.
    Allocation,
    /// Agrees a line in words and on a map.
    Delimitation,
    /// Marks a line on the ground.
    Demarcation,
}

impl Stage {
    /// The word as the data write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Allocation => "allocation",
            Self::Delimitation => "delimitation",
            Self::Demarcation => "demarcation",
        }
    }
}

/// A party to an instrument.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Party {
    /// As sides use it.
    pub id: PartyId,
    /// In English.
    pub name: String,
    /// In English: "the Chinese side".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adjective: Option<String>,
}

/// Something that happened to an instrument.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct DateEvent {
    /// What happened.
    pub event: Milestone,
    /// When, Gregorian.
    pub edtf: Edtf,
    /// As the sources write it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub written: Vec<WrittenDate>,
    /// Disagreements, and which we follow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Who says so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Citation>,
}

/// What happened to an instrument.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the words say it")]
pub enum Milestone {
    Signed,
    Ratified,
    InForce,
    Demarcated,
    Ended,
}

impl Milestone {
    /// The word as the data write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Signed => "signed",
            Self::Ratified => "ratified",
            Self::InForce => "in-force",
            Self::Demarcated => "demarcated",
            Self::Ended => "ended",
        }
    }
}

/// A date in the calendar it was written in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct WrittenDate {
    /// `gregorian`, `julian` or `qing`.
    pub calendar: Calendar,
    /// As written.
    pub text: String,
}

/// The calendar a date was written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the words say it")]
pub enum Calendar {
    Gregorian,
    Julian,
    Qing,
}

/// A district of the frontier.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct District {
    /// As segments and the gazetteer's files use it.
    pub id: DistrictId,
    /// Whose it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyId>,
    /// Names: any of them may be asked for.
    pub names: Vec<Text>,
    /// Anything a reader should know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Why no marker stands in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unmarked: Option<String>,
}

/// A clause.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Article {
    /// As printed.
    pub number: String,
    /// The district it speaks of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub district: Option<DistrictId>,
    /// In our own words.
    pub summary: String,
    /// Every place it names, in its order.
    pub places: Vec<PlaceId>,
    /// Where its text was read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Citation>,
}

/// A cairn or post set under a demarcation.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Marker {
    /// `<instrument>-<number>`.
    pub id: MarkerId,
    /// As the convention counts.
    pub number: u32,
    /// Where it was set.
    pub place: PlaceId,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set: Option<Edtf>,
    /// By whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set_by: Option<String>,
    /// What became of it.
    pub status: MarkerStatus,
    /// Anything a reader should know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The segment it stands on, where the text says so; otherwise the nearest of the stretch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub segment: Option<SegmentId>,
    /// Who says so.
    pub sources: Vec<Citation>,
}

/// What became of a marker.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the words say it")]
pub enum MarkerStatus {
    Planned,
    #[default]
    Set,
    Lost,
    Replaced,
}

impl Instrument {
    /// The title to show: English, otherwise the first, otherwise the id.
    pub fn title(&self) -> &str {
        self.titles.iter().find(|t| t.lang == "en").or(self.titles.first()).map_or(self.id.as_str(), |t| &t.text)
    }

    /// The first date of an event.
    pub fn date(&self, event: Milestone) -> Option<&DateEvent> {
        self.dates.iter().find(|d| d.event == event)
    }

    /// When it came into force: its date `in-force`, else when ratifications were exchanged, else when it was signed.
    /// `None` for an act that never was.
    pub fn in_force(&self) -> Option<&Edtf> {
        in_force(self.dates.iter(), self.never_in_force.as_deref())
    }

    /// The year in which it was signed, as its date is written.
    pub(crate) fn signed_year(&self) -> Option<String> {
        let signed = self.date(Milestone::Signed)?;
        Some(signed.edtf.as_str().chars().take(4).collect())
    }

    /// A party's name and adjective; the id where it isn't described.
    pub fn party(&self, id: &PartyId) -> Option<&Party> {
        self.parties.iter().find(|p| p.id == *id)
    }
}

/// When an act of these dates came into force.
pub(crate) fn in_force<'a>(
    dates: impl Iterator<Item = &'a DateEvent> + Clone,
    never_in_force: Option<&str>,
) -> Option<&'a Edtf> {
    let on = |event: Milestone| dates.clone().find(move |d| d.event == event);
    let order = [Milestone::InForce, Milestone::Ratified, Milestone::Signed];
    let date = order.into_iter().find_map(on).filter(|_| never_in_force.is_none());
    date.map(|d| &d.edtf)
}

impl Party {
    /// "Chinese", or the name where there is no adjective.
    pub fn adjective(&self) -> &str {
        self.adjective.as_deref().unwrap_or(&self.name)
    }
}
