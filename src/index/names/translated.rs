//! Words inside names that sources translate: black, хара, кара, 喀喇.

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
        cyrillic: "кара хара қара хар черный чорный черная черное черного",
        latin: "black kara khara hara qara schwarzer schwarze schwarzes schwarz noir noire hei chernyi chorny chornyi",
    },
    Row {
        meaning: "white",
        han: "察罕 察汗 察干 阿克 白",
        cyrillic: "цаган чаган цагаан ак ақ белый белая белое белого",
        latin: "white tsagan chagan zagan tchagan tschagan ak aq weisser weisse weisses weiss blanc blanche bai",
    },
    Row {
        meaning: "yellow",
        han: "沙喇 沙拉 沙尔 萨拉 萨里 黄",
        cyrillic: "шара шар сара сары желтый желтая желтое",
        latin: "yellow shara shar sara sary schara gelber gelbe gelb jaune huang",
    },
    Row {
        meaning: "gold",
        han: "阿勒坦 阿勒屯 金",
        cyrillic: "алтан алтын золотой золотая золотое",
        latin: "golden gold altan altyn altun goldener goldene or jin",
    },
    Row {
        meaning: "blue",
        han: "库克 阔克 青 蓝",
        cyrillic: "кукэ кок көк хөх кокэ синий синяя синее",
        latin: "blue kuke kok kök koke blauer blaue blau bleu qing",
    },
    Row {
        meaning: "red",
        han: "乌兰 克孜勒 红",
        cyrillic: "улан улаан кызыл қызыл красный красная красное",
        latin: "red ulan kyzyl kizil roter rote rot rouge hong",
    },
    Row {
        meaning: "iron",
        han: "特穆尔 铁",
        cyrillic: "тэмур темур темир төмөр железный",
        latin: "iron temur temir eiserner fer tie",
    },
    Row {
        meaning: "great",
        han: "大",
        cyrillic: "большой большая большое большого улкен үлкен их",
        latin: "great big large grosser grosse grosses gross grand grande da",
    },
    Row {
        meaning: "little",
        han: "小",
        cyrillic: "малый малая малое кіші бага",
        latin: "little small lesser kleiner kleine kleines klein petit petite xiao",
    },
    Row {
        meaning: "old",
        han: "旧 老",
        cyrillic: "старый старая старое ескі",
        latin: "old alter alte altes vieux vieille ancien",
    },
    Row {
        meaning: "western",
        han: "西",
        cyrillic: "западный западная западное",
        latin: "western west westlicher westliche westliches occidental occidentale",
    },
    Row {
        meaning: "southern",
        han: "南",
        cyrillic: "южный южная южное оңтүстік",
        latin: "southern south sudlicher sudliche sudliches meridional",
    },
    Row {
        meaning: "Dzungarian",
        han: "准噶尔",
        cyrillic: "джунгарский джунгарские джунгарская зюнгарский жетісу",
        latin: "dzungarian djungarian jungarian dsungarischer dsungarisch dsungarische dsongarischer sungarian",
    },
];

/// Key of a word and its meaning.
type Meanings = Vec<(String, &'static str)>;

fn meanings(words: fn(&Row) -> &'static str, key: fn(&str) -> String) -> Meanings {
    ROWS.iter().flat_map(|r| words(r).split(' ').map(move |w| (key(w), r.meaning))).collect()
}

static HAN: LazyLock<Meanings> =
    LazyLock::new(|| meanings(|r| r.han, |w| super::han::one_shape(&super::han::simplified(w))));
static LATIN: LazyLock<Meanings> = LazyLock::new(|| meanings(|r| r.latin, fold));
static CYRILLIC: LazyLock<Meanings> = LazyLock::new(|| meanings(|r| r.cyrillic, |w| loose(&modern(w))));

/// The meaning of a name's first word, where it is one that is translated.
pub(super) fn meaning(word: &str, script: Script) -> Option<&'static str> {
    let (table, key) = match script {
        Script::Latin => (&LATIN, fold(word)),
        Script::Cyrillic => (&CYRILLIC, loose(&modern(word))),
        _ => return None,
    };
    table.iter().find(|(k, _)| *k == key).map(|(_, m)| *m)
}

/// The same of a Chinese name in one shape, with the rest of it: at least two characters.
pub(super) fn meaning_han(name: &str) -> Option<(&'static str, &str, &str)> {
    HAN.iter().find_map(|(k, m)| {
        let rest = name.strip_prefix(k.as_str())?;
        rest.chars().nth(1).map(|_| (*m, &name[..k.len()], rest))
    })
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
        assert_eq!(meaning_han("黑龙"), None);
    }
}
