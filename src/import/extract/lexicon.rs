//! The words that facts are told by, read from `assets/lexicon/*.ron`: countries, posts, numbers,
//! months, currencies, counters.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

/// All of the words, read once.
pub static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);

/// All of the words.
pub struct Lexicon {
    /// Words of positions, in English.
    pub posts: Posts,
    /// Number words.
    pub numbers: Numbers,
    /// What is counted.
    pub counting: Counting,
    pub labels: Labels,
    /// Korean.
    pub korean: Korean,
    /// Month names in lower case.
    pub months: HashMap<String, u8>,
    /// Currencies.
    pub currencies: Vec<Currency>,
    /// Countries.
    pub countries: Vec<Country>,
    /// Names and adjectives of countries by their words in lower case.
    by_words: HashMap<String, CountryName>,
    /// Names of countries in Korean.
    korean_countries: HashSet<String>,
    /// The first words of the names, in lower case.
    first_words: HashSet<String>,
    /// Currencies by the words after a number, in lower case and without full stops.
    currency_words: HashMap<String, usize>,
    /// Currencies by the last character of the signs before a number, with those signs.
    currency_signs: HashMap<char, Vec<(String, usize)>>,
}

/// A currency: code, signs before a number, words after it, East Asian words after it.
#[derive(Debug, Deserialize)]
pub struct Currency(pub String, pub Vec<String>, pub Vec<String>, pub Vec<String>);

/// A country: code, name, other names, adjectives, Korean names.
#[derive(Debug, Deserialize)]
pub struct Country(pub String, pub String, pub Vec<String>, pub Vec<String>, pub Vec<String>);

/// What words say of a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountryName {
    /// Its place in the list.
    pub country: usize,
    /// Whether they are an adjective only.
    pub adjective: bool,
    /// Whether they are an abbreviation or adjective, so that its name has to be looked up.
    pub short: bool,
}

/// Words of positions, in English and in lower case.
#[derive(Debug, Deserialize)]
pub struct Posts {
    pub heads: HashSet<String>,
    pub modifiers: HashSet<String>,
    pub address: HashSet<String>,
    /// Those of `address` that are written with a full stop, without it.
    #[serde(skip)]
    pub stopped: HashSet<String>,
    pub styles: HashSet<String>,
    pub particles: HashSet<String>,
    pub fields: HashSet<String>,
    pub ministries: HashSet<String>,
    pub short_ministries: BTreeMap<String, String>,
    pub stays: HashSet<String>,
    pub bodies: HashSet<String>,
    pub headline_verbs: HashSet<String>,
    pub speech: HashSet<String>,
    pub korean_surnames: HashSet<String>,
}

/// Number words.
#[derive(Debug, Deserialize)]
pub struct Numbers {
    pub cardinals: HashMap<String, u64>,
    pub ordinals: HashMap<String, u64>,
    pub magnitudes: HashMap<String, u32>,
    pub eastern_magnitudes: HashMap<char, u32>,
    pub korean_native: HashMap<String, u64>,
}

/// Words around figures that are no label of them.
#[derive(Debug, Deserialize)]
pub struct Labels {
    /// Those that end none and are none alone.
    pub empty: HashSet<String>,
    /// Verbs between what a number is of and the number.
    pub verbs: HashSet<String>,
    /// Bare forms that are a verb behind a plural.
    pub bare: HashSet<String>,
    /// Forms of verbs that are nothing else.
    pub predicates: HashSet<String>,
    /// Prepositions that part phrases.
    pub relations: HashSet<String>,
    /// Words that say how or when, and end no label.
    pub adverbs: HashSet<String>,
    /// Nouns that end as adverbs do.
    pub ly_nouns: HashSet<String>,
    /// Small words of other languages.
    pub foreign: HashSet<String>,
    /// Chinese verbs, at which the noun before them ends.
    pub eastern_verbs: Vec<String>,
}

/// What is counted, and what is not.
#[derive(Debug, Deserialize)]
pub struct Counting {
    pub durations: HashSet<String>,
    pub parties: HashSet<String>,
    pub plurals: HashMap<String, String>,
    pub measures: HashSet<String>,
    pub not_plural: HashSet<String>,
    pub stops: HashSet<String>,
    pub references: HashSet<String>,
    pub events: HashSet<String>,
    pub tolls: HashSet<String>,
}

/// Korean words.
#[derive(Debug, Deserialize)]
pub struct Korean {
    pub surnames: String,
    pub double_surnames: Vec<String>,
    pub not_names: HashSet<String>,
    pub positions: Vec<String>,
    pub bodies: Vec<String>,
    pub particles: Vec<String>,
    pub counters: BTreeMap<String, String>,
    pub durations: Vec<String>,
    pub editions: Vec<String>,
}

macro_rules! asset {
    ($name:literal) => {
        ron::from_str(include_str!(concat!("../../../assets/lexicon/", $name)))
            .expect(concat!($name, " is read by a test"))
    };
}

