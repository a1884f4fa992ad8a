//! What is copied, as the bytes that reach the terminal.

use std::fs;

use super::session::{Command, Session, sample};

const SAMPLE: &str = "2019-03-06-kazakhstan.en.ron";

/// The text of the last sequence that hands something to the clipboard.
pub fn last(sent: &[u8]) -> Option<String> {
    let sent = String::from_utf8_lossy(sent).into_owned();
    let (_, coded) = sent.rsplit_once("\x1b]52;c;")?;
    Some(decoded(coded.split_once('\x07')?.0))
}

/// Waits until text that holds these words is copied.
#[track_caller]
pub fn copies(session: &Session, words: &str) -> String {
    let holds = |sent: &[u8]| last(sent).is_some_and(|text| text.contains(words));
    session.wait_until_sent(words, holds);
    last(&session.sent()).unwrap()
}

fn decoded(text: &str) -> String {
    let digit = |c: u8| match c {
        b'A'..=b'Z' => c - b'A',
        b'a'..=b'z' => c - b'a' + 26,
        b'0'..=b'9' => c - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let digits: Vec<u8> = text.trim_end_matches('=').bytes().map(digit).collect();
    let bits = |four: &[u8]| four.iter().fold(0_u32, |bits, d| bits << 6 | u32::from(*d));
    let bytes = digits.chunks(4).flat_map(|four| {
        let all = bits(four) << (6 * (4 - four.len()));
        let bytes = all.to_be_bytes();
        bytes[1..four.len()].to_vec()
    });
    String::from_utf8(bytes.collect()).unwrap()
}

#[test]
fn a_sentence_is_copied_with_its_source() {
    let mut session = Command::pressroom().arg(sample(SAMPLE)).size(120, 40).start();
    session.shows("1  Yoon Soon-gu").text("2.1\r").shows("2.1 of 5").keys("y c");
    session.shows("Copied 2.1, ").shows("with its source (the terminal does not say");
    let text = copies(&session, "para 2.1");
    assert!(text.starts_with("“Deputy Minister Yoon credited"), "{text}");
    assert!(text.contains("6 March 2019"), "{text}");
    session.keys("y y");
    copies(&session, "° Deputy Minister Yoon");
    session.keys("q");
    assert!(session.leaves_terminal_as_it_was().success());
}

#[test]
fn an_address_copied_opens_that_place() {
    let session = Command::pressroom().arg(sample(SAMPLE)).start();
    session.shows("1  Yoon Soon-gu").text("2.1\r").shows("2.1 of 5").keys("y l");
    session.shows("Copied the address of 2.1");
    let again = Command::pressroom().arg(copies(&session, "#2.1")).start();
    again.shows("2.1 of 5");
}

#[test]
fn tmux_is_told_in_both_ways_and_a_console_not_at_all() {
    let session = Command::pressroom().arg(sample(SAMPLE)).env("TMUX", "/tmp/x,1,0").start();
    session.shows("1  Yoon Soon-gu").keys("y y").shows("Copied title");
    let wrapped = b"\x1bPtmux;\x1b\x1b]52;c;";
    session.wait_until_sent("both", |sent| sent.windows(wrapped.len()).any(|part| part == wrapped));
    let session = Command::pressroom().arg(sample(SAMPLE)).env("TERM", "linux").start();
    session.shows("1  Yoon Soon-gu").keys("y y").shows("not copied: the Linux console");
    assert!(!String::from_utf8_lossy(&session.sent()).contains("]52;"));
}

#[test]
fn a_command_takes_what_is_copied_where_the_settings_say_so() {
    let home = tempfile::tempdir().unwrap();
    let (settings, tools) = (home.path().join(".config/pressroom"), home.path().join("bin"));
    fs::create_dir_all(&settings).unwrap();
    fs::create_dir_all(&tools).unwrap();
    fs::write(settings.join("config.ron"), "(clipboard: Command)").unwrap();
    let (tool, taken) = (tools.join("wl-copy"), home.path().join("taken"));
    fs::write(&tool, format!("#!/bin/sh\ncat >'{}'\n", taken.display())).unwrap();
    let executable = <fs::Permissions as std::os::unix::fs::PermissionsExt>::from_mode(0o755);
    fs::set_permissions(&tool, executable).unwrap();
    let path = format!("{}:{}", tools.display(), std::env::var("PATH").unwrap());
    let session = Command::pressroom()
        .arg(sample(SAMPLE))
        .env("HOME", home.path())
        .env("WAYLAND_DISPLAY", "wayland-0")
        .env("PATH", path)
        .start();
    session.shows("1  Yoon Soon-gu").text("2.1\r").shows("2.1 of 5").keys("y y");
    session.shows("words: wl-copy took it");
    assert!(fs::read_to_string(taken).unwrap().starts_with("° Deputy Minister Yoon"));
    assert!(!String::from_utf8_lossy(&session.sent()).contains("]52;"));
}
