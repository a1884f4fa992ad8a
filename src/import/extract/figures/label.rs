//! What a figure is of, in the sentence's own words; for a reader, never compared with anything.

use super::Line;
use crate::import::extract::lexicon::LEXICON;
use crate::import::extract::token::Shape;

/// The longest label, in words.
const LONGEST: usize = 6;

/// "in humanitarian assistance", "of relief supplies": the words after a preposition.
pub fn after(line: &Line<'_>, at: usize) -> Option<String> {
    let start = at + usize::from(matches!(line.word(at), "in" | "for" | "of" | "on"));
    let start = start
        + usize::from(matches!(line.word(start), "the" | "a" | "an" | "its" | "their" | "our"));
    phrase(line, start)
}

/// The words that go on from here to the end of their phrase.
fn phrase(line: &Line<'_>, start: usize) -> Option<String> {
    let mut end = start;
    while end < line.tokens.len() && end - start < LONGEST {
        let token = &line.tokens[end];
        let goes_on = token.shape != Shape::Sign || token.is("-");
        if !goes_on || LEXICON.counting.stops.contains(token.lower()) && token.lower() != "of" {
            break;
        }
        end += 1;
    }
    while end > start && matches!(line.word(end - 1), "of" | "") {
        end -= 1;
    }
    let says_nothing = end == start + 1 && line.tokens[start].shape == Shape::Number;
    (end > start && !says_nothing).then(|| line.words(start, end).to_owned())
}

/// The words before, back to where their phrase begins.
pub fn before(line: &Line<'_>, at: usize) -> Option<String> {
    let mut end = at;
    let skip = |at: usize| {
        line.tokens[at].shape == Shape::Sign && !line.is(at, ".")
            || matches!(
                line.word(at),
                "than"
                    | "more"
                    | "some"
                    | "about"
                    | "by"
                    | "to"
                    | "of"
                    | "a"
                    | "the"
                    | "at"
                    | "over"
                    | "nearly"
                    | "worth"
                    | "valued"
                    | "totaling"
                    | "totalling"
                    | "us"
                    | "up"
            )
            || LEXICON.currencies.iter().any(|currency| currency.0 == line.tokens[at].text)
    };
    while end > 0 && at - end < 6 && skip(end - 1) {
        end -= 1;
    }
    let mut start = end;
    while start > 0 && end - start < LONGEST - 1 {
        let token = &line.tokens[start - 1];
        if token.shape == Shape::Sign || LEXICON.counting.stops.contains(token.lower()) {
            break;
        }
        start -= 1;
    }
    let says_nothing = end == start + 1 && line.tokens[start].shape == Shape::Number;
    (end > start && !says_nothing).then(|| line.words(start, end).to_owned())
}

/// What money is for: the phrase around it says so on one side or the other.
pub fn of_money(line: &Line<'_>, at: usize, next: usize) -> Option<String> {
    let closes =
        line.is(next, ")") || line.is(next, ".") || line.is(next, ",") || next >= line.tokens.len();
    let verb_after = matches!(
        line.word(next),
        "through" | "by" | "over" | "from" | "until" | "with" | "and" | "that"
    );
    if closes || verb_after {
        return before(line, at);
    }
    after(line, next).or_else(|| before(line, at))
}

/// "in 2018", "by 2030": the time right after a number.
pub fn period(line: &Line<'_>, at: usize) -> Option<String> {
    let is_time = matches!(line.word(at), "in" | "by" | "through" | "until" | "during" | "since");
    let year = line
        .tokens
        .get(at + 1)
        .filter(|token| token.shape == Shape::Number && token.text.len() == 4)?;
    (is_time && year.text.starts_with(['1', '2'])).then(|| year.text.to_owned())
}
