//! Rows divided by commas, semicolons or tabs: read and written one by one.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, BufRead, Read, Write};
use std::rc::Rc;

use csv::{ByteRecord, ReaderBuilder, Terminator, WriterBuilder};

use super::{Cell, Options, Report, Unread, answer, appended, radius};
use crate::error::{Error, Result};
use crate::index::Index;
use crate::model::Position;

const LON_NAMES: &[&str] = &[
    "lon",
    "lng",
    "long",
    "longitude",
    "x",
    "lon_dd",
    "long_dd",
    "decimallongitude",
    "point_x",
    "经度",
    "經度",
    "долгота",
];
const LAT_NAMES: &[&str] = &["lat", "latitude", "y", "lat_dd", "decimallatitude", "point_y", "纬度", "緯度", "широта"];

pub(super) fn classify(
    index: &Index<'_>,
    options: &Options,
    delimiter: Option<u8>,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
) -> Result<Report> {
    let head = input.fill_buf().map_err(reading)?;
    let bom = head.starts_with(b"\xEF\xBB\xBF");
    if bom {
        input.consume(3);
    }
    let head = input.fill_buf().map_err(reading)?;
    if head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") {
        return Err(Error::ask_hint("the table is UTF-16", "save it as UTF-8"));
    }
    let delimiter = delimiter.unwrap_or_else(|| guess_delimiter(head));
    let first_line = head.split(|b| *b == b'\n').next().unwrap_or_default();
    let terminator = if first_line.ends_with(b"\r") { Terminator::CRLF } else { Terminator::Any(b'\n') };
    if bom {
        // Kept, since whoever wrote it may need it.
        output.write_all(b"\xEF\xBB\xBF").map_err(writing)?;
    }
    let lines = Rc::new(RefCell::new(Lines::default()));
    let mut reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(Counted {
        input,
        read: 0,
        lines: Rc::clone(&lines),
    });
    let mut writer =
        WriterBuilder::new().delimiter(delimiter).flexible(true).terminator(terminator).from_writer(output);

    let mut header = ByteRecord::new();
    if !reader.read_byte_record(&mut header).map_err(broken)? {
        return Err(Error::ask("the table is empty: its first line must name the columns"));
    }
    let names: Vec<String> = header.iter().map(|c| String::from_utf8_lossy(c).into_owned()).collect();
    let lon = column(&names, options.lon.as_deref(), LON_NAMES, "longitude", "--lon", delimiter)?;
    let lat = column(&names, options.lat.as_deref(), LAT_NAMES, "latitude", "--lat", delimiter)?;
    if lon == lat {
        return Err(Error::ask(format!("longitude and latitude are both read from «{}»", names[lon])));
    }
    let accuracy = match &options.accuracy_m {
        Some(name) => Some(column(&names, Some(name), &[], "accuracy", "--accuracy-m", delimiter)?),
        None => None,
    };
    let new = appended(options, |n| names.iter().any(|c| c.trim().eq_ignore_ascii_case(n)))?;
    let mut report = Report {
        columns: format!("longitude from «{}», latitude from «{}»", names[lon].trim(), names[lat].trim()),
        ..Report::default()
    };
    let mut out = ByteRecord::new();
    header.iter().for_each(|c| out.push_field(c));
    new.iter().for_each(|c| out.push_field(c.as_bytes()));
    writer.write_byte_record(&out).map_err(broken)?;

    let mut row = ByteRecord::new();
    while reader.read_byte_record(&mut row).map_err(broken)? {
        report.rows += 1;
        let inside = row.as_slice().iter().filter(|b| **b == b'\n').count();
        let line = lines.borrow_mut().of(reader.position().byte(), inside as u64);
        out.clear();
        row.iter().for_each(|c| out.push_field(c));
        match read(&row, names.len(), lon, lat, accuracy, &names) {
            Ok((p, accuracy_m)) => {
                for cell in answer(index, &options.columns, p, accuracy_m) {
                    match cell {
                        Cell::Text(text) => out.push_field(text.as_bytes()),
                        Cell::Number(n) => out.push_field(n.to_string().as_bytes()),
                        Cell::Empty => out.push_field(b""),
                    }
                }
            }
            Err(reason) => {
                report.unread.push(Unread { line, feature: None, reason });
                // A short row is filled up, so that the new columns stand under their names.
                let missing = names.len().saturating_sub(row.len());
                (0..missing + new.len()).for_each(|_| out.push_field(b""));
            }
        }
        writer.write_byte_record(&out).map_err(broken)?;
    }
    writer.flush().map_err(writing)?;
    Ok(report)
}

