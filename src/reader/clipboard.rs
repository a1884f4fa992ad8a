//! Where what is copied goes, and what may honestly be said of its arrival.

use crate::phrase::{Phrase, taking};
use crate::text::Page;

/// The most bytes that are sent to a terminal: many take no more than 100,000 characters of such a
/// sequence, and base64 makes four of three bytes.
pub const MOST_FOR_TERMINAL: usize = 74_994;
/// The most bytes that are handed to a command.
pub const MOST_FOR_COMMAND: usize = 64 << 20;

/// The way to a clipboard.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Clipboard {
    /// The terminal is told, and never says whether it took it.
    #[default]
    Terminal,
    /// tmux is told, and the terminal around it.
    Tmux,
    /// GNU screen hands it on.
    Screen,
    /// This terminal is known to take nothing.
    Deaf(Phrase),
    /// A command takes it, the program first.
    Command(Vec<String>),
    /// A command was asked for, and none is known for this machine.
    NoCommand,
}

/// Something to be copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// The text itself.
    pub text: Page,
    /// What it is, for the notice: `2.1, 38 words`.
    pub what: Phrase,
}

impl Clipboard {
    /// The most bytes that can go this way.
    pub fn most(&self) -> usize {
        match self {
            Self::Command(_) => MOST_FOR_COMMAND,
            _ => MOST_FOR_TERMINAL,
        }
    }

    /// Why nothing can go this way.
    pub fn refusal(&self) -> Option<Phrase> {
        match self {
            Self::Deaf(terminal) => Some(taking::deaf(terminal.clone())),
            Self::NoCommand => Some(taking::no_command()),
            _ => None,
        }
    }

    /// What is said once something was sent; nothing where an answer will tell.
    pub fn sent(&self, what: Phrase) -> Option<Phrase> {
        match self {
            Self::Terminal | Self::Screen => Some(taking::sent(what)),
            Self::Tmux => Some(taking::sent_to_tmux(what)),
            Self::Deaf(_) | Self::Command(_) | Self::NoCommand => None,
        }
    }
}
