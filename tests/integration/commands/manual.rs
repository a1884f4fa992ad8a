//! `pressroom man` and `pressroom completions`: made from the same tables as everything else.

use std::process::{Command, Stdio};

use super::Place;

#[test]
fn the_manual_page_is_sound() {
    let page = Place::new().run(&["man"]).printed(0);
    assert!(page.starts_with(".TH PRESSROOM 1 "), "{page}");
    assert!(page.is_ascii());
    let headings: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
    assert_eq!(
        headings,
        [
            "NAME",
            "SYNOPSIS",
            "DESCRIPTION",
            "OPTIONS",
            "COMMANDS",
            "KEYS",
            "FILES",
            "ENVIRONMENT",
            "EXIT STATUS",
            "EXAMPLES"
        ]
    );
    // A line that begins like a request is one of ours.
    let known = [".TH", ".SH", ".SS", ".PP", ".TP", ".nf", ".fi", ".nh", ".br"];
    for line in page.lines().filter(|line| line.starts_with(['.', '\''])) {
        assert!(known.contains(&line.split(' ').next().unwrap()), "{line}");
    }
}

#[test]
fn the_manual_page_reads_well() {
    let page = Place::new().run(&["man"]).printed(0).replace("\\-", "-");
    assert!(!page.contains("see more with"), "the page is the longest help there is");
    let has_mark = |line: &&str| line.contains("\\(ga") && !line.contains("\\[u00B7] \\(ga");
    assert_eq!(page.lines().find(has_mark), None, "a backtick is for terminals");
    let (_, config) = page.split_once(".SS config\n").unwrap();
    let (config, _) = config.split_once(".SS").unwrap();
    assert!(config.starts_with("Begin, find or check your settings.\n.PP\n"), "{config}");
    assert!(config.contains("\\fB$XDG_CONFIG_HOME/pressroom\\fR, or else"), "{config}");
    assert!(config.contains("\nExamples:\n.PP\n.nf\n  pressroom config --init\n"), "{config}");
    assert!(config.contains("\n.PP\nExit codes: 0 done and"), "{config}");
}

#[test]
fn a_formatter_has_nothing_to_complain_of() {
    let Ok(mut groff) = Command::new("groff")
        .args(["-man", "-Tutf8", "-ww"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
    else {
        // Not every machine has one; the page's structure is held by the test above.
        return;
    };
    let page = Place::new().run(&["man"]).printed(0);
    let mut input = groff.stdin.take().unwrap();
    let writing = std::thread::spawn(move || {
        std::io::Write::write_all(&mut input, page.as_bytes()).unwrap();
    });
    let outcome = super::Outcome::from(groff.wait_with_output().unwrap());
    writing.join().unwrap();
    assert_eq!((outcome.code, outcome.err.as_str()), (Some(0), ""));
    assert!(outcome.out.contains("PRESSROOM(1)"));
}

#[test]
fn each_shell_is_told_of_commands_options_and_values() {
    let place = Place::new();
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = place.run(&["completions", shell]).printed(0);
        for word in ["import", "completions", "deny-warnings"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
        // The fourth has no way to be told of values.
        for word in ["markdown", "gruvbox-dark", "helix"] {
            assert!(shell == "powershell" || script.contains(word), "{shell}: {word}");
        }
    }
    assert_eq!(place.run(&["completions", "tcsh"]).code, Some(2));
}

#[test]
fn bash_can_read_its_completions() {
    let place = Place::new();
    place.write("pressroom.bash", place.run(&["completions", "bash"]).printed(0));
    let asked = "source pressroom.bash; COMP_WORDS=(pressroom config --i); COMP_CWORD=2; \
                 _pressroom pressroom --i config; echo \"${COMPREPLY[@]}\"";
    let mut bash = Command::new("bash");
    bash.args(["--norc", "-c", asked]).current_dir(place.0.path());
    // Not every machine has one.
    if let Ok(output) = bash.output() {
        let outcome = super::Outcome::from(output);
        assert_eq!((outcome.out.as_str(), outcome.err.as_str()), ("--init\n", ""));
    }
}
