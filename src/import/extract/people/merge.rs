//! Sightings brought together: one person for each name, under the fullest form, with every mention.

use std::collections::{HashMap, HashSet};

use super::word::Words;
use super::{Affiliation, Found, Rule, Sighting};
use crate::import::extract::lexicon::LEXICON;
use crate::import::extract::token::Token;
use crate::import::extract::{Passage, Place};

/// Positions that one person holds alone: another holder of the surname is another person.
const UNIQUE: [&str; 12] = [
    "president",
    "king",
    "queen",
    "emperor",
    "pope",
    "chancellor",
    "premier",
    "prime minister",
    "crown prince",
    "sultan",
    "emir",
    "대통령",
];

/// Of very many holders of a name the last ones are compared.
const MOST_COMPARED: usize = 40;

/// A position's words in many forms are kept up to so many.
const MOST_TITLES: usize = 20;

struct Person {
    sightings: Vec<Sighting>,
    key: Vec<String>,
    /// The positions seen, each once, in lower case.
    titles: Vec<String>,
}

impl Person {
    fn new(sighting: Sighting) -> Self {
        let key = sighting.key.clone();
        let mut person = Self { sightings: Vec::new(), key, titles: Vec::new() };
        person.take(sighting);
        person
    }

    fn take(&mut self, sighting: Sighting) {
        if let Some(title) = sighting.title.as_ref().map(|title| title.to_lowercase())
            && self.titles.len() < MOST_TITLES
            && !self.titles.contains(&title)
        {
            self.titles.push(title);
        }
        self.sightings.push(sighting);
    }

    /// Where the first sighting stands; full names are taken in reading order.
    fn first(&self) -> (usize, usize) {
        self.sightings.first().map_or((0, 0), |s| (s.order, s.name.start))
    }
}

