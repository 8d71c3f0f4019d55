//! Which side a point lies on: exact, in a few nanoseconds.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use super::faces::{Drawn, Face, faces};
use super::grid::Grid;
use super::strokes::{Code, ON_LINE, OUTSIDE, Strokes};
use crate::model::{PartyId, Position};

/// Questions answered by looking at every stroke before a grid is made: making it costs as much as a few hundred of them.
const FEW: u32 = 200;

/// Where a point lies with respect to a treaty's lines.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side<'a> {
    /// Exactly on a line: robust orientation, no tolerance.
    OnLine,
    /// The land of a party. The ring of an extent belongs to it.
    Of(&'a PartyId),
    /// Outside every extent.
    Outside,
}

/// The faces of every line of a treaty, ready to be asked which of them holds a point.
///
/// Answers are those of the exact polygons for every point. A handful of questions look at every stroke (some microseconds
/// for a few thousand positions); then a grid is made, once: about 20 ms and 8 MB for 100 000 positions, and from then on a question
/// costs some 6 ns far from the line and 16 ns near it. `Send + Sync`; threads share one.
///
/// ```
/// use karun::{Position, index::{Drawn, Side, Sides}};
/// let p = |lon, lat| Position::new(lon, lat).unwrap();
/// let country = [p(80.0, 40.0), p(85.0, 40.0), p(90.0, 40.0), p(90.0, 50.0), p(85.0, 50.0), p(80.0, 50.0), p(80.0, 40.0)];
/// let (west, east) = ("west".into(), "east".into());
/// let line = Drawn { left: &west, right: &east, chain: vec![p(85.0, 40.0), p(86.0, 45.0), p(85.0, 50.0)], extent: Some(&country) };
/// let sides = Sides::new(&[line]);
/// assert_eq!(sides.side(p(83.0, 45.0)), Side::Of(&west));
/// assert_eq!(sides.side(p(86.0, 45.0)), Side::OnLine);
/// assert_eq!(sides.side(p(90.0, 44.0)), Side::Of(&east));
///
/// let mut found = [Side::Outside; 2];
/// sides.classify(&[p(88.0, 45.0), p(91.0, 45.0)], &mut found);
/// assert_eq!(found, [Side::Of(&east), Side::Outside]);
/// ```
#[derive(Debug)]
pub struct Sides {
    faces: Vec<Face>,
    strokes: Strokes,
    asked: AtomicU32,
    /// `None` inside where no grid can be made.
    grid: OnceLock<Option<Grid>>,
}

impl Sides {
    /// Cuts each line's extent by its chain. Costs little: the grid waits until it pays.
    pub fn new(lines: &[Drawn<'_>]) -> Self {
        let (faces, strokes) = faces(lines);
        Self { faces, strokes, asked: AtomicU32::new(0), grid: OnceLock::new() }
    }

    /// Where a point lies: exact.
    #[inline]
    pub fn side(&self, p: Position) -> Side<'_> {
        self.named(self.code(p))
    }

    /// Where many points lie, in order: as many as both slices hold. One thread; give each thread a part of the points.
    pub fn classify<'s>(&'s self, points: &[Position], sides: &mut [Side<'s>]) {
        let Some(grid) = self.grid() else {
            return points.iter().zip(sides).for_each(|(p, side)| *side = self.named(self.strokes.scan(*p)));
        };
        for (p, side) in points.iter().zip(sides) {
            *side = self.named(grid.find(&self.strokes, *p).0);
        }
    }

    /// Where a point lies, and metres that the nearest line is away at least: 0 near it, and while there is no grid.
    pub(crate) fn side_and_reach(&self, p: Position) -> (Side<'_>, f64) {
        match self.ready() {
            Some(grid) => {
                let (code, steps) = grid.find(&self.strokes, p);
                (self.named(code), grid.reach_m(steps))
            }
            None => (self.named(self.strokes.scan(p)), 0.0),
        }
    }

    /// Every face.
    pub fn faces(&self) -> &[Face] {
        &self.faces
    }

    /// How much memory the strokes and the grid take, in bytes. Makes the grid.
    pub fn bytes(&self) -> usize {
        self.strokes.bytes() + self.grid().map_or(0, Grid::bytes)
    }

    #[inline]
    fn code(&self, p: Position) -> Code {
        self.ready().map_or_else(|| self.strokes.scan(p), |grid| grid.find(&self.strokes, p).0)
    }

    #[inline]
    fn named(&self, code: Code) -> Side<'_> {
        match code {
            OUTSIDE => Side::Outside,
            ON_LINE => Side::OnLine,
            face => self.faces.get(face as usize - 1).map_or(Side::Outside, |f| Side::Of(&f.party)),
        }
    }

    fn grid(&self) -> Option<&Grid> {
        self.grid.get_or_init(|| Grid::new(&self.strokes, self.faces.len())).as_ref()
    }

    /// The grid, where there is one or it is time to make it.
    #[inline]
    fn ready(&self) -> Option<&Grid> {
        match self.grid.get() {
            Some(grid) => grid.as_ref(),
            None if self.asked.fetch_add(1, Ordering::Relaxed) < FEW => None,
            None => self.grid(),
        }
    }
}
