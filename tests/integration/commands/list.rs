//! `list`.

use serde_json::{Value, json};

use super::{GOOD, Place, is_harmless};

fn release(title: &str, published: &str, language: &str) -> String {
    GOOD.replace("Harbours Meet", title)
        .replace("2019-03-06", published)
        .replace("\"en\"", &format!("\"{language}\""))
}

fn library() -> Place {
    let place = Place::new();
    place.write("in/a.ron", release("Beta", "2019-03-06", "en"));
    place.write("in/b.ron", "Release(format: 1,\n  tittle: \"x\")");
    place.write("in/sub/c.ron", release("가나다", "2021", "ko"));
    place.write("in/sub/d.ron", release("alpha", "2020-05", "fr"));
    place
}

#[test]
fn releases_stand_in_columns_and_faulty_files_with_their_reason() {
    let printed = library().run(&["list", "in"]).printed(0);
    assert_eq!(
        printed,
        "DATE        LANG  TITLE                            ISSUER               FILE          PROBLEMS
2019-03-06  en    Beta                             Council of Harbours  in/a.ron
                  2:3: there is no field `tittle`                       in/b.ron      fault
2021        ko    가나다                           Council of Harbours  in/sub/c.ron
2020-05     fr    alpha                            Council of Harbours  in/sub/d.ron
"
    );
}

#[track_caller]
fn order(args: &[&str], expected: &[&str]) {
    let args = [&["list", "in", "--format", "json"], args].concat();
    let rows: Vec<Value> = serde_json::from_str(&library().run(&args).printed(0)).unwrap();
    let files: Vec<_> = rows.iter().map(|row| row["file"].as_str().unwrap()).collect();
    assert_eq!(files, expected);
}

#[test]
fn rows_are_sorted_as_asked() {
    order(&[], &["in/a.ron", "in/b.ron", "in/sub/c.ron", "in/sub/d.ron"]);
    order(&["--reverse"], &["in/sub/d.ron", "in/sub/c.ron", "in/b.ron", "in/a.ron"]);
    order(&["--sort", "date"], &["in/sub/c.ron", "in/sub/d.ron", "in/a.ron", "in/b.ron"]);
    order(&["--sort", "title"], &["in/sub/d.ron", "in/a.ron", "in/sub/c.ron", "in/b.ron"]);
    order(&["--sort", "language"], &["in/a.ron", "in/sub/d.ron", "in/sub/c.ron", "in/b.ron"]);
}

#[test]
fn json_has_a_row_for_every_file() {
    let place = library();
    place.write("in/a.ron", release("A\u{1b}\u{202e}", "2019-02-31", "en"));
    #[cfg(unix)]
    std::os::unix::fs::symlink("nowhere", place.path("in/gone.ron")).unwrap();
    let printed = place.run(&["list", "in/a.ron", "in/b.ron", "--format", "json"]).printed(0);
    is_harmless(&printed);
    let expected = json!([
        {
            "file": "in/a.ron", "title": "A\u{1b}\u{202e}", "issuer": "Council of Harbours",
            "published": "2019-02-31", "language": "en", "errors": 1, "warnings": 1,
        },
        {
            "file": "in/b.ron",
            "fault": {
                "severity": "fault", "code": "unknown-field",
                "message": "there is no field `tittle`", "help": "did you mean `title`?",
                "line": 2, "column": 3, "end_line": 2, "end_column": 9,
            },
        },
    ]);
    assert_eq!(serde_json::from_str::<Value>(&printed).unwrap(), expected);
}

#[test]
fn what_is_not_there_is_told_and_the_rest_listed() {
    let outcome = library().run(&["list", "none", "in/a.ron"]);
    assert_eq!(outcome.code, Some(2));
    assert_eq!(outcome.err, "pressroom: none: there is no such file\n");
    assert!(outcome.out.contains("Beta"));
}

#[test]
fn an_empty_folder_has_no_releases() {
    let place = Place::new();
    std::fs::create_dir(place.path("in")).unwrap();
    assert_eq!(place.run(&["list", "in"]).said(0), "there are no releases\n");
    assert_eq!(place.run(&["list", "in", "--format", "json"]).printed(0), "[]\n");
}

#[test]
fn without_a_path_the_samples_are_listed() {
    let printed = Place::new().run(&["list", "--format", "json"]).printed(0);
    let rows: Vec<Value> = serde_json::from_str(&printed).unwrap();
    assert!(rows.len() >= 14);
    assert!(rows.iter().all(|row| row["errors"] == 0), "{printed}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_is_shown_harmlessly_whatever_it_holds() {
    use std::os::unix::ffi::OsStrExt;
    let place = Place::new();
    place.write("in/a\u{1b}[31m\u{202e}.ron", GOOD);
    place.write(std::ffi::OsStr::from_bytes(b"in/b\xFF\n.ron"), "");
    for args in [&["list", "in"] as &[&str], &["check", "in"], &["list", "in", "--format", "json"]]
    {
        let outcome = place.run(args);
        is_harmless(&outcome.out);
        is_harmless(&outcome.err);
        assert!(outcome.out.contains("b\u{FFFD}"), "{outcome:?}");
    }
}
