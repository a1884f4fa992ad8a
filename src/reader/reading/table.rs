//! A table laid out to a width: columns as wide as their cells need, the widest giving way first,
//! numbers set to the right. Where even narrow columns do not fit, each cell gets its own line.

use std::ops::Range;

use super::layout::{Piece, Row, Shows};
use crate::release::{Block, Table};
use crate::text::Clean;
use crate::text::width::cells;
use crate::text::wrap::{Line, wrap};

/// The columns between two columns of a table.
const GAP: u16 = 2;
/// The least a column may be squeezed to, if its cells need that much.
const NARROWEST: u16 = 6;
/// Rows beyond this many do not take part in finding out how wide the columns are.
const MEASURED_ROWS: usize = 2_000;

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

/// One cell: its words in the table's clean text.
struct Cell {
    range: Range<usize>,
    cells: u16,
    is_number: bool,
}

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
    match column_widths(&rows, table.columns(), width) {
        Some(widths) => drawing.grid(&rows, &widths, has_header),
        None => drawing.list(&rows, width, has_header),
    }
    let lines = drawing.lines;
    Laid { text, pieces, lines }
}

fn cell(block: &Block, range: &Range<u32>, text: &mut String, pieces: &mut Vec<Piece>) -> Cell {
    let raw = crate::text::Raw::from(block.cell(range));
    let cleaned = raw.cleaned_line().into_owned();
    if !text.is_empty() {
        text.push('\n');
    }
    let start = text.len();
    text.push_str(&cleaned.text);
    let words = start..text.len();
    let (cells, is_number) = (cells(&cleaned.text) as u16, is_number(&cleaned.text));
    pieces.push(Piece { raw: range.start, clean: start as u32, map: cleaned });
    Cell { range: words, cells, is_number }
}

/// Whether a cell is a number with at most a sign, a currency, a unit or a bracket around it.
fn is_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    (digits > 0 && letters <= 3 && digits >= letters) || matches!(text, "-" | "–" | "—")
}

/// The width of every column, or nothing when they cannot stand side by side.
fn column_widths(rows: &[Vec<Cell>], columns: usize, width: u16) -> Option<Vec<u16>> {
    let columns_u16 = u16::try_from(columns).ok()?;
    let available = width.checked_sub(GAP.checked_mul(columns_u16.saturating_sub(1))?)?;
    let mut widths = vec![1_u16; columns];
    for row in rows.iter().take(MEASURED_ROWS) {
        for (column, cell) in row.iter().enumerate() {
            widths[column] = widths[column].max(cell.cells);
        }
    }
    let least: u32 = widths.iter().map(|w| u32::from((*w).min(NARROWEST))).sum();
    if least > u32::from(available) {
        return None;
    }
    squeeze(&mut widths, available);
    Some(widths)
}

/// Brings the widest columns down to one common width until all fit.
fn squeeze(widths: &mut [u16], available: u16) {
    let total =
        |cap: u16, widths: &[u16]| -> u32 { widths.iter().map(|w| u32::from((*w).min(cap))).sum() };
    let (mut low, mut high) = (1, u16::MAX);
    while low < high {
        let middle = low + (high - low).div_ceil(2);
        if total(middle, widths) <= u32::from(available) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    let mut spare = u32::from(available).saturating_sub(total(low, widths));
    for width in widths.iter_mut().filter(|w| **w > low) {
        // What the division left over goes to the first of the columns that gave way.
        *width = low + u16::from(spare > 0);
        spare = spare.saturating_sub(1);
    }
}

struct Drawing<'a> {
    text: &'a Clean<'static>,
    lines: Vec<TableLine>,
}

impl Drawing<'_> {
    fn wrapped(&self, cell: &Cell, width: u16) -> Vec<Line> {
        let start = cell.range.start as u32;
        wrap(&self.text.slice(cell.range.clone()), width)
            .into_iter()
            .map(|line| Line { start: line.start + start, end: line.end + start })
            .collect()
    }

    fn grid(&mut self, rows: &[Vec<Cell>], widths: &[u16], has_header: bool) {
        let numeric = numeric_columns(rows, widths.len(), has_header);
        for (index, row) in rows.iter().enumerate() {
            let is_header = has_header && index == 0;
            self.row(row, widths, &numeric, if is_header { Row::Header } else { Row::Body });
            if is_header {
                let gaps = GAP * (widths.len() as u16).saturating_sub(1);
                let kind = LineKind::Rule(widths.iter().sum::<u16>() + gaps);
                self.lines.push(TableLine { cells: Vec::new(), kind });
            }
        }
    }

    fn row(&mut self, row: &[Cell], widths: &[u16], numeric: &[bool], kind: Row) {
        let first = self.lines.len();
        let mut column_start = 0;
        for ((cell, width), numeric) in row.iter().zip(widths).zip(numeric) {
            for (depth, line) in self.wrapped(cell, *width).into_iter().enumerate() {
                if self.lines.len() <= first + depth {
                    self.lines.push(TableLine { cells: Vec::new(), kind: LineKind::Row(kind) });
                }
                let taken = crate::text::width::cells(&line.of(self.text)) as u16;
                let shift = if *numeric { width.saturating_sub(taken) } else { 0 };
                self.lines[first + depth].cells.push((column_start + shift, line));
            }
            column_start += width + GAP;
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

/// A column is set to the right when most of its filled cells are numbers.
fn numeric_columns(rows: &[Vec<Cell>], columns: usize, has_header: bool) -> Vec<bool> {
    let mut counts = vec![(0_usize, 0_usize); columns];
    for row in rows.iter().skip(usize::from(has_header)).take(MEASURED_ROWS) {
        for (column, cell) in row.iter().enumerate().filter(|(_, cell)| cell.cells > 0) {
            counts[column].0 += usize::from(cell.is_number);
            counts[column].1 += 1;
        }
    }
    counts.into_iter().map(|(numbers, filled)| numbers * 2 > filled).collect()
}
