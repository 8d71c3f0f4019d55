//! Boxes in space around runs of pieces, four in each of the next size: what may be near without looking at every piece.
//!
//! A line is its own best order: neighbours along it are neighbours in space. So the tree is built in one pass, without
//! sorting, and needs no pointers.

/// Pieces in the smallest boxes.
const RUN: usize = 4;
/// Boxes in each box, measured together.
const FOUR: usize = 4;
/// For depths of 16: more than four billion runs.
const STACK: usize = 64;

/// Pieces that follow each other in one chain.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    /// The node at which the first piece begins.
    pub first: u32,
    /// The node at which the last one ends.
    pub last: u32,
    pub chain: u32,
}

/// Four boxes: lowest and highest coordinates from the tree's centre, in metres, rounded outwards; and the largest variance
/// of any chain in each.
#[derive(Clone, Copy, Debug)]
struct Boxes {
    low: [[f32; FOUR]; 3],
    high: [[f32; FOUR]; 3],
    variance: [f32; FOUR],
}

impl Boxes {
    const NONE: Self =
        Self { low: [[f32::INFINITY; FOUR]; 3], high: [[f32::NEG_INFINITY; FOUR]; 3], variance: [0.0; FOUR] };

    /// All four as one of four.
    fn put_into(&self, other: &mut Self, which: usize) {
        for k in 0..3 {
            other.low[k][which] = self.low[k].iter().copied().fold(f32::INFINITY, f32::min);
            other.high[k][which] = self.high[k].iter().copied().fold(f32::NEG_INFINITY, f32::max);
        }
        other.variance[which] = self.variance.iter().copied().fold(0.0, f32::max);
    }

    /// Squares of the distances to each box.
    #[inline]
    fn squares(&self, p: [f32; 3]) -> [f32; FOUR] {
        let mut out = [0.0; FOUR];
        for (p, (low, high)) in p.iter().zip(self.low.iter().zip(&self.high)) {
            for (which, square) in out.iter_mut().enumerate() {
                let off = (low[which] - p).max(p - high[which]).max(0.0);
                *square += off * off;
            }
        }
        out
    }
}

#[derive(Debug, Default)]
pub(super) struct Tree {
    centre: [f64; 3],
    runs: Vec<Run>,
    boxes: Vec<Boxes>,
    /// Where the boxes of each size begin, the smallest first.
    sizes: Vec<usize>,
}

impl Tree {
    /// Puts boxes around the pieces of chains, each given as a range of nodes with the variance of its accuracy.
    pub fn new(nodes: impl Fn(usize) -> [f64; 3], chains: &[(std::ops::Range<usize>, f64)]) -> Self {
        let ends = chains.iter().flat_map(|(range, _)| range.clone());
        let (mut low, mut high) = ([f64::INFINITY; 3], [f64::NEG_INFINITY; 3]);
        for at in ends.map(&nodes) {
            (low, high) = (std::array::from_fn(|k| low[k].min(at[k])), std::array::from_fn(|k| high[k].max(at[k])));
        }
        let centre = std::array::from_fn(|k| (low[k] + high[k]) / 2.0);
        let mut tree = Self { centre, ..Self::default() };
        for (chain, (range, variance)) in chains.iter().enumerate() {
            for first in range.clone().step_by(RUN) {
                let last = (first + RUN).min(range.end - 1);
                if first == last {
                    break;
                }
                let which = tree.runs.len() % FOUR;
                if which == 0 {
                    tree.boxes.push(Boxes::NONE);
                }
                if let Some(boxes) = tree.boxes.last_mut() {
                    for at in (first..=last).map(&nodes) {
                        for (k, (at, centre)) in at.iter().zip(centre).enumerate() {
                            let off = (at - centre) as f32;
                            boxes.low[k][which] = boxes.low[k][which].min(off.next_down());
                            boxes.high[k][which] = boxes.high[k][which].max(off.next_up());
                        }
                    }
                    boxes.variance[which] = (*variance as f32).next_up();
                }
                tree.runs.push(Run { first: first as u32, last: last as u32, chain: chain as u32 });
            }
        }
        tree.sizes.push(0);
        while tree.boxes.len() - tree.sizes[tree.sizes.len() - 1] > 1 {
            let from = tree.sizes[tree.sizes.len() - 1];
            let to = tree.boxes.len();
            tree.sizes.push(to);
            for (i, child) in (from..to).enumerate() {
                if i % FOUR == 0 {
                    tree.boxes.push(Boxes::NONE);
                }
                let child = tree.boxes[child];
                if let Some(boxes) = tree.boxes.last_mut() {
                    child.put_into(boxes, i % FOUR);
                }
            }
        }
        tree.boxes.shrink_to_fit();
        tree.runs.shrink_to_fit();
        tree
    }

    /// Visits runs, the likely nearest first, as long as they may reach. `scale` is the standard deviation for a variance,
    /// `reach` says up to how many standard deviations a run matters; each visit may lower it, and returns it.
    #[inline]
    pub fn visit(
        &self,
        at: [f64; 3],
        slack_m: f64,
        scale: impl Fn(f32) -> f32,
        mut reach: f64,
        mut visit: impl FnMut(&Run) -> f64,
    ) {
        if self.runs.is_empty() {
            return;
        }
        let p: [f32; 3] = std::array::from_fn(|k| (at[k] - self.centre[k]) as f32);
        // What single precision may take from a distance: of the point's own place, and of the sums.
        let slack = slack_m as f32 + 2e-7 * p.iter().fold(0.0f32, |far, x| far.max(x.abs()));
        let near = |square: f32, scale: f32, reach: f32| {
            let far = (scale * reach + slack) * (1.0 + 1e-6);
            square <= far * far
        };
        // Squared distance, standard deviation, size (0: a run) and number.
        let mut stack = [(0.0f32, 0.0f32, 0u32, 0u32); STACK];
        let mut depth = 1;
        stack[0] = (0.0, f32::INFINITY, self.sizes.len() as u32, 0);
        let mut least = (reach as f32).next_up();
        while depth > 0 {
            depth -= 1;
            let (square, own, size, number) = stack[depth];
            if own.is_finite() && !near(square, own, least) {
                continue;
            }
            if size == 0 {
                let lower = visit(&self.runs[number as usize]);
                if lower < reach {
                    (reach, least) = (lower, (lower as f32).next_up());
                }
                continue;
            }
            let boxes = &self.boxes[self.sizes[size as usize - 1] + number as usize];
            let squares = boxes.squares(p);
            let from = depth;
            for (which, square) in squares.into_iter().enumerate() {
                let own = scale(boxes.variance[which]) * (1.0 + 1e-6);
                if square.is_finite() && near(square, own, least) && depth < STACK {
                    let entry = (square, own, size - 1, number * FOUR as u32 + which as u32);
                    // The nearest in units of deviation on top.
                    let mut place = depth;
                    while place > from
                        && stack[place - 1].0 * own * own < square * stack[place - 1].1 * stack[place - 1].1
                    {
                        stack[place] = stack[place - 1];
                        place -= 1;
                    }
                    stack[place] = entry;
                    depth += 1;
                }
            }
        }
    }

    pub fn bytes(&self) -> usize {
        self.runs.capacity() * size_of::<Run>() + self.boxes.capacity() * size_of::<Boxes>()
    }
}
