//! Never losing the place, with the real program, real files and real signals.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rustix::process::Signal;

use super::session::{Command, PRESSROOM, Session, sample};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

/// A folder for releases and one for what is remembered.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        fs::copy(sample("2019-03-06-kazakhstan.en.ron"), desk.release()).unwrap();
        desk
    }

    fn release(&self) -> PathBuf {
        self.0.path().join("release.ron")
    }

    fn state(&self) -> PathBuf {
        self.0.path().join("state")
    }

    fn command(&self) -> Command {
        Command::pressroom().env("XDG_STATE_HOME", self.state())
    }

    fn open(&self) -> Session {
        self.command().arg(self.release()).start()
    }

    /// Waits until what is remembered says something.
    fn remembers(&self, session: &Session, words: &str) {
        for _ in 0..600 {
            let found = files(&self.state());
            if found.iter().any(|file| fs::read_to_string(file).is_ok_and(|t| t.contains(words))) {
                return;
            }
            session.stays_quiet(Duration::from_millis(50));
        }
        panic!("{words:?} is not remembered");
    }
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    // What is being written has no name yet.
    let paths = paths.filter(|path| path.extension().is_none_or(|ending| ending != "tmp"));
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn a_release_opens_where_one_stopped_at_any_size() {
    for (width, height) in SIZES {
        let desk = Desk::new();
        let mut session = desk.command().arg(desk.release()).size(width, height).start();
        session.shows("1  Yoon Soon-gu").keys("# 3 . 1 Enter z t").shows("3.1 of 5").keys("q");
        session.leaves_terminal_as_it_was();
        let session = desk.command().arg(desk.release()).size(width, height).start();
        session.shows("back where you stopped, at 3.1; gg goes to the start");
        session.shows_no("1  Yoon Soon-gu").keys("j k").shows("3.1 of 5");
        session.keys("g g").shows("1  Yoon Soon-gu");
    }
}

#[test]
fn every_way_out_remembers_the_place() {
    for way in ["q", "Q", "Ctrl-c Ctrl-c"] {
        let desk = Desk::new();
        let mut session = desk.open();
        session.shows("1  Yoon Soon-gu").keys("# 2 . 1 Enter").shows("2.1 of 5").keys(way);
        session.exit();
        desk.open().shows("back where you stopped, at 2.1");
    }
    for signal in [Signal::TERM, Signal::HUP, Signal::INT] {
        let desk = Desk::new();
        let mut session = desk.open();
        session.shows("1  Yoon Soon-gu").keys("# 2 . 1 Enter").shows("2.1 of 5").signal(signal);
        session.leaves_terminal_as_it_was();
        desk.open().shows("back where you stopped, at 2.1");
    }
}

#[test]
fn a_kill_after_a_moment_loses_nothing() {
    let desk = Desk::new();
    let mut session = desk.open();
    session.shows("1  Yoon Soon-gu").keys("# 2 . 1 Enter").shows("2.1 of 5");
    desk.remembers(&session, "at: \"2.1\"");
    session.signal(Signal::KILL);
    session.exit();
    desk.open().shows("back where you stopped, at 2.1");
}

#[test]
fn a_terminal_that_vanishes_takes_no_place_with_it() {
    let desk = Desk::new();
    let mut session = desk.open();
    session.shows("1  Yoon Soon-gu").keys("# 2 . 1 Enter").shows("2.1 of 5");
    session.vanish();
    session.exit();
    desk.open().shows("back where you stopped, at 2.1");
}

#[test]
fn two_readers_of_one_release_do_not_harm_each_other() {
    let desk = Desk::new();
    let (mut one, mut other) = (desk.open(), desk.open());
    one.shows("1  Yoon Soon-gu").keys("# 2 . 1 Enter").shows("2.1 of 5");
    other.shows("1  Yoon Soon-gu").keys("# 3 . 1 Enter").shows("3.1 of 5");
    one.keys("q");
    one.exit();
    other.keys("j k q");
    other.exit();
    desk.open().shows("back where you stopped, at 3.1");
}

#[test]
fn a_state_folder_that_cannot_be_written_is_said_once_and_reading_goes_on() {
    let desk = Desk::new();
    fs::write(desk.state(), "a file in its place").unwrap();
    let mut session = desk.open();
    session.shows("1  Yoon Soon-gu").keys("# 2 . 1 Enter");
    session.shows("places and marks cannot be remembered").keys("j k").shows("2.1 of 5");
    session.keys("]").shows("2.2 of 5").keys("q");
    assert!(session.leaves_terminal_as_it_was().success());
    assert_eq!(fs::read_to_string(desk.state()).unwrap(), "a file in its place");
}

