//! Places in blocks as mentions: an address and words that lead back to the same place.

use std::collections::HashMap;

use super::super::extract::Place;
use crate::release::{Addresses, BlockId, Body, Mention};
use crate::text::Raw;

/// In longer blocks the first place with the same words is near enough.
const LONGEST_BLOCK: usize = 16 << 10;
/// How many words a quote may grow by.
const MOST_WORDS: usize = 4;

/// The blocks that mentions point at.
pub struct Evidence<'a> {
    addresses: Addresses,
    texts: &'a [Raw],
}

impl<'a> Evidence<'a> {
    /// Names the blocks.
    pub fn new(body: &Body, texts: &'a [Raw]) -> Self {
        Self { addresses: Addresses::of(body), texts }
    }

    /// One fact's places as mentions.
    ///
    /// The k-th equal mention means the k-th place with these words, so where the words stand before in
    /// another sense the quote takes in its neighbours.
    pub fn mentions(&self, spans: &[Place]) -> Vec<Mention> {
        let mut said: HashMap<(usize, &str), usize> = HashMap::new();
        let mut mentions = Vec::with_capacity(spans.len());
        for span in spans {
            let Some(text) = self.texts.get(span.order).map(Raw::as_str) else { continue };
            let (start, end) = (span.range.start, span.range.end.min(text.len()));
            let quote = quote(text, (start, end), |quote| {
                said.get(&(span.order, quote)).copied().unwrap_or(0)
            });
            *said.entry((span.order, quote)).or_default() += 1;
            let at = self.addresses.name(BlockId::at(span.order)).as_str();
            mentions.push(Mention { at: Raw::from(at), quote: Raw::from(quote) });
        }
        mentions
    }
}

/// The words of a place, with so many words before or after that they lead there.
fn quote(text: &str, place: (usize, usize), said: impl Fn(&str) -> usize) -> &str {
    let (start, end) = place;
    let exact = &text[start..end];
    if text.len() > LONGEST_BLOCK || leads(text, start, exact, &said) {
        return exact;
    }
    let mut from = start;
    for _ in 0..MOST_WORDS {
        let Some(wider) = word_start(text, from) else { break };
        from = wider;
        if leads(text, from, &text[from..end], &said) {
            return &text[from..end];
        }
    }
    let mut to = end;
    for _ in 0..MOST_WORDS {
        let Some(wider) = word_end(text, to) else { break };
        to = wider;
        if leads(text, start, &text[start..to], &said) {
            return &text[start..to];
        }
    }
    exact
}

/// Whether as many places with these words stand before as were named.
fn leads(text: &str, start: usize, quote: &str, said: impl Fn(&str) -> usize) -> bool {
    text[..start + quote.len()].matches(quote).count() == said(quote) + 1
}

fn word_start(text: &str, at: usize) -> Option<usize> {
    let before = text[..at].trim_end();
    (!before.is_empty()).then(|| before.rfind(' ').map_or(0, |space| space + 1))
}

fn word_end(text: &str, at: usize) -> Option<usize> {
    let after = text[at..].trim_start();
    let skipped = text.len() - after.len();
    (!after.is_empty()).then(|| skipped + after.find(' ').unwrap_or(after.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::{Block, Kind};

    #[test]
    fn a_quote_grows_until_it_leads_to_its_own_place() {
        let text = "In November 2019 they met; in 2019 trade grew, and in 2019 again.";
        let mut body = Body::new();
        body.push(Block {
            kind: Kind::Paragraph,
            depth: 0,
            end: 0,
            number: None,
            marker: None,
            text: text.into(),
            table: None,
        });
        let texts = [Raw::from(""), Raw::from(text)];
        let places: Vec<usize> = text.match_indices("2019").map(|(at, _)| at).skip(1).collect();
        let spans: Vec<Place> =
            places.iter().map(|at| Place { order: 1, range: *at..at + 4 }).collect();
        let quotes: Vec<_> = Evidence::new(&body, &texts)
            .mentions(&spans)
            .into_iter()
            .map(|m| m.quote.as_str().to_owned())
            .collect();
        assert_eq!(quotes, ["in 2019", "in 2019"]);
    }
}
