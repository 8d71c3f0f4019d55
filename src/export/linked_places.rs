//! Linked Places Format 1.3, for the World Historical Gazetteer: the gazetteer with its names, sources and certainty.
//!
//! EDTF is not allowed in it: dates become years. Ids are `karun:<place id>`.

use std::io;

use serde_json::{Map, Value, json};

use super::failed;
use crate::error::Result;
use crate::index::Index;
use crate::measure::round_to;
use crate::model::{Atlas, CalendarDay, Citation, MatchRelation, Name, Place, Role};

const CONTEXT: &str =
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld";

/// Every place, those without a position too; for rival readings of an index, their locations.
///
/// # Errors
/// When the output fails.
pub fn places(index: &Index<'_>, out: &mut dyn io::Write) -> Result<()> {
    let atlas = index.atlas();
    let signed = index.drawn_by().dates.iter().filter_map(|d| d.edtf.earliest()).min();
    let era = signed.map_or_else(|| "1864".to_owned(), year);
    let mut write = |text: String| out.write_all(text.as_bytes()).map_err(failed);
    write(format!("{{\"type\":\"FeatureCollection\",\n\"@context\":{},\n\"features\":[", json!(CONTEXT)))?;
    for (i, place) in atlas.places().iter().enumerate() {
        let comma = if i == 0 { "" } else { "," };
        write(format!("{comma}\n{}", feature(index, place, &era)))?;
    }
    write("\n]}\n".to_owned())
}

fn feature(index: &Index<'_>, place: &Place, era: &str) -> Value {
    let atlas = index.atlas();
    let kind = atlas.place_type(&place.kind);
    let class = kind.and_then(|k| k.geonames.as_ref()).and_then(|g| g.chars().next()).unwrap_or('X');
    let mut out = Map::new();
    out.insert("@id".into(), format!("karun:{}", place.id).into());
    out.insert("type".into(), "Feature".into());
    out.insert("properties".into(), json!({ "title": place.display_name(), "fclasses": [class.to_string()] }));
    out.insert("when".into(), when(atlas, place, era));
    out.insert("names".into(), place.names.iter().map(|n| name(atlas, n)).collect());
    if let Some((kind, aat)) = kind.and_then(|k| k.aat.as_ref().map(|aat| (k, aat))) {
        let label = json!([{ "label": kind.label, "lang": "en" }]);
        out.insert(
            "types".into(),
            json!([{ "identifier": format!("aat:{aat}"), "label": kind.label, "sourceLabels": label }]),
        );
    }
    out.insert("geometry".into(), geometry(index, place));
    let relations = relations(index, place);
    if !relations.is_empty() {
        out.insert("relations".into(), relations.into());
    }
    let links: Vec<Value> = place.matches.iter().map(link).collect();
    if !links.is_empty() {
        out.insert("links".into(), links.into());
    }
    out.insert("descriptions".into(), json!([{ "value": place.summary, "lang": "en" }]));
    Value::Object(out)
}

/// The years in which sources attest the place under one of its names; the year of the treaty where none does.
fn when(atlas: &Atlas, place: &Place, era: &str) -> Value {
    let attested = place.names.iter().filter(|n| n.role == Role::Attested);
    let dates = attested.filter_map(|n| atlas.source(&n.citation.source)).filter_map(|s| s.date.as_ref());
    let mut years: Vec<String> = dates.filter_map(|d| d.earliest()).map(year).collect();
    if years.is_empty() {
        years.push(era.to_owned());
    }
    years.sort();
    json!({ "timespans": [{ "start": { "in": years[0] }, "end": { "in": years[years.len() - 1] } }] })
}

fn year(day: CalendarDay) -> String {
    day.to_string().chars().take(4).collect()
}

fn name(atlas: &Atlas, n: &Name) -> Value {
    json!({ "toponym": n.text, "lang": n.lang, "citations": [citation(atlas, &n.citation)] })
}

fn citation(atlas: &Atlas, c: &Citation) -> Value {
    let source = atlas.source(&c.source);
    let title = source.map_or(c.source.as_str(), |s| &s.title);
    let mut out = json!({ "label": c.located(title), "@id": format!("karun:source/{}", c.source) });
    // A year is text; the form's own sample has a number, which its schema refuses.
    if let Some(date) = source.and_then(|s| s.date.as_ref()).and_then(|d| d.earliest()) {
        out["year"] = year(date).into();
    }
    out
}

fn geometry(index: &Index<'_>, place: &Place) -> Value {
    let Some(l) = place.location(index.readings()) else { return Value::Null };
    json!({
        "type": "Point",
        "coordinates": [l.point.lon(), l.point.lat()],
        "certainty": l.certainty.as_str(),
        "approximation": { "type": "geo:hasSpatialAccuracy", "tolerance": round_to(l.accuracy_m / 1000.0, 3) },
    })
}

/// The clauses that name the place.
fn relations(index: &Index<'_>, place: &Place) -> Vec<Value> {
    let clauses = index.atlas().instruments().iter().flat_map(|t| t.articles.iter().map(move |a| (t, a)));
    clauses
        .filter(|(_, a)| a.places.contains(&place.id))
        .map(|(t, a)| {
            json!({
                "relationType": "gvp:tgn3000_related_to",
                "relationTo": format!("karun:{}/article/{}", t.id, a.number),
                "label": format!("named in article {} of the {}", a.number, t.title()),
                "certainty": "certain",
            })
        })
        .collect()
}

fn link(m: &crate::model::Match) -> Value {
    let kind = if m.relation == MatchRelation::Exact { "exactMatch" } else { "closeMatch" };
    let short = [("wikidata:", "wd:"), ("geonames:", "gn:")];
    let found = short.iter().find_map(|(long, s)| m.target.strip_prefix(long).map(|id| format!("{s}{id}")));
    json!({ "type": kind, "identifier": found.unwrap_or_else(|| m.target.clone()) })
}
