//! From release to release: next and previous, jumps back and forward, versions, closing.

use pressroom::reader::effect::Effect;
use pressroom::reader::message::{Message, Page};
use pressroom::reader::model::Popup;

use super::{SIZE, nine, open, outline};
use crate::support::{Driver, release};

/// Three releases, a faulty one last; the list shows them in this order.
fn three() -> Driver {
    let dated = |ron: String, date: &str| {
        ron.replacen("Release(", &format!("Release(published: \"{date}\", "), 1)
    };
    let (a, b) = (dated(nine(), "2020-03"), dated(outline(), "2020-02"));
    let faulty = "Release(format: 1, titel: \"x\", body: [])";
    Driver::list(&[("a.ron", &a), ("b.ron", &b), ("c.ron", faulty)], SIZE)
}

#[track_caller]
fn goes(driver: &mut Driver, keys: &str, place: &str) {
    driver.press(keys);
    assert_eq!(driver.place(), place, "after {keys}");
}

#[test]
fn enter_opens_q_returns_to_the_row_and_q_again_ends() {
    let mut driver = three();
    goes(&mut driver, "j Enter", "b.ron title");
    goes(&mut driver, "q", "list");
    assert_eq!(driver.shelf().cursor, 1);
    assert!(matches!(driver.only_press("q")[..], [Effect::Quit]));
    let mut driver = open(&nine());
    assert!(matches!(driver.only_press("q")[..], [Effect::Quit]));
    assert!(matches!(three().only_press("Q")[..], [Effect::Quit]));
}

#[test]
fn q_leaves_the_innermost_thing_first() {
    let mut driver = three();
    goes(&mut driver, "Enter Tab q", "a.ron title");
    goes(&mut driver, "? q", "a.ron title");
    assert!(driver.model.popup.is_none());
    goes(&mut driver, "q", "list");
}

#[test]
fn the_next_and_the_previous_release_open_without_leaving_the_text() {
    let mut driver = three();
    goes(&mut driver, "Enter J", "b.ron title");
    goes(&mut driver, "J", "c.ron is no release");
    driver.press("J");
    assert_eq!(driver.said(), "this is the last release");
    goes(&mut driver, "K K", "a.ron title");
    driver.press("K");
    assert_eq!(driver.said(), "this is the first release");
    goes(&mut driver, "q", "list");
    let mut driver = open(&nine());
    driver.press("J");
    assert_eq!(driver.said(), "only one release is open");
}

#[test]
fn the_next_release_is_the_next_one_of_the_list_as_it_is_sorted_and_filtered() {
    let mut driver = three();
    driver.press("- j Enter");
    goes(&mut driver, "K", "b.ron title");
    let mut driver = three();
    goes(&mut driver, "/ . r o n Space n i n e Enter Enter J", "a.ron title");
    assert_eq!(driver.said(), "this is the last release");
}

#[test]
fn keys_faster_than_files_go_on_from_the_release_on_its_way() {
    let mut driver = three();
    driver.press("Enter");
    let mut effects = driver.only_press("J J");
    assert_eq!(effects.len(), 2);
    let late = effects.remove(0);
    driver.perform(vec![late]);
    assert_eq!(driver.place(), "a.ron title", "an answer to the older request is dropped");
    driver.perform(effects);
    assert_eq!(driver.place(), "c.ron is no release");
}

#[test]
fn jumps_are_retraced_over_releases() {
    let mut driver = three();
    goes(&mut driver, "Enter 5 G", "a.ron 5");
    goes(&mut driver, "J # 2 . 1 Enter", "b.ron 2.1");
    for (keys, place) in [
        ("Ctrl-o", "b.ron title"),
        ("Ctrl-o", "a.ron 5"),
        ("Alt-Left", "a.ron title"),
        ("Alt-Right", "a.ron 5"),
        ("Alt-o", "b.ron title"),
        ("Alt-o", "b.ron 2.1"),
    ] {
        goes(&mut driver, keys, place);
    }
    driver.press("Alt-o");
    assert_eq!(driver.said(), "nowhere to go forward to");
    goes(&mut driver, "Backspace Backspace Backspace Backspace", "list");
    driver.press("Backspace");
    assert_eq!(driver.said(), "nowhere to go back to");
    goes(&mut driver, "4 Alt-Right", "b.ron 2.1");
}

#[test]
fn from_the_list_and_from_a_faulty_file_back_leads_to_the_text() {
    let mut driver = three();
    goes(&mut driver, "Enter 5 G q", "list");
    goes(&mut driver, "Ctrl-o", "a.ron 5");
    goes(&mut driver, "J # 2 . 1 Enter J", "c.ron is no release");
    goes(&mut driver, "Ctrl-o", "b.ron 2.1");
    let mut driver = three();
    goes(&mut driver, "/ b . r o n Enter", "b.ron title");
    goes(&mut driver, "2 G", "b.ron 2");
    goes(&mut driver, "Ctrl-o Ctrl-o", "list");
    assert_eq!(driver.rows(), ["b.ron"], "filtered as it was");
    goes(&mut driver, "Alt-Right Alt-Right", "b.ron 2");
    let mut driver = three();
    driver.press("Ctrl-o");
    assert_eq!(driver.said(), "nowhere to go back to");
}

