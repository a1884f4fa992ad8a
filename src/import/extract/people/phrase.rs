//! A position in English, and the name beside it: "Minister of Foreign Affairs of Norway Kari Berg",
//! "the Ambassador of Peru, Luis Vega,", "Kari Berg, Minister of Foreign Affairs".

use super::name::{self, Name};
use super::word::{Words, singular};
use super::{Affiliation, Rule, Sighting};
use crate::import::extract::lexicon::{CountryName, LEXICON};
use crate::import::extract::token::Token;

/// The most words of a part of a position.
const LONGEST: usize = 14;

/// A position in a passage.
#[derive(Debug, Clone, Default)]
pub struct Post {
    /// Where its words begin, adjectives of states left out.
    pub start: usize,
    /// The word after its last one, name not included.
    pub end: usize,
    /// The end of the words that are printed as the title.
    pub title_end: usize,
    /// Whether its word stands in the plural.
    pub plural: bool,
    /// Whether it has a field or state after it.
    pub has_complement: bool,
    /// Whether a body stands in it: a single word after that may be the body's.
    pub wants_full_name: bool,
    /// The state or body named in it.
    pub affiliation: Option<Affiliation>,
}

/// Every position of a passage with a name, as sightings.
pub fn find(words: &Words<'_>) -> Vec<Sighting> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.tokens.len() {
        let Some(post) = post(words, at) else {
            at += 1;
            continue;
        };
        let next = beside(words, &post, &mut found).max(post.end);
        at = next.max(at + 1);
    }
    found
}

/// The position whose word stands here.
fn post(words: &Words<'_>, at: usize) -> Option<Post> {
    let class = words.class(at);
    if !class.head || class.country {
        return None;
    }
    let capital = words.is_capital(at);
    let mut post =
        Post { start: left(words, at, capital), plural: class.plural, ..Post::default() };
    post.affiliation = adjective_before(words, post.start);
    let mut end = at + 1;
    // "Secretary" "General", "Prime Minister and Foreign Minister".
    while words.class(end).head && words.is_capital(end) == capital && !name::begins(words, end) {
        post.plural |= words.class(end).plural;
        end += 1;
    }
    post.title_end = end;
    post.end = end;
    right(words, &mut post, capital);
    Some(post)
}

/// The first word of a position: words of posts and bodies before its head.
fn left(words: &Words<'_>, head: usize, capital: bool) -> usize {
    let mut start = head;
    while start > 0 && head - start < LONGEST {
        let before = start - 1;
        let token = &words.tokens[before];
        let class = words.class(before);
        let acronym = token.is_acronym() && !class.country;
        let joins =
            (class.is_post_word() || acronym) && token.is_capital() == capital && !token.possessive;
        if joins && !class.country && !class.plural {
            start = before;
            continue;
        }
        // "Federal Emergency Management Agency (FEMA) Director".
        let closes = token.is(")")
            && before >= 2
            && words.is(before - 2, "(")
            && words.is_capital(before - 1);
        if closes && before >= 3 && words.class(before - 3).body {
            start = before - 2;
            continue;
        }
        let is_former = matches!(token.lower(), "former") && capital;
        if is_former {
            start = before;
        }
        break;
    }
    start
}

/// The state whose adjective or abbreviation stands before a position: "ROK Minister", "Israel's
/// President".
fn adjective_before(words: &Words<'_>, start: usize) -> Option<Affiliation> {
    let from = start.saturating_sub(4);
    let place = (from..start)
        .find(|at| words.country(*at).is_some_and(|(_, length)| at + length == start))?;
    Some(Affiliation::Named(words.state(place, words.country(place)?)))
}

/// Field, state and body after a position's word.
fn right(words: &Words<'_>, post: &mut Post, capital: bool) {
    while post.end - post.start < 4 * LONGEST {
        let at = post.end;
        let Some(token) = words.tokens.get(at) else { return };
        if words.tokens[at - 1].possessive {
            return;
        }
        if is_abbreviation(words, at) {
            post.end += 3;
            continue;
        }
        match token.lower() {
            "of" | "for" | "on" | "to" | "in" | "at" if !complement(words, post, token.lower()) => {
                return;
            }
            "and" | "" if !joined(words, post, capital) => return,
            "of" | "for" | "on" | "to" | "in" | "at" | "and" | "" => {}
            _ => return,
        }
    }
}

/// "(GCC)" after a body's name.
fn is_abbreviation(words: &Words<'_>, at: usize) -> bool {
    let short = words.tokens.get(at + 1).is_some_and(Token::is_acronym);
    words.is(at, "(") && short && words.is(at + 2, ")")
}

