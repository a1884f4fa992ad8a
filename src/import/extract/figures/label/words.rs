//! Kinds of words that make labels, part them, or say nothing.

use super::super::Line;
use crate::import::extract::lexicon::LEXICON;
use crate::import::extract::token::Shape;

/// Whether a number begins here, in digits or in letters, or a word that belongs to one.
pub fn is_number(line: &Line<'_>, at: usize) -> bool {
    line.tokens.get(at).is_some_and(|token| token.shape == Shape::Number)
        || LEXICON.numbers.magnitudes.contains_key(line.word(at)) && line.word(at).len() > 2
        || LEXICON.numbers.cardinals.contains_key(line.word(at))
        || matches!(line.word(at), "percent" | "percentage" | "cent" | "prozent")
}

/// Whether a word names a time.
pub fn is_time(word: &str) -> bool {
    let one = word.strip_suffix('s').unwrap_or(word);
    LEXICON.months.contains_key(word)
        || LEXICON.counting.durations.contains(one)
        || word.len() > 5 && word.ends_with("day")
        || matches!(word, "fy" | "spring" | "summer" | "autumn" | "winter")
}

/// Whether a word ends no label and is none alone.
pub fn is_empty(word: &str) -> bool {
    LEXICON.labels.empty.contains(word) || LEXICON.labels.verbs.contains(word)
}

/// Whether a word parts phrases: small words, those of other languages among them.
pub fn is_small(word: &str) -> bool {
    let article = word.split_once(['\'', '’']).map_or("", |(article, _)| article);
    LEXICON.counting.stops.contains(word)
        || LEXICON.labels.relations.contains(word)
        || LEXICON.labels.foreign.contains(word)
        || matches!(article, "d" | "l" | "qu")
}

/// Whether a word looks like a verb in the past: "provided".
pub fn is_past(line: &Line<'_>, at: usize) -> bool {
    line.tokens.get(at).is_some_and(|token| {
        token.shape == Shape::Word && token.text.len() > 4 && token.text.ends_with("ed")
    })
}

/// Whether a word says how or when: "early", "slightly". A name never does.
pub fn is_adverb(line: &Line<'_>, at: usize) -> bool {
    let token = &line.tokens[at];
    let ends_so = token.text.len() > 4 && token.text.ends_with("ly");
    token.shape == Shape::Word
        && (LEXICON.labels.adverbs.contains(token.text)
            || ends_so && !LEXICON.labels.ly_nouns.contains(token.text))
}

/// Whether a word is the verb of what stands before it: a form that is nothing else, or the bare form of a
/// verb behind a plural, "harbours lie".
pub fn is_predicate(line: &Line<'_>, at: usize) -> bool {
    let token = &line.tokens[at];
    let is_plural = |word: &str| word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
    let labels = &LEXICON.labels;
    let is_bare = |word: &str| {
        labels.bare.contains(word) || labels.verbs.contains(word) && !word.ends_with('s')
    };
    token.shape == Shape::Word
        && (labels.predicates.contains(token.text)
            || is_bare(token.text) && is_plural(line.before(at, 1)))
}
