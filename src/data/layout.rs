//! The canonical layout of data files: what `fmt` restores. Comments and values are kept as they are.

use std::path::Path;

use toml_edit::{Array, ArrayOfTables, Decor, DocumentMut, Item, Table, Value};

use super::files::{At, Files, Problems};
use super::geometry;
use super::records::{Feature, Shape};
use crate::error::{Error, Result};

/// The order of keys in each kind of table, as in `gazetteer/README.md` and `boundaries/README.md`; other keys keep their
/// order behind them.
fn order(table: &str) -> &'static [&'static str] {
    match table {
        "" => &["schema", "district", "id", "stage", "default", "demarcates", "never-in-force", "note"],
        "place" => &["id", "type", "summary", "note", "name", "match", "location"],
        "location" => &["point", "accuracy-m", "certainty", "method", "evidence", "on", "reading", "reason", "sources"],
        "name" => &["text", "lang", "role", "source", "locator", "certainty"],
        "title" | "names" => &["text", "lang"],
        "match" => &["relation", "target"],
        "source" => {
            &["id", "kind", "title", "author", "date", "publisher", "url", "lang", "read", "rights", "credit", "note"]
        }
        "type" => &["id", "label", "aat", "geonames", "area"],
        "party" => &["id", "name", "adjective"],
        "date" => &["event", "edtf", "written", "note", "sources"],
        "district" => &["id", "party", "note", "names", "unmarked"],
        "article" => &["number", "district", "summary", "places", "sources"],
        "line" => &["id", "left", "right", "replaces"],
        "pending" => &["line", "from", "to", "article", "summary", "sources"],
        "published-area" => &["km2", "what", "note", "sources"],
        "tract" => {
            &["id", "kind", "holder", "of", "held", "title", "summary", "ring", "accuracy-m", "basis", "sources"]
        }
        "segment" => &[
            "id",
            "line",
            "district",
            "from",
            "to",
            "article",
            "follows",
            "follows-note",
            "accuracy-m",
            "certainty",
            "basis",
            "sources",
            "reading",
            "ended",
        ],
        "reading" => &["id", "line", "from", "to", "summary", "basis", "sources"],
        "marker" => &["number", "place", "set", "set-by", "status", "note", "segment", "sources"],
        "event" => &["id", "date", "written", "places", "actors", "summary", "meaning", "note", "sources"],
        "doubt" => &["id", "question", "reading", "segments", "places", "settled-by", "sources"],
        "assertion" => &[
            "kind",
            "place",
            "mouth",
            "flows",
            "places",
            "label",
            "point",
            "from",
            "to",
            "expect",
            "expect-m",
            "expect-deg",
            "tolerance-m",
            "tolerance-deg",
            "text",
            "because",
            "sources",
        ],
        _ => &[],
    }
}

/// Arrays written one item a line.
const LISTS: &[&str] = &["name", "names"];

/// The files of a folder that are not in the canonical layout, each with its text in it.
///
/// # Errors
/// When a file cannot be read, or is no TOML or GeoJSON: nothing is then changed.
pub(crate) fn changed(dir: &Path) -> Result<Vec<(String, String)>> {
    let mut problems = Problems::default();
    let files = Files::open(dir, &mut problems)?;
    let mut out = Vec::new();
    for (id, path, text) in files.iter() {
        let formatted = if path.ends_with(".geojson") {
            let features = geometry::features(id, text, &mut problems);
            Some(geojson(&features))
        } else {
            match text.parse::<DocumentMut>() {
                Ok(document) => Some(toml(document)),
                Err(why) => {
                    let message = why.message().lines().next().unwrap_or("unreadable").to_owned();
                    problems.error(
                        At::Bytes(id, why.span().unwrap_or(0..0)),
                        "toml-syntax",
                        format!("not TOML: {message}"),
                    );
                    None
                }
            }
        };
        out.extend(formatted.filter(|f| f != text).map(|f| (path.to_owned(), f)));
    }
    if problems.has_errors() { Err(Error::Data(files.locate(problems))) } else { Ok(out) }
}

