//! One thing, whole, with its evidence.

use serde::Serialize;

use crate::error::{Error, Result};
use crate::model::{
    Article, Atlas, Instrument, InstrumentId, Line, LineId, Marker, Name, Place, PlaceId, Reading, Segment, SegmentId,
    Source, Tract,
};

/// Whatever an id names.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the words say it")]
pub enum Shown<'a> {
    Place {
        #[serde(flatten)]
        place: &'a Place,
        /// The clauses that name it.
        articles: Vec<Clause<'a>>,
        /// The segments that end at it.
        segments: Vec<&'a SegmentId>,
        /// The markers that stood there.
        markers: Vec<&'a Marker>,
    },
    Segment {
        instrument: &'a InstrumentId,
        #[serde(flatten)]
        segment: &'a Segment,
    },
    Marker {
        instrument: &'a InstrumentId,
        #[serde(flatten)]
        marker: &'a Marker,
        names: &'a [Name],
    },
    Instrument {
        #[serde(flatten)]
        instrument: &'a Instrument,
    },
    Line {
        instrument: &'a InstrumentId,
        #[serde(flatten)]
        line: &'a Line,
        segments: Vec<&'a SegmentId>,
    },
    Reading {
        instrument: &'a InstrumentId,
        #[serde(flatten)]
        reading: &'a Reading,
        segments: Vec<&'a SegmentId>,
    },
    Tract {
        #[serde(flatten)]
        tract: &'a Tract,
    },
    Source {
        #[serde(flatten)]
        source: &'a Source,
    },
    Article {
        instrument: &'a InstrumentId,
        #[serde(flatten)]
        article: &'a Article,
        /// Every place it names, with its names as each source writes them.
        named: Vec<Named<'a>>,
        segments: Vec<&'a SegmentId>,
    },
}

/// A clause of an instrument.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the words say it")]
pub struct Clause<'a> {
    pub instrument: &'a InstrumentId,
    pub article: &'a str,
}

/// A place that a clause names.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the words say it")]
pub struct Named<'a> {
    pub place: &'a PlaceId,
    pub name: &'a str,
    pub names: &'a [Name],
}

/// What an id names: a place, segment, marker, instrument, line, reading or source; with `article`, a clause.
///
/// A place may also be given by any of its names.
///
/// # Errors
/// For an unknown id, a name that several places bear, or an article that the instrument hasn't.
pub fn show<'a>(atlas: &'a Atlas, id: &str, article: Option<&str>) -> Result<Shown<'a>> {
    let instrument = atlas.instrument(&InstrumentId::from(id));
    if let Some(number) = article {
        let known = atlas.instruments().iter().map(|t| t.id.as_str());
        let t = instrument.ok_or_else(|| Error::unknown("instrument", id, known))?;
        let found = t.articles.iter().find(|a| a.number == number);
        let article = found.ok_or_else(|| {
            let numbers: Vec<&str> = t.articles.iter().map(|a| a.number.as_str()).collect();
            Error::ask_hint(format!("«{id}» has no article {number}"), format!("it has {}", numbers.join(", ")))
        })?;
        return Ok(clause(atlas, t, article));
    }
    if let Some(place) = atlas.place(&PlaceId::from(id)) {
        return Ok(shown_place(atlas, place));
    }
    if let Some((t, segment)) = atlas.segment(&SegmentId::from(id)) {
        return Ok(Shown::Segment { instrument: &t.id, segment });
    }
    if let Some((t, marker)) = atlas.markers().find(|(_, m)| m.id == *id) {
        let names = atlas.place(&marker.place).map_or(&[][..], |p| &p.names);
        return Ok(Shown::Marker { instrument: &t.id, marker, names });
    }
    if let Some(instrument) = instrument {
        return Ok(Shown::Instrument { instrument });
    }
    if let Some((t, line)) = atlas.line(&LineId::from(id)) {
        let segments = t.segments.iter().filter(|s| s.line == line.id && s.reading.is_none()).map(|s| &s.id).collect();
        return Ok(Shown::Line { instrument: &t.id, line, segments });
    }
    if let Some((t, reading)) = atlas.readings().find(|(_, r)| r.id == *id) {
        let segments = t.segments.iter().filter(|s| s.reading.as_ref() == Some(&reading.id)).map(|s| &s.id).collect();
        return Ok(Shown::Reading { instrument: &t.id, reading, segments });
    }
    if let Some(tract) = atlas.tracts().iter().find(|t| t.id == *id) {
        return Ok(Shown::Tract { tract });
    }
    if let Some(source) = atlas.sources().iter().find(|s| s.id == *id) {
        return Ok(Shown::Source { source });
    }
    match super::ask::locate(atlas, id) {
        Ok(super::Subject::Place(place)) => Ok(shown_place(atlas, place)),
        Ok(super::Subject::Point(_)) => {
            Err(Error::ask_hint(format!("«{id}» is a position, not an id"), "karun side tells about a position"))
        }
        // What looks like an id is looked for among all ids.
        Err(_) if crate::model::is_slug(id) => Err(Error::unknown("id", id, ids(atlas))),
        Err(why) => Err(why),
    }
}

/// Every id that can be shown.
fn ids(atlas: &Atlas) -> Vec<&str> {
    let instruments = atlas.instruments().iter();
    let inner = instruments.flat_map(|t| {
        let segments = t.segments.iter().map(|s| s.id.as_str());
        let markers = t.markers.iter().map(|m| m.id.as_str());
        let readings = t.readings.iter().map(|r| r.id.as_str());
        segments.chain(markers).chain(readings).chain([t.id.as_str()])
    });
    let places = atlas.places().iter().map(|p| p.id.as_str());
    inner
        .chain(places)
        .chain(atlas.tracts().iter().map(|t| t.id.as_str()))
        .chain(atlas.sources().iter().map(|s| s.id.as_str()))
        .collect()
}

fn shown_place<'a>(atlas: &'a Atlas, place: &'a Place) -> Shown<'a> {
    let clauses = atlas.instruments().iter().flat_map(|t| t.articles.iter().map(move |a| (t, a)));
    let articles = clauses
        .filter(|(_, a)| a.places.contains(&place.id))
        .map(|(t, a)| Clause { instrument: &t.id, article: &a.number })
        .collect();
    let segments = atlas
        .instruments()
        .iter()
        .flat_map(|t| &t.segments)
        .filter(|s| s.from == place.id || s.to == place.id)
        .map(|s| &s.id)
        .collect();
    let markers = atlas.markers().map(|(_, m)| m).filter(|m| m.place == place.id).collect();
    Shown::Place { place, articles, segments, markers }
}

fn clause<'a>(atlas: &'a Atlas, t: &'a Instrument, article: &'a Article) -> Shown<'a> {
    let named = article
        .places
        .iter()
        .filter_map(|id| atlas.place(id))
        .map(|p| Named { place: &p.id, name: p.display_name(), names: &p.names })
        .collect();
    let segments = t.segments.iter().filter(|s| s.article == article.number).map(|s| &s.id).collect();
    Shown::Article { instrument: &t.id, article, named, segments }
}
