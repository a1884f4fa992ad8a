//! The mouse dragged over the text: what is selected and copied.

use pressroom::reader::clipboard::{Clipboard, Copied};
use pressroom::reader::effect::Effect;
use pressroom::reader::message::{Button, Did, Message};
use pressroom::reader::reading::Focus;
use pressroom::theme::Role;

use super::{nine, open, outline};
use crate::support::{Driver, in_english, release};

const DRAG: Did = Did::Drag(Button::Left);
const RELEASE: Did = Did::Release(Button::Left);

fn prose() -> String {
    let body = r#"Paragraph(text: "One two three four."), Paragraph(text: "Five six seven."),
        Table(rows: [["a b", "c"], ["d", "e"]]), Paragraph(text: "동북아 협력, 대화. One two once more.")"#;
    release("Title", body, "")
}

/// What was copied last.
#[track_caller]
fn copied(driver: &Driver) -> &str {
    match driver.asked.last() {
        Some(Effect::Copy(Copied { text, .. })) => text.as_str(),
        other => panic!("{other:?}"),
    }
}

fn copies(driver: &Driver) -> usize {
    driver.asked.iter().filter(|effect| matches!(effect, Effect::Copy(_))).count()
}

#[track_caller]
fn check(from: &str, to: &str, text: &str) {
    let mut driver = open(&prose());
    driver.drag_and_drop(from, to);
    assert_eq!(copied(&driver), text, "{from} to {to}");
    assert!(driver.said().starts_with("Copied "), "{}", driver.said());
}

#[test]
fn words_between_are_copied_on_release_and_stay_lit() {
    let mut driver = open(&prose());
    driver.drag("two", "hree");
    assert_eq!(driver.picture().in_role(Role::Selected), ["two three"]);
    assert!(driver.status().contains("selecting 2 words"), "{}", driver.status());
    assert_eq!(copies(&driver), 0);
    driver.mouse(RELEASE, driver.cell_of("hree", 0));
    assert_eq!(copied(&driver), "two three");
    assert!(driver.said().starts_with("Copied 2 words of p1"), "{}", driver.said());
    assert_eq!(driver.picture().in_role(Role::Selected), ["two three"]);
    driver.wheel((10, 10), 3);
    assert_eq!(driver.picture().in_role(Role::Selected), ["two three"]);
    driver.press("j");
    assert!(driver.reading().selection().is_none());
}

#[test]
fn it_goes_both_ways_over_blocks_and_through_tables() {
    check("three", "One", "One two three");
    check("four", "six", "four.\nFive six");
    check("six", "four", "four.\nFive six");
    check("seven", "d  ", "seven.\na b\nc\nd");
    check("협", "화", "협력, 대화");
    check("Title", "two", "Title\nOne two");
}

#[test]
fn the_end_of_a_line_ends_there_and_the_space_before_one_begins_there() {
    let mut driver = open(&prose());
    let (_, y) = driver.cell_of("three", 0);
    driver.drag("three", "three").mouse(DRAG, (70, y)).mouse(RELEASE, (70, y));
    assert_eq!(copied(&driver), "three four.");
    // The gap below belongs to neither; left of the next words, none of them is meant.
    driver.drag("three", "three").mouse(DRAG, (40, y + 1)).mouse(RELEASE, (40, y + 1));
    assert_eq!(copied(&driver), "three four.");
    driver.drag("three", "three").mouse(DRAG, (0, y + 2)).mouse(RELEASE, (0, y + 2));
    assert_eq!(copied(&driver), "three four.");
    driver.drag("seven", "seven").mouse(DRAG, (0, y + 2)).mouse(RELEASE, (0, y + 2));
    assert_eq!(copied(&driver), "Five six seven.");
}

#[test]
fn a_press_without_movement_is_a_click() {
    let mut driver = open(&nine());
    let at = driver.cell_of("word2 word2", 0);
    driver.mouse(Did::Press(Button::Left), at).mouse(DRAG, at).mouse(RELEASE, at);
    assert_eq!((driver.at().as_str(), copies(&driver)), ("2", 0));
    assert!(driver.reading().selection().is_none());
    // Nor does the text move under it, even on the last row.
    let top = driver.reading().rows()[0];
    driver.click((20, 22));
    assert_eq!(driver.reading().rows()[0], top);
    driver.press("k");
    assert_ne!(driver.reading().rows()[0], top, "keys keep lines around the cursor");
}

#[test]
fn a_drag_from_a_facts_words_selects_them() {
    let mut driver = Driver::sample("2019-03-06-kazakhstan.en", (120, 40));
    driver.click_on("November 2014. Both").drag("November 2014. Both", "Both");
    assert_eq!(driver.reading().focus, Focus::Text);
    driver.mouse(RELEASE, driver.cell_of("Both", 0));
    assert_eq!(copied(&driver), "November 2014. Both");
}

