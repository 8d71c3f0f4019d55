//! Chains in a tree: the nearest point of any set of lines.

use rstar::{AABB, PointDistance, RTree, RTreeObject};

use crate::measure::{self, Foot, PIECE_SLACK_M, Piece, apart_m, ecef, foot_on, search_bound_m};
use crate::model::Position;

/// Lines made ready to be asked for their nearest point: geodesic, correct to 1 m.
///
/// Chords of pieces of 2 km bound the distance from below; every piece that may hold the nearest point is measured along
/// the ellipsoid.
pub struct Track<'a> {
    chains: Vec<&'a [Position]>,
    tree: RTree<Stroke>,
    /// The pieces of each chain, and a ball around them.
    balls: Vec<Ball>,
}

/// The pieces of a chain inside a ball: how far they are at least is known without looking at them.
struct Ball {
    pieces: Vec<Piece>,
    centre: [f64; 3],
    radius: f64,
}

impl Ball {
    fn around(pieces: Vec<Piece>) -> Self {
        let corner = |f: fn(f64, f64) -> f64, start: f64| {
            pieces.iter().flat_map(|p| [p.a, p.b]).fold([start; 3], |m, q| std::array::from_fn(|k| f(m[k], q[k])))
        };
        let (low, high) = (corner(f64::min, f64::INFINITY), corner(f64::max, f64::NEG_INFINITY));
        let centre = std::array::from_fn(|k| (low[k] + high[k]) / 2.0);
        let radius = pieces.iter().flat_map(|p| [p.a, p.b]).map(|q| apart_m(centre, q)).fold(0.0, f64::max);
        Self { pieces, centre, radius }
    }
}

struct Stroke {
    chain: usize,
    piece: Piece,
}

impl RTreeObject for Stroke {
    type Envelope = AABB<[f64; 3]>;

    fn envelope(&self) -> Self::Envelope {
        AABB::from_corners(self.piece.a, self.piece.b)
    }
}

impl PointDistance for Stroke {
    fn distance_2(&self, p: &[f64; 3]) -> f64 {
        self.piece.chord(*p).0
    }
}

impl<'a> Track<'a> {
    /// Cuts chains into pieces and puts these into a tree.
    pub fn new(chains: Vec<&'a [Position]>) -> Self {
        let balls: Vec<Ball> = chains.iter().map(|c| Ball::around(measure::pieces(c))).collect();
        let strokes = balls.iter().enumerate();
        let strokes = strokes.flat_map(|(chain, b)| b.pieces.iter().map(move |piece| Stroke { chain, piece: *piece }));
        let tree = RTree::bulk_load(strokes.collect());
        Self { chains, tree, balls }
    }

    /// How much memory it takes, in bytes.
    pub fn bytes(&self) -> usize {
        0
    }

    /// The chains.
    pub fn chains(&self) -> &[&'a [Position]] {
        &self.chains
    }

    /// The nearest point of any chain, and which; ties go to the earlier one. `None` where there is no stroke.
    pub fn nearest(&self, p: Position) -> Option<(usize, Foot)> {
        self.nearest_among(p, |_| true)
    }

    /// The nearest point of some of the chains.
    pub(crate) fn nearest_among(&self, p: Position, among: impl Fn(usize) -> bool) -> Option<(usize, Foot)> {
        let at = ecef(p);
        let mut bound = f64::INFINITY;
        let mut best: Option<(usize, Foot)> = None;
        for (chain, piece, chord) in self.by_chord(at) {
            if chord > bound {
                break;
            }
            if !among(chain) {
                continue;
            }
            if bound.is_infinite() {
                bound = search_bound_m(chord);
            }
            let foot = foot_on(piece, self.chains[chain], p, at);
            let better = best
                .is_none_or(|(c, b)| foot.distance_m < b.distance_m || (foot.distance_m == b.distance_m && chain < c));
            if better {
                best = Some((chain, foot));
            }
        }
        best
    }

    /// How far a chain is from a point in space at least: straight metres, never more than the geodesic to it.
    pub(crate) fn at_least(&self, chain: usize, at: [f64; 3]) -> f64 {
        apart_m(self.balls[chain].centre, at) - self.balls[chain].radius - PIECE_SLACK_M
    }

    /// The geodesic metres to a chain by looking at its pieces; `None` for one without a stroke.
    pub(crate) fn distance_to(&self, chain: usize, p: Position, at: [f64; 3]) -> Option<f64> {
        measure::foot_among(&self.balls[chain].pieces, self.chains[chain], p, at).map(|foot| foot.distance_m)
    }

    /// The metres of a chain.
    pub(crate) fn length_m(&self, chain: usize) -> f64 {
        measure::end_m(&self.balls[chain].pieces)
    }

    /// Pieces with the straight distance in space to each, nearest first.
    fn by_chord(&self, at: [f64; 3]) -> impl Iterator<Item = (usize, &Piece, f64)> {
        self.tree.nearest_neighbor_iter_with_distance_2(&at).map(|(s, d2)| (s.chain, &s.piece, d2.sqrt())).fuse()
    }
}