/// "of Foreign Affairs", "to the Republic of Korea", "of the Ministry of Health".
fn complement(words: &Words<'_>, post: &mut Post, preposition: &str) -> bool {
    let mut at = post.end + 1;
    let article = words.says(at, "the");
    if article {
        at += 1;
    }
    // "Advisor to Justice Loretta Ortiz": another person's position.
    if preposition == "to" && !article && words.class(at).head {
        return false;
    }
    if preposition == "for" && nominated(words, post, at) {
        return true;
    }
    if let Some((name, length)) = words.country(at)
        && !continues_as_body(words, at + length)
    {
        take_country(words, post, (at, (name, length)), preposition);
        return true;
    }
    let chunk = chunk(words, at);
    if chunk == 0 {
        return false;
    }
    let domain = domain_end(words, at, at + chunk);
    if domain == at {
        return false;
    }
    let body = (at..domain)
        .any(|i| words.class(i).body || LEXICON.posts.ministries.contains(words.tokens[i].lower()));
    let stays = (at..domain).any(|i| LEXICON.posts.stays.contains(words.tokens[i].lower()));
    let ministry = body
        && !stays
        && matches!(preposition, "of" | "at" | "in")
        && is_ministry(words, at, domain);
    post.end = domain;
    post.has_complement = true;
    if ministry || (preposition == "at" && !stays) {
        post.end = whole_body(words, domain);
        note_body(words, post, at, post.end);
        post.wants_full_name = true;
        return true;
    }
    if post_is_open(post, at) {
        post.title_end = domain;
    }
    post.wants_full_name |= body || preposition == "in";
    if body {
        note_country_inside(words, post, at, domain);
    }
    true
}

/// "Nominee for Under Secretary": the position that is meant.
fn nominated(words: &Words<'_>, post: &mut Post, at: usize) -> bool {
    let head = (at..at + 4).find(|i| words.class(*i).head && words.is_capital(*i));
    let Some(head) = head.filter(|head| (at..*head).all(|i| words.class(i).modifier)) else {
        return false;
    };
    post.end = head + 1;
    post.title_end = head + 1;
    true
}

/// A title goes on only while nothing was left out of it.
fn post_is_open(post: &Post, at: usize) -> bool {
    at <= post.title_end + 2
}

fn take_country(
    words: &Words<'_>,
    post: &mut Post,
    (at, country): (usize, (CountryName, usize)),
    preposition: &str,
) {
    let length = country.1;
    let has_mission =
        (post.start..post.end).any(|i| LEXICON.posts.stays.contains(words.tokens[i].lower()));
    if has_mission && post.title_end == post.end {
        post.title_end = at + length;
    }
    // "Special Representative for Ukraine" speaks about it, not for it.
    if preposition == "for" && post.title_end == post.end {
        post.title_end = at + length;
    }
    // An ambassador is "of" the state that sends and "to" the one that receives.
    if preposition == "of" && post.affiliation.is_none() {
        post.affiliation = Some(Affiliation::Named(words.state(at, country)));
    }
    post.end = at + length;
    post.has_complement = true;
}

/// Whether after a country's name a body's goes on: "the ROK Ministry", "the Korea Foundation".
fn continues_as_body(words: &Words<'_>, at: usize) -> bool {
    let class = words.class(at);
    words.is_capital(at)
        && !class.head
        && (class.field || class.body)
        && !words.tokens[at - 1].possessive
}

/// A ministry or the like, or words that begin with one: left out of the title.
fn is_ministry(words: &Words<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| {
        matches!(
            words.tokens[at].lower(),
            "ministry"
                | "department"
                | "government"
                | "secretariat"
                | "office"
                | "agency"
                | "administration"
                | "bureau"
        )
    })
}

/// "Department of Veterans Affairs": a ministry's name goes on after "of".
fn whole_body(words: &Words<'_>, end: usize) -> usize {
    let goes_on = words.says(end, "of") && words.class(end + 1).field;
    if !goes_on || words.country(end + 1).is_some() {
        return end;
    }
    domain_end(words, end + 1, end + 1 + chunk(words, end + 1))
}

fn note_body(words: &Words<'_>, post: &mut Post, from: usize, to: usize) {
    note_country_inside(words, post, from, to);
    if post.affiliation.is_none() {
        post.affiliation = Some(Affiliation::Body(words.text(from, to).to_owned()));
    }
}

/// "the ROK Ministry of Foreign Affairs" says the state as well.
fn note_country_inside(words: &Words<'_>, post: &mut Post, from: usize, to: usize) {
    if post.affiliation.is_some() {
        return;
    }
    let place =
        (from..to).find(|at| words.country(*at).is_some_and(|(_, length)| at + length <= to));
    let country = place.and_then(|at| Some((at, words.country(at)?)));
    post.affiliation = country.map(|(at, country)| Affiliation::Named(words.state(at, country)));
}

