//! What files kept for the program itself need besides whole reads and saves: a lock, a name for what
//! cannot be read, an end to growing.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::SaveError;

/// How often a lock is tried: whoever holds it does little, unless it was stopped.
const TRIES: usize = 400;
/// How long between two tries.
const BREATH: Duration = Duration::from_millis(5);

/// Names tried for a file that is set aside.
const MOST_SET_ASIDE: usize = 1_000;

/// Held by one process at a time, until it is dropped or the process ends.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "holding it open is what it does")] File);

/// Waits until the lock of this name is ours, but not for ever; the file is made if it is not there.
///
/// # Errors
/// When the file cannot be made, the file system knows no locks, or another process does not let go
/// of it.
pub fn lock(path: &Path) -> Result<Lock, SaveError> {
    lock_within(path, TRIES)
}

fn lock_within(path: &Path, tries: usize) -> Result<Lock, SaveError> {
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
    for _ in 0..tries {
        match file.try_lock() {
            Ok(()) => return Ok(Lock(file)),
            Err(TryLockError::Error(error)) => return Err(error.into()),
            Err(TryLockError::WouldBlock) => thread::sleep(BREATH),
        }
    }
    Err(SaveError::Locked)
}

/// Gives a file that cannot be read another name beside its own, which is returned.
///
/// # Errors
/// As the system says.
pub fn set_aside(path: &Path) -> io::Result<PathBuf> {
    for number in 1..=MOST_SET_ASIDE {
        let mut name = path.as_os_str().to_owned();
        name.push(if number == 1 { ".bad".to_owned() } else { format!(".bad-{number}") });
        let aside = PathBuf::from(name);
        if aside.symlink_metadata().is_err() {
            fs::rename(path, &aside)?;
            return Ok(aside);
        }
    }
    Err(io::Error::new(ErrorKind::AlreadyExists, "too many files were set aside here"))
}

/// The files of a folder, the one written longest ago first; none where there is no folder.
pub fn oldest_first(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<_> = entries
        .filter_map(|entry| {
            let metadata = entry.metadata().ok().filter(fs::Metadata::is_file)?;
            Some((metadata.modified().ok()?, entry.path()))
        })
        .collect();
    files.sort();
    files.into_iter().map(|(_, path)| path).collect()
}

/// Removes a file that the program keeps for itself.
///
/// # Errors
/// As the system says.
pub fn remove(path: &Path) -> io::Result<()> {
    fs::remove_file(path)
}

/// The one path of a file, from the root and with all links followed; as far as can be told where
/// it is not there.
pub fn one_path(path: &Path) -> PathBuf {
    path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned())
}

/// A path from the root, links left as they are; an empty one is the folder one is in.
pub fn absolute(path: &Path) -> PathBuf {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_aside_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        for (text, expected) in [("one", "a.ron.bad"), ("two", "a.ron.bad-2")] {
            fs::write(&path, text).unwrap();
            let aside = set_aside(&path).unwrap();
            assert_eq!(aside, folder.path().join(expected));
            assert_eq!(fs::read_to_string(aside).unwrap(), text);
        }
        assert!(!path.exists());
    }

    #[test]
    fn a_lock_is_held_by_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let held = lock(&path).unwrap();
        let error = lock_within(&path, 1).unwrap_err();
        assert!(matches!(error, SaveError::Locked));
        drop(held);
        assert!(lock_within(&path, 1).is_ok());
    }
}
