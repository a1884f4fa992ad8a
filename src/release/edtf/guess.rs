//! What a person meant who wrote a date in another way. Whatever is offered has been read as EDTF.

use super::english::MONTHS;
use super::read::read;

/// Longer texts are no dates.
const LONGEST: usize = 64;

/// One way of writing dates, and what such a text could mean.
type Rewrite = fn(&str) -> Option<Vec<String>>;

/// `did you mean …?`, or nothing.
pub fn guess(text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    let rewrites: [Rewrite; 7] =
        [tidied, clock_only, roughly, decade, quarter, days_and_months, years];
    let candidates = rewrites.iter().filter_map(|rewrite| rewrite(text));
    let mut readable = candidates.filter_map(|mut group| {
        group.retain(|candidate| read(candidate).is_ok());
        (!group.is_empty()).then_some(group)
    });
    let quoted: Vec<String> = readable.next()?.iter().map(|c| format!("`{c}`")).collect();
    Some(format!("did you mean {}?", quoted.join(" or ")))
}

/// White space, letter case, a blank instead of `T`, dashes that look like `-`.
fn tidied(text: &str) -> Option<Vec<String>> {
    let plain: String = text.trim().chars().map(plain_dash).collect();
    let upper = plain.replace('x', "X").replace('t', "T").replace('z', "Z");
    let joined = upper.replace(" /", "/").replace("/ ", "/").replace(' ', "T");
    (joined != text).then(|| vec![joined])
}

fn plain_dash(c: char) -> char {
    if matches!(c, '‐' | '‑' | '‒' | '–' | '—' | '−' | '－') { '-' } else { c }
}

/// A span whose second end is only a time, or only a day: `2019-03-06T10:00/14:00`.
fn clock_only(text: &str) -> Option<Vec<String>> {
    let (from, to) = text.split_once('/')?;
    let day = from.split('T').next()?;
    let year = day.split('-').next()?;
    let month = day.rsplit_once('-').map_or(day, |(month, _)| month);
    Some(vec![[from, "/", day, "T", to.trim_start_matches('T')].concat()])
        .filter(|group| read(&group[0]).is_ok())
        .or_else(|| {
            let ends = [[month, "-", to].concat(), [year, "-", to].concat()];
            let whole = ends.into_iter().map(|end| [from, "/", &end].concat());
            whole.filter(|span| read(span).is_ok()).map(|span| vec![span]).next()
        })
}

fn roughly(text: &str) -> Option<Vec<String>> {
    let lower = text.trim().to_lowercase();
    let words = ["circa", "about", "around", "approx.", "approximately", "ca.", "c.", "ca ", "c "];
    let rest = words.iter().find_map(|word| lower.strip_prefix(word))?;
    Some(vec![format!("{}~", rest.trim().to_uppercase())])
}

fn decade(text: &str) -> Option<Vec<String>> {
    let lower = text.trim().to_lowercase();
    let year = lower.trim_start_matches("the ").strip_suffix("0s")?.trim_end_matches(['\'', '’']);
    Some(vec![format!("{year}X")])
}

fn quarter(text: &str) -> Option<Vec<String>> {
    let (year, quarter) = text.split_once(['Q', 'q'])?;
    let quarter: u8 = quarter.trim().parse().ok().filter(|q| (1..=4).contains(q))?;
    let year = year.trim().trim_end_matches('-');
    Some(vec![format!("{year}-{:02}/{year}-{:02}", 3 * quarter - 2, 3 * quarter)])
}

/// `06/03/2019`, `2019-3-6`, `2019. 3. 6.`, `20190306`, `March 6, 2019`, `2019년 3월`.
fn days_and_months(text: &str) -> Option<Vec<String>> {
    let mut numbers = numbers(text);
    if text.contains('X') {
        return None;
    }
    if let [whole] = numbers[..]
        && whole.len() == 8
    {
        numbers = vec![&whole[..4], &whole[4..6], &whole[6..]];
    }
    let years = numbers.iter().filter(|n| n.len() == 4).count();
    let short = numbers.iter().filter(|n| n.len() <= 2).count();
    if years != 1 || years + short != numbers.len() {
        return None;
    }
    let year = *numbers.iter().find(|n| n.len() == 4)?;
    let rest: Vec<u8> =
        numbers.iter().filter(|n| n.len() <= 2).filter_map(|n| n.parse().ok()).collect();
    let day = |month: u8, day: u8| format!("{year}-{month:02}-{day:02}");
    match (named_month(text), &rest[..]) {
        (Some(month), []) => Some(vec![format!("{year}-{month:02}")]),
        (Some(month), [d]) => Some(vec![day(month, *d)]),
        (None, [month]) => Some(vec![format!("{year}-{month:02}")]),
        (None, [m, d]) if numbers[0] == year => {
            let straight = day(*m, *d);
            let is_good = read(&straight).is_ok();
            Some(vec![if is_good { straight } else { day(*d, *m) }])
        }
        (None, [a, b]) if a == b => Some(vec![day(*a, *b)]),
        (None, [a, b]) => Some(vec![day(*b, *a), day(*a, *b)]),
        _ => None,
    }
}

fn years(text: &str) -> Option<Vec<String>> {
    match numbers(text)[..] {
        [from, to] if from.len() == 4 && to.len() == 4 => Some(vec![format!("{from}/{to}")]),
        [from, to] if from.len() == 4 && to.len() == 2 => {
            Some(vec![format!("{from}/{}{to}", &from[..2])])
        }
        _ => None,
    }
}

fn numbers(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty()).collect()
}

fn named_month(text: &str) -> Option<u8> {
    let lower = text.to_lowercase();
    let word = lower.split(|c: char| !c.is_alphabetic()).find(|word| word.len() >= 3)?;
    let is_named = |name: &&str| {
        name.to_lowercase().starts_with(word) || (*name == "September" && word == "sept")
    };
    (1..).zip(&MONTHS).find(|(_, name)| is_named(name)).map(|(month, _)| month)
}
