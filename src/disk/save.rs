//! Saves that are whole or not at all: a synced temporary file takes the name.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::Kind;

/// Why a file was not written. The sentence goes after the file's name.
#[derive(Debug, Error)]
pub enum SaveError {
    /// The name is taken and must stay with what has it.
    #[error("there is such a file already")]
    Taken,
    /// There is no folder for it.
    #[error("there is no such folder")]
    NoFolder,
    /// A folder has that name.
    #[error("it is a folder, not a file")]
    IsFolder,
    /// Something has that name that is not replaced.
    #[error("it is {0}, not a file")]
    NotRegular(Kind),
    /// The old file may not be written.
    #[error("it is read-only")]
    ReadOnly,
    /// The user may not write there.
    #[error("you have no permission to write there")]
    Denied,
    /// Nothing more fits.
    #[error("there is no room left")]
    NoRoom,
    /// Another process holds its lock and does not let go.
    #[error("another pressroom has locked it, perhaps a stopped one (see `jobs`)")]
    Locked,
    /// The system says why.
    #[error("it cannot be written: {0}")]
    Other(io::Error),
}

impl From<io::Error> for SaveError {
    fn from(error: io::Error) -> SaveError {
        match error.kind() {
            ErrorKind::AlreadyExists => SaveError::Taken,
            ErrorKind::NotFound | ErrorKind::NotADirectory => SaveError::NoFolder,
            ErrorKind::IsADirectory => SaveError::IsFolder,
            ErrorKind::PermissionDenied => SaveError::Denied,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => SaveError::NoRoom,
            // A temporary file's name would tell nobody anything.
            kind if error.raw_os_error().is_none() => SaveError::Other(kind.into()),
            _ => SaveError::Other(error),
        }
    }
}

/// Whether a file may lose its name to a new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overwrite {
    /// A name already taken is an error, also one taken this very moment.
    Never,
    /// The new file takes the old one's place and mode.
    Allow,
}

/// The most links from a name to a file.
const MOST_LINKS: usize = 40;

/// Writes a whole file so that after a crash there is the old one or the new one. A link stays
/// a link; what it leads to is replaced. A new file may be read by all the umask lets.
///
/// # Errors
/// With the reason; the old file is as it was then.
pub fn save(path: &Path, bytes: &[u8], overwrite: Overwrite) -> Result<(), SaveError> {
    let (target, old) = target(path, overwrite)?;
    let folder = folder_of(&target);
    let mut file = temporary(folder)?;
    file.write_all(bytes)?;
    if let Some(old) = old {
        file.as_file().set_permissions(old.permissions())?;
    }
    file.as_file().sync_all()?;
    match overwrite {
        Overwrite::Never => file.persist_noclobber(&target),
        Overwrite::Allow => file.persist(&target),
    }
    .map_err(|error| error.error)?;
    Ok(sync_folder(folder)?)
}

/// Whether a file of this name could be saved just now.
///
/// # Errors
/// As [`save`] would, as far as can be known without writing.
pub fn can_save(path: &Path, overwrite: Overwrite) -> Result<(), SaveError> {
    let (target, _) = target(path, overwrite)?;
    let folder = folder_of(&target);
    if !folder.metadata()?.is_dir() {
        return Err(SaveError::NoFolder);
    }
    #[cfg(unix)]
    rustix::fs::access(folder, rustix::fs::Access::WRITE_OK).map_err(io::Error::from)?;
    Ok(())
}

/// The file to be written, and the one that has its name now.
fn target(path: &Path, overwrite: Overwrite) -> Result<(PathBuf, Option<Metadata>), SaveError> {
    if overwrite == Overwrite::Never && path.symlink_metadata().is_ok() {
        return Err(SaveError::Taken);
    }
    let target = resolve(path)?;
    let old = replaceable(&target)?;
    Ok((target, old))
}

fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// The file a chain of links leads to, also where there is none yet.
fn resolve(path: &Path) -> Result<PathBuf, SaveError> {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(next) = path.read_link() else { return Ok(path) };
        path = path.parent().map(|folder| folder.join(&next)).unwrap_or(next);
    }
    let words = "too many links lead from this name to a file";
    Err(SaveError::Other(io::Error::new(ErrorKind::InvalidInput, words)))
}

