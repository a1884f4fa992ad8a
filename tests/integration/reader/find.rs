//! Finding words.

use super::{nine, open, outline};
use crate::support::{Driver, in_english, release};

/// What the search counted: `3/17`.
fn tally(driver: &Driver) -> String {
    driver.reading().find.as_ref().map_or(String::new(), |find| in_english(&find.tally()))
}

/// Looks for words; the cursor must come to a place, with a tally.
#[track_caller]
fn finds(driver: &mut Driver, words: &str, at: &str, counted: &str) {
    driver.press("/").type_in(words).press("Enter");
    assert_eq!((driver.at().as_str(), tally(driver).as_str()), (at, counted), "{words}");
}

fn mixed() -> String {
    let body = r#"
        Paragraph(text: "Café society. The CAFE opens."),
        Paragraph(text: "ＣＡＦＥ in full width, and 한국어."),
        Paragraph(text: "A cat (a*b) and a cot."),
    "#;
    release("Mixed", body, "")
}

#[test]
fn small_letters_find_any_case_accent_and_width_and_a_capital_is_meant() {
    finds(&mut open(&mixed()), "cafe", "p1", "1/3");
    finds(&mut open(&mixed()), "CAFE", "p1", "1/2");
    finds(&mut open(&mixed()), "café", "p1", "1/3");
    finds(&mut open(&mixed()), "한국", "p2", "1/1");
    finds(&mut open(&mixed()), "xyz", "title", "not found");
}

#[test]
fn what_is_typed_is_meant_as_it_stands_until_it_is_made_a_pattern() {
    finds(&mut open(&mixed()), "(a*b)", "p3", "1/1");
    let mut driver = open(&mixed());
    driver.press("/").type_in("c.t").press("Alt-r Enter");
    assert_eq!((driver.at().as_str(), tally(&driver).as_str()), ("p3", "1/2"));
    driver.press("/").type_in("c(").press("Alt-r");
    assert_ne!(tally(&driver), "not found");
    assert!(driver.status().contains("pattern"), "{}", driver.status());
    driver.press("Enter");
    assert_eq!(driver.at(), "p3");
}

#[test]
fn words_are_found_across_the_end_of_a_line() {
    let text = format!("{}needle in the hay", "word ".repeat(14));
    let mut driver = open(&release("Wrapped", &format!("Paragraph(text: {text:?})"), ""));
    finds(&mut driver, "needle in the", "p1", "1/1");
    let found = driver.picture().in_role(pressroom::theme::Role::CurrentHit);
    assert_eq!(found, ["needle", "in the"]);
}

#[test]
fn hits_are_gone_through_in_order_and_around_the_ends_with_a_word_about_it() {
    let mut driver = open(&nine());
    driver.press("5 G");
    finds(&mut driver, "word", "5", "113/252");
    let mut driver = open(&outline());
    driver.press("3 G");
    finds(&mut driver, "second", "2", "1/5");
    assert_eq!(driver.said(), "");
    for (keys, at, counted) in [
        ("n", "2.1", "2/5"),
        ("n", "2.1.2", "3/5"),
        ("3 n", "2", "1/5"),
        ("N", "2.2", "5/5"),
        ("2 N", "2.1.2", "3/5"),
    ] {
        driver.press(keys);
        assert_eq!((driver.at().as_str(), tally(&driver).as_str()), (at, counted), "{keys}");
    }
    driver.press("n n n");
    assert_eq!(driver.said(), "from the end to the first hit");
    driver.press("N");
    assert_eq!(driver.said(), "from the start to the last hit");
    driver.press("Esc n");
    assert_eq!(driver.said(), "nothing to find; / asks for words");
}

#[test]
fn going_on_to_what_was_not_found_says_so() {
    let mut driver = open(&mixed());
    finds(&mut driver, "qqqq", "title", "not found");
    for key in ["n", "N"] {
        driver.press(key);
        assert_eq!(driver.said(), "qqqq not found", "{key}");
    }
    driver.press("/").type_in("c(").press("Alt-r Enter");
    let wrong = tally(&driver);
    driver.press("n");
    assert!(!wrong.is_empty() && driver.said() == wrong, "{wrong}: {}", driver.said());
}

