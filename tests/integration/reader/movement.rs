//! Moving through the text.

use super::{nine, numbered, open, outline};
use crate::support::{Driver, release};

/// Presses keys after which the cursor must be at an address and line.
#[track_caller]
fn goes(driver: &mut Driver, keys: &str, at: &str) {
    driver.press(keys);
    assert_eq!(driver.at(), at, "after {keys}");
}

/// The first line of text on the screen.
fn top(driver: &Driver) -> String {
    let row = driver.reading().rows()[0];
    let address = driver.reading().document.addresses.name(row.block);
    format!("{address}{}", row.line.map_or(" gap".to_owned(), |line| format!("+{line}")))
}

#[test]
fn a_line_is_a_line_of_words_and_gaps_are_passed_over() {
    let mut driver = open(&nine());
    goes(&mut driver, "j", "1");
    goes(&mut driver, "j j j", "2");
    goes(&mut driver, "k", "1+2");
    goes(&mut driver, "Down Up Up", "1+1");
    goes(&mut driver, "k k k k k", "title");
}

#[test]
fn counts_repeat_what_follows() {
    let mut driver = open(&nine());
    goes(&mut driver, "5 j", "2+1");
    goes(&mut driver, "2 ]", "4");
    goes(&mut driver, "9 k", "1");
    goes(&mut driver, "9 9 9 9 9 9 9 9 9 9 9 j", "9+2");
    goes(&mut driver, "3 {", "7");
}

#[test]
fn a_count_before_the_end_is_the_number_of_a_paragraph() {
    let mut driver = open(&nine());
    goes(&mut driver, "3 G", "3");
    goes(&mut driver, "7 g g", "7");
    goes(&mut driver, "G", "9+2");
    goes(&mut driver, "g g", "title");
    goes(&mut driver, "1 2 G", "title");
    assert_eq!(driver.said(), "there is no paragraph 12 here");
}

#[test]
fn where_nothing_is_numbered_a_count_is_the_place_at_the_top_level() {
    let body = "Paragraph(text: \"A\", items: [Paragraph(text: \"inside\")]), Paragraph(text: \"B\"), Heading(text: \"C\")";
    let mut driver = open(&release("Plain", body, ""));
    goes(&mut driver, "2 G", "p2");
    goes(&mut driver, "3 G", "h1");
    goes(&mut driver, "}", "h1");
    goes(&mut driver, "{", "p2");
    goes(&mut driver, "{", "p1");
}

#[test]
fn blocks_are_gone_through_with_their_items_and_paragraphs_without() {
    let mut driver = open(&outline());
    for at in ["h1", "1", "2", "2.1", "2.1.1", "2.1.2", "2.2", "3", "3.1", "p1", "n1", "n1"] {
        goes(&mut driver, "]", at);
    }
    for at in ["p1", "3.1", "3", "2.2"] {
        goes(&mut driver, "[", at);
    }
    for at in ["2", "1", "title", "title"] {
        goes(&mut driver, "{", at);
    }
    for at in ["1", "2", "3", "3"] {
        goes(&mut driver, "}", at);
    }
}

#[test]
fn back_from_the_middle_of_a_block_is_to_its_start() {
    let mut driver = open(&nine());
    goes(&mut driver, "2 G j j [", "2");
    goes(&mut driver, "j {", "2");
    goes(&mut driver, "{", "1");
}

#[test]
fn a_page_keeps_two_lines() {
    // 21 rows: the title, then a gap and three lines for each paragraph.
    let mut driver = open(&numbered(30));
    assert_eq!(top(&driver), "title+0");
    let last_two: Vec<_> = driver.reading().rows()[19..].to_vec();
    driver.press("Space");
    assert_eq!(driver.reading().rows()[..2], last_two);
    let first_two: Vec<_> = driver.reading().rows()[..2].to_vec();
    driver.press("b");
    assert_eq!(driver.reading().rows()[19..], first_two);
    assert_eq!(top(&driver), "title+0");
}

#[test]
fn pages_reach_both_ends_and_stay_there() {
    let mut driver = open(&nine());
    goes(&mut driver, "Space Space Space Space", "9+2");
    goes(&mut driver, "Space", "9+2");
    assert_eq!(driver.reading().rows().len(), 21);
    goes(&mut driver, "b b b b b", "title");
    goes(&mut driver, "2 PageDown 2 PageDown", "9+2");
}

#[test]
fn half_a_page_is_half_a_page() {
    let mut driver = open(&nine());
    let middle = driver.reading().rows()[10];
    driver.press("Ctrl-d");
    assert_eq!(driver.reading().rows()[0], middle);
    driver.press("u");
    assert_eq!(top(&driver), "title+0");
}

#[test]
fn scrolling_by_a_line_moves_the_text_and_the_cursor_only_when_it_must() {
    let mut driver = open(&nine());
    driver.press("3 G");
    let mut tops = vec![top(&driver)];
    for _ in 0..12 {
        driver.press("Ctrl-e");
        let top = top(&driver);
        assert_ne!(tops.last(), Some(&top), "each time the text moves, after {tops:?}");
        tops.push(top);
    }
    tops.pop();
    for _ in 0..12 {
        driver.press("Ctrl-y");
        assert_eq!(Some(top(&driver)), tops.pop());
    }
    let mut driver = open(&nine());
    goes(&mut driver, "3 G Ctrl-e Ctrl-e", "3");
}

