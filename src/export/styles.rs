//! QGIS 3.22 styles of the layers: line pattern by certainty, bands by their own width, symbols by kind of place and by
//! marker series. Labels follow the project variable `karun_label` where there is one.

/// The style (QML) of a layer.
pub fn qml(layer: &str) -> Option<&'static str> {
    match layer {
        "events" => Some(include_str!("qgis/events.qml")),
        "places" => Some(include_str!("qgis/places.qml")),
        "markers" => Some(include_str!("qgis/markers.qml")),
        "segments" => Some(include_str!("qgis/segments.qml")),
        "bands" => Some(include_str!("qgis/bands.qml")),
        "cessions" => Some(include_str!("qgis/cessions.qml")),
        "sides" => Some(include_str!("qgis/sides.qml")),
        _ => None,
    }
}
