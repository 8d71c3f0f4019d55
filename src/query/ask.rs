//! What is asked about: a position, or a place by its id or any of its names.

use serde::Serialize;

use crate::error::{Error, Result};
use crate::index::{Hit, Names};
use crate::measure::{distance_m, round_to};
use crate::model::{Atlas, DistrictId, Place, PlaceId, Position, TypeId};

/// What a question is about.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'a> {
    /// A bare position: longitude, latitude.
    Point(Position),
    /// A place of the gazetteer.
    Place(&'a Place),
}

/// A place found by name.
#[derive(Clone, Debug, Serialize)]
pub struct Found<'a> {
    /// The place.
    pub id: &'a PlaceId,
    /// Its name to show.
    pub name: &'a str,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: &'a TypeId,
    /// Its treaty district.
    pub district: &'a DistrictId,
    /// Longitude, where it has a position.
    pub lon: Option<f64>,
    /// Latitude, where it has a position.
    pub lat: Option<f64>,
    /// 1 as written; less for less.
    pub score: f64,
    /// The name that matched.
    pub matched: &'a str,
    /// Its language.
    pub lang: &'a str,
    /// How it matched, in words.
    pub how: String,
    /// Whether a rule says that it is the same name, and no mere likeness.
    pub certain: bool,
    /// Metres from the position asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distance_m: Option<f64>,
    /// What tells the place apart.
    pub summary: &'a str,
}

impl<'a> From<Hit<'a>> for Found<'a> {
    fn from(hit: Hit<'a>) -> Self {
        let place = hit.place;
        let point = place.location(&[]).map(|l| l.point);
        Self {
            id: &place.id,
            name: place.display_name(),
            kind: &place.kind,
            district: &place.district,
            lon: point.map(Position::lon),
            lat: point.map(Position::lat),
            score: hit.score,
            matched: &hit.name.text,
            lang: &hit.name.lang,
            certain: hit.how.stage.is_certain(),
            how: hit.how.to_string(),
            distance_m: None,
            summary: &place.summary,
        }
    }
}

/// Which of the places found are wanted.
#[derive(Clone, Debug, Default)]
pub struct Narrow {
    /// Only those of this type.
    pub kind: Option<TypeId>,
    /// Only those of this district.
    pub district: Option<DistrictId>,
    /// Of namesakes the nearest to this position first.
    pub near: Option<Position>,
}

/// Places by any name, best first.
///
/// ```
/// use karun::query::{ask::Narrow, find};
///
/// let atlas = karun::Atlas::bundled();
/// let hits = find(&atlas, "哈巴尔苏", &Narrow::default());
/// assert_eq!(hits[0].id.as_str(), "khabar-asu");
///
/// let lakes = Narrow { kind: Some("lake".into()), ..Default::default() };
/// assert_eq!(find(&atlas, "Zaisan", &lakes).len(), 1);
/// ```
pub fn find<'a>(atlas: &'a Atlas, name: &str, narrow: &Narrow) -> Vec<Found<'a>> {
    let mut hits = Names::new(atlas).search(name);
    hits.retain(|h| {
        narrow.kind.as_ref().is_none_or(|k| h.place.kind == *k)
            && narrow.district.as_ref().is_none_or(|d| h.place.district == *d)
    });
    let Some(from) = narrow.near else { return hits.into_iter().map(Found::from).collect() };
    let away = |h: &Hit<'_>| h.place.location(&[]).map_or(f64::INFINITY, |l| distance_m(from, l.point));
    let mut hits: Vec<(f64, Hit<'a>)> = hits.into_iter().map(|h| (away(&h), h)).collect();
    hits.sort_by(|(a, g), (b, h)| g.how.stage.cmp(&h.how.stage).then(a.total_cmp(b)));
    let row = |(away, hit): (f64, Hit<'a>)| {
        let distance_m = away.is_finite().then(|| round_to(away, 1));
        Found { distance_m, ..Found::from(hit) }
    };
    hits.into_iter().map(row).collect()
}

