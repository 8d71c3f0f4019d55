//! The line through time: a miniature whose line changes twice, and the bundled one from 1864 to 1884.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use geo::{GeodesicArea, LineString, MultiPolygon, Polygon};
use karun::index::Side;
use karun::model::CalendarDay;
use karun::query::changed::{areas, changed};
use karun::query::side::{self, Verdict};
use karun::query::{Subject, locate};
use karun::{Atlas, Choice, Edtf, Index, Position};

use crate::support::{copy, run, scratch};

const CHANGING: &str = "tests/data/changing";

fn day(text: &str) -> CalendarDay {
    text.parse::<Edtf>().unwrap().earliest().unwrap()
}

fn on<'a>(atlas: &'a Atlas, text: &str) -> Index<'a> {
    Index::new(atlas, &Choice { on: Some(day(text)), ..Choice::default() }).unwrap()
}

fn miniature() -> Atlas {
    Atlas::open(CHANGING).unwrap()
}

/// The side of a place on a day, with its verdict.
fn at(index: &Index<'_>, place: &str) -> (Option<String>, Verdict) {
    let answer = side::of(index, place, locate(index.atlas(), place).unwrap(), None);
    (answer.side, answer.verdict)
}

#[test]
fn the_line_is_that_of_its_day() {
    let atlas = miniature();
    let drawn = |text: &str| -> Vec<String> {
        let line = atlas.line_at(day(text)).unwrap();
        line.courses[0].segments().map(|s| s.id.to_string()).collect()
    };
    assert!(atlas.line_at(day("1900-04-30")).is_none());
    for (days, segments) in [
        (["1900-05-01", "1910-05-31"], &["north-midpoint", "north-east-end"][..]),
        (["1910-06-01", "1911-12-31"], &["north-midpoint", "new-knee", "new-east-end"]),
        (["1912-01-01", "2000-01-01"], &["north-midpoint", "new-knee", "last-south-end"]),
    ] {
        for text in days {
            assert_eq!(drawn(text), segments, "{text}");
        }
    }
}

#[test]
fn a_place_moves_on_the_day_and_not_before() {
    let atlas = miniature();
    let side = |text: &str| at(&on(&atlas, text), "moved-town").0.unwrap();
    assert_eq!([side("1901-01-01"), side("1910-05-31"), side("1910-06-01")], ["plain", "plain", "hill"]);
    let answer = run(&["--data", CHANGING, "side", "moved-town", "--format", "json"]).json();
    assert_eq!(answer["later"][0]["from"], "1910-06-01");
    assert_eq!(answer["later"][0]["side"], "hill");
    assert_eq!(answer["later"].as_array().unwrap().len(), 1);
    let text = run(&["--data", CHANGING, "side", "moved-town"]).out;
    assert!(text.contains("later     Hill from 1910-06-01: Treaty sample-1910"), "{text}");
}

#[test]
fn what_is_pending_is_never_certain() {
    let atlas = miniature();
    let verdict = |text: &str| at(&on(&atlas, text), "moved-town").1;
    assert_eq!(verdict("1905-02-28"), Verdict::Certain, "signed, not yet exchanged");
    assert_eq!(verdict("1905-03-01"), Verdict::LessCertain);
    assert_eq!(verdict("1910-05-31"), Verdict::LessCertain);
    assert_eq!(verdict("1910-06-01"), Verdict::Certain, "described");
    assert_eq!(at(&on(&atlas, "1906-01-01"), "plain-town").1, Verdict::Certain, "its stretch was left alone");
    // Tables say the same.
    let index = on(&atlas, "1906-01-01");
    for i in 0..400 {
        let p = Position::new(10.0 + f64::from(i % 20) / 20.0, 49.6 + f64::from(i / 20) / 25.0).unwrap();
        let whole = side::of_point(&index, p, 0.0);
        assert_eq!(side::verdict(&index, p, 0.0), (whole.side, whole.verdict), "{p}");
        if whole.verdict == Verdict::Certain {
            assert!(index.pending(index.nearest(p).leg).is_none(), "{p}");
        }
    }
}

