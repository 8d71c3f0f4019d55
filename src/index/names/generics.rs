//! Generic terms: lake, nor, 淖尔. They may be present, absent, translated, at either end, or part of the name.

use std::sync::LazyLock;

use super::cyrillic::{loose, modern};
use super::fold::{Script, fold};

/// What a generic term says that the thing is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) enum Class {
    Pass,
    Mountain,
    Range,
    Lake,
    River,
    Spring,
    Source,
    Mouth,
    Cairn,
    Post,
    Town,
    Temple,
    Land,
    End,
}

/// The terms of a class in one script, words apart.
struct Row {
    class: Class,
    /// May stand before the name as words of their own: озеро Зайсан.
    first: &'static str,
    /// May stand after it as words of their own: Zaisan lake.
    last: &'static str,
    /// May be grown together with its end: Saissansee, Хабарасу.
    grown: &'static str,
}

/// Chinese terms stand at the end and are never apart.
const HAN: &[(Class, &str)] = &[
    (Class::Pass, "达巴哈 达巴罕 达坂 达板 大坂 达坝 大坝 坝 山口 山豁 隘 隘口 口"),
    (Class::Mountain, "鄂拉 额拉 乌拉 敖拉 山峰 雪山 冰山 小山 大山 山 峰 岛 套 陶"),
    (Class::Range, "山脉 山岭 大岭 岭 之顶"),
    (Class::Lake, "淖尔湖 淖尔 诺尔 脑儿 库尔 库勒 海子 大泊 泊 湖 池"),
    (Class::River, "果勒 郭勒 高勒 河 江 水 川"),
    (Class::Spring, "布拉克 泉"),
    (Class::Source, "河源 江源 源头 上游 源"),
    (Class::Mouth, "河口 江口"),
    (Class::Cairn, "鄂博 敖包 牌博 界牌 界碑"),
    (Class::Post, "卡伦 卡座 台站 哨所 卡"),
    (Class::Town, "大城 古城 县城 城 镇 屯 村 庄 口岸 市 县"),
    (Class::Temple, "寺庙 寺 庙"),
    (Class::Land, "一带 地方 属地 游牧 地区 等处 境 地"),
    (Class::End, "西边末处 西末处 末处 尽处"),
];

const LATIN: &[Row] = &[
    Row {
        class: Class::Pass,
        first: "pass col passe passage ubergang",
        last: "pass la daba dabag dabaga dabagan dabaha dabahan dabakhan daban daba'an dawan davan davaa dabbaha asu assu assou asuu ashuu ashu bel art \
               bergpass gebirgspass ubergang passubergang shankou shank'ou tapaha taban tapan dabanh pa ba daba",
        grown: "dabaga dabagan daban dabakhan dabahan dabaha daba dawan davaa pass asu assu assou shankou",
    },
    Row {
        class: Class::Mountain,
        first: "mount mt mountain mountains peak mont montagne berg pik gora hill",
        last: "mount mountain mountains mt mts peak hill ola oola ula ulo uul tau taou taw tao too tagh tag dagh alin hada berg spitze \
               schneeberg shan schan chan shoky cheku feng ela",
        grown: "berg alin shan",
    },
    Row {
        class: Class::Range,
        first: "chaine monts massif range gebirge",
        last: "range ranges crest ridge chain highlands gebirge gebirgszug gebirgskette gebirgsrucken kette rucken bergkette nuruu shanling shanmai ling \
               dalin daling",
        grown: "gebirge kette rucken",
    },
    Row {
        class: Class::Lake,
        first: "lake lac nor noor see der-see lago",
        last: "lake nor noor nur nuur naoer nao'er nuoer omo kul kol koul kool kol' see hu chi haizi po nao-erh",
        grown: "see nor noor nuur kul kol koul naoer",
    },
    Row {
        class: Class::River,
        first: "river riviere fleuve fluss strom r rio",
        last: "river gol gool su sou ussu usu us oussou fluss strom bira he ho jiang kiang shui darya guole",
        grown: "fluss strom gol he",
    },
    Row {
        class: Class::Spring,
        first: "spring source quelle springs",
        last: "spring springs bulak boulak bulaq bulag quelle quellen quan",
        grown: "quelle",
    },
    Row {
        class: Class::Source,
        first: "source sources head heads headwaters quelle quellen upper oberlauf",
        last: "source sources head heads headwaters quelle quellen heyuan yuan hoyuan shangyou",
        grown: "quelle quellen",
    },
    Row {
        class: Class::Mouth,
        first: "mouth mouths mundung embouchure bouche bouches estuary",
        last: "mouth mundung hekou hok'ou",
        grown: "mundung",
    },
    Row {
        class: Class::Cairn,
        first: "cairn obo borne steinhaufen",
        last: "cairn obo oboo ovoo obi steinhaufen ebo aobao borne marker",
        grown: "obo",
    },
    Row {
        class: Class::Post,
        first: "karun karaul karoul picket post piquet poste guard wachtposten wachposten watch fort outpost station",
        last: "karun karuns karaul karoul kharuul picket post watch-house piquet poste pikett wachtposten wachposten watchpost outpost guard \
               guard-post guardhouse kalun k'alun karoun station house kalan",
        grown: "kalun karun karaul posten",
    },
    Row {
        class: Class::Town,
        first: "town city fort fortress village ville stadt festung fortresse forteresse bourg dorf gorod khoto",
        last: "town city fort fortress village stadt festung hoton hecen cheng ch'eng tcheng tscheng zhen shi dorf ville kure",
        grown: "stadt cheng",
    },
    Row { class: Class::Temple, first: "temple tempel monastery", last: "temple tempel monastery miao ssu juktehen", grown: "" },
    Row {
        class: Class::Land,
        first: "country district land region pays territory plain gebiet province",
        last: "country district land region territory plain thal tal valley gebiet kreis province area",
        grown: "thal tal land",
    },
    Row { class: Class::End, first: "end", last: "end extremity ende mochu", grown: "" },
];

