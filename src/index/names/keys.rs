//! The keys of all names, sorted: equal ones and those that begin alike lie together.

use std::ops::Range;

use super::forms::{Form, Via};
use super::generics::Class;

/// A name under a key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Entry {
    /// The name's number.
    pub name: u32,
    pub via: Via,
    /// The class of the term that the key lacks.
    pub dropped: Option<Class>,
    /// The key has its first word by meaning.
    pub meant: bool,
}

/// Sorted keys in one text, and their names.
pub(super) struct Keys {
    text: String,
    /// Where each key begins in `text` and its names in `entries`; one more at the end.
    spans: Vec<(u32, u32)>,
    entries: Vec<Entry>,
}

/// Collects keys.
#[derive(Default)]
pub(super) struct Collect {
    text: String,
    rows: Vec<Row>,
}

struct Row {
    /// The first eight bytes, which nearly always decide the order.
    head: u64,
    start: u32,
    end: u32,
    entry: Entry,
}

impl Collect {
    pub fn add(&mut self, name: u32, form: &Form) {
        let (Ok(start), Ok(end)) = (u32::try_from(self.text.len()), u32::try_from(self.text.len() + form.key.len()))
        else {
            return;
        };
        self.text.push_str(&form.key);
        let entry = Entry {
            name,
            via: form.via,
            dropped: form.dropped.as_ref().map(|d| d.class),
            meant: form.meaning.is_some(),
        };
        let head = form.key.bytes().chain(std::iter::repeat(0)).take(8).fold(0, |h, b| h << 8 | u64::from(b));
        self.rows.push(Row { head, start, end, entry });
    }

    pub fn sort(mut self) -> Keys {
        let text = &self.text;
        let key = |r: &Row| &text[r.start as usize..r.end as usize];
        self.rows.sort_unstable_by(|a, b| {
            a.head.cmp(&b.head).then_with(|| key(a).cmp(key(b))).then_with(|| a.entry.cmp(&b.entry))
        });
        let mut keys = Keys { text: String::new(), spans: Vec::new(), entries: Vec::with_capacity(self.rows.len()) };
        let mut last: Option<&str> = None;
        for row in &self.rows {
            let key = key(row);
            if last != Some(key) {
                keys.spans.push((keys.text.len() as u32, keys.entries.len() as u32));
                keys.text.push_str(key);
                last = Some(key);
            }
            keys.entries.push(row.entry);
        }
        keys.spans.push((keys.text.len() as u32, keys.entries.len() as u32));
        keys.text.shrink_to_fit();
        keys.spans.shrink_to_fit();
        keys
    }
}

impl Keys {
    /// How many different keys.
    pub fn len(&self) -> usize {
        self.spans.len() - 1
    }

    pub fn key(&self, k: usize) -> &str {
        &self.text[self.spans[k].0 as usize..self.spans[k + 1].0 as usize]
    }

    pub fn entries(&self, k: usize) -> &[Entry] {
        &self.entries[self.spans[k].1 as usize..self.spans[k + 1].1 as usize]
    }

    /// The number of a key.
    pub fn find(&self, key: &str) -> Option<usize> {
        let k = self.at_least(key);
        (k < self.len() && self.key(k) == key).then_some(k)
    }

    /// The keys that begin so.
    pub fn beginning(&self, start: &str) -> Range<usize> {
        let from = self.at_least(start);
        let (mut low, mut high) = (from, self.len());
        while low < high {
            let middle = (low + high) / 2;
            if self.key(middle).starts_with(start) { low = middle + 1 } else { high = middle }
        }
        from..low
    }

    fn at_least(&self, key: &str) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = (low + high) / 2;
            if self.key(middle) < key { low = middle + 1 } else { high = middle }
        }
        low
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        self.text.capacity() + self.spans.capacity() * 8 + self.entries.capacity() * size_of::<Entry>()
    }
}
