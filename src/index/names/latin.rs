//! Latin letters as a German, an English and a French reader of the nineteenth century meant them, in Cyrillic.
//!
//! A key in one letter a sound is what the three have in common, and Cyrillic has the letters: German *Tschugutschak*,
//! English *Chuguchak* and French *Tchougoutchak* are all `чугучак`.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Rows of a table by their first letter.
type Rows = HashMap<char, Vec<(&'static str, &'static str)>>;

/// Whose spelling it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Ear {
    English,
    German,
    French,
}

impl Ear {
    pub const ALL: [Self; 3] = [Self::English, Self::German, Self::French];

    /// For `how`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "German",
            Self::French => "French",
        }
    }

    /// The ear behind a language tag.
    pub fn of(lang: &str) -> Self {
        match lang.split('-').next() {
            Some("de") => Self::German,
            Some("fr") => Self::French,
            _ => Self::English,
        }
    }

    /// The ear that the marks of a text point to, where they do.
    pub fn guess(lower: &str) -> Option<Self> {
        let has = |marks: &[&str]| marks.iter().any(|m| lower.contains(m));
        if has(&["sch", "dsh", "ä", "ß"]) || lower.starts_with("ss") {
            Some(Self::German)
        } else if has(&["ou", "tch", "dj", "ï", "é", "è"]) {
            Some(Self::French)
        } else if has(&["kh", "oo", "sh", "zh", "j", "y"]) {
            Some(Self::English)
        } else {
            None
        }
    }

    /// Clusters and letters that begin so: written, meant. Those of the ear before those of all, the longest first.
    fn rows(self, first: char) -> &'static [(&'static str, &'static str)] {
        static TABLES: LazyLock<[Rows; 3]> = LazyLock::new(|| {
            [ENGLISH, GERMAN, FRENCH].map(|own| {
                let mut out = Rows::new();
                for row in own.iter().chain(COMMON) {
                    out.entry(row.0.chars().next().unwrap_or(' ')).or_default().push(*row);
                }
                out
            })
        });
        TABLES[self as usize].get(&first).map_or(&[], Vec::as_slice)
    }
}

const GERMAN: &[(&str, &str)] = &[
    ("schtsch", "шч"),
    ("tsch", "ч"),
    ("dsch", "ж"),
    ("dsh", "ж"),
    ("sch", "ш"),
    ("sh", "ш"),
    ("ch", "х"),
    ("ck", "к"),
    ("tz", "ц"),
    ("ts", "ц"),
    ("ds", "з"),
    ("dz", "з"),
    ("dj", "ж"),
    ("ss", "сс"),
    ("ß", "с"),
    ("kh", "х"),
    ("th", "т"),
    ("gh", "г"),
    ("ph", "ф"),
    ("qu", "кв"),
    ("ou", "у"),
    ("ei", "аи"),
    ("j", "и"),
    ("z", "ц"),
    ("v", "в"),
    ("ä", "е"),
];

const ENGLISH: &[(&str, &str)] = &[
    ("shch", "шч"),
    ("tch", "ч"),
    ("dzh", "ж"),
    ("kh", "х"),
    ("ch", "ч"),
    ("sh", "ш"),
    ("zh", "ж"),
    ("dj", "ж"),
    ("dg", "ж"),
    ("ts", "ц"),
    ("tz", "ц"),
    ("dz", "з"),
    ("oo", "у"),
    ("ee", "и"),
    ("ou", "у"),
    ("ck", "к"),
    ("gh", "г"),
    ("th", "т"),
    ("ph", "ф"),
    ("ce", "се"),
    ("ci", "си"),
    ("j", "ж"),
];

const FRENCH: &[(&str, &str)] = &[
    ("chtch", "шч"),
    ("tch", "ч"),
    ("dj", "ж"),
    ("kh", "х"),
    ("ch", "ш"),
    ("gué", "ге"),
    ("gue", "ге"),
    ("gui", "ги"),
    ("gh", "г"),
    ("qu", "к"),
    ("ts", "ц"),
    ("tz", "ц"),
    ("dz", "з"),
    ("ds", "з"),
    ("oû", "у"),
    ("ou", "у"),
    ("eu", "о"),
    ("th", "т"),
    ("ph", "ф"),
    ("ss", "сс"),
    ("ce", "се"),
    ("ci", "си"),
    ("ç", "с"),
    ("j", "ж"),
];

