//! The JSON form of a release: the fields of the RON form, and each block's address beside them.
//!
//! Addresses are written for those who read the JSON; when a release is read back they are ignored,
//! since they follow from the blocks. A value that is no number is written as `null`, and such a
//! release does not read back.

mod block;

use std::fmt::Write as _;

use thiserror::Error;

use super::form::{
    DateForm, FigureForm, MentionForm, ParticipantForm, ReleaseForm, SeriesForm, VersionForm,
};
use super::write::is_written_plain;
use super::{Addresses, FORMAT, Figure, KeyDate, Mention, Participant, Release, parse};
use crate::text::Raw;
use block::{ReadAll, Written, blocks};

/// Why a JSON text is not a release.
#[derive(Debug, Error)]
pub enum JsonError {
    /// Not JSON, or not of the shape of a release.
    #[error("this JSON is not a release: {0}")]
    Shape(#[from] serde_json::Error),
    /// Of a format that this program does not read.
    #[error("this JSON is in release format {0}, and this program reads format {FORMAT} at most")]
    Format(u32),
}

/// A release as JSON over several lines.
pub fn to_json(release: &Release) -> String {
    let addresses = Addresses::of(&release.body);
    // Strings and numbers under string keys can always be written.
    harmless(serde_json::to_string_pretty(&form(release, &addresses)).unwrap_or_default())
}

/// A release as JSON in one line.
pub fn to_json_line(release: &Release) -> String {
    let addresses = Addresses::of(&release.body);
    harmless(serde_json::to_string(&form(release, &addresses)).unwrap_or_default())
}

/// Reads a release from its JSON form.
///
/// # Errors
/// When it is not JSON, not a release, or of a newer format.
pub fn from_json(text: &str) -> Result<Release, JsonError> {
    let form: ReleaseForm<Raw, ReadAll> = serde_json::from_str(text)?;
    if form.format != FORMAT {
        return Err(JsonError::Format(form.format));
    }
    Ok(parse::release(form))
}

/// Escapes what `serde_json` leaves: between the strings there is nothing but ASCII.
fn harmless(json: String) -> String {
    let is_plain = |c: char| is_written_plain(c) || matches!(c, '\n' | '"' | '\\');
    if json.chars().all(is_plain) {
        return json;
    }
    let mut out = String::with_capacity(json.len() + json.len() / 16);
    let mut units = [0; 2];
    for c in json.chars() {
        if is_plain(c) {
            out.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut units) {
            let _ = write!(out, "\\u{unit:04x}");
        }
    }
    out
}

fn form<'a>(
    release: &'a Release,
    addresses: &'a Addresses,
) -> ReleaseForm<&'a str, Vec<Written<'a>>> {
    ReleaseForm {
        format: FORMAT,
        title: text(&release.title),
        issuer: some(release.issuer.as_ref()),
        published: some(release.published.as_ref()),
        language: some(release.language.as_ref()),
        source: some(release.source.as_ref()),
        translation: release.translation,
        series: release
            .series
            .as_ref()
            .map(|series| SeriesForm { name: text(&series.name), edition: series.edition }),
        versions: release
            .versions
            .iter()
            .map(|v| VersionForm { language: text(&v.language), file: text(&v.file) })
            .collect(),
        topics: release.topics.iter().map(text).collect(),
        body: blocks(&release.body, addresses, release.body.top_level()),
        participants: release.participants.iter().map(participant).collect(),
        dates: release.dates.iter().map(date).collect(),
        figures: release.figures.iter().map(figure).collect(),
    }
}

fn text(raw: &Raw) -> &str {
    raw.as_str()
}

fn some(raw: Option<&Raw>) -> Option<&str> {
    raw.map(text)
}

fn mentions(mentions: &[Mention]) -> Vec<MentionForm<&str>> {
    mentions.iter().map(|m| MentionForm { at: text(&m.at), quote: text(&m.quote) }).collect()
}

fn participant(person: &Participant) -> ParticipantForm<&str> {
    ParticipantForm {
        name: text(&person.name),
        title: some(person.title.as_ref()),
        affiliation: some(person.affiliation.as_ref()),
        doubt: some(person.doubt.as_ref()),
        mentions: mentions(&person.mentions),
    }
}

fn date(date: &KeyDate) -> DateForm<&str> {
    DateForm {
        date: text(&date.date),
        label: some(date.label.as_ref()),
        doubt: some(date.doubt.as_ref()),
        mentions: mentions(&date.mentions),
    }
}

fn figure(figure: &Figure) -> FigureForm<&str> {
    FigureForm {
        text: text(&figure.text),
        value: figure.value,
        value_max: figure.value_max,
        unit: text(&figure.unit),
        label: some(figure.label.as_ref()),
        period: some(figure.period.as_ref()),
        doubt: some(figure.doubt.as_ref()),
        mentions: mentions(&figure.mentions),
    }
}
