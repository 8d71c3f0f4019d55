//! Case endings: what a bent word is one of. Russian first, then Kazakh, Kyrgyz and Mongolian, then peoples in the plural.

use super::latin::Ear;

/// Endings of Russian adjectives in the orthography of today, the longest first.
const ADJECTIVES: &[&str] = &[
    "ыми", "ими", "ого", "его", "ому", "ему", "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ых", "их", "ым",
    "им", "ом", "ем", "ую", "юю", "ою", "ею", "ей", "ии",
];

/// Endings of Russian nouns, the longest first, and what may stand in their place: казахов is казах or казахи.
const NOUNS: &[(&str, &[&str])] = &[
    ("ами", &["", "а", "и"]),
    ("ями", &["", "я", "и"]),
    ("ов", &["", "и"]),
    ("ев", &["", "й", "и"]),
    ("ам", &["", "а", "и"]),
    ("ям", &["", "я", "и"]),
    ("ах", &["", "а", "и"]),
    ("ях", &["", "я", "и"]),
    ("ом", &["", "о"]),
    ("ем", &["", "й"]),
    ("ой", &["а"]),
    ("ей", &["а", "я", ""]),
    ("ою", &["а"]),
    ("ею", &["а", "я"]),
    ("а", &["", "о"]),
    ("я", &["", "й"]),
    ("ы", &["", "а"]),
    ("и", &["", "а", "я"]),
    ("у", &["", "а", "о"]),
    ("ю", &["", "а", "й"]),
    ("е", &["", "а", "о", "й"]),
];

/// Endings of Kazakh, Kyrgyz and Mongolian nouns in loose letters, the longest first: -ның, -дің, -нда, -ийн.
const STEPPE: &[&str] = &[
    "нин", "дин", "тин", "нун", "дун", "тун", "нда", "нде", "нан", "нен", "дан", "ден", "тан", "тен", "гин", "да",
    "де", "та", "те", "га", "ге", "ка", "ке", "ни", "ди", "ти", "ии", "ин", "н",
];

/// Genitives before or after a term, in the letters of today's Russian: дөрвөдийн, күршімнің, алтайдың.
const GENITIVES: &[&str] = &[
    "нынг", "нинг", "дынг", "динг", "тынг", "тинг", "нунг", "дунг", "тунг", "гийн", "ийн", "ний", "нын", "нин", "ын",
    "йн",
];

/// Russian endings in loose letters, for words that are all of one declension: озера, озером, озёр.
const LOOSE: &[&str] =
    &["ами", "ом", "ем", "ов", "ев", "ам", "ах", "ои", "еи", "иа", "иу", "а", "е", "и", "о", "у", ""];

fn letters(text: &str) -> usize {
    text.chars().count()
}

/// The stem of a Russian adjective in any case: черного → черн.
pub(super) fn adjective(modern: &str) -> Option<&str> {
    let stem = ADJECTIVES.iter().find_map(|e| modern.strip_suffix(e))?;
    (letters(stem) >= 3).then_some(stem)
}

/// The stem of a Russian adjective made from a name: тарбагатайский → тарбагатай, талкинское → талкин.
pub(super) fn stem(modern: &str) -> Option<&str> {
    let rest = adjective(modern)?.strip_suffix("ск")?;
    (letters(rest) >= 3).then_some(rest)
}

/// The names that such a stem may come from, but for itself: кульджин → кульджа, аксуй → аксу.
pub(super) fn made_from(stem: &str) -> Vec<String> {
    let long = |r: &&str| letters(r) >= 3;
    let grown = ["ин", "ен", "ан"].iter().find_map(|e| stem.strip_suffix(e)).filter(long);
    let mut out: Vec<String> =
        grown.into_iter().flat_map(|r| ["а", "и", "о", ""].map(|end| format!("{r}{end}"))).collect();
    out.extend(stem.strip_suffix('й').filter(long).map(str::to_owned));
    out
}

