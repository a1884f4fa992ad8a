//! Places in blocks as mentions: an address and words that lead back to the same place.

use std::cell::{Cell, OnceCell};
use std::collections::HashMap;

use super::super::extract::Place;
use crate::release::quote::Quoting;
use crate::release::{Addresses, BlockId, Body, Mention};
use crate::text::Raw;

/// How many bytes are looked through for the quotes of a page: what takes more is a block of megabytes.
const EFFORT: u64 = 1 << 27;

/// The blocks that mentions point at.
pub struct Evidence<'a> {
    addresses: Addresses,
    texts: &'a [&'a str],
    /// Of each text, once it is quoted.
    quoting: Vec<OnceCell<Quoting<'a>>>,
    effort: Cell<u64>,
}

impl<'a> Evidence<'a> {
    /// Names the blocks.
    pub fn new(body: &Body, texts: &'a [&'a str]) -> Self {
        let quoting = texts.iter().map(|_| OnceCell::new()).collect();
        Self { addresses: Addresses::of(body), texts, quoting, effort: Cell::new(EFFORT) }
    }

    /// One fact's places as mentions, those left out that no quote leads to.
    pub fn mentions(&self, spans: &[Place]) -> Vec<Mention> {
        let mut said: HashMap<usize, Vec<String>> = HashMap::new();
        let mut mentions = Vec::with_capacity(spans.len());
        for span in spans {
            let Some(quoting) = self.quoting.get(span.order) else { continue };
            let quoting = quoting.get_or_init(|| Quoting::of(self.texts[span.order]));
            let said = said.entry(span.order).or_default();
            let mut effort = self.effort.get();
            let quote = quoting.quote(span.range.clone(), said, &mut effort);
            self.effort.set(effort);
            let Ok((quote, _)) = quote else { continue };
            let at = self.addresses.name(BlockId::at(span.order)).as_str();
            mentions.push(Mention { at: Raw::from(at), quote: Raw::from(quote.as_str()) });
            said.push(quote);
        }
        mentions
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::{self, Block, FactId, FactKind, Figure, Kind, Release};

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
        release
    }

    fn places(text: &str, words: &str) -> Vec<Place> {
        let place = |(at, _)| Place { order: 1, range: at..at + words.len() };
        text.match_indices(words).map(place).collect()
    }

    /// The quotes of the places; each has to lead back to its own.
    #[track_caller]
    fn quotes(text: &str, spans: &[Place]) -> Vec<String> {
        let mut release = release(text);
        let texts = ["", text];
        let mentions = Evidence::new(&release.body, &texts).mentions(spans);
        release.figures.push(Figure { mentions: mentions.clone(), ..Figure::default() });
        let evidence = release::Evidence::of(&release, &Addresses::of(&release.body));
        assert!(evidence.missing().is_empty());
        let found: Vec<_> = evidence.of_fact(FactId::new(FactKind::Figure, 0)).collect();
        assert_eq!(found.len(), spans.len());
        for (found, span) in found.iter().zip(spans) {
            let range = found.range.start as usize..found.range.end as usize;
            assert!(range.start <= span.range.start && span.range.end <= range.end, "{range:?}");
        }
        mentions.into_iter().map(|mention| mention.quote.as_str().to_owned()).collect()
    }

    #[test]
    fn a_quote_grows_until_it_leads_to_its_own_place() {
        let text = "In November 2019 they met; in 2019 trade grew, and in 2019 again.";
        let spans = places(text, "2019");
        assert_eq!(quotes(text, &spans[1..]), ["in 2019", "in 2019"]);
        assert_eq!(quotes(text, &spans), ["2019", "2019", "2019"]);
    }

    #[test]
    fn every_place_is_given_back_however_long_the_block() {
        let filling = "The two sides spoke of trade and energy. ".repeat(500);
        let text = format!("In spring 2019 they met. {filling}In 2019 trade grew. {filling}");
        assert!(text.len() > 40_000);
        let spans = places(&text, "2019");
        assert_eq!(quotes(&text, &spans[1..]), ["In 2019"]);
        let text = "Ten, twenty\u{a0}of\n ten; e\u{301} 십 10% and 10% or 10%, 10%. ".repeat(3);
        for words in ["10%", "ten", "십", "e\u{301}", "of\n ten"] {
            quotes(&text, &places(&text, words));
        }
    }

    #[test]
    fn a_place_that_no_quote_leads_to_has_no_mention() {
        let text = "ten ".repeat(60);
        let spans = places(&text, "ten");
        let texts = ["", text.as_str()];
        let release = release(&text);
        assert_eq!(Evidence::new(&release.body, &texts).mentions(&spans[40..41]), []);
    }
}