#[test]
fn after_moving_away_the_next_hit_is_the_next_from_here() {
    let mut driver = open(&nine());
    finds(&mut driver, "word1", "1", "1/28");
    driver.press("j j n");
    assert_eq!(driver.at(), "1+2");
    let mut driver = open(&nine());
    finds(&mut driver, "word", "1", "1/252");
    driver.press("4 G n");
    assert_eq!((driver.at().as_str(), tally(&driver).as_str()), ("4", "85/252"));
}

#[test]
fn the_next_hit_is_right_where_white_space_was_folded() {
    let gap = " ".repeat(300);
    let text = format!("a{gap}needle {}", "word ".repeat(40)) + "needle";
    let mut driver = open(&release("Folded", &format!("Paragraph(text: {text:?})"), ""));
    driver.press("j j");
    assert_eq!(driver.at(), "p1+1");
    driver.press("/").type_in("needle").press("Enter");
    assert_eq!(tally(&driver), "2/2", "the first one is above");
}

#[test]
fn words_inside_folded_blocks_are_found_and_the_blocks_open() {
    let mut driver = open(&outline());
    driver.press("z M");
    finds(&mut driver, "deep, second", "2.1.2", "1/1");
    assert!(driver.screen().iter().any(|row| row.contains("Deep, second")));
    let mut driver = open(&nine());
    driver.press("z M /").type_in("word3 word3").press("N");
    assert!(driver.screen().iter().any(|row| row.contains("word3")));
}

#[test]
fn the_cursor_goes_along_while_typing_and_esc_restores_the_place() {
    let mut driver = open(&nine());
    driver.press("8 G z a 4 G Ctrl-e Ctrl-e");
    let (place, before) = (driver.at(), driver.screen());
    driver.press("/").type_in("word8");
    assert_eq!(driver.at(), "8");
    driver.press(&"Down ".repeat(14));
    assert_eq!(driver.at(), "8+1");
    driver.press("Esc");
    assert_eq!(driver.at(), place);
    assert_eq!(driver.screen(), before, "the same rows, folded as they were");
    driver.press("2 G");
    driver.press("/").type_in("word9").press("Backspace Backspace Backspace Backspace Backspace");
    assert_eq!(driver.at(), "2");
    driver.press("Backspace");
    assert!(driver.model.popup.is_none());
}

#[test]
fn hits_can_be_looked_through_before_enter_and_the_jump_is_remembered() {
    let mut driver = open(&outline());
    driver.press("/").type_in("second").press("Down Down Enter");
    assert_eq!((driver.at().as_str(), tally(&driver).as_str()), ("2.1.2", "3/5"));
    driver.press("Ctrl-o");
    assert_eq!(driver.at(), "title");
}

#[test]
fn what_was_looked_for_before_comes_back_with_up_and_down() {
    let mut driver = open(&mixed());
    driver.press("/").type_in("cafe").press("Enter /").type_in("c.t").press("Alt-r Enter");
    let typed = |driver: &Driver| {
        let find = driver.reading().find.as_ref().expect("it is typed");
        (find.wanted.query.clone(), find.wanted.is_pattern)
    };
    driver.press("/ Up");
    assert_eq!((typed(&driver), driver.at().as_str()), (("c.t".to_owned(), true), "p3"));
    assert!(driver.status().starts_with("/c.t"), "{}", driver.status());
    driver.press("Up Up");
    assert_eq!((typed(&driver), driver.at().as_str()), (("cafe".to_owned(), false), "p1"));
    driver.press("Down Down");
    assert_eq!(typed(&driver), (String::new(), false));
    driver.press("Up Up").type_in(" s").press("Enter");
    assert_eq!(driver.at(), "p1", "it can be changed");
    // Where there is nothing to bring back, what is typed is read as it was.
    driver.press("Esc &").type_in("c.t").press("Alt-r Down");
    let keep = driver.reading().keep.as_ref().expect("it is typed");
    assert!(keep.wanted.is_pattern);
    driver.press("Esc");
    // From then on, the keys go from hit to hit again.
    driver.press("/ Up Backspace Backspace Down");
    assert_eq!(typed(&driver).0, "cafe");
}

