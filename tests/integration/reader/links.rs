//! Words that lead to a page or a mailbox.

use crate::support::{Driver, release};

const SOURCE: &str =
    "https://www.example.org/press/2019/03/06/a-page-with-a-name-longer-than-the-panel";

/// The pieces that lead to an address, in their order.
fn pieces(driver: &Driver, address: &str) -> Vec<String> {
    let linked = driver.picture().linked().into_iter();
    linked.filter(|(_, leads)| leads == address).map(|(words, _)| words).collect()
}

fn open(size: (u16, u16)) -> Driver {
    let body = r#"Paragraph(text: "Write to mailto:press@example.org, or see https://example.org/a/b/c/d/e/f/g/h를 보라 (javascript:alert(1))."),
        Table(rows: [["a", "https://example.org/cell"], ["file:///etc/passwd", "c"]]),"#;
    let more = format!(
        r#"source: "{SOURCE}", versions: [(language: "ko", file: "ko.ron"), (language: "fr", file: "https://example.org/fr")],"#
    );
    Driver::text(&release("Of links", body, &more), size)
}

#[test]
fn addresses_lead_where_they_say_and_nothing_else_leads_anywhere() {
    let driver = open((120, 40));
    assert_eq!(pieces(&driver, SOURCE).concat(), SOURCE);
    assert!(pieces(&driver, SOURCE).len() > 1, "it takes more than a line");
    assert_eq!(pieces(&driver, "mailto:press@example.org"), ["mailto:press@example.org"]);
    assert_eq!(
        pieces(&driver, "https://example.org/a/b/c/d/e/f/g/h").concat(),
        "https://example.org/a/b/c/d/e/f/g/h"
    );
    assert_eq!(pieces(&driver, "https://example.org/cell"), ["https://example.org/cell"]);
    assert_eq!(pieces(&driver, "https://example.org/fr"), ["https://example.org/fr"]);
    let all: Vec<String> = driver.picture().linked().into_iter().map(|(_, to)| to).collect();
    assert!(
        all.iter().all(|to| to.starts_with("https://") || to.starts_with("mailto:")),
        "{all:?}"
    );
}

#[test]
fn a_piece_on_a_line_of_its_own_leads_to_the_whole_address() {
    let driver = open((34, 24));
    let address = "https://example.org/a/b/c/d/e/f/g/h";
    let pieces = pieces(&driver, address);
    assert!(pieces.len() > 1, "{pieces:?}");
    assert_eq!(pieces.concat(), address);
}

#[test]
fn what_lies_under_a_popup_leads_nowhere() {
    let mut driver = open((120, 40));
    let before = driver.picture().linked();
    driver.press("?");
    let beside = driver.picture().linked();
    assert!(beside.len() < before.len());
    assert!(beside.iter().all(|(words, to)| to.contains(words.as_str())), "{beside:?}");
    driver.press("Esc");
    assert_eq!(driver.picture().linked(), before);
}

#[test]
fn enter_on_an_address_says_how_to_take_it_along() {
    let mut driver = open((120, 40));
    for keys in ["Tab G Enter", "Tab G k Enter"] {
        driver.press(keys);
        assert_eq!(driver.said(), "pressroom stays off line: copy the address");
        driver.press("Esc");
    }
}

#[test]
fn a_folded_block_leads_as_far_as_its_words_show() {
    let body = r#"Paragraph(text: "See https://example.org/first.", items: [Bullet(marker: "-", text: "Not https://example.org/second.")])"#;
    let mut driver = Driver::text(&release("Of links", body, ""), (60, 24));
    driver.press("z M");
    assert_eq!(pieces(&driver, "https://example.org/first"), ["https://example.org/first"]);
    assert_eq!(driver.picture().linked().len(), 1);
}
