//! The forms of a text: every key under which it can meet another, and how each was made.

use unicode_normalization::UnicodeNormalization;

use super::cyrillic::{loose, modern, nominative, stem};
use super::fold::{Script, fold, words};
use super::generics::{self, Class};
use super::latin::{self, Ear};
use super::palladius::palladius;
use super::pinyin::{dictionary, reading, syllables};
use super::{arabic, han, translated, wade};

/// How a key was made.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Via {
    /// The text itself, folded: Han in one shape, Latin without marks.
    Text,
    /// Cyrillic or Uyghur letters, old and foreign ones replaced, exchanged ones joined.
    Letters,
    /// Han, one character for each sound.
    OneSound,
    /// The reading of Han.
    Pinyin,
    /// The reading that dictionaries give, where these names have another.
    OtherReading,
    /// The reading in Wade-Giles; or a Latin text as if it were that.
    Wade,
    /// The reading in Palladius.
    Palladius,
    /// Latin as this one meant it.
    English,
    German,
    French,
}

impl From<Ear> for Via {
    fn from(ear: Ear) -> Self {
        match ear {
            Ear::English => Self::English,
            Ear::German => Self::German,
            Ear::French => Self::French,
        }
    }
}

impl Via {
    /// The ear, where it is one.
    pub fn ear(self) -> Option<Ear> {
        match self {
            Self::English => Some(Ear::English),
            Self::German => Some(Ear::German),
            Self::French => Some(Ear::French),
            _ => None,
        }
    }

    /// In a word, for `--explain`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "as folded",
            Self::Letters => "letters",
            Self::OneSound => "one character a sound",
            Self::Pinyin => "Pinyin",
            Self::OtherReading => "Pinyin, other reading",
            Self::Wade => "Wade-Giles",
            Self::Palladius => "Palladius",
            Self::English => "English ear",
            Self::German => "German ear",
            Self::French => "French ear",
        }
    }
}

/// A generic term that a form lacks.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Dropped {
    pub class: Class,
    pub term: String,
    pub before: bool,
}

/// A key, and how it was made.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Form {
    pub key: String,
    pub via: Via,
    pub dropped: Option<Dropped>,
    /// The first word by its meaning, and that word.
    pub meaning: Option<(&'static str, String)>,
}

/// Who a text belongs to: a name has a language, a query may be anything.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Whose<'a> {
    Name(&'a str),
    Query,
}

/// The forms of a text, each key once; those with less done to the text first.
pub(super) fn forms(text: &str, whose: Whose<'_>) -> Vec<Form> {
    let mut out = Forms { whose, forms: Vec::new() };
    match Script::of(text) {
        Script::Han => out.han(text),
        Script::Latin => out.latin(text),
        Script::Cyrillic => out.cyrillic(text),
        Script::Arabic => {
            let letters: String = words(text).map(arabic::cyrillic).collect();
            out.push(loose(&letters), Via::Letters, None, None);
            out.push(fold(text), Via::Text, None, None);
        }
        Script::Other => out.push(fold(text), Via::Text, None, None),
    }
    out.forms
}

struct Forms<'a> {
    whose: Whose<'a>,
    forms: Vec<Form>,
}