/// The words that one in the letters of today's Russian may be a case of: алкабека → алкабек, чингистая → чингистай.
pub(super) fn nominatives(modern: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let ending = NOUNS.iter().filter_map(|(e, r)| Some((modern.strip_suffix(e)?, r)));
    for (rest, ends) in ending.filter(|(rest, _)| letters(rest) >= 3) {
        out.extend(ends.iter().map(|end| format!("{rest}{end}")));
    }
    out.extend(genitive(modern).map(str::to_owned));
    if let Some(stem) = adjective(modern) {
        // Верного → верный; Телецкого → телецк, as the name has it beside its term.
        out.extend([format!("{stem}ый"), stem.to_owned()]);
        if let Some(base) = stem.strip_suffix("ск").filter(|s| letters(s) >= 3) {
            out.extend(made_from(base));
        }
    }
    out
}

/// A Kazakh, Kyrgyz or Mongolian genitive without its ending: дорводийн → дорвод.
pub(super) fn genitive(modern: &str) -> Option<&str> {
    let rest = GENITIVES.iter().find_map(|e| modern.strip_suffix(e))?;
    (letters(rest) >= 3).then_some(rest)
}

/// What a word in loose letters may be of which only the stem is kept: озером → озер.
pub(super) fn loose_stem(key: &str) -> Option<&str> {
    LOOSE.iter().filter_map(|e| key.strip_suffix(e)).find(|r| letters(r) >= 3)
}

/// The words in loose letters that one with an ending of the steppe may be: жотасинин → жотаси.
pub(super) fn of_the_steppe(key: &str) -> impl Iterator<Item = &str> {
    STEPPE.iter().filter_map(|e| key.strip_suffix(e)).filter(|r| letters(r) >= 2)
}

/// A word in Cyrillic as an ear meant it, without the ending of a plural or an adjective: киргизен → киргиз.
pub(super) fn without_ending(heard: &str, ear: Ear) -> Vec<&str> {
    let endings: &[&str] = match ear {
        Ear::German => &["ишес", "ишер", "ишен", "ише", "иш", "ен", "ер", "н", "е", "с"],
        Ear::English => &["иан", "ан", "ес", "с", "нин", "иин", "ин"],
        Ear::French => &["иенне", "иен", "ес", "с", "е"],
    };
    endings.iter().filter_map(|e| heard.strip_suffix(e)).filter(|r| letters(r) >= 4).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn russian_cases() {
        assert_eq!(stem("тарбагатайский"), Some("тарбагатай"));
        assert_eq!(stem("тарбагатайского"), Some("тарбагатай"));
        assert_eq!(stem("ский"), None);
        assert_eq!(adjective("черного"), Some("черн"));
        for (bent, name) in [
            ("алкабека", "алкабек"),
            ("чингистая", "чингистай"),
            ("казахов", "казахи"),
            ("киргизам", "киргизи"),
            ("кобде", "кобдо"),
            ("кульджей", "кульджа"),
            ("верного", "верный"),
            ("телецкого", "телецк"),
            ("бахтинского", "бахти"),
            ("кульджинский", "кульджа"),
        ] {
            assert!(nominatives(bent).iter().any(|n| n == name), "{bent}: {:?}", nominatives(bent));
        }
    }

    #[test]
    fn endings_of_the_steppe() {
        assert_eq!(genitive("дорводийн"), Some("дорвод"));
        assert_eq!(genitive("куршимнинг"), Some("куршим"));
        assert!(of_the_steppe("жотасинин").any(|r| r == "жотаси"));
        assert!(of_the_steppe("голин").any(|r| r == "гол"));
    }

    #[test]
    fn plurals_of_peoples() {
        assert!(without_ending("бурутен", Ear::German).contains(&"бурут"));
        assert!(without_ending("киргизен", Ear::German).contains(&"киргиз"));
        assert!(without_ending("бурутес", Ear::French).contains(&"бурут"));
        assert!(without_ending("зунгариан", Ear::English).contains(&"зунгар"));
    }
}
