//! Figures in text: money, shares, counts of people and things, multiples, anniversaries, editions.
//! A number that is a date, a time, a reference or part of a name is none.

mod count;
mod eastern;
mod label;
mod merge;
mod money;
mod number;
mod ordinal;

use std::ops::Range;

use super::token::{Shape, Token, tokens};
use super::{Passage, Role, dates};
pub use merge::Found;

rules! {
    NumberAndNoun "number and noun",
    NumberAndCounter "number and counter",
    NumberAndMeasure "number and measure",
    Money "money",
    Share "share",
    Multiple "multiple",
    Toll "toll",
    Anniversary "anniversary",
    Edition "edition",
}

/// A number with its meaning, at one place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sighting {
    /// The passage's place.
    pub order: usize,
    /// The bytes of the number with its sign and noun.
    pub range: Range<usize>,
    /// The number meant.
    pub value: f64,
    /// The upper end of a range.
    pub value_max: Option<f64>,
    /// A code, `%`, `times`, `ordinal`, `anniversary` or a noun in the plural.
    pub unit: String,
    /// What is counted or measured.
    pub label: Option<String>,
    /// The period, if the sentence names one beside the number.
    pub period: Option<String>,
    /// The rule.
    pub rule: Rule,
    /// Why the rule may be wrong here.
    pub doubt: Option<&'static str>,
}

/// The figures of a release, in the order of their first mention.
pub fn find(passages: &[Passage<'_>], read: &[dates::Read]) -> Vec<Found> {
    let mut sightings = Vec::new();
    for (passage, read) in passages.iter().zip(read).filter(|(passage, _)| passage.is_read()) {
        let named = |s: Sighting| {
            let text = passage.text[s.range.clone()].to_owned();
            (s, text, passage.role == Role::Headline)
        };
        sightings.extend(sight(passage, &read.taken).into_iter().map(named));
    }
    merge::merge(sightings)
}

/// A passage as the rules read it.
pub(super) struct Line<'a> {
    pub order: usize,
    pub text: &'a str,
    pub tokens: Vec<Token<'a>>,
    /// Bytes that dates take.
    pub dates: &'a [Range<usize>],
    /// Whether it is a title, where words begin in capitals.
    pub headline: bool,
}

impl Line<'_> {
    /// The words from one token up to another, as printed.
    pub fn words(&self, from: usize, to: usize) -> &str {
        if from >= to || to > self.tokens.len() {
            return "";
        }
        &self.text[self.tokens[from].start..self.tokens[to - 1].end]
    }

    /// The lower-case word here; empty beyond the ends.
    pub fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.lower())
    }

    /// The lower-case word before.
    pub fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |i| self.word(i))
    }

    /// Whether a sign stands here.
    pub fn is(&self, at: usize, sign: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(sign))
    }

    fn is_dated(&self, start: usize, end: usize) -> bool {
        // Dates are in order and do not overlap much; a few are looked at.
        let first = self.dates.partition_point(|range| range.start + 80 < start);
        self.dates[first..]
            .iter()
            .take_while(|range| range.start < end)
            .any(|range| range.end > start)
    }
}

fn sight(passage: &Passage<'_>, dates: &[Range<usize>]) -> Vec<Sighting> {
    let line = Line {
        order: passage.order,
        text: passage.text,
        tokens: tokens(passage.text),
        dates,
        headline: passage.role == Role::Headline,
    };
    let eastern = eastern::find(&line);
    let mut found = Vec::new();
    let mut at = 0;
    while at < line.tokens.len() {
        let start = line.tokens[at].start;
        let next = if holds(&eastern, start) { at + 1 } else { western(&line, at, &mut found) };
        at = next.max(at + 1);
    }
    found.extend(eastern);
    found.sort_by_key(|sighting| sighting.range.start);
    found
}

/// Whether one of the sightings, which are in order and apart, takes a byte.
fn holds(sightings: &[Sighting], byte: usize) -> bool {
    let after = sightings.partition_point(|sighting| sighting.range.start <= byte);
    after.checked_sub(1).is_some_and(|last| byte < sightings[last].range.end)
}

