//! The text of a release file made into a [`Release`], or the one fault that prevents it.
//!
//! What is wrong inside a well-formed file (a date, an address, a quote) is no fault: it is kept as
//! written and found by [`super::check`].

use std::ops::Range;

use serde::Deserialize;

use super::form::{
    BlockForm, DateForm, FigureForm, MentionForm, ParticipantForm, ReleaseForm, Text,
};
use super::lex::{self, Token};
use super::{
    Block, Body, FORMAT, Figure, KeyDate, Kind, Mention, Participant, Release, Series, Table,
    Version,
};
use crate::text::{Clean, Raw};

/// How deep blocks may nest before `ron` refuses: its recursion limit of 128 allows this many.
const DEEPEST: usize = 25;

/// Why a file is not a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
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
        newer_format(source).unwrap_or_else(|| explain(source, at, &error))
    })?;
    if parsed.format > FORMAT || parsed.format == 0 {
        return Err(newer_format(source).unwrap_or_else(|| wrong_format(0..0, parsed.format)));
    }
    Ok(parsed)
}

/// The extension `implicit_some` lets optional fields be written bare.
fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

fn deserializer(source: &str) -> Result<ron::Deserializer<'_>, Fault> {
    ron::Deserializer::from_str_with_options(source, &options())
        .map_err(|error| explain(source, 0, &error.code))
}

fn newer_format(source: &str) -> Option<Fault> {
    let written = lex::top_field(source, "format")?;
    let format: u32 = written.parse().ok()?;
    let start = written.as_ptr() as usize - source.as_ptr() as usize;
    (format > FORMAT || format == 0).then(|| wrong_format(start..start + written.len(), format))
}

fn wrong_format(span: Range<usize>, format: u32) -> Fault {
    if format == 0 {
        let message = Clean::literal("there is no release format 0");
        return Fault { span, message, help: Some(Clean::literal("write `format: 1`")) };
    }
    Fault {
        span,
        message: Clean::from_string(format!(
            "this file is written in release format {format}, and this program reads format {FORMAT} at most"
        )),
        help: Some(Clean::literal("open it with a newer pressroom")),
    }
}

// ---- from shape to model

fn release(form: ReleaseForm<'_>) -> Release {
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
        body: body(form.body),
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

// ---- faults in plain words

fn explain(source: &str, at: usize, error: &ron::Error) -> Fault {
    use ron::Error as E;
    if source.trim().is_empty() {
        return end_of_file(source);
    }
    let inside = place_in_words(path_of_fault(source).as_deref().unwrap_or_default(), error);
    let (span, message, help) = match error {
        E::NoSuchStructField { expected, found, .. } => {
            let message = format!("there is no field `{found}`{inside}");
            (word_before(source, at, found), message, nearest(found, expected, "fields here"))
        }
        E::NoSuchEnumVariant { expected, found, .. } => {
            let message = format!("`{found}` is not a known name{inside}");
            (word_before(source, at, found), message, nearest(found, expected, "known names"))
        }
        E::MissingStructField { field, outer } => {
            let owner = outer.as_deref().unwrap_or("struct");
            let message = format!("the field `{field}` is missing from this {owner}{inside}");
            (token_at(source, at), message, Some(format!("add `{field}: …`")))
        }
        E::DuplicateStructField { field, .. } => {
            let message = format!("the field `{field}` is given twice{inside}");
            (word_before(source, at, field), message, Some("keep one of the two".to_owned()))
        }
        E::ExpectedDifferentStructName { expected, found } => {
            let message = format!("expected `{expected}`, found `{found}`{inside}");
            let help = format!("a release file is one `{expected}(…)`");
            (word_before(source, at, found), message, (*expected == "Release").then_some(help))
        }
        E::ExceededRecursionLimit => {
            let message = format!("blocks are nested deeper than {DEEPEST} levels");
            (token_at(source, at), message, Some("move the innermost items up".to_owned()))
        }
        E::Eof => return end_of_file(source),
        other => {
            let (span, message, help) = syntax(source, at, other);
            (span, format!("{message}{inside}"), help)
        }
    };
    Fault { span, message: Clean::from_string(message), help: help.map(Clean::from_string) }
}

fn syntax(source: &str, at: usize, error: &ron::Error) -> (Range<usize>, String, Option<String>) {
    use ron::Error as E;
    let here = token_at(source, at);
    let found = source.get(here.clone()).map(shortened).unwrap_or_default();
    let quoted =
        if found.is_empty() { "the end of the file".to_owned() } else { format!("`{found}`") };
    let (message, help) = match error {
        E::ExpectedString => ("expected a string in double quotes", Some("write it as \"…\"")),
        E::ExpectedStringEnd => ("a string is never closed", Some("close it with `\"`")),
        E::ExpectedComma => ("expected a comma", Some("put a `,` before it")),
        E::ExpectedMapColon => ("expected a colon after the field's name", None),
        E::ExpectedArray => ("expected a list", Some("write it as `[…]`")),
        E::ExpectedArrayEnd => ("expected `]` or a comma", None),
        E::ExpectedStructLike | E::ExpectedNamedStructLike(_) => ("expected `(`", None),
        E::ExpectedStructLikeEnd | E::ExpectedOptionEnd => ("expected `)` or a comma", None),
        E::ExpectedFloat | E::ExpectedInteger => {
            ("expected a number", Some("write it without quotes"))
        }
        E::ExpectedIdentifier => ("expected the name of a field or block", None),
        E::TrailingCharacters => {
            ("there is text after the end of the release", Some("a file holds one release"))
        }
        E::UnclosedBlockComment => ("a comment is never closed", Some("close it with `*/`")),
        _ => return (here, sentence(&error.to_string()), None),
    };
    (here, format!("{message}, found {quoted}"), help.map(str::to_owned))
}

fn end_of_file(source: &str) -> Fault {
    let end = source.trim_end().len();
    let (message, help) = if end == 0 {
        ("the file is empty", "a release file begins with `Release(`")
    } else {
        ("the file ends in the middle of the release", "close what is open with `]` and `)`")
    };
    Fault {
        span: source.floor_char_boundary(end.saturating_sub(1))..end,
        message: Clean::literal(message),
        help: Some(Clean::literal(help)),
    }
}

/// ` in body[3].items[0]`: the part of a path that a person can follow, without the name at fault.
fn place_in_words(path: &str, error: &ron::Error) -> String {
    use ron::Error as E;
    let names_last = matches!(error, E::NoSuchStructField { .. } | E::DuplicateStructField { .. });
    let mut steps: Vec<&str> = path.split('.').collect();
    if names_last {
        steps.pop();
    }
    // A step that is a block's kind repeats what its index says.
    steps.retain(|step| !step.is_empty() && *step != "?" && !step.starts_with(char::is_uppercase));
    if steps.is_empty() { String::new() } else { format!(" in {}", steps.join(".")) }
}

fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_lowercase().chain(chars).collect())
}

