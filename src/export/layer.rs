//! What a layer is: a flat table with a geometry, the same columns in every feature.

use geo::Orient;

use crate::model::Position;

/// A value in a column.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "the words say it")]
pub enum Value {
    Text(String),
    Integer(i64),
    Number(f64),
    Null,
}

impl Value {
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub(crate) fn maybe(text: Option<&str>) -> Self {
        text.map_or(Self::Null, Self::text)
    }

    pub(crate) fn number(number: Option<f64>) -> Self {
        number.map_or(Self::Null, Self::Number)
    }

    /// As plain text; nothing for null.
    pub(crate) fn plain(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Integer(n) => n.to_string(),
            Self::Number(n) => n.to_string(),
            Self::Null => String::new(),
        }
    }
}

/// A geometry: longitude before latitude.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "the words say it")]
pub enum Geometry {
    Point(Position),
    MultiLineString(Vec<Vec<Position>>),
    /// Polygons of closed rings; the first of each is the exterior, counter-clockwise.
    MultiPolygon(Vec<Vec<Vec<Position>>>),
}

impl From<&geo::MultiPolygon<f64>> for Geometry {
    /// Kept to seven decimals, as RFC 7946 advises; exteriors counter-clockwise.
    fn from(polygons: &geo::MultiPolygon<f64>) -> Self {
        let seven = |v: f64| crate::measure::round_to(v, 7);
        let ring = |r: &geo::LineString<f64>| {
            r.0.iter().filter_map(|c| Position::new(seven(c.x), seven(c.y)).ok()).collect::<Vec<_>>()
        };
        let oriented = polygons.orient(geo::orient::Direction::Default);
        let polygon = |p: &geo::Polygon<f64>| {
            std::iter::once(ring(p.exterior())).chain(p.interiors().iter().map(ring)).collect::<Vec<_>>()
        };
        Self::MultiPolygon(oriented.iter().map(polygon).collect())
    }
}

/// One row of a layer.
#[derive(Clone, Debug, PartialEq)]
pub struct Feature {
    /// Where it is, if that is known.
    pub geometry: Option<Geometry>,
    /// One value a column.
    pub values: Vec<Value>,
}

/// What a layer is, before any of its features: its name, its geometry, its columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Schema {
    /// What the table or file is called.
    pub name: String,
    /// For people.
    pub title: String,
    /// The geometry of every feature that has one.
    pub shape: Shape,
    /// Column names.
    pub columns: Vec<String>,
    /// What each column holds, also where a narrowed layer shows less of it.
    pub kinds: Vec<Kind>,
    /// The licence of the data, where it is known: that of the bundled ones.
    pub license: Option<String>,
    /// The citations that the data ask for.
    pub credits: Vec<String>,
}

/// A flat table with one geometry type.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// What it is.
    pub schema: Schema,
    /// Rows.
    pub features: Vec<Feature>,
}

impl Schema {
    /// Where a column stands.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|c| c == name)
    }
}

/// What geometry a layer has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the words say it")]
pub enum Shape {
    Point,
    MultiLineString,
    MultiPolygon,
}

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the words say it")]
pub enum Kind {
    Text,
    Date,
    Integer,
    Number,
}

impl Layer {
    /// Keeps the features of a district; the sides, which have none, stay as they are.
    pub fn keep_district(&mut self, district: &str) {
        if let Some(i) = self.schema.column("district") {
            self.features.retain(|f| f.values[i] == Value::Text(district.to_owned()));
        }
    }

    /// West, south, east, north of all features, in degrees; `None` without any.
    pub fn bounds(&self) -> Option<[f64; 4]> {
        hull(self.features.iter().filter_map(Feature::bounds))
    }

    /// Keeps the features whose box meets a box: west, south, east, north, edges included.
    pub fn keep_box(&mut self, [west, south, east, north]: [f64; 4]) {
        self.features
            .retain(|f| f.bounds().is_some_and(|[w, s, e, n]| w <= east && e >= west && s <= north && n >= south));
    }
}

impl Feature {
    /// West, south, east, north; `None` without a position.
    pub(crate) fn bounds(&self) -> Option<[f64; 4]> {
        self.geometry.as_ref().and_then(Geometry::bounds)
    }
}

impl Geometry {
    /// West, south, east, north; `None` for a geometry without positions.
    pub(crate) fn bounds(&self) -> Option<[f64; 4]> {
        let spot = |p: &Position| [p.lon(), p.lat(), p.lon(), p.lat()];
        match self {
            Self::Point(p) => Some(spot(p)),
            Self::MultiLineString(lines) => hull(lines.iter().flatten().map(spot)),
            Self::MultiPolygon(polygons) => hull(polygons.iter().flatten().flatten().map(spot)),
        }
    }
}

/// The box around boxes: west, south, east, north.
pub(crate) fn hull(boxes: impl Iterator<Item = [f64; 4]>) -> Option<[f64; 4]> {
    boxes.reduce(|a, b| [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])])
}

/// A geometry as `geo` has it, for formats whose crates take those.
#[cfg(any(feature = "geopackage", feature = "parquet"))]
pub(crate) fn shape(geometry: &Geometry) -> geo::Geometry<f64> {
    use crate::index::polygon;
    match geometry {
        Geometry::Point(p) => geo::Geometry::Point(p.point()),
        Geometry::MultiLineString(lines) => {
            let line = |l: &Vec<Position>| l.iter().map(|p| p.coord()).collect();
            geo::MultiLineString(lines.iter().map(line).collect()).into()
        }
        Geometry::MultiPolygon(polygons) => {
            geo::MultiPolygon(polygons.iter().map(|rings| polygon(rings)).collect()).into()
        }
    }
}
