//! A program running on a pseudo-terminal, with an emulator that keeps its screen.

use std::ffi::OsStr;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Condvar, LazyLock, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

use super::{keys, sent};

/// How long anything may take before a test gives up: it says nothing about speed. `PATIENCE=3`, in
/// seconds, makes for quicker answers while tests are written.
static PATIENCE: LazyLock<Duration> = LazyLock::new(|| {
    let seconds = std::env::var("PATIENCE").ok().and_then(|seconds| seconds.parse().ok());
    Duration::from_secs(seconds.unwrap_or(60))
});

/// The binary under test.
pub const PRESSROOM: &str = env!("CARGO_BIN_EXE_pressroom");

/// A sample that comes with the program.
pub fn sample(name: &str) -> PathBuf {
    samples().join(name)
}

/// The folder of the samples.
pub fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/releases")
}

/// What is to be run, and on what kind of terminal.
pub struct Command {
    builder: CommandBuilder,
    width: u16,
    height: u16,
    /// What the terminal says when it is asked for the colour of its page.
    page: Option<&'static str>,
}

impl Command {
    /// The binary under test, at 80 × 24, on a terminal that answers no questions.
    pub fn pressroom() -> Self {
        Self::new(PRESSROOM)
    }

    /// Any program.
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        let mut builder = CommandBuilder::new(program);
        builder.env_clear();
        builder.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        builder.env("TERM", "xterm-256color");
        builder.env("COLORTERM", "truecolor");
        builder.env("LC_ALL", "C.UTF-8");
        builder.cwd(env!("CARGO_MANIFEST_DIR"));
        Self { builder, width: 80, height: 24, page: None }
    }

    pub fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.builder.arg(argument);
        self
    }

    pub fn args<A: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        self.builder.args(arguments);
        self
    }

    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.builder.env(name, value);
        self
    }

    /// The folder it is run in; else the project's.
    pub fn folder(mut self, path: &Path) -> Self {
        self.builder.cwd(path);
        self
    }

    pub fn size(mut self, width: u16, height: u16) -> Self {
        (self.width, self.height) = (width, height);
        self
    }

    /// A terminal that answers with this colour.
    pub fn page(mut self, colour: &'static str) -> Self {
        self.page = Some(colour);
        self
    }

    /// Runs it.
    pub fn start(self) -> Session {
        let size = pty_size(self.width, self.height);
        let pair = native_pty_system().openpty(size).unwrap();
        let before = modes(&*pair.master);
        let mut child = pair.slave.spawn_command(self.builder).unwrap();
        drop(pair.slave);
        let pid = Pid::from_raw(i32::try_from(child.process_id().unwrap()).unwrap()).unwrap();
        let (tell, exit) = mpsc::channel();
        thread::spawn(move || tell.send(child.wait().unwrap()));
        let shared = Arc::new(Shared {
            state: Mutex::new(State {
                emulator: vt100::Parser::new(emulated(self.height), emulated(self.width), 0),
                sent: Vec::new(),
                page: self.page,
                hang_up: false,
            }),
            changed: Condvar::new(),
            writer: Mutex::new(Some(pair.master.take_writer().unwrap())),
        });
        let reader = pair.master.try_clone_reader().unwrap();
        let reading = Arc::clone(&shared);
        let reader = thread::spawn(move || reading.read_from(reader));
        let master = Some(pair.master);
        Session { master, shared, reader: Some(reader), pid, exit, status: None, before }
    }
}

fn pty_size(width: u16, height: u16) -> PtySize {
    PtySize { rows: height, cols: width, pixel_width: 0, pixel_height: 0 }
}

/// The emulator knows no screen without rows or columns.
fn emulated(cells: u16) -> NonZeroU16 {
    NonZeroU16::new(cells).unwrap_or(NonZeroU16::MIN)
}

/// The line discipline's settings, to be compared.
fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

/// A running program.
pub struct Session {
    master: Option<Box<dyn MasterPty + Send>>,
    shared: Arc<Shared>,
    reader: Option<JoinHandle<()>>,
    pid: Pid,
    exit: Receiver<ExitStatus>,
    status: Option<ExitStatus>,
    /// The settings of the terminal before anything ran in it.
    before: String,
}

