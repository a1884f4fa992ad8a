//! Folders made where a person's own files are to lie.

use std::fs::{self, DirBuilder};
use std::path::Path;

use super::SaveError;

/// Makes a folder and those it is in; one that is there already stays as it is. On Unix nobody else
/// may look into a new one.
///
/// # Errors
/// With the reason.
pub fn make_folder(path: &Path) -> Result<(), SaveError> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    // As the XDG specification wants it.
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    Ok(builder.create(path)?)
}

/// As [`make_folder`], for files that are a person's work: others may look into a new one as the
/// umask lets them.
///
/// # Errors
/// With the reason.
pub fn make_open_folder(path: &Path) -> Result<(), SaveError> {
    Ok(fs::create_dir_all(path)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_made_once_with_all_it_is_in() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("a/b");
        make_folder(&path).unwrap();
        make_folder(&path).unwrap();
        assert!(path.is_dir());
        std::fs::write(path.join("file"), "").unwrap();
        assert!(make_folder(&path.join("file")).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_new_folder_is_its_owners_alone() {
        use std::os::unix::fs::PermissionsExt;
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("state/pressroom");
        make_folder(&path).unwrap();
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o077, 0);
    }
}
