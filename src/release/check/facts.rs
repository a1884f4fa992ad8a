//! The facts themselves: names, dates, numbers and units.

use std::collections::HashMap;

use super::lexicon::{self, Verdict};
use super::{Checker, head, is_blank, quoted};
use crate::release::place::FactField;
use crate::release::{Code, FactId, FactKind, Figure, Locus, Participant, Release};
use crate::text::Raw;
use crate::text::fold::{self, Case};

pub fn check(checker: &mut Checker<'_>) {
    let release = checker.release;
    for fact in release.facts() {
        if release.mentions(fact).is_empty() {
            let locus = Locus::Fact(fact, FactField::Name);
            let message = format!("this {} has no mention", kind_name(fact.kind()));
            checker
                .add(Code::NoMention, locus, message)
                .help("add `mentions: [(at: \"…\", quote: \"…\")]`");
        }
        for (field, text) in texts(release, fact) {
            let is_optional = !matches!(field, FactField::Name | FactField::Unit);
            if is_optional && text.is_some_and(is_blank) {
                let locus = Locus::Fact(fact, field);
                let message = "this field is given and left empty";
                checker.add(Code::EmptyText, locus, message).help("leave it out");
            }
        }
    }
    participants(checker);
    for (i, date) in release.dates.iter().enumerate() {
        let fact = FactId::new(FactKind::Date, i);
        head::date(checker, Locus::Fact(fact, FactField::Name), &date.date);
    }
    for (i, figure) in release.figures.iter().enumerate() {
        self::figure(checker, FactId::new(FactKind::Figure, i), figure);
    }
}

/// The texts of a fact.
pub fn texts(release: &Release, fact: FactId) -> [(FactField, Option<&Raw>); 6] {
    let none = [FactField::Doubt; 6].map(|field| (field, None));
    match fact.kind() {
        FactKind::Participant => release.participants.get(fact.index()).map_or(none, |person| {
            [
                (FactField::Name, Some(&person.name)),
                (FactField::Title, person.title.as_ref()),
                (FactField::Affiliation, person.affiliation.as_ref()),
                (FactField::Doubt, person.doubt.as_ref()),
                none[0],
                none[0],
            ]
        }),
        FactKind::Date => release.dates.get(fact.index()).map_or(none, |date| {
            [
                (FactField::Name, Some(&date.date)),
                (FactField::Label, date.label.as_ref()),
                (FactField::Doubt, date.doubt.as_ref()),
                none[0],
                none[0],
                none[0],
            ]
        }),
        FactKind::Figure => release.figures.get(fact.index()).map_or(none, |figure| {
            [
                (FactField::Name, Some(&figure.text)),
                (FactField::Unit, Some(&figure.unit)),
                (FactField::Label, figure.label.as_ref()),
                (FactField::Period, figure.period.as_ref()),
                (FactField::Doubt, figure.doubt.as_ref()),
                none[0],
            ]
        }),
    }
}

pub fn kind_name(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Participant => "participant",
        FactKind::Date => "date",
        FactKind::Figure => "figure",
    }
}

fn participants(checker: &mut Checker<'_>) {
    let release = checker.release;
    let mut known: HashMap<String, &Participant> = HashMap::new();
    for (i, person) in release.participants.iter().enumerate() {
        let locus = Locus::Fact(FactId::new(FactKind::Participant, i), FactField::Name);
        if is_blank(&person.name) {
            checker.add(Code::EmptyName, locus, "the participant has no name");
            continue;
        }
        let name = fold::search(person.name.as_str(), Case::Ignore).text;
        let Some(other) = known.get(&name) else {
            known.insert(name, person);
            continue;
        };
        // Two people may have one name; then they speak for different bodies.
        let is_other = other.affiliation.is_some()
            && person.affiliation.is_some()
            && other.affiliation != person.affiliation;
        if !is_other {
            let message = format!("{} is listed already", quoted(person.name.as_str()));
            checker
                .add(Code::PersonTwice, locus, message)
                .help("keep one entry, with the mentions of both");
        }
    }
}

fn figure(checker: &mut Checker<'_>, fact: FactId, figure: &Figure) {
    let locus = |field| Locus::Fact(fact, field);
    if is_blank(&figure.text) {
        checker.add(Code::EmptyName, locus(FactField::Name), "the figure has no words");
    }
    let numbers = [(FactField::Value, Some(figure.value)), (FactField::ValueMax, figure.value_max)];
    for (field, number) in numbers {
        if let Some(number) = number.filter(|number| !number.is_finite()) {
            let what = if number.is_nan() { "no number" } else { "too large a number" };
            let message = format!("the value is {what}");
            checker.add(Code::NotFinite, locus(field), message).help("write the number meant");
        }
    }
    if let Some(upper) = figure.value_max.filter(|upper| *upper < figure.value) {
        let message = format!("the upper end {upper} is below the lower end {}", figure.value);
        checker.add(Code::ReversedRange, locus(FactField::ValueMax), message).help("swap the two");
    }
    unit(checker, locus(FactField::Unit), &figure.unit);
}

fn unit(checker: &mut Checker<'_>, locus: Locus, unit: &Raw) {
    if is_blank(unit) {
        checker
            .add(Code::EmptyUnit, locus, "the figure has no unit")
            .help("a currency code, `%`, `times`, `ordinal`, `anniversary` or a noun");
        return;
    }
    let help = match lexicon::currency(unit.as_str()) {
        Verdict::Good => return,
        Verdict::Meant(code) => format!("did you mean `{code}`?"),
        Verdict::Unknown => "a noun is written in lower case".to_owned(),
    };
    let message = format!("{} is no currency code of ISO 4217", quoted(unit.as_str()));
    checker.add(Code::UnknownCurrency, locus, message).help(help);
}
