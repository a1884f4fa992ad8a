//! The facts of a part, in words, each with the places of its evidence.

use std::collections::HashSet;

use super::{Part, join};
use crate::phrase::{self, Language, Phrase};
use crate::release::edtf;
use crate::release::{BlockId, Edtf, FactId, FactKind, Release};
use crate::text::{Clean, Raw};

/// A fact as it is listed.
pub(crate) struct Fact {
    pub id: FactId,
    /// Who, when or how much.
    pub name: Clean<'static>,
    /// What more is known: a position, an event, what was counted.
    pub detail: Clean<'static>,
    /// Why whoever noted it was unsure.
    pub doubt: Option<Clean<'static>>,
    /// Where its words stand, each place once.
    pub places: Vec<Place>,
}

impl Fact {
    /// What is said of it behind its name, each with what parts it from the words before.
    pub fn remarks(&self) -> impl Iterator<Item = (&'static str, &Clean<'static>)> {
        let between = if self.id.kind() == FactKind::Participant { ", " } else { ": " };
        let detail = Some((between, &self.detail)).filter(|(_, detail)| !detail.is_empty());
        detail.into_iter().chain(self.doubt.iter().map(|doubt| ("; ", doubt)))
    }

    /// The places in one line, none when there are none.
    pub fn places_line(&self) -> Option<Clean<'static>> {
        let addresses: Vec<_> = self.places.iter().map(|p| p.address.borrowed()).collect();
        (!addresses.is_empty()).then(|| join(&addresses, ", "))
    }
}

/// An address named by a mention.
pub(crate) struct Place {
    /// As it is written.
    pub address: Clean<'static>,
    /// The block there; `None` when the release has no such block.
    pub block: Option<BlockId>,
}

/// The name of a list of facts.
pub(crate) fn heading(kind: FactKind) -> Phrase {
    match kind {
        FactKind::Participant => phrase::export::participants(),
        FactKind::Date => phrase::export::dates(),
        FactKind::Figure => phrase::export::figures(),
    }
}

/// The facts of a part by kind, kinds without facts left out. Of a part that is not the whole
/// release, only facts said inside it and only the places there.
pub(super) fn by_kind(part: &Part<'_>, language: Language) -> Vec<(FactKind, Vec<Fact>)> {
    let mut kinds: Vec<(FactKind, Vec<Fact>)> = Vec::new();
    for id in part.release.facts() {
        let places = places(part, id);
        if places.is_empty() && !part.is_whole() {
            continue;
        }
        let fact = Fact { places, ..fact(part.release, id, language) };
        match kinds.last_mut().filter(|(kind, _)| *kind == id.kind()) {
            Some((_, facts)) => facts.push(fact),
            None => kinds.push((id.kind(), vec![fact])),
        }
    }
    kinds
}

fn places(part: &Part<'_>, id: FactId) -> Vec<Place> {
    let mut seen = HashSet::new();
    let mut places = Vec::new();
    for mention in part.release.mentions(id) {
        let block = part.addresses.block(mention.at.as_str());
        let is_inside = block.map_or(part.is_whole(), |block| part.holds(block));
        if is_inside && seen.insert(mention.at.as_str()) {
            places.push(Place { address: mention.at.clean_line().into_owned(), block });
        }
    }
    places
}

/// What a fact says, without its places.
pub(crate) fn fact(release: &Release, id: FactId, language: Language) -> Fact {
    let index = id.index();
    let line = |raw: &Option<Raw>| raw.as_ref().map(|raw| raw.clean_line().into_owned());
    let (name, details, doubt) = match id.kind() {
        FactKind::Participant => {
            let person = &release.participants[index];
            (&person.name, [line(&person.title), line(&person.affiliation)], &person.doubt)
        }
        FactKind::Date => {
            let date = &release.dates[index];
            (&date.date, [line(&date.label), None], &date.doubt)
        }
        FactKind::Figure => {
            let figure = &release.figures[index];
            let period = figure.period.as_ref().map(|period| spoken(period, language));
            (&figure.text, [line(&figure.label), period], &figure.doubt)
        }
    };
    let mut details: Vec<Clean<'_>> = details.into_iter().flatten().collect();
    details.retain(|detail| !detail.is_empty());
    let said = |doubt: &Raw| phrase::export::doubtful(doubt.clean_line()).shown(language).clone();
    let doubt = doubt.as_ref().map(said);
    let name = match id.kind() {
        FactKind::Date => spoken(name, language),
        FactKind::Participant | FactKind::Figure => name.clean_line().into_owned(),
    };
    Fact { id, name, detail: join(&details, ", "), doubt, places: Vec::new() }
}

/// A date or a period as a person says it; as it is written when it is none.
pub(crate) fn spoken(date: &Raw, language: Language) -> Clean<'static> {
    let language = match language {
        Language::English => edtf::Language::En,
        Language::Korean => edtf::Language::Ko,
    };
    match Edtf::parse(date.as_str()) {
        Ok(date) => Clean::from_string(date.human(language)),
        Err(_) => date.clean_line().into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::Figure;

    #[test]
    fn a_period_is_said_in_words_where_it_is_a_date() {
        let said = |period: &str, language| {
            let period = Some(Raw::from(period));
            let figures = vec![Figure { period, ..Figure::default() }];
            let release = Release { figures, ..Release::default() };
            fact(&release, FactId::new(FactKind::Figure, 0), language).detail.into_string()
        };
        assert_eq!(said("2017/2019", Language::English), "2017–2019");
        assert_eq!(said("2019-03", Language::Korean), "2019년 3월");
        assert_eq!(said("the last decade", Language::English), "the last decade");
    }
}
