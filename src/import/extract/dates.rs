//! Calendar dates in text: days, months, years, ranges and times, as EDTF. What is part of a name, a
//! length of time or a fiscal or lunar date is left alone.

mod atom;
mod calendar;
mod chain;
mod context;

use super::lexicon::LEXICON;
use super::{Passage, Place};
use atom::Atom;
pub use calendar::Day;

rules! {
    DayOfAMonthAndYear "day of a month and year",
    DayOfAMonth "day of a month",
    MonthAndYear "month and year",
    Month "month",
    MonthOfAYearToldFromNow "month of a year told from now",
    ISODate "ISO date",
    Decade "decade",
    Year "year",
    KoreanDay "Korean day",
    KoreanDayOfAMonth "Korean day of a month",
    KoreanMonth "Korean month",
    KoreanMonthOfAYear "Korean month of a year",
    KoreanYear "Korean year",
    KoreanDateWithPoints "Korean date with points",
    KoreanMonthWithAPoint "Korean month with a point",
    KoreanDayWithPoints "Korean day with points",
    AbbreviatedYear "abbreviated year",
    EastAsianDay "East Asian day",
    EastAsianDayOfAMonth "East Asian day of a month",
    EastAsianMonth "East Asian month",
    EastAsianYear "East Asian year",
    DayOfTheMonthToldBefore "day of the month told before",
    KoreanDayOfTheMonthToldBefore "Korean day of the month told before",
    KoreanDayOfTheMonth "Korean day of the month",
    NumericDate "numeric date",
    Range "range",
    RangeOfYears "range of years",
    JoinedDay "joined day",
    DayWithTimes "day with times",
}

impl Rule {
    /// Whether what it finds is a day of a month that was told before.
    fn waits_for_month(self) -> bool {
        matches!(
            self,
            Self::DayOfTheMonthToldBefore
                | Self::KoreanDayOfTheMonthToldBefore
                | Self::KoreanDayOfTheMonth
        )
    }
}

/// A date found, with everything that says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// As EDTF.
    pub edtf: String,
    /// The words that say it, in reading order.
    pub spans: Vec<Place>,
    /// The rule that found it.
    pub rule: Rule,
    /// Whether its year is not printed, and from where it was taken.
    pub inferred: Option<&'static str>,
    /// Why the rule may be wrong here.
    pub doubt: Option<&'static str>,
}

/// One reading of some words as a date.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The first day, month or year, with the time of day.
    pub from: Day,
    /// The end of a range.
    pub to: Option<Day>,
    /// The bytes of the text.
    pub range: std::ops::Range<usize>,
    /// The rule.
    pub rule: Rule,
    /// Why the rule may be wrong here.
    pub doubt: Option<&'static str>,
}

/// What a passage says of dates: looked for once, for dates and figures alike.
#[derive(Debug, Clone, Default)]
pub struct Read {
    readings: Vec<Reading>,
    /// The bytes that dates take, bare years and lone months among them: no figure is there.
    pub taken: Vec<std::ops::Range<usize>>,
}

/// Reads every passage, in their order; of those that are not read nothing is said.
pub fn read(passages: &[Passage<'_>]) -> Vec<Read> {
    let read = |passage: &Passage<'_>| {
        if !passage.is_read() {
            return Read::default();
        }
        let atoms = atom::find(passage.text);
        let readings = chain::link(passage.text, &atoms);
        let taken = taken(&atoms, &readings);
        Read { readings, taken }
    };
    passages.iter().map(read).collect()
}

