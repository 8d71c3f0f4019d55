//! Places near a point, and places inside an area.

use geo::Contains;
use serde::Serialize;

use super::ask::Subject;
use crate::error::{Error, Result};
use crate::measure::{bearing_deg, distance_m, round_to};
use crate::model::{Atlas, Place, PlaceId, Position, TypeId};

/// A row of `near` or `within`.
#[derive(Clone, Debug, Serialize)]
pub struct PlaceRow<'a> {
    /// The place.
    pub id: &'a PlaceId,
    /// Its name to show.
    pub name: &'a str,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: &'a TypeId,
    /// Longitude.
    pub lon: f64,
    /// Latitude.
    pub lat: f64,
    /// Geodesic metres from what was asked; null in `within`.
    pub distance_m: Option<f64>,
    /// Degrees clockwise from north, as seen from what was asked; null in `within`.
    pub bearing_deg: Option<f64>,
    /// Radius in metres of its own 95 % circle.
    pub accuracy_m: f64,
    /// What tells it apart.
    pub summary: &'a str,
}

fn row<'a>(place: &'a Place, from: Option<Position>) -> Option<PlaceRow<'a>> {
    let location = place.location(&[])?;
    let p = location.point;
    Some(PlaceRow {
        id: &place.id,
        name: place.display_name(),
        kind: &place.kind,
        lon: p.lon(),
        lat: p.lat(),
        distance_m: from.map(|f| round_to(distance_m(f, p), 1)),
        bearing_deg: from.map(|f| round_to(bearing_deg(f, p), 1) % 360.0),
        accuracy_m: location.accuracy_m,
        summary: &place.summary,
    })
}

/// Places by geodesic distance from a point or place, nearest first; a place is not its own neighbour.
///
/// # Errors
/// When the place asked about has no position.
pub fn near<'a>(
    atlas: &'a Atlas,
    subject: Subject<'_>,
    kind: Option<&TypeId>,
    within_m: Option<f64>,
) -> Result<Vec<PlaceRow<'a>>> {
    let (from, own) = match subject {
        Subject::Point(p) => (p, None),
        Subject::Place(place) => {
            let location = place.location(&[]);
            let location = location.ok_or_else(|| Error::ask(format!("{} has no position", place.display_name())))?;
            (location.point, Some(&place.id))
        }
    };
    let mut rows: Vec<PlaceRow<'a>> = atlas
        .places()
        .iter()
        .filter(|p| Some(&p.id) != own && kind.is_none_or(|k| p.kind == *k))
        .filter_map(|p| row(p, Some(from)))
        .filter(|r| within_m.is_none_or(|m| r.distance_m.is_some_and(|d| d <= m)))
        .collect();
    rows.sort_by(|a, b| a.distance_m.unwrap_or(0.0).total_cmp(&b.distance_m.unwrap_or(0.0)).then(a.id.cmp(b.id)));
    Ok(rows)
}

/// An area on the map.
#[derive(Clone, Debug)]
pub enum Area {
    /// West, south, east, north in degrees; both edges inside.
    Box([f64; 4]),
    /// Polygons in longitude, latitude; their edges inside.
    Polygons(geo::MultiPolygon<f64>),
}

impl Area {
    /// True when a position lies in the area or on its edge.
    pub fn holds(&self, p: Position) -> bool {
        match self {
            Self::Box([w, s, e, n]) => p.lon() >= *w && p.lon() <= *e && p.lat() >= *s && p.lat() <= *n,
            Self::Polygons(polygons) => {
                use geo::coordinate_position::{CoordPos, CoordinatePosition};
                polygons.contains(&p.point()) || polygons.coordinate_position(&p.coord()) == CoordPos::OnBoundary
            }
        }
    }
}

/// `MINLON,MINLAT,MAXLON,MAXLAT`.
impl std::str::FromStr for Area {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let expected =
            || format!("«{text}» is not MINLON,MINLAT,MAXLON,MAXLAT: four numbers, longitude first, as 82,46,84,48");
        let numbers: Vec<f64> =
            text.split(',').map(|n| n.trim().parse()).collect::<Result<_, _>>().map_err(|_| expected())?;
        let &[w, s, e, n] = numbers.as_slice() else { return Err(expected()) };
        for (lon, lat) in [(w, s), (e, n)] {
            Position::new(lon, lat).map_err(|why| why.to_string())?;
        }
        if w > e || s > n {
            return Err(format!("«{text}» is empty: the smaller longitude and latitude come first"));
        }
        Ok(Self::Box([w, s, e, n]))
    }
}

/// Places whose position lies in an area, in the files' order.
pub fn within<'a>(atlas: &'a Atlas, area: &Area, kind: Option<&TypeId>) -> Vec<PlaceRow<'a>> {
    let inside = |p: &&Place| p.location(&[]).is_some_and(|l| area.holds(l.point));
    atlas
        .places()
        .iter()
        .filter(inside)
        .filter(|p| kind.is_none_or(|k| p.kind == *k))
        .filter_map(|p| row(p, None))
        .collect()
}