/// A `line.geojson`: one feature after another, one position per line, five decimals.
pub(crate) fn geojson(features: &[Feature]) -> String {
    let one = |f: &Feature| {
        let (kind, open, close) = match f.shape {
            Shape::Chain => ("LineString", "[", "]"),
            Shape::Ring => ("Polygon", "[[", "]]"),
        };
        let positions: Vec<String> =
            f.positions.iter().map(|p| format!("  [{:.5}, {:.5}]", p.lon(), p.lat())).collect();
        let id = serde_json::Value::from(f.id.as_str());
        format!(
            "{{ \"type\": \"Feature\", \"id\": {id}, \"properties\": {{}}, \"geometry\": {{ \"type\": \"{kind}\", \"coordinates\": {open}\n{}\n{close} }} }}",
            positions.join(",\n")
        )
    };
    let features: Vec<String> = features.iter().map(one).collect();
    format!("{{ \"type\": \"FeatureCollection\", \"features\": [\n{}\n] }}\n", features.join(",\n"))
}

fn toml(mut document: DocumentMut) -> String {
    table(document.as_table_mut(), "");
    let trailing = comments(document.trailing().as_str().unwrap_or_default());
    document.set_trailing(trailing);
    let text = document.to_string();
    let text = text.trim_start_matches('\n');
    format!("{}\n", text.trim_end())
}

/// `kind` is the key under which the table stands; empty for the top of a file.
fn table(table: &mut Table, kind: &str) {
    let order = order(kind);
    let rank = |key: &str| order.iter().position(|k| *k == key).unwrap_or(order.len());
    table.sort_values_by(|a, _, b, _| rank(a.get()).cmp(&rank(b.get())));
    if !kind.is_empty() {
        let above = comments(table.decor().prefix().and_then(|p| p.as_str()).unwrap_or_default());
        table.decor_mut().set_prefix(format!("\n{above}"));
        suffix(table.decor_mut());
    }
    for (mut key, item) in table.iter_mut() {
        let name = key.get().to_owned();
        match item {
            Item::Value(value) => {
                let above = comments(key.leaf_decor().prefix().and_then(|p| p.as_str()).unwrap_or_default());
                key.leaf_decor_mut().set_prefix(above);
                key.leaf_decor_mut().set_suffix(" ");
                suffix(value.decor_mut());
                value.decor_mut().set_prefix(" ");
                self::value(value, LISTS.contains(&name.as_str()));
            }
            Item::ArrayOfTables(tables) => array_of_tables(tables, &name),
            Item::Table(inner) => self::table(inner, &name),
            Item::None => {}
        }
    }
}

fn array_of_tables(tables: &mut ArrayOfTables, kind: &str) {
    for inner in tables.iter_mut() {
        table(inner, kind);
    }
}

/// A comment behind a value keeps two spaces before it.
fn suffix(decor: &mut Decor) {
    let behind = decor.suffix().and_then(|s| s.as_str()).unwrap_or_default().trim();
    let behind = if behind.is_empty() { String::new() } else { format!("  {behind}") };
    decor.set_suffix(behind);
}

/// The comment lines of a stretch of white space, each on a line of its own.
fn comments(space: &str) -> String {
    space.lines().map(str::trim).filter(|l| l.starts_with('#')).map(|l| format!("{l}\n")).collect()
}

fn value(value: &mut Value, list: bool) {
    match value {
        Value::Array(items) => array(items, list),
        Value::InlineTable(inner) => {
            for (mut key, item) in inner.iter_mut() {
                key.leaf_decor_mut().set_prefix(" ");
                key.leaf_decor_mut().set_suffix(" ");
                item.decor_mut().clear();
                item.decor_mut().set_prefix(" ");
                self::value(item, false);
            }
            // The blank before the closing brace.
            if let Some((_, last)) = inner.iter_mut().last() {
                last.decor_mut().set_suffix(" ");
            }
        }
        _ => {}
    }
}

fn array(items: &mut Array, list: bool) {
    let commented = has_comment(items);
    for (i, item) in items.iter_mut().enumerate() {
        if commented {
            // Its lines mean something to whoever wrote them.
            continue;
        }
        item.decor_mut().clear();
        if list {
            item.decor_mut().set_prefix("\n  ");
        } else if i > 0 {
            item.decor_mut().set_prefix(" ");
        }
        value(item, false);
    }
    if !commented {
        items.set_trailing_comma(list && !items.is_empty());
        items.set_trailing(if list && !items.is_empty() { "\n" } else { "" });
    }
}

fn has_comment(items: &Array) -> bool {
    let holds =
        |d: &Decor| [d.prefix(), d.suffix()].into_iter().flatten().any(|r| r.as_str().is_some_and(|s| s.contains('#')));
    items.iter().any(|i| holds(i.decor())) || items.trailing().as_str().is_some_and(|s| s.contains('#'))
}
