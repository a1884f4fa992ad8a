//! What every reader of pages delivers: lines of text with the little that layout says about them.
//! Which lines make a block together is for the outline to find.

use super::{LARGEST_TEXT, MOST_LINES};

/// One line of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// The words, without white space at either end and with single spaces inside.
    pub text: String,
    /// How far from the margin it begins, in columns.
    pub indent: usize,
    /// Whether a blank line or a paragraph's edge stands before it.
    pub gap: bool,
    /// What the page's own markup says it is.
    pub kind: LineKind,
}

/// What markup says of a line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum LineKind {
    /// Nothing.
    #[default]
    Text,
    /// A heading, of the level given (1 is the highest).
    Heading(u8),
    /// The first line of a list's item.
    Item {
        /// How many lists it stands in besides its own.
        depth: u8,
        /// Its number, in a numbered list.
        number: Option<u32>,
    },
    /// A table.
    Table(Rows),
}

/// The cells of a table, row by row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rows {
    /// Whether the first row is a head row.
    pub header: bool,
    /// The rows, which need not be of one length.
    pub rows: Vec<Vec<String>>,
}

impl Rows {
    /// The words of every cell that has any.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().flatten().map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    }
}

impl Line {
    /// A line of text whose white space is folded.
    pub fn text(text: &str) -> Self {
        Self { text: fold(text), ..Self::default() }
    }

    /// A table with a gap before it.
    pub fn table(rows: Rows) -> Self {
        Self { gap: true, kind: LineKind::Table(rows), ..Self::default() }
    }
}

/// What a page says about itself outside its text, and its lines.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// A title named by the page's markup.
    pub title: Option<String>,
    /// A date of publication named by the page's markup, as written there.
    pub published: Option<String>,
    /// The language named by the page's markup.
    pub language: Option<String>,
    /// The address named by the page's markup.
    pub source: Option<String>,
    /// The site or publisher named by the page's markup.
    pub site: Option<String>,
    /// The text.
    pub lines: Vec<Line>,
    /// What was unsure, in sentences.
    pub doubts: Vec<&'static str>,
    /// Whether reading stopped because there was too much.
    pub is_cut: bool,
}

impl Sheet {
    /// Whether there is more on the page than any release has.
    pub fn is_too_long(&self) -> bool {
        let (mut lines, mut bytes) = (self.lines.len(), 0);
        for line in &self.lines {
            bytes += line.text.len();
            if let LineKind::Table(rows) = &line.kind {
                lines += rows.rows.iter().map(Vec::len).sum::<usize>();
                bytes += rows.cells().map(str::len).sum::<usize>();
            }
        }
        self.is_cut || lines > MOST_LINES || bytes > LARGEST_TEXT
    }
}

/// Tables nested deeper are read as words of the cell around them.
pub const DEEPEST_TABLE: usize = 16;

/// White space folded to single spaces, none at either end; invisible marks and stray controls gone.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() || c == '\u{1f}' {
            if !folded.ends_with(' ') && !folded.is_empty() {
                folded.push(' ');
            }
        } else if !is_invisible(c) {
            folded.push(c);
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Controls, and marks that only copying leaves behind. Joiners stay: scripts need them.
fn is_invisible(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}' | '\u{FFFE}')
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// The lines as words, with what markup says of them.
    pub fn shown(sheet: &Sheet) -> Vec<String> {
        let shown = |line: &Line| match &line.kind {
            LineKind::Text => line.text.clone(),
            LineKind::Heading(level) => format!("h{level} {}", line.text),
            LineKind::Item { depth, number: None } => format!("{depth}- {}", line.text),
            LineKind::Item { depth, number: Some(n) } => format!("{depth}:{n}. {}", line.text),
            LineKind::Table(rows) => {
                rows.rows.iter().map(|row| row.join("|")).collect::<Vec<_>>().join(" / ")
            }
        };
        sheet.lines.iter().map(shown).collect()
    }

    #[test]
    fn a_sheet_is_too_long_by_its_words_or_by_its_lines_and_cells() {
        let is_too_long = |lines| Sheet { lines, ..Sheet::default() }.is_too_long();
        let text = |bytes| vec![Line { text: "a".repeat(bytes), ..Line::default() }; 2];
        assert!(!is_too_long(text(LARGEST_TEXT / 2)));
        assert!(is_too_long(text(LARGEST_TEXT / 2 + 1)));
        let table = |cells| {
            vec![Line::table(Rows { header: false, rows: vec![vec![String::new(); cells]] })]
        };
        assert!(!is_too_long(table(MOST_LINES - 1)));
        assert!(is_too_long(table(MOST_LINES)));
    }

    #[test]
    fn white_space_folds_and_invisible_marks_go() {
        assert_eq!(fold(" a\u{A0}\u{3000}b\u{200B}c\t\n d \u{7}"), "a bc d");
        assert_eq!(fold("\u{FEFF} \n"), "");
    }
}
