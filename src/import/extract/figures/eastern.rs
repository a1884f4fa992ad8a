//! Korean, Japanese and Chinese numbers: digits with 만, 억, 万, 億 among them, and the counter after.

use std::sync::LazyLock;

use super::{Line, Rule, Sighting, label};
use crate::import::extract::lexicon::LEXICON;
use crate::import::extract::people::without_particle;
use crate::text::hangul::is_hangul;

/// Counters, the longest first.
static COUNTERS: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let mut counters: Vec<_> =
        LEXICON.korean.counters.iter().map(|(word, unit)| (word.as_str(), unit.as_str())).collect();
    counters.sort_by_key(|(word, _)| (std::cmp::Reverse(word.len()), *word));
    counters
});

/// The figures of a line that has East Asian letters, in order.
pub fn find(line: &Line<'_>) -> Vec<Sighting> {
    let text = line.text;
    let mut found: Vec<Sighting> = Vec::new();
    if !text.chars().any(is_eastern) {
        return found;
    }
    let mut at = 0;
    while let Some(next) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + next;
        let Some((value, length)) = number(&text[start..]) else {
            at = start + digits(&text[start..]).max(1);
            continue;
        };
        let end = start + length;
        at = end;
        if line.is_dated(start, end) || is_code(text, start, end) || is_vague(&text[..start]) {
            continue;
        }
        if let Some(mut sighting) = counted(line, start, end, value) {
            at = sighting.range.end.max(end);
            if let Some(last) = found.last()
                && sighting.label.is_none()
                && last.unit == sighting.unit
                && label::eastern::goes_on(&text[last.range.end..sighting.range.start])
            {
                sighting.label.clone_from(&last.label);
            }
            found.push(sighting);
        }
    }
    found.extend(native(line));
    found.sort_by_key(|sighting| sighting.range.start);
    found
}

fn is_eastern(c: char) -> bool {
    is_hangul(c) || matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}')
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b',' | b'.')).count()
}

/// `1조 2천억`, `6천`, `19,502`, `3만 5천`: the value and how many bytes it takes.
fn number(text: &str) -> Option<(f64, usize)> {
    let (mut total, mut end) = (0f64, 0);
    let mut last_power = u32::MAX;
    loop {
        let rest = &text[end..];
        let space = usize::from(end > 0 && rest.starts_with(' '));
        let length = digits(&rest[space..]);
        let plain = rest[space..space + length].trim_end_matches([',', '.']);
        if plain.is_empty() || plain.len() > 30 {
            break;
        }
        let mut power = 0;
        let mut after = space + plain.len();
        while let Some(c) = rest[after..].chars().next()
            && let Some(more) = LEXICON.numbers.eastern_magnitudes.get(&c)
            && is_magnitude(rest, after, c)
        {
            power += more;
            after += c.len_utf8();
        }
        // Parts go down: 조, 억, 만. A number after the last of them is another one.
        if end > 0 && (power >= last_power || last_power == 0) {
            break;
        }
        if power == 0 && end > 0 && plain.contains(',') {
            break;
        }
        let value: f64 = format!("{}e{power}", plain.replace(',', "")).parse().ok()?;
        total += value;
        end += after;
        last_power = power;
        if power == 0 {
            break;
        }
    }
    (end > 0 && total.is_finite()).then_some((total, end))
}

/// `조` in `3조` may be an article's number, `천` a river: a magnitude has a number's rest, a counter or a
/// space after it.
fn is_magnitude(text: &str, at: usize, c: char) -> bool {
    let after = text[at + c.len_utf8()..].chars().next();
    match c {
        '십' | '백' | '천' | '만' | '억' => after.is_none_or(|a| !matches!(a, '안' | '장')),
        '조' => {
            after.is_some_and(|a| a == ' ' || a == '원' || a == '여' || a.is_ascii_digit())
                && !text[at + c.len_utf8()..].trim_start().starts_with("제")
        }
        _ => true,
    }
}

/// `数1000人`, `수1000명`: some thousands, and nobody knows how many.
fn is_vague(before: &str) -> bool {
    let rest = before.strip_suffix(['数', '數', '数', '幾', '几', '수']);
    rest.is_some_and(|rest| !rest.ends_with(is_eastern))
}

