//! One file of what is remembered: RON that a person can read, and delete.

use std::fmt::Write as _;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::record::FORMAT;
use crate::disk::{self, Overwrite, ReadError, SaveError};

/// The largest file that is read, in bytes.
const LARGEST_FILE: u64 = 4 << 20;

/// Why what was kept is not at hand.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// A file cannot be understood. Only who holds the lock may give it another name: another reader
    /// may just be replacing it.
    #[error("{} cannot be understood", .0.display())]
    Unreadable(PathBuf),
    /// A file cannot be understood; it has another name now.
    #[error("what was remembered could not be read; the file is kept as {}", .0.display())]
    SetAside(PathBuf),
    /// A file is of a form that is not known yet.
    #[error("{} was written by a newer pressroom and is left alone", .0.display())]
    Newer(PathBuf),
    /// A file is not read.
    #[error("{}: {error}", .path.display())]
    Unread {
        /// The file.
        path: PathBuf,
        /// Why.
        error: ReadError,
    },
    /// A file is not written.
    #[error("{}: {error}", .path.display())]
    Unwritten {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        error: SaveError,
    },
}

impl Fault {
    /// Whether all that is wrong is that another process holds the lock.
    pub fn is_lock(&self) -> bool {
        matches!(self, Self::Unwritten { error: SaveError::Locked, .. })
    }
}

/// A file's value; nothing where there is no file.
///
/// # Errors
/// When it is there but cannot be used.
pub fn read<T: DeserializeOwned>(file: &Path) -> Result<Option<T>, Fault> {
    let bytes = match disk::read(file, LARGEST_FILE) {
        Ok(bytes) => bytes,
        Err(ReadError::NotFound) => return Ok(None),
        Err(error) => return Err(Fault::Unread { path: file.to_owned(), error }),
    };
    let text = String::from_utf8_lossy(&bytes);
    // A newer form may well be understood, but not all of it.
    if ron::from_str::<Form>(nameless(&text)).is_ok_and(|form| form.format > FORMAT) {
        return Err(Fault::Newer(file.to_owned()));
    }
    ron::from_str(&text).map(Some).map_err(|_| Fault::Unreadable(file.to_owned()))
}

/// Writes a value as a file, whole or not at all, with a sentence on what it is.
///
/// # Errors
/// When it cannot be written.
pub fn write<T: Serialize>(file: &Path, about: &str, value: &T) -> Result<(), Fault> {
    let failed = |error| Fault::Unwritten { path: file.to_owned(), error };
    let style = ron::ser::PrettyConfig::new().struct_names(true);
    let value = ron::ser::to_string_pretty(value, style)
        .map_err(|error| failed(SaveError::Other(io::Error::new(ErrorKind::InvalidData, error))))?;
    let mut text = String::new();
    let _ = writeln!(text, "// pressroom: {about}. This file may be deleted.\n{value}");
    disk::save(file, text.as_bytes(), Overwrite::Allow).map_err(failed)
}

/// The value in a file without the name of its kind.
fn nameless(text: &str) -> &str {
    let mut rest = text;
    while let Some((_, after)) = rest.strip_prefix("//").and_then(|line| line.split_once('\n')) {
        rest = after;
    }
    rest.find('(').map_or(rest, |start| &rest[start..])
}

/// The form of a file, whatever else it holds.
#[derive(serde::Deserialize)]
struct Form {
    format: u32,
}
