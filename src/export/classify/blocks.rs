//! A table cut into blocks of whole records, and the records of a block.

use std::io::{self, BufRead, Read as _};

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// Bytes of a block: large enough that threads do not wait for each other, small enough to stay in a core's cache.
const BLOCK: usize = 1 << 18;

/// Some whole records.
#[derive(Debug)]
pub(super) struct Block {
    pub bytes: Vec<u8>,
    /// The line, from 1, on which it begins.
    pub line: u64,
}

/// Cuts an input into blocks.
pub(super) struct Blocks<'a> {
    input: &'a mut (dyn BufRead + Send),
    delimiter: u8,
    /// What was read after the last whole record.
    rest: Vec<u8>,
    line: u64,
}

impl<'a> Blocks<'a> {
    pub fn new(input: &'a mut (dyn BufRead + Send), delimiter: u8) -> Self {
        Self { input, delimiter, rest: Vec::new(), line: 1 }
    }

    /// The next block; a record longer than a block makes it longer.
    pub fn next(&mut self) -> io::Result<Option<Block>> {
        let mut bytes = std::mem::take(&mut self.rest);
        let mut wanted = BLOCK;
        loop {
            let ended = fill(self.input, &mut bytes, wanted)?;
            let whole = if ended { bytes.len() } else { whole(&bytes, self.delimiter) };
            if whole > 0 {
                self.rest = bytes.split_off(whole);
                let line = self.line;
                self.line += memchr::memchr_iter(b'\n', &bytes).count() as u64;
                return Ok(Some(Block { bytes, line }));
            }
            if ended {
                return Ok(None);
            }
            wanted *= 2;
        }
    }
}

/// Reads until there are so many bytes; true at the end of the input.
fn fill(input: &mut dyn BufRead, bytes: &mut Vec<u8>, wanted: usize) -> io::Result<bool> {
    let lacking = wanted.saturating_sub(bytes.len());
    Ok(input.take(lacking as u64).read_to_end(bytes)? < lacking)
}

/// How many bytes at the beginning are whole records.
fn whole(bytes: &[u8], delimiter: u8) -> usize {
    if is_plain(bytes) {
        return memchr::memrchr(b'\n', bytes).map_or(0, |at| at + 1);
    }
    let mut last = 0;
    let mut records = Quoted::new(delimiter);
    // The record that the end of the bytes cuts off is not counted.
    while let Some((_, end)) = records.next(&bytes[last..], false) {
        last += end;
    }
    last
}

/// True without quotes and without carriage returns that stand alone: then a line feed ends a record.
fn is_plain(bytes: &[u8]) -> bool {
    memchr::memchr(b'"', bytes).is_none()
        && memchr::memchr_iter(b'\r', bytes).all(|at| bytes.get(at + 1).is_none_or(|b| *b == b'\n'))
}

/// A record as it stands, and its fields without their quotes.
pub(super) struct Record<'a> {
    /// The line on which it begins.
    pub line: u64,
    /// As it stands, without what ends it.
    pub raw: &'a [u8],
    text: &'a [u8],
    ends: &'a [usize],
    /// Bytes between two fields of `text`.
    gap: usize,
}

impl<'a> Record<'a> {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn field(&self, i: usize) -> Option<&'a [u8]> {
        let end = *self.ends.get(i)?;
        let start = if i == 0 { 0 } else { self.ends[i - 1] + self.gap };
        Some(&self.text[start..end])
    }
}

/// Hands over each record of a block; empty lines are none. True goes on.
pub(super) fn records(block: &Block, delimiter: u8, mut each: impl FnMut(&Record<'_>) -> bool) {
    let bytes = &block.bytes[..];
    if is_plain(bytes) {
        let mut ends = Vec::new();
        let mut start = 0;
        for (n, line) in (block.line..).zip(memchr::memchr_iter(b'\n', bytes).chain([bytes.len()])) {
            let raw = &bytes[start..line.min(bytes.len())];
            let raw = raw.strip_suffix(b"\r").unwrap_or(raw);
            start = line + 1;
            if raw.is_empty() {
                continue;
            }
            ends.clear();
            ends.extend(memchr::memchr_iter(delimiter, raw).chain([raw.len()]));
            if !each(&Record { line: n, raw, text: raw, ends: &ends, gap: 1 }) {
                return;
            }
        }
        return;
    }
    let mut reader = Quoted::new(delimiter);
    let (mut at, mut line) = (0, block.line);
    while let Some((fields, end)) = reader.next(&bytes[at..], true) {
        let taken = &bytes[at..at + end];
        let blank = taken.iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        let raw = &taken[blank..];
        let ending = raw.iter().rev().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        let first = line + memchr::memchr_iter(b'\n', &taken[..blank]).count() as u64;
        line += memchr::memchr_iter(b'\n', taken).count() as u64;
        at += end;
        let record = Record {
            line: first,
            raw: &raw[..raw.len() - ending],
            text: &reader.text,
            ends: &reader.ends[..fields],
            gap: 0,
        };
        if !each(&record) {
            return;
        }
    }
}

/// Records by the full rules of quoting.
struct Quoted {
    reader: Reader,
    text: Vec<u8>,
    ends: Vec<usize>,
}

impl Quoted {
    fn new(delimiter: u8) -> Self {
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        Self { reader, text: vec![0; 1024], ends: vec![0; 64] }
    }

    /// The number of fields of the first record and where it ends; with `last`, the end of the bytes ends a record.
    fn next(&mut self, bytes: &[u8], last: bool) -> Option<(usize, usize)> {
        self.reader.reset();
        let (mut read, mut written, mut fields) = (0, 0, 0);
        loop {
            let rest = &bytes[read..];
            if rest.is_empty() && !last {
                return None;
            }
            let (said, nin, nout, nend) =
                self.reader.read_record(rest, &mut self.text[written..], &mut self.ends[fields..]);
            (read, written, fields) = (read + nin, written + nout, fields + nend);
            match said {
                ReadRecordResult::Record => {
                    // A carriage return and its line feed end one record together.
                    let feed = bytes[..read].ends_with(b"\r") && bytes[read..].starts_with(b"\n");
                    return Some((fields, read + usize::from(feed)));
                }
                ReadRecordResult::End => return None,
                ReadRecordResult::OutputFull => self.text.resize(2 * self.text.len(), 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(2 * self.ends.len(), 0),
                ReadRecordResult::InputEmpty => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Blocks, records};

    proptest! {
        /// Whatever the bytes, the fields are those that the crate csv reads, however the input is cut.
        #[test]
        fn fields_are_those_of_csv(text in "[ab,\"\r\n é]{0,200}", chunk in 1usize..50) {
            let mut wanted = Vec::new();
            let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
            let mut row = csv::ByteRecord::new();
            while reader.read_byte_record(&mut row).is_ok_and(|more| more) {
                wanted.push(row.iter().map(<[u8]>::to_vec).collect::<Vec<_>>());
            }
            let mut input = std::io::BufReader::with_capacity(chunk, text.as_bytes());
            let mut found: Vec<Vec<Vec<u8>>> = Vec::new();
            let mut blocks = Blocks::new(&mut input, b',');
            while let Some(block) = blocks.next().expect("memory reads") {
                records(&block, b',', |record| {
                    found.push((0..record.len()).map(|i| record.field(i).unwrap_or_default().to_vec()).collect());
                    true
                });
            }
            prop_assert_eq!(found, wanted);
        }
    }
}
