//! A release as Markdown: `CommonMark` with the tables of GitHub. Whatever the release says is
//! escaped, so that it stays text.

mod escape;

use std::fmt;

use super::facts::{self, Fact};
use super::{
    Facts, Part, byline, has_head_row, label, series, table_rows, topics, versions, web_address,
};
use crate::clean_format;
use crate::phrase::Language;
use crate::release::{Block, FactKind, Kind};
use crate::text::Clean;
use crate::text::columns::{Measure, Side};
use escape::{escaped, in_cell};

/// Writes a part of a release as Markdown; what stands around the text is in a language.
///
/// # Errors
/// Only those of `out`.
pub fn write(
    out: &mut impl fmt::Write,
    part: &Part<'_>,
    facts: Facts,
    language: Language,
) -> fmt::Result {
    let mut page = Page { out, is_empty: true, language };
    if part.shows_title() {
        head(&mut page, part)?;
    }
    body(&mut page, part)?;
    if part.is_whole() {
        tail(&mut page, part)?;
    }
    if facts == Facts::Shown {
        facts::by_kind(part, language)
            .iter()
            .try_for_each(|(kind, facts)| fact_list(&mut page, *kind, facts))?;
    }
    Ok(())
}

/// What is written to. Every block has an empty line before it.
struct Page<'o, W> {
    out: &'o mut W,
    is_empty: bool,
    language: Language,
}

impl<W: fmt::Write> Page<'_, W> {
    /// The lines of a block, each behind what its list items and quotations ask for.
    fn block(&mut self, inside: &Inside, text: &str) -> fmt::Result {
        if !self.is_empty {
            writeln!(self.out, "{}", inside.between.trim_end())?;
        }
        self.is_empty = false;
        for (i, line) in text.split('\n').enumerate() {
            let before = if i == 0 { &inside.first } else { &inside.rest };
            writeln!(self.out, "{}", format!("{before}{line}").trim_end())?;
        }
        Ok(())
    }
}

/// What stands before the lines of a block: the marks of the lists and quotations it lies inside.
#[derive(Clone, Default)]
struct Inside {
    /// Before its first line.
    first: String,
    /// Before its other lines.
    rest: String,
    /// In the empty line before it.
    between: String,
}

impl Inside {
    fn of(prefix: &str) -> Self {
        Self { first: prefix.to_owned(), rest: prefix.to_owned(), between: prefix.to_owned() }
    }

    /// A list item: its mark before the first line, as much space before the others.
    fn item(&self, mark: &str) -> Self {
        let space = " ".repeat(mark.chars().count());
        let first = format!("{}{mark}", self.rest);
        Self { first, rest: format!("{}{space}", self.rest), between: self.rest.clone() }
    }

    /// A quotation.
    fn quotation(&self) -> Self {
        let prefix = format!("{}> ", self.rest);
        Self { first: prefix.clone(), rest: prefix, between: self.rest.clone() }
    }
}

fn head<W: fmt::Write>(page: &mut Page<'_, W>, part: &Part<'_>) -> fmt::Result {
    let title = part.release.title.clean_line();
    if !title.is_empty() {
        page.block(&Inside::default(), &format!("# {}", escaped(&title)))?;
    }
    if !part.is_whole() {
        return Ok(());
    }
    let lines = [
        Some(byline(part.release, page.language)),
        part.release.series.as_ref().map(|s| series(s, page.language)),
    ];
    for line in lines.into_iter().flatten().filter(|line| !line.is_empty()) {
        page.block(&Inside::default(), &escaped(&line))?;
    }
    Ok(())
}

fn tail<W: fmt::Write>(page: &mut Page<'_, W>, part: &Part<'_>) -> fmt::Result {
    let release = part.release;
    let source = release.source.as_ref().map(|source| match web_address(source.as_str()) {
        Some(address) => format!("<{}>", address.as_str()),
        None => escaped(&source.clean_line()),
    });
    let versions = escaped(&super::join(&versions(release), ", "));
    let lines = super::about([source.unwrap_or_default(), versions, escaped(&topics(release))]);
    for line in &lines {
        page.block(&Inside::default(), line.shown(page.language))?;
    }
    Ok(())
}

