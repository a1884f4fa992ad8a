//! The panel beside the text: participants, dates, key figures, and what is known of the release
//! itself. What each entry says is put into lines here, for scrolling and drawing alike.

mod entry;
mod pointing;

pub use entry::{published, translation};
pub use pointing::{Entry, Pressed};

use std::sync::Arc;

use entry::{BRIEF, FULL, about, about_entry, fact_entry};

use super::movement::Way;
use super::{Focus, Lit, Place, Reading};
use crate::phrase::{self, Language, Phrase};
use crate::reader::document::Document;
use crate::reader::review::{Decision, Decisions};
use crate::release::evidence::{Evidence, Found};
use crate::release::{FactId, FactKind};
use crate::text::Clean;
use crate::text::link::Link;
use crate::text::width::cells;

/// Whether the panel was asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shown {
    /// Not decided: shows where there is room.
    #[default]
    Auto,
    /// Asked for.
    Open,
    /// Put away.
    Closed,
}

/// A part of the panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// The people named.
    Participants,
    /// The dates named.
    Dates,
    /// The figures named.
    Figures,
    /// The release itself.
    About,
}

/// Something known of the release itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Who published it and when.
    Published,
    /// Whether it is a translation.
    Translation,
    /// The series it belongs to.
    Series,
    /// The same release in another language, by its place in the list.
    Version(usize),
    /// The page it was published on.
    Source,
    /// Its subject words.
    Topics,
    /// What the import is unsure of in the page as a whole, of a draft under review.
    Unsure,
}

/// An entry of the panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// The heading of a part, with how many entries it has.
    Heading(Section, usize),
    /// A fact.
    Fact(FactId),
    /// Something known of the release itself.
    About(About),
}

/// What part of an entry some words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A section's heading.
    Heading,
    /// How many entries a section has.
    Count,
    /// What names the entry.
    Name(Option<FactKind>),
    /// More about it.
    Detail,
    /// Where it is mentioned.
    Addresses,
    /// Why whoever noted it was unsure.
    Doubt,
    /// What was decided of it.
    Sign(Decision),
    /// What names an entry that was dropped.
    Dropped,
}

