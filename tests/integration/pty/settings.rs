//! A person's settings: they are heeded, and what is wrong in them is told while one reads.

use std::fs;

use super::session::{Command, Session, sample};

/// A folder of settings with this file in it.
pub fn config(ron: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("pressroom/themes")).unwrap();
    fs::write(folder.path().join("pressroom/config.ron"), ron).unwrap();
    folder
}

/// The reader with settings of a person's own.
pub fn open(config: &tempfile::TempDir) -> Command {
    Command::pressroom()
        .arg(sample("2019-03-06-kazakhstan.en.ron"))
        .env("XDG_CONFIG_HOME", config.path())
}

#[test]
fn a_faulty_setting_is_told_and_the_release_opens() {
    let config = config("(\n  measur: 60,\n  theme_dark: 3,\n)");
    let session = open(&config).size(120, 40).start();
    session.shows("1  Yoon Soon-gu");
    session.shows(
        "2 faults in your files, see `pressroom config --check`; config.ron:2:3: there is no",
    );
    session.keys("j").shows_no("config.ron");
}

#[test]
fn one_fault_is_told_in_full() {
    let config = config("(\n  measur: 60,\n)");
    let session = open(&config).size(120, 40).start();
    session.shows("config.ron:2:3: there is no setting `measur`; did you mean `measure`?");
}

#[test]
fn however_much_is_wrong_the_way_to_see_it_all_fits() {
    let config = config("(\n  measur: 60,\n  theme: \"mine\",\n)");
    fs::write(config.path().join("pressroom/themes/mine.ron"), "(\n  base: \"drak\",\n)").unwrap();
    fs::write(config.path().join("pressroom/keys.ron"), "{ Text: [(Hlp, [\"x\"])] }").unwrap();
    let session = open(&config).start();
    session.shows("3 faults in your files, see `pressroom config --check`; ");
}

/// Waits until the page is drawn in this colour.
#[track_caller]
fn has_page(session: &Session, (r, g, b): (u8, u8, u8)) {
    session.wait_until("the page of the theme", |screen| {
        screen.cell(10, 2).is_some_and(|cell| cell.bgcolor() == vt100::Color::Rgb(r, g, b))
    });
}

const GRUVBOX: (u8, u8, u8) = (0x28, 0x28, 0x28);

#[test]
fn a_theme_of_ones_own_is_used_and_one_can_be_named_for_once() {
    let config = config(r#"(theme: "mine")"#);
    let mine = r##"(base: "gruvbox-dark", roles: { Text: (fg: "#ffffff", bg: "#102030") })"##;
    fs::write(config.path().join("pressroom/themes/mine.ron"), mine).unwrap();
    has_page(open(&config).start().shows("1  Yoon Soon-gu"), (0x10, 0x20, 0x30));
    let once = open(&config).args(["--theme", "gruvbox-dark"]).start();
    has_page(&once, GRUVBOX);
    // The list begins where one is; a key further, another theme is seen, and Esc goes back.
    once.keys("t k").shows("your own");
    once.keys("Esc");
    has_page(once.shows_no("your own"), GRUVBOX);
}

#[test]
fn a_faulty_theme_is_told_and_the_usual_one_stands_in() {
    let config = config(r#"(theme: "mine")"#);
    fs::write(config.path().join("pressroom/themes/mine.ron"), "(\n  base: \"drak\",\n)").unwrap();
    let session = open(&config).size(120, 40).start();
    session.shows("mine.ron:2:10: there is no theme `drak`; did you mean `dark`?");
    session.shows("1  Yoon Soon-gu");
}

#[test]
fn an_unknown_theme_is_told_before_the_terminal_is_taken_over() {
    let mut session = open(&config("()")).args(["--theme", "gruvbox"]).start();
    session.shows("there is no theme `gruvbox`; did you mean `gruvbox-dark`?");
    assert_eq!(session.exit().exit_code(), 2);
}