#[test]
fn what_was_remembered_and_is_damaged_is_set_aside() {
    let desk = Desk::new();
    let mut session = desk.open();
    session.shows("1  Yoon Soon-gu").keys("# 2 . 1 Enter").shows("2.1 of 5").keys("q");
    session.exit();
    let damaged = files(&desk.state().join("pressroom/releases"));
    fs::write(&damaged[0], b"\xff\x00 nonsense").unwrap();
    let session = desk.command().arg(desk.release()).size(200, 60).start();
    session.shows("1  Yoon Soon-gu").shows("could not be read; the file is kept as");
    let aside =
        files(&desk.state()).into_iter().find(|path| path.extension().is_some_and(|e| e == "bad"));
    assert_eq!(fs::read(aside.unwrap()).unwrap(), b"\xff\x00 nonsense");
}

#[test]
fn a_reader_left_alone_wakes_nothing_up() {
    let desk = Desk::new();
    let session = desk.open();
    session.shows("1  Yoon Soon-gu").keys("# 2 . 1 Enter").shows("2.1 of 5");
    desk.remembers(&session, "at: \"2.1\"");
    // The thread that wrote it ends.
    session.stays_quiet(Duration::from_millis(500));
    let before = wakeups(session.pid());
    session.stays_quiet(Duration::from_millis(1500));
    assert_eq!(wakeups(session.pid()), before);
}

/// How often the threads of a process have slept and been woken.
pub fn wakeups(pid: i32) -> u64 {
    let threads = fs::read_dir(format!("/proc/{pid}/task")).unwrap().flatten();
    let status = threads.filter_map(|task| fs::read_to_string(task.path().join("status")).ok());
    let counts = status.flat_map(|status| {
        let lines = status.lines().filter(|line| line.starts_with("voluntary_ctxt_switches"));
        lines
            .filter_map(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok())
            .collect::<Vec<_>>()
    });
    counts.sum()
}

/// Puts a changed text in place of a file, as editors do.
fn replace(file: &Path, change: impl Fn(&str) -> String) {
    let text = change(&fs::read_to_string(file).unwrap());
    let new = file.with_extension("new");
    fs::write(&new, text).unwrap();
    fs::rename(new, file).unwrap();
}

#[test]
fn a_file_changed_by_another_program_is_read_again_by_itself() {
    for (width, height) in SIZES {
        let desk = Desk::new();
        let session = desk.command().arg(desk.release()).size(width, height).start();
        session.shows("1  Yoon Soon-gu").keys("# 3 . 1 Enter").shows("3.1 of 5");
        replace(&desk.release(), |text| text.replacen("Yoon Soon-gu", "Yoon Soongu", 1));
        session.shows("read again: ").shows("you are at 3.1").keys("j k").shows("3.1 of 5");
        // In place, in several steps.
        let whole = fs::read_to_string(desk.release()).unwrap();
        fs::write(desk.release(), &whole[..whole.len() / 2]).unwrap();
        session.shows("the file was changed and does not open").shows("° 3.1");
        session.keys("j k").shows("! older than the file");
        fs::write(desk.release(), &whole).unwrap();
        session.shows_no("! older than the file").shows("3.1 of 5");
        fs::remove_file(desk.release()).unwrap();
        session.shows("the file cannot be read any more").shows("° 3.1");
    }
}

#[test]
fn marks_outlive_the_program() {
    let desk = Desk::new();
    let mut session = desk.open();
    session.shows("1  Yoon Soon-gu").keys("# 2 . 1 Enter").shows("2.1 of 5").keys("m a");
    session.shows("mark a is at 2.1").keys("# 3 . 1 Enter").shows("3.1 of 5").keys("m A");
    session.shows("mark A is at 3.1").keys("q");
    session.exit();
    let session = desk.command().arg(sample("2019-03-06-kazakhstan.ko.ron")).start();
    session.shows("1 ").keys("'").shows("go to mark").keys("A").shows("3.1 of 5");
    session.keys("' a").shows("2.1 of 5").keys("g m").shows("release.ron#3.1");
}

