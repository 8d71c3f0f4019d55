//! What time adds to an answer: what was known before the first line, what was pending, who held the land meanwhile, and
//! where it came to lie later.

use geo::Intersects;

use super::answer::{Held, LaterSide, ON_LINE, PendingRef, SideAnswer, Verdict, word};
use super::words::{definite, side_word};
use crate::index::{Index, Side, polygon};
use crate::measure::nearest_on;
use crate::model::{Atlas, CalendarDay, Instrument, Position, Tract};
use crate::query::ask::Subject;

/// Adds what time adds to the answer of one line.
pub(super) fn add(index: &Index<'_>, subject: Subject<'_>, answer: &mut SideAnswer) {
    let point = answer.query.lon.zip(answer.query.lat).and_then(|(lon, lat)| Position::new(lon, lat).ok());
    let Some(p) = point.filter(|_| answer.verdict != Verdict::Unlocated) else { return };
    let mut sentences = Vec::new();
    if let Some(leg) = answer.segment.as_ref().and_then(|s| index.legs().iter().position(|l| l.segment.id == s.id))
        && let Some((act, pending)) = index.pending(leg)
    {
        let clause = cited(act, &pending.article);
        if answer.verdict == Verdict::LessCertain {
            let anew = format!("by {clause} the stretch was to be described anew");
            answer.reason = Some(answer.reason.take().map_or(anew.clone(), |why| format!("{why}; {anew}")));
        }
        let orders = lower_first(pending.summary.trim_end_matches('.'));
        sentences.push(format!("The line is the older one: {clause} {orders}."));
        answer.pending = Some(PendingRef { treaty: act.id.clone(), article: pending.article.clone() });
    }
    for tract in index.atlas().tracts() {
        let through = index.choice().through;
        let meant = answer.on.is_none_or(|day| held_between(tract, day, through.unwrap_or(day)));
        if meant && answer.side.as_deref() == Some(tract.of.as_str()) && holds(tract, p) {
            sentences.push(held_words(index, tract, p));
            answer.held.push(Held {
                id: tract.id.clone(),
                kind: tract.kind,
                by: tract.holder.clone(),
                held: tract.held.clone(),
                title: tract.title.clone(),
            });
        }
    }
    answer.later = later(index, subject, p, answer);
    sentences.extend(answer.later.iter().filter_map(|l| later_words(index, l)));
    for sentence in sentences {
        answer.sentence.push(' ');
        answer.sentence.push_str(&sentence);
    }
}

/// Each later side that differs from the one before it.
fn later(index: &Index<'_>, subject: Subject<'_>, p: Position, answer: &SideAnswer) -> Vec<LaterSide> {
    // As long as the segment on which it lies is part of the line, so does it.
    let on_line = answer.side.as_deref() == Some(ON_LINE);
    let own_segment = answer.segment.as_ref().filter(|_| on_line).map(|s| &s.id);
    let drawn = index.sides().side(p);
    // Beyond the stretch that was asked for a point lies on a side all the same.
    let mut before = answer.side.clone().or_else(|| word(drawn).map(str::to_owned));
    let mut out = Vec::new();
    for state in index.later() {
        let on_line = match subject {
            Subject::Place(place) => {
                let on = place.location(index.readings()).and_then(|l| l.on.as_ref());
                state.ends_at(&place.id) || own_segment.into_iter().chain(on).any(|id| state.holds(id))
            }
            Subject::Point(_) => false,
        };
        let found = if on_line { Side::OnLine } else { state.side(p).unwrap_or(drawn) };
        let now = word(found).map(str::to_owned);
        if now != before {
            out.push(LaterSide { from: state.from, side: now.clone(), treaty: state.by.id.clone() });
        }
        before = now;
    }
    out
}

/// True when a tract may have been held on one of the days from one to another.
fn held_between(tract: &Tract, first: CalendarDay, last: CalendarDay) -> bool {
    tract.held.earliest().is_none_or(|begins| begins <= last) && tract.held.latest().is_none_or(|ends| first <= ends)
}

fn holds(tract: &Tract, p: Position) -> bool {
    polygon(std::slice::from_ref(&tract.ring)).intersects(&p.point())
}

fn held_words(index: &Index<'_>, tract: &Tract, p: Position) -> String {
    let years: Vec<String> =
        [tract.held.earliest(), tract.held.latest()].iter().flatten().map(|day| day.year().to_string()).collect();
    let name = index.drawn_by().party(&tract.holder).map_or(tract.holder.as_str(), |p| &p.name);
    let edge_m = nearest_on(&tract.ring, p).map_or(f64::INFINITY, |foot| foot.distance_m);
    let held = if edge_m < tract.accuracy_m { "probably held" } else { "held" };
    format!("{name} {held} it from {} ({}), which moved no line.", years.join(" to "), tract.title)
}

fn later_words(index: &Index<'_>, later: &LaterSide) -> Option<String> {
    let title = index.atlas().instrument(&later.treaty).map(|t| definite(t.title()))?;
    let side = later.side.as_deref()?;
    Some(if side == ON_LINE {
        format!("From {} the line ran through it, by the {title}.", later.from)
    } else {
        format!("From {} it lay on the {} side, by the {title}.", later.from, side_word(index, side))
    })
}

/// "Article 8 of the Treaty of St Petersburg (1881)".
fn cited(act: &Instrument, article: &str) -> String {
    let year = act.signed_year().map(|y| format!(" ({y})")).unwrap_or_default();
    format!("article {article} of the {}{year}", definite(act.title()))
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|c| c.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// Why there is no line, on a day before the first one.
pub fn no_line(index: &Index<'_>) -> Option<String> {
    if !index.legs().is_empty() {
        return None;
    }
    let day = index.day().map(|d| d.to_string()).unwrap_or_default();
    let first = index.later().first();
    let comes = first.map(|s| format!("; the first came with the {} on {}", definite(s.by.title()), s.from));
    Some(format!("no line was in force on {day}{}", comes.unwrap_or_default()))
}

/// Why there is no side on a day before the first line, and what was known then: as a reason and as a sentence.
pub(super) fn before(index: &Index<'_>) -> (String, String) {
    let reason = no_line(index).unwrap_or_default();
    let known = known_on(index.atlas(), index.day());
    let sentence = match known {
        Some(words) => format!("{}. What was agreed by then: {words}", upper_first(&reason)),
        None => format!("{}. These data know of no earlier agreement.", upper_first(&reason)),
    };
    (reason, sentence)
}

fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// What the latest act in force on a day says of the frontier, clause by clause.
fn known_on(atlas: &Atlas, day: Option<CalendarDay>) -> Option<String> {
    let speaks = |t: &Instrument| t.articles.iter().any(|a| !a.places.is_empty());
    let mut acts = atlas.acts().into_iter().rev();
    let (_, act) = acts.find(|(from, t)| day.is_some_and(|day| *from <= day) && speaks(t))?;
    let named = act.articles.iter().filter(|a| !a.places.is_empty());
    let clauses: Vec<String> =
        named.map(|a| upper_first(&format!("{}: {}", cited(act, &a.number), a.summary))).collect();
    let words = clauses.join(" ");
    (!words.is_empty()).then_some(words)
}
