//! A block as the lines it takes at a width. Made when a block comes into view, kept until the width
//! changes.

use std::borrow::Cow;
use std::ops::Range;

use super::table::Laid;
use crate::reader::Document;
use crate::release::address::plain_number;
use crate::release::{Block, BlockId, Kind};
use crate::text::width::{cells, truncate};
use crate::text::wrap::{Line, wrap};
use crate::text::{Clean, sanitize::Cleaned};

/// The most columns a printed number or mark may take.
const WIDEST_LABEL: usize = 14;

/// What a layout depends on besides its block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// The columns between the gutter and the edge of the pane.
    pub width: u16,
    /// The most columns that prose takes.
    pub prose: u16,
    /// Empty lines between paragraphs.
    pub spacing: u16,
}

/// A block laid out.
#[derive(Debug)]
pub struct Layout {
    words: Words,
    /// What stands before the first line.
    pub label: Label,
    /// The column, counted from the gutter, where every line of words begins.
    pub column: u16,
    /// The columns the words may take.
    pub width: u16,
}

/// The words to draw, the way to them from the block's raw text, and their lines.
#[derive(Debug)]
enum Words {
    Prose(Cleaned<'static>, Vec<Line>),
    Table(Laid),
}

/// The printed number or mark, and the address where it is not the number itself.
#[derive(Debug, Default)]
pub struct Label {
    /// Where it begins, counted from the gutter.
    pub column: u16,
    /// As printed.
    pub mark: Clean<'static>,
    /// Empty where it would only repeat the number.
    pub address: Clean<'static>,
}

/// What one line of a layout shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shows<'a> {
    /// A line of words.
    Words(Line),
    /// A line of table cells, each at its column counted from the layout's.
    Cells(Cow<'a, [(u16, Line)]>, Row),
    /// The rule below a table's head.
    Rule(u16),
}

/// Which part of a table a line belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// The head.
    Header,
    /// The head of a column, and behind it the cell of a row.
    Pair,
    /// Any other row.
    Body,
}

impl Layout {
    /// Lays a block out.
    pub fn new(document: &Document, id: BlockId, measure: Measure) -> Self {
        let Some(block) = id.index().and_then(|index| document.release.body.get(index)) else {
            return Self::prose(document.release.title.cleaned(), Label::default(), 0, measure);
        };
        let indent = (u16::from(block.depth) * 2).min(measure.width / 3);
        let address = document.addresses.name(id).as_str();
        let (label, column) = Label::of(block, address, indent, measure.width);
        if let Some(table) = &block.table {
            let width = measure.width.saturating_sub(column).max(1);
            let words = Words::Table(Laid::new(block, table, width));
            return Self { words, label, column, width };
        }
        Self::prose(block.text.cleaned(), label, column, measure)
    }

    fn prose(cleaned: Cleaned<'_>, label: Label, column: u16, measure: Measure) -> Self {
        let width = measure.width.min(measure.prose).saturating_sub(column).max(1);
        let cleaned = cleaned.into_owned();
        let lines = wrap(&cleaned.text, width);
        Self { words: Words::Prose(cleaned, lines), label, column, width }
    }

    /// The words to draw.
    pub fn text(&self) -> &Clean<'static> {
        match &self.words {
            Words::Prose(cleaned, _) => &cleaned.text,
            Words::Table(table) => &table.text,
        }
    }

    /// How many lines it takes; at least one.
    pub fn height(&self) -> usize {
        match &self.words {
            Words::Prose(_, lines) => lines.len().max(1),
            Words::Table(table) => table.height().max(1),
        }
    }

    /// What a line shows; nothing for a line that is not there.
    pub fn line(&self, index: usize) -> Option<Shows<'_>> {
        match &self.words {
            Words::Prose(_, lines) => lines.get(index).map(|line| Shows::Words(*line)),
            Words::Table(table) => table.line(index),
        }
    }

    /// The line on which a byte of the text to draw stands.
    pub fn line_of(&self, byte: usize) -> usize {
        match &self.words {
            Words::Prose(_, lines) => {
                lines.partition_point(|line| line.start as usize <= byte).saturating_sub(1)
            }
            Words::Table(table) => table.line_of(byte),
        }
    }

    /// The first byte that a line shows.
    pub fn start_of(&self, index: usize) -> usize {
        match self.line(index) {
            Some(Shows::Words(line)) => line.start as usize,
            Some(Shows::Cells(cells, Row::Pair)) => {
                cells.last().map_or(0, |(_, line)| line.start as usize)
            }
            Some(Shows::Cells(cells, _)) => {
                cells.first().map_or(0, |(_, line)| line.start as usize)
            }
            Some(Shows::Rule(_)) => self.start_of(index + 1),
            None => 0,
        }
    }

    /// The first byte of the block's raw text that a line shows.
    pub fn raw_start_of(&self, index: usize) -> usize {
        self.to_raw(self.start_of(index))
    }

    /// Where a range of the block's raw text stands in the text to draw.
    pub fn shown(&self, raw: &Range<u32>) -> Range<usize> {
        self.to_clean(raw.start as usize)..self.to_clean(raw.end as usize)
    }

    fn to_clean(&self, raw: usize) -> usize {
        match &self.words {
            Words::Prose(cleaned, _) => cleaned.to_clean(raw),
            Words::Table(table) => table.pieces.to_clean(raw),
        }
    }

    /// The byte of the block's raw text that is drawn from a byte of the text to draw.
    pub fn to_raw(&self, clean: usize) -> usize {
        match &self.words {
            Words::Prose(cleaned, _) => cleaned.to_raw(clean),
            Words::Table(table) => table.pieces.to_raw(clean),
        }
    }
}

impl Label {
    /// The label of a block and the column where its words begin.
    fn of(block: &Block, address: &str, indent: u16, width: u16) -> (Self, u16) {
        let printed = [block.marker.as_ref(), block.number.as_ref()]
            .into_iter()
            .flatten()
            .map(|part| part.clean_line().into_string())
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
        if printed.is_empty() {
            return (Self { column: indent, ..Self::default() }, indent);
        }
        let mark = Clean::from_string(printed);
        let mark = truncate(&mark, WIDEST_LABEL).into_owned();
        let repeats = plain_number(&mark) == address;
        let counted = matches!(block.kind, Kind::Numbered | Kind::Bullet);
        let address = if counted && !repeats && width >= 48 && address.len() <= WIDEST_LABEL {
            Clean::from_str(address).into_owned()
        } else {
            Clean::default()
        };
        let mut taken = cells(&mark).max(if block.kind == Kind::Numbered { 2 } else { 1 });
        if !address.is_empty() {
            taken += 1 + cells(&address);
        }
        let gap = if address.is_empty() { 1 } else { 2 };
        let column = (indent + taken as u16 + gap).min(width.saturating_sub(1));
        (Self { column: indent, mark, address }, column)
    }
}
