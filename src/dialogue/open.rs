//! The open release of a dialogue: its blocks and facts as sentences, and the place in it.

use super::Place;
use crate::export::facts;
use crate::phrase::{Language, Phrase, dialogue as say};
use crate::release::evidence::Evidence;
use crate::release::{Addresses, Block, BlockId, FactId, Kind, Release};
use crate::text::fold::{Finder, Mode};
use crate::text::width::truncate;
use crate::text::{Clean, Raw};

/// Mentions of one fact that are read out; hostile files have thousands.
const MOST_MENTIONS: usize = 12;
/// Hits that are listed.
const MOST_HITS: usize = 1_000;
/// Columns of a block's text beside its number in a list.
const FIRST_WORDS: usize = 70;
/// Bytes of it that are looked at.
const FIRST_BYTES: usize = 400;

/// An open release and the block read last.
#[derive(Debug)]
pub(super) struct Open {
    release: Release,
    addresses: Addresses,
    evidence: Option<Evidence>,
    at: BlockId,
}

impl Open {
    pub(super) fn new(release: Release) -> Self {
        let addresses = Addresses::of(&release.body);
        Self { release, addresses, evidence: None, at: BlockId::TITLE }
    }

    /// What is said when it opens.
    pub(super) fn head(&self, name: &Clean<'_>) -> Vec<Phrase> {
        let title = self.release.title.clean_line();
        let title = if title.is_empty() { say::untitled(name) } else { say::titled(title) };
        let facts = self.release.facts().count();
        vec![title, say::sizes(self.release.body.len(), facts)]
    }

    pub(super) fn find(&self, typed: &str) -> Option<BlockId> {
        self.addresses.find(typed)
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at.order() >= self.release.body.len()
    }

    pub(super) fn here(&self) -> Place<'_> {
        Place { release: &self.release, addresses: &self.addresses, block: self.at }
    }

    /// The address of the block read last.
    pub(super) fn place(&self) -> Phrase {
        self.addresses.name(self.at).to_string().into()
    }

    pub(super) fn next(&mut self) -> Vec<Phrase> {
        if self.is_at_end() {
            return vec![say::the_end()];
        }
        self.go_to(BlockId::at(self.at.order() + 1))
    }

    pub(super) fn previous(&mut self) -> Vec<Phrase> {
        match self.at.order().checked_sub(1) {
            Some(before) => self.go_to(BlockId::at(before)),
            None => vec![say::start()],
        }
    }

    /// Every block from the next one on.
    pub(super) fn rest(&mut self) -> Vec<Phrase> {
        let mut said = Vec::new();
        while !self.is_at_end() {
            said.extend(self.next());
        }
        if said.is_empty() { vec![say::the_end()] } else { said }
    }

    /// Reads a block out; it is the place then.
    pub(super) fn go_to(&mut self, block: BlockId) -> Vec<Phrase> {
        self.at = block;
        let Some(body) = block.index().and_then(|index| self.release.body.get(index)) else {
            return vec![say::titled(self.release.title.clean_line())];
        };
        let (address, text) = (self.addresses.name(block), body.text.clean());
        match body.kind {
            Kind::Numbered | Kind::Bullet | Kind::Paragraph => vec![say::block(address, text)],
            Kind::Heading => vec![say::heading(address, text)],
            Kind::Note => vec![say::note(address, text)],
            Kind::Table => table(body, address),
        }
    }

    /// The first words of a block, as a list shows them.
    pub(super) fn block_start(&self, block: BlockId) -> Phrase {
        let text = self.release.text_of(block).clean_start(FIRST_BYTES);
        say::block(self.addresses.name(block), truncate(&text, FIRST_WORDS))
    }

    pub(super) fn facts(&self) -> impl Iterator<Item = FactId> + use<> {
        self.release.facts()
    }

    /// A fact with its number, what more is known of it, and the words that prove it.
    pub(super) fn fact(&mut self, number: usize, id: FactId, language: Language) -> Vec<Phrase> {
        let fact = facts::fact(&self.release, id, language);
        let mut words = fact.name.to_string();
        for (between, remark) in fact.remarks() {
            words.extend([between, remark]);
        }
        let heading = facts::heading(id.kind());
        let mut said = if id.index() == 0 { vec![heading] } else { Vec::new() };
        said.push(say::item(number, words));
        self.evidence();
        let mentions = self.release.mentions(id);
        for (index, mention) in (0..).zip(mentions).take(MOST_MENTIONS) {
            let address = mention.at.clean_line();
            let places = self.evidence.iter().flat_map(|evidence| evidence.of_fact(id));
            let found = places.into_iter().find(|found| found.mention == index);
            said.push(match found {
                Some(found) => {
                    let text = self.release.text_of(found.block).as_str();
                    let range = found.range.start as usize..found.range.end as usize;
                    let words = Raw::from(text.get(range).unwrap_or_default());
                    say::quoted(address, words.clean_line())
                }
                None => say::not_said(address),
            });
        }
        match mentions.len() {
            0 => said.push(say::unproved()),
            count if count > MOST_MENTIONS => said.push(say::more_mentions(count - MOST_MENTIONS)),
            _ => {}
        }
        said
    }

    /// The block with the first words of a fact.
    pub(super) fn first_place(&mut self, fact: FactId) -> Option<BlockId> {
        self.evidence().of_fact(fact).next().map(|found| found.block)
    }

    /// Where the words of the facts stand, looked for when it is first asked.
    fn evidence(&mut self) -> &Evidence {
        let (release, addresses) = (&self.release, &self.addresses);
        self.evidence.get_or_insert_with(|| Evidence::of(release, addresses))
    }

    /// The blocks that say some words, and whether those are all.
    pub(super) fn hits(&self, words: &str) -> (Vec<BlockId>, bool) {
        let Ok(finder) = Finder::new(words, Mode::Plain) else { return (Vec::new(), true) };
        let all = (0..=self.release.body.len()).map(BlockId::at);
        let is_hit = |block: &BlockId| finder.is_match(self.release.text_of(*block).as_str());
        let mut hits: Vec<BlockId> = all.filter(is_hit).take(MOST_HITS + 1).collect();
        let are_all = hits.len() <= MOST_HITS;
        hits.truncate(MOST_HITS);
        (hits, are_all)
    }
}

/// A table row by row, every cell with the head of its column.
fn table(block: &Block, address: impl std::fmt::Display) -> Vec<Phrase> {
    let Some(table) = &block.table else { return Vec::new() };
    let clean = |range| Raw::from(block.cell(range)).clean_line().into_owned();
    let heads: Vec<Clean<'static>> = table.header().iter().map(clean).collect();
    let mut said = vec![say::table(table.rows().len(), address)];
    for (number, row) in (1_usize..).zip(table.rows()) {
        let cells = row.iter().enumerate().map(|(column, range)| {
            let words = clean(range);
            match heads.get(column).filter(|head| !head.is_empty()) {
                Some(head) => say::cell(head, words),
                None => words.into(),
            }
        });
        let cells: Vec<Phrase> = cells.collect();
        said.push(say::row(number, Phrase::joined(&cells, "; ")));
    }
    said
}
