//! What a person set, and where their files are. A faulty file never prevents reading: what is good
//! in it counts, and the rest is told with its place.

mod directories;
mod fault;
mod keymap;
mod read;
mod settings;
pub mod template;
pub mod themes;
mod value;

use std::path::{Path, PathBuf};

pub use directories::Directories;
pub use fault::Fault;
pub use settings::{Field, Settings};
pub use value::{Ascii, Clipboard, Language, Links};

use crate::disk::{self, ReadError};

/// The most bytes of a file of settings that are read.
const LIMIT: u64 = 1 << 20;

/// What was found on this machine.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Config {
    /// Where files live.
    pub directories: Directories,
    /// What `config.ron` says, and defaults for the rest.
    pub settings: Settings,
    /// What is wrong in `config.ron`, in the order of its lines.
    pub faults: Vec<Fault>,
    /// A file of keys named for this run, which stands in place of the person's own.
    pub named_keys: Option<PathBuf>,
}

impl Config {
    /// The settings of whoever runs this, told by their environment. Where there is no file, this
    /// costs one question to the system.
    pub fn of(env: impl Fn(&str) -> Option<String>) -> Self {
        let directories = Directories::of(env);
        let (settings, faults) = match directories.settings() {
            Some(path) => read(&path),
            None => Default::default(),
        };
        Self { directories, settings, faults, named_keys: None }
    }
}

/// The settings in a file, and everything that is wrong in it. A file that is not there is empty.
fn read(path: &Path) -> (Settings, Vec<Fault>) {
    match text(path) {
        Ok(Some(text)) => read::settings(path, &text),
        Ok(None) => Default::default(),
        Err(fault) => (Settings::default(), vec![fault]),
    }
}

/// What a file of a person's own holds, if there is one.
///
/// # Errors
/// Why it cannot be read.
pub fn text(path: &Path) -> Result<Option<String>, Fault> {
    let bytes = match disk::read(path, LIMIT) {
        Ok(bytes) => bytes,
        Err(ReadError::NotFound) => return Ok(None),
        Err(error) => return Err(Fault::of_file(path, error.to_string())),
    };
    disk::text(bytes).map(Some).map_err(|error| {
        let message = "from here on it is not UTF-8 text".to_owned();
        Fault { place: Some((error.line, error.column)), ..Fault::of_file(path, message) }
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn config(folder: &Path) -> Config {
        let home = folder.to_str().map(String::from);
        let env = |name: &str| home.clone().filter(|_| name == "HOME");
        let directories = Directories::of(env);
        let (settings, faults) = read(&directories.settings().expect("a home"));
        Config { directories, settings, faults, named_keys: None }
    }

    #[test]
    fn without_a_file_everything_is_as_it_comes() {
        let home = tempfile::tempdir().unwrap();
        let found = config(home.path());
        assert_eq!((found.settings, found.faults), Default::default());
    }

    #[test]
    fn a_file_that_cannot_be_read_is_told_and_changes_nothing() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join(".config/pressroom/config.ron");
        fs::create_dir_all(&path).unwrap();
        let found = config(home.path());
        assert_eq!(found.settings, Settings::default());
        assert_eq!(found.faults[0].to_string(), "config.ron: it is a folder, not a file");
        fs::remove_dir(&path).unwrap();
        fs::write(&path, b"(\n  mouse: \xff)").unwrap();
        let told = config(home.path()).faults;
        assert_eq!(told[0].to_string(), "config.ron:2:10: from here on it is not UTF-8 text");
    }
}
