//! Counts: a number and the noun it counts, which is the last plural before the phrase ends.

use super::number::Number;
use super::{Line, Rule, Sighting, label};
use crate::import::extract::lexicon::LEXICON;
use crate::import::extract::token::{Shape, Token};

/// The longest phrase between a number and the end of its noun, in words.
const LONGEST: usize = 8;
/// What "one" begins without counting anything.
const IDIOMS: [&str; 30] = [
    "hand",
    "way",
    "voice",
    "step",
    "place",
    "time",
    "another",
    "thing",
    "point",
    "part",
    "side",
    "reason",
    "example",
    "aspect",
    "other",
    "more",
    "last",
    "final",
    "single",
    "key",
    "major",
    "important",
    "side's",
    "who",
    "that",
    "such",
    "word",
    "half",
    "roof",
    "s",
];

/// A count of people or things.
pub fn find(line: &Line<'_>, at: usize, number: &Number) -> Option<(Sighting, usize)> {
    if is_reference(line, at, number) || is_item(line, at, number) || is_share(line, at) {
        return None;
    }
    if let Some(measured) = measure(line, at, number) {
        return Some(measured);
    }
    let Some(noun) = noun(line, at, number) else { return toll(line, at, number) };
    let one = noun.singular.as_str();
    let counting = &LEXICON.counting;
    if counting.durations.contains(one) || is_parties(line, at, number, &noun) {
        return None;
    }
    let (unit, end) = rate(line, noun.unit, noun.end);
    let sighting = Sighting {
        order: line.order,
        range: line.tokens[at].start..line.tokens[end - 1].end,
        value: number.value,
        value_max: number.max,
        unit,
        label: label::of_count(line, at, number.end..end),
        period: label::period(line, end),
        rule: Rule::NumberAndNoun,
        doubt: doubt(line, at, number),
    };
    Some((sighting, end))
}