/// The people of all passages.
pub fn merge(
    passages: &[Passage<'_>],
    words: &[Words<'_>],
    mut sightings: Vec<Sighting>,
    home: Option<&str>,
) -> Vec<Found> {
    sightings.sort_by_key(|s| (s.order, s.name.start, std::cmp::Reverse(s.name.end)));
    sightings.dedup_by(|b, a| a.order == b.order && b.name.start < a.name.end);
    let (full, short): (Vec<_>, Vec<_>) =
        sightings.into_iter().partition(|s| s.key.len() >= 2 || is_korean(&s.key));
    let (headlines, full): (Vec<_>, Vec<_>) = full.into_iter().partition(|s| s.headline);
    let mut people: Vec<Person> = Vec::new();
    let mut by_word: HashMap<String, Vec<usize>> = HashMap::new();
    for sighting in full {
        add_full(&mut people, &mut by_word, sighting);
    }
    let common = common_words(words, !headlines.is_empty());
    for sighting in headlines {
        add_headline((words, &common), &mut people, &mut by_word, sighting);
    }
    for sighting in short {
        add_short(&mut people, &mut by_word, sighting);
    }
    let issuer = issuing_body(&people);
    let mut found: Vec<Found> =
        people.iter().map(|person| describe(passages, person, (home, issuer.as_deref()))).collect();
    add_mentions(words, &people, &mut found);
    found.sort_by_key(|found| found.spans.first().map(|span| (span.order, span.range.start)));
    found
}

fn is_korean(key: &[String]) -> bool {
    key.len() == 1
        && key[0].chars().count() >= 2
        && key[0].chars().all(crate::text::hangul::is_hangul)
}

fn index(by_word: &mut HashMap<String, Vec<usize>>, key: &[String], place: usize) {
    // A Korean name is found by its family name, too.
    let surname = key.first().filter(|_| is_korean(key)).and_then(|name| name.chars().next());
    for word in key.iter().cloned().chain(surname.map(String::from)) {
        let places = by_word.entry(word).or_default();
        if places.last() != Some(&place) {
            places.push(place);
        }
    }
}

/// The words that stand in lower case somewhere; looked up only if a headline asks.
fn common_words<'w>(words: &'w [Words<'_>], wanted: bool) -> HashSet<&'w str> {
    let tokens = words.iter().filter(|_| wanted).flat_map(|words| &words.tokens);
    tokens.filter(|token| !token.is_capital()).map(Token::lower).collect()
}

fn add_full(
    people: &mut Vec<Person>,
    by_word: &mut HashMap<String, Vec<usize>>,
    sighting: Sighting,
) {
    let candidates =
        sighting.key.last().and_then(|word| by_word.get(word)).cloned().unwrap_or_default();
    let first =
        sighting.key.first().and_then(|word| by_word.get(word)).cloned().unwrap_or_default();
    let recent = |places: Vec<usize>| places.into_iter().rev().take(MOST_COMPARED);
    let same = recent(candidates)
        .chain(recent(first))
        .find(|place| same_name(&people[*place].key, &sighting.key));
    let place = same.unwrap_or(people.len());
    index(by_word, &sighting.key, place);
    if place == people.len() {
        people.push(Person::new(sighting));
        return;
    }
    let person = &mut people[place];
    if sighting.key.len() > person.key.len() {
        person.key.clone_from(&sighting.key);
    }
    person.take(sighting);
}

/// Whether two full names are one person's: the words of the shorter are all in the longer.
fn same_name(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let held = short.iter().all(|word| {
        long.contains(word)
            || word.chars().count() == 1
                && long.iter().any(|other| other.starts_with(word.as_str()))
    });
    held && short.len() >= 2.min(long.len())
}

/// In a headline a known name's words come first; the rest are the headline's.
fn add_headline(
    text: (&[Words<'_>], &HashSet<&str>),
    people: &mut Vec<Person>,
    by_word: &mut HashMap<String, Vec<usize>>,
    mut sighting: Sighting,
) {
    let (words, common) = text;
    let candidates = sighting.key.first().and_then(|word| by_word.get(word));
    let known = candidates.into_iter().flatten().rev().take(MOST_COMPARED).copied().find(|place| {
        let known = &people[*place].key;
        let length = known.len().min(sighting.key.len());
        known[..length] == sighting.key[..length] && length >= 2
    });
    if let Some(place) = known {
        let person = &mut people[place];
        let length = person.key.len();
        if sighting.key.len() > length {
            shorten(words, &mut sighting, length);
        }
        person.take(sighting);
        return;
    }
    // Words that the text has in lower case too are no names.
    let common = sighting.key.iter().position(|word| common.contains(word.as_str()));
    if let Some(length) = common {
        if length < 2 {
            return;
        }
        shorten(words, &mut sighting, length);
    }
    add_full(people, by_word, sighting);
}

fn shorten(words: &[Words<'_>], sighting: &mut Sighting, length: usize) {
    sighting.key.truncate(length);
    let Ok(place) = words.binary_search_by_key(&sighting.order, |w| w.passage.order) else {
        return;
    };
    let words = &words[place];
    let inside =
        |token: &&Token<'_>| token.start >= sighting.name.start && token.end <= sighting.name.end;
    if let Some(last) = words.tokens.iter().filter(inside).nth(length - 1) {
        sighting.name.end = last.end;
        sighting.quote.end = last.end;
    }
}

fn add_short(
    people: &mut Vec<Person>,
    by_word: &mut HashMap<String, Vec<usize>>,
    sighting: Sighting,
) {
    let Some(word) = sighting.key.first().cloned() else { return };
    let places = by_word.get(&word).cloned().unwrap_or_default();
    if super::korean::is_surname(&word) {
        let holds = |place: &&usize| holds(&people[**place], &sighting);
        if let Some(place) = places.iter().rev().take(MOST_COMPARED).find(holds) {
            people[*place].take(sighting);
        }
        return;
    }
    let fits = |place: &&usize| compatible(&people[**place], &sighting);
    // Of several the one named last before this, else the first.
    let before = |place: &usize| people[*place].first() < (sighting.order, sighting.name.start);
    let candidates: Vec<usize> =
        places.iter().rev().take(MOST_COMPARED).filter(fits).copied().collect();
    let best = candidates.iter().copied().max_by_key(|place| {
        (shared_words(&people[*place], &sighting), before(place), std::cmp::Reverse(*place))
    });
    match best {
        Some(place) => people[place].take(sighting),
        // A surname alone in a headline may be any word.
        None if sighting.headline => {}
        None => {
            index(by_word, &sighting.key, people.len());
            people.push(Person::new(sighting));
        }
    }
}

/// Whether a position that stands with a Korean family name alone is that of a person named before.
fn holds(person: &Person, sighting: &Sighting) -> bool {
    let title = sighting.title.as_deref().unwrap_or_default();
    let is_same = |known: &String| known.ends_with(title) || title.ends_with(known.as_str());
    person.first() < (sighting.order, sighting.name.start) && person.titles.iter().any(is_same)
}

fn title_words(title: &str) -> Vec<String> {
    title
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn shared_words(person: &Person, sighting: &Sighting) -> usize {
    let wanted = title_words(sighting.title.as_deref().unwrap_or_default());
    let shared = |title: &String| title_words(title).iter().filter(|w| wanted.contains(w)).count();
    person.titles.iter().map(shared).max().unwrap_or(0)
}

/// Whether the position of a short form can be this person's.
fn compatible(person: &Person, sighting: &Sighting) -> bool {
    let Some(title) = &sighting.title else { return true };
    let known = &person.titles;
    if known.is_empty() || shared_words(person, sighting) > 0 && !clashes(title, known) {
        return true;
    }
    // A rank or a general word goes with any position; an office held alone does not.
    let is_unique = |title: &String| UNIQUE.iter().any(|unique| title.ends_with(unique));
    !is_unique(&title.to_lowercase()) && !known.iter().any(is_unique)
}

/// "President" beside "Vice President", "Minister" beside "Prime Minister" of another name's holder.
fn clashes(title: &str, known: &[String]) -> bool {
    let head = |text: &str| text.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let is_same = |other: &String| head(other.split(" of ").next().unwrap_or(other)) == head(title);
    UNIQUE.contains(&head(title).as_str()) && !known.iter().any(is_same)
}

/// A person as found, without the mentions; at home in a state, and with the body that speaks.
fn describe(passages: &[Passage<'_>], person: &Person, at: (Option<&str>, Option<&str>)) -> Found {
    let text = |s: &Sighting| {
        passages.get(s.order).map_or_else(|| s.key.join(" "), |p| p.text[s.name.clone()].to_owned())
    };
    // The fullest name, in the text rather than in a headline, with a position rather than without.
    let best = person
        .sightings
        .iter()
        .enumerate()
        .max_by_key(|(i, s)| (s.key.len(), s.title.is_some(), !s.headline, std::cmp::Reverse(*i)))
        .map(|(_, s)| s);
    let Some(best) = best else { return Found::default() };
    let titled =
        best.title.clone().or_else(|| person.sightings.iter().find_map(|s| s.title.clone()));
    let named = person.sightings.iter().find_map(|s| match &s.affiliation {
        Some(Affiliation::Named(name)) => Some(name.clone()),
        _ => None,
    });
    let own = match &best.affiliation {
        Some(Affiliation::Named(name)) => Some(name.clone()),
        _ => None,
    };
    let body = person.sightings.iter().find_map(|s| match &s.affiliation {
        Some(Affiliation::Body(name)) => Some(name.clone()),
        _ => None,
    });
    let is_listed = best.rule == Rule::LineOfAListOfPeople;
    let has_post = titled.is_some() && !is_listed && !is_korean(&person.key);
    let affiliation = own
        .or(named)
        .or_else(|| {
            at.0.filter(|_| has_post && (body.is_none() || is_official(titled.as_deref())))
                .map(str::to_owned)
        })
        .or(body)
        .or_else(|| {
            at.1.filter(|_| is_korean(&person.key) && is_civil(titled.as_deref()))
                .map(str::to_owned)
        });
    let doubt = match best.rule {
        Rule::NameBesideAVerbOfSpeech => {
            Some("known only as a speaker: no position stands beside the name")
        }
        Rule::FormOfAddressBeforeName if titled.is_none() => {
            Some("no position stands beside the name")
        }
        Rule::NameAfterCounterpart => Some("the position is only told as a counterpart's"),
        _ if best.key.len() == 1 && !is_korean(&best.key) => Some("known by surname alone"),
        _ => None,
    };
    Found {
        name: text(best),
        title: titled,
        affiliation,
        spans: Vec::new(),
        rule: best.rule,
        doubt,
    }
}

/// Words of positions that a state gives.
const STATE: [&str; 16] = [
    "minister",
    "ambassador",
    "director",
    "secretary",
    "president",
    "commissioner",
    "representative",
    "senator",
    "governor",
    "envoy",
    "advisor",
    "adviser",
    "consul",
    "general",
    "spokesperson",
    "commander",
];

/// In Korean the body that speaks stands with its head in brackets; its officials need no body.
fn issuing_body(people: &[Person]) -> Option<String> {
    let mut sightings = people.iter().flat_map(|person| &person.sightings);
    let head = sightings.find(|s| s.rule == Rule::PositionAndNameInBrackets)?;
    match &head.affiliation {
        Some(Affiliation::Named(body)) => Some(body.clone()),
        _ => None,
    }
}

/// A Korean position of a ministry or the like.
fn is_civil(title: Option<&str>) -> bool {
    const ENDS: [&str; 16] = [
        "장관",
        "차관",
        "차관보",
        "실장",
        "국장",
        "과장",
        "청장",
        "차장",
        "처장",
        "정책관",
        "기획관",
        "지원관",
        "심의관",
        "담당관",
        "대변인",
        "총리",
    ];
    title.is_some_and(|title| ENDS.iter().any(|end| title.ends_with(end)))
}

/// A position of the state, not of a company or school.
fn is_official(title: Option<&str>) -> bool {
    let words = title_words(title.unwrap_or_default());
    words.iter().any(|word| STATE.contains(&word.as_str()))
}

/// Every place where a person is named: what was sighted, the full name elsewhere, the surname alone.
fn add_mentions(words: &[Words<'_>], people: &[Person], found: &mut [Found]) {
    let mut by_first: HashMap<&str, Vec<(usize, &[String])>> = HashMap::new();
    let mut surnames: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, person) in people.iter().enumerate() {
        let mut forms = HashSet::new();
        for sighting in &person.sightings {
            found[place]
                .spans
                .push(Place { order: sighting.order, range: sighting.quote_or_name() });
            if let [first, _, ..] = sighting.key.as_slice()
                && forms.insert(&sighting.key)
            {
                by_first.entry(first).or_default().push((place, &sighting.key));
            }
        }
        for word in [person.key.first(), person.key.last()].into_iter().flatten() {
            let places = surnames.entry(word).or_default();
            if places.last() != Some(&place) {
                places.push(place);
            }
        }
    }
    for words in words {
        scan(words, (&by_first, &surnames), found);
    }
    for found in found.iter_mut() {
        found
            .spans
            .sort_by_key(|span| (span.order, span.range.start, std::cmp::Reverse(span.range.end)));
        found.spans.dedup_by(|b, a| a.order == b.order && b.range.start < a.range.end);
    }
}

/// Persons by the first word of a full name, with that name, and by the words that may be surnames.
type Places<'a> =
    (&'a HashMap<&'a str, Vec<(usize, &'a [String])>>, &'a HashMap<&'a str, Vec<usize>>);

fn scan(words: &Words<'_>, places: Places<'_>, found: &mut [Found]) {
    let (by_first, surnames) = places;
    let bare = |token: &Token<'_>| token.lower().replace(['.', '-'], "");
    let mut at = 0;
    while at < words.tokens.len() {
        let token = &words.tokens[at];
        if !token.is_capital() {
            at += 1;
            continue;
        }
        let key = bare(token);
        let full =
            by_first.get(key.as_str()).into_iter().flatten().rev().take(MOST_COMPARED).find_map(
                |(place, wanted)| {
                    let here = words.tokens.get(at..at + wanted.len())?;
                    here.iter()
                        .zip(*wanted)
                        .all(|(t, w)| bare(t) == *w)
                        .then_some((*place, wanted.len()))
                },
            );
        let alone = full.or_else(|| {
            let [place] = surnames.get(key.as_str())?.as_slice() else { return None };
            stands_alone(words, at).then_some((*place, 1))
        });
        let Some((place, length)) = alone else {
            at += 1;
            continue;
        };
        let range = token.start..words.tokens[at + length - 1].end;
        found[place].spans.push(Place { order: words.passage.order, range });
        at += length;
    }
}

/// A surname alone, no part of another name and no other word.
fn stands_alone(words: &Words<'_>, at: usize) -> bool {
    let class = words.class(at);
    let neighbour =
        |i: Option<usize>| i.is_some_and(|i| words.is_capital(i) && !words.class(i).address);
    let common = class.country
        || class.is_post_word() && !class.surname
        || LEXICON.is_small_word(words.tokens[at].lower());
    let first = at == 0 || words.is(at - 1, ".");
    let may_be_word = first && class.surname && words.tokens[at].lower().len() <= 3;
    !common
        && !words.is_headline()
        && !neighbour(at.checked_sub(1))
        && !neighbour(Some(at + 1))
        && !may_be_word
}

impl Sighting {
    fn quote_or_name(&self) -> std::ops::Range<usize> {
        // A full name proves a person by itself; a surname needs its position.
        if self.key.len() > 1 || is_korean(&self.key) {
            self.name.clone()
        } else {
            self.quote.clone()
        }
    }
}
