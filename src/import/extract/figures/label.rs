//! What a figure is of, in the sentence's own words; for a reader, and to tell equal numbers apart. Words
//! that only repeat the figure, a verb alone or a time say nothing: better no label than such a one.

pub mod eastern;
mod phrase;
mod words;

use std::ops::Range;

use self::phrase::LONGEST;
use self::words::{is_adverb, is_empty, is_number, is_past, is_predicate, is_small, is_time};
use super::Line;
use crate::import::extract::lexicon::LEXICON;
use crate::import::extract::token::Shape;

/// How many words may stand between commas after a number.
const LONGEST_INSERTION: usize = 10;

/// Words that lead from a number to what it is of.
const LEADING: [&str; 4] = ["in", "for", "of", "on"];
/// Words that tie what is counted to a place or a purpose.
const TYING: [&str; 11] =
    ["of", "in", "for", "from", "across", "on", "at", "between", "against", "under", "within"];
/// Words before a number that only say how exact it is.
const ROUGH: [&str; 17] = [
    "some",
    "about",
    "over",
    "more",
    "than",
    "nearly",
    "almost",
    "around",
    "approximately",
    "roughly",
    "up",
    "to",
    "at",
    "least",
    "a",
    "the",
    "only",
];
/// Verbs after which a verb stands.
const BEFORE_VERBS: [&str; 10] =
    ["will", "would", "can", "could", "may", "might", "shall", "should", "must", "to"];
/// "in humanitarian assistance", "of relief supplies": the words after a preposition.
pub fn after(line: &Line<'_>, at: usize) -> Option<String> {
    let is_led = LEADING.contains(&line.word(at));
    let start = object(line, at + usize::from(is_led));
    let is_verb = !is_led && (is_past(line, start) || opens_clause(line, start));
    phrase_at(line, start).filter(|_| !is_verb)
}

/// "go to small firms", "help farmers": a verb that is said of what stands before the number.
fn opens_clause(line: &Line<'_>, at: usize) -> bool {
    at < line.tokens.len() && is_predicate(line, at)
}

/// Past an article or what stands in its place.
fn object(line: &Line<'_>, at: usize) -> usize {
    let is_article = |word: &str| {
        matches!(word, "the" | "a" | "an" | "its" | "their" | "our" | "both")
            || LEXICON.labels.foreign.contains(word)
    };
    (at..line.tokens.len()).find(|at| !is_article(line.word(*at))).unwrap_or(at)
}

/// The words that go on from here to the end of their phrase.
fn phrase_at(line: &Line<'_>, start: usize) -> Option<String> {
    let end = phrase::end(line, start);
    (end > start && says_something(line, start..end)).then(|| line.words(start, end).to_owned())
}

/// Whether a word before a number is a verb, an adverb or a filling.
fn ends_no_label(line: &Line<'_>, at: usize) -> bool {
    is_past(line, at) || is_adverb(line, at) || is_empty(line.word(at)) || is_predicate(line, at)
}

/// Whether words are more than a time, a verb or a filling.
fn says_something(line: &Line<'_>, words: Range<usize>) -> bool {
    let first = line.word(words.start);
    let is_filling = |at: usize| {
        let word = line.word(at);
        is_empty(word)
            || is_past(line, at)
            || line.tokens[at].shape != Shape::Capital && word.len() < 2
    };
    let last = line.word(words.end - 1);
    let text = line.words(words.start, words.end);
    // Of scripts whose small words are not known no phrase can be told.
    let is_latin = text
        .chars()
        .filter(|c| c.is_alphabetic())
        .all(|c| c < '\u{250}' || matches!(c, '\u{1e00}'..='\u{1eff}'));
    let noun = text.chars().any(char::is_alphabetic);
    let is_timed = is_time(first)
        || is_time(last)
        || is_empty(first) && words.clone().any(|at| is_time(line.word(at)));
    noun && is_latin && !is_timed && !words.clone().all(is_filling)
}

/// Where what is said of how exact a number is begins: at the number, if nothing is.
fn rough(line: &Line<'_>, at: usize) -> usize {
    let mut start = at;
    while start > 0 && at - start < LONGEST && ROUGH.contains(&line.word(start - 1)) {
        start -= 1;
    }
    start
}

/// "of" or "of the" inside a phrase that ends later: "the economy of the coast".
fn is_of(line: &Line<'_>, at: usize, end: usize) -> bool {
    let inside = at + 1 < end && at > 0;
    let article =
        matches!(line.word(at), "the" | "its" | "our" | "their") && line.before(at, 1) == "of";
    inside && (line.word(at) == "of" || article)
}

