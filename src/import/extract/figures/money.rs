//! Money and shares: a number with a currency's sign or word, or with per cent.

use super::number::Number;
use super::{Line, Rule, Sighting, label};
use crate::import::extract::lexicon::LEXICON;
use crate::import::extract::token::Token;

/// Money: a sign before the number or a word after it.
pub fn find(line: &Line<'_>, at: usize, number: &Number) -> Option<(Sighting, usize)> {
    let start = line.tokens[at].start;
    let end = line.tokens[number.end - 1].end;
    let (code, from, to, next) = match sign_before(&line.text[..start]) {
        Some((code, length)) => (code, start - length, end, number.end),
        None => {
            let (code, words) = word_after(line, number.end)?;
            let next = number.end + words;
            (code, start, line.tokens[next - 1].end, next)
        }
    };
    let label = label::of_money(line, at, next);
    let period = label::period(line, next);
    let sighting = Sighting {
        order: line.order,
        range: from..to,
        value: number.value,
        value_max: number.max,
        unit: code,
        label,
        period,
        rule: Rule::Money,
        doubt: None,
    };
    Some((sighting, next))
}

/// The currency whose sign ends the text, and how many bytes that and the space after take.
fn sign_before(text: &str) -> Option<(String, usize)> {
    let trimmed = text.trim_end_matches([' ', '\u{a0}']);
    let space = text.len() - trimmed.len();
    if space > 2 {
        return None;
    }
    let mut best: Option<(&str, usize)> = None;
    for (sign, currency) in LEXICON.signs_ending_in(trimmed.chars().next_back()?) {
        let Some(rest) = trimmed.strip_suffix(sign) else { continue };
        let before = rest.chars().next_back();
        let longer = best.is_none_or(|(_, length)| sign.len() > length);
        // A sign of letters is a word of its own.
        let letters = sign.starts_with(char::is_alphabetic);
        let apart = !letters || before.is_none_or(|c| !c.is_alphanumeric());
        let spaced = space == 0 || sign.len() > 1 || !letters;
        if longer && apart && spaced {
            best = Some((&currency.0, sign.len()));
        }
    }
    best.map(|(code, length)| (code.to_owned(), length + space))
}

/// The currency that the words here name, and how many there are.
fn word_after(line: &Line<'_>, at: usize) -> Option<(String, usize)> {
    for length in (1..=3).rev() {
        let Some(words) = line.tokens.get(at..at + length) else { continue };
        let phrase = words.iter().map(Token::lower).collect::<Vec<_>>().join(" ");
        if phrase.is_empty() {
            continue;
        }
        if let Some(currency) = LEXICON.currency_after(&phrase) {
            return Some((currency.0.clone(), length));
        }
    }
    None
}

/// "18 percent", "4.5%", "3 percentage points".
pub fn share(line: &Line<'_>, at: usize, number: &Number) -> Option<(Sighting, usize)> {
    let next = number.end;
    let points = |at: usize| matches!(line.word(at), "point" | "points");
    let (unit, end) = if line.is(next, "%") || line.is(next, "％") {
        if matches!(line.word(next + 1), "p" | "pt" | "pts") && !line.tokens[next + 1].spaced {
            ("percentage points", next + 2)
        } else {
            ("%", next + 1)
        }
    } else {
        match line.word(next) {
            "percent" | "pct" | "percentage" if points(next + 1) => ("percentage points", next + 2),
            "percent" | "pct" => ("%", next + 1),
            "per" if line.word(next + 1) == "cent" => ("%", next + 2),
            "times" if number.value > 1.0 => ("times", next + 1),
            _ => return None,
        }
    };
    let label = label::after(line, end).or_else(|| label::before(line, at));
    let sighting = Sighting {
        order: line.order,
        range: line.tokens[at].start..line.tokens[end - 1].end,
        value: number.value,
        value_max: number.max,
        unit: unit.into(),
        label,
        period: label::period(line, end),
        rule: if unit == "times" { Rule::Multiple } else { Rule::Share },
        doubt: None,
    };
    Some((sighting, end))
}
