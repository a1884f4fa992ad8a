//! Which releases of a list hold some words, whatever their case and accents, in any order.

use super::Entry;
use crate::text::fold::{self, Case};

/// What rows must contain.
#[derive(Debug, Clone, Default)]
pub struct Filter(Vec<String>);

impl Filter {
    /// A filter of what was typed: every word of it.
    pub fn new(typed: &str) -> Self {
        let words = typed.split_whitespace();
        Self(words.map(|word| fold::search(word, Case::Ignore).text).collect())
    }

    /// Whether an entry, as [`searched`], holds every word.
    pub fn fits(&self, searched: &str) -> bool {
        self.0.iter().all(|word| searched.contains(word.as_str()))
    }
}

/// The words of an entry's columns, made comparable.
pub fn searched(entry: &Entry) -> String {
    let words = match &entry.card {
        Ok(card) => format!(
            "{} {} {} {} {}",
            card.title, card.issuer, card.published, card.language, entry.name
        ),
        Err(reason) => format!("{} {reason}", entry.name),
    };
    fold::search(&words, Case::Ignore).text
}