/// What all three agree on, and the letters of today's romanisations.
const COMMON: &[(&str, &str)] = &[
    ("a", "а"),
    ("b", "б"),
    ("c", "к"),
    ("d", "д"),
    ("e", "е"),
    ("f", "ф"),
    ("g", "г"),
    ("h", "х"),
    ("i", "и"),
    ("j", "и"),
    ("k", "к"),
    ("l", "л"),
    ("m", "м"),
    ("n", "н"),
    ("o", "о"),
    ("p", "п"),
    ("q", "к"),
    ("r", "р"),
    ("s", "с"),
    ("t", "т"),
    ("u", "у"),
    ("v", "в"),
    ("w", "в"),
    ("x", "кс"),
    ("y", "и"),
    ("z", "з"),
    ("š", "ш"),
    ("ş", "ш"),
    ("č", "ч"),
    ("ç", "ч"),
    ("ž", "ж"),
    ("ğ", "г"),
    ("ǧ", "г"),
    ("γ", "г"),
    ("ɣ", "г"),
    ("ŋ", "нг"),
    ("ñ", "нг"),
    ("ı", "и"),
    ("ə", "а"),
    ("æ", "е"),
    ("ø", "о"),
    ("œ", "о"),
    ("ł", "л"),
];

/// One word in lower case, composed (NFC), in modern Cyrillic letters as the ear meant them: one or two readings.
///
/// Two where a letter has two sounds: German and French s between vowels, German s before one, ä as а or as е.
///
/// ```text
/// German: tschugutschak → чугучак, saissan → саиссан, заиссан
/// ```
pub(super) fn readings(word: &str, ear: Ear) -> Vec<String> {
    let first = read(word, ear, false);
    if ear == Ear::English {
        return vec![first];
    }
    let second = read(word, ear, true);
    if second == first { vec![first] } else { vec![first, second] }
}

/// The word in Cyrillic; `soft` takes the second sound of letters that have two.
fn read(word: &str, ear: Ear, soft: bool) -> String {
    let mut out = String::with_capacity(word.len() * 2);
    let mut rest = word;
    let vowel = |c: char| "aeiouyäöüïéèêëáàâ".contains(c);
    let mut before: Option<char> = None;
    while let Some(c) = rest.chars().next() {
        let row = ear.rows(c).iter().find(|(w, _)| rest.starts_with(w));
        let (taken, mut meant) = match row {
            Some((written, meant)) => (written.len(), *meant),
            None => (c.len_utf8(), ""),
        };
        let after = rest[taken..].chars().next();
        match (ear, &rest[..taken]) {
            // saissan: s before a vowel is voiced, unless it is doubled.
            (Ear::German, "s") if soft && after.is_some_and(vowel) && before.is_none_or(vowel) => meant = "з",
            (Ear::French, "s") if soft && after.is_some_and(vowel) && before.is_some_and(vowel) => meant = "з",
            (Ear::German, "ä") if soft => meant = "а",
            // A German h after a vowel only makes it long, except before another vowel.
            (Ear::German, "h") if before.is_some_and(vowel) && !after.is_some_and(vowel) => meant = "",
            _ => {}
        }
        if row.is_none() {
            // A letter with marks and no row is the letter without them.
            let bare = super::fold::fold(&rest[..taken]);
            for b in bare.chars() {
                match ear.rows(b).iter().find(|(w, _)| w.chars().eq([b])) {
                    Some((_, meant)) => out.push_str(meant),
                    None => out.push(b),
                }
            }
        } else {
            out.push_str(meant);
        }
        before = rest[..taken].chars().next_back();
        rest = &rest[taken..];
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::cyrillic::{loose, modern};
    use super::*;

    #[test]
    fn three_spellings_of_one_sound() {
        for (ear, latin, russian) in [
            (Ear::German, "tschugutschak", "чугучак"),
            (Ear::English, "chuguchak", "чугучак"),
            (Ear::French, "tchougoutchak", "чугучак"),
            (Ear::French, "chabindabaga", "шабиндабага"),
            (Ear::German, "kuldscha", "кульджа"),
            (Ear::German, "kuldsha", "кульджа"),
            (Ear::English, "kuldja", "кульджа"),
            (Ear::French, "kouldja", "кульджа"),
            (Ear::German, "saissan", "зайсан"),
            (Ear::German, "dsaisan", "зайсан"),
            (Ear::French, "zaïssan", "зайсан"),
            (Ear::English, "khorgos", "хоргос"),
            (Ear::German, "chorgos", "хоргос"),
            (Ear::English, "issyk", "иссык"),
            (Ear::German, "chabär", "хабар"),
            (Ear::French, "barkoul", "баркуль"),
            (Ear::French, "tarbagataï", "тарбагатай"),
            (Ear::English, "saylyugem", "сайлюгем"),
            (Ear::German, "ssailjugem", "сайлюгем"),
        ] {
            let wanted = loose(&modern(russian));
            let read: Vec<String> = readings(latin, ear).iter().map(|r| loose(r)).collect();
            assert!(read.contains(&wanted), "{latin}: {read:?}, wanted {wanted}");
        }
    }
}
