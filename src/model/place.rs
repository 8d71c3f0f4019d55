//! The gazetteer: places, their names and locations, and the sources that say so.

use serde::{Deserialize, Serialize};

use super::{DistrictId, Edtf, PlaceId, Position, ReadingId, SegmentId, SourceId, TypeId};

/// Is it the right feature? The vocabulary of Linked Places. For people, not for formulas.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// Known.
    #[default]
    Certain,
    /// Likely, with an argument.
    LessCertain,
    /// A best guess.
    Uncertain,
}

impl Certainty {
    /// The word as the data write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::LessCertain => "less-certain",
            Self::Uncertain => "uncertain",
        }
    }
}

impl std::fmt::Display for Certainty {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

/// A source and where in it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Citation {
    /// A row of `sources.toml`.
    pub source: SourceId,
    /// Page, article, number or day in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locator: Option<String>,
}

impl Citation {
    /// A name of the source, and where in it.
    pub(crate) fn located(&self, source: &str) -> String {
        self.locator.as_ref().map_or_else(|| source.to_owned(), |l| format!("{source}, {l}"))
    }
}

/// Something with a name and perhaps a position: a pass, a lake, a karun.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Place {
    /// Unique in the whole folder.
    pub id: PlaceId,
    /// The treaty district whose file holds it.
    pub district: DistrictId,
    /// A row of `types.toml`.
    #[serde(rename = "type")]
    pub kind: TypeId,
    /// One or two sentences that tell it apart.
    pub summary: String,
    /// Doubts and disagreements between sources, and which we follow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Names in every language and script, in the file's order.
    #[serde(rename = "names")]
    pub names: Vec<Name>,
    /// Where it is; empty when nobody can put it on the map. The first is followed.
    pub locations: Vec<Location>,
    /// The same thing in other gazetteers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub matches: Vec<Match>,
}

/// One name of a place.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Name {
    /// The name as written.
    pub text: String,
    /// BCP 47 tag with script.
    pub lang: String,
    /// What kind of evidence it is.
    pub role: Role,
    /// Who writes it so.
    #[serde(flatten)]
    pub citation: Citation,
    /// Is it so spelled, and this place's?
    pub certainty: Certainty,
}

/// What kind of evidence a name is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The name shown in its language.
    Preferred,
    /// Read in the named source.
    Attested,
    /// Another spelling in use.
    Variant,
    /// Made by rule; attests nothing.
    Transcription,
    /// Today's name.
    Modern,
}

impl Role {
    /// The word as the data write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Preferred => "preferred",
            Self::Attested => "attested",
            Self::Variant => "variant",
            Self::Transcription => "transcription",
            Self::Modern => "modern",
        }
    }
}

/// A position with its accuracy and the argument for it.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Location {
    /// Longitude, latitude.
    pub point: Position,
    /// Radius in metres of the circle that holds the named thing with 95 % confidence.
    pub accuracy_m: f64,
    /// Is it the right feature?
    pub certainty: Certainty,
    /// `surveyed`, `read from map`, `matched to …` or `inferred from order`.
    pub method: String,
    /// Why here, and why this radius.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// The segment on which the text itself puts the place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<SegmentId>,
    /// The rival reading to which this location belongs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<ReadingId>,
    /// Why there is a further location, or a radius over 50 km.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Where the position comes from.
    pub sources: Vec<Citation>,
}

/// The same thing in another gazetteer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Match {
    /// `exact` or `close`.
    pub relation: MatchRelation,
    /// For example `wikidata:Q0` or a URL.
    pub target: String,
}

/// How close a match is, as in SKOS.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MatchRelation {
    /// The same thing.
    Exact,
    /// Nearly the same thing.
    Close,
}

impl Place {
    /// The location followed: that of a chosen reading where there is one, otherwise the first.
    pub fn location(&self, readings: &[ReadingId]) -> Option<&Location> {
        self.locations
            .iter()
            .find(|l| l.reading.as_ref().is_some_and(|r| readings.contains(r)))
            .or_else(|| self.locations.iter().find(|l| l.reading.is_none()))
    }

    /// The name to show: the preferred English one, any preferred one, the first one, or the id.
    pub fn display_name(&self) -> &str {
        let preferred = |n: &&Name| n.role == Role::Preferred;
        self.names
            .iter()
            .filter(preferred)
            .find(|n| n.lang == "en")
            .or_else(|| self.names.iter().find(preferred))
            .or(self.names.first())
            .map_or(self.id.as_str(), |n| &n.text)
    }

    /// The best name in a language: preferred, then attested, modern, variant, transcription.
    ///
    /// ```
    /// let atlas = karun::Atlas::bundled();
    /// let burkhat = atlas.place(&"burkhat".into()).unwrap();
    /// assert_eq!(burkhat.name_in("zh-Hans"), Some("巴尔哈斯达巴哈"));
    /// ```
    pub fn name_in(&self, lang: &str) -> Option<&str> {
        let rank = |n: &&Name| match n.role {
            Role::Preferred => 0,
            Role::Attested => 1,
            Role::Modern => 2,
            Role::Variant => 3,
            Role::Transcription => 4,
        };
        self.names.iter().filter(|n| n.lang == lang).min_by_key(rank).map(|n| n.text.as_str())
    }
}

/// A place type.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct PlaceType {
    /// As places use it.
    pub id: TypeId,
    /// For people.
    pub label: String,
    /// Getty Art & Architecture Thesaurus id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aat: Option<String>,
    /// GeoNames feature class and code, as `T.PASS`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub geonames: Option<String>,
    /// True for an area: it has no side.
    pub area: bool,
}

/// A cited source.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Source {
    /// As citations use it.
    pub id: SourceId,
    /// What it is.
    pub kind: SourceKind,
    /// In its own language.
    pub title: String,
    /// Who wrote or edited it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// When it appeared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Edtf>,
    /// Place and publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Where it stands on the web.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Its language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// What of it the compilers saw.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read: Option<String>,
    /// Its terms; needed when coordinates came from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rights: Option<String>,
    /// The wording of its citation, where its terms ask for one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
    /// Anything else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What a source is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the words say it")]
pub enum SourceKind {
    Treaty,
    Chronicle,
    Book,
    Article,
    Map,
    Dataset,
    Web,
    Rule,
    Knowledge,
}
