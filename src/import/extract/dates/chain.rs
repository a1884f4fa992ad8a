//! Pieces put together: ranges, days joined by "and", times of day before and after.

use std::sync::LazyLock;

use regex::Regex;

use super::atom::{Atom, narrow};
use super::calendar::Day;
use super::{Atoms, Reading, Rule, context};

macro_rules! pattern {
    ($name:ident, $pattern:literal) => {
        static $name: LazyLock<Regex> =
            LazyLock::new(|| Regex::new(&narrow($pattern)).expect("compiled by a test"));
    };
}

// Between the two ends of a range.
pattern!(
    RANGE,
    r"^(?i:\s*,?\s*(?:-|–|—|~|∼|〜|～|to|through|until|till|thru)\s*(?:on\s+)?|\s*부터\s*|\s*에서\s*|\s*から\s*|\s*至\s*)$"
);
// A range whose end is the day alone, after a month and day.
pattern!(
    RANGE_DAY,
    r"^(?i:\s*(?:-|–|—|~|∼|〜|～)\s*|\s+(?:to|through|until)\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s+)?(?:the\s+)?|\s*부터\s*|\s*에서\s*|\s*から\s*|\s*[至到]\s*)(3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(\s*[일日号]|\.)?(?:\s*\([월화수목금토일]\))?"
);
// A day joined to one before.
pattern!(
    AND_DAY,
    r"^(?i:\s*,?\s+(?:and|&)\s+(?:the\s+)?|\s*,\s+|\s*[·및,、和及と]\s*|\s*[과와]\s+)(3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?([일日号])?(?:\s*\([월화수목금토일]\))?"
);
// Days before their month: "5-6 June", "3 and 4 March".
pattern!(
    DAY_RANGE,
    r"(?i)\b(3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\s*(-|–|~|to|through|until|and|&)\s*$"
);
// The rest of a range of years: "2024-25".
pattern!(YEAR_RANGE, r"^\s*[-–~∼]\s*(\d\d)\b");
// The year after a range.
pattern!(YEAR_AFTER, r"^(?i:,?\s+(?:of\s+)?((?:19|20)\d\d)\b|\s+(this|last|next)\s+year\b)");
// A time of day, or two.
pattern!(
    TIME_BEFORE,
    r"(?i)\b(\d{1,2})(?:[:.](\d\d))?\s*([ap]\.?m\.?)?(?:\s*(?:-|–|~|to)\s*(\d{1,2})(?:[:.](\d\d))?\s*([ap]\.?m\.?)?)?\s*(?:\([^()]{1,20}\)\s*)?,?\s*(?:on\s+)?$"
);
pattern!(
    TIME_AFTER,
    r"^(?i:,?\s*(?:at\s+|from\s+)?)(오전|오후)?\s*(\d{1,2})(?::(\d\d)|시(?:\s*(\d{1,2})분)?)?\s*([ap]\.?m\.?)?(?:\s*(?:-|–|~|∼|to|부터)\s*(\d{1,2})(?::(\d\d)|시(?:\s*(\d{1,2})분)?)\s*([ap]\.?m\.?)?)?"
);

/// Puts pieces together.
pub fn link(text: &str, atoms: &Atoms) -> Vec<Reading> {
    let mut readings: Vec<Reading> = Vec::with_capacity(atoms.len());
    let mut at = 0;
    while at < atoms.len() {
        let floor = readings.last().map_or(0, |last| last.range.end);
        at += step(text, atoms, at, (floor, &mut readings));
    }
    readings
}

/// Reads the piece here, with the next one where they make a range; says how many it took.
fn step(text: &str, atoms: &Atoms, at: usize, out: (usize, &mut Vec<Reading>)) -> usize {
    let (floor, readings) = out;
    let atom = &atoms[at];
    if atom.range.start < floor || context::is_other_calendar(text, atom) {
        return 1;
    }
    let mut reading = Reading {
        from: atom.day,
        to: None,
        range: atom.range.clone(),
        rule: atom.rule,
        doubt: None,
    };
    if let Some(next) = atoms.get(at + 1)
        && let Some(end) = range_end(text, atom, next)
    {
        reading.to = Some(end);
        reading.range.end = next.range.end;
        reading.rule = Rule::Range;
        year_after(text, &mut reading);
        if context::accepts_range(text, atom, &reading) {
            readings.push(reading);
        }
        return 2;
    }
    if year_range(text, &mut reading) {
        if context::accepts_range(text, atom, &reading) {
            readings.push(reading);
        }
        return 1;
    }
    if atom.needs_context && !context::accepts(text, atom, atoms.get(at.wrapping_sub(1))) {
        return 1;
    }
    days_before(text, floor, &mut reading, readings);
    range_day(text, &mut reading);
    times(text, floor, &mut reading);
    context::widen(text, atoms, at, &mut reading);
    let joined = joined_days(text, &reading);
    readings.push(reading);
    readings.extend(joined);
    1
}

