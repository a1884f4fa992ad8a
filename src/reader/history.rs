//! The jump list: where the reader was before each jump, over all releases.

use crate::library::Source;
use crate::release::BlockId;

use super::reading::Place;
use super::revision::Revision;

/// The most stops remembered.
const LONGEST: usize = 500;

/// A place in a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// The release.
    pub source: Source,
    /// The line in it.
    pub place: Place,
    /// The entry of the facts, while these had the keyboard.
    pub entry: Option<usize>,
}

/// Stops behind and ahead of where the reader is.
#[derive(Debug, Default)]
pub struct History {
    back: Vec<Stop>,
    forward: Vec<Stop>,
    /// Where the last jump began.
    last: Option<Stop>,
}

impl History {
    /// Remembers where a jump starts. What was ahead is forgotten.
    pub fn leave(&mut self, stop: Stop) {
        self.last = Some(stop.clone());
        self.forward.clear();
        if self.back.last().is_none_or(|last| !is_same_block(last, &stop)) {
            self.back.push(stop);
        }
        if self.back.len() > LONGEST {
            self.back.remove(0);
        }
    }

    /// Whether there is anywhere to go back to.
    pub fn has_back(&self) -> bool {
        !self.back.is_empty()
    }

    /// Where one can go back to and forward to, the nearest last.
    pub fn stops(&self) -> (&[Stop], &[Stop]) {
        (&self.back, &self.forward)
    }

    /// Takes over the stops of an earlier session.
    pub fn restore(&mut self, back: Vec<Stop>, forward: Vec<Stop>) {
        self.last = back.last().cloned();
        (self.back, self.forward) = (back, forward);
    }

    /// Where the last jump began.
    pub fn last(&self) -> Option<&Stop> {
        self.last.as_ref()
    }

    /// Takes along the stops in a release that was read again.
    pub fn revise(&mut self, source: &Source, revision: &Revision) {
        let stops = self.back.iter_mut().chain(&mut self.forward).chain(&mut self.last);
        for stop in stops.filter(|stop| stop.source == *source) {
            // Its entries may be others now.
            stop.entry = None;
            match revision.now(stop.place.block) {
                Some(block) => stop.place.block = block,
                None => stop.place = Place { block: revision.near(stop.place.block), line: 0 },
            }
        }
    }

    /// The stop to go back to, so many jumps ago or the first one; the present one, where there is
    /// one, is kept to come forward to.
    pub fn back(&mut self, present: Option<Stop>, times: usize) -> Option<Stop> {
        self.last = present.clone().or_else(|| self.last.take());
        steps(&mut self.back, &mut self.forward, present, times)
    }

    /// The stop to go forward to, so many jumps on or the last one.
    pub fn forward(&mut self, present: Option<Stop>, times: usize) -> Option<Stop> {
        self.last = present.clone().or_else(|| self.last.take());
        steps(&mut self.forward, &mut self.back, present, times)
    }
}

fn steps(
    from: &mut Vec<Stop>,
    to: &mut Vec<Stop>,
    present: Option<Stop>,
    times: usize,
) -> Option<Stop> {
    let mut stop = step(from, to, present)?;
    for _ in 1..times {
        if from.is_empty() {
            break;
        }
        match step(from, to, Some(stop.clone())) {
            Some(next) => stop = next,
            None => break,
        }
    }
    Some(stop)
}

fn step(from: &mut Vec<Stop>, to: &mut Vec<Stop>, present: Option<Stop>) -> Option<Stop> {
    // A stop where the reader already is would look like a key that does nothing.
    while from.last().is_some_and(|stop| Some(stop) == present.as_ref()) {
        from.pop();
    }
    let stop = from.pop()?;
    to.extend(present);
    Some(stop)
}

fn is_same_block(a: &Stop, b: &Stop) -> bool {
    let block = |stop: &Stop| -> BlockId { stop.place.block };
    block(a) == block(b) && a.entry == b.entry && a.source == b.source
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stop(block: usize) -> Stop {
        let source = Source::file("a.ron");
        Stop { source, place: Place { block: BlockId::at(block), line: 0 }, entry: None }
    }

    #[test]
    fn back_and_forward_retrace_the_same_stops() {
        let mut history = History::default();
        history.leave(stop(1));
        history.leave(stop(5));
        assert_eq!(history.back(Some(stop(9)), 1), Some(stop(5)));
        assert_eq!(history.back(Some(stop(5)), 1), Some(stop(1)));
        assert_eq!(history.back(Some(stop(1)), 1), None);
        assert_eq!(history.forward(Some(stop(1)), 1), Some(stop(5)));
        assert_eq!(history.forward(Some(stop(5)), 1), Some(stop(9)));
        assert_eq!(history.forward(Some(stop(9)), 1), None);
    }

    #[test]
    fn from_where_there_is_no_place_one_can_go_back_but_not_forward_to_it() {
        let mut history = History::default();
        history.leave(stop(1));
        history.leave(stop(5));
        assert_eq!(history.back(None, 1), Some(stop(5)));
        assert_eq!(history.forward(Some(stop(5)), 1), None);
        assert_eq!(history.back(Some(stop(5)), 1), Some(stop(1)));
    }

    #[test]
    fn a_new_jump_forgets_what_was_ahead() {
        let mut history = History::default();
        history.leave(stop(1));
        history.back(Some(stop(2)), 1);
        history.leave(stop(1));
        assert_eq!(history.forward(Some(stop(3)), 1), None);
    }

    #[test]
    fn a_count_goes_as_far_as_there_are_stops() {
        let mut history = History::default();
        for block in [1, 5, 7] {
            history.leave(stop(block));
        }
        assert_eq!(history.back(Some(stop(9)), 2), Some(stop(5)));
        assert_eq!(history.forward(Some(stop(5)), 9), Some(stop(9)));
        assert_eq!(history.back(Some(stop(9)), 99), Some(stop(1)));
    }
}
