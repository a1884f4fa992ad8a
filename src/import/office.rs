//! Office files: zip containers with XML in them. Whatever a container claims, only the parts that hold
//! text are opened, and only so much of each.

mod docx;
mod hwpx;
mod odt;
mod page;
mod xml;

use std::io::{Cursor, Read};

use super::Failure;
use super::lines::Sheet;
use super::source::decode;

/// The most that all parts read may unpack to, in bytes.
const LARGEST: u64 = 32 << 20;
/// The most entries that a container may have.
const MOST_ENTRIES: usize = 20_000;
/// The most sections of a document that are read.
const MOST_SECTIONS: usize = 500;

/// Reads an office file.
///
/// # Errors
/// If it is damaged, too large when unpacked, locked, or no office file that is known.
pub fn read(bytes: &[u8]) -> Result<Sheet, Failure> {
    let mut container = Container::open(bytes)?;
    if let Some(document) = container.part("word/document.xml")? {
        let numbering = container.part("word/numbering.xml")?.unwrap_or_default();
        let styles = container.part("word/styles.xml")?.unwrap_or_default();
        return Ok(docx::read(&document, &numbering, &styles));
    }
    if container.has("Contents/section0.xml") {
        return hwpx::read(&mut container);
    }
    if let Some(content) = container.part("content.xml")? {
        return Ok(odt::read(&content));
    }
    Err(Failure::UnknownContainer)
}

/// A zip container, read with care.
pub struct Container<'a> {
    archive: zip::ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

impl<'a> Container<'a> {
    fn open(bytes: &'a [u8]) -> Result<Self, Failure> {
        let archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Failure::Damaged)?;
        if archive.len() > MOST_ENTRIES {
            return Err(Failure::Bloated);
        }
        Ok(Self { archive, left: LARGEST })
    }

    /// Whether a part is there.
    pub fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// The text of a part; `None` if it is not there.
    ///
    /// # Errors
    /// If it is damaged, locked or too large.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, Failure> {
        let Some(place) = self.archive.index_for_name(name) else { return Ok(None) };
        let file = self.archive.by_index(place).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(_) => Failure::Locked,
            _ => Failure::Damaged,
        })?;
        // The size that a container names may be a lie: what is read is counted.
        let allowed = self.left;
        let mut bytes = Vec::new();
        file.take(allowed + 1).read_to_end(&mut bytes).map_err(|_| Failure::Damaged)?;
        if bytes.len() as u64 > allowed {
            return Err(Failure::Bloated);
        }
        self.left -= bytes.len() as u64;
        // Nearly all XML is plain UTF-8, and needs no copy.
        let is_plain = |text: &str| {
            !text.starts_with('\u{feff}') && !text.bytes().any(|byte| matches!(byte, 0 | 0x1b))
        };
        Ok(Some(match String::from_utf8(bytes) {
            Ok(text) if is_plain(&text) => text,
            Ok(text) => decode(text.as_bytes()),
            Err(error) => decode(error.as_bytes()),
        }))
    }
}

#[cfg(test)]
pub mod tests {
    use std::io::Write;

    use super::*;
    use crate::import::lines::tests::shown;

