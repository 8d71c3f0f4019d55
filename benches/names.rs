//! How long a name takes to find: on the bundled gazetteer, and on 500 000 made names in three scripts.
//!
//! `cargo bench --bench names`; `-- quick` makes 50 000 names. Nothing here asserts a time.

#![allow(missing_docs, clippy::unwrap_used, reason = "a program to be read and run, not a library")]

mod support;

use std::time::Instant;

use karun::model::{Certainty, Citation, Name, Place, Role};
use karun::{Atlas, Names, fold};
use support::{Seeded, median_s, medians_s, row};

fn main() {
    let names = if std::env::args().any(|a| a == "quick") { 50_000 } else { 500_000 };
    println!("{:<52} {:>12} {:>12} {:>8}", "", "ours", "scan, OSA", "ratio");
    bundled();
    made(names);
}

/// Every way of asking, over all names of the gazetteer.
fn bundled() {
    let atlas = Atlas::bundled();
    let texts: Vec<&str> = atlas.places().iter().flat_map(|p| &p.names).map(|n| n.text.as_str()).collect();
    let new = median_s(21, || Names::new(&atlas).written(texts[0]).len());
    let build = median_s(21, || Names::new(&atlas).search("zzzz").len());
    let names = Names::new(&atlas);
    println!(
        "bundled: {} names of {} places; {:.2} MB",
        texts.len(),
        atlas.places().len(),
        names.prepare() as f64 / 1e6
    );
    println!("  ready for names as written {:.2} ms, for any {:.2} ms", new * 1e3, build * 1e3);
    let mut random = Seeded(1);
    let slipped: Vec<String> = texts.iter().map(|t| slip(t, &mut random)).collect();
    let folded: Vec<String> = texts.iter().map(|t| fold(t)).collect();
    let strangers = ["Samarkand", "Ташкент", "撒马尔罕", "Timbuktu", "Лхаса", "罗布泊", "Krasnoyarsk", "Хубсугул"];
    for (work, queries) in [
        ("names as written", texts.clone()),
        ("names folded", folded.iter().map(String::as_str).collect()),
        ("names with one slip", slipped.iter().map(String::as_str).collect()),
        ("names that are not there", strangers.to_vec()),
    ] {
        let (ours, scan) = each(&queries, |q| names.search(q).len(), |q| scan(&folded, q).len());
        row(&format!("  {work}, median of {}", queries.len()), &us(ours), &us(scan), scan / ours, "0.1 ms");
    }
}

/// Made names: a slip in each query, and whether the name is among the first ten.
fn made(count: usize) {
    let mut random = Seeded(2026);
    let places = gazetteer(count, &mut random);
    let before = resident();
    let start = Instant::now();
    let names = Names::of(&places);
    let bytes = names.prepare();
    let built = start.elapsed().as_secs_f64();
    println!("made: {count} names in Latin, Cyrillic and Han; built in {built:.1} s");
    println!("  lists {:.0} MB, the process grew by {:.0} MB", bytes as f64 / 1e6, (resident() - before) / 1e6);
    let text = |i: usize| places[i].names[0].text.as_str();
    let folded: Vec<String> = (0..count).map(|i| fold(text(i))).collect();
    for (script, third, least) in [("Latin", 0, 7), ("Cyrillic", 1, 7), ("Han", 2, 4)] {
        let any = 0..usize::MAX;
        for (lengths, which) in [
            (any, "of any length".to_owned()),
            (least..usize::MAX, format!("of {least} letters and more")),
            (0..least, "shorter".to_owned()),
        ] {
            let long = lengths.start == least;
            let fits = |i: usize| lengths.contains(&text(i).chars().count());
            let drawn: Vec<usize> = (0..4_000).map(|_| random.below(count / 3) * 3 + third).collect();
            let picked: Vec<usize> = drawn.into_iter().filter(|&i| fits(i)).take(400).collect();
            let queries: Vec<String> = picked.iter().map(|&i| slip(text(i), &mut random)).collect();
            let found = |limit: usize| {
                let hit =
                    |(i, q): (&usize, &String)| names.search(q).iter().take(limit).any(|h| h.place.id == places[*i].id);
                picked.iter().zip(&queries).filter(|pair| hit(*pair)).count() as f64 / picked.len() as f64
            };
            let mut times: Vec<f64> = queries.iter().map(|q| median_s(3, || names.search(q).len())).collect();
            times.sort_by(f64::total_cmp);
            let (median, p95) = (times[times.len() / 2], times[times.len() * 95 / 100]);
            println!(
                "  {script} {which}, one slip: recall@10 {:.3}, @1 {:.3} of {}",
                found(10),
                found(1),
                picked.len()
            );
            println!("    median {}, 95 % within {}", us(median), us(p95));
            if long {
                let few: Vec<&str> = queries.iter().take(20).map(String::as_str).collect();
                let (ours, peer) = each(&few, |q| names.search(q).len(), |q| scan(&folded, q).len());
                row("    median of 20 of them", &us(ours), &us(peer), peer / ours, "5 ms");
            }
        }
    }
}

