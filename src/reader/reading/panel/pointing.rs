//! What of the panel lies under a cell of it, and moving it with the wheel.

use super::{Item, Panel, PanelLine, Part};
use crate::reader::document::Document;
use crate::reader::reading::{Focus, Lit, Reading};
use crate::text::width::cells;

/// An entry as it shows.
#[derive(Debug)]
pub struct Entry {
    /// Which one.
    pub index: usize,
    /// The first row it takes.
    pub row: u16,
    /// The rows it takes, as far as there is room.
    pub height: u16,
    /// Its lines.
    pub lines: Vec<PanelLine>,
}

/// What was pressed.
#[derive(Debug)]
pub struct Pressed {
    /// The entry.
    pub index: usize,
    /// The address under the pointer.
    pub address: Option<String>,
}

impl Panel {
    /// The entries that show in so many columns and rows.
    pub fn entries(
        &self,
        document: &Document,
        (width, height): (u16, u16),
    ) -> impl Iterator<Item = Entry> {
        let mut row = 0;
        (self.top..self.items.len()).map_while(move |index| {
            if row >= height {
                return None;
            }
            let mut lines = self.lines(document, index, width);
            if index == self.top && lines.first().is_some_and(Vec::is_empty) {
                // No empty line above the first heading on the screen.
                lines.remove(0);
            }
            let taken = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(height - row);
            let entry = Entry { index, row, height: taken, lines };
            row += taken;
            Some(entry)
        })
    }

    /// Moves the entries by so many; the last one goes no higher than it must to show whole.
    pub fn scroll(&mut self, document: &Document, by: isize, size: (u16, u16)) {
        let lowest = self.lowest_top(document, size).max(self.top);
        let lowest = if by > 0 { lowest } else { self.top };
        self.top = self.top.saturating_add_signed(by).min(lowest);
    }

    /// The first entry on the screen when the last one stands at its foot.
    fn lowest_top(&self, document: &Document, (width, height): (u16, u16)) -> usize {
        let mut room = usize::from(height);
        let mut top = self.items.len().saturating_sub(1);
        for index in (0..self.items.len()).rev() {
            let Some(left) = room.checked_sub(self.lines(document, index, width).len()) else {
                break;
            };
            (room, top) = (left, index);
        }
        top
    }

    /// The entry and the address at a row and column.
    pub fn pressed(
        &self,
        document: &Document,
        size: (u16, u16),
        (row, column): (u16, u16),
    ) -> Option<Pressed> {
        let entry = self.entries(document, size).find(|e| row < e.row + e.height)?;
        if matches!(self.items[entry.index], Item::Heading(..)) {
            return None;
        }
        let line = entry.lines.get(usize::from(row - entry.row))?;
        let address = line.iter().find_map(|(start, part, words)| {
            let offset = column.checked_sub(*start).filter(|_| *part == Part::Addresses)?;
            address_at(words, usize::from(offset)).map(str::to_owned)
        });
        Some(Pressed { index: entry.index, address })
    }
}

/// The address at a column of `1 · 2.1 · 3`.
fn address_at(addresses: &str, column: usize) -> Option<&str> {
    let mut passed = 0;
    for address in addresses.split(" · ") {
        let width = cells(address);
        if (passed..passed + width).contains(&column) {
            return Some(address);
        }
        passed += width + 3;
    }
    None
}

impl Reading {
    /// Takes the keyboard to an entry of the panel.
    pub fn focus_entry(&mut self, index: usize) {
        self.focus = Focus::Panel;
        self.panel.cursor = index;
        self.light_current();
    }

    /// Makes the mention at an address the lit one; says whether there is one.
    pub fn light_mention_at(&mut self, address: &str) -> bool {
        let (Some(lit), Some(block)) = (self.lit, self.document.addresses.find(address)) else {
            return false;
        };
        let Some(evidence) = &self.evidence else { return false };
        let at = evidence.of_fact(lit.fact).position(|found| found.block == block);
        self.lit = at.map(|mention| Lit { mention, ..lit }).or(self.lit);
        at.is_some()
    }

    /// Brings the panel's cursor to an entry that shows; says whether it had to move.
    pub fn keep_entry_in_view(&mut self, (width, height): (u16, u16)) -> bool {
        let is_whole =
            |e: &Entry| e.row + e.height < height || e.lines.len() == usize::from(e.height);
        let shown: Vec<usize> = self
            .panel
            .entries(&self.document, (width, height))
            .filter(|entry| !matches!(self.panel.items[entry.index], Item::Heading(..)))
            .filter(|entry| is_whole(entry) || entry.row == 0)
            .map(|entry| entry.index)
            .collect();
        let (Some(first), Some(last)) = (shown.first(), shown.last()) else { return false };
        let before = self.panel.cursor;
        self.panel.cursor = before.clamp(*first, *last);
        if self.panel.cursor != before {
            self.light_current();
        }
        self.panel.cursor != before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_under_its_own_columns() {
        let at = |column| address_at("1 · 2.1 · 3", column);
        assert_eq!(at(0), Some("1"));
        assert_eq!(at(1), None);
        assert_eq!((at(4), at(6), at(7)), (Some("2.1"), Some("2.1"), None));
        assert_eq!((at(10), at(11)), (Some("3"), None));
    }
}
