//! Layers: flat, one geometry type each, the two sides share the drawn line bit for bit, the same bytes twice.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use crate::support::{run, scratch};

fn layer(name: &str) -> Value {
    run(&["export", name, "--format", "geojson", "-o", "-"]).json()
}

fn positions(geometry: &Value) -> Vec<String> {
    fn walk(value: &Value, out: &mut Vec<String>) {
        let array = value.as_array().unwrap();
        if array[0].is_number() {
            out.push(value.to_string());
        } else {
            array.iter().for_each(|v| walk(v, out));
        }
    }
    let mut out = Vec::new();
    walk(&geometry["coordinates"], &mut out);
    out
}

#[test]
fn every_feature_has_the_same_columns_and_one_geometry_type() {
    for (name, geometry) in [
        ("places", "Point"),
        ("markers", "Point"),
        ("segments", "MultiLineString"),
        ("sides", "MultiPolygon"),
        ("bands", "MultiPolygon"),
        ("events", "Point"),
    ] {
        let layer = layer(name);
        let features = layer["features"].as_array().unwrap();
        assert!(!features.is_empty());
        let keys = |f: &Value| f["properties"].as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        for feature in features {
            assert_eq!(feature["geometry"]["type"], geometry);
            assert_eq!(keys(feature), keys(&features[0]));
            assert!(feature["properties"].get("id").is_none());
        }
        assert!(layer.get("crs").is_none());
        assert_eq!(layer["bbox"].as_array().unwrap().len(), 4);
    }
}

#[test]
fn the_two_sides_share_the_drawn_line_bit_for_bit() {
    let sides = layer("sides");
    let of = |i: usize| positions(&sides["features"][i]["geometry"]).into_iter().collect::<BTreeSet<_>>();
    let (left, right) = (of(0), of(1));
    let drawn: BTreeSet<String> =
        layer("segments")["features"].as_array().unwrap().iter().flat_map(|f| positions(&f["geometry"])).collect();
    assert!(drawn.is_subset(&left) && drawn.is_subset(&right));
    // Nothing but the line is common to both.
    assert_eq!(left.intersection(&right).cloned().collect::<BTreeSet<_>>(), drawn);
}

#[test]
fn polygons_wind_counter_clockwise() {
    for feature in layer("sides")["features"].as_array().unwrap() {
        for polygon in feature["geometry"]["coordinates"].as_array().unwrap() {
            let ring: Vec<(f64, f64)> = polygon[0]
                .as_array()
                .unwrap()
                .iter()
                .map(|p| (p[0].as_f64().unwrap(), p[1].as_f64().unwrap()))
                .collect();
            assert_eq!(ring.first(), ring.last());
            let area: f64 = ring.windows(2).map(|w| w[0].0 * w[1].1 - w[1].0 * w[0].1).sum();
            assert!(area > 0.0);
        }
    }
}

#[test]
fn open_ends_are_written_and_known_ends_too() {
    let segments = layer("segments");
    let find = |id: &str| {
        segments["features"].as_array().unwrap().iter().find(|f| f["properties"]["segment_id"] == id).unwrap()["properties"].clone()
    };
    assert_eq!(find("kobdo-chakilmes")["valid_to"], "1883-08-12");
    assert_eq!(find("kobdo-chakilmes")["valid_edtf"], "1864-10-07/1883-08-12");
    assert_eq!(find("kobdo-kuitun")["valid_to"], "9999-12-31");
    assert_eq!(find("kobdo-kuitun")["valid_from"], "1864-10-07");
}

