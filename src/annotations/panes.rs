//! How wide a person likes the panel, on screens of each breadth.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::Store;
use super::file::{self, Fault};
use super::record::FORMAT;

/// From this width on, a screen is wide.
const WIDE: u16 = 140;
/// From this width on, it is of medium width; below, the panel lies under the text.
const MEDIUM: u16 = 100;

/// How much wider (or, below the text, higher) than usual the panel is, in columns.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PaneWidths {
    /// Below 100 columns.
    pub narrow: i16,
    /// From 100 columns on.
    pub medium: i16,
    /// From 140 columns on.
    pub wide: i16,
    /// The same of the contents, which stand beside the text on wide screens alone.
    pub contents: i16,
}

impl PaneWidths {
    /// The same on every screen.
    pub fn everywhere(wider: i16) -> Self {
        Self { narrow: wider, medium: wider, wide: wider, contents: 0 }
    }

    /// On a screen of so many columns.
    pub fn on(self, width: u16) -> i16 {
        match width {
            WIDE.. => self.wide,
            MEDIUM.. => self.medium,
            _ => self.narrow,
        }
    }

    /// The same, to be changed for every screen of that breadth.
    pub fn on_mut(&mut self, width: u16) -> &mut i16 {
        match width {
            WIDE.. => &mut self.wide,
            MEDIUM.. => &mut self.medium,
            _ => &mut self.narrow,
        }
    }
}

/// The file of them.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(rename = "Panes", default)]
struct Panes {
    format: u32,
    wider: PaneWidths,
}

impl Store {
    /// How wide the panel was made.
    ///
    /// # Errors
    /// When the file is there but cannot be used.
    pub fn pane_widths(&self) -> Result<PaneWidths, Fault> {
        self.reading(|| self.read_widths())
    }

    fn read_widths(&self) -> Result<PaneWidths, Fault> {
        Ok(file::read::<Panes>(&self.panes_file())?.unwrap_or_default().wider)
    }

    /// Keeps what has changed of it; what another reader has changed meanwhile stays.
    ///
    /// # Errors
    /// When the file cannot be written, or is there but cannot be used.
    pub fn keep_pane_widths(&self, before: PaneWidths, now: PaneWidths) -> Result<(), Fault> {
        self.locked(|| {
            let mut wider = self.read_widths()?;
            for width in [0, MEDIUM, WIDE] {
                if before.on(width) != now.on(width) {
                    *wider.on_mut(width) = now.on(width);
                }
            }
            if before.contents != now.contents {
                wider.contents = now.contents;
            }
            file::write(
                &self.panes_file(),
                "how wide the panel is",
                &Panes { format: FORMAT, wider },
            )
        })
    }

    fn panes_file(&self) -> PathBuf {
        self.folder().join("panes.ron")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_breadth_is_kept_by_itself() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::new(folder.path());
        let none = PaneWidths::default();
        assert_eq!(store.pane_widths().unwrap(), none);
        store.keep_pane_widths(none, PaneWidths { wide: 8, ..none }).unwrap();
        store.keep_pane_widths(none, PaneWidths { narrow: -4, ..none }).unwrap();
        let kept = store.pane_widths().unwrap();
        assert_eq!([80, 99, 100, 139, 140, 500].map(|width| kept.on(width)), [-4, -4, 0, 0, 8, 8]);
    }
}
