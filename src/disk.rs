//! Files: whole reads with a limit, bounded walks, and saves that survive a crash. Knows bytes
//! and paths; knows nothing of what is in them.

mod folder;
mod inside;
mod read;
mod save;
mod state;
mod walk;

pub use folder::{make_folder, make_open_folder};
pub use inside::inside;
pub use read::{Kind, NotUtf8, ReadError, is_fresh, read, read_stdin, size, text};
pub use save::{Overwrite, SaveError, can_save, save};
pub use state::{Lock, absolute, lock, oldest_first, one_path, remove, set_aside};
pub use walk::{WalkProblem, folders, has_extension, is_link_inside, walk};
