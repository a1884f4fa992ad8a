//! Never losing the place: where one stopped is where one goes on, whatever became of the file.

use std::fs;
use std::path::{Path, PathBuf};

use pressroom::app::{Shelved, Start};
use pressroom::library::Source;
use pressroom::reader::message::Message;
use pressroom::reader::reading::Focus;

use super::{SIZE, nine, outline};
use crate::support::{Driver, release};

/// A folder for releases, and another one in which things are remembered.
pub struct Desk {
    folder: tempfile::TempDir,
    state: tempfile::TempDir,
}

impl Desk {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self { folder, state: tempfile::tempdir().expect("a folder") }
    }

    /// A desk with one release, `a.ron`.
    pub fn with(ron: &str) -> Self {
        let desk = Self::new();
        desk.write("a.ron", ron);
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn state(&self) -> &Path {
        self.state.path()
    }

    pub fn write(&self, name: &str, ron: &str) {
        fs::write(self.path(name), ron).expect("a file");
    }

    pub fn open(&self, name: &str) -> Driver {
        self.open_at(name, None, SIZE)
    }

    pub fn open_at(&self, name: &str, at: Option<&str>, size: (u16, u16)) -> Driver {
        let start = Start::One(Source::file(self.path(name)), at.map(str::to_owned));
        Driver::remembering(start, size, self.state())
    }

    pub fn open_all(&self) -> Driver {
        let start = Start::List(vec![Shelved::Path(self.folder.path().to_path_buf())]);
        Driver::remembering(start, SIZE, self.state())
    }

    /// Reads with some keys, then puts the file away.
    pub fn read(&self, name: &str, keys: &str) -> Driver {
        let mut driver = self.open(name);
        if !keys.is_empty() {
            driver.press(keys);
        }
        driver.send(Message::Quiet);
        driver
    }
}

#[test]
fn a_release_opens_where_one_stopped_and_says_so() {
    let desk = Desk::with(&nine());
    assert_eq!(desk.open("a.ron").said(), "", "a first visit opens at the start");
    let stopped = desk.read("a.ron", "5 G j j");
    let again = desk.open("a.ron");
    assert_eq!(again.at(), "5+2");
    assert_eq!(again.said(), "back where you stopped, at 5; gg goes to the start");
    assert_eq!(again.screen()[2..23], stopped.screen()[2..23], "the same lines are on the screen");
    let mut elsewhere = desk.open_at("a.ron", Some("2"), SIZE);
    assert_eq!((elsewhere.at().as_str(), elsewhere.said()), ("2", ""));
    elsewhere.press("g g");
    elsewhere.send(Message::Quiet);
    let start = desk.open("a.ron");
    assert_eq!((start.at().as_str(), start.said()), ("title", ""));
}

#[test]
fn on_a_screen_of_another_size_it_is_the_same_words() {
    let desk = Desk::with(&nine());
    desk.read("a.ron", "5 G j j");
    let narrow = desk.open_at("a.ron", None, (40, 12));
    let place = narrow.reading().cursor();
    assert_eq!(narrow.at(), "5+4");
    assert!(narrow.reading().rows().iter().any(|row| row.line == Some(place.line)));
}

