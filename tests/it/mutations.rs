//! Whatever somebody does to a data folder, `check` says something and does not panic.

use std::fs;
use std::path::{Path, PathBuf};

use karun::query::check::check;
use proptest::prelude::*;

use crate::support::{root, scratch};

const FILES: [&str; 8] = [
    "gazetteer/types.toml",
    "gazetteer/sources.toml",
    "gazetteer/north.toml",
    "boundaries/sample-1900/treaty.toml",
    "boundaries/sample-1900/line.geojson",
    "boundaries/sample-1900/assertions.toml",
    "boundaries/sample-marks-1901/treaty.toml",
    "boundaries/sample-1900/line.geojson",
];

fn copy() -> PathBuf {
    let dir = scratch("mutations");
    for file in FILES {
        let to = dir.join(file);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(root().join("examples/own-treaty").join(file), to).unwrap();
    }
    dir
}

/// Cuts out some bytes, or puts something in their place.
fn mutate(path: &Path, at: usize, length: usize, with: &str) -> Vec<u8> {
    let before = fs::read(path).unwrap();
    let at = at % before.len();
    let end = (at + length).min(before.len());
    let after = [&before[..at], with.as_bytes(), &before[end..]].concat();
    fs::write(path, after).unwrap();
    before
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_change_makes_it_panic(
        file in 0..FILES.len(),
        at in any::<usize>(),
        length in 0..40usize,
        with in prop_oneof![
            Just(""), Just("\""), Just("]"), Just("[["), Just("\n"), Just("-"), Just("9"), Just("1e400"), Just("nan"),
            Just("10.5, 50.1"), Just("[10, 50],"), Just("north-midpoint"), Just("midpoint"), Just("ä\u{0}"), Just("null"),
        ],
    ) {
        static DIR: std::sync::OnceLock<PathBuf> = std::sync::OnceLock::new();
        let dir = DIR.get_or_init(copy);
        let path = dir.join(FILES[file]);
        let before = mutate(&path, at, length, with);
        let report = check(Some(dir));
        fs::write(&path, before).unwrap();
        for problem in report.unwrap().problems {
            prop_assert!(problem.line >= 1 && problem.column >= 1 && !problem.message.is_empty());
            prop_assert!(!problem.to_string().contains('\n'));
        }
    }
}
