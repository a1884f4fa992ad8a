//! `check`.

use serde_json::{Value, json};

use super::{GOOD, Place, is_harmless};

const BAD: &str = r#"Release(
    format: 1,
    title: "T",
    published: "2019-02-31",
    body: [Numbered(number: "1", text: "Kim spoke.")],
    participants: [
        (name: "Kim", mentions: [(at: "2", quote: "Kim")]),
    ],
)
"#;

#[test]
fn nothing_wrong_is_said_and_nothing_printed() {
    let place = Place::with_release();
    assert_eq!(place.run(&["check", "a.ron"]).said(0), "1 file checked: nothing wrong\n");
    assert_eq!(
        place.pipe(GOOD.as_bytes(), &["check", "-", "a.ron"]).said(0),
        "2 files checked: nothing wrong\n"
    );
}

#[test]
fn every_problem_is_told_at_its_place() {
    let place = Place::new();
    place.write("a.ron", BAD);
    let outcome = place.run(&["check", "a.ron"]);
    assert_eq!(
        outcome.out,
        "error[invalid-date]: `2019-02-31` is no date: February 2019 has 28 days\n \
         --> a.ron:4:17\n  |\n4 | published: \"2019-02-31\",\n  |             ^^^^^^^^^^\n  |\n  \
         = help: dates look like `2019-03-06`, `2019-03`, `2019` or `2017/2019`\n\n\
         error[unknown-address]: there is no block `2`\n \
         --> a.ron:7:40\n  |\n7 | (name: \"Kim\", mentions: [(at: \"2\", quote: \"Kim\")]),\n  \
         |                                ^\n  |\n  \
         = help: the last number is `1`; the words stand in `1`\n\n"
    );
    assert_eq!(outcome.err, "1 file checked: 2 errors\n");
    assert_eq!(outcome.code, Some(1));
}

#[test]
fn a_fault_is_one_and_a_missing_file_two() {
    let place = Place::with_release();
    place.write("bad.ron", "Release(");
    let outcome = place.run(&["check", "a.ron", "bad.ron"]);
    assert_eq!(outcome.code, Some(1));
    assert!(outcome.out.starts_with("fault[unfinished-file]: "), "{}", outcome.out);
    assert_eq!(outcome.err, "2 files checked: 1 fault\n");

    let outcome = place.run(&["check", "bad.ron", "none.ron", "a.ron"]);
    assert_eq!(outcome.code, Some(2));
    assert_eq!(
        outcome.err,
        "pressroom: none.ron: there is no such file\n\
         2 files checked: 1 fault; 1 could not be read\n"
    );
}

#[test]
fn warnings_are_allowed_unless_denied() {
    let place = Place::new();
    place.write("a.ron", GOOD.replace("\"en\"", "\"English\""));
    let outcome = place.run(&["check", "a.ron"]);
    assert_eq!((outcome.code, outcome.err.as_str()), (Some(0), "1 file checked: 1 warning\n"));
    assert!(outcome.out.starts_with("warning[odd-language]: "), "{}", outcome.out);
    assert_eq!(place.run(&["check", "--deny-warnings", "a.ron"]).code, Some(1));
}

