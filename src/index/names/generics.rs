//! Generic terms: lake, nor, 淖尔. They may be present, absent, translated, at either end, or part of the name.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::cases;
use super::cyrillic::{loose, modern};
use super::fold::{Script, fold};
use super::latin::{Ear, readings};
pub(super) use super::terms::Class;
use super::terms::{CYRILLIC, CYRILLIC_BETWEEN, HAN, LATIN, LATIN_BETWEEN, Row};

/// The terms of one script by their keys, ready to compare.
struct Terms {
    first: HashMap<String, Class>,
    last: HashMap<String, Class>,
    /// The longest first, so that gebirgszug is not taken for a word in zug.
    grown: Vec<(String, Class)>,
    between: Vec<String>,
    /// The stems of Russian words, for their cases.
    stems: HashMap<String, Class>,
}

impl Terms {
    fn new(rows: &[Row], between: &str, key: fn(&str) -> String) -> Self {
        // A word that means two things means the first of them: г. is a mountain before it is a town.
        let table = |words: fn(&Row) -> &'static str| {
            let mut out = HashMap::new();
            for row in rows {
                for word in words(row).split_whitespace() {
                    out.entry(key(word)).or_insert(row.class);
                }
            }
            out
        };
        let mut grown: Vec<(String, Class)> = table(|r| r.grown).into_iter().collect();
        grown.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        let between = between.split(' ').map(key).collect();
        let (first, last) = (table(|r| r.first), table(|r| r.last));
        // Words that may stand before a name are Russian; the others are bent otherwise.
        let stems = first.iter().filter(|(w, _)| w.chars().count() >= 4 && !w.is_ascii());
        let mut stems: Vec<(String, Class)> =
            stems.filter_map(|(w, class)| Some((cases::loose_stem(w)?.to_owned(), *class))).collect();
        stems.sort();
        stems.reverse();
        let stems = stems.into_iter().collect();
        Self { first, last, grown, between, stems }
    }

    /// What a word says before a name, or after it, in any case.
    fn class(&self, key: &str, after: bool) -> Option<Class> {
        let table = if after { &self.last } else { &self.first };
        if let Some(class) = table.get(key) {
            return Some(*class);
        }
        let steppe = || cases::of_the_steppe(key).filter(|w| w.len() >= 4).find_map(|w| self.last.get(w));
        if self.stems.is_empty() || key.len() < 8 {
            return None;
        }
        self.stems.get(cases::loose_stem(key)?).or_else(|| if after { steppe() } else { None }).copied()
    }
}

static LATIN_TERMS: LazyLock<Terms> = LazyLock::new(|| Terms::new(LATIN, LATIN_BETWEEN, fold));
static CYRILLIC_TERMS: LazyLock<Terms> = LazyLock::new(|| Terms::new(CYRILLIC, CYRILLIC_BETWEEN, cyrillic_key));
/// By the last character, the longest first, so that 山口 is not taken for 口.
static HAN_TERMS: LazyLock<HashMap<char, Vec<(String, Class)>>> = LazyLock::new(|| {
    let mut out: HashMap<char, Vec<(String, Class)>> = HashMap::new();
    for (class, terms) in HAN {
        for term in terms.split(' ').map(|t| super::han::one_shape(&super::han::simplified(t))) {
            if let Some(last) = term.chars().next_back() {
                out.entry(last).or_default().push((term, *class));
            }
        }
    }
    for terms in out.values_mut() {
        terms.sort_by_key(|(t, _)| std::cmp::Reverse(t.len()));
    }
    out
});

/// What a Latin word says that is a Cyrillic one by sound: ozero, chrebet, nuur, jotasy.
fn heard(word: &str, after: bool) -> Option<Class> {
    let ears = [Ear::English, Ear::German];
    (word.chars().count() >= 4).then(|| {
        ears.iter().flat_map(|ear| readings(word, *ear)).find_map(|r| CYRILLIC_TERMS.class(&loose(&r), after))
    })?
}

fn cyrillic_key(word: &str) -> String {
    loose(&modern(word))
}

/// A name without a generic term.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Bare<'a> {
    /// Its words.
    pub words: Vec<&'a str>,
    /// What the term said.
    pub class: Class,
    /// The term as it stood.
    pub term: String,
    /// It stood before the name.
    pub before: bool,
}

