//! A page imported, its draft reviewed on a terminal, and the file that comes of it.

use std::fs;
use std::path::Path;

use super::session::{Command, Session};

const PAGE: &str = "Two Sides Meet in Oslo\n2024-05-01\n\n\
    1. Minister of Trade Anna Berg of Norway and Minister of Trade Kim Lee of Korea met on April 30, 2024.\n\n\
    2. Trade grew by 12.5 percent and reached 3 billion dollars.\n";

fn import(page: &Path, output: &Path) -> Session {
    let command = Command::pressroom().arg("import").arg(page).arg("--review");
    command.arg("-o").arg(output).size(120, 40).start()
}

#[test]
fn what_was_decided_is_what_the_file_says() {
    let folder = tempfile::tempdir().unwrap();
    let (page, output) = (folder.path().join("page.txt"), folder.path().join("out.ron"));
    fs::write(&page, PAGE).unwrap();
    let mut session = import(&page, &output);
    session
        .shows("PARTICIPANTS")
        .shows("0 of ")
        .keys("g g")
        .shows("▸")
        .keys("y")
        .shows("✓ Anna Berg");
    session.keys("g g j x").shows("✗ Kim Lee");
    session.keys("j c Ctrl-u").text("2024-02-31").keys("Enter").shows("February 2024 has 29 days");
    session.keys("Ctrl-u").text("2024-04-30 | they meet").keys("Enter").shows("✎ 30 April 2024");
    session.keys("q").shows("w writes the file; Q leaves without writing");
    assert!(!output.exists());
    session.keys("w").shows("written to").keys("q");
    assert!(session.leaves_terminal_as_it_was().success());
    let release = pressroom::release::parse(&fs::read_to_string(&output).unwrap()).unwrap();
    let names: Vec<&str> = release.participants.iter().map(|p| p.name.as_str()).collect();
    assert_eq!(names, ["Anna Berg"]);
    assert_eq!(release.dates[0].label.as_ref().unwrap().as_str(), "they meet");
}

#[test]
fn a_file_that_is_there_is_told_before_the_review_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (page, output) = (folder.path().join("page.txt"), folder.path().join("out.ron"));
    fs::write(&page, PAGE).unwrap();
    fs::write(&output, "mine").unwrap();
    let mut session = import(&page, &output);
    assert!(!session.exit().success());
    assert!(session.rows().join("").contains("--force replaces it"), "{:?}", session.rows());
    assert_eq!(fs::read_to_string(&output).unwrap(), "mine");
}

#[test]
fn leaving_without_writing_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (page, output) = (folder.path().join("page.txt"), folder.path().join("out.ron"));
    fs::write(&page, PAGE).unwrap();
    let mut session = import(&page, &output);
    session.shows("0 of ").keys("y Q");
    assert_eq!(session.leaves_terminal_as_it_was().exit_code(), 1);
    assert!(session.rows().join("").contains("page.txt: nothing was written"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn words_selected_in_the_text_become_a_participant_of_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let (page, output) = (folder.path().join("page.txt"), folder.path().join("out.ron"));
    let text =
        format!("{PAGE}\n3. Anna Berg thanked the interpreter Mira Okafor. Mira Okafor smiled.\n");
    fs::write(&page, text).unwrap();
    let mut session = import(&page, &output);
    session.shows("PARTICIPANTS").shows("0 of ").keys("Tab G v").shows("selecting 1 word");
    session.keys("b b o b").shows("selecting 2 words").keys("a");
    session.shows("as a participant").keys("p").shows(">Mira").text(" | Interpreter");
    session.keys("Enter").shows("added; U takes it back").shows("✓ Mira Okafor");
    session.keys("w").shows("written to").keys("q");
    assert!(session.leaves_terminal_as_it_was().success());
    let release = pressroom::release::parse(&fs::read_to_string(&output).unwrap()).unwrap();
    let added = release.participants.last().unwrap();
    assert_eq!(added.name.as_str(), "Mira Okafor");
    assert_eq!(added.title.as_ref().unwrap().as_str(), "Interpreter");
    let quote = added.mentions[0].quote.as_str();
    assert!(quote.contains("Mira Okafor") && quote.len() > "Mira Okafor".len(), "{quote}");
    assert_eq!(pressroom::release::check(&release), []);
    let mut check = Command::pressroom().arg("check").arg(&output).start();
    assert!(check.exit().success(), "{:?}", check.rows());
}
