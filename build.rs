//! Lists the bundled data files; their text is embedded as it stands and parsed by the loader of every data folder.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let mut files = Vec::new();
    for folder in ["gazetteer", "boundaries"] {
        println!("cargo::rerun-if-changed={folder}");
        list(&root, Path::new(folder), &mut files);
    }
    files.sort();
    let mut code = String::from("&[\n");
    for file in files {
        let name = file.to_str().expect("data files have plain names").replace('\\', "/");
        writeln!(code, "    ({name:?}, include_str!({:?})),", root.join(&file)).expect("writing to a string");
    }
    code.push(']');
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it")).join("bundled.rs");
    fs::write(out, code).expect("the build folder is writable");
}

fn list(root: &Path, folder: &Path, files: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(root.join(folder)).expect("the data folders stand beside Cargo.toml");
    for entry in entries {
        let path = folder.join(entry.expect("a readable folder").file_name());
        if root.join(&path).is_dir() {
            list(root, &path, files);
        } else if path.extension().is_some_and(|e| e == "toml" || e == "geojson") {
            files.push(path);
        }
    }
}
