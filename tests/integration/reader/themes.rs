//! Choosing a theme: what the cursor is on is seen at once, and only Enter keeps it.

use pressroom::reader::effect::Effect;
use pressroom::reader::message::Message;
use pressroom::reader::model::Popup;

use crate::support::Driver;

fn open(size: (u16, u16)) -> Driver {
    Driver::sample("2019-03-06-kazakhstan.en", size)
}

#[test]
fn the_list_leaves_the_text_in_sight() {
    let mut driver = open((120, 40));
    driver.press("t j j").shows("themes-120x40");
    let mut driver = open((80, 24));
    driver.press("t").shows("themes-80x24");
}

#[test]
fn each_theme_is_seen_before_it_is_kept() {
    let mut driver = open((80, 24));
    driver.press("t");
    let mut seen = Vec::new();
    for _ in 0..12 {
        seen.push(driver.model.theme_name().to_owned());
        driver.press("j");
    }
    seen.dedup();
    assert_eq!(
        seen,
        [
            "dark",
            "light",
            "contrast-dark",
            "contrast-light",
            "sixteen",
            "gruvbox-dark",
            "gruvbox-light",
            "catppuccin-mocha"
        ]
    );
    driver.press("Esc");
    assert_eq!((driver.model.theme_name(), driver.said()), ("dark", ""));
}

#[test]
fn enter_keeps_it_until_the_end_and_says_how_to_keep_it_for_good() {
    let mut driver = open((120, 40));
    driver.press("t G Enter");
    assert_eq!(driver.model.theme_name(), "catppuccin-mocha");
    assert_eq!(
        driver.said(),
        "theme catppuccin-mocha until you quit; `theme: \"catppuccin-mocha\"` in config.ron keeps it for good"
    );
    driver.press("t");
    let Some(Popup::Themes(themes)) = &driver.model.popup else { panic!("the list is open") };
    assert_eq!(themes.name(), "catppuccin-mocha");
    driver.press("g g Enter");
    assert_eq!((driver.model.theme_name(), driver.said()), ("dark", "theme auto"));
}

#[test]
fn a_persons_own_themes_join_the_list() {
    let mut driver = open((120, 40));
    driver.model.settings.theme = "zenith".to_owned();
    let asked = driver.only_press("t");
    assert!(matches!(asked[..], [Effect::ListThemes]));
    driver.send(Message::Themes(vec!["calm".to_owned(), "zenith".to_owned()]));
    assert_eq!(driver.model.theme_name(), "zenith");
    driver.press("k");
    assert_eq!(driver.model.theme_name(), "calm");
    driver.press("Esc");
    // Too late, or asked for by nobody.
    driver.send(Message::Themes(vec!["late".to_owned()]));
    assert_eq!(driver.model.theme_name(), "zenith");
}
