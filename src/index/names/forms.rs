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
    /// A word by its meaning, and that word.
    pub meaning: Option<(&'static str, String)>,
    /// A case ending is off.
    pub bent: bool,
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
            out.push(loose(&letters), Via::Letters, None);
            out.push(fold(text), Via::Text, None);
        }
        Script::Other => out.push(fold(text), Via::Text, None),
    }
    out.forms
}

/// The forms of a query: of the whole, and of what stands outside and inside of brackets.
pub(super) fn asked(query: &str) -> Vec<Form> {
    let mut out = forms(query, Whose::Query);
    let brackets = ['(', ')', '（', '）', '[', ']', '/'];
    if query.contains(brackets) {
        for part in query.split(brackets).filter(|p| !p.trim().is_empty()) {
            for form in forms(part, Whose::Query) {
                if !out.iter().any(|f| f.key == form.key) {
                    out.push(form);
                }
            }
        }
    }
    out
}

struct Forms<'a> {
    whose: Whose<'a>,
    forms: Vec<Form>,
}

impl Forms<'_> {
    fn push(&mut self, key: String, via: Via, dropped: Option<&Dropped>) {
        self.add(Form { key, via, dropped: dropped.cloned(), meaning: None, bent: false });
    }

    fn add(&mut self, form: Form) {
        if !form.key.is_empty() && !self.forms.iter().any(|f| f.key == form.key) {
            self.forms.push(form);
        }
    }

    /// A name with a word by its meaning: with the rest of the name, or with the class of a term that is all the rest.
    fn push_meant(&mut self, meaning: (&'static str, &str), rest: Rest, via: Via, dropped: Option<&Dropped>) {
        let rest = match rest {
            Rest::Key(key) => key,
            Rest::Term(class) => generics::group(class).to_owned(),
        };
        let key = format!("{}+{rest}", meaning.0);
        let meaning = Some((meaning.0, meaning.1.to_owned()));
        self.add(Form { key, via, dropped: dropped.cloned(), meaning, bent: false });
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
            self.push((*part).to_owned(), Via::Text, dropped.as_ref());
        }
        if let Some((first, class)) = generics::one_and_term(&shape) {
            self.push(format!("{first}+{}", generics::group(class)), Via::Text, None);
        }
        for (part, dropped) in &parts {
            self.push(han::one_sound(part), Via::OneSound, dropped.as_ref());
            if let Some((meaning, word, rest)) = translated::meaning_han(part) {
                let term = generics::term_han(rest).map(Rest::Term);
                let name = || (rest.chars().count() > 1).then(|| Rest::Key(rest.to_owned()));
                if let Some(rest) = term.or_else(name) {
                    self.push_meant((meaning, word), rest, Via::Text, dropped.as_ref());
                }
            }
            self.readings(part, dropped.as_ref());
        }
    }

    /// A Chinese name by its readings. Of a query only Pinyin, and from three characters: two sound like too much.
    fn readings(&mut self, part: &str, dropped: Option<&Dropped>) {
        let Some(read) = syllables(part, reading) else { return };
        if self.is_query() {
            if read.len() >= 3 {
                self.push(fold(&read.concat()), Via::Pinyin, dropped);
            }
            return;
        }
        self.push(fold(&read.concat()), Via::Pinyin, dropped);
        if let Some(other) = syllables(part, dictionary)
            && other != read
        {
            self.push(fold(&other.concat()), Via::OtherReading, dropped);
        }
        let spelled: String = read.iter().map(|s| wade::wade(s)).collect();
        self.push(wade::loose(&fold(&spelled)), Via::Wade, dropped);
        let spelled: String = read.iter().map(|s| palladius(s)).collect();
        self.push(loose(&spelled), Via::Palladius, dropped);
    }

    fn latin(&mut self, text: &str) {
        let lower: String = text.nfc().flat_map(char::to_lowercase).nfc().collect();
        // French l’ and d’ are words; in Chinese names no apostrophe stands after these letters.
        let elided = |w: &str| ["l'", "l’", "d'", "d’"].iter().find_map(|e| w.strip_prefix(e).map(str::len));
        let split: Vec<&str> = words(&lower).map(|w| elided(w).map_or(w, |rest| &w[w.len() - rest..])).collect();
        let parts = parts(&split, Script::Latin);
        for (part, dropped) in &parts {
            let key = fold(&part.concat());
            let toneless: String = key.chars().filter(|c| !c.is_ascii_digit()).collect();
            self.push(key.clone(), Via::Text, dropped.as_ref());
            if self.is_query() && toneless.len() >= 2 {
                let unrounded = toneless.replace("lv", "lu").replace("nv", "nu");
                let post = wade::loose(&wade::postal(&key));
                self.push(toneless, Via::Pinyin, dropped.as_ref());
                self.push(unrounded, Via::Pinyin, dropped.as_ref());
                self.push(wade::loose(&key), Via::Wade, dropped.as_ref());
                self.push(post, Via::Wade, dropped.as_ref());
            }
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
                    self.push(loose(&read), ear.into(), dropped.as_ref());
                }
                for (meaning, rest) in meant(part, Script::Latin) {
                    if let Some(class) = generics::term(rest, Script::Latin) {
                        self.push_meant(meaning, Rest::Term(class), ear.into(), dropped.as_ref());
                    }
                    for read in heard(rest, ear).iter().map(|r| loose(r)).filter(|r| !r.is_empty()) {
                        self.push_meant(meaning, Rest::Key(read), ear.into(), dropped.as_ref());
                    }
                    if let (Some(dropped), true) = (dropped, rest.is_empty()) {
                        self.push_meant(meaning, Rest::Term(dropped.class), ear.into(), None);
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
            let dropped = dropped.as_ref();
            self.push(key(&part), Via::Letters, dropped);
            // Slips are judged by the letters as they stand: дж is two of them.
            self.push(fold(&part.concat()), Via::Text, dropped);
            if self.is_query() {
                // A doubled letter may be the slip: Маркколь.
                self.push(loose_doubled(&part), Via::Letters, dropped);
            }
            let Some((last, front)) = part.split_last() else { continue };
            if let Some(stem) = stem(&modern(last)) {
                self.push(key(&[front, &[stem]].concat()), Via::Letters, dropped);
            }
            let mut bents = Vec::new();
            if dropped.is_some() || self.is_query() {
                bents = bent(last, dropped.is_some_and(|d| !d.before));
            }
            for other in &bents {
                let key = key(&[front, &[other.as_str()]].concat());
                self.add(Form { key, via: Via::Letters, dropped: dropped.cloned(), meaning: None, bent: true });
            }
            for (meaning, rest) in meant(&part, Script::Cyrillic) {
                match generics::term(rest, Script::Cyrillic) {
                    Some(class) => self.push_meant(meaning, Rest::Term(class), Via::Letters, dropped),
                    None if rest.is_empty() => {
                        if let Some(dropped) = dropped {
                            self.push_meant(meaning, Rest::Term(dropped.class), Via::Letters, None);
                        }
                    }
                    None => {
                        self.push_meant(meaning, Rest::Key(key(rest)), Via::Letters, dropped);
                        for other in &bents {
                            let front = &rest[..rest.len() - 1];
                            self.push_meant(
                                meaning,
                                Rest::Key(key(&[front, &[other.as_str()]].concat())),
                                Via::Letters,
                                dropped,
                            );
                        }
                    }
                }
            }
        }
    }
}

