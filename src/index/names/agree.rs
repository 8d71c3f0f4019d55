//! When a form of the query and a form of a name have one key: what was done to them, in words, and what that costs.

use super::forms::{Dropped, Form, Via};
use super::generics::{self, Class};
use super::hit::{How, Stage};
use super::{cyrillic, fold, han};

/// What two forms with one key are worth before generic terms are looked at.
pub(super) fn worth(query: Via, name: Via) -> f64 {
    use Via::{English, French, German, Letters, OneSound, OtherReading, Palladius, Pinyin, Text, Wade};
    match (query, name) {
        (Text, Text) | (Letters, Letters) => 0.96,
        (Text, Pinyin) => 0.95,
        (Pinyin, Pinyin | Text) => 0.88,
        (_, OtherReading) => 0.86,
        (Text | Wade | Pinyin, Wade) => 0.92,
        (Wade, _) => 0.87,
        (OneSound, _) | (_, OneSound) => 0.86,
        (Letters, Palladius) => 0.93,
        (English | German | French, Letters) => 0.92,
        (Letters, English | German | French) => 0.91,
        (English | German | French, English | German | French) => {
            if query == name {
                0.92
            } else {
                0.88
            }
        }
        (English | German | French, Palladius) => 0.84,
        _ => 0.85,
    }
}

/// What generic terms take off: nothing for the same class, most for another; `None` where it can't be the same thing.
///
/// `place` is the class of the place itself: *Lake X* is meant for a lake called X, whatever the name says.
pub(super) fn generic_cost(query: Option<Class>, name: Option<Class>, place: Option<Class>, core: &str) -> Option<f64> {
    let letters = core.chars().count();
    let short = if core.chars().next().is_some_and(|c| c >= '\u{2E80}') { letters < 2 } else { letters < 4 };
    match (query, name) {
        (None, None) => Some(0.0),
        // The name has a term that nobody asked for.
        (None, Some(_)) => (!short).then_some(0.10),
        (Some(asked), said) => {
            let nearest = said.into_iter().chain(place).map(|c| generics::apart(asked, c)).min();
            match nearest {
                Some(0) => Some(0.04),
                Some(1) => Some(0.13),
                None => Some(0.08),
                Some(_) => (!short).then_some(0.28),
            }
        }
    }
}

