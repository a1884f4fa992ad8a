//! The jump list: where the reader was before each jump, over all releases.

use crate::library::Source;
use crate::release::BlockId;

use super::reading::Place;

/// The most stops remembered.
const LONGEST: usize = 500;

/// A place in a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// The release.
    pub source: Source,
    /// The line in it.
    pub place: Place,
}

/// Stops behind and ahead of where the reader is.
#[derive(Debug, Default)]
pub struct History {
    back: Vec<Stop>,
    forward: Vec<Stop>,
}

impl History {
    /// Remembers where a jump starts. What was ahead is forgotten.
    pub fn leave(&mut self, stop: Stop) {
        self.forward.clear();
        if self.back.last().is_none_or(|last| !is_same_block(last, &stop)) {
            self.back.push(stop);
        }
        if self.back.len() > LONGEST {
            self.back.remove(0);
        }
    }

    /// The stop to go back to; the present one, where there is one, is kept to come forward to.
    pub fn back(&mut self, present: Option<Stop>) -> Option<Stop> {
        step(&mut self.back, &mut self.forward, present)
    }

    /// The stop to go forward to.
    pub fn forward(&mut self, present: Option<Stop>) -> Option<Stop> {
        step(&mut self.forward, &mut self.back, present)
    }
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
    block(a) == block(b) && a.source == b.source
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stop(block: usize) -> Stop {
        let source = Source::file("a.ron");
        Stop { source, place: Place { block: BlockId::at(block), line: 0 } }
    }

    #[test]
    fn back_and_forward_retrace_the_same_stops() {
        let mut history = History::default();
        history.leave(stop(1));
        history.leave(stop(5));
        assert_eq!(history.back(Some(stop(9))), Some(stop(5)));
        assert_eq!(history.back(Some(stop(5))), Some(stop(1)));
        assert_eq!(history.back(Some(stop(1))), None);
        assert_eq!(history.forward(Some(stop(1))), Some(stop(5)));
        assert_eq!(history.forward(Some(stop(5))), Some(stop(9)));
        assert_eq!(history.forward(Some(stop(9))), None);
    }

    #[test]
    fn from_where_there_is_no_place_one_can_go_back_but_not_forward_to_it() {
        let mut history = History::default();
        history.leave(stop(1));
        history.leave(stop(5));
        assert_eq!(history.back(None), Some(stop(5)));
        assert_eq!(history.forward(Some(stop(5))), None);
        assert_eq!(history.back(Some(stop(5))), Some(stop(1)));
    }

    #[test]
    fn a_new_jump_forgets_what_was_ahead() {
        let mut history = History::default();
        history.leave(stop(1));
        history.back(Some(stop(2)));
        history.leave(stop(1));
        assert_eq!(history.forward(Some(stop(3))), None);
    }
}
