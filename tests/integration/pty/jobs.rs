//! The program as a job of a shell: stopped, resumed, and never in the shell's way.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use rustix::process::{Pid, Signal, kill_process};

use super::session::{Command, PRESSROOM, Session, rows, sample};

const PROMPT: &str = "ready>";

/// A shell with job control.
fn shell() -> Session {
    let session = Command::new("sh").arg("-i").env("PS1", format!("{PROMPT} ")).start();
    session.shows(PROMPT);
    session
}

fn start(session: &Session) {
    session
        .text(&format!("'{PRESSROOM}' '{}'\r", sample("2019-03-06-kazakhstan.en.ron").display()));
    session.shows("1  Yoon Soon-gu").text("2.1\r").shows("2.1 of 5");
}

/// Waits for a fresh prompt of the shell on the ordinary screen.
fn returns_to_prompt(session: &Session) {
    session.wait_until("a prompt", |screen| {
        let (row, column) = screen.cursor_position();
        let rows = rows(screen);
        !screen.alternate_screen()
            && !screen.hide_cursor()
            && !screen.bracketed_paste()
            && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
            && rows[usize::from(row)] == PROMPT
            && usize::from(column) > PROMPT.len()
    });
}

/// The line discipline as a program run by the shell finds it.
fn modes(session: &Session, folder: &Path, name: &str) -> String {
    let file = folder.join(name);
    let command = format!("clear; stty -g >'{}'; echo 'no''ted' {name}\r", file.display());
    session.text(&command).shows(&format!("noted {name}"));
    returns_to_prompt(session);
    fs::read_to_string(file).unwrap()
}

#[test]
fn a_stopped_program_gives_the_terminal_back_and_resumes_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = shell();
    let before = modes(&session, folder.path(), "before");
    start(&session);
    session.keys("Ctrl-z");
    returns_to_prompt(&session);
    assert_eq!(modes(&session, folder.path(), "stopped"), before);
    session.text("clear; jobs\r").shows("pressroom");
    session.text("fg\r").shows("2.1 of 5").shows("° 2.1  Deputy Minister Yoon credited");
    assert!(session.screen().alternate_screen());
    session.keys("]").shows("2.2 of 5").keys("Ctrl-z");
    returns_to_prompt(&session);
    session.text("fg\r").shows("2.2 of 5").keys("q");
    returns_to_prompt(&session);
    assert_eq!(modes(&session, folder.path(), "after"), before);
    session.text("exit\r");
    session.leaves_terminal_as_it_was();
}

#[test]
fn a_stop_from_outside_gives_the_terminal_back_too() {
    let session = shell();
    start(&session);
    let group = Pid::from_raw(session.foreground().unwrap()).unwrap();
    assert_ne!(group.as_raw_pid(), session.pid());
    kill_process(group, Signal::TSTP).unwrap();
    returns_to_prompt(&session);
    session.text("fg\r").shows("2.1 of 5");
    // Stopped without a word, so nothing could be given back; it draws itself anew all the same.
    kill_process(group, Signal::STOP).unwrap();
    session.wait_until("a prompt over the text", |screen| screen.contents().contains(PROMPT));
    session.text("fg\n").shows("2.1 of 5").shows_no(PROMPT).keys("]").shows("2.2 of 5");
}

#[test]
fn a_program_that_was_started_by_another_stops_together_with_it() {
    let session = shell();
    let file = sample("2019-03-06-kazakhstan.en.ron");
    session.text(&format!("sh -c \"'{PRESSROOM}' '{}'; true\"\r", file.display()));
    session.shows("1  Yoon Soon-gu").text("2.1\r").shows("2.1 of 5").keys("Ctrl-z");
    returns_to_prompt(&session);
    session.text("fg\r").shows("2.1 of 5").keys("]").shows("2.2 of 5").keys("q");
    returns_to_prompt(&session);
}