/// The dates of a release, each once, in the order of their first mention.
pub fn find(passages: &[Passage<'_>], read: &[Read], published: Option<&str>) -> Vec<Found> {
    let mut anchor = context::Anchor::of(published, read.iter().flat_map(|read| &read.readings));
    let mut found: Vec<Found> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for (passage, Read { readings, .. }) in passages.iter().zip(read) {
        for (i, reading) in readings.iter().enumerate() {
            let resolved = anchor.resolve(reading);
            let next = readings.get(i + 1).map_or(reading.range.end, |next| next.range.start);
            anchor.passed(reading, passage.text.get(reading.range.end..next).unwrap_or(". "));
            let Some((edtf, inferred)) = resolved else { continue };
            let span = Place { order: passage.order, range: reading.range.clone() };
            let place = *places.entry(edtf.clone()).or_insert(found.len());
            if place < found.len() {
                found[place].spans.push(span);
                continue;
            }
            let (rule, doubt) = (reading.rule, reading.doubt);
            found.push(Found { edtf, spans: vec![span], rule, inferred, doubt });
        }
    }
    found
}

/// Every date of a text, in order, years still open.
pub fn readings(text: &str) -> Vec<Reading> {
    let atoms = atom::find(text);
    chain::link(text, &atoms)
}

fn taken(atoms: &Atoms, readings: &[Reading]) -> Vec<std::ops::Range<usize>> {
    // "the 30th" is an ordinal until the words around it make it a day.
    let atoms = atoms.iter().filter(|atom| !atom.rule.waits_for_month());
    let mut taken: Vec<_> = atoms.map(|atom| atom.range.clone()).collect();
    taken.extend(readings.iter().map(|reading| reading.range.clone()));
    taken.sort_by_key(|range| range.start);
    taken
}

/// The day that a text names and nothing else, as EDTF: a date line.
pub fn whole(text: &str) -> Option<String> {
    let trimmed = text.trim().trim_matches(['(', ')', '[', ']', '|']).trim();
    if trimmed.len() > 60 {
        return None;
    }
    let readings = readings(trimmed);
    let [reading] = readings.as_slice() else { return None };
    let around = [&trimmed[..reading.range.start], &trimmed[reading.range.end..]];
    let is_filling = |text: &str| {
        text.chars().all(|c| !c.is_alphanumeric()) || {
            let words = text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            matches!(
                words.as_str(),
                "date" | "on" | "published" | "posted" | "조간" | "석간" | "updated"
            ) || words
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, ':' | ' ' | 'a' | 'p' | 'm' | '.'))
        }
    };
    around.iter().all(|text| is_filling(text)).then(|| reading.from.date_only()).flatten()
}

/// The day of a dateline, as EDTF: behind the name of a place, and a dash or nothing follows. "SEOUL, May 5,
/// 2024 (Wire) – The two …", "Brussels, 17 January 2025"; or in brackets: "[2024-05-05] The two …".
pub fn dateline(text: &str) -> Option<String> {
    const LONGEST: usize = 200;
    const LONGEST_PLACE: usize = 60;
    let near = &text[..text.floor_char_boundary(LONGEST)];
    let readings = readings(near);
    let first = readings.first().filter(|reading| reading.to.is_none())?;
    let (place, rest) = (near[..first.range.start].trim(), &text[first.range.end..]);
    let in_brackets = place == "[" && rest.starts_with(']');
    let is_small = |word: &str| LEXICON.counting.stops.contains(&word.to_lowercase());
    let words = || place.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_place = place.len() <= LONGEST_PLACE
        && (place.is_empty() || place.ends_with(','))
        && words().all(|word| {
            !word.starts_with(char::is_lowercase) || LEXICON.posts.particles.contains(word)
        })
        && words().next().is_none_or(|word| !is_small(word));
    // The wire that carries it stands in brackets or strokes.
    let rest = rest.trim_start();
    let wire = [('(', ')'), ('/', '/')].into_iter().find_map(|(open, close)| {
        rest.strip_prefix(open)?.split_once(close).filter(|(wire, _)| wire.len() < LONGEST_PLACE)
    });
    let rest = wire.map_or(rest, |(_, rest)| rest.trim_start());
    let is_dash = rest.starts_with(['—', '–', '―', '-']);
    let ends = is_dash || rest.is_empty() && !place.is_empty();
    (is_place && ends || in_brackets).then(|| first.from.date_only()).flatten()
}

