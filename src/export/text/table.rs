//! A table in plain lines: columns as far as they fit, numbers at the right; else row by row.

use std::fmt;

use super::page::{Hang, Page};
use crate::clean_format;
use crate::export::{has_head_row, table_rows};
use crate::release::Block;
use crate::text::Clean;
use crate::text::columns::{Column, GAP, Measure, Side};
use crate::text::width::cells;
use crate::text::wrap::wrap;

/// The widest a column is padded to where lines are not wrapped: wider cells stick out.
const WIDEST: usize = 60;

pub(super) fn write<W: fmt::Write>(
    page: &mut Page<'_, W>,
    block: &Block,
    indent: usize,
) -> fmt::Result {
    let rows: Vec<Vec<Clean<'_>>> = table_rows(block).collect();
    let measure = measured(&rows, has_head_row(block));
    let indent = page.bounded(indent);
    let columns = match page.width() {
        Some(width) => measure.fit(width - indent),
        None => Some(unwrapped(measure.natural())),
    };
    let head = usize::from(has_head_row(block));
    let Some(columns) = columns else { return one_by_one(page, &rows, head, indent) };
    for (i, row) in rows.iter().enumerate() {
        match page.width() {
            Some(_) => wrapped_row(page, indent, &columns, row)?,
            None => plain_row(page, indent, &columns, row)?,
        }
        if i + 1 == head {
            let rules: Vec<_> = columns.iter().map(|c| "-".repeat(c.width)).collect();
            page.line(indent, rules.join(&" ".repeat(GAP)).trim_end())?;
        }
    }
    Ok(())
}

fn measured(rows: &[Vec<Clean<'_>>], has_head: bool) -> Measure {
    let mut measure = Measure::default();
    for (i, row) in rows.iter().enumerate() {
        let words = row.iter().map(Clean::as_str);
        if i == 0 && has_head { measure.head(words) } else { measure.row(words) }
    }
    measure
}

fn unwrapped(mut columns: Vec<Column>) -> Vec<Column> {
    for column in &mut columns {
        column.width = column.width.min(WIDEST);
    }
    columns
}

fn wrapped_row<W: fmt::Write>(
    page: &mut Page<'_, W>,
    indent: usize,
    columns: &[Column],
    row: &[Clean<'_>],
) -> fmt::Result {
    let width = |i: usize| u16::try_from(columns[i].width).unwrap_or(u16::MAX);
    let cells: Vec<_> = row.iter().enumerate().map(|(i, cell)| wrap(cell, width(i))).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(1);
    for level in 0..height {
        let words = cells
            .iter()
            .zip(row)
            .map(|(lines, cell)| lines.get(level).map_or("", |line| &cell.as_str()[line.range()]));
        page.line(indent, &joined(columns, words))?;
    }
    Ok(())
}

fn plain_row<W: fmt::Write>(
    page: &mut Page<'_, W>,
    indent: usize,
    columns: &[Column],
    row: &[Clean<'_>],
) -> fmt::Result {
    let row: Vec<_> = row.iter().map(Clean::line).collect();
    page.line(indent, &joined(columns, row.iter().map(Clean::as_str)))
}

fn joined<'a>(columns: &[Column], words: impl Iterator<Item = &'a str>) -> String {
    let mut line = String::new();
    for (i, (column, words)) in columns.iter().zip(words).enumerate() {
        let pad = " ".repeat(column.width.saturating_sub(cells(words)));
        if i > 0 {
            line.push_str(&" ".repeat(GAP));
        }
        match column.side {
            Side::Left => line.extend([words, &pad]),
            Side::Right => line.extend([&pad, words]),
        }
    }
    line.truncate(line.trim_end().len());
    line
}

/// A table too wide for the page: every row as a list of its cells, named by the head row.
fn one_by_one<W: fmt::Write>(
    page: &mut Page<'_, W>,
    rows: &[Vec<Clean<'_>>],
    head: usize,
    indent: usize,
) -> fmt::Result {
    let names = if head == 1 { rows[0].as_slice() } else { &[] };
    for row in &rows[head..] {
        page.gap();
        for (i, cell) in row.iter().enumerate() {
            let words = match names.get(i).filter(|name| !name.is_empty()) {
                Some(name) => clean_format!("{}: {cell}", name.line()),
                None => cell.borrowed(),
            };
            page.paragraph(Hang::by(indent, 2), &words)?;
        }
    }
    Ok(())
}
