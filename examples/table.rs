//! A whole table at once: points in, the same table out with the side of each.
//!
//! `cargo run --example table`

use karun::export::classify::{Column, Options, classify};
use karun::{Atlas, Index};

const TABLE: &str = "\
name,lon,lat,radius
Almaty,76.91,43.25,
Tacheng,82.98,46.75,3000
Zharkent,80.00,44.17,5000
nowhere,,,
";

fn main() -> karun::Result<()> {
    let atlas = Atlas::bundled();
    let index = Index::new(&atlas, &Default::default())?;
    let options = Options {
        // Radii in metres; an empty cell means an exact point.
        accuracy_m: Some("radius".to_owned()),
        columns: vec![Column::Side, Column::Verdict, Column::Probability, Column::Segment],
        ..Options::default()
    };

    let mut out = Vec::new();
    let report = classify(&index, &options, &mut TABLE.as_bytes(), &mut out)?;

    print!("{}", String::from_utf8_lossy(&out));
    println!("{} rows, {}", report.rows, report.columns);
    for unread in &report.named {
        println!("line {}: {}", unread.line, unread.reason);
    }
    Ok(())
}
