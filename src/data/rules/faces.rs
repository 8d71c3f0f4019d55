//! The two faces of a line: a sound ring, cut into two by a chain that stays inside.

use geo::kernels::{Kernel, Orientation, RobustKernel};

use super::super::{At, Feature, InstrumentRecord, Problems, Record, Records, Shape};
use crate::measure::{on_stroke, ring_area2};
use crate::model::{Line, Position, Reading, Segment, course};

/// `enclave-crosses`: an enclave lies wholly on one side of another line, inside its extent.
pub(super) fn enclaves(records: &Records, problems: &mut Problems) {
    for t in records.instruments.iter().filter(|t| t.has_chains(problems)).collect::<Vec<_>>() {
        let chain = |line: &Record<Line>| {
            let of_line =
                t.segments.iter().map(|s| &s.value).filter(|s| s.line == line.value.id && s.reading.is_none());
            of_line.flat_map(|s| s.chain.windows(2)).collect::<Vec<_>>()
        };
        let (around, enclaves): (Vec<_>, Vec<_>) = t.lines.iter().partition(|l| l.value.extent.is_some());
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
        } else if let Some((i, k)) = crossing(ring) {
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
        for line in &t.lines {
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
                    one_chain(t, line, reading, &course, &mut reported, problems);
                }
            }
        }
    }
}

fn one_chain(
    t: &InstrumentRecord,
    line: &Record<Line>,
    reading: Option<&Reading>,
    course: &[&Segment],
    reported: &mut Vec<(usize, usize)>,
    problems: &mut Problems,
) {
    // Every position with its place in the file; joints once.
    let mut chain: Vec<(Position, At)> = Vec::new();
    for segment in course {
        let Some(feature) = t.features.iter().find(|f| segment.id == *f.id.as_str()) else { return };
        for (p, at) in feature.positions.iter().zip(&feature.places) {
            if chain.last().is_none_or(|(last, _)| last != p) {
                chain.push((*p, at.clone()));
            }
        }
    }
    let with = reading.map(|r| format!(" (with reading «{}»)", r.id)).unwrap_or_default();
    let id = &line.value.id;
    let positions: Vec<Position> = chain.iter().map(|(p, _)| *p).collect();
    let mut once = |at: &At, problems: &mut Problems, rule: &'static str, message: String, help: &str| {
        let At::Bytes(file, span) = at else { return };
        if !reported.contains(&(*file, span.start)) {
            reported.push((*file, span.start));
            problems.error(at.clone(), rule, message).help(help);
        }
    };
    if let Some((i, k)) = crossing(&positions) {
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
    let Some(ring) = &line.value.extent else {
        if first.0 != last.0 {
            let message = format!("the line «{id}» has no extent and is not closed");
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
    let cuts = |k: &usize| {
        let stroke = [chain[*k].0, chain[*k + 1].0];
        // The ring's strokes at the line's own ends touch it there, and only there.
        let shared = |q: &Position| (*k == 0 && *q == first.0) || (*k == last_stroke && *q == last.0);
        ring.windows(2).any(|edge| crosses(&stroke, edge) && !edge.iter().any(shared))
            || ring_contains(ring, middle(stroke)) != Some(true)
    };
    let leaves = (0..chain.len()).find(strays).or_else(|| (0..=last_stroke).find(cuts));
    if let Some((p, at)) = leaves.map(|k| &chain[k]) {
        let message = format!("the line «{id}»{with} leaves its extent near {p}");
        let help = "between its ends a line stays strictly inside the ring: widen the ring or mend the line";
        once(at, problems, "leaves-extent", message, help);
    }
}

/// The middle of a stroke.
fn middle([a, b]: [Position; 2]) -> Position {
    Position::new((a.lon() + b.lon()) / 2.0, (a.lat() + b.lat()) / 2.0).unwrap_or(a)
}

/// The first two strokes of a chain that meet where neighbours don't: indices of their beginnings.
fn crossing(chain: &[Position]) -> Option<(usize, usize)> {
    let n = chain.len().saturating_sub(1);
    let closed = chain.first() == chain.last();
    for k in 1..n {
        let b = [chain[k], chain[k + 1]];
        for i in 0..k {
            let a = [chain[i], chain[i + 1]];
            let neighbours = i + 1 == k || (closed && i == 0 && k + 1 == n);
            if neighbours {
                // Neighbours share one end; they must not fold back onto each other.
                let (far_a, far_b) = if i + 1 == k { (a[0], b[1]) } else { (a[1], b[0]) };
                if on_stroke(a[0], a[1], far_b) || on_stroke(b[0], b[1], far_a) {
                    return Some((i, k));
                }
            } else if crosses(&a, &b) {
                return Some((i, k));
            }
        }
    }
    None
}

/// True when two strokes cut each other, inside both.
fn cuts(a: &[Position], b: &[Position]) -> bool {
    let turn = |p: Position, q: Position, r: Position| RobustKernel::orient2d(p.coord(), q.coord(), r.coord());
    let parts = |s: &[Position], t: &[Position]| {
        let (x, y) = (turn(s[0], s[1], t[0]), turn(s[0], s[1], t[1]));
        x != y && x != Orientation::Collinear && y != Orientation::Collinear
    };
    parts(a, b) && parts(b, a)
}

/// True when two strokes have a point in common.
fn crosses(a: &[Position], b: &[Position]) -> bool {
    let apart = |f: fn(Position) -> f64| {
        let (a0, a1, b0, b1) = (f(a[0]), f(a[1]), f(b[0]), f(b[1]));
        a0.max(a1) < b0.min(b1) || b0.max(b1) < a0.min(a1)
    };
    if apart(Position::lon) || apart(Position::lat) {
        return false;
    }
    cuts(a, b)
        || on_stroke(a[0], a[1], b[0])
        || on_stroke(a[0], a[1], b[1])
        || on_stroke(b[0], b[1], a[0])
        || on_stroke(b[0], b[1], a[1])
}

/// Inside (`Some(true)`), outside (`Some(false)`) or exactly on (`None`) a ring.
fn ring_contains(ring: &[Position], p: Position) -> Option<bool> {
    use geo::coordinate_position::{CoordPos, coord_pos_relative_to_ring};
    let line = geo::LineString(ring.iter().map(|p| p.coord()).collect());
    match coord_pos_relative_to_ring(p.coord(), &line) {
        CoordPos::Inside => Some(true),
        CoordPos::Outside => Some(false),
        CoordPos::OnBoundary => None,
    }
}
