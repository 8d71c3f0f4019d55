//! Ids: unique in their space, and known where they are used.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::super::records::{Declared, Unread};
use super::super::{At, InstrumentRecord, Problems, Records};
use crate::model::{Citation, Claim, PlaceId, Stretch, Subject};

/// `duplicate-id`: places, segments, markers, instruments, lines and readings share one id space; types, sources and
/// the districts, parties and articles of an instrument have their own.
pub(super) fn unique(records: &Records, problems: &mut Problems) {
    let mut shared = Space::default();
    // A line may bear its instrument's name, but no other line's.
    let mut lines = Space::default();
    for place in &records.places {
        shared.add("place", place.value.id.as_str(), || place.at("id"), problems);
    }
    for t in &records.instruments {
        shared.add("instrument", t.id.as_str(), || t.entry.at("id"), problems);
        for s in &t.segments {
            shared.add("segment", s.value.id.as_str(), || s.at("id"), problems);
        }
        for r in &t.readings {
            shared.add("reading", r.value.id.as_str(), || r.at("id"), problems);
        }
        for m in &t.markers {
            shared.add("marker", m.value.id.as_str(), || m.at("number"), problems);
        }
        for d in &t.doubts {
            shared.add("doubt", d.value.id.as_str(), || d.at("id"), problems);
        }
        let [mut parties, mut districts, mut articles] = [(); 3].map(|()| Space::default());
        for l in &t.lines {
            lines.add("line", l.value.id.as_str(), || l.at("id"), problems);
        }
        for p in &t.parties {
            parties.add("party", p.value.id.as_str(), || p.at("id"), problems);
        }
        for d in &t.districts {
            districts.add("district", d.value.id.as_str(), || d.at("id"), problems);
        }
        for a in &t.articles {
            articles.add("article", &a.value.number, || a.at("number"), problems);
        }
    }
    for e in &records.events {
        shared.add("event", e.value.id.as_str(), || e.at("id"), problems);
    }
    for t in &records.tracts {
        shared.add("tract", t.value.id.as_str(), || t.at("id"), problems);
    }
    let [mut types, mut sources] = [(); 2].map(|()| Space::default());
    for t in &records.types {
        types.add("type", t.value.id.as_str(), || t.at("id"), problems);
    }
    for s in &records.sources {
        sources.add("source", s.value.id.as_str(), || s.at("id"), problems);
    }
}

/// The ids of one space, with the kind of thing that took each.
#[derive(Default)]
struct Space<'a> {
    taken: HashMap<&'a str, &'static str>,
}

impl<'a> Space<'a> {
    fn add(&mut self, kind: &'static str, id: &'a str, at: impl FnOnce() -> At, problems: &mut Problems) {
        match self.taken.entry(id) {
            Entry::Occupied(first) => {
                let article = if first.get().starts_with(['a', 'i']) { "an" } else { "a" };
                let message = format!("the id «{id}» is taken: {article} {} has it already", first.get());
                problems.error(at(), "duplicate-id", message).help("ids are never shared or reused: choose another");
            }
            Entry::Vacant(free) => {
                free.insert(kind);
            }
        }
    }
}

