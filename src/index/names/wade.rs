//! Wade-Giles as a function of the Pinyin syllable.

use super::fold::replaced;
use super::pinyin::split;

/// A Pinyin syllable in Wade-Giles, marks kept.
pub(super) fn wade(syllable: &str) -> String {
    let (initial, end) = split(syllable);
    let head = match initial {
        "b" => "p",
        "p" => "p’",
        "d" => "t",
        "t" => "t’",
        "g" => "k",
        "k" => "k’",
        "j" | "zh" => "ch",
        "q" | "ch" => "ch’",
        "x" => "hs",
        "r" => "j",
        "z" if end == "i" => return "tzŭ".to_owned(),
        "c" if end == "i" => return "tz’ŭ".to_owned(),
        "s" if end == "i" => return "ssŭ".to_owned(),
        "z" => "ts",
        "c" => "ts’",
        other => other,
    };
    let tail = match (initial, end) {
        ("zh" | "ch" | "sh" | "r", "i") => "ih",
        ("", "ia") => "ya",
        ("", "ie") => "yeh",
        ("", "iao") => "yao",
        ("", "iu") => "yu",
        ("", "ian") => "yen",
        ("", "in") => "yin",
        ("", "iang") => "yang",
        ("", "ing") => "ying",
        ("", "iong") => "yung",
        ("", "ü") => "yü",
        ("", "üe") => "yüeh",
        ("", "üan") => "yüan",
        ("", "ün") => "yün",
        ("", "u") => "wu",
        ("", "ua") => "wa",
        ("", "uo") => "wo",
        ("", "uai") => "wai",
        ("", "ui") => "wei",
        ("", "uan") => "wan",
        ("", "un") => "wên",
        ("", "uang") => "wang",
        ("", "ueng") => "wêng",
        ("", "e") => "o",
        ("g" | "k" | "h", "e") => "o",
        ("g" | "k" | "h" | "sh", "uo") => "uo",
        (_, "uo") => "o",
        ("g" | "k", "ui") => "uei",
        (_, "e") => "ê",
        (_, "en") => "ên",
        (_, "eng") => "êng",
        (_, "er") => "êrh",
        (_, "ie") => "ieh",
        (_, "ian") => "ien",
        (_, "üe") => "üeh",
        (_, "ong") => "ung",
        (_, "iong") => "iung",
        (_, other) => other,
    };
    format!("{head}{tail}")
}

/// A folded Latin text without the letters in which loose printing wavers: kwo, kuo and ko, sze and ssu, rh and r.
pub(super) fn loose(folded: &str) -> String {
    const WAVERING: [(&str, &str); 11] = [
        ("kw", "ku"),
        ("hw", "hu"),
        ("sz", "s"),
        ("tse", "tzu"),
        ("tze", "tzu"),
        ("ss", "s"),
        ("se", "su"),
        ("uo", "o"),
        ("rh", "r"),
        ("eh", "e"),
        ("ih", "i"),
    ];
    replaced(folded.to_owned(), &WAVERING)
}

/// A folded text in the spelling of the old post office, as Wade-Giles: Tsingho, Changkiakow, Sinkiang.
pub(super) fn postal(folded: &str) -> String {
    const POSTAL: [(&str, &str); 5] = [("tsi", "chi"), ("ki", "chi"), ("si", "hsi"), ("ow", "ou"), ("hhsi", "hsi")];
    replaced(folded.to_owned(), &POSTAL)
}

#[cfg(test)]
mod tests {
    use super::super::pinyin::{reading, syllables};
    use super::*;

    #[test]
    fn the_post_office_meets_wade() {
        let of = |text| {
            loose(
                &syllables(text, reading)
                    .unwrap_or_default()
                    .iter()
                    .map(|s| super::super::fold(&wade(s)))
                    .collect::<String>(),
            )
        };
        for (name, post) in [
            ("天津", "tientsin"),
            ("张家口", "changkiakow"),
            ("新疆", "sinkiang"),
            ("琼州", "kiungchow"),
            ("兰州", "lanchow"),
        ] {
            assert_eq!(loose(&postal(post)), of(name), "{name}");
        }
        assert_eq!(loose("hoerkwosze"), of("霍尔果斯"));
    }

    #[test]
    fn wade_of_the_page() {
        let spell =
            |text| syllables(text, reading).unwrap_or_default().iter().map(|s| wade(s)).collect::<Vec<_>>().join("-");
        assert_eq!(spell("别珍"), "pieh-chên");
        assert_eq!(spell("绥定"), "sui-ting");
        assert_eq!(spell("苇塘子"), "wei-t’ang-tzŭ");
        assert_eq!(spell("霍尔果斯"), "huo-êrh-kuo-ssŭ");
        assert_eq!(spell("葱岭"), "ts’ung-ling");
        assert_eq!(spell("新疆"), "hsin-chiang");
        assert_eq!(spell("吉林"), "chi-lin");
        assert_eq!(spell("克什"), "k’o-shih");
    }
}