/// `3대 교역국`: the three greatest, not three vehicles as in `버스 3대 지원`.
fn is_rank(before: &str, after: &str) -> bool {
    let word = before.trim_end().rsplit(' ').next().unwrap_or_default();
    let is_counted = !word.is_empty()
        && word.ends_with(is_hangul)
        && without_particle(word) == word
        && !matches!(word, "세계" | "국내" | "주요" | "핵심");
    !is_counted && after.strip_prefix(' ').is_some_and(|after| after.starts_with(is_hangul))
}

/// Part of a telephone number, an item's number, an address, a word.
fn is_code(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    let joins = |c: Option<char>| matches!(c, Some('-' | '/' | ':' | '.' | '_' | '='));
    let digit_before = joins(before)
        && text[..start].chars().rev().nth(1).is_some_and(|c| c.is_ascii_alphanumeric());
    let digit_after =
        joins(after) && text[end..].chars().nth(1).is_some_and(|c| c.is_ascii_alphanumeric());
    before.is_some_and(|c| c.is_ascii_alphanumeric()) || digit_before || digit_after
}

fn counted(line: &Line<'_>, start: usize, end: usize, value: f64) -> Option<Sighting> {
    let text = line.text;
    let mut at = end;
    let (mut high, mut low) = (None, value);
    if let Some(rest) = text[at..].strip_prefix(['~', '∼', '～', '-', '–']) {
        let sign = text[at..].len() - rest.len();
        if let Some((max, length)) = number(rest)
            && max > value
        {
            at += sign + length;
            high = Some(max);
        }
    }
    let approximate = text[at..]
        .trim_start_matches(' ')
        .strip_prefix('여')
        .or_else(|| text[at..].strip_prefix("餘"));
    if let Some(rest) = approximate {
        at = text.len() - rest.len();
    }
    // A magnitude after the sign of a range counts for both ends: `3~5만 명`.
    if high.is_some_and(|high| {
        high >= 10000.0 && value < 1000.0 && text[start..at].ends_with(['만', '억', '천'])
    }) {
        low = scaled(text, at, value);
    }
    let spaced = text[at..].len() - text[at..].trim_start_matches(' ').len();
    let place = at + spaced;
    let (unit, length, rule) = unit(text, (start, place), spaced > 0)?;
    let start = if rule == Rule::Edition && text[..start].ends_with('제') {
        start - '제'.len_utf8()
    } else {
        start
    };
    let (unit, length) = with_noun(text, place, unit, length);
    Some(Sighting {
        order: line.order,
        range: start..place + length,
        value: low,
        value_max: high,
        label: label::eastern::label(text, start, place + length, unit == "ordinal"),
        unit,
        period: None,
        rule,
        doubt: None,
    })
}

fn scaled(text: &str, end: usize, value: f64) -> f64 {
    let mut scale = 1.0;
    for c in text[..end].chars().rev() {
        let Some(power) = LEXICON.numbers.eastern_magnitudes.get(&c) else { break };
        scale *= 10f64.powi(power.cast_signed());
    }
    value * scale
}

/// The unit that stands after a number, how many bytes it takes, and the rule.
fn unit(text: &str, place: (usize, usize), spaced: bool) -> Option<(String, usize, Rule)> {
    let (start, at) = place;
    let rest = &text[at..];
    let korean = &LEXICON.korean;
    let ordinal = text[..start].ends_with('제');
    // 제1차관 is a post, 4차 산업혁명 an age.
    let behind = rest.strip_prefix('차').unwrap_or_default();
    if behind.starts_with('관') || behind.trim_start().starts_with("산업혁명") {
        return None;
    }
    if let Some(edition) =
        korean.editions.iter().filter(|e| rest.starts_with(e.as_str())).max_by_key(|e| e.len())
    {
        let counts = matches!(edition.as_str(), "회차" | "회째" | "차례");
        let serial = edition == "차"
            && rest[edition.len()..].starts_with(' ')
            && names_event(&rest[edition.len()..]);
        if ordinal || counts && edition != "차례" || serial {
            return Some(("ordinal".into(), edition.len(), Rule::Edition));
        }
    }
    if ordinal {
        return None;
    }
    for currency in &LEXICON.currencies {
        let word = currency
            .3
            .iter()
            .filter(|word| rest.starts_with(word.as_str()))
            .max_by_key(|word| word.len());
        if let Some(word) = word.filter(|word| is_word_end(&rest[word.len()..], word)) {
            return Some((currency.0.clone(), word.len(), Rule::Money));
        }
    }
    let (word, unit) = COUNTERS.iter().find(|(word, _)| rest.starts_with(word))?;
    let duration =
        korean.durations.iter().any(|d| rest.starts_with(d.as_str()) && d.len() >= word.len());
    // `1인당`: for each, and no count.
    let each = rest[word.len()..].starts_with('당') || rest[word.len()..].starts_with(" 당");
    let rank = *word == "대" && !spaced && is_rank(&text[..start], &rest[word.len()..]);
    if duration
        || each
        || rank
        || unit.is_empty()
        || spaced && word.is_ascii() && !word.starts_with('%')
    {
        return None;
    }
    let rule = match *unit {
        "%" | "percentage points" => Rule::Share,
        "times" => Rule::Multiple,
        "anniversary" => Rule::Anniversary,
        "ordinal" => Rule::Edition,
        _ => Rule::NumberAndCounter,
    };
    Some(((*unit).to_owned(), word.len(), rule))
}

