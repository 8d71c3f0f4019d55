//! Instruments: treaties, protocols and conventions, the lines they draw and the markers they set.

use serde::{Deserialize, Serialize};

use super::{
    Certainty, Citation, DistrictId, DoubtId, Edtf, InstrumentId, LineId, MarkerId, PartyId, PlaceId, Position,
    ReadingId, SegmentId,
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
    /// The stretch it marks on the ground.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub demarcates: Option<Stretch>,
    /// The markers it sets.
    pub markers: Vec<Marker>,
    /// Statements of other sources, tested against the line.
    #[serde(skip)]
    pub assertions: Vec<Assertion>,
    /// Open questions of its lines.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<Doubt>,
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

/// A line with a party on each hand. Its geometry is the chain of its segments, its extent the country it divides.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Line {
    /// As segments use it.
    pub id: LineId,
    /// Whose land lies left as one walks along the chain.
    pub left: PartyId,
    /// Whose land lies right.
    pub right: PartyId,
    /// The ring around the country divided, counter-clockwise, closed; `None` for an enclave.
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
    /// When the stretch was replaced, and by which act.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<Ended>,
    /// Positions, at least two.
    #[serde(skip)]
    pub chain: Vec<Position>,
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

impl Instrument {
    /// The title to show: English, otherwise the first, otherwise the id.
    pub fn title(&self) -> &str {
        self.titles.iter().find(|t| t.lang == "en").or(self.titles.first()).map_or(self.id.as_str(), |t| &t.text)
    }

    /// The first date of an event.
    pub fn date(&self, event: Milestone) -> Option<&DateEvent> {
        self.dates.iter().find(|d| d.event == event)
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

impl Party {
    /// "Chinese", or the name where there is no adjective.
    pub fn adjective(&self) -> &str {
        self.adjective.as_deref().unwrap_or(&self.name)
    }
}
