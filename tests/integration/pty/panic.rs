//! A fault of the program itself gives the terminal back before its message is printed.

use super::session::Command;
use pressroom::terminal;

/// Runs one of the tests below in a terminal of its own.
fn run_alone(test: &str) -> super::session::Session {
    let module = module_path!().split_once("::").unwrap().1;
    let name = format!("{module}::{test}");
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", &name, "--ignored", "--nocapture", "--test-threads=1"])
        .start()
}

#[test]
fn a_panic_gives_the_terminal_back_and_is_told() {
    let mut session = run_alone("panics_in_a_taken_terminal");
    let status = session.leaves_terminal_as_it_was();
    assert!(!status.success());
    assert!(session.rows().iter().any(|row| row.contains("a fault on purpose")));
    assert!(session.sent().windows(8).any(|window| window == b"\x1b[?1049h"), "it was taken over");
}

#[test]
fn an_early_return_gives_the_terminal_back() {
    let mut session = run_alone("returns_from_a_taken_terminal");
    assert!(session.leaves_terminal_as_it_was().success());
    assert!(session.sent().windows(8).any(|window| window == b"\x1b[?1049h"), "it was taken over");
}

#[test]
#[ignore = "takes the terminal over; another test runs it in one"]
fn panics_in_a_taken_terminal() {
    terminal::install_panic_hook();
    let (_surface, _guard) = terminal::enter().unwrap();
    panic!("a fault on purpose");
}

#[test]
#[ignore = "takes the terminal over; another test runs it in one"]
fn returns_from_a_taken_terminal() {
    let (_surface, _guard) = terminal::enter().unwrap();
}