/// The words before, back to where their phrase begins.
pub fn before(line: &Line<'_>, at: usize) -> Option<String> {
    let mut end = at;
    let skip = |at: usize| {
        let token = &line.tokens[at];
        token.shape == Shape::Sign && !matches!(token.text, "." | "," | ";" | "%" | "％")
            || ROUGH.contains(&token.lower())
            || LEXICON.labels.relations.contains(token.lower())
            || LEXICON.labels.foreign.contains(token.lower())
            || matches!(
                token.lower(),
                "by" | "of" | "worth" | "valued" | "totaling" | "totalling" | "us"
            )
            || LEXICON.currencies.iter().any(|currency| currency.0 == token.text)
    };
    while end > 0 && at - end < LONGEST && skip(end - 1) {
        end -= 1;
    }
    let mut start = end;
    while start > 0 && end - start < LONGEST - 1 {
        let token = &line.tokens[start - 1];
        if token.shape == Shape::Sign
            || is_number(line, start - 1)
            || is_small(token.lower()) && !is_of(line, start - 1, end)
        {
            break;
        }
        start -= 1;
    }
    while start < end && is_small(line.word(start)) {
        start += 1;
    }
    while end > start && is_small(line.word(end - 1)) {
        end -= 1;
    }
    // "will invest": the word after these is a verb.
    let is_verb = start > 0 && start < end && BEFORE_VERBS.contains(&line.word(start - 1));
    start += usize::from(is_verb);
    while start < end && LEXICON.labels.verbs.contains(line.word(start)) {
        start += 1;
    }
    // "Trade reached": what the verb is said of.
    while end > start && ends_no_label(line, end - 1) {
        end -= 1;
    }
    // "providing": a verb, where it stands alone.
    let alone = end == start + 1 && line.word(start).ends_with("ing");
    // Who speaks is not what a number is of.
    let is_parties = matches!(line.word(end.saturating_sub(1)), "countries" | "sides" | "parties");
    (end > start && !alone && !is_parties && says_something(line, start..end))
        .then(|| line.words(start, end).to_owned())
}

/// What a count is of beyond its own noun, which the figure says already: "countries in Africa", the
/// "government representatives" from 90 states. `noun` is where its words stand.
pub fn of_count(line: &Line<'_>, at: usize, noun: Range<usize>) -> Option<String> {
    let opened = rough(line, at);
    let lead = opened.checked_sub(1)?;
    if line.is(lead, "(") && line.is(noun.end, ")") {
        return before(line, lead);
    }
    tied(line, &noun).or_else(|| {
        let joins = matches!(line.word(lead), "of" | "from" | "across" | "between" | "in");
        let words = before(line, lead).filter(|_| joins)?;
        // What goes before these is as often a verb as not.
        let start = words.rmatch_indices(' ').nth(1).map_or(0, |(at, _)| at + 1);
        let words = &words[start..];
        // "gathered delegates", not "Red Cross".
        let is_verb = |word: &str| word.len() > 2 && word.starts_with(char::is_lowercase);
        let noun = words.split_once("ed ").filter(|(verb, _)| is_verb(verb));
        Some(noun.map_or(words, |(_, noun)| noun).to_owned())
    })
}

/// "jobs across the United States": the noun with what ties it to a place or a purpose.
fn tied(line: &Line<'_>, noun: &Range<usize>) -> Option<String> {
    // "12 countries* in Africa"
    let tie = noun.end + usize::from(line.is(noun.end, "*"));
    if !TYING.contains(&line.word(tie)) {
        return None;
    }
    let start = object(line, tie + 1);
    let end = phrase::end(line, start);
    let is_timed = (start..end).any(|at| is_time(line.word(at)));
    (end > start && !is_timed && says_something(line, start..end))
        .then(|| format!("{} {}", line.words(noun.start, noun.end), line.words(tie, end)))
}

/// How many are dead, hurt or gathered: the phrase around the word that says so.
pub fn of_toll(line: &Line<'_>, told: usize) -> Option<String> {
    before(line, told + 1)
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
        let go_on = past_time(line, next).or_else(|| past_insertion(line, next));
        return go_on
            .and_then(|at| led(line, at))
            .or_else(|| before(line, at))
            .or_else(|| purpose(line, past_time(line, next)?));
    }
    after(line, next).or_else(|| before(line, at)).or_else(|| purpose(line, next))
}

/// The words after a preposition that stands here.
fn led(line: &Line<'_>, at: usize) -> Option<String> {
    LEADING.contains(&line.word(at)).then(|| after(line, at)).flatten()
}

/// "to build the cloud infrastructure": a verb and what it is done to.
fn purpose(line: &Line<'_>, at: usize) -> Option<String> {
    let verb = at + 1;
    let start = object(line, verb + 1);
    let end = phrase::end(line, start);
    (line.word(at) == "to" && line.tokens.get(verb)?.shape == Shape::Word && end > start)
        .then(|| line.words(verb, end).to_owned())
}

