//! Tables divided by commas, semicolons or tabs: read in blocks of rows, answered on all cores, written in order.

use std::io::{BufRead, Write};

use super::blocks::{Block, Blocks, Record, records};
use super::columns::{Kinds, Spot, accuracy, guess_delimiter, value};
use super::ordered::ordered;
use super::{Answers, BYTE_ORDER_MARK, Done, Options, Report, Unread, appended, begin, radius, reading};
use crate::error::{Error, Result};
use crate::export::layer::{Feature, Kind, Schema};
use crate::export::{Writer, failed};
use crate::index::Index;
use crate::model::Position;

/// The rows of a table whose header has been read.
struct Rows<'a> {
    blocks: Blocks<'a>,
    /// Those that came with the header.
    first: Block,
}

/// How its rows are to be read.
struct Layout {
    /// The first row as it stands, with the byte order mark before it.
    header: Vec<u8>,
    delimiter: u8,
    /// What ends a row.
    ending: &'static [u8],
    names: Vec<String>,
    spot: Spot,
    accuracy: Option<usize>,
}

/// Reads a table's header.
fn open<'a>(
    options: &Options,
    delimiter: Option<u8>,
    input: &'a mut (dyn BufRead + Send),
) -> Result<(Layout, Rows<'a>)> {
    // Kept, since whoever wrote it may need it.
    let mut header = if begin("table", input)? { BYTE_ORDER_MARK.to_vec() } else { Vec::new() };
    let head = input.fill_buf().map_err(reading)?;
    let delimiter = delimiter.unwrap_or_else(|| guess_delimiter(head));
    let mut blocks = Blocks::new(input, delimiter);
    let empty = || Error::ask("the table is empty: its first line must name the columns");
    let mut first = blocks.next().map_err(reading)?.ok_or_else(empty)?;
    let mut found = None;
    records(&first, delimiter, |record| {
        let names = (0..record.len()).filter_map(|i| record.field(i));
        let names: Vec<String> = names.map(|n| String::from_utf8_lossy(n).into_owned()).collect();
        header.extend(record.raw);
        found = Some((names, record.raw.as_ptr_range().end as usize - first.bytes.as_ptr() as usize));
        false
    });
    let (names, end) = found.ok_or_else(empty)?;
    let rows = first.bytes.split_off(end);
    let ending = if rows.starts_with(b"\r\n") { &b"\r\n"[..] } else { b"\n" };
    first.line += memchr::memchr_iter(b'\n', &first.bytes).count() as u64;
    first.bytes = rows;
    let spot = Spot::degrees_first(&names, options, delimiter)?;
    let accuracy = accuracy(&names, options, delimiter)?;
    Ok((Layout { header, delimiter, ending, names, spot, accuracy }, Rows { blocks, first }))
}

impl Rows<'_> {
    /// Hands over every block, as long as they are wanted.
    fn produce(mut self, give: &mut dyn FnMut(Block) -> bool) -> Result<()> {
        let mut wanted = give(self.first);
        while wanted {
            match self.blocks.next().map_err(reading)? {
                Some(block) => wanted = give(block),
                None => break,
            }
        }
        Ok(())
    }
}

impl Layout {
    fn appended(&self, options: &Options) -> Result<Vec<String>> {
        appended(options, |n| self.names.iter().any(|c| c.trim().eq_ignore_ascii_case(n)))
    }

    /// The position of a row and the radius of its accuracy in metres.
    fn read(&self, row: &Record<'_>) -> Result<(Position, f64), String> {
        if row.len() != self.names.len() {
            return Err(format!("{} fields, the header has {}", row.len(), self.names.len()));
        }
        let p = match self.spot {
            Spot::Geometry(i) => wkt_point(self.cell(row, i)?)?,
            Spot::LonLat(lon, lat) => {
                Position::new(self.degrees(row, lon)?, self.degrees(row, lat)?).map_err(|why| why.to_string())?
            }
        };
        let accuracy_m = self.accuracy.map_or(Ok(0.0), |i| radius(self.cell(row, i)?, self.names[i].trim()))?;
        Ok((p, accuracy_m))
    }

    fn cell<'r>(&self, row: &Record<'r>, i: usize) -> Result<&'r str, String> {
        let bytes = row.field(i).unwrap_or_default();
        std::str::from_utf8(bytes).map(str::trim).map_err(|_| format!("{} is no UTF-8", self.names[i].trim()))
    }

    fn degrees(&self, row: &Record<'_>, i: usize) -> Result<f64, String> {
        let cell = self.cell(row, i)?;
        cell.parse::<f64>().map_err(|_| {
            let name = self.names[i].trim();
            if cell.is_empty() {
                format!("{name} is empty")
            } else if cell.contains(',') {
                format!("{name} is «{cell}»: a decimal point is expected, not a comma")
            } else {
                format!("{name} is «{cell}»: expected decimal degrees")
            }
        })
    }
}

/// The position of a WKT point: longitude before latitude; a height is passed over.
fn wkt_point(text: &str) -> Result<Position, String> {
    let wrong = || format!("«{text}» is no WKT point: expected POINT (76.9 43.2), longitude first");
    let body = text.split_once(';').filter(|(srid, _)| srid.starts_with("SRID=")).map_or(text, |(_, body)| body);
    let (word, rest) = body.split_once('(').ok_or_else(wrong)?;
    let mut words = word.split_whitespace();
    let is_point = words.next().is_some_and(|w| w.eq_ignore_ascii_case("POINT"))
        && words.all(|w| ["Z", "M", "ZM"].iter().any(|d| w.eq_ignore_ascii_case(d)));
    let inside = rest.trim_end().strip_suffix(')').filter(|_| is_point).ok_or_else(wrong)?;
    let numbers: Result<Vec<f64>, _> = inside.split_whitespace().map(str::parse).collect();
    match numbers.as_deref() {
        Ok([lon, lat] | [lon, lat, _] | [lon, lat, _, _]) => Position::new(*lon, *lat).map_err(|why| why.to_string()),
        _ => Err(wrong()),
    }
}

