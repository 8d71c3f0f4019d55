//! A GeoPackage's spatial index, packed at once: sorted boxes become full nodes, written into the tables behind SQLite's
//! R*Tree (<https://sqlite.org/rtree.html>, "Shadow Tables"). Ten times faster than to insert the boxes one by one.

use rusqlite::{Connection, params};

use geopackage_core::ident::quote;

/// Cells in a node, as SQLite has them with two dimensions and pages of 4096 bytes.
const CELLS: usize = 51;
/// Bytes of a node: its depth, its number of cells, then 24 bytes a cell.
const NODE: usize = 4 + CELLS * 24;

/// A box with what it stands for: a row, or a node below.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    id: i64,
    /// West, east, south, north; single precision, rounded outwards.
    edges: [f32; 4],
}

impl Entry {
    /// The box of a row: west, east, south, north, in degrees.
    pub fn new(id: i64, [west, east, south, north]: [f64; 4]) -> Self {
        Self { id, edges: [down(west), up(east), down(south), up(north)] }
    }

    fn around(id: i64, entries: &[Self]) -> Self {
        let grow = |a: [f32; 4], b: [f32; 4]| [a[0].min(b[0]), a[1].max(b[1]), a[2].min(b[2]), a[3].max(b[3])];
        let none = [f32::INFINITY, f32::NEG_INFINITY, f32::INFINITY, f32::NEG_INFINITY];
        Self { id, edges: entries.iter().map(|e| e.edges).fold(none, grow) }
    }
}

fn down(x: f64) -> f32 {
    let near = x as f32;
    if f64::from(near) > x { near.next_down() } else { near }
}

fn up(x: f64) -> f32 {
    let near = x as f32;
    if f64::from(near) < x { near.next_up() } else { near }
}

/// Fills an R-tree that has just been made; the ids are those of the rows, rising from 1.
pub(super) fn fill(db: &Connection, index: &str, mut entries: Vec<Entry>) -> rusqlite::Result<()> {
    if entries.is_empty() {
        return Ok(());
    }
    let table = |what: &str| {
        quote(&format!("{index}_{what}")).map_err(|why| rusqlite::Error::ToSqlConversionFailure(Box::new(why)))
    };
    let mut put_node = db.prepare(&format!("INSERT OR REPLACE INTO {} VALUES (?, ?)", table("node")?))?;
    let mut put_parent = db.prepare(&format!("INSERT INTO {} VALUES (?, ?)", table("parent")?))?;
    let mut put_row = db.prepare(&format!("INSERT INTO {} VALUES (?, ?)", table("rowid")?))?;

    tile(&mut entries);
    let mut rows: Vec<(i64, i64)> = Vec::with_capacity(entries.len());
    let (mut next, mut depth) = (2, 0u16);
    loop {
        let root = entries.len() <= CELLS;
        let mut above = Vec::with_capacity(entries.len().div_ceil(CELLS));
        for cells in entries.chunks(CELLS) {
            // The root is node 1; only it says how deep the tree is.
            let number = if root { 1 } else { next };
            put_node.execute(params![number, node(if root { depth } else { 0 }, cells)])?;
            for cell in cells {
                if depth == 0 {
                    rows.push((cell.id, number));
                } else {
                    put_parent.execute((cell.id, number))?;
                }
            }
            above.push(Entry::around(number, cells));
            next += 1;
        }
        if root {
            break;
        }
        entries = above;
        depth += 1;
    }
    // In the order of the table, so that every row goes to its end.
    rows.sort_unstable();
    for row in rows {
        put_row.execute(row)?;
    }
    Ok(())
}

/// Sort-tile-recursive order (Leutenegger, Lopez and Edgington 1997): slices by longitude, each by latitude.
fn tile(entries: &mut [Entry]) {
    let middle = |e: &Entry, axis: usize| f64::from(e.edges[axis]) + f64::from(e.edges[axis + 1]);
    let by =
        |axis: usize| move |a: &Entry, b: &Entry| middle(a, axis).total_cmp(&middle(b, axis)).then(a.id.cmp(&b.id));
    entries.sort_unstable_by(by(0));
    let slices = (entries.len().div_ceil(CELLS) as f64).sqrt().ceil() as usize;
    let slice = entries.len().div_ceil(slices * CELLS) * CELLS;
    entries.chunks_mut(slice).for_each(|s| s.sort_unstable_by(by(2)));
}

fn node(depth: u16, cells: &[Entry]) -> Vec<u8> {
    let mut out = Vec::with_capacity(NODE);
    out.extend(depth.to_be_bytes());
    out.extend((cells.len() as u16).to_be_bytes());
    for cell in cells {
        out.extend(cell.id.to_be_bytes());
        cell.edges.iter().for_each(|e| out.extend(e.to_be_bytes()));
    }
    out.resize(NODE, 0);
    out
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::{Entry, fill};

    /// SQLite's own check of the tree, and every row found by a box around it, for trees of one to four levels.
    #[test]
    fn sqlite_finds_every_row() -> rusqlite::Result<()> {
        for count in [1, 51, 52, 2_700, 140_000] {
            let db = Connection::open_in_memory()?;
            db.execute_batch("CREATE VIRTUAL TABLE t USING rtree(id, minx, maxx, miny, maxy)")?;
            let spot =
                |i: i64| (70.0 + (i * 7919 % 10_007) as f64 * 0.002_7, 40.0 + (i * 104_729 % 9_973) as f64 * 0.001_3);
            let entry = |i: i64| Entry::new(i, [spot(i).0, spot(i).0, spot(i).1, spot(i).1]);
            fill(&db, "t", (1..=count).map(entry).collect())?;
            let said: String = db.query_row("SELECT rtreecheck('t')", [], |r| r.get(0))?;
            assert_eq!(said, "ok", "{count}");
            let mut find = db.prepare(
                "SELECT count(*) FROM t WHERE id = ?1 AND minx <= ?2 AND maxx >= ?2 AND miny <= ?3 AND maxy >= ?3",
            )?;
            for i in (1..=count).step_by(97) {
                let found: i64 = find.query_row((i, spot(i).0, spot(i).1), |r| r.get(0))?;
                assert_eq!(found, 1, "row {i} of {count}");
            }
            let all: i64 = db.query_row("SELECT count(*) FROM t WHERE minx > -1000", [], |r| r.get(0))?;
            assert_eq!(all, count);
        }
        Ok(())
    }
}
