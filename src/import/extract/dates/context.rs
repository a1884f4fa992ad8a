//! What the words around a piece say: whether a bare month or year is a date at all, and which year a
//! date without one is in.

use super::calendar::{Day, Relative, parse};
use super::{Atoms, Reading, Rule};
use crate::import::extract::dates::atom::Atom;

/// Words before a bare year that make it a date.
const YEAR_BEFORE: [&str; 32] = [
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "in",
    "since",
    "by",
    "until",
    "till",
    "through",
    "from",
    "to",
    "between",
    "during",
    "before",
    "after",
    "early",
    "late",
    "mid",
    "around",
    "throughout",
    "year",
    "of",
    "for",
    "circa",
    "end",
    "beginning",
    "back",
    "as",
    "into",
    "en",
];
/// What a year behind "of" is a name of.
const NAMED_BY_YEAR: [&str; 10] = [
    "act",
    "agreement",
    "charter",
    "code",
    "constitution",
    "convention",
    "law",
    "order",
    "protocol",
    "treaty",
];
/// Words before a bare month that make it one.
const MONTH_BEFORE: [&str; 24] = [
    "in",
    "since",
    "by",
    "until",
    "till",
    "through",
    "from",
    "of",
    "last",
    "this",
    "next",
    "early",
    "late",
    "mid",
    "before",
    "after",
    "during",
    "throughout",
    "between",
    "end",
    "beginning",
    "to",
    "for",
    "en",
];
/// Starts of Korean words after a year that tell when something was.
const KOREAN_AFTER_YEAR: [&str; 38] = [
    "에",
    "부터",
    "까지",
    "이래",
    "이후",
    "이전",
    "말",
    "초",
    "당시",
    "기준",
    "대비",
    "현재",
    "상반기",
    "하반기",
    "도입",
    "시작",
    "설립",
    "개최된",
    "중",
    "내",
    "처음",
    "한 해",
    "한해",
    "동안",
    "봄",
    "여름",
    "가을",
    "겨울",
    "들어",
    "연말",
    "개정",
    "제정",
    "신설",
    "시행",
    "출범",
    "착수",
    "완공",
    "개통",
];

/// How much of a word is looked at, in bytes.
const LONGEST_WORD: usize = 80;

/// The words right before and after a piece.
fn around<'a>(text: &'a str, atom: &Atom) -> (&'a str, &'a str) {
    let start = text.floor_char_boundary(atom.range.start.saturating_sub(80));
    let end = text.ceil_char_boundary((atom.range.end + 60).min(text.len()));
    (&text[start..atom.range.start], &text[atom.range.end..end])
}

/// The last word of some text in lower case, and whether it is printed with a capital.
pub fn word_before(before: &str) -> (String, bool) {
    // A page without spaces has words as long as itself.
    let near = before.ceil_char_boundary(before.len().saturating_sub(LONGEST_WORD));
    let trimmed = before[near..].trim_end();
    let word = trimmed.rsplit(|c: char| c.is_whitespace() || c == '-').next().unwrap_or_default();
    let capital = word.starts_with(char::is_uppercase);
    (word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase(), capital)
}

/// Whether a piece counts by the moon or by a budget, and is left alone.
pub fn is_other_calendar(text: &str, atom: &Atom) -> bool {
    const SIGNS: [&str; 8] =
        ["음력", "lunar", "旧暦", "农历", "fy", "fiscal year", "financial year", "회계연도"];
    let before = around(text, atom).0.trim_end().to_lowercase();
    SIGNS.iter().any(|sign| before.ends_with(sign))
}

/// Whether a piece that may be no date is one here.
pub fn accepts(text: &str, atom: &Atom, previous: Option<&Atom>) -> bool {
    let (before, after) = around(text, atom);
    match atom.rule {
        Rule::Month => month(before, after, atom, text),
        Rule::Year => {
            year(before, after) || joined_year(text, atom, previous) || labels_number(before, after)
        }
        Rule::KoreanDayOfTheMonth => after.starts_with(" 오전") || after.starts_with(" 오후"),
        Rule::KoreanYear => korean_year(text, atom, after),
        Rule::KoreanMonthOfAYear => {
            !after.starts_with(|c: char| matches!(c, '호' | '령') || c.is_ascii_digit())
        }
        Rule::KoreanMonthWithAPoint => {
            text[atom.range.clone()].starts_with(['’', '\'', '‘', '`']) || atom.range.len() >= 7
        }
        Rule::AbbreviatedYear => abbreviated_year(before, after),
        Rule::EastAsianYear => !after.starts_with(['間', '间', '以', '度', '代']),
        Rule::DayOfTheMonthToldBefore => {
            let (word, _) = word_before(before);
            let next = after.trim_start();
            let ends = next.is_empty()
                || !next.starts_with(|c: char| c.is_alphanumeric())
                || next.starts_with("of this month")
                || next.starts_with("and ");
            matches!(word.as_str(), "on" | "of" | "until" | "from" | "to" | "since" | "by")
                && ends
                && !after.starts_with(['-', '’', '\''])
        }
        _ => true,
    }
}

