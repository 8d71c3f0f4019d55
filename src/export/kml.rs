//! KML 2.2: a folder for each layer, names, descriptions and full dates; longitude before latitude.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::failed;
use super::layer::{Feature, Geometry, Layer};
use super::layers::FAR_END;
use crate::error::Result;
use crate::model::Position;

type Out<'o> = Writer<&'o mut dyn io::Write>;

/// Layers as one document.
///
/// # Errors
/// When the output fails.
pub fn layers(layers: &[Layer], out: &mut dyn io::Write) -> Result<()> {
    document(&mut Writer::new_with_indent(&mut *out, b' ', 1), layers)
        .and_then(|()| out.write_all(b"\n"))
        .map_err(failed)
}

fn document(out: &mut Out<'_>, layers: &[Layer]) -> io::Result<()> {
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let kml = out.create_element("kml").with_attribute(("xmlns", "http://www.opengis.net/kml/2.2"));
    kml.write_inner_content(|out| {
        out.create_element("Document").write_inner_content(|out| {
            text(out, "name", "karun")?;
            if let Some(first) = layers.first() {
                let license = first.schema.license.as_deref().unwrap_or("");
                text(out, "description", &format!("{license}\n{}", first.schema.credits.join("\n")))?;
            }
            layers.iter().try_for_each(|layer| folder(out, layer))
        })?;
        Ok(())
    })?;
    Ok(())
}

fn folder(out: &mut Out<'_>, layer: &Layer) -> io::Result<()> {
    out.create_element("Folder").write_inner_content(|out| {
        text(out, "name", &layer.schema.name)?;
        text(out, "description", &layer.schema.title)?;
        layer.features.iter().try_for_each(|f| placemark(out, layer, f))
    })?;
    Ok(())
}

fn placemark(out: &mut Out<'_>, layer: &Layer, feature: &Feature) -> io::Result<()> {
    let cell = |column: &str| {
        let i = layer.schema.column(column)?;
        let text = feature.values[i].plain();
        (!text.is_empty()).then_some(text)
    };
    let first = |columns: &[&str]| columns.iter().find_map(|c| cell(c)).unwrap_or_default();
    out.create_element("Placemark").write_inner_content(|out| {
        text(out, "name", &first(&["name", "name_en", "segment_id", "party_name", "marker_id", "event_id"]))?;
        // Readers that pass over ExtendedData show this.
        text(out, "description", &description(layer, feature))?;
        let (begin, end) = (cell("valid_from"), cell("valid_to").filter(|d| d != FAR_END));
        if begin.is_some() || end.is_some() {
            out.create_element("TimeSpan").write_inner_content(|out| {
                begin.iter().try_for_each(|d| text(out, "begin", d))?;
                end.iter().try_for_each(|d| text(out, "end", d))
            })?;
        }
        out.create_element("ExtendedData").write_inner_content(|out| {
            for (column, value) in layer.schema.columns.iter().zip(&feature.values) {
                let data = out.create_element("Data").with_attribute(("name", column.as_str()));
                data.write_inner_content(|out| text(out, "value", &value.plain()))?;
            }
            Ok(())
        })?;
        feature.geometry.iter().try_for_each(|g| geometry(out, g))
    })?;
    Ok(())
}

/// Every column that says something, one a line.
fn description(layer: &Layer, feature: &Feature) -> String {
    let rows =
        layer.schema.columns.iter().zip(&feature.values).map(|(c, v)| (c, v.plain())).filter(|(_, v)| !v.is_empty());
    rows.map(|(c, v)| format!("{c}: {v}")).collect::<Vec<_>>().join("\n")
}

fn text(out: &mut Out<'_>, tag: &str, content: &str) -> io::Result<()> {
    out.create_element(tag).write_text_content(BytesText::new(content))?;
    Ok(())
}

fn geometry(out: &mut Out<'_>, geometry: &Geometry) -> io::Result<()> {
    match geometry {
        Geometry::Point(p) => {
            out.create_element("Point").write_inner_content(|out| coordinates(out, std::slice::from_ref(p)))?;
        }
        Geometry::MultiLineString(lines) => {
            out.create_element("MultiGeometry").write_inner_content(|out| {
                lines.iter().try_for_each(|line| {
                    out.create_element("LineString").write_inner_content(|out| coordinates(out, line)).map(drop)
                })
            })?;
        }
        Geometry::MultiPolygon(polygons) => {
            out.create_element("MultiGeometry").write_inner_content(|out| {
                polygons.iter().try_for_each(|rings| {
                    let one = |out: &mut Out<'_>| {
                        for (i, ring) in rings.iter().enumerate() {
                            let tag = if i == 0 { "outerBoundaryIs" } else { "innerBoundaryIs" };
                            out.create_element(tag).write_inner_content(|out| {
                                out.create_element("LinearRing")
                                    .write_inner_content(|out| coordinates(out, ring))
                                    .map(drop)
                            })?;
                        }
                        Ok(())
                    };
                    out.create_element("Polygon").write_inner_content(one).map(drop)
                })
            })?;
        }
    }
    Ok(())
}

fn coordinates(out: &mut Out<'_>, positions: &[Position]) -> io::Result<()> {
    let list: Vec<String> = positions.iter().map(|p| format!("{},{}", p.lon(), p.lat())).collect();
    text(out, "coordinates", &list.join(" "))
}
