//! Tables as people have them: good rows are answered, every bad one is named by line, nothing is lost.

use std::fs;
use std::process::Stdio;

use crate::support::{karun, root, run, run_with, scratch};

fn classify(input: &str, more: &[&str]) -> crate::support::Said {
    run_with(&[&["classify", "-", "--input-format", "csv"], more].concat(), input.as_bytes())
}

#[test]
fn bad_rows_keep_their_place_and_are_named_by_line() {
    let input = "\u{feff}name,lat,lon\n\
                 Tacheng,46.75,82.98\n\
                 \"two\nlines\",43.25,76.91\n\
                 empty,,76.91\n\
                 nan,NaN,76.91\n\
                 pole,91,76.91\n\
                 comma,\"43,25\",76.91\n\
                 \n\
                 short,43.25\n\
                 long,43.25,76.91,extra\n\
                 last,43.25,76.91\n";
    let said = classify(input, &[]);
    assert_eq!(said.code, 1);
    let expected = "\u{feff}name,lat,lon,side,verdict,distance_m,segment\n";
    assert!(said.out.starts_with(expected), "{}", said.out);
    for line in [
        "line 5: lat is empty",
        "line 6: ",
        "line 7: latitude 91",
        "line 8: lat is «43,25»: a decimal point",
        "line 10: 2 fields",
        "line 11: 4 fields",
    ] {
        assert!(said.err.contains(line), "{line} not in {}", said.err);
    }
    assert!(said.err.contains("3 rows answered, 6 rows unread"), "{}", said.err);
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(said.out.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 9);
    assert_eq!(&rows[1][0], "two\nlines");
    assert_eq!((&rows[0][3], &rows[8][3]), ("china", "russia"));
    assert!(rows[2..8].iter().all(|r| r.iter().rev().take(4).all(str::is_empty)));
    assert_eq!(&rows[7][3], "extra", "nothing of a long row is lost");
}

