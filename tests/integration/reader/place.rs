//! Never losing the place: where one stopped is where one goes on, whatever became of the file.

use std::fs;
use std::path::{Path, PathBuf};

use pressroom::annotations::Store;
use pressroom::app::{self, Shelved, Start};
use pressroom::library::Source;
use pressroom::reader::effect::Effect;
use pressroom::reader::message::Message;
use pressroom::reader::pipe::Given;
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
    assert_eq!(driver.reading().focus, Focus::Text, "whoever opens a release reads");
}

#[test]
fn what_an_older_version_remembered_of_the_facts_is_passed_over() {
    let desk = Desk::with(&nine());
    desk.read("a.ron", "5 G i");
    let releases = fs::read_dir(desk.state().join("releases")).expect("a folder");
    let file = releases.last().expect("a file").expect("readable").path();
    let kept = fs::read_to_string(&file).expect("text");
    let older = kept.replace("shown: Some(true)", "shown: Some(true), entry: Some(2)");
    assert_ne!(older, kept);
    fs::write(&file, older).expect("it is written");
    let driver = desk.open("a.ron");
    assert_eq!((driver.at().as_str(), driver.reading().focus), ("5", Focus::Text));
    assert!(driver.said().starts_with("back where you stopped, at 5"), "{}", driver.said());
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
    assert!(!desk.state().join("releases").exists());
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
    assert!(
        driver.said().starts_with("places and marks cannot be remembered: "),
        "{}",
        driver.said()
    );
    driver.press("j");
    driver.send(Message::Quiet);
    assert_eq!((driver.at().as_str(), driver.said()), ("5+1", ""));
    driver.send(Message::NotKept("again".into()));
    assert_eq!(driver.said(), "");
    // What is wrong with one thing is something else, and so is a fault after it was mended.
    driver.send(Message::NotRecalled("another file".into()));
    assert_eq!(driver.said(), "another file");
    fs::remove_file(desk.state().join("releases")).expect("it was in the way");
    driver.send(Message::Remembers);
    driver.press("j");
    driver.send(Message::NotKept("once more".into()));
    assert_eq!(driver.said(), "once more");
}

#[test]
fn marks_hold_for_the_session_where_nothing_can_be_written() {
    let desk = Desk::with(&nine());
    fs::write(desk.state().join("releases"), "in the way").expect("a file");
    let mut driver = desk.open("a.ron");
    driver.press("3 G m a");
    assert!(
        driver.said().starts_with("places and marks cannot be remembered: "),
        "{}",
        driver.said()
    );
    driver.press("5 G m b");
    assert_eq!(driver.said(), "mark b is at 5, for this session only");
    driver.press("g g ' a");
    assert_eq!((driver.at().as_str(), driver.said()), ("3", ""));
    driver.press("' b");
    assert_eq!(driver.at(), "5");
    // Once it can be written again, that is said. What waited was written then, and nothing else is: another
    // reader may have changed it since.
    fs::remove_file(desk.state().join("releases")).expect("it was in the way");
    driver.send(Message::Remembers);
    driver.press("m c");
    assert_eq!(driver.said(), "mark c is at 5");
    let mut again = desk.open("a.ron");
    again.press("g g ' a");
    assert_eq!(again.said(), "there is no mark a");
    again.press("' c");
    assert_eq!(again.at(), "5");
}

#[test]
fn keys_after_the_letter_of_a_mark_count_after_it() {
    let desk = Desk::with(&nine());
    let mut driver = desk.open("a.ron");
    driver.press("3 G m a g g");
    // The marks come only when all is pressed: what comes last wins all the same.
    let asked = driver.only_press("' a 7 G");
    assert_eq!(driver.at(), "title");
    driver.perform(asked);
    assert_eq!(driver.at(), "7");
    driver.press("Ctrl-o");
    assert_eq!(driver.at(), "3");
    let asked = driver.only_press("g g ' a ]");
    driver.perform(asked);
    assert_eq!(driver.at(), "4");
    // Whoever does not want to wait goes on, and is not called back.
    let asked = driver.only_press("g g ' a 7 G Esc ]");
    assert_eq!(driver.at(), "1");
    driver.perform(asked);
    assert_eq!(driver.at(), "1");
    let asked = driver.only_press("' a 7 G");
    let [.., Effect::Recall { ticket, .. }] = asked[..] else { panic!("{asked:?}") };
    driver.send(Message::Late { ticket });
    assert_eq!((driver.at().as_str(), driver.said()), ("7", "the marks cannot be read just now"));
    driver.perform(asked);
    assert_eq!(driver.at(), "7");
}

