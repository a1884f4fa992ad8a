//! A list of releases: sorted, filtered as you type, with a cursor.

use std::path::{Path, PathBuf};

use super::prompt::Prompt;
use crate::library::filter::{Filter, searched};
use crate::library::{Entry, Order, Source};
use crate::phrase::{self, Phrase};

/// A list of releases.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "five facts about a list, each by itself")]
pub struct Shelf {
    /// Every release and faulty file, as they were found.
    pub entries: Vec<Entry>,
    /// What shows, in order: indices of `entries`.
    pub shown: Vec<usize>,
    /// The row under the cursor.
    pub cursor: usize,
    /// The first row on the screen.
    pub top: usize,
    /// The rows there is room for.
    height: usize,
    /// What it is sorted by.
    pub order: Order,
    /// Whether the order is turned round.
    pub reversed: bool,
    /// What rows must contain, while it is typed and after.
    pub filter: Option<Prompt>,
    /// The filter to come back to when a new one is given up.
    pub previous_filter: Option<Prompt>,
    /// Whether the filter is being typed.
    pub is_typing: bool,
    /// How many of the entries are faulty files.
    faulty: usize,
    /// Whether files are still being read.
    pub is_reading: bool,
    /// What was changed on the disk and is not read again yet.
    pub changed: Vec<PathBuf>,
    /// Whether some of it is just being read again.
    pub is_read_again: bool,
    /// The release to put the cursor on once it is found.
    pub wanted: Option<Source>,
    /// Where the cursor was before the list was read again: its row, and the rows above it.
    was_at: Option<(usize, usize)>,
    /// For each entry, its words made comparable.
    haystacks: Vec<String>,
    /// Whether the cursor was ever moved: until then it stays at the top while files come in.
    moved: bool,
}

impl Shelf {
    /// A list that is about to be filled.
    pub fn reading() -> Self {
        Self { is_reading: true, ..Self::default() }
    }

    /// Empties the list to be filled anew; how it is sorted and filtered stays, and the cursor goes
    /// back to its release, or near where it was once that turns out to be gone.
    pub fn read_again(&mut self) {
        let here = self.current().filter(|_| self.moved).map(|entry| entry.source.clone());
        // Read again before it was filled: then it is still not where it was.
        let was_at = self.was_at.take().filter(|_| self.wanted.is_some());
        let was_at = was_at.or_else(|| here.is_some().then(|| (self.cursor, self.above())));
        let wanted = self.wanted.take().or(here);
        let (order, reversed, filter) = (self.order, self.reversed, self.filter.take());
        let kept = Self { order, reversed, filter, height: self.height, ..Self::reading() };
        *self = Self { wanted, was_at, ..kept };
    }

    /// Rows on the screen above the cursor.
    fn above(&self) -> usize {
        self.cursor.saturating_sub(self.top)
    }

    /// Adds what was found; the cursor stays on its release.
    pub fn add(&mut self, entries: Vec<Entry>) {
        self.haystacks.extend(entries.iter().map(searched));
        self.faulty += entries.iter().filter(|entry| entry.card.is_err()).count();
        self.entries.extend(entries);
        let mut above = self.above();
        self.arrange();
        if let Some(wanted) = self.wanted.take() {
            if self.select(&wanted) {
                above = self.was_at.take().map_or(above, |(_, above)| above);
            } else {
                self.wanted = Some(wanted);
            }
        }
        self.top = self.cursor.saturating_sub(above);
    }

    /// Puts what lies at some paths by now in place of what lay there, sorted paths of files and folders;
    /// the cursor stays on its release, or where that is gone on its row.
    pub fn replace(&mut self, paths: &[PathBuf], entries: Vec<Entry>) {
        let here = self.current().filter(|_| self.moved).map(|entry| entry.source.clone());
        let (row, above, moved) = (self.cursor, self.above(), self.moved);
        let lay_there = |entry: &Entry| {
            let path = entry.source.path();
            path.is_some_and(|path| path.ancestors().any(|a| holds(paths, a)))
        };
        let left =
            std::mem::take(&mut self.entries).into_iter().zip(std::mem::take(&mut self.haystacks));
        let left = left.filter(|(entry, _)| !lay_there(entry));
        (self.entries, self.haystacks) = left.unzip();
        self.haystacks.extend(entries.iter().map(searched));
        self.entries.extend(entries);
        self.faulty = self.entries.iter().filter(|entry| entry.card.is_err()).count();
        self.shown.clear();
        self.arrange();
        if let Some(here) = here
            && !self.select(&here)
        {
            self.go_to_row(row);
        }
        self.moved = moved;
        self.top = self.cursor.saturating_sub(above);
    }