/// Reads the number here, if there is one, and says where reading goes on.
fn western(line: &Line<'_>, at: usize, found: &mut Vec<Sighting>) -> usize {
    let token = &line.tokens[at];
    if token.shape == Shape::Sign || found.last().is_some_and(|s| s.range.contains(&token.start)) {
        return at + 1;
    }
    if let Some(sighting) = number::fold(line, at).or_else(|| ordinal::find(line, at)) {
        found.push(sighting.0);
        return sighting.1;
    }
    let Some(number) = number::read(line, at) else { return at + 1 };
    let (start, end) = (token.start, line.tokens[number.end - 1].end);
    if line.is_dated(start, end) {
        return number.end;
    }
    let sighted = money::find(line, at, &number)
        .or_else(|| money::share(line, at, &number))
        .or_else(|| count::find(line, at, &number));
    if let Some((sighting, next)) = sighted {
        found.push(sighting);
        return next;
    }
    number.end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, f64, &str)]) {
        let passages: Vec<_> = text
            .split('\n')
            .enumerate()
            .map(|(order, text)| Passage { order, text, role: Role::Prose })
            .collect();
        let found = find(&passages, &dates::read(&passages));
        let shown: Vec<_> =
            found.iter().map(|f| (f.text.as_str(), f.value, f.unit.as_str())).collect();
        assert_eq!(shown, expected, "{text}");
        let spans = found.iter().flat_map(|f| &f.spans);
        let mut spans: Vec<_> = spans.map(|s| (s.order, s.range.start, s.range.end)).collect();
        spans.sort_unstable();
        let apart = spans.is_sorted_by(|a, b| a.0 < b.0 || a.2 <= b.1);
        assert!(apart, "no words are read twice: {text} {spans:?}");
    }

    #[test]
    fn money_has_a_currency_and_its_magnitude() {
        check(
            "a trade volume (US$2.16 billion), $36.2 billion, EUR 5 million, 300 million won and £40",
            &[
                ("US$2.16 billion", 2.16e9, "USD"),
                ("$36.2 billion", 3.62e10, "USD"),
                ("EUR 5 million", 5e6, "EUR"),
                ("300 million won", 3e8, "KRW"),
                ("£40", 40.0, "GBP"),
            ],
        );
        check("between $2 and $3 billion", &[("$2 and $3 billion", 2e9, "USD")]);
        check(
            "USD 3 million in aid. The USD 3 million in aid will help.",
            &[("USD 3 million", 3e6, "USD")],
        );
        check(
            "Alpha will invest $5 billion in roads.\nBeta announced a $5 billion port plan.",
            &[("$5 billion", 5e9, "USD"), ("$5 billion", 5e9, "USD")],
        );
    }

    #[test]
    fn counts_have_the_noun_that_is_counted() {
        check("some 90,000 people took part", &[("90,000 people", 90000.0, "people")]);
        check(
            "103 new passenger aircraft valued highly",
            &[("103 new passenger aircraft", 103.0, "aircraft")],
        );
        check(
            "three keynote panel discussions and 47 breakout sessions",
            &[
                ("three keynote panel discussions", 3.0, "discussions"),
                ("47 breakout sessions", 47.0, "sessions"),
            ],
        );
        check("Fifty-seven simple items", &[("Fifty-seven simple items", 57.0, "items")]);
        check(
            "two Chargé d'affaires (Oman) and one Counsellor (Peru)",
            &[
                ("two Chargé d'affaires", 2.0, "chargé d'affaires"),
                ("one Counsellor", 1.0, "counsellors"),
            ],
        );
        check(
            "3.3 million tons/year of gas and a 12-ton load",
            &[("3.3 million tons/year", 3.3e6, "tons/year"), ("12-ton", 12.0, "tons")],
        );
        check(
            "more than 4 million people could leave; the death toll has passed 9,400.",
            &[("4 million people", 4e6, "people"), ("9,400", 9400.0, "people")],
        );
    }

    #[test]
    fn shares_multiples_anniversaries_and_editions_have_units_of_their_own() {
        check(
            "18 percent and 4.5% more, a ten-fold rise",
            &[("18 percent", 18.0, "%"), ("4.5%", 4.5, "%"), ("ten-fold", 10.0, "times")],
        );
        check(
            "the 30th anniversary and the tenth Anniversary",
            &[
                ("30th anniversary", 30.0, "anniversary"),
                ("tenth Anniversary", 10.0, "anniversary"),
            ],
        );
        check(
            "the ninth Norway-Peru Political Consultation. The 9th Political Consultation",
            &[("ninth", 9.0, "ordinal")],
        );
        check(
            "the 204th Joint Committee and the 14th Asian Leadership Conference",
            &[("204th", 204.0, "ordinal"), ("14th", 14.0, "ordinal")],
        );
    }

    #[test]
    fn a_number_that_may_be_a_names_is_doubted() {
        let doubt = |text| {
            let passage = Passage { order: 0, text, role: Role::Prose };
            find(&[passage], &dates::read(&[passage])).first().and_then(|found| found.doubt)
        };
        assert!(doubt("It met the Apollo 11 astronauts.").is_some());
        assert_eq!(doubt("It met the 11 astronauts."), None);
    }

    #[test]
    fn a_number_may_be_grouped_by_spaces() {
        check(
            "556 774 children and 1 200 000 people in 2023; 448\u{a0}425 boys",
            &[
                ("556 774 children", 556_774.0, "children"),
                ("1 200 000 people", 1_200_000.0, "people"),
                ("448\u{a0}425 boys", 448_425.0, "boys"),
            ],
        );
        check("50 millions d'euros", &[("50 millions d'euros", 5e7, "EUR")]);
    }

    #[test]
    fn korean_numbers_have_counters() {
        check(
            "학부모 약 6천여 명, 총 161개국 19,502명",
            &[
                ("6천여 명", 6000.0, "people"),
                ("161개국", 161.0, "countries"),
                ("19,502명", 19502.0, "people"),
            ],
        );
        check(
            "40.9%에서 45%까지, 1조 2천억 원 규모",
            &[("40.9%", 40.9, "%"), ("45%", 45.0, "%"), ("1조 2천억 원", 1.2e12, "KRW")],
        );
        check(
            "제5차 회의와 5회차를 맞아 10주년, 3배, 12개 대학",
            &[
                ("제5차", 5.0, "ordinal"),
                ("10주년", 10.0, "anniversary"),
                ("3배", 3.0, "times"),
                ("12개 대학", 12.0, "대학"),
            ],
        );
        check("미화 300만 달러", &[("300만 달러", 3e6, "USD")]);
        check("버스 3대 지원, 베트남은 3대 교역국", &[("3대", 3.0, "units")]);
        check("2,300億円となった", &[("2,300億円", 2.3e11, "JPY")]);
        check("、数1000人のユーザと人数1000人", &[("1000人", 1000.0, "people")]);
        check(
            "두 명, 11%, 12%, 13%, 14%, 15%, 16%와 17%",
            &[
                ("두 명", 2.0, "people"),
                ("11%", 11.0, "%"),
                ("12%", 12.0, "%"),
                ("13%", 13.0, "%"),
                ("14%", 14.0, "%"),
                ("15%", 15.0, "%"),
                ("16%", 16.0, "%"),
                ("17%", 17.0, "%"),
            ],
        );
    }

    #[test]
    fn names_dates_durations_and_the_parties_are_no_figures() {
        for text in [
            "the two sides and the two countries",
            "our three countries",
            "for two years and a two-day run",
            "on March 6 at 10:00",
            "Article 5 of Resolution 1701",
            "the first plenary session and the second special session",
            "the fourth industrial revolution, 6G and the G20",
            "COVID-19 and Artemis II",
            "(1) general approaches, (2) concerns",
            "one of the members spoke with one voice",
            "the First Deputy Minister",
            "thousands of jobs and billions more",
            "a two-state solution",
            "for the first time since",
            "1부와 2부, 3일간, 2∼6년",
            "외교부 제1차관과 4차 산업혁명",
            "PostgreSQL 14 and version 9.2",
            "Call 044-203-6730",
        ] {
            check(text, &[]);
        }
    }
}
