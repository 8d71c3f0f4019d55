//! The chain of a line: a feature for each segment, and segments that meet.

use std::collections::HashMap;

use super::super::{At, InstrumentRecord, Problems, Record, Records, Shape};
use crate::model::{PlaceId, Position, Reading, Segment, course};

/// Errors by which a feature is lost.
const UNREAD: &[&str] = &["json-syntax", "not-utf8", "wrong-geometry", "feature-without-segment"];

/// `segment-without-feature`, `feature-without-segment`, `duplicate-feature`, `wrong-geometry`, `repeated-position`,
/// `antimeridian`.
pub(super) fn features(records: &Records, problems: &mut Problems) {
    for t in &records.instruments {
        let mut seen: HashMap<&str, ()> = HashMap::new();
        for f in &t.features {
            if seen.insert(&f.id, ()).is_some() {
                problems
                    .error(f.at.clone(), "duplicate-feature", format!("a Feature «{}» stands here already", f.id))
                    .help("keep one");
                continue;
            }
            let segment = t.segments.iter().any(|s| s.value.id == *f.id.as_str())
                || records.declared.segments.contains(f.id.as_str());
            let extent = f.id.strip_suffix("-extent").is_some_and(|l| t.lines.iter().any(|r| r.value.id == *l));
            let expected = if segment { Some(Shape::Chain) } else { extent.then_some(Shape::Ring) };
            match expected {
                // The line that it belongs to could not be read.
                None if f.id.ends_with("-extent") && t.lacks(&["line"]) => {}
                None => problems
                    .error(
                        f.at.clone(),
                        "feature-without-segment",
                        format!("no segment of «{}» has the id «{}»", t.id, f.id),
                    )
                    .help(
                        "add the segment to treaty.toml, or remove the Feature; an extent is called <line id>-extent",
                    ),
                Some(shape) if shape != f.shape => {
                    let wanted = if shape == Shape::Chain { "LineString" } else { "Polygon" };
                    problems
                        .error(f.at.clone(), "wrong-geometry", format!("Feature «{}» must be a {wanted}", f.id))
                        .help("draw it again");
                }
                Some(_) => {}
            }
            let least = if f.shape == Shape::Chain { 2 } else { 4 };
            let unread = problems.in_file(f.at.file(), &["bad-coordinates"]);
            if f.positions.len() < least && !unread {
                let s = if f.positions.len() == 1 { "" } else { "s" };
                let message =
                    format!("Feature «{}» has {} position{s}: expected {least} or more", f.id, f.positions.len());
                problems.error(f.at.clone(), "wrong-geometry", message);
            }
            for (pair, at) in f.positions.windows(2).zip(f.places.iter().skip(1)) {
                if pair[0] == pair[1] {
                    problems
                        .error(at.clone(), "repeated-position", format!("{} stands here twice", pair[0]))
                        .help("keep one");
                }
                if (pair[0].lon() - pair[1].lon()).abs() > 180.0 {
                    let message = format!("Feature «{}» crosses 180 degrees of longitude", f.id);
                    problems
                        .error(at.clone(), "antimeridian", message)
                        .help("lines across 180 degrees cannot be drawn yet");
                }
            }
        }
        // A feature that could not be read, or bears a wrong id, may be the missing one.
        let all_read = t.geometry.is_some_and(|file| !problems.in_file(file, UNREAD));
        for s in t.segments.iter().filter(|s| all_read && !seen.contains_key(s.value.id.as_str())) {
            let message = format!("no Feature of line.geojson has the id «{}»", s.value.id);
            problems.error(s.at("id"), "segment-without-feature", message).help("draw it, or remove the segment");
        }
        let all_known = !t.lacks(&["segment"]) && !problems.in_file(t.entry.file, &["unknown-line"]);
        for l in t.lines.iter().filter(|l| all_known && !t.segments.iter().any(|s| s.value.line == l.value.id)) {
            let message = format!("the line «{}» has no segment", l.value.id);
            problems.error(l.at("id"), "segment-without-feature", message).help("add [[segment]] rows");
        }
    }
}

/// `segments-do-not-meet`: neighbours share their place and their position; `end-off-place`: an end is where its place is.
pub(super) fn meets(records: &Records, problems: &mut Problems) {
    for t in &records.instruments {
        // With a row or a position missing, its neighbours would seem not to meet.
        let rows =
            !t.lacks(&["line", "segment"]) && !problems.in_file(t.entry.file, &["unknown-line", "unknown-reading"]);
        let positions = t
            .geometry
            .is_some_and(|file| !problems.in_file(file, &["bad-coordinates", "swapped-coordinates", "wrong-geometry"]));
        for s in t.segments.iter().filter(|_| positions) {
            ends(records, t, s, problems);
        }
        for line in t.lines.iter().filter(|_| rows) {
            for reading in runs(t, line.value.id.as_str()) {
                let run: Vec<&Record<Segment>> = t
                    .segments
                    .iter()
                    .filter(|s| s.value.line == line.value.id && s.value.reading.as_ref() == reading.map(|r| &r.id))
                    .collect();
                for pair in run.windows(2) {
                    neighbours(t, pair[0], pair[1], positions, problems);
                }
            }
        }
    }
}

