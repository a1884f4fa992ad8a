//! The release so far, by which rule each of its facts was found, and what is doubtful.

mod evidence;
pub(super) mod words;

use super::extract::{self, Passage, Place, Role, people};
use super::lines::Sheet;
use super::outline::{self, Outline};
use super::{head, issuer};
use crate::release::{FactId, FactKind, Figure, KeyDate, Kind, Mention, Participant, Release};
use crate::text::Raw;
use evidence::Evidence;

/// A text shorter than this, in bytes, hardly shows its language.
const TELLING: usize = 200;
/// The words and signs in which facts are looked for: those of some three megabytes, more than any release has.
const MOST_WORDS: usize = 500_000;
/// What is said where a page has more.
const ONLY_FIRST: &str = "the page has more words than facts are looked for in: only the first 500,000 are read for them";
/// The languages whose facts are found.
const READ: [&str; 4] = ["en", "ko", "ja", "zh"];

/// A release drawn from a page.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// The release; a fact that is unsure says why in its `doubt`.
    pub release: Release,
    /// The rule that found each fact, in the order of [`Release::facts`].
    pub findings: Vec<Finding>,
    /// What is unsure, of facts and of the page as a whole, in reading order.
    pub doubts: Vec<Doubt>,
}

/// By which rule a fact was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// The fact.
    pub fact: FactId,
    /// The rule's name, the same for every fact it finds.
    pub rule: &'static str,
}

/// Something that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The fact; `None` where it is about the page.
    pub fact: Option<FactId>,
    /// What is unsure, in words without a full stop.
    pub sentence: String,
}

/// Makes the draft.
pub(super) fn of(sheet: Sheet) -> Draft {
    let named =
        (sheet.published.clone(), sheet.language.clone(), sheet.source.clone(), sheet.site.clone());
    let outline = outline::read(sheet);
    let printed = outline.published.clone().or_else(|| named.0.as_deref().and_then(without_time));
    let dateline = dateline(&outline).filter(|_| printed.is_none());
    let is_dateline = dateline.is_some();
    let published = printed.or(dateline);
    let blocks = outline.body.blocks().iter().map(|block| block.text.as_str());
    let texts: Vec<&str> = std::iter::once(outline.title.as_str()).chain(blocks).collect();
    let (passages, is_whole) = passages(&outline, &texts);
    let whole: String = passages.iter().map(|passage| passage.text).collect::<Vec<_>>().join("\n");
    let (found, home) = people::find(&passages);
    let read = extract::dates::read(&passages);
    let dates = extract::dates::find(&passages, &read, published.as_deref());
    let figures = extract::figures::find(&passages, &read);
    let site = outline.letterhead.as_deref().or(named.3.as_deref());
    let issuer = issuer::of(&found, home.as_deref(), &whole, site);
    let edition = figures.iter().find(|f| {
        f.rule == extract::figures::Rule::Edition
            && f.spans.first().is_some_and(|span| span.order == 0)
    });

    let mut draft = Draft::default();
    let evidence = Evidence::new(&outline.body, &texts);
    let language = head::language(&whole, named.1.as_deref());
    draft.doubt_page(outline.doubts.iter().copied());
    let is_read = |tag: &str| READ.contains(&tag.split('-').next().unwrap_or(tag));
    let is_foreign = whole.len() >= TELLING && language.as_deref().is_some_and(|tag| !is_read(tag));
    draft.doubt_page(
        [
            is_foreign.then_some("people, dates and figures are hardly found in this language"),
            (!is_whole).then_some(ONLY_FIRST),
            is_dateline.then_some("the date of publication is that of the dateline"),
            issuer.as_ref().and_then(|issuer| issuer.doubt),
        ]
        .into_iter()
        .flatten(),
    );
    draft.release = Release {
        title: Raw::from(texts[0]),
        issuer: issuer.map(|issuer| Raw::from(issuer.name)),
        published: published.map(Raw::from),
        language: language.map(Raw::from),
        source: named.2.filter(|source| source.starts_with("http")).map(Raw::from),
        translation: head::translation(&outline.body),
        series: edition.and_then(|f| head::series(f.label.as_deref().unwrap_or_default(), f.value)),
        ..Release::default()
    };
    draft.take_people(found, &evidence);
    draft.take_dates(dates, &evidence);
    draft.take_figures(figures, &evidence);
    draft.release.body = outline.body;
    draft
}

/// The day that a dateline names, at the top of the text.
fn dateline(outline: &Outline) -> Option<String> {
    const TOP: usize = 5;
    let top = outline.body.blocks().iter().take(TOP);
    top.filter(|block| block.number.is_none())
        .find_map(|block| extract::dates::dateline(block.text.as_str()))
}

/// The day of a moment as markup writes it: `2024-05-01T09:00:00Z`.
fn without_time(moment: &str) -> Option<String> {
    extract::dates::first_day(moment.split('T').next()?)
}

/// The blocks as the finders read them, and whether those read all of them.
fn passages<'a>(outline: &Outline, texts: &[&'a str]) -> (Vec<Passage<'a>>, bool) {
    let role = |order: usize| {
        let Some(place) = order.checked_sub(1) else { return Role::Headline };
        if outline.contacts.binary_search(&place).is_ok() {
            return Role::Contact;
        }
        match outline.body.get(place).map(|block| block.kind) {
            Some(Kind::Heading) => Role::Headline,
            Some(Kind::Table) => Role::Table,
            _ => Role::Prose,
        }
    };
    let mut left = MOST_WORDS;
    let mut is_whole = true;
    let passage = |(order, text): (usize, &&'a str)| {
        let read = beginning(text, &mut left);
        is_whole &= read.len() == text.len();
        Passage { order, text: read, role: role(order) }
    };
    let passages = texts.iter().enumerate().map(passage).collect();
    (passages, is_whole)
}

