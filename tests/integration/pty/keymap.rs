//! Presets and a person's own keys in the program itself.

use std::fs;

use super::session::{Command, Session, sample};
use super::settings::config;

fn open(folder: &tempfile::TempDir, args: &[&str]) -> Session {
    let session = Command::pressroom()
        .args(args)
        .arg(sample("2019-03-06-kazakhstan.en.ron"))
        .env("XDG_CONFIG_HOME", folder.path())
        .size(120, 40)
        .start();
    session.shows("1  Yoon Soon-gu");
    session
}

#[test]
fn a_preset_is_chosen_by_the_command_or_the_settings() {
    let folder = config("(keys: Less)");
    open(&folder, &[]).keys("G").shows("100 %").keys("g").shows(" 0 %").keys("3 g").shows("3 of 5");
    let arrows = open(&folder, &["--keys", "arrows"]);
    arrows.shows("F1 help").keys("End").shows("100 %").text("j").shows("j does nothing here");
}

#[test]
fn a_persons_own_keys_count_and_their_faults_are_told() {
    let folder = config("()");
    let file = folder.path().join("pressroom/keys.ron");
    fs::write(&file, "{ Global: [(Last, [\"x\"]), (Close, [\"x x\"])] }").unwrap();
    let session = open(&folder, &[]);
    session.shows("keys.ron:1:37: `xx` cannot be reached, since `x` already means Last here");
    session.keys("G").shows("100 %");
    fs::write(&file, "{ Global: [(Last, [\"x\"]), (Close, [\"X\"])] }").unwrap();
    let mut session = open(&folder, &[]);
    session.keys("x").shows("100 %").keys("q").shows("q does nothing here").keys("X");
    assert!(session.leaves_terminal_as_it_was().success());
}

#[test]
fn an_unfinished_sequence_shows_its_menu_after_a_moment_and_goes_on() {
    let folder = config("()");
    let session = open(&folder, &[]);
    session.keys("z").shows("M  Fold everything").shows("z …");
    session.keys("M").shows("▸ 1").shows_no("Fold everything");
    session.text("ㅋ").shows("R  Unfold everything").text("ㄲ").shows_no("▸ 1");
    session.keys("z").shows("z …").keys("Esc").shows_no("z …");
}

#[test]
fn words_are_composed_at_the_cursor_of_the_terminal() {
    let folder = config("()");
    let session = open(&folder, &[]);
    let column = |wanted: u16| {
        session.wait_until(&format!("the cursor in column {wanted}"), |screen| {
            screen.cursor_position() == (39, wanted) && !screen.hide_cursor()
        });
    };
    for sign in ["/", ":", "#"] {
        session.text(sign);
        column(1);
        session.text("한").shows(&format!("{sign}한"));
        column(3);
        session.text("글e\u{301}").shows(&format!("{sign}한글e\u{301}"));
        column(6);
        session.keys("Left Left");
        column(3);
        session.text("\x1b[200~가\x1b[201~").shows(&format!("{sign}한가글e\u{301}"));
        column(5);
        session.keys("Esc").shows_no(&format!("{sign}한"));
    }
}

#[test]
fn the_palette_does_what_is_chosen_and_goes_to_an_address() {
    let folder = config("()");
    let session = open(&folder, &[]);
    session.keys("Ctrl-p").text("fold ev").shows("▸ zM").keys("Enter").shows("▸ 1");
    session.keys(":").text("2.1").shows("▸ 2.1").keys("Enter").shows("2.1 of 5");
    session.keys(":").shows("▸ zM").keys("Esc").shows_no("▸ zM");
}
