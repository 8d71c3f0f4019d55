//! Whole tables: the same in every format, in their order, with every row accounted for.

use std::fs;
use std::path::Path;

use flatgeobuf::{FallibleStreamingIterator as _, FeatureProperties as _, FgbReader};
use karun::export::{Format, layers};
use karun::{Atlas, Index};

use crate::support::{run, run_with, scratch};

/// More rows than a block holds, two of them unreadable.
fn table() -> String {
    let mut out = String::from("id,name,lon,lat,seen,share\n");
    for i in 0..12_000 {
        let (lon, lat) = (74.0 + f64::from(i % 200) * 0.08, 43.0 + f64::from(i / 200) * 0.12);
        let lat = if i == 77 || i == 9_001 { "nowhere".to_owned() } else { format!("{lat:.4}") };
        let date = if i % 3 == 0 { "1864-10-07" } else { "" };
        out.push_str(&format!("{i},\"地, {i}\",{lon:.4},{lat},{date},0.5\n"));
    }
    out
}

fn classified(dir: &Path, name: &str) -> String {
    let (input, output) = (dir.join("in.csv"), dir.join(name));
    let said = run(&["classify", input.to_str().unwrap(), "-o", output.to_str().unwrap()]);
    assert_eq!(said.code, 1, "{}", said.err);
    assert!(said.err.contains("line 79: lat is «nowhere»") && said.err.contains("line 9003"), "{}", said.err);
    assert!(said.err.contains("11998 rows answered, 2 rows unread"), "{}", said.err);
    output.to_str().unwrap().to_owned()
}

#[test]
fn a_table_becomes_a_layer_in_every_format() {
    let dir = scratch("tables");
    fs::write(dir.join("in.csv"), table()).unwrap();
    let plain = fs::read(classified(&dir, "out.csv")).unwrap();
    let mut reader = csv::Reader::from_reader(&plain[..]);
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
    assert_eq!(rows.len(), 12_000);
    let side = |i: usize| rows[i].get(6).unwrap();
    assert!((0..12_000).filter(|i| side(*i) == "russia").count() > 1000, "both sides are met");
    assert!((0..12_000).filter(|i| side(*i) == "china").count() > 1000, "both sides are met");

    let whole: serde_json::Value = serde_json::from_slice(&fs::read(classified(&dir, "out.geojson")).unwrap()).unwrap();
    let features = whole["features"].as_array().unwrap();
    assert_eq!(features.len(), rows.len());
    for (i, feature) in features.iter().enumerate() {
        let own = &feature["properties"];
        assert_eq!(own["id"], i, "numbers are numbers, in their order");
        assert_eq!(own["name"], format!("地, {i}"));
        assert_eq!(own["side"].as_str().unwrap_or(""), side(i));
        assert_eq!(feature["geometry"].is_null(), i == 77 || i == 9_001);
        assert_eq!(own["seen"].as_str().unwrap_or(""), rows[i].get(4).unwrap());
    }
    let lines = fs::read_to_string(classified(&dir, "out.geojsonl")).unwrap();
    for (line, feature) in lines.lines().zip(features) {
        assert_eq!(serde_json::from_str::<serde_json::Value>(line).unwrap(), *feature);
    }

    let path = classified(&dir, "out.gpkg");
    let db = rusqlite::Connection::open(&path).unwrap();
    let mut select = db.prepare("SELECT id, name, side, distance_m, seen, geom IS NULL FROM out ORDER BY fid").unwrap();
    let mut found = select.query([]).unwrap();
    for (i, row) in rows.iter().enumerate() {
        let stored = found.next().unwrap().unwrap();
        assert_eq!(stored.get::<_, i64>(0).unwrap(), i as i64);
        assert_eq!(stored.get::<_, String>(1).unwrap(), row[1]);
        assert_eq!(stored.get::<_, Option<String>>(2).unwrap().unwrap_or_default(), row[6]);
        assert_eq!(stored.get::<_, Option<f64>>(3).unwrap(), row[8].parse().ok());
        assert_eq!(stored.get::<_, Option<String>>(4).unwrap().unwrap_or_default(), row[4]);
        assert_eq!(stored.get::<_, bool>(5).unwrap(), i == 77 || i == 9_001);
    }
    assert!(found.next().unwrap().is_none());
    let near: i64 =
        db.query_row("SELECT count(*) FROM rtree_out_geom WHERE minx < 74.2 AND maxy > 50", [], |r| r.get(0)).unwrap();
    assert_eq!(
        near,
        rows.iter().filter(|r| r[2].parse::<f64>().unwrap() < 74.2 && r[3].parse().is_ok_and(|y: f64| y > 50.0)).count()
            as i64
    );

    let fgb = fs::read(classified(&dir, "out.fgb")).unwrap();
    let mut seen = vec![false; rows.len()];
    let mut features = FgbReader::open(std::io::Cursor::new(&fgb)).unwrap().select_all().unwrap();
    while let Some(feature) = features.next().unwrap() {
        let own = feature.properties().unwrap();
        let i: usize = own["id"].parse().unwrap();
        assert_eq!(own["name"], rows[i][1]);
        assert_eq!(own.get("side").map_or("", String::as_str), side(i));
        assert!(!std::mem::replace(&mut seen[i], true), "row {i} is there once");
    }
    assert_eq!(seen.iter().filter(|s| !**s).count(), 2, "those without a position are left out, and said");
    let inside = FgbReader::open(std::io::Cursor::new(&fgb)).unwrap().select_bbox(80.0, 46.0, 81.0, 47.0).unwrap();
    let wanted = rows.iter().filter(|r| {
        r[3].parse::<f64>().is_ok_and(|lat| (46.0..=47.0).contains(&lat))
            && (80.0..=81.0).contains(&r[2].parse().unwrap())
    });
    assert_eq!(inside.features_count(), Some(wanted.count()));
}

