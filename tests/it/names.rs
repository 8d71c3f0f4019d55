//! A place is found by any spelling of its names, and what is no name of the gazetteer finds nothing.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt as _;
use std::time::{Duration, Instant};

use karun::index::Stage;
use karun::{Atlas, Names, fold};
use proptest::prelude::*;

use crate::support::{karun, root, run};

fn bundled() -> &'static Atlas {
    static ATLAS: std::sync::OnceLock<Atlas> = std::sync::OnceLock::new();
    ATLAS.get_or_init(Atlas::bundled)
}

fn names() -> &'static Names<'static> {
    static NAMES: std::sync::OnceLock<Names<'static>> = std::sync::OnceLock::new();
    NAMES.get_or_init(|| Names::new(bundled()))
}

fn table(file: &str) -> Vec<csv::StringRecord> {
    let rows = csv::Reader::from_path(root().join("tests/names").join(file)).unwrap().into_records();
    rows.map(|r| r.unwrap()).collect()
}

/// What the search makes of a query, for a report.
fn found(query: &str) -> String {
    let hits = names().search(query);
    let some: Vec<String> =
        hits.iter().take(3).map(|h| format!("{} {:.3} «{}» {}", h.place.id, h.score, h.name.text, h.how)).collect();
    if some.is_empty() { "nothing".to_owned() } else { some.join("; ") }
}

#[test]
fn spellings_of_many_traditions_find_their_place() {
    let rows = table("queries.csv");
    let written = |q: &str| bundled().places().iter().any(|p| p.names.iter().any(|n| n.text == q));
    let literal = rows.iter().filter(|r| written(&r[0])).count();
    let mut by: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for row in &rows {
        let (query, places) = (&row[0], row[1].split('|').collect::<Vec<_>>());
        let hits = names().search(query);
        let rank = hits.iter().position(|h| places.contains(&h.place.id.as_str()));
        let count = by.entry(&row[2]).or_default();
        count[0] += 1;
        count[1] += usize::from(rank == Some(0));
        count[2] += usize::from(rank.is_some_and(|r| r < 3));
        if rank != Some(0) {
            println!("{query} ({}) is {}, found {}", &row[2], &row[1], found(query));
        }
    }
    println!("{:<26} {:>5} {:>6} {:>6}", "tradition", "rows", "first", "top 3");
    for (tradition, [n, first, top]) in &by {
        println!("{tradition:<26} {n:>5} {first:>6} {top:>6}");
    }
    let [n, first, top] = by.values().fold([0; 3], |a, b| [a[0] + b[0], a[1] + b[1], a[2] + b[2]]);
    let share = |k: usize| k as f64 / n as f64;
    println!("{n} rows, {literal} of them as written in the data: first {:.3}, top 3 {:.3}", share(first), share(top));
    assert!(n >= 250 && by.len() >= 12, "{n} rows of {} traditions", by.len());
    assert!(literal * 3 <= n, "{literal} of {n} queries are names of the data");
    assert!(share(first) >= 0.97, "first: {:.3}", share(first));
    assert!(share(top) >= 0.99, "among the first three: {:.3}", share(top));
}

#[test]
fn strangers_find_nothing() {
    let rows = table("strangers.csv");
    let let_in: Vec<&str> = rows.iter().map(|r| &r[0]).filter(|q| !names().search(q).is_empty()).collect();
    for query in &let_in {
        println!("{query} finds {}", found(query));
    }
    let refused = 1.0 - let_in.len() as f64 / rows.len() as f64;
    assert!(rows.len() >= 40, "only {} strangers", rows.len());
    assert!(refused >= 0.95, "{refused:.3} of {} strangers are refused", rows.len());
}

