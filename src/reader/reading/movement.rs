//! Going through the text: by line, block, numbered paragraph and screen; folding; placing.

use super::folds::Folds;
use super::{Place, Reading};
use crate::release::{BlockId, Body, Kind};

/// Lines of the page before that stay in sight.
const KEPT: usize = 2;

/// Which way to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Towards the end.
    Forward,
    /// Towards the start.
    Back,
}

/// Where on the screen to bring the cursor's line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// To the first row.
    Top,
    /// To the middle.
    Centre,
    /// To the last row.
    Bottom,
}

impl Reading {
    pub(super) fn last_place_known(&self) -> Place {
        let block = self.folds.last(&self.document.release.body);
        let folded = self.folds.is_folded(block);
        let lines = self.layouts.get(block).map_or(1, super::layout::Layout::height);
        Place { block, line: if folded { 0 } else { lines - 1 } }
    }

    /// Moves the cursor by lines of words; gaps are passed over.
    pub fn move_lines(&mut self, way: Way, count: usize) {
        for _ in 0..count {
            let next = match way {
                Way::Forward => self.line_below(self.cursor),
                Way::Back => self.line_above(self.cursor),
            };
            let Some(next) = next else { break };
            self.cursor = next;
        }
    }

    fn line_below(&mut self, place: Place) -> Option<Place> {
        if place.line + 1 < self.lines(place.block) {
            return Some(Place { line: place.line + 1, ..place });
        }
        let block = self.folds.next(&self.document.release.body, place.block)?;
        Some(Place { block, line: 0 })
    }

    fn line_above(&mut self, place: Place) -> Option<Place> {
        if place.line > 0 {
            return Some(Place { line: place.line - 1, ..place });
        }
        let block = self.folds.previous(&self.document.release.body, place.block)?;
        Some(Place { block, line: self.lines(block) - 1 })
    }

    /// Moves text and cursor together by rows, keeping the screen filled.
    pub fn move_rows(&mut self, way: Way, count: usize) {
        let offset = self.row_of_cursor().unwrap_or(0);
        let before = self.top;
        self.scroll_top(way, count);
        if self.top == before {
            // The text is at its end already: the cursor goes the rest of the way.
            let row = self.to_row(self.cursor);
            let row = match way {
                Way::Forward => self.down(row, count),
                Way::Back => self.up(row, count),
            };
            self.cursor = self.to_line(row);
            return;
        }
        let row = self.down(self.top, offset);
        self.cursor = self.to_line(row);
        self.keep_cursor_off_the_edges();
    }

    /// Moves the text under the cursor, which moves only as far as it must.
    pub fn scroll(&mut self, way: Way, count: usize) {
        self.scroll_top(way, count);
        self.keep_cursor_off_the_edges();
    }

    /// Moves the text alone; the cursor stays, on the screen or not, until the text has the keyboard
    /// again.
    pub(super) fn scroll_away(&mut self, way: Way, count: usize) {
        self.scroll_top(way, count);
        self.is_peeking = true;
    }

    /// Moves the cursor to where it may stand without the text moving again: with some lines around
    /// it, but for the ends of the text.
    fn keep_cursor_off_the_edges(&mut self) {
        let margin = self.margin();
        let above = if self.top == Place::default() { 0 } else { margin };
        let lowest = self.lowest_top();
        let below = if self.top >= lowest { 0 } else { margin };
        let first = self.down(self.top, above);
        let first = self.to_line(first);
        let mut last = self.down(self.top, self.height.saturating_sub(1 + below));
        if last.line < self.gap(last.block) {
            last = self.row_above(last).unwrap_or(last);
        }
        let last = self.to_line(last);
        self.cursor = self.cursor.clamp(first, last.max(first));
    }

    /// The lines kept in sight above and below the cursor; none where the mouse has put it, so that the
    /// text stays still under the mouse.
    fn margin(&self) -> usize {
        if self.held.is_some() { 0 } else { (self.height / 6).min(3) }
    }

    fn scroll_top(&mut self, way: Way, count: usize) {
        self.top = match way {
            Way::Forward => {
                let lowest = self.lowest_top();
                self.down(self.top, count).min(lowest).max(self.top)
            }
            Way::Back => self.up(self.top, count),
        };
    }

    /// The top at which the last row is the last on the screen.
    fn lowest_top(&mut self) -> Place {
        let last = self.last_row();
        self.up(last, self.height.saturating_sub(1))
    }

    /// A row as the line of words there; a gap is the line below it.
    fn to_line(&self, row: Place) -> Place {
        Place { line: row.line.saturating_sub(self.gap(row.block)), ..row }
    }

