//! Keys that differ by a letter or two, by the part that a slip leaves whole.
//!
//! One slip leaves one of two halves as it was, two slips one of three thirds. So each key stands in a table under its
//! halves, and from eight letters on under its thirds; a query looks up its own pieces, and the few keys found are measured.

use super::buckets::{Buckets, hash};
use super::keys::Keys;

/// From so many letters on two slips are forgiven: shorter names are too many at that distance.
const TWO_SLIPS: usize = 8;
/// A key shorter than this has no neighbours worth having.
const ONE_SLIP: usize = 3;
/// Longer keys are sentences.
const LONGEST: usize = 64;
/// So many keys under one piece are measured, no more: a bound on time, which real names don't reach.
const BUCKET: usize = 20_000;

/// Pieces of keys.
pub(super) struct Typos {
    pieces: Buckets,
}

/// A key near the query.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Near {
    pub key: usize,
    pub slips: usize,
}

impl Typos {
    pub fn new(keys: &Keys) -> Self {
        let mut pieces = Vec::with_capacity(keys.len() * 4);
        let mut ends = Vec::new();
        for k in 0..keys.len() {
            let key = keys.key(k);
            if key.contains('+') {
                continue;
            }
            ends.clear();
            ends.extend(key.char_indices().map(|(i, _)| i));
            let letters = ends.len();
            ends.push(key.len());
            for slips in 1..=allowed(letters) {
                for part in 0..=slips {
                    let (from, to) = bounds(letters, slips, part);
                    pieces.push((piece(letters, slips, part, &key[ends[from]..ends[to]]), k as u32));
                }
            }
        }
        Self { pieces: Buckets::new(pieces) }
    }

    /// Keys at one slip or, where there are none and the query is long enough, two; the nearest first.
    pub fn near(&self, keys: &Keys, query: &str) -> Vec<Near> {
        let starts: Vec<usize> = query.char_indices().map(|(i, _)| i).chain([query.len()]).collect();
        let letters = starts.len() - 1;
        let mut out: Vec<Near> = Vec::new();
        for slips in 1..=allowed(letters) {
            let mut found: Vec<u32> = Vec::new();
            for length in letters.saturating_sub(slips)..=letters + slips {
                if slips > allowed(length) {
                    continue;
                }
                for part in 0..=slips {
                    let (from, to) = bounds(length, slips, part);
                    for start in from.saturating_sub(slips)..=from + slips {
                        let end = start + to - from;
                        if end <= letters {
                            let text = &query[starts[start]..starts[end]];
                            found.extend(self.pieces.under(piece(length, slips, part, text), BUCKET));
                        }
                    }
                }
            }
            found.sort_unstable();
            found.dedup();
            let wanted = signature(query);
            for k in found {
                let key = keys.key(k as usize);
                if (signature(key) ^ wanted).count_ones() as usize <= 2 * slips {
                    let apart = strsim::osa_distance(key, query);
                    if (1..=slips).contains(&apart) {
                        out.push(Near { key: k as usize, slips: apart });
                    }
                }
            }
            if slips == 1 {
                out.extend(self.swapped(keys, query, &starts));
            }
            if !out.is_empty() {
                break;
            }
        }
        out
    }

    /// Two letters swapped just where the halves meet leave neither whole.
    fn swapped(&self, keys: &Keys, query: &str, starts: &[usize]) -> Option<Near> {
        let letters = starts.len() - 1;
        let middle = letters / 2;
        if middle == 0 {
            return None;
        }
        let (a, b, c) = (starts[middle - 1], starts[middle], starts[middle + 1]);
        let back = [&query[..a], &query[b..c], &query[a..b], &query[c..]].concat();
        let key = keys.find(&back).filter(|_| back != query)?;
        Some(Near { key, slips: 1 })
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        self.pieces.bytes()
    }
}

/// How many slips are forgiven in so many letters.
fn allowed(letters: usize) -> usize {
    match letters {
        0..ONE_SLIP => 0,
        ONE_SLIP..TWO_SLIPS => 1,
        TWO_SLIPS..=LONGEST => 2,
        _ => 0,
    }
}

/// Where a part of a key lies.
fn bounds(letters: usize, slips: usize, part: usize) -> (usize, usize) {
    (letters * part / (slips + 1), letters * (part + 1) / (slips + 1))
}

/// The hash of what makes a piece comparable.
fn piece(letters: usize, slips: usize, part: usize, text: &str) -> u32 {
    hash([letters as u8, slips as u8, part as u8].into_iter().chain(text.bytes()))
}

/// Which letters a text has, in 64 bits: a slip changes at most two of them.
fn signature(text: &str) -> u64 {
    text.chars().fold(0, |bits, c| bits | 1 << (c as u32 % 64))
}
