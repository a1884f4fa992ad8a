//! Published pages, where `PRESSROOM_CORPUS` names a folder of them: nothing may be lost, nothing be said
//! twice, and every fact has to lead to its words.

use std::fs;
use std::path::PathBuf;

use pressroom::import::{Draft, Page, read};
use pressroom::release::Kind;
use pressroom::release::write::write;

use super::assert_sound;

/// The raw pages, or none, said loudly.
fn pages() -> Vec<PathBuf> {
    let Some(corpus) = std::env::var_os("PRESSROOM_CORPUS") else {
        eprintln!("SKIPPED: PRESSROOM_CORPUS is not set, no published page was imported");
        return Vec::new();
    };
    let folder = PathBuf::from(corpus).join("raw");
    let entries = fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut pages: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    pages.retain(|page| page.extension().is_some_and(|e| e == "txt" || e == "html"));
    pages.sort();
    assert!(!pages.is_empty(), "{} holds no pages", folder.display());
    pages
}

fn import(page: &PathBuf) -> Draft {
    let bytes = fs::read(page).unwrap();
    let name = page.file_name().map(|name| name.to_string_lossy().into_owned());
    read(&Page { bytes: &bytes, name: name.as_deref() })
        .unwrap_or_else(|failure| panic!("{}: {failure}", page.display()))
}

#[test]
fn published_pages_become_sound_releases_the_same_each_time() {
    for page in pages() {
        let draft = import(&page);
        assert_sound(&draft, &page.display().to_string());
        assert_eq!(write(&draft.release), write(&import(&page).release));
    }
}

#[test]
fn every_sentence_of_a_page_is_in_exactly_one_block() {
    for page in pages().iter().filter(|page| page.extension().is_some_and(|e| e == "txt")) {
        let source = bare(&without_tables(&fs::read_to_string(page).unwrap()));
        let draft = import(page);
        let mut left = String::new();
        let mut at = 0;
        let blocks = draft.release.body.blocks().iter().filter(|block| block.kind != Kind::Table);
        let mut texts: Vec<String> = vec![bare(draft.release.title.as_str())];
        texts.extend(blocks.map(|block| bare(block.text.as_str())));
        for text in texts {
            // An annex's title comes from a table, which is not looked at here.
            let Some(found) = source[at..].find(&text) else { continue };
            left.push_str(&source[at..at + found]);
            left.push('\n');
            at += found + text.len();
        }
        left.push_str(&source[at..]);
        for piece in left.split('\n') {
            let letters = piece.chars().filter(|c| c.is_alphabetic()).count();
            let is_sentence = letters > 30 && piece.ends_with(['.', '다', '”', '"']);
            assert!(!is_sentence, "{}: lost {piece:?}", page.display());
        }
    }
}

/// Without white space, Markdown's marks and comments: what must be there on both sides.
fn bare(text: &str) -> String {
    let text = text.replace("<!-- -->", "").replace("**", "");
    text.chars().filter(|c| !c.is_whitespace() && *c != '\\' && *c != '\u{200b}').collect()
}

fn without_tables(text: &str) -> String {
    let mut kept = String::new();
    let mut in_table = false;
    for line in text.lines() {
        in_table |= line.starts_with("<table");
        if !in_table && !line.starts_with('|') {
            kept.push_str(line);
            kept.push('\n');
        }
        in_table &= !line.contains("</table>");
    }
    kept
}