#[test]
fn every_name_finds_its_place_first_or_among_its_namesakes() {
    for place in bundled().places() {
        for name in &place.names {
            let hits = names().search(&name.text);
            let hit = hits.iter().find(|h| h.place.id == place.id);
            assert!(
                hit.is_some_and(|h| h.how.stage == Stage::Exact && h.score == 1.0),
                "{}: {}",
                name.text,
                found(&name.text)
            );
            assert_eq!(hits[0].how.stage, Stage::Exact, "{}", name.text);
        }
    }
}

#[test]
fn how_says_what_was_done() {
    for (query, place, how) in [
        ("Chuguchak", "tarbagatai-tacheng", "as written"),
        ("CHUGUCHAK", "tarbagatai-tacheng", "but for case, accents and punctuation"),
        ("沙濱達巴哈", "shabin-dabaga", "as written"),
        ("瑪尼图", "manitu-karun", "variant character (尼/呢)"),
        ("塔尔巴哈臺", "tarbagatai-tacheng", "traditional → simplified"),
        ("索尔大坝", "sur", "«大坝» for «山»"),
        ("Sha1bin1 da2ba1ha1", "shabin-dabaga", "Pinyin, tones ignored"),
        ("Kwo-li-cha-t'e", "koldzhat", "but for case, accents and punctuation"),
        ("Ko-li-cha-te", "koldzhat", "Wade-Giles → Pinyin"),
        ("Tschugutschack", "tarbagatai-tacheng", "German spelling of Чугучак"),
        ("Schabin-Dabaga", "shabin-dabaga", "German spelling of Шабин-Дабага"),
        ("Бѣлый Зайсанъ", "", ""),
        ("Чугучакъ", "tarbagatai-tacheng", "as written"),
        ("озеро Зайсанъ", "zaisan", "«озеро» before the name dropped"),
        ("Schwarzer Irtysch", "black-irtysh", "German spelling of"),
        ("Noir Irtych", "black-irtysh", "translated word (noir = "),
        ("Зайсан көл", "zaisan", "ending «көл» dropped"),
        ("Tschuguchak", "tarbagatai-tacheng", "one letter differs"),
        ("Chugcuhak", "tarbagatai-tacheng", "two letters swapped"),
        ("Tarbag", "tarbagatai-range", "the name begins so"),
    ] {
        let hits = names().search(query);
        match hits.first() {
            Some(hit) => assert!(hit.place.id == *place && hit.how.as_str().contains(how), "{query}: {}", found(query)),
            None => assert_eq!(place, "", "{query} finds nothing"),
        }
    }
}

#[test]
fn namesakes_are_listed_the_likeliest_first() {
    let ids = |q: &str| names().search(q).iter().map(|h| h.place.id.to_string()).collect::<Vec<_>>();
    assert_eq!(ids("塔尔巴哈台")[..2], ["tarbagatai-tacheng", "tarbagatai-range"]);
    assert_eq!(ids("Zaisan")[..2], ["zaisan", "zaisan-post"]);
    assert!(ids("Manitu").len() >= 3);
    let said = run(&["side", "塔尔巴哈台"]);
    assert_eq!(said.code, 2, "{}", said.err);
    assert!(said.err.contains("tarbagatai-range") && said.err.contains("tarbagatai-tacheng"), "{}", said.err);
    // A class decides between them, and so does --type.
    assert_eq!(run(&["side", "хребетъ Тарбагатай"]).code, 0);
    let range = run(&["find", "塔尔巴哈台", "--type", "range", "--format", "json"]).json();
    assert_eq!((range[0]["id"].as_str(), range.as_array().map(Vec::len)), (Some("tarbagatai-range"), Some(1)));
    let kobdo = run(&["find", "Zaisan", "--district", "科布多", "--format", "json"]).json();
    assert_eq!(kobdo.as_array().map(Vec::len), Some(1));
    assert_eq!(run(&["find", "Hami", "--district", "beyond"]).code, 0);
    let near = run(&["find", "Zaisan", "--near", "84.9,47.4", "--format", "json"]).json();
    assert_eq!(near[0]["id"], "zaisan-post");
    assert!(near[0]["distance_m"].as_f64().unwrap() < near[1]["distance_m"].as_f64().unwrap());
}

