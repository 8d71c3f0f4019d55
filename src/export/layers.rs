//! The layers of an atlas.

use std::collections::HashMap;

use super::layer::{Feature, Geometry, Kind, Layer, Schema, Shape, Value};
use crate::error::{Error, Result};
use crate::index::{Choice, Index, join};
use crate::measure::round_to;
use crate::model::{CalendarDay, Citation, Edtf, Ended, Instrument, MarkerId, Milestone, Place, SegmentId};
use crate::query::changed::{AreaRow, areas};
use crate::query::markers::{MarkerFilter, markers};
use crate::query::side;

/// The end of what has no known end: open ends as null vanish in QGIS.
pub const FAR_END: &str = "9999-12-31";

/// The names of all layers, in the order of a map from top to bottom.
pub const NAMES: [&str; 7] = ["events", "places", "markers", "segments", "bands", "cessions", "sides"];

/// A layer by name.
///
/// ```
/// use karun::{Atlas, Index, export::layers};
/// let atlas = Atlas::bundled();
/// let index = Index::new(&atlas, &Default::default())?;
/// assert_eq!(layers::layer(&index, "sides")?.features.len(), 2);
/// # Ok::<(), karun::Error>(())
/// ```
///
/// # Errors
/// For a name that no layer has.
pub fn layer(index: &Index<'_>, name: &str) -> Result<Layer> {
    use Shape::{MultiLineString, MultiPolygon, Point};
    const BANDS_TITLE: &str = "What is not certain: the ground within the accuracy of a segment";
    const EVENTS_TITLE: &str = "Events of the chronicle, one point for each place";
    const CESSIONS_TITLE: &str = "Land that changed sides, act by act, by sector";
    let (name, title, shape, columns, features) = match name {
        "places" => ("places", "Places of the gazetteer", Point, PLACES, places(index)),
        "markers" => ("markers", "Boundary markers", Point, MARKERS, marker_features(index)),
        "segments" => ("segments", "The line, segment by segment", MultiLineString, SEGMENTS, segments(index)),
        "events" => ("events", EVENTS_TITLE, Point, EVENTS, event_features(index)),
        "bands" => ("bands", BANDS_TITLE, MultiPolygon, BANDS, bands(index)),
        "cessions" => ("cessions", CESSIONS_TITLE, MultiPolygon, CESSIONS, cessions(index)?),
        "sides" => ("sides", "The two sides of the line", MultiPolygon, SIDES, sides(index)),
        other => return Err(Error::unknown("layer", other, NAMES)),
    };
    let kinds = (0..).zip(columns).map(|(i, name)| kind(name, i, &features)).collect();
    let schema = Schema {
        name: name.to_owned(),
        title: title.to_owned(),
        shape,
        columns: columns.iter().map(|c| (*c).to_owned()).collect(),
        kinds,
        license: index.atlas().license().map(str::to_owned),
        credits: index.atlas().credits().into_iter().map(str::to_owned).collect(),
    };
    Ok(Layer { schema, features })
}

/// What a column holds: whole dates, whole numbers, numbers where any is not whole, or text.
fn kind(name: &str, column: usize, features: &[Feature]) -> Kind {
    if matches!(name, "valid_from" | "valid_to") {
        return Kind::Date;
    }
    let values = || features.iter().map(|f| &f.values[column]);
    if values().any(|v| matches!(v, Value::Text(_))) {
        Kind::Text
    } else if values().any(|v| matches!(v, Value::Number(_))) {
        Kind::Number
    } else if values().any(|v| matches!(v, Value::Integer(_))) {
        Kind::Integer
    } else {
        Kind::Text
    }
}

const PLACES: &[&str] = &[
    "place_id",
    "name",
    "name_zh_hans",
    "name_zh_hant",
    "name_pinyin",
    "name_ru",
    "names_all",
    "type",
    "district",
    "side",
    "verdict",
    "distance_m",
    "certainty",
    "accuracy_m",
    "summary",
    "source",
];

fn places(index: &Index<'_>) -> Vec<Feature> {
    index.atlas().places().iter().filter_map(|place| place_feature(index, place)).collect()
}

