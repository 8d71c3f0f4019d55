//! Reads `boundaries/<instrument>/`: `treaty.toml` and `assertions.toml`.

use std::cell::RefCell;
use std::collections::HashSet;

use super::fields::Fields;
use super::gazetteer::{citations, written_date};
use super::records::{InstrumentRecord, Record, Records};
use crate::model::{
    Article, Assertion, Claim, DateEvent, District, Doubt, Ended, InstrumentId, Line, Marker, MarkerId, Party, Pending,
    PublishedArea, Reading, Segment, SegmentId, Stretch, Subject, Text,
};

/// A `treaty.toml`; `folder` is the name of its folder.
pub(crate) fn treaty(root: Fields<'_, '_>, records: &mut Records, folder: &str) -> InstrumentRecord {
    let id: InstrumentId = root.id("id").unwrap_or_else(|| folder.into());
    let mut dropped = HashSet::new();
    let titles = root.list("title", text);
    let stage = root.word("stage");
    let default = root.opt("default").unwrap_or(false);
    let never_in_force = root.opt_text("never-in-force");
    let note = root.opt_text("note");
    let parties = rows(&root, "party", &mut dropped, party);
    let dates = rows(&root, "date", &mut dropped, date);
    let districts = rows(&root, "district", &mut dropped, district);
    let articles = rows(&root, "article", &mut dropped, article);
    let lines = rows(&root, "line", &mut dropped, line);
    // A segment that cannot be read is declared all the same.
    let declared = RefCell::new(&mut records.declared.segments);
    let segments = rows(&root, "segment", &mut dropped, |f| {
        let id: Option<SegmentId> = f.id("id");
        declared.borrow_mut().extend(id.as_ref().map(ToString::to_string));
        segment(f, id)
    });
    let readings = rows(&root, "reading", &mut dropped, reading);
    let demarcates = read_rows(root.one_or_many("demarcates"), "demarcates", &mut dropped, stretch);
    if root.has("demarcates") && demarcates.is_empty() && !root.is_empty_list("demarcates") {
        dropped.insert("demarcates");
    }
    let pending = rows(&root, "pending", &mut dropped, pending);
    let published_areas = rows(&root, "published-area", &mut dropped, published_area);
    let markers = rows(&root, "marker", &mut dropped, |f| marker(f, &id));
    let assertions = rows(&root, "assertion", &mut dropped, assertion);
    let entry = root.done();
    InstrumentRecord {
        id,
        entry,
        titles,
        stage: stage.unwrap_or(crate::model::Stage::Delimitation),
        default,
        never_in_force,
        note,
        parties,
        dates,
        districts,
        articles,
        lines,
        segments,
        readings,
        demarcates,
        pending,
        published_areas,
        markers,
        assertions,
        features: Vec::new(),
        geometry: None,
        dropped,
        doubts: Vec::new(),
    }
}

/// An `assertions.toml`.
pub(crate) fn assertions(root: Fields<'_, '_>) -> Vec<Record<Assertion>> {
    let found = rows(&root, "assertion", &mut HashSet::new(), assertion);
    root.done();
    found
}

/// A `doubts.toml`.
pub(crate) fn doubts(root: Fields<'_, '_>) -> Vec<Record<Doubt>> {
    let found = rows(&root, "doubt", &mut HashSet::new(), doubt);
    root.done();
    found
}

/// The rows of one kind; the kind is noted where one of them cannot be read.
fn rows<'a, 'p, T>(
    root: &Fields<'a, 'p>,
    key: &'static str,
    dropped: &mut HashSet<&'static str>,
    read: impl Fn(&Fields<'a, 'p>) -> Option<T>,
) -> Vec<Record<T>> {
    read_rows(root.tables(key), key, dropped, read)
}

fn read_rows<'a, 'p, T>(
    tables: Vec<Fields<'a, 'p>>,
    key: &'static str,
    dropped: &mut HashSet<&'static str>,
    read: impl Fn(&Fields<'a, 'p>) -> Option<T>,
) -> Vec<Record<T>> {
    let mut out = Vec::new();
    for fields in tables {
        let value = read(&fields);
        let entry = fields.done();
        match value {
            Some(value) => out.push(Record { value, entry }),
            None => {
                dropped.insert(key);
            }
        }
    }
    out
}

