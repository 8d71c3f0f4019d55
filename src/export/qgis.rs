//! A folder to open in QGIS with a double click: `karun.gpkg` and `karun.qgz`, styled, labelled, filtered by date, with a
//! print layout.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::geopackage;
use super::layer::Layer;
use crate::error::{Error, Result};
use crate::index::Index;

const PROJECT: &str = include_str!("qgis/project.qgs");

/// The column whose text labels places and markers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Label {
    /// The name to show, mostly English.
    #[default]
    Name,
    /// Simplified Chinese.
    ZhHans,
    /// Traditional Chinese.
    ZhHant,
    /// Pinyin.
    Pinyin,
    /// Russian.
    Ru,
}

impl Label {
    /// Every label, by the language tag that names it.
    pub const ALL: [(&'static str, Self); 5] = [
        ("en", Self::Name),
        ("zh-Hans", Self::ZhHans),
        ("zh-Hant", Self::ZhHant),
        ("zh-Latn-pinyin", Self::Pinyin),
        ("ru", Self::Ru),
    ];

    fn column(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::ZhHans => "name_zh_hans",
            Self::ZhHant => "name_zh_hant",
            Self::Pinyin => "name_pinyin",
            Self::Ru => "name_ru",
        }
    }
}

impl std::str::FromStr for Label {
    type Err = Error;

    fn from_str(lang: &str) -> Result<Self> {
        let same = |(tag, _): &&(&str, Self)| tag.eq_ignore_ascii_case(lang) || (*tag == "zh-Hans" && lang == "zh");
        let found = Self::ALL.iter().find(same).map(|(_, label)| *label);
        found.ok_or_else(|| Error::unknown("label language", lang, Self::ALL.iter().map(|(tag, _)| *tag)))
    }
}

/// The folder's files: name and bytes. The same input gives the same bytes.
///
/// # Errors
/// When the archive cannot be made.
pub fn folder(index: &Index<'_>, layers: &[Layer], label: Label) -> Result<Vec<(&'static str, Vec<u8>)>> {
    let project = project(index, layers, label);
    let failed = |why: zip::result::ZipError| Error::Io {
        action: "write",
        path: "karun.qgz".into(),
        source: std::io::Error::other(why),
    };
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // The default moment of the format, 1980-01-01, whatever the clock says.
    let plain = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    archive.start_file("karun.qgs", plain).map_err(failed)?;
    archive.write_all(project.as_bytes()).map_err(|source| failed(source.into()))?;
    let packed = archive.finish().map_err(failed)?.into_inner();
    let mut package = Vec::new();
    geopackage::layers(layers, &mut package)?;
    Ok(vec![("karun.gpkg", package), ("karun.qgz", packed)])
}

fn project(index: &Index<'_>, layers: &[Layer], label: Label) -> String {
    let credits = layers.first().map(|l| l.schema.credits.join("\n")).unwrap_or_default();
    let license =
        layers.iter().find_map(|l| l.schema.license.as_ref()).map(|l| format!("Data: {l}. ")).unwrap_or_default();
    let sources = format!("{}. {license}{credits}", index.drawn_by().title());
    let [west, south, east, north] = bounds(layers);
    let print = square([west, south, east, north]).map(|m| format!("{m:.0}"));
    let mut out = PROJECT.to_owned();
    for (mark, value) in [
        ("{{TITLE}}", escaped(&title(index))),
        ("{{LABEL}}", label.column().to_owned()),
        ("{{SOURCES}}", escaped(&sources)),
        ("{{XMIN}}", west.to_string()),
        ("{{YMIN}}", south.to_string()),
        ("{{XMAX}}", east.to_string()),
        ("{{YMAX}}", north.to_string()),
        ("{{MAP_XMIN}}", print[0].clone()),
        ("{{MAP_YMIN}}", print[1].clone()),
        ("{{MAP_XMAX}}", print[2].clone()),
        ("{{MAP_YMAX}}", print[3].clone()),
    ] {
        out = out.replace(mark, &value);
    }
    out
}

/// The treaty whose line is asked, or the day.
fn title(index: &Index<'_>) -> String {
    match index.choice().on {
        Some(day) => format!("The line in force on {day}"),
        None => index.asked().title().to_owned(),
    }
}

/// The square of the print map around a box of degrees, in metres of Web Mercator (EPSG:3857: a sphere of 6 378 137 m).
fn square([west, south, east, north]: [f64; 4]) -> [f64; 4] {
    const R: f64 = 6_378_137.0;
    // The projection ends near 85 degrees.
    let x = |lon: f64| R * lon.to_radians();
    let y = |lat: f64| R * (std::f64::consts::FRAC_PI_4 + lat.clamp(-85.0, 85.0).to_radians() / 2.0).tan().ln();
    let half = ((x(east) - x(west)).max(y(north) - y(south)) / 2.0).max(1000.0);
    let (cx, cy) = (f64::midpoint(x(west), x(east)), f64::midpoint(y(south), y(north)));
    [cx - half, cy - half, cx + half, cy + half]
}

/// What the map shows at first: the sides, or the line, or whatever there is.
fn bounds(layers: &[Layer]) -> [f64; 4] {
    let named = |name: &str| layers.iter().find(|l| l.schema.name == name).and_then(Layer::bounds);
    let any = || layers.iter().find_map(Layer::bounds);
    named("sides").or_else(|| named("segments")).or_else(any).unwrap_or([-180.0, -90.0, 180.0, 90.0])
}

fn escaped(text: &str) -> String {
    quick_xml::escape::escape(text).into_owned()
}