    /// Moves to the start of the block so many blocks on or back, among those that show.
    pub fn move_blocks(&mut self, way: Way, count: usize) {
        for _ in 0..count {
            let body = &self.document.release.body;
            let next = match way {
                Way::Forward => self.folds.next(body, self.cursor.block),
                Way::Back if self.cursor.line > 0 => Some(self.cursor.block),
                Way::Back => self.folds.previous(body, self.cursor.block),
            };
            let Some(block) = next else { break };
            self.cursor = Place { block, line: 0 };
        }
        self.show_whole_block();
    }

    /// Moves by numbered paragraphs of the top level; by top-level blocks where none is numbered.
    pub fn move_paragraphs(&mut self, way: Way, count: usize) {
        for _ in 0..count {
            let Some(block) = self.paragraph_beyond(self.cursor, way) else { break };
            self.cursor = Place { block, line: 0 };
        }
        self.show_whole_block();
    }

    pub(super) fn paragraph_beyond(&self, from: Place, way: Way) -> Option<BlockId> {
        let order = from.block.order();
        let blocks = self.document.release.body.blocks();
        let numbered = self.has_numbers();
        let counts = |order: &usize| {
            let Some(block) = BlockId::at(*order).index().and_then(|i| blocks.get(i)) else {
                return true;
            };
            block.depth == 0
                && (!numbered || block.kind == Kind::Numbered)
                && self.folds.is_kept(BlockId::at(*order))
        };
        let found = match way {
            Way::Forward => (order + 1..=blocks.len()).find(counts),
            Way::Back if from.line > 0 && counts(&order) => Some(order),
            Way::Back => (0..order).rev().find(counts),
        };
        found.map(BlockId::at)
    }

    fn has_numbers(&self) -> bool {
        self.last_number.is_some()
    }

    /// Moves to the first line.
    pub fn move_to_start(&mut self) {
        self.cursor = Place::default();
    }

    /// Moves to the last line.
    pub fn move_to_end(&mut self) {
        let row = self.last_row();
        self.cursor = self.to_line(row);
    }

    /// Goes to a block, opening whatever hides it; the block shows near the top of the screen unless
    /// it shows already.
    pub fn go_to(&mut self, block: BlockId) {
        self.go_to_line(Place { block, line: 0 });
    }

    /// Goes to a line, opening whatever hides it.
    pub fn go_to_line(&mut self, place: Place) {
        self.bring_into_view(place);
        self.cursor = place;
        self.clamp_cursor();
    }

    /// Scrolls until a line shows, opening whatever hides it; the cursor stays where it is.
    pub fn bring_into_view(&mut self, place: Place) {
        let folded = self.folds.is_folded(place.block) && place.line > 0;
        self.folds.reveal(&self.document.release.body, place.block);
        if folded {
            self.folds.set(place.block, false);
        }
        self.collect_rows();
        let shows = |row: &super::Row| row.block == place.block && row.line == Some(place.line);
        if !self.rows.iter().any(shows) {
            let row = self.to_row(place);
            let lowest = self.lowest_top();
            self.top = self.up(row, self.height / 3).min(lowest);
            self.collect_rows();
        }
    }

    /// Shows a line while the cursor stays where it is, for as long as the panel has the keyboard.
    pub fn show_without_moving(&mut self, place: Place) {
        self.bring_into_view(place);
        self.is_peeking = true;
    }

    /// Shows a block, or what hides it, while the cursor stays where it is.
    pub(super) fn look_at(&mut self, block: BlockId) {
        let block = self.folds.hidden_by(&self.document.release.body, block).unwrap_or(block);
        self.show_without_moving(Place { block, line: 0 });
    }

    /// The block named by a count: the numbered paragraph of that number, else the block in that
    /// place among those of the top level.
    pub fn paragraph(&self, number: usize) -> Option<BlockId> {
        if self.has_numbers() {
            return self.document.addresses.block(&number.to_string());
        }
        let nth = number.checked_sub(1)?;
        self.document.release.body.top_level().nth(nth).map(BlockId::body)
    }

    /// How many rows a page goes on: the screen less the lines kept.
    pub fn page(&self) -> usize {
        self.height.saturating_sub(KEPT).max(1)
    }

    /// Brings the cursor's line to a spot of the screen.
    pub fn place_cursor_line(&mut self, spot: Spot) {
        let above = match spot {
            Spot::Top => 0,
            Spot::Centre => self.height / 2,
            Spot::Bottom => self.height.saturating_sub(1),
        };
        let row = self.to_row(self.cursor);
        self.top = self.up(row, above);
    }

