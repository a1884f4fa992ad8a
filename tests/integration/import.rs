//! Pages made releases: pages in our own words compared whole, published pages where there are any, and
//! pages that nobody would publish.

mod corpus;
mod hostile;

use std::fs;
use std::path::PathBuf;

use pressroom::import::{Draft, Failure, Page, read};
use pressroom::release::write::write;
use pressroom::release::{Addresses, Evidence, Severity, check};

use crate::{expect, root};

/// What always holds of a draft.
fn assert_sound(draft: &Draft, page: &str) {
    let errors: Vec<_> = check(&draft.release)
        .into_iter()
        .filter(|problem| problem.severity <= Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{page}: {errors:#?}");
    let addresses = Addresses::of(&draft.release.body);
    let missing = Evidence::of(&draft.release, &addresses);
    assert!(missing.missing().is_empty(), "{page}: {:#?}", missing.missing());
    let facts: Vec<_> = draft.release.facts().collect();
    assert!(facts.iter().all(|fact| !draft.release.mentions(*fact).is_empty()), "{page}");
    let found: Vec<_> = draft.findings.iter().map(|finding| finding.fact).collect();
    assert_eq!(found, facts, "{page}: each fact has its rule");
}

/// The pages of `tests/fixtures/import`, a folder each.
fn cases() -> Vec<PathBuf> {
    let folder = root().join("tests/fixtures/import");
    let folders = fs::read_dir(folder).expect("the fixtures are there");
    let mut cases: Vec<PathBuf> = folders.map(|entry| entry.expect("readable").path()).collect();
    cases.retain(|path| path.is_dir() && !path.ends_with("gold"));
    cases.sort();
    assert!(cases.len() >= 20, "the fixtures are found");
    cases
}

#[test]
fn every_page_becomes_the_release_beside_it() {
    for case in cases() {
        let pages =
            fs::read_dir(&case).expect("readable").map(|entry| entry.expect("readable").path());
        let page =
            pages.into_iter().find(|path| path.file_stem().is_some_and(|stem| stem == "page"));
        let page = page.unwrap_or_else(|| panic!("{} has no page", case.display()));
        let bytes = fs::read(&page).expect("readable");
        let name = page.file_name().map(|name| name.to_string_lossy().into_owned());
        let draft = read(&Page { bytes: &bytes, name: name.as_deref() })
            .unwrap_or_else(|failure| panic!("{}: {failure}", case.display()));
        assert_sound(&draft, &case.display().to_string());
        expect(&case.join("expected.ron"), &write(&draft.release));
        let doubts: Vec<_> =
            draft.doubts.iter().map(|doubt| format!("{}\n", doubt.sentence)).collect();
        expect(&case.join("doubts.txt"), &doubts.concat());
    }
}

#[test]
fn a_page_of_nothing_but_a_title_is_doubtful_and_one_that_only_names_it_has_no_text() {
    let import = |page: &str| read(&Page { bytes: page.as_bytes(), name: Some("page.html") });
    let draft = import("<title>Two Sides Meet</title><h1>Two Sides Meet</h1>").expect("a title");
    let doubts: Vec<_> = draft.doubts.iter().map(|doubt| doubt.sentence.as_str()).collect();
    assert_eq!(doubts, ["there is no text below the title"]);
    let menu = "<title>Two Sides Meet</title><nav><a href=/>Home</a></nav>";
    assert_eq!(import(menu).err(), Some(Failure::NoText));
}
