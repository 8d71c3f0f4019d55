//! Which line is asked: a treaty's, or the one in force on a day, with readings put in.

use crate::error::{Error, Result};
use crate::model::{
    Atlas, CalendarDay, Course, CourseError, Instrument, InstrumentId, LineId, Reading, ReadingId, State,
};

/// Which line is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// An instrument: the line it draws, or the stretch it marks. Default: the only delimitation, or the one marked default.
    pub treaty: Option<InstrumentId>,
    /// Rival readings to put into the line.
    pub readings: Vec<ReadingId>,
    /// The line in force on a day, in place of the one that a treaty draws.
    pub on: Option<CalendarDay>,
    /// The last day, where a span was asked about in which the line did not change: what else is told is of all of it.
    pub through: Option<CalendarDay>,
}

/// What a choice means.
#[derive(Clone, Debug)]
pub(super) struct Chosen<'a> {
    /// The instrument that draws the line, or drew it first.
    pub root: &'a Instrument,
    /// The instrument asked for: the root, or one that draws or marks a stretch.
    pub asked: &'a Instrument,
    /// The readings put in.
    pub readings: Vec<&'a Reading>,
    /// The day of the line: `None` for the line as the root draws it.
    pub day: Option<CalendarDay>,
}

impl<'a> Chosen<'a> {
    /// # Errors
    /// When the treaty or a reading is unknown, or several treaties draw a line and none is the default.
    pub fn of(atlas: &'a Atlas, choice: &Choice) -> Result<Self> {
        if choice.treaty.is_some() && choice.on.is_some() {
            return Err(Error::ask("a treaty's line and the line of a day are two questions: ask one"));
        }
        let (asked, root) = instruments(atlas, choice.treaty.as_ref())?;
        let all = readings_of(atlas, root);
        let mut readings: Vec<&Reading> = Vec::new();
        for id in &choice.readings {
            let known = all.iter().find(|r| r.id == *id);
            let reading = known.ok_or_else(|| {
                if all.is_empty() {
                    Error::ask(format!("unknown reading «{id}»: the line of «{}» has no rival readings", root.id))
                } else {
                    Error::unknown("reading", id.as_str(), all.iter().map(|r| r.id.as_str()))
                }
            })?;
            if !readings.iter().any(|r| r.id == reading.id) {
                readings.push(reading);
            }
        }
        // What draws or marks a later line is asked on the day from which it holds.
        let of_root = |line: &LineId| root.lines.iter().any(|l| l.id == *line);
        let marks_root = asked.lines.is_empty() && asked.demarcates.iter().all(|d| of_root(&d.line));
        let later = asked.id != root.id && !marks_root;
        let day = choice.on.or_else(|| first_day(asked).filter(|_| later));
        let chosen = Self { root, asked, readings, day };
        if chosen.readings.is_empty() {
            return Ok(chosen);
        }
        let courses = chosen.courses(atlas, &chosen.readings)?;
        let read = |r: &Reading| courses.iter().flat_map(Course::segments).any(|s| s.reading.as_ref() == Some(&r.id));
        if let Some(gone) = chosen.readings.iter().find(|r| !courses.is_empty() && !read(r)) {
            let message = format!("reading «{}» reads a stretch that is no part of the line asked for", gone.id);
            return Err(Error::ask_hint(
                message,
                "the stretch was replaced by then, or not drawn yet: leave the reading out",
            ));
        }
        Ok(chosen)
    }

    /// The courses so chosen, with some readings put in; none on a day before the first line.
    pub fn courses(&self, atlas: &'a Atlas, readings: &[&Reading]) -> Result<Vec<Course<'a>>> {
        let wrong = |why: CourseError| Error::ask(why.to_string());
        let Some(day) = self.day else { return crate::model::root_courses(self.root, readings).map_err(wrong) };
        let states = atlas.states(self.root, readings).map_err(wrong)?;
        let mut courses = states.into_iter().rev().find(|s| s.from <= day).map(|s| s.courses).unwrap_or_default();
        if self.asked.never_in_force.is_some() {
            // A claim: what the line would have been.
            crate::model::put(&mut courses, self.asked, self.root, readings).map_err(wrong)?;
        }
        Ok(courses)
    }

    /// Every reading of the line and of what replaced stretches of it.
    pub fn readings_of(&self, atlas: &'a Atlas) -> Vec<&'a Reading> {
        readings_of(atlas, self.root)
    }

    /// The states of the line after this one.
    pub fn later(&self, atlas: &'a Atlas) -> Vec<State<'a>> {
        let states = atlas.states(self.root, &self.readings).unwrap_or_default();
        let first = states.first().map(|s| s.from);
        let day = self.day.or(first);
        states.into_iter().filter(|s| day.is_some_and(|day| s.from > day)).collect()
    }
}

/// Every reading of the line of an instrument and of what replaced stretches of it, in the files' order.
fn readings_of<'a>(atlas: &'a Atlas, root: &Instrument) -> Vec<&'a Reading> {
    let of_root = |t: &&Instrument| !t.readings.is_empty() && root_of(atlas, t).is_some_and(|r| r.id == root.id);
    let (own, later): (Vec<_>, Vec<_>) = atlas.instruments().iter().filter(of_root).partition(|t| t.id == root.id);
    own.into_iter().chain(later).flat_map(|t| &t.readings).collect()
}

/// The first day on which an act held, or would have.
fn first_day(t: &Instrument) -> Option<CalendarDay> {
    let signed = || t.date(crate::model::Milestone::Signed).map(|d| &d.edtf);
    t.in_force().or_else(signed).and_then(crate::model::Edtf::earliest)
}

/// The instrument asked for and the one whose line it draws, changes or marks.
fn instruments<'a>(atlas: &'a Atlas, treaty: Option<&InstrumentId>) -> Result<(&'a Instrument, &'a Instrument)> {
    if let Some(id) = treaty {
        let known = atlas.instruments().iter().map(|t| t.id.as_str());
        let asked = atlas.instrument(id).ok_or_else(|| Error::unknown("treaty", id.as_str(), known))?;
        let root = root_of(atlas, asked).ok_or_else(|| {
            let hint = format!("karun show {id} tells what it says");
            Error::ask_hint(format!("«{id}» neither draws nor marks a line"), hint)
        })?;
        return Ok((asked, root));
    }
    let drawn: Vec<&Instrument> = atlas.delimitations().collect();
    if drawn.is_empty() {
        return Err(Error::ask("no instrument of this folder draws a line"));
    }
    atlas.delimitation().map(|t| (t, t)).ok_or_else(|| {
        let ids: Vec<&str> = drawn.iter().map(|t| t.id.as_str()).collect();
        let how = "name one with --treaty, or mark one as the default in its treaty.toml";
        Error::ask_hint("several treaties draw a line", format!("{how}: {}", ids.join(", ")))
    })
}

/// The instrument that first drew the line which another draws, changes or marks.
fn root_of<'a>(atlas: &'a Atlas, asked: &'a Instrument) -> Option<&'a Instrument> {
    let mut at = asked;
    // Each step leads back in time.
    for _ in 0..=atlas.instruments().len() {
        if at.lines.iter().any(|l| l.replaces.is_none()) {
            return Some(at);
        }
        let back = at.lines.iter().find_map(|l| l.replaces.as_ref()).or(at.demarcates.first())?;
        at = atlas.line(&back.line)?.0;
    }
    None
}
