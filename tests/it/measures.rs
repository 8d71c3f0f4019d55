//! Distances against numbers that we did not make.

use karun::measure::{bearing_deg, distance_m, length_m, nearest_on, phi};
use karun::{Atlas, Choice, Index, Position};

fn p(lon: f64, lat: f64) -> Position {
    Position::new(lon, lat).unwrap()
}

#[test]
fn geodesics_agree_with_geographiclib() {
    // GeodSolve of GeographicLib 2.1: lat1 lon1 lat2 lon2 -> azimuth, metres; the first is Karney's own test pair.
    for (a, b, azimuth, metres) in [
        (p(-73.8, 40.6), p(2.55, 49.01666666666667), 53.470, 5_853_226.256),
        (p(0.0, 0.0), p(1.0, 0.0), 90.0, 111_319.490_793_273_57),
        (p(0.0, 0.0), p(0.0, 1.0), 0.0, 110_574.388_557_799),
    ] {
        assert!((distance_m(a, b) - metres).abs() < 0.01, "{}", distance_m(a, b));
        assert!((bearing_deg(a, b) - azimuth).abs() < 0.01, "{}", bearing_deg(a, b));
    }
}

#[test]
fn a_long_edge_along_a_parallel_is_straight_on_the_map() {
    // 2 000 km along 50 N: the geodesic between its ends runs some 60 km north of its middle.
    let (a, b) = (p(76.0, 50.0), p(104.0, 50.0));
    let chain = [a, b];
    let middle = p(90.0, 50.0);
    assert!(nearest_on(&chain, middle).unwrap().distance_m < 1e-6, "the middle of the stroke lies on it");
    // 1 km north of the stroke.
    let north = p(90.0, 50.0 + 1000.0 / 111_230.0);
    let d = nearest_on(&chain, north).unwrap().distance_m;
    assert!((d - 1000.0).abs() < 3.0, "{d}");
    // The length is that of the parallel: N cos(lat) × Δlon.
    let e2 = 0.006_694_379_990_141_317;
    let lat = 50f64.to_radians();
    let parallel = 6_378_137.0 * lat.cos() / (1.0 - e2 * lat.sin().powi(2)).sqrt() * 28f64.to_radians();
    assert!((length_m(&chain) - parallel).abs() < 1.0, "{} {parallel}", length_m(&chain));
}

#[test]
fn the_index_finds_what_looking_everywhere_finds() {
    let atlas = Atlas::bundled();
    let index = Index::new(&atlas, &Choice::default()).unwrap();
    for i in 0..400 {
        // A fixed scatter over the extent and beyond.
        let q = p(70.0 + f64::from(i % 20) * 1.4 + 0.0137, 37.0 + f64::from(i / 20) * 0.83 + 0.0071);
        let near = index.nearest(q);
        let all = index
            .legs()
            .iter()
            .map(|l| nearest_on(&l.segment.chain, q).unwrap().distance_m)
            .min_by(f64::total_cmp)
            .unwrap();
        assert!((near.distance_m - all).abs() < 1e-6, "{q}: {} {all}", near.distance_m);
        // No sampled position of the line is nearer.
        let sampled = index
            .legs()
            .iter()
            .flat_map(|l| &l.segment.chain)
            .map(|v| distance_m(q, *v))
            .min_by(f64::total_cmp)
            .unwrap();
        assert!(near.distance_m <= sampled + 1e-6);
    }
}

#[test]
fn nearest_is_right_to_a_metre_against_dense_sampling() {
    let atlas = Atlas::bundled();
    let index = Index::new(&atlas, &Choice::default()).unwrap();
    let mut line = Vec::new();
    for leg in index.legs() {
        for w in leg.segment.chain.windows(2) {
            let n = (distance_m(w[0], w[1]) / 50.0).ceil() as usize;
            line.extend((0..=n).map(|k| {
                let t = k as f64 / n as f64;
                p(w[0].lon() + t * (w[1].lon() - w[0].lon()), w[0].lat() + t * (w[1].lat() - w[0].lat()))
            }));
        }
    }
    for (lon, lat) in
        [(82.98, 46.75), (84.87, 47.47), (76.91, 43.25), (91.63, 48.02), (75.99, 39.47), (89.7, 50.48), (80.2, 44.9)]
    {
        let q = p(lon, lat);
        let sampled = line.iter().map(|v| distance_m(q, *v)).min_by(f64::total_cmp).unwrap();
        let found = index.nearest(q).distance_m;
        // 50 m steps overshoot by at most 25²/2d.
        assert!(found <= sampled + 0.01 && sampled - found < 1.0, "{q}: {found} {sampled}");
    }
}

