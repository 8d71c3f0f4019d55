//! What `init` makes: the folder of `examples/own-treaty`, file for file.

/// Path and text of each file.
pub(crate) const FILES: &[(&str, &str)] = &[
    ("README.md", include_str!("../../examples/own-treaty/README.md")),
    ("gazetteer/types.toml", include_str!("../../examples/own-treaty/gazetteer/types.toml")),
    ("gazetteer/sources.toml", include_str!("../../examples/own-treaty/gazetteer/sources.toml")),
    ("gazetteer/north.toml", include_str!("../../examples/own-treaty/gazetteer/north.toml")),
    (
        "boundaries/sample-1900/treaty.toml",
        include_str!("../../examples/own-treaty/boundaries/sample-1900/treaty.toml"),
    ),
    (
        "boundaries/sample-1900/line.geojson",
        include_str!("../../examples/own-treaty/boundaries/sample-1900/line.geojson"),
    ),
    (
        "boundaries/sample-1900/assertions.toml",
        include_str!("../../examples/own-treaty/boundaries/sample-1900/assertions.toml"),
    ),
    (
        "boundaries/sample-marks-1901/treaty.toml",
        include_str!("../../examples/own-treaty/boundaries/sample-marks-1901/treaty.toml"),
    ),
];
