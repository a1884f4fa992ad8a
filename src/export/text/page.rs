//! Lines of a page: wrapped, indented, with one empty line between things that stand apart.

use std::fmt;

use super::Headings;
use crate::clean_format;
use crate::text::Clean;
use crate::text::width::cells;
use crate::text::wrap::wrap;

/// The deepest indent of a page that is not wrapped.
const DEEPEST: usize = 40;

/// Where the lines of a paragraph begin.
#[derive(Clone, Copy)]
pub(super) struct Hang {
    first: usize,
    rest: usize,
}

impl Hang {
    /// Every line at one column.
    pub fn none(indent: usize) -> Self {
        Self { first: indent, rest: indent }
    }

    /// The lines after the first further in.
    pub fn by(indent: usize, more: usize) -> Self {
        Self { first: indent, rest: indent + more }
    }
}

/// What is written to, and how wide it may become.
pub(super) struct Page<'o, W> {
    out: &'o mut W,
    width: Option<u16>,
    headings: Headings,
    gap: Gap,
}

/// What stands before the next line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// Nothing was written yet, so nothing is to be set off.
    Start,
    None,
    Wanted,
}

impl<'o, W: fmt::Write> Page<'o, W> {
    pub fn new(out: &'o mut W, width: Option<u16>, headings: Headings) -> Self {
        Self { out, width: width.filter(|w| *w > 0), headings, gap: Gap::Start }
    }

    pub fn width(&self) -> Option<usize> {
        self.width.map(usize::from)
    }

    /// Asks for an empty line before whatever comes next.
    pub fn gap(&mut self) {
        if self.gap == Gap::None {
            self.gap = Gap::Wanted;
        }
    }

    /// A column at which text may begin: deep nesting must not squeeze it out of the page.
    pub fn bounded(&self, indent: usize) -> usize {
        indent.min(self.width().map_or(DEEPEST, |w| w / 2))
    }

    /// One line as it is.
    pub fn line(&mut self, indent: usize, words: &str) -> fmt::Result {
        if self.gap == Gap::Wanted {
            self.out.write_char('\n')?;
        }
        self.gap = Gap::None;
        if words.is_empty() {
            return self.out.write_char('\n');
        }
        writeln!(self.out, "{:indent$}{words}", "")
    }

    /// A text in as many lines as it needs, none when it is empty. Says how wide it became.
    pub fn paragraph(&mut self, hang: Hang, text: &Clean<'_>) -> Result<usize, fmt::Error> {
        let mut widest = 0;
        if text.is_empty() {
            return Ok(widest);
        }
        let hang = Hang { first: self.bounded(hang.first), rest: self.bounded(hang.rest) };
        self.lines("", hang, text, &mut widest)?;
        Ok(widest)
    }

    /// A text with a line below it, for titles; where they are plain, with air instead.
    pub fn underlined(&mut self, indent: usize, text: &Clean<'_>, line: char) -> fmt::Result {
        let widest = self.paragraph(Hang::none(indent), text)?;
        if self.headings == Headings::Plain {
            self.gap();
            return Ok(());
        }
        let widest = widest.min(self.width().unwrap_or(DEEPEST * 2));
        if widest > 0 {
            self.line(self.bounded(indent), &line.to_string().repeat(widest))?;
        }
        Ok(())
    }

    /// A text behind its label, whose later lines begin below its first word. Says at which column
    /// that is.
    pub fn labelled(
        &mut self,
        indent: usize,
        label: &Clean<'_>,
        room: usize,
        text: &Clean<'_>,
    ) -> Result<usize, fmt::Error> {
        const WIDEST: usize = 12;
        let indent = self.bounded(indent);
        let column = self.bounded(indent + room);
        if label.is_empty() || room > WIDEST || column < indent + room {
            let words = clean_format!("{label} {text}");
            self.paragraph(Hang::by(indent, 2), &words)?;
            return Ok(indent + 2);
        }
        let mut widest = 0;
        let hang = Hang { first: indent, rest: column };
        self.lines(label, hang, text, &mut widest)?;
        Ok(column)
    }

    /// A short line, as between a page and its foot.
    pub fn rule(&mut self) -> fmt::Result {
        if self.headings == Headings::Plain {
            return Ok(());
        }
        let width = self.width().unwrap_or(DEEPEST).min(12);
        self.line(0, &"-".repeat(width))
    }

    fn lines(
        &mut self,
        label: &str,
        hang: Hang,
        text: &Clean<'_>,
        widest: &mut usize,
    ) -> fmt::Result {
        let column = if label.is_empty() { hang.first } else { hang.rest };
        let mut prefix = label.to_owned();
        if !label.is_empty() {
            // A label that reaches past the column still has a space behind it.
            let pad = column.saturating_sub(hang.first + cells(label)).max(1);
            prefix.push_str(&" ".repeat(pad));
        }
        let mut indent = hang.first;
        self.each_line(hang, text, |page, line| {
            *widest = (*widest).max(cells(line));
            page.line(indent, format!("{prefix}{line}").trim_end())?;
            prefix.clear();
            indent = hang.rest;
            Ok(())
        })
    }

    fn each_line(
        &mut self,
        hang: Hang,
        text: &Clean<'_>,
        mut write: impl FnMut(&mut Self, &str) -> fmt::Result,
    ) -> fmt::Result {
        let Some(width) = self.width else {
            return text.split('\n').try_for_each(|line| write(self, line));
        };
        // Measured at the deeper column: the first line of a hanging entry may end a little early.
        let room = width.saturating_sub(hang.first.max(hang.rest) as u16).max(1);
        wrap(text, room).iter().try_for_each(|line| write(self, &text[line.range()]))
    }
}