#[test]
fn a_treaty_never_in_force_moves_nothing() {
    let atlas = miniature();
    assert_eq!(at(&on(&atlas, "1908-01-01"), "moved-town").0.as_deref(), Some("plain"));
    // Its own line is what it would have been.
    let claim = Index::new(&atlas, &Choice { treaty: Some("claim-1907".into()), ..Choice::default() }).unwrap();
    assert_eq!(at(&claim, "moved-town").0.as_deref(), Some("hill"));
    assert_eq!(claim.asked_legs().count(), 1);
}

#[test]
fn a_later_treaty_speaks_of_its_stretch_only() {
    let ask =
        |place: &str| run(&["--data", CHANGING, "--treaty", "sample-1910", "side", place, "--format", "json"]).json();
    assert_eq!(ask("moved-town")["side"], "hill");
    assert_eq!(ask("hill-town")["verdict"], "outside");
    assert!(ask("hill-town")["reason"].as_str().unwrap().contains("beyond the stretch"));
    // What lies beyond the stretch did not move because of that.
    assert_eq!(ask("hill-town")["later"], serde_json::json!([]));
    let almaty = run(&["--treaty", "kobdo-1869", "side", "76.91,43.25", "--format", "json"]).json();
    assert_eq!((&almaty["verdict"], &almaty["later"]), (&"outside".into(), &serde_json::json!([])));
}

