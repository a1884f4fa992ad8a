//! From the bytes of a page to a draft release: pages as they are published, and one that nobody would.

use std::path::PathBuf;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use pressroom::import::{Page, read};

/// A paragraph with something of everything in it.
const PARAGRAPH: &str = "Vice Minister of Ports Lim Jung-sik met with Minister of Trade and Industry of Jordan, Omar \
    Al-Khatib, on March 6, and noted that trade reached US$2.16 billion in 2023, a 12.5 percent increase. The two sides, \
    with 45 delegates from 12 ports, agreed to hold the ninth Harbour Dialogue from September 9 to 10.\n";

fn generated(bytes: usize) -> String {
    let paragraphs =
        (1..).map(|number| format!("{number}. {PARAGRAPH}° Deputy Minister Lim thanked them.\n\n"));
    let mut page = String::from("Two Harbours Meet\n2024-03-08\n\n");
    page.extend(paragraphs.take_while({
        let mut length = 0;
        move |paragraph| {
            length += paragraph.len();
            length <= bytes
        }
    }));
    page
}

#[divan::bench(args = [4 << 10, 100 << 10, 1 << 20])]
fn generated_text(bencher: Bencher<'_, '_>, bytes: usize) {
    let page = generated(bytes);
    let page = Page { bytes: page.as_bytes(), name: Some("page.txt") };
    bencher.counter(BytesCount::new(page.bytes.len())).bench(|| read(&page));
}

#[divan::bench(args = ["1. a\n", "on May 5 and 6, 2020 to June, ", "Minister Kim Min-ho met ", "- a\n° b\n* c\n"])]
fn a_megabyte_of(bencher: Bencher<'_, '_>, piece: &str) {
    let page = piece.repeat((1 << 20) / piece.len());
    let page = Page { bytes: page.as_bytes(), name: Some("page.txt") };
    bencher.counter(BytesCount::new(page.bytes.len())).bench(|| read(&page));
}

/// The published pages below `PRESSROOM_CORPUS`, where there are any.
#[divan::bench]
fn published_pages(bencher: Bencher<'_, '_>) {
    let folder =
        std::env::var_os("PRESSROOM_CORPUS").map(|corpus| PathBuf::from(corpus).join("raw"));
    let entries =
        folder.and_then(|folder| std::fs::read_dir(folder).ok()).into_iter().flatten().flatten();
    let pages: Vec<(String, Vec<u8>)> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt" || e == "html"))
        .filter_map(|path| Some((path.to_string_lossy().into_owned(), std::fs::read(&path).ok()?)))
        .collect();
    let bytes: usize = pages.iter().map(|(_, bytes)| bytes.len()).sum();
    bencher.counter(ItemsCount::new(pages.len())).counter(BytesCount::new(bytes)).bench(|| {
        for (name, bytes) in &pages {
            divan::black_box(read(&Page { bytes, name: Some(name) })).ok();
        }
    });
}