/// Why a count may be none.
fn doubt(line: &Line<'_>, at: usize, number: &Number) -> Option<&'static str> {
    let one = number.value <= 1.0 && !number.digits;
    let one = one.then_some("\"one\" may be no count here");
    let named =
        || is_named(line, at, number).then_some("the number may belong to the name before it");
    one.or_else(named)
}

/// `MoUs` keeps its capitals; other nouns are in lower case.
fn as_printed(line: &Line<'_>, at: usize) -> String {
    let token = &line.tokens[at];
    let acronym = token.text.chars().filter(|c| c.is_uppercase()).count() > 1;
    if acronym { token.text.to_owned() } else { token.lower().to_owned() }
}

struct Noun {
    unit: String,
    singular: String,
    end: usize,
    /// How many words it takes with its adjectives.
    words: usize,
}

/// The noun that a number counts.
fn noun(line: &Line<'_>, at: usize, number: &Number) -> Option<Noun> {
    let start = number.end;
    let last = (start + LONGEST).min(line.tokens.len());
    if line.tokens.get(start).is_some_and(|token| !token.spaced && token.shape != Shape::Sign) {
        // "10km", "5G": only a measure stands without a space.
        let unit = LEXICON.counting.plurals.get(line.word(start))?;
        return Some(Noun { unit: unit.clone(), singular: unit.clone(), end: start + 1, words: 1 });
    }
    let mut head = None;
    let mut place = start;
    while place < last {
        let token = &line.tokens[place];
        let word = token.lower();
        if let Some(end) = post_of_two(line, place) {
            head = Some(end);
            break;
        }
        if !passes(line, place, head.is_some()) {
            break;
        }
        let plural = is_plural(line, place);
        if head.is_some() && !plural {
            break;
        }
        if plural {
            head = Some(place + 1);
        }
        if token.possessive || word.is_empty() && head.is_some() {
            break;
        }
        place += 1;
    }
    let end = head.or_else(|| single(line, at, number, place))?;
    let noun = line.word(end - 1);
    let whole = line.words(start, end).to_lowercase();
    let unit = if LEXICON.posts.heads.contains(&whole) && whole.contains(' ') {
        whole
    } else {
        LEXICON.counting.plurals.get(noun).cloned().unwrap_or_else(|| {
            if is_plural(line, end - 1) { as_printed(line, end - 1) } else { in_plural(noun) }
        })
    };
    Some(Noun { singular: in_singular(noun), unit, end, words: end - start })
}

/// "Chargé d'affaires": a position of two words, alike in the plural.
fn post_of_two(line: &Line<'_>, at: usize) -> Option<usize> {
    let pair = line.words(at, (at + 2).min(line.tokens.len())).to_lowercase().replace('’', "'");
    (pair.contains("d'affaires") && LEXICON.posts.heads.contains(&pair)).then_some(at + 2)
}

/// Whether the phrase goes on over a word.
fn passes(line: &Line<'_>, at: usize, has_head: bool) -> bool {
    let token = &line.tokens[at];
    if token.shape == Shape::Sign {
        let quote = matches!(token.text, "“" | "‘");
        let list = token.is(",")
            && !has_head
            && line.tokens.get(at + 1).is_some_and(|next| {
                next.shape == Shape::Word && !LEXICON.counting.stops.contains(next.lower())
            })
            && at > 0
            && line.tokens[at - 1].shape == Shape::Word;
        return !has_head && (quote || list || token.is("-") && !token.spaced);
    }
    if token.shape == Shape::Number {
        return false;
    }
    let joins = token.lower() == "and"
        && !has_head
        && line.tokens.get(at + 1).is_some_and(|next| {
            next.shape == Shape::Word && !LEXICON.counting.stops.contains(next.lower())
        });
    joins || !LEXICON.counting.stops.contains(token.lower()) && !is_verb(token.lower())
}

/// Words in -ed before any plural are adjectives; after a number at once they are verbs.
fn is_verb(word: &str) -> bool {
    matches!(
        word,
        "said"
            | "says"
            | "met"
            | "held"
            | "made"
            | "became"
            | "goes"
            | "shows"
            | "remains"
            | "stands"
            | "comes"
    )
}

fn is_plural(line: &Line<'_>, at: usize) -> bool {
    let token = &line.tokens[at];
    let word = token.lower();
    let counting = &LEXICON.counting;
    if token.shape == Shape::Sign || token.shape == Shape::Number {
        return false;
    }
    let acronyms = token
        .text
        .strip_suffix('s')
        .is_some_and(|stem| stem.len() > 1 && stem.ends_with(char::is_uppercase));
    if counting.plurals.contains_key(word) || acronyms {
        return true;
    }
    let ends = word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is")
        && word.len() > 2;
    ends && !counting.not_plural.contains(word)
        && !counting.stops.contains(word)
        && !token.is_acronym()
        && (!token.possessive)
        && LEXICON.country(token.text).is_none_or(|country| country.adjective)
}

/// "one Counsellor": the word before the phrase ends.
fn single(line: &Line<'_>, at: usize, number: &Number, end: usize) -> Option<usize> {
    let length = end - number.end;
    let is_one = (number.value - 1.0).abs() < f64::EPSILON && number.end == at + 1;
    let ends_clause = line.tokens.get(end).is_none_or(|token| {
        token.shape == Shape::Sign || LEXICON.counting.stops.contains(token.lower())
    });
    if !is_one
        || !(1..=3).contains(&length)
        || !ends_clause
        || IDIOMS.contains(&line.word(number.end))
        || IDIOMS.contains(&line.word(end - 1))
    {
        return None;
    }
    // Of lower-case words only those that a count in the same sentence goes with.
    let noun = &line.tokens[end - 1];
    let named = noun.is_capital() && !line.headline;
    let counted = line.before(at, 1) == "and"
        || line.before(at, 1) == "least"
        || line.tokens[at].shape == Shape::Number;
    ((named || counted) && noun.shape != Shape::Sign && noun.lower().len() > 2).then_some(end)
}

/// "12-ton", "10-member": a measure with a hyphen.
fn measure(line: &Line<'_>, at: usize, number: &Number) -> Option<(Sighting, usize)> {
    let dash = line.is(number.end, "-") && !line.tokens[number.end].spaced;
    let word = line.word(number.end + 1);
    let part = word.split('-').next().unwrap_or_default();
    if !dash || !LEXICON.counting.measures.contains(part) {
        return None;
    }
    let token = &line.tokens[number.end + 1];
    let sighting = Sighting {
        order: line.order,
        range: line.tokens[at].start..token.start + part.len(),
        value: number.value,
        value_max: number.max,
        unit: if part == "person" { "people".into() } else { in_plural(part) },
        label: label::after(line, number.end + 2),
        period: None,
        rule: Rule::NumberAndMeasure,
        doubt: None,
    };
    Some((sighting, number.end + 2))
}

/// "tons/year", "tons per year".
fn rate(line: &Line<'_>, unit: String, end: usize) -> (String, usize) {
    let joint = line.is(end, "/") && !line.tokens[end].spaced || line.word(end) == "per";
    let time = line.word(end + 1);
    if joint && LEXICON.counting.durations.contains(time) {
        return (format!("{unit}/{time}"), end + 2);
    }
    (unit, end)
}

/// A number alone beside a word for the dead, hurt or gathered.
fn toll(line: &Line<'_>, at: usize, number: &Number) -> Option<(Sighting, usize)> {
    let counting = &LEXICON.counting;
    let from = at.saturating_sub(8);
    let told = (from..at).rev().find(|i| counting.tolls.contains(line.word(*i)));
    let cut = told.is_none_or(|told| {
        (told..at).any(|i| line.is(i, ".") || line.is(i, ";") || line.is(i, ","))
    });
    let ends = line.tokens.get(number.end).is_none_or(|token| match token.shape {
        Shape::Sign => !matches!(token.text, "-" | "%" | "/" | ":"),
        Shape::Word => token.spaced,
        _ => false,
    });
    if cut || !ends || !(number.digits || number.magnitude) || number.value < 2.0 {
        return None;
    }
    let after = line.word(number.end);
    let end = if counting.tolls.contains(after) { number.end + 1 } else { number.end };
    let sighting = Sighting {
        order: line.order,
        range: line.tokens[at].start..line.tokens[end - 1].end,
        value: number.value,
        value_max: number.max,
        unit: "people".into(),
        label: told.and_then(|told| label::of_toll(line, told)),
        period: None,
        rule: Rule::Toll,
        doubt: Some("the number stands alone; taken for people from the words before it"),
    };
    Some((sighting, end))
}

/// Whether words around make a number a reference, an item's number, a time or part of a name.
fn is_reference(line: &Line<'_>, at: usize, number: &Number) -> bool {
    let before = line.before(at, 1);
    let counting = &LEXICON.counting;
    if number.digits && counting.references.contains(before) && !line.tokens[at - 1].possessive {
        return true;
    }
    let sign =
        at.checked_sub(1).map(|i| &line.tokens[i]).filter(|token| token.shape == Shape::Sign);
    let after = line.tokens.get(number.end);
    let bracketed = sign.is_some_and(|s| s.text == "(") && after.is_some_and(|t| t.is(")"));
    let in_code = sign.is_some_and(|s| {
        matches!(s.text, "#" | ":" | "/" | "-" | "–" | "’" | "'" | "+" | "." | "@" | "=")
            && !line.tokens[at].spaced
            && at > 1
            && !line.tokens[at - 1].spaced
    });
    let opens_code = after.is_some_and(|t| {
        matches!(t.text, ":" | "/" | "@")
            && !t.spaced
            && line.tokens.get(number.end + 1).is_some_and(|n| n.shape == Shape::Number)
    });
    let date_like = after.is_some_and(|t| matches!(t.text, "-" | "–") && !t.spaced)
        && line.tokens.get(number.end + 1).is_some_and(|n| n.shape == Shape::Number);
    let named = is_named(line, at, number);
    let follows_noun = (number.end..(number.end + 3).min(line.tokens.len()))
        .any(|i| is_plural(line, i) && !line.tokens[i].is_capital());
    bracketed || in_code || opens_code || date_like || named && (line.headline || !follows_noun)
}

/// `5 Risks remain balanced`: the number of a paragraph, printed without a full stop.
fn is_item(line: &Line<'_>, at: usize, number: &Number) -> bool {
    const LARGEST: f64 = 99.0;
    let names_item = |next: &Token<'_>| {
        next.is_capital()
            && !next.is_acronym()
            && !["an", "ese", "ish", "ern"].iter().any(|ending| next.text.ends_with(ending))
            && LEXICON.country(next.text).is_none()
            && !LEXICON.counting.plurals.contains_key(next.lower())
    };
    let begins = at == 0 && number.end == 1 && number.digits && !number.magnitude;
    begins
        && !line.headline
        && number.max.is_none()
        && number.value <= LARGEST
        && line.tokens.get(1).is_some_and(names_item)
}

