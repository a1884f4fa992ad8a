//! What a person names on the command line: a file, a folder, `-`, a sample, or `FILE#2.1`.

use std::path::{Path, PathBuf};

use super::input::{self, Document};
use super::is_input;
use super::samples::{self, Sample};
use crate::disk::ReadError;

/// A file or a folder, and where in it to begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The file or folder; `-` for standard input.
    pub path: PathBuf,
    /// The address of a block, as it was typed behind `#`.
    pub at: Option<String>,
    /// What there is of that path.
    pub found: Found,
    /// The sample of that name, where there is no such file.
    pub sample: Option<Sample>,
}

/// What there is of a path; looked up once, as everything before the first line costs time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// Nothing.
    Nothing,
    /// A folder.
    Folder,
    /// A file, whatever its kind, or standard input.
    File,
}

impl Found {
    fn of(path: &Path) -> Self {
        if is_input(path) {
            return Self::File;
        }
        let is_folder = match path.symlink_metadata() {
            Err(_) => return Self::Nothing,
            Ok(found) if found.is_symlink() => path.is_dir(),
            Ok(found) => found.is_dir(),
        };
        if is_folder { Self::Folder } else { Self::File }
    }
}

impl Target {
    /// Whether there is anything of that name.
    pub fn is_there(&self) -> bool {
        self.sample.is_some() || self.found != Found::Nothing
    }

    /// Whether it is a folder.
    pub fn is_folder(&self) -> bool {
        self.found == Found::Folder
    }

    /// Reads it.
    ///
    /// # Errors
    /// When there is nothing to read, or it may not or cannot be read.
    pub fn open(&self) -> Result<Document, ReadError> {
        match self.sample {
            Some(sample) => Ok(input::document(sample.source.into())),
            None => input::open(&self.path),
        }
    }
}

/// Reads a target. A file of the full name comes first; only without one does `#` begin an
/// address, and only without a file does a name mean a sample.
pub fn target(named: &Path) -> Target {
    let whole = Target { path: named.to_owned(), at: None, found: Found::of(named), sample: None };
    if whole.found != Found::Nothing {
        return whole;
    }
    let address = named.to_str().and_then(|named| named.rsplit_once('#'));
    if let Some((path, at)) = address.filter(|(_, at)| !at.is_empty()) {
        let (path_of, at) = (PathBuf::from(path), Some(at.to_owned()));
        let target = Target { found: Found::of(&path_of), path: path_of, at, sample: None };
        if target.found != Found::Nothing {
            return target;
        }
        if let sample @ Some(_) = samples::named(path) {
            return Target { sample, ..target };
        }
    }
    let sample = named.to_str().and_then(samples::named);
    Target { sample, ..whole }
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
        let check = |named: &str, path: &str, at: Option<&str>, found| {
            let at = at.map(str::to_owned);
            let expected = Target { path: file(path), at, found, sample: None };
            assert_eq!(target(&file(named)), expected);
        };
        check("a.ron", "a.ron", None, Found::File);
        check("a.ron#2.1", "a.ron", Some("2.1"), Found::File);
        check("b#1.ron", "b#1.ron", None, Found::File);
        check("b#1.ron#title", "b#1.ron", Some("title"), Found::File);
        check("missing.ron#2.1", "missing.ron#2.1", None, Found::Nothing);
        check("a.ron#", "a.ron#", None, Found::Nothing);
        check("", "", None, Found::Folder);
        let at = Some("3".into());
        let input = Target { path: "-".into(), at, found: Found::File, sample: None };
        assert_eq!(target(Path::new("-#3")), input);
    }

    #[test]
    fn a_name_that_is_no_file_may_be_a_sample() {
        let name = "2019-03-06-kazakhstan.en";
        let of = |named: &str| {
            let target = target(Path::new(named));
            (target.sample.map(|sample| sample.name), target.at)
        };
        let whole = Some("2019-03-06-kazakhstan.en.ron");
        assert_eq!(of(name), (whole, None));
        assert_eq!(of(&format!("{name}.ron")), (whole, None));
        assert_eq!(of(&format!("{name}.ron#2.1")), (whole, Some("2.1".to_owned())));
        for none in ["2019-03-06", "./2019-03-06-kazakhstan.en.ron", "Cargo.toml", ""] {
            assert_eq!(of(none).0, None, "{none}");
        }
    }
}
