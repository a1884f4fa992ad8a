//! A release as one web page that needs nothing else: every block at its address, so that a link
//! may end in `#2.1`. Whatever the release says is escaped, and the page may run nothing.

mod escape;
mod facts;

use std::fmt;

use super::{Facts, Part, byline, has_head_row, label, series, topics, versions, web_address};
use crate::phrase::Language;
use crate::release::{Block, BlockId, Evidence, Kind};
use crate::text::Raw;
use crate::text::columns::{Measure, Side};
use escape::{Escaped, escaped};

const STYLE: &str = include_str!("html/page.css");

/// Writes a part of a release as a web page; what stands around the text is in a language.
///
/// # Errors
/// Only those of `out`.
pub fn write(
    out: &mut impl fmt::Write,
    part: &Part<'_>,
    facts: Facts,
    language: Language,
) -> fmt::Result {
    let evidence = match facts {
        Facts::Shown => Evidence::of(part.release, part.addresses),
        Facts::Hidden => Evidence::default(),
    };
    let mut page = Page { out, part, evidence, language };
    page.head()?;
    page.title()?;
    page.blocks(&part.outermost())?;
    if part.is_whole() {
        page.about()?;
    }
    if facts == Facts::Shown {
        facts::write(&mut page)?;
    }
    page.out.write_str("</article>\n</main>\n</body>\n</html>\n")
}

struct Page<'o, 'a, W> {
    out: &'o mut W,
    part: &'o Part<'a>,
    evidence: Evidence,
    language: Language,
}

