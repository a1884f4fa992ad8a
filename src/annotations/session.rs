//! What was open when the reader was last left: to be gone back to as a whole.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::Store;
use super::file::{self, Fault};
use super::record::FORMAT;
use crate::disk;

/// The last session.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    /// The form of the file.
    pub format: u32,
    /// What the list was opened with.
    pub named: Vec<Named>,
    /// How the list was, where there was one.
    pub list: Option<List>,
    /// The release on the screen.
    pub open: Option<Named>,
    /// How it was looked at.
    pub look: Look,
    /// What was looked for, the newest last.
    pub searches: Vec<Words>,
    /// Where one could go back to.
    pub back: Vec<Jump>,
    /// Where one could go forward to.
    pub forward: Vec<Jump>,
}

/// A file, a folder, or a release that came with the program.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Named {
    /// Its path; nothing for a release that is in no file.
    pub path: Option<PathBuf>,
    /// The folder that was opened, which the release may not lead out of.
    pub root: Option<PathBuf>,
    /// What a release in no file is called.
    pub name: String,
}

/// How a list was sorted and filtered, and where its cursor was.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct List {
    /// What it was sorted by.
    pub order: String,
    /// Whether the order was turned round.
    pub reversed: bool,
    /// What rows had to contain.
    pub filter: Option<String>,
    /// The release under the cursor.
    pub current: Option<Named>,
}

/// How a release was looked at, besides what is remembered of it for good.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Look {
    /// Whether the contents stood beside it.
    pub contents: bool,
    /// Whether nothing stood around it.
    pub alone: bool,
    /// What blocks had to hold to show.
    pub only: Option<Words>,
}

/// Words that were looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Words {
    /// What was typed.
    pub text: String,
    /// Whether it is a regular expression.
    pub is_pattern: bool,
}

/// A line of a release, by its place in reading order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Jump {
    /// The release.
    pub release: Named,
    /// The block.
    pub block: usize,
    /// The line of the block.
    pub line: usize,
}

impl Session {
    /// The same with paths that hold in any folder.
    fn known_anywhere(mut self) -> Self {
        let current = self.list.iter_mut().filter_map(|list| list.current.as_mut());
        let jumps = self.back.iter_mut().chain(&mut self.forward).map(|jump| &mut jump.release);
        let all = self.named.iter_mut().chain(&mut self.open).chain(current).chain(jumps);
        for path in all.flat_map(|named| named.path.iter_mut().chain(&mut named.root)) {
            *path = disk::absolute(path);
        }
        self
    }
}

impl Store {
    /// The last session, if one was kept.
    ///
    /// # Errors
    /// When the file is there but cannot be used.
    pub fn session(&self) -> Result<Option<Session>, Fault> {
        self.reading(|| file::read(&self.session_file()))
    }

    /// Keeps a session in place of the last one.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_session(&self, session: Session) -> Result<(), Fault> {
        let session = Session { format: FORMAT, ..session.known_anywhere() };
        self.locked(|| file::write(&self.session_file(), "what was open last", &session))
    }

    fn session_file(&self) -> PathBuf {
        self.folder().join("session.ron")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_session_counts() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::new(folder.path());
        assert!(store.session().unwrap().is_none());
        for name in ["a", "b"] {
            let open = Some(Named { name: name.to_owned(), ..Named::default() });
            store.keep_session(Session { open, ..Session::default() }).unwrap();
        }
        assert_eq!(store.session().unwrap().unwrap().open.unwrap().name, "b");
    }
}