fn shortened(text: &str) -> String {
    let short: String = text.chars().take(24).collect();
    if short.len() < text.len() { format!("{short}…") } else { short }
}

/// Where in the structure parsing fails, such as `body[3].items[0]`.
///
/// Keeping the path slows parsing by a fifth, so it is a second pass, made only on a fault.
fn path_of_fault(source: &str) -> Option<String> {
    let mut deserializer = ron::Deserializer::from_str_with_options(source, &options()).ok()?;
    let error = serde_path_to_error::deserialize::<_, ReleaseForm<'_>>(&mut deserializer).err()?;
    let path = error.path().to_string();
    (path != "." && !path.is_empty()).then_some(path)
}

fn nearest(found: &str, expected: &[&str], what: &str) -> Option<String> {
    let close = expected
        .iter()
        .map(|name| {
            (strsim::damerau_levenshtein(&found.to_lowercase(), &name.to_lowercase()), name)
        })
        .min();
    match close {
        Some((distance, name)) if distance <= 2.max(found.chars().count() / 3) => {
            Some(format!("did you mean `{name}`?"))
        }
        _ if expected.is_empty() => None,
        _ => Some(format!("{what}: {}", expected.join(", "))),
    }
}

/// The last place before an offset where a word stands as a whole.
fn word_before(source: &str, at: usize, word: &str) -> Range<usize> {
    let head = &source[..source.floor_char_boundary(at)];
    let whole = |start: &usize| {
        let end = start + word.len();
        let is_part = |c: char| c.is_alphanumeric() || c == '_';
        !source[..*start].ends_with(is_part) && !source[end..].starts_with(is_part)
    };
    let found = head.rmatch_indices(word).map(|(start, _)| start).find(whole);
    found.map_or_else(|| token_at(source, at), |start| start..start + word.len())
}

/// The token at an offset, or the next one after it.
fn token_at(source: &str, at: usize) -> Range<usize> {
    let line = source[..source.floor_char_boundary(at)].rfind('\n').map_or(0, |i| i + 1);
    let end = source.len();
    // A string may have begun lines before: then the offset itself is as good as it gets.
    let near = lex::tokens(source, line).find(|(_, range)| range.end > at);
    match near {
        Some((Token::Text { .. }, range)) if range.start < at => at..range.end.min(end),
        Some((_, range)) => range,
        None => end..end,
    }
}
