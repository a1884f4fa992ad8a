//! Screens for terminals that know little more than ASCII.

use pressroom::text::ascii::Signs;

use crate::support::Driver;

fn open(name: &str, size: (u16, u16), signs: Signs) -> Driver {
    let mut driver = Driver::sample(name, size);
    driver.model.signs = signs;
    driver
}

/// The characters of a screen that are not ASCII.
fn others(driver: &Driver) -> Vec<char> {
    driver.screen().concat().chars().filter(|c| !c.is_ascii()).collect()
}

#[test]
fn our_own_signs_are_ascii_and_the_texts_own_stay() {
    let mut driver = open("2019-03-06-kazakhstan.en", (120, 40), Signs::Ascii);
    driver.press("# 2 Enter z a").shows("ascii-120x40");
    let mut driver = open("2019-03-06-kazakhstan.ko", (80, 24), Signs::Ascii);
    driver.press("Tab").shows("ascii-korean-80x24");
}

#[test]
fn where_nothing_else_can_be_shown_every_cell_is_ascii() {
    for name in
        ["2019-03-06-kazakhstan.ko", "2025-02-18-oasis", "2025-11-05-aomi", "2025-04-17-arvenne"]
    {
        for size in [(120, 40), (80, 24), (40, 12)] {
            for keys in ["", "Tab", "z M", "?", "!", "t", ":", "# 2", "/ e"] {
                let mut driver = open(name, size, Signs::AsciiOnly);
                if !keys.is_empty() {
                    driver.press(keys);
                }
                assert_eq!(others(&driver), Vec::<char>::new(), "{name} {size:?} {keys}");
            }
        }
    }
    open("2019-03-06-kazakhstan.ko", (80, 24), Signs::AsciiOnly).shows("ascii-only-80x24");
}

#[test]
fn keys_stand_apart_by_no_sign_that_is_a_key() {
    let mut driver = open("2019-03-06-kazakhstan.en", (120, 40), Signs::Ascii);
    let screen = driver.press("?").screen().join("\n");
    assert!(screen.contains("j  Down"), "{screen}");
    assert!(!screen.contains("j | Down"), "{screen}");
}

#[test]
fn lists_and_faults_have_ascii_forms_too() {
    let mut driver = Driver::samples((120, 40));
    driver.model.signs = Signs::AsciiOnly;
    assert_eq!(others(&driver), Vec::<char>::new());
    let mut driver = Driver::text("Release(format: 1, titel: \"x\")", (120, 40));
    driver.model.signs = Signs::Ascii;
    assert_eq!(others(&driver), Vec::<char>::new());
}
