//! The colour of the terminal's page: asked for once, waited for by nothing.

use pressroom::theme::{Background, Role, Theme};
use ratatui::style::Color;

use super::sent;
use super::session::{Command, Session, sample};

fn open() -> Command {
    Command::pressroom().arg(sample("2019-03-06-kazakhstan.en.ron"))
}

/// Waits until the status line is drawn as the theme for this page draws it.
#[track_caller]
fn is_drawn_for(session: &Session, background: Background) {
    let Some(Color::Rgb(r, g, b)) = Theme::for_background(background)[Role::Status].bg else {
        panic!("the status line has a ground");
    };
    session.wait_until(&format!("a {background:?} screen"), |screen| {
        let (height, width) = screen.size();
        let cell = screen.cell(height.get() - 1, width.get() - 1);
        cell.is_some_and(|cell| cell.bgcolor() == vt100::Color::Rgb(r, g, b))
    });
}

#[test]
fn the_theme_follows_the_page() {
    let light = open().page("rgb:fdfd/f6f6/e3e3").start();
    light.shows("1  Yoon Soon-gu");
    is_drawn_for(&light, Background::Light);
    let dark = open().page("rgb:1c1c/1c1c/1c1c").env("COLORFGBG", "0;15").start();
    dark.shows("1  Yoon Soon-gu");
    is_drawn_for(&dark, Background::Dark);
}

#[test]
fn a_terminal_that_never_answers_is_read_on_too() {
    let session = open().start();
    session.shows("1  Yoon Soon-gu");
    is_drawn_for(&session, Background::Dark);
    session.keys("# 2 Enter").shows("2 of 5").keys("t j j");
    is_drawn_for(&session, Background::Light);
    let hinted = open().env("COLORFGBG", "0;15").start();
    is_drawn_for(&hinted, Background::Light);
}

#[test]
fn the_page_is_asked_for_after_the_first_words() {
    let session = open().page("rgb:0/0/0").start();
    session.keys("# 2 Enter").shows("2 of 5");
    let sent = session.sent();
    let find = |words: &[u8]| sent.windows(words.len()).position(|window| window == words);
    assert!(find(b"Yoon").unwrap() < find(b"\x1b]11;?").unwrap());
    assert!(!sent[..].ends_with(b"\x1b]11;?\x1b\\") || !sent::is_frame_open(&sent));
}

#[test]
fn a_dumb_terminal_is_asked_nothing() {
    let session = open().env("TERM", "dumb").start();
    session.keys("# 2 Enter").shows("2 of 5");
    assert!(!sent::asks_for_page(&session.sent(), 0));
}

#[test]
fn keys_around_the_answer_are_kept() {
    let session = open().start();
    session.shows("1  Yoon Soon-gu").text("]]\x1b]11;rgb:ffff/ffff/ffff\x1b\\][");
    is_drawn_for(&session, Background::Light);
    session.shows("2 of 5");
}

#[test]
fn keys_pressed_before_the_first_frame_are_kept() {
    let session = open().page("rgb:ffff/ffff/ffff").start();
    session.text("]]]").shows("2.1 of 5");
    is_drawn_for(&session, Background::Light);
}

#[test]
fn a_late_answer_is_not_typed_into_a_prompt() {
    for end in ["\x1b\\", "\x07"] {
        let session = open().start();
        session.shows("1  Yoon Soon-gu").keys("/").text("kaz").shows("/kaz");
        session.text(&format!("\x1b]11;rgb:ffff/ffff/ffff{end}"));
        is_drawn_for(&session, Background::Light);
        session.text("akh").shows("/kazakh").shows_no("rgb");
    }
}

#[test]
fn an_answer_that_never_ends_swallows_no_key() {
    let session = open().start();
    session.shows("1  Yoon Soon-gu").text("\x1b]11;rgb:ff").text("]]").shows("2 of 5");
    session.text("\x1b]11;rgb:ff").stays_quiet(std::time::Duration::from_millis(50));
    // A digit may belong to it, and is a key once nothing else comes.
    session.text("3").stays_quiet(std::time::Duration::from_millis(500));
    session.text("G").shows("3 of 5");
}
