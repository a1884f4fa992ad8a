//! What should happen outside the model: performed in one place, answered with messages.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use super::clipboard::Copied;
use super::document::Document;
use super::pipe::Piped;
use super::reading::find::Wanted;
use crate::annotations::{Changes, LibraryMark, PaneWidths, Session};
use crate::library::Source;
use crate::release::evidence::Evidence;
use crate::release::{BlockId, FactKind};

/// Who named a release to be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NamedBy {
    /// A person, directly or as part of a list.
    Person,
    /// Another release: only what lies inside the opened folder is followed.
    Release,
}

/// Something to be done.
#[derive(Debug, Clone)]
pub enum Effect {
    /// Read a release; answered by `Opened`.
    Open {
        /// The number to answer with.
        ticket: u64,
        /// The release.
        source: Source,
        /// Who named it.
        named_by: NamedBy,
        /// What it said before, if it is read again.
        before: Option<Arc<Document>>,
    },
    /// Find the facts of a release in its text; answered by `Examined`.
    Examine(Arc<Document>),
    /// Check a release whose facts were found; answered by `Checked`.
    Check(Arc<Document>, Arc<Evidence>),
    /// Look for words; answered by `Found`.
    Find {
        /// The number to answer with.
        ticket: u64,
        /// The release to look through.
        document: Arc<Document>,
        /// What to look for.
        wanted: Wanted,
    },
    /// Look for the blocks that match; answered by `Kept`.
    KeepMatching {
        /// The number to answer with.
        ticket: u64,
        /// The release to look through.
        document: Arc<Document>,
        /// What blocks must hold.
        wanted: Wanted,
    },
    /// Read everything the list was opened with; answered by `Listed`.
    List {
        /// The number to answer with.
        ticket: u64,
    },
    /// Read again what lies at some paths of the list; answered by `Relisted`.
    ListAgain {
        /// The number to answer with.
        ticket: u64,
        /// Files and folders.
        paths: Vec<PathBuf>,
    },
    /// Look for a person's own themes; answered by `Themes`.
    ListThemes,
    /// Remember something of a release; answered by `NotKept` where that fails.
    Keep {
        /// The release.
        document: Arc<Document>,
        /// What has changed of what is remembered.
        changes: Changes,
    },
    /// Keep how wide the panel is made; answered by `NotKept` where that fails.
    KeepWidths {
        /// As it was kept before.
        before: PaneWidths,
        /// As it is.
        now: PaneWidths,
    },
    /// Keep the session to go back to; answered by `NotKept` where that fails.
    KeepSession(Box<Session>),
    /// Set a mark from `A` to `Z`, or take it away; answered by `NotKept` where that fails.
    KeepMark {
        /// Its letter.
        letter: char,
        /// Where it leads to now.
        mark: Option<LibraryMark>,
    },
    /// Get the marks as they are kept; answered by `Recalled`, or by `Late` where that takes long.
    Recall {
        /// The number to answer with.
        ticket: u64,
        /// The open release.
        document: Option<Arc<Document>>,
    },
    /// Open a file in the person's editor; answered by `Edited`.
    Edit {
        /// The file.
        path: PathBuf,
        /// The line to open it at, from 1.
        line: usize,
    },
    /// Open a file in the person's editor at a block, whose line is looked up first; answered by
    /// `Edited`.
    EditBlock {
        /// The file.
        path: PathBuf,
        /// The block.
        block: BlockId,
    },
    /// Bring text to a clipboard; answered by `Copied` where a command takes it.
    Copy(Copied),
    /// Read some words as a fact by the rules of the import; answered by `Suggested`.
    Suggest {
        /// The number to answer with.
        ticket: u64,
        /// The draft whose words they are.
        document: Arc<Document>,
        /// The block and the bytes of its text.
        words: (BlockId, Range<u32>),
        /// What kind of fact it is to be.
        kind: FactKind,
    },
    /// Give text to a command, which has the terminal until it ends; answered by `Piped`.
    Pipe(Piped),
    /// Write a file; answered by `Saved`.
    Save {
        /// The file.
        path: PathBuf,
        /// All that it is to hold.
        text: String,
        /// Whether a file of that name may be replaced.
        overwrite: bool,
    },
    /// Take the mouse from the terminal.
    TakeMouse,
    /// Give the mouse back to the terminal.
    FreeMouse,
    /// Let a moment pass while a sequence of keys is unfinished; answered by `Waited`.
    WaitForKeys {
        /// The number to answer with.
        ticket: u64,
    },
    /// Stop, as a shell's job does; answered by `Restored`.
    Suspend,
    /// Draw every cell of the screen again.
    Redraw,
    /// End the program.
    Quit,
}
