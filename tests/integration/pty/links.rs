//! Links, as the bytes that reach the terminal.

use std::fs;
use std::path::Path;

use rustix::process::Signal;

use super::sent::{foreign, is_link_open};
use super::session::{Command, Session, sample};

const RELEASE: &str = r#"Release(format: 1, title: "Of links", source: "https://example.org/a b\u{1b}",
    versions: [(language: "ko", file: "https://example.org/\u{d55c} \u{202e}x")],
    body: [Paragraph(text: "See https://example.org/x?y=1;z and write to mailto:press@example.org.\u{1b}]8;;file:///x\u{1b}\\"),
        Paragraph(text: "file:///etc/passwd javascript:alert(1)")])"#;

fn written(folder: &Path) -> std::path::PathBuf {
    let file = folder.join("links.ron");
    fs::write(&file, RELEASE).unwrap();
    file
}

/// The addresses that the terminal was told, each once, in their order.
fn addresses(session: &Session) -> Vec<String> {
    let sent = String::from_utf8(session.sent()).unwrap();
    let begun = sent.split("\x1b]8;id=").skip(1);
    let mut addresses: Vec<String> = Vec::new();
    for address in begun.map(|rest| rest.split_once(';').unwrap().1) {
        let address = address.split_once("\x1b\\").unwrap().0.to_owned();
        if !addresses.contains(&address) {
            addresses.push(address);
        }
    }
    addresses
}

#[test]
fn the_terminal_is_told_where_addresses_lead_and_no_link_stays_open() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Command::pressroom().arg(written(folder.path())).size(120, 40).start();
    session.shows("See https://example.org/x?y=1;z and").shows("Also in Korean");
    let expected = [
        "https://example.org/x?y=1;z",
        "mailto:press@example.org",
        "https://example.org/%ED%95%9C%20%E2%80%AEx",
    ];
    let is_told = |sent: &[u8]| String::from_utf8_lossy(sent).matches("]8;;").count() >= 3;
    session.wait_until_sent("every link", is_told);
    let mut told = addresses(&session);
    told.sort_unstable();
    let mut expected = expected.map(str::to_owned);
    expected.sort_unstable();
    assert_eq!(told, expected);
    session.keys("j j Tab ?").shows("q close").keys("q").shows_no("q close");
    session.keys("Q");
    assert!(session.leaves_terminal_as_it_was().success());
    let sent = session.sent();
    assert!(!is_link_open(&sent));
    let strange = foreign(&sent);
    assert!(strange.is_empty(), "{strange:?}");
}

#[test]
fn a_sample_links_its_source_and_a_signal_closes_it() {
    let mut session =
        Command::pressroom().arg(sample("2022-03-03-call-korea-ukraine.ron")).size(120, 40).start();
    session.shows("?").keys("Tab G").shows("https://www.mofa");
    session.wait_until_sent("a link", |sent| String::from_utf8_lossy(sent).contains(";https://"));
    session.signal(Signal::TERM);
    session.leaves_terminal_as_it_was();
}

#[test]
fn terminals_that_take_links_badly_are_told_of_none_unless_the_settings_say_so() {
    let home = tempfile::tempdir().unwrap();
    let settings = home.path().join("pressroom");
    fs::create_dir_all(&settings).unwrap();
    let file = written(home.path());
    let open = |term: &str, links: &str| {
        fs::write(settings.join("config.ron"), format!("(links: {links})")).unwrap();
        let command = Command::pressroom().arg(&file).env("TERM", term).size(120, 40);
        let session = command.env("XDG_CONFIG_HOME", home.path()).start();
        session.shows("See https://example.org").keys("Ctrl-c").shows("Ctrl-c again quits");
        !addresses(&session).is_empty()
    };
    assert!(open("xterm-256color", "Auto"));
    assert!(!open("xterm-256color", "Never"));
    assert!(!open("linux", "Auto"));
    assert!(!open("dumb", "Auto"));
    assert!(open("linux", "Always"));
}
