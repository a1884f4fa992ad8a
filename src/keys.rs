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
pub use keymap::{Context, Keymap, Resolved};
pub use preset::Preset;
