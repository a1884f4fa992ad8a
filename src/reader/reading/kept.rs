//! Keeping only the blocks that match: which of them show, found elsewhere on its own thread.

use std::sync::Arc;

use super::find::Wanted;
use super::folds::Folds;
use super::{Place, Reading};
use crate::phrase::Phrase;
use crate::release::{BlockId, Body};

/// The blocks that show while others are hidden.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    /// The blocks that match.
    matching: Vec<BlockId>,
    /// Those and what they lie in, the title too, in reading order.
    shown: Vec<BlockId>,
}

impl Kept {
    /// Keeps blocks, named in reading order, with whatever they lie in.
    pub fn new(body: &Body, matching: Vec<BlockId>) -> Self {
        let mut kept = Self { matching: Vec::new(), shown: vec![BlockId::TITLE] };
        for block in &matching {
            kept.add_outermost_first(body, *block);
        }
        Self { matching, ..kept }
    }

    /// How many blocks match.
    pub fn count(&self) -> usize {
        self.matching.len()
    }

    /// The first block that matches at a block or after it; else the first of all.
    pub fn first_from(&self, block: BlockId) -> Option<BlockId> {
        let next = self.matching.partition_point(|kept| *kept < block);
        self.matching.get(next).or(self.matching.first()).copied()
    }

    /// Whether a block shows.
    pub fn shows(&self, block: BlockId) -> bool {
        self.shown.binary_search(&block).is_ok()
    }

    /// Lets a block show that does not match, with what it lies in.
    pub fn show(&mut self, body: &Body, block: BlockId) {
        let mut at = Some(block);
        while let Some(block) = at {
            if let Err(place) = self.shown.binary_search(&block) {
                self.shown.insert(place, block);
            }
            at = block.index().and_then(|index| body.parent(index)).map(BlockId::body);
        }
    }

    /// The first block that shows at a block or after it.
    pub fn at_or_after(&self, block: BlockId) -> Option<BlockId> {
        self.shown.get(self.shown.partition_point(|shown| *shown < block)).copied()
    }

    /// The last block that shows at a block or before it.
    pub fn at_or_before(&self, block: BlockId) -> Option<BlockId> {
        let after = self.shown.partition_point(|shown| *shown <= block);
        after.checked_sub(1).map(|place| self.shown[place])
    }

    /// Blocks come in reading order, so only those after the last one are new.
    fn add_outermost_first(&mut self, body: &Body, block: BlockId) {
        let mut chain = vec![block];
        let mut index = block.index();
        while let Some(parent) = index.and_then(|index| body.parent(index)) {
            chain.push(BlockId::body(parent));
            index = Some(parent);
        }
        let last = self.shown.last().copied();
        self.shown.extend(chain.into_iter().rev().filter(|block| Some(*block) > last));
    }
}

/// What is asked for and what is there.
#[derive(Debug, Default)]
pub struct Keep {
    /// What blocks must hold.
    pub wanted: Wanted,
    /// What is wrong with the pattern.
    pub error: Option<Phrase>,
    /// The number of the question asked last; answers to others are late.
    pub ticket: u64,
    /// How many blocks hold it; nothing before the first answer.
    pub count: Option<usize>,
    /// Whether it was asked for for good, and typing has ended.
    pub is_accepted: bool,
    /// Where the cursor was, and how the text looked, before anything was hidden.
    before: Option<(Place, Place, Folds)>,
}

impl Reading {
    /// Begins to keep blocks, or to keep others.
    pub fn start_keep(&mut self) {
        if self.keep.is_none() {
            let before = Some((self.cursor, self.top, self.folds.clone()));
            self.keep = Some(Keep { before, ..Keep::default() });
        }
    }

    /// Hides all but some blocks. The cursor goes to the first that matches, from its block on.
    pub fn take_kept(&mut self, kept: &Arc<Kept>, error: Option<Phrase>) {
        let Some(keep) = &mut self.keep else { return };
        let is_empty = keep.wanted.query.is_empty();
        keep.error = error;
        keep.count = (!is_empty && keep.error.is_none()).then(|| kept.count());
        let from = keep.before.as_ref().map_or(self.cursor, |(cursor, ..)| *cursor);
        if is_empty || keep.error.is_some() || kept.count() == 0 {
            // All there is shows rather than nothing.
            self.folds.keep_all();
            self.put_back();
            return;
        }
        self.folds.set_all(false);
        self.folds.keep(Arc::clone(kept));
        let block = kept.first_from(from.block).unwrap_or(from.block);
        let line = if block == from.block { from.line } else { 0 };
        self.go_to_line(Place { block, line });
    }

    /// Shows every block again, folded as they were before; the cursor stays on its block, or goes
    /// back to where it was if it has not moved since.
    pub fn end_keep(&mut self) {
        let Some(keep) = self.keep.take() else { return };
        self.folds.keep_all();
        let Some((_, _, folds)) = keep.before else { return };
        let cursor = self.cursor;
        self.folds = folds;
        self.go_to_line(cursor);
    }

    /// Gives up what was being asked for: all shows as it did before, at the place where one was.
    pub fn abandon_keep(&mut self) {
        self.folds.keep_all();
        self.put_back();
        self.keep = None;
    }

    fn put_back(&mut self) {
        let Some((cursor, top, folds)) = self.keep.as_ref().and_then(|keep| keep.before.clone())
        else {
            return;
        };
        (self.folds, self.top) = (folds, top);
        self.go_to_line(cursor);
    }

    /// The folds as they are while nothing is hidden.
    pub(super) fn folds_for_good(&self) -> &Folds {
        let before = self.keep.as_ref().and_then(|keep| keep.before.as_ref());
        before.map_or(&self.folds, |(_, _, folds)| folds)
    }

    /// Whether a block is hidden because it does not match.
    pub fn is_left_out(&self, block: BlockId) -> bool {
        !self.folds.is_kept(block)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::{Block, Kind};
    use crate::text::Raw;

    #[test]
    fn what_matches_shows_with_what_it_lies_in() {
        let mut body = Body::new();
        for depth in [0, 0, 1, 2, 1, 0] {
            let (kind, text) = (Kind::Paragraph, Raw::from("x"));
            body.push(Block { kind, depth, end: 0, number: None, marker: None, text, table: None });
        }
        let at = |order| BlockId::at(order);
        let mut kept = Kept::new(&body, vec![at(4), at(5)]);
        let shown = |kept: &Kept| (0..7).filter(|n| kept.shows(at(*n))).collect::<Vec<_>>();
        assert_eq!(shown(&kept), [0, 2, 3, 4, 5]);
        assert_eq!(
            (kept.count(), kept.first_from(at(5)), kept.first_from(at(6))),
            (2, Some(at(5)), Some(at(4)))
        );
        assert_eq!((kept.at_or_after(at(1)), kept.at_or_after(at(6))), (Some(at(2)), None));
        assert_eq!(
            (kept.at_or_before(at(1)), kept.at_or_before(at(6))),
            (Some(at(0)), Some(at(5)))
        );
        kept.show(&body, at(6));
        assert_eq!(shown(&kept), [0, 2, 3, 4, 5, 6]);
    }
}