#[test]
fn the_same_bytes_twice_and_nothing_is_replaced_unasked() {
    let dir = scratch("export");
    let (a, b) = (dir.join("a"), dir.join("b"));
    for target in [&a, &b] {
        for format in ["geojson", "csv", "qgis"] {
            let said = run(&["export", "--format", format, "-o", target.to_str().unwrap()]);
            assert_eq!(said.code, 0, "{}", said.err);
        }
    }
    let mut names = Vec::new();
    for entry in fs::read_dir(&a).unwrap() {
        let name = entry.unwrap().file_name();
        assert_eq!(fs::read(a.join(&name)).unwrap(), fs::read(b.join(&name)).unwrap(), "{name:?}");
        names.push(name.into_string().unwrap());
    }
    for layer in karun::export::layers::NAMES {
        for ending in ["geojson", "csv", "csvt"] {
            assert!(names.contains(&format!("{layer}.{ending}")), "{layer}.{ending} in {names:?}");
        }
    }
    for name in ["datapackage.json", "karun.gpkg", "karun.qgz"] {
        assert!(names.contains(&name.to_string()), "{name} in {names:?}");
    }
    let said = run(&["export", "--format", "geojson", "-o", a.to_str().unwrap()]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("--force"), "{}", said.err);
    assert_eq!(run(&["export", "--format", "geojson", "-o", a.to_str().unwrap(), "--force"]).code, 0);
    let said = run(&["export", "--format", "shapefile", "-o", "x"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("not offered"), "{}", said.err);
}

#[test]
fn a_csv_of_points_comes_back_through_classify() {
    let dir = scratch("csv");
    let file = dir.join("places.csv");
    assert_eq!(run(&["export", "places", "--format", "csv", "-o", file.to_str().unwrap()]).code, 0);
    let said = run(&["classify", file.to_str().unwrap(), "--prefix", "line_"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let mut reader = csv::Reader::from_reader(said.out.as_bytes());
    let header = reader.headers().unwrap().clone();
    assert!(header.iter().any(|h| h == "line_side") && header.iter().any(|h| h == "name_pinyin"));
    assert!(reader.records().all(|r| r.is_ok()));
}

#[test]
fn every_format_gives_the_same_bytes_twice() {
    let dir = scratch("formats");
    for (format, starts) in [
        ("geojsonseq", &b"{\"type\":\"Feature\""[..]),
        ("fgb", b"fgb\x03fgb"),
        ("kml", b"<?xml version=\"1.0\""),
        ("gpkg", b"SQLite format 3\0"),
        ("lpf", b"{\"type\":\"FeatureCollection\",\n\"@context\""),
    ] {
        let one = |name: &str| {
            let path = dir.join(format!("{name}.{format}"));
            let layers: &[&str] = if format == "lpf" { &[] } else { &["markers"] };
            let said = run(&[&["export"], layers, &["--format", format, "-o", path.to_str().unwrap()]].concat());
            assert_eq!(said.code, 0, "{format}: {}", said.err);
            fs::read(path).unwrap()
        };
        let (first, second) = (one("first"), one("second"));
        assert!(first.starts_with(starts), "{format}");
        assert_eq!(first, second, "{format}");
    }
}

#[test]
fn an_export_can_be_narrowed_and_an_empty_one_is_an_error() {
    let rows = |args: &[&str]| run(&[&["export", "markers", "--format", "csv", "-o", "-"], args].concat());
    assert_eq!(rows(&["--district", "科布多"]).out.lines().count(), 21);
    assert_eq!(rows(&["--bbox", "82,46.5,86,48"]).out.lines().count(), 12);
    let said = rows(&["--bbox", "0,0,1,1"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(said.err.contains("empty"), "{}", said.err);
    assert_eq!(rows(&["--bbox", "1,2,3"]).code, 2);
}

#[test]
fn conditions_narrow_a_layer() {
    let count = |conditions: &[&str]| {
        let given = conditions.iter().flat_map(|c| ["--where", c]);
        let args: Vec<&str> =
            ["export", "markers", "--format", "geojsonseq", "-o", "-"].into_iter().chain(given).collect();
        let said = run(&args);
        (said.out.lines().count(), said.code)
    };
    assert_eq!(count(&["district=kobdo"]), (20, 0));
    assert_eq!(count(&["district!=kobdo"]), (18, 0));
    assert_eq!(count(&["district=kobdo", "number<=5"]), (5, 0));
    assert_eq!(count(&["number>=10", "number<12"]).0, 3);
    assert_eq!(count(&["line_km<1"]), (1, 0), "Shabin-Dabaga, where the line begins");
    assert_eq!(count(&["valid_from>1869-12-31"]).0 + count(&["valid_from<=1869-12-31"]).0, 38);
    assert_eq!(count(&["district=nowhere"]), (0, 2));
    let said = run(&["export", "markers", "--format", "csv", "-o", "-", "--where", "distrikt=kobdo"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("district"), "{}", said.err);
    assert_eq!(run(&["export", "markers", "--format", "csv", "-o", "-", "--where", "district"]).code, 2);
}

#[test]
fn a_project_holds_every_layer_also_an_empty_one() {
    let dir = scratch("project");
    let target = dir.join("ili");
    let said = run(&["export", "--format", "qgis", "--district", "ili", "-o", target.to_str().unwrap()]);
    assert_eq!(said.code, 0, "{}", said.err);
    let db = rusqlite::Connection::open(target.join("karun.gpkg")).unwrap();
    let tables = "SELECT table_name, geometry_type_name FROM gpkg_geometry_columns ORDER BY 1";
    let mut rows = db.prepare(tables).unwrap();
    let found: Vec<String> = rows
        .query_map([], |r| Ok(format!("{} {}", r.get::<_, String>(0)?, r.get::<_, String>(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(
        found,
        [
            "bands MULTIPOLYGON",
            "cessions MULTIPOLYGON",
            "events POINT",
            "markers POINT",
            "places POINT",
            "segments MULTILINESTRING",
            "sides MULTIPOLYGON"
        ]
    );
    let markers: i64 = db.query_row("SELECT count(*) FROM markers", [], |r| r.get(0)).unwrap();
    assert_eq!(markers, 0, "no marker stood in Ili before 1882");
    let said = run(&["export", "places", "--format", "qgis", "-o", dir.join("x").to_str().unwrap()]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("every layer"), "{}", said.err);
}

#[test]
fn linked_places_say_when_who_and_how_sure() {
    let file = run(&["export", "--format", "lpf", "-o", "-"]).json();
    let features = file["features"].as_array().unwrap();
    let burkhat = features.iter().find(|f| f["@id"] == "karun:burkhat").unwrap();
    assert_eq!(burkhat["properties"]["fclasses"][0], "T");
    assert!(burkhat["when"]["timespans"][0]["start"]["in"].is_string());
    assert!(burkhat["names"].as_array().unwrap().iter().all(|n| n["citations"][0]["label"].is_string()));
    assert_eq!(burkhat["geometry"]["approximation"]["tolerance"], 8.0);
    // A place that nobody can put on the map is there all the same.
    assert!(features.iter().any(|f| f["geometry"].is_null()));
}