/// The file to be replaced, if there is one and it may be.
fn replaceable(target: &Path) -> Result<Option<Metadata>, SaveError> {
    let old = match fs::metadata(target) {
        Ok(old) => old,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    if old.is_dir() {
        return Err(SaveError::IsFolder);
    }
    if !old.is_file() {
        return Err(SaveError::NotRegular(Kind::of(old.file_type())));
    }
    if old.permissions().readonly() {
        return Err(SaveError::ReadOnly);
    }
    Ok(Some(old))
}

fn temporary(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".pressroom-").suffix(".tmp");
    // Without this the file would be its owner's alone.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644));
    builder.tempfile_in(folder)
}

/// A rename lasts once its folder is on the disk. Some file systems cannot be asked to.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if !cfg!(unix) {
        return Ok(());
    }
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(error) if is_about_asking(error.kind()) => Ok(()),
        synced => synced,
    }
}

fn is_about_asking(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::InvalidInput | ErrorKind::Unsupported | ErrorKind::PermissionDenied)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_taken_is_kept_unless_allowed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        save(&path, b"old", Overwrite::Never).unwrap();
        let error = save(&path, b"new", Overwrite::Never).unwrap_err();
        assert!(matches!(error, SaveError::Taken));
        assert_eq!(fs::read(&path).unwrap(), b"old");
        save(&path, b"new", Overwrite::Allow).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_cannot_be_saved_is_known_before_and_told_in_a_sentence() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("file"), "").unwrap();
        let check = |path: &Path, overwrite, expected: &str| {
            assert_eq!(can_save(path, overwrite).unwrap_err().to_string(), expected);
            assert_eq!(save(path, b"", overwrite).unwrap_err().to_string(), expected);
        };
        check(folder.path(), Overwrite::Allow, "it is a folder, not a file");
        check(&at("no/such.ron"), Overwrite::Allow, "there is no such folder");
        check(&at("file/such.ron"), Overwrite::Never, "there is no such folder");
        check(&at("file"), Overwrite::Never, "there is such a file already");
        can_save(&at("file"), Overwrite::Allow).unwrap();
        can_save(&at("new"), Overwrite::Never).unwrap();
        assert!(!at("new").exists());
    }

    #[test]
    fn what_the_system_says_is_told_without_the_name_of_a_temporary_file() {
        let error = io::Error::new(ErrorKind::ReadOnlyFilesystem, "at path .pressroom-x.tmp");
        let said = SaveError::from(error).to_string();
        assert_eq!(said, "it cannot be written: read-only filesystem or storage medium");
    }

    #[cfg(unix)]
    #[test]
    fn the_mode_stays_and_a_new_file_is_readable() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        let mode = || path.metadata().unwrap().permissions().mode() & 0o777;
        save(&path, b"", Overwrite::Never).unwrap();
        let plain = folder.path().join("plain");
        fs::write(&plain, "").unwrap();
        let umasked = plain.metadata().unwrap().permissions().mode() & 0o644;
        assert_eq!(mode(), umasked);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o660)).unwrap();
        save(&path, b"x", Overwrite::Allow).unwrap();
        assert_eq!(mode(), 0o660);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        let error = save(&path, b"y", Overwrite::Allow).unwrap_err();
        assert!(matches!(error, SaveError::ReadOnly));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("sub")).unwrap();
        symlink("sub/real.ron", at("link.ron")).unwrap();
        assert!(save(&at("link.ron"), b"", Overwrite::Never).is_err());
        save(&at("link.ron"), b"1", Overwrite::Allow).unwrap();
        save(&at("link.ron"), b"2", Overwrite::Allow).unwrap();
        assert!(at("link.ron").is_symlink());
        assert_eq!(fs::read(at("sub/real.ron")).unwrap(), b"2");
        symlink("loop.ron", at("loop.ron")).unwrap();
        assert!(save(&at("loop.ron"), b"", Overwrite::Allow).is_err());
    }
}
