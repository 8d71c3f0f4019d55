//! Markers, the line leg by leg, names and neighbours.

use crate::support::run;

fn rows(args: &[&str]) -> Vec<serde_json::Value> {
    run(args).json().as_array().unwrap().clone()
}

#[test]
fn each_district_has_its_markers() {
    for (district, count) in
        [("uliasutai", 8), ("kobdo", 20), ("tarbagatai", 10), ("科布多", 20), ("烏里雅蘇台", 8), ("Кобдо", 20)]
    {
        let markers = rows(&["markers", "--district", district, "--format", "json"]);
        assert_eq!(markers.len(), count, "{district}");
        for (i, m) in markers.iter().enumerate() {
            assert_eq!(m["number"], i + 1);
            for key in [
                "id",
                "convention",
                "district",
                "place",
                "name",
                "lon",
                "lat",
                "accuracy_m",
                "certainty",
                "set",
                "segment",
                "line_km",
            ] {
                assert!(!m[key].is_null(), "{district} {key}: {m}");
            }
        }
    }
    let said = run(&["markers", "--district", "ili", "--format", "json"]);
    assert_eq!((said.code, said.out.trim()), (1, "[]"));
    assert!(said.err.contains("1882"), "{}", said.err);
}

#[test]
fn the_shared_marker_stands_on_each_convention_s_own_stretch() {
    let all = rows(&["markers", "--format", "json"]);
    assert_eq!(all.len(), 38);
    let at = |id: &str| all.iter().find(|m| m["id"] == id).unwrap()["segment"].as_str().unwrap().to_owned();
    assert_eq!(at("uliasutai-1869-01"), "uliasutai-bogosuk");
    assert_eq!(at("kobdo-1869-01"), "kobdo-durbet-daba");
    assert_eq!(at("kobdo-1869-20"), "kobdo-manitu-gatulkhan");
    assert_eq!(at("tarbagatai-1870-01"), "tarbagatai-sairi-ola");
    assert_eq!(rows(&["--treaty", "tarbagatai-1870", "markers", "--format", "json"]).len(), 10);
    assert_eq!(rows(&["markers", "--segment", "kobdo-ulan-daba", "--format", "json"]).len(), 4);
}

#[test]
fn kobdo_markers_follow_the_line() {
    let km: Vec<f64> = rows(&["markers", "--district", "kobdo", "--format", "json"])
        .iter()
        .map(|m| m["line_km"].as_f64().unwrap())
        .collect();
    assert!(km.windows(2).all(|w| w[0] < w[1]), "{km:?}");
    let km: Vec<f64> = rows(&["markers", "--district", "uliasutai", "--format", "json"])
        .iter()
        .map(|m| m["line_km"].as_f64().unwrap())
        .collect();
    assert!(km.windows(2).all(|w| w[0] > w[1]), "numbered from Bogosuk, against the line: {km:?}");
}

#[test]
fn the_line_is_one_chain_from_the_sayan_to_the_tsungling() {
    let legs = rows(&["trace", "--format", "json"]);
    assert_eq!(legs[0]["from"], "shabin-dabaga");
    assert_eq!(legs.last().unwrap()["to"], "tsungling");
    for pair in legs.windows(2) {
        assert_eq!(pair[0]["to"], pair[1]["from"]);
        assert_eq!(pair[0]["to_km"], pair[1]["from_km"]);
        assert!(pair[1]["to_km"].as_f64() > pair[1]["from_km"].as_f64());
    }
    let mut districts: Vec<&str> = legs.iter().map(|l| l["district"].as_str().unwrap()).collect();
    districts.dedup();
    assert_eq!(districts, ["uliasutai", "kobdo", "tarbagatai", "ili"]);
    for key in [
        "id",
        "seq",
        "line",
        "district",
        "article",
        "from",
        "to",
        "follows",
        "left",
        "right",
        "from_km",
        "to_km",
        "length_km",
        "accuracy_m",
        "certainty",
        "reading",
        "demarcated_by",
        "markers",
    ] {
        assert!(legs[0].get(key).is_some(), "{key}");
    }
    let unmarked = legs.iter().filter(|l| l["district"] == "ili").all(|l| l["demarcated_by"].is_null());
    assert!(unmarked, "nothing was marked in Ili before 1882");
}

#[test]
fn find_says_which_name_matched_and_how() {
    let hits = rows(&["find", "沙賓達巴哈", "--format", "json"]);
    assert_eq!(hits[0]["id"], "shabin-dabaga");
    for key in ["id", "name", "type", "district", "lon", "lat", "score", "matched", "how", "summary"] {
        assert!(hits[0].get(key).is_some(), "{key}");
    }
    assert_eq!(rows(&["find", "SHABIN dabaga", "--format", "json"])[0]["id"], "shabin-dabaga");
    assert_eq!(rows(&["find", "Khabar", "--type", "pass", "--format", "json"])[0]["id"], "khabar-asu");
    let said = run(&["find", "Xanadu", "--format", "json"]);
    assert_eq!((said.code, said.out.trim()), (1, "[]"));
}

#[test]
fn near_and_within_agree_with_geodesics() {
    let near = rows(&["near", "82.98,46.75", "--limit", "5", "--format", "json"]);
    assert_eq!(near[0]["id"], "tarbagatai-tacheng");
    let distances: Vec<f64> = near.iter().map(|r| r["distance_m"].as_f64().unwrap()).collect();
    assert!(distances.windows(2).all(|w| w[0] <= w[1]));
    let passes = rows(&["near", "burkhat", "--type", "pass", "--within", "60", "--format", "json"]);
    assert!(
        passes
            .iter()
            .all(|r| r["type"] == "pass" && r["id"] != "burkhat" && r["distance_m"].as_f64().unwrap() <= 60_000.0)
    );
    let inside = rows(&["within", "82,46,84,48", "--format", "json"]);
    assert!(inside.iter().any(|r| r["id"] == "bakty"));
    assert!(inside.iter().all(|r| (82.0..=84.0).contains(&r["lon"].as_f64().unwrap())));
    assert_eq!(run(&["within", "84,46,82,48"]).code, 2);
}

#[test]
fn show_opens_whatever_an_id_names() {
    for id in ["burkhat", "kobdo-burkhat", "kobdo-1869-09", "kobdo-1869", "ili-literal", "finsch-1879", "博果苏克坝"]
    {
        assert_eq!(run(&["show", id]).code, 0, "{id}");
        assert_eq!(run(&["show", id, "--format", "json"]).code, 0, "{id}");
    }
    let article = run(&["show", "tarbagatai-1864", "--article", "3", "--format", "json"]).json();
    assert_eq!(article["named"][0]["place"], "altan-tebshi");
    assert_eq!(run(&["show", "tarbagatai-1864", "--article", "11"]).code, 2);
}
