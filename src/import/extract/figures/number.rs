//! A number in digits or words, with its magnitude; nothing about what it counts.

use super::{Line, Rule, Sighting, label};
use crate::import::extract::lexicon::LEXICON;
use crate::import::extract::token::Shape;

/// A number read from words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    /// Its value; of a range the lower end.
    pub value: f64,
    /// The upper end of a range.
    pub max: Option<f64>,
    /// The word after it.
    pub end: usize,
    /// Whether a magnitude such as "million" belongs to it.
    pub magnitude: bool,
    /// Whether it is printed in digits.
    pub digits: bool,
}

/// The number that begins here, a range's second end included.
pub fn read(line: &Line<'_>, at: usize) -> Option<Number> {
    let mut first = single(line, at)?;
    let between = line.before(at, 1) == "between"
        || line.before(at, 2) == "between"
        || line.before(at, 3) == "between";
    let joint = match line.tokens.get(first.end) {
        Some(token) if token.is("-") || token.is("–") || token.is("~") => 1,
        Some(token) if token.lower() == "to" || token.lower() == "and" && between => 1,
        _ => return Some(first),
    };
    // A sign that stands before both ends: "$2 and $3 billion".
    let mut next = first.end + joint;
    while line
        .tokens
        .get(next)
        .is_some_and(|t| t.shape == Shape::Sign && matches!(t.text, "$" | "€" | "£"))
    {
        next += 1;
    }
    let Some(second) = single(line, next) else { return Some(first) };
    let mut low = first.value;
    if second.magnitude && !first.magnitude && second.value > 0.0 {
        low *= scale(line, second.end);
    }
    if second.value <= low || line.word(first.end) == "to" && !second.digits {
        return Some(first);
    }
    first.value = low;
    first.max = Some(second.value);
    first.end = second.end;
    first.magnitude |= second.magnitude;
    Some(first)
}

/// What the magnitudes before a word multiply by.
fn scale(line: &Line<'_>, end: usize) -> f64 {
    let mut scale = 1.0;
    let mut at = end;
    while at > 0
        && let Some(power) = LEXICON.numbers.magnitudes.get(line.word(at - 1))
    {
        scale *= 10f64.powi(power.cast_signed());
        at -= 1;
    }
    scale
}

fn single(line: &Line<'_>, at: usize) -> Option<Number> {
    let token = line.tokens.get(at)?;
    if token.shape == Shape::Number {
        return digits(line, at);
    }
    in_words(line, at)
}

fn digits(line: &Line<'_>, at: usize) -> Option<Number> {
    let groups = groups(line, at);
    let mut end = at + groups;
    let plain = match groups {
        1 => plain_digits(line.tokens[at].text)?,
        _ => line.tokens[at..end].iter().map(|token| token.text).collect(),
    };
    let mut power = 0;
    while let Some(next) = line.tokens.get(end) {
        let one_letter = next.lower().len() == 1;
        let Some(found) = LEXICON.numbers.magnitudes.get(next.lower()) else { break };
        // "5 m" is five metres; "$5m" is five million.
        if one_letter && (next.spaced || !has_sign_before(line, at)) {
            break;
        }
        power += found;
        end += 1;
    }
    // The decimal text is parsed once, so that 2.16 billion is exactly that.
    let value: f64 = format!("{plain}e{power}").parse().ok()?;
    value.is_finite().then_some(Number {
        value,
        max: None,
        end,
        magnitude: power > 0,
        digits: true,
    })
}

/// How many words a number of digits takes: "556 774" is one number in two.
fn groups(line: &Line<'_>, at: usize) -> usize {
    const MOST: usize = 6;
    let is_plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let first = line.tokens[at].text;
    if first.len() > 3 || !is_plain(first) || first.starts_with('0') {
        return 1;
    }
    let rest = line.tokens[at + 1..].iter().take(MOST);
    let rest =
        rest.take_while(|token| token.spaced && token.text.len() == 3 && is_plain(token.text));
    1 + rest.count()
}

fn has_sign_before(line: &Line<'_>, at: usize) -> bool {
    at > 0
        && line.tokens[at - 1].shape == Shape::Sign
        && matches!(line.tokens[at - 1].text, "$" | "€" | "£" | "¥" | "₩")
}

/// Digits with their commas out; `None` where the commas part no thousands.
fn plain_digits(text: &str) -> Option<String> {
    if !text.contains(',') {
        return (text.matches('.').count() <= 1 && text.len() <= 40).then(|| text.to_owned());
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let grouped =
        (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3) && text.len() <= 40;
    grouped.then(|| {
        format!(
            "{}{}{fraction}",
            whole.replace(',', ""),
            if fraction.is_empty() { "" } else { "." }
        )
    })
}

/// "fifty-seven", "two hundred and ten", "three million".
fn in_words(line: &Line<'_>, at: usize) -> Option<Number> {
    const LONGEST: usize = 12;
    let numbers = &LEXICON.numbers;
    let (mut total, mut part, mut end) = (0u64, 0u64, at);
    let mut magnitude = false;
    while end < line.tokens.len() && end - at < LONGEST {
        let word = line.word(end);
        if line.tokens[end].shape == Shape::Sign || line.tokens[end].shape == Shape::Number {
            break;
        }
        if let Some(value) = cardinal(word) {
            if end > at && part % 100 != 0 && !magnitude {
                break;
            }
            part = part.saturating_add(value);
        } else if let Some(power) =
            numbers.magnitudes.get(word).filter(|_| word.len() > 2 && end > at)
        {
            let scale = 10u64.saturating_pow(*power);
            magnitude = true;
            if *power == 2 {
                part = part.max(1).saturating_mul(100);
            } else {
                total = total.saturating_add(part.max(1).saturating_mul(scale));
                part = 0;
            }
        } else if word == "and" && magnitude && cardinal(line.word(end + 1)).is_some() {
        } else {
            break;
        }
        end += 1;
    }
    let value = total.saturating_add(part);
    (end > at).then_some(Number {
        value: value as f64,
        max: None,
        end,
        magnitude: total > 0,
        digits: false,
    })
}

/// The value of "seven" or "fifty-seven".
pub fn cardinal(word: &str) -> Option<u64> {
    let cardinals = &LEXICON.numbers.cardinals;
    if let Some(value) = cardinals.get(word) {
        return Some(*value);
    }
    let (tens, ones) = word.split_once('-')?;
    let (tens, ones) = (*cardinals.get(tens)?, *cardinals.get(ones)?);
    (tens >= 20 && tens % 10 == 0 && (1..10).contains(&ones)).then_some(tens + ones)
}

/// "two-fold", "ten-fold", "3-fold", "twofold": a multiple.
pub fn fold(line: &Line<'_>, at: usize) -> Option<(Sighting, usize)> {
    let word = line.word(at);
    let (value, end) = if let Some(stem) = word.strip_suffix("fold") {
        (cardinal(stem.trim_end_matches('-'))? as f64, at + 1)
    } else {
        let dash = usize::from(line.is(at + 1, "-"));
        let follows =
            matches!(line.word(at + 1 + dash), "fold") && line.tokens[at].shape == Shape::Number;
        if !follows {
            return None;
        }
        (digits(line, at)?.value, at + 2 + dash)
    };
    let range = line.tokens[at].start..line.tokens[end - 1].end;
    let label = label::after(line, end).or_else(|| label::before(line, at));
    let sighting = Sighting {
        order: line.order,
        range,
        value,
        value_max: None,
        unit: "times".into(),
        label,
        period: None,
        rule: Rule::Multiple,
        doubt: None,
    };
    Some((sighting, end))
}
