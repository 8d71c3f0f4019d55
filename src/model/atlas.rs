//! The atlas: everything a data folder says, valid and frozen.

use std::collections::HashMap;

use super::{
    District, DistrictId, Event, Instrument, InstrumentId, Line, LineId, Marker, Place, PlaceId, PlaceType, Reading,
    Segment, SegmentId, Source, SourceId, Tract, TypeId,
};

/// Everything a data folder says: gazetteer, sources and instruments.
///
/// Built once from files that passed every rule of the format, and only read afterwards.
///
/// ```
/// let atlas = karun::Atlas::bundled();
/// let instrument = atlas.instrument(&"kobdo-1869".into()).unwrap();
/// assert_eq!(instrument.markers.len(), 20);
/// ```
#[derive(Debug)]
pub struct Atlas {
    places: Vec<Place>,
    types: Vec<PlaceType>,
    sources: Vec<Source>,
    instruments: Vec<Instrument>,
    events: Vec<Event>,
    tracts: Vec<Tract>,
    place_index: HashMap<PlaceId, usize>,
    segment_index: HashMap<SegmentId, (usize, usize)>,
    license: Option<&'static str>,
}

impl Atlas {
    /// Freezes records that passed the rules of `data`; nothing else may call it.
    pub(crate) fn freeze(
        places: Vec<Place>,
        types: Vec<PlaceType>,
        sources: Vec<Source>,
        instruments: Vec<Instrument>,
        events: Vec<Event>,
        tracts: Vec<Tract>,
        license: Option<&'static str>,
    ) -> Self {
        let place_index = places.iter().enumerate().map(|(i, p)| (p.id.clone(), i)).collect();
        let segment_index = instruments
            .iter()
            .enumerate()
            .flat_map(|(i, t)| t.segments.iter().enumerate().map(move |(k, s)| (s.id.clone(), (i, k))))
            .collect();
        Self { places, types, sources, instruments, events, tracts, place_index, segment_index, license }
    }

    /// Every place, district by district, in the files' order.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// Every place type.
    pub fn types(&self) -> &[PlaceType] {
        &self.types
    }

    /// Every source.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// Every instrument, in the order of their folders' names.
    pub fn instruments(&self) -> &[Instrument] {
        &self.instruments
    }

    /// The chronicle, in the file's order.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Land held by one party while the line left it to the other, in the file's order.
    pub fn tracts(&self) -> &[Tract] {
        &self.tracts
    }

    /// The place of an id.
    pub fn place(&self, id: &PlaceId) -> Option<&Place> {
        self.place_index.get(id).map(|&i| &self.places[i])
    }

    /// The name to show for a place id.
    pub fn place_name<'a>(&'a self, id: &'a PlaceId) -> &'a str {
        self.place(id).map_or(id.as_str(), Place::display_name)
    }

    /// The type of an id.
    pub fn place_type(&self, id: &TypeId) -> Option<&PlaceType> {
        self.types.iter().find(|t| t.id == *id)
    }

    /// True for an area: a region, a people, a state. Areas have no side.
    pub fn is_area(&self, place: &Place) -> bool {
        self.place_type(&place.kind).is_some_and(|t| t.area)
    }

    /// The source of an id.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().find(|s| s.id == *id)
    }

    /// The instrument of an id.
    pub fn instrument(&self, id: &InstrumentId) -> Option<&Instrument> {
        self.instruments.iter().find(|t| t.id == *id)
    }

    /// The line of an id, and the instrument that draws it.
    pub fn line(&self, id: &LineId) -> Option<(&Instrument, &Line)> {
        self.instruments.iter().find_map(|t| t.lines.iter().find(|l| l.id == *id).map(|l| (t, l)))
    }

    /// The segment of an id, and the instrument that draws it.
    pub fn segment(&self, id: &SegmentId) -> Option<(&Instrument, &Segment)> {
        self.segment_index.get(id).map(|&(i, k)| {
            let instrument = &self.instruments[i];
            (instrument, &instrument.segments[k])
        })
    }

    /// Every rival reading with the instrument whose line it reads otherwise.
    pub fn readings(&self) -> impl Iterator<Item = (&Instrument, &Reading)> {
        self.instruments.iter().flat_map(|t| t.readings.iter().map(move |r| (t, r)))
    }

    /// Every marker with the instrument that set it.
    pub fn markers(&self) -> impl Iterator<Item = (&Instrument, &Marker)> {
        self.instruments.iter().flat_map(|t| t.markers.iter().map(move |m| (t, m)))
    }

    /// A district by its id or any of its names, ignoring case.
    pub fn district(&self, name: &str) -> Option<&District> {
        let wanted = name.trim().to_lowercase();
        self.instruments
            .iter()
            .flat_map(|t| &t.districts)
            .find(|d| d.id.as_str() == wanted || d.names.iter().any(|n| n.text.to_lowercase() == wanted))
    }

    /// Every district id the data use, treaty districts first.
    pub fn district_ids(&self) -> Vec<&DistrictId> {
        let mut ids: Vec<&DistrictId> = Vec::new();
        let declared = self.instruments.iter().flat_map(|t| &t.districts).map(|d| &d.id);
        for id in declared.chain(self.places.iter().map(|p| &p.district)) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }

    /// The licence of the data (SPDX), where it is known: that of the bundled ones.
    pub fn license(&self) -> Option<&'static str> {
        self.license
    }

    /// The citations that the terms of used sources ask for.
    pub fn credits(&self) -> Vec<&str> {
        self.sources.iter().filter_map(|s| s.credit.as_deref()).collect()
    }
}
