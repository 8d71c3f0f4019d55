//! One million classified points written in each format, beside pyogrio on the same machine in the same run.
//!
//! The peer is `benches/peers/write.py`; `KARUN_PYTHON` names a Python that has pyogrio and geopandas. Without it only our
//! own figures are shown.

mod support;

use std::io::{BufWriter, Write as _};
use std::process::Command;
use std::time::Instant;

use karun::Position;
use karun::export::Format;
use karun::export::layer::{Feature, Geometry, Kind, Schema, Shape, Value};
use support::{Seeded, row};

const POINTS: usize = 1_000_000;
const RUNS: usize = 3;

fn main() -> Result<(), karun::Error> {
    let schema = Schema {
        name: "points".into(),
        title: "Classified points".into(),
        shape: Shape::Point,
        columns: ["point_id", "side", "verdict", "distance_m", "segment"].map(String::from).into(),
        kinds: vec![Kind::Text, Kind::Text, Kind::Text, Kind::Number, Kind::Text],
        license: None,
        credits: vec![],
    };
    let features = features();
    let peer = peer();
    println!("{POINTS} points with five columns, {RUNS} runs, medians; rows per second");
    println!("{:<52} {:>12} {:>12} {:>10}   bar", "", "karun", "pyogrio", "ratio");
    let folder = std::env::temp_dir();
    for (format, bar) in [
        (Format::GeoJson, ">= 4"),
        (Format::GeoJsonSeq, ""),
        (Format::FlatGeobuf, ">= 2"),
        (Format::GeoPackage, ">= 1.3"),
    ] {
        let path = folder.join(format!("karun-bench.{}", format.ending()));
        let mut times = Vec::new();
        for _ in 0..RUNS {
            let start = Instant::now();
            let file = std::fs::File::create(&path).expect("a temporary file");
            let mut out = BufWriter::new(file);
            let mut writer = format.writer(&schema, &mut out)?.expect("a format of features");
            for feature in &features {
                writer.push(feature)?;
            }
            writer.finish()?;
            out.flush().expect("room for the file");
            times.push(start.elapsed().as_secs_f64());
        }
        times.sort_by(f64::total_cmp);
        let ours = POINTS as f64 / times[RUNS / 2];
        let theirs = peer.iter().find(|(name, _)| name == format.name()).map(|(_, seconds)| POINTS as f64 / seconds);
        let show = |n: f64| format!("{:.0} k", n / 1000.0);
        row(format.name(), &show(ours), &theirs.map_or("-".into(), show), theirs.map_or(f64::NAN, |t| ours / t), bar);
        std::fs::remove_file(&path).ok();
    }
    Ok(())
}

fn features() -> Vec<Feature> {
    let mut random = Seeded(1864);
    let text = |text: &str| Value::Text(text.to_owned());
    (0..POINTS)
        .map(|i| {
            let spot = Position::new(random.within(68.0, 98.0), random.within(38.0, 54.0)).expect("on the globe");
            let side = if random.unit() < 0.5 { "china" } else { "russia" };
            let metres = (random.within(0.0, 1e7)).round() / 10.0;
            let values = vec![
                text(&format!("p{i:07}")),
                text(side),
                text("certain"),
                Value::Number(metres),
                text("kobdo-burkhat"),
            ];
            Feature { geometry: Some(Geometry::Point(spot)), values }
        })
        .collect()
}

/// Format and seconds, as the peer prints them.
fn peer() -> Vec<(String, f64)> {
    let Ok(python) = std::env::var("KARUN_PYTHON") else { return Vec::new() };
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/peers/write.py");
    let said =
        Command::new(python).args([script, &POINTS.to_string(), &RUNS.to_string()]).output().expect("the peer runs");
    eprint!("{}", String::from_utf8_lossy(&said.stderr));
    let lines = String::from_utf8_lossy(&said.stdout).into_owned();
    lines.lines().filter_map(|l| l.split_once(' ').map(|(n, s)| (n.to_owned(), s.parse().expect("seconds")))).collect()
}
