//! A fact as one line with bars between its parts, and the line read back.

use crate::phrase::{self, Phrase};
use crate::release::edtf::Edtf;
use crate::release::{FactId, FactKind, Figure, KeyDate, Participant, Release};
use crate::text::Raw;

/// What the parts of a line are.
pub fn parts(kind: FactKind) -> Phrase {
    match kind {
        FactKind::Participant => phrase::review::participant_parts(),
        FactKind::Date => phrase::review::date_parts(),
        FactKind::Figure => phrase::review::figure_parts(),
    }
}

/// A fact as a line; empty parts at the end are left out.
pub fn of(release: &Release, fact: FactId) -> String {
    let index = fact.index();
    let raw = |raw: &Raw| escaped(&raw.clean_line());
    let optional = |part: &Option<Raw>| part.as_ref().map(raw).unwrap_or_default();
    let parts = match fact.kind() {
        FactKind::Participant => release.participants.get(index).map(|person| {
            vec![raw(&person.name), optional(&person.title), optional(&person.affiliation)]
        }),
        FactKind::Date => {
            release.dates.get(index).map(|date| vec![raw(&date.date), optional(&date.label)])
        }
        FactKind::Figure => release.figures.get(index).map(|figure| {
            let (label, period) = (optional(&figure.label), optional(&figure.period));
            vec![raw(&figure.text), number(figure), raw(&figure.unit), label, period]
        }),
    };
    let mut parts = parts.unwrap_or_default();
    while parts.last().is_some_and(String::is_empty) {
        parts.pop();
    }
    parts.join(" | ")
}

fn number(figure: &Figure) -> String {
    match figure.value_max {
        Some(max) => format!("{} to {max}", figure.value),
        None => figure.value.to_string(),
    }
}

/// Puts what a line says into a fact, and says whether that changed it; a part whose words are the
/// same stays exactly as the file has it.
///
/// # Errors
/// What is wrong with the line, in a sentence. The fact is as it was, then.
pub fn apply(release: &mut Release, fact: FactId, line: &str) -> Result<bool, Phrase> {
    let parts = split(line);
    let most = match fact.kind() {
        FactKind::Participant => 3,
        FactKind::Date => 2,
        FactKind::Figure => 5,
    };
    if parts.len() > most {
        return Err(phrase::review::too_many_parts(parts.len(), most));
    }
    let part = |at: usize| parts.get(at).map_or("", String::as_str);
    let index = fact.index();
    match fact.kind() {
        FactKind::Participant => {
            release.participants.get_mut(index).map_or(Ok(false), |old| person(old, part))
        }
        FactKind::Date => release.dates.get_mut(index).map_or(Ok(false), |old| date(old, part)),
        FactKind::Figure => {
            release.figures.get_mut(index).map_or(Ok(false), |old| figure(old, part))
        }
    }
}

type Applied = Result<bool, Phrase>;

fn person<'a>(old: &mut Participant, part: impl Fn(usize) -> &'a str) -> Applied {
    let new = Participant {
        name: needed(&old.name, part(0), phrase::review::name_needed())?,
        title: optional(old.title.as_ref(), part(1)),
        affiliation: optional(old.affiliation.as_ref(), part(2)),
        ..old.clone()
    };
    Ok(replace(old, new))
}

fn date<'a>(old: &mut KeyDate, part: impl Fn(usize) -> &'a str) -> Applied {
    if old.date.clean_line().as_str().trim() != part(0) {
        Edtf::parse(part(0)).map_err(|error| match error.help {
            Some(help) => Phrase::told(format!("{}; {help}", error.message)),
            None => Phrase::told(error.message),
        })?;
    }
    let new = KeyDate {
        date: needed(&old.date, part(0), phrase::review::date_needed())?,
        label: optional(old.label.as_ref(), part(1)),
        ..old.clone()
    };
    Ok(replace(old, new))
}

fn figure<'a>(old: &mut Figure, part: impl Fn(usize) -> &'a str) -> Applied {
    let text = needed(&old.text, part(0), phrase::review::words_needed())?;
    let (value, value_max) = match part(1) {
        same if same == number(old) => (old.value, old.value_max),
        other => range(other)?,
    };
    let new = Figure {
        text,
        value,
        value_max,
        unit: needed(&old.unit, part(2), phrase::review::unit_needed())?,
        label: optional(old.label.as_ref(), part(3)),
        period: optional(old.period.as_ref(), part(4)),
        ..old.clone()
    };
    Ok(replace(old, new))
}

fn range(text: &str) -> Result<(f64, Option<f64>), Phrase> {
    let (from, to) = match text.split_once(" to ") {
        Some((from, to)) => (value(from)?, Some(value(to)?)),
        None => (value(text)?, None),
    };
    match to {
        Some(to) if to < from => Err(phrase::review::backwards(text)),
        _ => Ok((from, to)),
    }
}

/// A number with a point; commas between groups of three digits are taken as such.
fn value(text: &str) -> Result<f64, Phrase> {
    let text = text.trim().replace('−', "-");
    let mut groups = text.split('.').next().unwrap_or_default().split(',');
    let first = groups.next().unwrap_or_default();
    let is_group = |group: &str| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit());
    let is_grouped = groups.clone().next().is_none()
        || (matches!(first.trim_start_matches('-').len(), 1..=3) && groups.all(is_group));
    let has_digit = text.bytes().any(|b| b.is_ascii_digit());
    let value = text.replace(',', "").parse().ok().filter(|value: &f64| value.is_finite());
    value.filter(|_| is_grouped && has_digit).ok_or_else(|| {
        if text.is_empty() {
            phrase::review::value_needed()
        } else {
            phrase::review::no_number(&text)
        }
    })
}