    /// A container with these parts.
    pub fn container(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            let options = zip::write::SimpleFileOptions::default()
                .compression_method(zip::CompressionMethod::Deflated);
            writer.start_file(*name, options).unwrap();
            writer.write_all(text.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn a_word_file_is_read() {
        let document = r#"<?xml version="1.0"?><w:document xmlns:w="x"><w:body>
            <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Title &amp; more</w:t></w:r></w:p>
            <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>One</w:t></w:r></w:p>
            <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Two</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            <w:p><w:r><w:t xml:space="preserve">Line </w:t><w:br/><w:t>broken</w:t></w:r></w:p></w:body></w:document>"#;
        let numbering = r#"<w:numbering xmlns:w="x"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>"#;
        let bytes =
            container(&[("word/document.xml", document), ("word/numbering.xml", numbering)]);
        assert_eq!(
            shown(&read(&bytes).unwrap()),
            ["h1 Title & more", "0:1. One", "0:2. Two", "a|b / 1|2", "Line", "broken"]
        );
    }

    /// What is read of a Word file with this body, and what is unsure.
    fn word(body: &str) -> (Vec<String>, Vec<&'static str>) {
        let start = r#"<w:document xmlns:w="x" xmlns:mc="y"><w:body>"#;
        let bytes = container(&[("word/document.xml", &format!("{start}{body}"))]);
        let sheet = read(&bytes).unwrap();
        (shown(&sheet), sheet.doubts)
    }

    #[test]
    fn a_part_in_another_encoding_is_read_as_well() {
        let body = "<w:p><w:r><w:t>One</w:t></w:r></w:p></w:body></w:document>";
        let document = format!(r#"<w:document xmlns:w="x"><w:body>{body}"#);
        // UTF-16 without a mark is valid UTF-8 as well, full of noughts.
        let wide: String = document.chars().flat_map(|letter| [letter, '\0']).collect();
        for document in [&wide, &format!("\u{feff}{document}")] {
            let bytes = container(&[("word/document.xml", document)]);
            assert_eq!(shown(&read(&bytes).unwrap()), ["One"]);
        }
    }

    #[test]
    fn deleted_text_breaks_no_line_and_a_text_box_comes_once() {
        let (lines, doubts) = word(
            "<w:p><w:r><w:t>On</w:t></w:r><w:del><w:r><w:br/><w:t>x</w:t><w:tab/></w:r></w:del><w:r><w:t>ly</w:t></w:r>\
             <w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></mc:Choice>\
             <mc:Fallback><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>\
             <w:r><w:t>after</w:t></w:r></w:p></w:body></w:document>",
        );
        assert_eq!(lines, ["Only", "Box", "after"]);
        assert_eq!(doubts, [""; 0]);
    }

    #[test]
    fn a_damaged_file_says_that_its_text_may_end_early() {
        let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
        let (first, second) = (paragraph("One & only"), paragraph("Two"));
        let end = "</w:body></w:document>";
        let early = ["the file is damaged: its text may end early"];
        assert_eq!(word(&format!("{first}{second}{end}")).1, [""; 0]);
        for damaged in [format!("{first}{second}"), format!("{first}<![CDATA[{second}{end}")] {
            assert_eq!(word(&damaged).1, early, "{damaged}");
        }
        assert_eq!(
            word(&format!("{first}{second}<")),
            (vec!["One & only".into(), "Two".into()], early.to_vec())
        );
    }

    #[test]
    fn an_open_document_is_read() {
        let content = r#"<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>
            <text:h text:outline-level="1">Title</text:h><text:p>One<text:s text:c="2"/>two<text:line-break/>three<text:note><text:p>foot</text:p></text:note></text:p>
            <text:list><text:list-item><text:p>item</text:p></text:list-item></text:list>
            <table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>
            </office:text></office:body></office:document-content>"#;
        let bytes = container(&[
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("content.xml", content),
        ]);
        assert_eq!(
            shown(&read(&bytes).unwrap()),
            ["h1 Title", "One two", "three", "0- item", "a|b"]
        );
    }

    #[test]
    fn a_hangul_file_is_read() {
        let section = |text: &str| {
            format!(
                r#"<hs:sec xmlns:hs="s" xmlns:hp="p"><hp:p><hp:run><hp:t>{text}</hp:t></hp:run></hp:p></hs:sec>"#
            )
        };
        let table = section("둘").replace(
            "</hp:run>",
            "<hp:tbl><hp:tr><hp:tc><hp:subList><hp:p><hp:run><hp:t>배포</hp:t></hp:run></hp:p></hp:subList></hp:tc><hp:tc><hp:subList><hp:p><hp:run><hp:t>2026. 5. 1.</hp:t></hp:run></hp:p></hp:subList></hp:tc></hp:tr></hp:tbl></hp:run>",
        );
        let bytes = container(&[
            ("mimetype", "application/hwp+zip"),
            ("Contents/section0.xml", &section("하나")),
            ("Contents/section1.xml", &table),
        ]);
        assert_eq!(shown(&read(&bytes).unwrap()), ["하나", "둘", "배포|2026. 5. 1."]);
    }

    #[test]
    fn bombs_and_other_containers_are_refused() {
        let bomb = " ".repeat((LARGEST + 10) as usize);
        assert!(matches!(read(&container(&[("word/document.xml", &bomb)])), Err(Failure::Bloated)));
        assert!(matches!(read(&container(&[("x.txt", "x")])), Err(Failure::UnknownContainer)));
        assert!(matches!(read(b"PK\x03\x04 and nothing"), Err(Failure::Damaged)));
    }
}
