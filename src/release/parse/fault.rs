//! Why a text is no release, in plain words and at the word at fault.

use std::ops::Range;

use ron::Error as E;

use super::spot::{
    closing, found, head_of_group, open_brackets, shortened, text_before, token_at, word_before,
    word_ending, word_or_token,
};
use super::{Fault, File, options};
use crate::release::lex;
use crate::release::{Code, FORMAT};
use crate::text::Clean;

/// How deep blocks may nest before `ron` refuses: its recursion limit of 128 allows this many.
const DEEPEST: usize = 25;

/// The fault of a file in a format that this program does not read, whatever else it holds.
pub fn newer_format(source: &str) -> Option<Fault> {
    let written = lex::top_field(source, "format")?;
    let is_number = written.bytes().all(|b| b.is_ascii_digit());
    let is_known = written.parse().is_ok_and(|format: u32| (1..=FORMAT).contains(&format));
    if !is_number || is_known {
        return None;
    }
    let start = written.as_ptr() as usize - source.as_ptr() as usize;
    Some(wrong_format(start..start + written.len(), written))
}

pub fn wrong_format(span: Range<usize>, format: &str) -> Fault {
    let code = Code::UnknownFormat;
    if format.trim_matches('0').is_empty() {
        let message = Clean::literal("there is no release format 0");
        return Fault { code, span, message, help: Some(Clean::literal("write `format: 1`")) };
    }
    let message = Clean::from_string(format!(
        "this file is written in release format {}, and this program reads format {FORMAT} at most",
        shortened(format)
    ));
    Fault { code, span, message, help: Some(Clean::literal("open it with a newer pressroom")) }
}

/// Says what `ron` found wrong when it stopped at an offset.
pub fn explain(source: &str, at: usize, error: &E) -> Fault {
    if lex::tokens(source, 0).next().is_none() && !matches!(error, E::UnclosedBlockComment) {
        return empty_file(source);
    }
    if matches!(error, E::Eof) || stops_at_end(source, at, error) {
        return unfinished(source);
    }
    let inside = place_in_words(path_of_fault(source).as_deref().unwrap_or_default(), error);
    let Told { code, span, message, help } =
        named(source, at, error).unwrap_or_else(|| syntax(source, at, error));
    let message = Clean::from_string(message + &inside);
    Fault { code, span, message, help: help.map(Clean::from_string) }
}

struct Told {
    code: Code,
    span: Range<usize>,
    message: String,
    help: Option<String>,
}

/// Faults of names, which `ron` tells apart itself.
fn named(source: &str, at: usize, error: &E) -> Option<Told> {
    let (code, span, message, help) = match error {
        E::NoSuchStructField { expected, found, .. } => {
            let message = format!("there is no field `{}`", shortened(found));
            let help = nearest(found, expected, "fields here");
            (Code::UnknownField, word_before(source, at, found), message, help)
        }
        E::NoSuchEnumVariant { expected, found, .. } => {
            let message = format!("`{}` is not a known name", shortened(found));
            let help = nearest(found, expected, "known names");
            (Code::UnknownName, word_before(source, at, found), message, help)
        }
        E::MissingStructField { field, outer } => {
            let owner = outer.as_deref().unwrap_or("struct");
            let message = format!("the field `{field}` is missing from this `{owner}`");
            let help = Some(format!("add `{field}: …`"));
            (Code::MissingField, head_of_group(source, at), message, help)
        }
        E::DuplicateStructField { field, .. } => {
            let message = format!("the field `{field}` is given twice");
            let help = Some("keep one of the two".to_owned());
            (Code::FieldTwice, word_before(source, at, field), message, help)
        }
        E::ExpectedDifferentStructName { expected, found } => {
            let message = format!("expected `{expected}`, found `{}`", shortened(found));
            let is_file = *expected == "Release";
            let help = if is_file {
                NOT_A_RELEASE.to_owned()
            } else {
                format!("write `{expected}`, or leave the name out")
            };
            let code = if is_file { Code::NotARelease } else { Code::UnknownName };
            (code, word_before(source, at, found), message, Some(help))
        }
        E::ExceededRecursionLimit => {
            let message = format!("blocks are nested deeper than {DEEPEST} levels");
            let help = Some("move the innermost items up".to_owned());
            (Code::NestedTooDeep, token_at(source, at), message, help)
        }
        _ => return None,
    };
    Some(Told { code, span, message, help })
}