fn read(
    row: &ByteRecord,
    width: usize,
    lon: usize,
    lat: usize,
    accuracy: Option<usize>,
    names: &[String],
) -> Result<(Position, f64), String> {
    if row.len() != width {
        return Err(format!("{} fields, the header has {width}", row.len()));
    }
    let cell =
        |i: usize| std::str::from_utf8(&row[i]).map(str::trim).map_err(|_| format!("{} is no UTF-8", names[i].trim()));
    let number = |i: usize| {
        let (cell, name) = (cell(i)?, names[i].trim());
        if cell.is_empty() {
            return Err(format!("{name} is empty"));
        }
        cell.parse::<f64>().map_err(|_| {
            if cell.contains(',') {
                format!("{name} is «{cell}»: a decimal point is expected, not a comma")
            } else {
                format!("{name} is «{cell}»: expected decimal degrees")
            }
        })
    };
    let p = Position::new(number(lon)?, number(lat)?).map_err(|why| why.to_string())?;
    let accuracy_m = accuracy.map_or(Ok(0.0), |i| radius(cell(i)?, names[i].trim()))?;
    Ok((p, accuracy_m))
}

/// Where lines end in what was read, as far as it may still be asked.
#[derive(Default)]
struct Lines {
    /// Byte offsets of line feeds that no record has passed yet.
    ends: VecDeque<u64>,
    /// Line feeds before those.
    passed: u64,
}

impl Lines {
    /// The line, from 1, on which a record begins that ends before byte `end` and holds `inside` line feeds. The reader's
    /// own count is one too low after blank lines, which it skips.
    fn of(&mut self, end: u64, inside: u64) -> u64 {
        let mut last = None;
        while let Some(at) = self.ends.front().copied().filter(|at| *at < end) {
            self.ends.pop_front();
            self.passed += 1;
            last = Some(at + 1);
        }
        self.passed - u64::from(last == Some(end)) - inside + 1
    }
}

/// Counts the lines of what passes through it.
struct Counted<'a> {
    input: &'a mut dyn BufRead,
    read: u64,
    lines: Rc<RefCell<Lines>>,
}

impl Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.input.read(buffer)?;
        let mut lines = self.lines.borrow_mut();
        lines.ends.extend(buffer[..n].iter().zip(self.read..).filter(|(b, _)| **b == b'\n').map(|(_, at)| at));
        self.read += n as u64;
        Ok(n)
    }
}

/// The separator that the first line has most of, outside quotes.
fn guess_delimiter(head: &[u8]) -> u8 {
    let (mut quoted, mut counts) = (false, [0usize; 3]);
    for byte in head {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            b',' if !quoted => counts[0] += 1,
            b';' if !quoted => counts[1] += 1,
            b'\t' if !quoted => counts[2] += 1,
            _ => {}
        }
    }
    let best = (0..3).max_by_key(|i| (counts[*i], 2 - i)).unwrap_or(0);
    b",;\t"[best]
}

fn column(
    names: &[String],
    given: Option<&str>,
    usual: &[&str],
    what: &str,
    option: &str,
    delimiter: u8,
) -> Result<usize> {
    let find = |wanted: &str| {
        let same = |n: &String| n.trim().to_lowercase() == wanted.to_lowercase();
        let found: Vec<usize> = (0..names.len()).filter(|i| same(&names[*i])).collect();
        match found.as_slice() {
            [] => Ok(None),
            [one] => Ok(Some(*one)),
            _ => Err(Error::ask(format!("several columns are called «{wanted}»"))),
        }
    };
    let listed: Vec<&str> = names.iter().map(|n| n.trim()).collect();
    if let Some(wanted) = given {
        return find(wanted)?.ok_or_else(|| Error::unknown("column", wanted, listed.iter().copied()));
    }
    for name in usual {
        if let Some(i) = find(name)? {
            return Ok(i);
        }
    }
    let one = if names.len() == 1 && delimiter == b',' { "; or name the separator with --delimiter" } else { "" };
    Err(Error::ask_hint(
        format!("no column of {what} found among {}", listed.join(", ")),
        format!("name it with {option} COLUMN{one}"),
    ))
}

fn reading(source: std::io::Error) -> Error {
    Error::Io { action: "read", path: "the table".into(), source }
}

fn writing(source: std::io::Error) -> Error {
    Error::Io { action: "write", path: "the output".into(), source }
}

fn broken(why: csv::Error) -> Error {
    match why.into_kind() {
        csv::ErrorKind::Io(source) => writing(source),
        other => Error::ask(format!("the table cannot be read: {other:?}")),
    }
}
