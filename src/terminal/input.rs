//! Keys, pasted text and the terminal's answers, read on a thread of their own.
//!
//! The thread waits for its keyboard with `poll(2)`, so that the end of the terminal is seen too, and
//! can be paused while another program has the terminal.

use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, OwnedFd};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Instant;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::background;
use super::keyboard::{Decoder, Sent, mouse};
use crate::reader::message::Message;

/// Bytes read at once; more are read next.
const CHUNK: usize = 1 << 16;
/// The most bytes that a person's keys are read as at once; a paste comes in more.
const FEW: usize = 32;

/// The reading thread, to be paused.
#[derive(Debug)]
pub struct Input {
    wake: OwnedFd,
    paused: Receiver<()>,
    resume: Sender<()>,
}

/// Why reading ended for good.
#[derive(Debug)]
pub struct Lost;

impl Input {
    /// Starts to read; what comes is handed to `send`, in batches, until that fails.
    ///
    /// # Errors
    /// When there is no terminal to read keys from, or no thread to be had.
    pub fn start(
        send: impl FnMut(Result<Vec<Message>, Lost>) -> bool + Send + 'static,
    ) -> io::Result<Self> {
        let (sleeper, wake) = rustix::pipe::pipe()?;
        let (tell_paused, paused) = mpsc::channel();
        let (resume, wait_resume) = mpsc::channel();
        let reader = Reader {
            keyboard: keyboard_fd()?,
            sleeper,
            tell_paused,
            wait_resume,
            decoder: Decoder::default(),
            since: Instant::now(),
            send,
        };
        thread::Builder::new().name("input".to_owned()).spawn(move || reader.run())?;
        Ok(Self { wake, paused, resume })
    }

    /// Stops reading until [`Input::resume`]; returns once the thread has let go of the terminal.
    pub fn pause(&self) {
        if rustix::io::write(&self.wake, b"p").is_ok() {
            let _ = self.paused.recv();
        }
    }

    /// Reads again.
    pub fn resume(&self) {
        let _ = self.resume.send(());
    }
}

/// Standard input where it is a terminal, else the terminal that controls the process: the same
/// choice as the terminal library makes for its modes.
fn keyboard_fd() -> io::Result<OwnedFd> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        return stdin.as_fd().try_clone_to_owned();
    }
    Ok(std::fs::File::open("/dev/tty")?.into())
}

struct Reader<F> {
    keyboard: OwnedFd,
    sleeper: OwnedFd,
    tell_paused: Sender<()>,
    wait_resume: Receiver<()>,
    decoder: Decoder,
    /// When something was read last that is not a key in an unfinished paste.
    since: Instant,
    send: F,
}

impl<F: FnMut(Result<Vec<Message>, Lost>) -> bool> Reader<F> {
    fn run(mut self) {
        let mut chunk = vec![0; CHUNK];
        loop {
            let outcome = match self.wait() {
                Ok(Ready::Keys) => self.read(&mut chunk),
                Ok(Ready::Nothing) => Ok(self.decoder.give_up()),
                Ok(Ready::Pause) => {
                    let _ = rustix::io::read(&self.sleeper, &mut [0_u8; 1]);
                    if self.tell_paused.send(()).is_err() || self.wait_resume.recv().is_err() {
                        return;
                    }
                    self.decoder = Decoder::default();
                    continue;
                }
                Ok(Ready::Again) => continue,
                Ok(Ready::Dropped) => return,
                Err(lost) => Err(lost),
            };
            let outcome: Result<Vec<Message>, Lost> =
                outcome.map(|sent| mouse::merged(sent).into_iter().filter_map(message).collect());
            if outcome.as_ref().is_ok_and(Vec::is_empty) {
                continue;
            }
            let is_lost = outcome.is_err();
            if !(self.send)(outcome) || is_lost {
                return;
            }
        }
    }

    fn wait(&self) -> Result<Ready, Lost> {
        let mut fds =
            [PollFd::new(&self.keyboard, PollFlags::IN), PollFd::new(&self.sleeper, PollFlags::IN)];
        let patience = self.decoder.patience_after(self.since.elapsed());
        let patience = patience.and_then(|time| Timespec::try_from(time).ok());
        match poll(&mut fds, patience.as_ref()) {
            Ok(0) => return Ok(Ready::Nothing),
            Ok(_) => {}
            Err(Errno::INTR) => return Ok(Ready::Again),
            Err(_) => return Err(Lost),
        }
        let (keyboard, sleeper) = (fds[0].revents(), fds[1].revents());
        if keyboard.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            return Err(Lost);
        }
        if sleeper.intersects(PollFlags::IN) {
            return Ok(Ready::Pause);
        }
        if sleeper.intersects(PollFlags::HUP) {
            return Ok(Ready::Dropped);
        }
        Ok(if keyboard.contains(PollFlags::IN) { Ready::Keys } else { Ready::Again })
    }

    fn read(&mut self, chunk: &mut [u8]) -> Result<Vec<Sent>, Lost> {
        match rustix::io::read(&self.keyboard, &mut *chunk) {
            Ok(0) => Err(Lost),
            Ok(length) => {
                if length > FEW || !self.decoder.is_pasting() {
                    self.since = Instant::now();
                }
                Ok(self.decoder.read(&chunk[..length]))
            }
            Err(Errno::INTR | Errno::AGAIN) => Ok(Vec::new()),
            Err(_) => Err(Lost),
        }
    }
}

/// What the application is told.
fn message(sent: Sent) -> Option<Message> {
    match sent {
        Sent::Key(chord) => Some(Message::Key(chord)),
        Sent::Mouse(mouse) => Some(Message::Mouse(mouse)),
        Sent::Paste(text) => Some(Message::Paste(text)),
        Sent::Answer(answer) => background::page(&answer).map(Message::Background),
    }
}

enum Ready {
    Keys,
    /// The rest of what is held has not come.
    Nothing,
    Pause,
    Again,
    /// The program is ending.
    Dropped,
}
