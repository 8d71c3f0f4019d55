//! Sources: used, and free to supply coordinates.

use std::collections::HashSet;

use super::super::{Problems, Records};
use crate::model::Citation;

/// Warns of an `unused-source`.
pub(super) fn used(records: &Records, problems: &mut Problems) {
    let mut cited: Vec<&[Citation]> = Vec::new();
    let mut used: HashSet<&str> = HashSet::new();
    for p in &records.places {
        used.extend(p.value.names.iter().map(|n| n.citation.source.as_str()));
        cited.extend(p.value.locations.iter().map(|l| &l.sources[..]));
    }
    for t in &records.instruments {
        used.insert(t.id.as_str());
        cited.extend(t.dates.iter().map(|d| &d.value.sources[..]));
        cited.extend(t.articles.iter().map(|a| &a.value.sources[..]));
        cited.extend(t.segments.iter().map(|s| &s.value.sources[..]));
        cited.extend(t.readings.iter().map(|r| &r.value.sources[..]));
        cited.extend(t.markers.iter().map(|m| &m.value.sources[..]));
        cited.extend(t.pending.iter().map(|p| &p.value.sources[..]));
        cited.extend(t.published_areas.iter().map(|a| &a.value.sources[..]));
        cited.extend(t.doubts.iter().map(|d| &d.value.sources[..]));
        cited.extend(t.assertions.iter().map(|a| &a.value.sources[..]));
        used.extend(t.segments.iter().filter_map(|s| s.value.ended.as_ref()).map(|e| e.source.as_str()));
    }
    cited.extend(records.events.iter().map(|e| &e.value.sources[..]));
    cited.extend(records.tracts.iter().map(|t| &t.value.sources[..]));
    let unread = &records.unread;
    let dropped = records.instruments.iter().any(|t| !t.dropped.is_empty());
    let misnamed = records.instruments.iter().any(|t| problems.in_file(t.entry.file, &["wrong-file"]));
    if unread.places || unread.instruments || dropped || misnamed || problems.any_partial() {
        return; // Whoever cites it may stand where we could not read.
    }
    used.extend(cited.into_iter().flatten().map(|c| c.source.as_str()));
    for s in records.sources.iter().filter(|s| !used.contains(s.value.id.as_str())) {
        let message = format!("nothing cites «{}»", s.value.id);
        problems.warning(s.at("id"), "unused-source", message).help("cite it, or take it out");
    }
}

/// `no-rights`: a source that supplied coordinates states its terms.
pub(super) fn rights(records: &Records, problems: &mut Problems) {
    let drawn = records.instruments.iter().flat_map(|t| &t.segments).flat_map(|s| &s.value.sources);
    let is_instrument = |id: &str| records.instruments.iter().any(|t| t.id == *id);
    let positions = records.places.iter().flat_map(|p| &p.value.locations).flat_map(|l| &l.sources);
    // A treaty's own words are nobody's property.
    let positions = positions.chain(drawn).filter(|c| !is_instrument(c.source.as_str()));
    let gave: HashSet<&str> = positions.map(|c| c.source.as_str()).collect();
    for s in records.sources.iter().filter(|s| s.value.rights.is_none() && gave.contains(s.value.id.as_str())) {
        let message = format!("positions come from «{}», but its terms are not stated", s.value.id);
        problems.error(s.at("id"), "no-rights", message).help("add rights = …");
    }
}
