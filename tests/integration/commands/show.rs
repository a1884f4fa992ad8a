//! `show`.

use super::{GOOD, Place, is_harmless};
use crate::{expect, root};

#[test]
fn every_form_is_as_expected() {
    let folder = root().join("tests/fixtures/show");
    let source = folder.join("everything.ron");
    let place = Place::new();
    let file = source.to_str().unwrap();
    for (name, args) in [
        ("text.txt", &["--format", "text"] as &[&str]),
        ("narrow.txt", &["--width", "40", "--facts"]),
        ("unwrapped.txt", &["--width", "0", "--facts"]),
        ("markdown.md", &["--format", "markdown", "--facts"]),
        ("plain.html", &["--format", "html"]),
        ("facts.html", &["--format", "html", "--facts"]),
        ("form.json", &["--format", "json"]),
        ("form.ron", &["--format", "ron"]),
    ] {
        let printed = place.run(&[&["show", file], args].concat()).printed(0);
        is_harmless(&printed);
        expect(&folder.join("expected").join(name), &printed);
    }
}

#[test]
fn a_part_is_shown_at_its_address() {
    let place = Place::with_release();
    let item = "° The second.\n";
    assert_eq!(place.run(&["show", "a.ron", "--at", "2.2"]).printed(0), item);
    assert_eq!(place.run(&["show", "a.ron#2.2"]).printed(0), item);
    assert_eq!(place.run(&["show", "--at", "#2.2.", "a.ron#1"]).printed(0), item);
    let paragraph = "2  Two items follow.\n   ° The first.\n   ° The second.\n";
    assert_eq!(place.run(&["show", "a.ron", "--at", "2"]).printed(0), paragraph);
    let title = "Harbours Meet\n=============\n";
    assert_eq!(place.run(&["show", "a.ron", "--at", "title"]).printed(0), title);
    let facts = "1  Chair Lee opened the meeting.\n\nParticipants\n------------\nLee [1]\n";
    assert_eq!(place.run(&["show", "a.ron#1", "--facts"]).printed(0), facts);
    assert_eq!(place.run(&["show", "a.ron#2", "--facts"]).printed(0), paragraph);
}

#[test]
fn an_address_that_is_not_there_is_told_with_what_is() {
    let place = Place::with_release();
    let said = |at: &str| place.run(&["show", "a.ron", "--at", at]).said(2);
    assert_eq!(said("2.4"), "pressroom: a.ron: no block `2.4`; the last item of `2` is `2.2`\n");
    assert_eq!(said("7"), "pressroom: a.ron: no block `7`; the last number is `2`\n");
    assert_eq!(
        said("x\u{1b}"),
        "pressroom: a.ron: no block `x␛`; there are title, 1, 2, 2.1, 2.2\n"
    );
}

#[test]
fn a_part_as_ron_or_json_is_a_release_of_its_own() {
    let place = Place::with_release();
    let ron = place.run(&["show", "a.ron#2", "--format", "ron"]).printed(0);
    place.write("part.ron", &ron);
    let (whole, part) = (place.run(&["show", "a.ron#2"]), place.run(&["show", "part.ron#2"]));
    assert_eq!(whole.printed(0), part.printed(0));
    let json = place.run(&["show", "a.ron#1", "--format", "json"]).printed(0);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["title"], "Harbours Meet");
    assert_eq!(json["body"].as_array().unwrap().len(), 1);
    assert_eq!(json["participants"][0]["mentions"][0]["at"], "1");
}

#[test]
fn a_whole_release_survives_ron_and_json() {
    let place = Place::with_release();
    let ron = place.run(&["show", "a.ron", "--format", "ron"]).printed(0);
    assert_eq!(pressroom::release::parse(&ron).unwrap(), pressroom::release::parse(GOOD).unwrap());
    let json = place.run(&["show", "a.ron", "--format", "json"]).printed(0);
    assert_eq!(
        pressroom::release::json::from_json(&json).unwrap(),
        pressroom::release::parse(GOOD).unwrap()
    );
}

#[test]
fn a_name_with_a_hash_is_a_file_first() {
    let place = Place::with_release();
    place.write("a.ron#2.1", "Release(format: 1, title: \"Other\", body: [])");
    assert_eq!(place.run(&["show", "a.ron#2.1"]).printed(0), "Other\n=====\n");
}

