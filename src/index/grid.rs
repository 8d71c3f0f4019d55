//! A grid of two levels over strokes: cells that nothing passes know their answer, the others a point of their own whose
//! answer is known, and the few strokes between it and any point of the cell.

use geo::kernels::Orientation;

use super::raster::{Lists, raster};
use super::strokes::{Code, ON_LINE, OUTSIDE, Strokes};
use crate::measure::{EQUATOR_M, MERIDIAN_M, spans, turn};
use crate::model::Position;

/// Cells of the first level for each stroke, and at most: they then stay in a core's own cache.
const CELLS_A_STROKE: usize = 8;
const MOST_CELLS: usize = 1 << 17;
/// Cells of the second level for each stroke of a cell of the first, and across at most.
const FINE_A_STROKE: usize = 8;
const MOST_ACROSS: f64 = 64.0;

/// A word of either level: where this bit is set something passes, and the rest is a number; else the code, below the
/// steps to the line.
const MIXED: u32 = 1 << 31;
const CODE_BITS: u32 = 16;
const CODE: u32 = (1 << CODE_BITS) - 1;
const MOST_STEPS: u16 = (1 << 15) - 1;

/// In a list: the cell's own point lies to the left of the stroke; the last of the list.
const LEFT: u32 = 1 << 31;
const LAST: u32 = 1 << 30;
const STROKE: u32 = LAST - 1;

/// Where in its cell a cell's own point may be, as fractions: the first that lies in line with no stroke.
const OWN: [[f64; 2]; 8] =
    [[0.5, 0.5], [0.37, 0.59], [0.61, 0.41], [0.43, 0.31], [0.71, 0.67], [0.29, 0.73], [0.53, 0.83], [0.79, 0.23]];

#[derive(Debug)]
pub(super) struct Grid {
    frame: Frame,
    cells: Vec<u32>,
    blocks: Vec<Block>,
    /// The cells of all blocks.
    fine: Vec<u32>,
    /// For each cell of the second level that a stroke passes: the code of its own point and which of [`OWN`] that is,
    /// then the strokes.
    lists: Vec<u32>,
    /// Metres that lie between two cells with one cell between them, at least.
    step_m: f64,
}

/// A cell of the first level that something passes, divided.
#[derive(Clone, Copy, Debug)]
struct Block {
    /// Where its cells begin.
    start: u32,
    /// How many there are in each direction.
    across: u16,
    /// How many steps it is from a cell that the line passes.
    steps: u16,
}

/// The rectangle of all strokes, divided.
#[derive(Clone, Copy, Debug)]
struct Frame {
    west: f64,
    south: f64,
    east: f64,
    north: f64,
    /// Cells in each direction, to a degree, and degrees to a cell.
    n: [usize; 2],
    per_degree: [f64; 2],
    degrees: [f64; 2],
}

impl Frame {
    fn around(points: &[Position], strokes: usize) -> Self {
        let fold =
            |f: fn(Position) -> f64, g: fn(f64, f64) -> f64| points.iter().map(|p| f(*p)).reduce(g).unwrap_or(0.0);
        let (west, east) = (fold(Position::lon, f64::min), fold(Position::lon, f64::max));
        let (south, north) = (fold(Position::lat, f64::min), fold(Position::lat, f64::max));
        // Cells about as wide as high, on the ground.
        let (width, height) = ((east - west).max(1e-9), (north - south).max(1e-9));
        let shape = (width * ((south + north) / 2.0).to_radians().cos().max(0.01) / height).clamp(1e-3, 1e3);
        let cells = (strokes * CELLS_A_STROKE).clamp(64, MOST_CELLS) as f64;
        let nx = (cells * shape).sqrt().clamp(1.0, cells);
        let n = [nx as usize, ((cells / nx) as usize).max(1)];
        let (per_degree, degrees) =
            ([n[0] as f64 / width, n[1] as f64 / height], [width / n[0] as f64, height / n[1] as f64]);
        Self { west, south, east, north, n, per_degree, degrees }
    }