fn text(fields: Fields<'_, '_>) -> Option<Text> {
    let (text, lang) = (fields.text("text"), fields.lang("lang"));
    fields.done();
    Some(Text { text: text?, lang: lang? })
}

fn party(fields: &Fields<'_, '_>) -> Option<Party> {
    let (id, name, adjective) = (fields.id("id"), fields.text("name"), fields.opt_text("adjective"));
    Some(Party { id: id?, name: name?, adjective })
}

fn date(fields: &Fields<'_, '_>) -> Option<DateEvent> {
    let event = fields.word("event");
    let edtf = fields.date("edtf");
    let written = fields.list("written", written_date);
    let note = fields.opt_text("note");
    let sources = citations(fields);
    Some(DateEvent { event: event?, edtf: edtf?, written, note, sources })
}

fn district(fields: &Fields<'_, '_>) -> Option<District> {
    let id = fields.id("id");
    let party = fields.opt_text("party").map(Into::into);
    let names = fields.list("names", text);
    let note = fields.opt_text("note");
    let unmarked = fields.opt_text("unmarked");
    Some(District { id: id?, party, names, note, unmarked })
}

fn article(fields: &Fields<'_, '_>) -> Option<Article> {
    let number = fields.text("number");
    let district = fields.opt_text("district").map(Into::into);
    let summary = fields.text("summary");
    let places = fields.opt("places").unwrap_or_default();
    let sources = citations(fields);
    Some(Article { number: number?, district, summary: summary?, places, sources })
}

fn line(fields: &Fields<'_, '_>) -> Option<Line> {
    let (id, left, right) = (fields.id("id"), fields.text("left"), fields.text("right"));
    let replaces = fields.table("replaces").map(|table| {
        let stretch = stretch(&table);
        table.done();
        stretch
    });
    // A line whose `replaces` cannot be read is no line of its own.
    let replaces = match replaces {
        Some(None) => return None,
        None if fields.has("replaces") => return None,
        found => found.flatten(),
    };
    Some(Line { id: id?, left: left?.into(), right: right?.into(), replaces, extent: None })
}

fn segment(fields: &Fields<'_, '_>, id: Option<SegmentId>) -> Option<Segment> {
    let line = fields.text("line");
    let district = fields.opt_text("district").map(Into::into);
    let (from, to) = (fields.text("from"), fields.text("to"));
    let article = fields.text("article");
    let follows = fields.word("follows");
    let follows_note = fields.opt_text("follows-note");
    let accuracy_m = fields.positive("accuracy-m");
    let certainty = fields.word("certainty");
    let basis = fields.text("basis");
    let sources = citations(fields);
    let reading = fields.opt_text("reading").map(Into::into);
    let ended = fields.table("ended").and_then(ended);
    Some(Segment {
        id: id?,
        line: line?.into(),
        district,
        from: from?.into(),
        to: to?.into(),
        article: article?,
        follows: follows?,
        follows_note,
        accuracy_m: accuracy_m?,
        certainty: certainty?,
        basis: basis?,
        sources,
        reading,
        ended,
        chain: Vec::new(),
    })
}

fn ended(fields: Fields<'_, '_>) -> Option<Ended> {
    let (edtf, source) = (fields.date("edtf"), fields.text("source"));
    fields.done();
    Some(Ended { edtf: edtf?, source: source?.into() })
}

fn reading(fields: &Fields<'_, '_>) -> Option<Reading> {
    let id = fields.id("id");
    let line = fields.text("line");
    let (from, to) = (fields.text("from"), fields.text("to"));
    let (summary, basis) = (fields.text("summary"), fields.text("basis"));
    let sources = citations(fields);
    Some(Reading {
        id: id?,
        line: line?.into(),
        from: from?.into(),
        to: to?.into(),
        summary: summary?,
        basis: basis?,
        sources,
    })
}

fn stretch(fields: &Fields<'_, '_>) -> Option<Stretch> {
    let (line, from, to) = (fields.text("line"), fields.text("from"), fields.text("to"));
    Some(Stretch { line: line?.into(), from: from?.into(), to: to?.into() })
}

