//! A citation for a footnote: one thing of the atlas, with a stable id and the version of the data.

use serde::Serialize;
use serde_json::{Value, json};

use super::show::Shown;
use super::side::SideAnswer;
use crate::model::{Atlas, Citation, Place};

/// A language that citations are written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Chinese.
    Zh,
    /// Russian.
    Ru,
}

impl Lang {
    /// The tag of a name or title in it.
    fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh-Hans",
            Self::Ru => "ru",
        }
    }
}

impl std::str::FromStr for Lang {
    type Err = crate::Error;

    fn from_str(text: &str) -> Result<Self, crate::Error> {
        match text {
            "en" => Ok(Self::En),
            "zh" => Ok(Self::Zh),
            "ru" => Ok(Self::Ru),
            other => Err(crate::Error::unknown("language", other, ["en", "zh", "ru"])),
        }
    }
}

/// A citation.
#[derive(Clone, Debug, Serialize)]
pub struct Cited {
    /// `karun:` and the id: it stays.
    pub id: String,
    /// For a footnote.
    pub text: String,
    /// For a reference manager: an item of CSL-JSON.
    pub csl: Value,
}

/// A citation of whatever an id names. The version is that of the bundled data; a folder of one's own has none.
///
/// ```
/// use karun::{Atlas, query::{cite::{self, Lang}, show::show}};
/// let atlas = Atlas::bundled();
/// let cited = cite::of(&atlas, &show(&atlas, "burkhat", None)?, Lang::En);
/// assert_eq!(cited.id, "karun:burkhat");
/// assert!(cited.text.contains("Burkhat pass"));
/// # Ok::<(), karun::Error>(())
/// ```
pub fn of(atlas: &Atlas, shown: &Shown<'_>, lang: Lang) -> Cited {
    let (id, title, sources): (String, String, Vec<&Citation>) = match shown {
        Shown::Place { place, .. } => {
            let title = match own_name(place, lang).filter(|n| *n != place.display_name()) {
                Some(name) => format!("{name} ({})", place.display_name()),
                None => place.display_name().to_owned(),
            };
            (place.id.to_string(), title, place.locations.iter().flat_map(|l| &l.sources).collect())
        }
        Shown::Segment { segment: s, instrument } => {
            let ends = format!("{} – {}", named(atlas, &s.from, lang), named(atlas, &s.to, lang));
            let title =
                format!("{ends} ({}, {})", title_of(atlas, instrument.as_str(), lang), article(&s.article, lang));
            (s.id.to_string(), title, s.sources.iter().collect())
        }
        Shown::Marker { marker: m, instrument, .. } => {
            let title = format!("{} {}, {}", marker_word(lang), m.number, title_of(atlas, instrument.as_str(), lang));
            (m.id.to_string(), format!("{}: {title}", named(atlas, &m.place, lang)), m.sources.iter().collect())
        }
        Shown::Instrument { instrument: t } => (t.id.to_string(), title_of(atlas, t.id.as_str(), lang), Vec::new()),
        Shown::Line { line, instrument, .. } => {
            (line.id.to_string(), title_of(atlas, instrument.as_str(), lang), Vec::new())
        }
        Shown::Reading { reading: r, .. } => (r.id.to_string(), r.summary.clone(), r.sources.iter().collect()),
        Shown::Tract { tract: t } => (t.id.to_string(), t.title.clone(), t.sources.iter().collect()),
        Shown::Source { source: s } => (format!("source/{}", s.id), s.title.clone(), Vec::new()),
        Shown::Article { instrument, article: a, .. } => {
            let title = format!("{}, {}", title_of(atlas, instrument.as_str(), lang), article(&a.number, lang));
            (format!("{instrument}/article/{}", a.number), title, a.sources.iter().collect())
        }
    };
    cited(atlas, &id, &title, &sources, None, lang)
}

