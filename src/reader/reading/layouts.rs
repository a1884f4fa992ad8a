//! The layouts of the blocks seen lately, by place in reading order.

use super::layout::Layout;
use crate::release::BlockId;

/// Layouts kept before those out of view are dropped; many screens' worth at any size.
const MOST: usize = 2_000;

/// Layouts made and kept.
///
/// A screen asks for some of them a few times for every key, so looking one up is indexing.
#[derive(Debug)]
pub struct Layouts {
    by_order: Vec<Option<Box<Layout>>>,
    made: Vec<BlockId>,
}

impl Layouts {
    /// No layouts yet, of so many blocks.
    pub fn new(blocks: usize) -> Self {
        let mut by_order = Vec::new();
        by_order.resize_with(blocks, || None);
        Self { by_order, made: Vec::new() }
    }

    /// The layout of a block, if it was made.
    pub fn get(&self, block: BlockId) -> Option<&Layout> {
        self.by_order.get(block.order())?.as_deref()
    }

    /// Keeps the layout of a block.
    pub fn keep(&mut self, block: BlockId, layout: Layout) {
        if let Some(slot) = self.by_order.get_mut(block.order()) {
            *slot = Some(Box::new(layout));
            self.made.push(block);
        }
    }

    /// Whether there are so many that those out of view should go.
    pub fn are_many(&self) -> bool {
        self.made.len() > MOST
    }

    /// Drops all but the layouts of some blocks.
    pub fn keep_only(&mut self, keep: impl Fn(BlockId) -> bool) {
        let by_order = &mut self.by_order;
        self.made.retain(|block| {
            let kept = keep(*block);
            if !kept {
                by_order[block.order()] = None;
            }
            kept
        });
    }
}
