//! The forms of a text: every key under which it can meet another, and how each was made.

use unicode_normalization::UnicodeNormalization;

use super::cyrillic::{loose, modern};
use super::fold::{Script, elision, fold, words};
pub(super) use super::form::{Bent, Dropped, Form, Via};
use super::generics::{self, Class};
use super::latin::{self, Ear};
use super::palladius::palladius;
use super::pinyin::{dictionary, reading, syllables};
use super::{arabic, cases, han, phrase, translated, wade};

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
            let letters: Vec<String> = words(text).map(arabic::cyrillic).collect();
            out.push(loose(&letters.concat()), Via::Letters, None);
            out.push(fold(text), Via::Text, None);
            let split: Vec<&str> = letters.iter().map(String::as_str).collect();
            for (part, dropped) in parts(&split, Script::Cyrillic, true).into_iter().skip(1) {
                out.push(loose(&part.concat()), Via::Letters, dropped.as_ref());
            }
        }
        Script::Other => out.push(fold(text), Via::Text, None),
    }
    if out.is_query() {
        out.heads();
    }
    out.forms
}

/// The forms of a query: of the whole, and of what stands outside and inside of brackets.
pub(super) fn asked(query: &str) -> Vec<Form> {
    let mut out = forms(query, Whose::Query);
    // «На Зайсане», «die Kirgisen».
    if let Some((first, rest)) = query.split_once(char::is_whitespace)
        && phrase::empty(&first.to_lowercase())
    {
        for form in forms(rest, Whose::Query) {
            if !out.iter().any(|f| f.key == form.key) {
                out.push(form);
            }
        }
    }
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
        self.add(Form { key, via, dropped: dropped.cloned(), meaning: None, bent: None });
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
        self.add(Form { key, via, dropped: dropped.cloned(), meaning, bent: None });
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
        let split: Vec<&str> = words(&lower).map(|w| &w[elision(w)..]).collect();
        let parts = parts(&split, Script::Latin, self.is_query());
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
                if self.is_query() {
                    for key in plural(part, ear) {
                        let dropped = dropped.clone();
                        self.add(Form { key, via: ear.into(), dropped, meaning: None, bent: Some(Bent::Case) });
                    }
                }
                for (meaning, rest) in meant(part, Script::Latin, self.is_query()) {
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
            self.phrases(&lower, Script::Latin, ear, ear.into());
        }
    }

    fn cyrillic(&mut self, text: &str) {
        let lower: String = text.nfc().flat_map(char::to_lowercase).collect();
        self.cyrillic_words(&lower);
        if !matches!(self.whose, Whose::Name("zh-Cyrl")) {
            self.phrases(&lower, Script::Cyrillic, Ear::English, Via::Letters);
        }
    }

    /// The words in any order.
    fn phrases(&mut self, lower: &str, script: Script, ear: Ear, via: Via) {
        for phrase in phrase::phrases(lower, script, ear, self.is_query()) {
            let dropped = phrase.dropped.map(|(class, term)| Dropped { class, term, before: false });
            let bent = self.is_query().then_some(Bent::Order);
            self.add(Form { key: phrase.key, via, dropped, meaning: None, bent });
        }
    }

    /// A query with к for х at its head, or the reverse.
    fn heads(&mut self) {
        let heads: Vec<Form> = self
            .forms
            .iter()
            .filter_map(|f| {
                let ears = f.via == Via::Letters || f.via.ear().is_some();
                let long = f.key.chars().count() >= 5 && f.meaning.is_none() && f.bent.is_none();
                let rest = |from: char| f.key.strip_prefix(from).filter(|_| ears && long);
                let key = rest('х').map(|r| format!("к{r}")).or_else(|| rest('к').map(|r| format!("х{r}")))?;
                Some(Form { key, bent: Some(Bent::Head), ..f.clone() })
            })
            .collect();
        for form in heads {
            self.add(form);
        }
    }

    fn cyrillic_words(&mut self, lower: &str) {
        let split: Vec<&str> = words(lower).collect();
        let key = |part: &[&str]| loose(&part.iter().map(|w| modern(w)).collect::<String>());
        for (part, dropped) in parts(&split, Script::Cyrillic, self.is_query()) {
            let dropped = dropped.as_ref();
            self.push(key(&part), Via::Letters, dropped);
            // Slips are judged by the letters as they stand: дж is two of them.
            self.push(fold(&part.concat()), Via::Text, dropped);
            if self.is_query() {
                // A doubled letter may be the slip: Маркколь.
                self.push(loose_doubled(&part), Via::Letters, dropped);
            }
            let Some((last, front)) = part.split_last() else { continue };
            let word = modern(last);
            // Телецкое озеро is Телецк with a lake: so it is in every case.
            let adjective = || cases::adjective(&word).filter(|s| dropped.is_some() && s.ends_with('к'));
            for stem in cases::stem(&word).into_iter().chain(adjective()) {
                self.push(key(&[front, &[stem]].concat()), Via::Letters, dropped);
            }
            let mut bents = Vec::new();
            if dropped.is_some() || self.is_query() {
                bents = cases::nominatives(&word);
            }
            for other in &bents {
                let key = key(&[front, &[other.as_str()]].concat());
                self.add(Form {
                    key,
                    via: Via::Letters,
                    dropped: dropped.cloned(),
                    meaning: None,
                    bent: Some(Bent::Case),
                });
            }
            for (meaning, rest) in meant(&part, Script::Cyrillic, self.is_query()) {
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
fn meant<'p, 'a>(part: &'p [&'a str], script: Script, query: bool) -> Vec<((&'static str, &'a str), &'p [&'a str])> {
    let mut out = Vec::new();
    if let Some((first, rest)) = part.split_first()
        && let Some(meaning) = translated::meaning(first, script, query)
    {
        out.push(((meaning, *first), rest));
    }
    // Алатау Джунгарский is inverted, Хан-Тенгри is not: of Cyrillic only an adjective.
    let inverted = |w: &str| script == Script::Latin || cases::adjective(&modern(w)).is_some();
    if part.len() > 1
        && let Some((last, rest)) = part.split_last()
        && inverted(last)
        && let Some(meaning) = translated::meaning(last, script, query)
    {
        out.push(((meaning, *last), rest));
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

/// The keys of words whose last has an ending of a plural or an adjective, or each of them: Kirgisen-Kaisaken, Uryljskij.
fn plural(words: &[&str], ear: Ear) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for soft in [false, true] {
        let read: Vec<String> = words
            .iter()
            .filter_map(|w| {
                let mut readings = latin::readings(w, ear);
                if soft { readings.pop() } else { readings.into_iter().next() }
            })
            .collect();
        let Some((last, front)) = read.split_last() else { continue };
        let mut lasts: Vec<String> = cases::without_ending(last, ear).into_iter().map(str::to_owned).collect();
        let key = loose(last);
        let russian = ["скаиа", "скоие", "скои", "ское", "ска", "ски", "ско"];
        lasts.extend(russian.iter().find_map(|e| key.strip_suffix(e)).map(str::to_owned));
        lasts.retain(|l| l.chars().count() >= 3);
        let each =
            front.iter().map(|w| cases::without_ending(w, ear).first().copied().unwrap_or(w)).collect::<String>();
        for last in lasts {
            out.push(loose(&(front.concat() + &last)));
            out.push(loose(&(each.clone() + &last)));
        }
    }
    out
}

/// The words, and again without generic terms.
fn parts<'a>(words: &[&'a str], script: Script, query: bool) -> Vec<(Vec<&'a str>, Option<Dropped>)> {
    let bare = generics::bare(words, script, query);
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