/// Whether a range of bare years is a date here: nothing about a name around it.
pub fn accepts_range(text: &str, first: &Atom, reading: &Reading) -> bool {
    if first.day.month.is_some() || !first.needs_context {
        return true;
    }
    let before = word_before(&text[..first.range.start]);
    let after = text[reading.range.end..].trim_start();
    let opens_quote = text[..first.range.start].ends_with(['“', '‘', '"']);
    let named = after.starts_with(char::is_uppercase) && !YEAR_BEFORE.contains(&before.0.as_str());
    let is_fiscal = matches!(before.0.as_str(), "fy" | "fiscal");
    !named && !opens_quote && !is_fiscal && (!before.1 || YEAR_BEFORE.contains(&before.0.as_str()))
}

fn month(before: &str, after: &str, atom: &Atom, text: &str) -> bool {
    if atom.day.relative.is_some() {
        return true;
    }
    let (word, _) = word_before(before);
    let next = after.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let ambiguous = matches!(
        text[atom.range.clone()].to_lowercase().as_str(),
        "may" | "march" | "august" | "mar" | "sun" | "dec" | "jan"
    );
    let plural = after.starts_with(['’', '\'']);
    // "in March Madness", "of March First Movement": a name goes on.
    let name = next.starts_with(char::is_uppercase) && after.starts_with(' ') && ambiguous;
    let is_verb = word == "to" && ambiguous;
    MONTH_BEFORE.contains(&word.as_str()) && !name && !plural && !is_verb
}

fn year(before: &str, after: &str) -> bool {
    let (word, _) = word_before(before);
    let tail = before.trim_end();
    // A sign between the word and the number cuts them apart, a bracket most of all.
    if tail.len() != before.len()
        && tail.ends_with(|c: char| !c.is_alphanumeric())
        && !tail.ends_with(['-', ','])
    {
        return false;
    }
    if !YEAR_BEFORE.contains(&word.as_str()) || tail.ends_with('(') {
        return false;
    }
    // "the Securities Act of 1933".
    if word == "of" {
        let (named, capital) = word_before(tail.strip_suffix("of").unwrap_or(tail));
        if capital && NAMED_BY_YEAR.contains(&named.as_str()) {
            return false;
        }
    }
    let lower = tail.to_lowercase();
    let is_fiscal = lower.ends_with("fiscal year")
        || lower.ends_with("financial year")
        || lower.ends_with("academic year");
    let next = after.trim_start();
    let next_word = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_name = next_word.starts_with(char::is_uppercase)
        && after.starts_with(' ')
        && matches!(word.as_str(), "of" | "for" | "by" | "to" | "from" | "after" | "before");
    // "in 2000 people": a number of things; "of 2000 tons".
    let counts = matches!(word.as_str(), "of" | "for" | "to" | "from" | "by" | "as")
        && next_word.len() > 3
        && next_word.ends_with('s')
        && next_word.starts_with(char::is_lowercase);
    !is_fiscal
        && !is_name
        && !counts
        && !after.starts_with(['%', '-'])
        && !next.starts_with("people")
}

