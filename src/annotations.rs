//! What a person adds to a release while reading: where they stopped, and their marks. Kept beside
//! the releases, never inside them, as plain RON.
//!
//! Everything is tied to the words it stands at ([`Anchor`]) and not only to an address, so that it
//! is found again after a correction, or is known to be lost.

mod anchor;
mod content;
mod file;
mod library;
mod panes;
mod position;
mod record;
mod session;
pub mod store;

pub use anchor::{Anchor, Attached};
pub use content::Content;
pub use file::Fault;
pub use library::LibraryMark;
pub use panes::PaneWidths;
pub use position::{Folded, MOST_FOLDS, PanelState, Position};
pub use record::Record;
pub use session::{Jump, List, Look, Named, Session, Words};
pub use store::{Changes, Store, Who};
