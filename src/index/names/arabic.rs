//! The Arabic letters of Uyghur, which write every vowel, in Cyrillic.

use unicode_normalization::UnicodeNormalization;

/// Letter, the Cyrillic one for it.
const LETTERS: &[(char, &str)] = &[
    ('ا', "а"),
    ('ە', "а"),
    ('ب', "б"),
    ('پ', "п"),
    ('ت', "т"),
    ('ج', "ж"),
    ('چ', "ч"),
    ('خ', "х"),
    ('د', "д"),
    ('ر', "р"),
    ('ز', "з"),
    ('ژ', "ж"),
    ('س', "с"),
    ('ش', "ш"),
    ('غ', "г"),
    ('ف', "ф"),
    ('ق', "к"),
    ('ك', "к"),
    ('ک', "к"),
    ('گ', "г"),
    ('ڭ', "нг"),
    ('ل', "л"),
    ('م', "м"),
    ('ن', "н"),
    ('ھ', "х"),
    ('ه', "х"),
    ('و', "о"),
    ('ۇ', "у"),
    ('ۆ', "о"),
    ('ۈ', "у"),
    ('ۋ', "в"),
    ('ې', "е"),
    ('ى', "и"),
    ('ي', "и"),
    ('ی', "и"),
];

/// A word in modern Cyrillic letters; other signs, among them the carrier ئ, say nothing.
pub(super) fn cyrillic(word: &str) -> String {
    word.nfkc().filter_map(|c| LETTERS.iter().find(|(l, _)| *l == c)).map(|(_, c)| *c).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn uyghur_beside_russian() {
        assert_eq!(super::cyrillic("قورغاس"), "коргас");
        assert_eq!(super::cyrillic("ئىلى"), "или");
    }
}
