//! The two faces of a line: its extent cut by the chain, made by joining position lists, never by clipping polygons.

use geo::LineString;
use geo::coordinate_position::{CoordPos, coord_pos_relative_to_ring};

use crate::measure::{on_stroke, ring_area2};
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
    rings: Vec<Vec<LineString<f64>>>,
    /// The strokes of every line, each with its box: for points exactly on it.
    strokes: Vec<[Position; 2]>,
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
            let around = faces.iter_mut().find(|f: &&mut Face| contains(&f.rings[0], chain[0]) != CoordPos::Outside);
            if let Some(face) = around {
                face.rings.push(hole);
            }
            faces.push(Face { party: party.clone(), rings: vec![chain] });
        }
        let rings = faces.iter().map(|f| f.rings.iter().map(|r| line_string(r)).collect()).collect();
        Self { faces, rings, strokes }
    }

    /// Where a point lies. Costs a look at every stroke.
    pub fn at(&self, p: Position) -> Whereabouts<'_> {
        if self.strokes.iter().any(|[a, b]| on_stroke(*a, *b, p)) {
            return Whereabouts::OnLine;
        }
        for (face, rings) in self.faces.iter().zip(&self.rings) {
            let (exterior, holes) = rings.split_first().expect("a face has an exterior");
            // The extent's own ring belongs to the extent.
            let inside = coord_pos_relative_to_ring(p.coord(), exterior) != CoordPos::Outside;
            if inside && holes.iter().all(|h| coord_pos_relative_to_ring(p.coord(), h) == CoordPos::Outside) {
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

fn line_string(ring: &[Position]) -> LineString<f64> {
    LineString(ring.iter().map(|p| p.coord()).collect())
}

fn contains(ring: &[Position], p: Position) -> CoordPos {
    coord_pos_relative_to_ring(p.coord(), &line_string(ring))
}