#[test]
fn folders_are_searched_with_all_in_them() {
    let place = Place::new();
    place.write("in/a.ron", GOOD);
    place.write("in/deep/er/b.RON", GOOD);
    place.write("in/notes.txt", "no release");
    place.write("in/.hidden.ron", "no release");
    std::fs::create_dir(place.path("in/folder.ron")).unwrap();
    assert_eq!(place.run(&["check", "in"]).said(0), "2 files checked: nothing wrong\n");
    assert_eq!(place.run(&["check", "in/notes.txt"]).code, Some(1));
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_end() {
    let place = Place::new();
    place.write("in/a.ron", GOOD);
    std::os::unix::fs::symlink("..", place.path("in/up")).unwrap();
    let outcome = place.run(&["check", "in"]);
    assert!(outcome.err.ends_with("1 file checked: nothing wrong\n") || outcome.code == Some(2));
}

#[test]
fn json_holds_all_that_was_found() {
    let place = Place::new();
    place.write("a.ron", BAD);
    let printed = place.run(&["check", "a.ron", "none.ron", "--format", "json"]).printed(2);
    let expected = json!({
        "files": [
            { "file": "a.ron", "diagnostics": [
                {
                    "severity": "error", "code": "invalid-date",
                    "message": "`2019-02-31` is no date: February 2019 has 28 days",
                    "help": "dates look like `2019-03-06`, `2019-03`, `2019` or `2017/2019`",
                    "line": 4, "column": 17, "end_line": 4, "end_column": 27,
                },
                {
                    "severity": "error", "code": "unknown-address",
                    "message": "there is no block `2`",
                    "help": "the last number is `1`; the words stand in `1`",
                    "line": 7, "column": 40, "end_line": 7, "end_column": 41,
                },
            ] },
            { "file": "none.ron", "unreadable": "there is no such file" },
        ],
        "summary": { "files": 1, "unreadable": 1, "faults": 0, "errors": 2, "warnings": 0 },
    });
    assert_eq!(serde_json::from_str::<Value>(&printed).unwrap(), expected);
}

#[test]
fn json_of_nothing_wrong_is_empty_lists() {
    let place = Place::with_release();
    let printed = place.run(&["check", "a.ron", "--format", "json"]).printed(0);
    let found: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(found["files"], json!([{ "file": "a.ron", "diagnostics": [] }]));
}

fn with_version(file: &str) -> String {
    let version = format!("versions: [(language: \"ko\", file: \"{file}\")],\n    body: [");
    GOOD.replacen("body: [", &version, 1)
}

#[test]
fn a_version_that_is_the_file_itself_is_told() {
    let place = Place::new();
    for file in ["a.ron", "./a.ron", "deeper/again.ron"] {
        place.write("in/a.ron", with_version(file));
        #[cfg(unix)]
        if file.starts_with("deeper") {
            place.write("in/deeper/other.ron", GOOD);
            let link = place.path("in/deeper/again.ron");
            std::os::unix::fs::symlink(place.path("in/a.ron"), link).unwrap();
        }
        let outcome = place.run(&["check", "in/a.ron"]);
        let told = format!("warning[own-file]: `{file}` is this file itself");
        assert_eq!(outcome.out.lines().next(), Some(&*told));
    }
}

#[test]
fn versions_are_looked_for_on_disk() {
    let place = Place::new();
    let check = |file: &str| {
        place.write("in/a.ron", with_version(file));
        let outcome = place.run(&["check", "in/a.ron"]);
        assert_eq!(outcome.code, Some(0), "{outcome:?}");
        outcome.out.lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(check("ko.ron"), "warning[missing-version]: `ko.ron`: there is no such file");
    place.write("in/ko.ron", "Release(");
    assert_eq!(
        check("ko.ron"),
        "warning[faulty-version]: `ko.ron` is not a release: \
         the file ends in the middle of the release"
    );
    place.write("in/ko.ron", GOOD);
    assert_eq!(check("ko.ron"), "");
    place.write("ko.ron", GOOD);
    assert!(check("../ko.ron").starts_with("warning[outside-folder]: "));
}

#[test]
fn of_very_many_versions_the_first_files_are_looked_for() {
    let place = Place::new();
    let check = |files: &[String]| {
        let versions: Vec<_> =
            files.iter().map(|file| format!("(language: \"ko\", file: \"{file}\")")).collect();
        let versions = format!("versions: [{}],\n    body: [", versions.join(", "));
        place.write("in/a.ron", GOOD.replacen("body: [", &versions, 1));
        let outcome = place.run(&["check", "in/a.ron"]);
        let counted = |code: &str| outcome.out.matches(&format!("warning[{code}]")).count();
        (counted("missing-version"), counted("many-versions"))
    };
    let mut files: Vec<String> = (0..100).map(|number| format!("{number}.ron")).collect();
    assert_eq!(check(&files), (100, 0));
    files.push("0.ron".to_owned());
    assert_eq!(check(&files), (101, 0));
    files.push("100.ron".to_owned());
    files.push("101.ron".to_owned());
    assert_eq!(check(&files), (101, 1));
}

#[cfg(unix)]
#[test]
fn a_version_behind_a_link_out_of_the_folder_is_not_opened() {
    let place = Place::new();
    place.write("secret.ron", GOOD);
    place.write("in/a.ron", with_version("ko.ron"));
    std::os::unix::fs::symlink("../secret.ron", place.path("in/ko.ron")).unwrap();
    let outcome = place.run(&["check", "in/a.ron"]);
    assert!(
        outcome.out.starts_with(
            "warning[outside-folder]: `ko.ron` leads out of the opened folder by a link\n"
        ),
        "{outcome:?}"
    );
}

#[test]
fn what_a_file_holds_is_told_harmlessly() {
    let place = Place::new();
    let hostile = BAD.replace("2019-02-31", "\u{1b}[31m\u{9b}2J\u{202e}");
    place.write("a.ron", hostile.replace("Kim spoke", "\u{1b}]0;x\u{7}"));
    for format in ["human", "json"] {
        let outcome = place.run(&["check", "a.ron", "--format", format]);
        assert_eq!(outcome.code, Some(1));
        is_harmless(&outcome.out);
        is_harmless(&outcome.err);
    }
}
