//! Chains made ready: the nearest point of any set of lines, and how near in units of their accuracy.

use super::tree::Tree;
use crate::measure::{
    self, Foot, MEAN_M, Node, PIECE_M, PIECE_SLACK_M, apart_m, chord, distance_m, ecef, on_piece, search_bound_m,
};
use crate::model::Position;

/// Pieces that may hold the nearest point, kept without asking for memory; rarely there are more.
const FEW: usize = 12;

/// Lines made ready to be asked for their nearest point: geodesic, correct to 1 m.
///
/// Chords of pieces of 2 km bound the distance from below; every piece that may hold the nearest point is measured along
/// the ellipsoid. Building costs some 60 ns for each position and 2 km; a question about a microsecond, half of it the
/// geodesic. `Send + Sync`.
///
/// ```
/// use karun::{Position, index::Track};
/// let p = |lon, lat| Position::new(lon, lat).unwrap();
/// // A thousand kilometres along a parallel, which is not the shortest way.
/// let chain = [p(70.0, 50.0), p(84.0, 50.0)];
/// let (_, foot) = Track::new(vec![&chain]).nearest(p(77.0, 51.0)).unwrap();
/// assert!((foot.distance_m - 111_240.0).abs() < 10.0 && (foot.position.lon() - 77.0).abs() < 1e-4);
/// ```
pub struct Track<'a> {
    chains: Vec<&'a [Position]>,
    /// The 95 % half-width of each chain in metres.
    accuracies_m: Vec<f64>,
    /// The ends of all pieces, chain after chain.
    nodes: Vec<Node>,
    /// Where the nodes of each chain begin, and where the last ones end.
    starts: Vec<usize>,
    tree: Tree,
}

/// A piece that may hold the nearest point.
#[derive(Clone, Copy, Default)]
struct Candidate {
    /// The node at which it begins.
    node: u32,
    chain: u32,
    /// Where on it, as a fraction.
    s: f64,
    /// Straight metres to that.
    chord_m: f64,
    /// Standard deviation in metres.
    sigma_m: f64,
}

impl<'a> Track<'a> {
    /// Cuts chains into pieces and puts boxes around these.
    pub fn new(chains: Vec<&'a [Position]>) -> Self {
        let exact = vec![0.0; chains.len()];
        Self::known(chains, exact)
    }

    /// Chains, each known to so many metres.
    pub(crate) fn known(chains: Vec<&'a [Position]>, accuracies_m: Vec<f64>) -> Self {
        let mut nodes = Vec::with_capacity(chains.iter().map(|c| c.len()).sum());
        let mut starts = vec![0];
        for chain in &chains {
            measure::cut(chain, &mut nodes);
            starts.push(nodes.len());
        }
        nodes.shrink_to_fit();
        let variance = |m: &f64| measure::sigma_across_m(*m).powi(2);
        let ranges = starts.windows(2).zip(&accuracies_m).map(|(w, m)| (w[0]..w[1], variance(m)));
        let tree = Tree::new(|i| nodes[i].at, &ranges.collect::<Vec<_>>());
        Self { chains, accuracies_m, nodes, starts, tree }
    }

    /// How much memory it takes beside the chains, in bytes.
    pub fn bytes(&self) -> usize {
        self.nodes.capacity() * size_of::<Node>() + self.tree.bytes()
    }

    /// The chains.
    pub fn chains(&self) -> &[&'a [Position]] {
        &self.chains
    }

    /// The metres of a chain.
    pub(crate) fn length_m(&self, chain: usize) -> f64 {
        self.nodes[self.starts[chain]..self.starts[chain + 1]].last().map_or(0.0, |end| end.at_m)
    }

    /// The nearest point of any chain, and which; ties go to the earlier one. `None` where there is no stroke.
    pub fn nearest(&self, p: Position) -> Option<(usize, Foot)> {
        self.nearest_among(p, |_| true)
    }

    /// The nearest point of some of the chains.
    pub(crate) fn nearest_among(&self, p: Position, among: impl Fn(usize) -> bool) -> Option<(usize, Foot)> {
        self.best(p, |_| 1.0, |_| 1.0, among, f64::INFINITY).map(|(_, chain, foot)| (chain, foot))
    }

    /// The smallest z = d/√(σ_line² + σ_point²) over all chains, if it is below `cap`, and which chain gives it; ties go to
    /// the earlier one. Chains whose band cannot reach are not measured.
    pub(crate) fn nearness(&self, p: Position, accuracy_m: f64, cap: f64) -> Option<(f64, usize)> {
        let sigma_p = measure::sigma_circle_m(accuracy_m);
        let total = |chain: usize| measure::sigma_across_m(self.accuracies_m[chain]).hypot(sigma_p);
        let variance_p = (sigma_p * sigma_p) as f32;
        let found = self.best(p, total, |variance| (variance + variance_p).sqrt(), |_| true, cap);
        found.map(|(z, chain, _)| (z, chain)).filter(|(z, _)| *z < cap)
    }

    /// The smallest z lies between these two, found by chords alone; from `cap` on both are `cap`. Once it is known to lie
    /// below `floor` only the upper one is right.
    pub(crate) fn bracket(&self, p: Position, accuracy_m: f64, [floor, cap]: [f64; 2]) -> [f64; 2] {
        let at = ecef(p);
        let sigma_p = measure::sigma_circle_m(accuracy_m);
        let variance_p = (sigma_p * sigma_p) as f32;
        let scale = |variance: f32| (variance + variance_p).sqrt();
        let [mut low, mut high] = [cap, cap];
        self.tree.visit(at, PIECE_SLACK_M, scale, cap, |run| {
            let sigma_m = measure::sigma_across_m(self.accuracies_m[run.chain as usize]).hypot(sigma_p);
            let pieces = self.nodes[run.first as usize..=run.last as usize].windows(2);
            let least = pieces.map(|w| chord(w[0].at, w[1].at, at).0).fold(f64::INFINITY, f64::min).sqrt();
            low = low.min((least - PIECE_SLACK_M).max(0.0) / sigma_m);
            high = high.min(search_bound_m(least) / sigma_m);
            if high < floor { 0.0 } else { high }
        });
        [low, high]
    }

