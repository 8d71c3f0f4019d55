//! KML 2.2: a folder for each layer, names, descriptions and full dates; longitude before latitude.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::layers::{FAR_END, Feature, Geometry, Layer};
use crate::model::Position;

type Out = Writer<Vec<u8>>;

/// Layers as one document.
pub fn layers(layers: &[Layer]) -> Vec<u8> {
    let mut out = Writer::new_with_indent(Vec::new(), b' ', 1);
    document(&mut out, layers).expect("writing to memory");
    let mut bytes = out.into_inner();
    bytes.push(b'\n');
    bytes
}

fn document(out: &mut Out, layers: &[Layer]) -> io::Result<()> {
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let kml = out.create_element("kml").with_attribute(("xmlns", "http://www.opengis.net/kml/2.2"));
    kml.write_inner_content(|out| {
        out.create_element("Document").write_inner_content(|out| {
            text(out, "name", "karun")?;
            if let Some(first) = layers.first() {
                let license = first.license.unwrap_or("");
                text(out, "description", &format!("{license}\n{}", first.credits.join("\n")))?;
            }
            layers.iter().try_for_each(|layer| folder(out, layer))
        })?;
        Ok(())
    })?;
    Ok(())
}

fn folder(out: &mut Out, layer: &Layer) -> io::Result<()> {
    out.create_element("Folder").write_inner_content(|out| {
        text(out, "name", layer.name)?;
        text(out, "description", layer.title)?;
        layer.features.iter().try_for_each(|f| placemark(out, layer, f))
    })?;
    Ok(())
}

fn placemark(out: &mut Out, layer: &Layer, feature: &Feature) -> io::Result<()> {
    let cell = |column: &str| {
        let i = layer.columns.iter().position(|c| *c == column)?;
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
            for (column, value) in layer.columns.iter().zip(&feature.values) {
                let data = out.create_element("Data").with_attribute(("name", *column));
                data.write_inner_content(|out| text(out, "value", &value.plain()))?;
            }
            Ok(())
        })?;
        geometry(out, &feature.geometry)
    })?;
    Ok(())
}

/// Every column that says something, one a line.
fn description(layer: &Layer, feature: &Feature) -> String {
    let rows = layer.columns.iter().zip(&feature.values).map(|(c, v)| (c, v.plain())).filter(|(_, v)| !v.is_empty());
    rows.map(|(c, v)| format!("{c}: {v}")).collect::<Vec<_>>().join("\n")
}

fn text(out: &mut Out, tag: &str, content: &str) -> io::Result<()> {
    out.create_element(tag).write_text_content(BytesText::new(content))?;
    Ok(())
}

fn geometry(out: &mut Out, geometry: &Geometry) -> io::Result<()> {
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
                    let one = |out: &mut Out| {
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

fn coordinates(out: &mut Out, positions: &[Position]) -> io::Result<()> {
    let list: Vec<String> = positions.iter().map(|p| format!("{},{}", p.lon(), p.lat())).collect();
    text(out, "coordinates", &list.join(" "))
}
