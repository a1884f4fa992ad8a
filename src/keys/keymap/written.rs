//! A keymap file as it is written, not yet understood.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use crate::entries::{Name, Quoted};
use crate::text::tokens::Token;

/// What a file holds, as written.
pub(super) struct File<'a>(pub(super) Vec<(Name<'a>, Vec<Line<'a>>)>);

/// An action and its keys, as written.
pub(super) type Line<'a> = (Name<'a>, Vec<Quoted<'a>>);

impl<'a> File<'a> {
    /// A file of the program's own.
    pub(super) fn of_tokens(tokens: impl Iterator<Item = Token<'a>>) -> Self {
        let mut sections: Vec<(Name<'a>, Vec<Line<'a>>)> = Vec::new();
        for (depth, word) in tokens {
            let lines = sections.last_mut().map(|(_, lines)| lines);
            match (depth, lines) {
                (1, _) => sections.push((Name(word), Vec::new())),
                (3, Some(lines)) => lines.push((Name(word), Vec::new())),
                (_, Some(lines)) => {
                    if let Some((_, keys)) = lines.last_mut() {
                        keys.push(Quoted(Cow::Borrowed(word)));
                    }
                }
                (_, None) => {}
            }
        }
        Self(sections)
    }
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
