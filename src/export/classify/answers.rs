//! The appended values of one point.

use super::Column;
use crate::export::layer::Value;
use crate::index::Index;
use crate::measure::round_to;
use crate::model::Position;
use crate::query::side;

/// One appended value.
#[derive(Clone, Copy, Debug)]
pub(super) enum Answer<'i> {
    Text(&'i str),
    Number(f64),
    Empty,
}

impl Answer<'_> {
    /// As a cell of a table.
    pub fn put(self, out: &mut Vec<u8>, delimiter: u8) {
        match self {
            Self::Text(text) => super::table::put_text(out, delimiter, text),
            Self::Number(n) => out.extend_from_slice(n.to_string().as_bytes()),
            Self::Empty => {}
        }
    }
}

impl From<Answer<'_>> for Value {
    fn from(answer: Answer<'_>) -> Self {
        match answer {
            Answer::Text(text) => Self::Text(text.to_owned()),
            Answer::Number(n) => Self::Number(n),
            Answer::Empty => Self::Null,
        }
    }
}

impl From<Answer<'_>> for serde_json::Value {
    fn from(answer: Answer<'_>) -> Self {
        match answer {
            Answer::Text(text) => text.into(),
            Answer::Number(n) => n.into(),
            Answer::Empty => Self::Null,
        }
    }
}

/// Answers one point after another.
pub(super) struct Answers<'i> {
    index: &'i Index<'i>,
    columns: &'i [Column],
}

impl<'i> Answers<'i> {
    pub fn new(index: &'i Index<'i>, columns: &'i [Column]) -> Self {
        Self { index, columns }
    }

    /// How many values a point gets.
    pub fn count(&self) -> usize {
        self.columns.len()
    }

    /// The values of one point, in the order of the columns.
    pub fn of(&self, p: Position, accuracy_m: f64, each: impl FnMut(Answer<'i>)) {
        let Self { index, columns } = *self;
        let text = |text: Option<&'i str>| text.map_or(Answer::Empty, Answer::Text);
        if columns.iter().all(|c| matches!(c, Column::Side | Column::Verdict)) {
            // Most points are far from the line, where these two cost next to nothing.
            let (side, verdict) = side::verdict(index, p, accuracy_m);
            let one = |column: &Column| match column {
                Column::Side => text(side::word(side)),
                _ => Answer::Text(verdict.as_str()),
            };
            return columns.iter().map(one).for_each(each);
        }
        let found = side::of_point(index, p, accuracy_m);
        let number = |n: Option<f64>, decimals| n.map_or(Answer::Empty, |n| Answer::Number(round_to(n, decimals)));
        let one = |column: &Column| match column {
            Column::Side => text(found.side()),
            Column::Verdict => Answer::Text(found.verdict.as_str()),
            Column::Probability => number(found.probability, 3),
            Column::DistanceM => number(found.nearest.map(|n| n.distance_m), 1),
            Column::Segment => text(found.nearest.map(|n| index.legs()[n.leg].segment.id.as_str())),
            Column::Marker => {
                let marker = found.nearest.and_then(|_| side::nearest_marker(index, p));
                text(marker.map(|(spot, _)| spot.marker.id.as_str()))
            }
            Column::LineKm => number(found.nearest.map(|n| n.line_m / 1000.0), 1),
        };
        columns.iter().map(one).for_each(each);
    }
}
