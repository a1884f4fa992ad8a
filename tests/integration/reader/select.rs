//! Selecting words and blocks: what is lit, and what is copied of it.

use pressroom::reader::clipboard::Copied;
use pressroom::reader::effect::Effect;
use pressroom::theme::Role;

use super::{SIZE, open, outline};
use crate::support::{Driver, release};

/// What some keys copy.
#[track_caller]
fn copied(driver: &mut Driver, keys: &str) -> String {
    match driver.only_press(keys).as_slice() {
        [.., Effect::Copy(Copied { text, .. })] => text.to_string(),
        other => panic!("{keys}: {other:?}, {:?}", driver.said()),
    }
}

#[track_caller]
fn check(ron: &str, keys: &str, text: &str) {
    let mut driver = open(ron);
    assert_eq!(copied(&mut driver, keys), text, "{keys}");
    assert!(driver.reading().selection().is_none(), "copying ends it");
}

fn prose() -> String {
    let body = r#"Paragraph(text: "“One two, three” (four) 5% six."),
        Paragraph(text: "Seven eight."),
        Table(rows: [["a b", "c"], ["d", "e"]]),
        Paragraph(text: "동북아 협력, 대화.")"#;
    release("T", body, "")
}

#[test]
fn words_are_selected_one_by_one_and_by_count() {
    check(&prose(), "] v y", "“One");
    check(&prose(), "] v w y", "“One two");
    check(&prose(), "] v 3 w y", "“One two, three” (four");
    check(&prose(), "] v 3 w b h y", "“One two");
    check(&prose(), "] v w w v w v y", "“One");
    check(&prose(), "] v $ y", "“One two, three” (four) 5% six.");
    check(&prose(), "] v 4 w o 3 w y", "four) 5%");
    check(&prose(), "] v $ 0 y", "“One");
    check(&prose(), "] v 5 w w y", "“One two, three” (four) 5% six.\nSeven");
    check(&prose(), "] ] v b Enter", "six.\nSeven");
    check(&prose(), "] ] ] ] v l y", "동북아 협력");
    check(&prose(), "] v Right Right Enter", "“One two, three");
}

#[test]
fn lines_are_gone_through_in_a_column_and_tables_cell_by_cell() {
    check(&prose(), "] v j y", "“One two, three” (four) 5% six.\nSeven");
    check(&prose(), "] ] ] v w w y", "a b\nc");
    check(
        &prose(),
        "] v G y",
        "“One two, three” (four) 5% six.\nSeven eight.\na b\tc d\te\n동북아 협력, 대화."
            .replace('\t', " ")
            .as_str(),
    );
}

#[test]
fn blocks_are_selected_whole_as_they_are_printed() {
    check(&outline(), "2 G V y", "2  Second.");
    check(&outline(), "2 G V j y", "2  Second.\n   ° Second, first.");
    check(
        &outline(),
        "2 G V } y",
        "2  Second.\n   ° Second, first.\n     - Deep, first.\n     - Deep, second.\n   ° Second, second.\n\n3  Third.",
    );
    check(&outline(), "2 G V 2 ] k y", "2  Second.\n   ° Second, first.");
    check(&outline(), "3 G V [ y", "° Second, second.\n3  Third.".replace("\n3", "\n\n3").as_str());
}

#[test]
fn a_fold_is_selected_with_what_it_hides() {
    check(
        &outline(),
        "2 G h V y",
        "2  Second.\n   ° Second, first.\n     - Deep, first.\n     - Deep, second.\n   ° Second, second.",
    );
    let mut driver = open(&outline());
    driver.press("2 G h v");
    assert!(!driver.reading().is_folded(driver.reading().block()), "words must be seen");
}

#[test]
fn a_selection_is_quoted_with_its_source() {
    check(&prose(), "] v w w w w c", "““One two, three” (four) 5%” — T, para p1");
    check(&outline(), "2 G V j c", "“Second.\nSecond, first.” — Outline, paras 2–2.1");
}

#[test]
fn it_ends_with_esc_and_with_its_own_key() {
    for keys in ["v Esc", "V Esc", "v v", "V V", "v V V", "V v v", "v q", "v Tab"] {
        let mut driver = open(&prose());
        driver.press("]").press(keys);
        assert!(driver.reading().selection().is_none(), "{keys}");
    }
}

#[test]
fn it_stays_the_same_words_at_any_width() {
    let words = "word ".repeat(60);
    let ron = release("T", &format!("Paragraph(text: \"begin {words} end\")"), "");
    let mut driver = Driver::text(&ron, SIZE);
    driver.press("] v 2 0 w");
    for (width, height) in [(40, 12), (200, 60), (20, 5), (80, 24)] {
        driver.resize(width, height);
    }
    assert_eq!(copied(&mut driver, "y"), format!("begin {}", "word ".repeat(20).trim()));
}

#[test]
fn what_is_selected_is_lit() {
    let mut driver = open(&prose());
    driver.press("] v w w");
    assert_eq!(driver.picture().in_role(Role::Selected), ["“One two, three"]);
    assert!(driver.status().contains("selecting 3 words"), "{}", driver.status());
    driver.press("V j");
    assert_eq!(driver.picture().in_role(Role::Selected).len(), 2);
    assert!(driver.status().contains("selecting 2 blocks"), "{}", driver.status());
}

#[test]
fn finding_moves_the_end() {
    let mut driver = open(&prose());
    driver.press("] v /").type_in("eight").press("Enter");
    assert_eq!(copied(&mut driver, "y"), "“One two, three” (four) 5% six.\nSeven eight.");
}

#[test]
fn the_screen_with_a_selection() {
    let mut driver = Driver::sample("2019-03-06-kazakhstan.en", (100, 30));
    driver.press("# 2 . 1 Enter v 9 w j").shows("selected-words");
    driver.press("V }").shows("selected-blocks");
    let mut arabic = Driver::sample("2025-02-18-oasis", SIZE);
    arabic.press("} v 6 w").shows("selected-arabic");
}

#[test]
fn while_text_is_selected_the_last_row_says_what_can_be_done_with_it() {
    for keys in ["v w", "V j"] {
        for size in [SIZE, (120, 40)] {
            let mut driver = Driver::text(&prose(), size);
            let status = driver.press("/ e Enter").press(keys).status();
            assert!(status.ends_with("Esc end   c quote   y copy   ? help"), "{status}");
            assert!(!status.contains("Tab"), "{status}");
        }
    }
}
