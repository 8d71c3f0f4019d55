//! Which side: known places, points exactly on the line, readings, conventions, and what JSON promises.

use karun::query::side::{self, Verdict};
use karun::query::{Subject, locate};
use karun::{Atlas, Choice, Index, Position};
use serde_json::Value;

use crate::support::run;

fn ask(words: &str) -> Value {
    let said = run(&["side", words, "--format", "json"]);
    said.json()
}

#[test]
fn known_places_are_on_their_side() {
    for (words, side) in [
        ("82.98,46.75", "china"),
        ("84.87,47.47", "russia"),
        ("76.91,43.25", "russia"),
        ("Kulja", "china"),
        ("julu-kul", "russia"),
        ("kobdo", "china"),
        ("Kashgar", "china"),
        ("斋桑淖尔", "russia"),
        ("齋桑淖爾", "russia"),
    ] {
        let answer = ask(words);
        assert_eq!(answer["side"], side, "{words}: {answer}");
        assert_ne!(answer["verdict"], "outside");
    }
    assert_eq!(ask("beijing")["verdict"], "outside");
    let burkhat = ask("Burkhat");
    assert_eq!((&burkhat["side"], &burkhat["verdict"]), (&"on-line".into(), &"certain".into()));
}

#[test]
fn near_the_line_it_does_not_bluff() {
    let atlas = Atlas::bundled();
    let index = Index::new(&atlas, &Choice::default()).unwrap();
    let leg = index.legs().iter().find(|l| l.segment.id == "kobdo-ulan-daba").unwrap();
    let on = leg.segment.chain[leg.segment.chain.len() / 2];
    let beside = Position::new(on.lon(), on.lat() + 0.01).unwrap();
    let found = side::of_point(&index, beside, 0.0);
    assert_eq!(found.verdict, Verdict::Uncertain);
    let farther = Position::new(on.lon(), on.lat() + 0.3).unwrap();
    assert_eq!(side::of_point(&index, farther, 0.0).verdict, Verdict::Certain);
    assert_ne!(side::of_point(&index, farther, 60_000.0).verdict, Verdict::Certain, "a vague spot is not certain");
}

#[test]
fn json_has_the_fields_it_promises() {
    let answer = ask("82.98,46.75");
    let keys: Vec<&str> = answer.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        [
            "query",
            "treaty",
            "line",
            "side",
            "verdict",
            "probability",
            "distance_m",
            "nearest_point",
            "line_km",
            "segment",
            "marker",
            "readings",
            "reason",
            "on",
            "pending",
            "held",
            "later",
            "sentence"
        ]
    );
    for key in ["text", "place", "lon", "lat", "accuracy_m"] {
        assert!(answer["query"].get(key).is_some(), "query.{key}");
    }
    for key in ["id", "district", "article", "from", "to", "follows", "accuracy_m"] {
        assert!(answer["segment"].get(key).is_some(), "segment.{key}");
    }
    for key in ["id", "district", "number", "place", "distance_m"] {
        assert!(answer["marker"].get(key).is_some(), "marker.{key}");
    }
    for outside in [ask("beijing"), run(&["side", "xinjiang", "--format", "json"]).json()] {
        for key in ["side", "probability", "distance_m", "segment", "marker"] {
            assert_eq!(outside[key], Value::Null, "{key} of {outside}");
        }
    }
}

#[test]
fn a_position_of_the_line_is_on_it() {
    let atlas = Atlas::bundled();
    let index = Index::new(&atlas, &Choice::default()).unwrap();
    for leg in index.legs() {
        let inner = &leg.segment.chain;
        for p in &inner[1..] {
            let found = side::of_point(&index, *p, 0.0);
            assert_eq!(
                (found.side(), found.verdict, found.probability),
                (Some("on-line"), Verdict::Uncertain, Some(0.5))
            );
            assert!(found.nearest.unwrap().distance_m < 1e-6);
        }
    }
}

#[test]
fn what_the_text_puts_on_the_line_is_on_it_by_name() {
    let atlas = Atlas::bundled();
    let index = Index::new(&atlas, &Choice::default()).unwrap();
    for spot in index.markers() {
        let answer = side::of(&index, "", Subject::Place(spot.place), None);
        assert_eq!((answer.side.as_deref(), answer.verdict), (Some("on-line"), Verdict::Certain), "{}", spot.place.id);
        assert!(answer.reason.is_some() && answer.segment.is_some());
    }
    for id in ["sayan-range", "great-altai", "tarbagatai-range", "tannu-ola-west-end", "kumurchi", "khan-tengri"] {
        let answer = side::of(&index, id, locate(&atlas, id).unwrap(), None);
        assert_eq!(answer.side.as_deref(), Some("on-line"), "{id}");
    }
}

#[test]
fn regions_and_lost_places_have_no_side() {
    for id in ["ili", "xinjiang", "tannu-uriankhai", "ermis-river"] {
        let said = run(&["side", id, "--format", "json"]);
        assert_eq!(said.code, 1, "{id}");
        assert_eq!(said.json()["verdict"], "unlocated", "{id}");
    }
}

#[test]
fn where_readings_disagree_nothing_is_certain() {
    // Zharkent, between the Borokhudzir and the Khorgos.
    let answer = ask("80.0,44.17");
    assert_eq!((&answer["side"], &answer["verdict"]), (&"china".into(), &"less-certain".into()));
    assert_eq!(answer["readings"], serde_json::json!([{ "id": "ili-literal", "side": "russia" }]));
    let said = run(&["side", "80.0,44.17", "--reading", "ili-literal", "--format", "json"]);
    let answer = said.json();
    assert_eq!(answer["side"], "russia");
    assert_ne!(answer["verdict"], "certain");
    assert_eq!(answer["readings"], serde_json::json!([{ "id": "tarbagatai-1864", "side": "china" }]));
    // On the line only in the literal reading.
    assert_ne!(ask("tsitsin")["side"], "on-line");
    assert_eq!(run(&["side", "tsitsin", "--reading", "ili-literal", "--format", "json"]).json()["side"], "on-line");
}

#[test]
fn a_convention_answers_for_its_stretch_only() {
    let said = run(&["--treaty", "kobdo-1869", "side", "86.1,49.5", "--format", "json"]);
    let answer = said.json();
    assert_eq!((&answer["side"], &answer["treaty"]), (&"russia".into(), &"kobdo-1869".into()));
    let said = run(&["--treaty", "kobdo-1869", "side", "76.91,43.25", "--format", "json"]);
    assert_eq!((said.code, &said.json()["verdict"]), (0, &"outside".into()));
}

#[test]
fn wrong_questions_say_what_to_do() {
    for (args, code, words) in [
        (&["side", "95.1,181"][..], 2, "latitude 181"),
        (&["side", "46.75,182.98"], 2, "beyond 90 degrees"),
        (&["side", "Qwertyuiop"], 2, "unknown place"),
        (&["side", "玛呢图"], 2, "manitu-karun"),
        (&["--treaty", "kobdo-1868", "trace"], 2, "did you mean kobdo-1869"),
        (&["side", "kobdo", "--reading", "ili-litral"], 2, "ili-literal"),
        (&["markers", "--district", "kobda"], 2, "kobdo"),
        (&["side", "-70.5,-33.4"], 0, ""),
    ] {
        let said = run(args);
        assert_eq!(said.code, code, "{args:?}: {}", said.err);
        assert!(said.err.contains(words), "{args:?}: {}", said.err);
    }
}
