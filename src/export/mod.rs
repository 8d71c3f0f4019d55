//! Writers: one file per format. Each turns plain answers or layers into bytes and nothing else.

pub mod classify;
pub mod csv;
pub mod datapackage;
pub mod filter;
#[cfg(feature = "flatgeobuf")]
pub mod flatgeobuf;
pub mod geojson;
#[cfg(feature = "geopackage")]
pub mod geopackage;
#[cfg(feature = "parquet")]
pub mod geoparquet;
pub mod kml;
pub mod layer;
pub mod layers;
pub mod linked_places;
#[cfg(feature = "geopackage")]
pub mod qgis;
pub mod styles;

use std::io;

use crate::error::{Error, Result};
use crate::index::Index;
use layer::{Feature, Layer, Schema};

/// Takes the features of one layer, one by one, and holds of them what the format makes it hold: nothing for GeoJSON and
/// CSV, an entry in the spatial index for FlatGeobuf and GeoPackage, a group of rows for GeoParquet.
pub trait Writer {
    /// Takes the next feature: one value a column.
    ///
    /// # Errors
    /// When the output, or a temporary file, fails.
    fn push(&mut self, feature: &Feature) -> Result<()>;

    /// Writes what still has to come.
    ///
    /// # Errors
    /// As [`Writer::push`].
    fn finish(self: Box<Self>) -> Result<()>;
}

/// The name that errors have for the output, which the one who opened it knows better.
pub const OUTPUT: &str = "the output";

/// An output that fails.
pub(crate) fn failed(source: io::Error) -> Error {
    Error::Io { action: "write", path: OUTPUT.into(), source }
}

/// A format that the atlas is written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// RFC 7946, a file for each layer.
    GeoJson,
    /// One GeoJSON feature a line, a file for each layer.
    GeoJsonSeq,
    /// UTF-8, WKT or `lon`/`lat` columns, a file for each layer.
    Csv,
    /// KML 2.2, one file with a folder for each layer.
    Kml,
    /// FlatGeobuf, a file for each layer.
    #[cfg(feature = "flatgeobuf")]
    FlatGeobuf,
    /// GeoPackage 1.3, one file with a table for each layer.
    #[cfg(feature = "geopackage")]
    GeoPackage,
    /// GeoParquet 1.1, a file for each layer.
    #[cfg(feature = "parquet")]
    GeoParquet,
    /// Linked Places Format, one file with all places.
    LinkedPlaces,
}

/// How a format divides into files.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Holds {
    /// A file for each layer.
    OneLayer,
    /// One file for all layers.
    Layers,
    /// One file for the gazetteer; layers do not apply.
    Gazetteer,
}