const CYRILLIC: &[Row] = &[
    Row {
        class: Class::Pass,
        first: "перевал пер проход ущелье",
        last: "перевал проход даба дабага дабаган дабан дабахан даваа даван асу асуы асуу ашу ашуу ашуусу бель бел арт дабаха",
        grown: "дабага дабаган дабан даба даваа асу ашуу",
    },
    Row {
        class: Class::Mountain,
        first: "гора г пик сопка белок высота урочище горы",
        last: "гора горы пик сопка белок ола ула уул уула хан хайрхан тау тауы тоо таг шыңы чеку шоқы шань оргил",
        grown: "тау тауы",
    },
    Row {
        class: Class::Range,
        first: "хребет хр горы кряж гряда хребты",
        last: "хребет хр горы кряж нуруу жотасы жота сайр тоо шаньлин таулары",
        grown: "",
    },
    Row {
        class: Class::Lake,
        first: "озеро оз нор",
        last: "озеро оз нор нур нуур куль кул коль кол көл көлі кӧл ху хол холь омо",
        grown: "нор нур нуур куль коль көл кол",
    },
    Row {
        class: Class::River,
        first: "река р речка рч",
        last: "река речка гол гул мөрөн усу ус су сув өзен өзені суы дарья хем хэ цзян",
        grown: "гол",
    },
    Row { class: Class::Spring, first: "ключ ключи родник", last: "ключ родник булак булаг булағы бұлақ", grown: "" },
    Row {
        class: Class::Source,
        first: "исток истоки верховья верховье вершина вершины",
        last: "исток истоки верховья верховье эх хэюань",
        grown: "",
    },
    Row { class: Class::Mouth, first: "устье устья", last: "устье адаг сағасы хэкоу", grown: "" },
    Row { class: Class::Cairn, first: "обо маяк знак", last: "обо овоо оба маяк", grown: "обо" },
    Row {
        class: Class::Post,
        first: "караул пикет пост карул форпост застава калун карун",
        last: "караул пикет пост харуул қарауыл карул форпост калунь карун станица",
        grown: "калунь",
    },
    Row {
        class: Class::Town,
        first: "город г гор крепость станица пост село поселок деревня ст укрепление",
        last: "город хот хото балгас шаар қала қаласы крепость чэн укрепление станица сити село ауылы",
        grown: "",
    },
    Row { class: Class::Temple, first: "храм кумирня монастырь", last: "храм кумирня сүм хийд", grown: "" },
    Row {
        class: Class::Land,
        first: "урочище ур край округ область долина страна местность",
        last: "край округ область урочище долина нутаг ел жер страна облысы",
        grown: "",
    },
    Row { class: Class::End, first: "оконечность", last: "оконечность", grown: "" },
];

/// Words between a term and a name.
const LATIN_BETWEEN: &str = "of the de la du des le les der die das von d";
const CYRILLIC_BETWEEN: &str = "реки озера горы хребта города р оз";

struct Term {
    key: String,
    class: Class,
    first: bool,
    last: bool,
    grown: bool,
}

/// The terms of one script, ready to compare.
struct Terms(Vec<Term>);

impl Terms {
    fn new(rows: &[Row], key: fn(&str) -> String) -> Self {
        let mut terms: Vec<Term> = Vec::new();
        for row in rows {
            for (text, place) in [(row.first, 0), (row.last, 1), (row.grown, 2)] {
                for word in text.split_whitespace() {
                    let key = key(word);
                    let known = terms.iter_mut().find(|t| t.key == key && t.class == row.class);
                    let flags = [place == 0, place == 1, place == 2];
                    match known {
                        Some(t) => {
                            t.first |= flags[0];
                            t.last |= flags[1];
                            t.grown |= flags[2];
                        }
                        None => {
                            terms.push(Term { key, class: row.class, first: flags[0], last: flags[1], grown: flags[2] });
                        }
                    }
                }
            }
        }
        // The longest first, so that 山口 is not taken for 口.
        terms.sort_by_key(|t| std::cmp::Reverse(t.key.len()));
        Self(terms)
    }

