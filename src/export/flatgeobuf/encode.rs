//! One feature, and the header, as FlatGeobuf has them (<https://flatgeobuf.org>, schema of version 3).

use flatbuffers::{FlatBufferBuilder, WIPOffset};
use flatgeobuf::packed_r_tree::{NodeItem, PackedRTree};
use flatgeobuf::{
    Column, ColumnArgs, ColumnType, Crs, CrsArgs, Feature, FeatureArgs, Geometry as Shaped, GeometryArgs, GeometryType,
    Header, HeaderArgs,
};

use super::super::layer::{Geometry, Kind, Schema, Shape, Value};
use crate::model::Position;

/// The first bytes of a file: `fgb`, the version of the format, `fgb`, its patch level.
const MAGIC: [u8; 8] = [0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 0];

/// Encodes; keeps its buffers from feature to feature.
#[derive(Default)]
pub(super) struct Encoder {
    buffer: FlatBufferBuilder<'static>,
    properties: Vec<u8>,
}

impl Encoder {
    /// A feature with its length before it.
    pub fn feature(&mut self, geometry: &Geometry, values: &[Value], kinds: &[Kind]) -> &[u8] {
        self.buffer.reset();
        let shaped = match geometry {
            Geometry::Point(p) => part(&mut self.buffer, &[std::slice::from_ref(p)], false),
            Geometry::MultiLineString(lines) => part(&mut self.buffer, lines, true),
            Geometry::MultiPolygon(polygons) => {
                let parts: Vec<_> = polygons.iter().map(|rings| part(&mut self.buffer, rings, true)).collect();
                let parts = Some(self.buffer.create_vector(&parts));
                Shaped::create(&mut self.buffer, &GeometryArgs { parts, ..GeometryArgs::default() })
            }
        };
        self.properties.clear();
        for ((i, value), kind) in (0u16..).zip(values).zip(kinds) {
            let (fixed, text): ([u8; 8], Option<&str>) = match (value, kind) {
                (Value::Null, _) => continue,
                (Value::Text(text), _) => ([0; 8], Some(text)),
                (Value::Integer(n), Kind::Number) => ((*n as f64).to_le_bytes(), None),
                (Value::Integer(n), _) => (n.to_le_bytes(), None),
                (Value::Number(n), _) => (n.to_le_bytes(), None),
            };
            self.properties.extend(i.to_le_bytes());
            match text {
                None => self.properties.extend(fixed),
                Some(text) => {
                    self.properties.extend((text.len() as u32).to_le_bytes());
                    self.properties.extend(text.as_bytes());
                }
            }
        }
        let properties = Some(self.buffer.create_vector(&self.properties));
        let args = FeatureArgs { geometry: Some(shaped), properties, ..FeatureArgs::default() };
        let feature = Feature::create(&mut self.buffer, &args);
        self.buffer.finish_size_prefixed(feature, None);
        self.buffer.finished_data()
    }

    /// The magic bytes and the header, with its length before it.
    pub fn header(mut self, schema: &Schema, features: usize, extent: &NodeItem) -> Vec<u8> {
        self.buffer.reset();
        let b = &mut self.buffer;
        let mut columns = Vec::new();
        for (name, kind) in schema.columns.iter().zip(&schema.kinds) {
            let type_ = match kind {
                Kind::Text => ColumnType::String,
                Kind::Date => ColumnType::DateTime,
                Kind::Integer => ColumnType::Long,
                Kind::Number => ColumnType::Double,
            };
            let name = Some(b.create_string(name));
            columns.push(Column::create(b, &ColumnArgs { name, type_, ..ColumnArgs::default() }));
        }
        let org = Some(b.create_string("EPSG"));
        let crs = Crs::create(b, &CrsArgs { org, code: 4326, ..CrsArgs::default() });
        let args = HeaderArgs {
            name: Some(b.create_string(&schema.name)),
            // Empty boxes would be infinite.
            envelope: (features > 0)
                .then(|| b.create_vector(&[extent.min_x, extent.min_y, extent.max_x, extent.max_y])),
            geometry_type: match schema.shape {
                Shape::Point => GeometryType::Point,
                Shape::MultiLineString => GeometryType::MultiLineString,
                Shape::MultiPolygon => GeometryType::MultiPolygon,
            },
            columns: Some(b.create_vector(&columns)),
            features_count: features as u64,
            index_node_size: if features > 0 { PackedRTree::DEFAULT_NODE_SIZE } else { 0 },
            crs: Some(crs),
            title: Some(b.create_string(&schema.title)),
            description: Some(b.create_string(&schema.credits.join("\n"))),
            ..HeaderArgs::default()
        };
        let header = Header::create(b, &args);
        b.finish_size_prefixed(header, None);
        [&MAGIC[..], b.finished_data()].concat()
    }
}

/// Lists of positions in one flat array; `ends` says where each ends. GDAL 3.6 reads no MultiLineString without it, not even
/// one of a single line.
fn part<'b>(b: &mut FlatBufferBuilder<'b>, lists: &[impl AsRef<[Position]>], ends: bool) -> WIPOffset<Shaped<'b>> {
    let flat: Vec<f64> = lists.iter().flat_map(|l| l.as_ref()).flat_map(|p| [p.lon(), p.lat()]).collect();
    let xy = Some(b.create_vector(&flat));
    let ends = ends.then(|| {
        let ends: Vec<u32> = lists
            .iter()
            .scan(0, |end, list| {
                *end += list.as_ref().len() as u32;
                Some(*end)
            })
            .collect();
        b.create_vector(&ends)
    });
    Shaped::create(b, &GeometryArgs { xy, ends, ..GeometryArgs::default() })
}
