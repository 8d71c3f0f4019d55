//! Side, verdict and distance at the speed of the machine, beside `geo` and `rstar`: see README.md in this folder.

mod support;

use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use geo::indexed::IntervalTreeMultiPolygon;
use geo::{Contains, Intersects, LineString, MultiPolygon, Point, Polygon};
use karun::index::{Drawn, Side, Sides, Track};
use karun::measure::distance_m;
use karun::model::PartyId;
use karun::query::side::Verdict;
use karun::{Atlas, Index, Position, query};
use support::lines::Country;
use support::{median_s, medians_s, row};

const RUNS: usize = 5;
const UNIFORM: usize = 10_000_000;
const NEAR: usize = 1_000_000;
const NEAR_M: f64 = 5_000.0;
/// Points whose distance is looked for by geodesics alone.
const GEODESIC: usize = 10_000;

fn main() {
    let atlas = Atlas::bundled();
    let index = Index::new(&atlas, &Default::default()).expect("the bundled line");
    let real = Country::of(&index);
    println!("{:<52} {:>12} {:>12} {:>10}   bar", "", "ours", "peer", "ratio");
    for (name, country) in
        [("real", None), ("5 000", Some(real.divided(5_000, 5))), ("100 000", Some(real.divided(100_000, 100)))]
    {
        let country = country.as_ref().unwrap_or(&real);
        let name = format!("{name} ({} positions)", country.chain.len());
        println!("\n{name}");
        let uniform = country.uniform(UNIFORM, 1);
        let near = country.near(NEAR, NEAR_M, 2);
        sides(country, &uniform, &near);
        nearest(country, &uniform[..NEAR / 5], &near[..NEAR / 5]);
        let few = if std::ptr::eq(country, &real) { GEODESIC } else { GEODESIC / 50 };
        geodesics(country, &[&uniform[..few / 2], &near[..few / 2]].concat());
        if std::ptr::eq(country, &real) {
            verdicts(&index, &uniform[..NEAR], &near);
        }
    }
    start_up();
}

fn per(seconds: f64, n: usize) -> String {
    format!("{:.1} ns", seconds / n as f64 * 1e9)
}

