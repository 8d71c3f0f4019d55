//! Names: every name of every place, found as written, by folded key and by its beginning.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::model::{Atlas, Name, Place};

/// A name as it is compared: compatibility forms unified, case, accents, spaces, hyphens and apostrophes dropped.
///
/// ```
/// use karun::fold;
/// assert_eq!(fold("Shābīn-dábāhā"), "shabindabaha");
/// assert_eq!(fold("Чёрный Иртыш"), "черныииртыш");
/// assert_eq!(fold("斋桑淖尔"), "斋桑淖尔");
/// ```
pub fn fold(name: &str) -> String {
    name.nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// How a name matched.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum How {
    /// Letter for letter.
    Exact,
    /// But for case, accents, spaces and punctuation.
    Folded,
    /// The name begins so.
    Prefix,
}

impl How {
    /// In words.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "as written",
            Self::Folded => "but for case, accents and punctuation",
            Self::Prefix => "the name begins so",
        }
    }
}

/// A place that was found, with the best of its names that matched.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// The place.
    pub place: &'a Place,
    /// The name that matched.
    pub name: &'a Name,
    /// How it matched.
    pub how: How,
    /// 1 as written, 0.95 by key, less for a beginning: the share of the name that was given.
    pub score: f64,
}

/// Every name of an atlas, ready to be asked.
pub struct Names<'a> {
    places: &'a [Place],
    exact: HashMap<&'a str, Vec<(usize, usize)>>,
    /// Folded key, place, name; sorted by key.
    keys: Vec<(String, usize, usize)>,
}

impl<'a> Names<'a> {
    /// Reads every name once.
    pub fn new(atlas: &'a Atlas) -> Self {
        let places = atlas.places();
        let mut exact: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
        let mut keys = Vec::new();
        for (p, place) in places.iter().enumerate() {
            for (n, name) in place.names.iter().enumerate() {
                exact.entry(&name.text).or_default().push((p, n));
                keys.push((fold(&name.text), p, n));
            }
        }
        keys.sort();
        Self { places, exact, keys }
    }

    /// Places by any name in any script, best first: as written, then by folded key, then by beginning.
    ///
    /// A place is found once, by its best name. Equal scores go by the role of the name, then by the order of the files.
    ///
    /// ```
    /// use karun::{Atlas, Names};
    /// let atlas = Atlas::bundled();
    /// let hits = Names::new(&atlas).search("齋桑淖爾");
    /// assert_eq!(hits[0].place.id, "zaisan");
    /// ```
    pub fn search(&self, query: &str) -> Vec<Found<'a>> {
        let query = query.trim();
        let key = fold(query);
        if key.is_empty() {
            return Vec::new();
        }
        let mut best: HashMap<usize, (f64, How, usize)> = HashMap::new();
        let mut offer = |p: usize, n: usize, how: How, score: f64| {
            let role = |n: usize| self.places[p].names[n].role as u8;
            let slot = best.entry(p).or_insert((score, how, n));
            if score > slot.0 || (score == slot.0 && role(n) < role(slot.2)) {
                *slot = (score, how, n);
            }
        };
        for &(p, n) in self.exact.get(query).into_iter().flatten() {
            offer(p, n, How::Exact, 1.0);
        }
        let start = self.keys.partition_point(|(k, _, _)| *k < key);
        for (k, p, n) in self.keys[start..].iter().take_while(|(k, _, _)| k.starts_with(&key)) {
            if *k == key {
                offer(*p, *n, How::Folded, 0.95);
            } else {
                let share = key.chars().count() as f64 / k.chars().count() as f64;
                offer(*p, *n, How::Prefix, crate::measure::round_to(0.5 + 0.4 * share, 3));
            }
        }
        let mut found: Vec<(usize, Found<'a>)> = best
            .into_iter()
            .map(|(p, (score, how, n))| {
                let place = &self.places[p];
                (p, Found { place, name: &place.names[n], how, score })
            })
            .collect();
        found.sort_by(|(p, a), (q, b)| {
            b.score.total_cmp(&a.score).then((a.name.role as u8).cmp(&(b.name.role as u8))).then(p.cmp(q))
        });
        found.into_iter().map(|(_, f)| f).collect()
    }
}
