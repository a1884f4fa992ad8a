//! The smallest pieces that name a day, month or year, found by a table of patterns.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::super::lexicon::LEXICON;
use super::Rule;
use super::calendar::{Day, Relative};

/// A piece that names a day, month or year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Atom {
    /// What it names.
    pub day: Day,
    /// The bytes of the text.
    pub range: Range<usize>,
    /// The rule.
    pub rule: Rule,
    /// Whether it is a date only where the words around it say so.
    pub needs_context: bool,
}

/// Parts of the patterns. `W` is a weekday, `M` a month, `D` a day, `Y` a year.
const PARTS: [(&str, &str); 10] = [
    (
        "{W}",
        r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+(?:the\s+)?)?",
    ),
    ("{D}", r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?"),
    ("{Y}", r"(?P<y>(?:1[5-9]|20|21)\d\d)"),
    ("{R}", r"(?:\s+(?P<r>this|last|next)\s+year)?"),
    ("{KY}", r"(?:(?P<y>(?:1[5-9]|20|21)\d\d)|[’'‘`](?P<yy>\d\d))"),
    ("{KR}", r"(?:(?P<kr>올해|금년|올|지난해|작년|내년|이듬해|다음해|지난|오는)\s*)?"),
    ("{KW}", r"(?:\s*\(\s*[월화수목금토일](?:요일)?\s*\)|\s*[월화수목금토일]요일)?"),
    ("{EY}", r"(?:(?P<y>(?:1[5-9]|20|21)\d\d)|(?P<era>令和|平成|昭和)\s*(?P<ey>元|\d\d?))"),
    ("{KM}", r"(?P<m>1[0-2]|0?[1-9])"),
    ("{KD}", r"(?P<d>3[01]|[12]\d|0?[1-9])"),
];

/// Rule, pattern, whether it needs context. Of pieces that overlap the longest is taken, then the
/// first of the table.
const PATTERNS: [(Rule, &str, bool); 27] = [
    (Rule::DayOfAMonthAndYear, r"{W}\b{M}\.?\s+{D}(?:,\s*|\s+){Y}\b", false),
    (Rule::DayOfAMonthAndYear, r"{W}\b{D}\s+(?:of\s+)?{M}\.?,?\s+{Y}\b", false),
    (Rule::DayOfAMonth, r"{W}\b{M}\.?\s+{D}\b{R}", false),
    (Rule::DayOfAMonth, r"{W}\b{D}\s+(?:of\s+)?{M}\b{R}", false),
    (Rule::MonthAndYear, r"\b{M}\.?(?:\s+of)?,?\s+{Y}\b", false),
    (Rule::Month, r"\b(?:(?P<r>this|last|next)\s+)?{M}\b", true),
    (Rule::MonthOfAYearToldFromNow, r"\b{M}\s+(?:of\s+)?(?P<r>this|last|next)\s+year\b", false),
    (Rule::ISODate, r"\b{Y}[-/]{KM}[-/]{KD}\b", false),
    (Rule::Decade, r"\b(?P<decade>(?:1[89]|20)\d)0s\b", false),
    (Rule::Year, r"\b{Y}\b", true),
    (Rule::KoreanDay, r"{KY}\s*년\s*{KM}\s*월\s*{KD}\s*일{KW}", false),
    (Rule::KoreanDayOfAMonth, r"{KR}{KM}\s*월\s*{KD}\s*일{KW}", false),
    (Rule::KoreanMonth, r"{KY}\s*년\s*{KM}\s*월", false),
    (Rule::KoreanMonthOfAYear, r"{KR}{KM}\s*월", true),
    (Rule::KoreanYear, r"{KY}\s*년", true),
    (Rule::KoreanDateWithPoints, r"{KY}\.\s?{KM}\.\s?{KD}\b\.?{KW}", false),
    (Rule::KoreanMonthWithAPoint, r"{KY}\.\s?{KM}\b\.?", true),
    (Rule::KoreanDayWithPoints, r"{KM}\.\s?{KD}\.\s?\([월화수목금토일]\)", false),
    (Rule::AbbreviatedYear, r"[’'‘](?P<yy>\d\d)\b", true),
    (Rule::EastAsianDay, r"{EY}\s*年\s*{KM}\s*月\s*{KD}\s*[日号]", false),
    (Rule::EastAsianDayOfAMonth, r"{KM}\s*月\s*{KD}\s*[日号]", false),
    (Rule::EastAsianMonth, r"{EY}\s*年\s*{KM}\s*月", false),
    (Rule::EastAsianYear, r"{EY}\s*年", true),
    (Rule::DayOfTheMonthToldBefore, r"\bthe\s+(?P<d>[0-3]?\d)(?:st|nd|rd|th)\b", true),
    (
        Rule::KoreanDayOfTheMonthToldBefore,
        r"(?:지난|오는|이달)\s*(?P<d>3[01]|[12]\d|[1-9])\s*일{KW}",
        false,
    ),
    (Rule::KoreanDayOfTheMonth, r"(?P<d>3[01]|[12]\d|[1-9])\s*일{KW}", true),
    (Rule::NumericDate, r"\b{KD}[./]{KM}[./]{Y}\b", true),
];

