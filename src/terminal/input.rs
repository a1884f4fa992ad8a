//! Keys, pasted text and the terminal's answers, read on a thread of their own.
//!
//! The terminal library's own wait spins at full load when the terminal goes away
//! (crossterm-rs/crossterm#793). So the wait is `poll(2)` here, and the library is asked only when
//! there is something to read. The thread can be paused while another program has the terminal.

use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, OwnedFd};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;

use super::background::{Answer, Sorted};
use super::keyboard;
use crate::reader::message::Message;

/// Events handed over at once; more are handed over next.
const BATCH: usize = 4_096;

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
            answer: Answer::default(),
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
/// choice as the terminal library's.
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
    answer: Answer,
    send: F,
}

impl<F: FnMut(Result<Vec<Message>, Lost>) -> bool> Reader<F> {
    fn run(mut self) {
        loop {
            let outcome = match self.wait() {
                Ok(Ready::Keys) => self.read(),
                Ok(Ready::Pause) => {
                    let _ = rustix::io::read(&self.sleeper, &mut [0_u8; 1]);
                    if self.tell_paused.send(()).is_err() || self.wait_resume.recv().is_err() {
                        return;
                    }
                    continue;
                }
                Ok(Ready::Again) => continue,
                Err(lost) => Err(lost),
            };
            let is_lost = outcome.is_err();
            if !(self.send)(outcome) || is_lost {
                return;
            }
        }
    }

    fn wait(&self) -> Result<Ready, Lost> {
        let mut fds =
            [PollFd::new(&self.keyboard, PollFlags::IN), PollFd::new(&self.sleeper, PollFlags::IN)];
        match poll(&mut fds, None) {
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
        Ok(if keyboard.contains(PollFlags::IN) { Ready::Keys } else { Ready::Again })
    }

    fn read(&mut self) -> Result<Vec<Message>, Lost> {
        let mut messages = Vec::new();
        while messages.len() < BATCH && event::poll(Duration::ZERO).map_err(|_| Lost)? {
            match event::read().map_err(|_| Lost)? {
                Event::Key(key) => {
                    let Some(chord) = keyboard::chord(key) else { continue };
                    match self.answer.sort(chord) {
                        Sorted::Held => {}
                        Sorted::Page(page) => messages.push(Message::Background(page)),
                        Sorted::Keys(keys) => messages.extend(keys.into_iter().map(Message::Key)),
                    }
                }
                Event::Paste(text) => messages.push(Message::Paste(text)),
                // Sizes come by signal, and are asked for anew before each frame.
                _ => {}
            }
        }
        Ok(messages)
    }
}

enum Ready {
    Keys,
    Pause,
    Again,
}
