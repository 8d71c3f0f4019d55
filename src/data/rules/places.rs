//! Names and locations of places.

use std::collections::HashSet;

use super::super::{Problems, Records, Shape};
use crate::model::{Position, Role};

/// A radius beyond this, in metres, needs a reason.
const WIDE_M: f64 = 50_000.0;

/// `no-name`, `two-preferred`, `duplicate-name`; warns of `only-romanised`.
pub(super) fn names(records: &Records, problems: &mut Problems) {
    for place in &records.places {
        let p = &place.value;
        let partial = problems.is_partial(&place.at("name"));
        if p.names.is_empty() && partial {
            continue;
        }
        if p.names.is_empty() {
            problems
                .error(place.at("id"), "no-name", format!("«{}» has no name", p.id))
                .help("add name = [{ text = …, lang = …, role = …, source = … }]");
            continue;
        }
        let (mut preferred, mut seen) = (HashSet::new(), HashSet::new());
        for (i, name) in p.names.iter().enumerate() {
            if name.role == Role::Preferred && !preferred.insert(&name.lang) {
                let message = format!("«{}» has a preferred name in {} already", p.id, name.lang);
                problems
                    .error(place.at(&format!("name.{i}.role")), "two-preferred", message)
                    .help("make one of them a variant");
            }
            if !seen.insert((&name.text, &name.lang)) {
                let message = format!("«{}» in {} stands here twice", name.text, name.lang);
                problems.error(place.at(&format!("name.{i}.text")), "duplicate-name", message).help("keep one");
            }
        }
        if !partial && p.names.iter().all(|n| n.text.chars().all(|c| !c.is_alphabetic() || is_latin(c))) {
            let message = format!("«{}» is named only in Latin letters", p.id);
            problems
                .warning(place.at("id"), "only-romanised", message)
                .help("add the name as its own sources write it");
        }
    }
}

fn is_latin(c: char) -> bool {
    // Basic Latin, Latin-1, Extended A and B, IPA, modifiers, and Latin Extended Additional (Unicode blocks).
    matches!(c as u32, 0x0000..=0x036F | 0x1E00..=0x1EFF)
}

/// `bad-method`, `first-reading`, `further-location`; warns of `wide-radius` and `unsourced`.
pub(super) fn locations(records: &Records, problems: &mut Problems) {
    for place in &records.places {
        let partial = problems.is_partial(&place.at("location"));
        for (i, l) in place.value.locations.iter().enumerate() {
            let at = |key: &str| place.at(&format!("location.{i}.{key}"));
            let method = l.method.as_str();
            if !matches!(method, "surveyed" | "read from map" | "inferred from order")
                && !method.starts_with("matched to ")
            {
                let message = format!("«{method}» is no method");
                problems
                    .error(at("method"), "bad-method", message)
                    .help("surveyed, read from map, matched to …, or inferred from order");
            }
            if i == 0 && !partial && l.reading.is_some() {
                problems
                    .error(
                        at("reading"),
                        "first-reading",
                        "the first location is the one followed: it belongs to no reading".into(),
                    )
                    .help("put the location of the main line first");
            }
            if i > 0 && l.reading.is_none() && l.reason.is_none() {
                problems
                    .error(at("point"), "further-location", "a further location needs `reading` or `reason`".into())
                    .help("say which reading it belongs to, or why it stands here");
            }
            if l.accuracy_m > WIDE_M && l.reason.is_none() {
                let message = format!("a radius of {} km without a reason", l.accuracy_m / 1000.0);
                problems
                    .warning(at("accuracy-m"), "wide-radius", message)
                    .help("add reason = …, or take the location out");
            }
            if l.sources.is_empty() && !problems.is_partial(&at("sources")) {
                problems
                    .warning(at("point"), "unsourced", format!("the position of «{}» has no source", place.value.id))
                    .help("add sources = […]");
            }
        }
    }
}

/// `swapped-coordinates`: a place far outside every extent whose mirror image lies inside one.
pub(super) fn swapped(records: &Records, problems: &mut Problems) {
    let boxes: Vec<[f64; 4]> = records
        .instruments
        .iter()
        .flat_map(|t| &t.features)
        .filter(|f| f.shape == Shape::Ring && !f.positions.is_empty())
        .map(|f| bounds(&f.positions))
        .collect();
    let inside = |lon: f64, lat: f64, margin: f64| {
        boxes
            .iter()
            .any(|[w, s, e, n]| lon >= w - margin && lon <= e + margin && lat >= s - margin && lat <= n + margin)
    };
    let mirrored = |p: Position| !inside(p.lon(), p.lat(), 10.0) && inside(p.lat(), p.lon(), 0.0);
    let message = |p: Position| format!("{p} lies far from every line, {},{} would not", p.lat(), p.lon());
    // Where most places are mirror images of the extents, it is the extents that are swapped.
    let spots = || records.places.iter().filter_map(|p| p.value.locations.first()).map(|l| l.point);
    if spots().filter(|p| mirrored(*p)).count() * 2 > spots().count() {
        for ring in records.instruments.iter().flat_map(|t| &t.features).filter(|f| f.shape == Shape::Ring) {
            let message = format!("most places lie in the mirror image of the extent «{}»", ring.id);
            problems
                .error(ring.at.clone(), "swapped-coordinates", message)
                .help("longitude comes first, in the whole file");
        }
        return;
    }
    for place in &records.places {
        for (i, l) in place.value.locations.iter().enumerate().filter(|(_, l)| mirrored(l.point)) {
            problems
                .error(place.at(&format!("location.{i}.point")), "swapped-coordinates", message(l.point))
                .help("longitude comes first");
        }
    }
    for feature in records.instruments.iter().flat_map(|t| &t.features).filter(|f| f.shape == Shape::Chain) {
        for (p, at) in feature.positions.iter().zip(&feature.places).filter(|(p, _)| mirrored(**p)) {
            problems.error(at.clone(), "swapped-coordinates", message(*p)).help("longitude comes first");
        }
    }
}

/// West, south, east, north.
fn bounds(ring: &[Position]) -> [f64; 4] {
    ring.iter().fold([180.0, 90.0, -180.0, -90.0], |[w, s, e, n], p| {
        [w.min(p.lon()), s.min(p.lat()), e.max(p.lon()), n.max(p.lat())]
    })
}
