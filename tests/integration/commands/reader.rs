//! `pressroom [PATH…]` where there is no terminal to read on.

use super::{GOOD, Place};

#[test]
fn away_from_a_terminal_the_text_is_printed() {
    let place = Place::with_release();
    let shown = place.run(&["show", "--facts", "a.ron"]).printed(0);
    assert!(shown.contains("Participants") && shown.contains("Lee [1]"), "{shown}");
    assert_eq!(place.run(&["a.ron"]).printed(0), shown);
    assert_eq!(place.run(&["--plain", "a.ron"]).printed(0), shown);
    assert_eq!(place.pipe(GOOD.as_bytes(), &["-"]).printed(0), shown);
    assert_eq!(place.run(&["a.ron#2.1"]).printed(0), "° The first.\n");
}

#[test]
fn whoever_asks_for_help_by_a_word_is_told_the_option() {
    let place = Place::new();
    let said = place.run(&["help"]).said(2);
    assert_eq!(
        said,
        "pressroom: help: there is no such file; `pressroom --help` tells what can be asked\n"
    );
    let said = place.run(&["help", "--lang", "ko"]).said(2);
    assert!(said.contains("할 수 있는 일은 `pressroom --help`가"), "{said}");
}

#[test]
fn going_on_with_a_file_needs_no_option() {
    let place = Place::with_release();
    let said = place.run(&["--resume", "a.ron"]).said(2);
    assert_eq!(
        said,
        "pressroom: a.ron: --resume goes back to what was open last; without it, a release opens \
         where you stopped reading\n"
    );
    let said = place.run(&["--resume", "--plain"]).said(2);
    assert!(said.contains("pressroom [OPTIONS] --resume\n"), "{said}");
    assert!(!said.contains("--resume [PATH]"), "{said}");
}

#[test]
fn what_stands_around_the_text_is_in_the_language_asked_for() {
    let place = Place::with_release();
    let printed = place.run(&["--plain", "--lang", "ko", "a.ron"]).printed(0);
    assert!(printed.contains("참석자") && printed.contains("Chair Lee opened"), "{printed}");
    assert_eq!(place.run(&["--lang", "xx", "a.ron"]).code, Some(2));
}

#[test]
fn several_are_printed_one_after_the_other() {
    let place = Place::with_release();
    place.write("in/b.ron", GOOD);
    let shown = place.run(&["show", "--facts", "a.ron"]).printed(0);
    let listed = place.run(&["list", "in"]).printed(0);
    let between = "\n----\n\n";
    assert_eq!(
        place.run(&["a.ron", "in", "a.ron#2.2"]).printed(0),
        format!("{shown}{between}{listed}{between}° The second.\n")
    );
    assert_eq!(place.run(&["in"]).printed(0), listed);
}

#[test]
fn without_a_path_the_samples_are_listed() {
    let place = Place::new();
    assert_eq!(place.run(&[]).printed(0), place.run(&["list"]).printed(0));
}

#[test]
fn a_sample_is_known_by_its_name_where_there_is_no_such_file() {
    let place = Place::new();
    let name = "2019-03-06-kazakhstan.en";
    let printed = place.run(&[name]).printed(0);
    assert!(printed.starts_with("Korea and Kazakhstan Hold"), "{printed}");
    assert_eq!(place.run(&["show", "--facts", &format!("{name}.ron")]).printed(0), printed);
    let part = place.run(&["show", &format!("{name}#2.1")]).printed(0);
    assert!(part.starts_with("° 2.1") || part.starts_with("° Deputy"), "{part}");
    let said = place.run(&["show", &format!("{name}#99")]).said(2);
    assert!(said.starts_with("pressroom: 2019-03-06-kazakhstan.en: no block `99`"), "{said}");
    place.write("2019-03-06-kazakhstan.en.ron", GOOD);
    let own = place.run(&["2019-03-06-kazakhstan.en.ron"]).printed(0);
    assert!(own.starts_with("Harbours Meet"), "{own}");
}

#[test]
fn a_faulty_file_is_told_and_the_next_one_printed() {
    let place = Place::with_release();
    place.write("bad.ron", "Release(");
    let outcome = place.run(&["bad.ron", "a.ron#9", "a.ron#2.1"]);
    assert_eq!(outcome.code, Some(2));
    assert!(outcome.out.ends_with("° The first.\n"));
    assert!(outcome.err.starts_with("fault[unfinished-file]"), "{}", outcome.err);
    assert!(outcome.err.ends_with("a.ron: no block `9`; the last number is `2`\n"));
}

#[test]
fn a_name_that_leads_nowhere_may_be_a_command_misspelt() {
    let place = Place::with_release();
    let said = |args: &[&str]| place.run(args).said(2);
    assert_eq!(said(&["none.ron"]), "pressroom: none.ron: there is no such file\n");
    assert_eq!(
        said(&["chek", "a.ron"]),
        "pressroom: chek: there is no such file; did you mean the command `check`?\n"
    );
    assert_eq!(
        said(&["imprt", "a.ron"]),
        "pressroom: imprt: there is no such file; did you mean the command `import`?\n"
    );
    assert_eq!(
        said(&["--lang", "en", "check", "a.ron"]),
        "pressroom: check: there is no such file; the command `check` stands before all options\n"
    );
}

#[test]
fn a_file_that_is_not_there_does_not_keep_the_others_closed() {
    let place = Place::with_release();
    for args in [["none.ron", "a.ron"], ["a.ron", "none.ron"]] {
        let outcome = place.run(&args);
        assert_eq!(outcome.code, Some(2));
        assert!(outcome.out.contains("° The first.\n"), "{}", outcome.out);
        assert_eq!(outcome.err, "pressroom: none.ron: there is no such file\n");
    }
    let said = place.run(&["none.ron", "nor.ron"]).said(2);
    assert_eq!(said, "pressroom: none.ron: there is no such file\n");
}

#[test]
fn keys_are_for_the_screen() {
    let place = Place::with_release();
    assert_eq!(place.run(&["--plain", "--keys", "less", "a.ron"]).code, Some(2));
    assert_eq!(place.run(&["--plain", "--lang", "ko", "a.ron"]).code, Some(0));
}

#[test]
fn help_and_version_are_data() {
    let place = Place::new();
    for args in [
        &["--help"] as &[&str],
        &["-h"],
        &["show", "--help"],
        &["check", "--help"],
        &["list", "-h"],
    ] {
        let help = place.run(args).printed(0);
        assert!(help.contains("Usage: pressroom") && help.contains("Examples:"), "{help}");
    }
    let version = place.run(&["--version"]).printed(0);
    assert_eq!(version, format!("pressroom {}\n", env!("CARGO_PKG_VERSION")));
}