impl Forms<'_> {
    fn push(&mut self, key: String, via: Via, dropped: Option<&Dropped>, meaning: Option<(&'static str, String)>) {
        if key.is_empty() || self.forms.iter().any(|f| f.key == key) {
            return;
        }
        self.forms.push(Form { key, via, dropped: dropped.cloned(), meaning });
    }

    fn is_query(&self) -> bool {
        self.whose == Whose::Query
    }

    fn han(&mut self, text: &str) {
        let shape = han::one_shape(&han::simplified(text));
        let bare = generics::bare_han(&shape);
        let dropped = |class: Class, term: &str| Dropped { class, term: term.to_owned(), before: false };
        let parts: Vec<(&str, Option<Dropped>)> = std::iter::once((shape.as_str(), None))
            .chain(bare.iter().map(|(name, class, term)| (*name, Some(dropped(*class, term)))))
            .collect();
        for (part, dropped) in &parts {
            self.push((*part).to_owned(), Via::Text, dropped.as_ref(), None);
        }
        for (part, dropped) in &parts {
            self.push(han::one_sound(part), Via::OneSound, dropped.as_ref(), None);
            if let Some((meaning, word, rest)) = translated::meaning_han(part) {
                self.push(format!("{meaning}+{rest}"), Via::Text, dropped.as_ref(), Some((meaning, word.to_owned())));
            }
            self.readings(part, dropped.as_ref());
        }
    }

    /// A Chinese name by its readings. Of a query only Pinyin, and from three characters: two sound like too much.
    fn readings(&mut self, part: &str, dropped: Option<&Dropped>) {
        let Some(read) = syllables(part, reading) else { return };
        if self.is_query() {
            if read.len() >= 3 {
                self.push(fold(&read.concat()), Via::Pinyin, dropped, None);
            }
            return;
        }
        self.push(fold(&read.concat()), Via::Pinyin, dropped, None);
        if let Some(other) = syllables(part, dictionary)
            && other != read
        {
            self.push(fold(&other.concat()), Via::OtherReading, dropped, None);
        }
        let spelled: String = read.iter().map(|s| wade::wade(s)).collect();
        self.push(wade::loose(&fold(&spelled)), Via::Wade, dropped, None);
        let spelled: String = read.iter().map(|s| palladius(s)).collect();
        self.push(loose(&spelled), Via::Palladius, dropped, None);
    }

    fn latin(&mut self, text: &str) {
        let lower: String = text.nfc().flat_map(char::to_lowercase).nfc().collect();
        let split: Vec<&str> = words(&lower).collect();
        let parts = parts(&split, Script::Latin);
        for (part, dropped) in &parts {
            let key = fold(&part.concat());
            if self.is_query() {
                let toneless: String = key.chars().filter(|c| !c.is_ascii_digit()).collect();
                if toneless.len() >= 2 {
                    let unrounded = toneless.replace("lv", "lu").replace("nv", "nu");
                    self.push(key.clone(), Via::Text, dropped.as_ref(), None);
                    self.push(toneless, Via::Pinyin, dropped.as_ref(), None);
                    self.push(unrounded, Via::Pinyin, dropped.as_ref(), None);
                    self.push(wade::loose(&key), Via::Wade, dropped.as_ref(), None);
                    continue;
                }
            }
            self.push(key, Via::Text, dropped.as_ref(), None);
        }
        let all = match self.whose {
            Whose::Query => &Ear::ALL[..],
            // Chinese in Latin letters has its readings beside it.
            Whose::Name("zh-Latn-pinyin" | "zh-Latn-wadegile") => &[],
            Whose::Name(lang) => &[Ear::of(lang)],
        };
        let guess = Ear::guess(&lower);
        let mut ears = all.to_vec();
        ears.sort_by_key(|e| (Some(*e) != guess, *e));
        for ear in ears {
            for (part, dropped) in &parts {
                for read in heard(part, ear) {
                    self.push(loose(&read), ear.into(), dropped.as_ref(), None);
                }
                if let Some((first, rest)) = part.split_first()
                    && !rest.is_empty()
                    && let Some(meaning) = translated::meaning(first, Script::Latin)
                {
                    for read in heard(rest, ear) {
                        let word = Some((meaning, (*first).to_owned()));
                        self.push(format!("{meaning}+{}", loose(&read)), ear.into(), dropped.as_ref(), word);
                    }
                }
            }
        }
    }

    fn cyrillic(&mut self, text: &str) {
        let lower: String = text.nfc().flat_map(char::to_lowercase).collect();
        let split: Vec<&str> = words(&lower).collect();
        let key = |part: &[&str]| loose(&part.iter().map(|w| modern(w)).collect::<String>());
        for (part, dropped) in parts(&split, Script::Cyrillic) {
            self.push(key(&part), Via::Letters, dropped.as_ref(), None);
            if let Some((first, rest)) = part.split_first()
                && !rest.is_empty()
                && let Some(meaning) = translated::meaning(first, Script::Cyrillic)
            {
                let word = Some((meaning, (*first).to_owned()));
                self.push(format!("{meaning}+{}", key(rest)), Via::Letters, dropped.as_ref(), word);
                if dropped.as_ref().is_some_and(|d| d.before) && let Some((last, front)) = rest.split_last() {
                    for other in bent(last) {
                        let ended = key(&[front, &[other.as_str()]].concat());
                        let word = Some((meaning, (*first).to_owned()));
                        self.push(format!("{meaning}+{ended}"), Via::Letters, dropped.as_ref(), word);
                    }
                }
            }
            let Some((last, front)) = part.split_last() else { continue };
            let word = modern(last);
            if let Some(stem) = stem(&word) {
                self.push(key(&[front, &[stem]].concat()), Via::Letters, dropped.as_ref(), None);
            }
            if dropped.as_ref().is_some_and(|d| d.before) {
                for other in bent(last) {
                    self.push(key(&[front, &[other.as_str()]].concat()), Via::Letters, dropped.as_ref(), None);
                }
            }
        }
    }
}