/// The name of a Chinese text in one shape, without its terms: once, and again where two stand together.
pub(super) fn bare_han(name: &str) -> Vec<(&str, Class, &str)> {
    let mut out: Vec<(&str, Class, &str)> = Vec::new();
    let mut rest = name;
    for _ in 0..2 {
        let terms = rest.chars().next_back().and_then(|last| HAN_TERMS.get(&last));
        let two_stay = |t: &str| rest.strip_suffix(t).is_some_and(|r| r.chars().nth(1).is_some());
        let Some((term, class)) = terms.and_then(|t| t.iter().find(|(t, _)| two_stay(t))) else { break };
        let cut = rest.len() - term.len();
        // The outermost term says what the thing is.
        let class = out.first().map_or(*class, |(_, outer, _)| *outer);
        out.push((&rest[..cut], class, &name[cut..]));
        rest = &rest[..cut];
    }
    out
}

/// One character and the term after it: 索达巴哈 is 索 and a pass.
pub(super) fn one_and_term(name: &str) -> Option<(char, Class)> {
    let first = name.chars().next()?;
    Some((first, term_han(&name[first.len_utf8()..])?))
}

/// What a Chinese term says, where a text is nothing else.
pub(super) fn term_han(text: &str) -> Option<Class> {
    let terms = HAN_TERMS.get(&text.chars().next_back()?)?;
    terms.iter().find(|(t, _)| t == text).map(|(_, class)| *class)
}

/// What a term of letters says, where words are nothing else.
pub(super) fn term(words: &[&str], script: Script) -> Option<Class> {
    let [word] = words else { return None };
    match script {
        Script::Latin => LATIN_TERMS.class(&fold(word), true),
        Script::Cyrillic => CYRILLIC_TERMS.class(&cyrillic_key(word), true),
        _ => None,
    }
}

/// What a word says wherever it stands; of a query Latin words are also heard.
pub(super) fn kind(word: &str, script: Script, query: bool) -> Option<Class> {
    let (terms, key) = match script {
        Script::Latin => (&LATIN_TERMS, fold(word)),
        Script::Cyrillic => (&CYRILLIC_TERMS, cyrillic_key(word)),
        _ => return None,
    };
    let by_sound = || if query && script == Script::Latin { heard(word, true) } else { None };
    terms.class(&key, false).or_else(|| terms.class(&key, true)).or_else(by_sound)
}

/// The words of a name in letters without its terms: those before it, those after it, one that is grown on.
///
/// At least one word stays, and three letters of one that is cut. Of a query Latin words are also heard.
pub(super) fn bare<'a>(words: &[&'a str], script: Script, query: bool) -> Vec<Bare<'a>> {
    let (terms, key): (&Terms, fn(&str) -> String) = match script {
        Script::Latin => (&LATIN_TERMS, fold),
        Script::Cyrillic => (&CYRILLIC_TERMS, cyrillic_key),
        _ => return Vec::new(),
    };
    let keys: Vec<String> = words.iter().map(|w| key(w)).collect();
    let class_of = |i: usize, after: bool| {
        let by_sound = || if query && script == Script::Latin { heard(words[i], after) } else { None };
        terms.class(&keys[i], after).or_else(by_sound)
    };
    let mut out: Vec<Bare<'a>> = Vec::new();
    // Before: «mouth of the river Sumbe» has two terms, and the first says what it is.
    let mut start = 0;
    let mut said = None;
    while start + 1 < words.len() {
        if let Some(class) = class_of(start, false) {
            said.get_or_insert((class, start));
        } else if said.is_none() || !terms.between.contains(&keys[start]) {
            break;
        }
        start += 1;
    }
    if let Some((class, at)) = said {
        out.push(Bare { words: words[start..].to_vec(), class, term: words[at..start].join(" "), before: true });
    }
    // After: one term and one more before it, each of up to three words, as Chinese in syllables has them: ta-pa-ha.
    let mut end = words.len();
    let mut outer = said.map(|(class, _)| class);
    for _ in 0..2 {
        if end < start + 2 {
            break;
        }
        let taken = (1..=3.min(end - start - 1)).rev().find_map(|n| {
            let class =
                if n == 1 { class_of(end - 1, true) } else { terms.last.get(&keys[end - n..end].concat()).copied() };
            class.map(|class| (n, class))
        });
        let Some((n, class)) = taken else { break };
        end -= n;
        let class = *outer.get_or_insert(class);
        out.push(Bare { words: words[start..end].to_vec(), class, term: words[end..end + n].join(" "), before: false });
    }
    // Grown on: Saissansee.
    if let Some(last) = words[start..end].last() {
        let grown =
            terms.grown.iter().filter(|(t, _)| keys[end - 1].len() > t.len() && keys[end - 1].ends_with(t)).find_map(
                |(t, class)| {
                    let cut = last.char_indices().rev().map(|(i, _)| i).find(|i| key(&last[*i..]) == *t)?;
                    let stays = last[..cut].chars().filter(|c| c.is_alphabetic()).count();
                    (stays >= 3).then_some((cut, *class))
                },
            );
        if let Some((cut, class)) = grown {
            let mut kept = words[start..end].to_vec();
            if let Some(word) = kept.last_mut() {
                *word = &last[..cut];
            }
            out.push(Bare { words: kept, class: outer.unwrap_or(class), term: last[cut..].to_owned(), before: false });
        }
    }
    out
}

