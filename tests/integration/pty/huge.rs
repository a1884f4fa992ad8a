//! Files that are enormous, no files at all, or not what their name says: an answer on the screen.

use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process;

use super::session::{Command, Session};

fn write(folder: &Path, text: &str) -> PathBuf {
    let path = folder.join("x.ron");
    fs::write(&path, text).unwrap();
    path
}

fn release(body: &str, facts: &str) -> String {
    format!("Release(format: 1, title: \"Pathological\", body: [{body}], {facts})")
}

/// Opens a file, goes to its end and back, and closes it.
fn is_read_to_its_end(path: &Path) -> Session {
    let mut session = Command::pressroom().arg(path).start();
    session.shows("Pathological").keys("G").shows("the end").keys("g g").shows("Pathological");
    session.keys("/").text("the end").shows("1/1").keys("Enter q");
    assert!(session.leaves_terminal_as_it_was().success());
    session
}

#[test]
fn ten_megabytes_in_one_paragraph_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let text = "These are some ordinary words. ".repeat(330_000);
    let body = format!("Paragraph(text: \"{text} the end\")");
    is_read_to_its_end(&write(folder.path(), &release(&body, "")));
}

#[test]
fn one_word_of_a_megabyte_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let body = format!("Paragraph(text: \"{} the end\")", "x".repeat(1_000_000));
    is_read_to_its_end(&write(folder.path(), &release(&body, "")));
}

#[test]
fn a_hundred_thousand_blocks_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let mut body = String::new();
    for number in 1..=100_000 {
        let _ = write!(body, "Numbered(number: \"{number}\", text: \"Some words\"),");
    }
    body.push_str("Paragraph(text: \"the end\")");
    is_read_to_its_end(&write(folder.path(), &release(&body, "")));
}

#[test]
fn a_hundred_thousand_mentions_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Kim said. ".repeat(20_000);
    let mention = "(at: \"p1\", quote: \"Kim\"),".repeat(100_000);
    let body = format!("Paragraph(text: \"{text}\"), Paragraph(text: \"the end\")");
    let facts = format!("participants: [(name: \"Kim\", mentions: [{mention}])]");
    is_read_to_its_end(&write(folder.path(), &release(&body, &facts)));
}

fn nested(levels: usize) -> String {
    let mut body = "Bullet(marker: \"-\", text: \"level\", items: [".repeat(levels - 1);
    body.push_str("Bullet(marker: \"-\", text: \"the end\")");
    body.push_str(&"])".repeat(levels - 1));
    release(&body, "")
}

#[test]
fn nesting_is_read_to_the_promised_depth_and_refused_in_plain_words_beyond_any() {
    let folder = tempfile::tempdir().unwrap();
    is_read_to_its_end(&write(folder.path(), &nested(16)));
    for levels in [100, 50_000] {
        let session = Command::pressroom().arg(write(folder.path(), &nested(levels))).start();
        session.shows("not a release").shows("nested").keys("j j G g g");
    }
}

/// Opens a path that is no release and waits for the reason.
#[track_caller]
fn is_refused(path: &Path, reason: &str) {
    let mut session = Command::pressroom().arg(path).start();
    session.shows("not a release").shows(reason).keys("j F5").shows(reason).keys("q");
    assert!(session.leaves_terminal_as_it_was().success());
}

#[test]
fn what_is_no_release_is_answered_with_the_reason() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("empty.ron"), "").unwrap();
    is_refused(&path("empty.ron"), "empty");
    fs::write(path("latin.ron"), b"Release(format: 1, title: \"caf\xe9\", body: [])").unwrap();
    is_refused(&path("latin.ron"), "UTF-8");
    fs::write(path("nul.ron"), [0; 4096]).unwrap();
    is_refused(&path("nul.ron"), "1:1");
    is_refused(Path::new("/dev/zero"), "a device");
    let made = process::Command::new("mkfifo").arg(path("pipe.ron")).status();
    if made.is_ok_and(|status| status.success()) {
        is_refused(&path("pipe.ron"), "a pipe");
    }
    fs::write(path("bracket.ron"), "(".repeat(1_000_000)).unwrap();
    is_refused(&path("bracket.ron"), "bracket.ron:1:");
}

#[test]
fn a_folder_called_like_a_release_is_a_list() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("x.ron");
    fs::create_dir(&inner).unwrap();
    let session = Command::pressroom().arg(&inner).start();
    session.shows("0 releases").keys("Enter j k").shows("0 of 0");
    drop(session);
    fs::write(inner.join("a.ron"), nested(2)).unwrap();
    symlink(&inner, inner.join("round")).unwrap();
    let session = Command::pressroom().arg(folder.path()).start();
    session.shows("Pathological").shows("the link leads back");
}