fn syntax(source: &str, at: usize, error: &E) -> Told {
    match error {
        E::ExpectedString => text_wanted(source, at),
        E::ExpectedStringEnd => open_text(source, at),
        E::ExpectedComma
        | E::ExpectedArrayEnd
        | E::ExpectedStructLikeEnd
        | E::ExpectedOptionEnd => comma_wanted(source, at),
        E::ExpectedIdentifier | E::InvalidIdentifier(_) | E::SuggestRawIdentifier(_) => {
            name_wanted(source, at)
        }
        E::ExpectedFloat | E::ExpectedInteger | E::IntegerOutOfBounds => {
            number_wanted(source, at, error)
        }
        E::InvalidEscape(_) => bad_escape(source, at),
        _ => plain(source, at, error),
    }
}

/// Said of a file that is something else, often a page as it was published.
const NOT_A_RELEASE: &str =
    "a release file is one `Release(…)`; `pressroom import` makes one of a published page";

/// Faults that need no second look at what stands there.
fn plain(source: &str, at: usize, error: &E) -> Told {
    let span = token_at(source, at);
    let (code, expected, help) = match error {
        E::ExpectedNamedStructLike("Release") => {
            (Code::NotARelease, "expected `Release(`", Some(NOT_A_RELEASE))
        }
        E::ExpectedStructLike | E::ExpectedNamedStructLike(_) => {
            let help = "write the fields as `(name: value, …)`";
            (Code::ExpectedGroup, "expected `(`", Some(help))
        }
        E::ExpectedArray => (Code::ExpectedList, "expected a list", Some("write it as `[…]`")),
        E::ExpectedMapColon => {
            let help = "a field is written `name: value`";
            (Code::ExpectedColon, "expected a colon after the field's name", Some(help))
        }
        E::TrailingCharacters => {
            let help = "a file holds one release";
            (Code::TrailingText, "expected the end of the file after the release", Some(help))
        }
        E::UnclosedBlockComment => return open_comment(source),
        E::NoSuchExtension(name) => {
            let span = word_before(source, source.len(), name);
            let message = format!("there is no RON extension `{}`", shortened(name));
            return Told { code: Code::NotRon, span, message, help: None };
        }
        _ => {
            let message = sentence(&error.to_string());
            return Told { code: Code::NotRon, span, message, help: None };
        }
    };
    let message = format!("{expected}, found {}", found(source, &span));
    Told { code, span, message, help: help.map(str::to_owned) }
}

fn text_wanted(source: &str, at: usize) -> Told {
    let token = token_at(source, at);
    let rest = &source[token.start..];
    // Words without quotation marks reach to the next comma or bracket.
    let end = rest.find([',', ')', ']', '\n', '\r']).unwrap_or(rest.len());
    let words = rest[..end].trim();
    let bare = words.trim_matches(['\'', '‘', '’', '“', '”', '«', '»', '„', '`']);
    let help = match rest.chars().next() {
        Some('[' | '(' | '{') | None => "write it as \"…\"".to_owned(),
        _ if bare.contains('"') => "write it as \"…\"".to_owned(),
        _ => format!("write it as \"{}\"", shortened(bare)),
    };
    let span = if words.is_empty() { token } else { token.start..token.start + words.len() };
    let message = format!("expected words in quotation marks, found {}", found(source, &span));
    Told { code: Code::ExpectedText, span, message, help: Some(help) }
}

