//! The rows of the screen: a walk over the blocks that show, from a place on, each wrapped when the
//! walk reaches it. Its cost is the screen's, not the release's.

use super::layout::{Layout, Measure};
use super::{Focus, Place, Reading};
use crate::release::BlockId;

/// One row of the text pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The block it belongs to.
    pub block: BlockId,
    /// Which of the block's lines it shows; `None` for the gap above the block.
    pub line: Option<usize>,
}

impl Reading {
    /// Takes the size of the text pane and brings everything in line with it. What is at the top of
    /// the pane stays there, as far as the line under the cursor, which keeps its words, still shows.
    pub fn resize(&mut self, measure: Measure, height: usize) {
        if self.measure == measure && self.height == height {
            return;
        }
        let first_time = self.measure.width == 0;
        if self.measure != measure {
            let byte = self.byte_to_keep();
            let top = self.top_to_keep();
            self.measure = measure;
            self.layouts.keep_only(|_| false);
            if !first_time {
                let block = self.cursor.block;
                self.cursor.line = self.layout(block).line_of(byte);
                self.kept = Some((self.cursor, byte));
                if let Some(byte) = top {
                    let block = self.top.block;
                    let line = self.layout(block).line_of(byte);
                    self.top = self.to_row(Place { block, line });
                    self.kept_top = Some((self.top, byte));
                }
            }
        }
        self.height = height;
        self.clamp_cursor();
        self.settle();
    }

    /// The byte that begins the first line of the pane, as for the cursor; nothing where that is the
    /// gap above a block.
    fn top_to_keep(&self) -> Option<usize> {
        match self.kept_top {
            Some((top, byte)) if top == self.top => Some(byte),
            _ => {
                let line = self.top.line.checked_sub(self.gap(self.top.block))?;
                self.layouts.get(self.top.block).map(|layout| layout.start_of(line))
            }
        }
    }

    /// The byte of the cursor's block that stays on the cursor's line: the first of the line, or
    /// still the one kept before if the cursor has not moved since, so that sizes gone through and
    /// back again lead to the same line.
    fn byte_to_keep(&self) -> usize {
        if let Some(byte) = self.selected_byte() {
            return byte;
        }
        let Place { block, line } = self.cursor;
        match self.kept {
            Some((cursor, byte)) if cursor == self.cursor => byte,
            _ => self.layouts.get(block).map_or(0, |layout| layout.start_of(line)),
        }
    }

    /// Lays out what the screen shows. To be called after anything has moved.
    pub fn settle(&mut self) {
        if !self.is_peeking || self.focus == Focus::Text {
            self.is_peeking = false;
            self.keep_cursor_on_screen();
        } else {
            self.clamp_top();
        }
        self.settle_selection();
        self.collect_rows();
        self.drop_far_layouts();
    }

    pub(super) fn collect_rows(&mut self) {
        let mut rows = std::mem::take(&mut self.rows);
        rows.clear();
        let mut at = Some(self.top);
        while let Some(place) = at.filter(|_| rows.len() < self.height) {
            let block = place.block;
            // What is drawn must be laid out, even a folded block that counts as one line anyway.
            self.layout(block);
            let (gap, lines) = (self.gap(block), self.lines(block));
            let room = self.height - rows.len();
            let shown = (place.line..gap + lines).take(room);
            rows.extend(shown.map(|row| Row { block, line: row.checked_sub(gap) }));
            let next = self.folds.next(&self.document.release.body, block);
            at = next.map(|block| Place { block, line: 0 });
        }
        self.rows = rows;
    }

    /// The layout of a block, made now if it was not there.
    pub(super) fn layout(&mut self, block: BlockId) -> &Layout {
        if self.layouts.get(block).is_none() {
            self.layouts.keep(block, Layout::new(&self.document, block, self.measure));
        }
        self.layouts.get(block).expect("it was kept just now")
    }

    /// The lines a block shows: one when it is folded.
    pub(super) fn lines(&mut self, block: BlockId) -> usize {
        if self.folds.is_folded(block) { 1 } else { self.layout(block).height() }
    }

    /// The empty rows above a block: as many as were asked for above each at the top level, one less
    /// above what lies in it, none between folded ones.
    pub(super) fn gap(&self, block: BlockId) -> usize {
        let Some(index) = block.index() else { return 0 };
        let body = &self.document.release.body;
        let Some(this) = body.get(index) else { return 0 };
        let spacing = usize::from(self.measure.spacing);
        let spacing = if this.depth > 0 { spacing.saturating_sub(1) } else { spacing };
        if spacing == 0 {
            return 0;
        }
        let before = self.folds.previous(body, block);
        let both_folded =
            self.folds.is_folded(block) && before.is_some_and(|b| self.folds.is_folded(b));
        if both_folded { 0 } else { spacing }
    }

    /// A line of words as a row, the gap above its block counted.
    pub(super) fn to_row(&self, place: Place) -> Place {
        Place { line: place.line + self.gap(place.block), ..place }
    }

    /// The row below a row.
    pub(super) fn row_below(&mut self, row: Place) -> Option<Place> {
        let rows = self.gap(row.block) + self.lines(row.block);
        if row.line + 1 < rows {
            return Some(Place { line: row.line + 1, ..row });
        }
        let block = self.folds.next(&self.document.release.body, row.block)?;
        Some(Place { block, line: 0 })
    }

    /// The row above a row.
    pub(super) fn row_above(&mut self, row: Place) -> Option<Place> {
        if row.line > 0 {
            return Some(Place { line: row.line - 1, ..row });
        }
        let block = self.folds.previous(&self.document.release.body, row.block)?;
        Some(Place { block, line: self.gap(block) + self.lines(block) - 1 })
    }

    /// The row so many rows above a row, or the first one.
    pub(super) fn up(&mut self, mut row: Place, count: usize) -> Place {
        let mut left = count;
        while left > 0 {
            // A step within the block is one subtraction, however long the block.
            let within = row.line.min(left);
            row.line -= within;
            left -= within;
            if left == 0 {
                break;
            }
            let Some(above) = self.row_above(row) else { break };
            row = above;
            left -= 1;
        }
        row
    }

    /// The row so many rows below a row, or the last one.
    pub(super) fn down(&mut self, mut row: Place, count: usize) -> Place {
        let mut left = count;
        while left > 0 {
            let last = self.gap(row.block) + self.lines(row.block) - 1;
            let within = last.saturating_sub(row.line).min(left);
            row.line += within;
            left -= within;
            if left == 0 {
                break;
            }
            let Some(below) = self.row_below(row) else { break };
            row = below;
            left -= 1;
        }
        row
    }

    /// The last row of all.
    pub(super) fn last_row(&mut self) -> Place {
        let block = self.folds.last(&self.document.release.body);
        Place { block, line: self.gap(block) + self.lines(block) - 1 }
    }

    /// How many rows the cursor is below the top of the screen, if it is on it.
    pub fn row_of_cursor(&self) -> Option<usize> {
        let Place { block, line } = self.cursor;
        self.rows.iter().position(|row| row.block == block && row.line == Some(line))
    }
}