/// The second end of a range made by two pieces.
fn range_end(text: &str, first: &Atom, second: &Atom) -> Option<Day> {
    let between = text.get(first.range.end..second.range.start)?;
    let is_between =
        between.trim() == "and" && context::word_before(&text[..first.range.start]).0 == "between";
    if between.len() > 30 || !(RANGE.is_match(between) || is_between) {
        return None;
    }
    let (from, mut to) = (first.day, second.day);
    // Both ends are of one kind, or the first borrows from the second.
    let same_kind =
        from.day.is_some() == to.day.is_some() && from.month.is_some() == to.month.is_some();
    if !same_kind {
        return None;
    }
    if to.year.is_none() && to.relative.is_none() {
        to.year = from.year;
        if from.month > to.month
            && let Some(year) = to.year
        {
            to.year = Some(year + 1);
        }
    }
    Some(to)
}

/// The year, or "this year", after a range of days gives both ends their year.
fn year_after(text: &str, reading: &mut Reading) {
    if reading.from.year.is_none()
        && let Some(year) = reading.to.and_then(|to| to.year)
    {
        reading.from.year = Some(year);
        return;
    }
    if reading.from.year.is_some() || reading.from.day.is_none() {
        return;
    }
    let Some(captures) = YEAR_AFTER.captures(&text[reading.range.end..]) else { return };
    let length = captures.get(0).map_or(0, |m| m.end());
    let year = captures.get(1).and_then(|m| m.as_str().parse().ok());
    let relative = captures.get(2).map(|m| match m.as_str().to_lowercase().as_str() {
        "last" => super::calendar::Relative::Years(-1),
        "next" => super::calendar::Relative::Years(1),
        _ => super::calendar::Relative::Years(0),
    });
    for day in [Some(&mut reading.from), reading.to.as_mut()].into_iter().flatten() {
        day.year = day.year.or(year);
        day.relative = day.relative.or(relative);
    }
    reading.range.end += length;
}

/// `2024-25`
fn year_range(text: &str, reading: &mut Reading) -> bool {
    let from = reading.from;
    let (Some(year), None, false) = (from.year, from.month, from.decade) else { return false };
    let Some(captures) = YEAR_RANGE.captures(&text[reading.range.end..]) else { return false };
    let Some(end) = captures.get(1).and_then(|m| m.as_str().parse::<i32>().ok()) else {
        return false;
    };
    let end = year / 100 * 100 + end;
    if end <= year
        || end - year > 20
        || !text[..reading.range.end].ends_with(|c: char| c.is_ascii_digit())
    {
        return false;
    }
    reading.to = Some(Day { year: Some(end), ..from });
    reading.range.end += captures.get(0).map_or(0, |m| m.end());
    reading.rule = Rule::RangeOfYears;
    true
}

/// "5-6 June", "3 and 4 March 2020": the days before the first piece.
fn days_before(text: &str, floor: usize, reading: &mut Reading, readings: &mut Vec<Reading>) {
    let starts_with_day = text[reading.range.start..].starts_with(|c: char| c.is_ascii_digit());
    let is_day_first =
        reading.from.day.is_some() && reading.from.month.is_some() && starts_with_day;
    let ascii_month = text[reading.range.clone()].bytes().any(|b| b.is_ascii_alphabetic());
    if !is_day_first || !ascii_month {
        return;
    }
    let from = text.floor_char_boundary(reading.range.start.saturating_sub(20)).max(floor);
    let Some(captures) = DAY_RANGE.captures(&text[from..reading.range.start]) else { return };
    let (Some(day), Some(joint)) = (captures.get(1), captures.get(2)) else { return };
    let first = Day { day: day.as_str().parse().ok(), ..reading.from };
    if !first.exists() || first.day >= reading.from.day {
        return;
    }
    let start = from + day.start();
    if matches!(joint.as_str().to_lowercase().as_str(), "and" | "&") {
        let range = start..from + day.end();
        readings.push(Reading { from: first, to: None, range, rule: Rule::JoinedDay, doubt: None });
        return;
    }
    reading.to = Some(reading.from);
    reading.from = first;
    reading.range.start = start;
    reading.rule = Rule::Range;
}

/// "September 9 to 10, 2024", "7월 22일(수)부터 24일(금)", "2026.7.22~24"
fn range_day(text: &str, reading: &mut Reading) {
    if reading.to.is_some() || reading.from.day.is_none() {
        return;
    }
    let rest = &text[reading.range.end..];
    let Some(captures) = RANGE_DAY.captures(rest) else {
        return;
    };
    let (Some(whole), Some(day)) = (captures.get(0), captures.get(1)) else { return };
    let to = Day { day: day.as_str().parse().ok(), ..reading.from };
    if !to.exists()
        || to.day <= reading.from.day
        || counts_something(text, reading, &rest[whole.end()..], captures.get(2).is_some())
    {
        return;
    }
    reading.to = Some(to);
    let dotted = text[reading.range.clone()].contains('.');
    let length = whole.end() - usize::from(!dotted && whole.as_str().ends_with('.'));
    reading.range.end += length;
    reading.rule = Rule::Range;
    year_after(text, reading);
}

