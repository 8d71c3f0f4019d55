//! What holds for any point and any line.

use std::fs;

use karun::measure::nearest_on;
use karun::query::side::{self, Verdict};
use karun::{Atlas, Choice, Index, Position};
use proptest::prelude::*;

use crate::support::{root, scratch};

fn bundled() -> &'static Atlas {
    static ATLAS: std::sync::OnceLock<Atlas> = std::sync::OnceLock::new();
    ATLAS.get_or_init(Atlas::bundled)
}

fn index() -> &'static Index<'static> {
    static INDEX: std::sync::OnceLock<Index<'static>> = std::sync::OnceLock::new();
    INDEX.get_or_init(|| Index::new(bundled(), &Choice::default()).unwrap())
}

/// Points over the extent and beyond, and points within a few kilometres of the line.
fn point() -> impl Strategy<Value = Position> {
    let anywhere = (70.0..98.0f64, 36.0..54.0f64);
    let vertices: Vec<Position> = index().legs().iter().flat_map(|l| l.segment.chain.clone()).collect();
    let near = (0..vertices.len(), -0.2..0.2f64, -0.2..0.2f64)
        .prop_map(move |(i, x, y)| (vertices[i].lon() + x, vertices[i].lat() + y));
    prop_oneof![anywhere, near].prop_map(|(lon, lat)| Position::new(lon, lat).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    /// An exact point is certain exactly when it lies outside every accuracy band.
    #[test]
    fn certain_is_outside_every_band(p in point()) {
        let found = side::of_point(index(), p, 0.0);
        prop_assume!(found.nearest.is_some());
        let inside = index().legs().iter().any(|l| nearest_on(&l.segment.chain, p).unwrap().distance_m < l.segment.accuracy_m);
        let rival = index().rival_sides(p).next().is_some();
        prop_assert_eq!(found.verdict == Verdict::Certain, !inside && !rival);
    }

    /// The smallest z is the smallest over all segments, looked at one by one.
    #[test]
    fn nearness_is_the_smallest_over_all_segments(p in point(), radius in 0.0..50_000.0f64) {
        let z = index().nearness(p, radius).z;
        let all = index().legs().iter().map(|l| {
            let sigma = (l.segment.accuracy_m / 1.960).hypot(radius / 2.448);
            nearest_on(&l.segment.chain, p).unwrap().distance_m / sigma
        });
        let least = all.min_by(f64::total_cmp).unwrap();
        prop_assert!((z - least).abs() <= 1e-6 * least.max(1.0), "{} {}", z, least);
    }

    /// Side and verdict alone are those of the whole answer.
    #[test]
    fn a_verdict_alone_is_the_same(p in point(), radius in prop_oneof![Just(0.0), 0.0..50_000.0f64]) {
        // With the grid, which knows where the line is far.
        index().sides().classify(&[], &mut []);
        let found = side::of_point(index(), p, radius);
        prop_assert_eq!(side::verdict(index(), p, radius), (found.side, found.verdict));
    }

    /// The faces agree with `geo`'s polygons, and a point has one side.
    #[test]
    fn a_point_has_one_side(p in point()) {
        use geo::Contains as _;
        let polygon = |f: &karun::index::Face| {
            let ring = |r: &Vec<Position>| geo::LineString(r.iter().map(|p| p.coord()).collect());
            geo::Polygon::new(ring(&f.rings[0]), f.rings[1..].iter().map(ring).collect())
        };
        let holding: Vec<&str> =
            index().sides().faces().iter().filter(|f| polygon(f).contains(&p.point())).map(|f| f.party.as_str()).collect();
        match index().sides().side(p) {
            karun::index::Side::Of(party) => prop_assert_eq!(holding, vec![party.as_str()]),
            _ => prop_assert!(holding.is_empty()),
        }
    }
}

/// The example folder with its line walked the other way.
fn reversed() -> Atlas {
    let dir = scratch("reversed");
    let from = root().join("examples/own-treaty");
    for sub in ["gazetteer", "boundaries/sample-1900"] {
        fs::create_dir_all(dir.join(sub)).unwrap();
        for file in fs::read_dir(from.join(sub)).unwrap() {
            let file = file.unwrap();
            fs::copy(file.path(), dir.join(sub).join(file.file_name())).unwrap();
        }
    }
    let treaty = dir.join("boundaries/sample-1900/treaty.toml");
    let text = fs::read_to_string(&treaty).unwrap();
    let mut document: toml_edit::DocumentMut = text.parse().unwrap();
    for key in ["segment", "reading"] {
        let tables = document[key].as_array_of_tables_mut().unwrap();
        let mut rows: Vec<toml_edit::Table> = tables.iter().cloned().collect();
        rows.reverse();
        for row in &mut rows {
            let (from, to) = (row["from"].clone(), row["to"].clone());
            row["from"] = to;
            row["to"] = from;
            row.set_position(None);
        }
        tables.clear();
        rows.into_iter().for_each(|r| tables.push(r));
    }
    fs::write(&treaty, document.to_string()).unwrap();
    let line = dir.join("boundaries/sample-1900/line.geojson");
    let mut value: serde_json::Value = serde_json::from_str(&fs::read_to_string(&line).unwrap()).unwrap();
    for feature in value["features"].as_array_mut().unwrap() {
        if feature["geometry"]["type"] == "LineString" {
            feature["geometry"]["coordinates"].as_array_mut().unwrap().reverse();
        }
    }
    fs::write(&line, value.to_string()).unwrap();
    Atlas::open(&dir).unwrap()
}

#[test]
fn reversing_a_line_swaps_left_and_right() {
    let forward = Atlas::open(root().join("examples/own-treaty")).unwrap();
    let backward = reversed();
    for readings in [vec![], vec!["southern-crest".into()]] {
        let choice = Choice { treaty: Some("sample-1900".into()), readings, ..Choice::default() };
        let (a, b) = (Index::new(&forward, &choice).unwrap(), Index::new(&backward, &choice).unwrap());
        let mut seen = std::collections::BTreeSet::new();
        for i in 0..40 {
            for k in 0..40 {
                let p = Position::new(9.9 + 0.03 * f64::from(i), 49.4 + 0.03 * f64::from(k)).unwrap();
                let swap = |w: Option<&str>| {
                    match w {
                        Some("hill") => Some("plain"),
                        Some("plain") => Some("hill"),
                        other => other,
                    }
                    .map(str::to_owned)
                };
                let (x, y) = (side::of_point(&a, p, 0.0), side::of_point(&b, p, 0.0));
                assert_eq!(swap(x.side()), y.side().map(str::to_owned), "{p}");
                seen.insert(x.side().map(str::to_owned));
            }
        }
        assert!(seen.len() >= 3, "both sides and outside were met");
    }
}

/// The layer `bands` is the map of what is not certain: a point lies in a band when it is nearer than its half-width.
#[test]
fn bands_hold_what_is_nearer_than_their_width() {
    use geo::{Contains as _, CoordsIter as _};
    for leg in index().legs() {
        let (chain, width) = (&leg.segment.chain, leg.segment.accuracy_m);
        let band = karun::index::band(chain, width);
        for c in band.coords_iter() {
            let p = Position::new(c.x, c.y).unwrap();
            let d = nearest_on(chain, p).unwrap().distance_m;
            // The edge is right to 1 %; inside corners of the ring may lie nearer to another stretch of the chain.
            assert!(d <= width * 1.01 && d >= width * 0.99, "{}: an edge at {d}, not {width}", leg.segment.id);
        }
        for vertex in chain.iter().step_by(7) {
            assert!(band.contains(&vertex.point()), "{}", leg.segment.id);
        }
    }
}
