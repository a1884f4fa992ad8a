//! `pressroom --plain` on a terminal: the dialogue's lines printed, a person's lines read. No escape
//! sequence is ever sent, so anything that can print can show it.

mod places;

use std::io::{self, BufRead};
use std::ops::ControlFlow;
use std::process::ExitCode;

use super::read::Named;
use super::{env, output};
use crate::app::Shelved;
use crate::config::Config;
use crate::dialogue::{Dialogue, Then, Turn};
use crate::library::{Entry, Source, folder};
use crate::phrase::Phrase;
use crate::text::Clean;
use places::Places;

/// The widest line.
const WIDEST: u16 = 80;
/// The longest line that is read; whoever types more is no person.
const LONGEST: u64 = 10_000;

/// Talks until it is over or nobody answers. Where its reader stopped in a release is known again.
///
/// # Errors
/// When nothing can be printed or read any more.
pub fn run(named: Named, config: &Config) -> anyhow::Result<ExitCode> {
    let width = output::terminal_width().map_or(WIDEST, |width| width.min(WIDEST));
    let language = config.settings.language.spoken(env);
    let mut talk = Talk {
        dialogue: Dialogue::new(language, width, Vec::new()),
        places: Places::new(&config.directories),
    };
    let mut turn = match named {
        Named::One(source, at) => talk.open(&source, at.as_deref()),
        Named::List(shelved) => {
            talk.dialogue = Dialogue::new(language, width, entries(shelved));
            talk.dialogue.begin()
        }
    };
    let mut line = String::new();
    loop {
        print(&turn.lines)?;
        turn = match turn.then {
            Then::End => break,
            Then::Open(source) => talk.open(&source, None),
            Then::Ask => {
                // Now, since there may be no end but Ctrl-c.
                print(&talk.keep())?;
                print(&talk.dialogue.prompt())?;
                line.clear();
                let stdin = io::stdin().lock();
                let mut limited = io::Read::take(stdin, LONGEST);
                if read_line(&mut limited, &mut line)? == 0 {
                    break;
                }
                talk.dialogue.answer(&line)
            }
        };
    }
    print(&talk.leave())?;
    Ok(ExitCode::SUCCESS)
}

/// A dialogue, and where it was left before.
struct Talk {
    dialogue: Dialogue,
    places: Places,
}

impl Talk {
    /// Opens a release, at an address or else where its reader stopped.
    fn open(&mut self, source: &Source, at: Option<&str>) -> Turn {
        let outcome = folder::open(source);
        let is_release = outcome.is_ok();
        let lost = if is_release { self.leave() } else { Vec::new() };
        let mut turn = self.dialogue.opened(source, outcome, at);
        turn.lines.splice(..0, lost);
        let Some(place) = self.dialogue.place().filter(|_| is_release) else { return turn };
        let stopped = self.places.recall(source, place);
        turn.lines.extend(match stopped {
            Ok(Some(block)) if at.is_none() => self.dialogue.go_back(block),
            Ok(_) => Vec::new(),
            Err(said) => self.dialogue.lines(&[said]),
        });
        turn
    }

    /// Keeps where the reader is; what to say if it cannot be.
    fn keep(&mut self) -> Vec<Clean<'static>> {
        let kept = self.dialogue.place().map_or(Ok(()), |place| self.places.keep(place));
        self.said_if_not(kept)
    }

    /// Leaves the open release; names its place if that is lost.
    fn leave(&mut self) -> Vec<Clean<'static>> {
        let kept = self.dialogue.place().map_or(Ok(()), |place| self.places.leave(place));
        self.said_if_not(kept)
    }

    fn said_if_not(&self, kept: Result<(), Phrase>) -> Vec<Clean<'static>> {
        kept.err().map(|said| self.dialogue.lines(&[said])).unwrap_or_default()
    }
}

/// Reads a line; what is no UTF-8 in it is replaced.
fn read_line(from: &mut impl BufRead, line: &mut String) -> io::Result<usize> {
    let mut bytes = Vec::new();
    let count = from.read_until(b'\n', &mut bytes)?;
    line.push_str(&String::from_utf8_lossy(&bytes));
    Ok(count)
}

/// Everything that was named.
fn entries(shelved: Vec<Shelved>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for one in shelved {
        match one {
            Shelved::Source(source) => entries.push(folder::entry(source)),
            Shelved::Path(path) => {
                let _ = folder::walk(&path, |entry| {
                    entries.push(entry);
                    ControlFlow::Continue(())
                });
            }
        }
    }
    entries
}

fn print(lines: &[Clean<'_>]) -> io::Result<()> {
    output::print(|out| {
        use std::fmt::Write;
        lines.iter().try_for_each(|line| writeln!(out, "{line}"))
    })
}