impl<W: fmt::Write> Page<'_, '_, W> {
    fn head(&mut self) -> fmt::Result {
        let language = self.part.release.language.as_ref().map(Raw::as_str);
        let is_tag = |tag: &&str| {
            !tag.is_empty() && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        let language = match language.filter(is_tag) {
            Some(tag) => format!(" lang=\"{tag}\""),
            None => String::new(),
        };
        writeln!(
            self.out,
            "<!DOCTYPE html>\n<html{language} dir=\"auto\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" \
             content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<article>",
            Escaped(&self.part.name()),
        )
    }

    fn title(&mut self) -> fmt::Result {
        let release = self.part.release;
        let title = self.words(BlockId::TITLE, &release.title);
        writeln!(self.out, "<header>\n<h1 id=\"title\" dir=\"auto\">{title}</h1>")?;
        let lines = [
            Some(byline(release, self.language)),
            release.series.as_ref().map(|s| series(s, self.language)),
        ];
        for line in lines.into_iter().flatten().filter(|line| !line.is_empty()) {
            writeln!(self.out, "<p class=\"byline\" dir=\"auto\">{}</p>", Escaped(&line))?;
        }
        self.out.write_str("</header>\n")
    }

    fn about(&mut self) -> fmt::Result {
        let release = self.part.release;
        let source = release.source.as_ref().map(|source| match web_address(source.as_str()) {
            Some(address) => {
                let address = escaped(address.as_str());
                format!("<a href=\"{address}\" rel=\"noreferrer\">{address}</a>")
            }
            None => escaped(&source.clean_line()),
        });
        let versions = escaped(&super::join(&versions(release), ", "));
        let words = [source.unwrap_or_default(), versions, escaped(&topics(release))];
        let isolated = |words: String| {
            if words.is_empty() { words } else { format!("<bdi>{words}</bdi>") }
        };
        let lines = super::about(words.map(isolated));
        if lines.is_empty() {
            return Ok(());
        }
        self.out.write_str("<footer>\n")?;
        for line in &lines {
            writeln!(self.out, "<p class=\"about\">{}</p>", line.shown(self.language))?;
        }
        self.out.write_str("</footer>\n")
    }

    /// Blocks that stand side by side; neighbours that are items of one kind share a list.
    fn blocks(&mut self, indices: &[usize]) -> fmt::Result {
        let kind = |index: &usize| self.part.block(*index).kind;
        let groups: Vec<&[usize]> = indices.chunk_by(|a, b| kind(a) == kind(b)).collect();
        for group in groups {
            let list = match self.part.block(group[0]).kind {
                Kind::Numbered => Some("ol"),
                Kind::Bullet => Some("ul"),
                _ => None,
            };
            if let Some(list) = list {
                writeln!(self.out, "<{list} role=\"list\">")?;
            }
            group.iter().try_for_each(|index| self.block(*index))?;
            if let Some(list) = list {
                writeln!(self.out, "</{list}>")?;
            }
        }
        Ok(())
    }

    fn block(&mut self, index: usize) -> fmt::Result {
        let block = self.part.block(index);
        let id = self.part.address(index).as_str();
        if block.kind == Kind::Table {
            return self.table(index, block);
        }
        let words = self.words(BlockId::body(index), &block.text);
        let label = match label(block) {
            label if label.is_empty() => String::new(),
            label => format!("<span class=\"label\">{}</span> ", Escaped(&label)),
        };
        match block.kind {
            Kind::Numbered | Kind::Bullet => {
                let words = format!("<div>\n<p dir=\"auto\">{words}</p>");
                let label = if label.is_empty() { "<span></span> " } else { &label };
                writeln!(self.out, "<li id=\"{id}\">{label}{words}")?;
                self.items(index)?;
                self.out.write_str("</div>\n</li>\n")
            }
            Kind::Note => {
                writeln!(
                    self.out,
                    "<aside class=\"note\" id=\"{id}\">\n<p dir=\"auto\">{label}{words}</p>"
                )?;
                self.items(index)?;
                self.out.write_str("</aside>\n")
            }
            Kind::Heading => {
                let level = (self.part.depth(index) + 2).min(6);
                writeln!(self.out, "<h{level} id=\"{id}\" dir=\"auto\">{label}{words}</h{level}>")?;
                self.items(index)
            }
            Kind::Paragraph | Kind::Table => {
                writeln!(self.out, "<p id=\"{id}\" dir=\"auto\">{words}</p>")?;
                self.items(index)
            }
        }
    }

    fn items(&mut self, index: usize) -> fmt::Result {
        let items: Vec<usize> = self.part.release.body.items(index).collect();
        let is_list_item = matches!(self.part.block(index).kind, Kind::Numbered | Kind::Bullet);
        if items.is_empty() || is_list_item {
            return self.blocks(&items);
        }
        self.out.write_str("<div class=\"items\">\n")?;
        self.blocks(&items)?;
        self.out.write_str("</div>\n")
    }

    fn table(&mut self, index: usize, block: &Block) -> fmt::Result {
        let Some(table) = &block.table else { return Ok(()) };
        let has_head = has_head_row(block);
        let mut measure = Measure::default();
        for (i, row) in table.all_rows().enumerate() {
            let cells = row.iter().map(|cell| block.cell(cell));
            if i == 0 && has_head { measure.head(cells) } else { measure.row(cells) }
        }
        let sides: Vec<Side> = measure.natural().iter().map(|column| column.side).collect();
        writeln!(self.out, "<table id=\"{}\">", self.part.address(index))?;
        for (i, row) in table.all_rows().enumerate() {
            let is_head = i == 0 && has_head;
            self.out.write_str(if is_head { "<thead>\n<tr>" } else { "<tr>" })?;
            let (open, close) = if is_head { ("th scope=\"col\"", "th") } else { ("td", "td") };
            for (cell, side) in row.iter().zip(&sides) {
                let class = if *side == Side::Right { " class=\"number\"" } else { "" };
                let words = self.cell(BlockId::body(index), block, cell);
                write!(self.out, "<{open}{class} dir=\"auto\">{words}</{close}>")?;
            }
            self.out.write_str(if is_head { "</tr>\n</thead>\n<tbody>\n" } else { "</tr>\n" })?;
        }
        self.out.write_str(if has_head { "</tbody>\n</table>\n" } else { "</table>\n" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::{Addresses, parse};

    fn body(source: &str, facts: Facts) -> String {
        let release = parse(source).unwrap();
        let addresses = Addresses::of(&release.body);
        let mut page = String::new();
        write(&mut page, &Part::whole(&release, &addresses), facts, Language::English).unwrap();
        page.split_once("</header>\n").unwrap().1.to_owned()
    }

    const RELEASE: &str = r#"Release(format: 1, title: "T", body: [
        Numbered(number: "1", text: "Minister Kim <b>", items: [Bullet(marker: "°", text: "x")]),
        Table(header: ["h"], rows: [["Kim"], ["7"]]),
        Note(text: "n"),
    ], participants: [
        (name: "Kim", mentions: [(at: "1", quote: "Kim"), (at: "t1", quote: "Kim"), (at: "9", quote: "K")]),
        (name: "Minister Kim", mentions: [(at: "1", quote: "Minister Kim")]),
    ])"#;

    #[test]
    fn every_block_is_found_at_its_address() {
        let expected = "<ol role=\"list\">\n<li id=\"1\"><span class=\"label\">1</span> <div>\n\
            <p dir=\"auto\">Minister Kim &lt;b&gt;</p>\n\
            <ul role=\"list\">\n<li id=\"1.1\"><span class=\"label\">°</span> <div>\n\
            <p dir=\"auto\">x</p>\n</div>\n</li>\n</ul>\n</div>\n</li>\n</ol>\n\
            <table id=\"t1\">\n<thead>\n<tr><th scope=\"col\" dir=\"auto\">h</th></tr>\n</thead>\n\
            <tbody>\n<tr><td dir=\"auto\">Kim</td></tr>\n<tr><td dir=\"auto\">7</td></tr>\n\
            </tbody>\n</table>\n<aside class=\"note\" id=\"n1\">\n<p dir=\"auto\">n</p>\n</aside>\n";
        let page = body(RELEASE, Facts::Hidden);
        assert_eq!(page, format!("{expected}</article>\n</main>\n</body>\n</html>\n"));
    }

    #[test]
    fn words_lead_to_their_fact_and_the_fact_leads_back() {
        let page = body(RELEASE, Facts::Shown);
        let mark = |n: u8, words: &str| {
            format!(
                "<mark class=\"participant\"><a href=\"#fact-participant-{n}\">{words}</a></mark>"
            )
        };
        // Of two facts in the same words the longer one is marked.
        assert!(
            page.contains(&format!("<p dir=\"auto\">{} &lt;b&gt;</p>", mark(2, "Minister Kim")))
        );
        assert!(page.contains(&format!("<td dir=\"auto\">{}</td>", mark(1, "Kim"))));
        assert!(page.contains(
            "<li id=\"fact-participant-1\"><strong class=\"participant\"><bdi>Kim</bdi></strong> \
             (<a href=\"#1\">1</a>, <a href=\"#t1\">t1</a>, 9)</li>"
        ));
    }
}
