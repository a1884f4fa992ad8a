//! Codes and tags, looked up in the word lists of `assets/lexicon`.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

#[derive(Default, Deserialize)]
struct Units {
    currencies: HashSet<String>,
    signs: HashMap<String, String>,
}

// Both lists are part of the program; a test reads them.
static UNITS: LazyLock<Units> = LazyLock::new(|| {
    ron::from_str(include_str!("../../../assets/lexicon/units.ron")).unwrap_or_default()
});
static LANGUAGES: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    ron::from_str(include_str!("../../../assets/lexicon/languages.ron")).unwrap_or_default()
});

/// What is said of a word that is not right.
#[derive(Debug, PartialEq, Eq)]
pub enum Verdict {
    Good,
    /// Not right, and this is meant.
    Meant(String),
    Unknown,
}

/// Whether a unit that looks like a currency is one.
pub fn currency(unit: &str) -> Verdict {
    let units = &*UNITS;
    if let Some(code) = units.signs.get(unit) {
        return Verdict::Meant(code.clone());
    }
    let is_code = unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase());
    if !is_code || units.currencies.contains(unit) {
        return Verdict::Good;
    }
    let mut near: Vec<&String> = units
        .currencies
        .iter()
        .filter(|code| strsim::damerau_levenshtein(code, unit) == 1)
        .collect();
    // The great currencies first, then by the alphabet, so that the same is offered each time.
    near.sort_by_key(|code| {
        (!matches!(code.as_str(), "USD" | "EUR" | "KRW" | "JPY" | "GBP"), *code)
    });
    near.first().map_or(Verdict::Unknown, |code| Verdict::Meant((*code).clone()))
}

/// Whether a text has the form of a language tag: BCP 47, without asking for registration.
pub fn language(tag: &str) -> Verdict {
    if let Some(meant) = LANGUAGES.get(&tag.trim().to_lowercase()) {
        return Verdict::Meant(meant.clone());
    }
    if is_tag(tag) {
        return Verdict::Good;
    }
    let tidy = tag.trim().replace('_', "-");
    let tidy = tidy.split('.').next().unwrap_or_default();
    if is_tag(tidy) { Verdict::Meant(tidy.to_owned()) } else { Verdict::Unknown }
}

fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    let is_private = first.eq_ignore_ascii_case("x") && tag.len() > 2;
    let is_primary =
        (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic());
    (is_primary || is_private)
        && parts.all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(word: &str) -> Verdict {
        Verdict::Meant(word.to_owned())
    }

    #[test]
    fn currencies_are_known_by_their_codes() {
        assert_eq!(currency("USD"), Verdict::Good);
        assert_eq!(currency("people"), Verdict::Good);
        assert_eq!(currency("UDS"), meant("USD"));
        assert_eq!(currency("US$"), meant("USD"));
        assert_eq!(currency("QQQ"), Verdict::Unknown);
    }

    #[test]
    fn languages_are_tags() {
        for tag in ["ko", "en-GB", "zh-Hant-TW", "kaz", "x-own"] {
            assert_eq!(language(tag), Verdict::Good, "{tag}");
        }
        assert_eq!(language("Korean"), meant("ko"));
        assert_eq!(language("pt_BR"), meant("pt-BR"));
        assert_eq!(language("ko_KR.UTF-8"), meant("ko-KR"));
        assert_eq!(language("klingon?"), Verdict::Unknown);
        assert_eq!(language(""), Verdict::Unknown);
    }
}
