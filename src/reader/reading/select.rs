//! What is selected of the text: words or whole blocks, between where the selection began and where
//! the cursor is. Places are words of a block, so the selection holds at any width.

use std::ops::Range;

use super::movement::Way;
use super::{Place, Reading};
use crate::export::quote::Pinpoint;
use crate::release::BlockId;
use crate::text::{Clean, width, words};

/// Blocks whose words are counted at every step.
const MOST_COUNTED: usize = 200;

/// What a selection is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Words.
    Words,
    /// Blocks.
    Blocks,
}

/// A word: its block and the byte at which it begins in the text that is drawn of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    /// The block.
    pub block: BlockId,
    /// The byte.
    pub byte: usize,
}

/// What is selected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// What it is made of.
    pub unit: Unit,
    /// Made with the mouse: the next key that is not about it ends it.
    pub is_done: bool,
    anchor: Point,
    head: Point,
    /// The column kept while going from line to line.
    column: Option<usize>,
    /// All that is selected: its first byte, and the one after its last.
    start: Point,
    end: Point,
    words: usize,
}

impl Selection {
    /// The first block and the last.
    pub fn blocks(&self) -> Pinpoint {
        (self.start.block, self.end.block)
    }

    /// How many words; none where they are too many to be counted at every step.
    pub fn words(&self) -> usize {
        self.words
    }

    /// Whether it is made of blocks.
    pub fn is_blocks(&self) -> bool {
        self.unit == Unit::Blocks
    }

    /// What of the text that is drawn of a block is selected.
    pub fn within(&self, block: BlockId) -> Option<Range<usize>> {
        if block < self.start.block || block > self.end.block {
            return None;
        }
        let start = if block == self.start.block { self.start.byte } else { 0 };
        let end = if block == self.end.block { self.end.byte } else { usize::MAX };
        Some(start..end)
    }
}

impl Reading {
    /// What is selected.
    pub fn selection(&self) -> Option<&Selection> {
        self.selection.as_ref()
    }

    /// Begins to select at the cursor: at the hit or the lit words on its line, else at the first word.
    pub fn start_selection(&mut self, unit: Unit) {
        let block = self.block();
        if unit == Unit::Words && self.is_folded(block) {
            self.set_fold(block, false);
        }
        let point = self.first_word_of(self.cursor());
        let point = self.lit_word().unwrap_or(point);
        self.begin_at(unit, point);
    }

    fn begin_at(&mut self, unit: Unit, point: Point) {
        self.selection = Some(Selection {
            unit,
            is_done: false,
            anchor: point,
            head: point,
            column: None,
            start: point,
            end: point,
            words: 0,
        });
        self.measure_selection();
    }

    /// Selects nothing any more.
    pub fn end_selection(&mut self) {
        self.selection = None;
    }

    /// Selects the words from one place to another, the cursor at the second.
    pub fn select_between(&mut self, anchor: Point, head: Point) {
        let from = self.word_at(anchor);
        let to = self.word_at(head);
        self.begin_at(Unit::Words, from);
        self.move_to(to);
    }

    /// Goes on with words or with blocks.
    pub fn select_by(&mut self, unit: Unit) {
        let Some(selection) = &mut self.selection else { return };
        selection.unit = unit;
        selection.is_done = false;
        let head = selection.head;
        // The cursor may have left what the mouse selected.
        self.move_to(head);
    }

    /// The selection has been let go by the mouse.
    pub fn finish_selection(&mut self) {
        if let Some(selection) = &mut self.selection {
            selection.is_done = true;
        }
    }

    /// Exchanges the two ends, so that the other one moves.
    pub fn swap_ends(&mut self) {
        let Some(selection) = &mut self.selection else { return };
        std::mem::swap(&mut selection.anchor, &mut selection.head);
        let head = selection.head;
        self.move_to(head);
    }

    /// Moves the end by words, over the ends of blocks.
    pub fn select_words(&mut self, way: Way, count: usize) {
        for _ in 0..count {
            let Some(head) = self.selection.as_ref().map(|s| s.head) else { return };
            let Some(next) = self.word_beyond(head, way) else { break };
            if let Some(selection) = &mut self.selection {
                selection.head = next;
            }
        }
        if let Some(head) = self.selection.as_ref().map(|s| s.head) {
            if self.is_folded(head.block) {
                self.set_fold(head.block, false);
            }
            self.move_to(head);
        }
    }

