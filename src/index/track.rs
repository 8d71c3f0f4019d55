//! Chains in a tree: the nearest point of any set of lines.

use rstar::{AABB, PointDistance, RTree, RTreeObject};

use crate::measure::{self, Foot, Piece, ecef, foot_on, search_bound_m};
use crate::model::Position;

/// Lines made ready to be asked for their nearest point: geodesic, correct to 1 m.
///
/// Chords of pieces of 2 km bound the distance from below; every piece that may hold the nearest point is measured along
/// the ellipsoid.
pub struct Track<'a> {
    chains: Vec<&'a [Position]>,
    tree: RTree<Stroke>,
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
        let pieces = chains
            .iter()
            .enumerate()
            .flat_map(|(chain, c)| measure::pieces(c).into_iter().map(move |piece| Stroke { chain, piece }));
        let tree = RTree::bulk_load(pieces.collect());
        Self { chains, tree }
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

    /// Pieces with the straight distance in space to each, nearest first.
    pub(crate) fn by_chord(&self, at: [f64; 3]) -> impl Iterator<Item = (usize, &Piece, f64)> {
        self.tree.nearest_neighbor_iter_with_distance_2(&at).map(|(s, d2)| (s.chain, &s.piece, d2.sqrt())).fuse()
    }
}
