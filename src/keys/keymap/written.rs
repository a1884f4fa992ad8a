//! A keymap file as it is written, not yet understood.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use crate::entries::{Name, Quoted};

/// What a file holds, as written.
pub(super) struct File<'a>(pub(super) Vec<(Name<'a>, Vec<Line<'a>>)>);

/// An action and its keys, as written.
pub(super) type Line<'a> = (Name<'a>, Vec<Quoted<'a>>);

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