    /// Folds the block under the cursor; one that has nothing to fold, or is folded, gives way to
    /// the block around it.
    pub fn fold_or_parent(&mut self) {
        let block = self.cursor.block;
        let body = &self.document.release.body;
        let Some(index) = block.index() else { return };
        let has_items = body.get(index).is_some_and(|b| b.end as usize > index + 1);
        let parent = body.parent(index).map(BlockId::body);
        let foldable = has_items || (parent.is_none() && self.layout(block).height() > 1);
        if foldable && !self.folds.is_folded(block) {
            self.set_fold(block, true);
        } else if let Some(parent) = parent {
            self.cursor = Place { block: parent, line: 0 };
        }
    }

    /// Unfolds the block under the cursor; one that is open gives way to its first item.
    pub fn unfold_or_child(&mut self) {
        let block = self.cursor.block;
        if self.folds.is_folded(block) {
            self.set_fold(block, false);
            return;
        }
        let body = &self.document.release.body;
        let shows = |child: &usize| self.folds.is_kept(BlockId::body(*child));
        if let Some(child) = block.index().and_then(|index| body.items(index).find(shows)) {
            self.cursor = Place { block: BlockId::body(child), line: 0 };
        }
    }

    /// Folds the block under the cursor if it is open, else opens it.
    pub fn toggle_fold(&mut self) {
        let block = self.cursor.block;
        self.set_fold(block, !self.folds.is_folded(block));
    }

    /// Folds or opens every block; the cursor stays on its block or the one that hides it.
    pub fn set_all_folds(&mut self, folded: bool) {
        self.fold_by(|folds, _| folds.set_all(folded));
    }

    /// Folds the innermost level of blocks that is open, or unfolds the outermost one that is folded.
    pub fn set_level(&mut self, folded: bool) {
        self.fold_by(|folds, body| folds.set_level(body, folded));
    }

    /// Changes folds; the cursor stays on its row of the screen.
    fn fold_by(&mut self, change: impl FnOnce(&mut Folds, &Body)) {
        let above = self.row_of_cursor().unwrap_or(0);
        change(&mut self.folds, &self.document.release.body);
        self.clamp_cursor();
        let row = self.to_row(self.cursor);
        self.top = self.up(row, above);
    }

    pub(super) fn set_fold(&mut self, block: BlockId, folded: bool) {
        self.folds.set(block, folded);
        if folded {
            self.cursor = Place { block, line: 0 };
        }
        if self.top.block == block
            || self.folds.hidden_by(&self.document.release.body, self.top.block).is_some()
        {
            self.top = self.to_row(self.cursor);
        }
    }

    /// Brings the cursor back onto a line that shows.
    pub(super) fn clamp_cursor(&mut self) {
        if let Some(hider) = self.folds.hidden_by(&self.document.release.body, self.cursor.block) {
            self.cursor = Place { block: hider, line: 0 };
        }
        let lines = self.lines(self.cursor.block);
        self.cursor.line = self.cursor.line.min(lines - 1);
    }

    /// Scrolls by as little as shows the cursor's line with some lines around it.
    pub(super) fn keep_cursor_on_screen(&mut self) {
        if self.height == 0 {
            return;
        }
        self.clamp_top();
        let margin = self.margin();
        let row = self.to_row(self.cursor);
        let highest = self.up(row, self.height - 1 - margin);
        let lowest = self.up(row, margin);
        let lowest_useful = self.lowest_top();
        let lowest = lowest.min(lowest_useful.max(highest));
        if self.top < highest {
            self.top = highest.min(lowest_useful).max(self.up(row, self.height - 1));
        } else if self.top > lowest {
            self.top = lowest;
        }
    }

    pub(super) fn clamp_top(&mut self) {
        if let Some(hider) = self.folds.hidden_by(&self.document.release.body, self.top.block) {
            self.top = Place { block: hider, line: 0 };
        }
        let rows = self.gap(self.top.block) + self.lines(self.top.block);
        self.top.line = self.top.line.min(rows - 1);
    }

    /// Scrolls so that the whole of the cursor's block shows, where the screen can hold it.
    fn show_whole_block(&mut self) {
        let lines = self.lines(self.cursor.block);
        if lines >= self.height {
            return;
        }
        let first = Place { block: self.cursor.block, line: 0 };
        let last = self.to_row(Place { line: lines - 1, ..first });
        let needed = self.up(last, self.height.saturating_sub(1));
        if self.top < needed {
            self.top = needed;
        }
    }
}