/// The day that a value begins with, as EDTF: `2024-05-01 09:30`.
pub fn first_whole_word(text: &str) -> Option<String> {
    let readings = readings(text);
    let first = readings.first().filter(|reading| reading.range.start == 0)?;
    first.from.date_only()
}

/// The first full day of a text, as EDTF.
pub fn first_day(text: &str) -> Option<String> {
    readings(text).iter().find_map(|reading| reading.from.date_only())
}

/// Atoms, for the finder's own parts.
type Atoms = [Atom];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::extract::Role;

    #[track_caller]
    fn check(text: &str, published: &str, expected: &[(&str, &str)]) {
        let passage = Passage { order: 0, text, role: Role::Prose };
        let published = Some(published).filter(|p| !p.is_empty());
        let found = find(&[passage], &read(&[passage]), published);
        let shown: Vec<_> =
            found.iter().map(|f| (f.edtf.as_str(), &text[f.spans[0].range.clone()])).collect();
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn days_months_and_years_are_found() {
        check(
            "It was signed on April 2, 2021, after talks on Friday, 20 November 2020 and in May 2019.",
            "",
            &[
                ("2021-04-02", "April 2, 2021"),
                ("2020-11-20", "Friday, 20 November 2020"),
                ("2019-05", "May 2019"),
            ],
        );
        check("since 1991 and by 2030", "", &[("1991", "1991"), ("2030", "2030")]);
        check("to finish by fall 2027", "", &[("2027", "2027")]);
        check("on Oct. 7th", "2023-10-08", &[("2023-10-07", "Oct. 7th")]);
    }

    #[test]
    fn a_missing_year_is_the_nearest_to_publication() {
        check("on December 30", "2024-01-03", &[("2023-12-30", "December 30")]);
        check("on January 4", "2023-12-30", &[("2024-01-04", "January 4")]);
        check("held in May this year", "2024-09-10", &[("2024-05", "May this year")]);
        check(
            "on March 6. In 2019 and in 2019 and 2018.",
            "",
            &[("2019-03-06", "March 6"), ("2019", "2019"), ("2018", "2018")],
        );
    }

    #[test]
    fn a_date_takes_what_it_lacks_from_the_one_before() {
        check(
            "the visits in May 2023 and in October",
            "2024-07-12",
            &[("2023-05", "May 2023"), ("2023-10", "October")],
        );
        check(
            "They met on July 10. She left on the 11th.",
            "2024-07-12",
            &[("2024-07-10", "July 10"), ("2024-07-11", "the 11th")],
        );
        check("the 11th meeting and the 12th of the month", "2024-07-12", &[]);
    }

    #[test]
    fn ranges_and_joined_days_are_told_apart() {
        check(
            "from September 9 to 10, 2024",
            "",
            &[("2024-09-09/2024-09-10", "September 9 to 10, 2024")],
        );
        check(
            "on September 9 and 10",
            "2024-09-10",
            &[("2024-09-09", "September 9"), ("2024-09-10", "10")],
        );
        check(
            "from Wednesday, June 5, to Thursday, June 6.",
            "2024-06-07",
            &[("2024-06-05/2024-06-06", "Wednesday, June 5, to Thursday, June 6")],
        );
        check(
            "(February 26-27 in Singapore)",
            "2024-06-07",
            &[("2024-02-26/2024-02-27", "February 26-27")],
        );
        check("from 2017 to 2019", "", &[("2017/2019", "2017 to 2019")]);
    }

    #[test]
    fn times_belong_to_their_day() {
        check(
            "at 10:00-14:00, March 6.",
            "2019-03-07",
            &[("2019-03-06T10:00/2019-03-06T14:00", "10:00-14:00, March 6")],
        );
        check(
            "at 3:30 p.m. on March 6",
            "2019-03-07",
            &[("2019-03-06T15:30", "3:30 p.m. on March 6")],
        );
        check(
            "‘26. 5. 21.(목), 10:30~11:30",
            "2026-05-21",
            &[("2026-05-21T10:30/2026-05-21T11:30", "‘26. 5. 21.(목), 10:30~11:30")],
        );
    }

    #[test]
    fn korean_japanese_and_chinese_dates_are_found() {
        check(
            "7월 22일(수)부터 24일(금)까지",
            "2026-07-21",
            &[("2026-07-22/2026-07-24", "7월 22일(수)부터 24일(금)")],
        );
        check("7월 22일(수)부터 3일간", "2026-07-21", &[("2026-07-22", "7월 22일(수)")]);
        check("올해 4월 도입한", "2026-07-21", &[("2026-04", "올해 4월")]);
        check("2025년 12월에 개정된", "", &[("2025-12", "2025년 12월")]);
        check("2026.7.22~24 개최", "", &[("2026-07-22/2026-07-24", "2026.7.22~24")]);
        check("2024년 도입된 이래", "", &[("2024", "2024년")]);
        check(
            "2020年9月24日、3月5日",
            "",
            &[("2020-09-24", "2020年9月24日"), ("2020-03-05", "3月5日")],
        );
        check(
            "令和6年5月14日、平成元年に",
            "",
            &[("2024-05-14", "令和6年5月14日"), ("1989", "平成元年")],
        );
        check(
            "2025年4月10日至12日、5月3日から5日まで",
            "",
            &[
                ("2025-04-10/2025-04-12", "2025年4月10日至12日"),
                ("2025-05-03/2025-05-05", "5月3日から5日"),
            ],
        );
        check(
            "올 5월부터 이듬해 2월까지",
            "2026-05-21",
            &[("2026-05/2027-02", "올 5월부터 이듬해 2월")],
        );
    }

    #[test]
    fn names_lengths_and_fiscal_years_are_no_dates() {
        for text in [
            "the REAIM Summit 2024",
            "“Kazakhstan 2050”",
            "the 2030 Agenda",
            "2025년 제3호",
            "In FY 02 and fiscal year 2024",
            "for 3 years",
            "it may help",
            "a march on the capital",
            "resolution 1701 (2006)",
            "‘2026년 하계 직무연수’",
            "2000 people",
            "음력 5월 5일",
            "the Securities Act of 1933 and the Treaty of 1648",
        ] {
            check(text, "2024-01-01", &[]);
        }
    }

    #[test]
    fn a_dateline_has_a_place_before_its_day() {
        for line in [
            "SEOUL, May 5, 2024 – The two sides met.",
            "SAN JOSE, Calif., May 5, 2024 (GLOBE NEWSWIRE) -- The two sides met.",
            "OSLO, May 5, 2024 /PRNewswire/ — The two sides met.",
            "Rio de Janeiro, 5 May 2024",
            "2024年5月5日 —本日",
            "[2024-05-05] The two sides met.",
        ] {
            assert_eq!(dateline(line).as_deref(), Some("2024-05-05"), "{line}");
        }
        for line in [
            "On May 5, 2024 – a Sunday – they met.",
            "They met in Oslo, May 5, 2024",
            "Oslo, May 5, 2024, was cold.",
            "Oslo, May 5 – They met.",
        ] {
            assert_eq!(dateline(line), None, "{line}");
        }
    }

    #[test]
    fn a_date_line_is_nothing_but_a_day() {
        assert_eq!(whole("2022-03-08").as_deref(), Some("2022-03-08"));
        assert_eq!(whole("Wednesday, March 8, 2022").as_deref(), Some("2022-03-08"));
        assert_eq!(whole("2022. 5. 3.(화) 08:30").as_deref(), Some("2022-05-03"));
        assert_eq!(whole("March 8"), None);
        assert_eq!(whole("The two sides met on March 8, 2022"), None);
    }
}
