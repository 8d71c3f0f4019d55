//! The `karun` command: everything it knows is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    karun::cli::main()
}
