//! Copying: what is asked for, and what is said of it.

use pressroom::reader::clipboard::{Clipboard, Copied};
use pressroom::reader::effect::Effect;

use super::{SIZE, open, outline};
use crate::support::{Driver, release};

/// What some keys copy, and what is said.
#[track_caller]
fn copied(driver: &mut Driver, keys: &str) -> (String, String) {
    match driver.only_press(keys).as_slice() {
        [.., Effect::Copy(Copied { text, .. })] => (text.to_string(), driver.said().to_owned()),
        other => panic!("{keys}: {other:?}, {:?}", driver.said()),
    }
}

fn copies_nothing(driver: &mut Driver, keys: &str) -> bool {
    !driver.only_press(keys).iter().any(|effect| matches!(effect, Effect::Copy(_)))
}

#[track_caller]
fn check(driver: &mut Driver, keys: &str, text: &str, said: &str) {
    let (copied, told) = copied(driver, keys);
    assert_eq!(copied, text);
    assert!(told.contains(said), "{told}");
}

fn talks() -> Driver {
    let body = r#"Numbered(number: "1.", text: "Minister Anna Berg met\nKim Lee on 5 March.", items: [
        Bullet(marker: "°", text: "An item.")]),
        Numbered(number: "2.", text: "Trade grew by 5 percent.")"#;
    let facts = r#"issuer: "Ministry", published: "2024-03-06", language: "fr",
        source: "https://example.org/1",
        participants: [(name: "Anna Berg", mentions: [(at: "1", quote: "Anna Berg")])],
        dates: [(date: "2024-03-05", mentions: [(at: "1", quote: "5 March")])],
        figures: [(text: "5 percent", value: 5.0, unit: "%")],"#;
    open(&release("Talks", body, facts))
}

#[test]
fn a_block_is_copied_as_it_is_printed() {
    let mut driver = open(&outline());
    check(&mut driver, "y y", "Outline", "Copied title, 1 word");
    check(&mut driver, "2 G y y", "2  Second.", "Copied 2, 1 word");
    check(&mut driver, "2 y y", "2  Second.\n   ° Second, first.", "Copied 2–2.1, 3 words");
    check(
        &mut driver,
        "] y p",
        "° Second, first.\n  - Deep, first.\n  - Deep, second.",
        "2.1–2.1.2",
    );
    check(
        &mut driver,
        "h y y",
        "° Second, first.\n  - Deep, first.\n  - Deep, second.",
        "2.1–2.1.2",
    );
    let (all, said) = copied(&mut driver, "y a");
    assert!(all.starts_with("Outline\n\nOpening\n\n1  First.\n"), "{all}");
    assert!(said.contains("the release, 18 words"), "{said}");
}

#[test]
fn a_count_larger_than_the_release_ends_with_it() {
    let mut driver = open(&outline());
    check(
        &mut driver,
        "3 G 9 9 9 y y",
        "3  Third.\n   ° Third, first.\n\nClosing.\n\n  * A note.",
        "3–n1",
    );
}

#[test]
fn a_quotation_carries_its_source() {
    let mut driver = talks();
    let source = "Talks, Ministry, 6 March 2024";
    check(
        &mut driver,
        "1 G y c",
        &format!(
            "«\u{202f}Minister Anna Berg met Kim Lee on 5 March.\u{202f}» — {source}, para 1, https://example.org/1"
        ),
        "Copied 1, 9 words, with its source",
    );
    check(
        &mut driver,
        "2 y c",
        &format!(
            "«\u{202f}Minister Anna Berg met Kim Lee on 5 March.\nAn item.\u{202f}» — {source}, paras 1–1.1, https://example.org/1"
        ),
        "Copied 1–1.1, 11 words, with its source",
    );
    check(&mut driver, "y u", "https://example.org/1", "the page it was published on");
}

