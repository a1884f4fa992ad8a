//! The dialogue without a screen, on a terminal.

use super::session::{Command, sample, samples};

/// What no plain line may hold: the start of an escape sequence.
fn is_plain(sent: &[u8]) -> bool {
    !sent.contains(&0x1b)
}

#[test]
fn a_release_is_read_by_typed_lines_without_a_single_escape_sequence() {
    let mut session = Command::pressroom()
        .args(["--plain"])
        .arg(sample("2019-03-06-kazakhstan.en.ron"))
        .size(80, 60)
        .start();
    session.shows("Title: Korea and Kazakhstan").shows("title. Enter: next, h: help");
    session.keys("Enter").shows("1: Yoon Soon-gu, Deputy Foreign Minister");
    session.text("2.1").keys("Enter").shows("2.1: Deputy Minister Yoon credited");
    session.text("f").keys("Enter").shows("Participants").shows("1. Yoon Soon-gu");
    session.shows("In 1: “").shows("A number from 1 to 10 of");
    session
        .text("/visa")
        .keys("Enter")
        .shows("for visa")
        .text("1")
        .keys("Enter")
        .shows("2.3. Enter: next");
    session.text("h").keys("Enter").shows("q: quit");
    session.text("q").keys("Enter");
    assert!(session.exit().success());
    assert!(is_plain(&session.sent()));
}

#[test]
fn accessible_asks_for_it_too_and_it_speaks_korean() {
    let mut session = Command::pressroom()
        .arg(samples())
        .env("ACCESSIBLE", "1")
        .env("LC_ALL", "ko_KR.UTF-8")
        .size(80, 60)
        .start();
    session.shows("보도자료 18건").shows("1. ").text("ㅗ").keys("Enter").shows("q: 종료");
    session
        .text("ㄴ")
        .keys("Enter")
        .shows("제목 순")
        .text("r")
        .keys("Enter")
        .shows("제목 순, 거꾸로");
    session.text("1").keys("Enter").shows("제목: ").keys("Ctrl-d");
    assert!(session.exit().success());
    assert!(is_plain(&session.sent()));
}

#[test]
fn the_language_named_on_the_command_line_comes_first() {
    let mut session = Command::pressroom()
        .args(["--lang", "ko"])
        .arg(sample("2019-03-06-kazakhstan.ko.ron"))
        .size(120, 40)
        .start();
    session.shows("참석자").shows("날짜").shows("주요 수치").shows("2019년 3월 6일");
    session.keys("?").shows("한 줄 아래로").keys("Esc q");
    assert!(session.exit().success());
}

#[test]
fn the_place_is_kept_between_lines_and_screen() {
    let state = tempfile::tempdir().unwrap();
    let start = |plain: &[&str]| {
        let release = sample("2019-03-06-kazakhstan.en.ron");
        let command = Command::pressroom().args(plain).arg(release);
        command.env("XDG_STATE_HOME", state.path()).size(80, 60).start()
    };
    let mut screen = start(&[]);
    screen.shows("1  Yoon Soon-gu").keys("j m a # 2 . 1 Enter").shows("2.1 of 5").keys("q");
    screen.exit();
    let mut lines = start(&["--plain"]);
    lines.shows("Back at 2.1, where you stopped; type title to start over");
    lines.shows("2.1: Deputy Minister Yoon credited").keys("Enter").shows("2.2. Enter: next");
    // However it ends.
    lines.keys("Ctrl-c");
    lines.exit();
    let mut screen = start(&[]);
    screen.shows("back where you stopped, at 2.2").keys("' a").shows(" 1 of 5");
    screen.keys("# 2 . 1 Enter").shows("2.1 of 5").keys("q");
    screen.exit();
    let mut lines = start(&["--plain"]);
    lines.shows("Back at 2.1").text("title").keys("Enter").shows("title. Enter: next");
    lines.keys("Ctrl-d");
    lines.exit();
    start(&["--plain"]).shows("title. Enter: next").shows_no("Back at");
}

#[test]
fn a_place_that_cannot_be_kept_is_told_once() {
    let state = tempfile::NamedTempFile::new().unwrap();
    let release = sample("2019-03-06-kazakhstan.en.ron");
    let command = Command::pressroom().args(["--plain"]).arg(release).size(80, 60);
    let session = command.env("XDG_STATE_HOME", state.path()).start();
    session
        .shows("title. Enter: next")
        .keys("Enter")
        .shows("places and marks cannot be remembered");
    session.keys("Enter").shows("2. Enter: next");
    assert_eq!(session.rows().join("\n").matches("cannot be remembered").count(), 1);
}
