//! The mouse taken from the terminal and given back. While we have it, the terminal selects text only
//! with Shift held.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use super::ENTERED;

/// Presses, releases and moves with a button held, told in numbers: modes 1002 and 1006 of xterm.
const TAKE: &[u8] = b"\x1b[?1002h\x1b[?1006h";
const GIVE_BACK: &[u8] = b"\x1b[?1006l\x1b[?1002l";

/// All that programs ask for and may leave on: presses, moves, and how they are told.
const NONE: &[u8] = b"\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1005l\x1b[?1006l\x1b[?1015l";

/// Whether we want the mouse, whenever we have the terminal.
static WANTED: AtomicBool = AtomicBool::new(false);

/// Takes the mouse, now and each time the terminal is taken over again.
///
/// # Errors
/// When the terminal cannot be written to.
pub fn take() -> io::Result<()> {
    // The lock is held from the look to the last byte: whoever restores the terminal meanwhile, on
    // another thread, waits for it and has the last word.
    let mut out = io::stdout().lock();
    WANTED.store(true, Ordering::SeqCst);
    if ENTERED.load(Ordering::SeqCst) {
        out.write_all(TAKE)?;
        out.flush()?;
    }
    Ok(())
}

/// Gives the mouse back to the terminal, which selects text with it.
///
/// # Errors
/// When the terminal cannot be written to.
pub fn free() -> io::Result<()> {
    let mut out = io::stdout().lock();
    if WANTED.swap(false, Ordering::SeqCst) {
        out.write_all(GIVE_BACK)?;
        out.flush()?;
    }
    Ok(())
}

/// Takes the mouse again if it was wanted before the terminal was given away.
pub(super) fn take_again(out: &mut impl Write) -> io::Result<()> {
    if WANTED.load(Ordering::SeqCst) { out.write_all(TAKE) } else { Ok(()) }
}

/// Gives the mouse back together with the terminal.
pub(super) fn give_back(out: &mut impl Write) -> io::Result<()> {
    if WANTED.load(Ordering::SeqCst) { out.write_all(GIVE_BACK) } else { Ok(()) }
}

/// Gives the mouse back that another program took and left.
pub(super) fn free_from_others(out: &mut impl Write) -> io::Result<()> {
    out.write_all(NONE)
}
