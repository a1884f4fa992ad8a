//! What the program does with whole files, one module for each part of it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod format;
