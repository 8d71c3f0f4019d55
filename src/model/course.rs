//! The course of a line: its segments in order, with chosen readings put in.

use super::{Reading, Segment};

/// Why readings cannot be put into a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CourseError {
    /// The reading's ends are not the ends of a run of main segments, in this order.
    Ends(super::ReadingId),
    /// Two chosen readings speak of the same stretch.
    Overlap(super::ReadingId, super::ReadingId),
}

impl std::fmt::Display for CourseError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Ends(r) => write!(f, "reading «{r}» does not begin and end where main segments do"),
            Self::Overlap(a, b) => write!(f, "readings «{a}» and «{b}» speak of the same stretch: choose one"),
        }
    }
}

impl std::error::Error for CourseError {}

/// The segments of one line in order: the main ones, with the run of each chosen reading in place of what it replaces.
///
/// # Errors
/// When a reading's ends are no ends of main segments, or two readings overlap.
pub(crate) fn course<'a>(segments: &[&'a Segment], chosen: &[&Reading]) -> Result<Vec<&'a Segment>, CourseError> {
    let main: Vec<&Segment> = segments.iter().copied().filter(|s| s.reading.is_none()).collect();
    let mut runs: Vec<(usize, usize, &Reading)> = Vec::new();
    for reading in chosen {
        let run = main
            .iter()
            .position(|s| s.from == reading.from)
            .and_then(|i| main[i..].iter().position(|s| s.to == reading.to).map(|n| (i, i + n + 1)));
        let Some((from, to)) = run else { return Err(CourseError::Ends(reading.id.clone())) };
        if let Some((_, _, other)) = runs.iter().find(|(a, b, _)| from < *b && *a < to) {
            return Err(CourseError::Overlap(other.id.clone(), reading.id.clone()));
        }
        runs.push((from, to, reading));
    }
    runs.sort_by_key(|(from, _, _)| *from);
    let mut out = Vec::new();
    let mut next = 0;
    for (from, to, reading) in runs {
        out.extend_from_slice(&main[next..from]);
        out.extend(segments.iter().copied().filter(|s| s.reading.as_ref() == Some(&reading.id)));
        next = to;
    }
    out.extend_from_slice(&main[next..]);
    Ok(out)
}
