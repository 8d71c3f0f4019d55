//! The bundled data: complete, sound, and true to the chapter they begin from.

use karun::index::{Names, Stage};
use karun::query::check::check;
use karun::{Atlas, Choice, Index};

use crate::support::{root, run};

#[test]
fn no_rule_is_broken_and_every_assertion_holds() {
    let report = check(None).unwrap();
    let errors: Vec<String> =
        report.problems.iter().map(ToString::to_string).filter(|p| p.contains("error[")).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    let failed: Vec<_> = report.assertions.iter().filter(|a| !a.holds).collect();
    assert!(failed.is_empty(), "{failed:?}");
    let sides = Atlas::bundled()
        .instruments()
        .iter()
        .flat_map(|t| &t.assertions)
        .filter(|a| matches!(a.claim, karun::model::Claim::Side { .. }))
        .count();
    assert!(sides >= 25, "{sides} sides are asserted");
}

#[test]
fn the_bundled_text_is_the_folder() {
    // The same files by the other door give the same atlas.
    let folder = Atlas::open(root()).unwrap();
    let bundled = Atlas::bundled();
    assert_eq!(folder.places(), bundled.places());
    assert_eq!(folder.instruments(), bundled.instruments());
}

#[test]
fn every_name_of_the_chapter_finds_its_place() {
    let atlas = Atlas::bundled();
    let names = Names::new(&atlas);
    let mut rows = csv::Reader::from_path(root().join("tests/data/seed-names.csv")).unwrap();
    let mut count = 0;
    for row in rows.records() {
        let row = row.unwrap();
        let (simplified, traditional, place) = (&row[0], &row[1], &row[2]);
        for name in [simplified, traditional] {
            let found = names.search(name);
            let hit = found.iter().find(|f| f.place.id == *place);
            assert!(hit.is_some_and(|h| h.how.stage == Stage::Exact), "{name} does not find {place} as written");
            count += 1;
        }
    }
    assert!(count > 200, "only {count} names were tried");
}

#[test]
fn every_place_has_a_source_for_each_name_and_position() {
    let atlas = Atlas::bundled();
    for place in atlas.places() {
        for location in &place.locations {
            assert!(!location.sources.is_empty(), "{} has a position without a source", place.id);
            assert!(location.evidence.is_some(), "{} has a position without evidence", place.id);
        }
    }
}

#[test]
fn the_rival_readings_can_be_chosen_together() {
    let atlas = Atlas::bundled();
    let choice =
        Choice { treaty: None, readings: vec!["ili-literal".into(), "kegen-east".into()], ..Choice::default() };
    let index = Index::new(&atlas, &choice).unwrap();
    let ids: Vec<&str> = index.legs().iter().map(|l| l.segment.id.as_str()).collect();
    assert!(ids.contains(&"ili-literal-tsitsin") && ids.contains(&"kegen-east-tekes"));
    assert!(!ids.contains(&"ili-chundzhi") && !ids.contains(&"ili-tekes"));
    for pair in index.legs().windows(2) {
        assert_eq!(pair[0].segment.chain.last(), pair[1].segment.chain.first());
    }
}

#[test]
fn the_layout_is_canonical() {
    let said = run(&["fmt", "--check", "."]);
    assert_eq!((said.code, said.out.as_str()), (0, ""), "run karun fmt");
    let said = run(&["fmt", "--check", "examples/own-treaty"]);
    assert_eq!((said.code, said.out.as_str()), (0, ""), "run karun fmt examples/own-treaty");
}

#[test]
fn every_rule_is_in_the_book() {
    let book = std::fs::read_to_string(root().join("docs/rules.md")).unwrap();
    let mut seen = 0;
    for folder in std::fs::read_dir(root().join("tests/problems")).unwrap() {
        let expected = std::fs::read_to_string(folder.unwrap().path().join("expected.txt")).unwrap();
        for rule in expected.lines().filter_map(|l| l.split_once('[')?.1.split_once(']')).map(|(rule, _)| rule) {
            assert!(book.contains(&format!("`{rule}`")), "docs/rules.md does not tell of {rule}");
            seen += 1;
        }
    }
    assert!(seen >= 30, "only {seen} problems are expected anywhere");
}
