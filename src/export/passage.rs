//! Some blocks as they are printed, to be pasted: numbers and marks, words, tables in columns; no
//! lines below headings and no breaks within a paragraph.

use std::fmt;

use super::text::{self, Headings, Options};
use super::{Facts, Part};
use crate::text::Page;

/// Writes blocks as they are printed.
///
/// # Errors
/// Only those of `out`.
pub fn write(out: &mut impl fmt::Write, part: &Part<'_>) -> fmt::Result {
    text::write(
        out,
        part,
        Options {
            width: None,
            facts: Facts::Hidden,
            headings: Headings::Plain,
            ..Options::default()
        },
    )
}

/// As [`write()`], into text that is harmless wherever it is pasted; nothing when it would be longer
/// than so many bytes.
pub fn passage(part: &Part<'_>, most: usize) -> Option<Page> {
    let mut page = Bounded { text: String::new(), most };
    write(&mut page, part).ok()?;
    Some(Page::of(&page.text))
}

/// Text that refuses to grow beyond a limit, so that what is too long costs no more than the limit.
struct Bounded {
    text: String,
    most: usize,
}

impl fmt::Write for Bounded {
    fn write_str(&mut self, more: &str) -> fmt::Result {
        if self.text.len() + more.len() > self.most {
            return Err(fmt::Error);
        }
        self.text.push_str(more);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::{Addresses, Release, parse};

    fn release() -> Release {
        parse(
            r#"Release(format: 1, title: "The title", body: [
                Heading(text: "Opening"),
                Numbered(number: "2.", text: "two", items: [
                    Bullet(marker: "°", text: "item", items: [Bullet(marker: "-", text: "deep\u{202e}er")]),
                ]),
                Paragraph(text: "last"),
            ])"#,
        )
        .unwrap()
    }

    #[track_caller]
    fn check(first: &str, last: &str, expected: &str) {
        let release = release();
        let addresses = Addresses::of(&release.body);
        let at = |address| addresses.block(address).unwrap();
        let part = Part::span(&release, &addresses, (at(first), at(last)));
        assert_eq!(passage(&part, 1_000).unwrap().as_str(), expected);
    }

    #[test]
    fn blocks_are_told_as_they_are_printed() {
        check("title", "title", "The title");
        check("title", "h1", "The title\n\nOpening");
        check("2", "2", "2.  two");
        check("2.1", "2.1", "° item");
        check("2", "2.1.1", "2.  two\n    ° item\n      - deeper");
        check("2.1.1", "p1", "- deeper\n\nlast");
    }

    #[test]
    fn what_is_too_long_is_not_begun() {
        let release = release();
        let addresses = Addresses::of(&release.body);
        assert!(passage(&Part::whole(&release, &addresses), 20).is_none());
    }
}
