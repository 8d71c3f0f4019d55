//! The Palladius system, Chinese in Cyrillic, as a function of the Pinyin syllable.

use super::pinyin::split;

/// A Pinyin syllable in the Palladius system.
pub(super) fn palladius(syllable: &str) -> String {
    let (initial, end) = split(syllable);
    let head = match initial {
        "b" => "б",
        "p" => "п",
        "m" => "м",
        "f" => "ф",
        "d" => "д",
        "t" => "т",
        "n" => "н",
        "l" => "л",
        "g" => "г",
        "k" => "к",
        "h" => "х",
        "j" => "цз",
        "q" => "ц",
        "x" => "с",
        "zh" => "чж",
        "ch" => "ч",
        "sh" => "ш",
        "r" => "ж",
        "z" => "цз",
        "c" => "ц",
        "s" => "с",
        _ => "",
    };
    let tail = match (initial, end) {
        ("z" | "c" | "s", "i") => "ы",
        ("", "u") => "у",
        ("", "ua") => "ва",
        ("", "uo") => "во",
        ("", "uai") => "вай",
        ("", "ui") => "вэй",
        ("", "uan") => "вань",
        ("", "un") => "вэнь",
        ("", "uang") => "ван",
        ("", "ueng") => "вэн",
        ("h", "ui") => "уэй",
        (_, "a") => "а",
        (_, "o" | "uo") => "о",
        (_, "e") => "э",
        (_, "ai") => "ай",
        (_, "ei") => "эй",
        (_, "ao") => "ао",
        (_, "ou") => "оу",
        (_, "an") => "ань",
        (_, "en") => "энь",
        (_, "ang") => "ан",
        (_, "eng") => "эн",
        (_, "ong") => "ун",
        (_, "er") => "эр",
        (_, "i") => "и",
        (_, "ia") => "я",
        (_, "ie") => "е",
        (_, "iao") => "яо",
        (_, "iu") => "ю",
        (_, "ian") => "янь",
        (_, "in") => "инь",
        (_, "iang") => "ян",
        (_, "ing") => "ин",
        (_, "iong") => "юн",
        (_, "u") => "у",
        (_, "ua") => "уа",
        (_, "uai") => "уай",
        (_, "ui") => "уй",
        (_, "uan") => "уань",
        (_, "un") => "унь",
        (_, "uang") => "уан",
        (_, "ü") => "юй",
        (_, "üe") => "юэ",
        (_, "üan") => "юань",
        (_, "ün") => "юнь",
        _ => "",
    };
    format!("{head}{tail}")
}

#[cfg(test)]
mod tests {
    use super::super::pinyin::{reading, syllables};
    use super::*;

    #[test]
    fn palladius_of_the_page() {
        let spell = |text| {
            syllables(text, reading).unwrap_or_default().iter().map(|s| palladius(s)).collect::<Vec<_>>().join("-")
        };
        assert_eq!(spell("别珍"), "бе-чжэнь");
        assert_eq!(spell("绥定"), "суй-дин");
        assert_eq!(spell("苇塘子"), "вэй-тан-цзы");
        assert_eq!(spell("葱岭"), "цун-лин");
        assert_eq!(spell("天山"), "тянь-шань");
        assert_eq!(spell("霍尔果斯"), "хо-эр-го-сы");
    }
}
