//! A person's settings: they are heeded, and what is wrong in them is told while one reads.

use std::fs;

use super::session::{Command, sample};

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
    session.shows(r#"config.ron:2:3: there is no setting "measur"; did you mean "measure"?"#);
    session.shows("(and 1 more: see `pressroom config --check`)");
    session.keys("j").shows_no("config.ron");
}
