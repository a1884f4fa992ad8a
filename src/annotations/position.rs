//! Where a person stopped reading, and how the release looked then.

use serde::{Deserialize, Serialize};

use super::Anchor;

/// More folds by hand than this are not remembered one by one.
pub const MOST_FOLDS: usize = 4_096;

/// Where a person stopped reading.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// The line.
    pub place: Anchor,
    /// Rows of the screen above it.
    #[serde(default)]
    pub above: u16,
    /// What was folded.
    #[serde(default, skip_serializing_if = "Folded::is_nothing")]
    pub folded: Folded,
    /// How the panel was.
    #[serde(default, skip_serializing_if = "PanelState::is_usual")]
    pub panel: PanelState,
}

impl Position {
    /// Whether there is nothing to remember: the first line, and everything as it comes.
    pub fn is_start(&self) -> bool {
        self.place.is_start() && self.folded.is_nothing() && self.panel.is_usual()
    }
}

/// What was folded, by address: all but some blocks, or some.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Folded {
    /// Whether everything is, but for the blocks named.
    #[serde(default)]
    pub all: bool,
    /// The blocks that are, or are not.
    #[serde(default)]
    pub blocks: Vec<String>,
}

impl Folded {
    /// Whether everything is open.
    pub fn is_nothing(&self) -> bool {
        !self.all && self.blocks.is_empty()
    }
}

/// How the panel of facts was.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelState {
    /// Whether it was asked for, or put away; nothing where that was never decided.
    #[serde(default)]
    pub shown: Option<bool>,
}

impl PanelState {
    fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}