#[test]
fn a_line_is_placed_in_the_middle_at_the_top_and_at_the_bottom() {
    let mut driver = open(&nine());
    driver.press("5 G");
    let row = |driver: &Driver| {
        let cursor = driver.reading().cursor();
        let rows = driver.reading().rows();
        rows.iter().position(|r| r.block == cursor.block && r.line == Some(cursor.line))
    };
    driver.press("z t");
    assert!(row(&driver) <= Some(3), "{:?}", row(&driver));
    driver.press("z z");
    assert_eq!(row(&driver), Some(10));
    driver.press("z b");
    assert!(row(&driver) >= Some(17), "{:?}", row(&driver));
    assert_eq!(driver.at(), "5");
}

#[test]
fn a_digit_and_a_full_stop_ask_for_an_address() {
    let mut driver = open(&outline());
    driver.press("2 .");
    assert_eq!(driver.status().split("  ").next(), Some("#2."));
    goes(&mut driver, "1 . 2 Enter", "2.1.2");
    goes(&mut driver, "Ctrl-o", "title");
}

#[test]
fn an_address_may_be_typed_with_its_sign_in_any_case_and_chosen_from_matches() {
    let mut driver = open(&outline());
    goes(&mut driver, "# # 2 . 2 Enter", "2.2");
    goes(&mut driver, "# H 1 Enter", "h1");
    goes(&mut driver, "# 2 Down Down Enter", "2.1.1");
    goes(&mut driver, "# 2 Up Enter", "2.2");
    goes(&mut driver, "# Down Down Enter", "h1");
    goes(&mut driver, "# 3 Esc", "h1");
    goes(&mut driver, "# Backspace j", "1");
}

#[test]
fn nothing_typed_leads_nowhere_and_a_wrong_address_stays_to_be_put_right() {
    let mut driver = open(&outline());
    goes(&mut driver, "# 2 . 1 Enter", "2.1");
    goes(&mut driver, "# Enter", "2.1");
    goes(&mut driver, "# # Enter", "2.1");
    goes(&mut driver, "# Up Enter", "n1");
    goes(&mut driver, "# 2 . 9 Enter", "n1");
    assert!(driver.status().starts_with("#2.9"), "{}", driver.status());
    assert!(driver.screen().iter().any(|row| row.contains("there is no address 2.9")));
    goes(&mut driver, "Backspace 2 Enter", "2.2");
    assert!(driver.model.popup.is_none());
}

#[test]
fn a_new_size_keeps_the_words_under_the_cursor() {
    let word = |n: usize| format!("word{n:04}");
    let text: String = (0..600).map(|n| word(n) + " ").collect();
    let mut driver = open(&release("Long", &format!("Paragraph(text: {text:?})"), ""));
    driver.press("3 0 j");
    let words = |driver: &Driver| -> String {
        let cursor = driver.reading().cursor();
        let layout = driver.reading().layout_of(cursor.block).expect("laid out");
        layout
            .text()
            .slice(layout.start_of(cursor.line)..layout.start_of(cursor.line + 1))
            .to_string()
    };
    let before = words(&driver);
    let first = before.split(' ').next().expect("a word").to_owned();
    for (width, height) in [(40, 24), (200, 60), (23, 5), (0, 0), (120, 40), (61, 9), (12, 3)] {
        driver.resize(width, height);
        if width > 0 {
            assert!(
                words(&driver).contains(&first),
                "{first} not in {:?} at {width}",
                words(&driver)
            );
        }
    }
    driver.resize(80, 24);
    assert_eq!(words(&driver), before, "and comes back to the same line");
}

#[test]
fn what_is_at_the_top_stays_there_across_sizes() {
    let mut driver = open(&numbered(40));
    driver.press("5 G z t");
    let top = |driver: &Driver| {
        let row = driver.reading().rows()[0];
        let layout = driver.reading().layout_of(row.block).expect("laid out");
        let name = driver.reading().document.addresses.name(row.block).to_string();
        (name, row.line.map(|line| layout.start_of(line)))
    };
    let before = top(&driver);
    driver.press("2 j");
    for (width, height) in [(60, 30), (120, 40), (200, 20), (40, 30)] {
        driver.resize(width, height);
        assert_eq!(top(&driver).0, before.0, "at {width} × {height}");
    }
    driver.resize(80, 24);
    assert_eq!(top(&driver), before);
}

#[test]
fn an_unknown_key_says_so_and_esc_drops_what_was_begun() {
    let mut driver = open(&nine());
    driver.press("Z");
    assert_eq!(driver.said(), "Z does nothing here; ? shows what does");
    driver.press("z q");
    assert_eq!(driver.said(), "zq does nothing here; ? shows what does");
    driver.press("z Esc");
    assert_eq!(driver.said(), "");
    goes(&mut driver, "5 Esc j", "1");
    goes(&mut driver, "ㅓ", "1+1");
    assert_eq!(driver.said(), "");
}

#[test]
fn esc_drops_a_count_before_it_clears_anything_else() {
    let mut driver = open(&nine());
    driver.press("/ w o r d 3 Enter 5 Esc");
    assert!(driver.reading().find.is_some());
    driver.press("Esc");
    assert!(driver.reading().find.is_none());
}
