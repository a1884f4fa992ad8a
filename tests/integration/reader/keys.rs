//! The keys of presets and of a person's own, and those of other keyboard layouts.

use pressroom::keys::{Keymap, Preset};

use super::{nine, open, outline};
use crate::support::Driver;

fn with(keymap: Keymap, ron: &str) -> Driver {
    let mut driver = open(ron);
    driver.model.keymap = keymap;
    driver
}

#[test]
fn each_preset_moves_as_its_hands_expect() {
    for (preset, keys, at) in [
        (Preset::Vim, "G g g 3 G", "3"),
        (Preset::Less, "G g 3 g", "3"),
        (Preset::Less, "> < 4 >", "4"),
        (Preset::Less, "Enter Enter e", "1+2"),
        (Preset::Less, "} } }", "3"),
        (Preset::Helix, "g e g g 3 g g", "3"),
        (Preset::Helix, "] p ] p", "2"),
        (Preset::Helix, "] b ] b [ b", "1"),
        (Preset::Arrows, "End Home Shift-Down Shift-Down", "2"),
        (Preset::Arrows, "F7 5 Enter", "5"),
    ] {
        let mut driver = with(preset.keymap(), &nine());
        driver.press(keys);
        assert_eq!(driver.at(), at, "{keys} in {}", preset.name());
    }
}

#[test]
fn hints_and_help_tell_the_keys_that_count() {
    let driver = with(Preset::Arrows.keymap(), &nine());
    assert!(driver.status().ends_with("F1 help"), "{}", driver.status());
    let mut driver = with(Preset::Less.keymap(), &nine());
    driver.press("h /").type_in("help");
    assert!(driver.screen().iter().any(|row| row.contains("h · H · ? · F1")));
}

#[test]
fn a_persons_keys_count_over_a_preset() {
    let own = r#"{ Global: [(Last, ["x"])], Text: [(FoldAll, ["X"]), (Find, [])] }"#;
    let mut driver = with(Preset::Helix.keymap().with(own).unwrap(), &outline());
    driver.press("X x");
    assert_eq!(driver.at(), "n1");
    driver.press("/");
    assert!(driver.model.popup.is_none());
}
