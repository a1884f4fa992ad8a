//! A person's name as a run of words: capitals that are words of no list, initials, small words between.

use super::word::Words;
use super::{Rule, Sighting};
use crate::import::extract::lexicon::LEXICON;
use crate::import::extract::token::Shape;

/// The most words of a name.
const LONGEST: usize = 7;

/// A name in a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Its first word, forms of address left out.
    pub start: usize,
    /// The word after its last one.
    pub end: usize,
    /// How many words it has, styles and endings such as `Jr.` left out.
    pub tokens: usize,
    /// Whether a form of address stands before it.
    pub addressed: bool,
    /// Whether it is in the possessive.
    pub possessive: bool,
}

impl Name {
    /// Its words in lower case, without styles.
    pub fn key(&self, words: &Words<'_>) -> Vec<String> {
        let token = |at: usize| words.tokens[at].lower().replace(['.', '-'], "");
        (self.start..self.end)
            .filter(|at| !words.class(*at).style && words.tokens[*at].shape != Shape::Sign)
            .map(token)
            .collect()
    }
}

/// Whether a name may begin at a word.
pub fn begins(words: &Words<'_>, at: usize) -> bool {
    at_words(words, at, false).is_some()
}

/// The name that begins at a word, forms of address and ranks before it skipped.
pub fn at(words: &Words<'_>, at: usize) -> Option<Name> {
    at_words(words, at, true)
}

fn at_words(words: &Words<'_>, at: usize, skip_address: bool) -> Option<Name> {
    let mut start = at;
    while skip_address
        && words.class(start).address
        && words.is_capital(start)
        && !words.class(start).style
    {
        start += 1;
        if words.is(start, ".") {
            start += 1;
        }
    }
    let addressed = start > at;
    let mut end = start;
    let mut count = 0;
    while end < words.tokens.len() && end - start < LONGEST {
        let Some(length) = part(words, start, end) else { break };
        count += usize::from(!words.class(end).style && !words.tokens[end].is_initial());
        end += length;
        if words.tokens[end - 1].possessive {
            break;
        }
    }
    while end > start && is_dangling(words, end - 1) {
        end -= 1;
    }
    if count == 0 || end == start || !(start..end).any(|i| is_word_of_name(words, i)) {
        return None;
    }
    end = with_ending(words, end);
    let tokens = (start..end).filter(|i| !words.class(*i).style).count();
    let possessive = words.tokens[end - 1].possessive;
    Some(Name { start, end, tokens, addressed, possessive })
}

/// How many words a part of a name takes here.
fn part(words: &Words<'_>, start: usize, at: usize) -> Option<usize> {
    let token = &words.tokens[at];
    let class = words.class(at);
    if at > start && !token.spaced {
        return None;
    }
    if token.is_capital() && class.style && words.is_capital(at + 1) && at == start {
        return Some(1);
    }
    if token.is_initial() && token.text != "A" && token.text != "I" {
        return Some(1);
    }
    if is_word_of_name(words, at) {
        return Some(1);
    }
    if at > start && is_nickname(words, at) {
        return Some(4);
    }
    let hyphened = token
        .lower()
        .split_once('-')
        .is_some_and(|(first, _)| LEXICON.posts.particles.contains(first));
    if hyphened && token.shape == Shape::Word {
        return Some(1);
    }
    let small = class.particle && at > start
        || class.particle
            && at == start
            && matches!(
                token.text,
                "al" | "el" | "de" | "van" | "von" | "Al" | "El" | "De" | "Van" | "Von"
            );
    let follows = (at + 1..at + 3).any(|i| words.is_capital(i) && words.tokens[i].spaced)
        && words.tokens.get(at + 1).is_some_and(|t| t.shape != Shape::Sign);
    (small && follows && matches!(token.shape, Shape::Word | Shape::Capital)).then_some(1)
}

/// `"Bob"` between a first name and the last, whatever else that may be.
fn is_nickname(words: &Words<'_>, at: usize) -> bool {
    let quotes = [("\"", "\""), ("“", "”")];
    quotes.iter().any(|(open, close)| words.is(at, open) && words.is(at + 2, close))
        && words.is_capital(at + 1)
        && words.is_capital(at + 3)
        && is_word_of_name(words, at - 1)
        && !words.class(at + 3).headline_verb
}

/// A word that only a name, or nothing that is known, would be.
fn is_word_of_name(words: &Words<'_>, at: usize) -> bool {
    let Some(token) = words.tokens.get(at).filter(|token| token.is_capital()) else { return false };
    let class = words.class(at);
    if class.calendar || token.text.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let in_headline = words.is_headline() && class.headline_verb;
    // A Korean family name wins over the same word's other meaning when a given name follows.
    let given = words.tokens.get(at + 1).filter(|next| next.is_capital() && next.spaced);
    if class.surname
        && given.is_some_and(|next| next.text.contains('-') || !words.class(at + 1).is_post_word())
        && !in_headline
    {
        return true;
    }
    let known = class.is_post_word() && !class.surname
        || class.country
        || class.address && token.text.ends_with('.');
    let is_acronym = token.is_acronym()
        && !given.is_some_and(|next| {
            !next.is_acronym() && token.text.len() > 2 && !words.class(at + 1).is_post_word()
        });
    !known
        && !in_headline
        && !is_acronym
        && !is_function_word(token.lower())
        && token.text.chars().count() > 1
}

