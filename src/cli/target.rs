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
    /// The sample of that name, where there is no such file.
    pub sample: Option<Sample>,
}

impl Target {
    /// Whether there is anything of that name.
    pub fn is_there(&self) -> bool {
        self.sample.is_some() || is_there(&self.path)
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
    let whole = Target { path: named.to_owned(), at: None, sample: None };
    if named.symlink_metadata().is_ok() {
        return whole;
    }
    let address = named.to_str().and_then(|named| named.rsplit_once('#'));
    if let Some((path, at)) = address.filter(|(_, at)| !at.is_empty()) {
        let target = Target { path: path.into(), at: Some(at.to_owned()), sample: None };
        if is_there(&target.path) {
            return target;
        }
        if let sample @ Some(_) = samples::named(path) {
            return Target { sample, ..target };
        }
    }
    let sample = named.to_str().and_then(samples::named);
    Target { sample, ..whole }
}

fn is_there(path: &Path) -> bool {
    is_input(path) || path.symlink_metadata().is_ok()
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
            let at = at.map(str::to_owned);
            let expected = Target { path: file(path), at, sample: None };
            assert_eq!(target(&file(named)), expected);
        };
        check("a.ron", "a.ron", None);
        check("a.ron#2.1", "a.ron", Some("2.1"));
        check("b#1.ron", "b#1.ron", None);
        check("b#1.ron#title", "b#1.ron", Some("title"));
        check("missing.ron#2.1", "missing.ron#2.1", None);
        check("a.ron#", "a.ron#", None);
        let input = Target { path: "-".into(), at: Some("3".into()), sample: None };
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