#[test]
fn geojson_becomes_a_table() {
    let input = r#"{"features":[
      {"type":"Feature","properties":{"n":1,"when":"1864-10-07","tags":["a","b"]},"geometry":{"type":"Point","coordinates":[76.91,43.25]}},
      {"type":"Feature","properties":{"n":2.5,"lon":"mine"},"geometry":null}],"type":"FeatureCollection"}"#;
    let args = ["classify", "-", "--input-format", "geojson", "--output-format", "csv", "--columns", "side"];
    let said = run_with(&args, input.as_bytes());
    assert_eq!(said.code, 1, "{}", said.err);
    assert_eq!(
        said.out,
        "n,when,tags,lon,side,point_lon,point_lat\n1,1864-10-07,\"[\"\"a\"\",\"\"b\"\"]\",,russia,76.91,43.25\n2.5,,,mine,,,\n"
    );
}

#[test]
fn points_are_read_from_wkt_and_from_lines_of_geojson() {
    let said = run_with(
        &["classify", "-", "--input-format", "csv", "--columns", "side"],
        "n,WKT\na,POINT (76.91 43.25)\nb,SRID=4326;point z(87.6 43.8 900)\nc,LINESTRING (1 2)\n".as_bytes(),
    );
    assert_eq!(said.code, 1);
    assert!(said.out.contains("a,POINT (76.91 43.25),russia\n") && said.out.contains("900),china\n"), "{}", said.out);
    assert!(said.err.contains("line 4: «LINESTRING (1 2)» is no WKT point"), "{}", said.err);
    let lines = "\u{1e}{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[76.91,43.25]}}\n\nbroken\n";
    let said = run_with(&["classify", "-", "--input-format", "geojsonseq", "--columns", "side"], lines.as_bytes());
    assert_eq!(said.code, 1);
    assert!(
        said.out.contains("\"properties\":{\"side\":\"russia\"}") && said.out.ends_with("\nbroken\n"),
        "{}",
        said.out
    );
    assert!(said.err.contains("feature 2, line 3: not a GeoJSON Feature"), "{}", said.err);
}

#[test]
fn what_a_format_cannot_hold_is_said_before_anything_is_written() {
    let dir = scratch("no-format");
    for (name, input, wanted) in [
        ("out.shp", "lon,lat\n76,43\n", "Shapefile is not offered"),
        ("out.kml", "lon,lat\n76,43\n", "a table does not become kml"),
        ("out.gpkg", "lon,lat,Name,name\n76,43,a,b\n", "a GeoPackage cannot have the column «name»"),
        ("out.fgb", "lon,lat,side\n76,43,left\n", "the table already has a column «side»"),
    ] {
        let output = dir.join(name);
        let said =
            run_with(&["classify", "-", "--input-format", "csv", "-o", output.to_str().unwrap()], input.as_bytes());
        assert_eq!(said.code, 2, "{name}");
        assert!(said.err.contains(wanted), "{name}: {}", said.err);
        assert!(!output.exists());
    }
    let bytes = b"lon,lat,name\n76,43,\xff\n";
    let output = dir.join("out.geojson");
    let said = run_with(&["classify", "-", "--input-format", "csv", "-o", output.to_str().unwrap()], bytes);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("line 2: name is no UTF-8"), "{}", said.err);
    assert_eq!(fs::read_dir(&dir).unwrap().count(), 0, "nothing is left behind");
}

#[test]
fn ten_runs_give_the_same_bytes_in_every_format() {
    let atlas = Atlas::bundled();
    let index = Index::new(&atlas, &Default::default()).unwrap();
    let layers: Vec<_> = layers::NAMES.iter().map(|name| layers::layer(&index, name).unwrap()).collect();
    for format in Format::ALL {
        let write = || {
            let mut out = Vec::new();
            format.write(&index, &layers, &mut out).unwrap();
            out
        };
        let first = write();
        assert!(!first.is_empty());
        for _ in 1..10 {
            assert!(write() == first, "{}", format.name());
        }
    }
}