    fn word(&self, key: &str, fits: fn(&Term) -> bool) -> Option<&Term> {
        self.0.iter().find(|t| fits(t) && t.key == key)
    }
}

static LATIN_TERMS: LazyLock<Terms> = LazyLock::new(|| Terms::new(LATIN, fold));
static CYRILLIC_TERMS: LazyLock<Terms> = LazyLock::new(|| Terms::new(CYRILLIC, cyrillic_key));
static HAN_TERMS: LazyLock<Vec<(Class, String)>> = LazyLock::new(|| {
    let shape = |t: &str| super::han::one_shape(&super::han::simplified(t));
    let mut terms: Vec<(Class, String)> =
        HAN.iter().flat_map(|(class, terms)| terms.split_whitespace().map(move |t| (*class, shape(t)))).collect();
    terms.sort_by_key(|(_, t)| std::cmp::Reverse(t.chars().count()));
    terms
});

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
    let mut out = Vec::new();
    let mut rest = name;
    for _ in 0..2 {
        let found = HAN_TERMS.iter().find(|(_, t)| rest.ends_with(t.as_str()) && rest[..rest.len() - t.len()].chars().nth(1).is_some());
        let Some((class, term)) = found else { break };
        let cut = rest.len() - term.len();
        // The outermost term says what the thing is.
        let class = out.first().map_or(*class, |(_, outer, _)| *outer);
        out.push((&rest[..cut], class, &name[cut..]));
        rest = &rest[..cut];
    }
    out
}

/// The words of a name in letters without its terms: those before it, those after it, one that is grown on.
///
/// At least one word stays, and three letters of one that is cut.
pub(super) fn bare<'a>(words: &[&'a str], script: Script) -> Vec<Bare<'a>> {
    let (terms, between, key): (&Terms, &str, fn(&str) -> String) = match script {
        Script::Latin => (&LATIN_TERMS, LATIN_BETWEEN, fold),
        Script::Cyrillic => (&CYRILLIC_TERMS, CYRILLIC_BETWEEN, cyrillic_key),
        _ => return Vec::new(),
    };
    let keys: Vec<String> = words.iter().map(|w| key(w)).collect();
    let is_between = |k: &str| between.split(' ').any(|b| key(b) == k);
    let mut out: Vec<Bare<'a>> = Vec::new();
    // Before: «mouth of the river Sumbe» has two terms, and the first says what it is.
    let mut start = 0;
    let mut said = None;
    while start + 1 < words.len() {
        if let Some(term) = terms.word(&keys[start], |t| t.first) {
            said.get_or_insert((term.class, start));
        } else if said.is_none() || !is_between(&keys[start]) {
            break;
        }
        start += 1;
    }
    if let Some((class, at)) = said {
        out.push(Bare { words: words[start..].to_vec(), class, term: words[at..start].join(" "), before: true });
    }
    // After: one word, and one more before it.
    let mut end = words.len();
    let mut outer = said.map(|(class, _)| class);
    for _ in 0..2 {
        if end < start + 2 {
            break;
        }
        // Two words of Chinese in syllables: nao-erh, k’a-lun, ta-pa-ha.
        let taken = (1..=3.min(end - start - 1)).rev().find_map(|n| {
            let joined: String = keys[end - n..end].concat();
            terms.word(&joined, |t| t.last).map(|t| (n, t.class))
        });
        let Some((n, class)) = taken else { break };
        end -= n;
        let class = *outer.get_or_insert(class);
        out.push(Bare { words: words[start..end].to_vec(), class, term: words[end..end + n].join(" "), before: false });
    }
    // Grown on: Saissansee.
    if let Some(last) = words[start..end].last() {
        let grown = terms.0.iter().filter(|t| t.grown && t.key.len() < keys[end - 1].len()).find_map(|t| {
            let letters = t.key.chars().count();
            let cut = last.char_indices().rev().nth(letters.saturating_sub(1)).map(|(i, _)| i)?;
            let stays = last[..cut].chars().filter(|c| c.is_alphabetic()).count();
            (stays >= 3 && key(&last[cut..]) == t.key).then_some((cut, t.class))
        });
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

/// How far two classes are apart: 0 the same, 1 what sources mix, 2 different things.
pub(super) fn apart(a: Class, b: Class) -> u8 {
    use Class::{Cairn, End, Lake, Land, Mountain, Mouth, Pass, Post, Range, River, Source, Spring, Temple, Town};
    if a == b {
        return 0;
    }
    let mixed = [
        &[Pass, Mountain, Range, Cairn, End][..],
        &[River, Source, Mouth, Spring],
        &[Post, Town, Land, Temple],
        &[Lake, Spring],
        &[Lake, Source],
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
        bare(&parts, Script::of(text)).iter().map(|b| b.words.join(" ")).collect()
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
            assert!(if core.is_empty() { found.is_empty() } else { found.iter().any(|c| c == core) }, "{text}: {found:?}");
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
