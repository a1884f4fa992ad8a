//! Bytes to text: which kind of file it is, and in which encoding its text is.

mod encoding;

use super::Failure;
pub use encoding::decode;

/// What kind of file bytes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Text, with or without Markdown.
    Text,
    /// A saved page.
    Html,
    /// A zip container: an office file.
    Zip,
    /// A PDF.
    Pdf,
}

/// How much of a file is looked at.
const HEAD: usize = 4096;

/// Tells the kind of a file by its first bytes, then by its name.
///
/// # Errors
/// The kinds that are known and cannot be read, each with what to do instead.
pub fn format(bytes: &[u8], name: Option<&str>) -> Result<Format, Failure> {
    let head = &bytes[..bytes.len().min(HEAD)];
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Failure::Empty);
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Ok(Format::Zip);
    }
    if head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
        || head.starts_with(b"HWP Document File")
    {
        return Err(Failure::OldOffice);
    }
    if head.starts_with(b"{\\rtf") {
        return Err(Failure::RichText);
    }
    if head.windows(5).take(1024).any(|window| window == b"%PDF-") {
        return Ok(Format::Pdf);
    }
    if is_binary(head) {
        return Err(Failure::Binary);
    }
    let extension =
        name.and_then(|name| name.rsplit_once('.')).map(|(_, e)| e.to_ascii_lowercase());
    let named = matches!(extension.as_deref(), Some("html" | "htm" | "xhtml" | "shtml"));
    let plain = matches!(extension.as_deref(), Some("md" | "markdown"));
    Ok(if named || !plain && looks_like_html(&decode(head)) { Format::Html } else { Format::Text })
}

/// Bytes of pictures and programs: zero bytes that no wide encoding explains.
fn is_binary(head: &[u8]) -> bool {
    let zeros = head.split(|b| *b == 0).count() - 1;
    let controls = head.iter().filter(|b| **b < 9 || (14..27).contains(*b)).count();
    let wide = encoding::wide(head).is_some();
    !wide && (zeros > 0 && zeros * 100 > head.len() || controls * 10 > head.len())
}

/// Whether text begins as a page does: with a tag of structure, past comments and template tags. Tables
/// and inline tags stand in text as well.
fn looks_like_html(text: &str) -> bool {
    const STRUCTURE: [&str; 14] = [
        "html", "head", "body", "div", "p", "h1", "h2", "section", "article", "main", "header",
        "meta", "title", "ul",
    ];
    let mut rest = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    loop {
        let lower = rest.get(..9).unwrap_or(rest).to_ascii_lowercase();
        if lower.starts_with("<!doctype") {
            return true;
        }
        let skipped = [("<!--", "-->"), ("<?", "?>"), ("{%", "%}"), ("{{", "}}"), ("{#", "#}")]
            .iter()
            .find(|(open, _)| rest.starts_with(open))
            .and_then(|(_, close)| rest.find(close).map(|at| at + close.len()));
        match skipped {
            Some(length) => rest = rest[length..].trim_start(),
            None => break,
        }
    }
    let Some(inside) = rest.strip_prefix('<') else { return false };
    let end = inside.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inside.len());
    STRUCTURE.contains(&inside[..end].to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_first_bytes() {
        let kind = |bytes: &[u8]| format(bytes, None).ok();
        assert_eq!(kind(b"PK\x03\x04..."), Some(Format::Zip));
        assert_eq!(kind(b"%PDF-1.7\n"), Some(Format::Pdf));
        assert_eq!(kind(b"\xEF\xBB\xBF<!DOCTYPE html><p>x"), Some(Format::Html));
        assert_eq!(kind(b"{% extends \"base\" %}\n{% block b %}\n<h1>x</h1>"), Some(Format::Html));
        assert_eq!(kind("| a |\n|---|\n<table><tr>".as_bytes()), Some(Format::Text));
        assert_eq!(kind("<행사 개요>\n1. 첫째".as_bytes()), Some(Format::Text));
        assert_eq!(format(b"<b>x</b>", Some("a.html")).ok(), Some(Format::Html));
        assert_eq!(kind(&[0xff, 0xfe, b'a', 0, b'b', 0]), Some(Format::Text));
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        assert!(matches!(format(b" \n", None), Err(Failure::Empty)));
        assert!(matches!(format(b"{\\rtf1 x", None), Err(Failure::RichText)));
        assert!(matches!(
            format(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], None),
            Err(Failure::OldOffice)
        ));
        assert!(matches!(
            format(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0", None),
            Err(Failure::Binary)
        ));
    }
}
