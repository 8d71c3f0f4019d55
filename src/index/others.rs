//! The other courses of a line: read otherwise, or as it was later.

use std::sync::OnceLock;

use super::choice::Chosen;
use super::faces::{Drawn, Face, join};
use super::sides::{Side, Sides};
use crate::model::{Atlas, CalendarDay, Course, Instrument, Part, PlaceId, Position, Reading, Segment, SegmentId};

/// The sides of courses.
pub(super) fn sides(courses: &[Course<'_>]) -> Sides {
    let drawn = courses.iter().map(|course| Drawn {
        left: &course.line.left,
        right: &course.line.right,
        chain: join(course.segments()),
        extent: course.extent,
    });
    Sides::new(&drawn.collect::<Vec<_>>())
}

/// Another course of the line than the one asked for, made ready only when a point asks for it.
pub(super) struct Other<'a> {
    courses: Vec<Course<'a>>,
    /// Of the segments that are not in both: west, south, east, north. Around a point beyond it both lines run alike.
    differs: [f64; 4],
    sides: OnceLock<Sides>,
}

impl<'a> Other<'a> {
    fn new(courses: Vec<Course<'a>>, own: &[Course<'a>]) -> Self {
        fn segments<'c, 'a>(courses: &'c [Course<'a>]) -> impl Iterator<Item = &'a Segment> + use<'c, 'a> {
            courses.iter().flat_map(Course::segments)
        }
        let lacks = |all: &[Course<'a>], s: &Segment| !segments(all).any(|t| std::ptr::eq(s, t));
        let put_in = segments(&courses).filter(|s| lacks(own, s));
        let left_out = segments(own).filter(|s| lacks(&courses, s));
        // Where an extent or an end of the line differs, land anywhere in it may.
        let country = |all: &[Course<'a>]| -> Vec<_> {
            let ends = |c: &Course<'a>| {
                let chain = join(c.segments());
                (chain.first().copied(), chain.last().copied())
            };
            all.iter().map(|c| (c.extent.unwrap_or_default(), ends(c))).collect()
        };
        let (theirs, ours) = (country(&courses), country(own));
        let rings = if theirs == ours { Vec::new() } else { [theirs, ours].concat() };
        let edges = rings.iter().flat_map(|(ring, _)| ring.iter());
        let positions = put_in.chain(left_out).flat_map(|s| &s.chain).chain(edges);
        let none = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
        let differs =
            positions.fold(none, |[w, s, e, n], p| [w.min(p.lon()), s.min(p.lat()), e.max(p.lon()), n.max(p.lat())]);
        Self { courses, differs, sides: OnceLock::new() }
    }

    /// False where a point lies as it does on the line asked for.
    pub fn reaches(&self, p: Position) -> bool {
        let [west, south, east, north] = self.differs;
        p.lon() >= west && p.lon() <= east && p.lat() >= south && p.lat() <= north
    }

    /// The sides of the line so drawn.
    pub fn sides(&self) -> &Sides {
        self.sides.get_or_init(|| sides(&self.courses))
    }

    /// True when a segment of it begins or ends at a place.
    pub fn ends_at(&self, place: &PlaceId) -> bool {
        self.courses.iter().flat_map(Course::segments).any(|s| s.from == *place || s.to == *place)
    }
}

/// The line as it was from a later day on.
pub struct Later<'a> {
    /// The first day on which it was in force.
    pub from: CalendarDay,
    /// The act that made it so.
    pub by: &'a Instrument,
    other: Other<'a>,
}

impl<'a> Later<'a> {
    /// Where a point lies then; `None` where the line did not change for it.
    pub fn side(&self, p: Position) -> Option<Side<'_>> {
        self.other.reaches(p).then(|| self.other.sides().side(p))
    }

    /// The sides of the line then.
    pub(crate) fn faces(&self) -> &[Face] {
        self.other.sides().faces()
    }

    /// The segments of the line then, in order, line after line, each with the act that draws it.
    pub fn parts(&self) -> impl Iterator<Item = &Part<'a>> {
        self.other.courses.iter().flat_map(|course| &course.parts)
    }

    /// True when a segment was part of the line still.
    pub fn holds(&self, segment: &SegmentId) -> bool {
        self.other.courses.iter().flat_map(Course::segments).any(|s| s.id == *segment)
    }

    /// True when a segment of the line then begins or ends at a place.
    pub fn ends_at(&self, place: &PlaceId) -> bool {
        self.other.ends_at(place)
    }
}

/// The states of the line that came after the one asked for.
pub(super) fn later<'a>(atlas: &'a Atlas, chosen: &Chosen<'a>, own: &[Course<'a>]) -> Vec<Later<'a>> {
    let states = chosen.later(atlas).into_iter();
    states.map(|s| Later { from: s.from, by: s.by, other: Other::new(s.courses, own) }).collect()
}

/// What else may be read: a reading left out put in, or one put in left out.
pub(super) struct Rival<'a> {
    pub name: String,
    pub other: Other<'a>,
}

/// Each other way to read the line, one change at a time: a reading put in, in place of any chosen one that it overlaps; a
/// chosen one left out, named after the line.
pub(super) fn rivals<'a>(atlas: &'a Atlas, chosen: &Chosen<'a>, own: &[Course<'a>]) -> Vec<Rival<'a>> {
    let mut out = Vec::new();
    let picked = &chosen.readings;
    for reading in chosen.readings_of(atlas) {
        if picked.iter().any(|r| r.id == reading.id) {
            let rest: Vec<&Reading> = picked.iter().copied().filter(|r| r.id != reading.id).collect();
            let name = if picked.len() == 1 {
                reading.line.to_string()
            } else {
                format!("{} without {}", reading.line, reading.id)
            };
            out.extend(chosen.courses(atlas, &rest).ok().map(|c| Rival { name, other: Other::new(c, own) }));
        } else {
            let with = |kept: Vec<&Reading>| {
                let mut all = kept;
                all.push(reading);
                chosen.courses(atlas, &all)
            };
            let own_line = |r: &&&Reading| r.line != reading.line;
            let put_in = with(picked.clone()).or_else(|_| with(picked.iter().filter(own_line).copied().collect()));
            out.extend(put_in.ok().map(|c| Rival { name: reading.id.to_string(), other: Other::new(c, own) }));
        }
    }
    out
}
