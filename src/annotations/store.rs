//! Where annotations are kept: a small file for each release, found by its path or by what it says.
//!
//! `releases/` holds a file for each release, named by a number made of its path; `contents/` a
//! pointer to it for what the release says, so that a file is known again where it was moved to.
//! Opening a release reads one file, or looks for two in vain. Several readers may write: each
//! changes, under a lock, only what it has changed itself.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::file::{self, Fault};
use super::record::FORMAT;
use super::{Anchor, Content, Position, Record};
use crate::disk::{self, SaveError};

/// The most releases remembered; those seen longest ago leave.
const MOST_RELEASES: usize = 5_000;
/// How many leave at once, so that this is seldom.
const LEAVE: usize = 500;

/// The folder of annotations.
#[derive(Debug, Clone)]
pub struct Store {
    folder: PathBuf,
    most: usize,
}

/// The release that something is remembered of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// The one path of its file ([`disk::one_path`]); nothing where it is in no file.
    pub path: Option<PathBuf>,
    /// What it says.
    pub content: Content,
    /// Its headline.
    pub title: String,
}

/// What this reader has changed of what is kept.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Changes {
    /// Where its reader is now.
    pub position: Option<Position>,
    /// Marks set, and marks taken away.
    pub marks: BTreeMap<char, Option<Anchor>>,
}

impl Changes {
    /// Adds later changes.
    pub fn then(&mut self, later: Self) {
        self.position = later.position.or_else(|| self.position.take());
        self.marks.extend(later.marks);
    }
}

