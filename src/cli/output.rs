//! Where answers go: standard output, or a file that appears whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use serde::Serialize;
use tempfile::NamedTempFile;

use crate::error::{Error, Result};
use crate::export::OUTPUT;

/// Prints bytes to standard output.
pub(super) fn print(bytes: &[u8]) -> Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)
        .and_then(|()| out.flush())
        .map_err(|source| failed("write to", Path::new("standard output"), source))
}

/// Prints JSON for programs, one value.
pub(super) fn print_json(value: &impl Serialize) -> Result<()> {
    let mut text = serde_json::to_string_pretty(value).map_err(|why| Error::ask(why.to_string()))?;
    text.push('\n');
    print(text.as_bytes())
}

fn failed(action: &'static str, path: &Path, source: io::Error) -> Error {
    Error::Io { action, path: path.to_owned(), source }
}

/// Standard output, a device or pipe, or a file; nothing of the file is seen until [`Sink::finish`].
pub(super) enum Sink {
    Stream(BufWriter<Box<dyn Write + Send>>, PathBuf),
    File { temporary: BufWriter<NamedTempFile>, path: PathBuf },
}

impl Sink {
    /// `-` is standard output. A file that exists is kept unless `force` is given.
    pub fn open(path: &Path, force: bool) -> Result<Self> {
        if path == Path::new("-") {
            return Ok(Self::Stream(BufWriter::new(Box::new(io::stdout())), "standard output".into()));
        }
        if path.is_dir() {
            return Err(Error::ask(format!("{} is a folder: name a file", path.display())));
        }
        if path.metadata().is_ok_and(|meta| !meta.is_file()) {
            // As /dev/stdout: a file in its place is not what is meant.
            let stream = File::options().write(true).open(path).map_err(|source| failed("write to", path, source))?;
            return Ok(Self::Stream(BufWriter::new(Box::new(stream)), path.to_owned()));
        }
        if path.exists() && !force {
            return Err(Error::ask_hint(format!("{} exists", path.display()), "--force replaces it"));
        }
        let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        clean_when_interrupted();
        let temporary = tempfile::Builder::new()
            .prefix(".karun-")
            .tempfile_in(folder)
            .map_err(|source| failed("write in", folder, source))?;
        unfinished().push(temporary.path().to_owned());
        Ok(Self::File { temporary: BufWriter::new(temporary), path: path.to_owned() })
    }

    /// Opens an output, lets it be written, and makes it final if that went well. An error then names the file.
    pub fn write<T>(path: &Path, force: bool, work: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        let mut sink = Self::open(path, force)?;
        let done = work(&mut sink).map_err(|error| match error {
            Error::Io { action, path: named, source } if named == Path::new(OUTPUT) => {
                let path = if path == Path::new("-") { Path::new("standard output") } else { path };
                failed(action, path, source)
            }
            other => other,
        })?;
        sink.finish()?;
        Ok(done)
    }

    /// Makes the output final.
    pub fn finish(self) -> Result<()> {
        match self {
            Self::Stream(mut out, path) => out.flush().map_err(|source| failed("write to", &path, source)),
            Self::File { temporary, path } => {
                let wrong = |source| failed("write", &path, source);
                let temporary = temporary.into_inner().map_err(|why| wrong(why.into_error()))?;
                readable(temporary.as_file()).map_err(wrong)?;
                temporary.persist(&path).map_err(|why| wrong(why.error))?;
                Ok(())
            }
        }
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stream(out, _) => out.write(bytes),
            Self::File { temporary, .. } => temporary.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stream(out, _) => out.flush(),
            Self::File { temporary, .. } => temporary.flush(),
        }
    }
}

/// Temporary files that no result has come from.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

fn unfinished() -> MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Sees to it that an interrupt, or a request to end, takes unfinished files away.
fn clean_when_interrupted() {
    static HANDLED: Once = Once::new();
    HANDLED.call_once(|| {
        // Where no handler can be set a file may stay, hidden and harmless.
        let _ = ctrlc::set_handler(|| {
            unfinished().iter().for_each(|path| drop(fs::remove_file(path)));
            // As the shell has it: 128 and the number of the signal.
            std::process::exit(130);
        });
    });
}

/// A temporary file is private; a result has the permissions that new files have.
#[cfg(unix)]
fn readable(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &File) -> io::Result<()> {
    Ok(())
}

/// Writes a whole file.
pub(super) fn write(path: &Path, force: bool, bytes: &[u8]) -> Result<()> {
    Sink::write(path, force, |sink| sink.write_all(bytes).map_err(|source| failed("write", path, source)))
}

/// Makes a folder and those above it.
pub(super) fn make_folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path).map_err(|source| failed("make", path, source))
}
