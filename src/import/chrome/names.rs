//! Lines that name a body or an official and are no headline.

use super::MOST_WORDS;
use crate::import::extract::lexicon::LEXICON;

/// Whether a line is the name of a body: "Ministry of Fisheries", "Harbour Council".
pub fn is_body(text: &str) -> bool {
    let posts = &LEXICON.posts;
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(' ').collect();
    let is_small = |word: &str| LEXICON.counting.stops.contains(word);
    let is_name = words.len() <= MOST_WORDS
        && text.split(' ').all(|word| word.starts_with(char::is_uppercase) || is_small(word))
        && !words.iter().any(|word| posts.headline_verbs.contains(*word) && !is_small(word));
    let is_body = |word: &str| posts.ministries.contains(word) || posts.stays.contains(word);
    let [first, rest @ ..] = words.as_slice() else { return false };
    is_name
        && match rest.first() {
            // "Ministry of Fisheries"; "Council Adopts Plan" is none.
            Some(second) if is_body(first) => is_small(second),
            Some(_) => rest.last().is_some_and(|last| is_body(last)),
            None => false,
        }
}

/// Whether a line is a position and nothing else, or names somebody by a form of address: "Minister for
/// Defence", "The Hon Anna Lund MP".
pub fn is_official(text: &str) -> bool {
    let posts = &LEXICON.posts;
    let lower = text.to_lowercase();
    let mut words = lower.split([' ', '.', ',']).filter(|word| !word.is_empty()).peekable();
    let is_small = |word: &str| LEXICON.counting.stops.contains(word);
    if text.split(' ').count() > MOST_WORDS {
        return false;
    }
    let first = words.by_ref().find(|word| !is_small(word));
    let second = words.peek().copied().unwrap_or_default();
    let is_addressed = |word: &str| posts.stopped.contains(word);
    if first.is_some_and(|first| {
        is_addressed(first)
            || posts.heads.contains(first) && (second == "the" || is_addressed(second))
    }) {
        return true;
    }
    let is_post = |word: &str| {
        posts.heads.contains(word) || posts.modifiers.contains(word) || posts.fields.contains(word)
    };
    let head = first.into_iter().chain(words.clone()).any(|word| posts.heads.contains(word));
    head && first
        .into_iter()
        .chain(words)
        .all(|word| is_post(word) || is_small(word) || word == "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_and_officials_are_no_headlines() {
        for text in ["Harbour Council", "Government of Norway", "Ministry of Trade and Industry"] {
            assert!(is_body(text), "{text}");
        }
        for text in [
            "Minister for Foreign Affairs",
            "Deputy Prime Minister",
            "The Hon Anna Lund MP",
            "Senator the Hon Kari Berg",
        ] {
            assert!(is_official(text), "{text}");
        }
        for text in [
            "Ministers Meet in Oslo",
            "Prime Minister Visits Oslo",
            "Council Adopts Plan",
            "Minister Berg",
        ] {
            assert!(!is_body(text) && !is_official(text), "{text}");
        }
    }
}
