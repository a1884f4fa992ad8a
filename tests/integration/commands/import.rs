//! `import`.

use std::io::Seek;

use serde_json::Value;

use super::{Outcome, Place, is_harmless};

const PAGE: &str = "Harbours Meet\n2024-05-02\n\n1. Minister of Ports Anna Berg of Norway spoke on April 30.\n2. 45 delegates agreed.\n";

fn place() -> Place {
    let place = Place::new();
    place.write("page.txt", PAGE);
    place
}

#[test]
fn a_page_becomes_a_file_named_by_date_and_title() {
    let place = place();
    let outcome = place.run(&["import", "page.txt"]);
    assert_eq!((outcome.code, outcome.out.as_str()), (Some(0), "2024-05-02-harbours-meet.ron\n"));
    assert!(outcome.err.contains("2 blocks, 1 participant, 1 date, 1 figure"), "{}", outcome.err);
    assert!(outcome.err.contains("the year is not printed"), "{}", outcome.err);
    let checked = place.run(&["check", "2024-05-02-harbours-meet.ron"]);
    assert_eq!(checked.code, Some(0), "{}", checked.out);
}

#[test]
fn a_file_is_replaced_only_by_force() {
    let place = place();
    place.write("2024-05-02-harbours-meet.ron", "mine");
    let said = place.run(&["import", "page.txt"]).said(2);
    assert!(said.contains("there is such a file already; --force replaces it"), "{said}");
    let kept = std::fs::read_to_string(place.path("2024-05-02-harbours-meet.ron")).unwrap();
    assert_eq!(kept, "mine");
    assert_eq!(place.run(&["import", "page.txt", "--force"]).code, Some(0));
}

#[test]
fn a_place_that_cannot_be_written_is_told_by_every_way_of_importing() {
    let place = place();
    place.write("taken.ron", "mine");
    let why = |output| match output {
        "taken.ron" => "taken.ron: there is such a file already; --force replaces it",
        "none/a.ron" => {
            "none/a.ron: there is no such folder; make it first, or let -o FOLDER/ make it"
        }
        _ => {
            "taken.ron/2024-05-02-harbours-meet.ron: there is no such folder; make it first, or let -o FOLDER/ make it"
        }
    };
    for output in ["taken.ron", "none/a.ron", "taken.ron/"] {
        let expected = format!("page.txt: {}\n", why(output));
        assert_eq!(place.run(&["import", "page.txt", "-o", output]).said(2), expected);
        assert_eq!(place.run(&["import", "page.txt", "--dry-run", "-o", output]).said(2), expected);
    }
    let outcome = place.run(&["import", "page.txt", "--dry-run", "--force", "-o", "taken.ron"]);
    assert_eq!((outcome.code, outcome.out.as_str()), (Some(0), "taken.ron\n"));
}

#[test]
fn a_folder_that_is_asked_for_is_made() {
    let place = place();
    let pages = ["import", "page.txt", "page.txt", "-o"];
    let run = |more: &[&str]| place.run(&[&pages[..], more].concat());
    let said = run(&["out"]).said(2);
    assert!(
        said.contains(
            "out is no folder, and there are several pages; with a / at its end it is made"
        ),
        "{said}"
    );
    let said = run(&["out/in/", "--dry-run"]).err;
    assert_eq!(said.matches("out/in/: this folder would be made").count(), 1, "{said}");
    assert!(!place.path("out").exists());
    let said = run(&["out/in/", "--force"]).err;
    assert_eq!(said.matches("out/in/: this folder is new").count(), 1, "{said}");
    assert!(place.path("out/in/2024-05-02-harbours-meet.ron").exists());
}

#[test]
fn a_review_takes_one_page_and_a_terminal() {
    let place = place();
    let said = place.run(&["import", "page.txt", "--review"]).said(2);
    assert!(said.contains("--review needs a terminal"), "{said}");
    let said = place.run(&["import", "page.txt", "page.txt", "--review"]).said(2);
    assert!(said.contains("one page at a time"), "{said}");
    let outcome = place.run(&["import", "page.txt", "--review", "--format", "json"]);
    assert_eq!(outcome.code, Some(2), "{}", outcome.err);
    assert_eq!(std::fs::read_dir(place.path(".")).unwrap().count(), 1);
}

#[test]
fn an_option_that_would_do_nothing_is_refused() {
    let place = place();
    let nothing = |more: &[&str]| {
        let outcome = place.run(&[&["import", "page.txt"], more].concat());
        assert_eq!((outcome.code, outcome.out.as_str()), (Some(2), ""), "{more:?}");
    };
    nothing(&["--format", "json", "-o", "a.ron"]);
    nothing(&["--format", "json", "--force"]);
    nothing(&["--keys", "less"]);
    nothing(&["--keys", "less", "--dry-run"]);
    let said = place.run(&["import", "page.txt", "--review", "--keys", "less"]).said(2);
    assert!(said.contains("--review needs a terminal"), "{said}");
}

#[test]
fn nothing_is_written_where_that_is_not_asked_for() {
    let place = place();
    let json = place.run(&["import", "page.txt", "--format", "json"]);
    let release: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(release["participants"][0]["name"], "Anna Berg");
    assert_eq!(place.run(&["import", "page.txt", "--dry-run"]).code, Some(0));
    assert_eq!(std::fs::read_dir(place.path(".")).unwrap().count(), 1);
}

#[test]
fn every_fact_says_by_which_rule_it_was_found() {
    let said = place().run(&["import", "page.txt", "--dry-run", "--explain"]).err;
    assert!(said.contains("participant Anna Berg (1): position before name"), "{said}");
    assert!(said.contains("figure 45 delegates (2): number and noun"), "{said}");
}

#[test]
fn many_pages_go_on_after_one_that_fails() {
    let place = place();
    place.write("old.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    place.write("out/keep", "");
    let outcome = place.run(&["import", "old.doc", "gone.txt", "page.txt", "-o", "out"]);
    assert_eq!(outcome.code, Some(2));
    assert!(outcome.out.ends_with("2024-05-02-harbours-meet.ron\n"), "{}", outcome.out);
    assert!(outcome.err.contains("old.doc: old office files"), "{}", outcome.err);
    assert!(outcome.err.contains("gone.txt: "), "{}", outcome.err);
}

#[test]
fn a_page_may_come_from_a_pipe_and_its_words_do_no_harm() {
    let page = "T\u{1b}[31m\u{202e}itle\n\n1. Mr. \u{202e}Berg\u{7} came on May 5, 2024.\n";
    let outcome = Place::new().pipe(page.as_bytes(), &["import", "-", "--format", "ron"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    is_harmless(&outcome.out);
    is_harmless(&outcome.err);
}

#[test]
fn no_more_than_the_largest_page_is_read() {
    let place = Place::new();
    let mut large = std::fs::File::create_new(place.path("large.txt")).unwrap();
    large.set_len(1 << 30).unwrap();
    let why = "the page has more than 16 MB: save it without its pictures";
    let said = place.run(&["import", "large.txt"]).said(2);
    assert!(said.starts_with(&format!("large.txt: {why}")), "{said}");

    large = std::fs::File::open(place.path("large.txt")).unwrap();
    let mut command = place.command(&["import", "-", "--format", "ron"]);
    command.stdin(large.try_clone().unwrap());
    let said = Outcome::of(command).said(2);
    assert!(said.contains(why), "{said}");
    // Both share one position in the file; a buffer may have read a little ahead.
    let read = large.stream_position().unwrap();
    assert!(read <= pressroom::import::LARGEST as u64 + (1 << 16), "{read}");
}