    fn holds(&self, p: Position) -> bool {
        p.lon() >= self.west && p.lon() <= self.east && p.lat() >= self.south && p.lat() <= self.north
    }

    /// In cells from the south-western corner.
    fn in_cells(&self, p: Position) -> [f64; 2] {
        [(p.lon() - self.west) * self.per_degree[0], (p.lat() - self.south) * self.per_degree[1]]
    }

    fn position(&self, cells: [f64; 2]) -> Option<Position> {
        Position::new(self.west + cells[0] * self.degrees[0], self.south + cells[1] * self.degrees[1]).ok()
    }

    /// A point of a cell of the second level: the same one whenever it is asked for.
    fn fine(&self, cell: [usize; 2], part: [usize; 2], across: f64, which: usize) -> Option<Position> {
        let place = |k: usize| cell[k] as f64 + (part[k] as f64 + OWN[which][k]) / across;
        self.position([place(0), place(1)])
    }

    /// Metres between two cells with one between them, at least. Across meridians by the chord of the circle of latitude
    /// nearest to a pole; half round the globe and more nothing is promised.
    fn step_m(&self) -> f64 {
        let [x, y] = self.degrees.map(f64::to_radians);
        let half = (self.east - self.west).to_radians() / 2.0;
        if half > std::f64::consts::FRAC_PI_2 {
            return 0.0;
        }
        let shrink = if half > 0.0 { half.sin() / half } else { 1.0 };
        let radius = EQUATOR_M * self.south.abs().max(self.north.abs()).to_radians().cos();
        (y * MERIDIAN_M).min(x * radius * shrink) * (1.0 - 1e-6)
    }
}

impl Grid {
    /// `None` where there is nothing, too much, or so odd a drawing that a cell finds no point of its own.
    pub fn new(strokes: &Strokes, faces: usize) -> Option<Self> {
        let count = strokes.numbers().count();
        if count == 0 || strokes.points().len() >= STROKE as usize || faces >= CODE as usize {
            return None;
        }
        let frame = Frame::around(strokes.points(), count);
        let [nx, ny] = frame.n;
        let mut lists = Lists::default();
        lists.fill(nx * ny, |visit| {
            for i in strokes.numbers() {
                raster(strokes.ends(i).map(|p| frame.in_cells(p)), frame.n, |cell| visit(cell, i as u32));
            }
        });
        let steps = steps(frame.n, |cell| lists.of(cell).iter().any(|i| strokes.of_line(*i as usize)));
        let mut grid = Self {
            frame,
            cells: Vec::with_capacity(nx * ny),
            blocks: Vec::new(),
            fine: Vec::new(),
            lists: Vec::new(),
            step_m: frame.step_m(),
        };
        let mut scratch = Lists::default();
        for y in 0..ny {
            // The point of the last cell that had to find one; else its middle will do. West of the first it looks outside.
            let (mut code, mut last, mut before): (Code, Option<Position>, &[u32]) = (OUTSIDE, None, &[]);
            for x in 0..nx {
                let (list, steps) = (lists.of(y * nx + x), steps[y * nx + x]);
                if list.is_empty() && before.is_empty() {
                    grid.cells.push(code | u32::from(steps) << CODE_BITS);
                    last = None;
                    continue;
                }
                let at = |f: [f64; 2]| frame.position([x as f64 + f[0], y as f64 + f[1]]);
                let (_, own) = own_point(strokes, list, |which| at(OWN[which]))?;
                code = match last.or_else(|| at([-0.5, 0.5])) {
                    Some(from) => code ^ crossed(strokes, from, own, before, list),
                    None => strokes.scan(own),
                };
                if list.is_empty() {
                    grid.cells.push(code | u32::from(steps) << CODE_BITS);
                } else {
                    grid.cells.push(MIXED | grid.blocks.len() as u32);
                    grid.divide(strokes, [x, y], list, (own, code), steps, &mut scratch)?;
                }
                (last, before) = (Some(own), list);
            }
        }
        grid.blocks.shrink_to_fit();
        grid.fine.shrink_to_fit();
        grid.lists.shrink_to_fit();
        Some(grid)
    }

