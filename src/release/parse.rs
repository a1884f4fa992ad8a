//! The text of a release file made into a [`Release`], or the one fault that prevents it.
//!
//! What is wrong inside a well-formed file (a date, an address, a quote) is no fault: it is kept as
//! written and found by [`super::check()`].

mod fault;
mod spot;

use std::ops::Range;

use serde::Deserialize;

use super::form::{
    BlockForm, DateForm, FigureForm, MentionForm, ParticipantForm, ReleaseForm, Text,
};
use super::{
    Block, Body, Code, FORMAT, Figure, KeyDate, Kind, Mention, Participant, Release, Series, Table,
    Version,
};
use crate::text::{Clean, Raw};

/// Why a file is not a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Which kind of fault it is; its severity is [`super::Severity::Fault`].
    pub code: Code,
    /// The bytes of the file at fault.
    pub span: Range<usize>,
    /// What is wrong, in one sentence.
    pub message: Clean<'static>,
    /// What to do about it.
    pub help: Option<Clean<'static>>,
}

/// Reads a release from the text of its file, without a byte-order mark.
///
/// # Errors
/// The first thing that is not RON, or not of the release format's shape.
pub fn parse(source: &str) -> Result<Release, Fault> {
    form(source).map(release)
}

/// Reads the file's shape, borrowing its strings.
pub(super) fn form(source: &str) -> Result<ReleaseForm<'_>, Fault> {
    let mut deserializer = deserializer(source)?;
    let parsed = ReleaseForm::deserialize(&mut deserializer).and_then(|form| {
        deserializer.end()?;
        Ok(form)
    });
    let parsed = parsed.map_err(|error| {
        let at = source.len() - deserializer.remainder().len();
        fault::newer_format(source).unwrap_or_else(|| fault::explain(source, at, &error))
    })?;
    if parsed.format > FORMAT || parsed.format == 0 {
        let span = 0..source.len().min(1);
        return Err(fault::newer_format(source).unwrap_or_else(|| fault::wrong_format(span, "0")));
    }
    Ok(parsed)
}

/// The extension `implicit_some` lets optional fields be written bare.
fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

fn deserializer(source: &str) -> Result<ron::Deserializer<'_>, Fault> {
    ron::Deserializer::from_str_with_options(source, &options())
        .map_err(|error| fault::explain(source, 0, &error.code))
}

/// Takes the strings of a form over into a release.
pub(super) fn release<'a, B: Into<BlockForm<'a>>>(form: ReleaseForm<'a, B>) -> Release {
    Release {
        title: raw(&form.title),
        issuer: optional(form.issuer.as_ref()),
        published: optional(form.published.as_ref()),
        language: optional(form.language.as_ref()),
        source: optional(form.source.as_ref()),
        translation: form.translation,
        series: form.series.map(|s| Series { name: raw(&s.name), edition: s.edition }),
        versions: form
            .versions
            .iter()
            .map(|v| Version { language: raw(&v.language), file: raw(&v.file) })
            .collect(),
        topics: form.topics.iter().map(raw).collect(),
        body: body(form.body.into_iter().map(Into::into).collect()),
        participants: form.participants.iter().map(participant).collect(),
        dates: form.dates.iter().map(date).collect(),
        figures: form.figures.iter().map(figure).collect(),
    }
}

fn raw(text: &Text<'_>) -> Raw {
    Raw::from(&*text.0)
}

fn optional(text: Option<&Text<'_>>) -> Option<Raw> {
    text.map(raw)
}

fn body(blocks: Vec<BlockForm<'_>>) -> Body {
    let mut body = Body::new();
    push_all(&mut body, blocks, 0);
    body
}

fn push_all(body: &mut Body, blocks: Vec<BlockForm<'_>>, depth: u8) {
    for form in blocks {
        let (block, items) = block(form, depth);
        body.push(block);
        push_all(body, items, depth + 1);
    }
}

fn block(form: BlockForm<'_>, depth: u8) -> (Block, Vec<BlockForm<'_>>) {
    let plain = |kind, text: &Text<'_>| Block {
        kind,
        depth,
        end: 0,
        number: None,
        marker: None,
        text: raw(text),
        table: None,
    };
    match form {
        BlockForm::Heading { number, marker, text, items } => {
            let (number, marker) = (optional(number.as_ref()), optional(marker.as_ref()));
            (Block { number, marker, ..plain(Kind::Heading, &text) }, items)
        }
        BlockForm::Note { number, marker, text, items } => {
            let (number, marker) = (optional(number.as_ref()), optional(marker.as_ref()));
            (Block { number, marker, ..plain(Kind::Note, &text) }, items)
        }
        BlockForm::Numbered { number, text, items } => {
            (Block { number: Some(raw(&number)), ..plain(Kind::Numbered, &text) }, items)
        }
        BlockForm::Bullet { marker, text, items } => {
            (Block { marker: Some(raw(&marker)), ..plain(Kind::Bullet, &text) }, items)
        }
        BlockForm::Paragraph { text, items } => (plain(Kind::Paragraph, &text), items),
        BlockForm::Table { header, rows } => {
            let (text, table) = Table::join(&header, &rows);
            let block = plain(Kind::Table, &Text::default());
            (Block { text, table: Some(Box::new(table)), ..block }, Vec::new())
        }
    }
}

fn mentions(forms: &[MentionForm<'_>]) -> Vec<Mention> {
    forms.iter().map(|m| Mention { at: raw(&m.at), quote: raw(&m.quote) }).collect()
}

fn participant(form: &ParticipantForm<'_>) -> Participant {
    Participant {
        name: raw(&form.name),
        title: optional(form.title.as_ref()),
        affiliation: optional(form.affiliation.as_ref()),
        doubt: optional(form.doubt.as_ref()),
        mentions: mentions(&form.mentions),
    }
}

fn date(form: &DateForm<'_>) -> KeyDate {
    KeyDate {
        date: raw(&form.date),
        label: optional(form.label.as_ref()),
        doubt: optional(form.doubt.as_ref()),
        mentions: mentions(&form.mentions),
    }
}

fn figure(form: &FigureForm<'_>) -> Figure {
    Figure {
        text: raw(&form.text),
        value: form.value,
        value_max: form.value_max,
        unit: raw(&form.unit),
        label: optional(form.label.as_ref()),
        period: optional(form.period.as_ref()),
        doubt: optional(form.doubt.as_ref()),
        mentions: mentions(&form.mentions),
    }
}
