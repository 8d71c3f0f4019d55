//! The strokes that divide a country: every edge of line and extent once, with what changes across it.

use geo::kernels::Orientation;

use crate::measure::{on_stroke, turn};
use crate::model::Position;

/// Where a point lies, as a number: 0 outside, k in the face k − 1, [`ON_LINE`].
pub(super) type Code = u32;
/// Outside every face.
pub(super) const OUTSIDE: Code = 0;
/// Exactly on a line.
pub(super) const ON_LINE: Code = u32::MAX;

/// No stroke: the next position begins another run.
const BREAK: u32 = u32::MAX;
/// A stroke of a line; the others belong to the rings of extents.
const LINE: u32 = 1 << 31;

/// Strokes packed run after run. Since faces do not overlap, crossing a stroke turns the code of one side into that of the
/// other by one exclusive or, whatever was crossed before.
#[derive(Debug, Default)]
pub(super) struct Strokes {
    points: Vec<Position>,
    /// What the stroke from each position changes.
    what: Vec<u32>,
}

impl Strokes {
    /// Adds the strokes of a run of positions, all with the same codes on their two sides.
    pub fn push(&mut self, run: &[Position], sides: [Code; 2], of_line: bool) {
        let change = (sides[0] ^ sides[1]) | if of_line { LINE } else { 0 };
        self.points.extend_from_slice(run);
        self.what.extend(run.windows(2).map(|w| if w[0] == w[1] { BREAK } else { change }));
        self.what.extend(run.last().map(|_| BREAK));
    }

    /// Every position.
    pub fn points(&self) -> &[Position] {
        &self.points
    }

    /// The numbers of all strokes.
    pub fn numbers(&self) -> impl Iterator<Item = usize> {
        (0..self.what.len()).filter(|i| self.what[*i] != BREAK)
    }

    /// The ends of a stroke.
    pub fn ends(&self, i: usize) -> [Position; 2] {
        [self.points[i], self.points[i + 1]]
    }

    /// True for a stroke of a line.
    pub fn of_line(&self, i: usize) -> bool {
        self.what[i] & LINE != 0
    }

    /// What crossing a stroke does to a code.
    pub fn change(&self, i: usize) -> Code {
        self.what[i] & !LINE
    }

    /// How much memory they take, in bytes.
    pub fn bytes(&self) -> usize {
        self.points.capacity() * size_of::<Position>() + self.what.capacity() * size_of::<u32>()
    }

    /// The code of a point by looking at every stroke: exact.
    pub fn scan(&self, p: Position) -> Code {
        let (mut code, mut on_ring) = (OUTSIDE, u32::MAX);
        for i in self.numbers() {
            let [a, b] = self.ends(i);
            let (low, high) = if a.lat() <= b.lat() { (a, b) } else { (b, a) };
            if p.lat() < low.lat() || p.lat() > high.lat() || p.lon() > a.lon().max(b.lon()) {
                continue;
            }
            if on_stroke(a, b, p) {
                if self.of_line(i) {
                    return ON_LINE;
                }
                on_ring = on_ring.min(self.change(i));
            }
            // A ray to the east: each stroke counts its lower end and not its upper one.
            let level = low.lat() <= p.lat() && p.lat() < high.lat();
            if level && (p.lon() < a.lon().min(b.lon()) || turn(low, high, p) == Orientation::CounterClockwise) {
                code ^= self.change(i);
            }
        }
        // A ring belongs to its extent; where two extents touch, to the first.
        if on_ring == u32::MAX { code } else { on_ring }
    }
}
