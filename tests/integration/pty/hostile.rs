//! Releases that try to speak to the terminal: nothing they say arrives as anything but text.

use std::fs;
use std::path::Path;

use super::sent;
use super::session::{Command, Session};

/// What a hostile author might try.
const TRICKS: [&str; 16] = [
    "\x1b]0;title\x07",
    "\x1b]2;title\x1b\\",
    "\x1b]52;c;aGFja2Vk\x07",
    "\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\",
    "\x1b[2J\x1b[H",
    "\x1b[?1049l",
    "\x1b[6n",
    "\x1bc",
    "\x1bP+q544e\x1b\\",
    "\u{9b}31m",
    "\u{9d}0;title\u{9c}",
    "\u{90}q\u{9c}",
    "\x07\x08\x0b\x0c\x0e\x7f",
    "\u{202e}reversed\u{202c}",
    "\u{2066}isolated\u{2069}\u{200f}\u{61c}",
    "zero\u{200b}width\u{feff}\u{2060}\u{ad}",
];

fn all() -> String {
    TRICKS.map(|trick| format!("a{trick}b")).join(" ")
}

/// Text for a string of the file, control characters as they are or escaped.
fn quoted(text: &str, is_escaped: bool) -> String {
    let escape = |c: char| format!("\\u{{{:x}}}", u32::from(c));
    let text: String = text
        .chars()
        .map(|c| if c == '\\' || c == '"' || is_escaped { escape(c) } else { c.to_string() })
        .collect();
    format!("\"{text}\"")
}

/// A release with tricks wherever it has words.
fn release(is_escaped: bool) -> String {
    let bad = quoted(&all(), is_escaped);
    let cell = quoted(TRICKS[0], is_escaped);
    let mark = quoted("\x1b[5m°\x07", is_escaped);
    format!(
        "Release(format: 1, title: {bad}, issuer: {bad}, published: {cell}, language: {cell}, \
         source: {bad}, series: (name: {bad}, edition: 1), \
         versions: [(language: {cell}, file: {cell})], topics: [{bad}], body: [\
         Heading(text: {bad}), Numbered(number: {mark}, text: {bad}, items: [\
         Bullet(marker: {mark}, text: {bad})]), Paragraph(text: {bad}), \
         Table(header: [{cell}, {bad}], rows: [[{bad}, {cell}]]), Note(marker: {mark}, text: {bad})], \
         participants: [(name: {bad}, title: {bad}, affiliation: {bad}, \
         mentions: [(at: {cell}, quote: {bad})])], \
         dates: [(date: {cell}, label: {bad}, mentions: [(at: \"p1\", quote: {bad})])], \
         figures: [(text: {bad}, value: 1, unit: {bad}, label: {bad}, period: {cell}, doubt: {bad})])"
    )
}

#[track_caller]
fn says_nothing_foreign(session: &Session) {
    assert_eq!(sent::foreign(&session.sent()), Vec::<String>::new());
}

fn write(folder: &Path, name: &str, text: &str) -> std::path::PathBuf {
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path
}

#[test]
fn what_a_release_says_never_reaches_the_terminal_as_anything_but_text() {
    let folder = tempfile::tempdir().unwrap();
    for is_escaped in [false, true] {
        let file = write(folder.path(), "hostile.ron", &release(is_escaped));
        let mut session = Command::pressroom().arg(&file).size(120, 40).start();
        session
            .shows("PARTICIPANTS")
            .shows(" problems")
            .keys("j j j")
            .keys("Tab j j Enter G")
            .keys("!");
        session.shows("Problems").keys("j j j q").shows_no("Problems");
        session.keys("#").text("p").shows("#p").keys("Enter").keys("/").text("\u{9b}reversed");
        session.shows("reversed").keys("Enter z M g g ?").shows("Help").keys("Q");
        assert!(session.leaves_terminal_as_it_was().success());
        says_nothing_foreign(&session);
    }
}

#[test]
fn faults_and_names_of_files_are_made_harmless_too() {
    let folder = tempfile::tempdir().unwrap();
    // No file can be called by a name with a slash or a NUL.
    let name = format!("{}.ron", TRICKS[..4].concat().replace('/', "-"));
    let faulty = format!("Release(format: 1, {}: 1)", all());
    let unknown = format!("Release(format: 1, titel: {}, body: [])", quoted(&all(), false));
    let named = write(folder.path(), &name, &faulty);
    write(folder.path(), "good.ron", &release(true));
    write(folder.path(), "unknown.ron", &unknown);
    write(folder.path(), "\u{202e}nor.ron", &unknown);
    for path in [named, folder.path().join("unknown.ron"), folder.path().join("\u{202e}nor.ron")] {
        let mut session = Command::pressroom().arg(&path).size(120, 40).start();
        session.shows("not a release").keys("j j F5").shows("read again").keys("q");
        assert!(session.leaves_terminal_as_it_was().success());
        says_nothing_foreign(&session);
    }
    let mut session = Command::pressroom().arg(folder.path()).size(120, 40).start();
    session.shows("4 releases").keys("S S S Enter").shows(" of 4 ·").keys("J J J J K q");
    session.shows("4 releases").keys("/").text("title").shows("/title").keys("Enter Q");
    assert!(session.leaves_terminal_as_it_was().success());
    says_nothing_foreign(&session);
}

#[test]
fn the_names_of_variables_and_editors_are_made_harmless_too() {
    let folder = tempfile::tempdir().unwrap();
    let file = write(folder.path(), "hostile.ron", &release(false));
    let session = Command::pressroom().arg(&file).env("EDITOR", "/no/\x1b]0;x\x07").start();
    session.shows(" problems").keys("e").shows("cannot start");
    says_nothing_foreign(&session);
}
