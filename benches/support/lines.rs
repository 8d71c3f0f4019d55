//! Lines and points for the benchmarks: the same in every run, and nothing is downloaded.

use karun::{Index, Position};

use super::Seeded;

/// How far the first division of a stroke may lie aside, as a share of its length, and what is left of that at each further
/// one. So small that a line which does not meet itself still does not.
const ASIDE: f64 = 0.04;
const LESS: f64 = 0.6;

/// The country of the bundled line, and lines through it.
pub struct Country {
    /// The ring of the extent, closed.
    pub ring: Vec<Position>,
    /// The line's positions.
    pub chain: Vec<Position>,
}

impl Country {
    /// The bundled line itself.
    pub fn of(index: &Index<'_>) -> Self {
        let mut chain: Vec<Position> = index.legs().iter().flat_map(|leg| leg.segment.chain.iter().copied()).collect();
        chain.dedup();
        let ring = index.legs()[0].line.extent.clone().expect("the bundled line divides a country");
        Self { ring, chain }
    }

    /// A line of `n` positions along the bundled one: every stroke divided into equal parts, each division a little aside.
    pub fn divided(&self, n: usize, seed: u64) -> Self {
        let mut random = Seeded(seed);
        let lengths: Vec<f64> = self.chain.windows(2).map(|w| length(w[0], w[1])).collect();
        let total: f64 = lengths.iter().sum();
        let (mut chain, mut along) = (vec![self.chain[0]], 0.0);
        for (stroke, long) in self.chain.windows(2).zip(lengths) {
            along += long;
            let wanted = (along / total * (n - 1) as f64).round() as usize + 1;
            let parts = wanted.saturating_sub(chain.len()).max(1);
            divide(stroke[0], stroke[1], parts, ASIDE, &mut random, &mut chain);
        }
        Self { ring: self.ring.clone(), chain }
    }

    /// Points anywhere in the extent.
    pub fn uniform(&self, n: usize, seed: u64) -> Vec<Position> {
        let mut random = Seeded(seed);
        let fold =
            |f: fn(Position) -> f64, g: fn(f64, f64) -> f64| self.ring.iter().map(|p| f(*p)).reduce(g).unwrap_or(0.0);
        let (west, east) = (fold(Position::lon, f64::min), fold(Position::lon, f64::max));
        let (south, north) = (fold(Position::lat, f64::min), fold(Position::lat, f64::max));
        let anywhere = std::iter::repeat_with(|| point(random.within(west, east), random.within(south, north)));
        anywhere.filter(|p| self.holds(*p)).take(n).collect()
    }

    /// Points in the extent within so many metres of the line.
    pub fn near(&self, n: usize, within_m: f64, seed: u64) -> Vec<Position> {
        let mut random = Seeded(seed);
        let beside = std::iter::repeat_with(|| {
            let k = random.below(self.chain.len() - 1);
            let (a, b, t) = (self.chain[k], self.chain[k + 1], random.unit());
            let (far, angle) = (within_m * 0.99 * random.unit().sqrt(), random.within(0.0, std::f64::consts::TAU));
            let lat = a.lat() + t * (b.lat() - a.lat());
            let lon = a.lon() + t * (b.lon() - a.lon());
            let degrees = far / 111_400.0;
            point(lon + degrees * angle.cos() / lat.to_radians().cos(), lat + degrees * angle.sin())
        });
        beside.filter(|p| self.holds(*p)).take(n).collect()
    }

    fn holds(&self, p: Position) -> bool {
        let crosses = |w: &&[Position]| {
            let (a, b) = (w[0], w[1]);
            (a.lat() > p.lat()) != (b.lat() > p.lat())
                && p.lon() < a.lon() + (p.lat() - a.lat()) / (b.lat() - a.lat()) * (b.lon() - a.lon())
        };
        self.ring.windows(2).filter(crosses).count() % 2 == 1
    }
}

fn point(lon: f64, lat: f64) -> Position {
    Position::new(lon, lat).expect("on the globe")
}

fn length(a: Position, b: Position) -> f64 {
    (a.lon() - b.lon()).hypot(a.lat() - b.lat())
}

/// Puts the positions after `a` up to `b` behind the others.
fn divide(a: Position, b: Position, parts: usize, aside: f64, random: &mut Seeded, out: &mut Vec<Position>) {
    if parts < 2 {
        return out.push(b);
    }
    let left = parts / 2;
    let (t, off) = (left as f64 / parts as f64, aside * random.within(-1.0, 1.0));
    let (dx, dy) = (b.lon() - a.lon(), b.lat() - a.lat());
    let middle = point(a.lon() + t * dx - off * dy, a.lat() + t * dy + off * dx);
    divide(a, middle, left, aside * LESS, random, out);
    divide(middle, b, parts - left, aside * LESS, random, out);
}
