//! A release as plain lines: numbers and marks as printed, items indented, tables laid out.

mod page;
mod table;

use std::fmt;

use super::facts::{self, Fact};
use super::{Facts, Part, byline, label, series, topics, versions};
use crate::clean_format;
use crate::phrase::Language;
use crate::release::{Block, Kind};
use crate::text::width::cells;
use crate::text::{Clean, Raw};
use page::{Hang, Page};

/// How the lines are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The longest line in columns; `None` leaves every paragraph on one line.
    pub width: Option<u16>,
    /// Whether the facts follow.
    pub facts: Facts,
    /// The language of what stands around the text.
    pub language: Language,
    /// How titles and headings are told from what follows.
    pub headings: Headings,
}

/// How titles and headings are told from what follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Headings {
    /// By a line below them.
    #[default]
    Underlined,
    /// By nothing but the air around them.
    Plain,
}

impl Default for Options {
    fn default() -> Self {
        let (language, headings) = (Language::English, Headings::default());
        Self { width: Some(80), facts: Facts::Hidden, language, headings }
    }
}

/// Writes a part of a release as plain lines.
///
/// # Errors
/// Only those of `out`.
pub fn write(out: &mut impl fmt::Write, part: &Part<'_>, options: Options) -> fmt::Result {
    let mut page = Page::new(out, options.width, options.headings);
    if part.shows_title() {
        head(&mut page, part, options.language)?;
    }
    body(&mut page, part)?;
    if part.is_whole() {
        tail(&mut page, part, options.language)?;
    }
    if options.facts == Facts::Shown {
        for (kind, facts) in facts::by_kind(part, options.language) {
            let heading = facts::heading(kind);
            fact_list(&mut page, heading.shown(options.language), &facts)?;
        }
    }
    Ok(())
}

fn head<W: fmt::Write>(page: &mut Page<'_, W>, part: &Part<'_>, language: Language) -> fmt::Result {
    let title = part.release.title.clean();
    if !title.is_empty() {
        page.underlined(0, &title, '=')?;
    }
    if !part.is_whole() {
        return Ok(());
    }
    for line in [
        Some(byline(part.release, language)),
        part.release.series.as_ref().map(|s| series(s, language)),
    ] {
        page.paragraph(Hang::none(0), &line.unwrap_or_default())?;
    }
    Ok(())
}

fn tail<W: fmt::Write>(page: &mut Page<'_, W>, part: &Part<'_>, language: Language) -> fmt::Result {
    let release = part.release;
    let source = release.source.as_ref().map(|s| s.clean_line().into_owned()).unwrap_or_default();
    let versions = super::join(&versions(release), ", ");
    let lines = super::about([source, versions, topics(release)].map(Clean::into_string));
    page.gap();
    for words in &lines {
        page.paragraph(Hang::by(0, 2), words.shown(language))?;
    }
    Ok(())
}

fn body<W: fmt::Write>(page: &mut Page<'_, W>, part: &Part<'_>) -> fmt::Result {
    let numbers = NumberWidths::of(part);
    let closing_notes = closing_notes(part);
    // The column at which the items of each open block begin.
    let mut columns: Vec<usize> = vec![0];
    let mut last: Option<&Block> = None;
    for index in part.range() {
        let block = part.block(index);
        columns.truncate(part.depth(index) + 1);
        let indent = columns.last().copied().unwrap_or(0);
        if !is_close(last, block) {
            page.gap();
        }
        if Some(index) == closing_notes {
            page.rule()?;
        }
        let items = draw(page, block, indent, numbers.of_siblings(index))?;
        columns.push(page.bounded(items));
        last = Some(block);
    }
    page.gap();
    Ok(())
}

/// Items stand close to each other and to what they belong to; everything else has air around it.
fn is_close(last: Option<&Block>, block: &Block) -> bool {
    let Some(last) = last else { return false };
    let is_item = |b: &Block| matches!(b.kind, Kind::Bullet | Kind::Numbered);
    match block.kind {
        Kind::Bullet | Kind::Numbered if block.depth > last.depth => last.kind != Kind::Table,
        Kind::Bullet => is_item(last) && (last.kind == Kind::Bullet || last.depth > 0),
        Kind::Numbered => block.depth > 0 && is_item(last),
        Kind::Note => last.kind == Kind::Note && last.depth == block.depth,
        Kind::Heading | Kind::Paragraph | Kind::Table => false,
    }
}

