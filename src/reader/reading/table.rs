//! A table laid out to a width: columns as wide as their cells need, the widest giving way first,
//! numbers set to the right. Where even narrow columns do not fit, each cell gets its own line.

use std::ops::Range;

use super::layout::{Piece, Row, Shows};
use crate::release::{Block, Table};
use crate::text::Clean;
use crate::text::columns::{Column, GAP, Measure, Side};
use crate::text::width::cells;
use crate::text::wrap::{Line, wrap};

/// A line of a table.
#[derive(Debug)]
pub struct TableLine {
    cells: Vec<(u16, Line)>,
    kind: LineKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LineKind {
    Row(Row),
    Rule(u16),
}

impl TableLine {
    pub(super) fn shows(&self) -> Shows<'_> {
        match self.kind {
            LineKind::Row(row) => Shows::Cells(&self.cells, row),
            LineKind::Rule(width) => Shows::Rule(width),
        }
    }

    pub(super) fn holds(&self, byte: usize) -> bool {
        self.cells.iter().any(|(_, line)| line.range().contains(&byte))
    }
}

/// A table laid out.
pub(super) struct Laid {
    pub text: Clean<'static>,
    pub pieces: Vec<Piece>,
    pub lines: Vec<TableLine>,
}

/// One cell: where its words stand in the table's clean text.
struct Cell(Range<usize>);

/// Lays a table out in a number of columns.
pub(super) fn lay_out(block: &Block, table: &Table, width: u16) -> Laid {
    let mut text = String::new();
    let mut pieces = Vec::new();
    let rows: Vec<Vec<Cell>> = table
        .all_rows()
        .map(|row| row.iter().map(|range| cell(block, range, &mut text, &mut pieces)).collect())
        .collect();
    // Every part is clean already; this only says so.
    let text = Clean::from_string(text);
    let has_header = !table.header.is_empty();
    let mut drawing = Drawing { text: &text, lines: Vec::new() };
    match drawing.columns(&rows, width, has_header) {
        Some(columns) => drawing.grid(&rows, &columns, has_header),
        None => drawing.list(&rows, width, has_header),
    }
    let lines = drawing.lines;
    Laid { text, pieces, lines }
}

fn cell(block: &Block, range: &Range<u32>, text: &mut String, pieces: &mut Vec<Piece>) -> Cell {
    let raw = crate::text::Raw::from(block.cell(range));
    let cleaned = raw.cleaned_line();
    if !text.is_empty() {
        text.push('\n');
    }
    let start = text.len();
    text.push_str(&cleaned.text);
    let words = start..text.len();
    let (clean, len) = (start as u32, words.len() as u32);
    let differs = *cleaned.text != *raw.as_str();
    let map = differs.then(|| Box::new(cleaned.into_owned()));
    pieces.push(Piece { raw: range.start, clean, len, map });
    Cell(words)
}

struct Drawing<'a> {
    text: &'a Clean<'static>,
    lines: Vec<TableLine>,
}

impl Drawing<'_> {
    /// The columns, or nothing when they cannot stand side by side.
    fn columns(&self, rows: &[Vec<Cell>], width: u16, has_header: bool) -> Option<Vec<Column>> {
        let mut measure = Measure::default();
        let words = |cell: &Cell| &self.text[cell.0.clone()];
        for (index, row) in rows.iter().enumerate() {
            let cells = row.iter().map(words);
            if has_header && index == 0 { measure.head(cells) } else { measure.row(cells) }
        }
        measure.fit(usize::from(width))
    }

    fn wrapped(&self, cell: &Cell, width: u16) -> Vec<Line> {
        let start = cell.0.start as u32;
        wrap(&self.text.slice(cell.0.clone()), width)
            .into_iter()
            .map(|line| Line { start: line.start + start, end: line.end + start })
            .collect()
    }

    fn grid(&mut self, rows: &[Vec<Cell>], columns: &[Column], has_header: bool) {
        for (index, row) in rows.iter().enumerate() {
            let is_header = has_header && index == 0;
            self.row(row, columns, if is_header { Row::Header } else { Row::Body });
            if is_header {
                let gaps = GAP * columns.len().saturating_sub(1);
                let width = columns.iter().map(|column| column.width).sum::<usize>() + gaps;
                self.lines
                    .push(TableLine { cells: Vec::new(), kind: LineKind::Rule(width as u16) });
            }
        }
    }

    fn row(&mut self, row: &[Cell], columns: &[Column], kind: Row) {
        let first = self.lines.len();
        let mut start = 0;
        for (cell, column) in row.iter().zip(columns) {
            for (depth, line) in self.wrapped(cell, column.width as u16).into_iter().enumerate() {
                if self.lines.len() <= first + depth {
                    self.lines.push(TableLine { cells: Vec::new(), kind: LineKind::Row(kind) });
                }
                let free = column.width.saturating_sub(cells(&line.of(self.text)));
                let shift = if column.side == Side::Right { free } else { 0 };
                self.lines[first + depth].cells.push(((start + shift) as u16, line));
            }
            start += column.width + GAP;
        }
        if row.is_empty() {
            self.lines.push(TableLine { cells: Vec::new(), kind: LineKind::Row(kind) });
        }
    }

    /// Each cell on lines of its own, under the head of its column.
    fn list(&mut self, rows: &[Vec<Cell>], width: u16, has_header: bool) {
        let header = has_header.then(|| rows.first()).flatten();
        for (index, row) in rows.iter().enumerate().skip(usize::from(has_header)) {
            for (column, cell) in row.iter().enumerate() {
                if let Some(head) = header.and_then(|cells| cells.get(column)) {
                    self.cell_lines(head, width, 0, Row::Header);
                }
                self.cell_lines(cell, width, if header.is_some() { 2 } else { 0 }, Row::Body);
            }
            if index + 1 < rows.len() {
                self.lines
                    .push(TableLine { cells: Vec::new(), kind: LineKind::Rule(width.min(8)) });
            }
        }
    }

    fn cell_lines(&mut self, cell: &Cell, width: u16, indent: u16, row: Row) {
        let indent = indent.min(width.saturating_sub(1));
        for line in self.wrapped(cell, width - indent) {
            self.lines.push(TableLine { cells: vec![(indent, line)], kind: LineKind::Row(row) });
        }
    }
}
