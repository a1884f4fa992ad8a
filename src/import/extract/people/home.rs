//! The state whose release it is: its officials stand without their state.

use super::word::Words;
use crate::import::extract::lexicon::LEXICON;

/// Something that the releases of one state alone write: its code, whether it stands at a word, and how
/// much it says for that state.
type Habit = (&'static str, fn(&Words<'_>, usize) -> bool, i32);

/// The habits known. They matter where a text names its own state nowhere.
const HABITS: [Habit; 2] = [("US", is_party, 10), ("KR", names_korean, 2)];

/// The name of the state at home, if the text shows one.
pub fn home(text: &[Words<'_>]) -> Option<String> {
    let mut scores = vec![0i32; LEXICON.countries.len()];
    let place = |code| LEXICON.countries.iter().position(|country| country.0 == code);
    let habits = HABITS.map(|(code, is_seen, points)| (place(code), is_seen, points));
    for words in text {
        for at in 0..words.tokens.len() {
            if let Some((name, length)) = words.country(at) {
                scores[name.country] += score(words, at, length);
            }
            if let Some(country) = pair(words.tokens[at].text) {
                scores[country] += 3;
            }
            for (country, is_seen, points) in habits {
                if let Some(country) = country.filter(|_| is_seen(words, at)) {
                    scores[country] += points;
                }
            }
        }
    }
    let best = scores
        .iter()
        .enumerate()
        .max_by_key(|(place, score)| (**score, std::cmp::Reverse(*place)))?;
    // Organisations are spoken for by their own.
    let is_state = LEXICON.countries[best.0].0.chars().all(char::is_uppercase);
    let best = (best.0, *best.1);
    let second = scores
        .iter()
        .enumerate()
        .filter(|(place, _)| *place != best.0)
        .map(|(_, score)| *score)
        .max()
        .unwrap_or(0);
    (best.1 > 0 && best.1 > second && best.1 >= second * 3 / 2 && is_state)
        .then(|| LEXICON.countries[best.0].1.clone())
}

/// A party and a state of the union in brackets after a name: "(D-HI)".
fn is_party(words: &Words<'_>, at: usize) -> bool {
    let label = words.tokens.get(at + 1).filter(|_| words.is(at, "(")).map(|token| token.text);
    label.is_some_and(|label| {
        label.len() == 4 && ["D-", "R-", "I-"].iter().any(|p| label.starts_with(p))
    })
}

/// "ROK-Norway": a state names itself first.
fn pair(word: &str) -> Option<usize> {
    let (first, second) = word.split_once(['-', '–'])?;
    let first = LEXICON.country(first)?;
    LEXICON.country(second).map(|_| first.country)
}

/// An official with a Korean name, of whose state nothing is said.
fn names_korean(words: &Words<'_>, at: usize) -> bool {
    let given = words
        .tokens
        .get(at + 1)
        .is_some_and(|token| token.is_capital() && token.text.contains('-'));
    let post = at > 0 && (words.class(at - 1).head || words.class(at - 1).field);
    words.class(at).surname && given && post
}

/// What one mention says for or against a state.
fn score(words: &Words<'_>, at: usize, length: usize) -> i32 {
    let after = words.tokens.get(at + length).map_or("", |token| token.lower());
    let before = |back: usize| at.checked_sub(back).map_or("", |i| words.tokens[i].lower());
    let spoken_for =
        matches!(after, "government" | "side" | "nationals" | "people" | "citizens" | "delegation");
    if spoken_for {
        let subject = before(1) == "the" && at <= 2;
        return 3 + i32::from(subject) + 2 * i32::from(after == "nationals");
    }
    let article = usize::from(before(1) == "the");
    let preposition = before(1 + article);
    let word = at.checked_sub(2 + article).map(|i| words.class(i)).unwrap_or_default();
    match preposition {
        // "the government of X" speaks; "Minister of X" is a guest.
        "of" if before(2 + article) == "government" => 3 + 2 * i32::from(at <= 5),
        "of" if word.head || word.field => -4,
        "to" if word.country => 4,
        "to" if matches!(before(2 + article), "visit" | "trip" | "travel") => -3,
        _ if words.class(at + length).head && after == "ambassador" => 0,
        _ if words.class(at + length).is_post_word()
            && words.class(at + length).head | words.class(at + length + 1).head
            && words.country(at).is_some_and(|(name, _)| name.adjective) =>
        {
            -2
        }
        _ => 1,
    }
}