/// What follows a word that is taken by its meaning.
enum Rest {
    Key(String),
    /// A generic term and nothing else: Алтын-Кёль is golden + lake.
    Term(Class),
}

/// The first word by its meaning with the others, and the last: Irtych noir.
fn meant<'p, 'a>(part: &'p [&'a str], script: Script) -> Vec<((&'static str, &'a str), &'p [&'a str])> {
    let mut out = Vec::new();
    if let Some((first, rest)) = part.split_first()
        && let Some(meaning) = translated::meaning(first, script)
    {
        out.push(((meaning, *first), rest));
    }
    if script == Script::Latin
        && part.len() > 1
        && let Some((last, rest)) = part.split_last()
        && let Some(meaning) = translated::meaning(last, script)
    {
        out.push(((meaning, *last), rest));
    }
    out
}

/// What a case ending may be one of: алкабека is алкабек, ак-кабы is ак-каба; before a term, илийн гол is или.
fn bent(word: &str, before_a_term: bool) -> Vec<String> {
    let word = modern(word);
    let mut out = Vec::new();
    if before_a_term {
        let of = ["гийн", "ийн", "ын", "йн", "ний", "нын", "нин", "нынг", "нинг"];
        let long = |r: &&str| r.chars().count() >= 3;
        out.extend(of.iter().filter_map(|e| word.strip_suffix(e)).filter(long).map(str::to_owned));
    } else if let Some(rest) = nominative(&word) {
        if word.ends_with(['ы', 'и']) {
            out.push(format!("{rest}а"));
        }
        out.push(rest.to_owned());
    }
    out
}

/// The loose key of words, doubled letters kept.
fn loose_doubled(part: &[&str]) -> String {
    let word: String = part.iter().map(|w| modern(w)).collect();
    let mut out = String::with_capacity(word.len());
    let mut last = None;
    for c in word.chars() {
        let mut buffer = [0; 4];
        if Some(c) == last {
            out.push(c);
        } else {
            out.push_str(&loose(c.encode_utf8(&mut buffer)));
        }
        last = Some(c);
    }
    out
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
            assert!(
                meet((name, lang), query),
                "{name} {query}: {:?} {:?}",
                forms(name, Whose::Name(lang)),
                forms(query, Whose::Query)
            );
        }
    }

    #[test]
    fn two_characters_never_meet_by_sound() {
        assert!(!meet(("伊犁", "zh-Hans"), "医理"));
        assert!(meet(("伊犁", "zh-Hans"), "伊犂"));
    }
}
