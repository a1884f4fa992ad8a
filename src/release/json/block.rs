//! Blocks in JSON: an object with the kind as its one key, and in it the fields of the kind.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::{some, text};
use crate::release::block::Rows;
use crate::release::form::{BlockForm, Blocks};
use crate::release::{Addresses, Block, BlockId, Body, Kind};
use crate::text::Raw;

#[derive(Serialize, Deserialize)]
enum Tagged<T, I> {
    Heading(Fields<T, I>),
    Numbered(Fields<T, I>),
    Bullet(Fields<T, I>),
    Paragraph(Fields<T, I>),
    Table(Fields<T, I>),
    Note(Fields<T, I>),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields<T, I> {
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    address: Option<T>,
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    number: Option<T>,
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    marker: Option<T>,
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    text: Option<T>,
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    header: Vec<T>,
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    rows: Option<Vec<Vec<T>>>,
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    items: Vec<I>,
}

/// As a default it asks nothing of what would be inside.
fn none<T>() -> Option<T> {
    None
}

/// A block on its way out.
#[derive(Serialize)]
#[serde(transparent)]
pub struct Written<'a>(Tagged<&'a str, Written<'a>>);

/// A block on its way in: its fields are those of its kind.
pub struct Read(BlockForm);

/// The blocks of a release on their way in.
#[derive(Deserialize)]
pub struct ReadAll(Vec<Read>);

impl From<ReadAll> for Body {
    fn from(all: ReadAll) -> Self {
        all.0.into_iter().collect::<Blocks>().into()
    }
}

impl From<Read> for BlockForm {
    fn from(read: Read) -> Self {
        read.0
    }
}

impl<'de> Deserialize<'de> for Read {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tagged = Tagged::<Raw, Read>::deserialize(deserializer)?;
        untagged(tagged).map(Read).map_err(D::Error::custom)
    }
}

fn untagged(tagged: Tagged<Raw, Read>) -> Result<BlockForm, String> {
    let (kind, fields) = match tagged {
        Tagged::Heading(fields) => (Kind::Heading, fields),
        Tagged::Numbered(fields) => (Kind::Numbered, fields),
        Tagged::Bullet(fields) => (Kind::Bullet, fields),
        Tagged::Paragraph(fields) => (Kind::Paragraph, fields),
        Tagged::Table(fields) => (Kind::Table, fields),
        Tagged::Note(fields) => (Kind::Note, fields),
    };
    fits(kind, &fields)?;
    let Fields { number, marker, text, header, rows, items, .. } = fields;
    let items = items.into_iter().map(|item| item.0).collect();
    let text = text.unwrap_or_default();
    Ok(match kind {
        Kind::Heading => BlockForm::Heading { number, marker, text, items },
        Kind::Numbered => BlockForm::Numbered { number: number.unwrap_or_default(), text, items },
        Kind::Bullet => BlockForm::Bullet { marker: marker.unwrap_or_default(), text, items },
        Kind::Paragraph => BlockForm::Paragraph { text, items },
        Kind::Table => {
            let mut all = Rows::default();
            for row in rows.iter().flatten() {
                all.push(row.iter().map(Raw::as_str));
            }
            BlockForm::Table { header, rows: all }
        }
        Kind::Note => BlockForm::Note { number, marker, text, items },
    })
}

/// Whether a block has the fields of its kind and no others.
fn fits(kind: Kind, fields: &Fields<Raw, Read>) -> Result<(), String> {
    use Kind::{Bullet, Heading, Note, Numbered, Table};
    let is_marked = matches!(kind, Heading | Note);
    for (name, is_given, is_needed, is_known) in [
        ("number", fields.number.is_some(), kind == Numbered, is_marked || kind == Numbered),
        ("marker", fields.marker.is_some(), kind == Bullet, is_marked || kind == Bullet),
        ("text", fields.text.is_some(), kind != Table, kind != Table),
        ("header", !fields.header.is_empty(), false, kind == Table),
        ("rows", fields.rows.is_some(), kind == Table, kind == Table),
        ("items", !fields.items.is_empty(), false, kind != Table),
    ] {
        if is_needed && !is_given {
            return Err(format!("missing field `{name}` of `{}`", kind.name()));
        }
        if is_given && !is_known {
            return Err(format!("unknown field `{name}` of `{}`", kind.name()));
        }
    }
    Ok(())
}

/// The JSON form of some blocks and their items.
pub fn blocks<'a>(
    body: &'a Body,
    addresses: &'a Addresses,
    indices: impl Iterator<Item = usize>,
) -> Vec<Written<'a>> {
    indices.map(|index| written(body, addresses, index)).collect()
}

fn written<'a>(body: &'a Body, addresses: &'a Addresses, index: usize) -> Written<'a> {
    let block: &'a Block = &body.blocks()[index];
    let cells = |row: &'a [std::ops::Range<u32>]| -> Vec<&'a str> {
        row.iter().map(|cell| block.cell(cell)).collect()
    };
    let table = block.table.as_deref();
    let required = |is: bool, text: Option<&'a str>| text.or_else(|| is.then_some(""));
    let fields = Fields {
        address: Some(addresses.name(BlockId::body(index)).as_str()),
        number: required(block.kind == Kind::Numbered, some(block.number.as_ref())),
        marker: required(block.kind == Kind::Bullet, some(block.marker.as_ref())),
        text: table.is_none().then(|| text(&block.text)),
        header: table.map(|table| cells(table.header())).unwrap_or_default(),
        rows: table.map(|table| table.rows().map(cells).collect()),
        items: blocks(body, addresses, body.items(index)),
    };
    Written(match block.kind {
        Kind::Heading => Tagged::Heading(fields),
        Kind::Numbered => Tagged::Numbered(fields),
        Kind::Bullet => Tagged::Bullet(fields),
        Kind::Paragraph => Tagged::Paragraph(fields),
        Kind::Table => Tagged::Table(fields),
        Kind::Note => Tagged::Note(fields),
    })
}
