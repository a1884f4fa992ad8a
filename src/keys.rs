//! What a reader can do, and with which keys: the table of actions, chords, and the keymap between
//! them. Help, status hints and the manual's key table are derived here and written nowhere else.
//! Counts are not known here, and neither is the terminal: it makes a [`Chord`] of what it hears.

pub mod action;
pub mod chord;
pub mod hints;
pub mod keymap;
mod layout;
pub mod preset;
mod shared;
pub mod written;

pub use action::{Action, Section};
pub use chord::{Chord, Chords, Key};
pub use keymap::{Context, Keymap, KeymapProblem, Resolved};
pub use preset::Preset;

/// The most bytes of a name that may be a slip for another; comparing longer ones would take seconds.
const LONGEST_SLIP: usize = 100;

/// How alike two names must be, from 0 to 1, before one is offered for the other.
const ALIKE: f64 = 0.8;

/// The candidate a person most likely meant by `word`, if any comes close; case is overlooked.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > LONGEST_SLIP {
        return None;
    }
    let word = word.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(&word, &candidate.to_lowercase()), candidate))
        .filter(|(alike, _)| *alike >= ALIKE)
        .max_by(|left, right| left.0.total_cmp(&right.0))
        .map(|(_, candidate)| candidate)
}
