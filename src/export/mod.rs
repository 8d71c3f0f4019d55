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
pub mod layers;
pub mod linked_places;
#[cfg(feature = "geopackage")]
pub mod qgis;
pub mod styles;

use crate::error::{Error, Result};
use crate::index::Index;
use layers::Layer;

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

    /// One file: of one layer, of all that are given, or of the gazetteer, as [`Format::holds`] says.
    ///
    /// # Errors
    /// When a format's own writer fails.
    ///
    /// ```
    /// use karun::{Atlas, Index, export::{Format, layers}};
    /// let atlas = Atlas::bundled();
    /// let index = Index::new(&atlas, &Default::default())?;
    /// let markers = layers::layer(&index, "markers")?;
    /// let lines = Format::GeoJsonSeq.write(&index, &[markers])?;
    /// assert_eq!(lines.iter().filter(|b| **b == b'\n').count(), 38);
    /// # Ok::<(), karun::Error>(())
    /// ```
    pub fn write(self, index: &Index<'_>, layers: &[Layer]) -> Result<Vec<u8>> {
        let each = |one: fn(&Layer) -> Vec<u8>| layers.iter().flat_map(one).collect();
        Ok(match self {
            Self::GeoJson => each(geojson::layer),
            Self::GeoJsonSeq => each(geojson::lines),
            Self::Csv => each(csv::layer),
            #[cfg(feature = "flatgeobuf")]
            Self::FlatGeobuf => layers.iter().map(flatgeobuf::layer).collect::<Result<Vec<_>>>()?.concat(),
            Self::Kml => kml::layers(layers),
            #[cfg(feature = "geopackage")]
            Self::GeoPackage => geopackage::layers(layers),
            #[cfg(feature = "parquet")]
            Self::GeoParquet => layers.iter().map(geoparquet::layer).collect::<Result<Vec<_>>>()?.concat(),
            Self::LinkedPlaces => linked_places::places(index),
        })
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
