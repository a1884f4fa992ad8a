//! Where the words that prove the facts stand: every mention as a byte range of its block's text.
//!
//! A quote is looked for in the text after folding: Unicode NFC, and each run of white space as one
//! space. The k-th equal mention of a fact in a block is the k-th occurrence, overlaps not counted.
//!
//! Resolving takes time in proportion to the file. A file built against that, with thousands of
//! long quotes that nearly stand everywhere in a huge block, meets a budget of about half a second;
//! what is not looked for then is reported as [`Why::NotSearched`].

mod search;

use std::collections::HashMap;
use std::ops::Range;

use search::Needle;

use super::{Addresses, BlockId, FactId, Release};
use crate::text::fold;

/// Words that prove a fact, found in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The fact.
    pub fact: FactId,
    /// Which of the fact's mentions, counted from 0.
    pub mention: u32,
    /// The block the words stand in.
    pub block: BlockId,
    /// The bytes of the block's raw text.
    pub range: Range<u32>,
}

/// A mention whose words were not found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The fact.
    pub fact: FactId,
    /// Which of the fact's mentions, counted from 0.
    pub mention: u32,
    /// What prevents it.
    pub why: Why,
}

/// Why a mention proves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// There is no block at its address.
    NoBlock,
    /// The block does not say the words, or not often enough.
    NoQuote(BlockId),
    /// There are no words but white space.
    EmptyQuote,
    /// The release asks for more work than is done for one.
    NotSearched(BlockId),
}

/// The mentions of a release, resolved.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    /// By block, then by place.
    found: Vec<Found>,
    /// Indices of `found` by fact, then in reading order.
    by_fact: Vec<u32>,
    /// By fact, then in the order of the file.
    missing: Vec<Missing>,
}

impl Evidence {
    /// Resolves every mention of a release.
    pub fn of(release: &Release, addresses: &Addresses) -> Self {
        let mut evidence = Self::default();
        let quotes = Quotes { release, folded: HashMap::new() };
        let (mut wanted, quotes) = evidence.wanted(quotes, addresses);
        wanted
            .sort_unstable_by_key(|want| (want.block, quotes.words(want), want.fact, want.mention));
        let mut budget = search::BUDGET;
        for group in wanted.chunk_by(|a, b| a.block == b.block) {
            evidence.resolve(&quotes, group, &mut budget);
        }
        drop((wanted, quotes));
        evidence.order();
        evidence
    }

    /// The mentions found in a block, by the place where they start.
    pub fn in_block(&self, block: BlockId) -> &[Found] {
        let start = self.found.partition_point(|f| f.block < block);
        let len = self.found[start..].partition_point(|f| f.block == block);
        &self.found[start..start + len]
    }

    /// The mentions found of a fact, in reading order.
    pub fn of_fact(&self, fact: FactId) -> impl Iterator<Item = &Found> {
        let fact_at = |i: &u32| self.found[*i as usize].fact;
        let start = self.by_fact.partition_point(|i| fact_at(i) < fact);
        let len = self.by_fact[start..].partition_point(|i| fact_at(i) == fact);
        self.by_fact[start..start + len].iter().map(|i| &self.found[*i as usize])
    }

    /// Every mention found, in reading order.
    pub fn all(&self) -> &[Found] {
        &self.found
    }

    /// Every mention that proves nothing, by fact and then in the order of the file.
    pub fn missing(&self) -> &[Missing] {
        &self.missing
    }

    /// The evidence once a fact has one more mention, its last.
    #[must_use]
    pub fn with(&self, one_more: Found) -> Self {
        let mut evidence = self.clone();
        evidence.found.push(one_more);
        evidence.order();
        evidence
    }

    /// The evidence once a fact has a mention less.
    #[must_use]
    pub fn without(&self, dropped: &Found) -> Self {
        let mut evidence = self.clone();
        evidence.found.retain(|found| found != dropped);
        let later = |fact, mention: &mut u32| {
            if fact == dropped.fact && *mention > dropped.mention {
                *mention -= 1;
            }
        };
        evidence.found.iter_mut().for_each(|found| later(found.fact, &mut found.mention));
        evidence.missing.iter_mut().for_each(|missing| later(missing.fact, &mut missing.mention));
        evidence.order();
        evidence
    }

