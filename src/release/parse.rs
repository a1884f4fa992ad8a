//! The text of a release file made into a [`Release`], or the one fault that prevents it.
//!
//! What is wrong inside a well-formed file (a date, an address, a quote) is no fault: it is kept as
//! written and found by [`super::check()`].

mod fault;
mod spot;

use std::ops::Range;

use serde::Deserialize;

use super::form::{Blocks, DateForm, FigureForm, MentionForm, ParticipantForm, ReleaseForm};
use super::{Body, Code, FORMAT, Figure, KeyDate, Mention, Participant, Release, Series, Version};
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

/// What a file is read into.
type File = ReleaseForm<Raw, Blocks>;

fn form(source: &str) -> Result<File, Fault> {
    let mut deserializer = deserializer(source)?;
    let parsed = File::deserialize(&mut deserializer).and_then(|form| {
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

/// Takes a form over into a release.
pub(super) fn release<B: Into<Body>>(form: ReleaseForm<Raw, B>) -> Release {
    Release {
        title: form.title,
        issuer: form.issuer,
        published: form.published,
        language: form.language,
        source: form.source,
        translation: form.translation,
        series: form.series.map(|s| Series { name: s.name, edition: s.edition }),
        versions: all(form.versions, |v| Version { language: v.language, file: v.file }),
        topics: form.topics,
        body: form.body.into(),
        participants: all(form.participants, participant),
        dates: all(form.dates, date),
        figures: all(form.figures, figure),
    }
}

/// Where both have the same size, in the same memory.
fn all<A, B>(forms: Vec<A>, one: impl Fn(A) -> B) -> Vec<B> {
    forms.into_iter().map(one).collect()
}

fn mentions(forms: Vec<MentionForm<Raw>>) -> Vec<Mention> {
    let mut mentions = all(forms, |m| Mention { at: m.at, quote: m.quote });
    // A vector that grew by itself may be half empty, which counts where it is long.
    if mentions.len() > 1_000 {
        mentions.shrink_to_fit();
    }
    mentions
}

fn participant(form: ParticipantForm<Raw>) -> Participant {
    Participant {
        name: form.name,
        title: form.title,
        affiliation: form.affiliation,
        doubt: form.doubt,
        mentions: mentions(form.mentions),
    }
}

fn date(form: DateForm<Raw>) -> KeyDate {
    KeyDate {
        date: form.date,
        label: form.label,
        doubt: form.doubt,
        mentions: mentions(form.mentions),
    }
}

fn figure(form: FigureForm<Raw>) -> Figure {
    Figure {
        text: form.text,
        value: form.value,
        value_max: form.value_max,
        unit: form.unit,
        label: form.label,
        period: form.period,
        doubt: form.doubt,
        mentions: mentions(form.mentions),
    }
}
