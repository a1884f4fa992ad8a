//! Keys: where they are read from, many at once, none at all, and lent to an editor.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

use super::session::{Command, PRESSROOM, Session, sample, samples};

fn piped(script: &str) -> Session {
    let script = script.replace("PRESSROOM", &format!("'{PRESSROOM}'"));
    let file = sample("2019-03-06-kazakhstan.en.ron");
    Command::new("sh").args(["-c", &script, "sh"]).arg(file).start()
}

#[test]
fn keys_come_from_the_terminal_when_standard_input_is_a_pipe() {
    let mut session = piped("echo jjjj | PRESSROOM \"$1\"; exit $?");
    session.shows("1  Yoon Soon-gu").keys("# 2 Enter").shows("2 of 5").keys("q");
    assert!(session.leaves_terminal_as_it_was().success());
}

#[test]
fn keys_come_from_the_terminal_when_standard_input_is_closed() {
    let mut session = piped("PRESSROOM \"$1\" <&-; exit $?");
    session.shows("1  Yoon Soon-gu").keys("# 2 Enter").shows("2 of 5").keys("q");
    assert!(session.leaves_terminal_as_it_was().success());
}

#[test]
fn a_flood_of_keys_is_worked_off() {
    let mut session =
        Command::pressroom().arg(sample("2025-10-09-harbour-dialogue-chair.ron")).start();
    session.shows("1  ").text(&"j".repeat(20_000)).text(&"kj".repeat(5_000));
    session.shows("100 %").keys("g g").shows("0 %").text(&"Jx#1\r".repeat(500)).keys("g g q");
    assert!(session.leaves_terminal_as_it_was().success());
}

#[test]
fn a_long_paste_is_typed_where_something_is_typed_and_nowhere_else() {
    let session = Command::pressroom().arg(sample("2019-03-06-kazakhstan.en.ron")).start();
    session.shows("1  Yoon Soon-gu");
    session.text(&format!("\x1b[200~{}\x1b[201~", "qQ\n".repeat(3_000)));
    session.keys("/").text("\x1b[200~tleu\x1b]0;x\x07berdi\n\x1b[201~").shows("tleu");
    session.keys("Ctrl-u").text("\x1b[200~tleuberdi\x1b[201~").shows("/tleuberdi").shows("1/4");
}

#[test]
fn an_idle_program_never_wakes() {
    let session = Command::pressroom().arg(samples()).start();
    session.shows("18 releases").keys("j Enter").shows("2 of 18 · 20").keys("/").text("the");
    session.shows("1/").keys("Enter").shows("/the 1/");
    assert!(comes_to_rest(&session), "threads of an idle program wake up");
}

/// Whether no thread of a program is woken up any more. What was begun may take its time; a clock that
/// ticks never rests.
pub fn comes_to_rest(session: &Session) -> bool {
    let pid = session.pid();
    (0..20).any(|_| {
        let before = wake_ups(pid);
        session.stays_quiet(Duration::from_millis(500)) && wake_ups(pid) == before
    })
}

/// How often each thread has been given the processor.
fn wake_ups(pid: i32) -> Vec<String> {
    let threads = fs::read_dir(format!("/proc/{pid}/task"));
    // Systems without this folder have no such figures to hold still.
    let Ok(threads) = threads else { return Vec::new() };
    let mut counts = Vec::new();
    for thread in threads {
        let status = fs::read_to_string(thread.unwrap().path().join("status")).unwrap_or_default();
        counts.extend(status.lines().filter(|l| l.contains("ctxt_switches")).map(str::to_owned));
    }
    counts
}

/// An editor that notes how it was called, then replaces some words.
fn editor(folder: &Path, from: &str, to: &str) -> String {
    let (path, log) = (folder.join("editor.sh"), folder.join("called"));
    let script = format!(
        "#!/bin/sh\n\
         [ -t 0 ] && [ -t 1 ] && echo terminal >'{log}'\n\
         stty -a | grep -q ' icanon' && echo cooked >>'{log}'\n\
         echo \"$1\" >>'{log}'\n\
         sed 's/{from}/{to}/' \"$2\" >\"$2.new\" && mv \"$2.new\" \"$2\"\n\
         echo the editor waits; read answer; echo \"$answer\" >>'{log}'\n",
        log = log.display(),
    );
    fs::write(&path, script).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path.display().to_string()
}