/// Past "by 2030".
fn past_time(line: &Line<'_>, at: usize) -> Option<usize> {
    period(line, at).map(|_| at + 2)
}

/// Past ", through the Food Programme,".
fn past_insertion(line: &Line<'_>, at: usize) -> Option<usize> {
    let last = (at + LONGEST_INSERTION).min(line.tokens.len());
    let end = (at + 1..last).find(|i| matches!(line.tokens[*i].text, "," | "." | ";"))?;
    (line.is(at, ",") && line.is(end, ",")).then_some(end + 1)
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

#[cfg(test)]
mod tests {
    use super::super::find;
    use crate::import::extract::{Passage, Role, dates};

    #[track_caller]
    fn check(text: &str, expected: &[(&str, Option<&str>)]) {
        let passage = [Passage { order: 0, text, role: Role::Prose }];
        let found = find(&passage, &dates::read(&passage));
        let shown: Vec<_> = found.iter().map(|f| (f.text.as_str(), f.label.as_deref())).collect();
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn a_label_says_more_than_the_figure() {
        check("They met 61 states.", &[("61 states", None)]);
        check(
            "It was welcomed by teams of the Red Cross in 12 countries.",
            &[("12 countries", Some("Red Cross"))],
        );
        check(
            "Officials of 12 countries* in Africa created 300 jobs across the country.",
            &[
                ("12 countries", Some("countries in Africa")),
                ("300 jobs", Some("jobs across the country")),
            ],
        );
        check(
            "It brought together delegates from over 90 states.",
            &[("90 states", Some("together delegates"))],
        );
        check(
            "the number of exchanges (some 900 people) grew",
            &[("900 people", Some("number of exchanges"))],
        );
    }

    #[test]
    fn a_verb_a_time_or_a_filling_is_no_label() {
        check(
            "It will provide $3 million, through the Food Fund, in humanitarian aid to Peru in May.",
            &[("$3 million", Some("humanitarian aid to Peru"))],
        );
        check(
            "They pledged to invest $5 billion by 2030 to build the port network.",
            &[("$5 billion", Some("build the port network"))],
        );
        check(
            "Trade reached $2 billion in total and the deposit rate stays at 3.5%.",
            &[("$2 billion", Some("Trade")), ("3.5%", Some("deposit rate"))],
        );
        check(
            "The economy of the coast grew by 1.4 percent; the death toll has exceeded 9,400.",
            &[("1.4 percent", Some("economy of the coast")), ("9,400", Some("death toll"))],
        );
        check("It gave $1 million provided last year.", &[("$1 million", None)]);
    }

    #[test]
    fn a_label_ends_before_its_verb_and_without_preposition_or_adverb() {
        check(
            "Some 40% of new loans go to small firms and 60 percent of the harbours lie in the north.",
            &[("40%", Some("new loans")), ("60 percent", Some("harbours"))],
        );
        check(
            "Wage growth above 3% is expected; core inflation currently at 3.1% stays high.",
            &[("3%", Some("Wage growth")), ("3.1%", Some("core inflation"))],
        );
        check(
            "The jobless rate sank to 4.2% and 25% of young workers leave school early.",
            &[("4.2%", Some("jobless rate")), ("25%", Some("young workers"))],
        );
        check(
            "It gives $20 million for coastal towns hit by floods; aid worth $4 million goes into ports.",
            &[("$20 million", Some("coastal towns")), ("$4 million", Some("aid"))],
        );
        // Nouns that look like verbs and adverbs.
        check(
            "It spent $3 million on the price rise, $4 million on food supply and $5 million on newly built homes.",
            &[
                ("$3 million", Some("price rise")),
                ("$4 million", Some("food supply")),
                ("$5 million", Some("newly built homes")),
            ],
        );
    }

    #[test]
    fn small_words_of_other_languages_are_at_no_end_of_a_label() {
        check(
            "soit une hausse de 7 %, et une aide de 50 millions d'euros pour la reconstruction.",
            &[("7 %", Some("hausse")), ("50 millions d'euros", Some("reconstruction"))],
        );
        check("Bis dahin sollen 80 % des Stroms aus Wind kommen.", &[("80 %", Some("Stroms"))]);
        check("بزيادة 12.5% عن العام السابق", &[("12.5%", None)]);
    }

    #[test]
    fn the_number_of_a_paragraph_and_a_share_of_things_are_no_counts() {
        check("5 Risks to growth are balanced.", &[]);
        check("By then, nine in ten harbours have a plan.", &[]);
        check("12 African countries met.", &[("12 African countries", None)]);
    }
}
