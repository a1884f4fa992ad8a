//! People in Korean: a name of two to four syllables beside a position, with or without its body.

use super::word::Words;
use super::{Affiliation, Rule, Sighting};
use crate::import::extract::lexicon::LEXICON;
use crate::import::extract::token::{Shape, Token};
use crate::text::hangul::is_hangul;

/// The people of a passage.
pub fn find(words: &Words<'_>) -> Vec<Sighting> {
    if !words.passage.text.chars().any(is_hangul) {
        return Vec::new();
    }
    let mut found: Vec<Sighting> = Vec::new();
    for at in 0..words.tokens.len() {
        let sighted = in_brackets(words, at)
            .or_else(|| before_position(words, at))
            .or_else(|| abroad(words, at))
            .or_else(|| after_position(words, at))
            .or_else(|| surname_alone(words, at));
        let Some(sighting) = sighted else { continue };
        if found.last().is_none_or(|last| last.name != sighting.name) {
            found.push(sighting);
        }
    }
    found
}

/// `교육부(장관 최수진)`
fn in_brackets(words: &Words<'_>, at: usize) -> Option<Sighting> {
    if !words.is(at, "(") || at == 0 || words.tokens[at].spaced && !hangul(words, at - 1) {
        return None;
    }
    // One position, or several: `부총리 겸 교육부장관`.
    let place = (at + 2..at + 6).find(|i| words.is(i + 1, ")") || words.is(i + 1, ","))?;
    let name = words.tokens.get(place).filter(|token| is_any_name(token.text))?;
    let held = words.tokens.get(place - 1).is_some_and(|token| is_position(token.text));
    let title = words.text(at + 1, place);
    let body = words.tokens[at - 1].text;
    held.then(|| {
        sighting(
            words,
            name.start..name.end,
            Some(title.to_owned()),
            Some(body.to_owned()),
            Rule::PositionAndNameInBrackets,
        )
    })
}

/// `최수진 교육부 장관은`, `최수진 장관은`, `김하늘 국제협력본부장은`
fn before_position(words: &Words<'_>, at: usize) -> Option<Sighting> {
    let name = words.tokens.get(at).filter(|token| is_name(token.text))?;
    if at > 0 && words.tokens[at - 1].text.ends_with('·') {
        return None;
    }
    // The position is the next word, or stands after one or two words of a body.
    for length in 0..3 {
        let token = words
            .tokens
            .get(at + 1 + length)
            .filter(|token| token.spaced && token.shape == Shape::Word)?;
        let stem = without_particle(token.text);
        if let Some(title) = position_of(stem) {
            let body = words.text(at + 1, at + 1 + length);
            let bodies = (at + 1..at + 1 + length).all(|i| {
                is_body(words.tokens[i].text)
                    || LEXICON
                        .korean
                        .bodies
                        .iter()
                        .any(|b| words.tokens[i].text.ends_with(b.as_str()))
            });
            if !bodies || length == 0 && is_place_of(name.text, title) {
                return None;
            }
            // `외교부 한지우 장관`: the body stands before the name.
            let before = at.checked_sub(1).map(|i| words.tokens[i].text);
            let before =
                before.filter(|text| is_body(text) && !is_position(without_particle(text)));
            let body = if length > 0 {
                Some(body.to_owned())
            } else {
                before.map(str::to_owned).or_else(|| own_body(stem))
            };
            return Some(sighting(
                words,
                name.start..name.end,
                Some(title.to_owned()),
                body,
                Rule::NameBeforePosition,
            ));
        }
        if !is_body(token.text) {
            return None;
        }
    }
    None
}

/// `용인시 시장`: the place that a position is held at.
fn is_place_of(name: &str, title: &str) -> bool {
    let heads = [("시", "시장"), ("도", "지사"), ("군", "군수"), ("구", "구청장")];
    heads.iter().any(|(place, head)| name.ends_with(place) && title.ends_with(head))
}