#[test]
fn commands_take_what_a_rule_makes_certain_and_nothing_less() {
    for certain in ["Saissan-See", "Chabindabaga", "沙濱達坂", "Борохуджиръ караулъ", "Ta-erh-pa-ha-tai shan"]
    {
        assert_eq!(run(&["near", certain]).code, 0, "{certain}: {}", found(certain));
    }
    for doubtful in ["Tschuguchak", "Tarbag", "Чугачак", "Samarkand"] {
        let said = run(&["side", doubtful]);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{doubtful}");
        assert!(said.err.contains("hint:"), "{}", said.err);
    }
}

#[test]
fn explain_shows_the_keys() {
    let said = run(&["find", "Tschugutschak", "--explain"]);
    assert!(said.out.contains("чугучак") && said.out.contains("German ear"), "{}", said.out);
    let rows = run(&["find", "Tschugutschak", "--explain", "--format", "json"]).json();
    assert!(rows[0]["query_keys"].is_array() && rows[0]["name_keys"].is_array(), "{rows}");
    assert!(run(&["find", "Samarkand", "--explain"]).out.contains("самарканд"));
}

#[test]
fn any_input_is_safe() {
    let long = "长".repeat(100_000);
    let odd = [
        "",
        " ",
        "😀",
        "😀😀😀 Zaisan",
        "\u{301}\u{301}\u{301}",
        "Z\u{335}\u{336}a\u{489}isan",
        "شىخۇ",
        "\u{202E}nasiaZ",
        "\0\u{1}\u{7F}\r\n",
        "....",
        "'’`",
        "()",
        "((((((((((",
        "+",
        "black+lake",
        "İıſßŉǰ",
        "\u{FFFF}\u{10FFFF}",
        "1234567890",
        &long,
    ];
    for query in odd {
        let start = Instant::now();
        names().search(query);
        Names::explain(query);
        assert!(start.elapsed() < Duration::from_secs(2), "{} characters", query.chars().count());
    }
    assert!(names().search("").is_empty());
    let short = "a".repeat(100_000);
    let said = run(&["find", &short]);
    assert_eq!(said.code, 1);
    assert!(said.err.len() < 1000);
    assert_eq!(run(&["side", &short]).code, 2);
    // A lone surrogate, as WTF-8 would write it, and other bytes that are no text.
    for bytes in [&b"\xED\xA0\x80"[..], b"\xFF\xFE", b"Zaisan\x80"] {
        for command in ["find", "side"] {
            let said = karun().arg(command).arg(OsStr::from_bytes(bytes)).output().unwrap();
            assert_eq!(said.status.code(), Some(2));
            assert!(String::from_utf8_lossy(&said.stderr).contains("UTF-8"));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Folding twice is folding once.
    #[test]
    fn folding_is_done_once(text in ".*") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    /// The same for texts in the scripts of the gazetteer.
    #[test]
    fn folding_is_done_once_in_every_script(text in "[\\u4E00-\\u9FFF\\u0400-\\u04FF\\u00C0-\\u024F\\u0300-\\u036F\\uF900-\\uFAFF\\uFF00-\\uFFEF ]{0,12}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    /// No text makes the search fail, and no hit is worth less than it may be.
    #[test]
    fn a_search_never_fails(text in "\\PC{0,40}") {
        for hit in names().search(&text) {
            prop_assert!(hit.score >= Names::LEAST && hit.score <= 1.0);
        }
    }

    /// Case, spaces and hyphens are nothing.
    #[test]
    fn case_and_spaces_are_nothing(p in 0..244usize, n in 0..40usize) {
        let places = bundled().places();
        let place = &places[p % places.len()];
        let text = &place.names[n % place.names.len()].text;
        let hits = names().search(&text.to_uppercase().replace([' ', '-'], " - "));
        prop_assert!(hits.iter().any(|h| h.place.id == place.id), "{}", text);
    }
}
