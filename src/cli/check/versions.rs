//! Whether the files that a release names as its other languages are there, and are releases.

use std::path::Path;

use crate::clean_format;
use crate::cli::{input, is_input};
use crate::library::Source;
use crate::release::check::{Problem, is_inside};
use crate::release::place::VersionField;
use crate::release::{Code, Locus, Release};
use crate::text::{Clean, Raw};

/// Adds what is wrong with a release's versions on disk. What standard input names is not looked
/// for, for it lies in no folder.
pub fn check(release: &Release, from: &Source, problems: &mut Vec<Problem>) {
    if from.path().is_none_or(is_input) {
        return;
    }
    for (index, version) in release.versions.iter().enumerate() {
        // A name that leaves its folder, or is none, is a problem of the file and told already.
        if version.file.is_empty() || !is_inside(version.file.as_str()) {
            continue;
        }
        if let Some((code, message)) = wrong(from, &version.file) {
            problems.push(Problem {
                severity: code.severity(),
                code,
                locus: Locus::Version(index, VersionField::File),
                part: None,
                message,
                help: None,
            });
        }
    }
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
