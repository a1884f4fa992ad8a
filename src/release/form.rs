//! The shape of a release file, field by field, as serde sees it.
//!
//! A file is read into it with strings to keep, and its blocks go into a body one by one, so that
//! reading takes little more memory than the release. JSON is written from it with borrowed strings.

use std::fmt;
use std::sync::Arc;

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::block::Rows;
use super::{Block, Body, Kind, Translation};
use crate::text::Raw;

/// A whole file: its strings, and what its blocks are read into or written from.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Release", deny_unknown_fields)]
pub struct ReleaseForm<T, B> {
    pub format: u32,
    pub title: T,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<T>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<T>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<T>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<T>,
    #[serde(default, skip_serializing_if = "is_original")]
    pub translation: Translation,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<SeriesForm<T>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<VersionForm<T>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<T>,
    pub body: B,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub participants: Vec<ParticipantForm<T>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<DateForm<T>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<FigureForm<T>>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Series", deny_unknown_fields)]
pub struct SeriesForm<T> {
    pub name: T,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<u32>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Version", deny_unknown_fields)]
pub struct VersionForm<T> {
    pub language: T,
    pub file: T,
}

/// A block of a RON file; JSON has its own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub enum BlockForm {
    Heading {
        number: Option<Raw>,
        marker: Option<Raw>,
        text: Raw,
        #[serde(default)]
        items: Vec<BlockForm>,
    },
    Numbered {
        number: Raw,
        text: Raw,
        #[serde(default)]
        items: Vec<BlockForm>,
    },
    Bullet {
        marker: Raw,
        text: Raw,
        #[serde(default)]
        items: Vec<BlockForm>,
    },
    Paragraph {
        text: Raw,
        #[serde(default)]
        items: Vec<BlockForm>,
    },
    Table {
        #[serde(default)]
        header: Vec<Raw>,
        rows: Rows,
    },
    Note {
        number: Option<Raw>,
        marker: Option<Raw>,
        text: Raw,
        #[serde(default)]
        items: Vec<BlockForm>,
    },
}

impl BlockForm {
    /// The block, and those inside it.
    fn parted(self, depth: u8) -> (Block, Vec<Self>) {
        let (kind, number, marker, text, items) = match self {
            Self::Heading { number, marker, text, items } => {
                (Kind::Heading, number, marker, text, items)
            }
            Self::Note { number, marker, text, items } => (Kind::Note, number, marker, text, items),
            Self::Numbered { number, text, items } => {
                (Kind::Numbered, Some(number), None, text, items)
            }
            Self::Bullet { marker, text, items } => (Kind::Bullet, None, Some(marker), text, items),
            Self::Paragraph { text, items } => (Kind::Paragraph, None, None, text, items),
            Self::Table { header, rows } => {
                let (text, table) = rows.under(header.iter().map(Raw::as_str));
                let table = Some(Arc::new(table));
                let (number, marker) = (None, None);
                let kind = Kind::Table;
                let block = Block { kind, depth, end: 0, number, marker, text, table };
                return (block, Vec::new());
            }
        };
        (Block { kind, depth, end: 0, number, marker, text, table: None }, items)
    }
}

/// The blocks of a file, put into the body as they are read.
#[derive(Debug, Default)]
pub struct Blocks(Body);

impl Blocks {
    fn push(&mut self, form: BlockForm, depth: u8) {
        let (block, items) = form.parted(depth);
        self.0.push(block);
        for item in items {
            self.push(item, depth + 1);
        }
    }
}

impl From<Blocks> for Body {
    fn from(blocks: Blocks) -> Self {
        blocks.0
    }
}

impl<B: Into<BlockForm>> FromIterator<B> for Blocks {
    fn from_iter<I: IntoIterator<Item = B>>(forms: I) -> Self {
        let mut blocks = Self::default();
        forms.into_iter().for_each(|form| blocks.push(form.into(), 0));
        blocks
    }
}

impl<'de> Deserialize<'de> for Blocks {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneByOne;
        impl<'de> Visitor<'de> for OneByOne {
            type Value = Blocks;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a sequence")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut forms: A) -> Result<Blocks, A::Error> {
                let mut blocks = Blocks::default();
                while let Some(form) = forms.next_element()? {
                    blocks.push(form, 0);
                }
                Ok(blocks)
            }
        }
        deserializer.deserialize_seq(OneByOne)
    }
}

impl<'de> Deserialize<'de> for Rows {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneByOne;
        impl<'de> Visitor<'de> for OneByOne {
            type Value = Rows;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a sequence")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut read: A) -> Result<Rows, A::Error> {
                let mut rows = Rows::default();
                while let Some(row) = read.next_element::<Vec<Raw>>()? {
                    rows.push(row.iter().map(Raw::as_str));
                }
                Ok(rows)
            }
        }
        deserializer.deserialize_seq(OneByOne)
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Mention", deny_unknown_fields)]
pub struct MentionForm<T> {
    pub at: T,
    pub quote: T,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Participant", deny_unknown_fields)]
pub struct ParticipantForm<T> {
    pub name: T,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<T>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub affiliation: Option<T>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubt: Option<T>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<MentionForm<T>>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Date", deny_unknown_fields)]
pub struct DateForm<T> {
    pub date: T,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<T>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubt: Option<T>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<MentionForm<T>>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Figure", deny_unknown_fields)]
pub struct FigureForm<T> {
    pub text: T,
    pub value: f64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value_max: Option<f64>,
    pub unit: T,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<T>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<T>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubt: Option<T>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<MentionForm<T>>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_original(translation: &Translation) -> bool {
    *translation == Translation::Original
}