/// How many words in capitals stand together here; small words inside a body's name count.
fn chunk(words: &Words<'_>, at: usize) -> usize {
    let mut end = at;
    while words.is_capital(end) && !name_address(words, end) && end - at < LONGEST {
        end += 1;
        if words.tokens[end - 1].possessive {
            break;
        }
    }
    end - at
}

fn name_address(words: &Words<'_>, at: usize) -> bool {
    words.class(at).address && words.tokens[at].text.ends_with('.')
}

/// Where the words of a field or body end and a name may begin.
fn domain_end(words: &Words<'_>, from: usize, to: usize) -> usize {
    let is_vocabulary = |at: &usize| {
        let class = words.class(*at);
        (class.field || class.body || class.country || class.modifier) && !class.surname
            || class.plural
    };
    let last = (from..to).rev().find(is_vocabulary);
    if let Some(last) = last {
        // A name may hold a word of the list: one that follows two unknown ones is the name's.
        return last + 1;
    }
    if to < words.tokens.len() && words.says(to, "and") && words.class(to + 1).field {
        return to;
    }
    // Of unknown words the first is the field's; a Korean family name begins the name.
    let surname = (from + 1..to).find(|at| words.class(*at).surname);
    surname.unwrap_or(if to - from >= 3 { to - 2 } else { (from + 1).min(to) })
}

/// "and International Cooperation", ", Trade and Industry", "and Foreign Minister".
fn joined(words: &Words<'_>, post: &mut Post, capital: bool) -> bool {
    let mut at = post.end + 1;
    if words.is(post.end, ",") && words.says(at, "and") {
        at += 1;
    } else if !words.says(post.end, "and") && !words.is(post.end, ",") && !words.is(post.end, "&") {
        return false;
    }
    let after_comma = words.is(post.end, ",");
    let the = usize::from(words.says(at, "the"));
    let class = words.class(at + the);
    // "the Asian and Oceanian Affairs Bureau": a field may stand behind words that are in no list.
    let leads = (at + the..at + the + 4).take_while(|i| words.is_capital(*i));
    let mut leads = leads.skip(1).take_while(|i| !words.class(*i).surname);
    let names_field = !words.is(post.end, ",") && leads.any(|i| words.class(i).field);
    let is_field = (class.field || names_field && !class.head && !class.surname)
        && !class.country
        && words.is_capital(at + the);
    // Another position after "and" belongs to this one only where no name or state came yet.
    let second = (at..at + 4).find(|i| words.class(*i).head);
    if let Some(head) =
        second.filter(|_| !after_comma && !post.has_complement && words.says(post.end, "and"))
    {
        let between = (at..head).all(|i| words.class(i).modifier || words.class(i).field);
        if between && words.is_capital(head) == capital && !words.class(head).plural {
            post.end = head + 1;
            post.title_end = post.end;
            return true;
        }
    }
    if !is_field || !post.has_complement || post.title_end != post.end {
        return false;
    }
    let start = at + the;
    let length = chunk(words, start);
    let domain = domain_end(words, start, start + length);
    if (start..domain).any(|i| words.class(i).head) {
        return false;
    }
    post.end = domain;
    post.title_end = domain;
    true
}

/// The name beside a position, before or after; says where reading goes on.
fn beside(words: &Words<'_>, post: &Post, found: &mut Vec<Sighting>) -> usize {
    if post.plural {
        return several(words, post, found);
    }
    let known_before = before(words, post);
    let after = name::at(words, post.end)
        .filter(|name| name.tokens >= 2 || name.addressed || known_before.is_none())
        // "Kari Berg, Director for Harbour Tool Chains at the Bank": her work goes on.
        .filter(|name| known_before.is_none() || !words.says(name.end, "at"));
    if let Some(name) = after {
        let lower = !words.is_capital(post.title_end - 1);
        let full = name.tokens >= 2 || name.addressed;
        if (full || !lower && !post.wants_full_name) && !is_place(words, post, &name) {
            let affiliation = after_name(words, &name).or_else(|| post.affiliation.clone());
            found.push(sighting(words, post, &name, (Rule::PositionBeforeName, affiliation)));
            return name.end;
        }
    }
    if let Some(name) = apposed(words, post) {
        found.push(sighting(
            words,
            post,
            &name,
            (Rule::NameAfterPositionAndComma, post.affiliation.clone()),
        ));
        return name.end;
    }
    if let Some(name) = known_before {
        let sighting =
            sighting(words, post, &name, (Rule::PositionAfterName, post.affiliation.clone()));
        found.push(Sighting { quote: sighting.name.clone(), ..sighting });
    }
    post.end
}

