//! Which blocks are folded, and so which blocks show.

use std::sync::Arc;

use super::kept::Kept;
use crate::annotations::{Folded, MOST_FOLDS};
use crate::release::{Addresses, BlockId, Body};

/// The folds of an open release, by place in reading order.
#[derive(Debug, Clone)]
pub struct Folds {
    folded: Vec<bool>,
    /// The blocks that show, where others are hidden because they do not match.
    kept: Option<Arc<Kept>>,
}

impl Folds {
    /// Nothing folded, for a body of so many blocks.
    pub fn none(blocks: usize) -> Self {
        Self { folded: vec![false; blocks + 1], kept: None }
    }

    /// Whether a block is folded to its first line.
    pub fn is_folded(&self, block: BlockId) -> bool {
        self.folded.get(block.order()).copied().unwrap_or(false)
    }

    /// Folds or unfolds one block. The title never folds.
    pub fn set(&mut self, block: BlockId, folded: bool) {
        if block != BlockId::TITLE
            && let Some(state) = self.folded.get_mut(block.order())
        {
            *state = folded;
        }
    }

    /// Folds or unfolds every block.
    pub fn set_all(&mut self, folded: bool) {
        self.folded.fill(folded);
        if let Some(title) = self.folded.first_mut() {
            *title = false;
        }
    }

    /// Folds all blocks of the innermost level at which one is open, or unfolds those of the outermost
    /// level at which one is folded.
    pub fn set_level(&mut self, body: &Body, folded: bool) {
        let depth = |order: usize| order.checked_sub(1).and_then(|i| body.get(i)).map(|b| b.depth);
        let others = self.folded.iter().enumerate().filter(|(_, state)| **state != folded);
        let depths = others.filter_map(|(order, _)| depth(order));
        let level = if folded { depths.max() } else { depths.min() };
        for (order, state) in self.folded.iter_mut().enumerate() {
            if level.is_some() && depth(order) == level {
                *state = folded;
            }
        }
    }

    /// What is folded, by address: whichever is shorter, the blocks that are or those that are not.
    pub fn written(&self, addresses: &Addresses) -> Folded {
        let count = self.folded.iter().filter(|folded| **folded).count();
        let all = count > self.folded.len() / 2;
        let states = self.folded.iter().enumerate().skip(1);
        let differ = states.filter(|(_, folded)| **folded != all).take(MOST_FOLDS);
        let blocks = differ.map(|(order, _)| addresses.name(BlockId::at(order)).to_string());
        Folded { all, blocks: blocks.collect() }
    }

    /// Folds what was folded; addresses that are no more are passed over.
    pub fn read(&mut self, folded: &Folded, addresses: &Addresses) {
        self.set_all(folded.all);
        for block in folded.blocks.iter().filter_map(|address| addresses.block(address)) {
            self.set(block, !folded.all);
        }
    }

    /// Hides whatever is not among some blocks.
    pub fn keep(&mut self, kept: Arc<Kept>) {
        self.kept = Some(kept);
    }

    /// Hides nothing any more but what is folded.
    pub fn keep_all(&mut self) {
        self.kept = None;
    }

    /// Whether a block is among those kept.
    pub fn is_kept(&self, block: BlockId) -> bool {
        self.kept.as_ref().is_none_or(|kept| kept.shows(block))
    }

    /// The block that shows in place of a hidden one, if it is hidden: the last one kept before it, and
    /// of those the outermost folded one around it.
    pub fn hidden_by(&self, body: &Body, block: BlockId) -> Option<BlockId> {
        let kept = match &self.kept {
            Some(kept) => kept.at_or_before(block).unwrap_or(BlockId::TITLE),
            None => block,
        };
        self.folded_around(body, kept).or((kept != block).then_some(kept))
    }

    fn folded_around(&self, body: &Body, block: BlockId) -> Option<BlockId> {
        let mut hider = None;
        let mut index = block.index()?;
        while let Some(parent) = body.parent(index) {
            if self.is_folded(BlockId::body(parent)) {
                hider = Some(BlockId::body(parent));
            }
            index = parent;
        }
        hider
    }

