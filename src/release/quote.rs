//! Words to quote so that a mention leads back to the very place they were taken from.

use std::ops::Range;

use super::{Addresses, BlockId, Evidence, FactId, Found, Mention, Release};
use crate::text::{Raw, fold};

/// How many words a quote may take in from around it.
const MOST_WORDS: usize = 8;

/// A run without a space that is longer, in bytes, is no word that a quote could take in.
const LONGEST_WORD: usize = 400;

/// Why words make no mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unquotable {
    /// There are no words.
    Empty,
    /// The fact has a mention at that place already, or at some of it.
    Known,
    /// The same words stand before, and so do those around them.
    Ambiguous,
}

/// The mention of a fact at a place, and where it is found; for a fact that is not there yet, its first.
///
/// The k-th equal mention means the k-th place with these words. Where that is another place, the quote
/// takes in words from around it, as few as will do.
///
/// # Errors
/// When nothing can be quoted that leads to the place.
pub fn mention(
    (release, addresses, evidence): (&Release, &Addresses, &Evidence),
    fact: FactId,
    block: BlockId,
    range: Range<u32>,
) -> Result<(Mention, Found), Unquotable> {
    let text = release.text_of(block).as_str();
    let range = trimmed(text, range.start as usize..range.end as usize);
    let range = range.ok_or(Unquotable::Empty)?;
    // Words that share some with a mention say nothing that it does not.
    let (start, end) = (range.start as u32, range.end as u32);
    let overlaps = |other: &Found| other.range.start < end && start < other.range.end;
    if evidence.of_fact(fact).any(|found| found.block == block && overlaps(found)) {
        return Err(Unquotable::Known);
    }
    let mentions = release.mentions(fact);
    let here = mentions.iter().filter(|said| addresses.block(said.at.as_str()) == Some(block));
    let said: Vec<String> = here.map(|said| fold::quote(said.quote.as_str()).text).collect();
    let mut effort = u64::MAX;
    let (quote, range) = Quoting::of(text).quote(range, &said, &mut effort)?;
    let at = Raw::from(addresses.name(block).as_str());
    let number = u32::try_from(mentions.len()).unwrap_or(u32::MAX);
    let found = Found { fact, mention: number, block, range: as_u32(&range) };
    Ok((Mention { at, quote: Raw::from(quote) }, found))
}

/// The mentions of a fact without one of them, the others at the places where they were: one that meant
/// the second place with its words is quoted anew when the first goes.
///
/// # Errors
/// When another one could not be quoted any more.
pub fn without(
    (release, addresses, evidence): (&Release, &Addresses, &Evidence),
    dropped: &Found,
) -> Result<Vec<Mention>, Unquotable> {
    let all = release.mentions(dropped.fact);
    let equal = |i: usize| {
        let (one, other) = (&all[i], &all[dropped.mention as usize]);
        addresses.block(one.at.as_str()) == Some(dropped.block)
            && fold::quote(one.quote.as_str()).text == fold::quote(other.quote.as_str()).text
    };
    let quoting = Quoting::of(release.text_of(dropped.block).as_str());
    let mut kept = Vec::with_capacity(all.len());
    let (mut said, mut effort) = (Vec::new(), u64::MAX);
    for (i, mention) in all.iter().enumerate().filter(|(i, _)| *i != dropped.mention as usize) {
        let place = evidence.of_fact(dropped.fact).find(|found| found.mention as usize == i);
        let mut mention = mention.clone();
        if let Some(place) = place.filter(|_| equal(i)) {
            let range = place.range.start as usize..place.range.end as usize;
            let (words, _) = quoting.quote(range, &said, &mut effort)?;
            said.push(words.clone());
            if words != fold::quote(mention.quote.as_str()).text {
                mention.quote = Raw::from(words);
            }
        }
        kept.push(mention);
    }
    Ok(kept)
}

fn as_u32(range: &Range<usize>) -> Range<u32> {
    range.start as u32..range.end as u32
}