    /// The second level of a cell, from a point of it whose code is known.
    fn divide(
        &mut self,
        strokes: &Strokes,
        [x, y]: [usize; 2],
        all: &[u32],
        known: (Position, Code),
        steps: u16,
        lists: &mut Lists,
    ) -> Option<()> {
        let across = ((all.len() * FINE_A_STROKE) as f64).sqrt().ceil().clamp(1.0, MOST_ACROSS);
        let n = across as usize;
        let within = |p: Position| {
            let [u, v] = self.frame.in_cells(p);
            [(u - x as f64) * across, (v - y as f64) * across]
        };
        lists.fill(n * n, |visit| {
            for i in all {
                raster(strokes.ends(*i as usize).map(within), [n, n], |cell| visit(cell, *i));
            }
        });
        self.blocks.push(Block { start: self.fine.len() as u32, across: n as u16, steps });
        let (mut row, mut row_list) = (known, all);
        for v in 0..n {
            let (mut last, mut before) = (row, row_list);
            for u in 0..n {
                let list = lists.of(v * n + u);
                let at = |which: usize| self.frame.fine([x, y], [u, v], across, which);
                let (which, own) = own_point(strokes, list, at)?;
                let code = last.1 ^ crossed(strokes, last.0, own, before, list);
                if list.is_empty() {
                    self.fine.push(code);
                } else {
                    self.fine.push(MIXED | self.lists.len() as u32);
                    self.lists.push(code | (which as u32) << CODE_BITS);
                    for i in list {
                        let [a, b] = strokes.ends(*i as usize);
                        let left = if turn(a, b, own) == Orientation::CounterClockwise { LEFT } else { 0 };
                        self.lists.push(i | left);
                    }
                    *self.lists.last_mut()? |= LAST;
                }
                (last, before) = ((own, code), list);
                if u == 0 {
                    (row, row_list) = (last, list);
                }
            }
        }
        Some(())
    }

    /// Where a point lies, and how many steps its cell is from one that the line passes.
    #[inline]
    pub fn find(&self, strokes: &Strokes, p: Position) -> (Code, u32) {
        if !self.frame.holds(p) {
            return (OUTSIDE, 0);
        }
        let [fx, fy] = self.frame.in_cells(p);
        let [nx, ny] = self.frame.n;
        let (x, y) = ((fx as usize).min(nx - 1), (fy as usize).min(ny - 1));
        let word = self.cells[y * nx + x];
        if word & MIXED == 0 {
            return (word & CODE, word >> CODE_BITS);
        }
        let block = self.blocks[(word & !MIXED) as usize];
        let n = usize::from(block.across);
        let across = n as f64;
        let part = |f: f64, cell: usize| (((f - cell as f64) * across) as usize).min(n - 1);
        let (u, v) = (part(fx, x), part(fy, y));
        let word = self.fine[block.start as usize + v * n + u];
        if word & MIXED == 0 {
            return (word & CODE, u32::from(block.steps));
        }
        let list = &self.lists[(word & !MIXED) as usize..];
        let own = || self.frame.fine([x, y], [u, v], across, (list[0] >> CODE_BITS) as usize);
        (look(strokes, list, p, own), u32::from(block.steps))
    }

    /// Metres that the line is away at least from a cell so many steps from it.
    pub fn reach_m(&self, steps: u32) -> f64 {
        f64::from(steps.saturating_sub(1)) * self.step_m
    }

    pub fn bytes(&self) -> usize {
        let words = self.cells.capacity() + self.fine.capacity() + self.lists.capacity();
        words * size_of::<u32>() + self.blocks.capacity() * size_of::<Block>()
    }
}