/// `(2024) 53만 명`: a year in brackets before its number.
fn labels_number(before: &str, after: &str) -> bool {
    let number =
        after.strip_prefix(") ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    before.ends_with('(')
        && number
        && !before.trim_end_matches('(').ends_with(|c: char| c.is_ascii_digit())
}

/// "in 2018 and 2019": the second of two.
fn joined_year(text: &str, atom: &Atom, previous: Option<&Atom>) -> bool {
    let Some(previous) = previous else { return false };
    let between = text.get(previous.range.end..atom.range.start).unwrap_or_default();
    let joins = matches!(between.trim(), "and" | "or" | "," | ", and" | "&");
    joins
        && previous.day.month.is_none()
        && year(
            &text[text.floor_char_boundary(previous.range.start.saturating_sub(80))
                ..previous.range.start],
            "",
        )
}

/// A Korean year tells when, unless it is the first word of a name: "2026년 하계 연수".
fn korean_year(text: &str, atom: &Atom, after: &str) -> bool {
    let quoted = text[..atom.range.start]
        .ends_with(['‘', '\'', '“', '"', '｢', '「', '『', '<', '《'])
        && !text[atom.range.clone()].starts_with(['’', '\'', '‘']);
    // A chronicle's lines begin with their years.
    if atom.range.start == 0 && text.starts_with(['’', '\'', '‘', '`']) {
        return true;
    }
    let spaced = after.starts_with(' ');
    let next = after.trim_start();
    if !spaced {
        return next.is_empty()
            || [
                "에", "은", "는", "부터", "까지", "도", "의", "이", "과", "와", ",", ".", ")",
                "말", "초", "~", "∼", "-", ":", "→",
            ]
            .iter()
            .any(|p| next.starts_with(p))
                && !next.starts_with("도 ")
                && !next.starts_with("도에");
    }
    if quoted {
        return false;
    }
    if next.starts_with(|c: char| c.is_ascii_digit()) {
        let unit = next.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'));
        return unit.starts_with(['%', '％', '만', '억', '명', '조', '건', '배', '개', '학', '분']);
    }
    if KOREAN_AFTER_YEAR.iter().any(|word| next.starts_with(word)) {
        return true;
    }
    // A number soon after is that year's: "2024년 교역액 868억 달러".
    let soon = next.chars().take(12).skip_while(|c| !c.is_ascii_digit()).collect::<String>();
    if soon.len() >= 2
        && atom.range.start > 0
        && !next.chars().take(12).any(|c| matches!(c, ',' | '.' | '’' | '」'))
        && soon.chars().any(|c| matches!(c, '억' | '만' | '%' | '명' | '조' | '천'))
    {
        return true;
    }
    // A verb in its attributive form within two words, or a word such as 이래 within four.
    let mut words = next.split([' ', ',']).take(4).enumerate();
    words.any(|(i, word)| {
        let ends =
            ["된", "한", "되어", "하여", "돼", "했던", "됐던", "되는", "되었", "하였", "했", "됐"];
        (i < 2 && ends.iter().any(|end| word.ends_with(end)) && word.chars().count() > 2)
            || matches!(word, "이래" | "이후" | "이후부터" | "당시")
    })
}

/// `’67년` is another rule's; `(’86)` and `’22 …` are years, a closing quotation mark is none.
fn abbreviated_year(before: &str, after: &str) -> bool {
    let bracketed = before.ends_with('(') && after.starts_with([')', ',', '.', '~', ' ']);
    let starts = before.is_empty() || before.ends_with([' ', '~', '∼', '-']);
    bracketed
        || (starts
            && after.starts_with(['~', '∼', ')', ' '])
            && !after.trim_start().starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// How many pieces away the date may stand that a lone month could be mistaken for.
const NEAR: usize = 40;

/// Words that a quote needs because its own words alone stand for another date too: "in June" beside
/// "June 5".
pub fn widen(text: &str, atoms: &Atoms, at: usize, reading: &mut Reading) {
    if reading.rule != Rule::Month || reading.from.relative.is_some() {
        return;
    }
    let name = &text[reading.range.clone()];
    let near = at.saturating_sub(NEAR)..(at + NEAR).min(atoms.len());
    let elsewhere = near.filter(|i| *i != at).any(|i| text[atoms[i].range.clone()].contains(name));
    let before = text[..reading.range.start].trim_end();
    if elsewhere && let Some(space) = before.rfind(' ') {
        reading.range.start = space + 1;
    }
}

/// What gives a date without a year its year.
#[derive(Debug, Clone, Copy)]
pub struct Anchor {
    published: Option<Day>,
    year: Option<i32>,
    /// The date named last, with the year it has or was given.
    last: Option<Day>,
    /// Whether that stands in the same sentence, with its year printed.
    same_sentence: bool,
}

impl Anchor {
    /// The date of publication, else the year that the text names most often.
    pub fn of<'a>(published: Option<&str>, readings: impl Iterator<Item = &'a Reading>) -> Self {
        let published = published.and_then(parse);
        let mut counts: std::collections::BTreeMap<i32, usize> = std::collections::BTreeMap::new();
        for reading in readings.filter(|reading| !reading.from.decade) {
            // A full day says more about when a text was written than a year does.
            let weight = if reading.from.day.is_some() { 3 } else { 1 };
            if let Some(year) = reading.from.year {
                *counts.entry(year).or_default() += weight;
            }
        }
        let year =
            counts.iter().max_by_key(|(year, count)| (**count, **year)).map(|(year, _)| *year);
        Self { published, year, last: None, same_sentence: false }
    }

    /// Goes on after a reading; `following` is the text from it to the next one.
    pub fn passed(&mut self, reading: &Reading, following: &str) {
        let printed = reading.from.year.is_some() && reading.from.month.is_some();
        self.last = self.year_of(reading.from, None).map(|(day, _)| day).or(self.last);
        self.same_sentence = printed && !following.contains(". ") && following.len() < 300;
    }

    /// A day alone is in the month of the date before it, else in that of publication.
    fn with_month(&self, day: Day) -> Day {
        if day.month.is_some() || day.day.is_none() {
            return day;
        }
        let base = self.last.filter(|last| last.month.is_some()).or(self.published);
        Day {
            month: base.and_then(|base| base.month),
            year: base.and_then(|base| base.year),
            ..day
        }
    }

    /// The EDTF of a reading, and where its year came from if it is not printed.
    pub fn resolve(&self, reading: &Reading) -> Option<(String, Option<&'static str>)> {
        let told_before = reading.from.month.is_none() && reading.from.day.is_some();
        let (from, source) = self.year_of(self.with_month(reading.from), None)?;
        let source = if told_before { Some("the date before it") } else { source };
        let Some(to) = reading.to else { return Some((from.edtf()?, source)) };
        let (to, _) = self.year_of(to, Some(from))?;
        if to.number() < from.number() || from.year.is_none() {
            return Some((from.edtf()?, source));
        }
        Some((format!("{}/{}", from.edtf()?, to.edtf()?), source))
    }

    fn year_of(&self, day: Day, start: Option<Day>) -> Option<(Day, Option<&'static str>)> {
        if day.year.is_some() {
            return day.exists().then_some((day, None));
        }
        let source =
            if self.published.is_some() { "the publication date" } else { "the other dates" };
        let base = self.published.and_then(|p| p.year).or(self.year)?;
        let with = |year: i32| Day { year: Some(year), relative: None, ..day };
        let year = match (day.relative, start, self.published) {
            (Some(Relative::Following), start, _) => start.and_then(|s| s.year).unwrap_or(base) + 1,
            (Some(Relative::Years(offset)), _, _) => base + offset,
            (_, Some(start), _) => {
                let same = start.year.unwrap_or(base);
                if with(same).number() < start.number() { same + 1 } else { same }
            }
            (Some(Relative::Last), _, Some(published)) => {
                if with(base).number() <= published.number() + 15 { base } else { base - 1 }
            }
            (Some(Relative::Next), _, Some(published)) => {
                if with(base).number() + 15 >= published.number() { base } else { base + 1 }
            }
            (_, None, Some(published)) => {
                self.in_sentence(with, published).unwrap_or_else(|| nearest(with, base, published))
            }
            (_, None, None) => base,
        };
        let day = with(year);
        day.exists().then_some((day, Some(source)))
    }
}

impl Anchor {
    /// "in May 2023 and in October": the year of the date before, when that is past and this comes after it.
    fn in_sentence(&self, with: impl Fn(i32) -> Day, published: Day) -> Option<i32> {
        let last = self.last.filter(|_| self.same_sentence)?;
        let year = last.year?;
        let same = with(year);
        let comes_after = same.number() > last.number() && same.number() <= published.number();
        let is_recent =
            (with(published.year.unwrap_or(year)).number() - published.number()).abs() <= 31;
        (comes_after && !is_recent).then_some(year)
    }
}

/// The year that brings a day nearest to the publication.
fn nearest(with: impl Fn(i32) -> Day, base: i32, published: Day) -> i32 {
    let distance = |year: i32| (with(year).number() - published.number()).abs();
    [base, base - 1, base + 1].into_iter().min_by_key(|year| distance(*year)).unwrap_or(base)
}
