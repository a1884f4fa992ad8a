//! Where a phrase ends that begins after a number.

use super::super::Line;
use super::words::{is_adverb, is_number, is_past, is_predicate, is_small, is_time};
use crate::import::extract::token::Shape;

/// The longest label, in words.
pub const LONGEST: usize = 6;

/// The end of the phrase that begins here; with "of" it goes on, and before a name with "in" or "to".
pub fn end(line: &Line<'_>, start: usize) -> usize {
    let mut end = start;
    while end < line.tokens.len() && end - start < LONGEST {
        let token = &line.tokens[end];
        let is_part = token.shape != Shape::Sign || token.is("-");
        // A number is the beginning of another figure, or of a date.
        if !is_part || is_number(line, end) && !is_named_by_number(line, start, end) {
            break;
        }
        if end > start && is_predicate(line, end) {
            break;
        }
        // "in Africa created 300 jobs": the verb of the sentence.
        let is_small_next = line.tokens.get(end + 1).is_none_or(|next| {
            next.shape == Shape::Sign || is_small(next.lower()) || is_number(line, end + 1)
        });
        if end > start && is_past(line, end) && is_small_next {
            break;
        }
        let ties = token.lower() == "of" || end > start && leads_to_name(line, end);
        if is_small(token.lower()) && !ties && !is_tied_article(line, start, end) {
            break;
        }
        end += 1;
    }
    let is_open = |at: usize| {
        let token = &line.tokens[at];
        token.shape == Shape::Sign || is_small(token.lower()) || is_adverb(line, at)
    };
    while end > start && is_open(end - 1) {
        end -= 1;
    }
    end
}

/// "the" in "War in the Pacific": between a tie and a name.
fn is_tied_article(line: &Line<'_>, start: usize, at: usize) -> bool {
    at > start + 1
        && matches!(line.word(at), "the" | "its" | "their" | "our")
        && (line.word(at - 1) == "of" || leads_to_name(line, at - 1))
}

/// "in Ukraine", "to the Republic": no month.
fn leads_to_name(line: &Line<'_>, at: usize) -> bool {
    let name = at + 1 + usize::from(line.word(at + 1) == "the");
    matches!(line.word(at), "in" | "to" | "for" | "with")
        && line.tokens.get(name).is_some_and(|token| {
            token.is_capital() && !is_time(token.lower()) && !line.headline
                || token.is_capital() && line.word(at) == "in" && !is_time(token.lower())
        })
}

/// "Expo 2030", "Boeing 737": a number inside a name, with no sign at it.
fn is_named_by_number(line: &Line<'_>, start: usize, at: usize) -> bool {
    let apart = |at: usize| {
        line.tokens
            .get(at)
            .is_none_or(|token| token.spaced || matches!(token.text, "." | "," | ")"))
    };
    at > start
        && line.tokens[at].shape == Shape::Number
        && line.tokens[at - 1].is_capital()
        && !is_time(line.word(at - 1))
        && line.tokens[at].spaced
        && apart(at + 1)
}