#[test]
fn folds_and_the_panel_are_as_they_were() {
    let desk = Desk::with(&outline());
    desk.read("a.ron", "z M # 3 . 1 Enter i");
    let driver = desk.open("a.ron");
    assert_eq!(driver.at(), "3.1");
    let block = |address| driver.reading().document.addresses.block(address).expect("it is there");
    let folded = |address| driver.reading().is_folded(block(address));
    assert!(folded("2") && folded("2.1") && !folded("3"));
    assert!(!driver.model.areas().panel.is_empty(), "the panel was asked for");
    let fact = r#"participants: [(name: "Lee"), (name: "Kim")]"#;
    desk.write("b.ron", &release("Facts", r#"Paragraph(text: "Lee and Kim")"#, fact));
    desk.read("b.ron", "Tab j");
    let driver = desk.open("b.ron");
    assert_eq!((driver.reading().focus, driver.reading().panel.cursor), (Focus::Panel, 2));
}

#[test]
fn a_moved_file_is_known_by_what_it_says_and_a_corrected_one_by_its_name() {
    let desk = Desk::with(&nine());
    desk.read("a.ron", "5 G j");
    fs::rename(desk.path("a.ron"), desk.path("moved.ron")).expect("it moves");
    assert_eq!(desk.read("moved.ron", "").at(), "5+1");
    let text = nine().replace("word5 word5 word5", "word5 Word5 word5");
    desk.write(
        "moved.ron",
        &text.replacen(
            "Numbered(number: \"1\"",
            "Paragraph(text: \"new\"), Numbered(number: \"1\"",
            1,
        ),
    );
    desk.read("moved.ron", "j k");
    assert_eq!(desk.open("moved.ron").at(), "5+1");
    // The words of 5 are now in 6.
    let inserted = "Numbered(number: \"5\", text: \"Quite another paragraph.\"), ";
    let text =
        text.replacen("Numbered(number: \"5\"", &format!("{inserted}Numbered(number: \"6\""), 1);
    desk.write(
        "moved.ron",
        &text.replace("number: \"6\", text: \"word6", "number: \"66\", text: \"word6"),
    );
    let driver = desk.open("moved.ron");
    assert_eq!(driver.at(), "6+1");
    desk.write("moved.ron", &release("Nine", "Numbered(number: \"1\", text: \"All is new.\")", ""));
    let driver = desk.open("moved.ron");
    assert_eq!(driver.at(), "title");
    assert_eq!(driver.said(), "you stopped at 5, whose words are no longer here");
}

#[test]
fn each_release_of_a_list_has_its_place() {
    let desk = Desk::with(&nine());
    desk.write("b.ron", &outline());
    let mut driver = desk.open_all();
    driver.press("Enter 5 G J 2 G K");
    assert_eq!(driver.place(), "a.ron 5");
    driver.press("J");
    assert_eq!(driver.place(), "b.ron 2");
    driver.press("q Enter");
    assert_eq!(driver.place(), "b.ron 2");
    assert_eq!(desk.open("a.ron").at(), "5");
}

#[test]
fn a_release_in_no_file_has_its_place_too() {
    let desk = Desk::new();
    let open = || {
        let start = Start::One(Source::text("input", &nine()), None);
        Driver::remembering(start, SIZE, desk.state())
    };
    let mut driver = open();
    driver.press("5 G");
    driver.send(Message::Quiet);
    assert_eq!(open().at(), "5");
}

#[test]
fn what_is_only_looked_at_is_not_remembered() {
    let desk = Desk::with(&nine());
    let mut driver = desk.read("a.ron", "j k");
    assert_eq!(fs::read_dir(desk.state()).expect("a folder").count(), 0);
    driver.press("j");
    driver.send(Message::Quiet);
    let asked = driver.asked.len();
    driver.send(Message::Quiet);
    assert_eq!(driver.asked.len(), asked, "nothing has changed since");
}

#[test]
fn what_cannot_be_remembered_is_said_once() {
    let desk = Desk::with(&nine());
    fs::write(desk.state().join("releases"), "in the way").expect("a file");
    let mut driver = desk.read("a.ron", "5 G");
    assert!(driver.said().starts_with("your place cannot be remembered: "), "{}", driver.said());
    driver.press("j");
    driver.send(Message::Quiet);
    assert_eq!((driver.at().as_str(), driver.said()), ("5+1", ""));
    driver.send(Message::NotKept("again".into()));
    assert_eq!(driver.said(), "");
}

#[test]
fn what_was_remembered_and_cannot_be_read_is_set_aside_and_said() {
    let desk = Desk::with(&nine());
    desk.read("a.ron", "5 G");
    let releases = desk.state().join("releases");
    let file =
        fs::read_dir(&releases).expect("a folder").next().expect("a file").expect("it").path();
    fs::write(&file, "no RON (").expect("it is written");
    let mut driver = desk.open("a.ron");
    assert_eq!(driver.at(), "title");
    assert!(driver.said().contains("could not be read; the file is kept as"), "{}", driver.said());
    assert!(driver.said().ends_with(".ron.bad"), "{}", driver.said());
    driver.press("3 G");
    driver.send(Message::Quiet);
    assert_eq!(desk.open("a.ron").at(), "3");
}

#[test]
fn nothing_is_remembered_where_there_is_nowhere_to() {
    let desk = Desk::with(&nine());
    let mut driver = Driver::start(Start::One(Source::file(desk.path("a.ron")), None), SIZE);
    driver.press("5 G");
    let asked = driver.asked.len();
    driver.send(Message::Quiet);
    assert_eq!(driver.asked.len(), asked);
}