#[test]
fn resume_returns_to_everything_as_it_was() {
    for (width, height) in SIZES {
        let desk = Desk::new();
        let command = || desk.command().size(width, height);
        let mut session = command().arg(super::session::samples()).start();
        session
            .shows("1 of 18 · by date")
            .keys("/")
            .text("kazakhstan")
            .shows("/kazakhstan")
            .keys("Enter");
        session.shows("1  Yoon Soon-gu").keys("2 G").shows("2 of 5").keys("# 3 . 1 Enter");
        session.shows("3.1 of 5").signal(Signal::TERM);
        session.exit();
        let session = command().arg("--resume").start();
        session.shows("back where you stopped, at 3.1").keys("Ctrl-o").shows("2 of 5");
        session.keys("q").shows("/kazakhstan");
    }
}

#[test]
fn resume_shows_only_what_was_shown() {
    let desk = Desk::new();
    let command = || desk.command().size(160, 30);
    let mut session = command().arg(desk.release()).start();
    session
        .shows("Their agenda ran from")
        .keys("o")
        .shows("Yoon Soon-gu, Depu…")
        .keys("&")
        .text("visa");
    session
        .keys("Enter")
        .shows("&visa 1 of 12 blocks")
        .shows_no("Their agenda ran from")
        .keys("z e");
    session.shows_no("KEY FIGURES").keys("q");
    session.exit();
    let session = command().arg("--resume").start();
    session.shows("at 2.3").shows("Visa").shows_no("Their agenda ran from").shows_no("Depu…");
    session
        .keys("z e")
        .shows("Depu…")
        .shows("&visa 1 of 12 blocks")
        .keys("Esc")
        .shows("Their agenda ran from")
        .keys("/ Up")
        .shows("/visa");
}

#[test]
fn there_is_nothing_to_resume_at_first() {
    let desk = Desk::new();
    let mut session = desk.command().arg("--resume").start();
    session.shows("nothing is known of an earlier session");
    assert_eq!(session.exit().exit_code(), 2);
}

#[test]
fn the_samples_are_resumed_too() {
    let desk = Desk::new();
    let mut session = desk.command().start();
    session.shows("1 of 18 · by date").keys("Enter").shows_no("by date").keys("G q");
    session.shows("by date").keys("Enter").shows("back where you stopped").keys("Q");
    session.exit();
    desk.command().arg("--resume").start().shows("back where you stopped");
}

#[test]
fn what_cannot_be_remembered_at_the_very_end_is_said_then() {
    let desk = Desk::new();
    fs::write(desk.state(), "no folder").unwrap();
    let mut session = desk.open();
    session.shows("1  Yoon Soon-gu").keys("j q");
    assert_eq!(session.leaves_terminal_as_it_was().exit_code(), 0);
    session.shows("pressroom: this is not remembered: ").shows("where you stopped: ");
    // Said on the screen, it is not said again.
    let mut session = desk.open();
    session
        .shows("1  Yoon Soon-gu")
        .keys("j")
        .shows("places and marks cannot be remembered: ")
        .keys("q");
    session.leaves_terminal_as_it_was();
    session.shows_no("this is not remembered: ").shows_no("where you stopped: ");
}

/// The lock of what is remembered, held by us as by another process.
fn held(desk: &Desk) -> fs::File {
    fs::create_dir_all(desk.state().join("pressroom")).unwrap();
    let lock = fs::File::create(desk.state().join("pressroom/lock")).unwrap();
    lock.lock().unwrap();
    lock
}

#[test]
fn what_cannot_be_written_while_another_holds_the_lock_is_written_once_it_lets_go() {
    let desk = Desk::new();
    let lock = held(&desk);
    let session = desk.open();
    session.shows("1  Yoon Soon-gu").keys("# 2 . 1 Enter").shows("2.1 of 5").keys("m a m A");
    session.shows("not remembered yet").keys("j k").shows("2.1 of 5");
    drop(lock);
    session.shows("places and marks are remembered again");
    session.signal(Signal::KILL);
    let session = desk.open();
    session.shows("back where you stopped, at 2.1").keys("g g ' a").shows("2.1 of 5");
    session.keys("g g ' A").shows("2.1 of 5");
}

#[test]
fn the_end_has_a_last_try_and_names_the_marks_that_are_lost() {
    let desk = Desk::new();
    let lock = held(&desk);
    let mut session = desk.command().arg(desk.release()).size(120, 40).start();
    session.shows("1  Yoon Soon-gu").keys("# 2 . 1 Enter").shows("2.1 of 5").keys("m a m A q");
    assert_eq!(session.leaves_terminal_as_it_was().exit_code(), 2);
    session.shows("pressroom: this is not remembered: ").shows("mark a: ").shows("mark A: ");
    session.shows("where you stopped: ").shows("release.ron#2.1");
    drop(lock);
    // Said on the screen, it is said of marks at the end as well.
    let lock = held(&desk);
    let mut session = desk.open();
    session.shows("1  Yoon Soon-gu").keys("m b").shows("not remembered yet");
    session.keys("q");
    session.leaves_terminal_as_it_was();
    session.shows("mark b: ").shows("pressroom FILE#2.1");
    drop(lock);
}

