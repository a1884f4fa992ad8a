//! What of the text lies under a cell of its pane.

use super::layout::Shows;
use super::movement::Way;
use super::{Focus, Lit, Place, Reading};
use crate::reader::areas::GUTTER;
use crate::release::BlockId;
use crate::release::evidence::Found;
use crate::text::width::byte_at_column;

/// The sign before a block that can be folded or is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoldMark {
    /// Its items show.
    Open,
    /// Something is hidden.
    Folded,
}

/// What lies under a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pointed {
    /// The line; below the last one, the last.
    pub place: Place,
    /// Whether it is the sign that folds.
    pub is_fold_mark: bool,
    /// The byte of the block's raw text that is drawn there, if any is.
    pub byte: Option<u32>,
}

/// On which side of the text of its line a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Before it.
    Left,
    /// On it.
    On,
    /// Past its end.
    Right,
}

impl Reading {
    /// The sign before a block, if it has one.
    pub fn fold_mark(&self, block: BlockId) -> Option<FoldMark> {
        if self.is_folded(block) && self.hidden_by_fold(block).is_some() {
            return Some(FoldMark::Folded);
        }
        let index = block.index()?;
        let this = self.document.release.body.get(index)?;
        (this.end as usize > index + 1).then_some(FoldMark::Open)
    }

    /// What lies under a cell: a row of the pane, and a column counted from the gutter's first. Left of
    /// the gutter is the gutter.
    pub fn pointed_at(&self, row: u16, column: Option<u16>) -> Option<Pointed> {
        let row = self.rows().get(usize::from(row)).or(self.rows().last())?;
        let place = Place { block: row.block, line: row.line.unwrap_or(0) };
        let column = column.unwrap_or(0);
        let is_fold_mark = row.line == Some(0)
            && (1..GUTTER).contains(&column)
            && self.fold_mark(row.block).is_some();
        let byte = row.line.and_then(|line| self.byte_under(row.block, line, column));
        Some(Pointed { place, is_fold_mark, byte })
    }

    fn byte_under(&self, block: BlockId, line: usize, column: u16) -> Option<u32> {
        let layout = self.layout_of(block)?;
        let (byte, side) = self.byte_by_column(block, line, column)?;
        (side == Side::On).then(|| layout.to_raw(byte) as u32)
    }

    /// The byte of the text drawn of a block that is under a column of one of its lines, or the last
    /// before it; left of all text, the first of the line.
    pub(super) fn byte_by_column(
        &self,
        block: BlockId,
        line: usize,
        column: u16,
    ) -> Option<(usize, Side)> {
        let layout = self.layout_of(block)?;
        let left = Some((layout.start_of(line), Side::Left));
        let Some(column) = column.checked_sub(GUTTER + layout.column) else { return left };
        let (start, words) = match layout.line(line)? {
            Shows::Words(words) => (0, words),
            Shows::Cells(cells, _) => {
                match cells.iter().rev().find(|(start, _)| *start <= column) {
                    Some(cell) => *cell,
                    None => return left,
                }
            }
            Shows::Rule(_) => return left,
        };
        let text = words.of(layout.text());
        let column = usize::from(column - start);
        // A wide letter is under two columns.
        let after = byte_at_column(&text, column + 1);
        let byte = text[..after].char_indices().next_back().map_or(0, |(byte, _)| byte);
        let is_past = byte_at_column(&text, column) >= text.len();
        let side = if is_past { Side::Right } else { Side::On };
        Some((words.start as usize + byte, side))
    }

    /// The words under a byte that prove a fact; of several, the last that begins.
    pub fn fact_at(&self, block: BlockId, byte: u32) -> Option<&Found> {
        let facts = self.facts_in(block);
        let begun = facts.partition_point(|found| found.range.start <= byte);
        // One that is long may have begun before many others.
        facts[..begun].iter().rev().take(256).find(|found| found.range.contains(&byte))
    }

    /// Lights the words of a fact in the text, with the cursor on their line, as [`Reading::next_fact`]
    /// does.
    pub fn light(&mut self, found: &Found, place: Place) {
        let all = self.evidence.as_ref().map(|evidence| evidence.of_fact(found.fact));
        let mention = all.and_then(|mut all| all.position(|f| f == found)).unwrap_or(0);
        self.lit = Some(Lit { fact: found.fact, mention });
        self.panel.select(found.fact);
        self.focus = Focus::Text;
        self.go_to_line(place);
    }

    /// Moves the text by rows, whatever has the keyboard: while that is not the text, the cursor
    /// stays where it is.
    pub fn turn(&mut self, way: Way, rows: usize) {
        if self.focus == Focus::Text {
            self.scroll(way, rows);
        } else {
            self.scroll_away(way, rows);
        }
    }

    /// Folds or unfolds a block that need not be under the cursor.
    pub fn toggle_fold_of(&mut self, block: BlockId) {
        self.set_fold(block, !self.is_folded(block));
        self.clamp_cursor();
    }
}
