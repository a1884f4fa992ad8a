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
    session.shows("keys.ron:1:37: \"xx\" cannot be reached, since \"x\" already means Last here");
    session.keys("G").shows("100 %");
    fs::write(&file, "{ Global: [(Last, [\"x\"]), (Close, [\"X\"])] }").unwrap();
    let mut session = open(&folder, &[]);
    session.keys("x").shows("100 %").keys("q").shows("q does nothing here").keys("X");
    assert!(session.leaves_terminal_as_it_was().success());
}
