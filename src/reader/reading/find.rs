//! Finding words in an open release: what was asked, where it stands, which hit is the current one.
//! The search itself runs elsewhere, on its own thread.

use std::ops::Range;
use std::sync::Arc;

use super::folds::Folds;
use super::movement::Way;
use super::{Place, Reading};
use crate::phrase::{self, Phrase};
use crate::release::BlockId;
use crate::text::Clean;

/// Hits beyond this many are counted no further.
pub const MOST_HITS: usize = 100_000;

/// More steps than these only go around.
pub const MOST_STEPS: isize = 10_000;

/// Words found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// The block they stand in.
    pub block: BlockId,
    /// The first byte of the block's raw text.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

/// What is looked for: as written, or as a pattern.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// What was typed.
    pub query: String,
    /// Whether it is a regular expression.
    pub is_pattern: bool,
}

impl AsRef<str> for Wanted {
    fn as_ref(&self) -> &str {
        &self.query
    }
}

/// A search in an open release.
#[derive(Debug, Default)]
pub struct Find {
    /// What is looked for.
    pub wanted: Wanted,
    /// Where it stands, in reading order.
    pub hits: Arc<[Hit]>,
    /// Which hit the cursor went to last.
    pub current: Option<usize>,
    /// What is wrong with the pattern.
    pub error: Option<Phrase>,
    /// The number of the question asked last; answers to others are late.
    pub ticket: u64,
    /// Where the cursor was when the search began: hits are counted from there.
    pub origin: Place,
    /// The byte of the cursor's block at which the words stand that were taken from there: they are
    /// passed over.
    pub taken_from: Option<u32>,
    /// The byte of the hit on which the search before this one stood.
    stood_on: Option<u32>,
    /// The number of the question answered last.
    answered: u64,
    /// Steps to further hits that were asked for before the answer came; back if negative.
    ahead: isize,
    /// Whether the answer leaves the cursor where it is.
    stays: bool,
    /// How the text looked then.
    before: Option<Before>,
}

/// What going from hit to hit may change of the look of the text.
#[derive(Debug)]
struct Before {
    top: Place,
    folds: Folds,
}

impl Find {
    /// The same search in a release that was read again; the cursor stays where it is.
    pub fn again(wanted: Wanted, ticket: u64, origin: Place) -> Self {
        Self { wanted, ticket, origin, stays: true, ..Self::default() }
    }

    /// Whether the answer is still to come.
    pub fn is_awaited(&self) -> bool {
        self.answered != self.ticket
    }

    /// `3/17`, or why there is nothing to count; empty before anything was typed.
    pub fn tally(&self) -> Phrase {
        if let Some(error) = &self.error {
            return error.clone();
        }
        if self.wanted.query.is_empty() {
            return Phrase::default();
        }
        let more = if self.hits.len() >= MOST_HITS { "+" } else { "" };
        match (self.current, self.hits.len()) {
            (_, 0) if self.is_awaited() => "…".to_owned().into(),
            (_, 0) => phrase::status::not_found(),
            (Some(current), count) => format!("{}/{count}{more}", current + 1).into(),
            (None, count) => format!("{count}{more}").into(),
        }
    }

    /// Why there is no hit to go to.
    pub fn why_none(&self) -> Phrase {
        let words = || phrase::notice::no_hits(Clean::from_str(&self.wanted.query));
        self.error.clone().unwrap_or_else(words)
    }

    /// The hits in a block.
    pub fn in_block(&self, block: BlockId) -> &[Hit] {
        let Range { start, end } = self.range(block);
        &self.hits[start..end]
    }

    fn range(&self, block: BlockId) -> Range<usize> {
        let start = self.hits.partition_point(|hit| hit.block < block);
        start..start + self.hits[start..].partition_point(|hit| hit.block == block)
    }

    /// Whether a hit is the current one.
    pub fn is_current(&self, hit: &Hit) -> bool {
        self.current.and_then(|i| self.hits.get(i)) == Some(hit)
    }
}

impl Reading {
    /// Begins to look for words from here.
    pub fn start_find(&mut self) {
        let before = Some(Before { top: self.top, folds: self.folds.clone() });
        let stood_on = self.current_under_cursor().and_then(|current| {
            let hit = self.find.as_ref()?.hits.get(current)?;
            Some(hit.start)
        });
        self.find = Some(Find { origin: self.cursor, before, stood_on, ..Find::default() });
    }

