//! A place in a release by address and by words, so that it can be found after a correction.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::release::{Addresses, BlockId, Release};

/// The most bytes of a block's beginning that are kept to know it by.
const WORDS: usize = 160;

/// Two blocks of which this share of words is common say the same thing, corrected.
const ALIKE: f64 = 0.5;

/// A place in a release.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// The address of the block.
    pub at: String,
    /// How the block begins.
    pub words: String,
    /// The byte of the block's text where the line began.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub byte: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_zero(byte: &u32) -> bool {
    *byte == 0
}

/// What became of an anchor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attached {
    /// The words are where they were.
    Held(BlockId),
    /// The words are at another address.
    Moved(BlockId),
    /// The block at the address says something similar.
    Changed(BlockId),
    /// Neither the words nor anything similar at the address is there.
    Lost,
}

impl Attached {
    /// The block, unless it is lost.
    pub fn block(self) -> Option<BlockId> {
        match self {
            Self::Held(block) | Self::Moved(block) | Self::Changed(block) => Some(block),
            Self::Lost => None,
        }
    }
}

impl Anchor {
    /// The anchor of a block, and of a byte of its text.
    pub fn of(release: &Release, addresses: &Addresses, block: BlockId, byte: u32) -> Self {
        let text = release.text_of(block).as_str();
        let words = text[..text.floor_char_boundary(WORDS)].to_owned();
        Self { at: addresses.name(block).to_string(), words, byte }
    }

    /// Whether it is the first line of a release.
    pub fn is_start(&self) -> bool {
        self.at == "title" && self.byte == 0
    }

    /// Where the anchor is now: at its address if the words are there, else at the nearest block
    /// that begins with them, else at its address if what is there is similar.
    pub fn find(&self, release: &Release, addresses: &Addresses) -> Attached {
        let here = addresses.block(&self.at);
        if let Some(block) = here.filter(|block| self.is_said_by(release, *block)) {
            return Attached::Held(block);
        }
        // Words that are none, or a bullet's two letters, stand in too many places.
        if self.words.trim().chars().count() > 3 {
            let near = here.map_or(0, BlockId::order);
            let all = (0..=release.body.len()).map(BlockId::at);
            let said = all.filter(|block| self.is_said_by(release, *block));
            if let Some(block) = said.min_by_key(|block| block.order().abs_diff(near)) {
                return Attached::Moved(block);
            }
        }
        match here.filter(|block| self.is_like(release, *block)) {
            Some(block) => Attached::Changed(block),
            None => Attached::Lost,
        }
    }

    fn is_said_by(&self, release: &Release, block: BlockId) -> bool {
        let text = release.text_of(block).as_str();
        if self.words.len() + 4 <= WORDS {
            text == self.words
        } else {
            text.starts_with(&self.words)
        }
    }

    fn is_like(&self, release: &Release, block: BlockId) -> bool {
        let text = release.text_of(block).as_str();
        // Twice as much, so that words put in before these do not push them all out.
        let text = &text[..text.floor_char_boundary(2 * WORDS)];
        let (ours, theirs) = (words(&self.words), words(text));
        if ours.is_empty() || theirs.is_empty() {
            return ours.is_empty() && theirs.is_empty();
        }
        let common = ours.intersection(&theirs).count();
        common as f64 >= ALIKE * ours.len() as f64
    }
}

fn words(text: &str) -> HashSet<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::parse;

    fn release(paragraphs: &[&str]) -> Release {
        let body: Vec<String> = paragraphs
            .iter()
            .enumerate()
            .map(|(i, text)| format!("Numbered(number: \"{}\", text: {text:?})", i + 1))
            .collect();
        let text = format!("Release(format: 1, title: \"T\", body: [{}])", body.join(","));
        parse(&text).unwrap()
    }

    #[track_caller]
    fn check(before: &[&str], at: &str, after: &[&str], expected: &str) {
        let old = release(before);
        let addresses = Addresses::of(&old.body);
        let anchor = Anchor::of(&old, &addresses, addresses.block(at).unwrap(), 0);
        let new = release(after);
        let addresses = Addresses::of(&new.body);
        let found = match anchor.find(&new, &addresses) {
            Attached::Held(block) => format!("held {}", addresses.name(block)),
            Attached::Moved(block) => format!("moved {}", addresses.name(block)),
            Attached::Changed(block) => format!("changed {}", addresses.name(block)),
            Attached::Lost => "lost".to_owned(),
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn words_are_followed_where_they_go() {
        let before = ["The ministers met.", "They agreed on trade.", "A dinner was given."];
        check(&before, "2", &before, "held 2");
        check(&before, "2", &["New.", "The ministers met.", "They agreed on trade."], "moved 3");
        check(&before, "2", &["x", "They agreed on trade and visas.", "y"], "changed 2");
        check(&before, "2", &["x", "Nothing of the kind.", "y"], "lost");
        check(&before, "3", &["The ministers met."], "lost");
        check(&before, "title", &[], "held title");
    }

    #[test]
    fn of_equal_blocks_the_nearest_is_taken() {
        let before = ["Same words.", "other", "Same words."];
        check(&before, "3", &["Same words.", "other", "more", "Same words.", "z"], "moved 4");
        check(&before, "1", &["z", "Same words.", "other", "Same words."], "moved 2");
    }

    #[test]
    fn a_word_or_two_are_not_looked_for_elsewhere() {
        check(&["ab", "c"], "1", &["c", "ab"], "lost");
        check(&["", "c"], "1", &["", "c"], "held 1");
    }

    #[test]
    fn a_long_block_is_known_by_its_beginning() {
        let long = "word ".repeat(200);
        let longer = format!("{long}and more");
        check(&[&long], "1", &["x", &longer], "moved 2");
    }
}
