//! The line through time: which acts were in force on a day, and the line that they made.

use std::collections::HashMap;

use super::course::{Course, CourseError, drawn, run, splice};
use super::{Atlas, CalendarDay, Ended, Instrument, Pending, Reading, Segment, SegmentId, Stretch};

/// A line between two changes of it.
#[derive(Clone, Debug)]
pub struct State<'a> {
    /// The first day on which it was in force.
    pub from: CalendarDay,
    /// The day on which the next one came into force; `None` for the last.
    pub until: Option<CalendarDay>,
    /// The act that made it what it is.
    pub by: &'a Instrument,
    /// The course of each line.
    pub courses: Vec<Course<'a>>,
}

impl Atlas {
    /// Every instrument that was ever in force, with its first day, in this order.
    ///
    /// ```
    /// let atlas = karun::Atlas::bundled();
    /// let acts = atlas.acts();
    /// assert_eq!((acts[0].1.id.as_str(), acts[0].0.to_string().as_str()), ("bura-1727", "1727-08-31"));
    /// assert_eq!(acts.last().unwrap().1.id.as_str(), "margelan-1884");
    /// assert!(acts.iter().all(|(_, t)| t.id != *"livadia-1879"), "never ratified");
    /// ```
    pub fn acts(&self) -> Vec<(CalendarDay, &Instrument)> {
        let first_day = |t: &Instrument| t.in_force().and_then(super::Edtf::earliest);
        let mut acts: Vec<_> = self.instruments().iter().filter_map(|t| first_day(t).map(|day| (day, t))).collect();
        acts.sort_by_key(|(day, _)| *day);
        acts
    }

    /// The instruments that draw a line which replaces none.
    pub fn delimitations(&self) -> impl Iterator<Item = &Instrument> {
        self.instruments().iter().filter(|t| t.lines.iter().any(|l| l.replaces.is_none()))
    }

    /// The instrument whose line is meant when nothing is said: the only one, or the default.
    pub fn delimitation(&self) -> Option<&Instrument> {
        let several: Vec<&Instrument> = self.delimitations().collect();
        match several.as_slice() {
            [only] => Some(only),
            several => several.iter().find(|t| t.default).copied(),
        }
    }

