//! A table laid out to a width: columns as wide as their cells need, the widest giving way first,
//! numbers set to the right. Where even narrow columns do not fit, each cell gets its own line, behind
//! the head of its column.
//!
//! A table may have a million cells. A row whose cells have a line each is put together when it is
//! drawn; the lines of other rows are kept.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::layout::{Row, Shows};
use super::pieces::Pieces;
use crate::release::{Block, Table};
use crate::text::columns::{Column, GAP, Measure, Side};
use crate::text::width::cells;
use crate::text::wrap::{Line, wrap};
use crate::text::{Clean, Raw};

/// A table laid out.
#[derive(Debug)]
pub struct Laid {
    /// Its words.
    pub text: Clean<'static>,
    /// The way between them and the raw text of its block.
    pub pieces: Pieces,
    table: Arc<Table>,
    /// Empty where the cells stand one below the other.
    columns: Vec<Column>,
    /// The rows that have their lines kept; any other is one line high.
    kept: Vec<Kept>,
}

/// A row and its lines.
#[derive(Debug)]
struct Kept {
    row: usize,
    /// The first of its lines, counted over the table.
    first: usize,
    lines: Vec<TableLine>,
}

/// A line of a table.
#[derive(Debug)]
struct TableLine {
    cells: Vec<(u16, Line)>,
    kind: LineKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LineKind {
    Row(Row),
    Rule(u16),
}

impl TableLine {
    fn rule(width: u16) -> Self {
        Self { cells: Vec::new(), kind: LineKind::Rule(width) }
    }

    fn shows(&self) -> Shows<'_> {
        match self.kind {
            LineKind::Row(row) => Shows::Cells(Cow::Borrowed(&self.cells), row),
            LineKind::Rule(width) => Shows::Rule(width),
        }
    }

    fn holds(&self, byte: usize) -> bool {
        self.cells.iter().any(|(_, line)| line.range().contains(&byte))
    }
}

/// A line by where it is found.
enum Found<'a> {
    /// A line of a row that has them kept.
    Kept(&'a Kept, usize),
    /// All of a row.
    Row(usize),
}

impl Laid {
    /// Lays a table out in a number of columns.
    pub(super) fn new(block: &Block, table: &Arc<Table>, width: u16) -> Self {
        let (text, pieces) = cleaned(block, table);
        let (columns, kept) = (Vec::new(), Vec::new());
        let mut laid = Self { text, pieces, table: Arc::clone(table), columns, kept };
        match laid.measure().fit(usize::from(width)) {
            Some(columns) => {
                laid.columns = columns;
                laid.grid();
            }
            None => laid.list(width),
        }
        laid.kept.shrink_to_fit();
        laid
    }

    /// How many lines there are.
    pub(super) fn height(&self) -> usize {
        self.height_above(self.table.all_rows().len())
    }

