//! What is kept of one release, as a file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Anchor, Attached, Content, Position};
use crate::release::{Addresses, Release};

/// The form of the files that are written.
pub const FORMAT: u32 = 1;

/// What is kept of one release.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Kept")]
pub struct Record {
    /// The form of the file.
    pub format: u32,
    /// Where the release's file is; nothing for one that is in no file.
    #[serde(default)]
    pub path: Option<String>,
    /// Its headline, for whoever reads this file.
    #[serde(default)]
    pub title: String,
    /// What it said when this was written.
    #[serde(default)]
    pub content: Option<Content>,
    /// When this was written, in universal time.
    #[serde(default)]
    pub seen: String,
    /// Where its reader stopped.
    #[serde(default)]
    pub position: Option<Position>,
    /// The marks from `a` to `z`.
    #[serde(default)]
    pub marks: BTreeMap<char, Anchor>,
}

impl Record {
    /// Whether it is about this release, however it may have been corrected: where its reader stopped,
    /// the words are still the same.
    pub fn fits(&self, release: &Release, addresses: &Addresses) -> bool {
        let place = self.position.as_ref().map(|position| &position.place);
        place.is_some_and(|place| matches!(place.find(release, addresses), Attached::Held(_)))
    }

    /// Whether a person would miss it: marks are made on purpose, a position is not.
    pub fn is_dear(&self) -> bool {
        !self.marks.is_empty()
    }
}