/// Writes one block without its items, and says at which column these begin.
fn draw<W: fmt::Write>(
    page: &mut Page<'_, W>,
    block: &Block,
    indent: usize,
    number_width: usize,
) -> Result<usize, fmt::Error> {
    let label = label(block);
    let text = block.text.clean();
    match block.kind {
        Kind::Heading => {
            let words = if label.is_empty() { text } else { clean_format!("{label} {text}") };
            page.underlined(indent, &words, '-')?;
            Ok(indent)
        }
        Kind::Numbered => page.labelled(indent, &label, number_width.max(cells(&label)) + 2, &text),
        Kind::Bullet => page.labelled(indent, &label, cells(&label) + 1, &text),
        Kind::Note if label.is_empty() => {
            page.paragraph(Hang::none(page.bounded(indent + 2)), &text)?;
            Ok(indent + 2)
        }
        Kind::Note => page.labelled(indent + 2, &label, cells(&label) + 1, &text),
        Kind::Paragraph => {
            page.paragraph(Hang::none(indent), &text)?;
            Ok(indent + 2)
        }
        Kind::Table => {
            table::write(page, block, indent)?;
            Ok(indent)
        }
    }
}

/// The first of the notes that end the release, which are set off like the foot of a page.
fn closing_notes(part: &Part<'_>) -> Option<usize> {
    let outermost = part.outermost();
    let notes = outermost.iter().rev().take_while(|i| part.block(**i).kind == Kind::Note).count();
    if notes == outermost.len() {
        return None;
    }
    outermost.get(outermost.len() - notes).copied()
}

/// How wide the widest printed number among the items of one block is, so that text lines up.
struct NumberWidths {
    start: usize,
    /// For each block: the group of siblings it belongs to.
    group: Vec<u32>,
    widths: Vec<usize>,
}

impl NumberWidths {
    /// Wider numbers stand out instead of pushing everybody's text to the right.
    const WIDEST: usize = 6;

    fn of(part: &Part<'_>) -> Self {
        let range = part.range();
        let mut numbers =
            Self { start: range.start, group: Vec::with_capacity(range.len()), widths: vec![0] };
        let mut open: Vec<u32> = vec![0];
        for index in range {
            let block = part.block(index);
            open.truncate(part.depth(index) + 1);
            let group = open.last().copied().unwrap_or(0);
            numbers.group.push(group);
            if block.kind == Kind::Numbered {
                let width = cells(&block.number.as_ref().map(Raw::clean_line).unwrap_or_default());
                let widest = &mut numbers.widths[group as usize];
                if width <= Self::WIDEST {
                    *widest = width.max(*widest);
                }
            }
            open.push(numbers.widths.len() as u32);
            numbers.widths.push(0);
        }
        numbers
    }

    fn of_siblings(&self, index: usize) -> usize {
        self.widths[self.group[index - self.start] as usize]
    }
}

