//! Whole tables through the command, beside a script of PyArrow and Shapely in the same run, both as processes.
//!
//! The peer is `benches/peers/classify.py`; `KARUN_PYTHON` names a Python that has pyarrow, numpy and shapely.
//! `KARUN_ROWS` makes the tables shorter than ten million rows.

mod support;

use std::fs;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use support::{Seeded, row};

const RUNS: usize = 3;

fn main() {
    let rows: usize = std::env::var("KARUN_ROWS").ok().and_then(|n| n.parse().ok()).unwrap_or(10_000_000);
    let folder = std::env::temp_dir().join("karun-classify");
    fs::create_dir_all(&folder).expect("a temporary folder");
    let layers = folder.join("layers");
    karun()
        .args(["export", "--format", "geojson", "--force", "-o"])
        .arg(&layers)
        .stderr(Stdio::null())
        .status()
        .expect("karun runs");
    let python = std::env::var("KARUN_PYTHON").ok();
    println!("medians of {RUNS} runs, seconds of a whole process");
    println!("{:<52} {:>12} {:>12} {:>10}   bar", "", "karun", "peer", "ratio");
    for (work, count, columns, distance, bar) in [
        ("side and verdict", rows, "side,verdict", false, ">= 4, and <= 64 MiB"),
        ("side, verdict and distance", rows / 10, "side,verdict,distance_m", true, ">= 4"),
    ] {
        let table = folder.join(format!("{count}.csv"));
        write(&table, count);
        let out = folder.join("out.csv");
        let (mut ours, mut theirs, mut peak) = (Vec::new(), Vec::new(), 0);
        for _ in 0..RUNS {
            let mut command = karun();
            command.arg("classify").arg(&table).arg("-o").arg(&out).args(["--force", "--columns", columns]);
            let (seconds, kib) = timed(&mut command);
            ours.push(seconds);
            peak = peak.max(kib);
            if let Some(python) = &python {
                let mut command = Command::new(python);
                command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/benches/peers/classify.py"));
                command.arg(&table).arg(&layers).arg(&out).args(distance.then_some("--distance"));
                theirs.push(timed(&mut command).0);
            }
        }
        let median = |times: &mut Vec<f64>| {
            times.sort_by(f64::total_cmp);
            times.get(times.len() / 2).copied()
        };
        let (ours, theirs) = (median(&mut ours).expect("runs"), median(&mut theirs));
        let name = format!("{count} rows, {work}, {} MiB", peak / 1024);
        let show = theirs.map_or("-".to_owned(), |t| format!("{t:.2} s"));
        row(&name, &format!("{ours:.2} s"), &show, theirs.map_or(f64::NAN, |t| t / ours), bar);
    }
    fs::remove_dir_all(&folder).ok();
}

fn karun() -> Command {
    Command::new(env!("CARGO_BIN_EXE_karun"))
}

/// Seconds of a process, and the largest memory that was seen of it, in KiB.
fn timed(command: &mut Command) -> (f64, u64) {
    let start = Instant::now();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the command starts");
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    loop {
        let said = fs::read_to_string(&status).unwrap_or_default();
        let line = said.lines().find_map(|l| l.strip_prefix("VmHWM:"));
        peak = line.and_then(|l| l.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(peak).max(peak);
        if let Some(ended) = child.try_wait().expect("the command ends") {
            assert!(ended.success(), "{command:?}");
            return (start.elapsed().as_secs_f64(), peak);
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Points spread evenly over the country that the line of 1864 divides, and a little beyond.
fn write(path: &Path, count: usize) {
    let mut random = Seeded(1864);
    let mut out = BufWriter::new(fs::File::create(path).expect("room for a table"));
    writeln!(out, "id,lon,lat").expect("room for a table");
    for i in 0..count {
        writeln!(out, "{i},{:.6},{:.6}", random.within(72.0, 96.0), random.within(39.5, 53.0))
            .expect("room for a table");
    }
}
