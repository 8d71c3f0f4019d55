//! FlatGeobuf: one layer, with a spatial index, no list columns, the metadata in the header.
//!
//! The shapes of header, feature and index are those of the crate `flatgeobuf`. Its own writer reads eight kilobytes for
//! each feature when it sorts them and computes a place on the curve at each comparison; this one does neither.

mod encode;

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read as _, Seek as _, SeekFrom, Write as _};

use flatgeobuf::packed_r_tree::{NodeItem, PackedRTree, calc_extent};

use self::encode::Encoder;
use super::failed;
use super::layer::{Feature, Schema};
use crate::error::Result;

/// Features are put in order in windows of so many bytes: what is held of them at once.
const WINDOW: u64 = 64 << 20;

/// Features one by one into a FlatGeobuf. They wait in a temporary file, since the index that stands before them is made
/// when all are known; held are a box and a size of each. A feature without a position has no place in that index and is
/// left out.
pub struct Writer<'o> {
    schema: Schema,
    encoder: Encoder,
    waiting: BufWriter<File>,
    boxes: Vec<NodeItem>,
    sizes: Vec<u32>,
    out: &'o mut dyn io::Write,
}

impl<'o> Writer<'o> {
    /// Begins a layer.
    ///
    /// # Errors
    /// When there is no room for the temporary file.
    pub fn new(schema: &Schema, out: &'o mut dyn io::Write) -> Result<Self> {
        let waiting = BufWriter::with_capacity(1 << 18, tempfile::tempfile().map_err(failed)?);
        let encoder = Encoder::default();
        Ok(Self { schema: schema.clone(), encoder, waiting, boxes: Vec::new(), sizes: Vec::new(), out })
    }
}

impl super::Writer for Writer<'_> {
    fn push(&mut self, feature: &Feature) -> Result<()> {
        let Some((geometry, [west, south, east, north])) = feature.geometry.as_ref().zip(feature.bounds()) else {
            return Ok(());
        };
        let bytes = self.encoder.feature(geometry, &feature.values, &self.schema.kinds);
        self.waiting.write_all(bytes).map_err(failed)?;
        self.sizes.push(bytes.len() as u32);
        self.boxes.push(NodeItem::bounds(west, south, east, north));
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<()> {
        let Self { schema, encoder, waiting, boxes, sizes, mut out } = *self;
        let extent = calc_extent(&boxes);
        let order = order(&boxes, &extent);
        out.write_all(&encoder.header(&schema, boxes.len(), &extent)).map_err(failed)?;
        let mut offset = 0;
        let leaves: Vec<NodeItem> = order
            .iter()
            .map(|&i| {
                let leaf = NodeItem { offset, ..boxes[i as usize].clone() };
                offset += u64::from(sizes[i as usize]);
                leaf
            })
            .collect();
        drop(boxes);
        if !leaves.is_empty() {
            let tree = PackedRTree::build(&leaves, &extent, PackedRTree::DEFAULT_NODE_SIZE).map_err(io::Error::other);
            tree.and_then(|tree| tree.stream_write(&mut out)).map_err(failed)?;
        }
        drop(leaves);
        let waiting = waiting.into_inner().map_err(|why| failed(why.into_error()))?;
        sorted(waiting, &order, &sizes, out).map_err(failed)
    }
}

/// Which feature comes first: along a Hilbert curve through the middles of their boxes, equal ones as they came.
fn order(boxes: &[NodeItem], extent: &NodeItem) -> Vec<u32> {
    let cell = |middle: f64, from: f64, width: f64| {
        // Saturates: a box without width is one cell.
        if width > 0.0 { (((middle - from) / width) * f64::from(u16::MAX)) as u32 } else { 0 }
    };
    let mut keys: Vec<(u32, u32)> = (0..)
        .zip(boxes)
        .map(|(i, b)| {
            let x = cell(f64::midpoint(b.min_x, b.max_x), extent.min_x, extent.width());
            let y = cell(f64::midpoint(b.min_y, b.max_y), extent.min_y, extent.height());
            (hilbert(x, y), i)
        })
        .collect();
    keys.sort_unstable();
    keys.into_iter().map(|(_, i)| i).collect()
}

/// How far along a Hilbert curve of order 16 a cell lies: rotate and reflect quadrant by quadrant (Hamilton 2006, section 2).
fn hilbert(mut x: u32, mut y: u32) -> u32 {
    let mut along = 0;
    for bit in (0..16).rev() {
        let (right, up) = (x >> bit & 1, y >> bit & 1);
        along = along << 2 | (3 * right) ^ up;
        if up == 0 {
            if right == 1 {
                (x, y) = (!x, !y);
            }
            (x, y) = (y, x);
        }
    }
    along
}

/// Copies the features in their new order: window by window, each filled by one reading of the file from its beginning to
/// the last feature that belongs there.
fn sorted(mut waiting: File, order: &[u32], sizes: &[u32], out: &mut dyn io::Write) -> io::Result<()> {
    // Where each feature goes.
    let mut places = vec![0u64; sizes.len()];
    let mut total = 0;
    for &i in order {
        places[i as usize] = total;
        total += u64::from(sizes[i as usize]);
    }
    let mut start = 0;
    let mut rest = order;
    while !rest.is_empty() {
        let mut end = start;
        let mut count = 0;
        while count < rest.len() && (count == 0 || end + u64::from(sizes[rest[count] as usize]) - start <= WINDOW) {
            end += u64::from(sizes[rest[count] as usize]);
            count += 1;
        }
        let mut window = vec![0; (end - start) as usize];
        waiting.seek(SeekFrom::Start(0))?;
        let mut reader = BufReader::with_capacity(1 << 18, &mut waiting);
        for (place, size) in places.iter().zip(sizes) {
            if (start..end).contains(place) {
                let at = (place - start) as usize;
                reader.read_exact(&mut window[at..at + *size as usize])?;
            } else {
                reader.seek_relative(i64::from(*size))?;
            }
        }
        out.write_all(&window)?;
        start = end;
        rest = &rest[count..];
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::hilbert;

    /// Neighbours on the curve are neighbours on the ground, and every cell is met once.
    #[test]
    fn the_curve_goes_step_by_step() {
        let mut cells: Vec<(u32, u32, u32)> =
            (0..32).flat_map(|x| (0..32).map(move |y| (hilbert(x, y), x, y))).collect();
        cells.sort_unstable();
        for pair in cells.windows(2) {
            let ((a, x, y), (b, u, v)) = (pair[0], pair[1]);
            assert_eq!(b, a + 1);
            assert_eq!(x.abs_diff(u) + y.abs_diff(v), 1, "{pair:?}");
        }
    }
}