/// A text to quote from, folded once.
#[derive(Debug)]
pub struct Quoting<'a> {
    text: &'a str,
    folded: fold::Folded,
}

impl<'a> Quoting<'a> {
    /// Prepares a text.
    pub fn of(text: &'a str) -> Self {
        Self { text, folded: fold::quote(text) }
    }

    /// The quote that leads to some bytes of the text, in folded form, and the bytes that it leads to;
    /// `said` are the fact's other quotes in that text, folded. `effort` is how many bytes may be looked
    /// through, and what is left of it afterwards.
    ///
    /// # Errors
    /// When nothing leads to the place, or nothing was found with that effort.
    pub fn quote(
        &self,
        range: Range<usize>,
        said: &[String],
        effort: &mut u64,
    ) -> Result<(String, Range<usize>), Unquotable> {
        let range = trimmed(self.text, range).ok_or(Unquotable::Empty)?;
        if let Some(found) = self.leads(range.clone(), said, effort) {
            return Ok(found);
        }
        if *effort == 0 {
            return Err(Unquotable::Ambiguous);
        }
        let starts = outward(range.start, |at| word_start(self.text, *at));
        let ends = outward(range.end, |at| word_end(self.text, *at));
        for wider in 1..=MOST_WORDS {
            for (before, start) in starts.iter().enumerate().take(wider + 1).rev() {
                let Some(end) = ends.get(wider - before) else { continue };
                if let Some(found) = self.leads(*start..*end, said, effort) {
                    return Ok(found);
                }
            }
        }
        Err(Unquotable::Ambiguous)
    }

    /// The words of some bytes, if they lead there after what was said.
    fn leads(
        &self,
        range: Range<usize>,
        said: &[String],
        effort: &mut u64,
    ) -> Option<(String, Range<usize>)> {
        if *effort == 0 {
            return None;
        }
        let words = fold::quote(&self.text[range.clone()]).text;
        let before = said.iter().filter(|other| **other == words).count();
        let found = self.folded.text.match_indices(&words).nth(before);
        let seen = found.map_or(self.folded.text.len(), |(start, _)| start) + words.len();
        *effort = effort.saturating_sub(seen as u64);
        let (start, _) = found?;
        let found = self.folded.source_range(start..start + words.len());
        (found == range).then_some((words, found))
    }
}

/// A place and those further and further from it.
fn outward(from: usize, next: impl Fn(&usize) -> Option<usize>) -> Vec<usize> {
    std::iter::successors(Some(from), next).take(MOST_WORDS + 1).collect()
}

fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let words = text.get(range.clone())?;
    let start = range.start + words.len() - words.trim_start().len();
    let words = words.trim();
    (!words.is_empty()).then(|| start..start + words.len())
}

fn word_start(text: &str, at: usize) -> Option<usize> {
    let before = text[..at].trim_end();
    let near = before.ceil_char_boundary(before.len().saturating_sub(LONGEST_WORD));
    let space = before[near..].char_indices().rev().find(|(_, c)| c.is_whitespace());
    let start = space.map_or(near, |(at, c)| near + at + c.len_utf8());
    (!before.is_empty() && (space.is_some() || near == 0)).then_some(start)
}

