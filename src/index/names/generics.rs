//! Generic terms: lake, nor, 淖尔. They may be present, absent, translated, at either end, or part of the name.

use std::collections::HashMap;
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
    (Class::Town, "大城 古城 县城 府城 城 镇 屯 村 庄 口岸 市 县 府 厅"),
    (Class::Temple, "寺庙 寺 庙"),
    (Class::Land, "一带 地方 属地 游牧 地区 等处 境 地"),
    (Class::End, "西边末处 西末处 末处 尽处"),
];

const LATIN: &[Row] = &[
    Row {
        class: Class::Pass,
        first: "pass col passe passage porte",
        last: "pass la gate pforte porte daba dabaga dabagan dabaha dabahan dabakhan daban dawan davan davaa asu assu assou asuy ashuu bel art \
               bergpass gebirgspass ubergang shankou tapaha tapan taban pa ba",
        grown: "dabaga dabagan daban dabakhan dabahan dabaha daba dawan davaa pass asu assu assou shankou",
    },
    Row {
        class: Class::Mountain,
        first: "mount mt mountain mountains peak mont montagne berg pik gora hill",
        last: "mount mountain mountains mt mts peak hill ola oola ula ulo uul tau taou taw tao too tagh tag dagh tauy alin hada berg spitze \
               schneeberg shan schan chan shoky cheku feng ela",
        grown: "berg alin shan",
    },
    Row {
        class: Class::Range,
        first: "chaine monts massif range gebirge",
        last: "range ranges crest ridge chain highlands gebirge gebirgszug gebirgskette gebirgsrucken kette rucken bergkette nuruu zhotasy jotasy shanling shanmai ling \
               dalin daling",
        grown: "gebirge gebirgszug kette rucken",
    },
    Row {
        class: Class::Lake,
        first: "lake lac nor noor see",
        last: "lake nor noor nur nuur naoer nuoer omo kul kol koul kool koli see hu chi haizi po naoerh",
        grown: "see nor noor nuur kul kol koul naoer",
    },
    Row {
        class: Class::River,
        first: "river riviere fleuve fluss strom stream ruisseau",
        last: "river stream brook creek gol gool su sou ussu usu us oussou fluss strom bach bira ozeni he ho jiang kiang shui darya guole",
        grown: "fluss strom gol he ho",
    },
    Row {
        class: Class::Spring,
        first: "spring springs source quelle",
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
        first: "mouth mouths mundung embouchure bouche bouches",
        last: "mouth mundung hekou hokou",
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
        last: "karun karuns karaul karoul kharuul picket post watchhouse piquet poste pikett wachtposten wachposten watchpost outpost guard \
               guardpost guardhouse kalun karoun station",
        grown: "kalun karun karaul posten",
    },
    Row {
        class: Class::Town,
        first: "town city fort fortress village oasis ville stadt festung forteresse bourg dorf gorod",
        last: "town city fort fortress village oasis stadt festung hoton hecen khot khoto hot cheng tcheng tscheng zhen shi fu hsien hien \
               dorf ville kure",
        grown: "stadt cheng fu hsien hien",
    },
    Row {
        class: Class::Temple,
        first: "temple tempel monastery",
        last: "temple tempel monastery miao ssu juktehen",
        grown: "",
    },
    Row {
        class: Class::Land,
        first: "country district land region pays territory plain plateau gebiet province hochebene",
        last: "country district land region territory plain plateau hochebene thal tal valley gebiet kreis province area",
        grown: "thal tal land",
    },
    Row { class: Class::End, first: "end", last: "end extremity ende mochu", grown: "" },
];

