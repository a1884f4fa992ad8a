//! Folders made where a person's own files are to lie.

use std::fs::DirBuilder;
use std::io;
use std::path::Path;

/// Makes a folder and those it is in; one that is there already stays as it is. On Unix nobody else
/// may look into a new one.
///
/// # Errors
/// Whatever the system says.
pub fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    // As the XDG specification wants it.
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
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
