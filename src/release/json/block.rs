//! Blocks in JSON: an object with the kind as its one key, and in it the fields of the kind.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::{some, text};
use crate::release::form::{BlockForm, Text};
use crate::release::{Addresses, Block, BlockId, Body, Kind};

#[derive(Serialize, Deserialize)]
enum Tagged<'a, I> {
    #[serde(borrow)]
    Heading(Fields<'a, I>),
    Numbered(Fields<'a, I>),
    Bullet(Fields<'a, I>),
    Paragraph(Fields<'a, I>),
    Table(Fields<'a, I>),
    Note(Fields<'a, I>),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields<'a, I> {
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    address: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    number: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    marker: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    header: Vec<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rows: Option<Vec<Vec<Text<'a>>>>,
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    items: Vec<I>,
}

/// A block on its way out.
#[derive(Serialize)]
#[serde(transparent)]
pub struct Written<'a>(Tagged<'a, Written<'a>>);

/// A block on its way in: its fields are those of its kind.
pub struct Read<'a>(BlockForm<'a>);

impl<'a> From<Read<'a>> for BlockForm<'a> {
    fn from(read: Read<'a>) -> Self {
        read.0
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Read<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tagged = Tagged::<'a, Read<'a>>::deserialize(deserializer)?;
        untagged(tagged).map(Read).map_err(D::Error::custom)
    }
}

fn untagged<'a>(tagged: Tagged<'a, Read<'a>>) -> Result<BlockForm<'a>, String> {
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
        Kind::Table => BlockForm::Table { header, rows: rows.unwrap_or_default() },
        Kind::Note => BlockForm::Note { number, marker, text, items },
    })
}

/// Whether a block has the fields of its kind and no others.
fn fits(kind: Kind, fields: &Fields<'_, Read<'_>>) -> Result<(), String> {
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
    let cells = |row: &'a [std::ops::Range<u32>]| -> Vec<Text<'a>> {
        row.iter().map(|cell| Text::from(block.cell(cell))).collect()
    };
    let table = block.table.as_deref();
    let required = |is: bool, text: Option<Text<'a>>| text.or_else(|| is.then(Text::default));
    let fields = Fields {
        address: Some(Text::from(addresses.name(BlockId::body(index)).as_str())),
        number: required(block.kind == Kind::Numbered, some(block.number.as_ref())),
        marker: required(block.kind == Kind::Bullet, some(block.marker.as_ref())),
        text: table.is_none().then(|| text(&block.text)),
        header: table.map(|table| cells(&table.header)).unwrap_or_default(),
        rows: table.map(|table| table.rows.iter().map(|row| cells(row)).collect()),
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
