//! Reads `gazetteer/`: places, types and sources.

use super::fields::Fields;
use super::files::At;
use super::records::{Record, Records};
use crate::model::{
    Citation, DistrictId, Event, Location, Match, Name, Place, PlaceType, Source, SourceId, Tract, WrittenDate,
};

/// A district's places.
pub(crate) fn places(root: Fields<'_, '_>, records: &mut Records, stem: &str) -> Option<At> {
    let district = root.id::<DistrictId>("district");
    let wrong_file = district.as_ref().is_some_and(|d| d.as_str() != stem).then(|| root.entry().at("district"));
    let district = district.unwrap_or_else(|| stem.into());
    for fields in root.tables("place") {
        let id = fields.id("id");
        if let Some(id) = &id {
            records.declared.places.insert(ToString::to_string(id));
        } else {
            records.unread.places = true;
        }
        let kind = fields.text("type").map(Into::into);
        let summary = fields.text("summary");
        let note = fields.opt_text("note");
        let names = fields.list("name", name);
        let locations = fields.list("location", location);
        let matches = fields.list("match", one_match);
        let entry = fields.done();
        if let (Some(id), Some(kind), Some(summary)) = (id, kind, summary) {
            let district = district.clone();
            records
                .places
                .push(Record { value: Place { id, district, kind, summary, note, names, locations, matches }, entry });
        }
    }
    root.done();
    wrong_file
}

fn name(fields: Fields<'_, '_>) -> Option<Name> {
    let text = fields.text("text");
    let lang = fields.lang("lang");
    let role = fields.word("role");
    let source: Option<SourceId> = fields.text("source").map(Into::into);
    let locator = fields.opt_text("locator");
    let certainty = fields.opt_word("certainty").unwrap_or_default();
    fields.done();
    Some(Name { text: text?, lang: lang?, role: role?, citation: Citation { source: source?, locator }, certainty })
}

fn location(fields: Fields<'_, '_>) -> Option<Location> {
    let point = fields.point("point");
    let accuracy_m = fields.positive("accuracy-m");
    let certainty = fields.word("certainty");
    let method = fields.text("method");
    let evidence = fields.opt_text("evidence");
    let on = fields.opt_text("on").map(Into::into);
    let reading = fields.opt_text("reading").map(Into::into);
    let reason = fields.opt_text("reason");
    let sources = citations(&fields);
    fields.done();
    Some(Location {
        point: point?,
        accuracy_m: accuracy_m?,
        certainty: certainty?,
        method: method?,
        evidence,
        on,
        reading,
        reason,
        sources,
    })
}

fn one_match(fields: Fields<'_, '_>) -> Option<Match> {
    let relation = fields.word("relation");
    let target = fields.text("target");
    fields.done();
    Some(Match { relation: relation?, target: target? })
}

/// The `sources` of a table.
pub(crate) fn citations(fields: &Fields<'_, '_>) -> Vec<Citation> {
    let read = |fields: Fields<'_, '_>| {
        let source: Option<SourceId> = fields.text("source").map(Into::into);
        let locator = fields.opt_text("locator");
        fields.done();
        Some(Citation { source: source?, locator })
    };
    fields.list("sources", read)
}

/// `types.toml`.
pub(crate) fn types(root: Fields<'_, '_>, records: &mut Records) {
    for fields in root.tables("type") {
        let id = fields.id("id");
        if let Some(id) = &id {
            records.declared.types.insert(ToString::to_string(id));
        } else {
            records.unread.types = true;
        }
        let label = fields.text("label");
        let aat = fields.opt_text("aat");
        let geonames = fields.opt_text("geonames");
        let area = fields.opt("area").unwrap_or(false);
        let entry = fields.done();
        if let (Some(id), Some(label)) = (id, label) {
            records.types.push(Record { value: PlaceType { id, label, aat, geonames, area }, entry });
        }
    }
    root.done();
}

/// `sources.toml`.
pub(crate) fn sources(root: Fields<'_, '_>, records: &mut Records) {
    for fields in root.tables("source") {
        let id = fields.id("id");
        if let Some(id) = &id {
            records.declared.sources.insert(ToString::to_string(id));
        } else {
            records.unread.sources = true;
        }
        let kind = fields.word("kind");
        let title = fields.text("title");
        let author = fields.opt_text("author");
        let date = fields.opt_date("date");
        let publisher = fields.opt_text("publisher");
        let url = fields.opt_text("url");
        let lang = if fields.has("lang") { fields.lang("lang") } else { None };
        let read = fields.opt_text("read");
        let rights = fields.opt_text("rights");
        let credit = fields.opt_text("credit");
        let note = fields.opt_text("note");
        let entry = fields.done();
        if let (Some(id), Some(kind), Some(title)) = (id, kind, title) {
            let value = Source { id, kind, title, author, date, publisher, url, lang, read, rights, credit, note };
            records.sources.push(Record { value, entry });
        }
    }
    root.done();
}

/// `chronicle.toml`.
pub(crate) fn chronicle(root: Fields<'_, '_>, records: &mut Records) {
    for fields in root.tables("event") {
        let id = fields.id("id");
        let date = fields.date("date");
        let written = fields.list("written", written_date);
        let places = fields.opt("places").unwrap_or_default();
        let actors = fields.opt("actors").unwrap_or_default();
        let summary = fields.text("summary");
        let meaning = fields.opt_text("meaning");
        let note = fields.opt_text("note");
        let sources = citations(&fields);
        let entry = fields.done();
        if let (Some(id), Some(date), Some(summary)) = (id, date, summary) {
            let value = Event { id, date, written, places, actors, summary, meaning, note, sources };
            records.events.push(Record { value, entry });
        }
    }
    root.done();
}

/// `tracts.toml`.
pub(crate) fn tracts(root: Fields<'_, '_>, records: &mut Records) {
    for fields in root.tables("tract") {
        let id = fields.id("id");
        let kind = fields.word("kind");
        let (holder, of) = (fields.text("holder"), fields.text("of"));
        let held = fields.date("held");
        let (title, summary) = (fields.text("title"), fields.text("summary"));
        let ring = fields.points("ring");
        let accuracy_m = fields.positive("accuracy-m");
        let basis = fields.text("basis");
        let sources = citations(&fields);
        let entry = fields.done();
        let tract = (|| {
            Some(Tract {
                id: id?,
                kind: kind?,
                holder: holder?.into(),
                of: of?.into(),
                held: held?,
                title: title?,
                summary: summary?,
                ring: ring?,
                accuracy_m: accuracy_m?,
                basis: basis?,
                sources,
            })
        })();
        records.tracts.extend(tract.map(|value| Record { value, entry }));
    }
    root.done();
}

/// A date in the calendar it was written in.
pub(crate) fn written_date(fields: Fields<'_, '_>) -> Option<WrittenDate> {
    let (calendar, text) = (fields.word("calendar"), fields.text("text"));
    fields.done();
    Some(WrittenDate { calendar: calendar?, text: text? })
}
