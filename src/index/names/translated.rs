//! Words inside names that sources translate: black, хара, кара, 喀喇.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::cyrillic::{loose, modern};
use super::fold::{Script, fold};

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
        cyrillic: "кара хара қара хар черный чорный черная черное черного чернаго",
        latin: "black kara khara hara qara schwarz noir noire hei cherny chorny",
    },
    Row {
        meaning: "white",
        han: "察罕 察汗 察干 阿克 白",
        cyrillic: "цаган чаган цагаан ак ақ белый белая белое белого",
        latin: "white tsagan chagan zagan tchagan tschagan ak aq weiss blanc blanche bai",
    },
    Row {
        meaning: "yellow",
        han: "沙喇 沙拉 沙尔 萨拉 萨里 黄",
        cyrillic: "шара шар сара сары желтый желтая желтое",
        latin: "yellow shara shar sara sary schara gelb jaune huang",
    },
    Row {
        meaning: "gold",
        han: "阿勒坦 阿勒屯 金",
        cyrillic: "алтан алтын золотой золотая золотое",
        latin: "gold golden altan altyn altun jin",
    },
    Row {
        meaning: "blue",
        han: "库克 阔克 青 蓝",
        cyrillic: "кукэ кок көк хөх кокэ синий синяя синее",
        latin: "blue kuke kok koke blau bleu bleue qing",
    },
    Row {
        meaning: "red",
        han: "乌兰 克孜勒 红",
        cyrillic: "улан улаан кызыл қызыл красный красная красное",
        latin: "red ulan kyzyl kizil rot rouge hong",
    },
    Row {
        meaning: "iron",
        han: "特穆尔 铁",
        cyrillic: "тэмур темир төмөр железный железная",
        latin: "iron temur temir eisern tie",
    },
    Row {
        meaning: "great",
        han: "大",
        cyrillic: "большой большая большое большого улкен үлкен их",
        latin: "great big large gross grosser grand grande da",
    },
    Row {
        meaning: "little",
        han: "小",
        cyrillic: "малый малая малое кіші бага",
        latin: "little small lesser klein petit petite xiao",
    },
    Row {
        meaning: "old", han: "旧 老", cyrillic: "старый старая старое ескі", latin: "old alt vieux vieille ancien"
    },
    Row {
        meaning: "western",
        han: "西",
        cyrillic: "западный западная западное батыс баруун",
        latin: "western west westlich occidental occidentale xi",
    },
    Row {
        meaning: "eastern",
        han: "东",
        cyrillic: "восточный восточная восточные шығыс зүүн",
        latin: "eastern east ostlich oriental orientale dong",
    },
    Row {
        meaning: "southern",
        han: "南",
        cyrillic: "южный южная южное южные оңтүстік өмнөд",
        latin: "southern south sudlich meridional nan",
    },
    Row {
        meaning: "northern",
        han: "北",
        cyrillic: "северный северная северные солтүстік умард",
        latin: "northern north nordlich septentrional bei",
    },
    Row {
        meaning: "heaven",
        han: "天 腾格里",
        cyrillic: "небесный небесные тянь тенгри тэнгри тәңір теңир",
        latin: "celestial heavenly heaven himmel himmels himmlisch celeste celestes tian tien tengri",
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
        latin: "friendship freundschaft amitie youyi",
    },
    Row {
        meaning: "Dzungarian",
        han: "准噶尔",
        cyrillic: "джунгарский джунгарские джунгарская зюнгарский жетісу жоңғар жунгар",
        latin: "dzungarian djungarian jungarian dsungarisch dsongarisch sungarian zhongghar",
    },
];

/// The meaning of each key.
type Meanings = HashMap<String, &'static str>;

fn meanings(words: fn(&Row) -> &'static str, key: fn(&str) -> String) -> Meanings {
    ROWS.iter().flat_map(|r| words(r).split(' ').map(move |w| (key(w), r.meaning))).collect()
}

static HAN: LazyLock<Meanings> =
    LazyLock::new(|| meanings(|r| r.han, |w| super::han::one_shape(&super::han::simplified(w))));
static LATIN: LazyLock<Meanings> = LazyLock::new(|| meanings(|r| r.latin, fold));
static CYRILLIC: LazyLock<Meanings> = LazyLock::new(|| meanings(|r| r.cyrillic, |w| loose(&modern(w))));

/// The meaning of a word of a name, where it is one that is translated. German adjectives may be bent: schwarzen.
pub(super) fn meaning(word: &str, script: Script) -> Option<&'static str> {
    match script {
        Script::Latin => {
            let key = fold(word);
            let bent = || ["er", "es", "en", "em", "e"].iter().find_map(|e| LATIN.get(key.strip_suffix(e)?));
            LATIN.get(&key).or_else(bent).copied()
        }
        Script::Cyrillic => CYRILLIC.get(&loose(&modern(word))).copied(),
        _ => None,
    }
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
        assert_eq!(meaning("Schwarzer", Script::Latin), Some("black"));
        assert_eq!(meaning("Чёрный", Script::Cyrillic), Some("black"));
        assert_eq!(meaning("Кара", Script::Cyrillic), Some("black"));
        assert_eq!(meaning_han("喀喇额尔齐斯"), Some(("black", "喀喇", "额尔齐斯")));
        assert_eq!(meaning_han("葱岭"), Some(("onion", "葱", "岭")));
        assert_eq!(meaning("schwarzen", Script::Latin), Some("black"));
    }
}