/// A single word after "of" that is no person: "Ambassador of Atlantis".
fn is_place(words: &Words<'_>, post: &Post, name: &Name) -> bool {
    name.tokens == 1
        && post.end > 0
        && matches!(words.tokens[post.end - 1].lower(), "of" | "to" | "for")
}

/// "Foreign Ministers Park Hana and Li Wei".
fn several(words: &Words<'_>, post: &Post, found: &mut Vec<Sighting>) -> usize {
    let mut at = post.end;
    let mut names = Vec::new();
    while let Some(name) = name::at(words, at).filter(|_| names.len() < 4 * LONGEST) {
        at = name.end;
        names.push(name);
        let joint = usize::from(words.is(at, ","));
        let and = usize::from(words.says(at + joint, "and"));
        if joint + and == 0 {
            break;
        }
        at += joint + and;
    }
    if names.len() < 2 {
        return post.end;
    }
    let end = names.last().map_or(post.end, |name| name.end);
    for name in names {
        let affiliation = after_name(words, &name).or_else(|| post.affiliation.clone());
        let mut one = sighting(words, post, &name, (Rule::PositionsBeforeNames, affiliation));
        one.title = one.title.map(|title| in_singular(&title));
        one.quote = one.name.clone();
        found.push(one);
    }
    end
}

fn in_singular(title: &str) -> String {
    let word = |word: &str| match singular(&word.to_lowercase()) {
        Some(one) => word[..one.len().min(word.len())].to_owned(),
        None => word.to_owned(),
    };
    title.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// "the Minister of Foreign Affairs of Israel, Eli Cohen,"
fn apposed(words: &Words<'_>, post: &Post) -> Option<Name> {
    if !words.is(post.end, ",") {
        return None;
    }
    let name = name::at(words, post.end + 1)?;
    let has_article = post.start > 0 && words.says(post.start - 1, "the");
    let full = name.tokens >= 2 || name.addressed;
    let ends = words.tokens.get(name.end).is_none_or(|token| {
        token.is(",")
            || token.is(".")
            || token.is(";")
            || token.is(")")
            || token.is("(")
            || !token.is_capital() && !token.text.starts_with(char::is_numeric)
    });
    // "…, Kari Berg, Minister of …" names her by what follows.
    let own = words.is(name.end, ",")
        && words.class(name.end + 1).is_post_word()
        && words.is_capital(name.end + 1);
    (full && ends && !own && (has_article || post.has_complement)).then_some(name)
}

/// "Kari Berg, (the) Minister of …"
fn before(words: &Words<'_>, post: &Post) -> Option<Name> {
    let mut at = post.start;
    while at > 0
        && (words.class(at - 1).country
            || matches!(words.tokens[at - 1].lower(), "the" | "a" | "an" | "then" | "our" | "its"))
    {
        at -= 1;
    }
    // "Kari Berg is the Director": the verb does what a comma does.
    let is_said = at > 1
        && at < post.start
        && matches!(words.tokens[at - 1].lower(), "is" | "was" | "became");
    if at == 0 || !words.is(at - 1, ",") && !is_said {
        return None;
    }
    name::ending(words, at - 1).filter(|name| name.tokens >= 2 || name.addressed)
}

/// "… of Japan", "… of the ROK Ministry of Foreign Affairs", "… led the U.S. delegation" after a name.
fn after_name(words: &Words<'_>, name: &Name) -> Option<Affiliation> {
    let mut at = name.end;
    if words
        .tokens
        .get(at)
        .is_some_and(|token| matches!(token.lower(), "led" | "leads" | "headed" | "represented"))
    {
        let country = words.country(at + 2);
        let (country, length) = country.filter(|_| words.says(at + 1, "the"))?;
        let side = words
            .tokens
            .get(at + 2 + length)
            .is_some_and(|token| matches!(token.lower(), "delegation" | "side" | "team"));
        return side.then(|| Affiliation::Named(LEXICON.countries[country.country].1.clone()));
    }
    if name.possessive || !words.says(at, "of") && !words.says(at, "from") {
        return None;
    }
    at += 1;
    if words.says(at, "the") {
        at += 1;
    }
    let country = words.country(at)?;
    Some(Affiliation::Named(words.state(at, country)))
}

fn sighting(
    words: &Words<'_>,
    post: &Post,
    name: &Name,
    how: (Rule, Option<Affiliation>),
) -> Sighting {
    let title = words.text(post.start, post.title_end).to_owned();
    let range = words.tokens[name.start].start..words.tokens[name.end - 1].end;
    let quote = words.tokens[post.start].start.min(range.start)..range.end;
    Sighting {
        order: words.passage.order,
        name: range,
        quote,
        key: name.key(words),
        title: Some(title),
        affiliation: how.1,
        rule: how.0,
        headline: words.is_headline(),
    }
}
