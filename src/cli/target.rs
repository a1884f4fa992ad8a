//! What a person names on the command line: a file, a folder, `-`, or `FILE#2.1`.

use std::path::{Path, PathBuf};

use super::is_input;

/// A file or a folder, and where in it to begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The file or folder; `-` for standard input.
    pub path: PathBuf,
    /// The address of a block, as it was typed behind `#`.
    pub at: Option<String>,
}

/// Reads a target. A file of the full name comes first; only without one does `#` begin an
/// address.
pub fn target(named: &Path) -> Target {
    let whole = Target { path: named.to_owned(), at: None };
    if named.symlink_metadata().is_ok() {
        return whole;
    }
    let Some((path, at)) = named.to_str().and_then(|named| named.rsplit_once('#')) else {
        return whole;
    };
    let path = PathBuf::from(path);
    let is_there = is_input(&path) || path.symlink_metadata().is_ok();
    if is_there && !at.is_empty() { Target { path, at: Some(at.to_owned()) } } else { whole }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_the_full_name_comes_first() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| folder.path().join(name);
        std::fs::write(file("a.ron"), "").unwrap();
        std::fs::write(file("b#1.ron"), "").unwrap();
        let check = |named: &str, path: &str, at: Option<&str>| {
            let expected = Target { path: file(path), at: at.map(str::to_owned) };
            assert_eq!(target(&file(named)), expected);
        };
        check("a.ron", "a.ron", None);
        check("a.ron#2.1", "a.ron", Some("2.1"));
        check("b#1.ron", "b#1.ron", None);
        check("b#1.ron#title", "b#1.ron", Some("title"));
        check("missing.ron#2.1", "missing.ron#2.1", None);
        check("a.ron#", "a.ron#", None);
        assert_eq!(target(Path::new("-#3")), Target { path: "-".into(), at: Some("3".into()) });
    }
}