#[test]
fn enter_without_words_looks_for_the_last_ones_once_more() {
    let mut driver = open(&outline());
    driver.press("/ Enter");
    assert!(driver.reading().find.is_none());
    finds(&mut driver, "second", "2", "1/5");
    for (at, counted) in [("2.1", "2/5"), ("2.1.2", "3/5")] {
        driver.press("/ Enter");
        assert_eq!((driver.at().as_str(), tally(&driver).as_str()), (at, counted));
    }
    driver.press("Ctrl-o");
    assert_eq!(driver.at(), "2.1");
    driver.press("Esc g g / Enter n");
    assert_eq!((driver.at().as_str(), tally(&driver).as_str()), ("2.1", "2/5"));
}

#[test]
fn what_was_kept_and_words_under_the_cursor_were_looked_for_as_well() {
    let mut driver = open(&outline());
    driver.press("&").type_in("second").press("Enter Esc / Enter");
    assert_eq!((driver.at().as_str(), tally(&driver).as_str()), ("2", "1/5"));
    driver.press("Esc &").type_in("fir").press("Up");
    assert!(driver.status().starts_with("&second"), "{}", driver.status());
    driver.press("Down");
    assert!(driver.status().starts_with("&fir"), "{}", driver.status());
    driver.press("Esc *");
    let word = driver.reading().find.as_ref().expect("a word").wanted.query.clone();
    driver.press("Esc / Up");
    assert!(driver.status().starts_with(&format!("/{word}")), "{}", driver.status());
}

#[test]
fn all_hits_are_lit_and_the_current_one_differently() {
    use pressroom::theme::Role;
    let mut driver = open(&outline());
    driver.press("/").type_in("second").press("Enter");
    let picture = driver.picture();
    assert_eq!(picture.in_role(Role::CurrentHit), ["Second"]);
    assert_eq!(picture.in_role(Role::Hit), ["Second", "second", "Second", "second"]);
}

#[test]
fn spaces_are_typed_as_they_are() {
    let mut driver = open(&nine());
    driver.press("/ Space a Space Space b Space");
    assert!(driver.status().starts_with("/ a  b "), "{}", driver.status());
    let cursor = driver.picture().cursor.expect("something is typed");
    assert_eq!(cursor.x, 7);
}

#[test]
fn a_mark_typed_after_its_letter_joins_it() {
    let mut driver = open(&mixed());
    driver.press("/").type_in("cafe\u{301}");
    assert_eq!(tally(&driver), "1/3");
    driver.press("Esc /").type_in("ㅎㅏㄴ");
    assert!(driver.status().starts_with("/ㅎㅏㄴ"));
}

#[test]
fn pasted_text_is_one_harmless_line_and_never_taken_for_keys() {
    let mut driver = open(&nine());
    driver.send(pressroom::reader::Message::Paste("jjjq\n".to_owned()));
    assert_eq!(
        (driver.at().as_str(), driver.said()),
        ("title", "pasted text is not taken for keys; / first")
    );
    driver.press("/");
    driver.send(pressroom::reader::Message::Paste("word2\nword2\u{1b}".to_owned()));
    assert!(driver.status().starts_with("/word2 word2␛"), "{}", driver.status());
    driver.press("Backspace");
    assert_eq!(driver.at(), "2");
}

#[test]
fn steps_asked_for_before_the_answer_count_from_its_first_hit() {
    let mut driver = open(&mixed());
    driver.press("/").type_in("caf");
    // The answer to the last letter is on its way while these are pressed.
    let asked = driver.only_press("e Enter n n N");
    assert_eq!((tally(&driver).as_str(), driver.said()), ("1/3", ""));
    driver.perform(asked);
    assert_eq!((driver.at().as_str(), tally(&driver).as_str()), ("p1", "2/3"));
}

#[test]
fn nothing_is_called_not_found_before_it_was_looked_for() {
    let mut driver = open(&mixed());
    driver.press("/");
    let asked = driver.only_press("q");
    assert_eq!(tally(&driver), "…");
    driver.perform(asked);
    assert_eq!(tally(&driver), "not found");
}

#[test]
fn a_search_for_the_word_under_the_cursor_is_awaited_like_one_that_was_typed() {
    let mut driver = open(&nine());
    driver.press("3 G");
    let asked = driver.only_press("*");
    assert_eq!(tally(&driver), "…");
    driver.press("n");
    assert_eq!(driver.said(), "");
    driver.perform(asked);
    assert_eq!(tally(&driver), "3/28", "past the word itself, then one further");
}
