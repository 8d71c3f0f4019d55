//! The two faces of a line: its extent cut by the chain, made by joining position lists, never by clipping polygons.

use geo::{LineString, Polygon};

use super::ring::Bands;
use crate::measure::ring_area2;
use crate::model::{Line, PartyId, Position, Segment};

/// Where a point lies with respect to a treaty's lines.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Whereabouts<'a> {
    /// Exactly on a line: robust orientation, no tolerance.
    OnLine,
    /// On the side of a party.
    Side(&'a PartyId),
    /// Outside every extent.
    Outside,
}

/// The land of one party within one extent: an exterior ring, counter-clockwise, and holes, clockwise.
#[derive(Clone, Debug, PartialEq)]
pub struct Face {
    /// Whose land it is.
    pub party: PartyId,
    /// Closed rings; the first is the exterior.
    pub rings: Vec<Vec<Position>>,
}

/// The faces of every line of a treaty.
#[derive(Debug)]
pub struct Faces {
    faces: Vec<Face>,
    /// The rings of each face.
    rings: Vec<Vec<Bands>>,
    /// The strokes of every line: for points exactly on it.
    strokes: Bands,
}

impl Faces {
    /// Cuts each line's extent by its course; a line without extent is an enclave and becomes a hole in the face around it.
    pub(crate) fn new(lines: &[(&Line, Vec<&Segment>)]) -> Self {
        let mut faces = Vec::new();
        let mut enclaves = Vec::new();
        let mut strokes = Vec::new();
        for (line, course) in lines {
            let chain = join(course);
            strokes.extend(chain.windows(2).map(|w| [w[0], w[1]]));
            match &line.extent {
                Some(ring) => faces.extend(cut(line, &chain, ring)),
                None => enclaves.push((line, chain)),
            }
        }
        for (line, mut chain) in enclaves {
            let counter_clockwise = ring_area2(&chain) > 0.0;
            let party = if counter_clockwise { &line.left } else { &line.right };
            let mut hole = chain.clone();
            if counter_clockwise {
                hole.reverse();
            } else {
                chain.reverse();
            }
            let around = faces.iter_mut().find(|f: &&mut Face| Bands::of(&f.rings[0]).holds(chain[0]));
            if let Some(face) = around {
                face.rings.push(hole);
            }
            faces.push(Face { party: party.clone(), rings: vec![chain] });
        }
        let rings = faces.iter().map(|f| f.rings.iter().map(|r| Bands::of(r)).collect()).collect();
        Self { faces, rings, strokes: Bands::new(strokes) }
    }

    /// Where a point lies: exact. Costs a look at the few strokes of its latitude.
    pub fn at(&self, p: Position) -> Whereabouts<'_> {
        if self.strokes.touches(p) {
            return Whereabouts::OnLine;
        }
        for (face, rings) in self.faces.iter().zip(&self.rings) {
            let (exterior, holes) = rings.split_first().expect("a face has an exterior");
            // The extent's own ring belongs to the extent.
            if exterior.holds(p) && !holes.iter().any(|h| h.holds(p)) {
                return Whereabouts::Side(&face.party);
            }
        }
        Whereabouts::Outside
    }

    /// Every face.
    pub fn faces(&self) -> &[Face] {
        &self.faces
    }
}

/// Closed rings, the exterior first, as `geo` has them.
pub(crate) fn polygon(rings: &[Vec<Position>]) -> Polygon<f64> {
    let mut rings = rings.iter().map(|r| r.iter().map(|p| p.coord()).collect());
    Polygon::new(rings.next().unwrap_or_else(|| LineString(Vec::new())), rings.collect())
}

/// The positions of a course, joints once.
pub(crate) fn join(course: &[&Segment]) -> Vec<Position> {
    let mut chain: Vec<Position> = Vec::new();
    for segment in course {
        let skip = usize::from(chain.last().is_some() && chain.last() == segment.chain.first());
        chain.extend_from_slice(&segment.chain[skip..]);
    }
    chain
}

/// Left and right face: the chain and the arc of the counter-clockwise ring that leads back to its beginning.
fn cut(line: &Line, chain: &[Position], ring: &[Position]) -> Vec<Face> {
    let (Some(first), Some(last)) = (chain.first(), chain.last()) else { return Vec::new() };
    let open = &ring[..ring.len() - 1];
    let (Some(a), Some(b)) = (open.iter().position(|p| p == first), open.iter().position(|p| p == last)) else {
        return Vec::new();
    };
    let arc = |from: usize, to: usize| {
        (1..).map(move |k| (from + k) % open.len()).take_while(move |i| *i != to).map(|i| open[i])
    };
    // Walking the chain forward, the left hand is inside when the ring's own direction leads from its end to its beginning.
    let mut left = chain.to_vec();
    left.extend(arc(b, a));
    left.push(*first);
    let mut right: Vec<Position> = chain.iter().rev().copied().collect();
    right.extend(arc(a, b));
    right.push(*last);
    vec![Face { party: line.left.clone(), rings: vec![left] }, Face { party: line.right.clone(), rings: vec![right] }]
}
