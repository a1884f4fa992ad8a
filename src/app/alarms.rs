//! Moments the loop waits for. Where there is none the wait has no end, so that a reader who only
//! reads wakes nothing up.

use std::time::{Duration, Instant};

use crate::reader::message::Message;
use crate::reader::model::Pending;

/// How long a sequence of keys may be unfinished before a menu shows what may follow.
const UNFINISHED: Duration = Duration::from_millis(300);
/// How long nothing must happen before it is remembered where the reader is.
const QUIET: Duration = Duration::from_millis(400);
/// The longest that is put off while something happens all the time.
const LATEST: Duration = Duration::from_secs(3);
/// How long a file must be left alone before it is read again: editors write in several steps.
const SETTLED: Duration = Duration::from_millis(150);

/// How long keys wait for marks.
const MARKS: Duration = Duration::from_secs(1);

/// How often the text goes on while the mouse is held still beyond its edge.
const DRAGGED: Duration = Duration::from_millis(60);

/// All that is waited for.
#[derive(Debug, Default)]
pub struct Alarms {
    /// The request for a menu of what may follow, and when it is due.
    menu: Option<(u64, Instant)>,
    /// When the file on the screen was last touched, until it is read again.
    touched: Option<Instant>,
    /// Since when something happened that is not remembered.
    unkept: Option<Instant>,
    /// The request for marks, and when it is given up.
    marks: Option<(u64, Instant)>,
    /// When the text goes on under the mouse, while that is held beyond its edge.
    dragged: Option<Instant>,
}

/// What a moment is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alarm {
    /// The menu of what may follow the keys of this request.
    Menu(u64),
    /// Reading a file again.
    Settled,
    /// Remembering where the reader is.
    Quiet,
    /// Giving up this request for marks.
    Marks(u64),
    /// Going on under the mouse.
    Dragged,
}

impl Alarms {
    /// A sequence of keys is unfinished.
    pub fn keys_awaited(&mut self, ticket: u64) {
        self.menu = Some((ticket, Instant::now() + UNFINISHED));
    }

    /// Marks are asked for.
    pub fn marks_awaited(&mut self, ticket: u64) {
        self.marks = Some((ticket, Instant::now() + MARKS));
    }

    /// The file on the screen was touched.
    pub fn touched(&mut self) {
        self.touched = Some(Instant::now());
    }

    /// The reader's place may have moved.
    pub fn moved(&mut self) {
        self.unkept.get_or_insert_with(Instant::now);
    }

    /// Whether the mouse is held where the text goes on under it.
    pub fn held(&mut self, is_held: bool) {
        self.dragged = is_held.then(|| self.dragged.unwrap_or_else(|| Instant::now() + DRAGGED));
    }

    /// How long until the next moment, and what it is for. A menu is no longer waited for once its
    /// keys are not pending any more.
    pub fn next(&mut self, pending: &Pending) -> Option<(Duration, Alarm)> {
        self.menu =
            self.menu.filter(|(ticket, _)| !pending.chords.is_empty() && pending.ticket == *ticket);
        let menu = self.menu.map(|(ticket, due)| {
            (due.saturating_duration_since(Instant::now()), Alarm::Menu(ticket))
        });
        let settled = self.touched.map(|at| (SETTLED.saturating_sub(at.elapsed()), Alarm::Settled));
        let quiet = self
            .unkept
            .map(|since| (QUIET.min(LATEST.saturating_sub(since.elapsed())), Alarm::Quiet));
        let marks = self.marks.map(|(ticket, due)| {
            (due.saturating_duration_since(Instant::now()), Alarm::Marks(ticket))
        });
        let dragged = self.dragged;
        let dragged =
            dragged.map(|due| (due.saturating_duration_since(Instant::now()), Alarm::Dragged));
        let all = menu.into_iter().chain(settled).chain(quiet).chain(marks).chain(dragged);
        all.min_by_key(|(time, _)| *time)
    }

    /// The moment has come; gives back what to tell the model.
    pub fn ring(&mut self, alarm: Alarm) -> Message {
        match alarm {
            Alarm::Menu(ticket) => {
                self.menu = None;
                Message::Waited { ticket }
            }
            Alarm::Settled => {
                self.touched = None;
                Message::Changed
            }
            Alarm::Quiet => {
                self.unkept = None;
                Message::Quiet
            }
            Alarm::Marks(ticket) => {
                self.marks = None;
                Message::Late { ticket }
            }
            Alarm::Dragged => {
                self.dragged = None;
                Message::StillHeld
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_waited_for_until_something_happens_and_each_moment_comes_once() {
        let (mut alarms, pending) = (Alarms::default(), Pending::default());
        assert_eq!(alarms.next(&pending), None);
        alarms.moved();
        alarms.touched();
        let (time, alarm) = alarms.next(&pending).unwrap();
        assert!(alarm == Alarm::Settled && time <= SETTLED);
        assert!(matches!(alarms.ring(alarm), Message::Changed));
        let (time, alarm) = alarms.next(&pending).unwrap();
        assert!(alarm == Alarm::Quiet && time <= QUIET);
        assert!(matches!(alarms.ring(alarm), Message::Quiet));
        assert_eq!(alarms.next(&pending), None);
    }

    #[test]
    fn the_text_goes_on_for_as_long_as_the_mouse_is_held() {
        let (mut alarms, pending) = (Alarms::default(), Pending::default());
        for _ in 0..3 {
            alarms.held(true);
            let (time, alarm) = alarms.next(&pending).unwrap();
            assert!(alarm == Alarm::Dragged && time <= DRAGGED);
            assert!(matches!(alarms.ring(alarm), Message::StillHeld));
        }
        alarms.held(true);
        alarms.held(false);
        assert_eq!(alarms.next(&pending), None);
    }

    #[test]
    fn a_menu_is_forgotten_with_the_keys_it_was_for() {
        let (mut alarms, mut pending) = (Alarms::default(), Pending::default());
        alarms.keys_awaited(7);
        pending.ticket = 7;
        pending.chords.push(crate::keys::Chord::from('z'));
        assert!(matches!(alarms.next(&pending), Some((_, Alarm::Menu(7)))));
        pending.ticket = 8;
        assert_eq!(alarms.next(&pending), None);
        pending.ticket = 7;
        assert_eq!(alarms.next(&pending), None, "not even when a number comes again");
    }
}
