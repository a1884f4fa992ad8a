//! The help: every action of the place it was asked from, then of the others. Enter runs one, so
//! that arrows, Enter, Esc, Tab and F1 reach everything.

use crate::keys::{Action, Context, Keymap, hints};
use crate::phrase::Phrase;

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
    all: Vec<Line>,
}

/// A line of the help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// The heading of a section.
    Heading(Phrase),
    /// An action with its keys.
    Action(hints::Row),
}

impl Help {
    /// The help for a place of the program.
    pub fn new(keymap: &Keymap, context: Context) -> Self {
        let mut all = Vec::new();
        for topic in hints::help(keymap, context) {
            all.push(Line::Heading(topic.title));
            all.extend(topic.rows.into_iter().map(Line::Action));
        }
        let mut help = Self { lines: Vec::new(), cursor: 0, filter: None, is_typing: false, all };
        help.refresh();
        help
    }

    /// Applies the filter: actions whose keys or sentence hold it, with their headings.
    pub fn refresh(&mut self) {
        let wanted = self.filter.as_ref().map(|p| p.text().to_lowercase()).unwrap_or_default();
        let fits = |row: &hints::Row| {
            row.sentence.holds(&wanted) || row.keys.to_lowercase().contains(&wanted)
        };
        self.lines.clear();
        let mut heading = None;
        for line in &self.all {
            match line {
                Line::Heading(_) => heading = Some(line),
                Line::Action(row) if fits(row) => {
                    self.lines.extend(heading.take().cloned());
                    self.lines.push(line.clone());
                }
                Line::Action(_) => {}
            }
        }
        self.cursor = 0;
        self.step(1);
        self.step(-1);
    }

    /// Moves the cursor by actions, stopping at the ends.
    pub fn step(&mut self, by: isize) {
        let forward = by > 0;
        for _ in 0..by.unsigned_abs() {
            let is_action = |i: &usize| matches!(self.lines[*i], Line::Action(_));
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
        if matches!(self.lines.get(line), Some(Line::Action(_))) {
            self.cursor = line;
        }
    }

    /// The action under the cursor.
    pub fn action(&self) -> Option<Action> {
        match self.lines.get(self.cursor)? {
            Line::Action(row) => Some(row.action),
            Line::Heading(_) => None,
        }
    }
}