/// Medians over queries, ours and the peer's in turn.
fn each(queries: &[&str], ours: impl Fn(&str) -> usize, peer: impl Fn(&str) -> usize) -> (f64, f64) {
    let step = queries.len().div_ceil(60);
    let mut pairs: (Vec<f64>, Vec<f64>) = Default::default();
    for q in queries.iter().step_by(step) {
        let (a, b) = medians_s(3, || ours(q), || peer(q));
        pairs.0.push(a);
        pairs.1.push(b);
    }
    pairs.0.sort_by(f64::total_cmp);
    pairs.1.sort_by(f64::total_cmp);
    (pairs.0[pairs.0.len() / 2], pairs.1[pairs.1.len() / 2])
}

/// The peer: every folded name measured against the folded query, those at one slip kept.
fn scan(folded: &[String], query: &str) -> Vec<usize> {
    let query = fold(query);
    (0..folded.len())
        .filter(|&i| folded[i].len().abs_diff(query.len()) <= 4 && strsim::osa_distance(&folded[i], &query) <= 1)
        .collect()
}

/// One letter wrong, lost, doubled or swapped with the next, not the first.
fn slip(text: &str, random: &mut Seeded) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let alphabetic: Vec<usize> = (1..letters.len()).filter(|&i| letters[i].is_alphabetic()).collect();
    let Some(&at) = alphabetic.get(random.below(alphabetic.len().max(1))) else { return text.to_owned() };
    match random.below(4) {
        0 => letters[at] = letters[alphabetic[random.below(alphabetic.len())]],
        1 => drop(letters.remove(at)),
        2 => letters.insert(at, letters[at]),
        _ if at + 1 < letters.len() => letters.swap(at, at + 1),
        _ => letters.swap(at - 1, at),
    }
    letters.into_iter().collect()
}

/// Places with one name each: by turns Latin, Cyrillic and Han, of two to five syllables as this country has them.
fn gazetteer(count: usize, random: &mut Seeded) -> Vec<Place> {
    let latin = |random: &mut Seeded| {
        syllables(
            random,
            &["b", "t", "k", "kh", "ch", "sh", "s", "z", "m", "n", "l", "r", "d", "g", "j", "p", ""],
            &["a", "e", "i", "o", "u", "ai", "y"],
            &["", "", "n", "r", "l", "k", "s", "t"],
        )
    };
    let cyrillic = |random: &mut Seeded| {
        syllables(
            random,
            &["б", "т", "к", "х", "ч", "ш", "с", "з", "м", "н", "л", "р", "д", "г", "дж", "п", ""],
            &["а", "е", "и", "о", "у", "ай", "ы"],
            &["", "", "н", "р", "л", "к", "с", "т"],
        )
    };
    // One in ten of the common block: as many different characters as place names have.
    let characters: Vec<char> = ('\u{4E00}'..'\u{9FA5}').step_by(10).collect();
    let han = |random: &mut Seeded| {
        (0..3 + random.below(4)).map(|_| characters[random.below(characters.len())]).collect::<String>()
    };
    (0..count)
        .map(|i| {
            let (text, lang) = match i % 3 {
                0 => (latin(random), "en"),
                1 => (cyrillic(random), "ru"),
                _ => (han(random), "zh-Hans"),
            };
            let citation = Citation { source: "made".into(), locator: None };
            let name =
                Name { text, lang: lang.to_owned(), role: Role::Preferred, citation, certainty: Certainty::Certain };
            Place {
                id: format!("p{i}").as_str().into(),
                district: "made".into(),
                kind: "locality".into(),
                summary: String::new(),
                note: None,
                names: vec![name],
                locations: Vec::new(),
                matches: Vec::new(),
            }
        })
        .collect()
}

fn syllables(random: &mut Seeded, heads: &[&str], vowels: &[&str], tails: &[&str]) -> String {
    let count = 2 + random.below(4);
    let text: String = (0..count)
        .flat_map(|_| {
            [heads[random.below(heads.len())], vowels[random.below(vowels.len())], tails[random.below(tails.len())]]
        })
        .collect();
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Bytes of memory that the process holds, where the system says so.
fn resident() -> f64 {
    let pages = std::fs::read_to_string("/proc/self/statm").ok();
    pages.and_then(|s| s.split(' ').nth(1)?.parse::<f64>().ok()).map_or(f64::NAN, |p| p * 4096.0)
}

fn us(seconds: f64) -> String {
    if seconds < 1e-3 { format!("{:.1} µs", seconds * 1e6) } else { format!("{:.2} ms", seconds * 1e3) }
}
