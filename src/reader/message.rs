//! What happened: everything that can change the model.

mod mouse;

use std::path::PathBuf;
use std::sync::Arc;

use super::areas::Size;
use super::document::Document;
use super::fault::Faulty;
use super::marks::AllMarks;
use super::reading::find::Hit;
use super::reading::kept::Kept;
use super::revision::Revision;
use crate::annotations::Record;
use crate::keys::Chord;
use crate::library::Entry;
use crate::phrase::Phrase;
use crate::release::Release;
use crate::release::check::Problem;
use crate::release::evidence::Evidence;

pub use mouse::{Button, Did, Mouse};

/// Something that happened.
#[derive(Debug)]
pub enum Message {
    /// A key was pressed.
    Key(Chord),
    /// The mouse did something.
    Mouse(Mouse),
    /// Text was pasted, exactly as the terminal sent it.
    Paste(String),
    /// The screen has a new size.
    Resized(Size),
    /// The terminal told whether its page is dark or light.
    Background(Page),
    /// A file was opened, or is no release.
    Opened {
        /// The number of the request.
        ticket: u64,
        /// The release or its diagnostic.
        outcome: Result<Arc<Document>, Box<Faulty>>,
        /// What is known of it besides.
        known: Known,
    },
    /// The facts of a release were found in its text.
    Examined {
        /// The release.
        document: Arc<Document>,
        /// Where the words stand.
        evidence: Arc<Evidence>,
    },
    /// A release was checked.
    Checked {
        /// The release.
        document: Arc<Document>,
        /// Each problem with its line in the file.
        problems: Arc<Vec<(usize, Problem)>>,
    },
    /// A search ended.
    Found {
        /// The number of the question.
        ticket: u64,
        /// The hits in reading order.
        hits: Arc<[Hit]>,
        /// What is wrong with the pattern.
        error: Option<Phrase>,
    },
    /// The blocks that match were found.
    Kept {
        /// The number of the question.
        ticket: u64,
        /// Which show.
        kept: Arc<Kept>,
        /// What is wrong with the pattern.
        error: Option<Phrase>,
    },
    /// More releases were read for the list.
    Listed {
        /// The number of the request.
        ticket: u64,
        /// What was read.
        entries: Vec<Entry>,
        /// Whether that was all.
        is_last: bool,
    },
    /// Files or folders of the list came, were changed or are gone.
    FilesChanged(Vec<PathBuf>),
    /// Some of the list was read again.
    Relisted {
        /// The number of the request.
        ticket: u64,
        /// The files and folders.
        paths: Vec<PathBuf>,
        /// What was read there.
        entries: Vec<Entry>,
    },
    /// Something on the disk is not watched.
    NotWatched(Phrase),
    /// A command took what was copied, in a sentence, or did not.
    Copied(Result<Phrase, Phrase>),
    /// A command that was given text has ended: a sentence, or one about what went wrong.
    Piped(Result<Phrase, Phrase>),
    /// A person's own themes were found, by name.
    Themes(Vec<String>),
    /// The editor was closed, or could not be started.
    Edited(Result<(), Phrase>),
    /// Some words were read as a fact by the rules of the import.
    Suggested {
        /// The number of the request.
        ticket: u64,
        /// The fact, the one of a release that has nothing else; nothing where no rule reads them.
        fact: Option<Box<Release>>,
    },
    /// A file was written, or could not be.
    Saved(Result<PathBuf, Phrase>),
    /// A moment has passed in which the mouse was held still beyond the edge of the text.
    StillHeld,
    /// The marks are at hand.
    Recalled {
        /// The number of the request.
        ticket: u64,
        /// The release that was open when they were asked for.
        document: Option<Arc<Document>>,
        /// Those of the open release and those from `A` to `Z`.
        marks: AllMarks,
    },
    /// Marks that were asked for have not come in a moment.
    Late {
        /// The number of the request.
        ticket: u64,
    },
    /// The file on the screen was changed, moved or removed.
    Changed,
    /// No key was pressed for a moment, or the program is about to end.
    Quiet,
    /// What should be remembered could not be written.
    NotKept(Phrase),
    /// What should be remembered is written again.
    Remembers,
    /// Something that is remembered cannot be used.
    NotRecalled(Phrase),
    /// A moment has passed since a key that begins a longer sequence.
    Waited {
        /// The number of the wait.
        ticket: u64,
    },
    /// Something did not work.
    Failed(Phrase),
    /// The screen must be drawn anew: the program was stopped and goes on, or another program wrote
    /// over it.
    Restored,
}

/// What is known of a release that was opened, besides what it says.
#[derive(Debug, Default)]
pub struct Known {
    /// What is remembered of it.
    pub remembered: Option<Box<Record>>,
    /// What became of each block of what it said before.
    pub revision: Option<Box<Revision>>,
}

/// What colour the page of the terminal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// Light letters on a dark page.
    Dark,
    /// Dark letters on a light page.
    Light,
}