impl Store {
    /// The annotations of a folder, which need not be there yet.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), most: MOST_RELEASES }
    }

    /// What is kept of a release: of the file at its path where that `fits` it, else of one that says
    /// the same, else of its path after all. What the release says is asked for only where it counts.
    ///
    /// # Errors
    /// When a file is there but cannot be used.
    pub fn recall(
        &self,
        path: Option<&Path>,
        fits: impl Fn(&Record) -> bool,
        content: impl Fn() -> Content,
    ) -> Result<Option<Record>, Fault> {
        self.reading(|| self.find(path, &fits, &content))
    }

    fn find(
        &self,
        path: Option<&Path>,
        fits: impl Fn(&Record) -> bool,
        content: impl Fn() -> Content,
    ) -> Result<Option<Record>, Fault> {
        let of_path = match path {
            Some(path) => file::read(&self.by_path(path))?,
            None => None,
        };
        if of_path.as_ref().is_some_and(fits) {
            return Ok(of_path);
        }
        Ok(self.of_content(&content())?.or(of_path))
    }

    fn of_content(&self, content: &Content) -> Result<Option<Record>, Fault> {
        let Some(name) = file::read::<String>(&self.pointer(content))? else { return Ok(None) };
        // A name from a file leads no further than this folder.
        if !name.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Ok(None);
        }
        let record = file::read::<Record>(&self.releases().join(name + ".ron"))?;
        Ok(record.filter(|record| record.content.as_ref() == Some(content)))
    }

    /// Changes what is kept of a release, found as [`Store::recall`] finds it; `now` is the time in
    /// words. What another reader has written meanwhile stays, where it is about something else.
    ///
    /// # Errors
    /// When a file cannot be written, or is there but cannot be used.
    pub fn keep(
        &self,
        who: &Who,
        fits: impl Fn(&Record) -> bool,
        changes: &Changes,
        now: &str,
    ) -> Result<(), Fault> {
        self.locked(|| {
            let known = self.find(who.path.as_deref(), &fits, || who.content.clone())?;
            self.change(who, known, changes, now)
        })
    }

    fn change(
        &self,
        who: &Who,
        known: Option<Record>,
        changes: &Changes,
        now: &str,
    ) -> Result<(), Fault> {
        let file = match &who.path {
            Some(path) => self.by_path(path),
            None => self.releases().join(format!("{}.ron", who.content)),
        };
        let is_new = known.is_none();
        let said = known.as_ref().and_then(|record| record.content.clone());
        let is_nothing = changes.marks.values().all(Option::is_none)
            && changes.position.as_ref().is_none_or(Position::is_start);
        if is_new && is_nothing {
            return Ok(());
        }
        let is_moved = known.as_ref().is_some_and(|record| record.path != shown(who));
        if is_moved {
            self.save_from_replacing(&file)?;
        }
        let mut record = known.unwrap_or_default();
        record.change(who, changes, now);
        file::write(&file, "what is remembered of one release", &record)?;
        if is_new || is_moved || said.as_ref() != Some(&who.content) {
            let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            file::write(&self.pointer(&who.content), "which file is about this text", &name)?;
        }
        if is_new {
            self.leave_oldest();
        }
        Ok(())
    }

    /// A file that took the name of another one takes its place here as well: what was kept of that
    /// one stays, under what it said.
    fn save_from_replacing(&self, file: &Path) -> Result<(), Fault> {
        let Some(mut old) = file::read::<Record>(file)? else { return Ok(()) };
        let Some(content) = old.content.clone() else { return Ok(()) };
        old.path = None;
        let about = "what is remembered of one release";
        file::write(&self.releases().join(format!("{content}.ron")), about, &old)?;
        file::write(&self.pointer(&content), "which file is about this text", &content.as_str())
    }

    /// Reads without the lock: every file is whole at any time. One that cannot be understood is read
    /// again under the lock before it gets another name.
    pub(super) fn reading<T>(&self, read: impl Fn() -> Result<T, Fault>) -> Result<T, Fault> {
        match read() {
            Err(Fault::Unreadable(_)) => self.locked(read),
            outcome => outcome,
        }
    }

    /// Works under the lock. A file that cannot be understood gets another name, and what is to be
    /// done is done without it before that is told.
    pub(super) fn locked<T>(&self, work: impl Fn() -> Result<T, Fault>) -> Result<T, Fault> {
        let _lock = self.lock()?;
        let (mut aside, mut has_folders) = (None, false);
        loop {
            match work() {
                Ok(done) => return aside.map_or(Ok(done), |name| Err(Fault::SetAside(name))),
                Err(Fault::Unreadable(path)) => match disk::set_aside(&path) {
                    Ok(name) => aside = Some(name),
                    Err(error) => return Err(Fault::Unwritten { path, error: error.into() }),
                },
                // Somebody has deleted a folder, as they may.
                Err(Fault::Unwritten { error: SaveError::NoFolder, .. }) if !has_folders => {
                    self.make_folders()?;
                    has_folders = true;
                }
                outcome => return outcome,
            }
        }
    }

    fn lock(&self) -> Result<disk::Lock, Fault> {
        let path = self.folder.join("lock");
        let lock = match disk::lock(&path) {
            Err(SaveError::NoFolder) => {
                self.make_folders()?;
                disk::lock(&path)
            }
            outcome => outcome,
        };
        lock.map_err(|error| Fault::Unwritten { path, error })
    }

    fn make_folders(&self) -> Result<(), Fault> {
        for folder in [self.releases(), self.contents()] {
            disk::make_folder(&folder).map_err(|error| Fault::Unwritten { path: folder, error })?;
        }
        Ok(())
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    fn releases(&self) -> PathBuf {
        self.folder.join("releases")
    }

    fn contents(&self) -> PathBuf {
        self.folder.join("contents")
    }

    fn by_path(&self, path: &Path) -> PathBuf {
        let name = Content::of_bytes(path.as_os_str().as_encoded_bytes());
        self.releases().join(format!("{name}.ron"))
    }

    fn pointer(&self, content: &Content) -> PathBuf {
        self.contents().join(format!("{content}.ron"))
    }

    /// Forgets the releases seen longest ago, when there are too many; marks stay.
    fn leave_oldest(&self) {
        let files = disk::oldest_first(&self.releases());
        let Some(surplus) = files.len().checked_sub(self.most).filter(|surplus| *surplus > 0)
        else {
            return;
        };
        let is_dear = |file: &PathBuf| match file::read::<Record>(file) {
            Ok(Some(record)) => record.is_dear(),
            // What cannot be read is not ours to destroy.
            Ok(None) | Err(_) => true,
        };
        let surplus = surplus + LEAVE.min(self.most / 10);
        for file in files.iter().filter(|file| !is_dear(file)).take(surplus) {
            // It will be tried again at the next new release.
            let _ = disk::remove(file);
        }
        let pointers = disk::oldest_first(&self.contents());
        for file in pointers.iter().take(pointers.len().saturating_sub(2 * self.most)) {
            let _ = disk::remove(file);
        }
    }
}

fn shown(who: &Who) -> Option<String> {
    who.path.as_ref().map(|path| path.to_string_lossy().into_owned())
}

impl Record {
    fn change(&mut self, who: &Who, changes: &Changes, now: &str) {
        self.format = FORMAT;
        self.path = shown(who);
        who.title.clone_into(&mut self.title);
        self.content = Some(who.content.clone());
        now.clone_into(&mut self.seen);
        self.change_by(changes);
    }

    /// Makes changes of its own part, not of what it says of the release.
    pub fn change_by(&mut self, changes: &Changes) {
        if changes.position.is_some() {
            self.position.clone_from(&changes.position);
        }
        for (letter, mark) in &changes.marks {
            match mark {
                Some(mark) => drop(self.marks.insert(*letter, mark.clone())),
                None => drop(self.marks.remove(letter)),
            }
        }
    }
}

#[cfg(test)]
mod tests;