    fn wanted<'a>(
        &mut self,
        mut quotes: Quotes<'a>,
        addresses: &Addresses,
    ) -> (Vec<Wanted>, Quotes<'a>) {
        let release = quotes.release;
        let count = release.facts().map(|fact| release.mentions(fact).len()).sum();
        let mut wanted = Vec::with_capacity(count);
        for fact in release.facts() {
            for (mention, said) in (0..).zip(release.mentions(fact)) {
                match addresses.block(said.at.as_str()) {
                    None => self.missing.push(Missing { fact, mention, why: Why::NoBlock }),
                    Some(_) if quotes.fold(fact, mention, said.quote.as_str()) == 0 => {
                        self.missing.push(Missing { fact, mention, why: Why::EmptyQuote });
                    }
                    Some(block) => wanted.push(Wanted { block, fact, mention }),
                }
            }
        }
        (wanted, quotes)
    }

    /// Resolves the mentions in one block, sorted by words, fact and order.
    fn resolve(&mut self, quotes: &Quotes<'_>, group: &[Wanted], budget: &mut u64) {
        let folded = fold::quote(quotes.release.text_of(group[0].block).as_str());
        let first = self.found.len();
        let mut equal = group.chunk_by(|a, b| quotes.words(a) == quotes.words(b));
        // What a search knows of a quote is as large as a short mention. Many are looked for some at a time,
        // more of them in a long text, which is gone through each time.
        let most = (folded.text.len() / 64).max(FEW_QUOTES);
        loop {
            let some: Vec<&[Wanted]> = equal.by_ref().take(most).collect();
            if some.is_empty() {
                break;
            }
            self.search(quotes, &folded.text, &some, budget);
        }
        if !folded.is_identity() {
            for found in &mut self.found[first..] {
                let range = found.range.start as usize..found.range.end as usize;
                let range = folded.source_range(range);
                found.range = range.start as u32..range.end as u32;
            }
        }
    }

    /// Looks for some quotes of a block, each given by the mentions that have it.
    fn search(&mut self, quotes: &Quotes<'_>, text: &str, some: &[&[Wanted]], budget: &mut u64) {
        let needles: Vec<Needle<'_>> =
            some.iter().map(|quote| needle(quotes.words(&quote[0]), quote)).collect();
        let search = search::occurrences(text, &needles, budget);
        let why = if search.is_cut { Why::NotSearched } else { Why::NoQuote };
        for (quote, starts) in some.iter().zip(search.starts()) {
            let len = quotes.words(&quote[0]).len() as u32;
            for fact in quote.chunk_by(|a, b| a.fact == b.fact) {
                for (k, want) in fact.iter().enumerate() {
                    let range = starts.get(k).map(|start| *start..*start + len);
                    self.settle(want, range, why(want.block));
                }
            }
        }
    }

    fn settle(&mut self, want: &Wanted, range: Option<Range<u32>>, why: Why) {
        let Wanted { block, fact, mention } = *want;
        match range {
            Some(range) => self.found.push(Found { fact, mention, block, range }),
            None => self.missing.push(Missing { fact, mention, why }),
        }
    }

    fn order(&mut self) {
        let place = |f: &Found| (f.block, f.range.start, f.range.end, f.fact, f.mention);
        self.found.sort_unstable_by_key(place);
        self.by_fact = (0..self.found.len() as u32).collect();
        self.by_fact.sort_unstable_by_key(|i| (self.found[*i as usize].fact, *i));
        self.missing.sort_unstable_by_key(|m| (m.fact, m.mention));
    }
}

/// Quotes that are looked for at once in any text.
const FEW_QUOTES: usize = 16_384;

/// A mention with its block found.
struct Wanted {
    block: BlockId,
    fact: FactId,
    mention: u32,
}

/// The folded words of the mentions: nearly all are their own folded form.
struct Quotes<'a> {
    release: &'a Release,
    folded: HashMap<(FactId, u32), String>,
}

impl Quotes<'_> {
    /// Folds the words of a mention and says how many bytes they are.
    fn fold(&mut self, fact: FactId, mention: u32, quote: &str) -> usize {
        let words = fold::quote(quote).text;
        let len = words.len();
        if words != quote {
            self.folded.insert((fact, mention), words);
        }
        len
    }

    fn words(&self, want: &Wanted) -> &str {
        let said = || self.release.mentions(want.fact)[want.mention as usize].quote.as_str();
        if self.folded.is_empty() {
            return said();
        }
        self.folded.get(&(want.fact, want.mention)).map_or_else(said, String::as_str)
    }
}

