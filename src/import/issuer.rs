//! Who speaks: the body that stands with its head in brackets, else the ministry at home that the text names
//! most often, else that of the officials named, else the site.

use super::extract::lexicon::LEXICON;
use super::extract::people;

/// Who speaks, as far as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issuer {
    /// The body's name.
    pub name: String,
    /// Why it may be another.
    pub doubt: Option<&'static str>,
}

/// So many namings of ministries are counted.
const MOST_NAMINGS: usize = 50;
/// The most words of a country's name.
const LONGEST_COUNTRY: usize = 6;
/// What a ministry's name begins with.
const MINISTRY: &str = "Ministry of ";

/// The issuer of a text; `home` is the state that it speaks for, `site` what the page's markup names.
pub fn of(
    found: &[people::Found],
    home: Option<&str>,
    text: &str,
    site: Option<&str>,
) -> Option<Issuer> {
    // In Korean the body stands with its head in brackets.
    let headed = found.iter().find(|person| person.rule == people::Rule::PositionAndNameInBrackets);
    if let Some(person) = headed {
        return person.affiliation.clone().map(|name| Issuer { name, doubt: None });
    }
    let guess = home.and_then(|home| {
        let named = ministry(text, home)
            .map(|name| (name, "the issuer is the ministry at home that is named most often"));
        let officials =
            || Some((officials(found, home)?, "the issuer is taken from the officials named"));
        let (name, doubt) = named.or_else(officials)?;
        Some(Issuer { name: format!("{name}, {home}"), doubt: Some(doubt) })
    });
    guess.or_else(|| site.map(|site| Issuer { name: site.to_owned(), doubt: None }))
}

/// The ministry at home that the text names most often, by its full name or its abbreviation; of several the
/// one named first.
fn ministry(text: &str, home: &str) -> Option<String> {
    let home = LEXICON.country(home)?.country;
    let mut named: Vec<(&str, usize)> = Vec::new();
    let mut short: Vec<(&str, &str)> = LEXICON
        .posts
        .short_ministries
        .iter()
        .map(|(short, name)| (short.as_str(), name.as_str()))
        .collect();
    for (at, _) in text.match_indices(MINISTRY).take(MOST_NAMINGS) {
        let Some((name, abbreviation)) = name(text, at, home) else { continue };
        count(&mut named, name, 1);
        if let Some(abbreviation) = abbreviation {
            short.retain(|(known, _)| *known != abbreviation);
            short.push((abbreviation, name));
        }
    }
    for (short, name) in short {
        count(&mut named, name, namings(text, short));
    }
    let best = named.into_iter().rev().max_by_key(|(_, count)| *count)?;
    (best.1 > 0).then(|| best.0.to_owned())
}

fn count<'a>(named: &mut Vec<(&'a str, usize)>, name: &'a str, times: usize) {
    match named.iter_mut().find(|(known, _)| *known == name) {
        Some((_, count)) => *count += times,
        None => named.push((name, times)),
    }
}

/// How often an abbreviation stands as a word.
fn namings(text: &str, short: &str) -> usize {
    let is_word = |(at, _): &(usize, &str)| {
        !text[..*at].ends_with(char::is_alphanumeric)
            && !text[at + short.len()..].starts_with(char::is_alphanumeric)
    };
    text.match_indices(short).filter(is_word).take(MOST_NAMINGS).count()
}

/// The name of the ministry that begins here, and the abbreviation in brackets behind it; nothing if it is
/// another state's.
fn name(text: &str, at: usize, home: usize) -> Option<(&str, Option<&str>)> {
    if country_before(&text[..at]).is_some_and(|country| country != home) {
        return None;
    }
    let end = at + words(&text[at..]);
    let mut name = text[at..end].trim_end();
    // "Ministry of Defence of Poland".
    for (of, preposition) in name.match_indices(" of ").skip(1) {
        let place = name[of + preposition.len()..].trim_start_matches("the ");
        let Some(country) = country_at_start(place) else { continue };
        if country != home {
            return None;
        }
        name = &name[..of];
        break;
    }
    for end in [" the", " of", " and"] {
        name = name.trim_end_matches(end);
    }
    let behind =
        text[end..].trim_start().strip_prefix('(').and_then(|inside| inside.split_once(')'));
    let is_short = |short: &&str| {
        (2..=8).contains(&short.len()) && short.chars().all(|c| c.is_ascii_uppercase())
    };
    (name.len() > MINISTRY.len()).then_some((name, behind.map(|(short, _)| short).filter(is_short)))
}

