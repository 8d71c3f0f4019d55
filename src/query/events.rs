//! The chronicle: what happened, where and when.

use serde::Serialize;

use crate::model::{Atlas, Citation, Edtf, Event, EventId, PlaceId, WrittenDate};

/// A row of `events`.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs, reason = "as in the data")]
pub struct EventRow<'a> {
    pub id: &'a EventId,
    pub date: &'a Edtf,
    pub earliest: Option<String>,
    pub latest: Option<String>,
    pub written: &'a [WrittenDate],
    pub places: &'a [PlaceId],
    pub actors: &'a [String],
    pub summary: &'a str,
    pub meaning: Option<&'a str>,
    pub note: Option<&'a str>,
    pub sources: &'a [Citation],
}

/// Which events are wanted.
#[derive(Clone, Debug, Default)]
pub struct EventFilter {
    /// Those at one place.
    pub place: Option<PlaceId>,
    /// Those that may have happened on or after its first day.
    pub from: Option<Edtf>,
    /// Those that may have happened on or before its last day.
    pub to: Option<Edtf>,
}

/// Events in order of time; those of one day in the file's order.
///
/// ```
/// use karun::{Atlas, query::events::{EventFilter, events}};
/// let atlas = Atlas::bundled();
/// let of_1869 = EventFilter { from: Some("1869".parse().unwrap()), to: Some("1869".parse().unwrap()), place: None };
/// assert!(events(&atlas, &of_1869).iter().all(|e| e.date.as_str().contains("1869")));
/// ```
pub fn events<'a>(atlas: &'a Atlas, filter: &EventFilter) -> Vec<EventRow<'a>> {
    let wanted = |e: &&Event| {
        filter.place.as_ref().is_none_or(|p| e.places.contains(p))
            && e.date.is_between(filter.from.as_ref(), filter.to.as_ref())
    };
    let mut found: Vec<&Event> = atlas.events().iter().filter(wanted).collect();
    found.sort_by_key(|e| (e.date.earliest(), e.date.latest()));
    found.into_iter().map(row).collect()
}

fn row(e: &Event) -> EventRow<'_> {
    EventRow {
        id: &e.id,
        date: &e.date,
        earliest: e.date.earliest().map(|d| d.to_string()),
        latest: e.date.latest().map(|d| d.to_string()),
        written: &e.written,
        places: &e.places,
        actors: &e.actors,
        summary: &e.summary,
        meaning: e.meaning.as_deref(),
        note: e.note.as_deref(),
        sources: &e.sources,
    }
}
