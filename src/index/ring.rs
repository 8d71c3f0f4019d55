//! A ring with its strokes sorted into bands of latitude: inside, outside or on it, exactly, by looking at a few.

use geo::kernels::{Kernel, Orientation, RobustKernel};

use crate::measure::on_stroke;
use crate::model::Position;

/// Strokes a band holds, on average: fewer would cost memory and gain nothing, since a band's strokes are told apart by
/// longitude in a comparison or two.
const PER_BAND: usize = 4;

/// A closed ring, or strokes of any kind, ready to be asked.
#[derive(Debug)]
pub(crate) struct Bands {
    strokes: Vec<[Position; 2]>,
    /// For each band, the strokes that reach into it.
    bands: Vec<Vec<u32>>,
    south: f64,
    north: f64,
}

impl Bands {
    /// The strokes of a closed ring.
    pub fn of(ring: &[Position]) -> Self {
        Self::new(ring.windows(2).map(|w| [w[0], w[1]]).collect())
    }

    /// Sorts strokes into bands.
    pub fn new(strokes: Vec<[Position; 2]>) -> Self {
        let lats = || strokes.iter().flatten().map(|p| p.lat());
        let (south, north) = (lats().fold(f64::INFINITY, f64::min), lats().fold(f64::NEG_INFINITY, f64::max));
        let mut out = Self { bands: vec![Vec::new(); (strokes.len() / PER_BAND).max(1)], strokes, south, north };
        for i in 0..out.strokes.len() {
            let [a, b] = out.strokes[i];
            let (low, high) = (out.band(a.lat().min(b.lat())), out.band(a.lat().max(b.lat())));
            out.bands[low..=high].iter_mut().for_each(|band| band.push(i as u32));
        }
        out
    }

    fn band(&self, lat: f64) -> usize {
        let share = (lat - self.south) / (self.north - self.south);
        // A flat set of strokes has one band; NaN and negative numbers become 0.
        ((share * self.bands.len() as f64) as usize).min(self.bands.len() - 1)
    }

    fn near(&self, p: Position) -> impl Iterator<Item = &[Position; 2]> {
        let band = (p.lat() >= self.south && p.lat() <= self.north).then(|| &self.bands[self.band(p.lat())]);
        band.into_iter().flatten().map(|i| &self.strokes[*i as usize])
    }

    /// True when a point lies exactly on a stroke.
    pub fn touches(&self, p: Position) -> bool {
        self.near(p).any(|[a, b]| on_stroke(*a, *b, p))
    }

    /// For the strokes of a closed ring: true inside and on it.
    pub fn holds(&self, p: Position) -> bool {
        let mut inside = false;
        for [a, b] in self.near(p) {
            if on_stroke(*a, *b, p) {
                return true;
            }
            // A ray to the east: each stroke counts its lower end and not its upper one.
            let up = b.lat() > a.lat();
            if (a.lat() > p.lat()) == (b.lat() > p.lat()) || p.lon() > a.lon().max(b.lon()) {
                continue;
            }
            if p.lon() < a.lon().min(b.lon()) {
                inside = !inside;
                continue;
            }
            let turn = RobustKernel::orient2d(a.coord(), b.coord(), p.coord());
            if (turn == Orientation::CounterClockwise) == up {
                inside = !inside;
            }
        }
        inside
    }
}
