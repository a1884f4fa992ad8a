//! The contents beside the text, the width of panes, and the text alone.

use pressroom::reader::reading::Focus;

use super::{nine, numbered, outline};
use crate::support::{Driver, release};

const WIDE: (u16, u16) = (160, 40);

fn wide(ron: &str) -> Driver {
    Driver::text(ron, WIDE)
}

/// The entries of the contents, by address.
fn entries(driver: &Driver) -> Vec<String> {
    let reading = driver.reading();
    let name = |block: &_| reading.document.addresses.name(*block).to_string();
    reading.contents.blocks().iter().map(name).collect()
}

fn entry(driver: &Driver) -> String {
    let reading = driver.reading();
    reading.document.addresses.name(reading.contents.block().expect("an entry")).to_string()
}

#[test]
fn headings_and_numbers_stand_beside_the_text_and_follow_it() {
    let mut driver = wide(&outline());
    driver.press("o");
    assert_eq!(entries(&driver), ["title", "h1", "1", "2", "3"]);
    assert!(!driver.model.areas().contents.is_empty());
    assert_eq!(driver.reading().focus, Focus::Text);
    driver.press("# 2 . 1 . 2 Enter");
    assert_eq!(entry(&driver), "2");
    driver.press("G");
    assert_eq!(entry(&driver), "3");
    driver.press("o");
    assert!(driver.model.areas().contents.is_empty());
}

#[test]
fn without_numbers_there_are_headings_or_else_the_paragraphs() {
    let body = "Paragraph(text: \"A\"), Heading(text: \"B\"), Paragraph(text: \"C\")";
    let mut driver = wide(&release("Headings", body, ""));
    driver.press("o");
    assert_eq!(entries(&driver), ["title", "h1"]);
    let body = "Paragraph(text: \"A\", items: [Bullet(marker: \"-\", text: \"x\")]), Note(marker: \"*\", text: \"N\")";
    let mut driver = wide(&release("Plain", body, ""));
    driver.press("o");
    assert_eq!(entries(&driver), ["title", "p1", "n1"]);
}

#[test]
fn tab_goes_from_the_contents_to_the_text_to_the_facts() {
    let mut driver = wide(&outline());
    driver.press("o Shift-Tab");
    assert_eq!(driver.reading().focus, Focus::Contents);
    for focus in [Focus::Text, Focus::Panel, Focus::Contents] {
        driver.press("Tab");
        assert_eq!(driver.reading().focus, focus);
    }
    driver.press("Shift-Tab");
    assert_eq!(driver.reading().focus, Focus::Panel);
    driver.press("Esc o Tab Tab");
    assert_eq!(driver.reading().focus, Focus::Text);
}

#[test]
fn in_the_contents_the_text_shows_what_one_comes_to_and_enter_goes_there() {
    let mut driver = wide(&numbered(40));
    driver.press("o Shift-Tab G");
    assert_eq!(driver.at(), "title");
    assert!(driver.screen().iter().any(|row| row.contains("word40 word40")));
    driver.press("k k Enter");
    assert_eq!((driver.at().as_str(), driver.reading().focus), ("38", Focus::Text));
    driver.press("Ctrl-o");
    assert_eq!(driver.at(), "title");
    driver.press("Shift-Tab d Esc");
    assert_eq!((driver.at().as_str(), driver.reading().focus), ("title", Focus::Text));
}

#[test]
fn blocks_fold_from_the_contents() {
    let mut driver = wide(&outline());
    driver.press("o Shift-Tab j j j h");
    let two = driver.reading().document.addresses.block("2").expect("there");
    assert!(driver.reading().is_folded(two));
    driver.press("l");
    assert!(!driver.reading().is_folded(two));
    driver.press("z M z R z a");
    assert!(driver.reading().is_folded(two));
    driver.press("p Esc");
    assert_eq!(driver.reading().focus, Focus::Contents);
}