/// A place with a position; one without is in no map layer.
fn place_feature(index: &Index<'_>, place: &Place) -> Option<Feature> {
    let location = place.location(index.readings())?;
    let (side, verdict, distance) = side::of_place(index, place);
    let all: Vec<&str> = place.names.iter().map(|n| n.text.as_str()).collect();
    let values = vec![
        Value::text(place.id.as_str()),
        Value::text(place.display_name()),
        Value::maybe(place.name_in("zh-Hans")),
        Value::maybe(place.name_in("zh-Hant")),
        Value::maybe(place.name_in("zh-Latn-pinyin")),
        Value::maybe(place.name_in("ru")),
        Value::text(all.join("; ")),
        Value::text(place.kind.as_str()),
        Value::text(place.district.as_str()),
        Value::maybe(side.as_deref()),
        Value::text(verdict.as_str()),
        Value::number(distance),
        Value::text(location.certainty.as_str()),
        Value::Number(location.accuracy_m),
        Value::text(place.summary.as_str()),
        sources(&location.sources),
    ];
    Some(Feature { geometry: Some(Geometry::Point(location.point)), values })
}

fn sources(citations: &[Citation]) -> Value {
    let one = |c: &Citation| c.located(c.source.as_str());
    Value::Text(citations.iter().map(one).collect::<Vec<_>>().join("; "))
}

const MARKERS: &[&str] = &[
    "marker_id",
    "convention_id",
    "district",
    "number",
    "place_id",
    "name_zh",
    "name_ru",
    "name_en",
    "valid_from",
    "valid_to",
    "set_edtf",
    "segment_id",
    "line_km",
    "certainty",
    "accuracy_m",
    "source",
];

fn marker_features(index: &Index<'_>) -> Vec<Feature> {
    let rows = markers(index, &MarkerFilter::default());
    let ends = index.atlas().ends();
    let spot = |id: &MarkerId| index.markers().iter().find(|s| s.marker.id == *id);
    rows.iter()
        .filter_map(|row| {
            let spot = spot(row.id)?;
            let location = spot.location?;
            let ended = ends.get(&index.legs()[spot.leg].segment.id).map(|e| &e.edtf);
            let values = vec![
                Value::text(row.id.as_str()),
                Value::text(row.convention.as_str()),
                Value::maybe(row.district.map(|d| d.as_str())),
                Value::Integer(i64::from(row.number)),
                Value::text(row.place.as_str()),
                Value::maybe(row.name_zh),
                Value::maybe(spot.place.name_in("ru")),
                Value::maybe(spot.place.name_in("en")),
                day(row.set, true),
                day(ended, true),
                Value::maybe(row.set.map(Edtf::as_str)),
                Value::text(row.segment.as_str()),
                Value::number(row.line_km),
                Value::text(location.certainty.as_str()),
                Value::Number(location.accuracy_m),
                sources(&spot.marker.sources),
            ];
            Some(Feature { geometry: Some(Geometry::Point(location.point)), values })
        })
        .collect()
}

/// The first or last day of a date; the far end for what has none.
fn day(date: Option<&Edtf>, first: bool) -> Value {
    let day = date.and_then(|d| if first { d.earliest() } else { d.latest() });
    day.map_or_else(|| Value::text(FAR_END), |d| Value::text(d.to_string()))
}

const SEGMENTS: &[&str] = &[
    "segment_id",
    "treaty_id",
    "line_id",
    "reading",
    "article",
    "district",
    "seq",
    "from_place",
    "to_place",
    "left_party",
    "right_party",
    "follows",
    "stage",
    "demarcated_by",
    "certainty",
    "accuracy_m",
    "valid_from",
    "valid_to",
    "valid_edtf",
    "length_km",
    "basis",
    "source",
];

/// The segments asked for; where neither a treaty nor a day was named, also those of every later line.
fn segments(index: &Index<'_>) -> Vec<Feature> {
    let (atlas, choice) = (index.atlas(), index.choice());
    let ends = atlas.ends();
    // On a map of all times, whoever marked a stretch.
    let marked = if choice.on.is_none() { atlas.marked_by() } else { HashMap::new() };
    let mut out = own_segments(index, &ends, &marked);
    if choice.treaty.is_none() && choice.on.is_none() {
        for state in index.later() {
            let of_act = Choice { treaty: Some(state.by.id.clone()), ..Choice::default() };
            let own = Index::new(atlas, &of_act);
            out.extend(own.iter().flat_map(|index| own_segments(index, &ends, &marked)));
        }
    }
    out
}

