//! A file that does not open as a release, shown as its diagnostic with the text around the fault.

use std::ops::Range;

use crate::library::Source;
use crate::phrase::Phrase;
use crate::release::{Fault, place};
use crate::text::{Clean, width};

/// Lines shown above and below the line at fault.
const AROUND: usize = 200;
/// The most characters of a line that are shown, around the fault.
const LONGEST_LINE: usize = 400;

/// A file that is no release.
#[derive(Debug, Clone)]
pub struct Faulty {
    /// The file.
    pub source: Source,
    /// What is wrong.
    pub message: Phrase,
    /// What to do about it.
    pub help: Option<Phrase>,
    /// The text around the fault; none when the file could not be read at all.
    pub excerpt: Option<Excerpt>,
}

/// Lines of a file around a fault.
#[derive(Debug, Clone)]
pub struct Excerpt {
    /// The number of the first line shown, from 1.
    pub first: usize,
    /// The lines, made harmless.
    pub lines: Vec<Clean<'static>>,
    /// The number of the line at fault, from 1.
    pub line: usize,
    /// The column of the fault, from 1, in characters.
    pub column: usize,
    /// The columns of the screen to underline in the line at fault.
    pub underline: Range<usize>,
}

impl Faulty {
    /// A file that could not be read.
    pub fn unreadable(source: Source, message: Phrase) -> Self {
        Self { source, message, help: None, excerpt: None }
    }

    /// A file that was read and is no release.
    pub fn new(source: Source, text: &str, fault: Fault) -> Self {
        let excerpt = Some(Excerpt::around(text, &fault.span));
        let help = fault.help.map(Phrase::told);
        Self { source, message: Phrase::told(fault.message), help, excerpt }
    }

    /// The line to open an editor at.
    pub fn line(&self) -> usize {
        self.excerpt.as_ref().map_or(1, |excerpt| excerpt.line)
    }
}

impl Excerpt {
    fn around(text: &str, span: &Range<usize>) -> Self {
        let start = text.floor_char_boundary(span.start.min(text.len()));
        let end = text.floor_char_boundary(span.end.min(text.len())).max(start);
        let (line, column) = place::line_and_column(text, start);
        let first = line.saturating_sub(AROUND).max(1);
        let line_start = text[..start].rfind('\n').map_or(0, |i| i + 1);
        let mut underline = 0..0;
        let lines = text
            .split('\n')
            .enumerate()
            .skip(first - 1)
            .take(line - first + 1 + AROUND)
            .map(|(i, whole)| {
                if i + 1 != line {
                    return Self::shown(whole, 0);
                }
                let local = start - line_start..(end - line_start).min(whole.len());
                let cut = Self::cut_before(whole, local.start);
                let columns = |range: Range<usize>| width::cells(&Self::shown_part(&whole[range]));
                let left = columns(cut..local.start);
                underline = left..left + columns(local.clone()).max(1);
                Self::shown(whole, cut)
            })
            .collect();
        Self { first, lines, line, column, underline }
    }

    /// Where to start showing a line so that a byte far to the right is in sight.
    fn cut_before(line: &str, byte: usize) -> usize {
        if byte <= LONGEST_LINE / 4 { 0 } else { line.floor_char_boundary(byte - LONGEST_LINE / 8) }
    }

    fn shown(line: &str, cut: usize) -> Clean<'static> {
        let end = line.floor_char_boundary((cut + LONGEST_LINE).min(line.len()));
        Self::shown_part(&line[cut..end])
    }

    /// Part of a line, white space kept as wide as it is: the diagnostic points by column.
    fn shown_part(part: &str) -> Clean<'static> {
        let visible: String = part
            .trim_end_matches(['\r', '\n'])
            .chars()
            .flat_map(|c| {
                // A no-break space survives cleaning where plain ones would be folded.
                let (c, times) = match c {
                    '\t' => ('\u{a0}', 4),
                    ' ' => ('\u{a0}', 1),
                    other => (other, 1),
                };
                std::iter::repeat_n(c, times)
            })
            .collect();
        Clean::from_string(visible)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_at_fault_are_underlined_wherever_they_stand() {
        let text = "Release(\n    format: 1,\n\ttitel: \"x\",\n)";
        let start = text.find("titel").unwrap();
        let excerpt = Excerpt::around(text, &(start..start + 5));
        assert_eq!((excerpt.line, excerpt.column), (3, 2));
        assert_eq!(excerpt.underline, 4..9);
        assert_eq!(excerpt.lines.len(), 4);
    }

    #[test]
    fn a_line_of_megabytes_is_shown_around_the_fault_only() {
        let text = format!("{}titel{}", "x".repeat(1_000_000), "y".repeat(1_000_000));
        let excerpt = Excerpt::around(&text, &(1_000_000..1_000_005));
        assert!(excerpt.lines[0].len() <= LONGEST_LINE);
        let at = excerpt.underline.start;
        assert_eq!(&excerpt.lines[0][at..at + 5], "titel");
    }
}
