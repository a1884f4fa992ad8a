//! The contents beside the text: headings and numbered paragraphs, or, where there are none, the
//! first words of every paragraph. They follow the reader through the text.

use std::sync::Arc;

use super::movement::Way;
use super::pointing::FoldMark;
use super::{Focus, Reading};
use crate::reader::document::Document;
use crate::release::{BlockId, Kind};

/// The contents and where the reader is in them.
#[derive(Debug, Default)]
pub struct Contents {
    /// Whether they show beside the text where there is room.
    pub is_shown: bool,
    /// The entry under the cursor, or that of the block the text is at.
    pub cursor: usize,
    /// The first entry on the screen.
    pub top: usize,
    /// The blocks, in reading order; put together when they are first shown.
    blocks: Option<Arc<[BlockId]>>,
}

impl Contents {
    /// The blocks, in reading order, the title first.
    pub fn blocks(&self) -> &[BlockId] {
        self.blocks.as_deref().unwrap_or_default()
    }

    /// The block under the cursor.
    pub fn block(&self) -> Option<BlockId> {
        self.blocks().get(self.cursor).copied()
    }

    fn fill(&mut self, document: &Document) {
        if self.blocks.is_none() {
            self.blocks = Some(blocks(document).into());
        }
    }

    /// Scrolls so that the cursor's entry shows in so many rows.
    fn settle(&mut self, height: usize) {
        let last_top = self.blocks().len().saturating_sub(height);
        let margin = (height / 6).min(2);
        let highest = (self.cursor + margin + 1).saturating_sub(height);
        let lowest = self.cursor.saturating_sub(margin);
        self.top = self.top.clamp(highest.min(lowest), lowest).min(last_top);
    }
}

fn blocks(document: &Document) -> Vec<BlockId> {
    let body = &document.release.body;
    let leads = |kind| matches!(kind, Kind::Heading | Kind::Numbered);
    let has_leads = body.blocks().iter().any(|block| leads(block.kind));
    let all = body.blocks().iter().enumerate();
    let listed =
        all.filter(|(_, block)| if has_leads { leads(block.kind) } else { block.depth == 0 });
    std::iter::once(BlockId::TITLE).chain(listed.map(|(index, _)| BlockId::body(index))).collect()
}

impl Reading {
    /// Takes the keyboard to the contents, to the entry of the block where the text is.
    pub fn enter_contents(&mut self) {
        self.leave_panel();
        self.contents.fill(&self.document);
        self.focus = Focus::Contents;
        self.follow_in_contents();
    }

    /// Moves through the contents; the text shows what they come to.
    pub fn move_in_contents(&mut self, by: isize) {
        let last = self.contents.blocks().len().saturating_sub(1);
        self.contents.cursor = self.contents.cursor.saturating_add_signed(by).min(last);
        self.show_entry();
    }

    /// Puts the cursor of the contents on an entry.
    pub fn point_in_contents(&mut self, entry: usize) {
        self.enter_contents();
        self.contents.cursor = entry.min(self.contents.blocks().len().saturating_sub(1));
        self.show_entry();
    }

    fn show_entry(&mut self) {
        if let Some(block) = self.contents.block() {
            self.look_at(block);
        }
    }

    /// Moves the entries by so many, with the cursor only as far as it must go.
    pub fn turn_contents(&mut self, way: Way, rows: usize, height: usize) {
        let count = self.contents.blocks().len();
        let last_top = count.saturating_sub(height);
        let top = match way {
            Way::Forward => self.contents.top.saturating_add(rows).min(last_top),
            Way::Back => self.contents.top.saturating_sub(rows),
        };
        self.contents.top = top;
        if self.focus == Focus::Contents {
            let margin = (height / 6).min(2);
            let above = if top == 0 { 0 } else { margin };
            let below = if top == last_top { 0 } else { margin };
            let lowest = (top + height.saturating_sub(1 + below)).min(count.saturating_sub(1));
            let cursor = self.contents.cursor;
            self.contents.cursor = cursor.clamp((top + above).min(lowest), lowest);
            if self.contents.cursor != cursor {
                self.show_entry();
            }
        }
    }

    /// Brings the contents in line with the rows there are and with where the text is.
    pub fn settle_contents(&mut self, height: u16) {
        if height == 0 {
            return;
        }
        self.contents.fill(&self.document);
        if self.focus == Focus::Contents {
            self.contents.settle(height.into());
            return;
        }
        let before = self.contents.cursor;
        self.follow_in_contents();
        if self.contents.cursor != before {
            self.contents.settle(height.into());
        }
        let last_top = self.contents.blocks().len().saturating_sub(height.into());
        self.contents.top = self.contents.top.min(last_top);
    }

    /// The entry of the block where the text is: the last one that has begun.
    fn follow_in_contents(&mut self) {
        let block = self.block();
        let begun = self.contents.blocks().partition_point(|entry| *entry <= block);
        self.contents.cursor = begun.saturating_sub(1);
    }
}

impl Reading {
    /// Folds the block of the contents' entry; one that is folded or has nothing to fold gives way to
    /// the entry of the block around it.
    pub fn fold_entry(&mut self) {
        let Some(block) = self.contents.block() else { return };
        if self.fold_mark(block) == Some(FoldMark::Open) {
            self.toggle_fold_of(block);
            return;
        }
        let parent = block.index().and_then(|index| self.document.release.body.parent(index));
        if let Some(parent) = parent.map(BlockId::body) {
            let begun = self.contents.blocks().partition_point(|entry| *entry <= parent);
            self.contents.cursor = begun.saturating_sub(1);
            self.show_entry();
        }
    }

    /// Unfolds the block of the contents' entry; one that is open gives way to the next entry, if that
    /// lies in it.
    pub fn unfold_entry(&mut self) {
        let Some(block) = self.contents.block() else { return };
        if self.is_folded(block) {
            self.toggle_fold_of(block);
            return;
        }
        let next = self.contents.blocks().get(self.contents.cursor + 1).copied();
        let parent =
            next.and_then(BlockId::index).and_then(|i| self.document.release.body.parent(i));
        if parent.is_some() && parent == block.index() {
            self.move_in_contents(1);
        }
    }
}
