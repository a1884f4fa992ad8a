//! The mouse, byte by byte: taken after the first frame, given back on every way out.

use super::keyboard::comes_to_rest;
use super::session::{Command, Session, sample, samples};
use super::settings;

fn open(width: u16, height: u16) -> Session {
    let file = sample("2019-03-06-kazakhstan.en.ron");
    let session = Command::pressroom().arg(file).size(width, height).start();
    session.shows("1  Yoon Soon-gu");
    session.wait_until("the mouse taken", |screen| {
        screen.mouse_protocol_mode() == vt100::MouseProtocolMode::ButtonMotion
            && screen.mouse_protocol_encoding() == vt100::MouseProtocolEncoding::Sgr
    });
    session
}

#[test]
fn the_mouse_is_taken_once_the_first_frame_stands() {
    let session = open(80, 24);
    let sent = session.sent();
    let at = |mark: &[u8]| sent.windows(mark.len()).position(|window| window == mark);
    assert!(at(b"\x1b[?1002h") > at(b"\x1b[?2026l"));
}

#[test]
fn the_wheel_and_clicks_reach_the_text_and_the_facts() {
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        let session = open(width, height);
        session.keys("# 2 Enter z t").shows("2 of 5");
        let rows = session.rows();
        let row = rows.iter().position(|row| row.contains("° 2.1")).unwrap() + 1;
        session.text(&format!("\x1b[<0;20;{row}M\x1b[<0;20;{row}m")).shows("2.1 of 5");
        session.text(&"\x1b[<65;10;10M".repeat(5_000)).shows(" 5  ");
        session.text(&"\x1b[<64;10;10M".repeat(5_000)).shows("1  Yoon Soon-gu");
        session.text("\x1b[<0;99999;99999M\x1b[<0;0;0M\x1b[<999999999999;1;1M");
        session.keys("# 4 Enter").shows(" 4 of 5");
    }
}

#[test]
fn a_double_click_opens_a_release_of_the_list() {
    let session = Command::pressroom().arg(samples()).start();
    session.shows("18 releases").shows("1 of 18");
    session.text("\x1b[<0;20;5M\x1b[<0;20;5m\x1b[<0;20;5M\x1b[<0;20;5m").shows("2 of 18 · 20");
}

#[test]
fn the_mouse_is_freed_and_taken_back() {
    let mut session = open(80, 24);
    session.keys("M").shows("M takes it back");
    session.wait_until("the mouse given back", |screen| {
        screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
    });
    session.keys("M").shows("the mouse works here again");
    session.wait_until("the mouse taken", |screen| {
        screen.mouse_protocol_mode() == vt100::MouseProtocolMode::ButtonMotion
    });
    session.keys("M").shows("M takes it back").keys("q");
    assert!(session.leaves_terminal_as_it_was().success());
}

#[test]
fn a_terminal_that_tells_of_the_mouse_in_bytes_presses_no_keys() {
    let session = open(80, 24);
    // As keys, `q` would quit and `Q` too.
    session.text("\x1b[M qQ\x1b[M#qQ").keys("# 2 Enter").shows("2 of 5");
}

#[test]
fn a_mouse_that_the_settings_leave_to_the_terminal_is_never_asked_for_and_does_nothing() {
    let config = settings::config("(mouse: false)");
    let mut session = settings::open(&config).start();
    session.shows("1  Yoon Soon-gu").keys("# 2 Enter").shows("2 of 5");
    let (_, row) = session.place_of("1  Yoon Soon-gu");
    session.text(&format!("\x1b[<0;20;{0}M\x1b[<0;20;{0}m", row + 1));
    // From paragraph 1, the next block would be 2.
    session.keys("]").shows("2.1 of 5").keys("q");
    assert!(session.leaves_terminal_as_it_was().success());
    let sent = String::from_utf8_lossy(&session.sent()).into_owned();
    for mode in ["9", "1000", "1002", "1003", "1005", "1006", "1015", "1016"] {
        assert!(!sent.contains(&format!("\x1b[?{mode}h")), "{mode}");
    }
}

#[test]
fn the_mouse_is_taken_all_the_same_when_it_is_asked_for() {
    let config = settings::config("(mouse: false)");
    let session = settings::open(&config).start();
    session.shows("1  Yoon Soon-gu").keys("M").shows("the mouse works here again");
    session.keys("# 2 Enter").shows("2 of 5");
    let (_, row) = session.place_of("° 2.1");
    session.text(&format!("\x1b[<0;20;{0}M\x1b[<0;20;{0}m", row + 1)).shows("2.1 of 5");
}

#[test]
fn a_drag_held_below_the_text_goes_on_to_its_end_and_then_wakes_nothing_up() {
    let session = open(80, 24);
    let (x, y) = session.place_of("1  Yoon Soon-gu");
    session.text(&format!("\x1b[<0;{};{}M\x1b[<32;20;24M", x + 5, y + 1));
    // Nothing more is sent until the end shows.
    session.shows("Unofficial translation").shows("selecting");
    assert!(comes_to_rest(&session), "it is told to go on where it cannot");
    session.text("\x1b[<0;20;24m").shows("Copied");
}
