//! Names: any place by any of its names, in any script, however it is spelled.
//!
//! A text has *forms*: keys under which it can meet another, each made by rules that can be read. Those of all names stand
//! sorted in one list; a query is looked up by its own. What no rule joins is looked for by its beginning, then by a slip of
//! the hand, then by sound. What is like no name is not found at all.
//!
//! | file | idea |
//! | --- | --- |
//! | `fold.rs` | what every script shares |
//! | `han.rs`, `pinyin.rs`, `wade.rs`, `palladius.rs` | characters, their readings and how those are spelled |
//! | `cyrillic.rs`, `latin.rs`, `arabic.rs` | letters, towards one alphabet |
//! | `terms.rs`, `generics.rs`, `translated.rs` | lake = nor; black = kara |
//! | `cases.rs` | endings |
//! | `phrase.rs` | words in any order |
//! | `form.rs`, `forms.rs` | all of these applied to one text |
//! | `keys.rs`, `typos.rs`, `sounds.rs` | the three lists; `buckets.rs`, what the last two are made of |
//! | `search.rs` | the stages |
//! | `agree.rs`, `slip.rs`, `sound.rs`, `hit.rs` | what a match is worth, and how to say it |

mod agree;
mod arabic;
mod buckets;
mod cases;
mod cyrillic;
mod fold;
mod form;
mod forms;
mod generics;
mod han;
mod hit;
mod keys;
mod latin;
mod palladius;
mod phrase;
mod pinyin;
mod search;
mod slip;
mod sound;
mod sounds;
mod terms;
mod translated;
mod typos;
mod wade;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use crate::model::{Atlas, Name, Place};

pub use fold::fold;
pub use hit::{Hit, How, Stage};

use fold::Script;
use forms::{Whose, forms};
use keys::Keys;
use sounds::Sounds;
use typos::Typos;

/// Every name of an atlas, ready to be asked.
///
/// A name as written is found at once; the keys are made when the first query needs them, the lists of slips and sounds
/// when a query has no key.
///
/// ```
/// use karun::{Atlas, Names};
///
/// let atlas = Atlas::bundled();
/// let names = Names::new(&atlas);
/// for spelling in ["齋桑淖爾", "Saissan-See", "Zhaisang Nao’er", "озеро Зайсанъ", "Lake Zaissan"] {
///     assert_eq!(names.search(spelling)[0].place.id, "zaisan", "{spelling}");
/// }
/// assert_eq!(names.search("Chabindabaga")[0].place.id, "shabin-dabaga");
/// assert!(names.search("Samarkand").is_empty());
/// ```
pub struct Names<'a> {
    places: &'a [Place],
    /// Place and name of each number.
    names: Vec<(u32, u32)>,
    exact: HashMap<&'a str, Vec<u32>>,
    keys: OnceLock<Keys>,
    typos: OnceLock<Typos>,
    sounds: OnceLock<Sounds>,
}

impl<'a> Names<'a> {
    /// A match worth less than this is no hit.
    pub const LEAST: f64 = 0.5;

    /// The names of an atlas.
    pub fn new(atlas: &'a Atlas) -> Self {
        Self::of(atlas.places())
    }

    /// The names of any places.
    pub fn of(places: &'a [Place]) -> Self {
        let all = || places.iter().enumerate().flat_map(|(p, place)| (0..place.names.len()).map(move |n| (p, n)));
        let names: Vec<(u32, u32)> = all().map(|(p, n)| (p as u32, n as u32)).collect();
        let mut exact: HashMap<&str, Vec<u32>> = HashMap::with_capacity(names.len());
        for (number, (p, n)) in all().enumerate() {
            exact.entry(&places[p].names[n].text).or_default().push(number as u32);
        }
        Self { places, names, exact, keys: OnceLock::new(), typos: OnceLock::new(), sounds: OnceLock::new() }
    }