    /// Moves the end to the first or the last word of its block.
    pub fn select_to_edge(&mut self, way: Way) {
        let Some(block) = self.selection.as_ref().map(|s| s.head.block) else { return };
        let end = self.layout(block).text().len();
        let byte = if way == Way::Forward { end } else { 0 };
        let point = self.word_at(Point { block, byte });
        self.move_to(point);
    }

    /// Moves the end by lines, in its column as far as lines are long enough.
    pub fn select_lines(&mut self, way: Way, count: usize) {
        let Some((head, kept)) = self.selection.as_ref().map(|s| (s.head, s.column)) else {
            return;
        };
        let column = kept.unwrap_or_else(|| self.column_of(head));
        self.move_lines(way, count);
        let cursor = self.cursor();
        let point = self.word_near(cursor, column);
        self.move_to(point);
        if let Some(selection) = &mut self.selection {
            selection.column = Some(column);
        }
    }

    /// Brings the end to the cursor's line, if something else moved it, and works out what is
    /// selected.
    pub(super) fn settle_selection(&mut self) {
        // What the mouse has selected stays, wherever the cursor goes.
        let moving = self.selection.as_ref().filter(|selection| !selection.is_done);
        let Some(head) = moving.map(|selection| selection.head) else { return };
        let cursor = self.cursor();
        let line =
            if self.is_folded(head.block) { 0 } else { self.layout(head.block).line_of(head.byte) };
        if cursor != (Place { block: head.block, line }) {
            let point = self.lit_word().unwrap_or_else(|| self.first_word_of(cursor));
            if let Some(selection) = &mut self.selection {
                selection.head = point;
                selection.column = None;
            }
            self.measure_selection();
        }
    }

    /// The byte of the text drawn of the cursor's block that must stay on its line.
    pub(super) fn selected_byte(&self) -> Option<usize> {
        let head = self.selection.as_ref()?.head;
        (head.block == self.block()).then_some(head.byte)
    }

    /// The selected words without numbers and marks, and where they stand; a line for each block.
    pub fn selected_words(&mut self) -> Option<(Pinpoint, Clean<'static>)> {
        let selection = self.selection.clone()?;
        let (first, last) = selection.blocks();
        let mut text = String::new();
        for order in first.order()..=last.order() {
            let block = BlockId::at(order);
            let range = selection.within(block)?;
            let part = if block == first || block == last {
                let drawn = self.layout(block).text();
                drawn.slice(range.start..range.end.min(drawn.len())).into_owned()
            } else {
                self.document.release.text_of(block).clean().into_owned()
            };
            if !text.is_empty() && !part.is_empty() {
                text.push('\n');
            }
            text.push_str(&part);
        }
        Some(((first, last), Clean::from_string(text)))
    }

    /// The selected bytes of the raw text, where they lie in one block.
    pub fn selected_raw(&mut self) -> Option<(BlockId, Range<u32>)> {
        let selection = self.selection.clone()?;
        let (first, last) = selection.blocks();
        let range = selection.within(first).filter(|_| first == last)?;
        let layout = self.layout(first);
        let end = range.end.min(layout.text().len());
        let (start, end) = (layout.to_raw(range.start), layout.to_raw(end));
        (start < end).then_some((first, start as u32..end as u32))
    }

    fn move_to(&mut self, head: Point) {
        if let Some(selection) = &mut self.selection {
            selection.head = head;
            selection.column = None;
        }
        let line = self.layout(head.block).line_of(head.byte);
        let line = if self.is_folded(head.block) { 0 } else { line };
        self.go_to_line(Place { block: head.block, line });
        self.measure_selection();
    }

    /// Works out what is selected: whole words, with the marks around a block's first and last one,
    /// and whatever a fold hides.
    fn measure_selection(&mut self) {
        let Some(selection) = &self.selection else { return };
        let unit = selection.unit;
        let (from, to) =
            (selection.anchor.min(selection.head), selection.anchor.max(selection.head));
        let whole_from = unit == Unit::Blocks || self.is_folded(from.block);
        let whole_to = unit == Unit::Blocks || self.is_folded(to.block);
        let start = if whole_from || self.is_edge(from, Way::Back) { 0 } else { from.byte };
        let end =
            if whole_to || self.is_edge(to, Way::Forward) { usize::MAX } else { self.word(to).end };
        let last = if self.is_folded(to.block) { self.last_inside(to.block) } else { to.block };
        if let Some(selection) = &mut self.selection {
            selection.start = Point { byte: start, ..from };
            selection.end = Point { block: last, byte: end };
        }
        let is_short = last.order() - from.block.order() < MOST_COUNTED;
        let words = if unit == Unit::Words && is_short { self.selected_words() } else { None };
        let words = words.map_or(0, |(_, text)| words::count(&text));
        if let Some(selection) = &mut self.selection {
            selection.words = words;
        }
    }

