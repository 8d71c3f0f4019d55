//! The two faces of a line: a sound ring, cut into two by a chain that stays inside.

use std::ops::Range;

use super::super::{At, Feature, InstrumentRecord, Problems, Record, Records, Shape};
use super::shapes::{crosses, crossing, cuts, middle, ring_contains};
use crate::measure::ring_area2;
use crate::model::{Line, LineId, Position, Reading, Segment, course};

/// `enclave-crosses`: an enclave lies wholly on one side of another line, inside its extent.
pub(super) fn enclaves(records: &Records, problems: &mut Problems) {
    for t in records.instruments.iter().filter(|t| t.has_chains(problems)).collect::<Vec<_>>() {
        let chain = |line: &Record<Line>| {
            let of_line =
                t.segments.iter().map(|s| &s.value).filter(|s| s.line == line.value.id && s.reading.is_none());
            of_line.flat_map(|s| s.chain.windows(2)).collect::<Vec<_>>()
        };
        // A line that stands in place of a stretch of another is judged with that one.
        let own = t.lines.iter().filter(|l| l.value.replaces.is_none());
        let (around, enclaves): (Vec<_>, Vec<_>) = own.partition(|l| l.value.extent.is_some());
        for enclave in enclaves {
            let own = chain(enclave);
            let id = &enclave.value.id;
            if let Some(line) = around.iter().find(|l| chain(l).iter().any(|a| own.iter().any(|b| crosses(a, b)))) {
                let message = format!("the enclave «{id}» meets the line «{}»", line.value.id);
                problems
                    .error(enclave.at("id"), "enclave-crosses", message)
                    .help("an enclave lies wholly on one side of another line");
            } else if let Some(p) = own.first().map(|stroke| stroke[0]) {
                let inside = |l: &&&Record<Line>| {
                    l.value.extent.as_ref().is_some_and(|ring| ring.len() > 3 && ring_contains(ring, p) == Some(true))
                };
                if !around.is_empty() && !around.iter().any(|l| inside(&l)) {
                    let message = format!("the enclave «{id}» lies outside every extent");
                    problems
                        .error(enclave.at("id"), "enclave-crosses", message)
                        .help("it must lie in the country of another line");
                }
            }
        }
    }
}

/// `bad-ring`: an extent is closed, counter-clockwise and does not cross itself; `extents-overlap`.
pub(super) fn rings(records: &Records, problems: &mut Problems) {
    let mut sound: Vec<&Feature> = Vec::new();
    // A ring with a lost or mirrored position would only be called bad a second time.
    let unread = &["bad-coordinates", "swapped-coordinates", "antimeridian", "wrong-geometry"];
    let read = |f: &&Feature| f.shape == Shape::Ring && !problems.in_file(f.at.file(), unread);
    for feature in records.instruments.iter().flat_map(|t| &t.features).filter(read).collect::<Vec<_>>() {
        let ring = &feature.positions;
        if ring.len() < 4 {
            continue;
        }
        let mut bad = |at: At, message: String, help: &str| problems.error(at, "bad-ring", message).help(help);
        if ring.first() != ring.last() {
            let at = feature.places[ring.len() - 1].clone();
            bad(at, format!("the ring «{}» is not closed", feature.id), "its last position is its first");
        } else if let Some((i, k)) = crossing(ring, &(0..ring.len())) {
            let message =
                format!("the ring «{}» crosses itself: its stroke {} meets stroke {}", feature.id, k + 1, i + 1);
            bad(feature.places[k].clone(), message, "draw it without a knot");
        } else if ring_area2(ring) <= 0.0 {
            let message = format!("the ring «{}» runs clockwise", feature.id);
            bad(feature.at.clone(), message, "an extent runs counter-clockwise: reverse its positions");
        } else {
            sound.push(feature);
        }
    }
    for t in &records.instruments {
        let own: Vec<&&Feature> = sound.iter().filter(|f| t.features.iter().any(|g| std::ptr::eq(g, **f))).collect();
        for (i, a) in own.iter().enumerate() {
            for b in &own[i + 1..] {
                // They may share an edge.
                let cut = a.positions.windows(2).any(|x| b.positions.windows(2).any(|y| cuts(x, y)));
                let inside = |p: &Feature, ring: &Feature| {
                    p.positions.iter().any(|p| ring_contains(&ring.positions, *p) == Some(true))
                };
                if cut || inside(b, a) || inside(a, b) || a.positions == b.positions {
                    let message = format!("the extents «{}» and «{}» overlap", a.id, b.id);
                    problems
                        .error(b.at.clone(), "extents-overlap", message)
                        .help("each line divides a country of its own");
                }
            }
        }
    }
}