    /// The places that bear a name exactly as written; makes no keys.
    pub fn written(&self, name: &str) -> Vec<Hit<'a>> {
        self.as_written(name.trim())
    }

    /// The keys of a text as a query, each with how it was made: what `karun find --explain` shows.
    ///
    /// ```
    /// use karun::Names;
    ///
    /// let keys = Names::explain("Tschugutschak");
    /// assert!(keys.contains(&("чугучак".to_owned(), "German ear".to_owned())));
    /// ```
    pub fn explain(query: &str) -> Vec<(String, String)> {
        explained(query, Whose::Query)
    }

    /// The keys of a name, each with how it was made.
    pub fn explain_name(name: &Name) -> Vec<(String, String)> {
        explained(&name.text, Whose::Name(&name.lang))
    }

    /// Builds all lists now, and says how many bytes they hold. A search builds what it needs by itself.
    pub fn prepare(&self) -> usize {
        let own = self.names.capacity() * 8 + self.exact.capacity() * (size_of::<(&str, Vec<u32>)>() + 5);
        own + self.keys().bytes() + self.typos().bytes() + self.sounds().bytes()
    }

    fn name(&self, number: u32) -> (&'a Place, &'a Name) {
        let (p, n) = self.names[number as usize];
        let place = &self.places[p as usize];
        (place, &place.names[n as usize])
    }

    fn keys(&self) -> &Keys {
        self.keys.get_or_init(|| {
            let mut keys = keys::Collect::default();
            let mut seen: Vec<Cow<'_, str>> = Vec::new();
            let mut number = 0u32;
            for place in self.places {
                seen.clear();
                for name in &place.names {
                    // A text that repeats an earlier name of its place adds nothing: in another language, in traditional characters.
                    let text: Cow<'_, str> = if Script::of(&name.text) == Script::Han {
                        han::simplified(&name.text).into()
                    } else {
                        name.text.as_str().into()
                    };
                    if !seen.contains(&text) {
                        seen.push(text);
                        for form in forms(&name.text, Whose::Name(&name.lang)) {
                            keys.add(number, &form);
                        }
                    }
                    number += 1;
                }
            }
            keys.sort()
        })
    }

    fn typos(&self) -> &Typos {
        self.typos.get_or_init(|| Typos::new(self.keys()))
    }

    fn sounds(&self) -> &Sounds {
        self.sounds.get_or_init(|| Sounds::new(self.keys()))
    }
}

fn explained(text: &str, whose: Whose<'_>) -> Vec<(String, String)> {
    if text.chars().nth(search::LONGEST).is_some() {
        return Vec::new();
    }
    let made = |f: &forms::Form| {
        let mut how = f.via.as_str().to_owned();
        if let Some((meaning, word)) = &f.meaning {
            how.push_str(&format!(", «{word}» means {meaning}"));
        }
        if let Some(bent) = f.bent {
            how.push_str(&format!(", {}", bent.as_str()));
        }
        if let Some(dropped) = &f.dropped {
            how.push_str(&format!(", without «{}»", dropped.term));
        }
        how
    };
    let forms = if whose == Whose::Query { forms::asked(text) } else { forms(text, whose) };
    let mut out: Vec<(String, String)> = forms.iter().map(|f| (f.key.clone(), made(f))).collect();
    let sounds: Vec<String> = forms
        .iter()
        .filter_map(sounds::of)
        .filter(|s| sound::consonants(s) >= 3)
        .map(|s| String::from_utf8_lossy(&s).into_owned())
        .collect();
    for sound in sounds {
        if !out.iter().any(|(k, _)| *k == sound) {
            out.push((sound, "sounds".to_owned()));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The transcriptions that the gazetteer has by rule, made by other tables than these, are those that these make.
    #[test]
    fn transcriptions_by_rule_are_ours() {
        let atlas = Atlas::bundled();
        let (mut count, mut wrong) = (0, Vec::new());
        for place in atlas.places() {
            let of_han: Vec<forms::Form> = place
                .names
                .iter()
                .filter(|n| n.lang.starts_with("zh-Han"))
                .flat_map(|n| forms(&n.text, Whose::Name(&n.lang)))
                .collect();
            for name in &place.names {
                let source = name.citation.source.as_str();
                let key = match source {
                    "rule-pinyin" => fold(&name.text),
                    "rule-wade" => wade::loose(&fold(&name.text)),
                    "rule-palladius" => {
                        cyrillic::loose(&fold::words(&name.text).map(cyrillic::modern).collect::<String>())
                    }
                    _ => continue,
                };
                count += 1;
                if !of_han.iter().any(|f| f.key == key) {
                    wrong.push(format!("{} {} {key}", place.id, name.text));
                }
            }
        }
        assert!(count > 700, "only {count} transcriptions");
        assert!(wrong.is_empty(), "{} of {count}: {wrong:#?}", wrong.len());
    }
}