/// A citation of an answer about a side: its sentence, in English as it is given, with the ids it rests on.
pub fn of_side(atlas: &Atlas, answer: &SideAnswer, lang: Lang) -> Cited {
    let subject = answer.query.place.as_ref().map_or_else(|| answer.query.text.clone(), ToString::to_string);
    let day = answer.on.map(|day| day.to_string());
    let title = match (lang, &day) {
        (Lang::En, None) => format!("On which side of the line lay {subject}?"),
        (Lang::Zh, None) => format!("{subject} 在界线哪一侧？"),
        (Lang::Ru, None) => format!("По какую сторону линии находится {subject}?"),
        (Lang::En, Some(day)) => format!("On which side of the line lay {subject} on {day}?"),
        (Lang::Zh, Some(day)) => format!("{day}，{subject} 在界线哪一侧？"),
        (Lang::Ru, Some(day)) => format!("По какую сторону линии находилось {subject} {day}?"),
    };
    let segment = answer.segment.as_ref().and_then(|s| atlas.segment(&s.id)).map(|(_, s)| s);
    let sources: Vec<&Citation> = segment.iter().flat_map(|s| &s.sources).collect();
    let on = day.map(|day| format!("/on/{day}")).unwrap_or_default();
    cited(atlas, &format!("{}/side/{subject}{on}", answer.treaty), &title, &sources, Some(&answer.sentence), lang)
}

fn cited(atlas: &Atlas, id: &str, title: &str, sources: &[&Citation], abstract_: Option<&str>, lang: Lang) -> Cited {
    let id = format!("karun:{id}");
    let version = atlas.license().map(|_| env!("CARGO_PKG_VERSION"));
    let name = match lang {
        Lang::En => "karun: gazetteer of boundary treaties",
        Lang::Zh => "karun：边界条约地名录",
        Lang::Ru => "karun: указатель мест пограничных договоров",
    };
    let edition = match (version, lang) {
        (Some(v), Lang::En) => format!("data version {v}"),
        (Some(v), Lang::Zh) => format!("数据版本 {v}"),
        (Some(v), Lang::Ru) => format!("версия данных {v}"),
        (None, Lang::En) => "own data".to_owned(),
        (None, Lang::Zh) => "自有数据".to_owned(),
        (None, Lang::Ru) => "собственные данные".to_owned(),
    };
    let mut seen: Vec<String> = Vec::new();
    for c in sources {
        let source = atlas.source(&c.source).map_or(c.source.as_str(), |s| &s.title);
        let text = c.located(source);
        if !seen.contains(&text) {
            seen.push(text);
        }
    }
    let after = match (seen.is_empty(), lang) {
        (true, _) => String::new(),
        (false, Lang::En) => format!(" After: {}.", seen.join("; ")),
        (false, Lang::Zh) => format!(" 依据：{}。", seen.join("；")),
        (false, Lang::Ru) => format!(" По источникам: {}.", seen.join("; ")),
    };
    let sentence = abstract_.map(|s| format!(" {s}")).unwrap_or_default();
    let text = match lang {
        Lang::En => format!("“{title}”, in: {name}, {edition}, {id}.{sentence}{after}"),
        Lang::Zh => format!("《{title}》，载《{name}》，{edition}，{id}。{sentence}{after}"),
        Lang::Ru => format!("«{title}» // {name}, {edition}, {id}.{sentence}{after}"),
    };
    let mut csl = json!({
        "id": id,
        "type": "entry",
        "title": title,
        "container-title": name,
        "author": [{ "literal": "karun contributors" }],
        "language": match lang { Lang::En => "en", Lang::Zh => "zh", Lang::Ru => "ru" },
    });
    if let Some(version) = version {
        csl["version"] = version.into();
    }
    if let Some(sentence) = abstract_ {
        csl["abstract"] = sentence.into();
    }
    if !seen.is_empty() {
        csl["note"] = seen.join("; ").into();
    }
    Cited { id, text, csl }
}

/// A place's name in a language other than that of its name to show, which is mostly English.
fn own_name(place: &Place, lang: Lang) -> Option<&str> {
    if lang == Lang::En { None } else { place.name_in(lang.tag()) }
}

fn named(atlas: &Atlas, id: &crate::model::PlaceId, lang: Lang) -> String {
    let own = atlas.place(id).and_then(|p| own_name(p, lang));
    own.map_or_else(|| atlas.place_name(id).to_owned(), str::to_owned)
}

/// An instrument's title in a language, with the year it was signed.
fn title_of(atlas: &Atlas, id: &str, lang: Lang) -> String {
    let Some(t) = atlas.instruments().iter().find(|t| t.id == *id) else { return id.to_owned() };
    let title = t.titles.iter().find(|x| x.lang == lang.tag()).map_or(t.title(), |x| &x.text);
    t.signed_year().map_or_else(|| title.to_owned(), |y| format!("{title}, {y}"))
}

fn article(number: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("article {number}"),
        Lang::Zh => format!("第{number}条"),
        Lang::Ru => format!("статья {number}"),
    }
}

fn marker_word(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "marker",
        Lang::Zh => "牌博",
        Lang::Ru => "знак",
    }
}