/// `unknown-…`: every id that is used is declared.
pub(super) fn known(records: &Records, problems: &mut Problems) {
    let lines_read = records.instruments.iter().all(|t| !t.lacks(&["line"]));
    let mut check = Known { problems, unread: &records.unread, dropped: HashSet::new(), lines_read };
    let declared = &records.declared;
    let districts: HashSet<&str> =
        records.instruments.iter().flat_map(|t| &t.districts).map(|d| d.value.id.as_str()).collect();
    let readings: HashSet<&str> =
        records.instruments.iter().flat_map(|t| &t.readings).map(|r| r.value.id.as_str()).collect();
    let lines: HashSet<&str> = records.instruments.iter().flat_map(|t| &t.lines).map(|l| l.value.id.as_str()).collect();

    // A place may speak of any instrument's segments and readings.
    check.dropped = records.instruments.iter().flat_map(|t| &t.dropped).copied().collect();
    for p in &records.places {
        check.one("unknown-type", "type", p.value.kind.as_str(), &declared.types, || p.at("type"));
        for (i, name) in p.value.names.iter().enumerate() {
            check.source(declared, &name.citation, || p.at(&format!("name.{i}.source")));
        }
        for (i, l) in p.value.locations.iter().enumerate() {
            if let Some(on) = &l.on {
                check.one("unknown-segment", "segment", on.as_str(), &declared.segments, || {
                    p.at(&format!("location.{i}.on"))
                });
            }
            if let Some(r) = &l.reading {
                check.one("unknown-reading", "reading", r.as_str(), &readings, || {
                    p.at(&format!("location.{i}.reading"))
                });
            }
            check.sources(declared, &l.sources, |k| p.at(&format!("location.{i}.sources.{k}.source")));
        }
    }
    for e in &records.events {
        for (i, place) in e.value.places.iter().enumerate() {
            check.one("unknown-place", "place", place.as_str(), &declared.places, || e.at(&format!("places.{i}")));
        }
        check.sources(declared, &e.value.sources, |k| e.at(&format!("sources.{k}.source")));
    }
    let all_parties: HashSet<&str> =
        records.instruments.iter().flat_map(|t| &t.parties).map(|p| p.value.id.as_str()).collect();
    for t in &records.tracts {
        check.one("unknown-party", "party", t.value.holder.as_str(), &all_parties, || t.at("holder"));
        check.one("unknown-party", "party", t.value.of.as_str(), &all_parties, || t.at("of"));
        check.sources(declared, &t.value.sources, |k| t.at(&format!("sources.{k}.source")));
    }
    for t in &records.instruments {
        check.dropped.clear();
        check.dropped.extend(&t.dropped);
        if !check.problems.in_file(t.entry.file, &["wrong-file"]) {
            check.one("unknown-source", "source", t.id.as_str(), &declared.sources, || t.entry.at("id"));
        }
        let articles: HashSet<&str> = t.articles.iter().map(|a| a.value.number.as_str()).collect();
        // A convention speaks of the parties to the line it marks, too.
        let marks =
            |o: &&InstrumentRecord| o.lines.iter().any(|l| t.demarcates.iter().any(|d| d.value.line == l.value.id));
        let marked = records.instruments.iter().filter(marks);
        let parties: HashSet<&str> =
            std::iter::once(t).chain(marked).flat_map(|t| &t.parties).map(|p| p.value.id.as_str()).collect();
        let own: HashSet<&str> = t.lines.iter().map(|l| l.value.id.as_str()).collect();
        for d in &t.dates {
            check.sources(declared, &d.value.sources, |k| d.at(&format!("sources.{k}.source")));
        }
        for d in &t.districts {
            if let Some(party) = &d.value.party {
                check.one("unknown-party", "party", party.as_str(), &parties, || d.at("party"));
            }
        }
        for a in &t.articles {
            for (i, place) in a.value.places.iter().enumerate() {
                check.one("unknown-place", "place", place.as_str(), &declared.places, || a.at(&format!("places.{i}")));
            }
            if let Some(d) = &a.value.district {
                check.one("unknown-district", "district", d.as_str(), &districts, || a.at("district"));
            }
            check.sources(declared, &a.value.sources, |k| a.at(&format!("sources.{k}.source")));
        }
        for l in &t.lines {
            check.one("unknown-party", "party", l.value.left.as_str(), &parties, || l.at("left"));
            check.one("unknown-party", "party", l.value.right.as_str(), &parties, || l.at("right"));
            if let Some(old) = &l.value.replaces {
                check.stretch(declared, &lines, old, |key| l.at(&format!("replaces.{key}")));
            }
        }
        for s in &t.segments {
            check.one("unknown-line", "line", s.value.line.as_str(), &own, || s.at("line"));
            check.one("unknown-place", "place", s.value.from.as_str(), &declared.places, || s.at("from"));
            check.one("unknown-place", "place", s.value.to.as_str(), &declared.places, || s.at("to"));
            check.one("unknown-article", "article", &s.value.article, &articles, || s.at("article"));
            if let Some(d) = &s.value.district {
                check.one("unknown-district", "district", d.as_str(), &districts, || s.at("district"));
            }
            if let Some(r) = &s.value.reading {
                check.one("unknown-reading", "reading", r.as_str(), &readings, || s.at("reading"));
            }
            if let Some(e) = &s.value.ended {
                check.one("unknown-source", "source", e.source.as_str(), &declared.sources, || s.at("ended.source"));
            }
            check.sources(declared, &s.value.sources, |k| s.at(&format!("sources.{k}.source")));
        }
        for r in &t.readings {
            check.one("unknown-line", "line", r.value.line.as_str(), &own, || r.at("line"));
            check.one("unknown-place", "place", r.value.from.as_str(), &declared.places, || r.at("from"));
            check.one("unknown-place", "place", r.value.to.as_str(), &declared.places, || r.at("to"));
            check.sources(declared, &r.value.sources, |k| r.at(&format!("sources.{k}.source")));
        }
        for d in &t.demarcates {
            check.stretch(declared, &lines, &d.value, |key| d.at(key));
        }
        for p in &t.pending {
            check.stretch(declared, &lines, &p.value.stretch, |key| p.at(key));
            check.one("unknown-article", "article", &p.value.article, &articles, || p.at("article"));
            check.sources(declared, &p.value.sources, |k| p.at(&format!("sources.{k}.source")));
        }
        for a in &t.published_areas {
            check.sources(declared, &a.value.sources, |k| a.at(&format!("sources.{k}.source")));
        }
        for m in &t.markers {
            check.one("unknown-place", "place", m.value.place.as_str(), &declared.places, || m.at("place"));
            if let Some(s) = &m.value.segment {
                check.one("unknown-segment", "segment", s.as_str(), &declared.segments, || m.at("segment"));
            }
            check.sources(declared, &m.value.sources, |k| m.at(&format!("sources.{k}.source")));
        }
        for d in &t.doubts {
            if let Some(r) = &d.value.reading {
                check.one("unknown-reading", "reading", r.as_str(), &readings, || d.at("reading"));
            }
            for (i, s) in d.value.segments.iter().enumerate() {
                check.one("unknown-segment", "segment", s.as_str(), &declared.segments, || {
                    d.at(&format!("segments.{i}"))
                });
            }
            for (i, place) in d.value.places.iter().enumerate() {
                check.one("unknown-place", "place", place.as_str(), &declared.places, || d.at(&format!("places.{i}")));
            }
            check.sources(declared, &d.value.sources, |k| d.at(&format!("sources.{k}.source")));
        }
        for a in &t.assertions {
            let place = |check: &mut Known<'_>, id: &PlaceId, key: &str| {
                check.one("unknown-place", "place", id.as_str(), &declared.places, || a.at(key));
            };
            match &a.value.claim {
                Claim::Side { subject, expect } => {
                    if let Subject::Place(id) = subject {
                        place(&mut check, id, "place");
                    }
                    if expect != "on-line" {
                        check.one("unknown-party", "party", expect, &parties, || a.at("expect"));
                    }
                }
                Claim::Distance { from, to, .. } | Claim::Bearing { from, to, .. } => {
                    place(&mut check, from, "from");
                    place(&mut check, to, "to");
                }
                Claim::Drainage { place: id, expect, .. } => {
                    place(&mut check, id, "place");
                    check.one("unknown-party", "party", expect, &parties, || a.at("expect"));
                }
                Claim::Order { places } => {
                    for (i, id) in places.iter().enumerate() {
                        place(&mut check, id, &format!("places.{i}"));
                    }
                }
            }
            check.sources(declared, &a.value.sources, |k| a.at(&format!("sources.{k}.source")));
        }
    }
}

