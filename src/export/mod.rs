//! Writers: one file per format. Each turns plain answers or layers into bytes and nothing else.

pub mod classify;
pub mod csv;
pub mod geojson;
pub mod layers;

use crate::error::Error;

/// A format that layers are written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// RFC 7946.
    GeoJson,
    /// UTF-8, WKT or `lon`/`lat` columns.
    Csv,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 2] = [Self::GeoJson, Self::Csv];

    /// Its name on the command line, and its file ending.
    pub fn name(self) -> &'static str {
        match self {
            Self::GeoJson => "geojson",
            Self::Csv => "csv",
        }
    }

    /// A layer in this format.
    pub fn write(self, layer: &layers::Layer) -> Vec<u8> {
        match self {
            Self::GeoJson => geojson::layer(layer),
            Self::Csv => csv::layer(layer),
        }
    }
}

impl std::str::FromStr for Format {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        if matches!(name, "shapefile" | "shp") {
            return Err(Error::ask_hint(
                "Shapefile is not offered: it cuts column names to ten letters, knows one encoding and no open dates",
                "use geojson",
            ));
        }
        let found = Self::ALL.into_iter().find(|f| f.name() == name);
        found.ok_or_else(|| Error::unknown("format", name, Self::ALL.into_iter().map(Self::name)))
    }
}