impl Lexicon {
    fn load() -> Self {
        let countries: Vec<Country> = asset!("countries.ron");
        let mut korean: Korean = asset!("korean.ron");
        // The longest ending is the one that counts.
        for list in [&mut korean.positions, &mut korean.bodies, &mut korean.particles] {
            list.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
        }
        let mut by_words = HashMap::new();
        for (country, entry) in countries.iter().enumerate() {
            let names = std::iter::once(&entry.1).chain(&entry.2);
            for (adjective, name) in
                names.map(|n| (false, n)).chain(entry.3.iter().map(|n| (true, n)))
            {
                let short = adjective || is_abbreviation(name);
                let found = CountryName { country, adjective, short };
                by_words.entry(name.to_lowercase().replace('’', "'")).or_insert(found);
            }
        }
        let currencies: Vec<Currency> = asset!("currencies.ron");
        let first = |words: &String| words.split(' ').next().unwrap_or_default().to_owned();
        Self {
            korean_countries: countries.iter().flat_map(|country| country.4.clone()).collect(),
            first_words: by_words.keys().map(first).collect(),
            currency_words: currency_words(&currencies),
            currency_signs: currency_signs(&currencies),
            posts: posts(),
            numbers: asset!("numbers.ron"),
            counting: asset!("counting.ron"),
            labels: asset!("labels.ron"),
            months: asset!("months.ron"),
            currencies,
            korean,
            countries,
            by_words,
        }
    }

    /// Whether a country's name may begin with a word in lower case.
    pub fn begins_country(&self, word: &str) -> bool {
        self.first_words.contains(word) || word.contains('.') || word.ends_with("ns")
    }

    /// Whether a word is a country's name in Korean.
    pub fn is_korean_country(&self, word: &str) -> bool {
        self.korean_countries.contains(word)
    }

    /// The currency of words in lower case that stand after a number.
    pub fn currency_after(&self, words: &str) -> Option<&Currency> {
        self.currency_words.get(&words.replace('.', "")).map(|place| &self.currencies[*place])
    }

    /// The signs before a number that end in a character, each with its currency.
    pub fn signs_ending_in(&self, end: char) -> impl Iterator<Item = (&str, &Currency)> {
        let signs = self.currency_signs.get(&end).into_iter().flatten();
        signs.map(|(sign, place)| (sign.as_str(), &self.currencies[*place]))
    }

    /// The country that words name.
    pub fn country(&self, words: &str) -> Option<CountryName> {
        let words = words.to_lowercase().replace('’', "'");
        // "Americans", "Ukrainians": the people by their adjective.
        let one = words.strip_suffix("ns").map(|stem| format!("{stem}n"));
        let people = || self.by_words.get(&one?).filter(|name| name.adjective);
        self.by_words.get(&words).or_else(people).copied()
    }

    /// Whether a word in lower case is an article, preposition or conjunction, after which a phrase
    /// goes on.
    pub fn is_small_word(&self, word: &str) -> bool {
        const MORE: [&str; 8] =
            ["between", "s", "according", "regarding", "concerning", "whether", "very", "both"];
        const ENDS: [&str; 18] = [
            "worldwide",
            "annually",
            "respectively",
            "also",
            "here",
            "there",
            "it",
            "they",
            "he",
            "she",
            "we",
            "you",
            "all",
            "up",
            "down",
            "out",
            "off",
            "so",
        ];
        (self.counting.stops.contains(word) && !ENDS.contains(&word))
            || MORE.contains(&word)
            || self.posts.stopped.contains(word)
    }
}

fn posts() -> Posts {
    let mut posts: Posts = asset!("posts.ron");
    let stopped = posts.address.iter().filter_map(|word| word.strip_suffix('.'));
    posts.stopped = stopped.map(str::to_owned).collect();
    posts.address =
        posts.address.iter().map(|word| word.trim_end_matches('.').to_owned()).collect();
    posts
}

/// Each word with and without the ending of the plural.
fn currency_words(currencies: &[Currency]) -> HashMap<String, usize> {
    let mut words = HashMap::new();
    for (place, currency) in currencies.iter().enumerate() {
        for word in &currency.2 {
            let word = word.to_lowercase().replace('.', "");
            words.entry(format!("{word}s")).or_insert(place);
            words.entry(word).or_insert(place);
        }
    }
    words
}

fn currency_signs(currencies: &[Currency]) -> HashMap<char, Vec<(String, usize)>> {
    let mut signs: HashMap<char, Vec<(String, usize)>> = HashMap::new();
    for (place, currency) in currencies.iter().enumerate() {
        for sign in &currency.1 {
            if let Some(end) = sign.chars().next_back() {
                signs.entry(end).or_default().push((sign.clone(), place));
            }
        }
    }
    signs
}

/// `ROK`, `U.S.`, `EU`: capitals and stops only.
fn is_abbreviation(name: &str) -> bool {
    name.len() <= 6 && name.chars().all(|c| c.is_uppercase() || c == '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_read() {
        assert!(LEXICON.countries.len() > 190);
        assert!(LEXICON.posts.heads.contains("minister"));
        assert_eq!(LEXICON.months["september"], 9);
        assert!(crate::import::chrome::WORDS.attachments.contains(&"붙임".to_owned()));
    }

    #[test]
    fn countries_are_known_by_name_adjective_and_abbreviation() {
        let name = |words: &str| {
            LEXICON.country(words).map(|c| (LEXICON.countries[c.country].1.as_str(), c.adjective))
        };
        assert_eq!(name("Republic of Kazakhstan"), Some(("Kazakhstan", false)));
        assert_eq!(name("belgian"), Some(("Belgium", true)));
        assert_eq!(name("ROK"), Some(("Republic of Korea", false)));
        assert_eq!(name("Democratic People’s Republic of Korea").map(|n| n.1), Some(false));
        assert_eq!(name("Atlantis"), None);
    }
}
