//! Answers in words, as a footnote wants them.

use super::answer::{ON_LINE, OtherSide, SideAnswer, Verdict};
use crate::index::{Index, Nearest};
use crate::model::{Party, PartyId, Place, Position};

pub(super) fn subject_name(place: Option<&Place>, p: Position) -> String {
    place.map_or_else(|| format!("The point {p}"), |p| p.display_name().to_owned())
}

pub(super) fn sentence(index: &Index<'_>, answer: &SideAnswer, subject: &str, nearest: &Nearest) -> String {
    let leg = &index.legs()[nearest.leg];
    let (s, atlas, t) = (leg.segment, index.atlas(), leg.drawn_by);
    let source = format!(
        "{}{}, article {}, from {} to {}, {}",
        t.title(),
        t.signed_year().map(|y| format!(" ({y})")).unwrap_or_default(),
        s.article,
        atlas.place_name(&s.from),
        atlas.place_name(&s.to),
        s.follows.clause(),
    );
    let known = format!("a stretch of the line known to {}", metres(s.accuracy_m));
    let differs = match answer.readings.as_slice() {
        [] => String::new(),
        several => {
            let one = |r: &OtherSide| {
                let side = r.side.as_deref().map_or("outside", |s| side_word(index, s));
                if r.id == *answer.line.as_str() {
                    format!("; the main line makes it {side}")
                } else {
                    format!("; the reading «{}» makes it {side}", r.id)
                }
            };
            several.iter().map(one).collect()
        }
    };
    let subject = dated(answer, subject);
    match answer.side.as_deref() {
        Some(ON_LINE) => format!("{subject} lies exactly on the line as drawn: {source}{differs}."),
        Some(side) => {
            let sure = match answer.verdict {
                Verdict::Certain => "lay",
                Verdict::LessCertain => "probably lay",
                _ => "perhaps lay",
            };
            format!(
                "{subject} {sure} on the {} side, {} from the line, {known}: {source}{differs}.",
                party_adjective(index, side),
                metres(nearest.distance_m)
            )
        }
        None => String::new(),
    }
}

/// Who or what it is about, behind the day where one was asked: "On 1885-01-01 the point 80.3,44.2".
pub(super) fn dated(answer: &SideAnswer, subject: &str) -> String {
    let Some(day) = answer.on else { return subject.to_owned() };
    let rest = subject.strip_prefix("The point ").map(|p| format!("the point {p}"));
    format!("On {day} {}", rest.as_deref().unwrap_or(subject))
}

/// "Russian", or "on-line".
pub(super) fn side_word<'a>(index: &Index<'a>, side: &'a str) -> &'a str {
    if side == ON_LINE { ON_LINE } else { party_adjective(index, side) }
}

/// "Russian".
pub(super) fn party_adjective<'a>(index: &Index<'a>, party: &'a str) -> &'a str {
    index.drawn_by().party(&PartyId::from(party)).map_or(party, Party::adjective)
}

/// "Protocol of …" without a leading article of its own, to stand after "the".
pub(super) fn definite(title: &str) -> &str {
    title.strip_prefix("The ").unwrap_or(title)
}

/// Metres as people read them: 350 m, 5.3 km, 120 km.
pub fn metres(m: f64) -> String {
    if m < 1000.0 {
        format!("{m:.0} m")
    } else if m < 20_000.0 {
        let text = format!("{:.1}", m / 1000.0);
        format!("{} km", text.strip_suffix(".0").unwrap_or(&text))
    } else {
        format!("{:.0} km", m / 1000.0)
    }
}