struct State {
    emulator: vt100::Parser,
    sent: Vec<u8>,
    page: Option<&'static str>,
    hang_up: bool,
}

struct Shared {
    state: Mutex<State>,
    changed: Condvar,
    writer: Mutex<Option<Box<dyn Write + Send>>>,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn read_from(&self, mut master: Box<dyn Read + Send>) {
        let mut buffer = vec![0; 1 << 16];
        while let Ok(length @ 1..) = master.read(&mut buffer) {
            let mut state = self.state();
            if state.hang_up {
                return;
            }
            state.emulator.process(&buffer[..length]);
            let already = state.sent.len();
            state.sent.extend_from_slice(&buffer[..length]);
            let answer = state.page.filter(|_| sent::asks_for_page(&state.sent, already));
            drop(state);
            self.changed.notify_all();
            if let Some(colour) = answer {
                self.write(format!("\x1b]11;{colour}\x1b\\").as_bytes());
            }
        }
    }

    fn write(&self, bytes: &[u8]) {
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        writer.as_mut().unwrap().write_all(bytes).unwrap();
    }
}

impl Session {
    /// Presses keys, named and with spaces between.
    pub fn keys(&self, keys: &str) -> &Self {
        self.shared.write(&keys::bytes(keys));
        self
    }

    /// Types text as it stands.
    pub fn text(&self, text: &str) -> &Self {
        self.shared.write(text.as_bytes());
        self
    }

    /// Changes the size of the window.
    pub fn resize(&self, width: u16, height: u16) -> &Self {
        let mut state = self.shared.state();
        state.emulator.screen_mut().set_size(emulated(height), emulated(width));
        self.master.as_ref().unwrap().resize(pty_size(width, height)).unwrap();
        self
    }

    /// Sends a signal to the program that was started.
    pub fn signal(&self, signal: Signal) -> &Self {
        kill_process(self.pid, signal).unwrap();
        self
    }

    /// The process that was started.
    pub fn pid(&self) -> i32 {
        self.pid.as_raw_pid()
    }

    /// The process group that has the terminal.
    pub fn foreground(&self) -> Option<i32> {
        self.master.as_ref().unwrap().process_group_leader()
    }

    /// Waits until the screen fulfils a condition.
    #[track_caller]
    pub fn wait_until(&self, what: &str, is_so: impl Fn(&vt100::Screen) -> bool) -> &Self {
        self.wait_for_state(what, |state| is_so(state.emulator.screen()))
    }

    /// Waits until the screen fulfils a condition when a frame is done; frames come in pieces.
    #[track_caller]
    pub fn wait_until_drawn(&self, what: &str, is_so: impl Fn(&vt100::Screen) -> bool) -> &Self {
        self.wait_for_state(what, |state| {
            is_so(state.emulator.screen()) && !sent::is_frame_open(&state.sent)
        })
    }

    /// Waits until the screen shows some words, on one row.
    #[track_caller]
    pub fn shows(&self, words: &str) -> &Self {
        self.wait_until(&format!("{words:?}"), |screen| holds(screen, words))
    }

    /// Column and row, from 0, of words on the screen.
    #[track_caller]
    pub fn place_of(&self, words: &str) -> (usize, usize) {
        let rows = self.rows();
        let found = rows.iter().enumerate().find_map(|(y, row)| Some((row.find(words)?, y)));
        let (at, y) = found.unwrap_or_else(|| panic!("{words:?} is gone from the screen"));
        (pressroom::text::width::cells(&rows[y][..at]), y)
    }

    /// Waits until the screen no longer shows some words.
    #[track_caller]
    pub fn shows_no(&self, words: &str) -> &Self {
        self.wait_until(&format!("no {words:?}"), |screen| !holds(screen, words))
    }