/// `원` is won, but begins 원칙; a particle, a sign, a space or the end must follow.
fn is_word_end(rest: &str, word: &str) -> bool {
    if word.chars().count() > 1 {
        return true;
    }
    let next = rest.chars().next();
    // Japanese and Chinese go on in other letters than their units have.
    next.is_none_or(|c| !is_eastern(c) || matches!(c, '\u{3040}'..='\u{309f}' | '的'))
        || LEXICON.korean.particles.iter().any(|p| rest.starts_with(p.as_str()))
        || ["규모", "상당", "이상", "이하", "대", "씩", "안팎", "남짓", "어치"]
            .iter()
            .any(|w| rest.starts_with(w))
}

/// `3차 회의`: an event's word after a bare 차.
fn names_event(rest: &str) -> bool {
    const EVENTS: [&str; 14] = [
        "회의",
        "회담",
        "대화",
        "협의",
        "포럼",
        "정상",
        "공동",
        "전략",
        "위원회",
        "총회",
        "한-",
        "한·",
        "산업",
        "협상",
    ];
    let near: String = rest.trim_start().chars().take(24).collect();
    EVENTS.iter().any(|event| near.contains(event))
}

/// `12개 대학`: of a counter that says nothing the noun after it is the unit.
fn with_noun(text: &str, place: usize, unit: String, length: usize) -> (String, usize) {
    if unit != "items" {
        return (unit, length);
    }
    let rest = &text[place + length..];
    let Some(word) = rest
        .strip_prefix(' ')
        .and_then(|rest| rest.split(|c: char| !is_hangul(c)).next())
        .filter(|word| !word.is_empty())
    else {
        return (noun_before(text, place).unwrap_or(unit), length);
    };
    let stem = without_particle(word);
    let end = length + 1 + stem.len();
    (stem.to_owned(), end)
}

/// `학과 898개`: the noun before the number.
fn noun_before(text: &str, place: usize) -> Option<String> {
    let before = text[..place].trim_end_matches(|c: char| {
        c.is_ascii_digit() || matches!(c, ',' | '.' | ' ' | '총' | '약' | '여')
    });
    let word =
        before.rsplit(|c: char| !is_hangul(c)).next().filter(|word| word.chars().count() >= 2)?;
    Some(without_particle(word).to_owned())
}

/// `두 명`, `세 곳`: native numerals before the counters of people, places and countries.
fn native(line: &Line<'_>) -> Vec<Sighting> {
    const COUNTED: [(&str, &str); 4] =
        [("명", "people"), ("곳", "places"), ("차례", "occasions"), ("건", "cases")];
    let mut found = Vec::new();
    for pair in line.tokens.windows(2) {
        let value = LEXICON.numbers.korean_native.get(pair[0].text).filter(|value| **value > 1);
        let Some(value) = value else { continue };
        let counter = COUNTED
            .iter()
            .find(|(word, _)| without_particle(pair[1].text) == *word || pair[1].text == *word);
        let Some((word, unit)) = counter.filter(|_| pair[1].spaced) else { continue };
        let range = pair[0].start..pair[1].start + word.len();
        found.push(Sighting {
            order: line.order,
            label: label::eastern::label(line.text, range.start, range.end, false),
            range,
            value: *value as f64,
            value_max: None,
            unit: (*unit).to_owned(),
            period: None,
            rule: Rule::NumberAndCounter,
            doubt: None,
        });
    }
    found
}
