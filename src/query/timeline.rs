//! Instruments and events in the order of time.

use serde::Serialize;

use crate::model::{Atlas, CalendarDay, Edtf, WrittenDate};

/// A row of the timeline.
#[derive(Clone, Debug, Serialize)]
pub struct Moment<'a> {
    /// When, EDTF.
    pub date: &'a Edtf,
    /// The first day it may mean.
    pub earliest: Option<CalendarDay>,
    /// The last day it may mean.
    pub latest: Option<CalendarDay>,
    /// `instrument`, `event` or `tract`.
    pub kind: &'static str,
    /// What happened: `signed`, `ratified`, `in-force`, `demarcated`, `ended`; of a tract `occupation` or `loan`; or `event`.
    pub what: &'static str,
    /// Of the instrument, event or tract.
    pub id: &'a str,
    /// In words.
    pub title: &'a str,
    /// The same day in the Julian calendar, reckoned; for a day only.
    pub julian: Option<String>,
    /// The same day in the calendar of the Qing, reckoned; for a day only.
    pub qing: Option<String>,
    /// As the sources write the date.
    pub written: &'a [WrittenDate],
    /// Why an instrument was never in force, if it wasn't.
    pub never_in_force: Option<&'a str>,
    /// Disagreements, and which we follow; what it means for the line.
    pub note: Option<&'a str>,
}

/// Which moments are wanted.
#[derive(Clone, Debug, Default)]
pub struct MomentFilter {
    /// Those that may fall on or after its first day.
    pub from: Option<Edtf>,
    /// Those that may fall on or before its last day.
    pub to: Option<Edtf>,
    /// Leave out the events of the chronicle.
    pub acts_only: bool,
}

/// Every date of an instrument, every event and every tract, in order; those of one day as the files have them.
///
/// ```
/// use karun::{Atlas, query::timeline::{MomentFilter, timeline}};
/// let atlas = Atlas::bundled();
/// let rows = timeline(&atlas, &MomentFilter { acts_only: true, ..Default::default() });
/// assert_eq!((rows[0].id, rows[0].what), ("bura-1727", "signed"));
/// assert!(rows.windows(2).all(|w| w[0].earliest <= w[1].earliest));
/// ```
pub fn timeline<'a>(atlas: &'a Atlas, filter: &MomentFilter) -> Vec<Moment<'a>> {
    let acts = atlas.instruments().iter().flat_map(|t| {
        t.dates.iter().map(|d| Moment {
            written: &d.written,
            never_in_force: t.never_in_force.as_deref(),
            note: d.note.as_deref(),
            ..moment(&d.edtf, ["instrument", d.event.as_str()], t.id.as_str(), t.title())
        })
    });
    let events = atlas.events().iter().filter(|_| !filter.acts_only).map(|e| Moment {
        written: &e.written,
        note: e.meaning.as_deref(),
        ..moment(&e.date, ["event"; 2], e.id.as_str(), &e.summary)
    });
    let tracts = atlas.tracts().iter().map(|t| Moment {
        note: Some(&t.summary),
        ..moment(&t.held, ["tract", t.kind.as_str()], t.id.as_str(), &t.title)
    });
    let wanted = |m: &Moment<'_>| m.date.is_between(filter.from.as_ref(), filter.to.as_ref());
    let mut found: Vec<Moment<'a>> = acts.chain(events).chain(tracts).filter(wanted).collect();
    found.sort_by_key(|m| (m.earliest, m.latest));
    found
}

/// What follows from a date, with a name for it.
fn moment<'a>(date: &'a Edtf, [kind, what]: [&'static str; 2], id: &'a str, title: &'a str) -> Moment<'a> {
    let (earliest, latest) = (date.earliest(), date.latest());
    let day = earliest.filter(|first| latest == Some(*first));
    Moment {
        date,
        earliest,
        latest,
        kind,
        what,
        id,
        title,
        julian: day.map(CalendarDay::julian),
        qing: day.and_then(CalendarDay::qing).map(|date| date.to_string()),
        written: &[],
        never_in_force: None,
        note: None,
    }
}
