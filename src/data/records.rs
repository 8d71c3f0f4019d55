//! What the files say, each record with the place it was read from.

use std::collections::HashSet;

use super::files::{At, Entry, FileId, Problems};
use crate::model::{
    Article, Assertion, CalendarDay, DateEvent, District, Doubt, Edtf, Event, InstrumentId, Line, Marker, Party,
    Pending, Place, PlaceType, Position, PublishedArea, Reading, Segment, Source, Stage, Stretch, Text, Tract,
    in_force,
};

/// A value and the table it was read from.
#[derive(Debug)]
pub(crate) struct Record<T> {
    pub value: T,
    pub entry: Entry,
}

impl<T> Record<T> {
    /// Where one of its keys stands.
    pub fn at(&self, key: &str) -> At {
        self.entry.kept(key)
    }
}

/// An instrument's file.
#[derive(Debug)]
pub(crate) struct InstrumentRecord {
    pub id: InstrumentId,
    pub entry: Entry,
    pub titles: Vec<Text>,
    pub stage: Stage,
    pub default: bool,
    pub never_in_force: Option<String>,
    pub note: Option<String>,
    pub parties: Vec<Record<Party>>,
    pub dates: Vec<Record<DateEvent>>,
    pub districts: Vec<Record<District>>,
    pub articles: Vec<Record<Article>>,
    pub lines: Vec<Record<Line>>,
    pub segments: Vec<Record<Segment>>,
    pub readings: Vec<Record<Reading>>,
    pub demarcates: Vec<Record<Stretch>>,
    pub pending: Vec<Record<Pending>>,
    pub published_areas: Vec<Record<PublishedArea>>,
    pub markers: Vec<Record<Marker>>,
    pub assertions: Vec<Record<Assertion>>,
    pub doubts: Vec<Record<Doubt>>,
    /// The features of `line.geojson`.
    pub features: Vec<Feature>,
    /// That file, if there is one.
    pub geometry: Option<FileId>,
    /// Kinds of rows some of which could not be read: what refers to them cannot be judged.
    pub dropped: HashSet<&'static str>,
}

impl InstrumentRecord {
    /// True when rows of one of these kinds could not be read.
    pub fn lacks(&self, kinds: &[&str]) -> bool {
        kinds.iter().any(|k| self.dropped.contains(k))
    }

    /// The first day on which it was in force; for an act that never was, `None`.
    pub fn first_day(&self) -> Option<CalendarDay> {
        in_force(self.dates.iter().map(|d| &d.value), self.never_in_force.as_deref()).and_then(Edtf::earliest)
    }

    /// True when its lines can be judged as chains: every row that makes them was read, the geometry is there, and no
    /// error was found so far that would make a second one of the same mistake.
    pub fn has_chains(&self, problems: &Problems) -> bool {
        const SPOILS: &[&str] = &[
            "duplicate-id",
            "unknown-line",
            "unknown-reading",
            "unknown-place",
            "segment-without-feature",
            "segments-do-not-meet",
            "reading-ends",
        ];
        let geometry = self.geometry.is_some_and(|file| !problems.in_file(file, &[]));
        geometry && !self.lacks(&["line", "segment", "reading"]) && !problems.in_file(self.entry.file, SPOILS)
    }
}

/// A feature of `line.geojson`.
#[derive(Debug)]
pub(crate) struct Feature {
    pub id: String,
    pub at: At,
    pub shape: Shape,
    pub positions: Vec<Position>,
    /// Where each position stands.
    pub places: Vec<At>,
}

/// The two geometries that a feature may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Chain,
    Ring,
}

/// Everything the files say.
#[derive(Debug, Default)]
pub(crate) struct Records {
    pub places: Vec<Record<Place>>,
    pub types: Vec<Record<PlaceType>>,
    pub sources: Vec<Record<Source>>,
    pub instruments: Vec<InstrumentRecord>,
    pub events: Vec<Record<Event>>,
    pub tracts: Vec<Record<Tract>>,
    /// Ids as declared, of broken records too, so that one mistake is not reported twice.
    pub declared: Declared,
    /// What could not be read at all.
    pub unread: Unread,
}

/// Kinds of things of which some file or row could not be read: an id of theirs may be declared all the same.
#[derive(Debug, Default)]
pub(crate) struct Unread {
    pub places: bool,
    pub types: bool,
    pub sources: bool,
    pub instruments: bool,
}

/// Every id that a file declares, and where.
#[derive(Debug, Default)]
pub(crate) struct Declared {
    pub places: HashSet<String>,
    pub types: HashSet<String>,
    pub sources: HashSet<String>,
    pub segments: HashSet<String>,
}