/// How many bytes the words of a ministry's name take.
fn words(text: &str) -> usize {
    const LONGEST: usize = 14;
    let line = text.split('\n').next().unwrap_or_default();
    let mut end = 0;
    let mut words = line.split_inclusive(' ').take(LONGEST).peekable();
    while let Some(word) = words.next() {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if !bare.starts_with(char::is_uppercase) && !matches!(bare, "and" | "of" | "the") {
            break;
        }
        let stem = bare.trim_end_matches("’s").trim_end_matches("'s");
        // "Ministry of Trade, Industry and Energy".
        let is_field = |next: &&str| {
            LEXICON.posts.fields.contains(&next.trim_end_matches([',', ' ']).to_lowercase())
        };
        let goes_on = stem.len() == bare.len()
            && (word[bare.len()..].trim().is_empty()
                || word.trim_end().ends_with(',') && words.peek().is_some_and(is_field));
        if !goes_on {
            return end + stem.len();
        }
        end += word.len();
    }
    end
}

/// The country whose name or adjective ends here: "the Republic of Korea", "Polish", "Norway’s".
fn country_before(text: &str) -> Option<usize> {
    let near = text.ceil_char_boundary(text.len().saturating_sub(80));
    let words = text[near..].trim_end_matches(' ');
    let words = words.trim_end_matches("’s").trim_end_matches("'s");
    let starts = words.rmatch_indices([' ', '\n']).map(|(at, _)| at + 1).chain([0]);
    let names = starts.take(LONGEST_COUNTRY).filter_map(|at| LEXICON.country(&words[at..]));
    names.last().map(|name| name.country)
}

/// The country whose name stands here.
fn country_at_start(text: &str) -> Option<usize> {
    let ends = text.match_indices(' ').map(|(at, _)| at).chain([text.len()]);
    let names = ends.take(LONGEST_COUNTRY).filter_map(|end| LEXICON.country(&text[..end]));
    names.filter(|name| !name.adjective).last().map(|name| name.country)
}

/// The ministry of the first official at home, if the position names its field: a release begins with what
/// its own people do.
fn officials(found: &[people::Found], home: &str) -> Option<String> {
    let first = found.iter().find(|person| person.affiliation.as_deref() == Some(home))?;
    let title = first.title.as_deref()?;
    if title.contains("Foreign Affairs") || title.contains("Foreign Minister") {
        return Some("Ministry of Foreign Affairs".to_owned());
    }
    let (_, field) = title.split_once("Minister of ")?;
    (!field.starts_with("State")).then(|| format!("{MINISTRY}{field}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(home: &str, text: &str, expected: Option<&str>) {
        assert_eq!(ministry(text, home).as_deref(), expected, "{text}");
    }

    #[test]
    fn the_ministry_at_home_that_is_named_most_often_speaks() {
        let text = "The Ministry of Trade, Industry and Energy (MOTIE) met the Ministry of Health and Welfare.\n\
            The Ministry of Health and Welfare agreed. MOTIE wrote. MOTIE spoke.";
        check("Norway", text, Some("Ministry of Trade, Industry and Energy"));
        check(
            "Norway",
            "the Ministry of Defence’s plan of the Ministry of Defence",
            Some("Ministry of Defence"),
        );
        check("Norway", "It is the Ministry of\nnothing", None);
        check("Atlantis", "the Ministry of Defence", None);
    }

    #[test]
    fn the_ministry_of_another_state_does_not() {
        for other in [
            "the Ministry of Defence of Poland",
            "Poland’s Ministry of Defence",
            "the Polish Ministry of Defence",
            "the Ministry of Defence of the Republic of Poland",
            "the Republic of Poland Ministry of Defence",
        ] {
            check("Norway", other, None);
            check(
                "Norway",
                &format!("{other} and {other} met the Ministry of Trade"),
                Some("Ministry of Trade"),
            );
            check("Poland", other, Some("Ministry of Defence"));
        }
    }

    #[test]
    fn an_abbreviation_that_is_known_names_its_ministry() {
        check("Norway", "MFA Spokesperson’s Statement", Some("Ministry of Foreign Affairs"));
        check("Norway", "the Ministry of Fisheries (MFA) and MFA", Some("Ministry of Fisheries"));
        check("Norway", "MFAS", None);
    }
}