const CYRILLIC: &[Row] = &[
    Row {
        class: Class::Pass,
        first: "перевал перевала пер проход ущелье",
        last: "перевал проход ворота қақпасы даба дабага дабаган дабан дабахан дабаха даваа даван асу асуы ашу ашуу ашуусу бель арт",
        grown: "дабага дабаган дабан даба даваа асу ашуу",
    },
    Row {
        class: Class::Mountain,
        first: "гора горы г пик сопка белок высота",
        last: "гора горы пик сопка белок ола ула уул уула уулс хан хайрхан тау тауы тоо тоосу таг шыңы чокусу чеку шоқы шань оргил",
        grown: "тау тауы",
    },
    Row {
        class: Class::Range,
        first: "хребет хребта хр горы кряж гряда",
        last: "хребет хр горы кряж нуруу жотасы жота кырка тоолору таулары сайр шаньлин",
        grown: "",
    },
    Row {
        class: Class::Lake,
        first: "озеро озера озере оз нор",
        last: "озеро озера оз нор нур нуур куль кул коль кол көл көлі көлү кӧл ху хол холь омо",
        grown: "нор нур нуур куль коль көл кол",
    },
    Row {
        class: Class::River,
        first: "река реки реке р речка ручей",
        last: "река речка ручей гол гул мөрөн усу ус су сув суу суусу суы өзен өзені дарыясы дарья хем хэ цзян",
        grown: "гол",
    },
    Row {
        class: Class::Spring, first: "ключ ключи родник", last: "ключ родник булак булаг булағы", grown: ""
    },
    Row {
        class: Class::Source,
        first: "исток истоки верховья верховье вершина вершины",
        last: "исток истоки верховья эх хэюань",
        grown: "",
    },
    Row {
        class: Class::Mouth, first: "устье устья", last: "устье адаг сағасы хэкоу", grown: ""
    },
    Row {
        class: Class::Cairn, first: "обо маяк знак", last: "обо овоо оба маяк", grown: "обо"
    },
    Row {
        class: Class::Post,
        first: "караул пикет пост карул форпост отряд застава калун карун",
        last: "караул пикет пост харуул қарауыл карул форпост отряд застава калунь карун станица",
        grown: "калунь",
    },
    Row {
        class: Class::Town,
        first: "город города г гор крепость станица пост село селение поселок деревня ст укрепление",
        last: "город хот хото балгас шаар шаары қала қаласы крепость чэн укрепление станица село селение ауылы айылы",
        grown: "",
    },
    Row {
        class: Class::Temple, first: "храм кумирня монастырь", last: "храм кумирня сүм хийд", grown: ""
    },
    Row {
        class: Class::Land,
        first: "урочище ур край округ область долина страна местность плато плоскогорье",
        last: "край округ область урочище долина страна плато плоскогорье нутаг ел жер облысы үстірті өндөрлөг",
        grown: "",
    },
    Row { class: Class::End, first: "оконечность", last: "оконечность", grown: "" },
];

/// Words between a term and a name: mouth *of the* Sumbe, устье *реки* Сумбе.
const LATIN_BETWEEN: &str = "of the de la du des le les der die das von";
const CYRILLIC_BETWEEN: &str = "реки озера горы хребта города р оз";

/// The terms of one script by their keys, ready to compare.
struct Terms {
    first: HashMap<String, Class>,
    last: HashMap<String, Class>,
    /// The longest first, so that gebirgszug is not taken for a word in zug.
    grown: Vec<(String, Class)>,
    between: Vec<String>,
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
        Self { first: table(|r| r.first), last: table(|r| r.last), grown, between }
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
        Script::Latin => LATIN_TERMS.last.get(&fold(word)).copied(),
        Script::Cyrillic => CYRILLIC_TERMS.last.get(&cyrillic_key(word)).copied(),
        _ => None,
    }
}

/// The words of a name in letters without its terms: those before it, those after it, one that is grown on.
///
/// At least one word stays, and three letters of one that is cut.
pub(super) fn bare<'a>(words: &[&'a str], script: Script) -> Vec<Bare<'a>> {
    let (terms, key): (&Terms, fn(&str) -> String) = match script {
        Script::Latin => (&LATIN_TERMS, fold),
        Script::Cyrillic => (&CYRILLIC_TERMS, cyrillic_key),
        _ => return Vec::new(),
    };
    let keys: Vec<String> = words.iter().map(|w| key(w)).collect();
    let mut out: Vec<Bare<'a>> = Vec::new();
    // Before: «mouth of the river Sumbe» has two terms, and the first says what it is.
    let mut start = 0;
    let mut said = None;
    while start + 1 < words.len() {
        if let Some(class) = terms.first.get(&keys[start]) {
            said.get_or_insert((*class, start));
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
                if n == 1 { terms.last.get(&keys[end - 1]) } else { terms.last.get(&keys[end - n..end].concat()) };
            class.map(|class| (n, *class))
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
    }
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
