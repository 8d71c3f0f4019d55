//! The other ways to read a line, each made ready only when a point asks for it.

use std::sync::OnceLock;

use super::faces::{Drawn, join};
use super::sides::Sides;
use crate::error::{Error, Result};
use crate::model::{Instrument, Line, Position, Reading, Segment, course};

/// Each line of an instrument with its segments in order.
pub(super) type Courses<'a> = Vec<(&'a Line, Vec<&'a Segment>)>;

/// The lines of an instrument with readings put in.
pub(super) fn courses<'a>(instrument: &'a Instrument, chosen: &[&Reading]) -> Result<Courses<'a>> {
    let one = |line: &'a Line| {
        let segments: Vec<&Segment> = instrument.segments.iter().filter(|s| s.line == line.id).collect();
        let readings: Vec<&Reading> = chosen.iter().copied().filter(|r| r.line == line.id).collect();
        course(&segments, &readings).map(|c| (line, c)).map_err(|why| Error::ask(why.to_string()))
    };
    instrument.lines.iter().map(one).collect()
}

/// The sides of lines.
pub(super) fn sides(courses: &Courses<'_>) -> Sides {
    let drawn = courses.iter().map(|(line, course)| Drawn {
        left: &line.left,
        right: &line.right,
        chain: join(course),
        extent: line.extent.as_deref(),
    });
    Sides::new(&drawn.collect::<Vec<_>>())
}

/// What else may be read: a reading left out put in, or one put in left out.
pub(super) struct Rival<'a> {
    pub name: String,
    courses: Courses<'a>,
    /// Of the segments that are not in both: west, south, east, north. Around a point beyond it both lines run alike.
    differs: [f64; 4],
    sides: OnceLock<Sides>,
}

impl<'a> Rival<'a> {
    fn new(name: String, courses: Courses<'a>, own: &Courses<'a>) -> Self {
        fn segments<'c, 'a>(courses: &'c Courses<'a>) -> impl Iterator<Item = &'a Segment> + use<'c, 'a> {
            courses.iter().flat_map(|(_, course)| course.iter().copied())
        }
        let lacks = |all: &Courses<'a>, s: &Segment| !segments(all).any(|t| std::ptr::eq(s, t));
        let put_in = segments(&courses).filter(|s| lacks(own, s));
        let left_out = segments(own).filter(|s| lacks(&courses, s));
        let positions = put_in.chain(left_out).flat_map(|s| &s.chain);
        let none = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
        let differs =
            positions.fold(none, |[w, s, e, n], p| [w.min(p.lon()), s.min(p.lat()), e.max(p.lon()), n.max(p.lat())]);
        Self { name, courses, differs, sides: OnceLock::new() }
    }

    /// False where a point lies as it does on the line asked for.
    pub fn reaches(&self, p: Position) -> bool {
        let [west, south, east, north] = self.differs;
        p.lon() >= west && p.lon() <= east && p.lat() >= south && p.lat() <= north
    }

    /// The sides of the line so read.
    pub fn sides(&self) -> &Sides {
        self.sides.get_or_init(|| sides(&self.courses))
    }
}

/// Each other way to read the line, one change at a time: a reading put in, in place of any chosen one that it overlaps; a
/// chosen one left out, named after the line.
pub(super) fn rivals<'a>(instrument: &'a Instrument, chosen: &[&Reading], own: &Courses<'a>) -> Vec<Rival<'a>> {
    let mut out = Vec::new();
    for reading in &instrument.readings {
        if chosen.iter().any(|r| r.id == reading.id) {
            let rest: Vec<&Reading> = chosen.iter().copied().filter(|r| r.id != reading.id).collect();
            let name = if chosen.len() == 1 {
                reading.line.to_string()
            } else {
                format!("{} without {}", reading.line, reading.id)
            };
            out.extend(courses(instrument, &rest).ok().map(|c| Rival::new(name, c, own)));
        } else {
            let with = |kept: Vec<&Reading>| {
                let mut all = kept;
                all.push(reading);
                courses(instrument, &all)
            };
            let own_line = |r: &&&Reading| r.line != reading.line;
            let put_in = with(chosen.to_vec()).or_else(|_| with(chosen.iter().filter(own_line).copied().collect()));
            out.extend(put_in.ok().map(|c| Rival::new(reading.id.to_string(), c, own)));
        }
    }
    out
}