    /// Waits until what was written fulfils a condition.
    #[track_caller]
    pub fn wait_until_sent(&self, what: &str, is_so: impl Fn(&[u8]) -> bool) -> &Self {
        self.wait_for_state(what, |state| is_so(&state.sent))
    }

    #[track_caller]
    fn wait_for_state(&self, what: &str, is_so: impl Fn(&State) -> bool) -> &Self {
        let deadline = Instant::now() + *PATIENCE;
        let mut state = self.shared.state();
        while !is_so(&state) {
            let left = deadline.saturating_duration_since(Instant::now());
            let screen = state.emulator.screen().contents();
            assert!(!left.is_zero(), "waited in vain for {what}; the screen:\n{screen}");
            let woken = self.shared.changed.wait_timeout(state, left);
            state = woken.unwrap_or_else(PoisonError::into_inner).0;
        }
        drop(state);
        self
    }

    /// Whether nothing is written for a while.
    pub fn stays_quiet(&self, time: Duration) -> bool {
        let state = self.shared.state();
        let length = state.sent.len();
        let outcome = self
            .shared
            .changed
            .wait_timeout_while(state, time, |state| state.sent.len() == length)
            .unwrap();
        outcome.1.timed_out()
    }

    /// The screen as it is.
    pub fn screen(&self) -> vt100::Screen {
        self.shared.state().emulator.screen().clone()
    }

    /// The rows of the screen as it is.
    pub fn rows(&self) -> Vec<String> {
        rows(&self.screen())
    }

    /// Everything that was written to the terminal.
    pub fn sent(&self) -> Vec<u8> {
        self.shared.state().sent.clone()
    }

    /// Whether the line discipline is as it was before the program ran.
    pub fn has_modes_as_before(&self) -> bool {
        modes(self.master.as_deref().unwrap()) == self.before
    }

    /// Waits for the program to end, and for its last words.
    #[track_caller]
    pub fn exit(&mut self) -> ExitStatus {
        let status = self.exit_within(*PATIENCE);
        if self.master.is_some()
            && let Some(reader) = self.reader.take()
        {
            reader.join().unwrap();
        }
        status
    }

    #[track_caller]
    pub fn exit_within(&mut self, time: Duration) -> ExitStatus {
        let waited = self.exit.recv_timeout(time);
        let screen = self.screen().contents();
        let status = waited.unwrap_or_else(|_| panic!("it goes on running; the screen:\n{screen}"));
        self.status.insert(status).clone()
    }

    /// Waits for the end and holds that the terminal was given back as it was.
    #[track_caller]
    pub fn leaves_terminal_as_it_was(&mut self) -> ExitStatus {
        let status = self.exit();
        let screen = self.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left");
        assert!(!screen.bracketed_paste(), "pastes are no longer marked");
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        assert!(!screen.application_cursor() && !screen.application_keypad());
        assert!(!sent::is_frame_open(&self.sent()), "the last frame was ended");
        assert!(!sent::is_link_open(&self.sent()), "the last link was ended");
        assert_eq!(modes(self.master.as_deref().unwrap()), self.before, "modes are as before");
        status
    }

    /// Lets the terminal vanish: the window is closed, the connection is cut.
    ///
    /// The program must be one that writes when asked to draw again, so that the thread that waits
    /// for its words lets go of the terminal.
    pub fn vanish(&mut self) {
        self.shared.state().hang_up = true;
        self.keys("Ctrl-l");
        self.reader.take().unwrap().join().unwrap();
        // The writer would say good-bye by pressing Enter and Ctrl-d: nothing that closes a reader.
        self.shared.writer.lock().unwrap().take();
        self.master = None;
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if self.status.is_none() {
            let _ = kill_process(self.pid, Signal::KILL);
        }
    }
}

/// The rows of a screen without the blanks at their ends.
pub fn rows(screen: &vt100::Screen) -> Vec<String> {
    let (_, width) = screen.size();
    screen.rows(0, width.get()).map(|row| row.trim_end().to_owned()).collect()
}

fn holds(screen: &vt100::Screen, words: &str) -> bool {
    rows(screen).iter().any(|row| row.contains(words))
}