fn number_wanted(source: &str, at: usize, error: &E) -> Told {
    let (span, expected) = match error {
        E::IntegerOutOfBounds => {
            (word_ending(source, at), "expected a whole number between 0 and 4294967295")
        }
        _ => (token_at(source, at), "expected a number"),
    };
    let message = format!("{expected}, found {}", found(source, &span));
    let written = source.get(span.clone()).unwrap_or_default();
    let digits: String = written.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let is_number = *error != E::IntegerOutOfBounds && digits.parse::<f64>().is_ok();
    let help = is_number.then(|| format!("did you mean `{digits}`?"));
    Told { code: Code::ExpectedNumber, span, message, help }
}

/// A comma, or the bracket that closes, is missing; often because a string ended too early.
fn comma_wanted(source: &str, at: usize) -> Told {
    let span = token_at(source, at);
    if span.start < at {
        let message = format!("expected a whole number, found {}", found(source, &span));
        return Told { code: Code::ExpectedNumber, span, message, help: None };
    }
    let before = text_before(source, span.start);
    if let Some(text) = before.filter(|text| source[text.end..span.start].trim().is_empty()) {
        if source[text.clone()].contains('\n') && lex::is_word_at(source, span.start) {
            return open_text(source, span.start);
        }
        if text.end == span.start && lex::is_word_at(source, span.start) {
            let message = format!("expected a comma or the end, found {}", found(source, &span));
            let help = "inside a text, write quotation marks as `\\\"`".to_owned();
            return Told { code: Code::ExpectedComma, span, message, help: Some(help) };
        }
    }
    let open = open_brackets(source, span.start);
    let closing = open.last().map_or(')', |(bracket, _)| closing(*bracket));
    let message = format!("expected a comma or `{closing}`, found {}", found(source, &span));
    let help = if source[span.clone()].starts_with([')', ']', '}']) {
        format!("close what was opened before with `{closing}`")
    } else {
        "put a `,` before it".to_owned()
    };
    Told { code: Code::ExpectedComma, span, message, help: Some(help) }
}

fn name_wanted(source: &str, at: usize) -> Told {
    let span =
        if lex::is_word_at(source, at) { token_at(source, at) } else { word_or_token(source, at) };
    let written = &source[span.clone()];
    if let Some(number) = number_with_separators(source, &span) {
        let message = format!("`{}` is written with separators", &source[number.clone()]);
        let digits = source[number.clone()].replace(',', "");
        let help = Some(format!("did you mean `{digits}`?"));
        return Told { code: Code::ExpectedNumber, span: number, message, help };
    }
    let is_named = source[span.end..].trim_start().starts_with(':');
    let help = match written.chars().next() {
        Some('"') if is_named => "a field's name has no quotation marks".to_owned(),
        Some(',') => "one comma is enough".to_owned(),
        Some('"') if source[..span.start].trim_end().ends_with('(') => {
            "write the field's name first, such as `text: \"…\"`".to_owned()
        }
        Some('"' | '(' | '[') => {
            "a block begins with its kind: `Paragraph(text: \"…\")`".to_owned()
        }
        _ => "names are letters and `_`".to_owned(),
    };
    let message =
        format!("expected the name of a field or a block, found {}", found(source, &span));
    Told { code: Code::ExpectedName, span, message, help: Some(help) }
}

/// `9,000`: to RON a number, a comma and nonsense.
fn number_with_separators(source: &str, last: &Range<usize>) -> Option<Range<usize>> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '-');
    let start = source[..last.end]
        .rfind(|c| !is_part(c))
        .map_or(0, |i| i + source[i..].chars().next().map_or(0, char::len_utf8));
    let end = last.end + source[last.end..].find(|c| !is_part(c)).unwrap_or(0);
    let number = start..last.end.max(start + source[start..end].trim_end_matches(',').len());
    let mut groups = source[number.clone()].split(',');
    let is_number = groups.all(|group| group.starts_with(|c: char| c.is_ascii_digit()));
    (number.start < last.start && is_number).then_some(number)
}