/// The main course and each reading of a line.
fn runs<'a>(t: &'a InstrumentRecord, line: &str) -> Vec<Option<&'a Reading>> {
    let of_line = t.readings.iter().map(|r| &r.value).filter(|r| r.line == *line);
    std::iter::once(None).chain(of_line.map(Some)).collect()
}

fn neighbours(
    t: &InstrumentRecord,
    a: &Record<Segment>,
    b: &Record<Segment>,
    positions: bool,
    problems: &mut Problems,
) {
    if a.value.to != b.value.from {
        let message =
            format!("«{}» ends at «{}», but «{}» begins at «{}»", a.value.id, a.value.to, b.value.id, b.value.from);
        problems
            .error(b.at("from"), "segments-do-not-meet", message)
            .help("segments stand in the order of the line and share their ends");
    } else if let (true, Some(x), Some(y)) = (positions, a.value.chain.last(), b.value.chain.first())
        && x != y
        // The end that is off its place is the one to mend.
        && !problems.at(&position_at(t, a, true))
        && !problems.at(&position_at(t, b, false))
    {
        let message = format!("«{}» begins at {y}, but «{}» ends at {x}", b.value.id, a.value.id);
        problems
            .error(position_at(t, b, false), "segments-do-not-meet", message)
            .help("their common end is the same position, digit for digit");
    }
}

/// Where the first or last position of a segment stands in its file.
fn position_at(t: &InstrumentRecord, s: &Record<Segment>, last: bool) -> At {
    let feature = t.features.iter().find(|f| s.value.id == *f.id.as_str());
    let place = feature.and_then(|f| if last { f.places.last() } else { f.places.first() });
    place.cloned().unwrap_or_else(|| s.at("id"))
}

fn ends(records: &Records, t: &InstrumentRecord, s: &Record<Segment>, problems: &mut Problems) {
    let readings: Vec<_> = s.value.reading.iter().cloned().collect();
    let mut end = |id: &PlaceId, position: Option<&Position>, last: bool| {
        let (Some(record), Some(position)) = (records.places.iter().find(|p| p.value.id == *id), position) else {
            return;
        };
        // A location that could not be read may be the one that is followed; a joint is reported once.
        let at = position_at(t, s, last);
        let mirrored = problems.in_file(record.entry.file, &["swapped-coordinates"]);
        if problems.is_partial(&record.at("location")) || mirrored || problems.at(&at) {
            return;
        }
        let place = &record.value;
        let Some(location) = place.location(&readings) else { return };
        // Both ends of a reading stand on the main line, whatever the reading makes of the place.
        let main = place.location(&[]).is_some_and(|l| l.point == *position);
        if location.point != *position && !main {
            let word = if last { "ends" } else { "begins" };
            let message = format!("«{}» {word} at {position}, but «{id}» is at {}", s.value.id, location.point);
            problems
                .error(at, "end-off-place", message)
                .help("the end of a segment is the position of its place, digit for digit");
        }
    };
    end(&s.value.from, s.value.chain.first(), false);
    end(&s.value.to, s.value.chain.last(), true);
}

/// `reading-ends`: a reading leaves the main line and comes back at ends of main segments, and has segments of its own.
pub(super) fn readings(records: &Records, problems: &mut Problems) {
    for t in &records.instruments {
        for r in &t.readings {
            if t.lacks(&["segment", "line"])
                || problems.in_file(t.entry.file, &["unknown-line", "unknown-reading", "segments-do-not-meet"])
            {
                continue;
            }
            let segments: Vec<&Segment> =
                t.segments.iter().map(|s| &s.value).filter(|s| s.line == r.value.line).collect();
            if let Err(why) = course(&segments, &[&r.value]) {
                problems
                    .error(r.at("from"), "reading-ends", why.to_string())
                    .help("`from` and `to` are ends of main segments, in the order of the line");
                continue;
            }
            let own: Vec<&&Segment> = segments.iter().filter(|s| s.reading.as_ref() == Some(&r.value.id)).collect();
            match (own.first(), own.last()) {
                (Some(first), Some(last)) if first.from == r.value.from && last.to == r.value.to => {}
                (Some(first), Some(last)) => {
                    let message = format!(
                        "reading «{}» runs from «{}» to «{}», its segments from «{}» to «{}»",
                        r.value.id, r.value.from, r.value.to, first.from, last.to
                    );
                    problems.error(r.at("from"), "reading-ends", message);
                }
                _ => {
                    let message = format!("reading «{}» has no segment", r.value.id);
                    problems.error(r.at("id"), "reading-ends", message).help("give segments reading = …");
                }
            }
        }
        for s in &t.segments {
            let reading = t.readings.iter().find(|r| Some(&r.value.id) == s.value.reading.as_ref());
            if let Some(r) = reading.filter(|r| r.value.line != s.value.line) {
                let message = format!("«{}» reads the line «{}», not «{}»", r.value.id, r.value.line, s.value.line);
                problems
                    .error(s.at("reading"), "reading-ends", message)
                    .help("a reading's segments belong to its line");
            }
        }
        if t.default && records.instruments.iter().any(|o| o.default && o.id < t.id) {
            problems
                .error(t.entry.at("default"), "two-defaults", "another instrument is the default already".into())
                .help("keep one");
        }
    }
}