fn replace<T: PartialEq>(old: &mut T, new: T) -> bool {
    let is_changed = *old != new;
    *old = new;
    is_changed
}

fn needed(old: &Raw, part: &str, otherwise: Phrase) -> Result<Raw, Phrase> {
    optional(Some(old), part).ok_or(otherwise)
}

fn optional(old: Option<&Raw>, part: &str) -> Option<Raw> {
    match old {
        Some(old) if old.clean_line().as_str().trim() == part => Some(old.clone()),
        _ => (!part.is_empty()).then(|| Raw::from(part.to_owned())),
    }
}

/// Bars and backslashes of the words themselves are written with a backslash before.
pub fn escaped(part: &str) -> String {
    part.trim().replace('\\', "\\\\").replace('|', "\\|")
}

fn split(line: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let escaped =
            if c == '\\' { chars.next_if(|next| matches!(next, '\\' | '|')) } else { None };
        if c == '|' {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(escaped.unwrap_or(c));
        }
    }
    parts.iter().map(|part| part.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::phrase::Language;

    const PERSON: FactKind = FactKind::Participant;

    fn draft() -> Release {
        let figure = Figure {
            text: "5 to 7.5 percent".into(),
            value: 5.0,
            value_max: Some(7.5),
            unit: "%".into(),
            ..Figure::default()
        };
        let person = Participant { name: "A | B".into(), ..Participant::default() };
        let date = KeyDate { date: "2019-03".into(), ..KeyDate::default() };
        let (participants, dates, figures) = (vec![person], vec![date], vec![figure]);
        Release { participants, dates, figures, ..Release::default() }
    }

    #[track_caller]
    fn check(kind: FactKind, line: &str, after: Result<&str, &str>) {
        let (mut release, fact) = (draft(), FactId::new(kind, 0));
        let found = match apply(&mut release, fact, line) {
            Ok(_) => Ok(of(&release, fact)),
            Err(sentence) => Err(sentence.shown(Language::English).to_string()),
        };
        let is_refused = found.is_err();
        match (found, after) {
            (Ok(found), Ok(after)) => assert_eq!(found, after),
            (Err(found), Err(after)) => assert!(found.contains(after), "{found}"),
            (found, _) => panic!("{found:?}"),
        }
        assert!(!is_refused || release == draft(), "what is refused changes nothing");
    }

    #[test]
    fn a_line_is_the_fact() {
        check(PERSON, "Kim | Minister | Norway", Ok("Kim | Minister | Norway"));
        check(PERSON, "Kim || Norway", Ok("Kim |  | Norway"));
        check(PERSON, "Kim", Ok("Kim"));
        check(FactKind::Date, "2019-03-06/2019-03-07|talks", Ok("2019-03-06/2019-03-07 | talks"));
        check(FactKind::Figure, "x | 1,500,000.5 | EUR", Ok("x | 1500000.5 | EUR"));
        check(FactKind::Figure, "x | −5 to 2e3 | EUR | aid", Ok("x | -5 to 2000 | EUR | aid"));
    }

    #[test]
    fn what_is_wrong_is_said_in_a_sentence() {
        check(PERSON, " | Minister", Err("needs a name"));
        check(PERSON, "a|b|c|d", Err("4 parts"));
        check(FactKind::Date, "2019-02-31", Err("February 2019 has 28 days"));
        check(FactKind::Date, "", Err("dates look like"));
        for number in ["1,5", "1.2.3", "inf", "NaN", "five", "1,500,00", ",500", "1e999"] {
            check(FactKind::Figure, &format!("x | {number} | EUR"), Err("is not a number"));
        }
        check(FactKind::Figure, "x | 7 to 5 | EUR", Err("backwards"));
        check(FactKind::Figure, "x || EUR", Err("needs a value"));
        check(FactKind::Figure, "x | 1", Err("needs a unit"));
    }

    #[test]
    fn words_that_look_the_same_stay_as_the_file_has_them() {
        let mut release = draft();
        release.participants[0].name = "Kim\u{200b} |  Lee\\".into();
        let fact = FactId::new(PERSON, 0);
        let line = of(&release, fact);
        assert_eq!(apply(&mut release, fact, &line), Ok(false));
        assert_eq!(apply(&mut release, fact, &format!("{line} | Minister")), Ok(true));
        assert_eq!(release.participants[0].name.as_str(), "Kim\u{200b} |  Lee\\");
    }

    proptest! {
        #[test]
        fn a_line_read_back_changes_nothing(
            words in prop::collection::vec(r"[a-z |\\\u{200b}\n]{1,8}x", 4),
            value in -1e15..1e15_f64,
        ) {
            let mut release = draft();
            let raw = |i: usize| Raw::from(words[i].clone());
            let person = &mut release.participants[0];
            (person.name, person.title, person.affiliation) = (raw(0), Some(raw(1)), Some(raw(2)));
            let figure = &mut release.figures[0];
            (figure.text, figure.value, figure.value_max) = (raw(3), value, None);
            for kind in [PERSON, FactKind::Figure] {
                let line = of(&release, FactId::new(kind, 0));
                prop_assert_eq!(apply(&mut release, FactId::new(kind, 0), &line), Ok(false));
            }
        }

        #[test]
        fn any_line_is_taken_or_refused(line in ".{0,60}") {
            for kind in [PERSON, FactKind::Date, FactKind::Figure] {
                let _ = apply(&mut draft(), FactId::new(kind, 0), &line);
            }
        }
    }
}