/// "nine in ten harbours", "two out of three": a share, of which the second number counts nothing.
fn is_share(line: &Line<'_>, at: usize) -> bool {
    let back = match (line.before(at, 2), line.before(at, 1)) {
        ("out", "of") => 3,
        (_, "in") => 2,
        _ => return false,
    };
    let Some(first) = at.checked_sub(back) else { return false };
    let small = line.tokens[first].text.parse::<u32>().is_ok_and(|value| value <= 20);
    small || LEXICON.numbers.cardinals.contains_key(line.word(first))
}

/// A capital before a number makes a name: "Boeing 737".
fn is_named(line: &Line<'_>, at: usize, number: &Number) -> bool {
    number.digits
        && !number.magnitude
        && at > 0
        && line.tokens[at - 1].is_capital()
        && line.tokens[at].spaced
        && !is_approximate(line.before(at, 1))
        && !begins_sentence(line, at - 1)
}

fn begins_sentence(line: &Line<'_>, at: usize) -> bool {
    at == 0 || line.is(at - 1, ".") || line.is(at - 1, "“")
}

fn is_approximate(word: &str) -> bool {
    matches!(
        word,
        "some"
            | "about"
            | "over"
            | "nearly"
            | "approximately"
            | "around"
            | "roughly"
            | "almost"
            | "only"
            | "than"
            | "least"
            | "most"
            | "all"
            | "these"
            | "those"
            | "the"
            | "of"
            | "with"
            | "for"
            | "in"
            | "and"
            | "by"
            | "to"
            | "from"
            | "at"
            | "up"
    )
}