#[test]
fn on_a_smaller_screen_the_contents_lie_over_the_text_while_they_have_the_keyboard() {
    for size in [(80, 24), (120, 40), (40, 12), (20, 5)] {
        let mut driver = Driver::text(&nine(), size);
        driver.press("o");
        assert_eq!(driver.reading().focus, Focus::Contents, "{size:?}");
        driver.press("j j j Enter");
        assert_eq!(driver.at(), "3");
        assert!(driver.model.areas().contents.is_empty());
        driver.press("o o");
        assert_eq!(driver.reading().focus, Focus::Text);
        driver.press("o q");
        assert_eq!(driver.reading().focus, Focus::Text);
    }
}

#[test]
fn the_mouse_reaches_the_contents() {
    let mut driver = wide(&numbered(60));
    driver.press("o").click((10, 6));
    assert_eq!((driver.reading().focus, entry(&driver).as_str()), (Focus::Contents, "4"));
    driver.wheel((10, 6), 50);
    assert_eq!(driver.reading().contents.top, 61 - 37);
    driver.double_click_in("60", 0);
    assert_eq!((driver.at().as_str(), driver.reading().focus), ("60", Focus::Text));
    let mut driver = wide(&outline());
    driver.press("o").click_on("▾");
    assert!(driver.screen().iter().any(|row| row.contains("(2 items, 4 in all)")));
}

#[test]
fn the_pane_with_the_keyboard_gets_wider() {
    let mut driver = wide(&outline());
    driver.press("o");
    let widths = |driver: &Driver| {
        let areas = driver.model.areas();
        (areas.contents.width, areas.panel.width)
    };
    let (contents, panel) = widths(&driver);
    driver.press(">");
    assert_eq!(widths(&driver), (contents, panel + 4));
    driver.press("< Shift-Tab > >");
    assert_eq!(widths(&driver).0, contents + 8);
    driver.press("9 9 <");
    assert_eq!(widths(&driver).0, contents + 4);
    driver.press("Esc J");
}

#[test]
fn the_text_alone_has_the_whole_screen_and_the_status_only_when_something_is_said() {
    let mut driver = Driver::text(&nine(), WIDE);
    driver.press("2 G z e");
    assert_eq!(driver.said(), "the text alone; Esc brings the rest back");
    driver.press("j");
    let rows = driver.screen();
    assert!(rows[0].contains("Nine") || rows[0].is_empty(), "{}", rows[0]);
    assert_eq!(driver.model.areas().text.height, 40);
    assert!(driver.model.areas().panel.is_empty());
    driver.press("/");
    assert_eq!(driver.model.areas().text.height, 39);
    driver.press("Esc 5");
    assert!(driver.status().contains('5'));
    driver.press("Esc Esc");
    assert_eq!(driver.model.areas().text.height, 37);
    driver.press("z e z e");
    assert!(!driver.reading().is_bare);
}

#[test]
fn the_text_alone_stays_alone_in_the_next_release() {
    let mut driver = Driver::list(&[("a.ron", &nine()), ("b.ron", &outline())], (80, 24));
    driver.press("Enter z e J");
    assert!(driver.reading().is_bare);
    driver.press("Tab");
    assert!(!driver.model.areas().panel.is_empty(), "the facts show while they have the keyboard");
    driver.press("Esc Esc");
    assert!(!driver.reading().is_bare);
}

#[test]
fn the_facts_asked_for_with_the_text_alone_come_with_everything_else() {
    for size in [(80, 24), WIDE] {
        let mut driver = Driver::text(&nine(), size);
        for keys in ["z e i", "i z e i", "i z e i i i"] {
            driver.press(keys);
            assert!(!driver.reading().is_bare, "{keys}");
            assert!(!driver.model.areas().panel.is_empty(), "{keys} at {size:?}");
        }
        driver.press("z e Tab i");
        assert!(driver.reading().is_bare && driver.model.areas().panel.is_empty());
    }
}