#[test]
fn every_jump_counts_and_a_line_does_not() {
    for jump in ["G", "3 G", "# 3 Enter", "/ w o r d 3 Enter"] {
        let mut driver = open(&nine());
        driver.press("j j").press(jump).press("j k Ctrl-o");
        assert_eq!(driver.at(), "1+1", "{jump}");
    }
    let mut driver = open(&nine());
    driver.press("j j Space ] } Ctrl-o");
    assert_eq!(driver.said(), "nowhere to go back to");
}

#[test]
fn the_panel_is_as_wide_in_the_next_release() {
    let mut driver = three();
    driver.resize(120, 40).press("Enter > >");
    let width = driver.model.areas().panel.width;
    driver.press("J");
    assert_eq!(driver.model.areas().panel.width, width);
    driver.press("i K");
    assert_eq!(driver.model.areas().panel.width, 0);
}

#[test]
fn another_language_opens_at_the_same_block() {
    let mut driver = Driver::sample("2019-03-06-kazakhstan.en", (120, 40));
    driver.press("# 2 . 1 Enter Tab G k");
    assert!(driver.screen().iter().any(|row| row.contains("▸ Also in Korean")));
    goes(&mut driver, "Enter", "2019-03-06-kazakhstan.ko.ron 2.1");
    goes(&mut driver, "Ctrl-o", "2019-03-06-kazakhstan.en.ron 2.1");
}

#[test]
fn among_bundled_releases_versions_are_followed_by_name() {
    let version = |file: &str| format!("versions: [(language: \"xx\", file: {file:?})]");
    let a = release("A", "Paragraph(text: \"A\")", &version("b.ron"));
    let b = release("B", "Paragraph(text: \"B\")", &version("c.ron"));
    let mut driver = Driver::list(&[("a.ron", &a), ("b.ron", &b)], SIZE);
    goes(&mut driver, "Enter Tab G Enter", "b.ron title");
    goes(&mut driver, "Tab G Enter", "b.ron title");
    assert_eq!(driver.said(), "c.ron is not among what was opened, so it is not followed");
}

#[test]
fn a_version_outside_the_opened_folder_is_not_followed() {
    let folder = tempfile::tempdir().expect("a folder");
    let inside = folder.path().join("inside");
    std::fs::create_dir(&inside).expect("a folder");
    let secret = release("Secret", "", "");
    std::fs::write(folder.path().join("secret.ron"), secret).expect("a file");
    for file in ["../secret.ron", "/etc/passwd", "a/../../secret.ron"] {
        let more = format!("versions: [(language: \"xx\", file: {file:?})]");
        let path = inside.join("open.ron");
        std::fs::write(&path, release("Open", "", &more)).expect("a file");
        let source = pressroom::library::Source::file(&path);
        let mut driver = Driver::start(pressroom::app::Start::One(source, None), SIZE);
        driver.press("Tab G Enter");
        let screen = driver.screen().join(" ");
        assert!(screen.contains("it lies outside the folder that was opened"), "{file}: {screen}");
        assert!(!screen.contains("Secret"), "{file}");
        driver.press("Ctrl-o");
        assert_eq!(driver.place(), "open.ron title");
    }
}

#[test]
fn an_address_named_at_the_start_is_gone_to_or_said_to_be_missing() {
    use pressroom::app::Start;
    use pressroom::library::Source;
    let start = |at: &str| {
        let source = Source::text("a.ron", &outline());
        Driver::start(Start::One(source, Some(at.to_owned())), SIZE)
    };
    assert_eq!(start("2.1").at(), "2.1");
    assert_eq!(start("#2.1").at(), "2.1");
    let driver = start("9");
    assert_eq!(
        (driver.at().as_str(), driver.said()),
        ("title", "there is no block 9 in this release")
    );
}

#[test]
fn the_problems_lead_to_their_block_and_their_fact() {
    let more = "published: \"2019-02-31\", participants: [(name: \"Ann\", mentions: [(at: \"p1\", quote: \"Ann\")]), (name: \"Bob\", mentions: [(at: \"9\", quote: \"Bob\")])]";
    let body = "Paragraph(text: \"Ann.\"), Numbered(number: \"1\", text: \"One.\"), Numbered(number: \"1\", text: \"Again.\")";
    let mut driver = open(&release("Problems", body, more));
    let problems: Vec<String> =
        driver.reading().problems().iter().map(|(_, p)| p.message.to_string()).collect();
    let number = |words: &str| {
        problems
            .iter()
            .position(|p| p.contains(words))
            .unwrap_or_else(|| panic!("{words}: {problems:?}"))
    };
    let down = "j ".repeat(number("no block"));
    driver.press("!").press(&format!("{down} Enter"));
    assert!(driver.screen().iter().any(|row| row.contains("▸ Bob")), "{:#?}", driver.screen());
    driver.press("Esc !");
    assert!(matches!(driver.model.popup, Some(Popup::Problems(_))));
    driver.press("j j j j j j k Esc");
    assert!(driver.model.popup.is_none());
    let mut driver = open(&nine());
    driver.press("!");
    assert_eq!(driver.said(), "no problems in this release");
}

#[test]
fn the_theme_follows_the_page_until_one_is_chosen() {
    let mut driver = open(&nine());
    driver.send(Message::Background(Page::Light));
    assert_eq!(driver.model.theme_name(), "light");
    driver.press("t j Enter");
    assert_eq!(driver.model.theme_name(), "dark");
    driver.send(Message::Background(Page::Light));
    assert_eq!(driver.model.theme_name(), "dark");
    driver.press("t k Enter");
    assert_eq!(driver.model.theme_name(), "light");
}