impl Format {
    /// Every format.
    pub const ALL: &[Self] = &[
        Self::GeoJson,
        Self::GeoJsonSeq,
        Self::Csv,
        #[cfg(feature = "flatgeobuf")]
        Self::FlatGeobuf,
        Self::Kml,
        #[cfg(feature = "geopackage")]
        Self::GeoPackage,
        #[cfg(feature = "parquet")]
        Self::GeoParquet,
        Self::LinkedPlaces,
    ];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::GeoJson => "geojson",
            Self::GeoJsonSeq => "geojsonseq",
            Self::Csv => "csv",
            Self::Kml => "kml",
            #[cfg(feature = "flatgeobuf")]
            Self::FlatGeobuf => "fgb",
            #[cfg(feature = "geopackage")]
            Self::GeoPackage => "gpkg",
            #[cfg(feature = "parquet")]
            Self::GeoParquet => "parquet",
            Self::LinkedPlaces => "lpf",
        }
    }

    /// The ending of its files: its name, but for two.
    pub fn ending(self) -> &'static str {
        match self {
            Self::GeoJsonSeq => "geojsonl",
            Self::LinkedPlaces => "jsonld",
            other => other.name(),
        }
    }

    /// The format whose files end so.
    pub fn by_ending(ending: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|f| f.ending() == ending)
    }

    /// True when a feature without a position has a place in it.
    pub fn keeps_unplaced(self) -> bool {
        #[cfg(feature = "flatgeobuf")]
        if self == Self::FlatGeobuf {
            return false;
        }
        true
    }

    /// What one of its files holds.
    pub fn holds(self) -> Holds {
        match self {
            Self::Kml => Holds::Layers,
            #[cfg(feature = "geopackage")]
            Self::GeoPackage => Holds::Layers,
            Self::LinkedPlaces => Holds::Gazetteer,
            _ => Holds::OneLayer,
        }
    }

    /// A writer of one layer; `None` for the formats that are not made of one layer's features, KML and Linked Places.
    ///
    /// # Errors
    /// When the layer does not fit the format, or the output or a temporary file fails.
    ///
    /// ```
    /// use karun::export::{Format, layer::{Feature, Geometry, Kind, Schema, Shape, Value}};
    /// use karun::Position;
    /// let schema = Schema {
    ///     name: "karuns".into(), title: "Guard posts".into(), shape: Shape::Point,
    ///     columns: vec!["name".into()], kinds: vec![Kind::Text], license: None, credits: vec![],
    /// };
    /// let mut out = Vec::new();
    /// let mut writer = Format::GeoJsonSeq.writer(&schema, &mut out)?.unwrap();
    /// let spot = Position::new(82.98, 46.75).unwrap();
    /// writer.push(&Feature { geometry: Some(Geometry::Point(spot)), values: vec![Value::Text("Bakhty".into())] })?;
    /// writer.finish()?;
    /// assert!(String::from_utf8(out).unwrap().contains("[82.98,46.75]"));
    /// # Ok::<(), karun::Error>(())
    /// ```
    pub fn writer<'o>(
        self,
        schema: &Schema,
        out: &'o mut (dyn io::Write + Send),
    ) -> Result<Option<Box<dyn Writer + 'o>>> {
        Ok(Some(match self {
            Self::GeoJson => Box::new(geojson::Writer::collection(schema, out)?),
            Self::GeoJsonSeq => Box::new(geojson::Writer::sequence(schema, out)),
            Self::Csv => Box::new(csv::Writer::new(schema, out)?),
            #[cfg(feature = "flatgeobuf")]
            Self::FlatGeobuf => Box::new(flatgeobuf::Writer::new(schema, out)?),
            #[cfg(feature = "geopackage")]
            Self::GeoPackage => Box::new(geopackage::Writer::new(schema, out)?),
            #[cfg(feature = "parquet")]
            Self::GeoParquet => Box::new(geoparquet::Writer::new(schema, out)?),
            Self::Kml | Self::LinkedPlaces => return Ok(None),
        }))
    }

    /// One file: of one layer, of all that are given, or of the gazetteer, as [`Format::holds`] says.
    ///
    /// # Errors
    /// When the output or a temporary file fails.
    ///
    /// ```
    /// use karun::{Atlas, Index, export::{Format, layers}};
    /// let atlas = Atlas::bundled();
    /// let index = Index::new(&atlas, &Default::default())?;
    /// let markers = layers::layer(&index, "markers")?;
    /// let mut lines = Vec::new();
    /// Format::GeoJsonSeq.write(&index, &[markers], &mut lines)?;
    /// assert_eq!(lines.iter().filter(|b| **b == b'\n').count(), 38);
    /// # Ok::<(), karun::Error>(())
    /// ```
    pub fn write(self, index: &Index<'_>, layers: &[Layer], out: &mut (dyn io::Write + Send)) -> Result<()> {
        match self {
            Self::Kml => return kml::layers(layers, out),
            Self::LinkedPlaces => return linked_places::places(index, out),
            #[cfg(feature = "geopackage")]
            Self::GeoPackage => return geopackage::layers(layers, out),
            _ => {}
        }
        for layer in layers {
            let Some(mut writer) = self.writer(&layer.schema, out)? else { continue };
            layer.features.iter().try_for_each(|f| writer.push(f))?;
            writer.finish()?;
        }
        Ok(())
    }
}

impl std::str::FromStr for Format {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        if matches!(name, "shapefile" | "shp") {
            return Err(Error::ask_hint(
                "Shapefile is not offered: it cuts column names to ten letters, knows one encoding and no open dates",
                "use geojson",
            ));
        }
        #[cfg(not(feature = "parquet"))]
        if name == "parquet" {
            return Err(Error::ask_hint(
                "this karun was built without GeoParquet",
                "cargo install with --features parquet, or take fgb or gpkg",
            ));
        }
        let found = Self::ALL.iter().copied().find(|f| f.name() == name);
        found.ok_or_else(|| Error::unknown("format", name, Self::ALL.iter().map(|f| f.name())))
    }
}
