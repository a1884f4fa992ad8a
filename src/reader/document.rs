//! An opened release with what follows from it alone; it never changes while it is open.

use std::sync::OnceLock;

use crate::annotations::Content;
use crate::library::Source;
use crate::release::{Addresses, BlockId, Release};
use crate::text::Clean;

/// A text of fewer bytes is short.
const SHORT_TEXT: u32 = 64 << 10;
/// Fewer facts are few.
const SHORT_FACTS: usize = 500;

/// A release as it was read, its addresses, and where it came from.
#[derive(Debug)]
pub struct Document {
    /// Where it was read from.
    pub source: Source,
    /// What it says.
    pub release: Release,
    /// The names of its blocks.
    pub addresses: Addresses,
    /// The bytes of text before each block in reading order, and after the last one.
    before: Vec<u32>,
    content: OnceLock<Content>,
}

impl Document {
    /// Prepares a release for reading.
    pub fn new(source: Source, release: Release) -> Self {
        let addresses = Addresses::of(&release.body);
        let mut before = Vec::with_capacity(release.body.len() + 2);
        let mut total = 0_u32;
        before.push(total);
        for order in 0..=release.body.len() {
            // An empty block still takes a line.
            let size = u32::try_from(release.text_of(BlockId::at(order)).len()).unwrap_or(u32::MAX);
            total = total.saturating_add(size.saturating_add(1));
            before.push(total);
        }
        Self { source, release, addresses, before, content: OnceLock::new() }
    }

    /// A number for what it says, by which it is known wherever its file is. Worked out when first
    /// asked for, which takes a few milliseconds for a very long release.
    pub fn content(&self) -> &Content {
        self.content.get_or_init(|| Content::of(&self.release))
    }

    /// How many blocks there are, the title counting as one.
    pub fn len(&self) -> usize {
        self.release.body.len() + 1
    }

    /// Never: there is always a title, if only an empty one.
    pub fn is_empty(&self) -> bool {
        false
    }

    /// Whether it is short enough to be examined as it is opened, in well under a millisecond.
    pub fn is_short(&self) -> bool {
        let facts = &self.release;
        let facts = facts.participants.len() + facts.dates.len() + facts.figures.len();
        self.before.last().is_some_and(|bytes| *bytes < SHORT_TEXT) && facts < SHORT_FACTS
    }

    /// The last block in reading order.
    pub fn last(&self) -> BlockId {
        BlockId::at(self.len() - 1)
    }

    /// How far into the text a byte of a block stands, in percent.
    pub fn percent(&self, block: BlockId, byte: usize) -> u32 {
        let total = self.before.last().copied().unwrap_or(1).max(1);
        let before = self.before.get(block.order()).copied().unwrap_or(total);
        let here = u64::from(before) + byte as u64;
        (here * 100 / u64::from(total)).min(100) as u32
    }

    /// The file's name as it may be shown.
    pub fn name(&self) -> Clean<'static> {
        self.source.name()
    }
}