#[test]
fn a_fact_is_copied_as_it_is_printed() {
    let mut driver = talks();
    check(&mut driver, "Tab g g y y", "Anna Berg", "Copied the name Anna Berg");
    check(&mut driver, "j y y", "5 March", "Copied the date 5 March");
    let quoted =
        "«\u{202f}5 March\u{202f}» — Talks, Ministry, 6 March 2024, para 1, https://example.org/1";
    check(&mut driver, "y c", quoted, "Copied 1, 2 words, with its source");
    check(&mut driver, "j y y", "5 percent", "Copied the figure 5 percent");
    assert!(copies_nothing(&mut driver, "y c"));
    assert!(driver.said().contains("no words are tied"), "{}", driver.said());
    check(&mut driver, "G y y", "https://example.org/1", "Copied the address of the page");
}

#[test]
fn an_address_opens_the_place_again() {
    let mut driver = Driver::sample("2019-03-06-kazakhstan.en", SIZE);
    let (address, said) = copied(&mut driver, "# 2 . 1 Enter y l");
    assert!(address.ends_with("assets/releases/2019-03-06-kazakhstan.en.ron#2.1"), "{address}");
    assert!(said.contains("the address of 2.1"));
    let mut other = talks();
    assert!(copies_nothing(&mut other, "y l"));
    assert!(other.said().contains("no file"), "{}", other.said());
    let mut list = Driver::samples(SIZE);
    assert!(copied(&mut list, "y l").0.contains("assets/releases"));
    assert!(copied(&mut list, "y y").1.contains("the title"));
}

#[test]
fn what_cannot_arrive_is_told() {
    let mut driver = talks();
    driver.model.clipboard = Clipboard::Deaf("the Linux console".into());
    assert!(copies_nothing(&mut driver, "y y"));
    assert!(driver.said().starts_with("not copied: the Linux console"), "{}", driver.said());
    driver.model.clipboard = Clipboard::Tmux;
    assert!(copied(&mut driver, "y y").1.contains("set-clipboard"));
    driver.model.clipboard = Clipboard::Command(vec!["wl-copy".to_owned()]);
    assert_eq!(copied(&mut driver, "y y").1, "copying title, 1 word…");
}

#[test]
fn more_than_a_terminal_takes_is_refused() {
    let body = format!("Paragraph(text: \"{}\")", "word ".repeat(20_000));
    let mut driver = open(&release("Long", &body, ""));
    for keys in ["] y y", "y c", "y a"] {
        assert!(copies_nothing(&mut driver, keys));
        assert!(driver.said().contains("74,994 bytes"), "{}", driver.said());
    }
    driver.model.clipboard = Clipboard::Command(vec!["wl-copy".to_owned()]);
    assert!(copied(&mut driver, "y y").0.len() > 99_000);
}

#[test]
fn nothing_hostile_reaches_the_clipboard() {
    let body = r#"Paragraph(text: "a\u{1b}]52;c;eA==\u{7}b\u{202e}c\u{0}d\r\ne")"#;
    let mut driver = open(&release("x\u{1b}[31m", body, "issuer: \"i\\u{9b}1m\\n\\nj\","));
    for keys in ["] y y", "y c", "y a", "2 y y"] {
        let (text, _) = copied(&mut driver, keys);
        let harmless = |c: char| c == '\n' || !(c.is_control() || c == '\u{202e}');
        assert!(text.chars().all(harmless), "{text:?}");
    }
}

#[test]
fn with_the_keyboard_in_the_contents_the_same_is_copied_as_in_the_text() {
    let mut driver = talks();
    let keys = ["y y", "y p", "y c", "y u", "y a"];
    let in_text = keys.map(|keys| copied(driver.press("1 G"), keys));
    driver.press("o");
    assert_eq!(keys.map(|keys| copied(&mut driver, keys)), in_text);
    assert!(copies_nothing(&mut driver, "y l"), "what is in no file is opened by no address");
}