    /// Whether a word is the first or the last of its block.
    fn is_edge(&mut self, point: Point, way: Way) -> bool {
        let end = self.word(point).end;
        let text = self.layout(point.block).text();
        match way {
            Way::Forward => words::at_or_after(text, end).is_none(),
            Way::Back => point.byte == 0 || words::at_or_before(text, point.byte - 1).is_none(),
        }
    }

    /// The bytes of the word at a place; all of a block that has no words.
    fn word(&mut self, point: Point) -> Range<usize> {
        let text = self.layout(point.block).text();
        words::at_or_after(text, point.byte).unwrap_or(point.byte..text.len())
    }

    /// The word at a place or the one before it, else the next.
    fn word_at(&mut self, Point { block, byte }: Point) -> Point {
        let text = self.layout(block).text();
        let word = words::at_or_before(text, byte).or_else(|| words::at_or_after(text, byte));
        Point { block, byte: word.map_or(0, |word| word.start) }
    }

    fn word_beyond(&mut self, from: Point, way: Way) -> Option<Point> {
        let end = self.word(from).end;
        let text = self.layout(from.block).text();
        let beyond = match way {
            Way::Forward => words::at_or_after(text, end),
            Way::Back => from.byte.checked_sub(1).and_then(|byte| words::at_or_before(text, byte)),
        };
        if let Some(word) = beyond {
            return Some(Point { byte: word.start, ..from });
        }
        let body = &self.document.release.body;
        let block = match way {
            Way::Forward => self.folds.next(body, from.block)?,
            Way::Back => self.folds.previous(body, from.block)?,
        };
        let byte = if way == Way::Forward { 0 } else { self.layout(block).text().len() };
        Some(self.word_at(Point { block, byte }))
    }

    /// The first word of a line.
    fn first_word_of(&mut self, place: Place) -> Point {
        let layout = self.layout(place.block);
        let start = layout.start_of(place.line);
        let word = words::at_or_after(layout.text(), start);
        let byte = word.filter(|word| layout.line_of(word.start) == place.line);
        match byte {
            Some(word) => Point { block: place.block, byte: word.start },
            // The line begins within a word, or has none.
            None => Point { block: place.block, byte: start },
        }
    }

    /// The word of a line at a column, or the last one before it.
    fn word_near(&mut self, place: Place, column: usize) -> Point {
        let first = self.first_word_of(place);
        let layout = self.layout(place.block);
        let start = layout.start_of(place.line);
        let rest = layout.text().slice(start..layout.text().len());
        let byte = start + width::byte_at_column(&rest, column);
        let word = words::at_or_before(layout.text(), byte).filter(|word| word.start > first.byte);
        let word = word.filter(|word| layout.line_of(word.start) == place.line);
        word.map_or(first, |word| Point { block: place.block, byte: word.start })
    }

    fn column_of(&mut self, point: Point) -> usize {
        let layout = self.layout(point.block);
        let start = layout.start_of(layout.line_of(point.byte)).min(point.byte);
        width::cells(&layout.text().slice(start..point.byte))
    }

    /// The word under the current hit or the lit words, where they are on the cursor's line.
    fn lit_word(&mut self) -> Option<Point> {
        let cursor = self.cursor();
        let hit = self.find.as_ref().and_then(|find| find.hits.get(find.current?));
        let hit = hit.map(|hit| (hit.block, hit.start));
        let lit = self.lit_place().map(|found| (found.block, found.range.start));
        let (block, raw) = hit.into_iter().chain(lit).find(|(block, raw)| {
            *block == cursor.block && self.line_of_raw(*block, *raw) == cursor.line
        })?;
        let byte = self.layout(block).shown(&(raw..raw)).start;
        Some(self.word_at(Point { block, byte }))
    }
}
