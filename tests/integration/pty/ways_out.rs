//! Every way out of the program leaves the terminal as it was.

use std::time::Duration;

use rustix::process::Signal;

use super::session::{Command, PRESSROOM, Session, sample};

fn open() -> Session {
    let session = Command::pressroom().arg(sample("2019-03-06-kazakhstan.en.ron")).start();
    session.shows("1  Yoon Soon-gu");
    session.wait_until("the terminal taken over", |screen| {
        screen.alternate_screen()
            && screen.bracketed_paste()
            && screen.hide_cursor()
            && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::ButtonMotion
    });
    assert!(!session.has_modes_as_before());
    session
}

#[test]
fn keys_that_quit_give_the_terminal_back() {
    for keys in ["q", "Q", "Ctrl-c Ctrl-c", "? Q", "# Ctrl-c Ctrl-c", "/ Ctrl-c Ctrl-c"] {
        let mut session = open();
        session.keys(keys);
        let status = session.leaves_terminal_as_it_was();
        assert!(status.success(), "{keys}: {status}");
        assert!(session.rows().iter().all(String::is_empty), "{keys} leaves nothing behind");
    }
}

#[test]
fn one_interrupt_does_not_quit() {
    let session = open();
    session.keys("Ctrl-c").shows("Ctrl-c again quits").keys("j").shows_no("again");
    session.keys("Ctrl-c").shows("Ctrl-c again quits");
}

#[test]
fn signals_end_the_program_and_give_the_terminal_back() {
    for signal in
        [Signal::INT, Signal::TERM, Signal::HUP, Signal::USR1, Signal::ALARM, Signal::PROF]
    {
        for keys in ["", "/", "?"] {
            let mut session = open();
            session.keys(keys).signal(signal);
            let status = session.leaves_terminal_as_it_was();
            let name = match signal {
                Signal::INT => "Interrupt",
                Signal::TERM => "Terminated",
                Signal::USR1 => "User defined signal 1",
                Signal::ALARM => "Alarm clock",
                Signal::PROF => "Profiling timer expired",
                _ => "Hangup",
            };
            assert!(status.signal().is_some_and(|s| s.starts_with(name)), "{status}");
        }
    }
}

#[test]
fn a_file_that_grows_too_large_is_for_the_write_to_tell() {
    let mut session = open();
    session.signal(Signal::XFSZ).keys("# 2 . 1 Enter").shows("2.1 of 5").keys("q");
    assert_eq!(session.leaves_terminal_as_it_was().exit_code(), 0);
}

#[test]
fn a_signal_while_the_first_frame_is_made_gives_the_terminal_back() {
    let mut session = Command::pressroom().arg(sample("2019-03-06-kazakhstan.en.ron")).start();
    session.wait_until("the terminal taken over", vt100::Screen::alternate_screen);
    session.signal(Signal::TERM);
    session.leaves_terminal_as_it_was();
}

#[test]
fn a_window_that_is_closed_ends_the_program() {
    let mut session = open();
    session.vanish();
    let status = session.exit_within(Duration::from_secs(20));
    assert!(status.signal().is_some_and(|s| s.starts_with("Hangup")), "{status}");
}

#[test]
fn a_window_that_is_closed_ends_the_program_even_where_hang_ups_are_ignored() {
    for keys in ["", "/", "# 2"] {
        let script = format!("trap '' HUP; exec '{PRESSROOM}' \"$1\"");
        let file = sample("2019-03-06-kazakhstan.en.ron");
        let mut session = Command::new("sh").args(["-c", &script, "sh"]).arg(file).start();
        session.shows("1  Yoon Soon-gu").keys(keys);
        session.vanish();
        let status = session.exit_within(Duration::from_secs(20));
        assert!(status.signal().is_some_and(|s| s.starts_with("Hangup")), "{status}");
    }
}

#[test]
fn where_standard_output_is_no_terminal_the_terminal_is_left_alone() {
    let file = sample("2019-03-06-kazakhstan.en.ron");
    for (redirection, is_shown) in [(">&-", false), (">/dev/null", false), ("| head -1", true)] {
        let script = format!("'{PRESSROOM}' \"$1\" {redirection}; echo \"[$?]\"");
        let mut session = Command::new("sh").args(["-c", &script, "sh"]).arg(&file).start();
        session.shows("[0]");
        session.leaves_terminal_as_it_was();
        assert!(!session.sent().contains(&0x1b), "{redirection}: no sequence is sent");
        assert_eq!(session.screen().contents().contains("9th Political"), is_shown);
    }
}

#[test]
fn what_cannot_be_opened_leaves_the_terminal_alone() {
    for arguments in [&["/no/such/file.ron"][..], &["--no-such-option"]] {
        let mut session = Command::pressroom().args(arguments).start();
        assert_eq!(session.leaves_terminal_as_it_was().exit_code(), 2);
        assert!(!session.sent().windows(8).any(|window| window == b"\x1b[?1049h"));
        session.shows("no");
    }
}