#[test]
fn a_reader_ended_by_a_signal_names_the_marks_that_are_lost_as_well() {
    let desk = Desk::new();
    let lock = held(&desk);
    let mut session = desk.command().arg(desk.release()).size(120, 40).start();
    session.shows("1  Yoon Soon-gu").keys("# 2 . 1 Enter").shows("2.1 of 5").keys("m a");
    session.shows("not remembered yet").signal(Signal::TERM);
    let status = session.leaves_terminal_as_it_was();
    assert!(status.signal().is_some_and(|s| s.starts_with("Terminated")), "{status}");
    session.shows("mark a: ").shows("release.ron#2.1");
    drop(lock);
}

#[test]
fn a_place_that_is_lost_is_named_by_the_dialogue_as_well() {
    let desk = Desk::new();
    let lock = held(&desk);
    let start = || desk.command().arg("--plain").arg(desk.release()).size(120, 40).start();
    for end in ["q Enter", "Ctrl-d"] {
        let mut session = start();
        session.shows("Enter: next").text("2.1").keys("Enter").shows("not remembered yet");
        session.keys(end);
        assert!(session.exit().success());
        session.shows("where you stopped: ").shows("release.ron#2.1");
    }
    // Let go of in time, the lock costs nothing.
    let mut session = start();
    session.shows("Enter: next").text("2.1").keys("Enter").shows("not remembered yet");
    drop(lock);
    session.text("q").keys("Enter");
    assert!(session.exit().success());
    session.shows_no("where you stopped: ");
    start().shows("Back at 2.1");
}

#[test]
fn a_stopped_reader_has_remembered_its_place() {
    let desk = Desk::new();
    let shell = Command::new("sh").arg("-i").env("PS1", "ready> ");
    let session = shell.env("XDG_STATE_HOME", desk.state()).start();
    session.shows("ready>");
    session.text(&format!("'{PRESSROOM}' '{}'\r", desk.release().display()));
    session.shows("1  Yoon Soon-gu").keys("# 2 . 1 Enter").shows("2.1 of 5").keys("Ctrl-z");
    session.shows("ready>");
    // Stopped, it saves nothing any more, and another one need not wait for it.
    desk.open().shows("back where you stopped, at 2.1");
}

/// A release of ten megabytes: so many numbered paragraphs, the third of each ten with two items.
fn large(paragraphs: usize) -> String {
    let words = "Some words of a paragraph. ".repeat(3);
    let mut body = String::new();
    for number in 1..=paragraphs {
        let items = match number % 10 {
            3 => ", items: [Bullet(marker: \"-\", text: \"an item\")]",
            _ => "",
        };
        let _ = write!(body, "Numbered(number: \"{number}\", text: \"{number}: {words}\"{items}),");
    }
    format!("Release(format: 1, title: \"Large\", body: [{body}])")
}

#[test]
fn ten_megabytes_are_read_again_with_place_and_folds_while_keys_are_answered() {
    let desk = Desk::new();
    let text = large(80_000);
    assert!(text.len() > 10_000_000);
    fs::write(desk.release(), &text).unwrap();
    let session = desk.open();
    session.shows("1: Some words").keys("# 4 0 0 0 3 Enter z t").shows("40003 of 80000");
    session.shows("an item").keys("z a").shows("(1 item)").shows_no("an item");
    let first = "Numbered(number: \"0\", text: \"A new beginning.\"),";
    let last = "Numbered(number: \"80001\", text: \"A new end.\"),";
    replace(&desk.release(), |old| {
        let (head, body) = old.split_once("body: [").unwrap();
        format!("{head}body: [{first}{}{last}])", body.strip_suffix("])").unwrap())
    });
    // The old reading answers until the new one takes its place, which has one paragraph more.
    session.keys("]").shows("40004 of 80000").keys("[").shows("40003 of 8000");
    session.shows("read again: ").shows("you are at 40003").keys("j k").shows("40003 of 80001");
    session.shows("(1 item)").shows_no("an item");
    session.keys("g g").shows("A new beginning.").keys("Ctrl-o").shows("40003 of 80001");
}