/// "the two sides", "our three countries": who speaks, not how many.
fn is_parties(line: &Line<'_>, at: usize, number: &Number, noun: &Noun) -> bool {
    let known = LEXICON.counting.parties.contains(noun.singular.as_str());
    let before = line.before(at, 1);
    let definite = matches!(
        before,
        "the" | "our" | "both" | "these" | "those" | "their" | "between" | "all" | "said"
    );
    known
        && ((number.value - 2.0).abs() < f64::EPSILON
            && noun.words <= 3
            && (noun.words == 1 || definite)
            || definite && number.value <= 9.0 && noun.words <= 2)
}

/// The singular of a noun, as far as its ending tells.
fn in_singular(noun: &str) -> String {
    if let Some(stem) = noun.strip_suffix("ies") {
        return format!("{stem}y");
    }
    for ending in ["sses", "ches", "shes", "xes"] {
        if noun.ends_with(ending) {
            return noun[..noun.len() - 2].to_owned();
        }
    }
    noun.strip_suffix('s').unwrap_or(noun).to_owned()
}

/// The plural of a noun.
pub fn in_plural(noun: &str) -> String {
    if let Some(unit) = LEXICON.counting.plurals.get(noun) {
        return unit.clone();
    }
    match noun {
        "foot" => return "feet".into(),
        "child" => return "children".into(),
        _ => {}
    }
    if noun.ends_with('s') && noun.len() > 3 && !noun.ends_with("ss") {
        return noun.to_owned();
    }
    let consonant_y = noun.ends_with('y')
        && !noun.ends_with("ay")
        && !noun.ends_with("ey")
        && !noun.ends_with("oy");
    if consonant_y {
        return format!("{}ies", &noun[..noun.len() - 1]);
    }
    if ["s", "x", "ch", "sh"].iter().any(|ending| noun.ends_with(ending)) {
        return format!("{noun}es");
    }
    format!("{noun}s")
}