/// A number after a day that is no day: "3일간", "10 people", "10:00", "10-member".
fn counts_something(text: &str, reading: &Reading, after: &str, has_sign: bool) -> bool {
    let korean = text[reading.range.clone()].contains(['월', '년']);
    let next = after.chars().next();
    let goes_on = next.is_some_and(|c| {
        c.is_ascii_digit()
            || matches!(c, ':' | '%' | '간' | '-' | '시' | '월' | '/')
            || (c == '.' && after[1..].starts_with(|c: char| c.is_ascii_digit()))
    });
    let month_follows =
        super::atom::find(after.get(..after.floor_char_boundary(16)).unwrap_or_default())
            .first()
            .is_some_and(|atom| {
                atom.range.start <= 1 && atom.day.month.is_some() && atom.day.day.is_none()
            });
    goes_on || month_follows || !has_sign && (korean || next.is_some_and(char::is_alphabetic))
}

/// "September 9 and 10", "March 3, 4 and 5": the days after.
fn joined_days(text: &str, reading: &Reading) -> Vec<Reading> {
    let mut joined = Vec::new();
    let mut last = reading.from;
    let mut end = reading.range.end;
    if last.day.is_none() || last.month.is_none() || reading.to.is_some() || last.minute.is_some() {
        return joined;
    }
    while let Some(captures) = AND_DAY.captures(&text[end..]) {
        let (Some(whole), Some(number)) = (captures.get(0), captures.get(1)) else { break };
        let day = Day { day: number.as_str().parse().ok(), ..last };
        let after = &text[end + whole.end()..];
        let is_word =
            after.trim_start().split(|c: char| !c.is_alphanumeric()).next().is_some_and(|word| {
                !word.is_empty()
                    && after.starts_with(' ')
                    && !super::super::lexicon::LEXICON.counting.stops.contains(&word.to_lowercase())
                    && !text[..reading.range.end].ends_with(['일', '日', '号'])
            });
        if !day.exists()
            || day.day <= last.day
            || is_word
            || counts_something(text, reading, after, captures.get(2).is_some())
        {
            break;
        }
        let range = end + number.start()..end + whole.end();
        joined.push(Reading { from: day, to: None, range, rule: Rule::JoinedDay, doubt: None });
        last = day;
        end += whole.end();
    }
    joined
}

/// Times of day printed with a day.
fn times(text: &str, floor: usize, reading: &mut Reading) {
    if reading.from.day.is_none() || reading.to.is_some() {
        return;
    }
    let start = text.floor_char_boundary(reading.range.start.saturating_sub(40)).max(floor);
    let before = &text[start..reading.range.start];
    if let Some(captures) = TIME_BEFORE.captures(before) {
        let group = |i: usize| captures.get(i).map(|m| m.as_str());
        let first = clock(group(1), group(2), group(3).or(group(6)));
        let second = clock(group(4), group(5), group(6));
        if (group(2).is_some() || group(3).is_some()) && first.is_some() {
            let at = start + captures.get(0).map_or(0, |m| m.start());
            set_times(reading, (first, second));
            reading.range.start = at;
            return;
        }
    }
    let rest = &text[reading.range.end..];
    let Some(captures) = TIME_AFTER.captures(rest) else { return };
    let group = |i: usize| captures.get(i).map(|m| m.as_str());
    let half = group(1).map(|h| if h == "오후" { "pm" } else { "am" });
    let is_time = group(3).is_some()
        || group(5).is_some()
        || captures.get(0).is_some_and(|m| m.as_str().contains('시'));
    let first = clock(group(2), group(3).or(group(4)), group(5).or(half).or(group(9)));
    if !is_time
        || first.is_none()
        || captures.get(0).is_some_and(|m| rest[m.end()..].starts_with("간"))
    {
        return;
    }
    let second = clock(group(6), group(7).or(group(8)), group(9).or(half));
    set_times(reading, (first, second));
    let length = captures.get(0).map_or(0, |m| m.as_str().trim_end().len());
    reading.range.end += length;
}

fn set_times(reading: &mut Reading, times: (Option<u16>, Option<u16>)) {
    reading.from.minute = times.0;
    if let Some(minute) = times.1 {
        reading.to = Some(Day { minute: Some(minute), ..reading.from });
    }
    reading.rule = Rule::DayWithTimes;
}

fn clock(hour: Option<&str>, minute: Option<&str>, half: Option<&str>) -> Option<u16> {
    let mut hour: u16 = hour?.parse().ok()?;
    let minute: u16 = minute.map_or(Some(0), |m| m.parse().ok())?;
    let half = half.map(|h| h.to_lowercase().replace('.', ""));
    match half.as_deref() {
        Some("pm") if hour < 12 => hour += 12,
        Some("am") if hour == 12 => hour = 0,
        _ => {}
    }
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}
