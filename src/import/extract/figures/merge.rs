//! The same value said again is one figure with two mentions; an equal value of something else is another.

use std::collections::HashMap;

use super::{Rule, Sighting};
use crate::import::extract::Place;
use crate::import::extract::lexicon::LEXICON;

/// A figure found, with everything that says it.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The words as first printed.
    pub text: String,
    /// The number meant.
    pub value: f64,
    /// The upper end of a range.
    pub value_max: Option<f64>,
    /// Its unit.
    pub unit: String,
    /// What is counted or measured.
    pub label: Option<String>,
    /// The period it is for.
    pub period: Option<String>,
    /// Where it is said, in reading order.
    pub spans: Vec<Place>,
    /// Whether it was said first in a title.
    pub headline: bool,
    /// The rule.
    pub rule: Rule,
    /// Why the rule may be wrong here.
    pub doubt: Option<&'static str>,
}

/// Brings sightings together.
pub fn merge(sightings: Vec<(Sighting, String, bool)>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut known: HashMap<(u64, String), Vec<usize>> = HashMap::new();
    for (sighting, text, headline) in sightings {
        let span = Place { order: sighting.order, range: sighting.range.clone() };
        let places = known.entry((sighting.value.to_bits(), sighting.unit.clone())).or_default();
        // Of very many equal values only the last few are compared.
        let same =
            places.iter().rev().take(20).find(|place| is_same(&found[**place], &sighting)).copied();
        if let Some(place) = same {
            found[place].spans.push(span);
            continue;
        }
        places.push(found.len());
        found.push(Found {
            text,
            value: sighting.value,
            value_max: sighting.value_max,
            unit: sighting.unit,
            label: sighting.label,
            period: sighting.period,
            spans: vec![span],
            headline,
            rule: sighting.rule,
            doubt: sighting.doubt,
        });
    }
    found
}

/// Whether two equal values mean one thing.
fn is_same(known: &Found, new: &Sighting) -> bool {
    match new.rule {
        Rule::Anniversary => return true,
        Rule::Edition => return shares_word(known.label.as_deref(), new.label.as_deref()),
        _ => {}
    }
    let is_money = new.rule == Rule::Money;
    // A large count with its own noun is said again; small ones are of many things.
    if !is_money && new.unit != "%" && new.unit != "times" && new.value >= 20.0 {
        return true;
    }
    match (&known.label, &new.label) {
        _ if is_money && known.headline && known.spans.len() == 1 => true,
        (Some(a), Some(b)) if is_money => {
            let (a, b) = (head(a), head(b));
            a == b
                || a.chars().count() > 1 && b.starts_with(&a)
                || b.chars().count() > 1 && a.starts_with(&b)
        }
        (Some(a), Some(b)) => shares_word(Some(a), Some(b)) && head(a) == head(b) || a == b,
        _ => true,
    }
}

/// The word that a label is about: its last one before "of" or "to".
fn head(label: &str) -> String {
    let first = label.split(" of ").next().unwrap_or(label);
    first.rsplit(' ').next().unwrap_or_default().to_lowercase()
}

fn shares_word(a: Option<&str>, b: Option<&str>) -> bool {
    let words = |text: Option<&str>| -> Vec<String> {
        let text = text.unwrap_or_default().to_lowercase();
        let split = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| w.chars().count() > 1)
            .map(str::to_owned);
        split.filter(|word| !LEXICON.counting.stops.contains(word)).collect()
    };
    let (a, b) = (words(a), words(b));
    // Korean words are the same with other particles behind them.
    let alike = |x: &String, y: &String| {
        x == y || !x.is_ascii() && (x.starts_with(y.as_str()) || y.starts_with(x.as_str()))
    };
    a.iter().any(|x| b.iter().any(|y| alike(x, y)))
}
