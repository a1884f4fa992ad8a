//! The text: blocks that say nothing, numbers out of order, ragged tables, deep nesting.

use std::collections::HashSet;

use super::{Checker, is_blank};
use crate::release::address::plain_number;
use crate::release::place::BlockField;
use crate::release::{Block, BlockId, Code, Kind, Locus, Table};

/// How many levels every reader of the format promises.
const LEVELS: u8 = 16;

pub fn check(checker: &mut Checker<'_>) {
    let body = &checker.release.body;
    let mut sections: Vec<Section> = Vec::new();
    for (i, block) in body.blocks().iter().enumerate() {
        let id = BlockId::body(i);
        says_something(checker, id, block);
        if let Some(table) = &block.table {
            is_even(checker, id, table);
        }
        if block.depth == LEVELS {
            let message = format!("this block lies deeper than {LEVELS} levels");
            checker
                .add(Code::NestedDeep, Locus::Block(id, BlockField::Kind), message)
                .help("move it up, or make it a paragraph");
        }
        let depth = usize::from(block.depth);
        sections.truncate(depth + 1);
        sections.resize_with(depth + 1, Section::default);
        sections[depth].take(checker, id, block);
    }
}

fn says_something(checker: &mut Checker<'_>, id: BlockId, block: &Block) {
    if is_blank(&block.text) {
        let message = match block.kind {
            Kind::Table => "this table has no words in it".to_owned(),
            kind => format!("this {} has no words", kind.name().to_lowercase()),
        };
        let locus = Locus::Block(id, BlockField::Text);
        checker.add(Code::EmptyText, locus, message).help("write them, or take the block out");
    }
    if block.kind == Kind::Numbered && block.number.as_ref().is_some_and(is_blank) {
        let locus = Locus::Block(id, BlockField::Number);
        checker
            .add(Code::EmptyText, locus, "the number is empty")
            .help("a block without a number is a `Paragraph`");
    }
}

fn is_even(checker: &mut Checker<'_>, id: BlockId, table: &Table) {
    let cells = |n: usize| if n == 1 { "1 cell".to_owned() } else { format!("{n} cells") };
    let first = table.header().first().map(|_| table.header().len());
    let Some(width) = first.or_else(|| table.rows().next().map(<[_]>::len)) else { return };
    let ragged = table.rows().enumerate().find(|(_, row)| row.len() != width);
    let Some((i, row)) = ragged else { return };
    let other = if first.is_some() { "the head row" } else { "row 1" };
    let message = format!("row {} has {}, and {other} has {width}", i + 1, cells(row.len()));
    checker
        .add(Code::RaggedTable, Locus::Cell(id, i + 1, 0), message)
        .help("an empty cell is written `\"\"`");
}

/// The numbered blocks side by side since the last heading.
#[derive(Default)]
struct Section {
    last: Option<u32>,
    /// Whether any number since the heading has been met; the first may be anything.
    has_begun: bool,
    seen: HashSet<u32>,
}

impl Section {
    fn take(&mut self, checker: &mut Checker<'_>, id: BlockId, block: &Block) {
        if block.kind == Kind::Heading {
            *self = Self::default();
            return;
        }
        let number = block.number.as_ref().filter(|_| block.kind == Kind::Numbered);
        let Some(n) = number.and_then(|n| plain_number(n.as_str()).parse().ok()) else { return };
        self.compare(checker, Locus::Block(id, BlockField::Number), n);
        self.seen.insert(n);
        self.last = Some(n);
        self.has_begun = true;
    }

    fn compare(&mut self, checker: &mut Checker<'_>, locus: Locus, n: u32) {
        if self.seen.contains(&n) {
            let message = format!("the number `{n}` is printed twice in this section");
            checker.add(Code::NumberTwice, locus, message);
            // Numbers that begin again are told once, not at each of them.
            if n == 1 {
                *self = Self::default();
            }
            return;
        }
        let Some(last) = self.last.filter(|_| self.has_begun) else { return };
        if n == last.saturating_add(1) {
            return;
        }
        let problem = checker.add(Code::NumberGap, locus, format!("`{n}` comes after `{last}`"));
        if n == last.saturating_add(2) {
            problem.help(format!("is `{}` missing?", n - 1));
        }
    }
}
