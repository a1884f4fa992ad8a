//! Several lines of harmless text with their indents and empty lines: what leaves the program as a
//! whole, to a clipboard or another program.

use std::fmt;

use super::Clean;

/// Lines of clean text. Unlike in [`Clean`], runs of spaces and empty lines are kept, for columns and
/// air are made of them; there is none at the end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page(String);

impl Page {
    /// Makes any text harmless, line by line.
    pub fn of(text: &str) -> Self {
        let mut page = String::with_capacity(text.len());
        for line in text.split('\n') {
            let mut rest = line;
            while let Some(at) = rest.find("  ").or_else(|| rest.starts_with(' ').then_some(0)) {
                page.push_str(&Clean::from_str(&rest[..at]).line());
                let spaces = rest[at..].len() - rest[at..].trim_start_matches(' ').len();
                page.extend(std::iter::repeat_n(' ', spaces));
                rest = &rest[at + spaces..];
            }
            page.push_str(&Clean::from_str(rest).line());
            page.truncate(page.trim_end_matches(' ').len());
            page.push('\n');
        }
        page.truncate(page.trim_end_matches('\n').len());
        Self(page)
    }

    /// The lines.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn columns_and_air_are_kept_and_nothing_else_that_is_not_words() {
        assert_eq!(
            Page::of("2.  two\n    ° item\n\n\nlast  \n\n").as_str(),
            "2.  two\n    ° item\n\n\nlast"
        );
        assert_eq!(
            Page::of("a\x1b]52;c;x\x07b\r\n\u{202e}c\u{200b}\u{9b}").as_str(),
            "a␛]52;c;x␇b\nc\u{fffd}"
        );
    }

    proptest! {
        #[test]
        fn nothing_but_line_breaks_is_a_control(text in "(.|[ \n\x1b\u{202e}\u{200b}\u{85}\u{2028}]){0,40}") {
            let page = Page::of(&text);
            let is_harmless = |c: char| (c == '\n' || !c.is_control()) && !"\u{202e}\u{2028}".contains(c);
            prop_assert!(page.as_str().chars().all(is_harmless));
            prop_assert_eq!(Page::of(page.as_str()), page);
        }
    }
}