/// A list under way, and what must come next for it to go on.
#[derive(Clone, Copy, PartialEq)]
enum List {
    /// No list.
    None,
    /// Marks.
    Marks,
    /// Numbers; Markdown counts by itself, so only the next number goes on.
    Numbers(u32, char),
}

/// The levels that are open: what the blocks of each lie inside, and the list under way there.
struct Levels {
    inside: Vec<(Inside, usize)>,
    /// Items of a block that is no list item are level with it for Markdown: they share a list.
    lists: Vec<List>,
}

impl Levels {
    fn new() -> Self {
        Self { inside: vec![(Inside::default(), 0)], lists: vec![List::None] }
    }

    /// Goes back to a depth; says what its blocks lie inside, and the list there.
    fn at(&mut self, depth: usize) -> (Inside, &mut List) {
        self.inside.truncate(depth + 1);
        let (inside, list) = self.inside.last().cloned().unwrap_or_default();
        self.lists.truncate(list + 1);
        (inside, &mut self.lists[list])
    }

    fn open(&mut self, outer: &Inside, inside: &Inside) {
        if inside.rest != outer.rest {
            self.lists.push(List::None);
        }
        self.inside.push((Inside::of(&inside.rest), self.lists.len() - 1));
    }
}

fn body<W: fmt::Write>(page: &mut Page<'_, W>, part: &Part<'_>) -> fmt::Result {
    let mut levels = Levels::new();
    for index in part.range() {
        let block = part.block(index);
        let (outer, list) = levels.at(part.depth(index));
        let next = next_list(block);
        if must_part(*list, next) {
            // Two lists in a row would become one.
            page.block(&outer, "<!-- -->")?;
        }
        *list = next;
        let (inside, text) = drawn(block, &outer, part.depth(index));
        if !text.is_empty() || inside.first != outer.first {
            page.block(&inside, &text)?;
        }
        levels.open(&outer, &inside);
    }
    Ok(())
}

fn next_list(block: &Block) -> List {
    match block.kind {
        Kind::Bullet => List::Marks,
        Kind::Numbered => match counted(block) {
            Some((number, sign)) => List::Numbers(number, sign),
            None => List::Marks,
        },
        _ => List::None,
    }
}

fn must_part(under_way: List, next: List) -> bool {
    match (under_way, next) {
        (List::Numbers(last, sign), List::Numbers(number, same)) => {
            sign == same && last.checked_add(1) != Some(number)
        }
        _ => false,
    }
}

/// The number of a block as a list counts: `3`, `3.` and `3)`, nothing else.
fn counted(block: &Block) -> Option<(u32, char)> {
    let number = block.number.as_ref()?.as_str();
    let sign = if number.ends_with(')') { ')' } else { '.' };
    let digits = number.strip_suffix(['.', ')']).unwrap_or(number);
    let is_number = (1..=9).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let is_plain = is_number && (digits == "0" || !digits.starts_with('0'));
    if is_plain { digits.parse().ok().map(|n| (n, sign)) } else { None }
}

/// A block's lines, and what they stand inside.
fn drawn(block: &Block, outer: &Inside, depth: usize) -> (Inside, String) {
    let text = escaped(&block.text.clean());
    let words = || with_label(&label(block), &text);
    match block.kind {
        Kind::Heading => {
            let line = with_label(&label(block), &escaped(&block.text.clean_line()));
            (outer.clone(), format!("{} {line}", "#".repeat((depth + 2).min(6))))
        }
        Kind::Numbered => match counted(block) {
            Some((number, sign)) => (outer.item(&format!("{number}{sign} ")), text),
            None => (outer.item("- "), words()),
        },
        Kind::Bullet if is_ordinary_mark(&label(block)) => (outer.item("- "), text),
        Kind::Bullet => (outer.item("- "), words()),
        Kind::Paragraph => (outer.clone(), text),
        Kind::Note => (outer.quotation(), words()),
        Kind::Table => (outer.clone(), table(block)),
    }
}

fn with_label(label: &Clean<'_>, text: &str) -> String {
    if label.is_empty() { text.to_owned() } else { format!("{} {text}", escaped(label)) }
}

/// Marks that say no more than that there is an item.
fn is_ordinary_mark(mark: &str) -> bool {
    let mut signs = mark.chars();
    let is_sign = |sign| "-*+•·・–—∙‣⁃°º◦○●◯◎■□▪▫◆◇▶▷►▸➢➤❍ㅇ".contains(sign);
    signs.next().is_some_and(is_sign) && signs.next().is_none()
}

