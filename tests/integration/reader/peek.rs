//! Looking at another place without going there.

use pressroom::reader::effect::Effect;
use pressroom::reader::model::{Popup, Screen};
use pressroom::theme::Role;

use super::{nine, open, outline};
use crate::support::{Driver, release};

const USUAL: (u16, u16) = (120, 40);

fn kazakhstan(size: (u16, u16)) -> Driver {
    Driver::sample("2019-03-06-kazakhstan.en", size)
}

/// The title of the popup; nothing when there is none.
fn title(driver: &Driver) -> Option<String> {
    match &driver.model.popup {
        Some(Popup::Peek(peek)) => Some(peek.title().shown(driver.model.language).to_string()),
        _ => None,
    }
}

#[test]
fn from_the_facts_a_look_shows_each_mention_and_moves_nothing() {
    let mut driver = kazakhstan(USUAL);
    driver.press("Tab g g");
    let before = driver.screen();
    driver.press("p");
    assert_eq!(title(&driver).as_deref(), Some("Yoon Soon-gu at 1 · 1/5"));
    assert!(driver.picture().in_role(Role::PopupTitle).concat().contains("Yoon Soon-gu"));
    driver.press("p");
    assert_eq!(title(&driver).as_deref(), Some("Yoon Soon-gu at 2.1 · 2/5"));
    driver.press("n 2 n N");
    assert_eq!(title(&driver).as_deref(), Some("Yoon Soon-gu at 3.1 · 4/5"));
    assert_eq!(driver.at(), "title");
    driver.press("Esc");
    assert_eq!(driver.screen(), before);
}

#[test]
fn a_look_from_the_facts_begins_with_the_mention_that_is_lit_and_counts_it_as_the_facts_do() {
    let mut driver = kazakhstan(USUAL);
    driver.press("Tab g g ]");
    assert_eq!(driver.said(), "mention 2 of 5");
    driver.press("p");
    assert_eq!(title(&driver).as_deref(), Some("Yoon Soon-gu at 2.1 · 2/5"));
    driver.press("3 n n");
    assert_eq!(title(&driver).as_deref(), Some("Yoon Soon-gu at 1 · 1/5"));
}

#[test]
fn enter_goes_where_one_looks_and_back_leads_back() {
    let mut driver = kazakhstan(USUAL);
    driver.press("Tab g g p p Enter");
    assert_eq!((title(&driver), driver.at().as_str()), (None, "2.1"));
    assert!(!driver.picture().in_role(Role::Lit).is_empty());
    driver.press("Ctrl-o");
    assert_eq!(driver.at(), "title");
}

#[test]
fn from_the_text_a_look_goes_to_the_other_mentions_of_the_fact_here() {
    let mut driver = kazakhstan(USUAL);
    driver.press("1 G p");
    assert_eq!(title(&driver).as_deref(), Some("Yoon Soon-gu at 2.1 · 1/4 · fact 1/3"));
    driver.press("N");
    assert!(title(&driver).is_some_and(|title| title.ends_with("· fact 3/3")));
    driver.press("n 4 n");
    assert_eq!(title(&driver).as_deref(), Some("Tleuberdi Mukhtar at 2.2 · 1/3 · fact 2/3"));
    driver.press("q");
    assert_eq!((title(&driver), driver.at().as_str()), (None, "1"));
}

#[test]
fn without_facts_a_look_goes_to_the_next_paragraphs_and_with_a_count_to_that_one() {
    let mut driver = open(&nine());
    driver.press("p");
    assert_eq!(title(&driver).as_deref(), Some("A look at 1"));
    driver.press("n n");
    assert_eq!(title(&driver).as_deref(), Some("A look at 3"));
    driver.press("Esc 7 p");
    assert_eq!(title(&driver).as_deref(), Some("A look at 7"));
    driver.press("n");
    assert_eq!(driver.said(), "there is nothing else to look at");
    driver.press("Enter");
    assert_eq!(driver.at(), "7");
    driver.press("G p");
    assert_eq!((title(&driver), driver.said()), (None, "nothing further on to look at"));
    driver.press("4 0 p");
    assert_eq!(driver.said(), "there is no paragraph 40 here");
}

#[test]
fn a_look_scrolls_while_the_text_below_stays() {
    let mut driver = open(&nine());
    driver.press("p");
    let text = driver.reading().rows().to_vec();
    driver.press("G");
    assert!(driver.screen().iter().any(|row| row.contains("word9")));
    driver.press("g g d u j k").wheel((40, 18), 3);
    assert_eq!(driver.reading().rows(), text);
    driver.click((2, 2));
    assert_eq!((title(&driver), driver.at().as_str()), (None, "title"));
}

