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
    for (name, geometry) in
        [("places", "Point"), ("markers", "Point"), ("segments", "MultiLineString"), ("sides", "MultiPolygon")]
    {
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
        for format in ["geojson", "csv"] {
            let said = run(&["export", "--format", format, "-o", target.to_str().unwrap()]);
            assert_eq!(said.code, 0, "{}", said.err);
        }
    }
    let mut count = 0;
    for entry in fs::read_dir(&a).unwrap() {
        let name = entry.unwrap().file_name();
        assert_eq!(fs::read(a.join(&name)).unwrap(), fs::read(b.join(&name)).unwrap(), "{name:?}");
        count += 1;
    }
    assert_eq!(count, 8);
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
