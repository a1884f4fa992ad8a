//! The releases at paths and below folders, each as it is found, faulty ones with their reason.

use std::ops::ControlFlow;
use std::path::Path;

use super::{Card, Entry, Source};
use crate::disk;
use crate::release::{self, Release};
use crate::text::{Clean, Raw};

/// The largest file that is read as a release, in bytes.
pub const LARGEST_FILE: u64 = 256 << 20;

/// Why a source could not be read at all, or is not a release.
#[derive(Debug)]
pub enum Unreadable {
    /// The file could not be read: the reason.
    File(Clean<'static>),
    /// It was read and is not a release: the text and what is wrong with it.
    Fault(String, release::Fault),
}

/// The text of a source, without a byte-order mark.
///
/// # Errors
/// The reason in plain words.
pub fn read(source: &Source) -> Result<String, Clean<'static>> {
    match source {
        Source::Text { text, .. } => Ok(text.to_string()),
        Source::File { path, .. } => {
            let bytes = disk::read(path, LARGEST_FILE)
                .map_err(|error| Clean::from_string(error.to_string()))?;
            disk::text(bytes).map_err(|error| Clean::from_string(error.to_string()))
        }
    }
}

/// The release of a source.
///
/// # Errors
/// Why it is none.
pub fn open(source: &Source) -> Result<Release, Unreadable> {
    let text = read(source).map_err(Unreadable::File)?;
    release::parse(&text).map_err(|fault| Unreadable::Fault(text, fault))
}

/// The entry of a source in a list.
pub fn entry(source: Source) -> Entry {
    let card = match open(&source) {
        Ok(release) => Ok(Card::of(&release)),
        Err(Unreadable::File(reason)) => Err(reason),
        Err(Unreadable::Fault(text, fault)) => {
            let (line, column) = release::place::line_and_column(&text, fault.span.start);
            Err(Clean::from_string(format!("{line}:{column}: {}", fault.message)))
        }
    };
    Entry::new(source, card)
}

/// The ending of the files that are releases.
const ENDING: &str = "ron";

/// Whether a file has the name of a release.
pub fn is_release(path: &Path) -> bool {
    disk::has_extension(path, ENDING)
}

/// What [`walk`] finds at a path below `root`, or at `root` itself, by now: nothing where it is gone.
pub fn again(path: &Path, root: &Path) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut receive = |entry| {
        entries.push(entry);
        ControlFlow::Continue(())
    };
    let _ = if path == root {
        walk(root, receive)
    } else if path.is_dir() && !disk::is_link_inside(path, root) {
        walk_below(path, root, receive)
    } else if path.is_file() && is_release(path) && !disk::is_link_inside(path, root) {
        receive(entry(Source::File { path: path.to_path_buf(), root: root.to_path_buf() }))
    } else {
        ControlFlow::Continue(())
    };
    entries
}

/// Reads every `*.ron` below a folder, or the one file at a path, and hands over each entry as it
/// is read, until there are no more or the receiver has enough.
pub fn walk(path: &Path, mut receive: impl FnMut(Entry) -> ControlFlow<()>) -> ControlFlow<()> {
    if !path.is_dir() {
        return receive(entry(Source::file(path)));
    }
    walk_below(path, path, receive)
}

fn walk_below(
    path: &Path,
    root: &Path,
    mut receive: impl FnMut(Entry) -> ControlFlow<()>,
) -> ControlFlow<()> {
    for found in disk::walk(path, ENDING) {
        let entry = match found {
            Ok(file) => entry(Source::File { path: file, root: root.to_path_buf() }),
            Err(problem) => {
                let reason = Raw::from(problem.to_string()).clean_line().into_owned();
                Entry::new(Source::file(path), Err(reason))
            }
        };
        receive(entry)?;
    }
    ControlFlow::Continue(())
}
