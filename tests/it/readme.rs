//! The README's commands work as they stand, one after another, in a folder of their own.

use std::process::Command;

use crate::support::{root, scratch};

#[test]
fn every_command_of_the_readme_ends_well() {
    let text = std::fs::read_to_string(root().join("README.md")).unwrap();
    let dir = scratch("readme");
    let mut inside = false;
    let mut count = 0;
    for line in text.lines() {
        if line.starts_with("```") {
            inside = line == "```console";
            continue;
        }
        let Some(command) = line.strip_prefix("$ ").filter(|_| inside) else { continue };
        // Building and testing are what this run is.
        let command = command.split("  #").next().unwrap().trim();
        let Some(args) = command.strip_prefix("cargo run --release -- ").or(command.strip_prefix("karun ")) else {
            continue;
        };
        let shell = format!("{} {args}", env!("CARGO_BIN_EXE_karun"));
        let output = Command::new("sh").args(["-c", &shell]).current_dir(&dir).output().unwrap();
        assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
        count += 1;
    }
    assert!(count >= 8, "only {count} commands were tried");
}