/// The code of a point from that of the cell's own point: each stroke between the two changes it. A position of a stroke in
/// line with both counts as lying to the left, as if the way from one to the other were moved by less than any number.
#[inline]
fn look(strokes: &Strokes, list: &[u32], p: Position, own: impl Fn() -> Option<Position>) -> Code {
    let (mut code, mut on_ring) = (list[0] & CODE, u32::MAX);
    for word in &list[1..] {
        let i = (word & STROKE) as usize;
        let [a, b] = strokes.ends(i);
        match turn(a, b, p) {
            Orientation::Collinear if spans(a, b, p) => {
                if strokes.of_line(i) {
                    return ON_LINE;
                }
                // A ring belongs to its extent; where two extents touch, to the first.
                on_ring = on_ring.min(strokes.change(i));
            }
            // In line with the stroke and not on it: the way to anywhere passes beside it.
            Orientation::Collinear => {}
            hand => {
                let left = word & LEFT != 0;
                if (hand == Orientation::CounterClockwise) != left && own().is_some_and(|own| parted(p, own, [a, b])) {
                    code ^= strokes.change(i);
                }
            }
        }
        if word & LAST != 0 {
            break;
        }
    }
    if on_ring == u32::MAX { code } else { on_ring }
}

/// True when the ends of a stroke lie on different hands of the way between two points.
#[inline]
fn parted(from: Position, to: Position, [a, b]: [Position; 2]) -> bool {
    let right = |p: Position| turn(from, to, p) == Orientation::Clockwise;
    right(a) != right(b)
}

/// A point of a cell that lies in line with none of its strokes, and which of [`OWN`] it is.
fn own_point(strokes: &Strokes, list: &[u32], at: impl Fn(usize) -> Option<Position>) -> Option<(usize, Position)> {
    (0..OWN.len()).find_map(|which| {
        let p = at(which)?;
        let beside = |i: &u32| {
            let [a, b] = strokes.ends(*i as usize);
            turn(a, b, p) != Orientation::Collinear
        };
        list.iter().all(beside).then_some((which, p))
    })
}

/// What the strokes of two lists change on the way between two points that lie on none of them.
fn crossed(strokes: &Strokes, from: Position, to: Position, one: &[u32], other: &[u32]) -> Code {
    let change = |i: &u32| {
        let [a, b] = strokes.ends(*i as usize);
        let (x, y) = (turn(a, b, from), turn(a, b, to));
        let apart = x != y && x != Orientation::Collinear && y != Orientation::Collinear;
        if apart && parted(from, to, [a, b]) { strokes.change(*i as usize) } else { 0 }
    };
    // Both lists are in order; what stands in both counts once.
    let new = other.iter().filter(|i| one.binary_search(i).is_err());
    one.iter().chain(new).map(change).fold(0, |all, one| all ^ one)
}

/// For each cell, how many steps (also aslant) it is from the nearest one of some kind.
fn steps([nx, ny]: [usize; 2], from: impl Fn(usize) -> bool) -> Vec<u16> {
    let mut steps: Vec<u16> = (0..nx * ny).map(|cell| if from(cell) { 0 } else { MOST_STEPS }).collect();
    let mut near = |x: usize, y: usize, row: Option<usize>, beside: Option<usize>| {
        let mut least = beside.map_or(MOST_STEPS, |x| steps[y * nx + x]);
        if let Some(row) = row {
            let around = &steps[row * nx + x.saturating_sub(1)..=row * nx + (x + 1).min(nx - 1)];
            least = around.iter().copied().fold(least, u16::min);
        }
        let here = &mut steps[y * nx + x];
        *here = (*here).min(least + 1).min(MOST_STEPS);
    };
    for y in 0..ny {
        (0..nx).for_each(|x| near(x, y, y.checked_sub(1), x.checked_sub(1)));
    }
    for y in (0..ny).rev() {
        (0..nx).rev().for_each(|x| near(x, y, (y + 1 < ny).then_some(y + 1), (x + 1 < nx).then_some(x + 1)));
    }
    steps
}
