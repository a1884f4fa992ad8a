//! The place of a fault: the word, the string or the bracket that a message is about.

use std::ops::Range;

use crate::release::lex::{self, Token};

/// The last place before an offset where a word stands as a whole.
pub fn word_before(source: &str, at: usize, word: &str) -> Range<usize> {
    let head = &source[..source.floor_char_boundary(at)];
    let whole = |start: &usize| {
        let end = start + word.len();
        let is_part = |c: char| c.is_alphanumeric() || c == '_';
        !source[..*start].ends_with(is_part) && !source[end..].starts_with(is_part)
    };
    let found = head.rmatch_indices(word).map(|(start, _)| start).find(whole);
    found.map_or_else(|| token_at(source, at), |start| start..start + word.len())
}

/// The token at an offset, or the next one after it.
pub fn token_at(source: &str, at: usize) -> Range<usize> {
    let next = lex::tokens(source, 0).find(|(_, range)| range.end > at);
    next.map_or(source.len()..source.len(), |(_, range)| range)
}

/// What a message says stands there.
pub fn found(source: &str, span: &Range<usize>) -> String {
    match source.get(span.clone()).map(shortened) {
        Some(found) if !found.is_empty() => format!("`{found}`"),
        _ => "the end of the file".to_owned(),
    }
}

/// The token that holds the byte before an offset when it is a word, else the token at it.
pub fn word_or_token(source: &str, at: usize) -> Range<usize> {
    let word = word_ending(source, at);
    if word.end == at && !word.is_empty() { word } else { token_at(source, at) }
}

/// The brackets open at an offset, outermost first.
pub fn open_brackets(source: &str, at: usize) -> Vec<(char, usize)> {
    let mut open = Vec::new();
    for (token, range) in lex::tokens(source, 0).take_while(|(_, range)| range.start < at) {
        match token {
            Token::Mark(c @ ('(' | '[' | '{')) => open.push((c, range.start)),
            Token::Mark(')' | ']' | '}') => _ = open.pop(),
            _ => {}
        }
    }
    open
}

pub fn closing(bracket: char) -> char {
    match bracket {
        '[' => ']',
        '{' => '}',
        _ => ')',
    }
}

/// The name before the bracket that the bracket at an offset closes, else the opening bracket.
pub fn head_of_group(source: &str, at: usize) -> Range<usize> {
    let Some((_, open)) = open_brackets(source, at).pop() else { return token_at(source, at) };
    let name = word_ending(source, open);
    if name.end == open && !name.is_empty() { name } else { open..open + 1 }
}

/// The last string that begins before an offset.
pub fn text_before(source: &str, at: usize) -> Option<Range<usize>> {
    let before = lex::tokens(source, 0).take_while(|(_, range)| range.start < at);
    before.filter(|(token, _)| matches!(token, Token::Text { .. })).last().map(|(_, range)| range)
}

/// The word that ends at or before an offset.
pub fn word_ending(source: &str, at: usize) -> Range<usize> {
    let before = lex::tokens(source, 0).take_while(|(_, range)| range.start < at);
    before.filter(|(token, _)| *token == Token::Word).last().map_or(at..at, |(_, range)| range)
}

/// The beginning of some words.
pub fn shortened(text: &str) -> String {
    let short: String = text.chars().take(24).collect();
    if short.len() < text.len() { format!("{short}…") } else { short }
}
