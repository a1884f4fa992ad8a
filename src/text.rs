//! Words on a screen: untrusted text made harmless, measured, broken into lines and compared.
//! Knows Unicode; knows nothing of releases or of a terminal.

pub mod ascii;
pub mod columns;
pub mod fold;
pub mod fuzzy;
pub mod hangul;
pub mod link;
pub mod page;
pub mod sanitize;
pub mod similar;
pub(crate) mod tokens;
pub mod width;
pub mod words;
pub mod wrap;

pub use page::Page;
pub use sanitize::{Clean, Cleaned, Raw};
