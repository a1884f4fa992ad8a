//! `pressroom config`: settings begun, found and checked.

use super::Place;

const FILE: &str = ".config/pressroom/config.ron";

#[test]
fn a_first_file_changes_nothing_and_is_never_written_over() {
    let place = Place::new();
    let path = place.path(FILE);
    let name = format!("{}\n", path.display());
    assert_eq!(place.run(&["config", "--path"]).printed(0), name);
    assert!(!path.exists());
    assert_eq!(place.run(&["config", "--init"]).printed(0), name);
    assert!(std::fs::read_to_string(&path).unwrap().contains("\n    // measure: 88,\n"));
    place.write(FILE, "(measure: 60)");
    let said = place.run(&["config", "--init"]).said(2);
    assert!(said.ends_with("config.ron is there already; it stays as it is\n"), "{said}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "(measure: 60)");
}

#[test]
fn settings_that_cannot_be_written_say_why() {
    let place = Place::new();
    place.write(".config", "a file");
    let said = place.run(&["config", "--init"]).said(2);
    assert!(said.ends_with("config.ron: there is no such folder\n"), "{said}");
}

#[test]
fn everything_wrong_is_told_at_once_as_check_does() {
    let place = Place::new();
    place.write(FILE, "(\n    measur: 60,\n    theme: \"gruvbox\",\n)");
    place.write(".config/pressroom/keys.ron", "{ Text: [(Hlp, [\"x\"])] }");
    place.write(".config/pressroom/themes/mine.ron", "(base: \"dark\", roles: { Dat: () })");
    place.write(".config/pressroom/themes/light.ron", "(base: \"dark\")");
    let outcome = place.run(&["config", "--check"]);
    assert_eq!((outcome.code, outcome.err.as_str()), (Some(1), "5 errors\n"));
    let told: Vec<&str> = outcome.out.lines().filter(|line| line.starts_with("error")).collect();
    assert_eq!(
        told,
        [
            "error[setting]: there is no setting `measur`",
            "error[setting]: theme: there is no theme `gruvbox`; did you mean `gruvbox-dark`?",
            "error[key]: no action `Hlp`",
            "error[theme]: `light` is taken by a theme that comes with the program",
            "error[theme]: no role `Dat`",
        ]
    );
    assert!(outcome.out.contains("config.ron:3:12\n"), "{}", outcome.out);
    assert!(outcome.out.contains("| ^^^^^^\n  |\n  = help: did you mean `measure`?"));
    let json = place.run(&["config", "--check", "--format", "json"]);
    assert_eq!((json.code, json.err.as_str()), (Some(1), ""));
    let json: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(json["problems"][2]["code"], "key");
    assert_eq!(json["problems"][4]["line"], 1);
}

#[test]
fn words_of_a_person_are_told_as_they_wrote_them() {
    let place = Place::new();
    place.write(FILE, r#"(theme: "a\"b\\c", mouse: "x\"y")"#);
    let keys = r#"{ Text: [(Help, ["\\x", "Ctrl-Foo", "Ctrl-PgDn", "Foo"])] }"#;
    place.write(".config/pressroom/keys.ron", keys);
    let theme = "(bakground: Dark, base: \"dark\", roles: { Date: (fgg: 1), Figure: (fg: [1]) })";
    place.write(".config/pressroom/themes/mine.ron", theme);
    let outcome = place.run(&["config", "--check"]);
    let is_told = |line: &&str| line.starts_with("error") || line.contains("= help");
    let told: Vec<&str> = outcome.out.lines().filter(is_told).map(str::trim_start).collect();
    let names = "Space, Enter, Esc, Tab, Backspace, Delete, Insert, Up, Down, Left, Right, Home, \
                 End, PageUp, PageDown";
    let no_foo = format!("error[key]: no key `Foo`; keys are characters, F1 to F35, {names}");
    assert_eq!(
        told,
        [
            r#"error[setting]: true or false is expected here, not `"x\"y"`"#,
            r#"error[setting]: theme: there is no theme `a"b\c`; there are dark, light, contrast-dark, contrast-light, sixteen, gruvbox-dark, gruvbox-light, catppuccin-mocha, mine"#,
            r"error[key]: no key `\x`",
            r"= help: did you mean `\ x`?",
            &*no_foo,
            "error[key]: no key `PgDn`",
            "= help: did you mean `Ctrl-PageDown`?",
            &*no_foo,
            "error[theme]: there is no field `bakground`",
            "= help: did you mean `background`?",
            "error[theme]: there is no field `fgg`",
            "= help: did you mean `fg`?",
            "error[theme]: a number or a colour in quotes is expected here",
        ]
    );
}

#[test]
fn where_nothing_is_set_nothing_is_wrong() {
    let place = Place::new();
    let outcome = place.run(&["config", "--check"]);
    let said = "nothing wrong in your settings, keys and themes\n";
    assert_eq!((outcome.code, &*outcome.out, &*outcome.err), (Some(0), "", said));
}

#[test]
fn without_a_home_there_is_no_place_for_it() {
    let place = Place::new();
    let mut command = place.command(&["config", "--path"]);
    command.env_remove("HOME");
    assert!(super::Outcome::of(command).said(2).contains("nothing says where settings would be"));
}

#[test]
fn one_thing_is_asked_for_at_a_time() {
    let place = Place::new();
    for args in [&["config"][..], &["config", "--init", "--path"], &["config", "--format", "json"]]
    {
        assert_eq!(place.run(args).code, Some(2), "{args:?}");
    }
}
