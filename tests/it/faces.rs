//! Sides are those of the exact polygons, for every point: beside `geo`, on vertices, strokes and rings, one ulp beside them.

use geo::Intersects;
use karun::index::{Drawn, Face, Side, Sides};
use karun::model::PartyId;
use karun::{Atlas, Choice, Index, Position};

fn p(lon: f64, lat: f64) -> Position {
    Position::new(lon, lat).unwrap()
}

fn polygon(face: &Face) -> geo::Polygon<f64> {
    let ring = |r: &Vec<Position>| geo::LineString(r.iter().map(|p| p.coord()).collect());
    geo::Polygon::new(ring(&face.rings[0]), face.rings[1..].iter().map(ring).collect())
}

/// Asks about every point twice, before the grid is made and by it, and compares with the polygons.
fn compare(lines: &[Drawn<'_>], points: &[Position]) {
    let chain = |line: &Drawn<'_>| geo::LineString(line.chain.iter().map(|p| p.coord()).collect());
    let strings: Vec<geo::LineString<f64>> = lines.iter().map(chain).collect();
    let grid = Sides::new(lines);
    let mut found = vec![Side::Outside; points.len()];
    grid.classify(points, &mut found);
    let polygons: Vec<(usize, geo::Polygon<f64>)> = grid.faces().iter().map(polygon).enumerate().collect();
    for (point, by_grid) in points.iter().zip(found) {
        assert_eq!(by_grid, grid.side(*point), "{point}");
        let expected = if strings.iter().any(|s| s.intersects(&point.point())) {
            Side::OnLine
        } else {
            let holds = polygons.iter().find(|(_, face)| face.intersects(&point.point()));
            holds.map_or(Side::Outside, |(i, _)| Side::Of(&grid.faces()[*i].party))
        };
        assert_eq!(by_grid, expected, "{point}");
    }
    // A fresh one looks at every stroke.
    for some in points.chunks(150) {
        let scan = Sides::new(lines);
        for point in some {
            assert_eq!(scan.side(*point), grid.side(*point), "{point}");
        }
    }
}

/// Positions, middles of strokes and their neighbours in the last digit.
fn hard(run: &[Position]) -> Vec<Position> {
    let mut out = Vec::new();
    for w in run.windows(2) {
        for t in [0.0, 0.25, 0.5] {
            let (x, y) = (w[0].lon() + t * (w[1].lon() - w[0].lon()), w[0].lat() + t * (w[1].lat() - w[0].lat()));
            for x in [x.next_down(), x, x.next_up()] {
                out.extend([y.next_down(), y, y.next_up()].map(|y| p(x, y)));
            }
        }
    }
    out
}

/// Points spread evenly over a rectangle.
fn spread([west, south, east, north]: [f64; 4], n: usize) -> impl Iterator<Item = Position> {
    let at = move |i: usize| (i as f64 * 0.754_877_666_246_692_7).fract();
    let also = move |i: usize| (i as f64 * 0.569_840_290_998_053_2).fract();
    (0..n).map(move |i| p(west + (east - west) * at(i), south + (north - south) * also(i)))
}

fn drawn<'a>(names: &'a [PartyId; 2], chain: &[Position], extent: Option<&'a [Position]>) -> Drawn<'a> {
    Drawn { left: &names[0], right: &names[1], chain: chain.to_vec(), extent }
}

#[test]
fn the_bundled_line() {
    let atlas = Atlas::bundled();
    let index = Index::new(&atlas, &Choice::default()).unwrap();
    let mut chain: Vec<Position> = index.legs().iter().flat_map(|l| l.segment.chain.clone()).collect();
    chain.dedup();
    let names = [PartyId::from("left"), PartyId::from("right")];
    let ring = index.legs()[0].line.extent.as_deref();
    let mut points: Vec<Position> = hard(&chain).into_iter().step_by(29).collect();
    points.extend(hard(ring.unwrap()));
    points.extend(spread([69.0, 35.0, 99.0, 55.0], 2_000));
    points.extend(
        chain
            .iter()
            .step_by(5)
            .flat_map(|v| spread([-0.03, -0.03, 0.03, 0.03], 3).map(|d| p(v.lon() + d.lon(), v.lat() + d.lat()))),
    );
    compare(&[drawn(&names, &chain, ring)], &points);
}

#[test]
fn sectors_that_touch_and_enclaves_in_enclaves() {
    let names: Vec<[PartyId; 2]> = (0..5).map(|i| [format!("left-{i}").into(), format!("right-{i}").into()]).collect();
    let west = [p(0., 0.), p(5., 0.), p(10., 0.), p(10., 10.), p(5., 10.), p(0., 10.), p(0., 0.)];
    let east = [p(10., 0.), p(15., 0.), p(20., 0.), p(20., 10.), p(15., 10.), p(10., 10.), p(10., 0.)];
    let chain = |x: f64| [p(x, 0.), p(x + 1., 3.), p(x - 1., 3.), p(x, 3.5), p(x, 10.)];
    let square =
        |x: f64, y: f64, r: f64| [p(x - r, y - r), p(x + r, y - r), p(x + r, y + r), p(x - r, y + r), p(x - r, y - r)];
    let mut clockwise = square(2.0, 5.0, 1.5);
    clockwise.reverse();
    let lines = [
        drawn(&names[0], &chain(5.0), Some(&west)),
        drawn(&names[1], &chain(15.0), Some(&east)),
        // The inner one first.
        drawn(&names[2], &square(2.0, 5.0, 0.5), None),
        drawn(&names[3], &clockwise, None),
        drawn(&names[4], &square(12.0, 7.0, 0.75), None),
    ];
    let mut points: Vec<Position> = lines.iter().flat_map(|l| hard(&l.chain)).collect();
    points.extend(hard(&west));
    points.extend(hard(&east));
    points.extend(spread([-1.0, -1.0, 21.0, 11.0], 20_000));
    compare(&lines, &points);
    let sides = Sides::new(&lines);
    assert_eq!(sides.side(p(2.0, 5.0)), Side::Of(&"left-2".into()));
    assert_eq!(sides.side(p(1.0, 5.0)), Side::Of(&"right-3".into()));
    assert_eq!(sides.side(p(10.0, 5.0)), Side::Of(&"right-0".into()), "where extents touch the first has it");
}

#[test]
fn the_edge_of_the_world_and_lines_of_one_stroke() {
    let names = [PartyId::from("left"), PartyId::from("right")];
    let world = [p(-180., -90.), p(0., -90.), p(180., -90.), p(180., 90.), p(0., 90.), p(-180., 90.), p(-180., -90.)];
    let points: Vec<Position> = spread([-180.0, -90.0, 180.0, 90.0], 2_000).chain(world).collect();
    for chain in [vec![p(0., -90.), p(0., 90.)], vec![p(0., -90.), p(179., -89.), p(-179., 0.), p(0., 90.)]] {
        compare(&[drawn(&names, &chain, Some(&world))], &points);
    }
    compare(&[], &points);
}

#[test]
fn an_index_is_shared_by_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Sides>();
    shared::<Index<'static>>();
    shared::<karun::index::Track<'static>>();
}