#[test]
fn the_edges_scroll() {
    let mut driver = open(&nine());
    driver.drag("word2 word2", "word2 word2");
    let top = driver.reading().rows()[0].block;
    for _ in 0..4 {
        driver.mouse(DRAG, (10, 23));
    }
    assert!(driver.reading().rows()[0].block > top);
    let last = driver.reading().rows().last().copied().unwrap();
    assert_eq!(driver.reading().cursor().block, last.block);
    for _ in 0..40 {
        driver.mouse(DRAG, (10, 0));
    }
    assert_eq!(driver.reading().rows()[0].block.order(), 0);
    driver.mouse(RELEASE, (10, 0));
    assert!(copied(&driver).ends_with("word2"));
    assert_eq!(driver.reading().selection().unwrap().blocks().0.order(), 0);
}

#[test]
fn held_still_beyond_the_edge_the_text_goes_on_to_its_end_and_no_further() {
    let mut driver = open(&nine());
    driver.drag("word2 word2", "word2 word2");
    assert!(!driver.model.is_held_beyond(), "it is within the text");
    driver.mouse(DRAG, (10, 23));
    let mut moments = 0;
    while driver.model.is_held_beyond() {
        let top = driver.reading().rows()[0];
        driver.send(Message::StillHeld);
        moments += 1;
        assert!(
            moments < 100 && (driver.reading().rows()[0] != top || !driver.model.is_held_beyond())
        );
    }
    assert!(moments > 3, "line by line: {moments}");
    assert_eq!(driver.reading().selection().unwrap().blocks().1.order(), 9);
    driver.send(Message::StillHeld);
    driver.mouse(DRAG, (10, 0)).mouse(DRAG, (10, 10));
    assert!(!driver.model.is_held_beyond());
    driver.mouse(DRAG, (10, 0));
    assert!(driver.model.is_held_beyond());
    driver.mouse(RELEASE, (10, 0));
    assert!(!driver.model.is_held_beyond());
    let mut driver = open(&nine());
    driver.drag("word2 word2", "word2 word2").mouse(DRAG, (10, 23)).press("Esc");
    assert!(!driver.model.is_held_beyond(), "a key lets go of it");
}

#[test]
fn the_wheel_goes_on_with_it() {
    let mut driver = open(&nine());
    driver.drag("word1 word1", "word2 word2").wheel((10, 10), 2);
    let selection = driver.reading().selection().unwrap().blocks();
    driver.mouse(RELEASE, (10, 10));
    assert_eq!(driver.reading().selection().unwrap().blocks(), selection);
    assert!(selection.1.order() > 2);
}

#[test]
fn a_key_lets_go_of_it_and_other_places_select_nothing() {
    let mut driver = open(&prose());
    driver.drag("two", "three").press("Esc");
    let four = driver.cell_of("four", 0);
    driver.mouse(DRAG, four).mouse(RELEASE, four);
    assert_eq!(copies(&driver), 0);
    assert!(driver.reading().selection().is_none());
    driver.mouse(Did::Press(Button::Left), (5, 0)).mouse(DRAG, (5, 5)).mouse(RELEASE, (5, 5));
    assert_eq!(copies(&driver), 0);
    let mut folded = open(&outline());
    folded.drag_and_drop("▾", "Third");
    assert_eq!(copies(&folded), 0);
}

#[test]
fn what_is_lit_can_be_copied_in_other_ways_and_gone_on_with() {
    let dragged = || {
        let mut driver = open(&prose());
        driver.drag_and_drop("two", "three");
        driver
    };
    let mut driver = dragged();
    driver.press("y c");
    assert_eq!(copied(&driver), "“two three” — Title, para p1");
    let mut driver = dragged();
    driver.press("v w y");
    assert_eq!(copied(&driver), "two three four.");
    let mut driver = dragged();
    driver.click_on("Five");
    assert!(driver.reading().selection().is_none());
    let mut driver = dragged();
    driver.press("z R");
    assert!(driver.reading().selection().is_none());
}

#[test]
fn a_terminal_that_takes_nothing_leaves_the_words_lit_and_says_so() {
    let mut driver = open(&prose());
    driver.model.clipboard = Clipboard::Deaf("this terminal".to_owned().into());
    driver.drag_and_drop("two", "three");
    assert_eq!(copies(&driver), 0);
    let notice = driver.model.notice.as_ref().unwrap();
    assert!(notice.is_error && in_english(&notice.text).starts_with("not copied"));
    assert!(driver.reading().selection().is_some());
}

#[test]
fn selected_words_are_looked_for() {
    let mut driver = open(&prose());
    driver.press("] v w *");
    assert!(driver.reading().selection().is_none());
    assert_eq!(driver.at(), "p3");
    let find = driver.reading().find.as_ref().unwrap();
    assert_eq!((find.wanted.query.as_str(), find.hits.len()), ("One two", 2));
    let mut driver = open(&prose());
    driver.drag_and_drop("One", "two").press("*");
    assert_eq!(driver.at(), "p3");
    let mut driver = open(&prose());
    driver.press("] v j *");
    assert!(driver.said().contains("within one block"), "{}", driver.said());
    assert!(driver.reading().selection().is_some());
}
