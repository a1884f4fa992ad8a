//! A published page to a draft release: bytes to lines, lines to an outline, the outline to facts with
//! their mentions. Knows no terminal, no clock and no network; what it is unsure of it says.
//!
//! ```
//! use pressroom::import::{Page, read};
//! let page = "Two Sides Meet\n2024-05-01\n\n1. Minister of Trade Anna Berg of Norway spoke on April 30.\n";
//! let draft = read(&Page { bytes: page.as_bytes(), name: Some("page.txt") })?;
//! assert_eq!(draft.release.title.as_str(), "Two Sides Meet");
//! assert_eq!(draft.release.participants[0].name.as_str(), "Anna Berg");
//! assert_eq!(draft.release.dates[0].date.as_str(), "2024-04-30");
//! # Ok::<(), pressroom::import::Failure>(())
//! ```

mod chrome;
pub mod draft;
mod extract;
mod head;
mod html;
mod issuer;
mod lines;
mod markdown;
mod office;
mod outline;
mod pdf;
mod plain;
mod source;

pub use draft::words::read as words;
pub use draft::{Doubt, Draft, Finding};

use source::Format;

/// The largest page that is read, in bytes, and all that the command reads of a file or of standard input:
/// with this bound the import of anything stays below 300 MB of memory.
pub const LARGEST: usize = 16 << 20;
/// The most text that a page may have without its markup, in bytes.
pub const LARGEST_TEXT: usize = 8 << 20;
/// The most lines and cells of tables that a page may have.
pub const MOST_LINES: usize = 250_000;

/// A page to import.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// What the file holds.
    pub bytes: &'a [u8],
    /// The file's name: its ending decides where the bytes do not.
    pub name: Option<&'a str>,
}

/// Why nothing was made of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is larger than [`LARGEST`].
    #[error(
        "the page has more than 16 MB: save it without its pictures, or only the part that is the release"
    )]
    TooLarge,
    /// Its text is longer than [`LARGEST_TEXT`] or [`MOST_LINES`].
    #[error(
        "the page has more text than any release (8 MB, or 250,000 lines and cells): cut it into the releases that it holds"
    )]
    TooLong,
    /// An office file whose parts are too large once unpacked.
    #[error(
        "the document unpacks to more than 32 MB: save it without what is not text, or as plain text"
    )]
    Bloated,
    /// It is no text and no document.
    #[error("the file is neither text nor a document that can be read")]
    Binary,
    /// An office file of the old, closed kind.
    #[error("old office files (.doc, .hwp) cannot be read; save it as .docx, .odt, .hwpx or text")]
    OldOffice,
    /// Rich text.
    #[error("rich text (.rtf) cannot be read; save it as .docx, .odt or text")]
    RichText,
    /// A zip container that holds no document.
    #[error("the file is a zip container and holds no document that can be read")]
    UnknownContainer,
    /// A container that needs a password.
    #[error("the document is locked with a password")]
    Locked,
    /// A container that cannot be unpacked.
    #[error("the document is damaged")]
    Damaged,
    /// A PDF, and nothing here to read it.
    #[error("a PDF needs the program pdftotext (of poppler-utils), which is not installed")]
    NoPdfReader,
    /// A PDF that the reader could not read.
    #[error("pdftotext could not read the PDF")]
    PdfFailed,
    /// A PDF of pictures.
    #[error("the PDF holds pictures and no text")]
    PdfWithoutText,
    /// A page without words.
    #[error("there is no text on the page")]
    NoText,
}

/// Makes a draft of a page.
///
/// # Errors
/// If the page cannot be read, or has no text.
pub fn read(page: &Page<'_>) -> Result<Draft, Failure> {
    if page.bytes.len() > LARGEST {
        return Err(Failure::TooLarge);
    }
    let sheet = match source::format(page.bytes, page.name)? {
        Format::Zip => office::read(page.bytes)?,
        Format::Pdf => text(&pdf::read(page.bytes)?)?,
        Format::Html => html::read(&source::decode(page.bytes)),
        Format::Text => text(&source::decode(page.bytes))?,
    };
    if sheet.is_too_long() {
        return Err(Failure::TooLong);
    }
    // A title that only the markup names makes no release.
    let is_printed = |title: &String| sheet.lines.iter().any(|line| line.text.contains(title));
    let unprinted = sheet.title.clone().filter(|title| !is_printed(title)).unwrap_or_default();
    let mut draft = draft::of(sheet);
    let title = draft.release.title.as_str();
    if draft.release.body.is_empty() {
        if title.is_empty() || title == unprinted {
            return Err(Failure::NoText);
        }
        draft
            .doubts
            .push(Doubt { fact: None, sentence: "there is no text below the title".into() });
    }
    Ok(draft)
}

/// Text to lines, unless there is too much of it to make lines of.
fn text(text: &str) -> Result<lines::Sheet, Failure> {
    let is_too_long = text.len() > LARGEST_TEXT
        || text.bytes().filter(|byte| *byte == b'\n').count() > MOST_LINES;
    if is_too_long { Err(Failure::TooLong) } else { Ok(plain::read(text)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failure(bytes: &[u8], name: &str) -> Option<Failure> {
        read(&Page { bytes, name: Some(name) }).err()
    }

    #[test]
    fn what_is_larger_than_any_release_is_refused() {
        let large = "a ".repeat(LARGEST / 2 + 1);
        assert_eq!(failure(large.as_bytes(), "page.html"), Some(Failure::TooLarge));
        let text = &large.as_bytes()[..=LARGEST_TEXT];
        assert_eq!(failure(text, "page.txt"), Some(Failure::TooLong));
        for (piece, times, name) in [
            ("x\n", MOST_LINES + 1, "page.txt"),
            ("<p>x", MOST_LINES + 1, "page.html"),
            ("<p><div></div>", MOST_LINES / 2 + 1, "page.html"),
            ("|x|y|\n", MOST_LINES / 2 + 1, "page.txt"),
        ] {
            let page = piece.repeat(times);
            assert_eq!(failure(page.as_bytes(), name), Some(Failure::TooLong), "{piece}");
        }
    }
}
