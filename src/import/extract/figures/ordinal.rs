//! Ordinals: anniversaries, and editions of events that recur. First and second as mere order are none.

use super::{Line, Rule, Sighting, label};
use crate::import::extract::lexicon::LEXICON;
use crate::import::extract::token::Shape;

/// How far ahead the event's word may stand.
const REACH: usize = 9;

/// The ordinal here.
pub fn find(line: &Line<'_>, at: usize) -> Option<(Sighting, usize)> {
    let (value, end, digits) = read(line, at)?;
    let (start, last) = (line.tokens[at].start, line.tokens[end - 1].end);
    if line.is_dated(start, last) {
        return None;
    }
    let word = line.word(end);
    if matches!(word, "anniversary" | "birthday" | "anniversaries") {
        let unit = if word == "birthday" { return None } else { "anniversary" };
        let label = label::after(line, end + 1);
        return Some(sighting(line, (at, end + 1), value, (unit, label, Rule::Anniversary)));
    }
    if word == "of" && line.word(end + 1) == "its" && line.word(end + 2) == "kind" {
        return Some(sighting(
            line,
            (at, end),
            value,
            ("ordinal", label::before(line, at), Rule::Edition),
        ));
    }
    let event = event(line, end, value, digits)?;
    let label = line.words(end, event).to_owned();
    Some(sighting(line, (at, end), value, ("ordinal", Some(label), Rule::Edition)))
}

fn sighting(
    line: &Line<'_>,
    place: (usize, usize),
    value: u64,
    what: (&str, Option<String>, Rule),
) -> (Sighting, usize) {
    let (at, end) = place;
    let sighting = Sighting {
        order: line.order,
        range: line.tokens[at].start..line.tokens[end - 1].end,
        value: value as f64,
        value_max: None,
        unit: what.0.to_owned(),
        label: what.1,
        period: None,
        rule: what.2,
        doubt: None,
    };
    (sighting, end)
}

/// `14th`, "ninth", "twenty-first": value, the word after, whether in digits.
fn read(line: &Line<'_>, at: usize) -> Option<(u64, usize, bool)> {
    let token = &line.tokens[at];
    if token.shape == Shape::Number {
        let ending = line.tokens.get(at + 1).filter(|next| !next.spaced)?;
        let value = token.text.parse().ok()?;
        return matches!(ending.lower(), "st" | "nd" | "rd" | "th").then_some((
            value,
            at + 2,
            true,
        ));
    }
    let ordinals = &LEXICON.numbers.ordinals;
    let word = token.lower();
    if let Some(value) = ordinals.get(word) {
        return Some((*value, at + 1, false));
    }
    let (tens, ones) = word.split_once('-')?;
    let tens = LEXICON.numbers.cardinals.get(tens)?;
    let ones = ordinals.get(ones).filter(|ones| **ones < 10)?;
    Some((tens + ones, at + 1, false))
}

/// Where the name of the event that an ordinal counts ends.
fn event(line: &Line<'_>, from: usize, value: u64, digits: bool) -> Option<usize> {
    let last = (from + REACH).min(line.tokens.len());
    // A word counts editions only of what has a name: "ninth Political Consultation".
    if !digits
        && !line
            .tokens
            .get(from)
            .is_some_and(|next| next.is_capital() || value > 2 && named_after(line, from))
    {
        return None;
    }
    let mut capitals = 0;
    let mut found = None;
    for at in from..last {
        let token = &line.tokens[at];
        if token.shape == Shape::Sign
            && !matches!(
                token.text,
                "-" | "–" | "/" | "(" | ")" | "“" | "‘" | "’" | "'" | "&" | "."
            )
        {
            break;
        }
        let small = matches!(token.lower(), "of" | "and" | "for" | "on" | "the" | "in");
        if token.shape == Shape::Word && !small && LEXICON.counting.stops.contains(token.lower()) {
            break;
        }
        capitals += usize::from(token.is_capital());
        let event = LEXICON.counting.events.contains(token.lower());
        let named = token.is_capital() || capitals > 0 || named_after(line, at) && value > 2;
        if event && (named || digits && value > 2) && token.shape != Shape::Sign {
            found = Some(at + 1);
        } else if found.is_some() && !token.is_capital() && !small {
            break;
        }
        // A position's ordinal: "First Deputy Minister".
        if LEXICON.posts.heads.contains(token.lower())
            && token.is_capital()
            && found.is_none()
            && at <= from + 2
            && !event
        {
            return None;
        }
    }
    found
}

/// "third meeting of the Joint Commission"
fn named_after(line: &Line<'_>, at: usize) -> bool {
    let of = line.word(at + 1) == "of";
    let article = usize::from(line.word(at + 2) == "the");
    of && line.tokens.get(at + 2 + article).is_some_and(super::super::token::Token::is_capital)
}
