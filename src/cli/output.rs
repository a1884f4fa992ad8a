//! Standard output and standard error: what is written there, how wide, and whether in colour.

use std::fmt;
use std::io::{self, BufWriter, IsTerminal, Write};

use anstream::ColorChoice;

use super::speech;
use crate::phrase::told;
use crate::terminal;
use crate::text::Clean;

/// Writes data to standard output, and makes sure that it got there.
///
/// # Errors
/// Those of the output: a full disk, a reader that has gone away.
pub fn print(write: impl FnOnce(&mut Output<'_>) -> fmt::Result) -> io::Result<()> {
    let mut buffer = BufWriter::new(io::stdout().lock());
    let mut output = Output { to: &mut buffer, failure: None };
    let written = write(&mut output);
    if let Some(failure) = output.failure {
        return Err(failure);
    }
    written.map_err(io::Error::other)?;
    buffer.flush()
}

/// A place for formatted text that remembers why writing failed.
pub struct Output<'a> {
    to: &'a mut dyn Write,
    failure: Option<io::Error>,
}

impl fmt::Write for Output<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.to.write_all(text.as_bytes()).map_err(|failure| {
            self.failure = Some(failure);
            fmt::Error
        })
    }
}

/// Writes a line that was put together from clean words and colours.
pub fn unchecked(to: &mut impl Write, line: &str) -> io::Result<()> {
    writeln!(to, "{line}")
}

/// Says something to whoever sits there, in the language of the call where the table of phrases knows
/// the words. There is nobody to tell when that fails.
pub fn say(words: &Clean<'_>) {
    let _ = writeln!(io::stderr(), "{}", told(words, speech::of_call()));
}

/// Whether words are coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// No.
    Plain,
    /// As a terminal does it.
    Coloured,
}

impl Colour {
    /// What an output wants: colour on a terminal, unless `NO_COLOR` is set or it knows none.
    pub fn of(stream: &impl anstream::stream::RawStream) -> Self {
        // With `CI` set, every terminal is taken for a coloured one, even one that says it is not.
        let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        match anstream::AutoStream::choice(stream) {
            _ if is_dumb => Self::Plain,
            ColorChoice::Never => Self::Plain,
            _ => Self::Coloured,
        }
    }
}

/// The columns of the terminal that standard output is, if it is one.
pub fn terminal_width() -> Option<u16> {
    let columns = io::stdout().is_terminal().then(|| terminal::size().width);
    columns.filter(|columns| *columns > 0)
}
