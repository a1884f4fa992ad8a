//! What became of each block of a release that was read again: found by its words, else by its
//! address. Works over the whole of both texts, so it is not for the way from a key to the screen.

use std::collections::{HashMap, VecDeque};

use super::document::Document;
use crate::release::BlockId;

/// What became of each block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// For each block of the old text in reading order, where it is now.
    now: Vec<Option<BlockId>>,
    /// Blocks whose words have changed.
    pub changed: usize,
    /// Blocks that are new, and blocks that are gone.
    pub came_or_went: usize,
    /// Whether nothing at all has changed, in the body or beside it.
    pub is_nothing: bool,
}

impl Revision {
    /// Compares a release with what it was.
    pub fn between(old: &Document, new: &Document) -> Self {
        let mut matching = Matching::new(old, new);
        matching.ends();
        matching.by_address_and_words();
        matching.by_words();
        let changed = matching.by_address();
        let gone = matching.now.iter().filter(|now| now.is_none()).count();
        let came = matching.taken.iter().filter(|taken| !**taken).count();
        let now = matching.now.into_iter().map(|order| order.map(BlockId::at)).collect();
        let is_nothing = old.release == new.release;
        Self { now, changed, came_or_went: gone + came, is_nothing }
    }

    /// Where a block is now.
    pub fn now(&self, block: BlockId) -> Option<BlockId> {
        self.now.get(block.order()).copied().flatten()
    }

    /// Where a block is now; for one that is gone, the nearest before it that is not.
    pub fn near(&self, block: BlockId) -> BlockId {
        let until = self.now.len().min(block.order() + 1);
        self.now[..until].iter().rev().find_map(|now| *now).unwrap_or(BlockId::TITLE)
    }
}

struct Matching<'a> {
    old: &'a Document,
    new: &'a Document,
    now: Vec<Option<usize>>,
    taken: Vec<bool>,
}

impl<'a> Matching<'a> {
    fn new(old: &'a Document, new: &'a Document) -> Self {
        Self { old, new, now: vec![None; old.len()], taken: vec![false; new.len()] }
    }

    fn is_same(&self, old: usize, new: usize) -> bool {
        let text = |document: &'a Document, order| document.release.text_of(BlockId::at(order));
        text(self.old, old) == text(self.new, new)
    }

    fn pair(&mut self, old: usize, new: usize) {
        self.now[old] = Some(new);
        self.taken[new] = true;
    }

    /// What did not change before the first change and after the last one: nearly everything.
    fn ends(&mut self) {
        let shorter = self.now.len().min(self.taken.len());
        let start = (0..shorter).take_while(|i| self.is_same(*i, *i)).count();
        for order in 0..start {
            self.pair(order, order);
        }
        let (old, new) = (self.now.len(), self.taken.len());
        let room = shorter - start;
        let end = (1..=room).take_while(|i| self.is_same(old - i, new - i)).count();
        for i in 1..=end {
            self.pair(old - i, new - i);
        }
    }

    fn unpaired(&self) -> Vec<usize> {
        (0..self.now.len()).filter(|old| self.now[*old].is_none()).collect()
    }

    /// The block of the new text that has an old one's address and is not spoken for.
    fn at_address_of(&self, old: usize) -> Option<usize> {
        let address = self.old.addresses.name(BlockId::at(old));
        let new = self.new.addresses.block(address.as_str())?.order();
        (!self.taken[new]).then_some(new)
    }

    fn by_address_and_words(&mut self) {
        for old in self.unpaired() {
            if let Some(new) = self.at_address_of(old).filter(|new| self.is_same(old, *new)) {
                self.pair(old, new);
            }
        }
    }

