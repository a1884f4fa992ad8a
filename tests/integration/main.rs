//! What the program does with whole files, one module for each part of it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod any_keys;
mod architecture;
mod commands;
mod docs;
mod format;
mod import;
#[cfg(unix)]
mod pty;
mod reader;
mod screens;
mod screenshots;
mod support;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Compares with a file, or writes it when `UPDATE` is set.
#[track_caller]
fn expect(path: &Path, found: &str) {
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, found).unwrap();
        return;
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    assert!(
        expected == found,
        "{} is not what is found now (UPDATE=1 writes it):\n{}",
        path.display(),
        differences(&expected, found)
    );
}

/// The lines that differ, old above new.
fn differences(expected: &str, found: &str) -> String {
    let (mut old, mut new) = (expected.lines(), found.lines());
    let mut out = String::new();
    for number in 1.. {
        match (old.next(), new.next()) {
            (None, None) => break,
            (one, other) if one == other => {}
            (one, other) => {
                let one = one.map(|line| format!("{number:>5} - {line}\n"));
                let other = other.map(|line| format!("{number:>5} + {line}\n"));
                write!(out, "{}{}", one.unwrap_or_default(), other.unwrap_or_default()).unwrap();
            }
        }
    }
    out
}
