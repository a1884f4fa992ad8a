//! Where a person is in a release, as it is remembered, and going back there later.

use super::panel::{Item, Shown};
use super::{Place, Reading};
use crate::annotations::{Anchor, Attached, PanelState, Position};
use crate::reader::revision::Revision;
use crate::release::BlockId;

impl Reading {
    /// Where its reader is, and how it looks.
    pub fn position(&mut self) -> Position {
        let document = &self.document;
        let folded = self.folds_for_good().written(&document.addresses);
        let panel = PanelState {
            shown: match self.panel.shown {
                Shown::Auto => None,
                Shown::Open => Some(true),
                Shown::Closed => Some(false),
            },
        };
        let above = self.row_of_cursor().unwrap_or(0).try_into().unwrap_or(u16::MAX);
        Position { place: self.anchor(), above, folded, panel }
    }

    /// How many rows of the screen are above the cursor's line.
    pub fn rows_above_cursor(&self) -> usize {
        self.row_of_cursor().unwrap_or(0)
    }

    /// Takes over folds, panel and pane from the same release as it was before it was read again.
    pub fn carry_over(&mut self, old: &Self, revision: Option<&Revision>) {
        self.take_view_of(old);
        self.is_remembered = old.is_remembered;
        self.marks.clone_from(&old.marks);
        self.focus = old.focus;
        if self.panel.items.get(old.panel.cursor).is_some_and(|i| !matches!(i, Item::Heading(..))) {
            self.panel.cursor = old.panel.cursor;
        }
        self.panel.top = old.panel.top.min(self.panel.cursor);
        // What is hidden by words goes along as words.
        let folds = old.folds_for_good();
        let all = folds.written(&old.document.addresses);
        let Some(revision) = revision else {
            self.folds.read(&all, &self.document.addresses);
            return;
        };
        // What is new is folded where everything is.
        self.folds.set_all(all.all);
        for order in 1..old.document.len() {
            let block = BlockId::at(order);
            if let Some(now) = revision.now(block) {
                self.folds.set(now, folds.is_folded(block));
            }
        }
    }

    /// The cursor's line by address and words.
    pub fn anchor(&mut self) -> Anchor {
        let byte = self.byte_of(self.cursor);
        let document = &self.document;
        Anchor::of(&document.release, &document.addresses, self.cursor.block, byte)
    }

    /// Takes over how the release looked: what was folded, and its panel.
    pub fn look_as_in(&mut self, position: &Position) {
        self.folds.read(&position.folded, &self.document.addresses);
        self.panel.shown = match position.panel.shown {
            None => Shown::Auto,
            Some(true) => Shown::Open,
            Some(false) => Shown::Closed,
        };
        self.clamp_cursor();
    }

    /// Goes to where its reader stopped, the line at the same height of the screen.
    pub fn resume(&mut self, position: &Position) -> Attached {
        let found = self.find_anchor(&position.place);
        let Some(block) = found.block() else { return found };
        self.put_cursor(block, position.place.byte, usize::from(position.above));
        found
    }

    /// Where an anchor is in this release.
    pub fn find_anchor(&self, anchor: &Anchor) -> Attached {
        anchor.find(&self.document.release, &self.document.addresses)
    }

    /// The line of a block in which a byte of its text stands; any number will do.
    pub fn place_of(&mut self, block: BlockId, byte: u32) -> Place {
        let text = self.document.release.text_of(block).as_str();
        let byte = text.floor_char_boundary(byte as usize) as u32;
        Place { block, line: self.line_of_raw(block, byte) }
    }

    /// Puts the cursor on a line, so many rows below the top of the screen, opening whatever hides it.
    pub fn put_cursor(&mut self, block: BlockId, byte: u32, above: usize) {
        let place = self.place_of(block, byte);
        self.folds.reveal(&self.document.release.body, block);
        self.cursor = place;
        self.clamp_cursor();
        let row = self.to_row(self.cursor);
        self.top = self.up(row, above);
    }
}