fn bad_escape(source: &str, at: usize) -> Told {
    let start = source[..source.floor_char_boundary(at)].rfind('\\').unwrap_or(at);
    let rest = &source[start..];
    let two = rest.char_indices().nth(2).map_or(rest.len(), |(i, _)| i);
    let braced = rest.starts_with("\\u{").then(|| rest.find(['}', '"', '\n'])).flatten();
    let span = start..start + braced.map_or(two, |i| i + usize::from(rest[i..].starts_with('}')));
    let message =
        format!("`{}` means nothing in quotation marks", shortened(&source[span.clone()]));
    let help = r#"write `\\` for a backslash; escapes are `\n`, `\t`, `\"` and `\u{2014}`"#;
    Told { code: Code::BadEscape, span, message, help: Some(help.to_owned()) }
}

/// Quotation marks that are closed nowhere, or not where the writer thought.
fn open_text(source: &str, at: usize) -> Told {
    let start = text_before(source, at).map_or(at, |range| range.start);
    let end = start + source[start..].find(['\n', '\r']).unwrap_or(source.len() - start);
    Told {
        code: Code::OpenText,
        span: start..end,
        message: "quotation marks are opened here and never closed".to_owned(),
        help: Some("close them with `\"`; inside, write `\\\"`".to_owned()),
    }
}

fn open_comment(source: &str) -> Told {
    let after = lex::tokens(source, 0).last().map_or(0, |(_, range)| range.end);
    let start = source[after..].find("/*").map_or(after, |i| after + i);
    Told {
        code: Code::OpenComment,
        span: start..source.len().min(start + 2),
        message: "a comment is opened here and never closed".to_owned(),
        help: Some("close it with `*/`".to_owned()),
    }
}

fn empty_file(source: &str) -> Fault {
    Fault {
        code: Code::EmptyFile,
        span: 0..source.chars().next().map_or(0, char::len_utf8),
        message: Clean::literal("the file is empty"),
        help: Some(Clean::literal("a release file begins with `Release(`")),
    }
}

/// Whether what is missing is missing because the file ends.
fn stops_at_end(source: &str, at: usize, error: &E) -> bool {
    use E::{ExpectedComma, ExpectedIdentifier, ExpectedStructLike, TrailingCharacters};
    let is_open = matches!(error, ExpectedComma | ExpectedIdentifier | ExpectedStructLike);
    is_open && *error != TrailingCharacters && lex::tokens(source, at).next().is_none()
}

fn unfinished(source: &str) -> Fault {
    let end = source.trim_end().len();
    let open = open_brackets(source, end);
    let closing: String = open.iter().rev().map(|(bracket, _)| closing(*bracket)).collect();
    let help = match closing.len() {
        1..=12 => Clean::from_string(format!("close what is open with `{closing}`")),
        _ => Clean::literal("close what is open with `]` and `)`"),
    };
    Fault {
        code: Code::UnfinishedFile,
        span: source.floor_char_boundary(end.saturating_sub(1))..end,
        message: Clean::literal("the file ends in the middle of the release"),
        help: Some(help),
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
    match steps.len() {
        0 => String::new(),
        // Nobody follows more steps, and the place is underlined anyway.
        1..=6 => format!(" in {}", steps.join(".")),
        _ => format!(" in {}…", steps[..6].join(".")),
    }
}

fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_lowercase().chain(chars).collect())
}

/// Where in the structure parsing fails, such as `body[3].items[0]`.
///
/// Keeping the path slows parsing by a fifth, so it is a second pass, made only on a fault.
fn path_of_fault(source: &str) -> Option<String> {
    let mut deserializer = ron::Deserializer::from_str_with_options(source, &options()).ok()?;
    let error = serde_path_to_error::deserialize::<_, File>(&mut deserializer).err()?;
    let path = error.path().to_string();
    (path != "." && !path.is_empty()).then_some(path)
}

fn nearest(found: &str, expected: &[&str], what: &str) -> Option<String> {
    // Nothing that long is a slip, and comparing it would take seconds.
    let alike = if found.len() > crate::text::similar::LONGEST_SLIP { &[] } else { expected };
    let close = alike
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
