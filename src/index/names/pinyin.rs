//! Readings of characters, and a Pinyin syllable as initial and final.

use pinyin::ToPinyin;

/// Characters that these names read otherwise than dictionaries of today's words do.
const READINGS: &[(char, &str)] = &[
    ('勒', "le"),
    ('什', "shi"),
    ('呢', "ni"),
    ('噶', "ga"),
    ('卡', "ka"),
    ('哩', "li"),
    ('柏', "bo"),
    ('都', "du"),
    ('干', "gan"),
    ('乾', "gan"),
    ('幹', "gan"),
    ('占', "zhan"),
    ('淖', "nao"),
    ('泊', "po"),
    ('色', "se"),
    ('台', "tai"),
    ('车', "che"),
    ('大', "da"),
    ('扎', "zha"),
    ('尔', "er"),
    ('纶', "lun"),
    ('屯', "tun"),
    ('石', "shi"),
    ('尼', "ni"),
];

/// The syllable of a character as these names read it, toneless, with ü.
pub(super) fn reading(c: char) -> Option<&'static str> {
    READINGS.iter().find(|(known, _)| *known == c).map(|(_, r)| *r).or_else(|| dictionary(c))
}

/// The syllable that a dictionary gives first.
pub(super) fn dictionary(c: char) -> Option<&'static str> {
    c.to_pinyin().map(pinyin::Pinyin::plain)
}

/// The syllables of a text; none where a character has no reading.
pub(super) fn syllables(text: &str, of: fn(char) -> Option<&'static str>) -> Option<Vec<&'static str>> {
    text.chars().map(of).collect()
}

/// A syllable without its spelling rules: `yuan` is (∅, üan), `wu` (∅, u), `ju` (j, ü), `shi` (sh, i).
pub(super) fn split(syllable: &str) -> (&str, &'static str) {
    let initial = ["zh", "ch", "sh"].into_iter().find(|i| syllable.starts_with(i)).unwrap_or_else(|| {
        let first = syllable.chars().next().map_or(0, char::len_utf8);
        let head = &syllable[..first];
        if "bpmfdtnlgkhjqxrzcs".contains(head) { head } else { "" }
    });
    let rest = &syllable[initial.len()..];
    let written = match (initial, rest) {
        ("", "yi") => "i",
        ("", "ya") => "ia",
        ("", "ye") => "ie",
        ("", "yao") => "iao",
        ("", "you") => "iu",
        ("", "yan") => "ian",
        ("", "yin") => "in",
        ("", "yang") => "iang",
        ("", "ying") => "ing",
        ("", "yong") => "iong",
        ("", "yu") => "ü",
        ("", "yue") => "üe",
        ("", "yuan") => "üan",
        ("", "yun") => "ün",
        ("", "wu") => "u",
        ("", "wa") => "ua",
        ("", "wo") => "uo",
        ("", "wai") => "uai",
        ("", "wei") => "ui",
        ("", "wan") => "uan",
        ("", "wen") => "un",
        ("", "wang") => "uang",
        ("", "weng") => "ueng",
        ("j" | "q" | "x", "u") => "ü",
        ("j" | "q" | "x", "ue") => "üe",
        ("j" | "q" | "x", "uan") => "üan",
        ("j" | "q" | "x", "un") => "ün",
        (_, other) => other,
    };
    let known = FINALS.iter().find(|f| **f == written).copied();
    (initial, known.unwrap_or(""))
}

/// The finals that Mandarin has.
const FINALS: [&str; 37] = [
    "a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong", "er", "i", "ia", "ie", "iao", "iu", "ian",
    "in", "iang", "ing", "iong", "u", "ua", "uo", "uai", "ui", "uan", "un", "uang", "ueng", "ü", "üe", "üan", "ün",
    "io",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn these_names_read_their_characters_so() {
        let read = |text| syllables(text, reading).unwrap_or_default().concat();
        assert_eq!(read("博勒奇尔"), "boleqier");
        assert_eq!(read("喀什噶尔"), "kashigaer");
        assert_eq!(read("玛呢图"), "manitu");
        assert_eq!(read("柏郭苏克"), "boguosuke");
        assert_eq!(read("扎拉都伦"), "zhaladulun");
        assert_eq!(read("斋桑淖尔"), "zhaisangnaoer");
    }

    #[test]
    fn syllables_split() {
        for (syllable, initial, end) in [
            ("yuan", "", "üan"),
            ("wu", "", "u"),
            ("ju", "j", "ü"),
            ("shi", "sh", "i"),
            ("er", "", "er"),
            ("lü", "l", "ü"),
        ] {
            assert_eq!(split(syllable), (initial, end), "{syllable}");
        }
    }
}
