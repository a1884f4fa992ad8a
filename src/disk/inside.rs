//! A file named by a file: only names that stay in its folder are followed.

use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};

/// The place `relative` names below `root`, if it is below it both as written and after all
/// links are followed. The file itself need not exist; a link to nowhere is refused.
pub fn inside(root: &Path, relative: &str) -> Option<PathBuf> {
    let path = root.join(lexically_inside(relative)?);
    let real_root = real(root)?;
    let mut existing = path.as_path();
    // Only what exists can be a link; below it there is nothing to be led astray by.
    while existing != root && existing.symlink_metadata().is_err() {
        existing = existing.parent()?;
    }
    real(existing)?.starts_with(real_root).then_some(path)
}

fn real(path: &Path) -> Option<PathBuf> {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    path.canonicalize().ok()
}

/// The name without `.` and `..`, if it does not leave the folder on its way. Names that mean
/// something else on another system are refused on all, for a release is read on many.
fn lexically_inside(relative: &str) -> Option<PathBuf> {
    if relative.contains(['\\', '\0', ':']) {
        return None;
    }
    let mut parts: Vec<&OsStr> = Vec::new();
    for component in Path::new(relative).components() {
        match component {
            Component::Normal(part) => parts.push(part),
            Component::CurDir => {}
            Component::ParentDir => drop(parts.pop()?),
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    (!parts.is_empty()).then(|| parts.iter().collect())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn names_that_leave_the_folder_are_refused() {
        for name in [
            "",
            ".",
            "..",
            "../a",
            "a/../..",
            "a/../../b",
            "/etc/passwd",
            "C:\\a",
            "C:a",
            "\\\\host\\a",
            "a\\..\\..\\b",
            "a\0b",
            "a/..",
        ] {
            assert_eq!(lexically_inside(name), None, "{name:?}");
        }
        for (name, path) in [("a.ron", "a.ron"), ("./b/../c.ron", "c.ron"), ("d/e.ron", "d/e.ron")]
        {
            assert_eq!(lexically_inside(name), Some(PathBuf::from(path)));
        }
    }

    #[test]
    fn a_file_below_the_folder_is_found_or_may_come() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::write(root.join("a.ron"), "").unwrap();
        assert_eq!(inside(root, "a.ron"), Some(root.join("a.ron")));
        assert_eq!(inside(root, "not/yet.ron"), Some(root.join("not/yet.ron")));
        assert_eq!(inside(&root.join("missing"), "a.ron"), None);
    }

    #[cfg(unix)]
    #[test]
    fn links_that_leave_the_folder_are_refused() {
        use std::os::unix::fs::symlink;
        let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let root = folder.path();
        fs::write(other.path().join("secret"), "").unwrap();
        fs::create_dir(root.join("sub")).unwrap();
        symlink(other.path(), root.join("out")).unwrap();
        symlink(other.path().join("secret"), root.join("secret")).unwrap();
        symlink(other.path().join("nothing"), root.join("nowhere")).unwrap();
        symlink(root.join("sub"), root.join("in")).unwrap();
        for name in ["out/secret", "out/new", "secret", "nowhere"] {
            assert_eq!(inside(root, name), None, "{name}");
        }
        assert_eq!(inside(root, "in/new"), Some(root.join("in/new")));
    }
}
