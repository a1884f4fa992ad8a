//! Giving text to a command: what it is given, and the commands of before.

use pressroom::reader::effect::Effect;
use pressroom::reader::pipe::{Given, Piped};

use super::{open, outline};
use crate::support::Driver;

/// What is run last.
#[track_caller]
fn piped(driver: &Driver) -> &Piped {
    match driver.asked.last() {
        Some(Effect::Pipe(piped)) => piped,
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn check(keys: &str, prompt: &str, given: &str) {
    let mut driver = open(&outline());
    driver.press(keys);
    assert!(driver.status().contains(prompt), "{keys}: {}", driver.status());
    driver.type_in("wc").press("Enter");
    let Piped { command, document, given: is } = piped(&driver);
    let name = |block| document.addresses.name(block).to_string();
    let is = match is {
        Given::Words(page) => page.to_string(),
        Given::Blocks((first, last)) => format!("{}–{}", name(*first), name(*last)),
        Given::Release => "all".to_owned(),
    };
    assert_eq!((command.as_str(), is.as_str()), ("wc", given), "{keys}");
}

#[test]
fn the_block_its_items_the_selection_or_the_release_are_given() {
    check("2 G |", "2 as printed", "2–2");
    check("2 G 2 |", "2–2.1 as printed", "2–2.1");
    check("2 G | Alt-a", "2 with its items", "2–2.2");
    check("2 G | Alt-a Alt-a", "the release", "all");
    check("2 G | Alt-a Alt-a Alt-a", "2 as printed", "2–2");
    check("2 G h |", "2–2.2 as printed", "2–2.2");
    check("|", "the release", "all");
    check("| Alt-a", "title as printed", "title–title");
    check("2 G V } |", "2–3 as printed", "2–3");
    check("2 . 1 Enter v w |", "2 words of 2.1", "Second, first.");
    check("2 . 1 Enter v | Alt-a", "2.1 as printed", "2.1–2.1");
}

#[test]
fn what_was_selected_still_is_and_the_place_is_kept() {
    let mut driver = open(&outline());
    driver.press("2 G v w |").press("Esc");
    assert!(driver.reading().selection().is_some());
    driver.press("|").type_in("true").press("Enter");
    assert_eq!(driver.at(), "2.1");
    assert!(driver.reading().selection().is_some());
    let mut driver = open(&outline());
    driver.drag_and_drop("Second, first", "first").press("|");
    assert!(driver.status().contains("2 words of 2.1"), "{}", driver.status());
}

#[test]
fn nothing_typed_runs_nothing_and_commands_come_back() {
    let mut driver = open(&outline());
    driver.press("| Enter").press("| Space Enter").press("| Backspace");
    assert!(driver.asked.iter().all(|effect| !matches!(effect, Effect::Pipe(_))));
    assert!(driver.model.popup.is_none());
    for command in ["wc -w", "sort", "wc -w"] {
        driver.press("|").type_in(command).press("Enter");
    }
    assert_eq!(driver.model.commands, ["sort", "wc -w"]);
    driver.press("| Up Up Enter");
    assert_eq!(piped(&driver).command, "sort");
}