/// `최 장관은`: a family name and a position, of whoever holds it and is named in full.
fn surname_alone(words: &Words<'_>, at: usize) -> Option<Sighting> {
    let name = words.tokens.get(at).filter(|token| is_surname(token.text))?;
    let next = words.tokens.get(at + 1).filter(|token| token.spaced)?;
    let title = position_of(without_particle(next.text))?;
    let found = sighting(
        words,
        name.start..name.end,
        Some(title.to_owned()),
        None,
        Rule::SurnameBeforePosition,
    );
    Some(Sighting { quote: name.start..next.start + title.len(), ..found })
}

/// `토머스 밀러 미국 국무장관`: words of a foreign name before a country and a position.
fn abroad(words: &Words<'_>, at: usize) -> Option<Sighting> {
    const LONGEST: usize = 4;
    let country = words.tokens.get(at)?;
    if country.shape != Shape::Word || !LEXICON.is_korean_country(country.text) {
        return None;
    }
    let title = (at + 1..at + 4).find_map(|i| {
        let token = words.tokens.get(i).filter(|token| token.spaced)?;
        let bodies = (at + 1..i).all(|i| is_body(words.tokens[i].text));
        position_of(without_particle(token.text)).filter(|_| bodies)
    })?;
    let end = name_end(words, at);
    let mut start = end;
    while start > 0
        && end - start < LONGEST
        && is_foreign_word(words, start - 1)
        && (words.tokens[start].spaced || start == end && end < at)
    {
        start -= 1;
    }
    if start == end {
        return None;
    }
    let range = words.tokens[start].start..words.tokens[end - 1].end;
    let mut found = sighting(
        words,
        range,
        Some(title.to_owned()),
        Some(country.text.to_owned()),
        Rule::ForeignNameBeforeCountryAndPosition,
    );
    found.key = (start..end).map(|i| words.tokens[i].text.to_owned()).collect();
    Some(found)
}

/// Where a foreign name before a country ends: before its own spelling in brackets, and before a closing
/// quotation mark. `「에스펜 바르트 에이데(Espen Barth Eide)」 노르웨이`
fn name_end(words: &Words<'_>, at: usize) -> usize {
    const LONGEST: usize = 8;
    let closes = |sign: &&str| at > 0 && words.is(at - 1, sign);
    let end = at - usize::from(["」", "’", "”", "'", "\""].iter().any(closes));
    if end == 0 || !words.is(end - 1, ")") {
        return end;
    }
    let open = (end.saturating_sub(LONGEST)..end).rev().find(|i| words.is(*i, "("));
    open.unwrap_or(end)
}

/// A word that may be part of a foreign name: no particle that ends a phrase, no position, no body.
fn is_foreign_word(words: &Words<'_>, at: usize) -> bool {
    let text = words.tokens[at].text;
    let length = text.chars().count();
    let ends_phrase = text.ends_with([
        '은', '는', '을', '를', '과', '와', '의', '에', '및', '등', '께', '서', '한', '된', '고',
        '며',
    ]);
    (1..=6).contains(&length)
        && !text.ends_with("으로")
        && text.chars().all(|c| matches!(c, '가'..='힣'))
        && !ends_phrase
        && !is_position(text)
        && !is_body(text)
}

/// `개그우먼 김하늘과`, `교육부 장관 최수진은`
fn after_position(words: &Words<'_>, at: usize) -> Option<Sighting> {
    let title = words
        .tokens
        .get(at)
        .filter(|token| token.shape == Shape::Word && is_position(token.text))?;
    let next = words.tokens.get(at + 1).filter(|token| token.spaced)?;
    let stem = without_particle(next.text);
    let named = is_name(stem)
        && (stem.len() < next.text.len()
            || words.tokens.get(at + 2).is_none_or(|t| t.shape == Shape::Sign));
    // A name after the position may have its own position behind it.
    let own = words
        .tokens
        .get(at + 2)
        .is_some_and(|token| token.spaced && position_of(without_particle(token.text)).is_some());
    if !named || own || is_position(stem) {
        return None;
    }
    let body = at
        .checked_sub(1)
        .map(|i| words.tokens[i].text)
        .filter(|text| is_body(text) && title.spaced);
    let range = next.start..next.start + stem.len();
    Some(sighting(
        words,
        range,
        Some(title.text.to_owned()),
        body.map(str::to_owned),
        Rule::NameAfterPosition,
    ))
}

