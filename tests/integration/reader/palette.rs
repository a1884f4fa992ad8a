//! The palette: every action by a few letters, and what a number means.

use pressroom::keys::{Action, Preset};
use pressroom::reader::model::Popup;
use pressroom::reader::palette::Choice;

use super::{nine, open, outline};
use crate::support::{Driver, release};

/// The actions offered, the likeliest first.
fn offered(driver: &Driver) -> Vec<Action> {
    let Some(Popup::Palette(palette)) = &driver.model.popup else { panic!("no palette is open") };
    let action = |choice: &Choice| match choice {
        Choice::Action(row, _) => Some(row.action),
        Choice::Block(_) | Choice::Row(_) => None,
    };
    palette.choices.iter().filter_map(action).collect()
}

#[test]
fn a_few_letters_find_an_action_and_enter_does_it() {
    for keys in [":", "Ctrl-p"] {
        let mut driver = open(&outline());
        driver.press(keys).type_in("fold ev");
        assert_eq!(offered(&driver)[..2], [Action::FoldAll, Action::UnfoldAll]);
        driver.press("Enter");
        assert!(driver.model.popup.is_none());
        assert!(!driver.screen().iter().any(|row| row.contains("Deep, first")), "all is folded");
        driver.press(keys).type_in("unfoldall").press("Enter");
        assert!(driver.screen().iter().any(|row| row.contains("Deep, first")));
    }
}

#[test]
fn what_can_be_done_here_is_offered_with_or_without_a_key() {
    let mut driver = open(&outline());
    driver.model.keymap = Preset::Arrows.keymap();
    driver.press("F2");
    let expected = driver.model.keymap.actions(pressroom::keys::Context::Text);
    let mut found = offered(&driver);
    found.push(Action::Palette);
    found.sort_unstable();
    assert_eq!(found, expected);
    driver.type_in("in the middle").press("Enter");
    assert_eq!(driver.said(), "");
    let mut list = Driver::list(&[("a.ron", &nine())], (80, 24));
    list.press(":");
    assert!(offered(&list).contains(&Action::Sort) && !offered(&list).contains(&Action::FoldAll));
}

#[test]
fn what_was_used_last_comes_first() {
    let mut driver = open(&outline());
    let usual = {
        driver.press(":");
        offered(&driver)
    };
    driver.type_in("narrow").press("Enter :").type_in("widen").press("Enter :");
    assert_eq!(offered(&driver)[..2], [Action::PanelWider, Action::PanelNarrower]);
    assert_eq!(offered(&driver)[2..].len(), usual.len() - 2);
    driver.press("Enter");
    assert!(driver.model.popup.is_none());
}

#[test]
fn an_address_or_a_number_goes_there() {
    for (typed, at) in [("2.1", "2.1"), ("3", "3"), ("#2.2", "2.2"), ("h1", "h1"), ("2.1.", "2.1")]
    {
        let mut driver = open(&outline());
        driver.press(":").type_in(typed).press("Enter");
        assert_eq!(driver.at(), at, "{typed}");
        driver.press("Ctrl-o");
        assert_eq!(driver.at(), "title", "and back");
    }
    let (one, two) = (release("One", "", ""), release("Two", "", ""));
    let mut list = Driver::list(&[("a.ron", &one), ("b.ron", &two)], (80, 24));
    list.press(":").type_in("2");
    assert!(list.screen().iter().any(|row| row.starts_with("▸ 2  ") && row.ends_with("Two")));
    list.press("Enter");
    assert_eq!(list.shelf().cursor, 1);
}

#[test]
fn a_count_typed_before_goes_to_the_action() {
    let mut driver = open(&nine());
    driver.press("3 :").type_in("numbered paragraph").press("Enter");
    assert_eq!(driver.at(), "3");
}

#[test]
fn a_key_typed_as_it_is_called_finds_what_it_does() {
    let mut driver = open(&nine());
    for (typed, action) in [("zM", Action::FoldAll), ("J", Action::NextRelease)] {
        driver.press(":").type_in(typed);
        assert_eq!(offered(&driver).first(), Some(&action), "{typed}");
        driver.press("Esc");
    }
}

#[test]
fn arrows_choose_esc_and_an_emptied_line_close_and_nothing_matching_stays() {
    let mut driver = open(&nine());
    driver.press(": Down Down Up Up Up");
    let Some(Popup::Palette(palette)) = &driver.model.popup else { panic!() };
    assert_eq!(palette.selected.0, palette.choices.len() - 1, "around the ends");
    driver.press("Esc");
    assert!(driver.model.popup.is_none());
    driver.press(": a Backspace Backspace");
    assert!(driver.model.popup.is_none());
    driver.press(":").type_in("qqqq").press("Enter");
    assert!(driver.screen().iter().any(|row| row.contains("no action matches")));
    driver.press("F1");
    assert!(matches!(driver.model.popup, Some(Popup::Help(_))));
    driver.press(":");
    assert!(matches!(driver.model.popup, Some(Popup::Palette(_))), "also from the help");
}

#[test]
fn the_help_and_the_menu_of_keys_cut_no_words() {
    for size in [(120, 40), (80, 24)] {
        let mut driver = Driver::sample("2019-03-06-kazakhstan.en", size);
        driver.press("?");
        let mut all = String::new();
        for _ in 0..90 {
            for row in driver.screen() {
                let inside = row.split('│').nth(1).unwrap_or_default();
                assert!(!inside.contains('…'), "{row}");
                all.push_str(inside.trim());
                all.push(' ');
            }
            driver.press("j");
        }
        assert!(all.contains("row of that number") || all.contains("that number"), "{size:?}");
    }
}

#[test]
fn the_help_tells_of_facts_to_be_added_in_a_review_only() {
    let mut driver = Driver::sample("2019-03-06-kazakhstan.en", (120, 40));
    let screen = driver.press("? /").type_in("selected words as").screen().join("\n");
    assert!(!screen.contains("Add the selected"), "{screen}");
}
