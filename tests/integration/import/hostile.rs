//! Pages of nonsense: nothing panics, and whatever comes out is a sound release.

use std::io::Write;

use pressroom::import::{Page, read};
use proptest::prelude::*;

use super::assert_sound;

/// Pieces that mean something to an importer.
const PIECES: [&str; 64] = [
    "1. ",
    "2.\n",
    "(3) ",
    "④",
    "가. ",
    "Ⅱ. ",
    "1.1 The ",
    "° ",
    "o ",
    "- ",
    "– ",
    "※ ",
    "* ",
    "** ",
    "【붙임】 1. ",
    "□ ",
    "\n",
    "\n\n",
    " ",
    "\t",
    "Minister ",
    "of Foreign Affairs ",
    "of the Republic of Korea",
    ", ",
    "Kim Min-ho",
    "Sheikh ",
    "bin ",
    "Mr. ",
    "President",
    "’s ",
    "and ",
    "the ",
    "March 6",
    "6 to 10 ",
    ", 2024",
    "10:00-14:00, ",
    "’67년",
    "2026. 7. 22.(수)",
    "7월 22일",
    "부터 ",
    "24일까지 ",
    "3일간",
    "2019",
    "this year ",
    "US$2.16 billion",
    "12 countries ",
    "two ",
    "one ",
    "ninth ",
    "14th ",
    "anniversary ",
    "percent",
    "1조 2천억 원",
    "5,943명",
    "제3차 ",
    "| a | b |\n",
    "|---|---|\n",
    "<table><tr><td>x</td></tr></table>\n",
    "<!-- ",
    "-->",
    "###",
    "/END/",
    "“",
    "\u{202e}",
];

const TAGS: [&str; 32] = [
    "<p>",
    "</p>",
    "<div class='menu'>",
    "</div>",
    "<ul>",
    "<li>",
    "</ul>",
    "<ol start=3>",
    "</ol>",
    "<table>",
    "<tr>",
    "<td rowspan=9 colspan=9>",
    "</td>",
    "</table>",
    "<h1>",
    "</h1>",
    "<br>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "{% x %}",
    "{{",
    "&amp;",
    "&#0;",
    "&#x110000;",
    "<a href=\"",
    "\">",
    "<title>",
    "</title>",
    "Minister Kim Min-ho said. ",
    "<",
];

fn pieces(of: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(of), 0..60).prop_map(|pieces| pieces.concat())
}

fn import(bytes: &[u8], name: &str) {
    if let Ok(draft) = read(&Page { bytes, name: Some(name) }) {
        assert_sound(&draft, name);
    }
}

/// A zip container with one part.
fn container(name: &str, part: &str) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    writer.write_all(part.as_bytes()).unwrap();
    writer.finish().unwrap().into_inner()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_imported_or_refused(page in pieces(&PIECES)) {
        import(page.as_bytes(), "page.txt");
    }

    #[test]
    fn any_characters_are_imported_or_refused(page in "\\PC{0,200}") {
        import(page.as_bytes(), "page.txt");
        import(page.as_bytes(), "page.html");
    }

    #[test]
    fn any_markup_is_imported_or_refused(page in pieces(&TAGS)) {
        import(page.as_bytes(), "page.html");
    }

    #[test]
    fn any_bytes_are_imported_or_refused(page in prop::collection::vec(any::<u8>(), 0..300)) {
        import(&page, "page");
    }

    #[test]
    fn any_container_is_imported_or_refused(
        name in prop::sample::select(vec!["word/document.xml", "content.xml", "Contents/section0.xml", "x"]),
        part in pieces(&["<w:p>", "</w:p>", "<w:t>", "</w:t>", "<w:tbl>", "<w:tc>", "</w:tbl>", "<p>", "<t>", "</t>", "<h outline-level=\"9\">", "</h>", "a &amp; b", "<list>", "<list-item>", "</x>", "<"]),
        cut in 0usize..400,
        flip in any::<(u16, u8)>(),
    ) {
        let mut bytes = container(name, &part);
        import(&bytes, "a.docx");
        let place = usize::from(flip.0) % bytes.len();
        bytes[place] ^= flip.1;
        import(&bytes, "a.docx");
        bytes.truncate(cut.min(bytes.len()));
        import(&bytes, "a.docx");
    }
}

#[test]
fn a_long_page_of_one_thing_is_read() {
    let long = [
        "Minister of Foreign Affairs of ",
        "on May 5 and 6, 2020 to June, ",
        "1. a\n",
        "* c\n\n",
        "14th ",
        "<div>",
        "<table>\n",
        "<tr><td rowspan=40 colspan=40>",
        "2024년 7월 1일부터 ",
        "1만 2천억 3조 ",
        "(",
        "&#1",
        "{%",
        "<b><a x=\">",
        "Kim ",
        "a\n",
        "“",
    ];
    for piece in long {
        let page = piece.repeat(20_000 / piece.len());
        import(page.as_bytes(), "page.txt");
        import(page.as_bytes(), "page.html");
    }
}

#[test]
fn a_long_line_of_one_thing_takes_no_time_that_grows_with_its_square() {
    let long = ["<", "<b", "between 3 May and 5 May ", "2024년7월1일~7월3일", "3 May-", "40%"];
    for piece in long {
        // With a square in it this takes minutes.
        let page = format!("Title\n{}\n", piece.repeat(600_000 / piece.len()));
        import(page.as_bytes(), "page.txt");
    }
}
