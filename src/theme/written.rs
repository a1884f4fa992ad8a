//! A theme file as it is written, not yet understood: words and strings borrowed from the source,
//! since serde gives no positions and only a borrowed part still knows where it stands.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{self, Deserializer, MapAccess, Visitor};

use super::Background;

/// What a file holds.
#[derive(Deserialize)]
#[serde(rename = "Theme", deny_unknown_fields)]
pub(super) struct File<'a> {
    #[serde(borrow, default)]
    pub(super) base: Option<Word<'a>>,
    #[serde(default)]
    pub(super) background: Option<Background>,
    #[serde(borrow, default)]
    pub(super) roles: Roles<'a>,
}

/// The roles in the order of the file, those given twice included.
#[derive(Default)]
pub(super) struct Roles<'a>(pub(super) Vec<(Name<'a>, Looks<'a>)>);

/// The looks of a role.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Looks<'a> {
    #[serde(borrow, default)]
    pub(super) fg: Option<Colour<'a>>,
    #[serde(borrow, default)]
    pub(super) bg: Option<Colour<'a>>,
    #[serde(borrow, default)]
    pub(super) underline: Option<Colour<'a>>,
    #[serde(borrow, default)]
    pub(super) attributes: Vec<Name<'a>>,
}

/// A colour by its number, or by its name or digits.
pub(super) enum Colour<'a> {
    Number(u64),
    Word(Word<'a>),
}

/// A bare word.
#[derive(Clone, Copy)]
pub(super) struct Name<'a>(pub(super) &'a str);

/// A string; owned if it has escapes, and then its place is not known.
pub(super) struct Word<'a>(pub(super) Cow<'a, str>);

impl<'a> Word<'a> {
    /// The part of the source it was read from, if that is known.
    pub(super) fn place(&self) -> Option<&'a str> {
        match self.0 {
            Cow::Borrowed(part) => Some(part),
            Cow::Owned(_) => None,
        }
    }
}

/// Line and column, from 1, of a part that is borrowed from the source.
pub(super) fn position(source: &str, part: &str) -> (usize, usize) {
    let offset = part.as_ptr().addr().saturating_sub(source.as_ptr().addr());
    let before = source.get(..offset).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

impl<'de: 'a, 'a> Deserialize<'de> for Roles<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;
        impl<'de> Visitor<'de> for Entries {
            type Value = Roles<'de>;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("roles with their looks, as in `{ Date: (fg: \"yellow\") }`")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Roles<'de>, A::Error> {
                let mut roles = Vec::new();
                while let Some(role) = map.next_entry()? {
                    roles.push(role);
                }
                Ok(Roles(roles))
            }
        }
        deserializer.deserialize_map(Entries)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Name<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match deserializer.deserialize_identifier(Parts)? {
            Colour::Word(Word(Cow::Borrowed(name))) => Ok(Self(name)),
            _ => Err(de::Error::custom("a bare name is expected here")),
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Word<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match deserializer.deserialize_str(Parts)? {
            Colour::Word(word) => Ok(word),
            Colour::Number(_) => Err(de::Error::custom("a string is expected here")),
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Colour<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Parts)
    }
}

/// Takes a word or string from the source itself where it can, so that its place is known.
struct Parts;

impl<'de> Visitor<'de> for Parts {
    type Value = Colour<'de>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a name, a number or a colour in quotes")
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Colour::Word(Word(Cow::Borrowed(text))))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Colour::Word(Word(Cow::Owned(text.to_owned()))))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Colour::Number(number))
    }
}