fn fact_list<W: fmt::Write>(
    page: &mut Page<'_, W>,
    heading: &Clean<'_>,
    facts: &[Fact],
) -> fmt::Result {
    page.gap();
    page.underlined(0, heading, '-')?;
    for fact in facts {
        let mut words = fact.name.to_string();
        for (between, remark) in fact.remarks() {
            words.extend([between, remark]);
        }
        if let Some(places) = fact.places_line() {
            words.extend([" [", &places, "]"]);
        }
        page.paragraph(Hang::by(0, 4), &Clean::from_string(words))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::{Addresses, parse};

    fn written(source: &str, width: Option<u16>) -> String {
        let release = parse(source).unwrap();
        let addresses = Addresses::of(&release.body);
        let mut text = String::new();
        let options = Options { width, facts: Facts::Shown, ..Options::default() };
        write(&mut text, &Part::whole(&release, &addresses), options).unwrap();
        text
    }

    #[track_caller]
    fn check(body: &str, width: u16, expected: &str) {
        let source = format!("Release(format: 1, title: \"\", body: [{body}])");
        assert_eq!(written(&source, Some(width)), expected);
    }

    #[test]
    fn lines_hang_below_the_first_word() {
        check(
            r#"Numbered(number: "9", text: "nine nine", items: [
                   Bullet(marker: "°", text: "bullet one", items: [Bullet(marker: "-", text: "in")]),
               ]), Numbered(number: "10", text: "ten")"#,
            12,
            "9   nine\n    nine\n    ° bullet\n      one\n      - in\n\n10  ten\n",
        );
    }

    #[test]
    fn closing_notes_are_set_off_and_others_are_not() {
        check(
            r#"Note(marker: "※", text: "first"), Paragraph(text: "p"), Note(text: "last")"#,
            40,
            "  ※ first\n\np\n\n------------\n  last\n",
        );
    }

    #[test]
    fn a_label_too_long_to_hang_from_flows() {
        check(
            r#"Bullet(marker: "【참고 자료 및 붙임】", text: "목록"), Bullet(marker: "", text: "x")"#,
            40,
            "【참고 자료 및 붙임】 목록\nx\n",
        );
    }

    #[test]
    fn deep_nesting_leaves_room_for_words() {
        let mut body = "Bullet(marker: \"-\", text: \"word\")".to_owned();
        for _ in 0..20 {
            body = format!("Bullet(marker: \"-\", text: \"word\", items: [{body}])");
        }
        let source = format!("Release(format: 1, title: \"\", body: [{body}])");
        let text = written(&source, Some(20));
        assert!(text.lines().all(|line| line.len() <= 20 && line.ends_with("word")), "{text}");
    }

    #[test]
    fn a_table_too_wide_is_told_row_by_row() {
        let table = r#"Table(header: ["Partner", "Exports"], rows: [["Kazakhstan", "1,240"],
            ["Uzbekistan", "80"]])"#;
        check(
            table,
            20,
            "Partner     Exports\n----------  -------\nKazakhstan    1,240\nUzbekistan       80\n",
        );
        check(
            table,
            13,
            "Partner:\n  Kazakhstan\nExports:\n  1,240\n\nPartner:\n  Uzbekistan\nExports: 80\n",
        );
    }

    #[test]
    fn without_a_width_paragraphs_stay_on_one_line() {
        let words = "word ".repeat(100);
        let source = format!(
            "Release(format: 1, title: \"T\", body: [Paragraph(text: \"{words}\"),
             Table(rows: [[\"{words}\", \"1\"], [\"b\", \"2\"]])])"
        );
        let text = written(&source, None);
        let words = words.trim();
        let pad = " ".repeat(61);
        assert_eq!(text, format!("T\n=\n\n{words}\n\n{words}  1\nb{pad}2\n"));
    }

    #[test]
    fn facts_follow_with_their_places() {
        let text = written(
            r#"Release(format: 1, title: "T", body: [Numbered(number: "1", text: "Kim, 2018")],
                participants: [(name: "Kim", title: "Minister", affiliation: "Korea", doubt: "no"
                    , mentions: [(at: "1", quote: "Kim"), (at: "1", quote: "Kim")])],
                dates: [(date: "2018", label: "then"), (date: "2019-02-31")])"#,
            Some(80),
        );
        let facts = text.split_once("Participants").unwrap().1;
        assert_eq!(
            facts,
            "\n------------\nKim, Minister, Korea; doubtful: no [1]\n\n\
             Dates\n-----\n2018: then\n2019-02-31\n"
        );
    }

    proptest::proptest! {
        #[test]
        fn no_line_is_wider_than_the_page(
            texts in proptest::collection::vec("[a-z가 \n1,.]{0,40}", 6),
            width in 8u16..60,
        ) {
            let [a, b, c, d, e, f] = &texts[..] else { unreachable!() };
            let source = format!(
                "Release(format: 1, title: {a:?}, body: [Numbered(number: \"1\", text: {b:?}, items: [
                    Bullet(marker: \"°\", text: {c:?}, items: [Table(header: [{d:?}], rows: [[{e:?}, {f:?}]])]),
                    Note(marker: \"*\", text: {d:?})]), Heading(number: \"2\", text: {e:?})])"
            );
            for line in written(&source, Some(width)).lines() {
                proptest::prop_assert!(cells(line) <= usize::from(width), "{line:?}");
                proptest::prop_assert_eq!(line.trim_end(), line);
            }
        }
    }
}
