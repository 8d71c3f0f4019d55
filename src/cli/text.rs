//! Text for people: columns that line up, Chinese included.

use unicode_width::UnicodeWidthStr;

/// Rows as columns two spaces apart; numbers are for the caller to format. The last column is not padded.
pub(super) fn table(header: &[&str], rows: &[Vec<String>]) -> String {
    let mut widths: Vec<usize> = header.iter().map(|h| h.width()).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }
    let mut out = String::new();
    let mut line = |cells: &mut dyn Iterator<Item = &str>| {
        let mut text = String::new();
        for (cell, width) in cells.zip(&widths) {
            text.push_str(cell);
            text.push_str(&" ".repeat(width - cell.width() + 2));
        }
        out.push_str(text.trim_end());
        out.push('\n');
    };
    line(&mut header.iter().copied());
    for row in rows {
        line(&mut row.iter().map(String::as_str));
    }
    out
}

/// Facts, one a line: label and value.
pub(super) fn facts(rows: &[(&str, String)]) -> String {
    let width = rows.iter().map(|(label, _)| label.width()).max().unwrap_or(0);
    rows.iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(label, value)| {
            let mut lines = fold(value, 96usize.saturating_sub(width + 4)).into_iter();
            let first = lines.next().unwrap_or_default();
            let pad = " ".repeat(width - label.width() + 2);
            let rest: String = lines.map(|l| format!("  {}{l}\n", " ".repeat(width + 2))).collect();
            format!("  {label}{pad}{first}\n{rest}")
        })
        .collect()
}

/// Text broken at spaces to a width in columns; a Chinese character counts two.
fn fold(text: &str, width: usize) -> Vec<String> {
    let mut out = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if !line.is_empty() && line.width() + 1 + word.width() > width {
                out.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        out.push(line);
    }
    out
}

/// A paragraph for the terminal.
pub(super) fn paragraph(text: &str) -> String {
    fold(text, 96).into_iter().map(|l| l + "\n").collect()
}

/// A paragraph under a heading.
pub(super) fn indented(text: &str) -> String {
    fold(text, 94).into_iter().map(|l| format!("  {l}\n")).collect()
}

/// A number with so many decimals, or nothing.
pub(super) fn number(value: Option<f64>, decimals: usize) -> String {
    value.map_or_else(String::new, |v| format!("{v:.decimals$}"))
}