#[test]
fn dates_that_mean_two_lines_are_refused() {
    let said = run(&["--data", CHANGING, "side", "moved-town", "--on", "1910"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("1910-06-01  Treaty sample-1910"), "{}", said.err);
    assert_eq!(run(&["--data", CHANGING, "side", "moved-town", "--on", "1909"]).code, 0);
    assert_eq!(run(&["--data", CHANGING, "side", "moved-town", "--on", "1909/.."]).code, 2);
    for command in ["side moved-town", "trace", "markers", "export sides --format geojson -o -"] {
        let mut args = vec!["--data", CHANGING, "--treaty", "sample-1900"];
        args.extend(command.split(' '));
        args.extend(["--on", "1901"]);
        let said = run(&args);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{command}");
        assert!(said.err.contains("--treaty and --on"), "{}", said.err);
    }
}

#[test]
fn before_the_first_line_nothing_has_a_side() {
    let answer = run(&["side", "Kulja", "--on", "1862-05-01", "--format", "json"]);
    assert_eq!(answer.code, 0);
    let answer = answer.json();
    assert_eq!((&answer["side"], &answer["verdict"]), (&serde_json::Value::Null, &"outside".into()));
    let sentence = answer["sentence"].as_str().unwrap();
    assert!(sentence.contains("Peking") && sentence.contains("karuns"), "{sentence}");
    assert_eq!(answer["later"][0]["from"], "1864-10-07");
    assert!(run(&["side", "Kulja", "--on", "1750"]).out.contains("Kyakhta"));
    assert!(run(&["side", "Kulja", "--on", "1700"]).out.contains("no earlier agreement"));
    assert_eq!(run(&["trace", "--on", "1862"]).code, 1);
    assert_eq!(run(&["markers", "--on", "1862"]).code, 1);
    let table = run_with_on("lon,lat\n81.3,43.9\n", "1862");
    assert_eq!(table, "lon,lat,side,verdict,distance_m,segment\n81.3,43.9,,outside,,\n");
}

fn run_with_on(table: &str, date: &str) -> String {
    crate::support::run_with(&["classify", "-", "--input-format", "csv", "--on", date], table.as_bytes()).out
}

#[test]
fn an_occupation_moves_nothing_and_is_told() {
    let held = |date: &str| {
        run(&["--data", CHANGING, "side", "hill-town", "--on", date, "--format", "json"]).json()["held"].clone()
    };
    assert_eq!(held("1903-01-01")[0]["by"], "plain");
    assert_eq!(held("1905-01-01"), serde_json::json!([]));
    let answer = run(&["side", "Kulja", "--on", "1875-01-01", "--format", "json"]).json();
    assert_eq!((&answer["side"], &answer["verdict"]), (&"china".into(), &"certain".into()));
    assert_eq!(answer["held"][0]["id"], "ili-occupation");
    assert!(answer["sentence"].as_str().unwrap().contains("which moved no line"));
    assert_eq!(run(&["side", "Tacheng", "--on", "1875", "--format", "json"]).json()["held"], serde_json::json!([]));
}

/// Geodesic square kilometres of each party's faces.
fn km2(index: &Index<'_>) -> HashMap<String, f64> {
    let mut out: HashMap<String, f64> = HashMap::new();
    for face in index.sides().faces() {
        let ring = |r: &Vec<Position>| LineString(r.iter().map(|p| geo::Coord { x: p.lon(), y: p.lat() }).collect());
        let polygon = Polygon::new(ring(&face.rings[0]), face.rings[1..].iter().map(ring).collect());
        *out.entry(face.party.to_string()).or_default() += MultiPolygon(vec![polygon]).geodesic_area_unsigned() / 1e6;
    }
    out
}

/// What moved adds up to the difference of the sides.
fn adds_up(atlas: &Atlas, from: &str, to: &str) {
    let (first, last) = (on(atlas, from), on(atlas, to));
    let moved = areas(&first, Some(day(to)));
    let (before, after) = (km2(&first), km2(&last));
    for party in before.keys() {
        let is = |p: &Option<karun::model::PartyId>| p.as_ref().is_some_and(|p| p.as_str() == party);
        let gained: f64 = moved.iter().filter(|r| is(&r.to)).map(|r| r.km2).sum();
        let lost: f64 = moved.iter().filter(|r| is(&r.from)).map(|r| r.km2).sum();
        let difference = after[party] - before[party];
        assert!((gained - lost - difference).abs() < 0.1, "{party}: +{gained} -{lost} against {difference}");
    }
    assert!(moved.iter().all(|r| r.km2 > 0.0 && r.from != r.to));
}

#[test]
fn what_moved_adds_up_to_the_difference_of_the_sides() {
    let atlas = miniature();
    for (from, to) in [("1901-01-01", "1911-01-01"), ("1911-01-01", "1912-01-01"), ("1901-01-01", "1913-01-01")] {
        adds_up(&atlas, from, to);
    }
    let atlas = Atlas::bundled();
    for (from, to) in [
        ("1864-10-07", "1884-12-31"),
        ("1864-10-07", "1882-10-28"),
        ("1882-10-28", "1883-08-12"),
        ("1883-08-12", "1884-06-03"),
    ] {
        adds_up(&atlas, from, to);
    }
    assert!(changed(&atlas, day("1865-01-01"), day("1881-12-31")).unwrap().areas.is_empty());
}

/// Places with known sides: the issue that asked for time named these.
const KNOWN: &[(&str, &str, &str)] = &[
    ("Markakol", "china", "russia"),
    ("alkabek-mouth", "china", "on-line"),
    ("Zharkent", "china", "russia"),
    ("80.30,44.20", "china", "russia"),
    ("Ketmen village", "china", "russia"),
    ("Koldzhat", "china", "russia"),
    ("Lake Zaisan", "russia", "russia"),
    ("Verny", "russia", "russia"),
    ("75.9957,41.4283", "russia", "russia"),
    ("Kulja", "china", "china"),
    ("Tacheng", "china", "china"),
    ("Kashgar", "china", "china"),
];

#[test]
fn known_places_lie_where_they_lay() {
    let atlas = Atlas::bundled();
    let (first, last) = (on(&atlas, "1870-01-01"), on(&atlas, "1885-01-01"));
    for (place, before, after) in KNOWN {
        assert_eq!(at(&first, place).0.as_deref(), Some(*before), "{place} in 1870");
        assert_eq!(at(&last, place).0.as_deref(), Some(*after), "{place} in 1885");
    }
}

/// Every day from one to another.
fn every_day(first: &str, last: &str) -> impl Iterator<Item = CalendarDay> {
    let (first, last) = (day(first), day(last));
    let year = |d: CalendarDay| d.to_string()[..4].parse::<u32>().unwrap();
    let dates = (year(first)..=year(last)).flat_map(|y| (1..=12).flat_map(move |m| (1..=31).map(move |d| (y, m, d))));
    let real = dates.filter_map(|(y, m, d)| format!("{y:04}-{m:02}-{d:02}").parse::<Edtf>().ok()?.earliest());
    real.filter(move |d| *d >= first && *d <= last)
}

#[test]
fn from_1864_to_1884_the_line_is_one_on_every_day() {
    let atlas = Atlas::bundled();
    let mut seen: Vec<(CalendarDay, usize)> = Vec::new();
    for today in every_day("1864-10-07", "1884-12-31") {
        let line = atlas.line_at(today).unwrap();
        assert_eq!(line.courses.len(), 1);
        let parts: Vec<_> = line.courses[0].segments().collect();
        assert_eq!(parts[0].from.as_str(), "shabin-dabaga");
        for w in parts.windows(2) {
            assert_eq!((&w[0].to, w[0].chain.last()), (&w[1].from, w[1].chain.first()), "{today} at {}", w[1].id);
        }
        if seen.last().is_none_or(|(from, _)| *from != line.from) {
            seen.push((line.from, parts.len()));
        }
    }
    let froms: Vec<String> = seen.iter().map(|(from, _)| from.to_string()).collect();
    assert_eq!(froms, ["1864-10-07", "1882-10-28", "1883-08-12", "1884-06-03"]);
    let spans = karun::query::history::history(&atlas);
    assert!(spans.iter().all(|s| s.connected && s.simple));
    let pending: Vec<String> = spans.iter().filter(|s| !s.pending.is_empty()).map(|s| s.from.to_string()).collect();
    assert_eq!(pending.first().map(String::as_str), Some("1881-08-19"));
    assert!(spans.last().unwrap().pending.is_empty(), "everything was described in the end");
}

#[test]
fn on_1864_the_day_changes_nothing() {
    let atlas = Atlas::bundled();
    let (plain, dated) = (Index::new(&atlas, &Choice::default()).unwrap(), on(&atlas, "1870-09-01"));
    for place in atlas.places() {
        assert_eq!(side::of_place(&plain, place), side::of_place(&dated, place), "{}", place.id);
    }
    for i in 0..2000 {
        let p = Position::new(72.0 + f64::from(i % 50) * 0.5, 38.0 + f64::from(i / 50) * 0.4).unwrap();
        assert_eq!(plain.sides().side(p), dated.sides().side(p));
        assert_eq!(side::verdict(&plain, p, 0.0), side::verdict(&dated, p, 0.0));
    }
}

#[test]
fn what_came_later_is_what_is_asked_of_that_day() {
    let atlas = Atlas::bundled();
    let first = Index::new(&atlas, &Choice::default()).unwrap();
    let days = ["1882-10-28", "1883-08-12", "1884-06-03"].map(|text| (day(text), on(&atlas, text)));
    for place in atlas.places() {
        let answer = side::of(&first, "", Subject::Place(place), None);
        let mut told = answer.side.clone();
        for (day, index) in &days {
            if let Some(change) = answer.later.iter().find(|l| l.from == *day) {
                told.clone_from(&change.side);
            }
            assert_eq!(told, side::of_place(index, place).0, "{} on {day}", place.id);
        }
    }
}

#[test]
fn a_later_line_may_be_read_otherwise() {
    let folder = scratch("time-reading");
    copy(Path::new(CHANGING), &folder);
    let treaty = folder.join("boundaries/sample-1910/treaty.toml");
    let more = r#"
[[segment]]
id = "alt-east-end"
line = "sample-1910"
district = "north"
from = "knee"
to = "east-end"
article = "1"
follows = "watershed"
accuracy-m = 1000
certainty = "uncertain"
basis = "Another crest."
sources = [{ source = "sample-map" }]
reading = "alt"

[[reading]]
id = "alt"
line = "sample-1910"
from = "knee"
to = "east-end"
summary = "The line takes another crest."
basis = "The text says only the watershed."
sources = [{ source = "sample-map" }]
"#;
    fs::write(&treaty, fs::read_to_string(&treaty).unwrap() + more).unwrap();
    let line = folder.join("boundaries/sample-1910/line.geojson");
    let feature = r#"{ "type": "Feature", "id": "alt-east-end", "properties": {}, "geometry": { "type": "LineString", "coordinates": [ [10.7, 49.8], [10.85, 50.05], [11.0, 50.0] ] } },
"#;
    let text = fs::read_to_string(&line).unwrap();
    let at = text.find("{ \"type\": \"Feature\"").unwrap();
    fs::write(&line, format!("{}{feature}{}", &text[..at], &text[at..])).unwrap();
    let atlas = Atlas::open(&folder).unwrap();
    // Between the two crests: disputed while that line held, and not before.
    let p = Position::new(10.85, 49.98).unwrap();
    let plain = on(&atlas, "1911-01-01");
    assert_eq!(plain.rival_sides(p).map(|(id, _)| id.to_owned()).collect::<Vec<_>>(), ["alt"]);
    assert_ne!(side::verdict(&plain, p, 0.0).1, Verdict::Certain);
    assert_eq!(on(&atlas, "1905-01-01").rival_sides(p).count(), 0);
    let read = Choice { on: Some(day("1911-01-01")), readings: vec!["alt".into()], ..Choice::default() };
    let read = Index::new(&atlas, &read).unwrap();
    assert_ne!(read.sides().side(p), plain.sides().side(p));
    let early = Choice { on: Some(day("1905-01-01")), readings: vec!["alt".into()], ..Choice::default() };
    assert!(Index::new(&atlas, &early).is_err());
}

#[test]
fn the_slider_shows_one_line_a_day() {
    let atlas = Atlas::bundled();
    let all = Index::new(&atlas, &Choice::default()).unwrap();
    let layer = karun::export::layers::layer(&all, "segments").unwrap();
    let column = |name: &str| layer.schema.columns.iter().position(|c| c == name).unwrap();
    let (id, from, to) = (column("segment_id"), column("valid_from"), column("valid_to"));
    let text = |v: &karun::export::layer::Value| match v {
        karun::export::layer::Value::Text(text) => text.clone(),
        other => panic!("{other:?}"),
    };
    for date in ["1864-10-07", "1882-10-27", "1882-10-28", "1883-08-11", "1883-08-12", "1884-06-03", "1884-12-31"] {
        let mut shown: Vec<String> = layer
            .features
            .iter()
            .filter(|f| text(&f.values[from]).as_str() <= date && date < text(&f.values[to]).as_str())
            .map(|f| text(&f.values[id]))
            .collect();
        let line = atlas.line_at(day(date)).unwrap();
        let mut drawn: Vec<String> = line.courses[0].segments().map(|s| s.id.to_string()).collect();
        shown.sort();
        drawn.sort();
        assert_eq!(shown, drawn, "{date}");
    }
}

#[test]
fn what_changed_is_listed_with_its_act() {
    let atlas = miniature();
    let found = changed(&atlas, day("1901-01-01"), day("1913-01-01")).unwrap();
    let rows: Vec<(String, String, String, String)> = found
        .places
        .iter()
        .map(|p| {
            let side = |s: &'_ Option<String>| s.clone().unwrap_or_default();
            (p.id.to_string(), side(&p.side_from), side(&p.side_to), p.treaty.as_ref().unwrap().to_string())
        })
        .collect();
    assert_eq!(
        rows,
        [
            ("knee", "plain", "on-line", "sample-1910"),
            ("moved-town", "plain", "hill", "sample-1910"),
            ("east-end", "on-line", "hill", "sample-1912"),
            ("south-end", "plain", "on-line", "sample-1912"),
        ]
        .map(|(a, b, c, d)| (a.to_owned(), b.to_owned(), c.to_owned(), d.to_owned()))
    );
    for args in ["--from 1870 --to 1860", "--from 1850 --to 1870", "--from 1870 --to 1885 --format csv"] {
        let mut all = vec!["changed"];
        all.extend(args.split(' '));
        let said = run(&all);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{args}");
    }
    assert_eq!(run(&["changed", "--from", "1865", "--to", "1870", "--format", "json"]).code, 1);
}

#[test]
fn a_reading_of_what_is_gone_cannot_be_chosen() {
    assert_eq!(run(&["side", "Zharkent", "--on", "1870", "--reading", "ili-literal"]).code, 0);
    let said = run(&["side", "Zharkent", "--on", "1885", "--reading", "ili-literal"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("no part of the line asked for"), "{}", said.err);
    assert_eq!(run(&["--treaty", "ili-1882", "side", "Koldzhat", "--reading", "kegen-east"]).code, 2);
    // A reading that no act touched stays put in.
    let alash = run(&["side", "89.1,51.59", "--reading", "sur-chulcha-alash", "--format", "json"]).json();
    assert_eq!(alash["later"], serde_json::json!([]));
}

#[test]
fn markers_stood_from_the_year_they_were_set_until_their_stretch_went() {
    let count = |date: &str| run(&["markers", "--on", date, "--format", "json"]).json().as_array().map_or(0, Vec::len);
    assert_eq!(count("1868-12-31"), 0);
    assert_eq!(count("1875-01-01"), 38);
    let later = count("1885-01-01");
    assert!(later < 38 && later > 15, "{later}");
}

#[test]
fn layers_of_a_day_are_written() {
    let folder = scratch("time-layers");
    let out = folder.join("out");
    let said = run(&["export", "--on", "1885-01-01", "--format", "geojson", "-o", out.to_str().unwrap()]);
    assert_eq!(said.code, 0, "{}", said.err);
    let read = |name: &str| -> serde_json::Value {
        serde_json::from_str(&std::fs::read_to_string(out.join(format!("{name}.geojson"))).unwrap()).unwrap()
    };
    let treaties: Vec<String> = read("segments")["features"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| f["properties"]["treaty_id"].as_str().unwrap().to_owned())
        .collect();
    for act in ["tarbagatai-1864", "ili-1882", "kaba-1883", "margelan-1884"] {
        assert!(treaties.iter().any(|t| t == act), "{act}");
    }
    assert_eq!(read("sides")["features"].as_array().unwrap().len(), 2);
    assert!(read("cessions")["features"].as_array().unwrap().len() >= 3);
}

#[test]
fn sides_before_and_after_agree_with_what_moved() {
    use geo::Intersects;
    let atlas = Atlas::bundled();
    let (first, last) = (on(&atlas, "1865-01-01"), on(&atlas, "1885-01-01"));
    let moved = areas(&first, None);
    let mut hits = 0;
    for i in 0..40_000 {
        let p = Position::new(73.0 + f64::from(i % 200) * 0.085_3, 38.2 + f64::from(i / 200) * 0.055_7).unwrap();
        let (before, after) = (first.sides().side(p), last.sides().side(p));
        let row = moved.iter().find(|r| r.shape.intersects(&geo::Point::new(p.lon(), p.lat())));
        match (before, after, row) {
            (Side::Of(a), Side::Of(b), Some(row)) => {
                hits += 1;
                assert_eq!((row.from.as_ref(), row.to.as_ref()), (Some(a), Some(b)), "{p}");
            }
            (Side::Of(a), Side::Of(b), None) => assert_eq!(a, b, "{p}"),
            (Side::Outside, Side::Of(b), Some(row)) => {
                assert_eq!((None, Some(b)), (row.from.as_ref(), row.to.as_ref()));
            }
            (Side::Outside, Side::Outside, row) => assert!(row.is_none(), "{p}"),
            other => panic!("{p}: {other:?}"),
        }
    }
    assert!(hits > 100, "only {hits} points in land that moved");
}

#[test]
fn asking_by_subject_or_by_name_is_one() {
    let atlas = miniature();
    let index = on(&atlas, "1911-01-01");
    let place = atlas.place(&"knee".into()).unwrap();
    let answer = side::of(&index, "knee", Subject::Place(place), None);
    assert_eq!(answer.side.as_deref(), Some("on-line"));
    assert_eq!(answer.treaty.as_str(), "sample-1910");
}