#[test]
fn standard_input_is_a_file_named_dash() {
    let place = Place::new();
    assert_eq!(
        place.pipe(GOOD.as_bytes(), &["show", "-", "--at", "2.1"]).printed(0),
        "° The first.\n"
    );
    assert_eq!(place.pipe(GOOD.as_bytes(), &["show", "--", "-#2.1"]).printed(0), "° The first.\n");
    let said = place.pipe(b"", &["show", "-"]).said(2);
    assert!(
        said.starts_with("fault[empty-file]: the file is empty\n --> <standard input>:1:1\n"),
        "{said}"
    );
}

#[test]
fn a_faulty_file_is_told_and_nothing_printed() {
    let place = Place::new();
    place.write("a.ron", "Release(\n    format: 1,\n    tittle: \"x\",\n    body: [],\n)");
    assert_eq!(
        place.run(&["show", "a.ron", "--format", "json"]).said(2),
        "fault[unknown-field]: there is no field `tittle`\n --> a.ron:3:5\n  |\n\
         3 | tittle: \"x\",\n  | ^^^^^^\n  |\n  = help: did you mean `title`?\n"
    );
}

#[test]
fn a_release_with_problems_is_shown() {
    let place = Place::new();
    place.write("a.ron", GOOD.replace("2019-03-06", "2019-02-31"));
    assert!(place.run(&["show", "a.ron"]).printed(0).contains("2019-02-31"));
}

#[test]
fn what_is_no_file_is_refused_with_the_reason() {
    let place = Place::new();
    std::fs::create_dir(place.path("folder.ron")).unwrap();
    let said = |name: &str| place.run(&["show", name]).said(2);
    assert_eq!(said("none.ron"), "pressroom: none.ron: there is no such file\n");
    assert_eq!(said("none.ron#2"), "pressroom: none.ron#2: there is no such file\n");
    assert_eq!(said("folder.ron"), "pressroom: folder.ron: it is a folder, not a file\n");
}

#[cfg(target_os = "linux")]
#[test]
fn a_pipe_or_a_device_is_not_waited_for() {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    let place = Place::new();
    let mode = Mode::RUSR | Mode::WUSR;
    mknodat(CWD, place.path("pipe.ron"), FileType::Fifo, mode, 0).unwrap();
    let said = place.run(&["show", "pipe.ron"]).said(2);
    assert_eq!(said, "pressroom: pipe.ron: it is a pipe, not a file\n");
    let said = place.run(&["show", "/dev/zero"]).said(2);
    assert_eq!(said, "pressroom: /dev/zero: it is a device, not a file\n");
}

#[test]
fn what_is_not_text_is_told_at_its_place() {
    let place = Place::new();
    place.write("a.ron", b"Release(\n  title: \"\xE9t\xE9\"");
    assert_eq!(
        place.run(&["show", "a.ron"]).said(2),
        "fault[not-text]: the file is not UTF-8 text\n --> a.ron:2:11\n  |\n\
         2 | title: \"\u{FFFD}t\u{FFFD}\"\n  |         ^\n  |\n  \
         = help: save it as UTF-8, or convert it from its own encoding\n"
    );
    let wide: Vec<u8> = "\u{FEFF}Release(".encode_utf16().flat_map(u16::to_le_bytes).collect();
    place.write("b.ron", wide);
    let said = place.run(&["show", "b.ron"]).said(2);
    is_harmless(&said);
    assert!(said.contains("it looks like UTF-16; save it as UTF-8"), "{said}");
}

#[test]
fn ten_megabytes_in_one_line_are_told_in_a_few() {
    let place = Place::new();
    let words = "word ".repeat(2_000_000);
    place.write("a.ron", format!("Release(format: 1, title: \"{words}\", titel: \"x\", body: [])"));
    let said = place.run(&["show", "a.ron"]).said(2);
    assert!(said.len() < 500, "{} bytes", said.len());
    assert!(said.contains("word \", titel: \"x\", body: [])\n"), "{said}");
    place.write("b.ron", format!("Release(format: 1, title: \"{words}\", body: [])"));
    let printed = place.run(&["show", "b.ron"]).printed(0);
    assert!(printed.lines().all(|line| line.len() <= 80));
}

#[test]
fn a_usage_that_makes_no_sense_is_two() {
    let place = Place::with_release();
    for args in [
        &["show"] as &[&str],
        &["show", "a.ron", "--format", "pdf"],
        &["show", "a.ron", "--width", "wide"],
        &["show", "a.ron", "b.ron"],
        &["check"],
        &["--nonsense"],
    ] {
        let outcome = place.run(args);
        assert!(outcome.code == Some(2) && outcome.out.is_empty(), "{args:?}: {outcome:?}");
        assert!(outcome.err.contains("--help"), "{outcome:?}");
    }
}