/// What a class is called in keys; a mountain and a range are one.
pub(super) fn group(class: Class) -> &'static str {
    match class {
        Class::Pass => "pass",
        Class::Mountain | Class::Range => "mountain",
        Class::Lake => "lake",
        Class::River | Class::Source | Class::Mouth => "river",
        Class::Spring => "spring",
        Class::Cairn => "cairn",
        Class::Post => "post",
        Class::Town => "town",
        Class::Temple => "temple",
        Class::Land => "land",
        Class::End => "end",
        Class::Shore => "shore",
    }
}

/// How far two classes are apart: 0 the same, 1 what sources mix, 2 different things.
pub(super) fn apart(a: Class, b: Class) -> u8 {
    use Class::{
        Cairn, End, Lake, Land, Mountain, Mouth, Pass, Post, Range, River, Shore, Source, Spring, Temple, Town,
    };
    if a == b {
        return 0;
    }
    let mixed = [
        &[Pass, Mountain, Range, Cairn, End][..],
        &[River, Source, Mouth, Spring],
        &[Post, Town, Land, Temple],
        &[Lake, Spring],
        &[Lake, Source],
        &[Shore, River, Lake],
        &[Shore, Mountain, Land, End],
    ];
    if mixed.iter().any(|g| g.contains(&a) && g.contains(&b)) { 1 } else { 2 }
}

/// The class of a place type of the bundled data, or of one called alike.
pub(super) fn of_type(kind: &str) -> Option<Class> {
    Some(match kind {
        "pass" | "gorge" => Class::Pass,
        "mountain" | "hill" | "peak" => Class::Mountain,
        "range" => Class::Range,
        "lake" => Class::Lake,
        "river" => Class::River,
        "spring" => Class::Spring,
        "river-source" => Class::Source,
        "river-mouth" => Class::Mouth,
        "guard-post" => Class::Post,
        "town" | "village" | "oasis" => Class::Town,
        "temple" => Class::Temple,
        "region" | "plain" | "badlands" => Class::Land,
        "monument" => Class::Cairn,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::fold::words;
    use super::*;

    fn cores(text: &str) -> Vec<String> {
        let parts: Vec<&str> = words(text).collect();
        bare(&parts, Script::of(text), true).iter().map(|b| b.words.join(" ")).collect()
    }

    #[test]
    fn terms_go_at_either_end() {
        for (text, core) in [
            ("Lake Zaisan", "Zaisan"),
            ("Nor-Saissan", "Saissan"),
            ("Saissansee", "Saissan"),
            ("озеро Зайсан", "Зайсан"),
            ("Зайсан нуур", "Зайсан"),
            ("Khabar-asu pass", "Khabar"),
            ("Хабарасу", "Хабар"),
            ("перевал Богосук", "Богосук"),
            ("mouth of the Black Irtysh", "Black Irtysh"),
            ("Nao-erh", ""),
            ("Chai-sang-nao-erh", "Chai sang"),
            ("Бөке асуы", "Бөке"),
            ("Lepsafluss", "Lepsa"),
        ] {
            let found = cores(text);
            assert!(
                if core.is_empty() { found.is_empty() } else { found.iter().any(|c| c == core) },
                "{text}: {found:?}"
            );
        }
    }

    #[test]
    fn two_characters_stay() {
        let all = |t| bare_han(t).iter().map(|(n, ..)| *n).collect::<Vec<_>>();
        assert_eq!(all("斋桑淖尔"), ["斋桑"]);
        assert_eq!(all("匡果罗额博山"), ["匡果罗额博", "匡果罗"]);
        assert_eq!(all("苏尔坝"), ["苏尔"]);
        assert!(all("伊河").is_empty());
    }

    #[test]
    fn the_longest_term_wins() {
        assert_eq!(bare_han("苏木拜河口")[0], ("苏木拜", Class::Mouth, "河口"));
        assert_eq!(bare_han("阿拉山口")[0], ("阿拉", Class::Pass, "山口"));
    }
}