#[test]
fn what_is_folded_shows_in_a_look_and_stays_folded() {
    let mut driver = open(&outline());
    driver.press("z M 3 p");
    assert!(driver.screen().iter().any(|row| row.contains("Third, first.")));
    driver.press("Esc");
    assert!(!driver.screen().iter().any(|row| row.contains("Third, first.")));
}

#[test]
fn from_the_list_a_look_shows_a_release_and_the_next_without_opening_it() {
    let mut driver = Driver::samples(USUAL);
    driver.press("p");
    assert!(matches!(driver.model.screen, Screen::List));
    let first = title(&driver).expect("a look");
    driver.press("n");
    assert_ne!(title(&driver).as_ref(), Some(&first));
    driver.press("N");
    assert_eq!(title(&driver).as_ref(), Some(&first));
    driver.press("Esc");
    assert_eq!((title(&driver), driver.shelf().cursor), (None, 0));
    driver.press("p n n Enter");
    assert!(driver.place().starts_with("2025-11-28-amber"), "{}", driver.place());
    assert_eq!(driver.shelf().cursor, 2);
}

#[test]
fn a_file_that_is_no_release_says_so() {
    let faulty = "Release(format: 1, titel: \"x\", body: [])";
    let mut driver = Driver::list(&[("a.ron", faulty)], USUAL);
    driver.press("p");
    assert_eq!(title(&driver), None);
    assert!(driver.said().starts_with("a.ron does not open: "), "{}", driver.said());
}

#[test]
fn a_look_at_another_version_of_the_release() {
    let mut driver = kazakhstan(USUAL);
    driver.press("2 G Tab G k p");
    let title = title(&driver).expect("a look");
    assert_eq!(title, "A look into 2019-03-06-kazakhstan.ko.ron");
    driver.press("Enter");
    assert_eq!(driver.place(), "2019-03-06-kazakhstan.ko.ron 2");
    driver.press("Ctrl-o");
    assert_eq!(driver.place(), "2019-03-06-kazakhstan.en.ron 2");
}

#[test]
fn a_release_that_comes_when_one_has_gone_on_is_not_shown() {
    let mut driver = Driver::list(&[("a.ron", &nine()), ("b.ron", &outline())], USUAL);
    let asked: Vec<Effect> = driver.only_press("p");
    driver.press("j Enter");
    driver.perform(asked);
    assert_eq!(title(&driver), None);
    assert!(matches!(driver.model.screen, Screen::Reading(_)));
}

#[test]
fn the_words_under_the_cursor_are_found() {
    let mut driver = kazakhstan(USUAL);
    // The fact of the line, from its words on to the next.
    driver.press("1 G *");
    let find = driver.reading().find.as_ref().expect("a find");
    assert_eq!(find.wanted.query, "Yoon Soon-gu");
    // A lit one comes first.
    driver.press("Esc 2 G f *");
    let lit = driver.picture().in_role(Role::CurrentHit).join(" ");
    assert_eq!(driver.reading().find.as_ref().map(|f| f.wanted.query.as_str()), Some(&*lit));
    // In the panel, the name as printed.
    driver.press("Esc Esc g g Tab g g *");
    let find = driver.reading().find.as_ref().expect("a find");
    assert_eq!((find.wanted.query.as_str(), driver.at().as_str()), ("Yoon Soon-gu", "1"));
}

#[test]
fn without_a_fact_the_first_word_that_is_not_short_is_found_where_it_stands_next() {
    let body = "Paragraph(text: \"Of the harbour.\"), Paragraph(text: \"A harbour by the sea.\"), \
        Paragraph(text: \"\"), Paragraph(text: \"The end.\")";
    let mut driver = open(&release("Port", body, ""));
    driver.press("j *");
    assert_eq!(driver.at(), "p2");
    assert!(driver.status().contains("/harbour 2/2"), "{}", driver.status());
    driver.press("n");
    assert_eq!(driver.at(), "p1");
    driver.press("Ctrl-o Ctrl-o");
    assert_eq!(driver.at(), "p1");
    driver.press("# p 3 Enter *");
    assert_eq!(driver.said(), "there is no word here to look for");
    driver.press("# p 4 Enter *");
    assert!(driver.status().contains("/The"), "short words are better than none");
}
