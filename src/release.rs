//! One press release as data: what it says, how it is divided, and the facts drawn from it.
//!
//! Nothing here knows a terminal or a file system. Every string is [`Raw`]: exactly what the file
//! holds, to be cleaned before anyone sees it.

pub mod address;
pub mod block;
pub mod check;
pub mod code;
pub mod diagnostic;
pub mod edtf;
pub mod evidence;
pub mod fact;
mod form;
pub mod json;
mod lex;
pub mod near;
pub mod parse;
pub mod place;
pub mod quote;
pub mod write;

pub use address::{Address, Addresses};
pub use block::{Block, BlockId, Body, Kind, Table};
pub use check::{Problem, check};
pub use code::{Code, Severity};
pub use diagnostic::{Diagnostic, diagnose};
pub use edtf::Edtf;
pub use evidence::{Evidence, Found, Missing, Why};
pub use fact::{FactId, FactKind, Figure, KeyDate, Mention, Participant};
pub use parse::{Fault, parse};
pub use place::{Locus, Places};

use crate::text::Raw;

/// The version of the release format that this program reads and writes.
pub const FORMAT: u32 = 1;

/// One press release.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Release {
    /// The headline; may be empty.
    pub title: Raw,
    /// Who speaks: a ministry, a bank, a company.
    pub issuer: Option<Raw>,
    /// When it was published, as EDTF (ISO 8601-2, level 1), kept as written.
    pub published: Option<Raw>,
    /// The language it is written in, as a BCP 47 tag.
    pub language: Option<Raw>,
    /// The address of the page it was published on.
    pub source: Option<Raw>,
    /// Whether the text is the original or some kind of translation.
    pub translation: Translation,
    /// The recurring event it reports on.
    pub series: Option<Series>,
    /// The same release in other languages.
    pub versions: Vec<Version>,
    /// Free subject words.
    pub topics: Vec<Raw>,
    /// The text, block by block.
    pub body: Body,
    /// The people named.
    pub participants: Vec<Participant>,
    /// The calendar dates named.
    pub dates: Vec<KeyDate>,
    /// The figures named.
    pub figures: Vec<Figure>,
}

/// How the text relates to the one its publisher stands by.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Translation {
    /// The text as first published.
    #[default]
    Original,
    /// A translation the publisher stands by.
    Official,
    /// A translation offered for convenience.
    Unofficial,
}

/// A recurring event and which of its editions this is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// The event's name without its ordinal.
    pub name: Raw,
    /// Which one in the row, counted from 1.
    pub edition: Option<u32>,
}

/// The same release in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its language, as a BCP 47 tag.
    pub language: Raw,
    /// Its file, relative to this release's own folder.
    pub file: Raw,
}

impl Release {
    /// The mentions of one fact, in the order of the file; empty when there is no such fact.
    pub fn mentions(&self, fact: FactId) -> &[Mention] {
        let index = fact.index();
        match fact.kind() {
            FactKind::Participant => self.participants.get(index).map_or(&[], |p| &p.mentions),
            FactKind::Date => self.dates.get(index).map_or(&[], |d| &d.mentions),
            FactKind::Figure => self.figures.get(index).map_or(&[], |f| &f.mentions),
        }
    }

    /// What names a fact: a person's name, a date as noted, the words of a figure.
    ///
    /// # Panics
    /// When the fact is another release's.
    pub fn name_of(&self, fact: FactId) -> &Raw {
        let index = fact.index();
        match fact.kind() {
            FactKind::Participant => &self.participants[index].name,
            FactKind::Date => &self.dates[index].date,
            FactKind::Figure => &self.figures[index].text,
        }
    }

    /// Every fact: participants, then dates, then figures, each in the order of the file.
    pub fn facts(&self) -> impl Iterator<Item = FactId> + use<> {
        let counts = [
            (FactKind::Participant, self.participants.len()),
            (FactKind::Date, self.dates.len()),
            (FactKind::Figure, self.figures.len()),
        ];
        counts.into_iter().flat_map(|(kind, count)| (0..count).map(move |i| FactId::new(kind, i)))
    }

    /// The text that stands at a block, the title included; empty for a block that is not there.
    pub fn text_of(&self, block: BlockId) -> &Raw {
        match block.index() {
            None => &self.title,
            Some(index) => self.body.get(index).map_or(&self.title, |b| &b.text),
        }
    }
}