#[test]
fn where_no_shell_could_resume_it_the_program_does_not_stop() {
    let mut session = Command::pressroom().arg(sample("2019-03-06-kazakhstan.en.ron")).start();
    session.shows("1  Yoon Soon-gu").keys("Ctrl-z").shows("no shell").keys("# 2 Enter");
    session.shows("2 of 5").signal(Signal::TSTP).shows("no shell").keys("q");
    assert!(session.leaves_terminal_as_it_was().success());
}

#[test]
fn a_program_that_runs_on_when_told_to_continue_draws_itself_anew() {
    let session = Command::pressroom().arg(sample("2019-03-06-kazakhstan.en.ron")).start();
    session.shows("1  Yoon Soon-gu").signal(Signal::STOP).signal(Signal::CONT).keys("# 2 Enter");
    session.shows("2 of 5").signal(Signal::CONT).keys("]").shows("2.1 of 5");
}

#[test]
fn an_editor_that_stops_takes_the_program_along() {
    let folder = tempfile::tempdir().unwrap();
    let editor = editor(folder.path(), "kill -TSTP 0\necho resumed\nread answer");
    let session = shell();
    set_editor(&session, &editor);
    start(&session);
    session.keys("e");
    returns_to_prompt(&session);
    session.text("fg\r").shows("resumed").text("\r").shows("read again").keys("]");
    session.shows("2.2 of 5");
    session.keys("q");
    returns_to_prompt(&session);
}

#[test]
fn where_no_shell_could_resume_them_neither_editor_nor_program_stays_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let editor = editor(
        folder.path(),
        "echo asking; read answer; kill -TSTP $PPID; kill -STOP $$; echo went on; read answer",
    );
    let mut command = Command::pressroom().arg(sample("2019-03-06-kazakhstan.en.ron"));
    command = command.env("EDITOR", &editor).env("SHELL", "/bin/sh");
    let mut session = command.start();
    session.shows("1  Yoon Soon-gu").keys("e").shows("asking").keys("Ctrl-z").text("\r");
    session.shows("went on").text("\r").shows("read again").keys("# 2 Enter").shows("2 of 5");
    session.text("|echo started; read -r word; kill -STOP $$; echo went on\r");
    session.shows("press Enter to go back");
    session.keys("Ctrl-z").text("\r").shows("has taken it").keys("]").shows("2.1 of 5").keys("q");
    assert!(session.leaves_terminal_as_it_was().success());
}

/// What a careless editor leaves: no lines, no echo, the other screen, no cursor, and the mouse.
const CARELESS: &str = r"stty raw -echo; printf '\033[?1049h\033[?25l\033[?1000h\033[?1003h'";

#[test]
fn whatever_an_editor_leaves_the_terminal_is_given_back_as_the_program_found_it() {
    let folder = tempfile::tempdir().unwrap();
    let session = shell();
    let before = modes(&session, folder.path(), "before");
    set_editor(&session, &editor(folder.path(), CARELESS));
    start(&session);
    session.keys("e").shows("read again").keys("q");
    returns_to_prompt(&session);
    assert_eq!(modes(&session, folder.path(), "after"), before);
}

#[test]
fn a_program_that_is_ended_while_an_editor_runs_gives_the_terminal_back() {
    for signal in ["TERM", "HUP"] {
        let folder = tempfile::tempdir().unwrap();
        let session = shell();
        let before = modes(&session, folder.path(), "before");
        let script = format!("{CARELESS}; kill -{signal} $PPID; read answer");
        set_editor(&session, &editor(folder.path(), &script));
        start(&session);
        session.keys("e");
        returns_to_prompt(&session);
        assert_eq!(modes(&session, folder.path(), "after"), before, "{signal}");
    }
}

/// An editor that does as a script says.
fn editor(folder: &Path, script: &str) -> PathBuf {
    let editor = folder.join("editor.sh");
    fs::write(&editor, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).unwrap();
    editor
}

fn set_editor(session: &Session, editor: &Path) {
    session
        .text(&format!("clear; export EDITOR='{}'; echo done\r", editor.display()))
        .shows("done");
    returns_to_prompt(session);
}
