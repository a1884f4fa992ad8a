//! Where output goes, and what happens when it cannot.

use std::io::{Read, Write};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use super::{GOOD, Outcome, Place};

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let place = Place::new();
    let words = "word ".repeat(200_000);
    place.write("a.ron", GOOD.replace("The first.", &words));
    place.write(
        "page.txt",
        "A Title of Some Words\n\n1. Minister Kang met five people on May 5, 2024.\n",
    );
    for args in [
        &["show", "a.ron"] as &[&str],
        &["show", "a.ron", "--format", "ron"],
        &["a.ron"],
        &["list"],
        &["import", "page.txt", "--format", "ron"],
        &["import", "page.txt", "--dry-run"],
    ] {
        let mut child = place.command(args).spawn().unwrap();
        drop(child.stdout.take());
        let outcome = Outcome::from(child.wait_with_output().unwrap());
        assert_eq!((outcome.code, outcome.err.as_str()), (Some(0), ""), "{args:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_a_failure() {
    let place = Place::with_release();
    for args in
        [&["show", "a.ron"] as &[&str], &["list", "a.ron"], &["check", "a.ron", "--format", "json"]]
    {
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let mut command = place.command(args);
        command.stdout(full);
        let outcome = Outcome::of(command);
        assert_eq!(outcome.code, Some(2));
        assert!(outcome.err.starts_with("pressroom: "), "{outcome:?}");
    }
}

/// Runs on a terminal of 50 columns; what was drawn there.
fn on_a_terminal(place: &Place, args: &[&str], variables: &[(&str, &str)]) -> String {
    let size = PtySize { rows: 24, cols: 50, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_pressroom"));
    command.args(args);
    command.cwd(place.0.path());
    command.env("TERM", "xterm-256color");
    for name in ["NO_COLOR", "ACCESSIBLE", "CI", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    for (name, value) in variables {
        command.env(name, value);
    }
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    // Whatever asks for lines reads on to the end and leaves.
    let mut typing = pair.master.take_writer().unwrap();
    typing.write_all(b"a\nq\n").unwrap();
    let mut drawn = Vec::new();
    // The end of a terminal is an error on some systems.
    let _ = pair.master.try_clone_reader().unwrap().read_to_end(&mut drawn);
    child.wait().unwrap();
    String::from_utf8(drawn).unwrap()
}

#[test]
fn colour_is_for_terminals_that_want_it() {
    let place = Place::new();
    place.write("a.ron", "Release(");
    let fault = "fault[unfinished-file]";
    for args in [&["check", "a.ron"] as &[&str], &["show", "a.ron"]] {
        let drawn = on_a_terminal(&place, args, &[]);
        assert!(drawn.contains(&format!("\x1b[1;91m{fault}\x1b[0m")), "{drawn:?}");
        for variable in [("NO_COLOR", "1"), ("TERM", "dumb")] {
            let drawn = on_a_terminal(&place, args, &[variable, ("CI", "true")]);
            assert!(drawn.contains(fault) && !drawn.contains('\x1b'), "{drawn:?}");
        }
    }
}

#[test]
fn text_and_lists_are_as_wide_as_a_narrow_terminal() {
    let place = Place::with_release();
    place.write("a.ron", GOOD.replace("The first.", &"word ".repeat(100)));
    for (args, variables) in [
        (&["show", "a.ron"] as &[&str], &[] as &[(&str, &str)]),
        (&["list", "a.ron"], &[]),
        (&["--plain", "a.ron"], &[]),
        (&["a.ron"], &[("ACCESSIBLE", "1")]),
    ] {
        let drawn = on_a_terminal(&place, args, variables);
        assert!(drawn.contains("Harbou"), "{drawn:?}");
        assert!(drawn.lines().all(|line| line.chars().count() <= 50), "{drawn}");
        assert!(!drawn.contains('\x1b'), "{drawn:?}");
    }
}
