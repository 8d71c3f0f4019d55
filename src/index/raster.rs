//! Which cells of a grid a stroke passes, and lists of strokes for each cell.

/// Strokes are given to cells that they miss by so many cells: far more than rounding moves a position, and still nothing.
const MARGIN: f64 = 1e-6;

/// Visits every cell that a stroke passes, once; `ends` are in cells from the south-western corner, cells are numbered
/// east, then north.
pub(super) fn raster(ends: [[f64; 2]; 2], [nx, ny]: [usize; 2], mut visit: impl FnMut(usize)) {
    let (low, high) = if ends[0][1] <= ends[1][1] { (ends[0], ends[1]) } else { (ends[1], ends[0]) };
    let Some((first, last)) = range(low[1], high[1], ny) else { return };
    let (west, east) = (low[0].min(high[0]), low[0].max(high[0]));
    let lean = (high[0] - low[0]) / (high[1] - low[1]);
    for y in first..=last {
        let (from, to) = (low[1].max(y as f64 - MARGIN), high[1].min(y as f64 + 1.0 + MARGIN));
        // All of a stroke that runs level, or nearly so.
        let (a, b) = if first == last || high[1] - low[1] <= MARGIN {
            (west, east)
        } else {
            let at = |v: f64| (low[0] + (v - low[1]) * lean).clamp(west, east);
            (at(from), at(to))
        };
        if let Some((x0, x1)) = range(a.min(b), a.max(b), nx) {
            (x0..=x1).for_each(|x| visit(y * nx + x));
        }
    }
}

/// The first and last of `n` cells between two places; `None` beside all of them.
fn range(low: f64, high: f64, n: usize) -> Option<(usize, usize)> {
    let (low, high) = (low - MARGIN, high + MARGIN);
    if high < 0.0 || low >= n as f64 {
        return None;
    }
    // Negative numbers become 0.
    Some((low as usize, (high as usize).min(n - 1)))
}

/// A list for each cell, one after another in one place.
#[derive(Default)]
pub(super) struct Lists {
    /// Where each begins, and where the last ends.
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Lists {
    /// Fills the lists of `n` cells anew. `each` tells every cell and item, the same ones both times it is called; items
    /// keep the order in which they are told.
    pub fn fill(&mut self, n: usize, each: impl Fn(&mut dyn FnMut(usize, u32))) {
        self.starts.clear();
        self.starts.resize(n + 1, 0);
        each(&mut |cell, _| self.starts[cell] += 1);
        let mut total = 0;
        for start in &mut self.starts {
            (*start, total) = (total, total + *start);
        }
        self.items.clear();
        self.items.resize(total as usize, 0);
        each(&mut |cell, item| {
            self.items[self.starts[cell] as usize] = item;
            self.starts[cell] += 1;
        });
        // Each start has moved to the next one's.
        self.starts.rotate_right(1);
        self.starts[0] = 0;
    }

    /// The list of a cell.
    pub fn of(&self, cell: usize) -> &[u32] {
        &self.items[self.starts[cell] as usize..self.starts[cell + 1] as usize]
    }
}
