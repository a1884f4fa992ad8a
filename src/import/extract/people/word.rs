//! A passage's words with what each may be in a phrase that names a person.

use crate::import::extract::lexicon::{CountryName, LEXICON};
use crate::import::extract::token::{Shape, Token, tokens};
use crate::import::extract::{Passage, Role};

/// A passage's words.
pub struct Words<'a> {
    /// The passage.
    pub passage: Passage<'a>,
    /// Its words.
    pub tokens: Vec<Token<'a>>,
    /// What each may be.
    pub classes: Vec<Class>,
    /// The countries named, by their first words, in order: few words are any.
    countries: Vec<(usize, CountryName, usize)>,
}

/// What a word may be.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "a word may be several of these at once")]
pub struct Class {
    /// The word of a position: `Minister`.
    pub head: bool,
    /// The same in the plural.
    pub plural: bool,
    /// A word before it: `Deputy`.
    pub modifier: bool,
    /// A field of work: `Affairs`.
    pub field: bool,
    /// The word of a body: `Institute`.
    pub body: bool,
    /// A form of address or rank: `Mr.`, `Gen.`
    pub address: bool,
    /// A form of address that belongs to a name: `Sheikh`.
    pub style: bool,
    /// A small word inside names: `bin`.
    pub particle: bool,
    /// A Korean family name.
    pub surname: bool,
    /// Part of a country's name or adjective.
    pub country: bool,
    /// A verb that headlines capitalise.
    pub headline_verb: bool,
    /// A weekday or month.
    pub calendar: bool,
}

impl Class {
    /// Whether a position may be made of it.
    pub fn is_post_word(self) -> bool {
        self.head || self.modifier || self.field || self.body
    }
}

impl<'a> Words<'a> {
    /// Splits a passage and looks up its words.
    pub fn of(passage: &Passage<'a>) -> Self {
        let tokens = tokens(passage.text);
        let mut classes: Vec<Class> = tokens.iter().map(class).collect();
        let mut countries = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let Some((name, length)) = country(&tokens, at) else {
                at += 1;
                continue;
            };
            countries.push((at, name, length));
            classes[at..at + length].iter_mut().for_each(|class| class.country = true);
            at += length;
        }
        for at in 1..tokens.len() {
            // "First Lady", "Consul General": two words that are one position.
            let pair = format!("{} {}", tokens[at - 1].lower(), tokens[at].lower());
            if LEXICON.posts.heads.contains(&pair) {
                classes[at].head = true;
                classes[at].style = false;
                classes[at - 1].modifier = true;
            }
        }
        Self { passage: *passage, tokens, classes, countries }
    }

    /// The country that begins at a word, and how many words it takes.
    pub fn country(&self, at: usize) -> Option<(CountryName, usize)> {
        let found = self.countries.binary_search_by_key(&at, |(first, ..)| *first).ok()?;
        let (_, name, length) = self.countries[found];
        Some((name, length))
    }

    /// Where the first country's name begins, with what [`Self::country`] says of it.
    pub fn first_country(&self) -> Option<(usize, (CountryName, usize))> {
        self.countries.first().map(|(at, name, length)| (*at, (*name, *length)))
    }

    /// Whether capitals say little in this passage.
    pub fn is_headline(&self) -> bool {
        self.passage.role == Role::Headline
    }

    /// The words as printed.
    pub fn text(&self, from: usize, to: usize) -> &'a str {
        if from >= to {
            return "";
        }
        &self.passage.text[self.tokens[from].start..self.tokens[to - 1].end]
    }

    /// The state that a country's name or adjective stands for: as printed, or by its own name where that
    /// is an abbreviation or an adjective.
    pub fn state(&self, at: usize, (country, length): (CountryName, usize)) -> String {
        if country.short {
            return LEXICON.countries[country.country].1.clone();
        }
        self.text(at, at + length).to_owned()
    }

    /// Whether a sign stands here.
    pub fn is(&self, at: usize, sign: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(sign))
    }

    /// Whether this word, in lower case, stands here.
    pub fn says(&self, at: usize, word: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.lower() == word && token.shape != Shape::Sign)
    }

    /// The class of a word; of nothing beyond the end.
    pub fn class(&self, at: usize) -> Class {
        self.classes.get(at).copied().unwrap_or_default()
    }

    /// Whether a word begins in upper case.
    pub fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::is_capital)
    }
}

/// The longest country's name that begins at a word.
fn country(tokens: &[Token<'_>], at: usize) -> Option<(CountryName, usize)> {
    const LONGEST: usize = 8;
    if !tokens[at].is_capital() || !LEXICON.begins_country(tokens[at].lower()) {
        return None;
    }
    let last = (at + LONGEST).min(tokens.len());
    let mut words = String::new();
    let mut found = None;
    for (i, token) in tokens[at..last].iter().enumerate() {
        if token.shape == Shape::Sign || token.shape == Shape::Number {
            break;
        }
        if i > 0 {
            words.push(' ');
        }
        words.push_str(token.text);
        if token.possessive && i + 1 < last - at && words.to_lowercase().ends_with("people") {
            words.push_str("'s");
        }
        found = LEXICON.country(&words).map(|name| (name, i + 1)).or(found);
        if token.possessive && !words.ends_with("'s") {
            break;
        }
    }
    found
}

fn class(token: &Token<'_>) -> Class {
    let posts = &LEXICON.posts;
    let word = token.lower();
    let capital = token.is_capital();
    if token.shape == Shape::Sign || token.shape == Shape::Number {
        return Class::default();
    }
    let parts_known = |set: &std::collections::HashSet<String>| {
        word.contains('-')
            && word.split('-').all(|part| {
                set.contains(part) || posts.modifiers.contains(part) || posts.fields.contains(part)
            })
    };
    let elect = ["-designate", "-elect"].iter().find_map(|end| word.strip_suffix(end));
    let compound_head = elect.is_some_and(|stem| posts.heads.contains(stem))
        || word.contains('-')
            && word.rsplit('-').next().is_some_and(|last| posts.heads.contains(last));
    let singular = singular(word);
    Class {
        head: posts.heads.contains(word) || compound_head || singular.is_some(),
        plural: singular.is_some() && !posts.heads.contains(word),
        modifier: posts.modifiers.contains(word)
            || word.starts_with("then-")
            || word.starts_with("vice-"),
        field: posts.fields.contains(word) || parts_known(&posts.fields),
        body: posts.bodies.contains(word),
        address: posts.address.contains(word) && (capital || word == "h.e"),
        style: posts.styles.contains(word) && capital,
        particle: posts.particles.contains(word),
        surname: capital && posts.korean_surnames.contains(word),
        country: false,
        headline_verb: posts.headline_verbs.contains(word),
        calendar: capital
            && (LEXICON.months.contains_key(word)
                || word.ends_with("day") && word.len() <= 9 && word.len() >= 6),
    }
}

/// The singular of a position's word in the plural.
pub fn singular(word: &str) -> Option<String> {
    let posts = &LEXICON.posts;
    let stem = word.strip_suffix('s')?;
    let tries = [
        stem.to_owned(),
        stem.strip_suffix('e').unwrap_or(stem).to_owned(),
        stem.strip_suffix("ie").map(|s| format!("{s}y")).unwrap_or_default(),
    ];
    tries.into_iter().find(|word| !word.is_empty() && posts.heads.contains(word))
}
