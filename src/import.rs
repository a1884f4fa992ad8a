//! A published page to a draft release: bytes to lines, lines to an outline, the outline to facts with
//! their mentions. Knows no terminal, no clock and no network; what it is unsure of it says.

mod chrome;
pub mod draft;
mod extract;
mod html;
mod lines;
mod markdown;
mod outline;
mod plain;

pub use draft::Draft;

/// Reads text.
pub fn text(page: &str) -> Draft {
    draft::of(plain::read(page))
}

/// Reads a saved page.
pub fn html(page: &str) -> Draft {
    draft::of(html::read(page))
}
