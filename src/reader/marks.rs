//! Marks a person has set: by which letter, where, and the list of them.

use std::collections::BTreeMap;

use super::areas::{Position, Rect, popup};
use super::cursor::Cursor;
use super::model::Model;
use crate::annotations::{Anchor, LibraryMark};
use crate::phrase::{self, Phrase};
use crate::text::{Clean, Raw};

/// What the next letter does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letter {
    /// It names a mark to be set here.
    Set,
    /// It names the mark to go to.
    Go,
}

/// What is done once the marks are at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// Go to this one.
    Go(char),
    /// List them all.
    List,
}

/// The marks as they are kept, whoever has set them; nothing where the reader knows better.
#[derive(Debug, Clone, Default)]
pub struct AllMarks {
    /// Those of the open release, from `a` to `z`.
    pub here: Option<BTreeMap<char, Anchor>>,
    /// Those from `A` to `Z`.
    pub library: Option<BTreeMap<char, LibraryMark>>,
}

/// The list of marks.
#[derive(Debug, Default)]
pub struct MarkList {
    /// A row for each, as it is drawn.
    pub rows: Vec<MarkRow>,
    /// The row under the cursor.
    pub cursor: Cursor,
}

/// A mark in the list.
#[derive(Debug, Clone)]
pub struct MarkRow {
    /// Its letter.
    pub letter: char,
    /// Its address, and the file's name where it may be another one.
    pub at: Clean<'static>,
    /// How its block began when it was set.
    pub words: Clean<'static>,
}

impl MarkList {
    /// The list of all marks.
    pub fn new(model: &Model) -> Self {
        let here = model.reading().into_iter().flat_map(|reading| &reading.marks);
        let here = here.map(|(letter, anchor)| MarkRow::new(*letter, anchor, None));
        let library = model.marks.iter();
        let library = library.map(|(letter, m)| MarkRow::new(*letter, &m.place, Some(&m.name)));
        Self { rows: here.chain(library).collect(), cursor: Cursor::default() }
    }

    /// Where it is drawn.
    pub fn area(&self, over: Rect) -> Rect {
        popup::choices(over, self.rows.len())
    }

    /// Puts the cursor on the row at a cell of the screen; says whether there is one.
    pub fn point(&mut self, over: Rect, at: Position) -> bool {
        let area = self.area(over);
        let is_inside = area.contains(at);
        if is_inside {
            let row = self.cursor.first(area.height) + usize::from(at.y - area.y);
            self.cursor = Cursor(row.min(self.rows.len().saturating_sub(1)));
        }
        is_inside
    }
}

impl MarkRow {
    fn new(letter: char, anchor: &Anchor, file: Option<&String>) -> Self {
        let clean = |words: &str| Raw::from(words.to_owned()).clean_line().into_owned();
        let at = match file {
            Some(file) => clean(&format!("{file}#{}", anchor.at)),
            None => clean(&anchor.at),
        };
        Self { letter, at, words: clean(&anchor.words) }
    }
}

/// What is said while a letter is awaited.
pub fn awaited(model: &Model, letter: Letter) -> Phrase {
    match letter {
        Letter::Set => phrase::place::set_which(),
        Letter::Go => {
            let rows = MarkList::new(model).rows;
            let marks: Vec<String> =
                rows.iter().map(|m| format!("{} {}", m.letter, m.at)).collect();
            phrase::place::go_which(marks.join(" · "))
        }
    }
}