fn table(block: &Block) -> String {
    let mut rows: Vec<Vec<Clean<'_>>> = table_rows(block).collect();
    if !has_head_row(block) {
        rows.insert(0, Vec::new());
    }
    let mut measure = Measure::default();
    for (i, row) in rows.iter().enumerate() {
        let words = row.iter().map(Clean::as_str);
        if i == 0 { measure.head(words) } else { measure.row(words) }
    }
    let sides: Vec<Side> = measure.natural().iter().map(|column| column.side).collect();
    if sides.is_empty() {
        return String::new();
    }
    // Shorter rows may stay short; the head row says how many columns there are.
    rows[0].resize(sides.len(), Clean::default());
    let rule: Vec<_> =
        sides.iter().map(|s| if *s == Side::Right { "---:" } else { "---" }).collect();
    let mut lines: Vec<String> = rows.iter().map(|row| table_row(row)).collect();
    lines.insert(1, format!("| {} |", rule.join(" | ")));
    lines.join("\n")
}

fn table_row(row: &[Clean<'_>]) -> String {
    let cells: Vec<String> = row.iter().map(in_cell).collect();
    format!("| {} |", cells.join(" | "))
}

fn fact_list<W: fmt::Write>(page: &mut Page<'_, W>, kind: FactKind, facts: &[Fact]) -> fmt::Result {
    page.block(&Inside::default(), &format!("## {}", facts::heading(kind).shown(page.language)))?;
    let lines: Vec<String> = facts.iter().map(fact_line).collect();
    page.block(&Inside::default(), &lines.join("\n"))
}

fn fact_line(fact: &Fact) -> String {
    let mut words = format!("- **{}**", escaped(&fact.name));
    for (between, remark) in fact.remarks() {
        words.extend([between, &escaped(remark)]);
    }
    if let Some(places) = fact.places_line() {
        words.extend([" ", &escaped(&clean_format!("({places})"))]);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::{Addresses, parse};

    #[track_caller]
    fn check(body: &str, expected: &str) {
        let source = format!("Release(format: 1, title: \"\", body: [{body}])");
        let release = parse(&source).unwrap();
        let addresses = Addresses::of(&release.body);
        let mut markdown = String::new();
        write(&mut markdown, &Part::whole(&release, &addresses), Facts::Shown, Language::English)
            .unwrap();
        assert_eq!(markdown, expected);
    }

    #[test]
    fn numbers_stay_what_was_printed() {
        check(
            r#"Numbered(number: "1", text: "a"), Numbered(number: "2.", text: "b"),
               Numbered(number: "4", text: "d"), Numbered(number: "①", text: "e"),
               Numbered(number: "2019.3.6", text: "f")"#,
            "1. a\n\n2. b\n\n<!-- -->\n\n4. d\n\n- ① e\n\n- 2019.3.6 f\n",
        );
    }

    #[test]
    fn items_stand_inside_what_they_belong_to() {
        check(
            r#"Numbered(number: "10", text: "a", items: [
                   Bullet(marker: "°", text: "b", items: [Paragraph(text: "c")]),
                   Note(marker: "*", text: "d", items: [Bullet(marker: "-", text: "e")]),
               ]), Paragraph(text: "f")"#,
            "10. a\n\n    - b\n\n      c\n\n    > \\* d\n    >\n    > - e\n\nf\n",
        );
    }

    #[test]
    fn items_of_a_paragraph_do_not_go_on_counting() {
        check(
            r##"Paragraph(text: "p", items: [Numbered(number: "1", text: "a")]),
               Numbered(number: "1", text: "b"), Heading(text: "# h\n\ni")"##,
            "p\n\n1. a\n\n<!-- -->\n\n1. b\n\n## \\# h i\n",
        );
    }

    #[test]
    fn a_table_has_a_head_row_and_no_line_breaks() {
        check(
            r#"Table(rows: [["a|b", "1"], ["c\n\nd", "22", "x"]])"#,
            "|  |  |  |\n| --- | ---: | --- |\n| a\\|b | 1 |\n| c<br>d | 22 | x |\n",
        );
        check(r#"Table(header: ["h"], rows: [])"#, "| h |\n| --- |\n");
        check("Table(rows: [])", "");
    }
}