    /// The piece whose geodesic distance is smallest in units of its chain's deviation.
    #[inline]
    fn best(
        &self,
        p: Position,
        sigma_m: impl Fn(usize) -> f64,
        scale: impl Fn(f32) -> f32,
        among: impl Fn(usize) -> bool,
        cap: f64,
    ) -> Option<(f64, usize, Foot)> {
        let at = ecef(p);
        let mut reach = cap;
        let mut found = Candidates::default();
        self.tree.visit(at, PIECE_SLACK_M, scale, cap, |run| {
            let chain = run.chain as usize;
            if !among(chain) {
                return reach;
            }
            let sigma_m = sigma_m(chain);
            let mut far = (sigma_m * reach + PIECE_SLACK_M).powi(2);
            for node in run.first..run.last {
                let i = node as usize;
                let (square, s) = chord(self.nodes[i].at, self.nodes[i + 1].at, at);
                if square <= far {
                    let chord_m = square.sqrt();
                    reach = reach.min(search_bound_m(chord_m) / sigma_m);
                    far = (sigma_m * reach + PIECE_SLACK_M).powi(2);
                    found.push(Candidate { node, chain: run.chain, s, chord_m, sigma_m }, reach);
                }
            }
            reach
        });
        let likely = *found.within(reach).min_by(|a, b| (a.chord_m / a.sigma_m).total_cmp(&(b.chord_m / b.sigma_m)))?;
        let place = |c: &Candidate| {
            let i = c.node as usize;
            on_piece([&self.nodes[i], &self.nodes[i + 1]], self.chains[c.chain as usize], c.s)
        };
        let (position, at_m) = place(&likely);
        let first = Foot { distance_m: distance_m(p, position), position, at_m };
        let (mut node, mut chain, mut foot) = (likely.node, likely.chain, first);
        let mut least = foot.distance_m / likely.sigma_m;
        for c in found.within(reach).filter(|c| c.node != likely.node) {
            if (first.distance_m + self.farther_m(c, &likely)) / c.sigma_m > least {
                continue;
            }
            let (position, at_m) = place(c);
            // Neighbours share the position between them.
            let same = position == first.position;
            let distance_m = if same { first.distance_m } else { distance_m(p, position) };
            let z = distance_m / c.sigma_m;
            if z < least || (z == least && c.node < node) {
                (node, chain, foot, least) = (c.node, c.chain, Foot { distance_m, position, at_m }, z);
            }
        }
        Some((least, chain as usize, foot))
    }

    /// By how many metres a candidate's geodesic is longer than another's at least; minus infinity where that is not known.
    ///
    /// Geodesic and chord differ by c³/24R². In another direction, R is another one: by 1.3 % at most all round, so that for
    /// feet D apart the difference changes by less than c²D/R² · 0.013/24; here four times that.
    fn farther_m(&self, c: &Candidate, than: &Candidate) -> f64 {
        if c.chord_m < than.chord_m {
            return f64::NEG_INFINITY;
        }
        let foot = |c: &Candidate| {
            let [a, b] = [self.nodes[c.node as usize].at, self.nodes[c.node as usize + 1].at];
            let long = apart_m(a, b) / PIECE_M;
            // A shorter piece lies nearer to its chord, by the square.
            (std::array::from_fn(|k| a[k] + c.s * (b[k] - a[k])), PIECE_SLACK_M * long * long)
        };
        let ((one, off), (other, also_off)) = (foot(c), foot(than));
        let turned = 0.0025 * (c.chord_m / MEAN_M).powi(2) * apart_m(one, other);
        // A micrometre for the rounding of all this.
        c.chord_m - than.chord_m - off - also_off - turned - 1e-6
    }
}

/// What may be nearest, while it may.
#[derive(Default)]
struct Candidates {
    few: [Candidate; FEW],
    count: usize,
    more: Vec<Candidate>,
}

impl Candidates {
    #[inline]
    fn push(&mut self, new: Candidate, reach: f64) {
        if self.count == FEW {
            self.prune(reach);
        }
        if self.count == FEW {
            self.more.push(new);
        } else {
            self.few[self.count] = new;
            self.count += 1;
        }
    }

    fn prune(&mut self, reach: f64) {
        let mut kept = 0;
        for i in 0..self.count {
            if self.few[i].chord_m <= self.few[i].sigma_m * reach + PIECE_SLACK_M {
                self.few[kept] = self.few[i];
                kept += 1;
            }
        }
        self.count = kept;
    }

    /// Those that still may be, in the order of the chains.
    fn within(&mut self, reach: f64) -> impl Iterator<Item = &Candidate> {
        self.prune(reach);
        self.more.retain(|c| c.chord_m <= c.sigma_m * reach + PIECE_SLACK_M);
        self.few[..self.count].sort_unstable_by_key(|c| c.node);
        if !self.more.is_empty() {
            self.more.extend_from_slice(&self.few[..self.count]);
            self.more.sort_unstable_by_key(|c| c.node);
            self.count = 0;
        }
        self.few[..self.count].iter().chain(&self.more)
    }
}