fn is_function_word(word: &str) -> bool {
    const OTHERS: [&str; 23] = [
        "today",
        "yesterday",
        "meanwhile",
        "however",
        "moreover",
        "furthermore",
        "additionally",
        "also",
        "he",
        "she",
        "they",
        "we",
        "i",
        "it",
        "both",
        "all",
        "according",
        "following",
        "regarding",
        "after",
        "in",
        "on",
        "earlier",
    ];
    (LEXICON.is_small_word(word) && !LEXICON.posts.korean_surnames.contains(word))
        || OTHERS.contains(&word)
}

/// A small word or initial at the end of a run ends no name.
fn is_dangling(words: &Words<'_>, at: usize) -> bool {
    let class = words.class(at);
    class.particle && !words.is_capital(at)
}

/// `Jr.`, `III`, with or without a comma.
fn with_ending(words: &Words<'_>, end: usize) -> usize {
    const ENDINGS: [&str; 6] = ["jr", "sr", "ii", "iii", "iv", "v"];
    let is_ending = |at: usize| {
        words
            .tokens
            .get(at)
            .is_some_and(|token| ENDINGS.contains(&token.lower()) && token.is_capital())
    };
    if is_ending(end) && words.tokens[end].spaced {
        return end + 1;
    }
    if words.is(end, ",")
        && words.tokens.get(end + 1).is_some_and(|token| matches!(token.lower(), "jr" | "sr"))
    {
        return end + 2;
    }
    end
}

/// The name that ends before a word.
pub fn ending(words: &Words<'_>, end: usize) -> Option<Name> {
    let first = end.saturating_sub(LONGEST);
    // The longest run whose name reaches to the end.
    (first..end).find_map(|start| {
        let before = start.checked_sub(1);
        let runs_on = before.is_some_and(|at| {
            is_word_of_name(words, at) && words.tokens[start].spaced && !words.tokens[at].possessive
        });
        let name = at(words, start)?;
        (name.end == end && !runs_on && name.start - start <= 3).then_some(name)
    })
}

/// Names without a position: after a form of address, beside a verb of speech, before a colon in a
/// transcript, after "counterpart".
pub fn find(words: &Words<'_>, known: &[Sighting]) -> Vec<Sighting> {
    let mut found = Vec::new();
    let taken = |at: usize| {
        let place = words.tokens[at].start;
        let next = known.partition_point(|s| s.name.start <= place);
        known[next.saturating_sub(3)..next].iter().any(|s| s.name.contains(&place))
    };
    let mut at = 0;
    while at < words.tokens.len() {
        let Some(name) = self::at(words, at).filter(|name| !taken(name.start)) else {
            at += 1;
            continue;
        };
        let spoke = |i: usize| {
            words
                .tokens
                .get(i)
                .is_some_and(|t| t.shape == Shape::Word && LEXICON.posts.speech.contains(t.lower()))
        };
        let quoted = at > 1
            && spoke(at - 1)
            && matches!(words.tokens[at - 2].text, "”" | "\"" | "’" | "," | ".");
        // "her Norwegian counterpart, Kari Berg,"
        let comma = usize::from(at > 1 && words.is(at - 1, ","));
        let counterpart =
            at.checked_sub(1 + comma).filter(|place| words.says(*place, "counterpart"));
        let full = name.tokens >= 2 && !words.is_headline();
        let rule = if name.addressed && is_person_address(words, at) {
            Some(Rule::FormOfAddressBeforeName)
        } else if full && counterpart.is_some() {
            Some(Rule::NameAfterCounterpart)
        } else if full && (spoke(name.end) || quoted) {
            Some(Rule::NameBesideAVerbOfSpeech)
        } else {
            None
        };
        if let Some(rule) = rule {
            found.push(bare(words, &name, rule, counterpart));
        }
        at = name.end;
    }
    found
}

/// A form of address that only people have.
fn is_person_address(words: &Words<'_>, at: usize) -> bool {
    let word = words.tokens[at].lower();
    LEXICON.posts.stopped.contains(word) || matches!(word, "miss" | "madam")
}

fn bare(words: &Words<'_>, name: &Name, rule: Rule, counterpart: Option<usize>) -> Sighting {
    let range = words.tokens[name.start].start..words.tokens[name.end - 1].end;
    let affiliation = counterpart.and_then(|at| {
        let place = at.checked_sub(1)?;
        let (country, _) = words.country(place)?;
        Some(super::Affiliation::Named(LEXICON.countries[country.country].1.clone()))
    });
    Sighting {
        order: words.passage.order,
        quote: range.clone(),
        name: range,
        key: name.key(words),
        title: None,
        affiliation,
        rule,
        headline: words.is_headline(),
    }
}
