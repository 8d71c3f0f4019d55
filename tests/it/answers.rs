//! Doubts, events, comparisons and citations.

use std::fs;

use karun::Position;
use karun::measure::distance_m;

use crate::support::{root, run, scratch};

#[test]
fn doubts_are_ranked_and_say_what_would_settle_them() {
    let doubts = run(&["doubts", "--format", "json"]).json();
    let doubts = doubts.as_array().unwrap();
    assert!(doubts.len() >= 10);
    let count = |d: &serde_json::Value| d["affected"].as_array().unwrap().len();
    assert!(doubts.windows(2).all(|w| count(&w[0]) >= count(&w[1])));
    let ili = doubts.iter().find(|d| d["reading"] == "ili-literal").unwrap();
    assert!(ili["affected"].as_array().unwrap().iter().any(|p| p == "zharkent"), "{ili}");
    assert!(ili["km2"].as_f64().unwrap() > 1000.0);
    assert!(doubts.iter().all(|d| !d["settled_by"].as_str().unwrap().is_empty()));
    assert_eq!(run(&["--data", "examples/own-treaty", "doubts"]).code, 1);
}

#[test]
fn events_are_found_by_place_and_time() {
    let all = run(&["events", "--format", "json"]).json();
    let all = all.as_array().unwrap();
    assert!(all.len() >= 60);
    let days: Vec<&str> = all.iter().map(|e| e["earliest"].as_str().unwrap_or("")).collect();
    assert!(days.windows(2).all(|w| w[0] <= w[1]), "in order of time");
    let of_1869 = run(&["events", "--from", "1869", "--to", "1869", "--format", "json"]).json();
    assert!(of_1869.as_array().unwrap().iter().all(|e| e["earliest"].as_str().unwrap() <= "1869-12-31"));
    let at = run(&["events", "--place", "哈巴尔苏", "--format", "json"]).json();
    assert!(at.as_array().unwrap().iter().all(|e| e["places"].as_array().unwrap().contains(&"khabar-asu".into())));
    let said = run(&["events", "--from", "1900", "--format", "json"]);
    assert_eq!((said.code, said.out.trim()), (1, "[]"));
    assert_eq!(run(&["events", "--from", "lately"]).code, 2);
}

#[test]
fn a_border_beside_the_line_is_measured() {
    // The example's line moved 0.01 degrees north: 1.112 km, over one degree of longitude.
    let text = fs::read_to_string(root().join("examples/own-treaty/boundaries/sample-1900/line.geojson")).unwrap();
    let mut file: serde_json::Value = serde_json::from_str(&text).unwrap();
    let mut positions: Vec<serde_json::Value> = Vec::new();
    for feature in file["features"].as_array_mut().unwrap().iter_mut().take(2) {
        for p in feature["geometry"]["coordinates"].as_array_mut().unwrap() {
            p[1] = (p[1].as_f64().unwrap() + 0.01).into();
            if positions.last() != Some(p) {
                positions.push(p.clone());
            }
        }
    }
    let border = scratch("compare").join("border.geojson");
    fs::write(&border, serde_json::json!({ "type": "LineString", "coordinates": positions }).to_string()).unwrap();
    let said = run(&["--data", "examples/own-treaty", "compare", border.to_str().unwrap(), "--format", "json"]);
    let rows = said.json();
    let p = |lon, lat| Position::new(lon, lat).unwrap();
    let height = distance_m(p(10.5, 50.1), p(10.5, 50.11));
    let width = distance_m(p(10.5, 50.05), p(11.0, 50.05));
    for row in rows.as_array().unwrap() {
        assert_eq!(row["covered"], 1.0);
        assert!(row["max_m"].as_f64().unwrap() <= height + 1.0, "{row}");
        assert_eq!(row["within_accuracy"], 1.0);
        let km2 = row["between_km2"].as_f64().unwrap();
        assert!((km2 / (height * width / 1e6) - 1.0).abs() < 0.05, "{row}");
    }
    let far = scratch("compare-far").join("far.geojson");
    fs::write(&far, r#"{"type":"LineString","coordinates":[[0,0],[1,1]]}"#).unwrap();
    let said = run(&["compare", far.to_str().unwrap(), "--format", "json"]);
    assert_eq!((said.code, said.out.trim()), (1, "[]"));
    fs::write(&far, r#"{"type":"Point","coordinates":[0,0]}"#).unwrap();
    assert_eq!(run(&["compare", far.to_str().unwrap()]).code, 2);
}

#[test]
fn anything_can_be_cited_in_three_languages() {
    for id in ["burkhat", "kobdo-burkhat", "kobdo-1869-09", "kobdo-1869", "ili-literal", "finsch-1879"] {
        for lang in ["en", "zh", "ru"] {
            let said = run(&["cite", id, "--lang", lang]);
            assert_eq!(said.code, 0, "{}", said.err);
            assert!(
                said.out.contains(&format!("karun:{}", if id == "finsch-1879" { "source/finsch-1879" } else { id }))
            );
            assert!(said.out.contains(env!("CARGO_PKG_VERSION")));
        }
    }
    let csl = run(&["cite", "--side", "82.98,46.75", "--format", "csl"]).json();
    assert_eq!(csl[0]["type"], "entry");
    assert!(csl[0]["abstract"].as_str().unwrap().contains("Chinese side"));
    assert!(!run(&["--data", "examples/own-treaty", "cite", "midpoint"]).out.contains(env!("CARGO_PKG_VERSION")));
    assert_eq!(run(&["cite", "burkhat", "--lang", "de"]).code, 2);
}