fn sides(country: &Country, uniform: &[Position], near: &[Position]) {
    let (left, right) = (PartyId::from("left"), PartyId::from("right"));
    let drawn = || Drawn { left: &left, right: &right, chain: country.chain.clone(), extent: Some(&country.ring) };
    let built = median_s(RUNS, || {
        let sides = Sides::new(&[drawn()]);
        black_box(sides.bytes());
    });
    let sides = Sides::new(&[drawn()]);
    println!(
        "{:<52} {:>9.1} ms {:>9.1} MB {:>10}   <= 50 ms, <= 16 MB",
        "side index",
        built * 1e3,
        sides.bytes() as f64 / 1e6,
        ""
    );
    let polygon = |face: &karun::index::Face| {
        let ring = |r: &Vec<Position>| LineString(r.iter().map(|p| p.coord()).collect());
        Polygon::new(ring(&face.rings[0]), face.rings[1..].iter().map(ring).collect())
    };
    let polygons: Vec<Polygon<f64>> = sides.faces().iter().map(polygon).collect();
    let trees: Vec<IntervalTreeMultiPolygon<f64>> =
        polygons.iter().map(|p| IntervalTreeMultiPolygon::new(&MultiPolygon(vec![p.clone()]))).collect();
    let (mut out, mut other) = (vec![Side::Outside; uniform.len()], vec![Side::Outside; uniform.len()]);
    for (what, points, bar) in
        [("side, uniform, one thread", uniform, ">= 20"), ("side, within 5 km, one thread", near, ">= 8")]
    {
        // The peer is asked about one of the two faces only.
        let some: Vec<Point<f64>> = points[..NEAR].iter().map(|p| p.point()).collect();
        let (ours, peer) = medians_s(
            RUNS,
            || sides.classify(points, &mut out[..points.len()]),
            || some.iter().filter(|p| trees[0].contains(*p)).count(),
        );
        let (a, b) = (ours / points.len() as f64, peer / NEAR as f64);
        row(what, &per(a, 1), &per(b, 1), b / a, bar);
        let n = points.len();
        let singly = median_s(RUNS, || points.iter().filter(|p| !matches!(sides.side(**p), Side::Outside)).count());
        row("  one by one", &per(singly, points.len()), "", b / (singly / points.len() as f64), "");
        let (one, two) = medians_s(
            RUNS,
            || sides.classify(points, &mut out[..n]),
            || {
                let (low, high) = other[..n].split_at_mut(n / 2);
                std::thread::scope(|scope| {
                    scope.spawn(|| sides.classify(&points[..n / 2], low));
                    sides.classify(&points[n / 2..], high);
                });
            },
        );
        row(
            "  two threads (peer: one)",
            &per(two, n),
            &per(one, n),
            one / two,
            if bar == ">= 8" { ">= 1.6" } else { "" },
        );
    }
    let start = Instant::now();
    let (mut checked, mut on, mut wrong) = (0u64, 0u64, 0u64);
    for p in uniform.iter().chain(near) {
        let inside = |k: usize| trees[k].contains(&p.point());
        let agrees = match sides.side(*p) {
            Side::OnLine => {
                on += 1;
                polygons.iter().all(|face| face.intersects(&p.point()))
            }
            Side::Of(party) => inside(usize::from(*party == right)),
            Side::Outside => !inside(0) && !inside(1),
        };
        checked += 1;
        wrong += u64::from(!agrees);
    }
    println!(
        "{:<52} {checked} points, {on} on the line, {wrong} mismatches ({:.0} s)",
        "against geo's polygons",
        start.elapsed().as_secs_f64()
    );
    let (mut checked, mut on, mut wrong) = (0u64, 0u64, 0u64);
    for (run, step) in [(&country.chain, country.chain.len() / 60), (&country.ring, 1)] {
        for p in run.windows(2).step_by(step).flat_map(hard) {
            let agrees = match sides.side(p) {
                Side::OnLine => {
                    on += 1;
                    polygons.iter().all(|face| face.intersects(&p.point()))
                }
                Side::Of(party) => polygons[usize::from(*party == right)].intersects(&p.point()),
                Side::Outside => polygons.iter().all(|face| !face.intersects(&p.point())),
            };
            checked += 1;
            wrong += u64::from(!agrees);
        }
    }
    println!(
        "{:<52} {checked} points, {on} on the line, {wrong} mismatches",
        "  on vertices, edges, the ring, one ulp beside"
    );
}

/// A position of a run and places on the stroke from it, each with its neighbours in the last digit.
fn hard(w: &[Position]) -> Vec<Position> {
    let mut out = Vec::new();
    for t in [0.0, 0.25, 0.5] {
        let (x, y) = (w[0].lon() + t * (w[1].lon() - w[0].lon()), w[0].lat() + t * (w[1].lat() - w[0].lat()));
        for x in [x.next_down(), x, x.next_up()] {
            out.extend([y.next_down(), y, y.next_up()].into_iter().filter_map(|y| Position::new(x, y).ok()));
        }
    }
    out
}