const FAULTY: &str = "Release(\n    format: 1,\n    titel: \"A Bridge Opens\",\n    body: [\n        \
                      Numbered(number: \"1\", text: \"It opened.\"),\n    ],\n)\n";

#[test]
fn a_faulty_file_shows_its_diagnostic_and_is_mended_in_the_editor() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bridge.ron");
    fs::write(&file, FAULTY).unwrap();
    let editor = editor(folder.path(), "titel", "title");
    let mut session = Command::pressroom().arg(&file).env("EDITOR", editor).start();
    session.shows("bridge.ron:3:5").shows("Bridge").shows("^^^^^").shows("title");
    session.keys("e").shows("the editor waits").text("typed to the editor\r");
    session.shows("A Bridge Opens").shows("1  It opened.").shows_no("titel");
    let called = fs::read_to_string(folder.path().join("called")).unwrap();
    assert_eq!(called, "terminal\ncooked\n+3\ntyped to the editor\n");
    session.keys("q");
    assert!(session.leaves_terminal_as_it_was().success());
}

#[test]
fn the_editor_opens_at_the_block_and_the_place_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("kazakhstan.ron");
    fs::copy(sample("2019-03-06-kazakhstan.en.ron"), &file).unwrap();
    let text = fs::read_to_string(&file).unwrap();
    let line = text.lines().position(|l| l.contains("agreed that these contacts")).unwrap() + 1;
    let editor = editor(folder.path(), "agreed that these contacts", "AGREED that these contacts");
    let session = Command::pressroom().arg(&file).env("VISUAL", editor).start();
    session.shows("1  Yoon Soon-gu").text("2.2\r").shows("2.2 of 5");
    session.keys("e").shows("the editor waits").text("done\r").shows("AGREED");
    session.keys("]").shows("2.3 of 5");
    let called = fs::read_to_string(folder.path().join("called")).unwrap();
    assert_eq!(called, format!("terminal\ncooked\n+{line}\ndone\n"));
}

#[test]
fn the_place_is_kept_by_words_where_the_editor_puts_a_paragraph_before_it() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("a folder");
    fs::create_dir(&home).unwrap();
    let file = home.join("of three.ron");
    let said = |text| format!("    Paragraph(text: {text:?}),\n");
    let body = ["First is said.", "Second is said.", "Third is said."].map(said).concat();
    fs::write(&file, format!("Release(format: 1, title: {:?}, body: [\n{body}])\n", "Three"))
        .unwrap();
    let script = "#!/bin/sh\n[ \"$1\" = --mine ] && [ \"$2\" = +4 ] || exit 9\n\
        sed 's/.*First is.*/&Paragraph(text: \"Put in before it all.\"),/' \"$3\" >new && cat new >\"$3\"\n";
    let editor = home.join("my editor");
    fs::write(&editor, script).unwrap();
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).unwrap();
    let command = format!("'{}' --mine", editor.display());
    let session = Command::pressroom().arg(&file).env("EDITOR", command).folder(&home).start();
    session.shows("Third is").text("3G").shows("▌  Third is said.").keys("e");
    session.shows("Put in before it all").shows("▌  Third is said.");
}

#[test]
fn the_editor_has_the_terminal_when_standard_input_is_a_pipe() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bridge.ron");
    fs::write(&file, FAULTY).unwrap();
    let editor = editor(folder.path(), "titel", "title");
    let script = format!("echo | '{PRESSROOM}' \"$1\"; exit $?");
    let session =
        Command::new("sh").args(["-c", &script, "sh"]).arg(&file).env("EDITOR", editor).start();
    session.shows("bridge.ron:3:5").keys("e").shows("the editor waits").text("yes\r");
    session.shows("1  It opened.");
    let called = fs::read_to_string(folder.path().join("called")).unwrap();
    assert_eq!(called, "terminal\ncooked\n+3\nyes\n");
}

#[test]
fn an_editor_that_is_not_there_is_said_so() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bridge.ron");
    fs::write(&file, FAULTY).unwrap();
    let session = Command::pressroom().arg(&file).env("EDITOR", "/no/such/editor").start();
    session.shows("bridge.ron:3:5").keys("e").shows("cannot start /no/such/editor");
    session.keys("j").shows("bridge.ron:3:5");
}
