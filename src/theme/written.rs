//! A colour as a theme file writes it.

use std::borrow::Cow;
use std::fmt;

use ratatui::style::Color;
use serde::Deserialize;
use serde::de::{self, Deserializer, Visitor};

use super::colour::NAMES;
use crate::entries::Quoted;
use crate::text::similar::nearest;

/// A colour as written: by its number, or by its name or digits.
pub(super) enum Colour<'a> {
    Number(u64),
    Word(Quoted<'a>),
}

impl<'de: 'a, 'a> Deserialize<'de> for Colour<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Parts)
    }
}

/// Takes a number, or a string from the source itself where it can.
struct Parts;

impl<'de> Visitor<'de> for Parts {
    type Value = Colour<'de>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a number or a colour in quotes")
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Colour::Word(Quoted(Cow::Borrowed(text))))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Colour::Word(Quoted(Cow::Owned(text.to_owned()))))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Colour::Number(number))
    }
}

/// The colour of this name or written as `#rrggbb`; otherwise what is wrong and what was probably meant.
pub(super) fn named(word: &str) -> Result<Color, (String, Option<&'static str>)> {
    if let Some(digits) = word.strip_prefix('#') {
        let hex = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        let number = u32::from_str_radix(digits, 16).ok().filter(|_| hex);
        let problem =
            || (format!("`{word}` is not a colour; six hexadecimal digits make one"), None);
        return number.map(Color::from_u32).ok_or_else(problem);
    }
    let known = NAMES.iter().find(|(name, _)| *name == word);
    known
        .map(|(_, colour)| *colour)
        .ok_or_else(|| (format!("no colour `{word}`"), nearest(word, NAMES.map(|(name, _)| name))))
}
