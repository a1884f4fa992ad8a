//! What a release says, as a number: a file that was moved or copied is known by it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::release::{BlockId, Release};

/// A number for the words of a release, their order and their nesting. Where its file lies and how
/// the file is spaced makes no difference. It is the same in every version of the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Content(String);

impl Content {
    /// The number of a release.
    pub fn of(release: &Release) -> Self {
        let mut sum = Sum::default();
        for order in 0..=release.body.len() {
            let id = BlockId::at(order);
            let block = id.index().and_then(|index| release.body.get(index));
            sum.word(block.map_or(0, |block| u64::from(block.depth) << 8 | block.kind as u64));
            sum.text(release.text_of(id).as_str());
            sum.text(block.and_then(|b| b.number.as_ref()).map_or("", |number| number.as_str()));
        }
        Self(format!("{:016x}", sum.0))
    }

    /// The number of some bytes.
    pub fn of_bytes(bytes: &[u8]) -> Self {
        let mut sum = Sum::default();
        sum.bytes(bytes);
        Self(format!("{:016x}", sum.0))
    }

    /// Its hexadecimal digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A checksum that takes eight bytes in a step: ten megabytes in a few milliseconds. It guards
/// against accidents, not against malice: two releases of one number only share a place.
struct Sum(u64);

impl Default for Sum {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Sum {
    fn word(&mut self, word: u64) {
        let mixed = (self.0 ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 29);
    }

    fn bytes(&mut self, bytes: &[u8]) {
        let mut words = bytes.chunks_exact(8);
        for word in &mut words {
            self.word(word.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)));
        }
        self.word(words.remainder().iter().fold(1, |word, byte| word << 8 | u64::from(*byte)));
    }

    /// The length goes in as well, so that texts cannot run into each other.
    fn text(&mut self, text: &str) {
        self.word(text.len() as u64);
        self.bytes(text.as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::parse;

    fn content(body: &str) -> Content {
        Content::of(&parse(&format!("Release(format: 1, title: \"T\", body: [{body}])")).unwrap())
    }

    #[test]
    fn it_depends_on_words_and_nesting_and_on_nothing_else() {
        let flat = content(r#"Paragraph(text: "ab"), Paragraph(text: "c")"#);
        assert_eq!(flat, content("\n\n Paragraph( text: \"ab\" ),\nParagraph(text: \"\\u{63}\"),"));
        for other in [
            r#"Paragraph(text: "a"), Paragraph(text: "bc")"#,
            r#"Paragraph(text: "abc")"#,
            r#"Paragraph(text: "ab", items: [Paragraph(text: "c")])"#,
            r#"Paragraph(text: "ab"), Note(text: "c")"#,
        ] {
            assert_ne!(flat, content(other), "{other}");
        }
    }

    #[test]
    fn it_is_the_same_in_every_version() {
        assert_eq!(content(r#"Paragraph(text: "word one")"#).as_str(), "b55c35270c4ba367");
    }
}
