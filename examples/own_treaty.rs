//! A data folder of one's own: the line leg by leg, as drawn and under its rival reading.
//!
//! `cargo run --example own_treaty`

use karun::query::trace::trace;
use karun::{Atlas, Choice, Index};

fn main() -> karun::Result<()> {
    // Every broken rule of the format comes back at once, in `Error::Data`.
    let atlas = Atlas::open(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/own-treaty"))?;

    for readings in [vec![], vec!["southern-crest".into()]] {
        let index = Index::new(&atlas, &Choice { treaty: None, readings, ..Choice::default() })?;
        println!("{}", index.drawn_by().title());
        for leg in trace(&index, None) {
            println!(
                "  km {:>5.1}  {} to {}, {:.1} km, {}, ±{} m",
                leg.from_km,
                atlas.place_name(leg.from),
                atlas.place_name(leg.to),
                leg.length_km,
                leg.follows.clause(),
                leg.accuracy_m
            );
        }
    }
    Ok(())
}