    /// Looks once more for what was looked for before, on from where that stood.
    pub fn repeat_find(&mut self, wanted: Wanted, ticket: u64) {
        let Some(find) = &mut self.find else { return };
        (find.wanted, find.ticket) = (wanted, ticket);
        find.taken_from = find.stood_on;
    }

    /// Gives up looking for words; the text looks as it did before.
    pub fn abandon_find(&mut self) {
        let Some(Find { origin, before, .. }) = self.find.take() else { return };
        if let Some(before) = before {
            (self.folds, self.top) = (before.folds, before.top);
        }
        self.go_to_line(origin);
    }

    /// Takes the answer of a search and goes to the first hit from where it began, or back there
    /// when there is none.
    pub fn take_hits(&mut self, hits: Arc<[Hit]>, error: Option<Phrase>) {
        let Some(find) = &mut self.find else { return };
        (find.hits, find.error, find.current) = (hits, error, None);
        find.answered = find.ticket;
        let ahead = std::mem::take(&mut find.ahead);
        if std::mem::take(&mut find.stays) {
            return;
        }
        let origin = find.origin;
        let taken_from = find.taken_from.map(|byte| byte.saturating_add(1));
        let from = taken_from.unwrap_or_else(|| self.byte_of(origin));
        let Some(find) = &mut self.find else { return };
        if find.hits.is_empty() {
            self.go_to_line(origin);
            return;
        }
        let next = find.hits.partition_point(|hit| (hit.block, hit.start) < (origin.block, from));
        let next = if next == find.hits.len() { 0 } else { next };
        self.go_to_hit(next);
        let way = if ahead < 0 { Way::Back } else { Way::Forward };
        for _ in 0..ahead.unsigned_abs() {
            self.next_hit(way);
        }
    }

    /// Remembers steps to further hits until it is known where these are; no, if it is known.
    pub fn step_ahead(&mut self, way: Way, times: usize) -> bool {
        let Some(find) = self.find.as_mut().filter(|find| find.is_awaited()) else { return false };
        let times = isize::try_from(times).unwrap_or(isize::MAX);
        let steps = if way == Way::Back { -times } else { times };
        find.ahead = find.ahead.saturating_add(steps).clamp(-MOST_STEPS, MOST_STEPS);
        true
    }

    /// Goes to the next or previous hit, around the ends.
    ///
    /// Returns whether it went around; nothing when there is no hit.
    pub fn next_hit(&mut self, way: Way) -> Option<bool> {
        let cursor = self.cursor;
        let here = self.byte_of(cursor);
        let current = self.current_under_cursor();
        let find = self.find.as_ref().filter(|find| !find.hits.is_empty())?;
        let count = find.hits.len();
        let before = |hit: &Hit| (hit.block, hit.start) < (cursor.block, here);
        let (next, around) = match (way, current) {
            (Way::Forward, Some(i)) => ((i + 1) % count, i + 1 == count),
            (Way::Back, Some(i)) => ((i + count - 1) % count, i == 0),
            (Way::Forward, None) => {
                let next = find.hits.partition_point(before);
                (next % count, next == count)
            }
            (Way::Back, None) => {
                let next = find.hits.partition_point(before);
                ((next + count - 1) % count, next == 0)
            }
        };
        self.go_to_hit(next);
        Some(around)
    }

    /// The current hit, unless the cursor has left its line: then the cursor's own place counts.
    fn current_under_cursor(&mut self) -> Option<usize> {
        let find = self.find.as_ref()?;
        let current = find.current?;
        let hit = find.hits.get(current)?.clone();
        let line = self.line_of_raw(hit.block, hit.start);
        (self.cursor == Place { block: hit.block, line }).then_some(current)
    }

    fn go_to_hit(&mut self, index: usize) {
        let Some(find) = &mut self.find else { return };
        let Some(hit) = find.hits.get(index).cloned() else { return };
        find.current = Some(index);
        let line = self.line_of_raw(hit.block, hit.start);
        self.go_to_line(Place { block: hit.block, line });
    }

    /// The line of a block on which a byte of its raw text stands.
    pub(super) fn line_of_raw(&mut self, block: BlockId, byte: u32) -> usize {
        let layout = self.layout(block);
        let shown = layout.shown(&(byte..byte));
        layout.line_of(shown.start)
    }

    /// The byte of a block's raw text at which a line starts; hits are compared with it.
    pub(super) fn byte_of(&mut self, place: Place) -> u32 {
        self.layout(place.block).raw_start_of(place.line) as u32
    }
}
