//! A frame as one write, marked so that terminals show it at once and never half drawn.

use std::io::{self, Write};

/// DEC private mode 2026: terminals that don't know it ignore it.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// A writer that holds everything back until it is flushed.
#[derive(Debug)]
pub struct Synchronized<W: Write> {
    frame: Vec<u8>,
    out: W,
}

impl<W: Write> Synchronized<W> {
    /// A writer in front of another.
    pub fn new(out: W) -> Self {
        Self { frame: BEGIN.to_vec(), out }
    }
}

impl<W: Write> Write for Synchronized<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.frame.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.frame.len() == BEGIN.len() {
            return Ok(());
        }
        self.frame.extend_from_slice(END);
        let outcome = self.out.write_all(&self.frame).and_then(|()| self.out.flush());
        self.frame.truncate(BEGIN.len());
        outcome
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_is_one_marked_write_and_an_empty_one_is_none() {
        let mut out = Vec::new();
        let mut writer = Synchronized::new(&mut out);
        writer.write_all(b"a").unwrap();
        writer.write_all(b"b").unwrap();
        writer.flush().unwrap();
        writer.flush().unwrap();
        assert_eq!(out, b"\x1b[?2026hab\x1b[?2026l");
    }
}
