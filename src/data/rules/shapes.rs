//! Chains and rings by themselves: do they cross, does a ring hold a point.

use std::ops::Range;

use geo::kernels::{Kernel, Orientation, RobustKernel};

use crate::measure::on_stroke;
use crate::model::Position;

/// The middle of a stroke.
pub(super) fn middle([a, b]: [Position; 2]) -> Position {
    Position::new((a.lon() + b.lon()) / 2.0, (a.lat() + b.lat()) / 2.0).unwrap_or(a)
}

/// The first two strokes of a chain that meet where neighbours don't: indices of their beginnings. Of a chain of which the
/// rest is known to be sound, only pairs with a stroke that begins in `fresh` are looked at.
pub(crate) fn crossing(chain: &[Position], fresh: &Range<usize>) -> Option<(usize, usize)> {
    let n = chain.len().saturating_sub(1);
    let closed = chain.first() == chain.last();
    for k in 1..n {
        let b = [chain[k], chain[k + 1]];
        let others = if fresh.contains(&k) { 0..k } else { fresh.start.min(k)..fresh.end.min(k) };
        for i in others {
            let a = [chain[i], chain[i + 1]];
            let neighbours = i + 1 == k || (closed && i == 0 && k + 1 == n);
            if neighbours {
                // Neighbours share one end; they must not fold back onto each other.
                let (far_a, far_b) = if i + 1 == k { (a[0], b[1]) } else { (a[1], b[0]) };
                if on_stroke(a[0], a[1], far_b) || on_stroke(b[0], b[1], far_a) {
                    return Some((i, k));
                }
            } else if crosses(&a, &b) {
                return Some((i, k));
            }
        }
    }
    None
}

/// True when two strokes cut each other, inside both.
pub(super) fn cuts(a: &[Position], b: &[Position]) -> bool {
    let turn = |p: Position, q: Position, r: Position| RobustKernel::orient2d(p.coord(), q.coord(), r.coord());
    let parts = |s: &[Position], t: &[Position]| {
        let (x, y) = (turn(s[0], s[1], t[0]), turn(s[0], s[1], t[1]));
        x != y && x != Orientation::Collinear && y != Orientation::Collinear
    };
    parts(a, b) && parts(b, a)
}

/// True when two strokes have a point in common.
pub(super) fn crosses(a: &[Position], b: &[Position]) -> bool {
    let apart = |f: fn(Position) -> f64| {
        let (a0, a1, b0, b1) = (f(a[0]), f(a[1]), f(b[0]), f(b[1]));
        a0.max(a1) < b0.min(b1) || b0.max(b1) < a0.min(a1)
    };
    if apart(Position::lon) || apart(Position::lat) {
        return false;
    }
    cuts(a, b)
        || on_stroke(a[0], a[1], b[0])
        || on_stroke(a[0], a[1], b[1])
        || on_stroke(b[0], b[1], a[0])
        || on_stroke(b[0], b[1], a[1])
}

/// Inside (`Some(true)`), outside (`Some(false)`) or exactly on (`None`) a ring.
pub(super) fn ring_contains(ring: &[Position], p: Position) -> Option<bool> {
    use geo::coordinate_position::{CoordPos, coord_pos_relative_to_ring};
    let line = geo::LineString(ring.iter().map(|p| p.coord()).collect());
    match coord_pos_relative_to_ring(p.coord(), &line) {
        CoordPos::Inside => Some(true),
        CoordPos::Outside => Some(false),
        CoordPos::OnBoundary => None,
    }
}