/// The peer searches in planar degrees: its answer is wrong, but that is what is usually done.
fn nearest(country: &Country, uniform: &[Position], near: &[Position]) {
    let built = median_s(RUNS, || Track::new(vec![&country.chain]));
    let track = Track::new(vec![&country.chain]);
    println!("{:<52} {:>9.1} ms {:>9.1} MB", "nearest index", built * 1e3, track.bytes() as f64 / 1e6);
    let strokes = country.chain.windows(2).map(|w| geo::Line::new(w[0].coord(), w[1].coord()));
    let tree = rstar::RTree::bulk_load(strokes.collect());
    for (what, points) in [("nearest and metres, uniform", uniform), ("nearest and metres, within 5 km", near)] {
        let (ours, peer) = medians_s(
            RUNS,
            || points.iter().filter_map(|p| track.nearest(*p)).map(|(_, foot)| foot.distance_m).sum::<f64>(),
            || points.iter().filter(|p| tree.nearest_neighbor(&p.point()).is_some_and(|l| l.dx() > 0.0)).count(),
        );
        row(what, &per(ours, points.len()), &per(peer, points.len()), ours / peer, "time <= 1.5");
    }
    let some: Vec<Position> = uniform.iter().chain(near).step_by(200).copied().collect();
    let off = some.iter().map(|p| {
        let exact = karun::measure::nearest_on(&country.chain, *p).map_or(0.0, |foot| foot.distance_m);
        (track.nearest(*p).map_or(f64::NAN, |(_, foot)| foot.distance_m) - exact).abs()
    });
    println!("{:<52} {} points, {:.6} m off at most", "  against every piece", some.len(), off.fold(0.0, f64::max));
}

/// The nearest point by asking for geodesics all along the line: no chord, no piece, no tree.
fn geodesics(country: &Country, points: &[Position]) {
    let track = Track::new(vec![&country.chain]);
    let long: Vec<f64> = country.chain.windows(2).map(karun::measure::length_m).collect();
    let off = points.iter().map(|p| {
        let to: Vec<f64> = country.chain.iter().map(|v| distance_m(*p, *v)).collect();
        let mut least = to.iter().copied().fold(f64::INFINITY, f64::min);
        for (i, long) in long.iter().enumerate() {
            // No edge comes nearer than its ends by more than half its length.
            if (to[i] + to[i + 1] - long) / 2.0 < least {
                least = least.min(along(country.chain[i], country.chain[i + 1], *p));
            }
        }
        (track.nearest(*p).map_or(f64::NAN, |(_, foot)| foot.distance_m) - least).abs()
    });
    let off = off.fold(0.0, f64::max);
    println!("{:<52} {} points, {off:.6} m off at most", "  against geodesics alone", points.len());
}

/// The least geodesic to an edge.
fn along(a: Position, b: Position, p: Position) -> f64 {
    let at = |t: f64| Position::new(a.lon() + t * (b.lon() - a.lon()), a.lat() + t * (b.lat() - a.lat()));
    let d = |t: f64| at(t).map_or(f64::INFINITY, |q| distance_m(p, q));
    let (mut low, mut high) = (0.0, 1.0);
    while high - low > 1e-9 {
        let (x, y) = (low + (high - low) * 0.382, low + (high - low) * 0.618);
        if d(x) < d(y) { high = y } else { low = x }
    }
    d((low + high) / 2.0)
}

/// One question, the whole process.
fn start_up() {
    let s = median_s(21, || {
        Command::new(env!("CARGO_BIN_EXE_karun")).args(["side", "83.0,46.75"]).output().expect("the command runs")
    });
    println!("\n{:<52} {:>9.1} ms {:>25}   <= 30 ms", "karun side 83.0,46.75", s * 1e3, "");
}

/// Of the bundled line, with its segments, their accuracy and the rival readings.
fn verdicts(index: &Index<'_>, uniform: &[Position], near: &[Position]) {
    for (what, points) in [("uniform", uniform), ("within 5 km", near)] {
        for accuracy_m in [0.0, 5_000.0] {
            let n = points.len() / 10;
            let (quick, whole) = medians_s(
                RUNS,
                || {
                    points[..n]
                        .iter()
                        .filter(|p| query::side::verdict(index, **p, accuracy_m).1 == Verdict::Certain)
                        .count()
                },
                || {
                    points[..n]
                        .iter()
                        .filter(|p| query::side::of_point(index, **p, accuracy_m).verdict == Verdict::Certain)
                        .count()
                },
            );
            let what = format!("side, verdict, {what}, {accuracy_m} m (peer: all)");
            row(&what, &per(quick, n), &per(whole, n), whole / quick, "");
        }
    }
}
