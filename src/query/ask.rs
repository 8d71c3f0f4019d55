//! What is asked about: a position, or a place by its id or any of its names.

use serde::Serialize;

use crate::error::{Error, Result};
use crate::index::{Found, How, Names};
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
pub struct Hit<'a> {
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
    pub how: &'static str,
    /// What tells the place apart.
    pub summary: &'a str,
}

impl<'a> From<Found<'a>> for Hit<'a> {
    fn from(found: Found<'a>) -> Self {
        let place = found.place;
        let point = place.location(&[]).map(|l| l.point);
        Self {
            id: &place.id,
            name: place.display_name(),
            kind: &place.kind,
            district: &place.district,
            lon: point.map(Position::lon),
            lat: point.map(Position::lat),
            score: found.score,
            matched: &found.name.text,
            lang: &found.name.lang,
            how: found.how.as_str(),
            summary: &place.summary,
        }
    }
}

/// Places by any name, best first; `kind` keeps one place type.
///
/// ```
/// let atlas = karun::Atlas::bundled();
/// let hits = karun::query::find(&atlas, "哈巴尔苏", None);
/// assert_eq!(hits[0].id.as_str(), "khabar-asu");
/// ```
pub fn find<'a>(atlas: &'a Atlas, name: &str, kind: Option<&TypeId>) -> Vec<Hit<'a>> {
    let found = Names::new(atlas).search(name);
    found.into_iter().filter(|f| kind.is_none_or(|k| f.place.kind == *k)).map(Hit::from).collect()
}

/// What a question's words mean: `LON,LAT` before names, then an id in any case, then a name that exactly one place bears.
///
/// A full name as written is never ambiguous because of names that merely resemble it.
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
    if let Some(place) = atlas.place(&words.to_lowercase().into()) {
        return Ok(Subject::Place(place));
    }
    let found = Names::new(atlas).search(words);
    for how in [How::Exact, How::Folded] {
        let bearers: Vec<&Found<'_>> = found.iter().filter(|f| f.how == how).collect();
        match bearers.as_slice() {
            [] => {}
            [one] => return Ok(Subject::Place(one.place)),
            several => {
                let message = format!("«{words}» is the name of {} places", several.len());
                return Err(Error::ask_hint(message, format!("name one by its id:{}", candidates(several))));
            }
        }
    }
    if found.is_empty() {
        return Err(Error::ask_hint(format!("unknown place «{words}»"), close(atlas, words)));
    }
    let few: Vec<&Found<'_>> = found.iter().take(8).collect();
    Err(Error::ask_hint(format!("no place is called «{words}»"), format!("names that begin so:{}", candidates(&few))))
}

/// Digits, signs, points and the marks of degrees and directions: meant as a position, rightly written or not.
fn looks_like_numbers(words: &str) -> bool {
    let numeric = |c: char| c.is_ascii_digit() || ".,;+-°'′″\" eENSW".contains(c);
    words.contains(|c: char| c.is_ascii_digit()) && words.chars().all(numeric)
}

/// Ids and names that differ by a letter or two, or where to look.
fn close(atlas: &Atlas, words: &str) -> String {
    let key = crate::index::fold(words);
    let allowed = if key.chars().count() < 5 { 1 } else { 2 };
    let mut near: Vec<(usize, &str)> = Vec::new();
    for place in atlas.places() {
        let names = place.names.iter().map(|n| n.text.as_str()).chain([place.id.as_str()]);
        let least = names.map(|n| strsim::damerau_levenshtein(&crate::index::fold(n), &key)).min();
        near.extend(least.filter(|d| *d <= allowed).map(|d| (d, place.id.as_str())));
    }
    near.sort_unstable();
    if near.is_empty() {
        return "karun find looks for the beginning of any name, karun near for what lies around LON,LAT".to_owned();
    }
    let ids: Vec<&str> = near.iter().take(5).map(|(_, id)| *id).collect();
    format!("did you mean {}?", ids.join(", "))
}

fn candidates(found: &[&Found<'_>]) -> String {
    let line = |f: &&Found<'_>| format!("\n  {}  {} ({}, {})", f.place.id, f.name.text, f.place.kind, f.place.summary);
    found.iter().map(line).collect()
}
