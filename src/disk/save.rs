//! Saves that are whole or not at all: a synced temporary file takes the name.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

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
/// `AlreadyExists` if the name is taken and must not be; `PermissionDenied` if the old file is
/// read-only; `InvalidInput` if the name is no file's; and whatever the system says.
pub fn save(path: &Path, bytes: &[u8], overwrite: Overwrite) -> io::Result<()> {
    if overwrite == Overwrite::Never && path.symlink_metadata().is_ok() {
        return Err(io::Error::new(ErrorKind::AlreadyExists, "the file exists already"));
    }
    let target = resolve(path)?;
    let old = replaceable(&target)?;
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
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
    sync_folder(folder)
}

/// The file a chain of links leads to, also where there is none yet.
fn resolve(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(next) = path.read_link() else { return Ok(path) };
        path = path.parent().map(|folder| folder.join(&next)).unwrap_or(next);
    }
    Err(io::Error::new(ErrorKind::InvalidInput, "too many links from this name to a file"))
}

/// The file to be replaced, if there is one and it may be.
fn replaceable(target: &Path) -> io::Result<Option<Metadata>> {
    let old = match fs::metadata(target) {
        Ok(old) => old,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    if !old.is_file() {
        return Err(io::Error::new(ErrorKind::InvalidInput, "the name is not a file's"));
    }
    if old.permissions().readonly() {
        return Err(io::Error::new(ErrorKind::PermissionDenied, "the file is read-only"));
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
        assert_eq!(error.kind(), ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"old");
        save(&path, b"new", Overwrite::Allow).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let error = save(folder.path(), b"", Overwrite::Allow).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidInput);
        assert!(save(&folder.path().join("no/such.ron"), b"", Overwrite::Allow).is_err());
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
        assert_eq!(error.kind(), ErrorKind::PermissionDenied);
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
