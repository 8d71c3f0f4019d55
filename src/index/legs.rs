//! The legs of a chosen course, and the stretch of them that a convention marks.

use std::ops::Range;

use crate::model::{Follows, Instrument, Line, LineId, Segment};

/// A segment of the chosen course, with its place along the line.
#[derive(Clone, Copy, Debug)]
pub struct Leg<'a> {
    /// What it is.
    pub segment: &'a Segment,
    /// Its line.
    pub line: &'a Line,
    /// Metres along its line to its beginning.
    pub from_m: f64,
    /// Metres along its line to its end.
    pub to_m: f64,
}

impl Leg<'_> {
    /// Its length in metres.
    pub fn length_m(&self) -> f64 {
        self.to_m - self.from_m
    }

    /// The line's id.
    pub fn line_id(&self) -> &LineId {
        &self.line.id
    }

    /// What it follows.
    pub fn follows(&self) -> Follows {
        self.segment.follows
    }
}

/// The legs of the stretch that an instrument marks.
pub(crate) fn marked_legs(legs: &[Leg<'_>], convention: &Instrument) -> Option<Range<usize>> {
    let d = convention.demarcates.as_ref()?;
    let on = |l: &Leg<'_>| l.line.id == d.line;
    let from = legs.iter().position(|l| on(l) && l.segment.from == d.from)?;
    let to = legs[from..].iter().position(|l| on(l) && l.segment.to == d.to)? + from;
    Some(from..to + 1)
}

/// True when a convention marks a leg.
pub(crate) fn marks(legs: &[Leg<'_>], convention: &Instrument, leg: usize) -> bool {
    marked_legs(legs, convention).is_some_and(|run| run.contains(&leg))
}
