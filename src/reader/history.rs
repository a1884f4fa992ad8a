//! The jump list: where the reader was before each jump, over all releases.

use crate::library::Source;

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

/// Where one can go back to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The list of releases, as it is by then.
    List,
    /// A place in a release.
    Stop(Stop),
}

impl Step {
    /// The place in a release, if it is one.
    pub fn stop(&self) -> Option<&Stop> {
        match self {
            Self::List => None,
            Self::Stop(stop) => Some(stop),
        }
    }

    fn stop_mut(&mut self) -> Option<&mut Stop> {
        match self {
            Self::List => None,
            Self::Stop(stop) => Some(stop),
        }
    }
}

impl From<Stop> for Step {
    fn from(stop: Stop) -> Self {
        Self::Stop(stop)
    }
}

/// Steps behind and ahead of where the reader is.
#[derive(Debug, Default)]
pub struct History {
    back: Vec<Step>,
    forward: Vec<Step>,
    /// The place where the last jump began.
    last: Option<Stop>,
}

impl History {
    /// Remembers where a jump starts. What was ahead is forgotten.
    pub fn leave(&mut self, step: impl Into<Step>) {
        let step = step.into();
        self.keep_last(Some(&step));
        self.forward.clear();
        if self.back.last().is_none_or(|last| !is_same_block(last, &step)) {
            self.back.push(step);
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
    pub fn steps(&self) -> (&[Step], &[Step]) {
        (&self.back, &self.forward)
    }

    /// Takes over the stops of an earlier session.
    pub fn restore(&mut self, back: Vec<Stop>, forward: Vec<Stop>) {
        self.last = back.last().cloned();
        let steps = |stops: Vec<Stop>| stops.into_iter().map(Step::Stop).collect();
        (self.back, self.forward) = (steps(back), steps(forward));
    }

    /// The place where the last jump began.
    pub fn last(&self) -> Option<&Stop> {
        self.last.as_ref()
    }

    /// Takes along the stops in a release that was read again.
    pub fn revise(&mut self, source: &Source, revision: &Revision) {
        let steps = self.back.iter_mut().chain(&mut self.forward);
        let stops = steps.filter_map(Step::stop_mut).chain(&mut self.last);
        for stop in stops.filter(|stop| stop.source == *source) {
            // Its entries may be others now.
            stop.entry = None;
            match revision.now(stop.place.block) {
                Some(block) => stop.place.block = block,
                None => stop.place = Place { block: revision.near(stop.place.block), line: 0 },
            }
        }
    }

    /// The step to go back to, so many jumps ago or the first one; the present one, where there is
    /// one, is kept to come forward to.
    pub fn back(&mut self, present: Option<Step>, times: usize) -> Option<Step> {
        self.keep_last(present.as_ref());
        steps(&mut self.back, &mut self.forward, present, times)
    }

    /// The step to go forward to, so many jumps on or the last one.
    pub fn forward(&mut self, present: Option<Step>, times: usize) -> Option<Step> {
        self.keep_last(present.as_ref());
        steps(&mut self.forward, &mut self.back, present, times)
    }

    fn keep_last(&mut self, left: Option<&Step>) {
        self.last = left.and_then(Step::stop).cloned().or_else(|| self.last.take());
    }
}

fn steps(
    from: &mut Vec<Step>,
    to: &mut Vec<Step>,
    present: Option<Step>,
    times: usize,
) -> Option<Step> {
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

fn step(from: &mut Vec<Step>, to: &mut Vec<Step>, present: Option<Step>) -> Option<Step> {
    // A stop where the reader already is would look like a key that does nothing.
    while from.last().is_some_and(|stop| Some(stop) == present.as_ref()) {
        from.pop();
    }
    let stop = from.pop()?;
    to.extend(present);
    Some(stop)
}

fn is_same_block(a: &Step, b: &Step) -> bool {
    let (Step::Stop(a), Step::Stop(b)) = (a, b) else { return a == b };
    a.place.block == b.place.block && a.entry == b.entry && a.source == b.source
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::BlockId;

    fn stop(block: usize) -> Step {
        let source = Source::file("a.ron");
        Step::Stop(Stop {
            source,
            place: Place { block: BlockId::at(block), line: 0 },
            entry: None,
        })
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
    fn the_list_is_a_step_but_no_place_a_jump_begins_at() {
        let mut history = History::default();
        history.leave(Step::List);
        assert_eq!(history.last(), None);
        history.leave(stop(1));
        assert_eq!(history.back(Some(stop(5)), 2), Some(Step::List));
        assert_eq!(history.back(Some(Step::List), 1), None);
        assert_eq!(history.forward(Some(Step::List), 1), Some(stop(1)));
        assert_eq!(history.last(), stop(5).stop());
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
