//! A keymap file as it is written, not yet understood: words and strings borrowed from the source,
//! since serde gives no positions and only a borrowed part still knows where it stands.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};

/// What a file holds, as written.
pub(super) struct File<'a>(pub(super) Vec<(Name<'a>, Vec<Line<'a>>)>);

/// An action and its keys, as written.
pub(super) type Line<'a> = (Name<'a>, Vec<Quoted<'a>>);

/// A bare word.
pub(super) struct Name<'a>(pub(super) &'a str);

/// A string; owned if it has escapes, and then its place is not known.
pub(super) struct Quoted<'a>(pub(super) Cow<'a, str>);

/// Line and column, from 1, of a part that is borrowed from the source.
pub(super) fn position(source: &str, part: &str) -> (usize, usize) {
    let offset = part.as_ptr().addr().saturating_sub(source.as_ptr().addr());
    let before = source.get(..offset).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

impl<'de> Deserialize<'de> for File<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Sections;
        impl<'de> Visitor<'de> for Sections {
            type Value = File<'de>;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("places with their keys, as in `{ Text: [(NextBlock, [\"]\"])] }`")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<File<'de>, A::Error> {
                let mut sections = Vec::new();
                while let Some(section) = map.next_entry()? {
                    sections.push(section);
                }
                Ok(File(sections))
            }
        }
        deserializer.deserialize_map(Sections)
    }
}

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_identifier(Words).and_then(|word| match word {
            Cow::Borrowed(word) => Ok(Self(word)),
            Cow::Owned(word) => Err(D::Error::custom(format!("{word:?} should be a bare name"))),
        })
    }
}

impl<'de> Deserialize<'de> for Quoted<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Words).map(Self)
    }
}

/// Takes a word or string from the source itself where it can, so that its place is known.
struct Words;

impl<'de> Visitor<'de> for Words {
    type Value = Cow<'de, str>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a name or keys in quotes")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
}