static RULES: LazyLock<Vec<(Rule, Regex, bool)>> = LazyLock::new(|| {
    let mut months: Vec<&str> = LEXICON.months.keys().map(String::as_str).collect();
    // The longest first, so that "Sept" is not read as "Sep" with a letter over.
    months.sort_by_key(|name| (std::cmp::Reverse(name.len()), *name));
    let month = format!("(?P<mon>{})", months.join("|"));
    let rules = PATTERNS.iter().map(|(rule, pattern, needs_context)| {
        let filled =
            PARTS.iter().fold((*pattern).to_owned(), |p, (name, part)| p.replace(name, part));
        let pattern = format!("(?i){}", filled.replace("{M}", &month));
        (
            *rule,
            Regex::new(&narrow(&pattern)).expect("the table is compiled by a test"),
            *needs_context,
        )
    });
    rules.collect()
});

/// A pattern in terms of plain digits, the one kind of space that folded text has, and boundaries of
/// ASCII words: with those a search stays fast on any script.
pub fn narrow(pattern: &str) -> String {
    let pairs =
        [(r"\s*", " ?"), (r"\s+", " "), (r"\s", " "), (r"\d", "[0-9]"), (r"\b", r"(?-u:\b)")];
    pairs.iter().fold(pattern.to_owned(), |pattern, (wide, narrow)| pattern.replace(wide, narrow))
}

/// The pieces of a text in order, none overlapping.
pub fn find(text: &str) -> Vec<Atom> {
    if !text.bytes().any(|b| b.is_ascii_digit()) && !names_month(text) {
        return Vec::new();
    }
    let mut atoms: Vec<(usize, Atom)> = Vec::new();
    let ascii = text.is_ascii();
    for (place, (rule, pattern, needs_context)) in RULES.iter().enumerate() {
        if ascii && !pattern.as_str().is_ascii() {
            continue;
        }
        for captures in pattern.captures_iter(text) {
            if let Some(atom) = atom(text, &captures, (*rule, *needs_context)) {
                atoms.push((place, atom));
            }
        }
    }
    atoms
        .sort_by_key(|(place, atom)| (atom.range.start, std::cmp::Reverse(atom.range.end), *place));
    let mut kept: Vec<Atom> = Vec::with_capacity(atoms.len());
    for (_, atom) in atoms {
        match kept.last_mut() {
            Some(last) if atom.range.start < last.range.end => {
                if atom.range.len() > last.range.len() {
                    *last = atom;
                }
            }
            _ => kept.push(atom),
        }
    }
    kept
}

fn names_month(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_alphabetic())
        .any(|word| word.len() >= 3 && LEXICON.months.contains_key(&word.to_lowercase()))
}

