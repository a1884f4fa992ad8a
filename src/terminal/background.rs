//! Is the terminal's page dark or light? It is asked after the first frame, and nothing waits for
//! the answer: a terminal that never gives one costs nothing.
//!
//! The question is OSC 11 of xterm's control sequences; the answer is `11;rgb:RRRR/GGGG/BBBB` in an
//! operating system command of its own.

use std::io::{self, Write};

use crate::reader::message::Page;

/// Asks for the colour of the page.
///
/// # Errors
/// When the terminal cannot be written to.
pub fn ask() -> io::Result<()> {
    let mut out = io::stdout();
    out.write_all(b"\x1b]11;?\x1b\\")?;
    out.flush()
}

/// The page of an answer, by its relative luminance: below that of a middle grey it is dark. The
/// curve of sRGB (WCAG 2) is taken for a square, which is near enough to tell, and spares the start
/// a library of functions that nothing else needs.
pub fn page(answer: &str) -> Option<Page> {
    let colour = answer.strip_prefix("11;rgb")?;
    let colour = colour.strip_prefix('a').unwrap_or(colour).strip_prefix(':')?;
    let mut channels = colour.split('/').map(|hex| {
        let digits = u32::try_from(hex.len()).ok().filter(|n| (1..=4).contains(n))?;
        let value = u32::from_str_radix(hex, 16).ok()?;
        let full = 16_u32.pow(digits) - 1;
        Some((f64::from(value) / f64::from(full)).powi(2))
    });
    let mut next = || channels.next().flatten();
    let luminance = 0.2126 * next()? + 0.7152 * next()? + 0.0722 * next()?;
    Some(if luminance < 0.21 { Page::Dark } else { Page::Light })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_dark_or_light_by_its_luminance() {
        for (answer, expected) in [
            ("11;rgb:1d1d/1f1f/2121", Some(Page::Dark)),
            ("11;rgb:ffff/ffff/ffff", Some(Page::Light)),
            ("11;rgb:00/2b/36", Some(Page::Dark)),
            ("11;rgb:f/f/f", Some(Page::Light)),
            ("11;rgb:74/74/74", Some(Page::Dark)),
            ("11;rgb:78/78/78", Some(Page::Light)),
            ("11;rgb:00/00/ff", Some(Page::Dark)),
            ("11;rgb:ff/00/00", Some(Page::Light)),
            ("11;rgba:fdfd/f6f6/e3e3/ffff", Some(Page::Light)),
            ("10;rgb:ffff/ffff/ffff", None),
            ("11;rgb:ffff/ffff", None),
            ("11;rgb:fffff/ffff/ffff", None),
            ("11;white", None),
        ] {
            assert_eq!(page(answer), expected, "{answer}");
        }
    }
}
