//! The line in force from its first day on: state by state, what is pending in each, and whether it is one sound line.

use serde::Serialize;

use crate::data::crossing;
use crate::index::{Choice, Index, join};
use crate::measure::round_to;
use crate::model::{Atlas, CalendarDay, InstrumentId, PlaceId};

/// A time in which neither the line nor what was pending changed.
#[derive(Clone, Debug, Serialize)]
pub struct Span {
    /// Its first day.
    pub from: CalendarDay,
    /// The first day of the next; null for the last.
    pub until: Option<CalendarDay>,
    /// The acts that came into force on its first day.
    pub acts: Vec<InstrumentId>,
    /// How many segments the line had.
    pub segments: usize,
    /// Its length.
    pub length_km: f64,
    /// Every segment begins where the one before it ends, digit for digit.
    pub connected: bool,
    /// It neither crosses nor touches itself.
    pub simple: bool,
    /// Stretches that a clause had ordered to be drawn anew or marked.
    pub pending: Vec<PendingStretch>,
}

/// A stretch of the line that was pending.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[allow(missing_docs, reason = "as in the data")]
pub struct PendingStretch {
    pub treaty: InstrumentId,
    pub article: String,
    pub from: PlaceId,
    pub to: PlaceId,
    pub length_km: f64,
}

/// Every span from the first line on; none in a folder without a line, or with several of which none is the default.
///
/// ```
/// use karun::{Atlas, query::history::history};
/// let atlas = Atlas::bundled();
/// let spans = history(&atlas);
/// assert!(spans.iter().all(|s| s.connected && s.simple));
/// let waiting = spans.iter().find(|s| !s.pending.is_empty()).unwrap();
/// assert_eq!(waiting.from.to_string(), "1881-08-19");
/// ```
pub fn history(atlas: &Atlas) -> Vec<Span> {
    let Some(first) = atlas.delimitation().and_then(|t| t.in_force()).and_then(crate::model::Edtf::earliest) else {
        return Vec::new();
    };
    let mut days: Vec<CalendarDay> = atlas.acts().iter().map(|(day, _)| *day).filter(|day| *day >= first).collect();
    days.dedup();
    let mut spans: Vec<Span> = Vec::new();
    for day in days {
        let Ok(index) = Index::new(atlas, &Choice { on: Some(day), ..Choice::default() }) else { continue };
        let mut span = span(&index, day);
        let same = |s: &Span| (s.segments, s.length_km, &s.pending) == (span.segments, span.length_km, &span.pending);
        match spans.last_mut() {
            // An act that neither draws, marks nor reopens anything.
            Some(last) if same(last) => continue,
            Some(last) => last.until = Some(day),
            None => {}
        }
        span.acts = atlas.acts().iter().filter(|(from, _)| *from == day).map(|(_, t)| t.id.clone()).collect();
        spans.push(span);
    }
    spans
}

fn span(index: &Index<'_>, day: CalendarDay) -> Span {
    let legs = index.legs();
    let mut pending: Vec<PendingStretch> = Vec::new();
    let mut before = None;
    for (i, leg) in legs.iter().enumerate() {
        let clause = index.pending(i).map(|(act, clause)| (&act.id, clause));
        let km = leg.length_m() / 1000.0;
        if let Some((treaty, clause)) = clause {
            match pending.last_mut().filter(|_| before == Some((treaty, &clause.stretch))) {
                Some(last) => {
                    last.to = leg.segment.to.clone();
                    last.length_km += km;
                }
                None => pending.push(PendingStretch {
                    treaty: treaty.clone(),
                    article: clause.article.clone(),
                    from: leg.segment.from.clone(),
                    to: leg.segment.to.clone(),
                    length_km: km,
                }),
            }
        }
        before = clause.map(|(treaty, clause)| (treaty, &clause.stretch));
    }
    for stretch in &mut pending {
        stretch.length_km = round_to(stretch.length_km, 1);
    }
    // Each line by itself: one begins at zero.
    let lines = legs.chunk_by(|_, b| b.from_m > 0.0);
    let connected = lines.clone().all(|line| {
        line.windows(2).all(|w| {
            let [a, b] = [w[0].segment, w[1].segment];
            a.to == b.from && a.chain.last() == b.chain.first()
        })
    });
    let simple = lines.clone().all(|line| {
        let chain = join(line.iter().map(|l| l.segment));
        crossing(&chain, &(0..chain.len())).is_none()
    });
    let length_km = round_to(lines.filter_map(|line| line.last()).map(|l| l.to_m).sum::<f64>() / 1000.0, 3);
    Span { from: day, until: None, acts: Vec::new(), segments: legs.len(), length_km, connected, simple, pending }
}
