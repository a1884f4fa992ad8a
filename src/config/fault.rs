//! What is wrong in a file of a person's own, in a sentence with its place.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::entries::Problem;

/// Something wrong in a file of settings, keys or looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file.
    pub path: PathBuf,
    /// Line and column, from 1, columns in characters; none if it is about the whole file.
    pub place: Option<(usize, usize)>,
    /// What is wrong, in a sentence.
    pub message: String,
    /// What was probably meant.
    pub suggestion: Option<String>,
}

impl Fault {
    /// A fault of a whole file.
    pub fn of_file(path: &Path, message: String) -> Self {
        Self { path: path.to_owned(), place: None, message, suggestion: None }
    }

    /// What is wrong at a place of a file.
    pub fn at(path: &Path, problem: Problem) -> Self {
        let Problem { line, column, message, suggestion } = problem;
        Self { path: path.to_owned(), place: Some((line, column)), message, suggestion }
    }
}

/// `config.ron:3:5: …`: the file by its name alone, so that the sentence fits a status line.
impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.path.file_name().unwrap_or(self.path.as_os_str());
        write!(out, "{}", name.to_string_lossy())?;
        if let Some((line, column)) = self.place {
            write!(out, ":{line}:{column}")?;
        }
        write!(out, ": {}", self.message)?;
        match &self.suggestion {
            Some(suggestion) => write!(out, "; did you mean `{suggestion}`?"),
            None => Ok(()),
        }
    }
}
