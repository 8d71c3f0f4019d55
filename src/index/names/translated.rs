//! Words inside names that sources translate: black, хара, кара, 喀喇.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::cases::adjective;
use super::cyrillic::{loose, modern};
use super::fold::{Script, fold, words};
use super::latin::{Ear, readings};

/// A meaning, and the words for it in Chinese, in Cyrillic and in Latin letters.
struct Row {
    meaning: &'static str,
    han: &'static str,
    cyrillic: &'static str,
    latin: &'static str,
}

const ROWS: &[Row] = &[
    Row {
        meaning: "black",
        han: "喀喇 喀拉 哈喇 哈拉 黑",
        cyrillic: "кара хара қара хар черный чорный черная черное черного чернаго караг",
        latin: "black kara khara hara qara schwarz noir noire hei cherny chorny khar har noirs noires tcherny",
    },
    Row {
        meaning: "white",
        han: "察罕 察汗 察干 阿克 白",
        cyrillic: "цаган чаган цагаан ак ақ белый белая белое белого",
        latin: "white tsagan chagan zagan tchagan tschagan ak aq weiss blanc blanche bai tsagaan tsaghan blanches blancs weiß tchaghan",
    },
    Row {
        meaning: "yellow",
        han: "沙喇 沙拉 沙尔 萨拉 萨里 黄",
        cyrillic: "шара шар сара сары желтый желтая желтое",
        latin: "yellow shara shar sara sary schara gelb jaune huang gelber jaunes schar",
    },
    Row {
        meaning: "gold",
        han: "阿勒坦 阿勒屯 金",
        cyrillic: "алтан алтын золотой золотая золотое золото",
        latin: "gold golden altan altyn altun jin or dor doree dore goldener golds",
    },
    Row {
        meaning: "blue",
        han: "库克 阔克 青 蓝",
        cyrillic: "кукэ кок көк хөх кокэ синий синяя синее",
        latin: "blue kuke kok koke blau bleu bleue qing koek bleus bleues kuk khokh huhu",
    },
    Row {
        meaning: "red",
        han: "乌兰 克孜勒 红",
        cyrillic: "улан улаан кызыл қызыл красный красная красное",
        latin: "red ulan kyzyl kizil rot rouge hong roth ulaan oulan rouges kysyl kysil",
    },
    Row {
        meaning: "iron",
        han: "特穆尔 铁",
        cyrillic: "тэмур темир төмөр железный железная",
        latin: "iron temur temir eisern tie fer",
    },
    Row {
        meaning: "great",
        han: "大",
        cyrillic: "большой большая большое большого улкен үлкен их великий великая",
        latin: "great big large gross grosser grand grande da groß grands grandes ikh yeke ulken",
    },
    Row {
        meaning: "little",
        han: "小",
        cyrillic: "малый малая малое кіші бага малые",
        latin: "little small lesser klein petit petite xiao petits petites baga kishi",
    },
    Row {
        meaning: "old",
        han: "旧 老",
        cyrillic: "старый старая старое ескі хуучин",
        latin: "old alt vieux vieille ancien altes alter vieil anciens ancienne khuuchin",
    },
    Row {
        meaning: "western",
        han: "西",
        cyrillic: "западный западная западное батыс баруун запад",
        latin: "western west westlich occidental occidentale xi ouest westliche westlichen baruun batys",
    },
    Row {
        meaning: "eastern",
        han: "东",
        cyrillic: "восточный восточная восточные шығыс зүүн восток",
        latin: "eastern east ostlich oriental orientale dong est orientaux orientales zuun shygys",
    },
    Row {
        meaning: "southern",
        han: "南",
        cyrillic: "южный южная южное южные оңтүстік өмнөд юг",
        latin: "southern south sudlich meridional nan sud süd sued meridionale meridionaux omnod",
    },
    Row {
        meaning: "northern",
        han: "北",
        cyrillic: "северный северная северные солтүстік умард север",
        latin: "northern north nordlich septentrional bei nord septentrionale septentrionaux umard",
    },
    Row {
        meaning: "heaven",
        han: "天 腾格里",
        cyrillic: "небесный небесные тянь тенгри тэнгри тәңір теңир",
        latin: "celestial heavenly heaven himmel himmels himmlisch celeste celestes tian tien tengri himmlische ciel",
    },
    Row {
        meaning: "ice",
        han: "冰 木斯",
        cyrillic: "ледяной ледяная муз мус мұз",
        latin: "ice icy eis muz mus glace bing",
    },
    Row {
        meaning: "stone",
        han: "石 塔斯",
        cyrillic: "каменный каменная тас таш",
        latin: "stone stony stein steinern tas tash pierre shi",
    },
    Row {
        meaning: "wood", han: "木 莫多", cyrillic: "лесной деревянный модо", latin: "wooded wood wald modo mu"
    },
    Row {
        meaning: "warm",
        han: "热",
        cyrillic: "теплый теплая иссык ысык ыстык ыссык",
        latin: "warm hot issyk issik re",
    },
    Row {
        meaning: "onion", han: "葱", cyrillic: "луковый луковые", latin: "onion zwiebel oignons cong"
    },
    Row {
        meaning: "friendship",
        han: "友谊",
        cyrillic: "дружбы дружба найрамдал",
        latin: "friendship freundschaft amitie youyi druzhba",
    },
    Row { meaning: "right", han: "", cyrillic: "правый", latin: "right recht rechts droit droite" },
    Row { meaning: "left", han: "", cyrillic: "левый", latin: "left link links gauche" },
    Row {
        meaning: "upper",
        han: "",
        cyrillic: "верхний дээд жоғарғы",
        latin: "upper ober obere haut haute superieur superieure",
    },
    Row {
        meaning: "lower",
        han: "",
        cyrillic: "нижний доод төменгі",
        latin: "lower unter untere bas basse inferieur inferieure nieder",
    },
    Row {
        meaning: "new", han: "", cyrillic: "новый шинэ жаңа", latin: "new neu nouveau nouvelle nouveaux"
    },
    Row { meaning: "roof", han: "", cyrillic: "крыша", latin: "roof roofed dach toit toits" },
    Row {
        meaning: "Dzungarian",
        han: "准噶尔",
        cyrillic: "джунгарский джунгарские джунгарская зюнгарский жетісу жоңғар жунгар джунгария зюнгария жоңғария зүүнгар",
        latin: "dzungarian djungarian jungarian dsungarisch dsongarisch sungarian zhongghar dzungaria jungaria djungaria dsungarei dsungarie dzoungarie djoungarie dzoungare dzungar dsungar sungaria songarian soongarian soongaria zungarian zungaria dzoungarien songarei dsongarei sungarei",
    },
];