struct Known<'p> {
    problems: &'p mut Problems,
    unread: &'p Unread,
    /// Kinds of rows of the instrument at hand of which some could not be read.
    dropped: HashSet<&'static str>,
    /// False when a line of some instrument could not be read.
    lines_read: bool,
}

impl Known<'_> {
    /// True when an id of this kind may be declared where we could not read.
    fn unknowable(&self, kind: &str) -> bool {
        match kind {
            "place" => self.unread.places,
            "type" => self.unread.types,
            "source" => self.unread.sources,
            _ => self.unread.instruments || self.dropped.contains(kind),
        }
    }

    fn one<S>(&mut self, rule: &'static str, kind: &str, id: &str, known: &HashSet<S>, at: impl FnOnce() -> At)
    where
        S: std::borrow::Borrow<str> + Eq + std::hash::Hash,
    {
        if known.contains(id) || self.unknowable(kind) {
            return;
        }
        let close = known
            .iter()
            .map(|k| (strsim::damerau_levenshtein(k.borrow(), id), k.borrow()))
            .filter(|(d, _)| *d <= (id.chars().count() / 2).min(2))
            .min();
        let help = match close {
            Some((_, k)) => format!("did you mean «{k}»?"),
            None => format!("declare the {kind}, or correct the id"),
        };
        self.problems.error(at(), rule, format!("no {kind} has the id «{id}»")).help(help);
    }

    fn stretch(&mut self, declared: &Declared, lines: &HashSet<&str>, stretch: &Stretch, at: impl Fn(&str) -> At) {
        if self.lines_read {
            self.one("unknown-line", "line", stretch.line.as_str(), lines, || at("line"));
        }
        self.one("unknown-place", "place", stretch.from.as_str(), &declared.places, || at("from"));
        self.one("unknown-place", "place", stretch.to.as_str(), &declared.places, || at("to"));
    }

    fn source(&mut self, declared: &Declared, citation: &Citation, at: impl FnOnce() -> At) {
        self.one("unknown-source", "source", citation.source.as_str(), &declared.sources, at);
    }

    fn sources(&mut self, declared: &Declared, citations: &[Citation], at: impl Fn(usize) -> At) {
        for (k, citation) in citations.iter().enumerate() {
            self.source(declared, citation, || at(k));
        }
    }
}
