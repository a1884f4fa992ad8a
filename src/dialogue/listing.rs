//! A numbered list read out a few items at a time; the numbers may be typed.

use crate::release::{BlockId, FactId};

/// Items read out at once: what can be kept in mind.
const AT_ONCE: usize = 10;

/// Where an item leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// To a release, by its place in the list.
    Release(usize),
    /// To a block.
    Block(BlockId),
    /// To the words of a fact.
    Fact(FactId),
}

/// A numbered list, and how far it has been read out.
#[derive(Debug)]
pub(super) struct Listing {
    targets: Vec<Target>,
    shown: usize,
}

impl Listing {
    pub(super) fn new(targets: Vec<Target>) -> Self {
        Self { targets, shown: 0 }
    }

    /// The next items with their numbers, from 1; they count as read out.
    pub(super) fn next_page(&mut self) -> Vec<(usize, Target)> {
        let from = self.shown;
        self.shown = (from + AT_ONCE).min(self.targets.len());
        (from..self.shown).map(|index| (index + 1, self.targets[index])).collect()
    }

    /// How many items were read out.
    pub(super) fn shown(&self) -> usize {
        self.shown
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.targets.len()
    }

    pub(super) fn has_more(&self) -> bool {
        self.shown < self.targets.len()
    }

    /// Whether its items are releases.
    pub(super) fn is_of_releases(&self) -> bool {
        matches!(self.targets.first(), Some(Target::Release(_)))
    }

    /// Where a number that was typed leads.
    pub(super) fn target(&self, typed: &str) -> Option<Target> {
        let number: usize = typed.parse().ok()?;
        self.targets.get(number.checked_sub(1)?).copied()
    }
}
