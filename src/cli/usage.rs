//! What is wrong with a call, in Korean. In English the parser says it itself.

use std::fmt::Write as _;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::output::Colour;
use crate::phrase::{Language, Phrase, command, usage};
use crate::text::Raw;
use crate::text::width::cells;

/// What the parser of a command explained in Korean found; none for what is said of no call.
pub fn in_korean(error: &Error, colour: Colour) -> Option<String> {
    let mut said = painted(&command::error(), "\x1b[1;91m", colour);
    let _ = write!(said, ": {}", korean(&sentence(error)?));
    for line in lines(error) {
        let _ = write!(said, "\n  {line}");
    }
    let tips = tips(error);
    if !tips.is_empty() {
        said.push('\n');
    }
    for tip in &tips {
        let help = painted(&command::help(), "\x1b[1m", colour);
        let _ = write!(said, "\n  {help}: {}", korean(tip));
    }
    if let Some(ContextValue::StyledStr(calls)) = error.get(ContextKind::Usage) {
        let calls = calls.to_string();
        let calls = calls.trim_start_matches("Usage:").lines().map(|call| clean(call.trim_start()));
        let head = korean(&usage::usage());
        let indent = " ".repeat(cells(&head) + 1);
        let calls = calls.collect::<Vec<_>>().join(&format!("\n{indent}"));
        let _ = write!(said, "\n\n{head} {calls}");
    }
    let _ = writeln!(said, "\n\n{}", korean(&usage::more()));
    Some(said)
}

fn sentence(error: &Error) -> Option<Phrase> {
    let argument = || named(error, ContextKind::InvalidArg);
    let value = || named(error, ContextKind::InvalidValue);
    Some(match error.kind() {
        ErrorKind::UnknownArgument => usage::unknown(argument()?),
        ErrorKind::InvalidValue if value()? == "''" => usage::no_value(argument()?),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            usage::invalid(value()?, argument()?)
        }
        ErrorKind::TooManyValues => usage::takes_none(value()?, argument()?),
        ErrorKind::MissingRequiredArgument => usage::missing(),
        ErrorKind::ArgumentConflict => match (argument()?, named(error, ContextKind::PriorArg)) {
            (argument, Some(prior)) if argument == prior => usage::twice(argument),
            (argument, _) => usage::conflict(argument),
        },
        ErrorKind::InvalidUtf8 => usage::not_text(),
        _ => return None,
    })
}

/// What stands below the sentence, each on a line of its own.
fn lines(error: &Error) -> Vec<String> {
    let of = |kind| match error.get(kind) {
        Some(ContextValue::Strings(all)) => all.iter().map(|one| clean(one)).collect(),
        Some(ContextValue::String(one)) => vec![clean(one)],
        _ => Vec::new(),
    };
    match error.kind() {
        ErrorKind::MissingRequiredArgument => of(ContextKind::InvalidArg),
        ErrorKind::ArgumentConflict => {
            let argument = of(ContextKind::InvalidArg);
            of(ContextKind::PriorArg)
                .into_iter()
                .filter(|other| !argument.contains(other))
                .collect()
        }
        ErrorKind::InvalidValue => match of(ContextKind::ValidValue) {
            names if names.is_empty() => Vec::new(),
            names => vec![korean(&usage::values(names.join(", ")))],
        },
        _ => Vec::new(),
    }
}

fn tips(error: &Error) -> Vec<Phrase> {
    let meant = [ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let mut tips: Vec<Phrase> = meant
        .into_iter()
        .filter_map(|kind| named(error, kind))
        .map(usage::meant_argument)
        .collect();
    // The only advice of another kind that the parser gives for one of our commands.
    if error.get(ContextKind::Suggested).is_some()
        && let Some(argument) = named(error, ContextKind::InvalidArg)
    {
        let file = argument.trim_matches('\'').to_owned();
        tips.push(usage::as_value(argument, file));
    }
    tips
}

/// An argument or a value in quotation marks.
fn named(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(one) => Some(format!("'{}'", clean(one))),
        ContextValue::Strings(several) => several.first().map(|one| format!("'{}'", clean(one))),
        _ => None,
    }
}

/// What was typed is text from outside.
fn clean(typed: &str) -> String {
    Raw::from(typed.to_owned()).clean_line().to_string()
}

fn korean(phrase: &Phrase) -> String {
    phrase.shown(Language::Korean).to_string()
}

fn painted(word: &Phrase, look: &str, colour: Colour) -> String {
    let word = korean(word);
    if colour == Colour::Plain { word } else { format!("{look}{word}\x1b[0m") }
}