fn atom(text: &str, captures: &Captures<'_>, rule: (Rule, bool)) -> Option<Atom> {
    let whole = captures.get(0)?;
    let range = whole.range();
    if !stands_alone(text, &range) {
        return None;
    }
    let number = |name: &str| captures.name(name).and_then(|m| m.as_str().parse::<i32>().ok());
    let month_name = captures.name("mon");
    let month = month_name
        .and_then(|m| LEXICON.months.get(&m.as_str().to_lowercase()).copied())
        .or_else(|| number("m").and_then(|m| u8::try_from(m).ok()));
    let day = number("d").and_then(|d| u8::try_from(d).ok());
    let decade = number("decade").map(|d| d * 10);
    let short = number("yy").map(|yy| if yy < 60 { 2000 + yy } else { 1900 + yy });
    let relative = captures
        .name("r")
        .or_else(|| captures.name("kr"))
        .and_then(|m| relative(&m.as_str().to_lowercase()));
    let day = Day {
        year: number("y").or(short).or(decade).or_else(|| era_year(captures)),
        month,
        day,
        minute: None,
        relative: relative
            .filter(|_| {
                !matches!(rule.0, Rule::Month | Rule::MonthAndYear) || captures.name("r").is_some()
            })
            .map(|r| for_month(r, rule.0)),
        decade: decade.is_some(),
    };
    // "may" and "march" in lower case are verbs unless a number makes them a month.
    let is_name = month_name.is_none_or(|m| {
        m.as_str().starts_with(char::is_uppercase) || (day.year.is_some() && day.day.is_some())
    });
    let range = trimmed(text, range);
    // A day alone waits for its month.
    let told_before = rule.0.waits_for_month() && day.day.is_some_and(|d| (1..=31).contains(&d));
    (is_name && (day.exists() || told_before)).then_some(Atom {
        day,
        range,
        rule: rule.0,
        needs_context: rule.1,
    })
}

/// 令和6年: the year of an era, the first of which may be written 元.
fn era_year(captures: &Captures<'_>) -> Option<i32> {
    let before_first = match captures.name("era")?.as_str() {
        "令和" => 2018,
        "平成" => 1988,
        _ => 1925,
    };
    let year = captures.name("ey")?.as_str();
    Some(before_first + if year == "元" { 1 } else { year.parse().ok()? })
}

/// "this September" names the year as "this year" does; "last September" the last one before now.
fn for_month(relative: Relative, rule: Rule) -> Relative {
    match (rule, relative) {
        (Rule::Month, Relative::Years(-1)) => Relative::Last,
        (Rule::Month, Relative::Years(1)) => Relative::Next,
        _ => relative,
    }
}

fn relative(word: &str) -> Option<Relative> {
    Some(match word {
        "this" | "올해" | "금년" | "올" => Relative::Years(0),
        "last" | "지난해" | "작년" => Relative::Years(-1),
        "next" | "내년" => Relative::Years(1),
        "이듬해" | "다음해" => Relative::Following,
        "지난" => Relative::Last,
        "오는" => Relative::Next,
        _ => return None,
    })
}

/// Not part of a longer number, version, address or telephone number.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let mut rest = text[range.end..].chars();
    let (first, second) = (rest.next(), rest.next());
    let more = matches!(first, Some(',' | '.'))
        && is_digit(second)
        && text[range.clone()].ends_with(|c: char| c.is_ascii_digit());
    let decimal = matches!(before, Some('.' | ',' | '/' | '-'))
        && is_digit(text[..range.start].chars().rev().nth(1));
    let starts_digit = text[range.clone()].starts_with(|c: char| c.is_ascii_digit());
    let dotted_range = more && first == Some('.') && text[range.clone()].contains(['월', '년']);
    let is_part = is_digit(after) || is_digit(before) && starts_digit || more && !dotted_range;
    let is_fraction = decimal && starts_digit && before != Some('-');
    !is_part && !is_fraction
}

/// White space at the ends belongs to no quote.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let piece = &text[range.clone()];
    let start = range.start + piece.len() - piece.trim_start().len();
    start..start + piece.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_compiles_and_the_longest_piece_wins() {
        assert_eq!(RULES.len(), PATTERNS.len());
        let atoms = find("on Monday, 20 November 2023 and May 5");
        assert_eq!(atoms.len(), 2);
        assert_eq!(atoms[0].rule, Rule::DayOfAMonthAndYear);
    }
}
