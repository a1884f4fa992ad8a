//! Releases from files, folders and standard input: opened, or with the reason why not.

use std::path::{Path, PathBuf};

use super::is_input;
use crate::disk::{self, ReadError};
use crate::library::Source;
use crate::library::folder::LARGEST_FILE;
use crate::release::{Code, Fault, Release, parse};
use crate::text::Clean;

/// A file that was read, whatever it holds.
pub struct Document {
    /// The text of the file, without a byte-order mark. Of a file that is not UTF-8, the beginning.
    pub source: String,
    /// The release, or why it is none.
    pub release: Result<Release, Fault>,
}

/// Reads a file, or standard input for `-`.
///
/// # Errors
/// When there is nothing to read, or it may not or cannot be read.
pub fn open(path: &Path) -> Result<Document, ReadError> {
    read(path).map(document)
}

/// The bytes of a file, or of standard input for `-`.
///
/// # Errors
/// As [`open`].
pub fn read(path: &Path) -> Result<Vec<u8>, ReadError> {
    read_within(path, LARGEST_FILE)
}

/// The same, of which no more than `limit` bytes are read.
///
/// # Errors
/// As [`open`].
pub fn read_within(path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
    if is_input(path) { disk::read_stdin(limit) } else { disk::read(path, limit) }
}

/// What bytes are as a release.
pub fn document(bytes: Vec<u8>) -> Document {
    if let Err(error) = std::str::from_utf8(&bytes) {
        return not_text(&bytes, error.valid_up_to());
    }
    let source = disk::text(bytes).unwrap_or_default();
    let release = parse(&source);
    Document { source, release }
}

/// A file that is not UTF-8 is shown up to the fault and a little beyond.
fn not_text(bytes: &[u8], fault: usize) -> Document {
    const BEYOND: usize = 80;
    let start = String::from_utf8_lossy(&bytes[..fault]);
    let start = start.strip_prefix('\u{FEFF}').unwrap_or(&start);
    let end = (fault + BEYOND).min(bytes.len());
    let rest = String::from_utf8_lossy(&bytes[fault..end]);
    let wide = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    let help = if wide {
        "it looks like UTF-16; save it as UTF-8"
    } else {
        "save it as UTF-8, or convert it from its own encoding"
    };
    let first = rest.chars().next().map_or(0, char::len_utf8);
    let fault = Fault {
        code: Code::NotText,
        span: start.len()..start.len() + first,
        message: Clean::literal("the file is not UTF-8 text"),
        help: Some(Clean::literal(help)),
    };
    Document { source: format!("{start}{rest}"), release: Err(fault) }
}

/// The files that paths stand for: themselves, and `*.ron` in and below folders, with the folder
/// that was opened. What a walk could not look at is told as it is met. Standard input is a file
/// named `-`.
pub fn find<'a>(
    paths: impl IntoIterator<Item = &'a Path>,
) -> impl Iterator<Item = Result<(PathBuf, Source), disk::WalkProblem>> {
    paths.into_iter().flat_map(|path| -> Box<dyn Iterator<Item = _>> {
        if !path.is_dir() {
            return Box::new(std::iter::once(Ok((path.to_owned(), Source::file(path)))));
        }
        let root = path.to_owned();
        Box::new(disk::walk(path, "ron").map(move |walked| {
            let path = walked?;
            let source = Source::File { path: path.clone(), root: root.clone() };
            Ok((path, source))
        }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_text_opens_as_its_fault() {
        let check = |bytes: &[u8], source: &str, fault: &str| {
            let document = document(bytes.to_vec());
            let found = document.release.unwrap_err();
            assert_eq!(document.source, source);
            assert_eq!(&document.source[found.span], fault);
        };
        check(b"Release(\xE9t\xE9)", "Release(\u{FFFD}t\u{FFFD})", "\u{FFFD}");
        check(b"\xEF\xBB\xBFa\xFF", "a\u{FFFD}", "\u{FFFD}");
        check(
            "가".repeat(100).as_bytes().split_last().unwrap().1,
            &("가".repeat(99) + "\u{FFFD}"),
            "\u{FFFD}",
        );
    }

    #[test]
    fn a_byte_order_mark_is_skipped() {
        let release = "\u{FEFF}Release(format: 1, title: \"T\", body: [])";
        assert_eq!(document(release.into()).release.unwrap().title, "T");
    }
}
