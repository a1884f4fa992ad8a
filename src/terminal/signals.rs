//! Signals, and the end of the terminal, watched on threads of their own.

use std::io;
use std::os::fd::AsFd;
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use signal_hook::consts::{
    SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGPROF, SIGQUIT, SIGTERM, SIGTSTP, SIGUSR1, SIGUSR2,
    SIGVTALRM, SIGWINCH, SIGXCPU, SIGXFSZ,
};
use signal_hook::iterator;
use signal_hook::low_level::emulate_default_handler;

use super::loan::is_lent;

/// How long the main thread has to end after a signal asked it to; after that it is ended.
const PATIENCE: Duration = Duration::from_secs(1);

/// What the process was told from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// The window has another size.
    Resized,
    /// Stop, as a job of a shell.
    Stop,
    /// Go on after having been stopped.
    Continue,
    /// End, by this signal.
    End(i32),
}

impl Notice {
    /// The terminal is gone: what a hangup would do is done.
    pub const LOST: Self = Self::End(SIGHUP);
}

/// Signals caught; they wait until they are watched for.
#[derive(Debug)]
pub struct Signals(iterator::Signals);

impl Signals {
    /// Catches signals from now on.
    ///
    /// # Errors
    /// When handlers cannot be installed.
    pub fn new() -> io::Result<Self> {
        // Whatever would end the process and can be caught, for the terminal to be given back.
        let ends = [
            SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGALRM, SIGVTALRM, SIGPROF, SIGUSR1, SIGUSR2,
            SIGXCPU,
        ];
        let caught = [SIGWINCH, SIGTSTP, SIGCONT, SIGXFSZ].into_iter().chain(ends);
        iterator::Signals::new(caught).map(Self)
    }

    /// Hands each signal, those that have waited first, to `tell` as a notice.
    ///
    /// # Errors
    /// When no thread is to be had.
    pub fn watch(self, tell: impl Fn(Notice) + Send + 'static) -> io::Result<()> {
        let mut signals = self.0;
        thread::Builder::new().name("signals".to_owned()).spawn(move || {
            for signal in signals.forever() {
                match signal {
                    SIGWINCH => tell(Notice::Resized),
                    SIGTSTP if is_lent() => {
                        if can_stop() {
                            stop_alone();
                        }
                    }
                    SIGTSTP => tell(Notice::Stop),
                    SIGCONT => tell(Notice::Continue),
                    // Whoever wrote too much is told by the write itself.
                    SIGXFSZ => {}
                    SIGINT | SIGQUIT if is_lent() => {}
                    end => {
                        tell(Notice::End(end));
                        // The main thread ends in milliseconds unless it is deep in work.
                        thread::spawn(move || {
                            thread::sleep(PATIENCE);
                            die(end);
                        });
                    }
                }
            }
        })?;
        Ok(())
    }
}

/// Starts to watch for the end of the terminal.
///
/// # Errors
/// When no thread is to be had.
pub fn watch_terminal(tell: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name("hang-up".to_owned()).spawn(move || {
        if wait_for_hang_up() {
            tell();
            thread::sleep(PATIENCE);
            die(SIGHUP);
        }
    })?;
    Ok(())
}

/// Waits until the terminal is gone. A parent may have had the hang-up signal ignored, so the signal
/// alone is not enough.
fn wait_for_hang_up() -> bool {
    loop {
        match poll_stdout(None) {
            Ok(is_gone) if is_gone => return true,
            Ok(_) | Err(Errno::INTR) => {}
            Err(_) => return false,
        }
    }
}

/// Whether standard output has hung up by a time; without one, this waits until it has.
fn poll_stdout(time: Option<&Timespec>) -> rustix::io::Result<bool> {
    let stdout = io::stdout();
    let mut fds = [PollFd::from_borrowed_fd(stdout.as_fd(), PollFlags::empty())];
    poll(&mut fds, time).map(|count| count > 0)
}

/// Ends the process as a hangup would have, if the terminal is gone.
pub fn die_if_terminal_is_gone() {
    if poll_stdout(Some(&Timespec::default())).unwrap_or(false) {
        die(SIGHUP);
    }
}

/// Ends the process as the signal would have, the terminal given back.
pub fn die(signal: i32) -> ! {
    super::restore();
    let _ = emulate_default_handler(signal);
    std::process::exit(128 + signal)
}

/// Whether there is a shell that could let a stopped process go on. The program that a window was
/// opened for has none: its window would be dead.
pub fn can_stop() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}

/// Stops until told to go on; the terminal must have been given back.
///
/// As with the terminal's own key, whatever was started together with this process stops as well: a
/// shell that waits for a script, or for `cargo run`, sees only that. All are told at once, so that
/// none is told to go on before it has stopped.
pub fn stop() {
    if kill_current_process_group(Signal::STOP).is_err() {
        stop_alone();
    }
}

fn stop_alone() {
    let _ = emulate_default_handler(SIGTSTP);
}