/// The words of equal mentions, as often as the fact with the most of them asks.
fn needle<'a>(words: &'a str, quote: &[Wanted]) -> Needle<'a> {
    let most = quote.chunk_by(|a, b| a.fact == b.fact).map(<[_]>::len).max();
    Needle { words, wanted: most.unwrap_or(0) as u32 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::{Block, FactKind, Figure, Kind, Mention};
    use crate::text::Raw;

    fn release(texts: &[&str], facts: &[&[(&str, &str)]]) -> Release {
        let mut release = Release { title: Raw::from("The title"), ..Release::default() };
        for text in texts {
            let (kind, text) = (Kind::Paragraph, Raw::from(*text));
            let (number, marker, table) = (None, None, None);
            release.body.push(Block { kind, depth: 0, end: 0, number, marker, text, table });
        }
        for mentions in facts {
            let mention = |(at, quote): &(&str, &str)| Mention {
                at: Raw::from(*at),
                quote: Raw::from(*quote),
            };
            let mentions = mentions.iter().map(mention).collect();
            release.figures.push(Figure { mentions, ..Figure::default() });
        }
        release
    }

    fn resolve(release: &Release) -> Evidence {
        Evidence::of(release, &Addresses::of(&release.body))
    }

    fn figure(index: usize) -> FactId {
        FactId::new(FactKind::Figure, index)
    }

    #[test]
    fn words_are_found_where_they_stand() {
        let release = release(
            &["ten  of\u{A0}ten", "a ten"],
            &[&[("p2", "ten"), ("p1", "of ten"), ("title", "title")], &[("p1", "ten")]],
        );
        let evidence = resolve(&release);
        let ranges: Vec<_> =
            evidence.of_fact(figure(0)).map(|f| (f.mention, f.range.clone())).collect();
        assert_eq!(ranges, [(2, 4..9), (1, 5..12), (0, 2..5)]);
        let first: Vec<_> = evidence.in_block(BlockId::body(0)).iter().map(|f| f.fact).collect();
        assert_eq!(first, [figure(1), figure(0)]);
        assert!(evidence.in_block(BlockId::body(7)).is_empty());
        assert_eq!((evidence.all().len(), evidence.missing().len()), (4, 0));
    }

    #[test]
    fn equal_mentions_of_a_fact_are_told_apart() {
        let release =
            release(&["aa aaa"], &[&[("p1", "aa"), ("p1", "aa"), ("p1", " aa")], &[("p1", "aa")]]);
        let evidence = resolve(&release);
        let starts: Vec<_> =
            evidence.of_fact(figure(0)).map(|f| (f.mention, f.range.start)).collect();
        assert_eq!(starts, [(0, 0), (1, 3)]);
        assert_eq!(evidence.of_fact(figure(1)).next().unwrap().range, 0..2);
        let why = Why::NoQuote(BlockId::body(0));
        assert_eq!(evidence.missing(), [Missing { fact: figure(0), mention: 2, why }]);
    }

    #[test]
    fn what_proves_nothing_says_why() {
        let release = release(&["x"], &[&[("p9", "x"), ("p1", " \n"), ("p1", "y")]]);
        let whys: Vec<_> = resolve(&release).missing().iter().map(|m| m.why).collect();
        assert_eq!(whys, [Why::NoBlock, Why::EmptyQuote, Why::NoQuote(BlockId::body(0))]);
    }

    #[test]
    fn a_huge_paragraph_with_a_hundred_thousand_mentions_is_no_trap() {
        let words: Vec<String> = (0..100_000).map(|i| format!("word{i};")).collect();
        let text = words.join(" ");
        let same: Vec<(&str, &str)> = vec![("p1", "word"); 100_000];
        let different: Vec<(&str, &str)> = words.iter().map(|w| ("p1", w.as_str())).collect();
        let evidence = resolve(&release(&[&text], &[&same, &different]));
        assert!(evidence.missing().is_empty());
        let elsewhere = std::thread::spawn(move || evidence.all().len());
        assert_eq!(elsewhere.join().unwrap(), 200_000);
    }
}
