//! Which side of the line a place fell on, and what a rival reading makes of it.
//!
//! `cargo run --example side -- 塔城`

use karun::query::{locate, side};
use karun::{Atlas, Index};

fn main() -> karun::Result<()> {
    let words = std::env::args().nth(1).unwrap_or_else(|| "斋桑淖尔".to_owned());

    let atlas = Atlas::bundled();
    let index = Index::new(&atlas, &Default::default())?;
    // An id, any name, or LON,LAT.
    let subject = locate(&atlas, &words)?;
    let answer = side::of(&index, &words, subject, None);

    println!("{}", answer.sentence);
    println!("side {}, {}", answer.side.as_deref().unwrap_or("none"), answer.verdict.as_str());
    for other in &answer.readings {
        println!("under {}: {}", other.id, other.side.as_deref().unwrap_or("none"));
    }
    Ok(())
}
