//! The facts of a page, and the way from their words to them and back.

use std::fmt;
use std::ops::Range;

use super::Page;
use super::escape::{Escaped, escaped};
use crate::export::facts::{self, Fact, Place};
use crate::release::{Block, BlockId, FactId, FactKind, Found};
use crate::text::Raw;

/// Writes the lists of facts, each with links to the blocks that say so.
pub(super) fn write<W: fmt::Write>(page: &mut Page<'_, '_, W>) -> fmt::Result {
    for (kind, facts) in facts::by_kind(page.part, page.language) {
        let heading = facts::heading(kind);
        let heading = heading.shown(page.language);
        writeln!(page.out, "<section class=\"facts\">\n<h2>{heading}</h2>\n<ul>")?;
        facts.iter().try_for_each(|fact| item(page, fact))?;
        page.out.write_str("</ul>\n</section>\n")?;
    }
    Ok(())
}

fn item<W: fmt::Write>(page: &mut Page<'_, '_, W>, fact: &Fact) -> fmt::Result {
    let (anchor, class) = (anchor(fact.id), class(fact.id.kind()));
    let name = Escaped(&fact.name);
    write!(page.out, "<li id=\"{anchor}\"><strong class=\"{class}\"><bdi>{name}</bdi></strong>")?;
    for (between, remark) in fact.remarks() {
        write!(page.out, "{between}<bdi>{}</bdi>", Escaped(remark))?;
    }
    let places: Vec<String> = fact.places.iter().map(|place| link(page, place)).collect();
    if !places.is_empty() {
        write!(page.out, " ({})", places.join(", "))?;
    }
    page.out.write_str("</li>\n")
}

fn link<W>(page: &Page<'_, '_, W>, place: &Place) -> String {
    match place.block {
        Some(block) => {
            let address = page.part.addresses.name(block);
            format!("<a href=\"#{address}\">{address}</a>")
        }
        None => escaped(&place.address),
    }
}

/// Addresses hold no hyphen, so no block has this name.
fn anchor(fact: FactId) -> String {
    format!("fact-{}-{}", class(fact.kind()), fact.index() + 1)
}

fn class(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Participant => "participant",
        FactKind::Date => "date",
        FactKind::Figure => "figure",
    }
}

impl<W: fmt::Write> Page<'_, '_, W> {
    /// The words of a block, those that prove a fact marked and linked to it.
    pub(super) fn words(&self, block: BlockId, text: &Raw) -> String {
        marked(text, self.evidence.in_block(block), 0)
    }

    /// The same for a cell of a table.
    pub(super) fn cell(&self, id: BlockId, block: &Block, cell: &Range<u32>) -> String {
        let found = self.evidence.in_block(id);
        let first = found.partition_point(|f| f.range.start < cell.start);
        let count = found[first..].partition_point(|f| f.range.start < cell.end);
        marked(&Raw::from(block.cell(cell)), &found[first..first + count], cell.start)
    }
}

fn marked(text: &Raw, found: &[Found], offset: u32) -> String {
    if found.is_empty() {
        return escaped(&text.clean());
    }
    let cleaned = text.cleaned();
    let (mut html, mut done) = (String::new(), 0);
    for found in found {
        let place = |raw: u32| cleaned.to_clean((raw - offset) as usize);
        let (start, end) = (place(found.range.start), place(found.range.end));
        // Where the words of two facts overlap, those that begin first are marked.
        if start < done || end <= start {
            continue;
        }
        let (class, anchor) = (class(found.fact.kind()), anchor(found.fact));
        let words = Escaped(&cleaned.text[start..end]).to_string();
        html.push_str(&escaped(&cleaned.text[done..start]));
        html.extend([
            "<mark class=\"",
            class,
            "\"><a href=\"#",
            &anchor,
            "\">",
            &words,
            "</a></mark>",
        ]);
        done = end;
    }
    html.push_str(&escaped(&cleaned.text[done..]));
    html
}