fn own_segments(
    index: &Index<'_>,
    ends: &HashMap<SegmentId, Ended>,
    marked: &HashMap<SegmentId, &Instrument>,
) -> Vec<Feature> {
    index
        .asked_legs()
        .map(|(i, leg)| {
            let (s, t) = (leg.segment, leg.drawn_by);
            let (begun, ended) = lifetime(t, ends.get(&s.id).map(|e| &e.edtf));
            let values = vec![
                Value::text(s.id.as_str()),
                Value::text(t.id.as_str()),
                Value::text(leg.line.id.as_str()),
                Value::text(s.reading.as_ref().map_or("", |r| r.as_str())),
                Value::text(s.article.as_str()),
                Value::maybe(s.district.as_ref().map(|d| d.as_str())),
                Value::Integer(i as i64 + 1),
                Value::text(s.from.as_str()),
                Value::text(s.to.as_str()),
                Value::text(leg.line.left.as_str()),
                Value::text(leg.line.right.as_str()),
                Value::text(s.follows.as_str()),
                Value::text(t.stage.as_str()),
                Value::maybe(marked.get(&s.id).copied().or(index.demarcated_by(i)).map(|c| c.id.as_str())),
                Value::text(s.certainty.as_str()),
                Value::Number(s.accuracy_m),
                day(begun, true),
                day(ended, true),
                Value::text(span(begun, ended)),
                Value::Number(round_to(leg.length_m() / 1000.0, 3)),
                Value::text(s.basis.as_str()),
                sources(&s.sources),
            ];
            Feature { geometry: Some(Geometry::MultiLineString(vec![join([s])])), values }
        })
        .collect()
}

/// When a segment came into force and when it ended; what never was has the one day of its signature.
fn lifetime<'e>(t: &'e Instrument, ended: Option<&'e Edtf>) -> (Option<&'e Edtf>, Option<&'e Edtf>) {
    if t.never_in_force.is_some() {
        let signed = t.date(Milestone::Signed).map(|d| &d.edtf);
        return (signed, signed);
    }
    (t.in_force(), ended)
}

/// From one date to another, either of which may be unknown.
fn span(begun: Option<&Edtf>, ended: Option<&Edtf>) -> String {
    let [begun, ended] = [begun, ended].map(|d| d.map_or("..", Edtf::as_str));
    format!("{begun}/{ended}")
}

const BANDS: &[&str] =
    &["segment_id", "treaty_id", "line_id", "reading", "district", "certainty", "accuracy_m", "valid_from", "valid_to"];

/// The ribbon of each segment. Where an exact point lies in none, its side is certain.
fn bands(index: &Index<'_>) -> Vec<Feature> {
    let ends = index.atlas().ends();
    index
        .asked_legs()
        .map(|(_, leg)| {
            let s = leg.segment;
            let ribbon = crate::index::band(&s.chain, s.accuracy_m);
            let values = vec![
                Value::text(s.id.as_str()),
                Value::text(leg.drawn_by.id.as_str()),
                Value::text(leg.line.id.as_str()),
                Value::text(s.reading.as_ref().map_or("", |r| r.as_str())),
                Value::maybe(s.district.as_ref().map(|d| d.as_str())),
                Value::text(s.certainty.as_str()),
                Value::Number(s.accuracy_m),
                day(leg.drawn_by.in_force(), true),
                day(ends.get(&s.id).map(|e| &e.edtf), true),
            ];
            Feature { geometry: Some(Geometry::from(&ribbon)), values }
        })
        .collect()
}

const EVENTS: &[&str] = &[
    "event_id",
    "place_id",
    "name",
    "valid_from",
    "valid_to",
    "date_edtf",
    "written",
    "actors",
    "summary",
    "meaning",
    "source",
];

/// One point for each event and each of its places that has a position.
fn event_features(index: &Index<'_>) -> Vec<Feature> {
    let atlas = index.atlas();
    let mut out = Vec::new();
    for event in atlas.events() {
        for place in event.places.iter().filter_map(|id| atlas.place(id)) {
            let Some(location) = place.location(index.readings()) else { continue };
            let written: Vec<&str> = event.written.iter().map(|w| w.text.as_str()).collect();
            let values = vec![
                Value::text(event.id.as_str()),
                Value::text(place.id.as_str()),
                Value::text(place.display_name()),
                day(Some(&event.date), true),
                day(Some(&event.date), false),
                Value::text(event.date.as_str()),
                Value::text(written.join("; ")),
                Value::text(event.actors.join("; ")),
                Value::text(event.summary.as_str()),
                Value::maybe(event.meaning.as_deref()),
                sources(&event.sources),
            ];
            out.push(Feature { geometry: Some(Geometry::Point(location.point)), values });
        }
    }
    out
}

