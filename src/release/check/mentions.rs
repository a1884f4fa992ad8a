//! Mentions that prove nothing, and where their words do stand.
//!
//! Looking for them is bounded: a file with a hundred thousand false mentions has help for the
//! first of them only.

use super::{Checker, nearest, quoted};
use crate::release::near::neighbour_with;
use crate::release::place::MentionField;
use crate::release::{BlockId, Code, FactId, Locus, Missing, Why};
use crate::text::fold::{self, Case};

/// How many bytes of text may be looked through for help, in all.
const LOOKED_THROUGH: u64 = 24 << 20;

pub fn check(checker: &mut Checker<'_>) {
    let mut search = Search { left: LOOKED_THROUGH };
    for missing in checker.evidence.missing() {
        let Missing { fact, mention, why } = *missing;
        let locus = |field| Locus::Mention(fact, mention as usize, field);
        let Some(said) = checker.release.mentions(fact).get(mention as usize) else { continue };
        let (at, quote) = (said.at.as_str(), said.quote.as_str());
        match why {
            Why::NoBlock => {
                let help = search.address(checker, at, quote);
                let message = match at.trim() {
                    "" => "the mention names no block".to_owned(),
                    _ => format!("there is no block {}", quoted(at)),
                };
                checker.add(Code::UnknownAddress, locus(MentionField::At), message).help_if(help);
            }
            Why::EmptyQuote => {
                checker
                    .add(
                        Code::EmptyQuote,
                        locus(MentionField::Quote),
                        "the mention quotes no words",
                    )
                    .help("quote the words that prove it, or take the mention out");
            }
            Why::NoQuote(block) => {
                let (message, help) = search.quote(checker, (fact, block), quote);
                checker.add(Code::QuoteNotFound, locus(MentionField::Quote), message).help_if(help);
            }
            Why::NotSearched(block) => {
                let message = format!(
                    "{} was not looked for in {}",
                    quoted(quote),
                    quoted(checker.addresses.name(block).as_str())
                );
                checker
                    .add(Code::NotSearched, locus(MentionField::Quote), message)
                    .help("too much is quoted from this one block; divide it");
            }
        }
    }
}

struct Search {
    left: u64,
}

impl Search {
    /// Takes from what may still be looked through.
    fn spend(&mut self, bytes: usize) -> bool {
        let enough = self.left >= bytes as u64;
        self.left = self.left.saturating_sub(bytes as u64 + 1);
        enough
    }

    fn address(&mut self, checker: &Checker<'_>, at: &str, quote: &str) -> Option<String> {
        if !self.spend(at.len()) {
            return None;
        }
        if let Some(block) = checker.addresses.find(at) {
            return Some(format!("did you mean `{}`?", checker.addresses.name(block)));
        }
        let near = self.neighbour(checker, at);
        let words = self.elsewhere(checker, quote);
        match (near, words) {
            (Some(near), Some(words)) => Some(format!("{near}; {words}")),
            (near, words) => near.or(words),
        }
    }

    fn neighbour(&mut self, checker: &Checker<'_>, at: &str) -> Option<String> {
        let mut looked_at = 0;
        let top = (|kind| checker.last_at_top(kind), &mut looked_at);
        let near = neighbour_with(&checker.release.body, checker.addresses, at, top);
        self.left = self.left.saturating_sub(looked_at);
        near
    }

    fn quote(
        &mut self,
        checker: &Checker<'_>,
        (fact, block): (FactId, BlockId),
        quote: &str,
    ) -> (String, Option<String>) {
        let name = checker.addresses.name(block);
        let message = format!("{} does not stand in `{name}`", quoted(quote));
        let text = checker.release.text_of(block).as_str();
        if !self.spend(text.len()) {
            return (message, None);
        }
        let words = fold::quote(quote).text;
        let count = fold::quote(text).text.matches(&*words).count();
        if count > 0 {
            let times = match count {
                1 => "once".to_owned(),
                2 => "twice".to_owned(),
                n => format!("{n} times"),
            };
            let message = format!("{} stands in `{name}` only {times}", quoted(quote));
            let kind = super::facts::kind_name(fact.kind());
            return (message, Some(format!("this {kind} mentions it more often; take one out")));
        }
        let help = loosely(text, quote)
            .map(|found| format!("the text there is {}", quoted(found)))
            .or_else(|| self.elsewhere(checker, quote))
            .or_else(|| {
                let cost = nearest::cost(text, quote);
                let found = self.spend(cost).then(|| nearest::nearest(text, quote)).flatten()?;
                Some(format!("the nearest text there is {}", quoted(found)))
            });
        (message, help)
    }

    /// The blocks that do say the words.
    fn elsewhere(&mut self, checker: &Checker<'_>, quote: &str) -> Option<String> {
        let quote = quote.trim();
        if quote.is_empty() || !self.spend(checker.text_len) {
            return None;
        }
        let all = 0..=checker.release.body.len();
        let mut found =
            all.map(BlockId::at).filter(|id| checker.release.text_of(*id).as_str().contains(quote));
        let name = checker.addresses.name(found.next()?);
        Some(match found.count() {
            0 => format!("the words stand in `{name}`"),
            1 => format!("the words stand in `{name}` and in another block"),
            n => format!("the words stand in `{name}` and in {n} other blocks"),
        })
    }
}

/// The same words but for case, accents, dashes or quotation marks.
fn loosely<'a>(text: &'a str, quote: &str) -> Option<&'a str> {
    let words = fold::search(quote, Case::Ignore).text;
    if words.is_empty() {
        return None;
    }
    let folded = fold::search(text, Case::Ignore);
    let start = folded.text.find(&*words)?;
    text.get(folded.source_range(start..start + words.len()))
}
