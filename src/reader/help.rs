//! The help: every action of the place it was asked from, then of the others. Enter runs one, so
//! that arrows, Enter, Esc, Tab and F1 reach everything.

use std::ops::Range;

use crate::keys::{Action, Context, Keymap, hints};
use crate::phrase::{Language, Phrase};

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

impl Help {
    /// The help for a place of the program.
    pub fn new(language: Language, keymap: &Keymap, context: Context) -> Self {
        let mut all = Vec::new();
        for topic in hints::help(keymap, context) {
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

    /// The first line shown on a screen of so many rows.
    pub fn top(&self, height: usize) -> usize {
        self.cursor.saturating_sub(height / 2).min(self.lines.len().saturating_sub(height))
    }

    /// Puts the cursor on a line, if it is an action.
    pub fn point(&mut self, line: usize) {
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