/// As much of a text as has so many words and signs, which are taken off what is left.
fn beginning<'a>(text: &'a str, left: &mut usize) -> &'a str {
    let mut in_word = false;
    for (at, c) in text.char_indices() {
        let goes_on = in_word && c.is_alphanumeric();
        in_word = c.is_alphanumeric();
        if goes_on || c.is_whitespace() {
            continue;
        }
        let Some(fewer) = left.checked_sub(1) else { return &text[..at] };
        *left = fewer;
    }
    text
}

impl Draft {
    /// Notes what is unsure of the page as a whole.
    fn doubt_page(&mut self, sentences: impl IntoIterator<Item = &'static str>) {
        let doubts = sentences
            .into_iter()
            .map(|sentence| Doubt { fact: None, sentence: sentence.to_owned() });
        self.doubts.extend(doubts);
    }

    fn note(&mut self, fact: FactId, rule: &'static str, doubt: Option<&str>) {
        self.findings.push(Finding { fact, rule });
        if let Some(sentence) = doubt {
            self.doubts.push(Doubt { fact: Some(fact), sentence: sentence.to_owned() });
        }
    }

    /// The mentions of a fact and its doubt, or nothing: a fact that no words prove is none.
    fn proven(
        &mut self,
        evidence: &Evidence<'_>,
        spans: &[Place],
        doubt: Option<String>,
    ) -> Option<(Vec<Mention>, Option<String>)> {
        let mentions = evidence.mentions(spans);
        if mentions.is_empty() {
            let sentence = "a fact is left out: no quote would lead to its words".to_owned();
            let left_out = Doubt { fact: None, sentence };
            if !self.doubts.contains(&left_out) {
                self.doubts.push(left_out);
            }
            return None;
        }
        let partly = mentions.len() < spans.len();
        let unquoted = || "it is said in more places, to which no quote would lead".to_owned();
        Some((mentions, doubt.or_else(|| partly.then(unquoted))))
    }

    fn take_people(&mut self, found: Vec<people::Found>, evidence: &Evidence<'_>) {
        for person in found {
            let doubt = person.doubt.map(str::to_owned);
            let Some((mentions, doubt)) = self.proven(evidence, &person.spans, doubt) else {
                continue;
            };
            let place = self.release.participants.len();
            self.note(
                FactId::new(FactKind::Participant, place),
                person.rule.name(),
                doubt.as_deref(),
            );
            self.release.participants.push(Participant {
                name: Raw::from(person.name),
                title: person.title.map(Raw::from),
                affiliation: person.affiliation.map(Raw::from),
                doubt: doubt.map(Raw::from),
                mentions,
            });
        }
    }

    fn take_dates(&mut self, found: Vec<extract::dates::Found>, evidence: &Evidence<'_>) {
        for date in found {
            let inferred = date
                .inferred
                .map(|from| format!("the year is not printed; it is taken from {from}"));
            let doubt = date.doubt.map(str::to_owned).or(inferred);
            let Some((mentions, doubt)) = self.proven(evidence, &date.spans, doubt) else {
                continue;
            };
            let place = self.release.dates.len();
            self.note(FactId::new(FactKind::Date, place), date.rule.name(), doubt.as_deref());
            self.release.dates.push(KeyDate {
                date: Raw::from(date.edtf),
                label: None,
                doubt: doubt.map(Raw::from),
                mentions,
            });
        }
    }

    fn take_figures(&mut self, found: Vec<extract::figures::Found>, evidence: &Evidence<'_>) {
        for figure in found {
            let doubt = figure.doubt.map(str::to_owned);
            let Some((mentions, doubt)) = self.proven(evidence, &figure.spans, doubt) else {
                continue;
            };
            let place = self.release.figures.len();
            self.note(FactId::new(FactKind::Figure, place), figure.rule.name(), doubt.as_deref());
            self.release.figures.push(Figure {
                text: Raw::from(figure.text),
                value: figure.value,
                value_max: figure.value_max,
                unit: Raw::from(figure.unit),
                label: figure.label.map(Raw::from),
                period: figure.period.map(Raw::from),
                doubt: doubt.map(Raw::from),
                mentions,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_for_facts_up_to_a_number_of_words_and_signs() {
        let read = |text, mut left| beginning(text, &mut left).to_owned();
        assert_eq!(read("one two, three", 4), "one two, three");
        assert_eq!(read("one two, three", 3), "one two, ");
        assert_eq!(read("<<<<", 2), "<<");
        assert_eq!(read("", 0), "");
    }

    #[test]
    fn facts_beyond_the_words_that_are_read_are_said_to_be_missing() {
        let page = |filling: usize| {
            let filling = ", ".repeat(filling);
            let text = format!("Title\n\nThey met on May 5, 2024 {filling}and on June 7, 2024.\n");
            super::super::read(&super::super::Page { bytes: text.as_bytes(), name: None }).unwrap()
        };
        let told = |draft: &Draft| {
            draft.doubts.iter().any(|doubt| doubt.sentence.contains("first 500,000"))
        };
        let (short, long) = (page(10), page(MOST_WORDS));
        assert_eq!((short.release.dates.len(), told(&short)), (2, false));
        assert_eq!((long.release.dates.len(), told(&long)), (1, true));
    }
}