    /// Everything was read: what is still wanted is not there.
    pub fn end(&mut self) {
        self.is_reading = false;
        if let (Some(_), Some((row, above))) = (self.wanted.take(), self.was_at.take()) {
            self.go_to_row(row);
            self.top = self.cursor.saturating_sub(above);
        }
    }

    /// Begins a new filter; the one there was can be come back to.
    pub fn begin_filter(&mut self) {
        self.previous_filter = self.filter.replace(Prompt::default());
        self.is_typing = true;
        self.arrange();
    }

    /// Gives up the filter being typed for the one before, or the filter there is for none.
    pub fn drop_filter(&mut self) {
        let before = self.previous_filter.take().filter(|_| self.is_typing);
        self.is_typing = false;
        if self.filter.is_some() {
            self.filter = before;
            self.arrange();
        }
    }

    /// How many of the entries are faulty files.
    pub fn faulty(&self) -> usize {
        self.faulty
    }

    /// The entry under the cursor.
    pub fn current(&self) -> Option<&Entry> {
        self.shown.get(self.cursor).map(|index| &self.entries[*index])
    }

    /// Moves the cursor by rows, stopping at the ends.
    pub fn step(&mut self, by: isize) {
        let last = self.shown.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
        (self.moved, self.wanted) = (true, None);
    }

    /// Moves the rows under the cursor, which goes along only as far as it must.
    pub fn turn(&mut self, by: isize) {
        let last = self.shown.len().saturating_sub(1);
        let last_top = self.shown.len().saturating_sub(self.height);
        self.top = self.top.saturating_add_signed(by).min(last_top);
        let margin = self.margin();
        let above = if self.top == 0 { 0 } else { margin };
        let below = if self.top == last_top { 0 } else { margin };
        let lowest = (self.top + self.height.saturating_sub(1 + below)).min(last);
        self.cursor = self.cursor.clamp((self.top + above).min(lowest), lowest);
        self.moved = true;
    }

    /// Rows kept in sight above and below the cursor.
    fn margin(&self) -> usize {
        (self.height / 6).min(2)
    }

    /// Moves the cursor to a row, counted from 0.
    pub fn go_to_row(&mut self, row: usize) {
        self.cursor = row.min(self.shown.len().saturating_sub(1));
        (self.moved, self.wanted) = (true, None);
    }

    /// Puts the cursor on a release; says whether it shows.
    pub fn select(&mut self, source: &Source) -> bool {
        let found = self.shown.iter().position(|index| self.entries[*index].source == *source);
        if let Some(row) = found {
            self.go_to_row(row);
        }
        found.is_some()
    }

    /// The release so many rows from another one.
    pub fn beside(&self, source: &Source, by: isize) -> Option<&Source> {
        let row = self.shown.iter().position(|i| self.entries[*i].source == *source)?;
        let row = row.checked_add_signed(by)?;
        self.shown.get(row).map(|index| &self.entries[*index].source)
    }

    /// The release of a file name.
    pub fn named(&self, name: &str) -> Option<&Source> {
        let entry = self.entries.iter().find(|entry| entry.name.as_str() == name);
        entry.map(|entry| &entry.source)
    }

    /// `3/16`: the row of a release among those that show.
    pub fn row_of(&self, source: &Source) -> Option<usize> {
        self.shown.iter().position(|index| self.entries[*index].source == *source)
    }

    /// Sorts by the next order.
    pub fn sort_by_next(&mut self) {
        self.order = self.order.next();
        self.reversed = false;
        self.arrange();
    }

