//! A few words of a text that a person takes for a fact, read by the same rules as a whole page.

use std::ops::Range;

use super::super::extract::{Passage, Place, Role, dates, figures, people};
use super::Draft;
use super::evidence::Evidence;
use crate::release::{Body, FactKind, Release};

/// In longer texts the words are read without those around them.
const LONGEST: usize = 16 << 10;

/// What some bytes of a text say as a fact of a kind: a release with that one fact and nothing else, or
/// nothing where no rule reads them. A year that is not printed is taken from the day of publication.
pub fn read(
    kind: FactKind,
    text: &str,
    range: Range<usize>,
    published: Option<&str>,
) -> Option<Release> {
    let words = text.get(range.clone())?;
    let around = (text.len() <= LONGEST).then_some((text, range));
    let mut readings = around.into_iter().chain([(words, 0..words.len())]);
    readings.find_map(|(text, range)| fact(kind, text, &range, published))
}

fn fact(
    kind: FactKind,
    text: &str,
    within: &Range<usize>,
    published: Option<&str>,
) -> Option<Release> {
    let passages = [Passage { order: 0, text, role: Role::Prose }];
    let texts = [text];
    let evidence = Evidence::new(&Body::new(), &texts);
    let dates = dates::read(&passages);
    let mut draft = Draft::default();
    match kind {
        FactKind::Participant => {
            let found = largest(people::find(&passages).0, within, |found| &found.spans)?;
            draft.take_people(vec![found], &evidence);
        }
        FactKind::Date => {
            let found = dates::find(&passages, &dates, published);
            let found = largest(found, within, |found| &found.spans)?;
            draft.take_dates(vec![found], &evidence);
        }
        FactKind::Figure => {
            let found = figures::find(&passages, &dates);
            let found = largest(found, within, |found| &found.spans)?;
            draft.take_figures(vec![found], &evidence);
        }
    }
    Some(draft.release).filter(|release| release.facts().next().is_some())
}

/// Of all that is said entirely within the bytes, what takes most of them.
fn largest<T>(found: Vec<T>, within: &Range<usize>, spans: fn(&T) -> &[Place]) -> Option<T> {
    let taken = |one: &T| {
        let inside =
            |place: &&Place| within.start <= place.range.start && place.range.end <= within.end;
        spans(one).iter().filter(inside).map(|place| place.range.len()).max()
    };
    found.into_iter().filter(|one| taken(one).is_some()).max_by_key(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Minister of Trade Anna Berg of Norway met Kim Lee on 5-7 March, when trade \
        grew by 12.5 percent to 3 billion dollars.";

    fn reading(kind: FactKind, words: &str) -> Option<Release> {
        let start = TEXT.find(words).unwrap();
        read(kind, TEXT, start..start + words.len(), Some("2024-03-09"))
    }

    #[test]
    fn words_are_read_with_those_around_them() {
        let release = reading(FactKind::Participant, "Anna Berg").unwrap();
        let person = &release.participants[0];
        assert_eq!(person.name.as_str(), "Anna Berg");
        assert!(person.title.as_ref().is_some_and(|title| title.as_str().contains("Minister")));
        let release = reading(FactKind::Figure, "to 3 billion dollars").unwrap();
        let figure = &release.figures[0];
        assert_eq!((figure.value, figure.unit.as_str()), (3e9, "USD"));
        let release = reading(FactKind::Date, "on 5-7 March").unwrap();
        assert_eq!(release.dates[0].date.as_str(), "2024-03-05/2024-03-07");
    }

    #[test]
    fn only_the_words_themselves_are_taken_and_nothing_is_made_up() {
        let release = reading(FactKind::Date, "7 March").unwrap();
        assert_eq!(release.dates[0].date.as_str(), "2024-03-07");
        for kind in [FactKind::Participant, FactKind::Date, FactKind::Figure] {
            assert_eq!(reading(kind, "when trade"), None);
        }
    }
}