    /// The line in force on a day, with the acts that draw each stretch of it; `None` before the first.
    ///
    /// ```
    /// let atlas = karun::Atlas::bundled();
    /// let day = |text: &str| text.parse::<karun::Edtf>().unwrap().earliest().unwrap();
    /// let line = atlas.line_at(day("1865-01-01")).unwrap();
    /// assert_eq!(line.by.id.as_str(), "tarbagatai-1864");
    /// assert!(atlas.line_at(day("1860-11-14")).is_none());
    /// ```
    pub fn line_at(&self, day: CalendarDay) -> Option<State<'_>> {
        let states = self.states(self.delimitation()?, &[]).ok()?;
        states.into_iter().rev().find(|s| s.from <= day)
    }

    /// The lines that followed one another from the one that an instrument draws, which may be read otherwise.
    ///
    /// # Errors
    /// When readings overlap.
    pub(crate) fn states<'a>(
        &'a self,
        root: &'a Instrument,
        readings: &[&Reading],
    ) -> Result<Vec<State<'a>>, CourseError> {
        let acts = self.acts();
        let mut states: Vec<State<'a>> = Vec::new();
        for (day, act) in acts.iter().skip_while(|(_, t)| t.id != root.id) {
            let mut courses = states.last().map(|s| s.courses.clone()).unwrap_or_default();
            match put(&mut courses, act, root, readings) {
                Ok(true) => {}
                Ok(false) => continue,
                // A reading that takes away the ends between which a later line stands ends with it.
                Err(_) if !states.is_empty() && !readings.is_empty() => {
                    let plain = self.states(root, &[])?;
                    if let Some(before) = states.last_mut() {
                        before.until = Some(*day);
                    }
                    states.extend(plain.into_iter().filter(|s| s.from >= *day));
                    return Ok(states);
                }
                Err(why) => return Err(why),
            }
            if let Some(before) = states.last_mut() {
                before.until = Some(*day);
            }
            states.push(State { from: *day, until: None, by: act, courses });
        }
        Ok(states)
    }

    /// The acts by which the line changed, or what was pending of it, with their first days: from the second line on.
    pub fn changes(&self) -> Vec<(CalendarDay, &Instrument)> {
        let moved = self.delimitation().and_then(|t| self.states(t, &[]).ok()).unwrap_or_default();
        let mut before = HashMap::new();
        let mut out = self.acts();
        out.retain(|(day, act)| {
            let pending = self.pending(*day, &[]);
            let clause = |(t, p): &(&Instrument, &Pending)| (t.id.clone(), p.article.clone());
            let settled = pending.len() != before.len()
                || pending.iter().any(|(k, v)| before.get(k).is_none_or(|old| clause(old) != clause(v)));
            before = pending;
            settled || moved.iter().any(|s| s.by.id == act.id)
        });
        out
    }

    /// The segments of a stretch, of a line as it was drawn or read.
    pub(crate) fn stretch(&self, stretch: &Stretch, readings: &[&Reading]) -> Vec<&Segment> {
        let Some((t, line)) = self.line(&stretch.line) else { return Vec::new() };
        let drawn = drawn(t.segments.iter(), &line.id, readings).unwrap_or_default();
        run(drawn.iter().copied(), &stretch.from, &stretch.to).map(|r| drawn[r].to_vec()).unwrap_or_default()
    }

    /// The clause by which a segment was to be drawn anew or marked on a day, if no act had done so yet, and its act.
    ///
    /// A later line takes the segment away; an act that marks it settles it.
    pub(crate) fn pending(
        &self,
        day: CalendarDay,
        readings: &[&Reading],
    ) -> HashMap<SegmentId, (&Instrument, &Pending)> {
        let mut found = HashMap::new();
        for (_, act) in self.acts().into_iter().take_while(|(from, _)| *from <= day) {
            for stretch in &act.demarcates {
                for segment in self.stretch(stretch, readings) {
                    found.remove(&segment.id);
                }
            }
            for pending in &act.pending {
                let segments = self.stretch(&pending.stretch, readings);
                found.extend(segments.into_iter().map(|s| (s.id.clone(), (act, pending))));
            }
        }
        found
    }

    /// The first act that ever marked each segment on the ground.
    pub(crate) fn marked_by(&self) -> HashMap<SegmentId, &Instrument> {
        let mut found = HashMap::new();
        for (_, act) in self.acts() {
            for segment in act.demarcates.iter().flat_map(|d| self.stretch(d, &[])) {
                found.entry(segment.id.clone()).or_insert(act);
            }
        }
        found
    }

    /// When and by which act each segment ended that did: as its record says, or because a later line stands in its place.
    pub fn ends(&self) -> HashMap<SegmentId, Ended> {
        let mut ends = HashMap::new();
        for root in self.delimitations() {
            let read = root.readings.iter().map(|r| vec![r]);
            for readings in std::iter::once(Vec::new()).chain(read) {
                let states = self.states(root, &readings).unwrap_or_default();
                for pair in states.windows(2) {
                    let [before, after] = [&pair[0], &pair[1]].map(|s| s.courses.iter().flat_map(Course::segments));
                    let Some(edtf) = pair[1].by.in_force() else { continue };
                    for gone in before.filter(|s| !after.clone().any(|t| t.id == s.id)) {
                        let source = pair[1].by.id.as_str().into();
                        ends.entry(gone.id.clone()).or_insert_with(|| Ended { edtf: edtf.clone(), source });
                    }
                }
            }
        }
        let said = self.instruments().iter().flat_map(|t| &t.segments);
        ends.extend(said.filter_map(|s| s.ended.clone().map(|e| (s.id.clone(), e))));
        ends
    }
}

/// Puts the lines of an act into courses: those of the root begin them, others replace stretches. `false` when it changes none.
pub(crate) fn put<'a>(
    courses: &mut Vec<Course<'a>>,
    act: &'a Instrument,
    root: &Instrument,
    readings: &[&Reading],
) -> Result<bool, CourseError> {
    let mut changed = false;
    for line in &act.lines {
        let segments = drawn(act.segments.iter(), &line.id, readings)?;
        if line.replaces.is_some() {
            changed |= splice(courses, act, line, &segments)?;
        } else if act.id == root.id {
            courses.push(Course::drawn(act, line, &segments));
            changed = true;
        }
    }
    Ok(changed)
}

/// The courses of the lines that an instrument draws by itself, with readings put in.
pub(crate) fn root_courses<'a>(root: &'a Instrument, readings: &[&Reading]) -> Result<Vec<Course<'a>>, CourseError> {
    let mut courses = Vec::new();
    put(&mut courses, root, root, readings).map(|_| courses)
}
