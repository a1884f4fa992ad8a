//! The facts of a release, and the mentions: the exact words that prove them.

use crate::text::Raw;

/// Words of the release that prove a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The address of the block they stand in.
    pub at: Raw,
    /// The words, verbatim. The k-th equal mention of a fact is the k-th occurrence in the block.
    pub quote: Raw,
}

/// A person named in the release.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Participant {
    /// The fullest name printed.
    pub name: Raw,
    /// The position held, as printed.
    pub title: Option<Raw>,
    /// The state or body spoken for.
    pub affiliation: Option<Raw>,
    /// Why whoever noted this was unsure.
    pub doubt: Option<Raw>,
    /// The words that prove it.
    pub mentions: Vec<Mention>,
}

/// A calendar date, or a span of dates, named in the release.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeyDate {
    /// When, as EDTF, kept as written.
    pub date: Raw,
    /// What happens then.
    pub label: Option<Raw>,
    /// Why whoever noted this was unsure.
    pub doubt: Option<Raw>,
    /// The words that prove it.
    pub mentions: Vec<Mention>,
}

/// A number that matters.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Figure {
    /// The words as printed.
    pub text: Raw,
    /// The number they mean, in `unit`s; the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    pub value_max: Option<f64>,
    /// An ISO 4217 code, `%`, `times`, `ordinal`, `anniversary`, or a plain noun in the plural.
    pub unit: Raw,
    /// What is counted or measured.
    pub label: Option<Raw>,
    /// The period the number is for, in free words.
    pub period: Option<Raw>,
    /// Why whoever noted this was unsure.
    pub doubt: Option<Raw>,
    /// The words that prove it.
    pub mentions: Vec<Mention>,
}

/// The three kinds of fact, in the order in which they are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FactKind {
    /// A person.
    Participant,
    /// A date.
    Date,
    /// A figure.
    Figure,
}

/// A fact by its kind and its place in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FactId {
    kind: FactKind,
    index: u32,
}

impl FactId {
    /// The fact of a kind at a place in that kind's list, counted from 0.
    pub fn new(kind: FactKind, index: usize) -> Self {
        Self { kind, index: u32::try_from(index).unwrap_or(u32::MAX) }
    }

    /// What kind of fact it is.
    pub fn kind(self) -> FactKind {
        self.kind
    }

    /// Its place in the list of its kind.
    pub fn index(self) -> usize {
        self.index as usize
    }
}
