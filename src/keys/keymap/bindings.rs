//! The keys of one context, kept so that no keys begin with other keys, and found without allocating.

use std::ops::Range;

use crate::keys::{Action, Chord};

/// Keys and what they do, in the order they were listed and also sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bindings {
    listed: Vec<(Box<[Chord]>, Action)>,
    /// Places in `listed`, sorted by the chords there.
    sorted: Vec<usize>,
}

impl Bindings {
    /// The binding that `chords` would repeat, hide or be hidden by.
    pub(super) fn clash(&self, chords: &[Chord]) -> Option<(&[Chord], Action)> {
        self.clash_at(self.place(chords), chords)
    }

    /// Binds the chords, unless that would clash with what is bound already.
    pub(super) fn insert_if_free(&mut self, chords: &[Chord], action: Action) {
        let place = self.place(chords);
        if self.clash_at(place, chords).is_none() {
            self.sorted.insert(place, self.listed.len());
            self.listed.push((chords.into(), action));
        }
    }

    /// All bindings in the order they were listed.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&[Chord], Action)> {
        self.listed.iter().map(|(chords, action)| (&**chords, *action))
    }

    /// All bindings, as what can be reached before a key is pressed.
    pub(super) fn reach(&self) -> Reach<'_> {
        Reach { bindings: self, range: 0..self.sorted.len(), depth: 0 }
    }

    /// Where the chords stand, or would stand, among the sorted ones.
    fn place(&self, chords: &[Chord]) -> usize {
        self.sorted.partition_point(|&at| *self.listed[at].0 < *chords)
    }

    /// The binding beside this place that the chords clash with.
    fn clash_at(&self, place: usize, chords: &[Chord]) -> Option<(&[Chord], Action)> {
        // Were there a shorter one further back, everything between would begin with it too.
        let before = place.checked_sub(1).map(|before| self.get(before));
        let after = (place < self.sorted.len()).then(|| self.get(place));
        before
            .filter(|(shorter, _)| chords.starts_with(shorter))
            .or(after.filter(|(longer, _)| longer.starts_with(chords)))
    }

    fn get(&self, sorted: usize) -> (&[Chord], Action) {
        let (chords, action) = &self.listed[self.sorted[sorted]];
        (chords, *action)
    }
}

/// The bindings that begin with the chords pressed so far.
#[derive(Clone, Debug)]
pub(super) struct Reach<'a> {
    bindings: &'a Bindings,
    range: Range<usize>,
    depth: usize,
}

impl<'a> Reach<'a> {
    /// What is left when one more chord is pressed, by itself or else by its physical key.
    pub(super) fn after(&self, chord: Chord) -> Self {
        let itself = self.narrowed(chord);
        if !itself.range.is_empty() {
            return itself;
        }
        chord.physical().map_or(itself, |physical| self.narrowed(physical))
    }

    /// The first binding left, by its chords.
    pub(super) fn first(self) -> Option<(&'a [Chord], Action)> {
        self.into_iter().next()
    }

    /// Every binding left, sorted by its chords.
    pub(super) fn into_iter(self) -> impl Iterator<Item = (&'a [Chord], Action)> {
        self.range.map(|sorted| self.bindings.get(sorted))
    }

    fn narrowed(&self, chord: Chord) -> Self {
        let Self { bindings, depth, .. } = *self;
        let places = &bindings.sorted[self.range.clone()];
        let next = |at: usize| bindings.listed[at].0.get(depth);
        let start = places.partition_point(|&at| next(at) < Some(&chord));
        let end = places.partition_point(|&at| next(at) <= Some(&chord));
        let range = self.range.start + start..self.range.start + end;
        Self { bindings, range, depth: depth + 1 }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_chords() -> impl Strategy<Value = Vec<Chord>> {
        prop::collection::vec(proptest::char::range('a', 'd').prop_map(Chord::from), 1..4)
    }

    proptest! {
        #[test]
        fn no_keys_begin_with_other_keys(all in prop::collection::vec(any_chords(), 0..40)) {
            let mut bindings = Bindings::default();
            for chords in &all {
                bindings.insert_if_free(chords, Action::Help);
            }
            for chords in &all {
                prop_assert!(bindings.clash(chords).is_some());
            }
            for (place, (one, _)) in bindings.iter().enumerate() {
                for (_, (other, _)) in bindings.iter().enumerate().filter(|(at, _)| *at != place) {
                    prop_assert!(!one.starts_with(other));
                }
            }
        }

        #[test]
        fn what_is_reached_is_what_begins_with_the_keys(
            all in prop::collection::vec(any_chords(), 0..40),
            pressed in any_chords(),
        ) {
            let mut bindings = Bindings::default();
            for chords in &all {
                bindings.insert_if_free(chords, Action::Help);
            }
            let reach = pressed.iter().fold(bindings.reach(), |reach, chord| reach.after(*chord));
            let mut expected: Vec<&[Chord]> = bindings.iter().map(|(chords, _)| chords).collect();
            expected.retain(|chords| chords.starts_with(&pressed));
            expected.sort();
            prop_assert_eq!(reach.into_iter().map(|(chords, _)| chords).collect::<Vec<_>>(), expected);
        }
    }
}