/// What a question's words mean: `LON,LAT` before names, then an id as it is written, then a name that exactly one place
/// bears, then an id in another case.
///
/// `zaisan` is the lake; «Zaisan», a name of the lake and of a town, has to be made clear. A name as written comes before one that rules make the same; what only resembles the words is never taken, but offered.
///
/// # Errors
/// For a position off the globe, a name that several places bear or none, with the candidates.
pub fn locate<'a>(atlas: &'a Atlas, words: &str) -> Result<Subject<'a>> {
    let words = words.trim();
    if words.is_empty() {
        return Err(Error::ask_hint("nothing was asked", "a place by id or any of its names, or LON,LAT"));
    }
    if looks_like_numbers(words) {
        return words.parse().map(Subject::Point).map_err(Error::ask);
    }
    if let Some(place) = atlas.place(&words.into()) {
        return Ok(Subject::Place(place));
    }
    let names = Names::new(atlas);
    let mut hits = names.written(words);
    if hits.is_empty() {
        if let Some(place) = atlas.place(&words.to_lowercase().into()) {
            return Ok(Subject::Place(place));
        }
        hits = names.search(words);
    }
    let shown = shortened(words);
    let Some(best) = hits.first() else {
        return Err(Error::ask_hint(format!("unknown place «{shown}»"), close(atlas, words)));
    };
    if !best.how.stage.is_certain() {
        let few: Vec<&Hit<'_>> = hits.iter().take(8).collect();
        return Err(Error::ask_hint(
            format!("no place is called «{shown}»"),
            format!("names like it:{}", candidates(&few)),
        ));
    }
    // Equal stages are told apart by worth only where that is clear: another kind of thing, another reading.
    let stage = best.how.stage;
    let rivals: Vec<&Hit<'_>> = hits.iter().filter(|h| h.how.stage == stage && h.score > best.score - CLEAR).collect();
    match rivals.as_slice() {
        [one] => Ok(Subject::Place(one.place)),
        several => {
            let message = format!("«{shown}» is the name of {} places", several.len());
            Err(Error::ask_hint(message, format!("name one by its id:{}", candidates(several))))
        }
    }
}

/// A difference of worth that decides between two places: that of a lake asked for from a town.
const CLEAR: f64 = 0.05;

/// Digits, signs, points and the marks of degrees and directions: meant as a position, rightly written or not.
fn looks_like_numbers(words: &str) -> bool {
    let numeric = |c: char| c.is_ascii_digit() || ".,;+-°'′″\" eENSW".contains(c);
    words.contains(|c: char| c.is_ascii_digit()) && words.chars().all(numeric)
}

/// Words as a message shows them.
pub(crate) fn shortened(words: &str) -> String {
    let mut short: String = words.chars().take(80).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if words.chars().nth(80).is_some() {
        short.push('…');
    }
    short
}

/// Ids that differ by a letter or two, or where to look.
fn close(atlas: &Atlas, words: &str) -> String {
    let allowed = if words.chars().count() < 5 { 1 } else { 2 };
    let mut near: Vec<(usize, &str)> = Vec::new();
    if words.len() <= 64 {
        let lower = words.to_lowercase();
        let ids = atlas.places().iter().map(|p| p.id.as_str());
        near.extend(ids.map(|id| (strsim::damerau_levenshtein(id, &lower), id)).filter(|(d, _)| *d <= allowed));
    }
    near.sort_unstable();
    if near.is_empty() {
        return "karun find looks for any name or its beginning, karun near for what lies around LON,LAT".to_owned();
    }
    let ids: Vec<&str> = near.iter().take(5).map(|(_, id)| *id).collect();
    format!("did you mean {}?", ids.join(", "))
}

fn candidates(hits: &[&Hit<'_>]) -> String {
    let like = |h: &Hit<'_>| if h.how.stage.is_certain() { String::new() } else { format!("{}; ", h.how) };
    let line = |h: &&Hit<'_>| {
        format!("\n  {}  {} ({}, {}{})", h.place.id, h.name.text, h.place.kind, like(h), h.place.summary)
    };
    hits.iter().map(line).collect()
}