#[test]
fn what_took_the_name_of_another_release_leaves_the_marks_as_they_were_shown() {
    let desk = Desk::with(&nine());
    let other = nine().replace("word2", "other2");
    desk.write("b.ron", &other);
    desk.read("a.ron", "5 G m a");
    desk.read("b.ron", "4 G m b");
    desk.write("a.ron", &other);
    desk.read("a.ron", "j");
    let mut driver = desk.open("a.ron");
    driver.press("g g ' a");
    assert_eq!(driver.at(), "5");
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

#[test]
fn a_changed_file_is_read_again_where_its_reader_is() {
    let desk = Desk::with(&nine());
    let mut driver = desk.open("a.ron");
    driver.press("4 G z a 5 G j");
    let above = driver.reading().rows_above_cursor();
    let new = "Numbered(number: \"1\", text: \"A new one.\"), Numbered(number: \"2\"";
    let text = nine().replacen("Numbered(number: \"1\"", new, 1);
    desk.write("a.ron", &text.replace("word7 word7 word7", "Word7 word7 word7"));
    driver.send(Message::Changed);
    // What was 5 is named so still, and the new 1 has pushed nothing away from the reader.
    assert_eq!(driver.at(), "5+1");
    assert_eq!(driver.said(), "read again: 1 block changed, 1 new or gone; you are at 5");
    assert_eq!(driver.reading().rows_above_cursor(), above);
    let block = |address| driver.reading().document.addresses.block(address).expect("it is there");
    assert!(driver.reading().is_folded(block("4")) && !driver.reading().is_folded(block("5")));
    driver.press("j");
    driver.send(Message::Changed);
    assert_eq!((driver.at().as_str(), driver.said()), ("5+2", ""), "nothing has changed since");
    driver.press("F5");
    assert_eq!(driver.said(), "read again: nothing has changed");
}

#[test]
fn a_file_changed_while_it_is_read_again_is_read_once_more() {
    let desk = Desk::with(&nine());
    let mut driver = desk.open("a.ron");
    let late = driver.only_press("F5");
    let answers = late.into_iter().flat_map(|effect| app::answers(effect, &[]));
    let answers: Vec<Message> = answers.collect();
    desk.write("a.ron", &nine().replace("word7 word7 word7", "Word7 word7 word7"));
    driver.send(Message::Changed);
    assert_eq!(driver.said(), "", "the answer is on its way");
    for answer in answers {
        driver.send(answer);
    }
    assert_eq!(driver.said(), "read again: 1 block changed; you are at title");
}

#[test]
fn words_that_have_another_address_now_are_followed() {
    let desk = Desk::with(&outline());
    let mut driver = desk.open("a.ron");
    driver.press("# 2 . 1 . 2 Enter");
    let text = outline().replace("Bullet(marker: \"-\", text: \"Deep, first.\"),", "");
    desk.write("a.ron", &text);
    driver.send(Message::Changed);
    assert_eq!(driver.at(), "2.1.1");
    desk.write("a.ron", &text.replace("Bullet(marker: \"-\", text: \"Deep, second.\"),", ""));
    driver.send(Message::Changed);
    assert_eq!(driver.at(), "2.1", "what is gone leads to what was before it");
    assert_eq!(driver.said(), "read again: 1 block is new or gone; you are at 2.1");
}

#[test]
fn jumps_and_the_search_go_along_when_a_file_is_read_again() {
    let desk = Desk::with(&nine());
    let mut driver = desk.open("a.ron");
    driver.press("3 G 5 G / w o r d 5 Enter");
    let at = driver.at();
    desk.write("a.ron", &nine().replacen("body: [", "body: [Heading(text: \"New\"), ", 1));
    driver.send(Message::Changed);
    assert_eq!(driver.at(), at);
    let find = driver.reading().find.as_ref().expect("it goes on");
    assert_eq!((find.wanted.query.as_str(), find.hits.len()), ("word5", 28));
    driver.press("Ctrl-o");
    assert_eq!(driver.at(), "3");
}

#[test]
fn a_change_that_does_not_open_leaves_the_old_text_and_says_so() {
    let desk = Desk::with(&nine());
    let mut driver = desk.open("a.ron");
    driver.press("5 G");
    desk.write("a.ron", "Release(\n  format: 1,\n  titel: \"x\",\n)");
    driver.send(Message::Changed);
    assert_eq!(driver.place(), "a.ron 5");
    assert!(driver.said().starts_with("the file was changed and does not open (3:3: "));
    assert!(driver.said().ends_with("; F5 shows where"), "{}", driver.said());
    driver.press("j");
    assert!(driver.status().contains("! older than the file"), "{}", driver.status());
    let asked = driver.only_press("e");
    assert!(matches!(&asked[..], [Effect::Edit { line: 3, .. }]), "{asked:?}");
    driver.press("F5");
    assert_eq!(driver.place(), "a.ron is no release");
    desk.write("a.ron", &nine());
    driver.send(Message::Changed);
    assert_eq!(driver.place(), "a.ron 5+1", "once it is mended, one is back");
    fs::remove_file(desk.path("a.ron")).expect("it was there");
    driver.send(Message::Changed);
    assert_eq!(driver.place(), "a.ron 5+1");
    assert!(driver.said().starts_with("the file cannot be read any more"), "{}", driver.said());
    desk.write("a.ron", &nine());
    driver.send(Message::Changed);
    assert_eq!(driver.said(), "", "it can be read again");
    assert!(!driver.status().contains("older"), "{}", driver.status());
}

#[test]
fn what_is_being_typed_stays_when_a_file_is_read_again() {
    let desk = Desk::with(&nine());
    let mut driver = desk.open("a.ron");
    driver.press("/ w o r d");
    desk.write("a.ron", &nine().replacen("body: [", "body: [Heading(text: \"New\"), ", 1));
    driver.send(Message::Changed);
    driver.type_in("9");
    assert_eq!(driver.at(), "9");
    driver.press("Enter");
    assert_eq!(driver.at(), "9");
}

#[test]
fn a_mark_leads_back_and_two_of_its_signs_to_before_the_jump() {
    let desk = Desk::with(&nine());
    let mut driver = desk.open("a.ron");
    driver.press("5 G j m a");
    assert_eq!(driver.said(), "mark a is at 5");
    driver.press("g g ' a");
    assert_eq!(driver.at(), "5+1");
    driver.press("' '");
    assert_eq!(driver.at(), "title");
    driver.press("` `");
    assert_eq!(driver.at(), "5+1");
    let mut later = desk.open_at("a.ron", Some("1"), SIZE);
    later.press("' a");
    assert_eq!((later.at().as_str(), later.said()), ("5+1", ""));
    later.press("2 G m a g g ' a");
    assert_eq!(later.at(), "2");
    driver.press("g g ' a");
    assert_eq!(driver.at(), "2", "what another reader has set counts");
}

#[test]
fn a_mark_follows_its_words_or_is_lost() {
    let desk = Desk::with(&outline());
    let mut driver = desk.open("a.ron");
    driver.press("# 2 . 1 . 2 Enter m a # 3 Enter m b g g");
    let text = outline().replace("Bullet(marker: \"-\", text: \"Deep, first.\"),", "");
    desk.write("a.ron", &text.replace("\"Third.\"", "\"Quite other words.\""));
    driver.press("F5 ' a");
    assert_eq!(
        (driver.at().as_str(), driver.said()),
        ("2.1.1", "the words of mark a have moved to 2.1.1")
    );
    driver.press("' b");
    assert_eq!(driver.at(), "2.1.1");
    assert_eq!(driver.said(), "mark b is lost: what it marked at 3 is no longer here");
}

#[test]
fn a_capital_marks_a_place_in_any_release() {
    let desk = Desk::with(&nine());
    desk.write("b.ron", &outline());
    let mut driver = desk.open("a.ron");
    driver.press("5 G j m A");
    let mut other = desk.open("b.ron");
    other.press("2 G ' A");
    assert_eq!(other.place(), "a.ron 5+1");
    other.press("' '");
    assert_eq!(other.place(), "b.ron 2");
    let mut list = desk.open_all();
    list.press("' A");
    assert_eq!(list.place(), "a.ron 5+1");
}

#[test]
fn marks_are_listed_gone_to_and_taken_away() {
    let desk = Desk::with(&nine());
    let mut driver = desk.open("a.ron");
    driver.press("g m");
    assert_eq!(driver.said(), "no marks yet; m and a letter sets one");
    driver.press("5 G m a 7 G m B 2 G m z g m");
    let screen = driver.screen();
    assert!(screen[20].contains("a  5 ") && screen[20].contains("word5 word5"), "{screen:#?}");
    assert!(screen[21].contains("z  2 "), "{screen:#?}");
    assert!(screen[22].contains("B  a.ron#7 "), "{screen:#?}");
    driver.press("j x");
    assert_eq!(driver.said(), "mark z is gone");
    driver.press("Enter");
    assert_eq!(driver.at(), "7");
    driver.press("' z");
    assert_eq!(driver.said(), "there is no mark z");
    driver.press("' ? x x");
    assert!(driver.model.popup.is_none(), "the last one is gone");
    assert_eq!(desk.open("a.ron").press("g m").said(), "no marks yet; m and a letter sets one");
}

#[test]
fn what_is_no_mark_is_said() {
    let desk = Desk::with(&nine());
    let mut driver = desk.open("a.ron");
    for (keys, said) in [
        ("m 1", "a mark is a letter: a–z in this release, A–Z in the library"),
        ("' -", "a mark is a letter: a–z in this release, A–Z in the library"),
        ("3 m", "a mark takes a letter, not a count"),
        ("' q", "there is no mark q"),
        ("' '", "no jump yet to go back from"),
        ("m Esc", ""),
        ("' Ctrl-c", ""),
        ("m ㅁ", "mark a is at title"),
        ("m Shift-ㅁ", "mark A is at title"),
        ("m Ф", "mark A is at title"),
    ] {
        driver.press(keys);
        assert_eq!(driver.said(), said, "{keys}");
    }
    driver.press("m");
    assert!(driver.status().contains("mark this place: a–z"), "{}", driver.status());
    driver.press("Esc '");
    assert!(driver.status().contains("go to mark: a title · A a.ron#title"), "{}", driver.status());
}

#[test]
fn marks_work_where_nothing_is_remembered() {
    let mut driver = Driver::text(&nine(), SIZE);
    driver.press("5 G m a 7 G m A g g ' a");
    assert_eq!(driver.at(), "5");
    driver.press("' A");
    assert_eq!(driver.at(), "7");
}

#[test]
fn a_session_is_gone_back_to_as_a_whole() {
    let desk = Desk::with(&nine());
    desk.write("b.ron", &outline());
    let mut driver = desk.open_all();
    driver.press("S / n i n e Enter Enter");
    driver.press("3 G 5 G j z a");
    driver.send(Message::Quiet);
    let store = Store::new(desk.state());
    let session = store.session().expect("it can be read").expect("there is one");
    let start = Start::Resume { session: Box::new(session), known: Vec::new() };
    let mut again = Driver::remembering(start, SIZE, desk.state());
    assert_eq!(again.place(), "a.ron 5");
    let block = again.reading().block();
    assert!(again.reading().is_folded(block));
    again.press("Ctrl-o");
    assert_eq!(again.place(), "a.ron 3");
    again.press("q");
    assert_eq!(again.rows(), ["a.ron"]);
    assert_eq!(again.shelf().order.key_name(), "title");
    again.press("Esc");
    assert_eq!(again.shelf().current().expect("a row").name.as_str(), "a.ron");
}

#[test]
fn a_list_is_gone_back_to_with_its_row() {
    let desk = Desk::with(&nine());
    desk.write("b.ron", &outline());
    desk.write("c.ron", &outline());
    let mut driver = desk.open_all();
    driver.press("j j");
    driver.send(Message::Quiet);
    let current = driver.shelf().current().expect("a row").name.clone();
    let session = Store::new(desk.state()).session().expect("readable").expect("there");
    let start = Start::Resume { session: Box::new(session), known: Vec::new() };
    let again = Driver::remembering(start, SIZE, desk.state());
    assert_eq!((again.place().as_str(), again.shelf().cursor), ("list", 2));
    assert_eq!(again.shelf().current().expect("a row").name, current);
}

#[test]
fn the_panel_is_as_wide_as_it_was_made_on_a_screen_of_that_breadth() {
    let desk = Desk::with(&nine());
    let width = |size| desk.open_at("a.ron", None, size).model.areas().panel.width;
    let (medium, wide) = (width((120, 40)), width((200, 60)));
    let mut driver = desk.open_at("a.ron", None, (120, 40));
    driver.press("> >");
    driver.resize(200, 60).press("<");
    driver.resize(120, 40).send(Message::Quiet);
    assert_eq!(driver.model.areas().panel.width, medium + 8);
    assert_eq!((width((120, 40)), width((110, 30)) > medium), (medium + 8, true));
    assert_eq!(width((200, 60)), wide - 4);
}

#[test]
fn the_contents_are_as_wide_as_they_were_made() {
    let desk = Desk::with(&outline());
    let width = |driver: &Driver| driver.model.areas().contents.width;
    let mut driver = desk.open_at("a.ron", None, (160, 40));
    driver.press("o");
    let usual = width(&driver);
    driver.press("Shift-Tab > > <").send(Message::Quiet);
    assert_eq!(width(&driver), usual + 4);
    let mut driver = desk.open_at("a.ron", None, (160, 40));
    assert_eq!(width(driver.press("o")), usual + 4);
    driver.press("Shift-Tab <").send(Message::Quiet);
    assert_eq!(width(desk.open_at("a.ron", None, (160, 40)).press("o")), usual);
}

/// A release in which every paragraph is one further down.
fn nine_and_a_heading() -> String {
    nine().replacen("body: [", "body: [Heading(text: \"New\"), ", 1)
}

#[test]
fn words_typed_for_blocks_to_keep_stay_when_a_file_is_read_again() {
    let desk = Desk::with(&nine());
    let mut driver = desk.open("a.ron");
    driver.press("& w o r d");
    desk.write("a.ron", &nine_and_a_heading());
    driver.send(Message::Changed);
    driver.press("5");
    assert!(driver.status().starts_with("&word5"), "{}", driver.status());
    assert_eq!(driver.at(), "5");
    driver.press("Enter");
    let keep = driver.reading().keep.as_ref().expect("it is kept");
    assert_eq!((keep.is_accepted, keep.count), (true, Some(1)));
    desk.write("a.ron", &nine());
    driver.send(Message::Changed);
    let keep = driver.reading().keep.as_ref().expect("it is kept");
    assert_eq!((keep.is_accepted, keep.count), (true, Some(1)));
}

#[test]
fn a_command_being_typed_stays_and_is_given_the_block_as_it_is_by_now() {
    let desk = Desk::with(&nine());
    let mut driver = desk.open("a.ron");
    driver.press("5 G |").type_in("wc");
    desk.write("a.ron", &nine_and_a_heading());
    driver.send(Message::Changed);
    driver.type_in(" q");
    assert!(driver.status().starts_with("|wc q"), "{}", driver.status());
    let asked = driver.only_press("Enter");
    let [Effect::Pipe(piped)] = &asked[..] else { panic!("{asked:?}") };
    let block = piped.document.addresses.block("5").expect("it is there");
    assert_eq!(piped.given, Given::Blocks((block, block)));
}

#[test]
fn lists_that_know_no_blocks_stay_when_a_file_is_read_again() {
    let desk = Desk::with(&nine());
    let mut driver = desk.open("a.ron");
    driver.press("5 G m a");
    for (keys, stays) in [("t", true), ("g m", true), ("2 p", false), ("2 p ?", true)] {
        driver.press(keys);
        let is_other = driver.reading().document.len() == 10;
        desk.write("a.ron", &if is_other { nine_and_a_heading() } else { nine() });
        driver.send(Message::Changed);
        assert_eq!(driver.model.popup.is_some(), stays, "{keys}");
        driver.press("Esc");
        assert!(driver.model.popup.is_none(), "nothing that is gone comes back: {keys}");
    }
    driver.press("#");
    desk.write("a.ron", &nine_and_a_heading());
    driver.send(Message::Changed);
    driver.press("9 Enter");
    assert_eq!(driver.at(), "9");
}

#[test]
fn marks_that_come_late_come_before_what_was_pressed_meanwhile() {
    let desk = Desk::with(&nine());
    desk.write("b.ron", &outline());
    let mut driver = desk.open_all();
    driver.press("Enter 5 G m a g g");
    let asked = driver.only_press("' a");
    driver.press("J");
    assert_eq!(driver.place(), "a.ron title", "first the mark, then the next release");
    driver.perform(asked);
    assert_eq!(driver.place(), "b.ron title");
    driver.press("' a");
    assert_eq!(driver.said(), "there is no mark a", "the marks of the other release are not its");
    driver.press("K g g");
    let asked = driver.only_press("g m");
    driver.press("Esc #");
    driver.perform(asked);
    driver.type_in("4").press("Enter");
    assert_eq!(driver.place(), "a.ron 4", "what is being typed stays");
}