#[test]
fn probability_is_the_normal_distribution() {
    for (z, expected) in [(0.0, 0.5), (0.674, 0.749_844), (1.0, 0.841_344_7), (1.960, 0.975_002_1), (3.0, 0.998_650_1)]
    {
        assert!((phi(z) - expected).abs() < 1e-6, "{z}");
    }
}

/// The least geodesic to an edge by asking along it, without a chord or a piece: the reference for the index.
fn least_along(a: Position, b: Position, p: Position) -> f64 {
    let at = |t: f64| Position::new(a.lon() + t * (b.lon() - a.lon()), a.lat() + t * (b.lat() - a.lat())).unwrap();
    let d = |t: f64| karun::measure::distance_m(p, at(t));
    let first = (0..=50).map(|k| f64::from(k) / 50.0).min_by(|x, y| d(*x).total_cmp(&d(*y))).unwrap();
    let (mut low, mut high) = ((first - 0.02).max(0.0), (first + 0.02).min(1.0));
    while high - low > 1e-9 {
        let (x, y) = (low + (high - low) * 0.382, low + (high - low) * 0.618);
        if d(x) < d(y) { high = y } else { low = x }
    }
    d((low + high) / 2.0).min(d(first))
}

fn right(found: f64, exact: f64) -> bool {
    (found - exact).abs() <= f64::max(1.0, 1e-6 * exact)
}

#[test]
fn the_nearest_point_of_one_long_edge_along_a_parallel() {
    // 2 000 km and more; at 75 N a parallel bows most.
    for lat in [0.0, 50.0, -50.0, 75.0] {
        let wide = 2_000.0 / (111.32 * f64::to_radians(lat).cos());
        let chain = [Position::new(80.0 - wide / 2.0, lat).unwrap(), Position::new(80.0 + wide / 2.0, lat).unwrap()];
        let track = karun::index::Track::new(vec![&chain]);
        for k in 0..60 {
            let (x, y) = ((f64::from(k) * 0.7549).fract(), (f64::from(k) * 0.5698).fract());
            let p = Position::new(80.0 + wide * 1.2 * (x - 0.5), lat + 14.0 * (y - 0.5).powi(3) * 8.0).unwrap();
            let (found, exact) = (track.nearest(p).unwrap().1, least_along(chain[0], chain[1], p));
            assert!(right(found.distance_m, exact), "{p}: {} and not {exact}", found.distance_m);
            let foot = karun::measure::distance_m(p, found.position);
            assert_eq!(foot, found.distance_m, "the distance is the one to the point that is told");
        }
    }
}

#[test]
fn the_nearest_point_of_the_line_by_geodesics_alone() {
    let atlas = karun::Atlas::bundled();
    let index = karun::Index::new(&atlas, &karun::Choice::default()).unwrap();
    for k in 0..40 {
        let (x, y) = ((f64::from(k) * 0.7549).fract(), (f64::from(k) * 0.5698).fract());
        let p = Position::new(72.0 + 24.0 * x, 38.0 + 15.0 * y).unwrap();
        let found = index.nearest(p).distance_m;
        // No edge can be nearer than its ends by more than half its length.
        let least = |w: &[Position]| {
            let [a, b] = [w[0], w[1]].map(|end| karun::measure::distance_m(p, end));
            let long = karun::measure::length_m(w);
            if (a + b - long) / 2.0 <= found + 1.0 { least_along(w[0], w[1], p) } else { a.min(b) }
        };
        let chains = index.legs().iter().flat_map(|leg| leg.segment.chain.windows(2));
        let exact = chains.map(least).fold(f64::INFINITY, f64::min);
        assert!(right(found, exact), "{p}: {found} and not {exact}");
    }
}
