//! The first fold, which every script shares, and which script a text is in.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A name as it is compared: compatibility forms unified, case, accents, spaces, hyphens and apostrophes dropped.
///
/// ```
/// use karun::fold;
/// assert_eq!(fold("Shābīn-dábāhā"), "shabindabaha");
/// assert_eq!(fold("Чёрный Иртыш"), "черныииртыш");
/// assert_eq!(fold("斋桑淖尔"), "斋桑淖尔");
/// assert_eq!(fold(&fold("ＺＡＩＳＡＮ")), "zaisan");
/// ```
pub fn fold(name: &str) -> String {
    if name.is_ascii() {
        return name.bytes().filter(u8::is_ascii_alphanumeric).map(|b| b.to_ascii_lowercase() as char).collect();
    }
    // Lower case can bring marks of its own (İ), so marks are dropped after it, and what it made is decomposed again.
    name.nfkd()
        .flat_map(char::to_lowercase)
        .nfkd()
        .filter(|c| c.is_alphanumeric() && !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

/// A text with each of some clusters put in place of another, in the order of the table.
pub(super) fn replaced(mut text: String, table: &[(&str, &str)]) -> String {
    for (from, to) in table {
        if text.contains(from) {
            text = text.replace(from, to);
        }
    }
    text
}

/// How many bytes a French article or preposition takes at the head of a word: l’, d’.
pub(super) fn elision(word: &str) -> usize {
    ["l'", "l’", "d'", "d’"].iter().find(|e| word.starts_with(**e)).map_or(0, |e| e.len())
}

/// The words of a name: cut at everything but letters, digits, marks and apostrophes.
///
/// Apostrophes stand inside words: `K’o-li-cha-t’e` has four, `Ha’ergasu` is one.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let inside = |c: char| c.is_alphanumeric() || is_combining_mark(c) || "'’‘ʻʼ`ʹʺ".contains(c);
    text.split(move |c| !inside(c)).filter(|w| w.chars().any(char::is_alphanumeric))
}

/// A writing system that has rules here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Script {
    Han,
    Latin,
    Cyrillic,
    /// The Arabic letters of Uyghur, which writes its vowels.
    Arabic,
    /// Anything else is only folded.
    Other,
}

impl Script {
    /// That of the first letter which has one.
    pub fn of(text: &str) -> Self {
        let script = |c: char| match c as u32 {
            0x41..=0x5A | 0x61..=0x7A | 0xC0..=0x24F | 0x1E00..=0x1EFF | 0xFF21..=0xFF5A => Some(Self::Latin),
            0x400..=0x52F => Some(Self::Cyrillic),
            0x600..=0x6FF | 0xFB50..=0xFEFC => Some(Self::Arabic),
            0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF => Some(Self::Han),
            _ => None,
        };
        text.chars().find_map(script).unwrap_or(Self::Other)
    }
}
