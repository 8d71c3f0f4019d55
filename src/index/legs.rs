//! The legs of a chosen course.

use crate::model::{Follows, Instrument, Line, Segment};

/// A segment of the chosen course, with its place along the line.
#[derive(Clone, Copy, Debug)]
pub struct Leg<'a> {
    /// What it is.
    pub segment: &'a Segment,
    /// The line as which it was drawn.
    pub line: &'a Line,
    /// The instrument that draws it.
    pub drawn_by: &'a Instrument,
    /// Metres along the whole course to its beginning.
    pub from_m: f64,
    /// Metres along the whole course to its end.
    pub to_m: f64,
}

impl Leg<'_> {
    /// Its length in metres.
    pub fn length_m(&self) -> f64 {
        self.to_m - self.from_m
    }

    /// What it follows.
    pub fn follows(&self) -> Follows {
        self.segment.follows
    }
}
