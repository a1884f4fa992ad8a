//! The problems of an open release, as a list to go through.

use super::reading::Reading;
use crate::release::place::{Locus, ReleaseField};
use crate::release::{BlockId, FactId};

/// Problems beyond this many are not listed; `check` names them all.
pub const MOST_PROBLEMS: usize = 1_000;

/// Where the reader is in the list of problems.
#[derive(Debug, Default)]
pub struct Problems {
    /// The problem under the cursor.
    pub cursor: usize,
}

/// What in the release a problem is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// The release as a whole.
    Release,
    /// A block.
    Block(BlockId),
    /// A fact.
    Fact(FactId),
}

/// What a locus is about.
pub fn about(locus: Locus) -> About {
    match locus {
        Locus::Block(block, _) | Locus::Cell(block, ..) => About::Block(block),
        Locus::Release(ReleaseField::Title) => About::Block(BlockId::TITLE),
        Locus::Fact(fact, _) | Locus::Mention(fact, ..) => About::Fact(fact),
        Locus::Release(_) | Locus::Version(..) | Locus::Topic(_) => About::Release,
    }
}

impl Problems {
    /// Moves the cursor by rows, stopping at the ends.
    pub fn step(&mut self, reading: &Reading, by: isize) {
        let last = reading.problems().len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
    }
}