fn word_end(text: &str, at: usize) -> Option<usize> {
    let after = text[at..].trim_start();
    let near = after.floor_char_boundary(LONGEST_WORD);
    let space = after[..near].find(char::is_whitespace);
    let end = text.len() - after.len() + space.unwrap_or(near);
    (!after.is_empty() && (space.is_some() || near == after.len())).then_some(end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::release::{Block, FactKind, Figure, Kind};

    const FACT: FactKind = FactKind::Figure;

    fn release(text: &str) -> Release {
        let mut release = Release::default();
        release.body.push(Block {
            kind: Kind::Paragraph,
            depth: 0,
            end: 0,
            number: None,
            marker: None,
            text: text.into(),
            table: None,
        });
        release.figures.push(Figure::default());
        release
    }

    /// Adds a mention as a reader does; the evidence is worked out anew and compared.
    fn add(release: &mut Release, range: Range<usize>) -> Result<Found, Unquotable> {
        let addresses = Addresses::of(&release.body);
        let before = Evidence::of(release, &addresses);
        let (fact, block) = (FactId::new(FACT, 0), BlockId::body(0));
        let whole = (&*release, &addresses, &before);
        let (said, found) = mention(whole, fact, block, as_u32(&range))?;
        release.figures[0].mentions.push(said);
        let after = Evidence::of(release, &addresses);
        assert!(after.missing().is_empty());
        assert_eq!(before.with(found.clone()).all(), after.all());
        Ok(found)
    }

    fn quotes(release: &Release) -> Vec<&str> {
        release.figures[0].mentions.iter().map(|said| said.quote.as_str()).collect()
    }

    #[test]
    fn words_that_stand_before_take_in_their_neighbours() {
        let mut release = release("In 2019 they met; in 2019 trade grew, and in 2019 again.");
        add(&mut release, 21..25).unwrap();
        assert_eq!(quotes(&release), ["in 2019"]);
        let first = release.clone();
        add(&mut release, 3..7).unwrap();
        assert_eq!(quotes(&release), ["in 2019", "2019"]);
        let mut release = first;
        add(&mut release, 45..49).unwrap();
        assert_eq!(quotes(&release), ["in 2019", "in 2019"], "the second equal one is the second");
        assert_eq!(add(&mut release, 45..45), Err(Unquotable::Empty));
    }

    #[test]
    fn the_same_place_is_no_second_mention_and_sameness_has_an_end() {
        let mut one = release("ten of ten");
        add(&mut one, 0..3).unwrap();
        assert_eq!(add(&mut one, 0..3), Err(Unquotable::Known));
        assert_eq!(add(&mut one, 0..4), Err(Unquotable::Known));
        assert_eq!(add(&mut one, 0..6), Err(Unquotable::Known), "more words around the same");
        assert_eq!(add(&mut one, 1..2), Err(Unquotable::Known), "some of its words");
        add(&mut one, 7..10).unwrap();
        assert_eq!(quotes(&one), ["ten", "ten"]);
        let mut same = release(&"ten ".repeat(40));
        assert_eq!(add(&mut same, 80..83), Err(Unquotable::Ambiguous));
    }

    #[test]
    fn the_others_stay_where_they_are_when_one_goes() {
        let mut release = release("ten of ten and ten");
        for range in [0..3, 7..10, 15..18] {
            add(&mut release, range).unwrap();
        }
        let addresses = Addresses::of(&release.body);
        let evidence = Evidence::of(&release, &addresses);
        let first = evidence.all()[0].clone();
        let left = without((&release, &addresses, &evidence), &first).unwrap();
        release.figures[0].mentions = left;
        assert_eq!(quotes(&release), ["of ten", "and ten"]);
    }

    proptest! {
        #[test]
        fn an_added_mention_leads_to_what_was_selected(
            text in "([ab]|ten|é|가|\u{a0}|e\u{301}| |\n){1,40}",
            places in prop::collection::vec((0usize..60, 1usize..12), 1..4),
        ) {
            let mut release = release(&text);
            for (start, len) in places {
                let start = text.floor_char_boundary(start.min(text.len()));
                let end = text.floor_char_boundary((start + len).min(text.len()));
                let Some(wanted) = trimmed(&text, start..end) else { continue };
                if let Ok(found) = add(&mut release, start..end) {
                    let found = found.range.start as usize..found.range.end as usize;
                    prop_assert!(found.start <= wanted.start && wanted.end <= found.end);
                    let (words, whole) =
                        (fold::quote(&text[wanted.clone()]).text, fold::quote(&text).text);
                    let alone = whole.find(&words).is_some_and(|at| whole.rfind(&words) == Some(at))
                        && !text[wanted.end..].starts_with('\u{301}');
                    prop_assert!(!alone || found == wanted, "{:?} for {:?}", found, wanted);
                }
            }
        }
    }
}