    /// Unfolds whatever hides a block, and lets it show if it is not among those kept.
    pub fn reveal(&mut self, body: &Body, block: BlockId) {
        if let Some(kept) = &mut self.kept
            && !kept.shows(block)
        {
            Arc::make_mut(kept).show(body, block);
        }
        let Some(mut index) = block.index() else { return };
        while let Some(parent) = body.parent(index) {
            self.set(BlockId::body(parent), false);
            index = parent;
        }
    }

    /// The next block that shows.
    pub fn next(&self, body: &Body, block: BlockId) -> Option<BlockId> {
        let next = match block.index().and_then(|index| body.get(index)) {
            Some(this) if self.is_folded(block) => BlockId::body(this.end as usize),
            _ => BlockId::at(block.order() + 1),
        };
        if let Some(kept) = &self.kept {
            return kept.at_or_after(next);
        }
        (next.order() <= body.len()).then_some(next)
    }

    /// The previous block that shows.
    pub fn previous(&self, body: &Body, block: BlockId) -> Option<BlockId> {
        let before = BlockId::at(block.order().checked_sub(1)?);
        Some(self.hidden_by(body, before).unwrap_or(before))
    }

    /// The last block that shows.
    pub fn last(&self, body: &Body) -> BlockId {
        let last = BlockId::at(body.len());
        self.hidden_by(body, last).unwrap_or(last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::{Block, Kind};
    use crate::text::Raw;

    /// Blocks 1..=6 (the title is 0): 1, 2 with 3 (with 4) and 5, 6.
    fn body() -> Body {
        let mut body = Body::new();
        for depth in [0, 0, 1, 2, 1, 0] {
            let (kind, text) = (Kind::Paragraph, Raw::from("x"));
            body.push(Block { kind, depth, end: 0, number: None, marker: None, text, table: None });
        }
        body
    }

    fn showing(folds: &Folds, body: &Body) -> Vec<usize> {
        let mut at = Some(BlockId::TITLE);
        let mut seen = Vec::new();
        while let Some(block) = at {
            seen.push(block.order());
            at = folds.next(body, block);
        }
        let mut back = Some(folds.last(body));
        let mut seen_back = Vec::new();
        while let Some(block) = back {
            seen_back.push(block.order());
            back = folds.previous(body, block);
        }
        seen_back.reverse();
        assert_eq!(seen, seen_back, "backwards shows the same");
        seen
    }

    #[test]
    fn a_folded_block_hides_its_items() {
        let body = body();
        let mut folds = Folds::none(body.len());
        assert_eq!(showing(&folds, &body), [0, 1, 2, 3, 4, 5, 6]);
        folds.set(BlockId::at(3), true);
        assert_eq!(showing(&folds, &body), [0, 1, 2, 3, 5, 6]);
        folds.set(BlockId::at(2), true);
        assert_eq!(showing(&folds, &body), [0, 1, 2, 6]);
        assert_eq!(folds.hidden_by(&body, BlockId::at(4)), Some(BlockId::at(2)));
        folds.reveal(&body, BlockId::at(4));
        assert_eq!(showing(&folds, &body), [0, 1, 2, 3, 4, 5, 6]);
    }

    #[test]
    fn levels_fold_from_within_and_unfold_from_without() {
        let body = body();
        let mut folds = Folds::none(body.len());
        let mut folded = |is_folded| {
            folds.set_level(&body, is_folded);
            (1..=body.len())
                .filter(|order| folds.is_folded(BlockId::at(*order)))
                .collect::<Vec<_>>()
        };
        assert_eq!(folded(true), [4]);
        assert_eq!(folded(true), [3, 4, 5]);
        assert_eq!(folded(true), [1, 2, 3, 4, 5, 6]);
        assert_eq!(folded(true), [1, 2, 3, 4, 5, 6]);
        assert_eq!(folded(false), [3, 4, 5]);
        assert_eq!(folded(false), [4]);
        assert_eq!(folded(false), [0; 0]);
        assert_eq!(folded(false), [0; 0]);
    }

    #[test]
    fn the_title_never_folds() {
        let mut folds = Folds::none(3);
        folds.set_all(true);
        folds.set(BlockId::TITLE, true);
        assert!(!folds.is_folded(BlockId::TITLE));
    }
}