    /// Turns the order round.
    pub fn reverse(&mut self) {
        self.reversed = !self.reversed;
        self.arrange();
    }

    /// Applies filter and order again; the cursor stays on its release if that still shows.
    pub fn arrange(&mut self) {
        let current = self.shown.get(self.cursor).copied().filter(|_| self.moved);
        let filter = self.filter.as_ref().map(|prompt| Filter::new(prompt.text()));
        let filter = filter.unwrap_or_default();
        let fits = |index: &usize| filter.fits(&self.haystacks[*index]);
        self.shown = (0..self.entries.len()).filter(fits).collect();
        let (order, entries) = (self.order, &self.entries);
        self.shown.sort_by_cached_key(|index| order.key(&entries[*index]));
        if self.reversed {
            let releases = self.shown.partition_point(|index| entries[*index].card.is_ok());
            self.shown[..releases].reverse();
        }
        let row = current.and_then(|c| self.shown.iter().position(|index| *index == c));
        self.cursor = row.unwrap_or(0);
    }

    /// Scrolls so that the cursor's row shows in a list of so many rows.
    pub fn settle(&mut self, height: usize) {
        if height == 0 {
            return;
        }
        self.height = height;
        let margin = self.margin();
        let last_top = self.shown.len().saturating_sub(height);
        let highest = (self.cursor + margin + 1).saturating_sub(height);
        let lowest = self.cursor.saturating_sub(margin);
        self.top = self.top.clamp(highest.min(lowest), lowest).min(last_top);
    }
}

fn holds(paths: &[PathBuf], path: &Path) -> bool {
    paths.binary_search_by(|held| held.as_path().cmp(path)).is_ok()
}

/// What an order sorts by, in words.
pub fn order(order: Order) -> Phrase {
    match order {
        Order::Date => phrase::list::by_date(),
        Order::Title => phrase::list::by_title(),
        Order::Issuer => phrase::list::by_issuer(),
        Order::Language => phrase::list::by_language(),
        Order::File => phrase::list::by_file(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Card;
    use crate::text::Clean;

    fn shelf() -> Shelf {
        let entry = |file: &str, date: &str, title: &'static str| {
            let card = Card::new(Clean::literal(title), date);
            Entry::new(Source::file(file), Ok(card))
        };
        let mut shelf = Shelf::reading();
        shelf.add(vec![
            entry("b.ron", "2019-03-06", "Zeta Café"),
            Entry::new(Source::file("bad.ron"), Err(Clean::literal("1:1: the file is empty"))),
            entry("a.ron", "2021", "alpha"),
            entry("c.ron", "", "Mid"),
        ]);
        shelf
    }

    fn names(shelf: &Shelf) -> Vec<String> {
        shelf.shown.iter().map(|i| shelf.entries[*i].name.to_string()).collect()
    }

    #[test]
    fn the_newest_comes_first_and_the_faulty_last() {
        let mut shelf = shelf();
        assert_eq!(names(&shelf), ["a.ron", "b.ron", "c.ron", "bad.ron"]);
        shelf.reverse();
        assert_eq!(names(&shelf), ["c.ron", "b.ron", "a.ron", "bad.ron"]);
        shelf.sort_by_next();
        assert_eq!(names(&shelf), ["a.ron", "c.ron", "b.ron", "bad.ron"]);
    }

    #[test]
    fn a_filter_is_blind_to_case_and_accents_and_keeps_the_cursor_on_its_release() {
        let mut shelf = shelf();
        shelf.select(&Source::file("b.ron"));
        shelf.filter = Some(Prompt::with("cafe"));
        shelf.arrange();
        assert_eq!(names(&shelf), ["b.ron"]);
        shelf.filter = None;
        shelf.arrange();
        assert_eq!(shelf.current().unwrap().name.as_str(), "b.ron");
    }

    #[test]
    fn the_cursors_row_always_shows() {
        let mut shelf = shelf();
        for height in 1..5 {
            for row in 0..4 {
                shelf.go_to_row(row);
                shelf.settle(height);
                assert!(shelf.top <= row && row < shelf.top + height);
            }
        }
    }
}
