//! Keeping only the blocks that match.

use pressroom::reader::effect::Effect;

use super::{nine, open, outline};
use crate::support::Driver;

/// The addresses on the screen.
fn shown(driver: &Driver) -> Vec<String> {
    let reading = driver.reading();
    let mut blocks: Vec<_> = reading.rows().iter().map(|row| row.block).collect();
    blocks.dedup();
    blocks.iter().map(|block| reading.document.addresses.name(*block).to_string()).collect()
}

#[test]
fn only_what_matches_shows_with_the_paragraph_around_it() {
    let mut driver = open(&outline());
    driver.press("z M &").type_in("deep");
    assert_eq!(shown(&driver), ["title", "2", "2.1", "2.1.1", "2.1.2"]);
    assert!(driver.status().contains("2 of 11 blocks"), "{}", driver.status());
    driver.press("Enter");
    assert_eq!(driver.at(), "2.1.1");
    assert!(driver.status().contains("&deep 2 of 11 blocks"), "{}", driver.status());
    driver.press("Esc");
    assert!(!driver.status().contains('&'));
    assert_eq!(driver.at(), "2.1.1", "one stays where one is");
    assert!(driver.reading().is_folded(driver.reading().document.addresses.block("3").unwrap()));
}

#[test]
fn esc_while_typing_leads_back_and_an_empty_line_shows_all() {
    let mut driver = open(&outline());
    driver.press("1 G &").type_in("third").press("Esc");
    assert_eq!((driver.at().as_str(), shown(&driver).len()), ("1", 12));
    driver.press("&").type_in("third").press("Enter & Enter");
    assert_eq!((driver.at().as_str(), shown(&driver).len()), ("3", 12));
    driver.press("&").type_in("zebra");
    assert_eq!(shown(&driver).len(), 12, "everything rather than nothing");
    driver.press("Enter");
    assert_eq!(driver.said(), "no block holds zebra, so all of them show");
    driver.press("& Backspace j");
    assert!(driver.reading().keep.is_none());
}

#[test]
fn moving_finding_and_folding_go_by_what_shows() {
    let mut driver = open(&outline());
    driver.press("&").type_in("first|third").press("Alt-r Enter");
    assert_eq!(shown(&driver), ["title", "1", "2", "2.1", "2.1.1", "3", "3.1"]);
    driver.press("g g");
    for (keys, at) in
        [("j", "1"), ("] ]", "2.1"), ("}", "3"), ("{", "2"), ("l", "2.1"), ("G", "3.1")]
    {
        driver.press(keys);
        assert_eq!(driver.at(), at, "{keys}");
    }
    driver.press("2 G z a");
    assert_eq!(shown(&driver), ["title", "1", "2", "3", "3.1"]);
    driver.press("/").type_in("deep, f").press("Enter");
    assert_eq!(driver.at(), "2.1.1");
    driver.press("Esc i").resize(40, 12).resize(120, 40);
    assert_eq!(driver.at(), "2.1.1");
}

#[test]
fn a_hidden_address_shows_once_one_goes_there_and_says_so() {
    let mut driver = open(&outline());
    driver.press("&").type_in("third").press("Enter # 2 . 2 Enter");
    assert_eq!(driver.at(), "2.2");
    assert_eq!(driver.said(), "2.2 does not match and shows all the same");
    assert_eq!(shown(&driver), ["title", "2", "2.2", "3", "3.1"]);
}

#[test]
fn a_faulty_pattern_says_so_and_hides_nothing() {
    let mut driver = open(&outline());
    driver.press("& Alt-r").type_in("(");
    assert!(driver.status().contains("not a pattern"), "{}", driver.status());
    assert_eq!(shown(&driver).len(), 12);
}

#[test]
fn it_is_found_elsewhere_and_a_late_answer_is_dropped() {
    let mut driver = open(&nine());
    driver.press("&");
    let late = driver.only_press("5");
    assert!(matches!(late[..], [Effect::KeepMatching { .. }]));
    driver.press("Esc");
    driver.perform(late);
    assert_eq!(shown(&driver)[..3], ["title", "1", "2"]);
}

#[test]
fn what_is_kept_stays_kept_when_the_release_is_read_again() {
    let mut driver = open(&outline());
    driver.press("&").type_in("third").press("Enter F5");
    assert_eq!(shown(&driver), ["title", "3", "3.1"]);
    assert_eq!(driver.at(), "3");
}
