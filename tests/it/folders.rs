//! Broken data folders: rule, file, line, column and message, all problems at once. `expected.txt` is beside the data;
//! `KARUN_ACCEPT=1 cargo test folders` writes it anew, to be read as a diff.

use std::path::Path;

use karun::problem::Problem;
use karun::query::check::check;

use crate::support::{root, run, scratch};

fn report(dir: &Path) -> String {
    let line = |p: &Problem| format!("{p}\n");
    check(Some(dir)).unwrap().problems.iter().map(line).collect()
}

#[test]
fn each_folder_says_what_is_wrong() {
    let mut cases: Vec<_> =
        std::fs::read_dir(root().join("tests/problems")).unwrap().map(|e| e.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() >= 30, "only {} folders", cases.len());
    let mut wrong = Vec::new();
    for case in cases {
        let found = report(&case);
        let book = case.join("expected.txt");
        if std::env::var_os("KARUN_ACCEPT").is_some() {
            std::fs::write(&book, &found).unwrap();
        }
        let expected = std::fs::read_to_string(&book).unwrap_or_default();
        if found != expected {
            wrong.push(format!("{}\nexpected:\n{expected}found:\n{found}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn errors_end_with_1_and_warnings_with_0() {
    assert_eq!(run(&["check", "tests/problems/unknown-key"]).code, 1);
    assert_eq!(run(&["check", "tests/problems/only-romanised"]).code, 0);
    assert_eq!(run(&["check", "tests/problems/ok"]).code, 0);
}

#[test]
fn a_broken_folder_answers_no_question() {
    let said = run(&["--data", "tests/problems/unknown-key", "trace"]);
    assert_eq!(said.code, 2);
    assert!(said.out.is_empty());
    assert!(said.err.contains("unknown-key"), "{}", said.err);
}

#[test]
fn no_folder_and_an_empty_one_are_told_apart() {
    let said = run(&["check", "no/such/folder"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("cannot read no/such/folder"), "{}", said.err);
    let empty = scratch("empty-folder");
    let said = run(&["check", empty.to_str().unwrap()]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("holds no data"), "{}", said.err);
}

#[test]
fn a_new_folder_passes_and_answers() {
    let dir = scratch("init").join("mine");
    let mine = dir.to_str().unwrap();
    assert_eq!(run(&["init", mine]).code, 0);
    let said = run(&["check", mine]);
    assert_eq!(said.code, 0, "{}", said.out);
    let said = run(&["--data", mine, "side", "midpoint", "--format", "json"]);
    assert_eq!(said.json()["side"], "on-line");
    let said = run(&["init", mine]);
    assert_eq!(said.code, 2, "a folder with something in it is kept");
}

#[test]
fn fmt_takes_what_qgis_writes_and_keeps_comments() {
    let dir = scratch("fmt").join("mine");
    let mine = dir.to_str().unwrap();
    run(&["init", mine]);
    let line = dir.join("boundaries/sample-1900/line.geojson");
    let canonical = std::fs::read_to_string(&line).unwrap();
    // QGIS: one feature a line, seven decimals, a name, an id only in the properties.
    let value: serde_json::Value = serde_json::from_str(&canonical).unwrap();
    let mut qgis = String::from("{\n\"type\": \"FeatureCollection\",\n\"name\": \"line\",\n\"features\": [\n");
    for feature in value["features"].as_array().unwrap() {
        let geometry = feature["geometry"].to_string().replace("10.5,", "10.5000000,");
        qgis.push_str(&format!(
            "{{ \"type\": \"Feature\", \"properties\": {{ \"id\": {} }}, \"geometry\": {geometry} }},\n",
            feature["id"]
        ));
    }
    let qgis = format!("{}\n]\n}}\n", qgis.trim_end().trim_end_matches(','));
    std::fs::write(&line, qgis).unwrap();
    let treaty = dir.join("boundaries/sample-1900/treaty.toml");
    let text = std::fs::read_to_string(&treaty).unwrap();
    let messy = text
        .replace("stage = \"delimitation\"", "# what it does\nstage   =   \"delimitation\" # agreed in words\n\n")
        .replace("names = [\n  { text = \"North\", lang = \"en\" },", "names = [ {text=\"North\",lang=\"en\"},");
    assert_ne!(messy, text);
    std::fs::write(&treaty, &messy).unwrap();
    assert_eq!(run(&["check", mine]).code, 0);
    assert_eq!(run(&["fmt", mine]).code, 0);
    assert_eq!(std::fs::read_to_string(&line).unwrap(), canonical);
    let tidy = std::fs::read_to_string(&treaty).unwrap();
    let expected =
        text.replace("stage = \"delimitation\"", "# what it does\nstage = \"delimitation\"  # agreed in words");
    assert_eq!(tidy, expected);
}