    /// What a line shows.
    pub(super) fn line(&self, index: usize) -> Option<Shows<'_>> {
        match self.find(index)? {
            Found::Kept(kept, line) => kept.lines.get(line).map(TableLine::shows),
            Found::Row(row) => Some(Shows::Cells(Cow::Owned(self.one_line(row)), Row::Body)),
        }
    }

    /// The line on which a byte of the words stands.
    pub(super) fn line_of(&self, byte: usize) -> usize {
        let row = self.table.row_of(self.pieces.to_raw(byte) as u32);
        match self.kept.binary_search_by_key(&row, |kept| kept.row) {
            Ok(at) => {
                let Kept { first, lines, .. } = &self.kept[at];
                first + lines.iter().position(|line| line.holds(byte)).unwrap_or_default()
            }
            Err(0) => row,
            Err(at) => self.kept[at - 1].end() + (row - self.kept[at - 1].row - 1),
        }
    }

    fn find(&self, line: usize) -> Option<Found<'_>> {
        let next = self.kept.partition_point(|kept| kept.first <= line);
        let row = match next.checked_sub(1).map(|at| &self.kept[at]) {
            Some(kept) if line < kept.end() => return Some(Found::Kept(kept, line - kept.first)),
            Some(kept) => kept.row + 1 + (line - kept.end()),
            None => line,
        };
        (row < self.table.all_rows().len()).then_some(Found::Row(row))
    }

    fn measure(&self) -> Measure {
        let mut measure = Measure::default();
        for (index, row) in self.table.all_rows().enumerate() {
            let cells = row.iter().map(|cell| &self.text[self.pieces.words(cell)]);
            if self.is_header(index) { measure.head(cells) } else { measure.row(cells) }
        }
        measure
    }

    fn is_header(&self, row: usize) -> bool {
        row == 0 && !self.table.header().is_empty()
    }

    fn keep(&mut self, row: usize, lines: Vec<TableLine>) {
        let first = self.height_above(row);
        self.kept.push(Kept { row, first, lines });
    }

    /// The lines above a row below all those kept so far.
    fn height_above(&self, row: usize) -> usize {
        self.kept.last().map_or(row, |kept| kept.end() + (row - kept.row - 1))
    }

    fn grid(&mut self) {
        let table = Arc::clone(&self.table);
        for (index, row) in table.all_rows().enumerate() {
            if self.is_header(index) {
                let mut lines = self.row_lines(row, Row::Header);
                let gaps = GAP * self.columns.len().saturating_sub(1);
                let width = self.columns.iter().map(|column| column.width).sum::<usize>() + gaps;
                lines.push(TableLine::rule(width as u16));
                self.keep(index, lines);
            } else if !self.is_one_line(row) {
                let lines = self.row_lines(row, Row::Body);
                self.keep(index, lines);
            }
        }
    }

    fn is_one_line(&self, row: &[Range<u32>]) -> bool {
        let fits = |(cell, column): (_, &Column)| {
            cells(&self.text[self.pieces.words(cell)]) <= column.width
        };
        row.iter().zip(&self.columns).all(fits)
    }

    /// The cells of a row of one line.
    fn one_line(&self, row: usize) -> Vec<(u16, Line)> {
        let mut start = 0;
        let place = |(cell, column): (_, &Column)| {
            let words = self.pieces.words(cell);
            let line = Line { start: words.start as u32, end: words.end as u32 };
            let place = self.set(start, line, column);
            start += column.width + GAP;
            place
        };
        self.table.row(row).iter().zip(&self.columns).map(place).collect()
    }

    /// A line of a cell at the side of its column.
    fn set(&self, start: usize, line: Line, column: &Column) -> (u16, Line) {
        let free = column.width.saturating_sub(cells(&line.of(&self.text)));
        let shift = if column.side == Side::Right { free } else { 0 };
        ((start + shift) as u16, line)
    }

    fn row_lines(&self, row: &[Range<u32>], kind: Row) -> Vec<TableLine> {
        let line = || TableLine { cells: Vec::new(), kind: LineKind::Row(kind) };
        let mut lines = vec![line()];
        let mut start = 0;
        for (cell, column) in row.iter().zip(&self.columns) {
            for (depth, words) in self.wrapped(cell, column.width as u16).enumerate() {
                if lines.len() <= depth {
                    lines.push(line());
                }
                lines[depth].cells.push(self.set(start, words, column));
            }
            start += column.width + GAP;
        }
        lines
    }

    fn wrapped(&self, cell: &Range<u32>, width: u16) -> impl Iterator<Item = Line> + use<> {
        let words = self.pieces.words(cell);
        let start = words.start as u32;
        let lines = wrap(&self.text.slice(words), width);
        lines.into_iter().map(move |line| Line { start: line.start + start, end: line.end + start })
    }

    /// Each cell on a line of its own behind the head of its column, or on several under it.
    fn list(&mut self, width: u16) {
        let table = Arc::clone(&self.table);
        let (header, count) = (table.header(), table.all_rows().len());
        let heads =
            header.iter().map(|head| self.cells(head)).filter(|head| *head <= width / 3 * 2);
        let behind = heads.max().unwrap_or_default() + GAP as u16;
        for (index, row) in table.all_rows().enumerate() {
            let mut lines = Vec::new();
            for (column, cell) in row.iter().enumerate().filter(|_| !self.is_header(index)) {
                if let Some(head) = header.get(column) {
                    if let Some(line) = self.pair(head, cell, behind, width) {
                        lines.push(line);
                        continue;
                    }
                    lines.extend(self.cell_lines(head, width, 0, Row::Header));
                }
                let indent = if header.is_empty() { 0 } else { 2 };
                lines.extend(self.cell_lines(cell, width, indent, Row::Body));
            }
            if index + 1 < count && !self.is_header(index) {
                lines.push(TableLine::rule(width.min(8)));
            }
            self.keep(index, lines);
        }
    }

    /// A head and a cell on one line, where both find room.
    fn pair(
        &self,
        head: &Range<u32>,
        cell: &Range<u32>,
        behind: u16,
        width: u16,
    ) -> Option<TableLine> {
        let fits = self.cells(head) < behind && behind + self.cells(cell) <= width;
        let line = |cell: &Range<u32>| {
            let words = self.pieces.words(cell);
            Line { start: words.start as u32, end: words.end as u32 }
        };
        let cells = vec![(0, line(head)), (behind, line(cell))];
        fits.then_some(TableLine { cells, kind: LineKind::Row(Row::Pair) })
    }

    /// How wide a cell is on one line.
    fn cells(&self, cell: &Range<u32>) -> u16 {
        u16::try_from(cells(&self.text[self.pieces.words(cell)])).unwrap_or(u16::MAX / 2)
    }

    fn cell_lines(
        &self,
        cell: &Range<u32>,
        width: u16,
        indent: u16,
        row: Row,
    ) -> impl Iterator<Item = TableLine> + use<> {
        let indent = indent.min(width.saturating_sub(1));
        let kind = LineKind::Row(row);
        let lines = self.wrapped(cell, width - indent);
        lines.map(move |line| TableLine { cells: vec![(indent, line)], kind })
    }
}

