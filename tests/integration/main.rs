//! What the program does with whole files, one module for each part of it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod commands;
mod format;

use std::fs;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Compares with a file, or writes it when `UPDATE` is set.
#[track_caller]
fn expect(path: &Path, found: &str) {
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, found).unwrap();
        return;
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    assert!(
        expected == found,
        "{} is not what is found now (UPDATE=1 writes it):\n{found}",
        path.display()
    );
}