    /// Words that stand somewhere else now, equal ones in their order.
    fn by_words(&mut self) {
        let mut free: HashMap<&str, VecDeque<usize>> = HashMap::new();
        for new in (0..self.taken.len()).filter(|new| !self.taken[*new]) {
            let text = self.new.release.text_of(BlockId::at(new)).as_str();
            free.entry(text).or_default().push_back(new);
        }
        for old in self.unpaired() {
            let text = self.old.release.text_of(BlockId::at(old)).as_str();
            if let Some(new) = free.get_mut(text).and_then(VecDeque::pop_front) {
                self.pair(old, new);
            }
        }
    }

    /// What has other words at its address; how many those are.
    fn by_address(&mut self) -> usize {
        let mut changed = 0;
        for old in self.unpaired() {
            if let Some(new) = self.at_address_of(old) {
                self.pair(old, new);
                changed += 1;
            }
        }
        changed
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::library::Source;
    use crate::release::parse;

    fn document(paragraphs: &[&str]) -> Document {
        let body: Vec<String> = paragraphs
            .iter()
            .enumerate()
            .map(|(i, text)| format!("Numbered(number: \"{}\", text: {text:?})", i + 1))
            .collect();
        let text = format!("Release(format: 1, title: \"T\", body: [{}])", body.join(","));
        Document::new(Source::text("a.ron", &text), parse(&text).unwrap())
    }

    /// Where blocks are now, title first, with how many changed and how many came or went.
    fn check(old: &[&str], new: &[&str], expected: &str, counts: (usize, usize)) {
        let revision = Revision::between(&document(old), &document(new));
        let now: Vec<String> = (0..=old.len())
            .map(|order| match revision.now(BlockId::at(order)) {
                Some(block) => block.order().to_string(),
                None => "-".to_owned(),
            })
            .collect();
        assert_eq!(now.join(" "), expected);
        assert_eq!((revision.changed, revision.came_or_went), counts);
    }

    #[test]
    fn blocks_are_followed_by_their_words_and_else_by_their_address() {
        check(&["a", "b", "c"], &["a", "b", "c"], "0 1 2 3", (0, 0));
        check(&["a", "b", "c"], &["a", "B", "c"], "0 1 2 3", (1, 0));
        check(&["a", "b", "c"], &["x", "a", "b", "c"], "0 2 3 4", (0, 1));
        check(&["a", "b", "c"], &["a", "c"], "0 1 - 2", (0, 1));
        check(&["a", "b", "c"], &["c", "b", "a"], "0 3 2 1", (0, 0));
        check(&["a", "a", "b"], &["x", "a", "b"], "0 1 2 3", (1, 0));
        check(&["a", "b"], &[], "0 - -", (0, 2));
        check(&["", "b"], &["", "", "b"], "0 1 3", (0, 1));
    }

    #[test]
    fn what_is_gone_leads_to_what_was_before_it() {
        let revision = Revision::between(&document(&["a", "b", "c"]), &document(&["a"]));
        assert_eq!(revision.near(BlockId::at(3)), BlockId::at(1));
        assert!(!revision.is_nothing);
        let same = Revision::between(&document(&["a", "b"]), &document(&["a", "b"]));
        assert!(same.is_nothing);
        let turned = Revision::between(&document(&["a", "b"]), &document(&["b", "a"]));
        assert!(!turned.is_nothing);
    }

    proptest! {
        #[test]
        fn no_two_blocks_become_one(
            old in prop::collection::vec("[abc]{0,2}", 0..12),
            new in prop::collection::vec("[abc]{0,2}", 0..12),
        ) {
            let texts = |all: &[String]| document(&all.iter().map(String::as_str).collect::<Vec<_>>());
            let (old, new) = (texts(&old), texts(&new));
            let revision = Revision::between(&old, &new);
            let all = (0..old.len()).map(BlockId::at);
            let mut now: Vec<BlockId> = all.filter_map(|block| revision.now(block)).collect();
            let count = now.len();
            now.sort();
            now.dedup();
            prop_assert_eq!(now.len(), count);
            prop_assert!(now.iter().all(|block| block.order() < new.len()));
            let came_or_went = old.len() - count + new.len() - count;
            prop_assert_eq!(revision.came_or_went, came_or_went);
        }
    }
}
