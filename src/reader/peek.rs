//! A look at another place, in a popup: at a fact's words, a paragraph, another release. Neither the
//! text under it nor its cursor moves.

use std::sync::Arc;

use super::areas::{Areas, Rect, popup};
use super::document::Document;
use super::reading::movement::Way;
use super::reading::{Lit, Place, Reading};
use crate::library::Source;
use crate::phrase::{Phrase, moving as phrase};
use crate::release::evidence::Evidence;
use crate::release::{BlockId, FactId};

/// The most places one look goes through; nobody steps through more.
pub const MOST_SIGHTS: usize = 1_000;
/// Bytes of a fact's name that the title holds.
const NAME: usize = 200;

/// A place to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// Words that prove a fact: the fact, and which of its mentions.
    Mention(FactId, usize),
    /// A block.
    Block(BlockId),
}

/// A release asked for, to be looked at.
#[derive(Debug)]
pub struct Peeking {
    /// The number of the request.
    pub ticket: u64,
    /// The release.
    pub source: Source,
    /// The address to look at; the beginning where there is none.
    pub at: Option<String>,
}

/// A look at another place.
#[derive(Debug)]
pub struct Peek {
    /// The text that is looked at.
    pub reading: Box<Reading>,
    /// Whether it is another release, whose facts show as well.
    pub is_elsewhere: bool,
    sights: Vec<Sight>,
    current: usize,
}

impl Peek {
    /// A look at places of the open release, one of them to begin with.
    pub fn here(reading: &Reading, sights: Vec<Sight>, current: usize) -> Self {
        let mut peeked = Reading::new(Arc::clone(&reading.document));
        peeked.evidence.clone_from(&reading.evidence);
        Self { reading: Box::new(peeked), is_elsewhere: false, sights, current }
    }

    /// A look at another release, at its beginning or at an address in it.
    pub fn elsewhere(document: &Arc<Document>, at: Option<&str>) -> Self {
        let block = at.and_then(|at| document.addresses.find(at)).unwrap_or(BlockId::TITLE);
        let reading = Box::new(Reading::new(Arc::clone(document)));
        Self { reading, is_elsewhere: true, sights: vec![Sight::Block(block)], current: 0 }
    }

    /// The facts of the release were found.
    pub fn examined(&mut self, document: &Arc<Document>, evidence: &Arc<Evidence>) -> bool {
        let is_this = self.is_elsewhere && Arc::ptr_eq(document, &self.reading.document);
        if is_this {
            self.reading.evidence = Some(Arc::clone(evidence));
        }
        is_this
    }

    /// Whether there is another place to look at in the same release.
    pub fn has_others(&self) -> bool {
        self.sights.len() > 1
    }

    /// What it looks at.
    pub fn sight(&self) -> Option<Sight> {
        self.sights.get(self.current).copied()
    }

    /// Where that is, once it is laid out.
    pub fn place(&self) -> Place {
        self.reading.cursor()
    }

    /// The words lit in it.
    pub fn lit(&self) -> Option<Lit> {
        self.reading.lit
    }

    /// Brings what it shows in line with its area.
    pub fn settle(&mut self, area: Rect) {
        let is_new = self.reading.rows().is_empty();
        let areas = self.areas(area);
        if areas.text.is_empty() {
            return;
        }
        self.reading.resize(areas.measure(), usize::from(areas.text.height));
        if is_new {
            self.show();
        }
        self.reading.settle();
        self.reading.settle_panel(areas.panel.width, areas.panel.height);
    }

    /// Looks at the next or previous place, around the ends; says whether there is another.
    pub fn step(&mut self, way: Way, count: usize) -> bool {
        let all = self.sights.len();
        if all < 2 {
            return false;
        }
        let by = count % all;
        self.current = match way {
            Way::Forward => (self.current + by) % all,
            Way::Back => (self.current + all - by) % all,
        };
        self.show();
        true
    }

    fn show(&mut self) {
        let Some(sight) = self.sight() else { return };
        self.reading.lit = None;
        let place = match sight {
            Sight::Block(block) => Some(Place { block, line: 0 }),
            Sight::Mention(fact, mention) => {
                self.reading.lit = Some(Lit { fact, mention });
                self.reading.lit_line()
            }
        };
        if let Some(place) = place {
            self.reading.go_to_line(place);
        }
    }

    /// Where its parts are inside its area.
    pub fn areas(&self, area: Rect) -> Areas {
        Areas::within(popup::inside(area), self.is_elsewhere)
    }

    /// `2/4`: which of the places of a fact it looks at; and which of the facts, if there are several.
    fn counted(&self, fact: FactId) -> (String, Option<String>) {
        let of = |sight: &Sight| match sight {
            Sight::Mention(fact, _) => Some(*fact),
            Sight::Block(_) => None,
        };
        // The places of one fact follow one another.
        let runs: Vec<&[Sight]> = self.sights.chunk_by(|one, other| of(one) == of(other)).collect();
        let mut before = 0;
        for (index, run) in runs.iter().enumerate() {
            if self.current < before + run.len() && of(&run[0]) == Some(fact) {
                let which = format!("{}/{}", self.current - before + 1, run.len());
                let facts = format!("{}/{}", index + 1, runs.len());
                return (which, (runs.len() > 1).then_some(facts));
            }
            before += run.len();
        }
        Default::default()
    }

    /// What it looks at, in words.
    pub fn title(&self) -> Phrase {
        let document = &self.reading.document;
        match self.sight() {
            Some(Sight::Mention(fact, _)) => {
                let release = &document.release;
                let name = release.name_of(fact).clean_start(NAME).line().into_owned();
                let block = self.reading.lit_place().map_or(BlockId::TITLE, |found| found.block);
                let address = document.addresses.name(block);
                let (which, facts) = self.counted(fact);
                match facts {
                    Some(facts) => phrase::peek_mention_of(name, address, which, facts),
                    None => phrase::peek_mention(name, address, which),
                }
            }
            Some(Sight::Block(block)) if !self.is_elsewhere => {
                phrase::peek_block(document.addresses.name(block))
            }
            _ => phrase::peek_release(document.name()),
        }
    }
}