fn pending(fields: &Fields<'_, '_>) -> Option<Pending> {
    let stretch = stretch(fields);
    let (article, summary) = (fields.text("article"), fields.text("summary"));
    let sources = citations(fields);
    Some(Pending { stretch: stretch?, article: article?, summary: summary?, sources })
}

fn published_area(fields: &Fields<'_, '_>) -> Option<PublishedArea> {
    let (km2, what, note) = (fields.positive("km2"), fields.text("what"), fields.opt_text("note"));
    let sources = citations(fields);
    Some(PublishedArea { km2: km2?, what: what?, note, sources })
}

fn marker(fields: &Fields<'_, '_>, instrument: &InstrumentId) -> Option<Marker> {
    let number: Option<u32> = fields.req("number");
    let place = fields.text("place");
    let set = fields.opt_date("set");
    let set_by = fields.opt_text("set-by");
    let status = fields.opt_word("status").unwrap_or_default();
    let note = fields.opt_text("note");
    let segment = fields.opt_text("segment").map(Into::into);
    let sources = citations(fields);
    let number = number?;
    let id = MarkerId::new(format!("{instrument}-{number:02}"));
    Some(Marker { id, number, place: place?.into(), set, set_by, status, note, segment, sources })
}

fn doubt(fields: &Fields<'_, '_>) -> Option<Doubt> {
    let (id, question) = (fields.id("id"), fields.text("question"));
    let reading = fields.opt_text("reading").map(Into::into);
    let segments = fields.opt("segments").unwrap_or_default();
    let places = fields.opt("places").unwrap_or_default();
    let settled_by = fields.text("settled-by");
    let sources = citations(fields);
    Some(Doubt { id: id?, question: question?, reading, segments, places, settled_by: settled_by?, sources })
}

fn assertion(fields: &Fields<'_, '_>) -> Option<Assertion> {
    let kind = fields.word::<Kind>("kind");
    let claim = match kind {
        Some(Kind::Side) => side(fields),
        Some(Kind::Distance) => {
            let (from, to) = (fields.text("from"), fields.text("to"));
            let (expect, tolerance) = (fields.positive("expect-m"), fields.positive("tolerance-m"));
            (|| {
                Some(Claim::Distance { from: from?.into(), to: to?.into(), expect_m: expect?, tolerance_m: tolerance? })
            })()
        }
        Some(Kind::Bearing) => {
            let (from, to) = (fields.text("from"), fields.text("to"));
            let (expect, tolerance) = (fields.finite("expect-deg"), fields.positive("tolerance-deg"));
            (|| {
                Some(Claim::Bearing {
                    from: from?.into(),
                    to: to?.into(),
                    expect_deg: expect?,
                    tolerance_deg: tolerance?,
                })
            })()
        }
        Some(Kind::Drainage) => {
            let (place, mouth) = (fields.text("place"), fields.point("mouth"));
            let (flows, expect) = (fields.word("flows"), fields.text("expect"));
            (|| Some(Claim::Drainage { place: place?.into(), mouth: mouth?, flows: flows?, expect: expect? }))()
        }
        Some(Kind::Order) => fields.req("places").map(|places| Claim::Order { places }),
        // The kind is unknown and reported: the other keys cannot be judged.
        None => {
            fields.forgive();
            None
        }
    };
    let because = fields.text("because");
    let text = fields.opt_text("text");
    let sources = citations(fields);
    Some(Assertion { claim: claim?, because: because?, text, sources })
}

fn side(fields: &Fields<'_, '_>) -> Option<Claim> {
    let expect = fields.text("expect");
    let subject = if fields.has("place") {
        fields.text("place").map(|id| Subject::Place(id.into()))
    } else if fields.has("point") {
        let (label, point) = (fields.text("label"), fields.point("point"));
        label.zip(point).map(|(label, point)| Subject::Point { label, point })
    } else {
        fields.text("place").map(|id| Subject::Place(id.into()))
    };
    Some(Claim::Side { subject: subject?, expect: expect? })
}

#[derive(serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Side,
    Distance,
    Bearing,
    Order,
    Drainage,
}