#[test]
fn separators_are_read_from_the_header() {
    for (input, separator) in [("n;lng;lat\na;76.91;43.25\n", ';'), ("n\tx\ty\na\t76.91\t43.25\n", '\t')] {
        let said = classify(input, &[]);
        assert_eq!(said.code, 0, "{}", said.err);
        assert!(
            said.out.lines().nth(1).unwrap().contains(&format!("{separator}russia{separator}certain")),
            "{}",
            said.out
        );
    }
    let said = classify("n|east|north\na|76.91|43.25\n", &["--delimiter", "|", "--lon", "east", "--lat", "north"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let said = classify("lon,lat\r\n76.91,43.25\r\n", &[]);
    assert!(said.out.lines().count() == 2 && said.out.contains("segment\r\n"), "{:?}", said.out);
}

#[test]
fn tables_that_cannot_be_read_at_all_are_refused() {
    for (input, more, words) in [
        ("", &[][..], "the table is empty"),
        ("name,height\na,3\n", &[], "no column of longitude"),
        ("lon,lat,side\n1,2,x\n", &[], "--prefix"),
        ("lon,lon,lat\n1,1,2\n", &[], "several columns"),
        ("lon,lat\n1,2\n", &["--lon", "east"], "unknown column"),
        ("lon,lat\n1,2\n", &["--columns", "sides"], "did you mean side"),
    ] {
        let said = classify(input, more);
        assert_eq!(said.code, 2, "{input:?}: {}", said.err);
        assert!(said.err.contains(words), "{input:?}: {}", said.err);
        assert!(said.out.is_empty(), "{input:?} wrote {}", said.out);
    }
    let said = classify("lon,lat\n", &[]);
    assert_eq!((said.code, said.out.as_str()), (0, "lon,lat,side,verdict,distance_m,segment\n"));
}

#[test]
fn columns_and_radii_can_be_chosen() {
    let said = classify(
        "lon,lat,r\n82.98,46.75,\n82.98,46.75,30000\n82.98,46.75,wide\n",
        &["--accuracy-m", "r", "--columns", "verdict,probability,marker,line_km"],
    );
    assert_eq!(said.code, 1);
    let rows: Vec<&str> = said.out.lines().collect();
    assert_eq!(rows[0], "lon,lat,r,verdict,probability,marker,line_km");
    assert!(rows[1].contains("less-certain,0.9") && rows[1].contains("tarbagatai-1870-10"), "{}", rows[1]);
    assert!(rows[2].contains(",less-certain,0.") || rows[2].contains(",uncertain,0."), "{}", rows[2]);
    assert!(rows[3].ends_with("wide,,,,"), "{}", rows[3]);
    assert!(said.err.contains("line 4: r is «wide»"), "{}", said.err);
}

#[test]
fn geojson_passes_through_untouched() {
    let input = r#"{"type":"FeatureCollection","name":"mine","features":[
{"type":"Feature","id":7,"extra":{"a":[1,2]},"properties":{"z":1.50,"a":"é"},"geometry":{"type":"Point","coordinates":[76.910000,43.25,812.0]}},
{"type":"Feature","properties":null,"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}},
{"type":"Feature","properties":{},"geometry":null}
]}"#;
    let said = run_with(&["classify", "-", "--input-format", "geojson"], input.as_bytes());
    assert_eq!(said.code, 1);
    let first = said.out.lines().find(|l| l.contains("\"id\":7")).unwrap();
    assert!(first.contains(r#""extra":{"a":[1,2]}"#) && first.contains("76.910000,43.25,812.0"), "{first}");
    assert!(first.contains(r#"{"z":1.50,"a":"é","side":"russia","verdict":"certain""#), "{first}");
    assert!(said.err.contains("feature 2, line 3: a Polygon: only points have a side"), "{}", said.err);
    assert!(said.err.contains("feature 3, line 4: no geometry"), "{}", said.err);
    assert_eq!(said.json()["features"].as_array().unwrap().len(), 3);
    assert_eq!(said.json()["name"], "mine");
}

#[test]
fn a_truncated_geojson_leaves_no_file() {
    let dir = scratch("truncated");
    let (input, output) = (dir.join("in.geojson"), dir.join("out.geojson"));
    fs::write(&input, r#"{"type":"FeatureCollection","features":[{"type":"Feature","#).unwrap();
    let said = run(&["classify", input.to_str().unwrap(), "-o", output.to_str().unwrap()]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("cut off"), "{}", said.err);
    let left: Vec<_> = fs::read_dir(&dir).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(left, ["in.geojson"]);
}

#[test]
fn an_existing_file_is_kept() {
    let dir = scratch("kept");
    let (input, output) = (dir.join("in.csv"), dir.join("out.csv"));
    fs::write(&input, "lon,lat\n76.91,43.25\n").unwrap();
    fs::write(&output, "precious").unwrap();
    let args = ["classify", input.to_str().unwrap(), "-o", output.to_str().unwrap()];
    assert_eq!(run(&args).code, 2);
    assert_eq!(fs::read_to_string(&output).unwrap(), "precious");
    assert_eq!(run(&[&args[..], &["--force"]].concat()).code, 0);
    assert!(fs::read_to_string(&output).unwrap().contains("russia"));
    let said = run(&["classify", "no-such.csv"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("cannot read no-such.csv"), "{}", said.err);
}

#[test]
#[cfg(unix)]
fn a_full_device_is_an_error_and_a_closed_pipe_is_not() {
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let status = karun().args(["trace"]).stdout(full).stderr(Stdio::null()).status().unwrap();
    assert_eq!(status.code(), Some(2));
    for format in ["geojson", "csv", "fgb", "gpkg", "kml"] {
        let said = run(&["export", "--layer", "places", "--format", format, "-o", "/dev/full"]);
        assert_eq!(said.code, 2, "{format}");
        assert!(
            said.err.contains("cannot write to /dev/full") || said.err.contains("cannot write /dev/full"),
            "{}",
            said.err
        );
    }
    let mut child =
        karun().args(["show", "tarbagatai-1864"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
#[cfg(unix)]
fn an_interrupted_run_leaves_nothing() {
    let dir = scratch("interrupted");
    let output = dir.join("out.csv");
    let mut child = karun()
        .args(["classify", "-", "--input-format", "csv", "-o", output.to_str().unwrap()])
        .stdin(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let found = || fs::read_dir(&dir).unwrap().count();
    while found() == 0 {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    std::thread::sleep(std::time::Duration::from_millis(50));
    let kill = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(kill.success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert_eq!(found(), 0, "neither a half file nor a hidden one");
}

#[test]
#[cfg(unix)]
fn a_folder_without_permission_is_named() {
    use std::os::unix::fs::PermissionsExt as _;
    let dir = scratch("locked");
    fs::write(dir.join("in.csv"), "lon,lat\n76.91,43.25\n").unwrap();
    let locked = dir.join("locked");
    fs::create_dir(&locked).unwrap();
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o500)).unwrap();
    let output = locked.join("out.csv");
    let said = run(&["classify", dir.join("in.csv").to_str().unwrap(), "-o", output.to_str().unwrap()]);
    // The superuser may write anywhere.
    if !output.exists() {
        assert_eq!(said.code, 2);
        assert!(said.err.contains("cannot write in"), "{}", said.err);
    }
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o700)).unwrap();
    assert!(root().exists());
}