/// The steps that made two texts meet, in words, and the stage they amount to.
pub(super) fn explain(asked: &str, query: &Form, text: &str, name: &Form) -> (How, f64) {
    if fold::fold(asked) == fold::fold(text) {
        return (How::new(Stage::Folded, "but for case, accents and punctuation"), 0.98);
    }
    let mut steps: Vec<String> = Vec::new();
    let mut stage = Stage::Rule;
    let mut score = worth(query.via, name.via);
    let same_term = match (&query.dropped, &name.dropped) {
        (None, None) => true,
        (Some(a), Some(b)) => a.term == b.term,
        _ => false,
    };
    match (query.via, name.via) {
        (Via::Text, Via::Text) if fold::Script::of(text) == fold::Script::Han => {
            let (a, b) = (han::simplified(asked), han::simplified(text));
            let (a, b) = (core(&a, query.dropped.as_ref()), core(&b, name.dropped.as_ref()));
            if a != b {
                let (x, y) = han::pair(a, b).unwrap_or(('?', '?'));
                steps.push(format!("variant character ({x}/{y})"));
                score -= 0.01;
            } else if same_term || core(asked, query.dropped.as_ref()) != core(text, name.dropped.as_ref()) {
                steps.push("traditional → simplified".to_owned());
            }
            if same_term && query.meaning.is_none() {
                stage = Stage::Respelled;
            }
        }
        (Via::OneSound, _) | (_, Via::OneSound) => {
            let shape = |t: &str| han::one_shape(&han::simplified(t));
            let (a, b) = (shape(asked), shape(text));
            let (x, y) =
                han::pair(core(&a, query.dropped.as_ref()), core(&b, name.dropped.as_ref())).unwrap_or(('?', '?'));
            steps.push(format!("sound variant ({x}/{y})"));
        }
        (Via::Pinyin, Via::Pinyin) if fold::Script::of(asked) == fold::Script::Han => {
            steps.push("the same reading".to_owned());
        }
        (Via::Text | Via::Pinyin, Via::Pinyin | Via::OtherReading) => steps.push("Pinyin, tones ignored".to_owned()),
        (Via::Text | Via::Wade | Via::Pinyin, Via::Wade) => steps.push("Wade-Giles → Pinyin".to_owned()),
        (Via::Wade, _) => steps.push("Wade-Giles, loosely".to_owned()),
        (Via::Letters, Via::Palladius) => steps.push("Palladius → Pinyin".to_owned()),
        (Via::Letters, Via::Letters) => {
            let letters = |t: &str| fold::words(t).map(cyrillic::modern).collect::<String>();
            let alphabets = [cyrillic::alphabet(asked), cyrillic::alphabet(text)];
            let modern_alike = fold::fold(&letters(asked)) == fold::fold(&letters(text));
            if alphabets.contains(&cyrillic::Alphabet::Old) {
                steps.push("old spelling (ъ, ѣ, і)".to_owned());
                if modern_alike {
                    stage = Stage::Respelled;
                }
            } else if alphabets.contains(&cyrillic::Alphabet::Other) {
                steps.push("other Cyrillic alphabet".to_owned());
                score -= 0.02;
            } else if !modern_alike && same_term && query.meaning.is_none() {
                steps.push("letters that names exchange (э/е, ы/и, дж/ж …)".to_owned());
                score -= 0.02;
            }
        }
        (ear, _) if ear.ear().is_some() => {
            let ear = ear.ear().map_or("", |e| e.as_str());
            let of = if fold::Script::of(text) == fold::Script::Han { "Palladius of " } else { "" };
            steps.push(format!("{ear} spelling of {of}{text}"));
        }
        (_, ear) if ear.ear().is_some() => {
            steps.push(
                format!("Cyrillic of an {} spelling", ear.ear().map_or("", |e| e.as_str()))
                    .replace("an G", "a G")
                    .replace("an F", "a F"),
            );
        }
        _ => {}
    }
    match (&query.meaning, &name.meaning) {
        (Some((meaning, a)), Some((_, b))) if a != b => {
            steps.push(if a == meaning {
                format!("translated word ({meaning} = {b})")
            } else {
                format!("translated word ({a} = {b}, {meaning})")
            });
            score -= 0.05;
        }
        _ => {}
    }
    if let Some(bent) = query.bent {
        steps.push(bent.as_str().to_owned());
        score -= bent.cost();
    }
    steps.extend(terms(query.dropped.as_ref(), name.dropped.as_ref()));
    if steps.is_empty() {
        steps.push("letters that names exchange".to_owned());
    }
    (How { stage, words: steps.join(", ") }, score)
}

/// What happened to generic terms.
fn terms(query: Option<&Dropped>, name: Option<&Dropped>) -> Option<String> {
    let gone = |d: &Dropped| {
        let at = if d.before { "«{}» before the name" } else { "ending «{}»" };
        format!("{} dropped", at.replace("{}", d.term.trim()))
    };
    match (query, name) {
        (None, None) => None,
        (Some(d), None) | (None, Some(d)) => Some(gone(d)),
        (Some(a), Some(b)) if a.term.to_lowercase() == b.term.to_lowercase() => None,
        (Some(a), Some(b)) if generics::apart(a.class, b.class) == 0 => Some(format!("«{}» = «{}»", a.term, b.term)),
        (Some(a), Some(b)) => Some(format!("«{}» for «{}»", a.term, b.term)),
    }
}

/// A Chinese text without the term at its end.
fn core<'t>(text: &'t str, dropped: Option<&Dropped>) -> &'t str {
    let letters = dropped.map_or(0, |d| d.term.chars().count());
    let cut = text.char_indices().rev().nth(letters.wrapping_sub(1)).map_or(text.len(), |(i, _)| i);
    if letters == 0 { text } else { &text[..cut] }
}
