//! The help: every action of the place it was asked from, then of the others. Enter runs one, so
//! that arrows, Enter, Esc, Tab and F1 reach everything.

use std::ops::Range;

use crate::keys::{Action, Context, Keymap, hints};
use crate::phrase::{Language, Phrase};
use crate::text::Clean;
use crate::text::width::cells;
use crate::text::wrap::wrap;

use super::areas::Size;
use super::model::Popup;
use super::palette;
use super::prompt::Prompt;

/// The help, open.
#[derive(Debug)]
pub struct Help {
    /// Its lines.
    pub lines: Vec<Line>,
    /// The line under the cursor: always an action, unless none is left.
    pub cursor: usize,
    /// What the lines must contain, while it is typed and after.
    pub filter: Option<Prompt>,
    /// Whether the filter is being typed.
    pub is_typing: bool,
    /// What it lies over, which comes back once it closes: never a help or a palette.
    pub under: Option<Box<Popup>>,
    language: Language,
    all: Vec<Line>,
}

/// A line of the help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// The heading of a section.
    Heading(Phrase),
    /// An action with its keys, and the letters of its sentence that were typed.
    Action(hints::Row, Vec<Range<usize>>),
}

/// Columns before the keys and after them, and one at the right end.
const AROUND: u16 = 2 + 2 + 1;
/// The narrowest the help gets, where there is room, so that its title fits.
const NARROWEST: u16 = 64;

/// A row of the help: a line, or a part of one that is too long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The line, counted from 0.
    pub line: usize,
    /// The keys on this row.
    pub keys: Clean<'static>,
    /// The bytes of the sentence on this row.
    pub sentence: Range<usize>,
}

impl Help {
    /// The help for a place of the program.
    ///
    /// What is for drafts is told in a review only.
    pub fn new(language: Language, (keymap, context): (&Keymap, Context), is_review: bool) -> Self {
        let mut all = Vec::new();
        for mut topic in hints::help(keymap, context) {
            topic.rows.retain(|row| is_review || !row.action.is_for_drafts());
            all.push(Line::Heading(topic.title));
            all.extend(topic.rows.into_iter().map(|row| Line::Action(row, Vec::new())));
        }
        let (lines, filter) = (Vec::new(), None);
        let (cursor, is_typing, under) = (0, false, None);
        let mut help = Self { lines, cursor, filter, is_typing, under, language, all };
        help.refresh();
        help
    }

    /// Applies the filter: actions that are found by what was typed, as in the palette, with their
    /// headings; the cursor is on the likeliest, the first of several.
    pub fn refresh(&mut self) {
        let wanted = self.filter.as_ref().map(|p| p.text().trim().to_owned()).unwrap_or_default();
        self.lines.clear();
        let mut heading = None;
        let mut best = None;
        for line in &self.all {
            let Line::Action(row, _) = line else {
                heading = Some(line);
                continue;
            };
            let Some(found) = palette::matched(&wanted, row, self.language) else { continue };
            self.lines.extend(heading.take().cloned());
            if best.is_none_or(|(score, _)| found.score > score) {
                best = Some((found.score, self.lines.len()));
            }
            self.lines.push(Line::Action(row.clone(), found.at));
        }
        self.cursor = best.map_or(0, |(_, line)| line);
    }

    /// Moves the cursor by actions, stopping at the ends.
    pub fn step(&mut self, by: isize) {
        let forward = by > 0;
        for _ in 0..by.unsigned_abs() {
            let is_action = |i: &usize| matches!(self.lines[*i], Line::Action(..));
            let next = if forward {
                (self.cursor + 1..self.lines.len()).find(is_action)
            } else {
                (0..self.cursor).rev().find(is_action)
            };
            let Some(next) = next else { break };
            self.cursor = next;
        }
    }

    /// The columns in which no line need be broken; the same whatever is filtered.
    pub fn width(&self) -> u16 {
        let (keys, sentences) = self.widest();
        (keys + sentences + AROUND).max(NARROWEST)
    }

    /// The columns that the keys stand in, of so many in all.
    pub fn keys_width(&self, width: u16) -> u16 {
        let (keys, sentences) = self.widest();
        if keys + sentences + AROUND <= width { keys } else { keys.min(width / 3) }
    }

    /// The widest keys and the widest sentence.
    fn widest(&self) -> (u16, u16) {
        let widths = self.all.iter().filter_map(|line| match line {
            Line::Action(row, _) => {
                Some((cells(&row.keys) as u16, cells(row.sentence.shown(self.language)) as u16))
            }
            Line::Heading(_) => None,
        });
        widths.fold((0, 0), |(keys, sentences), (k, s)| (keys.max(k), sentences.max(s)))
    }

    /// The rows on a screen of this size, the cursor among them.
    pub fn shown(&self, Size { width, height }: Size) -> Vec<Shown> {
        let keys = self.keys_width(width);
        let lines = self.lines.iter().enumerate();
        let mut rows: Vec<Shown> =
            lines.flat_map(|(index, line)| self.rows(index, line, (keys, width))).collect();
        let height = usize::from(height);
        let cursor = rows.iter().position(|row| row.line == self.cursor).unwrap_or_default();
        let top = cursor.saturating_sub(height / 2).min(rows.len().saturating_sub(height));
        rows.drain(..top);
        rows.truncate(height);
        rows
    }

    /// The rows of a line: as many as its keys or its sentence need, whichever need more.
    fn rows(&self, index: usize, line: &Line, (keys, width): (u16, u16)) -> Vec<Shown> {
        let Line::Action(row, _) = line else {
            return vec![Shown { line: index, keys: Clean::default(), sentence: 0..0 }];
        };
        let keys_lines = keys_lines(&row.keys, usize::from(keys));
        let room = width.saturating_sub(keys + AROUND).max(1);
        let sentence = wrap(row.sentence.shown(self.language), room);
        (0..keys_lines.len().max(sentence.len()))
            .map(|depth| Shown {
                line: index,
                keys: keys_lines.get(depth).cloned().unwrap_or_default(),
                sentence: sentence.get(depth).map_or(0..0, |line| line.range()),
            })
            .collect()
    }

    /// Puts the cursor on the line at a row of a screen of this size, if it is an action.
    pub fn point(&mut self, size: Size, row: usize) {
        let Some(line) = self.shown(size).get(row).map(|row| row.line) else { return };
        if matches!(self.lines.get(line), Some(Line::Action(..))) {
            self.cursor = line;
        }
    }

    /// The action under the cursor.
    pub fn action(&self) -> Option<Action> {
        match self.lines.get(self.cursor)? {
            Line::Action(row, _) => Some(row.action),
            Line::Heading(_) => None,
        }
    }
}

/// The keys of an action on lines of a width; a line breaks between two of them.
fn keys_lines(keys: &str, width: usize) -> Vec<Clean<'static>> {
    let mut lines: Vec<String> = Vec::new();
    for key in keys.split(hints::APART) {
        match lines.last_mut() {
            Some(line) if cells(line) + cells(hints::APART) + cells(key) <= width => {
                line.push_str(hints::APART);
                line.push_str(key);
            }
            _ => lines.push(key.to_owned()),
        }
    }
    lines.into_iter().map(Clean::from_string).collect()
}
