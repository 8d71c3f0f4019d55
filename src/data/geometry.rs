//! Reads `line.geojson`, each position with its place in the file.
//!
//! Takes our own layout and what QGIS writes on save: one feature a line, seven decimals, a `name`, and ids of new legs
//! in `properties.id`. (The `geojson` crate, which writes our layers, keeps no places in the text.)

use std::ops::Range;

use jsonc_parser::ast::{Array, Object, Value};
use jsonc_parser::common::Ranged as _;
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::files::{At, FileId, Problems};
use super::records::{Feature, Shape};
use crate::model::Position;

const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// The features of a file; what is wrong with it goes to `problems`.
pub(crate) fn features(file: FileId, text: &str, problems: &mut Problems) -> Vec<Feature> {
    // Blanked rather than cut off, so that places stay what they are.
    let blanked = text.strip_prefix('\u{feff}').map(|rest| format!("   {rest}"));
    let text = blanked.as_deref().unwrap_or(text);
    let parsed = match parse_to_ast(text, &CollectOptions::default(), &STRICT) {
        Ok(parsed) => parsed,
        Err(why) => {
            let at = why.range();
            let cut_off = matches!(
                why.kind(),
                ParseErrorKind::UnterminatedArray | ParseErrorKind::UnterminatedObject | ParseErrorKind::String(_)
            );
            let found =
                problems.error(At::Bytes(file, at.start..at.end), "json-syntax", format!("not JSON: {}", why.kind()));
            if cut_off {
                found.help("the file may have been cut off: compare it with a copy");
            }
            return Vec::new();
        }
    };
    let mut reader = Reader { file, problems };
    let collection = parsed.value.as_ref().and_then(Value::as_object);
    let features = collection
        .filter(|c| c.get_string("type").is_some_and(|t| t.value == "FeatureCollection"))
        .and_then(|c| c.get_array("features"));
    let Some(features) = features else {
        reader.problems.error(
            At::File(file),
            "wrong-geometry",
            "expected a GeoJSON FeatureCollection with `features`".into(),
        );
        return Vec::new();
    };
    features.elements.iter().filter_map(|f| reader.feature(f)).collect()
}

struct Reader<'p> {
    file: FileId,
    problems: &'p mut Problems,
}

impl Reader<'_> {
    fn at(&self, range: jsonc_parser::common::Range) -> At {
        At::Bytes(self.file, Range { start: range.start, end: range.end })
    }

    fn wrong(&mut self, at: At, message: impl Into<String>) {
        self.problems.error(at, "wrong-geometry", message.into());
    }

    fn feature(&mut self, value: &Value<'_>) -> Option<Feature> {
        let at = self.at(value.range());
        let Some(object) = value.as_object().filter(|o| o.get_string("type").is_some_and(|t| t.value == "Feature"))
        else {
            self.wrong(at, "expected a GeoJSON Feature");
            return None;
        };
        let own = object.get_string("id");
        let Some(id) = own.or_else(|| object.get_object("properties").and_then(|p| p.get_string("id"))) else {
            self.problems
                .error(at, "feature-without-segment", "this Feature has no `id`".into())
                .help("give it the id of its segment, or remove it");
            return None;
        };
        let at = self.at(id.range());
        let Some(geometry) = object.get_object("geometry") else {
            self.wrong(at, format!("Feature «{}» has no geometry", id.value));
            return None;
        };
        let (shape, list) = self.shape(geometry, &id.value)?;
        let (mut positions, mut places) = (Vec::new(), Vec::new());
        for element in &list.elements {
            if let Some(position) = self.position(element) {
                positions.push(position);
                places.push(self.at(element.range()));
            }
        }
        Some(Feature { id: id.value.to_string(), at, shape, positions, places })
    }

    /// The list of positions of a LineString or of a Polygon's only ring; QGIS may have wrapped either in a Multi.
    fn shape<'a>(&mut self, geometry: &'a Object<'a>, id: &str) -> Option<(Shape, &'a Array<'a>)> {
        let kind = geometry.get_string("type").map(|t| t.value.to_string()).unwrap_or_default();
        let depth = match kind.as_str() {
            "LineString" => Some((Shape::Chain, 0)),
            "MultiLineString" => Some((Shape::Chain, 1)),
            "Polygon" => Some((Shape::Ring, 1)),
            "MultiPolygon" => Some((Shape::Ring, 2)),
            _ => None,
        };
        let (Some((shape, depth)), Some(mut list)) = (depth, geometry.get_array("coordinates")) else {
            let at = self.at(geometry.range);
            self.wrong(at, format!("Feature «{id}» is a «{kind}»: expected a LineString, or a Polygon for an extent"));
            return None;
        };
        for _ in 0..depth {
            if list.elements.len() != 1 {
                let at = self.at(list.range);
                self.wrong(at, format!("Feature «{id}» has {} parts: expected one", list.elements.len()));
                return None;
            }
            let Some(inner) = list.elements[0].as_array() else {
                let at = self.at(list.elements[0].range());
                self.wrong(at, format!("Feature «{id}»: expected a list of positions"));
                return None;
            };
            list = inner;
        }
        Some((shape, list))
    }

    fn position(&mut self, value: &Value<'_>) -> Option<Position> {
        let at = self.at(value.range());
        let numbers: Option<Vec<f64>> = value
            .as_array()
            .and_then(|a| a.elements.iter().map(|n| n.as_number_lit().and_then(|n| n.value.parse().ok())).collect());
        match numbers.as_deref() {
            Some(&[lon, lat]) => match Position::new(lon, lat) {
                Ok(position) => return Some(position),
                Err(why) => {
                    self.problems
                        .error(at, "bad-coordinates", why.to_string())
                        .help("longitude, then latitude, in degrees");
                }
            },
            _ => {
                let help = "a position is [longitude, latitude]";
                self.problems.error(at, "bad-coordinates", "expected a position of two numbers".into()).help(help);
            }
        }
        None
    }
}
