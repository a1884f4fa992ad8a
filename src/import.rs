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

/// The largest page that is read, in bytes.
pub const LARGEST: usize = 64 << 20;

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
    /// It is larger than [`LARGEST`], or would be when unpacked.
    #[error("the file is larger than any release")]
    TooLarge,
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
        Format::Pdf => plain::read(&pdf::read(page.bytes)?),
        Format::Html => html::read(&source::decode(page.bytes)),
        Format::Text => plain::read(&source::decode(page.bytes)),
    };
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
