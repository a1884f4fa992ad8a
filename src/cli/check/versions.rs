//! Whether the files that a release names as its other languages are there, and are releases.

use std::collections::HashMap;
use std::path::Path;

use crate::clean_format;
use crate::cli::{input, is_input};
use crate::library::Source;
use crate::release::check::{Problem, is_inside};
use crate::release::place::VersionField;
use crate::release::{Code, Locus, Release};
use crate::text::{Clean, Raw};

/// The most files that one release makes the program open.
const MOST: usize = 100;

/// Adds what is wrong with a release's versions on disk. What standard input names is not looked
/// for, for it lies in no folder.
pub fn check(release: &Release, from: &Source, problems: &mut Vec<Problem>) {
    if from.path().is_none_or(is_input) {
        return;
    }
    // A file that is named again is not opened again.
    let mut known: HashMap<&str, Option<(Code, Clean<'static>)>> = HashMap::new();
    for (index, version) in release.versions.iter().enumerate() {
        // A name that leaves its folder, or is none, is a problem of the file and told already.
        if version.file.is_empty() || !is_inside(version.file.as_str()) {
            continue;
        }
        let file = version.file.as_str();
        if known.len() >= MOST && !known.contains_key(file) {
            let message = clean_format!("only the first {MOST} files are looked for");
            problems.push(problem(index, Code::ManyVersions, message));
            return;
        }
        let wrong = known.entry(file).or_insert_with(|| wrong(from, &version.file));
        if let Some((code, message)) = wrong {
            problems.push(problem(index, *code, message.clone()));
        }
    }
}

fn problem(index: usize, code: Code, message: Clean<'static>) -> Problem {
    let locus = Locus::Version(index, VersionField::File);
    Problem { severity: code.severity(), code, locus, part: None, message, help: None }
}

fn wrong(from: &Source, file: &Raw) -> Option<(Code, Clean<'static>)> {
    let name = clean_format!("`{}`", file.clean_line());
    let source = from.beside(file.as_str())?;
    if !source.stays_inside() {
        let message = clean_format!("{name} leads out of the opened folder by a link");
        return Some((Code::OutsideFolder, message));
    }
    if is_same(source.path()?, from.path()?) {
        return Some((Code::OwnFile, clean_format!("{name} is this file itself")));
    }
    let document = match input::open(source.path()?) {
        Ok(document) => document,
        Err(error) => return Some((Code::MissingVersion, clean_format!("{name}: {error}"))),
    };
    let fault = document.release.err()?;
    Some((Code::FaultyVersion, clean_format!("{name} is not a release: {}", fault.message)))
}

/// Whether two paths lead to one file.
fn is_same(one: &Path, other: &Path) -> bool {
    one.canonicalize().is_ok_and(|one| other.canonicalize().is_ok_and(|other| one == other))
}
