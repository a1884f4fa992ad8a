//! People in lists: "Name, position, country" line after line, and signatures set in a table.

use super::word::Words;
use super::{Affiliation, Rule, Sighting};
use crate::import::extract::lexicon::LEXICON;
use crate::import::extract::{Passage, Role};

/// Words of bodies that stand after a position and a comma.
const BODIES: [&str; 6] =
    ["Government", "Academy", "University", "Institute", "Ministry", "Parliament"];
/// So many lines in a row make a list.
const SHORTEST: usize = 3;

/// The people of every list.
pub fn find(words: &[Words<'_>]) -> Vec<Sighting> {
    let mut found = Vec::new();
    let mut run: Vec<&Words<'_>> = Vec::new();
    for words in words {
        let follows = run.last().is_none_or(|last| last.passage.order + 1 == words.passage.order);
        if !follows || !is_entry(words) {
            take(&run, &mut found);
            run.clear();
        }
        if is_entry(words) {
            run.push(words);
        }
    }
    take(&run, &mut found);
    found
}

fn take(run: &[&Words<'_>], found: &mut Vec<Sighting>) {
    if run.len() >= SHORTEST {
        found.extend(run.iter().map(|words| entry(words)));
    }
}

/// A line that is a name, a comma and no sentence.
fn is_entry(words: &Words<'_>) -> bool {
    let text = words.passage.text;
    let Some((name, rest)) = text.split_once(", ") else { return false };
    let parts: Vec<&str> = name.split(' ').collect();
    let is_name = (2..=6).contains(&parts.len())
        && parts.iter().all(|part| {
            let lower = part.to_lowercase();
            part.starts_with(char::is_uppercase)
                || LEXICON.posts.particles.contains(&lower)
                || lower.starts_with("al-")
        });
    let short = rest.len() < 200 && !text.ends_with(['.', ':', ';']);
    is_name && short && words.passage.role == Role::Prose && rest.starts_with(char::is_uppercase)
}

fn entry(words: &Words<'_>) -> Sighting {
    let text = words.passage.text;
    let (name, rest) = text.split_once(", ").unwrap_or((text, ""));
    let mut parts: Vec<&str> = rest.split(", ").collect();
    let country = parts.last().copied().filter(|last| {
        last.split('/').all(|name| {
            LEXICON.country(name.trim_start_matches("the ")).is_some_and(|c| !c.adjective)
        })
    });
    if country.is_some() {
        parts.pop();
    }
    // What stands last may be the body rather than the position.
    while parts.len() > 1
        && parts
            .last()
            .is_some_and(|part| BODIES.iter().any(|body| part.contains(body)) && !has_head(part))
    {
        parts.pop();
    }
    let title = parts.join(", ");
    let country = country.or_else(|| country_at_end(&title));
    let title = without_body(&title);
    let start = words
        .tokens
        .iter()
        .zip(&words.classes)
        .find(|(_, class)| !class.address || class.style)
        .map_or(0, |(token, _)| token.start);
    let key = crate::import::extract::token::tokens(&name[start.min(name.len())..]);
    let key = key.iter().filter(|token| !LEXICON.posts.styles.contains(token.lower()));
    Sighting {
        order: words.passage.order,
        name: start..name.len(),
        quote: start..name.len(),
        key: key
            .map(|token| token.lower().replace(['.', '-'], ""))
            .filter(|word| !word.is_empty())
            .collect(),
        title: Some(title.to_owned()).filter(|title| !title.is_empty()),
        affiliation: country.map(|name| Affiliation::Named(name.to_owned())),
        rule: Rule::LineOfAListOfPeople,
        headline: false,
    }
}

/// "Minister for Foreign Affairs of Norway": the state that a position ends in.
fn country_at_end(title: &str) -> Option<&str> {
    let names =
        title.match_indices(" of ").map(|(of, _)| title[of + 4..].trim_start_matches("the "));
    names.into_iter().find(|name| LEXICON.country(name).is_some_and(|country| !country.adjective))
}

fn has_head(text: &str) -> bool {
    text.split(' ').any(|word| LEXICON.posts.heads.contains(&word.to_lowercase()))
}

/// A position without the body it is held at.
fn without_body(title: &str) -> &str {
    let at = title.find(" at ").unwrap_or(title.len());
    let title = &title[..at];
    let ministry = [" of the Ministry", " of the Government", " of the Department"]
        .iter()
        .filter_map(|m| title.find(m))
        .min();
    let title = &title[..ministry.unwrap_or(title.len())];
    // "… of Spain" at the end.
    let is_country = |of: &usize| {
        let last = title[of + 4..].trim_start_matches("the ");
        LEXICON.country(last).is_some_and(|country| !country.adjective)
    };
    let of = title.match_indices(" of ").map(|(of, _)| of).find(is_country);
    &title[..of.unwrap_or(title.len())]
}

/// Names over positions in the cells of a table, as under a joint statement.
pub fn signatures(passage: &Passage<'_>) -> Vec<Sighting> {
    let mut found = Vec::new();
    let mut start = 0;
    let rows: Vec<Vec<(usize, &str)>> = passage
        .text
        .split('\n')
        .map(|row| {
            let mut cells = Vec::new();
            for cell in row.split('\t') {
                cells.push((start, cell));
                start += cell.len() + 1;
            }
            cells
        })
        .collect();
    for pair in rows.windows(2) {
        for ((place, name), (_, post)) in pair[0].iter().zip(&pair[1]) {
            found.extend(signature(passage.order, (*place, name), post));
        }
    }
    found
}

fn signature(order: usize, name: (usize, &str), post: &str) -> Option<Sighting> {
    let (place, name) = name;
    let passage = Passage { order, text: post, role: Role::Prose };
    let words = Words::of(&passage);
    let has_post = words
        .tokens
        .iter()
        .zip(&words.classes)
        .take(4)
        .any(|(token, class)| class.head && token.is_capital());
    let named = Words::of(&Passage { order, text: name, role: Role::Prose });
    let is_name = (2..=5).contains(&named.tokens.len())
        && named.tokens.iter().zip(&named.classes).all(|(token, class)| {
            (token.is_capital() || class.particle) && (!class.is_post_word() || class.surname)
        });
    if !has_post || !is_name {
        return None;
    }
    let affiliation =
        words.first_country().map(|(at, country)| Affiliation::Named(words.state(at, country)));
    let range = place..place + name.len();
    Some(Sighting {
        order,
        name: range.clone(),
        quote: range,
        key: named.tokens.iter().map(|token| token.lower().replace(['.', '-'], "")).collect(),
        title: Some(without_body(post).to_owned()),
        affiliation,
        rule: Rule::SignatureInATable,
        headline: false,
    })
}
