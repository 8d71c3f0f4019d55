//! What the benchmarks share: medians of one run, side by side, and their ratio. Nothing here asserts a time.

#![allow(dead_code, reason = "each benchmark takes what it needs")]

pub mod lines;

use std::hint::black_box;
use std::time::Instant;

/// Seconds of one call: the median of `runs`, after one that is not counted.
pub fn median_s<T>(runs: usize, mut work: impl FnMut() -> T) -> f64 {
    black_box(work());
    let mut times: Vec<f64> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            black_box(work());
            start.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Medians of two ways to do the same work, run in turn so that both meet the same machine.
pub fn medians_s<A, B>(runs: usize, mut ours: impl FnMut() -> A, mut peer: impl FnMut() -> B) -> (f64, f64) {
    black_box(ours());
    black_box(peer());
    let (mut a, mut b) = (Vec::new(), Vec::new());
    for _ in 0..runs {
        let start = Instant::now();
        black_box(ours());
        a.push(start.elapsed().as_secs_f64());
        let start = Instant::now();
        black_box(peer());
        b.push(start.elapsed().as_secs_f64());
    }
    a.sort_by(f64::total_cmp);
    b.sort_by(f64::total_cmp);
    (a[runs / 2], b[runs / 2])
}

/// One line of the report: what was done, ours, the peer's, how many times faster, the bar.
pub fn row(work: &str, ours: &str, peer: &str, ratio: f64, bar: &str) {
    println!("{work:<52} {ours:>12} {peer:>12} {ratio:>8.2} x   {bar}");
}

/// Numbers that look random and are the same in every run (SplitMix64, Steele et al. 2014).
pub struct Seeded(pub u64);

impl Seeded {
    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Uniform in [0, 1).
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Uniform in [low, high).
    pub fn within(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// One of `n`, from 0.
    pub fn below(&mut self, n: usize) -> usize {
        (self.unit() * n as f64) as usize
    }
}