/// `self-crossing`, `end-off-ring`, `leaves-extent`, `enclave-open`: the main chain, and the chain with each reading put in.
pub(super) fn divides(records: &Records, problems: &mut Problems) {
    for t in records.instruments.iter().filter(|t| t.has_chains(problems)).collect::<Vec<_>>() {
        for line in t.lines.iter().filter(|l| l.value.replaces.is_none()) {
            let of_line = |s: &&Record<Segment>| s.value.line == line.value.id;
            let segments: Vec<&Record<Segment>> = t.segments.iter().filter(of_line).collect();
            if segments.is_empty() || segments.iter().any(|s| s.value.chain.len() < 2) {
                continue;
            }
            let values: Vec<&Segment> = segments.iter().map(|s| &s.value).collect();
            let readings = t.readings.iter().map(|r| &r.value).filter(|r| r.line == line.value.id);
            let mut reported = Vec::new();
            for reading in std::iter::once(None).chain(readings.map(Some)) {
                let chosen: Vec<&Reading> = reading.into_iter().collect();
                if let Ok(course) = course(&values, &chosen) {
                    let whole = Whole {
                        id: &line.value.id,
                        with: reading.map(|r| format!(" (with reading «{}»)", r.id)).unwrap_or_default(),
                        fresh: 0..course.len(),
                        segments: course.into_iter().map(|s| (t, s)).collect(),
                        ring: line.value.extent.as_deref(),
                        new_ring: true,
                    };
                    whole.judge(&mut reported, problems);
                }
            }
        }
    }
}

/// A line from end to end, to be judged.
pub(super) struct Whole<'r> {
    pub id: &'r LineId,
    /// What tells it apart from others of the same id, in brackets.
    pub with: String,
    /// Its segments, each with the instrument that draws it.
    pub segments: Vec<(&'r InstrumentRecord, &'r Segment)>,
    /// Which of them are new: the others were judged together before.
    pub fresh: Range<usize>,
    pub ring: Option<&'r [Position]>,
    /// False where the others were judged with the same ring.
    pub new_ring: bool,
}

impl Whole<'_> {
    /// Reports what is wrong with it; each place in a file once.
    pub fn judge(&self, reported: &mut Vec<(usize, usize)>, problems: &mut Problems) {
        // Every position with its place in the file; joints once.
        let mut chain: Vec<(Position, At)> = Vec::new();
        let mut begins = Vec::new();
        for (t, segment) in &self.segments {
            begins.push(chain.len().saturating_sub(1));
            let Some(feature) = t.features.iter().find(|f| segment.id == *f.id.as_str()) else { return };
            for (p, at) in feature.positions.iter().zip(&feature.places) {
                if chain.last().is_none_or(|(last, _)| last != p) {
                    chain.push((*p, at.clone()));
                }
            }
        }
        begins.push(chain.len().saturating_sub(1));
        let fresh = begins[self.fresh.start]..begins[self.fresh.end];
        let (id, with) = (self.id, &self.with);
        let positions: Vec<Position> = chain.iter().map(|(p, _)| *p).collect();
        let mut once = |at: &At, problems: &mut Problems, rule: &'static str, message: String, help: &str| {
            let At::Bytes(file, span) = at else { return };
            if !reported.contains(&(*file, span.start)) {
                reported.push((*file, span.start));
                problems.error(at.clone(), rule, message).help(help);
            }
        };
        if let Some((i, k)) = crossing(&positions, &fresh) {
            let message = format!(
                "the line «{id}»{with} crosses itself: the stroke from {} meets the one from {}",
                positions[k], positions[i]
            );
            once(
                &chain[k].1,
                problems,
                "self-crossing",
                message,
                "a line does not cross or touch itself: look for a knot, or segments in the wrong order",
            );
        }
        let (Some(first), Some(last)) = (chain.first(), chain.last()) else { return };
        let Some(ring) = self.ring else {
            if first.0 != last.0 {
                let message = format!("the line «{id}»{with} has no extent and is not closed");
                once(
                    &last.1,
                    problems,
                    "enclave-open",
                    message,
                    "draw the Polygon <line id>-extent, or close the line if it is an enclave",
                );
            }
            return;
        };
        if ring.len() < 4 || ring.first() != ring.last() {
            return;
        }
        let mut tied = true;
        for (end, word) in [(first, "begins"), (last, "ends")] {
            if !ring.contains(&end.0) {
                tied = false;
                let message = format!("the line «{id}»{with} {word} at {}, which is no position of its extent", end.0);
                once(&end.1, problems, "end-off-ring", message, "put that position into the ring, digit for digit");
            }
        }
        if !tied {
            return;
        }
        // Positions, then strokes, between the ends stay strictly inside.
        let strays = |k: &usize| *k > 0 && *k + 1 < chain.len() && ring_contains(ring, chain[*k].0) != Some(true);
        let last_stroke = chain.len().saturating_sub(2);
        let leaves_on = |k: &usize| {
            let stroke = [chain[*k].0, chain[*k + 1].0];
            // The ring's strokes at the line's own ends touch it there, and only there.
            let shared = |q: &Position| (*k == 0 && *q == first.0) || (*k == last_stroke && *q == last.0);
            ring.windows(2).any(|edge| crosses(&stroke, edge) && !edge.iter().any(shared))
                || ring_contains(ring, middle(stroke)) != Some(true)
        };
        let asked = if self.new_ring { 0..last_stroke + 1 } else { fresh };
        let leaves = (asked.start..=asked.end).find(strays).or_else(|| asked.clone().find(leaves_on));
        if let Some((p, at)) = leaves.map(|k| &chain[k]) {
            let message = format!("the line «{id}»{with} leaves its extent near {p}");
            let help = "between its ends a line stays strictly inside the ring: widen the ring or mend the line";
            once(at, problems, "leaves-extent", message, help);
        }
    }
}
