//! The terminal while another program has it, and made ours again whatever was done to it.

use std::io::{self, Write};
use std::process::{Child, ExitStatus};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crossterm::cursor::{MoveTo, Show};
use crossterm::event::DisableBracketedPaste;
use crossterm::queue;
use crossterm::terminal::LeaveAlternateScreen;
use rustix::io::Errno;
use rustix::process::{
    Pid, Signal, WaitId, WaitIdOptions, getpgrp, kill_current_process_group, kill_process, waitid,
};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcgetpgrp, tcsetattr};

use super::{mouse, on_keys, signals, size};

/// What the terminal was before it was lent.
#[derive(Debug)]
struct Loan {
    /// Its modes, if it could be asked.
    modes: Option<Termios>,
}

/// There while another program has the terminal: what its keys send is meant for that program.
static LOAN: Mutex<Option<Loan>> = Mutex::new(None);

/// Runs something while another program has the terminal, which must have been given back. Its modes
/// are then as they were before, and it tells nothing of the mouse.
pub fn lend<T>(run: impl FnOnce() -> T) -> T {
    *loan() = Some(Loan { modes: on_keys(|keys| tcgetattr(keys).ok()) });
    let outcome = run();
    // Held to the end: whoever ends the process meanwhile, on another thread, waits for it.
    let mut loan = loan();
    if let Some(loan) = loan.take() {
        loan.end(&mut io::stdout());
    }
    outcome
}

/// Gives the terminal back for good if another program still has it.
pub(super) fn break_off() {
    let mut loan = loan();
    let Some(loan) = loan.take().filter(|_| has_terminal()) else { return };
    let mut out = io::stdout();
    // Nobody knows which screen that program was on: what comes next must not cover its last words.
    let last_row = MoveTo(0, size().height.saturating_sub(1));
    let _ = queue!(out, DisableBracketedPaste, Show, LeaveAlternateScreen, last_row);
    loan.end(&mut out);
    let _ = out.write_all(b"\r\n");
    let _ = out.flush();
}

/// Whether another program has the terminal.
pub(super) fn is_lent() -> bool {
    loan().is_some()
}

/// Waits for the end of a program that has the terminal. Where no shell could let it go on after it
/// has stopped, it goes on at once.
///
/// # Errors
/// When it cannot be waited for.
pub fn wait(child: &mut Child) -> io::Result<ExitStatus> {
    if !signals::can_stop() {
        let pid = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
        while let Some(pid) = pid.filter(|pid| stops(*pid)) {
            // Together with whatever it started; it may have made a job of its own.
            let _ = kill_current_process_group(Signal::CONT);
            let _ = kill_process(pid, Signal::CONT);
        }
    }
    child.wait()
}

/// Waits until a child has stopped, which is so, or ended. Its end is left for others to see.
fn stops(child: Pid) -> bool {
    let changes = WaitIdOptions::STOPPED | WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
    loop {
        match waitid(WaitId::Pid(child), changes) {
            Ok(change) => return change.is_some_and(|change| change.stopped()),
            Err(Errno::INTR) => {}
            Err(_) => return false,
        }
    }
}

impl Loan {
    /// A terminal that is gone cannot be told anything.
    fn end(self, out: &mut impl Write) {
        if !has_terminal() {
            return;
        }
        let _ = mouse::free_from_others(out).and_then(|()| out.flush());
        if let Some(modes) = self.modes {
            let _ = on_keys(|keys| tcsetattr(keys, OptionalActions::Now, &modes));
        }
    }
}

/// Whether the terminal is that of our job: to change it from the background would stop us.
fn has_terminal() -> bool {
    on_keys(|keys| tcgetpgrp(keys).is_ok_and(|group| group == getpgrp()))
}

fn loan() -> MutexGuard<'static, Option<Loan>> {
    LOAN.lock().unwrap_or_else(PoisonError::into_inner)
}