/// The meaning of each key.
type Meanings = HashMap<String, &'static str>;

fn meanings(words: fn(&Row) -> &'static str, key: fn(&str) -> String) -> Meanings {
    ROWS.iter().flat_map(|r| words(r).split_whitespace().map(move |w| (key(w), r.meaning))).collect()
}

static HAN: LazyLock<Meanings> =
    LazyLock::new(|| meanings(|r| r.han, |w| super::han::one_shape(&super::han::simplified(w))));
static LATIN: LazyLock<Meanings> = LazyLock::new(|| meanings(|r| r.latin, fold));
static CYRILLIC: LazyLock<Meanings> = LazyLock::new(|| meanings(|r| r.cyrillic, |w| loose(&modern(w))));

/// Of Russian adjectives the stem is enough: чернаго, чёрном.
static STEMS: LazyLock<Meanings> = LazyLock::new(|| {
    let words = ROWS.iter().flat_map(|r| r.cyrillic.split_whitespace().map(move |w| (modern(w), r.meaning)));
    words
        .filter_map(|(w, meaning)| Some((loose(adjective(&w)?), meaning)))
        .filter(|(w, _)| w.chars().count() >= 3)
        .collect()
});

fn of_cyrillic(modern: &str) -> Option<&'static str> {
    let direct = CYRILLIC.get(&loose(modern));
    direct.or_else(|| STEMS.get(&loose(adjective(modern)?))).copied()
}

/// The meaning of a word of a name, where it is one that is translated. German adjectives may be bent: schwarzen; a Latin
/// word of a query may be a Cyrillic one by sound: tsagaan, zapadny.
pub(super) fn meaning(word: &str, script: Script, query: bool) -> Option<&'static str> {
    match script {
        Script::Latin => {
            let key = fold(word);
            let bent = || ["er", "es", "en", "em", "e"].iter().find_map(|e| LATIN.get(key.strip_suffix(e)?));
            let heard = || {
                let ears = if query && word.len() >= 4 { &[Ear::English, Ear::German][..] } else { &[] };
                ears.iter().flat_map(|ear| readings(word, *ear)).find_map(|r| of_cyrillic(&r))
            };
            LATIN.get(&key).or_else(bent).copied().or_else(heard)
        }
        Script::Cyrillic => of_cyrillic(&modern(word)),
        _ => None,
    }
}

/// The meanings of the words of a text that have one.
pub(super) fn meanings_of(text: &str) -> Vec<&'static str> {
    let script = Script::of(text);
    words(&text.to_lowercase()).filter_map(|word| meaning(word, script, false)).collect()
}

/// The same of a Chinese name in one shape: the meaning, the word and the rest.
pub(super) fn meaning_han(name: &str) -> Option<(&'static str, &str, &str)> {
    let cuts: Vec<usize> = name.char_indices().skip(1).take(3).map(|(i, _)| i).collect();
    cuts.into_iter().rev().find_map(|cut| Some((*HAN.get(&name[..cut])?, &name[..cut], &name[cut..])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_meaning_in_three_scripts() {
        assert_eq!(meaning("Schwarzer", Script::Latin, true), Some("black"));
        assert_eq!(meaning("Чёрный", Script::Cyrillic, true), Some("black"));
        assert_eq!(meaning("Кара", Script::Cyrillic, true), Some("black"));
        assert_eq!(meaning_han("喀喇额尔齐斯"), Some(("black", "喀喇", "额尔齐斯")));
        assert_eq!(meaning_han("葱岭"), Some(("onion", "葱", "岭")));
        assert_eq!(meaning("schwarzen", Script::Latin, true), Some("black"));
    }
}