const CESSIONS: &[&str] = &[
    "cession_id",
    "treaty_id",
    "treaty",
    "sector",
    "from_party",
    "to_party",
    "km2",
    "accuracy_km2",
    "valid_from",
    "valid_to",
    "valid_edtf",
];

/// The land that each later line moved: all of it where neither a treaty nor a day was named, up to the day asked for, or
/// by the treaty asked for.
fn cessions(index: &Index<'_>) -> Result<Vec<Feature>> {
    let choice = index.choice();
    let act = choice.treaty.as_ref().map(|_| index.asked().id.clone());
    let first = Choice { on: first_day(index), ..Choice::default() };
    let from = Index::new(index.atlas(), if first.on.is_some() { &first } else { choice })?;
    let rows = areas(&from, choice.on);
    let wanted = rows.iter().filter(|row| act.as_ref().is_none_or(|act| row.treaty == act));
    let feature = |row: &AreaRow<'_>| {
        let [from, to] = [&row.from, &row.to].map(|party| party.as_ref().map_or("outside", |p| p.as_str()));
        let sector = row.sector.as_ref().map_or("beyond", |d| d.as_str());
        let values = vec![
            Value::text(format!("{}-{sector}-{from}-{to}", row.treaty)),
            Value::text(row.treaty.as_str()),
            Value::text(row.title),
            Value::maybe(row.sector.as_ref().map(|d| d.as_str())),
            Value::text(from),
            Value::text(to),
            Value::Number(row.km2),
            Value::number(row.accuracy_km2),
            Value::text(row.since.to_string()),
            Value::text(FAR_END),
            Value::Text(format!("{}/..", row.since)),
        ];
        Feature { geometry: Some(Geometry::from(&row.shape)), values }
    };
    Ok(wanted.map(feature).collect())
}

/// The first day of the line that came first.
fn first_day(index: &Index<'_>) -> Option<CalendarDay> {
    let own = index.atlas().delimitation().is_some_and(|t| t.id == index.drawn_by().id);
    index.drawn_by().in_force().filter(|_| own).and_then(Edtf::earliest)
}

const SIDES: &[&str] = &["party", "party_name", "treaty_id", "readings", "valid_from", "valid_to", "valid_edtf"];

/// One feature per party: all its faces.
fn sides(index: &Index<'_>) -> Vec<Feature> {
    let t = index.drawn_by();
    // The two sides as a whole lived from the last stretch that came until the first that went.
    let ends = index.atlas().ends();
    let acts = index.legs().iter().filter_map(|l| l.drawn_by.in_force().map(|date| (l.drawn_by, date)));
    let (last, begun) = acts.max_by_key(|(_, date)| date.earliest()).unzip();
    let ended = index.legs().iter().filter_map(|l| ends.get(&l.segment.id)).min_by_key(|e| e.edtf.latest());
    let ended = ended.map(|e| &e.edtf);
    let mut parties = Vec::new();
    for face in index.sides().faces() {
        if !parties.contains(&&face.party) {
            parties.push(&face.party);
        }
    }
    let readings: Vec<&str> = index.readings().iter().map(|r| r.as_str()).collect();
    let one = |party: &crate::model::PartyId| {
        let faces = index.sides().faces().iter().filter(|f| f.party == *party).map(|f| f.rings.clone()).collect();
        let values = vec![
            Value::text(party.as_str()),
            Value::text(t.party(party).map_or(party.as_str(), |p| &p.name)),
            Value::text(last.map_or(t.id.as_str(), |t| t.id.as_str())),
            Value::Text(readings.join("; ")),
            day(begun, true),
            day(ended, true),
            Value::Text(span(begun, ended)),
        ];
        Feature { geometry: Some(Geometry::MultiPolygon(faces)), values }
    };
    parties.into_iter().map(one).collect()
}
