//! Phrases: the words of a name that say something, in no order. *Amur right bank*, *rive droite de l’Amour*, правый берег Амура.
//!
//! Each word is a meaning, a kind of thing or a sound. All of them are in the key, so that a phrase meets only one that says
//! all of it; only kinds of things that add nothing to a name (mountains, river) may lack.

use super::cases;
use super::cyrillic::{loose, modern};
use super::fold::{Script, elision, words};
use super::generics::{self, Class};
use super::latin::{Ear, readings};
use super::translated;

/// Words that say nothing.
const EMPTY: &[&str] = &[
    "of",
    "the",
    "de",
    "du",
    "des",
    "d",
    "l",
    "la",
    "le",
    "les",
    "au",
    "aux",
    "a",
    "à",
    "von",
    "vom",
    "der",
    "die",
    "das",
    "dem",
    "den",
    "im",
    "am",
    "in",
    "zu",
    "zum",
    "zur",
    "and",
    "et",
    "und",
    "en",
    "s",
    "y",
    "near",
    "at",
    "bei",
    "pres",
    "près",
    "и",
    "в",
    "въ",
    "на",
    "у",
    "с",
    "к",
    "къ",
    "при",
    "близ",
    "от",
    "отъ",
    "из",
    "изъ",
    "около",
    "по",
    "за",
    "под",
];

/// A key of a phrase.
pub(super) struct Phrase {
    pub key: String,
    /// The kind of thing that the key lacks, and its word.
    pub dropped: Option<(Class, String)>,
}

/// What one word is in a key.
enum Part {
    Strong(String),
    Weak(Class, String),
}

/// Whether a word says nothing in a phrase.
pub(super) fn empty(word: &str) -> bool {
    EMPTY.contains(&word)
}

/// The phrase of a text in lower case as an ear meant it; of Cyrillic the ear is nothing. A hyphen joins words and divides them.
pub(super) fn phrases(lower: &str, script: Script, ear: Ear, query: bool) -> Vec<Phrase> {
    let joined: Vec<String> = lower.split_whitespace().map(|w| words(w).collect()).collect();
    let divided: Vec<String> = words(lower).map(str::to_owned).collect();
    let mut out: Vec<Phrase> = Vec::new();
    for split in [&joined, &divided] {
        // Compounds: Westsajan, Goldsee.
        let cut: Vec<&str> =
            split.iter().flat_map(|w| elided(w)).flat_map(|w| compound(w, script)).filter(|w| !empty(w)).collect();
        if cut.len() < 2 || cut.len() > 8 {
            continue;
        }
        for soft in [false, true] {
            let parts = cut.iter().map(|w| part(w, script, ear, query, soft));
            if let Some(new) = phrase(parts)
                && !out.iter().any(|old| old.key == new.key)
            {
                out.push(new);
            }
            if script == Script::Cyrillic {
                break;
            }
        }
        if joined == divided {
            break;
        }
    }
    out
}

fn phrase(parts: impl Iterator<Item = Part>) -> Option<Phrase> {
    let (mut strong, mut weak) = (Vec::new(), Vec::new());
    for part in parts {
        match part {
            Part::Strong(word) => strong.push(word),
            Part::Weak(class, word) => weak.push((class, word)),
        }
    }
    // A golden lake is nothing without the lake, and a name with its kind is met without this.
    let alone = strong.len() == 1 && strong.iter().all(|s| s.starts_with('='));
    if alone {
        strong.extend(weak.drain(..).map(|(class, _)| format!("={}", generics::group(class))));
    }
    strong.sort();
    strong.dedup();
    // The end of a range is no range, whatever else is said.
    let part_of = strong.iter().any(|s| ["=end", "=shore", "=river-mouth", "=river-source"].contains(&s.as_str()));
    let dropped = weak.into_iter().next().filter(|_| !part_of);
    (strong.len() >= 2).then(|| Phrase { key: format!("+{}", strong.join("+")), dropped })
}

