//! The cells of a table as they come, spans filled with empty cells so that columns stay in line.

use super::flow::Placed;
use crate::import::lines::{LineKind, Rows};

/// Spans beyond this are taken as this: a page may claim thousands.
const WIDEST_SPAN: usize = 40;
/// Cells that spans may fill in one table.
const MOST_FILLINGS: usize = 10_000;
/// A cell longer than this, in bytes, is a page's layout and no cell.
const LONGEST_CELL: usize = 1500;

/// A table being read.
pub struct Grid {
    /// The first line of the page that is the table's.
    pub first: usize,
    rows: Vec<Vec<Cell>>,
    /// For each column, how many more rows a cell from above reaches into.
    reach: Vec<usize>,
    layout: bool,
    /// How many more cells spans may fill.
    fillings: usize,
}

#[derive(Clone, Copy)]
struct Cell {
    /// Where its lines begin; `None` for a filling.
    first: Option<usize>,
    head: bool,
}

impl Grid {
    /// A table whose lines begin here.
    pub fn new(first: usize) -> Self {
        Self { first, rows: Vec::new(), reach: Vec::new(), layout: false, fillings: MOST_FILLINGS }
    }

    /// Notes that a table for layout stands inside.
    pub fn holds_layout(&mut self) {
        self.layout = true;
    }

    /// Begins a row.
    pub fn row(&mut self) {
        if self.rows.last().is_none_or(|row| !row.is_empty()) {
            self.rows.push(Vec::new());
        }
    }

    /// Begins a cell whose lines begin here, with its spans over columns and rows.
    pub fn cell(&mut self, first: usize, head: bool, spans: (usize, usize)) {
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        self.fill();
        let Some(row) = self.rows.last_mut() else { return };
        let (mut columns, mut rows) =
            (spans.0.clamp(1, WIDEST_SPAN), spans.1.clamp(1, WIDEST_SPAN));
        if columns * rows > self.fillings {
            (columns, rows) = (1, 1);
        }
        self.fillings -= columns * rows - 1;
        for i in 0..columns {
            let column = row.len();
            row.push(Cell { first: (i == 0).then_some(first), head });
            if self.reach.len() <= column {
                self.reach.resize(column + 1, 0);
            }
            self.reach[column] = rows;
        }
    }

    /// Empty cells where one from above reaches down.
    fn fill(&mut self) {
        let above = self.rows.len() > 1;
        let Some(row) = self.rows.last_mut() else { return };
        while above && self.reach.get(row.len()).is_some_and(|left| *left > 1) {
            let column = row.len();
            self.reach[column] -= 1;
            row.push(Cell { first: None, head: false });
        }
    }

    /// The words of the cells; `None` where the table only lays out a page.
    pub fn finish(&self, lines: &[Placed]) -> Option<Rows> {
        let starts: Vec<usize> = self.rows.iter().flatten().filter_map(|cell| cell.first).collect();
        if self.layout || starts.is_empty() || starts.len() == 1 {
            return None;
        }
        let mut ends = starts.iter().skip(1).copied().chain([lines.len()]);
        let mut text = |first: usize| {
            let end = ends.next().unwrap_or(lines.len()).max(first);
            let words: Vec<_> =
                lines.get(first..end)?.iter().map(|l| l.line.text.as_str()).collect();
            let nested =
                lines[first..end].iter().any(|l| matches!(l.line.kind, LineKind::Table(_)));
            let words = words.join(" ");
            (!nested && words.len() <= LONGEST_CELL).then_some(words)
        };
        let mut rows = Vec::with_capacity(self.rows.len());
        for row in self.rows.iter().filter(|row| !row.is_empty()) {
            let cells: Option<Vec<String>> =
                row.iter().map(|c| c.first.map_or(Some(String::new()), &mut text)).collect();
            rows.push(cells?);
        }
        let header = self.rows.first().is_some_and(|row| row.iter().all(|cell| cell.head));
        Some(Rows { header, rows })
    }
}
