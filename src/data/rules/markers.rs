//! Markers: numbered without a gap, and where their line runs.

use super::super::{InstrumentRecord, Problems, Records};
use crate::measure::nearest_on;
use crate::model::{Place, Position, Segment, Stretch, drawn, run};

/// `stretch-ends`: what a convention marks, or an act orders to be drawn anew, begins and ends where segments do, in the
/// order of the line.
pub(super) fn stretch(records: &Records, problems: &mut Problems) {
    for t in &records.instruments {
        if t.demarcates.is_empty() && !t.markers.is_empty() && !t.lacks(&["demarcates"]) {
            let message = format!("«{}» has markers but does not say what it marks", t.id);
            problems
                .error(t.markers[0].entry.here(), "stretch-ends", message)
                .help("add demarcates = { line = …, from = …, to = … }");
        }
        let marked = t.demarcates.iter().map(|d| (&d.value, &d.entry));
        let pending = t.pending.iter().map(|p| (&p.value.stretch, &p.entry));
        for (d, entry) in marked.chain(pending) {
            let drawn = records.instruments.iter().find(|t| t.lines.iter().any(|l| l.value.id == d.line));
            let unknown = problems.in_file(t.entry.file, &["unknown-place"]);
            // Where segments are missing their ends are missing, too.
            let judged = drawn.is_some_and(|o| !o.lacks(&["segment"]) && !unknown);
            if judged && segments_of(records, d).is_none() {
                let message = format!("«{}» to «{}» is no run of segments of the line «{}»", d.from, d.to, d.line);
                problems
                    .error(entry.here(), "stretch-ends", message)
                    .help("`from` is the end of a segment that comes first along the line, `to` one that comes later");
            }
        }
    }
}

/// The main segments of a stretch.
fn segments_of<'a>(records: &'a Records, d: &Stretch) -> Option<Vec<&'a Segment>> {
    let act = records.instruments.iter().find(|t| t.lines.iter().any(|l| l.value.id == d.line))?;
    let main = drawn(act.segments.iter().map(|s| &s.value), &d.line, &[]).ok()?;
    run(main.iter().copied(), &d.from, &d.to).map(|r| main[r].to_vec())
}

/// The main segments that a convention marks.
fn stretch_of<'a>(records: &'a Records, t: &InstrumentRecord) -> Option<Vec<&'a Segment>> {
    let stretches: Option<Vec<_>> = t.demarcates.iter().map(|d| segments_of(records, &d.value)).collect();
    stretches.map(|all| all.concat()).filter(|all| !all.is_empty())
}

/// `marker-gap`: numbers run from 1 without a gap. (The same number twice is a `duplicate-id`.)
pub(super) fn numbers(records: &Records, problems: &mut Problems) {
    for t in records.instruments.iter().filter(|t| !t.lacks(&["marker"])) {
        let mut numbers: Vec<(u32, usize)> = t.markers.iter().enumerate().map(|(i, m)| (m.value.number, i)).collect();
        numbers.sort_unstable();
        numbers.dedup_by_key(|n| n.0);
        let mut expected = 1;
        for (number, i) in numbers {
            if number > expected {
                let missing = if number == expected + 1 {
                    format!("number {expected} is")
                } else {
                    format!("numbers {expected} to {} are", number - 1)
                };
                let message = format!("{missing} missing from the series of «{}»", t.id);
                problems
                    .error(t.markers[i].at("number"), "marker-gap", message)
                    .help("a series runs from 1 without a gap");
            } else if number < expected {
                let message = "numbers begin at 1".to_owned();
                problems.error(t.markers[i].at("number"), "marker-gap", message);
            }
            expected = expected.max(number.saturating_add(1));
        }
    }
}

/// `marker-off-line`: a marker stands within its own and its segment's accuracy of the stretch.
pub(super) fn near(records: &Records, problems: &mut Problems) {
    for t in &records.instruments {
        let Some(stretch) = stretch_of(records, t) else { continue };
        let marked =
            |o: &InstrumentRecord| o.lines.iter().any(|l| t.demarcates.iter().any(|d| d.value.line == l.value.id));
        if records.instruments.iter().filter(|o| marked(o)).any(|o| !o.has_chains(problems)) {
            continue;
        }
        for m in &t.markers {
            if let Some(id) = m.value.segment.as_ref().filter(|id| stretch.iter().all(|s| s.id != **id)) {
                let known = records.declared.segments.contains(id.as_str());
                let message = format!("«{id}» is no segment of the stretch that «{}» marks", t.id);
                if known {
                    problems
                        .error(m.at("segment"), "marker-off-line", message)
                        .help("name a segment of the stretch, or leave it out");
                }
                continue;
            }
            let Some(record) = records.places.iter().find(|p| p.value.id == m.value.place) else { continue };
            let place = &record.value;
            if problems.is_partial(&record.at("location")) {
                continue;
            }
            let Some((point, radius)) = spot(place) else { continue };
            let candidates = stretch.iter().filter(|s| m.value.segment.as_ref().is_none_or(|id| s.id == *id));
            let nearest = candidates
                .filter_map(|s| nearest_on(&s.chain, point).map(|foot| (foot.distance_m, *s)))
                .min_by(|a, b| a.0.total_cmp(&b.0));
            let Some((distance, segment)) = nearest else { continue };
            if distance > radius + segment.accuracy_m {
                let message = format!(
                    "marker {} at «{}» stands {:.1} km from the line, more than its radius ({:.0} km) and the accuracy of «{}» ({:.0} km) together",
                    m.value.number,
                    place.id,
                    distance / 1000.0,
                    radius / 1000.0,
                    segment.id,
                    segment.accuracy_m / 1000.0
                );
                problems
                    .error(m.at("place"), "marker-off-line", message)
                    .help("move the place or the line, or widen what is too narrow");
            }
        }
    }
}

fn spot(place: &Place) -> Option<(Position, f64)> {
    place.location(&[]).map(|l| (l.point, l.accuracy_m))
}

/// Warns of `unargued-marker`: a marker states where it stood, how well that is known, and why.
pub(super) fn argued(records: &Records, problems: &mut Problems) {
    for m in records.instruments.iter().flat_map(|t| &t.markers) {
        let Some(record) = records.places.iter().find(|p| p.value.id == m.value.place) else { continue };
        if problems.is_partial(&record.at("location")) {
            continue;
        }
        let missing = match record.value.location(&[]) {
            None => "has no position",
            Some(l) if l.evidence.is_none() => "has a position without evidence",
            Some(_) => continue,
        };
        let message = format!("marker {} stands at «{}», which {missing}", m.value.number, m.value.place);
        problems
            .warning(m.at("place"), "unargued-marker", message)
            .help("give the place a location, with accuracy, certainty and evidence");
    }
}
