//! The faces of lines: each extent cut by its chain, made by joining position lists, never by clipping polygons.

use geo::{LineString, Polygon};

use super::strokes::{Code, OUTSIDE, Strokes};
use crate::measure::ring_area2;
use crate::model::{PartyId, Position, Segment};

/// A line as drawn: what sides are made of.
#[derive(Clone, Debug)]
pub struct Drawn<'a> {
    /// Whose land lies to the left as one walks along the chain.
    pub left: &'a PartyId,
    /// Whose land lies to the right.
    pub right: &'a PartyId,
    /// Its positions in order.
    pub chain: Vec<Position>,
    /// The ring of the country that it divides, closed and counter-clockwise; the chain begins and ends at positions of it.
    /// `None` for an enclave, whose chain is closed.
    pub extent: Option<&'a [Position]>,
}

/// The land of one party within one extent: an exterior ring, counter-clockwise, and holes, clockwise.
#[derive(Clone, Debug, PartialEq)]
pub struct Face {
    /// Whose land it is.
    pub party: PartyId,
    /// Closed rings; the first is the exterior.
    pub rings: Vec<Vec<Position>>,
}

/// Cuts each line's extent by its chain; a line without extent is an enclave and becomes a hole in the face around it.
pub(super) fn faces(lines: &[Drawn<'_>]) -> (Vec<Face>, Strokes) {
    let (mut faces, mut strokes) = (Vec::new(), Strokes::default());
    for line in lines {
        if let Some(ring) = line.extent {
            cut(line, ring, &mut faces, &mut strokes);
        }
    }
    // The larger first, so that each finds the face right around it.
    let mut enclaves: Vec<&Drawn<'_>> = lines.iter().filter(|line| line.extent.is_none()).collect();
    enclaves.sort_by(|a, b| ring_area2(&b.chain).abs().total_cmp(&ring_area2(&a.chain).abs()));
    for line in enclaves {
        let Some(first) = line.chain.first() else { continue };
        let around = strokes.scan(*first);
        let mut exterior = line.chain.clone();
        let mut hole: Vec<Position> = exterior.iter().rev().copied().collect();
        let counter_clockwise = ring_area2(&line.chain) > 0.0;
        if !counter_clockwise {
            std::mem::swap(&mut exterior, &mut hole);
        }
        let party = if counter_clockwise { line.left } else { line.right };
        if let Some(face) = (around as usize).checked_sub(1).and_then(|i| faces.get_mut(i)) {
            face.rings.push(hole);
        }
        faces.push(Face { party: party.clone(), rings: vec![exterior] });
        strokes.push(&line.chain, [around, faces.len() as Code], true);
    }
    (faces, strokes)
}

/// Left and right face: the chain and the arc of the counter-clockwise ring that leads back to its beginning.
fn cut(line: &Drawn<'_>, ring: &[Position], faces: &mut Vec<Face>, strokes: &mut Strokes) {
    let chain = &line.chain;
    let codes = [faces.len() as Code + 1, faces.len() as Code + 2];
    let open = &ring[..ring.len().saturating_sub(1)];
    let place = |end: Option<&Position>| end.and_then(|end| open.iter().position(|p| p == end));
    let (Some(a), Some(b)) = (place(chain.first()), place(chain.last())) else {
        strokes.push(chain, [OUTSIDE; 2], true);
        return;
    };
    // From one end of the chain along the ring to the other, both ends included.
    let arc = |from: usize, to: usize| -> Vec<Position> {
        let steps = (to + open.len() - from) % open.len();
        (0..=if steps == 0 { open.len() } else { steps }).map(|k| open[(from + k) % open.len()]).collect()
    };
    // Walking the chain forward, the left hand is inside when the ring's own direction leads from its end to its beginning.
    let [left_arc, right_arc] = [arc(b, a), arc(a, b)];
    strokes.push(chain, codes, true);
    strokes.push(&left_arc, [codes[0], OUTSIDE], false);
    strokes.push(&right_arc, [codes[1], OUTSIDE], false);
    let left = chain.iter().chain(&left_arc[1..]).copied().collect();
    let right = chain.iter().rev().chain(&right_arc[1..]).copied().collect();
    faces.push(Face { party: line.left.clone(), rings: vec![left] });
    faces.push(Face { party: line.right.clone(), rings: vec![right] });
}

/// Closed rings, the exterior first, as `geo` has them.
pub(crate) fn polygon(rings: &[Vec<Position>]) -> Polygon<f64> {
    let mut rings = rings.iter().map(|r| r.iter().map(|p| p.coord()).collect());
    Polygon::new(rings.next().unwrap_or_else(|| LineString(Vec::new())), rings.collect())
}

/// The positions of a course, joints once.
pub(crate) fn join<'a>(course: impl IntoIterator<Item = &'a Segment>) -> Vec<Position> {
    let mut chain: Vec<Position> = Vec::new();
    for segment in course {
        let skip = usize::from(chain.last().is_some() && chain.last() == segment.chain.first());
        chain.extend_from_slice(&segment.chain[skip..]);
    }
    chain
}