/// What a genitive may be one of: алкабека is алкабек, ак-кабы is ак-каба.
fn bent(word: &str) -> Vec<String> {
    let word = modern(word);
    match nominative(&word) {
        Some(rest) if word.ends_with(['ы', 'и']) => vec![format!("{rest}а"), rest.to_owned()],
        Some(rest) => vec![rest.to_owned()],
        None => Vec::new(),
    }
}

/// The words, and again without generic terms.
fn parts<'a>(words: &[&'a str], script: Script) -> Vec<(Vec<&'a str>, Option<Dropped>)> {
    let bare = generics::bare(words, script);
    std::iter::once((words.to_vec(), None))
        .chain(bare.into_iter().map(|b| (b.words, Some(Dropped { class: b.class, term: b.term, before: b.before }))))
        .collect()
}

/// Words in Cyrillic as an ear meant them, once or twice.
fn heard(words: &[&str], ear: Ear) -> Vec<String> {
    let read: Vec<Vec<String>> = words.iter().map(|w| latin::readings(w, ear)).collect();
    let first: String = read.iter().map(|r| r[0].as_str()).collect();
    let second: String = read.iter().map(|r| r[r.len() - 1].as_str()).collect();
    if first == second { vec![first] } else { vec![first, second] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meet(a: (&str, &str), query: &str) -> bool {
        let name = forms(a.0, Whose::Name(a.1));
        forms(query, Whose::Query).iter().any(|q| name.iter().any(|n| n.key == q.key))
    }

    #[test]
    fn names_meet_their_spellings() {
        for (name, lang, query) in [
            ("科里扎特", "zh-Hans", "Kelizhate"),
            ("廓里扎特", "zh-Hans", "K’uo-li-cha-t’ê"),
            ("廓里扎特", "zh-Hans", "Kwo-li-cha-tê"),
            ("霍尔果斯", "zh-Hans", "Hoerkwosze"),
            ("霍尔果斯", "zh-Hans", "Huò’ěrguǒsī"),
            ("苇塘子", "zh-Hans", "Вэй-тан-цзы"),
            ("沙宾达巴哈", "zh-Hans", "Sha1 bin1 da2 ba1 ha1"),
            ("喀喇额尔齐斯河", "zh-Hans", "黑额尔齐斯河"),
            ("Кара-Иртыш", "ru", "Schwarzer Irtysch"),
            ("устье Алкабека", "ru", "Алкабек"),
            ("исток Ак-Кабы", "ru", "Ak-Kaba"),
            ("Тарбагатай", "ru", "Тарбагатайскій хребетъ"),
            ("Чугучак", "ru", "Tschugutschak"),
            ("Шабин-Дабага", "ru", "Chabindabaga"),
            ("Lake Zaisan", "en", "Zaisan-nor"),
            ("Хабар-асу", "ru", "Chabär-assu"),
        ] {
            assert!(meet((name, lang), query), "{name} {query}: {:?} {:?}", forms(name, Whose::Name(lang)), forms(query, Whose::Query));
        }
    }

    #[test]
    fn two_characters_never_meet_by_sound() {
        assert!(!meet(("伊犁", "zh-Hans"), "医理"));
        assert!(meet(("伊犁", "zh-Hans"), "伊犂"));
    }
}
