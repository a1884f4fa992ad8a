//! The marks from `A` to `Z`, which lead to a release as well as to a place in it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::file::{self, Fault};
use super::record::FORMAT;
use super::{Anchor, Store};

/// A mark in any release.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LibraryMark {
    /// The release's file; nothing for one that is in no file.
    #[serde(default)]
    pub path: Option<PathBuf>,
    /// The folder that was opened, which the release may not lead out of.
    #[serde(default)]
    pub root: Option<PathBuf>,
    /// What the release is called.
    pub name: String,
    /// The place in it.
    pub place: Anchor,
}

/// The file of these marks.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(rename = "Marks")]
struct Marks {
    format: u32,
    marks: BTreeMap<char, LibraryMark>,
}

impl Store {
    /// The marks from `A` to `Z`.
    ///
    /// # Errors
    /// When the file is there but cannot be used.
    pub fn library_marks(&self) -> Result<BTreeMap<char, LibraryMark>, Fault> {
        self.reading(|| self.read_marks())
    }

    fn read_marks(&self) -> Result<BTreeMap<char, LibraryMark>, Fault> {
        Ok(file::read::<Marks>(&self.marks_file())?.unwrap_or_default().marks)
    }

    /// Sets a mark, or takes it away; the others stay as anyone has set them.
    ///
    /// # Errors
    /// When the file cannot be written, or is there but cannot be used.
    pub fn keep_library_mark(&self, letter: char, mark: Option<&LibraryMark>) -> Result<(), Fault> {
        self.locked(|| {
            let mut marks = self.read_marks()?;
            match mark {
                Some(mark) => drop(marks.insert(letter, mark.clone())),
                None => drop(marks.remove(&letter)),
            }
            let marks = Marks { format: FORMAT, marks };
            file::write(&self.marks_file(), "the marks from A to Z", &marks)
        })
    }

    fn marks_file(&self) -> PathBuf {
        self.folder().join("marks.ron")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_mark_is_kept_by_itself() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::new(folder.path());
        let mark = |name: &str| LibraryMark { name: name.to_owned(), ..LibraryMark::default() };
        store.keep_library_mark('A', Some(&mark("a"))).unwrap();
        store.keep_library_mark('B', Some(&mark("b"))).unwrap();
        store.keep_library_mark('A', None).unwrap();
        let marks = store.library_marks().unwrap();
        assert_eq!(marks.into_iter().collect::<Vec<_>>(), [('B', mark("b"))]);
    }
}
