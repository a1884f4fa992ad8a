//! `pressroom --plain` on a terminal: the dialogue's lines printed, a person's lines read. No escape
//! sequence is ever sent, so anything that can print can show it.

use std::io::{self, BufRead};
use std::ops::ControlFlow;
use std::process::ExitCode;

use super::output;
use crate::app::{Shelved, Start};
use crate::dialogue::{Dialogue, Then, Turn};
use crate::library::{Entry, Order, Source, folder};
use crate::phrase::Language;
use crate::text::Clean;

/// The widest line.
const WIDEST: u16 = 80;
/// The longest line that is read; whoever types more is no person.
const LONGEST: u64 = 10_000;

/// Talks until it is over or nobody answers.
///
/// # Errors
/// When nothing can be printed or read any more.
pub fn run(start: Start, language: Language) -> anyhow::Result<ExitCode> {
    let width = output::terminal_width().map_or(WIDEST, |width| width.min(WIDEST));
    let (mut dialogue, mut turn) = begin(start, language, width);
    let mut line = String::new();
    loop {
        print(&turn.lines)?;
        turn = match turn.then {
            Then::End => return Ok(ExitCode::SUCCESS),
            Then::Open(source) => open(&mut dialogue, &source, None),
            Then::Ask => {
                print(&dialogue.prompt())?;
                line.clear();
                let stdin = io::stdin().lock();
                let mut limited = io::Read::take(stdin, LONGEST);
                if read_line(&mut limited, &mut line)? == 0 {
                    return Ok(ExitCode::SUCCESS);
                }
                dialogue.answer(&line)
            }
        };
    }
}

/// Reads a line; what is no UTF-8 in it is replaced.
fn read_line(from: &mut impl BufRead, line: &mut String) -> io::Result<usize> {
    let mut bytes = Vec::new();
    let count = from.read_until(b'\n', &mut bytes)?;
    line.push_str(&String::from_utf8_lossy(&bytes));
    Ok(count)
}

fn begin(start: Start, language: Language, width: u16) -> (Dialogue, Turn) {
    match start {
        Start::One(source, at) => {
            let mut dialogue = Dialogue::new(language, width, vec![folder::entry(source.clone())]);
            let turn = open(&mut dialogue, &source, at.as_deref());
            (dialogue, turn)
        }
        Start::List(shelved) => {
            let mut dialogue = Dialogue::new(language, width, entries(shelved));
            let turn = dialogue.begin();
            (dialogue, turn)
        }
        // A session is of the screen: `--resume` is refused before it could come here.
        Start::Resume { .. } => begin(Start::List(Vec::new()), language, width),
        Start::Review { name, text, .. } => {
            begin(Start::One(Source::text(&name, &text), None), language, width)
        }
    }
}

/// Everything that was named, newest first, as the list of the reader begins.
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
    entries.sort_by_cached_key(|entry| Order::Date.key(entry));
    entries
}

fn open(dialogue: &mut Dialogue, source: &Source, at: Option<&str>) -> Turn {
    dialogue.opened(source, folder::open(source), at)
}

fn print(lines: &[Clean<'_>]) -> io::Result<()> {
    output::print(|out| {
        use std::fmt::Write;
        lines.iter().try_for_each(|line| writeln!(out, "{line}"))
    })
}