fn part(word: &str, script: Script, ear: Ear, query: bool, soft: bool) -> Part {
    if let Some(meaning) = translated::meaning(word, script, query) {
        return Part::Strong(format!("={meaning}"));
    }
    // A khan is a man's title here before it is a Mongolian mountain.
    let kind =
        if ["хан", "ханъ", "khan", "chan"].contains(&word) { None } else { generics::kind(word, script, query) };
    match kind {
        Some(Class::End) => return Part::Strong("=end".to_owned()),
        Some(Class::Shore) => return Part::Strong("=shore".to_owned()),
        Some(Class::Mouth) => return Part::Strong("=river-mouth".to_owned()),
        Some(Class::Source) => return Part::Strong("=river-source".to_owned()),
        Some(class) => return Part::Weak(class, word.to_owned()),
        None => {}
    }
    let key = match script {
        Script::Cyrillic => {
            let word = modern(word);
            let name = cases::stem(&word).or_else(|| cases::adjective(&word).filter(|s| s.chars().count() >= 4));
            loose(name.unwrap_or(&word))
        }
        _ => {
            let read = readings(word, ear);
            let heard = if soft { read.last() } else { read.first() }.map_or("", String::as_str);
            let made = cases::without_ending(heard, ear)
                .into_iter()
                .next()
                .filter(|_| word.ends_with("ian") || heard.contains("иш"));
            loose(made.unwrap_or(heard))
        }
    };
    Part::Strong(cases::loose_stem(&key).unwrap_or(&key).to_owned())
}

/// French l’ and d’ apart from their word.
fn elided(word: &str) -> impl Iterator<Item = &str> {
    let cut = elision(word);
    let end = ["'s", "’s"].iter().find_map(|e| word.strip_suffix(e)).map_or(word.len(), str::len);
    std::iter::once(&word[cut..end.max(cut)]).filter(|w| !w.is_empty())
}

/// The two words of a German compound that begins with one that has a meaning.
fn compound(word: &str, script: Script) -> Vec<&str> {
    const FIRST: [&str; 18] = [
        "himmels", "zwiebel", "schwarz", "weiss", "weiß", "gelb", "rot", "gold", "gross", "groß", "klein", "alt",
        "neu", "ober", "unter", "west", "ost", "nord",
    ];
    let first = FIRST.iter().chain(&["süd", "sud"]).find_map(|f| {
        let rest = word.strip_prefix(f).filter(|r| r.chars().count() >= 3)?;
        // Western is no compound of west.
        let own = translated::meaning(word, script, false).is_some();
        (script == Script::Latin && !own).then_some((&word[..f.len()], rest))
    });
    first.map_or_else(|| vec![word], |(a, b)| vec![a, b])
}

#[cfg(test)]
mod tests {
    use super::super::fold::Script;
    use super::*;

    fn keys(text: &str) -> Vec<String> {
        let lower = text.to_lowercase();
        Ear::ALL.iter().flat_map(|ear| phrases(&lower, Script::of(&lower), *ear, true)).map(|p| p.key).collect()
    }

    #[test]
    fn phrases_meet_in_any_order_and_language() {
        for (a, b) in [
            ("Right bank of the Amur", "Amur right bank"),
            ("Right bank of the Amur", "rive droite de l’Amour"),
            ("правый берег Амура", "rechtes Ufer des Amur"),
            ("Eastern Mountains of Hami", "Hami East Mountains"),
            ("восточные Хамийские горы", "Хами восточные горы"),
            ("western end of the Tannu-Ola", "westliches Ende des Tannu-ola"),
            ("западная оконечность хребта Танну-Ола", "западный конец Танну-Ола"),
            ("Temple of the Golden Roof", "temple au toit d'or"),
            ("Western Sayan", "Westsajan"),
            ("дикокаменные киргизы", "дикокаменных киргизов"),
        ] {
            let (of_a, of_b) = (keys(a), keys(b));
            assert!(of_a.iter().any(|k| of_b.contains(k)), "{a} {of_a:?}, {b} {of_b:?}");
        }
    }

    #[test]
    fn every_word_counts() {
        for (a, b) in [
            ("Right bank of the Amur", "Left bank of the Amur"),
            ("Eastern Mountains of Hami", "Hami mountains"),
            ("Western Sayan", "Eastern Sayan"),
        ] {
            let (of_a, of_b) = (keys(a), keys(b));
            assert!(!of_a.iter().any(|k| of_b.contains(k)), "{a} {of_a:?}, {b} {of_b:?}");
        }
    }
}
