//! The mouse: the wheel, clicks, and giving it back.

use pressroom::reader::effect::Effect;
use pressroom::reader::reading::Focus;
use pressroom::theme::Role;

use super::{nine, open, outline};
use crate::support::{Driver, release};

const USUAL: (u16, u16) = (120, 40);

fn kazakhstan(size: (u16, u16)) -> Driver {
    Driver::sample("2019-03-06-kazakhstan.en", size)
}

fn lit(driver: &Driver) -> Vec<String> {
    driver.picture().in_role(Role::Lit)
}

#[test]
fn the_wheel_scrolls_the_text_and_the_cursor_goes_along_only_when_it_must() {
    let mut driver = open(&nine());
    driver.press("2 G").wheel((10, 10), 1);
    assert_eq!(driver.reading().rows()[0].block.order(), 1);
    assert_eq!(driver.at(), "2");
    driver.wheel((10, 10), 3);
    assert_ne!(driver.at(), "2");
    driver.wheel((10, 10), -9);
    assert_eq!(driver.reading().rows()[0].block.order(), 0);
    driver.wheel((10, 10), 1_000_000);
    let last = driver.reading().rows().last().copied().unwrap();
    assert_eq!((last.block.order(), last.line), (9, Some(2)));
}

#[test]
fn the_wheel_scrolls_the_pane_under_the_pointer() {
    let mut driver = kazakhstan((120, 20));
    let text = driver.screen()[3].chars().take(60).collect::<String>();
    driver.wheel((110, 10), 2);
    let rows = driver.screen();
    assert_eq!(rows[3].chars().take(60).collect::<String>(), text);
    assert!(!rows[2].contains("PARTICIPANTS"), "the panel has moved: {}", rows[2]);
    driver.wheel((110, 10), 1_000).wheel((110, 10), -1_000);
    assert!(driver.screen()[2].contains("PARTICIPANTS"));
    // With the keyboard in the panel, its cursor stays on the screen, and the text may be looked at.
    driver.press("Tab g g").wheel((110, 10), 3);
    assert_ne!(driver.reading().panel.cursor, 1);
    let top = driver.reading().rows()[0];
    driver.wheel((10, 10), 2);
    assert_ne!(driver.reading().rows()[0], top);
    assert_eq!((driver.at().as_str(), driver.reading().focus), ("title", Focus::Panel));
}

#[test]
fn a_click_puts_the_cursor_on_a_line_and_takes_the_keyboard_to_the_text() {
    let mut driver = open(&nine());
    driver.click_on("word2 word2");
    assert_eq!(driver.at(), "2");
    driver.click((40, 10));
    assert_eq!(driver.at(), "2+2");
    driver.click((0, 0)).click((79, 23)).click((500, 500));
    assert_eq!(driver.at(), "2+2");
    driver.press("i Tab").click((70, 3));
    assert_eq!(driver.reading().focus, Focus::Text);
}

#[test]
fn a_click_on_the_sign_folds_and_unfolds() {
    let mut driver = open(&outline());
    driver.click_on("▾");
    assert!(driver.screen().iter().any(|row| row.contains("▸ 2  Second. (2 items, 4 in all)")));
    driver.click_on("▸");
    assert!(driver.screen().iter().any(|row| row.contains("Second, second.")));
}

#[test]
fn a_click_on_a_facts_words_lights_them_and_another_leads_to_the_fact() {
    let mut driver = kazakhstan(USUAL);
    driver.click_on("November 2014. Both");
    assert_eq!(lit(&driver), ["November 2014"]);
    assert_eq!(driver.reading().focus, Focus::Text);
    assert!(driver.at().starts_with("2.3"));
    driver.click_on("November 2014. Both");
    assert_eq!(driver.reading().focus, Focus::Panel);
    assert_eq!(lit(&driver), ["November 2014"]);
    driver.click_on("Korea and Kazakhstan Hold");
    assert_eq!((driver.at().as_str(), lit(&driver).len()), ("title", 0));
}

#[test]
fn a_click_in_the_panel_chooses_and_an_address_or_a_double_click_follows() {
    let mut driver = kazakhstan(USUAL);
    driver.click_in("Yoon Soon-gu", 70);
    assert_eq!((driver.at().as_str(), driver.reading().focus), ("title", Focus::Panel));
    assert!(!lit(&driver).is_empty());
    driver.click_in("2.1", 70);
    assert_eq!(driver.at(), "2.1");
    assert_eq!(driver.reading().focus, Focus::Text);
    driver.press("Ctrl-o");
    assert_eq!(driver.at(), "title");
    driver.press("Esc").double_click_in("Yoon Soon-gu", 70);
    assert_eq!(driver.at(), "1");
    driver.click_in("PARTICIPANTS", 70);
    assert_eq!(driver.reading().focus, Focus::Text, "a heading is no fact");
}

#[test]
fn a_click_chooses_a_row_of_the_list_and_a_double_click_opens_it() {
    let mut driver = Driver::samples(USUAL);
    driver.click((30, 7));
    assert_eq!(driver.shelf().cursor, 4);
    driver.click((30, 0)).click((30, 2)).click((30, 38));
    assert_eq!(driver.shelf().cursor, 4);
    driver.wheel((30, 7), 10);
    assert_eq!(driver.shelf().cursor, 4, "all rows show, so none moves");
    driver.resize(120, 10).wheel((30, 7), 2);
    assert_ne!(driver.shelf().top, 0);
    driver.resize(120, 40).double_click_on("Fact Sheet: The Amber");
    assert!(driver.place().starts_with("2026-01-20-green"), "{}", driver.place());
}

#[test]
fn popups_take_the_wheel_and_clicks() {
    let mut driver = open(&outline());
    driver.press("?").wheel((40, 10), 14);
    driver.click_on("Fold everything").double_click_on("Fold everything");
    assert!(driver.model.popup.is_none());
    assert!(driver.reading().is_folded(driver.reading().document.addresses.block("2").unwrap()));
    driver.press("z R #").click((20, 20));
    assert_eq!(driver.at(), "3");
    let body = "Numbered(number: \"1\", text: \"One.\"), Numbered(number: \"2\", text: \"Two.\")";
    let more = "participants: [(name: \"A\", mentions: [(at: \"1\", quote: \"x\")]), \
        (name: \"B\", mentions: [(at: \"2\", quote: \"y\")])]";
    let mut driver = Driver::text(&release("Two", body, more), USUAL);
    driver.press("!").double_click_on("`y` does not");
    assert_eq!(driver.reading().focus, Focus::Panel);
}

#[test]
fn the_mouse_is_given_back_to_the_terminal_and_taken_again() {
    let mut driver = open(&nine());
    assert!(matches!(driver.only_press("M")[..], [Effect::FreeMouse]));
    assert_eq!(driver.said(), "the mouse is the terminal's to select with; M takes it back");
    assert!(matches!(driver.only_press("M")[..], [Effect::TakeMouse]));
    assert_eq!(driver.said(), "the mouse works here again");
}
