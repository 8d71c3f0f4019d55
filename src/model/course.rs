//! The course of a line: its segments in order, with chosen readings put in and later lines in their place.

use std::ops::Range;

use super::{Instrument, Line, LineId, PlaceId, Position, Reading, Segment, Stretch};

/// A segment of a course, with what draws it.
#[derive(Debug)]
pub struct Part<'a, T = &'a Instrument> {
    /// The instrument that draws it.
    pub by: T,
    /// The line of that instrument.
    pub line: &'a Line,
    /// The segment.
    pub segment: &'a Segment,
}

impl<T: Copy> Clone for Part<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Copy> Copy for Part<'_, T> {}

/// The course of a line, from end to end.
#[derive(Clone, Debug)]
pub struct Course<'a, T: Copy = &'a Instrument> {
    /// The line that was drawn first; left and right are its parties.
    pub line: &'a Line,
    /// The country divided: the extent of the latest line that gives one. `None` for an enclave.
    pub extent: Option<&'a [Position]>,
    /// Its segments in order.
    pub parts: Vec<Part<'a, T>>,
}

impl<'a, T: Copy> Course<'a, T> {
    /// The course of a line as it is drawn.
    pub(crate) fn drawn(by: T, line: &'a Line, segments: &[&'a Segment]) -> Self {
        let parts = segments.iter().map(|segment| Part { by, line, segment }).collect();
        Self { line, extent: line.extent.as_deref(), parts }
    }

    /// Its segments in order.
    pub fn segments(&self) -> impl Iterator<Item = &'a Segment> + Clone + '_ {
        self.parts.iter().map(|part| part.segment)
    }

    /// True where a line, or what is left of it, is part of it.
    fn holds(&self, line: &LineId) -> bool {
        self.line.id == *line || self.parts.iter().any(|part| part.line.id == *line)
    }
}

/// Why readings or later lines cannot be put into a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CourseError {
    /// The reading's ends are not the ends of a run of main segments, in this order.
    Ends(super::ReadingId),
    /// Two chosen readings speak of the same stretch.
    Overlap(super::ReadingId, super::ReadingId),
    /// What a later line replaces does not begin and end where segments of the line then in force do.
    Splice(LineId, Stretch),
}

impl std::fmt::Display for CourseError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Ends(r) => write!(f, "reading «{r}» does not begin and end where main segments do"),
            Self::Overlap(a, b) => write!(f, "readings «{a}» and «{b}» speak of the same stretch: choose one"),
            Self::Splice(id, s) => write!(
                f,
                "«{id}» replaces «{}» to «{}», which is no run of segments of the line then in force",
                s.from, s.to
            ),
        }
    }
}

impl std::error::Error for CourseError {}

/// The segments from one place to another, both of them ends of segments, in this order.
pub(crate) fn run<'a>(
    segments: impl Iterator<Item = &'a Segment> + Clone,
    from: &PlaceId,
    to: &PlaceId,
) -> Option<Range<usize>> {
    let first = segments.clone().position(|s| s.from == *from)?;
    let length = segments.skip(first).position(|s| s.to == *to)? + 1;
    Some(first..first + length)
}

/// The segments of one line in order: the main ones, with the run of each chosen reading in place of what it replaces.
///
/// # Errors
/// When a reading's ends are no ends of main segments, or two readings overlap.
pub(crate) fn course<'a>(segments: &[&'a Segment], chosen: &[&Reading]) -> Result<Vec<&'a Segment>, CourseError> {
    let main: Vec<&Segment> = segments.iter().copied().filter(|s| s.reading.is_none()).collect();
    let mut runs: Vec<(Range<usize>, &Reading)> = Vec::new();
    for reading in chosen {
        let Some(own) = run(main.iter().copied(), &reading.from, &reading.to) else {
            return Err(CourseError::Ends(reading.id.clone()));
        };
        if let Some((_, other)) = runs.iter().find(|(r, _)| r.start < own.end && own.start < r.end) {
            return Err(CourseError::Overlap(other.id.clone(), reading.id.clone()));
        }
        runs.push((own, reading));
    }
    runs.sort_by_key(|(own, _)| own.start);
    let mut out = Vec::new();
    let mut next = 0;
    for (own, reading) in runs {
        out.extend_from_slice(&main[next..own.start]);
        out.extend(segments.iter().copied().filter(|s| s.reading.as_ref() == Some(&reading.id)));
        next = own.end;
    }
    out.extend_from_slice(&main[next..]);
    Ok(out)
}

/// The segments of a line as it is drawn, with readings of it put in.
pub(crate) fn drawn<'a>(
    segments: impl Iterator<Item = &'a Segment>,
    line: &LineId,
    readings: &[&Reading],
) -> Result<Vec<&'a Segment>, CourseError> {
    let own: Vec<&Segment> = segments.filter(|s| s.line == *line).collect();
    let readings: Vec<&Reading> = readings.iter().copied().filter(|r| r.line == *line).collect();
    course(&own, &readings)
}

/// Puts a later line, drawn `by` an act with these segments, in the place of what it replaces; `false` when it speaks of none
/// of these courses.
///
/// # Errors
/// When the stretch does not begin and end where segments of the course do.
pub(crate) fn splice<'a, T: Copy>(
    courses: &mut [Course<'a, T>],
    by: T,
    line: &'a Line,
    segments: &[&'a Segment],
) -> Result<bool, CourseError> {
    let Some(old) = &line.replaces else { return Ok(false) };
    let Some(course) = courses.iter_mut().find(|c| c.holds(&old.line)) else { return Ok(false) };
    let Some(gone) = run(course.segments(), &old.from, &old.to) else {
        return Err(CourseError::Splice(line.id.clone(), old.clone()));
    };
    course.parts.splice(gone, segments.iter().map(|segment| Part { by, line, segment }));
    if let Some(ring) = &line.extent {
        course.extent = Some(ring);
    }
    Ok(true)
}
