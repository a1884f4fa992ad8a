//! A frame as one write, marked so that terminals show it at once and never half drawn.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

/// DEC private mode 2026: terminals that don't know it ignore it.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// A writer that holds everything back until it is sent. Flushing does nothing: what draws a frame
/// flushes whenever it moves the cursor. Clones hold the same frame.
#[derive(Debug, Clone, Default)]
pub struct Synchronized(Rc<RefCell<Vec<u8>>>);

impl Synchronized {
    /// Writes what is held, as one frame.
    ///
    /// # Errors
    /// When it cannot be written; it is held no longer all the same.
    pub fn send(&self, out: &mut impl Write) -> io::Result<()> {
        let mut frame = self.0.borrow_mut();
        if frame.is_empty() {
            return Ok(());
        }
        frame.extend_from_slice(END);
        let outcome = out.write_all(&frame).and_then(|()| out.flush());
        frame.clear();
        outcome
    }
}

impl Write for Synchronized {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut frame = self.0.borrow_mut();
        if frame.is_empty() {
            frame.extend_from_slice(BEGIN);
        }
        frame.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_is_one_marked_write_and_an_empty_one_is_none() {
        let mut out = Vec::new();
        let mut writer = Synchronized::default();
        let frame = writer.clone();
        writer.write_all(b"a").unwrap();
        writer.flush().unwrap();
        writer.write_all(b"b").unwrap();
        frame.send(&mut out).unwrap();
        frame.send(&mut out).unwrap();
        assert_eq!(out, b"\x1b[?2026hab\x1b[?2026l");
    }
}