impl Kept {
    /// The line after its last one.
    fn end(&self) -> usize {
        self.first + self.lines.len()
    }
}

/// The words of every cell on a line of its own, and the way to them.
fn cleaned(block: &Block, table: &Table) -> (Clean<'static>, Pieces) {
    let mut text = String::with_capacity(block.text.len());
    let mut pieces = Pieces::default();
    for range in table.all_rows().flatten() {
        let raw = Raw::from(block.cell(range));
        let cleaned = raw.cleaned_line();
        // Clean text has no blank lines.
        if !text.is_empty() && !cleaned.text.is_empty() {
            text.push('\n');
        }
        let clean = text.len();
        text.push_str(&cleaned.text);
        let differs = *cleaned.text != *raw.as_str();
        let map = differs.then(|| Box::new(cleaned.into_owned()));
        pieces.add(range.start, clean as u32..text.len() as u32, map);
    }
    // Every part is clean already; this only says so.
    (Clean::from_string(text), pieces)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::release::parse;

    fn laid(rows: &str, width: u16) -> Laid {
        let source = format!("Release(format: 1, title: \"\", body: [Table(rows: {rows})])");
        let release = parse(&source).expect("a release");
        let block = &release.body.blocks()[0];
        Laid::new(block, block.table.as_ref().expect("a table"), width)
    }

    fn words(laid: &Laid, index: usize) -> Vec<(u16, String)> {
        match laid.line(index) {
            Some(Shows::Cells(cells, _)) => cells
                .iter()
                .map(|(column, line)| (*column, laid.text[line.range()].into()))
                .collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn rows_of_one_line_stand_between_rows_of_several() {
        let table = r#"[["a", "1"], ["b", "2\u{7}"], ["c d e f g h i j k", "3"], [], ["l", "40"]]"#;
        let laid = laid(table, 13);
        let cell = |column, words: &str| (column, words.to_owned());
        let shown: Vec<_> = (0..laid.height()).map(|line| words(&laid, line)).collect();
        assert_eq!(shown[0], [cell(0, "a"), cell(12, "1")]);
        assert_eq!(shown[1], [cell(0, "b"), cell(11, "2␇")]);
        assert_eq!(shown[2], [cell(0, "c d e f g"), cell(12, "3")]);
        assert_eq!(shown[3], [cell(0, "h i j k")]);
        assert_eq!(shown[4..], [vec![], vec![cell(0, "l"), cell(11, "40")]]);
        assert!(laid.line(laid.height()).is_none());
    }

    #[test]
    fn a_cell_stands_behind_its_head_where_there_is_room() {
        let head = r#"["City", "Population", "A head of many more words than fit"]"#;
        let row = r#"["Lysmark", "1,234 and some words that are too long", "7"]"#;
        let laid = laid(&format!("[{row}], header: {head}"), 24);
        let cell = |column, words: &str| (column, words.to_owned());
        let shown: Vec<_> = (0..laid.height()).map(|line| words(&laid, line)).collect();
        assert_eq!(shown[0], [cell(0, "City"), cell(12, "Lysmark")]);
        assert_eq!(shown[1..3], [[cell(0, "Population")], [cell(2, "1,234 and some words")]]);
        assert_eq!(shown[4], [cell(0, "A head of many more")]);
        assert_eq!(shown[6..], [[cell(2, "7")]]);
    }

    proptest! {
        #[test]
        fn every_word_is_on_its_line(
            rows in prop::collection::vec(prop::collection::vec("[a-c 0\t가]{0,20}", 0..4), 0..6),
            width in 1_u16..40,
        ) {
            let laid = laid(&format!("{rows:?}"), width);
            for index in 0..laid.height() {
                let Some(Shows::Cells(cells, _)) = laid.line(index) else { continue };
                for (_, line) in cells.iter().filter(|(_, line)| line.start < line.end) {
                    prop_assert_eq!(laid.line_of(line.start as usize), index);
                }
            }
            prop_assert!(laid.line(laid.height()).is_none());
        }
    }
}