/// A line of an entry: words at columns.
pub type PanelLine = Vec<(u16, Part, Clean<'static>)>;

/// The panel: its entries and where the reader is in them.
#[derive(Debug)]
pub struct Panel {
    /// Every entry, headings included.
    pub items: Vec<Item>,
    /// The entry under the cursor; never a heading unless there is nothing else.
    pub cursor: usize,
    /// The first entry on the screen.
    pub top: usize,
    /// Whether it was asked for.
    pub shown: Shown,
    /// The language in which it speaks.
    pub language: Language,
    /// What was decided of the facts, where the release is a draft under review.
    pub decisions: Option<Decisions>,
    /// What is unsure of the page of such a draft.
    pub unsure: Vec<Clean<'static>>,
    /// Which facts have words in the text, once that is known.
    pub evidence: Option<Arc<Evidence>>,
}

impl Panel {
    /// The panel of a release.
    pub fn new(document: &Document) -> Self {
        let mut panel = Self {
            items: items(document, false),
            cursor: 0,
            top: 0,
            shown: Shown::Auto,
            language: Language::default(),
            decisions: None,
            unsure: Vec::new(),
            evidence: None,
        };
        panel.step(1);
        panel
    }

    /// Takes over facts that have changed; the cursor stays on its entry, or near where it was.
    pub fn renew(&mut self, document: &Document) {
        let (item, cursor) = (self.item(), self.cursor);
        self.items = items(document, !self.unsure.is_empty());
        let same = |other: &Item| Some(*other) == item;
        let last = self.items.len().saturating_sub(1);
        self.cursor = self.items.iter().position(same).unwrap_or(cursor.min(last));
        if matches!(self.item(), Some(Item::Heading(..))) {
            self.step(1);
        }
    }

    /// The entry under the cursor.
    pub fn item(&self) -> Option<Item> {
        self.items.get(self.cursor).copied()
    }

    /// The fact under the cursor.
    pub fn fact(&self) -> Option<FactId> {
        match self.item()? {
            Item::Fact(fact) => Some(fact),
            _ => None,
        }
    }

    /// Moves by entries, passing over headings, stopping at the ends.
    pub fn step(&mut self, by: isize) {
        let forward = by > 0;
        for _ in 0..by.unsigned_abs() {
            let is_entry = |i: &usize| !matches!(self.items[*i], Item::Heading(..));
            let next = if forward {
                (self.cursor + 1..self.items.len()).find(is_entry)
            } else {
                (0..self.cursor).rev().find(is_entry)
            };
            let Some(next) = next else { break };
            self.cursor = next;
        }
    }

    /// Puts the cursor on a fact.
    pub fn select(&mut self, fact: FactId) {
        if let Some(index) = self.position(fact) {
            self.cursor = index;
        }
    }

    /// Where a fact stands.
    pub fn position(&self, fact: FactId) -> Option<usize> {
        // Facts stand in order, so a search by halves would do; there are few enough to look.
        self.items.iter().position(|item| *item == Item::Fact(fact))
    }

    /// Where the first and the last of some facts stand.
    pub fn ends_of(&self, facts: &[Found]) -> Option<(usize, usize)> {
        let ends = facts.iter().map(|found| found.fact);
        let (first, last) = (ends.clone().min()?, ends.max()?);
        Some((self.position(first)?, self.position(last)?))
    }

    /// How many entries show at once, less one that is kept.
    pub fn page(&self, document: &Document, width: u16, height: u16) -> usize {
        let mut room = usize::from(height);
        let fits = |index: &usize| {
            let taken = self.lines(document, *index, width).len();
            let fits = taken <= room;
            room = room.saturating_sub(taken);
            fits
        };
        let shown = (self.top..self.items.len()).take_while(fits);
        let entries = shown.filter(|i| !matches!(self.items[*i], Item::Heading(..))).count();
        entries.saturating_sub(1).max(1)
    }

    /// Scrolls so that an entry shows, with its section's heading where it is the first and there is
    /// room for both.
    pub fn show(&mut self, document: &Document, index: usize, width: u16, height: u16) {
        let is_first = index > 0 && matches!(self.items[index - 1], Item::Heading(..));
        let first = if is_first { index - 1 } else { index };
        // What lies above both the entry and the top of the screen is not looked at.
        let highest = self.top.min(first);
        let mut room = usize::from(height);
        let mut start = index + 1;
        while start > highest {
            let taken = self.lines(document, start - 1, width).len();
            if taken > room {
                break;
            }
            room -= taken;
            start -= 1;
        }
        // An entry higher than the screen still shows from its first line.
        self.top = highest.max(start.min(index));
    }

    /// The lines of an entry in a number of columns; a heading brings an empty line before it.
    pub fn lines(&self, document: &Document, index: usize, width: u16) -> Vec<PanelLine> {
        let Some(item) = self.items.get(index) else { return Vec::new() };
        match item {
            Item::Heading(section, count) => {
                heading(self.language, (*section, *count), index > 0, width)
            }
            Item::Fact(fact) => {
                let mut entry = fact_entry(document, self.language, *fact);
                if let Some(decisions) = &self.decisions {
                    entry.mark(decisions, *fact);
                } else if self.evidence.as_ref().is_some_and(|e| e.of_fact(*fact).next().is_none())
                {
                    entry.warn(&phrase::notice::no_words(), self.language);
                }
                entry.lines(width, if index == self.cursor { FULL } else { BRIEF })
            }
            Item::About(about) => {
                about_entry(document, self.language, *about, &self.unsure).lines(width, FULL)
            }
        }
    }
}

/// Every entry of a release, headings included.
fn items(document: &Document, is_unsure: bool) -> Vec<Item> {
    let release = &document.release;
    let mut items = Vec::new();
    let facts: Vec<FactId> = release.facts().collect();
    let sections = [
        (Section::Participants, FactKind::Participant),
        (Section::Dates, FactKind::Date),
        (Section::Figures, FactKind::Figure),
    ];
    for (section, kind) in sections {
        let own = facts.iter().filter(|fact| fact.kind() == kind);
        items.push(Item::Heading(section, own.clone().count()));
        items.extend(own.map(|fact| Item::Fact(*fact)));
    }
    let mut about = about(document);
    if is_unsure {
        about.push(About::Unsure);
    }
    if !about.is_empty() {
        items.push(Item::Heading(Section::About, about.len()));
    }
    items.extend(about.into_iter().map(Item::About));
    items
}

impl Item {
    /// Where the entry leads outside of the program.
    pub fn link(self, document: &Document) -> Option<Link> {
        let release = &document.release;
        let address = match self {
            Self::About(About::Source) => release.source.as_ref()?,
            Self::About(About::Version(index)) => &release.versions.get(index)?.file,
            _ => return None,
        };
        Link::of(address.as_str())
    }
}

impl Section {
    /// The heading of the part.
    pub fn title(self) -> Phrase {
        match self {
            Self::Participants => phrase::panel::participants(),
            Self::Dates => phrase::panel::dates(),
            Self::Figures => phrase::panel::figures(),
            Self::About => phrase::panel::release(),
        }
    }
}

fn heading(
    language: Language,
    (section, count): (Section, usize),
    gap: bool,
    width: u16,
) -> Vec<PanelLine> {
    let count = Clean::from_string(count.to_string());
    let right = width.saturating_sub(cells(&count) as u16 + 1);
    let title = (1, Part::Heading, section.title().shown(language).clone());
    let mut lines = if gap { vec![PanelLine::new()] } else { Vec::new() };
    let mut words = vec![title];
    // What is known of the release is not a number of things of one kind.
    if section != Section::About {
        words.push((right, Part::Count, count));
    }
    lines.push(words);
    lines
}

impl Reading {
    /// Takes the keyboard to the panel, to the first fact of the current block if it has any.
    pub fn enter_panel(&mut self) {
        self.focus = Focus::Panel;
        if let Some(lit) = self.lit {
            self.panel.select(lit.fact);
            return;
        }
        let (block, from) = (self.block(), self.byte_of(self.cursor()));
        let facts = self.facts_in(block);
        let at_cursor = facts.iter().find(|found| found.range.end > from).or(facts.last());
        if let Some(fact) = at_cursor.map(|found| found.fact) {
            self.panel.select(fact);
        }
        self.light_current();
    }

    /// Takes the keyboard back to the text, at the line where it was.
    pub fn leave_panel(&mut self) {
        self.focus = Focus::Text;
        self.lit = None;
    }

    /// Moves through the panel and lights the words of the fact come to.
    pub fn move_in_panel(&mut self, by: isize) {
        self.panel.step(by);
        self.light_current();
    }

    /// Lights the words of the fact under the panel's cursor: those in the current block, if it says
    /// them, else the first.
    pub(super) fn light_current(&mut self) {
        let block = self.block();
        self.lit = self.panel.fact().map(|fact| {
            let here =
                |evidence: &Evidence| evidence.of_fact(fact).position(|found| found.block == block);
            let mention = self.evidence.as_deref().and_then(here).unwrap_or(0);
            Lit { fact, mention }
        });
    }

    /// The line of the lit words, for the text to show them.
    pub fn lit_line(&mut self) -> Option<Place> {
        let found = self.lit_place()?;
        let line = self.line_of_raw(found.block, found.range.start);
        Some(Place { block: found.block, line })
    }

    /// Lights the next or previous mention of the lit fact, around the ends.
    ///
    /// Returns which mention of how many; nothing when there is none.
    pub fn next_mention(&mut self, way: Way, times: usize) -> Option<(usize, usize)> {
        let lit = self.lit?;
        let count = self.evidence.as_ref()?.of_fact(lit.fact).count();
        if count == 0 {
            return None;
        }
        let step = match way {
            Way::Forward => times % count,
            Way::Back => count - times % count,
        };
        let mention = (lit.mention + step) % count;
        self.lit = Some(Lit { mention, ..lit });
        Some((mention + 1, count))
    }

    /// Goes to the next or previous words in the text that prove a fact, and lights them.
    ///
    /// Returns whether there were any.
    pub fn next_fact(&mut self, way: Way) -> bool {
        let Some(evidence) = self.evidence.clone() else { return false };
        let here = match self.lit_place() {
            Some(found) if found.block == self.block() => (found.block, found.range.start, 1),
            _ => (self.block(), self.byte_of(self.cursor()), 0),
        };
        let all = evidence.all();
        let key = |f: &crate::release::evidence::Found| (f.block, f.range.start);
        let next = match way {
            // From words that are lit, on to the next; from a line, to the first on it.
            Way::Forward if here.2 == 1 => all.partition_point(|f| key(f) <= (here.0, here.1)),
            Way::Forward => all.partition_point(|f| key(f) < (here.0, here.1)),
            Way::Back => {
                let before = all.partition_point(|f| key(f) < (here.0, here.1));
                let Some(before) = before.checked_sub(1) else { return false };
                before
            }
        };
        let Some(found) = all.get(next) else { return false };
        let mention = evidence.of_fact(found.fact).position(|f| f == found).unwrap_or(0);
        self.lit = Some(Lit { fact: found.fact, mention });
        self.panel.select(found.fact);
        let line = self.line_of_raw(found.block, found.range.start);
        self.go_to_line(Place { block: found.block, line });
        true
    }
}