/// The same table with columns appended.
pub(super) fn classify(
    index: &Index<'_>,
    options: &Options,
    delimiter: Option<u8>,
    input: &mut (dyn BufRead + Send),
    output: &mut dyn Write,
) -> Result<Report> {
    let (layout, rows) = open(options, delimiter, input)?;
    let new = layout.appended(options)?;
    let mut head = layout.header.clone();
    for name in &new {
        append(&mut head, layout.delimiter, name);
    }
    head.extend(layout.ending);
    output.write_all(&head).map_err(failed)?;

    let mut report = Report { columns: layout.spot.described(&layout.names), ..Report::default() };
    ordered(
        |give| rows.produce(give),
        |block| {
            let answers = Answers::new(index, &options.columns);
            let mut done = Done { rows: 0, unread: Vec::new(), made: Vec::with_capacity(2 * block.bytes.len()) };
            records(&block, layout.delimiter, |row| {
                done.rows += 1;
                done.made.extend_from_slice(row.raw);
                match layout.read(row) {
                    Ok((p, accuracy_m)) => answers.of(p, accuracy_m, |value| {
                        done.made.push(layout.delimiter);
                        value.put(&mut done.made, layout.delimiter);
                    }),
                    Err(reason) => {
                        done.unread.push(Unread { line: row.line, feature: None, reason });
                        // A short row is filled up, so that the new columns stand under their names.
                        let missing = layout.names.len().saturating_sub(row.len());
                        done.made.resize(done.made.len() + missing + new.len(), layout.delimiter);
                    }
                }
                done.made.extend_from_slice(layout.ending);
                true
            });
            options.seen(done.rows);
            done
        },
        |done| {
            report.add(done.rows, done.unread);
            output.write_all(&done.made).map_err(failed)
        },
    )?;
    output.flush().map_err(failed)?;
    Ok(report)
}

/// A cell, in quotes where it needs them.
pub(super) fn put_text(out: &mut Vec<u8>, delimiter: u8, text: &str) {
    if text.bytes().any(|b| b == delimiter || matches!(b, b'"' | b'\n' | b'\r')) {
        out.push(b'"');
        out.extend_from_slice(text.replace('"', "\"\"").as_bytes());
        out.push(b'"');
    } else {
        out.extend_from_slice(text.as_bytes());
    }
}

fn append(out: &mut Vec<u8>, delimiter: u8, text: &str) {
    out.push(delimiter);
    put_text(out, delimiter, text);
}

/// The names of a table's columns and what they hold: one reading of the whole table.
pub(super) fn survey(
    options: &Options,
    delimiter: Option<u8>,
    input: &mut (dyn BufRead + Send),
) -> Result<Vec<(String, Kind)>> {
    let (Layout { names, delimiter, .. }, rows) = open(options, delimiter, input)?;
    let mut kinds = vec![Kinds::default(); names.len()];
    ordered(
        |give| rows.produce(give),
        |block| {
            let mut kinds = vec![Kinds::default(); names.len()];
            let (mut broken, mut count) = (None, 0);
            records(&block, delimiter, |row| {
                count += 1;
                for (i, kind) in kinds.iter_mut().enumerate() {
                    match std::str::from_utf8(row.field(i).unwrap_or_default()) {
                        Ok(cell) => kind.see(cell),
                        Err(_) => broken = Some((row.line, i)),
                    }
                }
                broken.is_none()
            });
            options.seen(count);
            (kinds, broken)
        },
        |(more, broken)| {
            if let Some((line, i)) = broken {
                let message = format!("line {line}: {} is no UTF-8, which every other format wants", names[i].trim());
                return Err(Error::ask_hint(message, "save the table as UTF-8"));
            }
            kinds.iter_mut().zip(more).for_each(|(kind, more)| kind.join(more));
            Ok(())
        },
    )?;
    Ok(names.into_iter().map(|n| n.trim().to_owned()).zip(kinds.into_iter().map(Kinds::kind)).collect())
}

/// Every row as a feature.
pub(super) fn convert(
    index: &Index<'_>,
    options: &Options,
    schema: &Schema,
    delimiter: Option<u8>,
    input: &mut (dyn BufRead + Send),
    writer: &mut dyn Writer,
) -> Result<Report> {
    let (layout, rows) = open(options, delimiter, input)?;
    let mut report = Report { columns: layout.spot.described(&layout.names), ..Report::default() };
    ordered(
        |give| rows.produce(give),
        |block| {
            let answers = Answers::new(index, &options.columns);
            let mut done: Done<Vec<Feature>> = Done::default();
            records(&block, layout.delimiter, |row| {
                let cell = |i: usize| String::from_utf8_lossy(row.field(i).unwrap_or_default()).into_owned();
                let mut values = Vec::with_capacity(schema.columns.len());
                values.extend((0..layout.names.len()).map(|i| value(schema.kinds[i], cell(i))));
                let unread = |reason| Unread { line: row.line, feature: None, reason };
                done.feature(&answers, values, layout.read(row), unread);
                true
            });
            options.seen(done.rows);
            done
        },
        |done| done.write(&mut report, writer),
    )?;
    Ok(report)
}