fn sighting(
    words: &Words<'_>,
    name: std::ops::Range<usize>,
    title: Option<String>,
    body: Option<String>,
    rule: Rule,
) -> Sighting {
    let key = vec![words.passage.text[name.clone()].to_owned()];
    Sighting {
        order: words.passage.order,
        quote: name.clone(),
        name,
        key,
        title,
        affiliation: body.map(Affiliation::Named),
        rule,
        headline: false,
    }
}

fn hangul(words: &Words<'_>, at: usize) -> bool {
    words.tokens.get(at).is_some_and(|token: &Token<'_>| token.text.ends_with(is_hangul))
}

/// Two to four syllables that begin with a family name.
fn is_name(text: &str) -> bool {
    let korean = &LEXICON.korean;
    let length = text.chars().count();
    if !(2..=4).contains(&length)
        || !text.chars().all(|c| matches!(c, '가'..='힣'))
        || korean.not_names.contains(text)
    {
        return false;
    }
    let double = korean.double_surnames.iter().any(|surname| text.starts_with(surname.as_str()));
    let single = text.chars().next().is_some_and(|c| korean.surnames.contains(c));
    double && length >= 3
        || single && length == 3 && !text.ends_with(['청', '처', '부', '과', '단'])
}

/// One syllable that is a family name.
pub fn is_surname(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| LEXICON.korean.surnames.contains(c)) && chars.next().is_none()
}

/// As [`is_name`], and two syllables too: for places where nothing else can stand.
fn is_any_name(text: &str) -> bool {
    let two = text.chars().count() == 2 && text.chars().all(|c| matches!(c, '가'..='힣'));
    is_name(text) || two && text.chars().next().is_some_and(|c| LEXICON.korean.surnames.contains(c))
}

/// Whether a word is a position.
fn is_position(text: &str) -> bool {
    position_of(text).is_some()
}

/// A word that ends in a position's: the whole word is printed as the title.
fn position_of(text: &str) -> Option<&str> {
    let found =
        LEXICON.korean.positions.iter().find(|position| text.ends_with(position.as_str()))?;
    let known = text.chars().count() <= 14 && text.chars().all(is_hangul);
    let before = text.chars().count() - found.chars().count();
    (known && (before == 0 || before >= 2 && found.chars().count() >= 2)).then_some(text)
}

/// The body inside a position's word: `국제협력본부장` leads the `국제협력본부`.
fn own_body(title: &str) -> Option<String> {
    let body = title.strip_suffix('장')?;
    let long = body.chars().count() >= 4;
    // Rooms, bureaus and sections are parts of the body that speaks.
    let is_part = body.ends_with(['실', '국', '과', '팀', '부', '단']) && !body.ends_with("본부");
    (long && !is_part && LEXICON.korean.bodies.iter().any(|b| body.ends_with(b.as_str())))
        .then(|| body.to_owned())
}

fn is_body(text: &str) -> bool {
    let length = text.chars().count();
    length >= 3
        && LEXICON
            .korean
            .bodies
            .iter()
            .any(|body| text.ends_with(body.as_str()) && text.len() > body.len())
        || LEXICON.is_korean_country(text)
}

/// A word without the particle at its end.
pub fn without_particle(text: &str) -> &str {
    let particle = LEXICON.korean.particles.iter().find(|particle| {
        text.ends_with(particle.as_str()) && text.chars().count() > particle.chars().count() + 1
    });
    match particle {
        Some(particle) if !position_exact(text) => &text[..text.len() - particle.len()],
        _ => text,
    }
}

/// Whether the word as it stands is a position: 회의 is none, but 대표이사 ends in no particle.
fn position_exact(text: &str) -> bool {
    LEXICON.korean.positions.iter().any(|position| position == text)
}
