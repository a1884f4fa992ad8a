//! The terminal at the edge: entered, always given back as it was, listened to.
//!
//! Whatever ends the program (return, error, panic, signal, a vanished terminal) goes through
//! [`restore`]; nothing else changes the terminal's modes back.

pub mod background;
mod cells;
pub mod clipboard;
pub mod input;
pub mod keyboard;
pub mod loan;
pub mod mouse;
pub mod signals;
mod surface;

use std::fs::{File, OpenOptions};
use std::io::{self, IsTerminal, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::queue;
use crossterm::terminal::{
    Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, ScrollUp,
    disable_raw_mode, enable_raw_mode,
};

use crate::reader::areas::Size;
pub use surface::Surface;

/// Whether the terminal is in our hands.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// Whether the terminal was ever told of a link.
static LINKED: AtomicBool = AtomicBool::new(false);

/// Gives the terminal back when it goes out of scope.
#[derive(Debug)]
pub struct Guard(());

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

/// Takes the terminal over: raw keys, the alternate screen, pasted text marked as such.
///
/// # Errors
/// When the terminal refuses; what was changed by then is changed back.
pub fn enter() -> io::Result<(Surface, Guard)> {
    let guard = Guard(());
    take_over()?;
    Ok((Surface::new(size()), guard))
}

/// Takes the terminal over again after another program had it.
///
/// # Errors
/// When the terminal refuses.
pub fn enter_again(surface: &mut Surface) -> io::Result<()> {
    // Whoever had it may have changed its modes behind our back: start from what it was.
    let _ = disable_raw_mode();
    take_over()?;
    surface.clear();
    Ok(())
}

fn take_over() -> io::Result<()> {
    ENTERED.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    // Not every terminal has another screen, and one that is in it already keeps what was there.
    let clear = Clear(ClearType::All);
    let mut out = io::stdout();
    queue!(out, EnterAlternateScreen, clear, EnableBracketedPaste, Hide)?;
    mouse::take_again(&mut out)?;
    out.flush()
}

/// Gives the terminal back as it was. May be called from any thread and any number of times.
pub fn restore() {
    loan::break_off();
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    // A terminal that is gone cannot be told anything; there is nothing left to restore then.
    // Where there is no other screen to leave, what comes next begins on a row of its own.
    let below = (MoveTo(0, size().height.saturating_sub(1)), ScrollUp(1));
    let _ = mouse::give_back(&mut out);
    if LINKED.load(Ordering::SeqCst) {
        // A frame closes its links; one that could not be written whole did not.
        let _ = out.write_all(cells::UNLINK);
    }
    let _ = queue!(out, EndSynchronizedUpdate, DisableBracketedPaste, Show);
    let _ = queue!(out, below.0, below.1, LeaveAlternateScreen);
    let _ = out.flush();
    let _ = disable_raw_mode();
}

/// Whether there are keys to read: from standard input, or from the terminal behind it.
pub fn has_keyboard() -> bool {
    io::stdin().is_terminal() || (cfg!(unix) && behind_stdin().is_some())
}

/// The terminal that controls the process, where standard input is something else.
pub fn behind_stdin() -> Option<File> {
    let terminal = || OpenOptions::new().read(true).write(true).open("/dev/tty").ok();
    (!io::stdin().is_terminal()).then(terminal).flatten()
}

/// Waits until Enter is pressed on a terminal that was given back.
pub fn wait_for_enter() {
    // Whatever ran before may have left the terminal without lines.
    let mut keys_pressed = [0; 256];
    on_keys(|keys| {
        loop {
            match rustix::io::read(keys, &mut keys_pressed) {
                Ok(0) => return,
                Ok(length) if keys_pressed[..length].iter().any(|key| b"\r\n".contains(key)) => {
                    return;
                }
                Ok(_) | Err(rustix::io::Errno::INTR) => {}
                Err(_) => return,
            }
        }
    });
}

/// Does something with the terminal that keys come from.
fn on_keys<T>(run: impl FnOnce(BorrowedFd<'_>) -> T) -> T {
    let stdin = io::stdin();
    let terminal = behind_stdin();
    run(terminal.as_ref().map_or_else(|| stdin.as_fd(), File::as_fd))
}

/// The terminal's size; nothing when it cannot be asked.
pub fn size() -> Size {
    // Asked for with every frame: crossterm would open the terminal a second time first.
    #[cfg(unix)]
    if let Ok(size) = rustix::termios::tcgetwinsize(io::stdout())
        && size.ws_col > 0
        && size.ws_row > 0
    {
        return Size { width: size.ws_col, height: size.ws_row };
    }
    let (width, height) = crossterm::terminal::size().unwrap_or_default();
    Size { width, height }
}

/// Makes a panic of the main thread give the terminal back before its message is printed. A panic of
/// another thread is caught where the thread was started, and says nothing here.
pub fn install_panic_hook() {
    let main = std::thread::current().id();
    let print = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if std::thread::current().id() == main {
            restore();
            print(info);
        }
    }));
}
