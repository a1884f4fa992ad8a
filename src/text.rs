//! Words on a screen: untrusted text made harmless, measured, broken into lines and compared.
//! Knows Unicode; knows nothing of releases or of a terminal.

pub mod columns;
pub mod fold;
pub mod fuzzy;
pub mod sanitize;
pub mod width;
pub mod wrap;

pub use sanitize::{Clean, Cleaned, Raw};
