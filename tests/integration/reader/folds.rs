//! Folding, and what folded blocks say.

use super::{nine, open, outline};
use crate::support::{Driver, in_english};

/// The addresses of the blocks on the screen.
fn shown(driver: &Driver) -> Vec<String> {
    let mut shown: Vec<String> = Vec::new();
    for row in driver.reading().rows() {
        let address = driver.reading().document.addresses.name(row.block).to_string();
        if shown.last() != Some(&address) {
            shown.push(address);
        }
    }
    shown
}

fn hidden(driver: &Driver) -> Option<String> {
    driver.reading().hidden_by_fold(driver.reading().block()).map(|hidden| in_english(&hidden))
}

#[test]
fn h_folds_then_goes_to_the_parent_and_l_unfolds_then_goes_to_the_first_item() {
    let mut driver = open(&outline());
    driver.press("# 2 . 1 Enter");
    for (keys, at, folded) in [
        ("h", "2.1", true),
        ("h", "2", false),
        ("h", "2", true),
        ("h", "2", true),
        ("l", "2", false),
        ("l", "2.1", true),
        ("l", "2.1", false),
        ("l", "2.1.1", false),
        ("l", "2.1.1", false),
        ("h", "2.1", false),
        ("Left Right", "2.1", false),
    ] {
        driver.press(keys);
        let block = driver.reading().block();
        assert_eq!(
            (driver.at().as_str(), driver.reading().is_folded(block)),
            (at, folded),
            "{keys}"
        );
    }
}

#[test]
fn a_folded_block_hides_its_items_and_says_how_many() {
    let mut driver = open(&outline());
    driver.press("2 G z a");
    assert_eq!(shown(&driver), ["title", "h1", "1", "2", "3", "3.1", "p1", "n1"]);
    assert_eq!(hidden(&driver).as_deref(), Some("(2 items, 4 in all)"));
    assert!(driver.screen().iter().any(|row| row.contains("▸ 2  Second. (2 items, 4 in all)")));
    driver.press("} z a");
    assert_eq!(hidden(&driver).as_deref(), Some("(1 item)"));
    driver.press("k z a");
    assert_eq!(shown(&driver).len(), 11);
}

#[test]
fn a_long_paragraph_folds_to_its_first_line_and_says_how_many_lines() {
    let mut driver = open(&nine());
    driver.press("1 G j h");
    assert_eq!((driver.at().as_str(), hidden(&driver).as_deref()), ("1", Some("(2 lines)")));
    let row = driver.screen().into_iter().find(|row| row.contains("word1")).expect("it shows");
    assert!(row.ends_with(" … (2 lines)"), "{row}");
    driver.press("j");
    assert_eq!(driver.at(), "2");
}

#[test]
fn everything_folds_and_unfolds_at_once_and_the_cursor_stays_with_its_words() {
    let mut driver = open(&outline());
    driver.press("# 2 . 1 . 2 Enter z M");
    assert_eq!(driver.at(), "2");
    assert_eq!(shown(&driver), ["title", "h1", "1", "2", "3", "p1", "n1"]);
    driver.press("z R");
    assert_eq!(driver.at(), "2");
    assert_eq!(shown(&driver).len(), 12);
}

#[test]
fn going_to_a_hidden_block_opens_what_hides_it_and_no_more() {
    let mut driver = open(&outline());
    driver.press("z M # 2 . 1 Enter");
    assert_eq!(driver.at(), "2.1");
    assert_eq!(shown(&driver), ["title", "h1", "1", "2", "2.1", "2.2", "3", "p1", "n1"]);
}

#[test]
fn folded_neighbours_stand_without_a_gap() {
    let mut driver = open(&nine());
    driver.press("z M");
    let rows = driver.screen();
    assert!(rows[4].contains("▸ 1  word1") && rows[5].contains("▸ 2  word2"), "{rows:?}");
}

#[test]
fn the_title_and_an_empty_body_have_nothing_to_fold() {
    let mut driver = open(&crate::support::release("Only a title", "", ""));
    driver.press("h l z a z M z R j k ] [ } { Space b G g g Ctrl-e Ctrl-y z z z t z b f F n");
    assert_eq!(driver.at(), "title");
}

#[test]
fn the_keys_of_folding_are_the_texts_also_while_the_facts_have_the_keyboard() {
    let mut driver = open(&outline());
    driver.press("2 G z t Tab");
    assert!(shown(&driver).contains(&"2.1".to_owned()));
    driver.press("z M");
    assert!(!shown(&driver).contains(&"2.1".to_owned()), "{:?}", shown(&driver));
    driver.press("z R z t");
    assert!(shown(&driver).contains(&"2.1".to_owned()), "{:?}", shown(&driver));
    assert!(driver.model.popup.is_none() && driver.model.has_mouse);
    // A letter alone stays what it is there.
    driver.press("v");
    assert!(!driver.said().is_empty());
}
