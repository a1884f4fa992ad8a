//! The facts: to their words and back.

use pressroom::reader::reading::Focus;
use pressroom::reader::reading::panel::{Item, Part};
use pressroom::text::width::cells;
use pressroom::theme::Role;

use super::{SIZE, open};
use crate::support::{Driver, release};

fn kazakhstan(size: (u16, u16)) -> Driver {
    Driver::sample("2019-03-06-kazakhstan.en", size)
}

/// The words lit, on the screen.
fn lit(driver: &Driver) -> Vec<String> {
    driver.picture().in_role(Role::Lit)
}

/// The first line of the panel's entry under the cursor.
fn entry(driver: &Driver) -> String {
    let rows = driver.screen();
    let row = rows.iter().find(|row| row.contains('▸') && !row.contains("▸ 1")).expect("an entry");
    row.rsplit('▸').next().expect("after the mark").trim().to_owned()
}

#[test]
fn tab_goes_to_the_first_fact_of_the_block_and_lights_its_words() {
    let mut driver = kazakhstan((120, 40));
    driver.press("# 2 . 3 Enter Tab");
    assert!(entry(&driver).starts_with("more than doubled"), "{}", entry(&driver));
    assert_eq!(lit(&driver), ["more than doubled"]);
    driver.press("Tab");
    assert_eq!((driver.at().as_str(), driver.reading().focus), ("2.3", Focus::Text));
    assert_eq!(lit(&driver), Vec::<String>::new());
}

#[test]
fn in_the_panel_the_text_shows_the_words_while_the_cursor_stays() {
    let mut driver = kazakhstan(SIZE);
    driver.press("Tab g g j j j j j j");
    assert_eq!(driver.at(), "title");
    assert_eq!(lit(&driver), ["November 2014"]);
    driver.press("Esc");
    assert_eq!(driver.at(), "title");
    assert!(driver.screen()[2].starts_with('▌'), "the text is back at the cursor");
}

#[test]
fn enter_goes_to_the_words_and_back_leads_back() {
    let mut driver = kazakhstan(SIZE);
    driver.press("j Tab g g j j j j j j Enter");
    let at = driver.at();
    assert!(at.starts_with("2.3"), "{at}");
    assert_eq!(lit(&driver), ["November 2014"]);
    driver.press("Ctrl-o");
    assert_eq!((driver.at().as_str(), driver.reading().focus), ("1", Focus::Panel));
    assert!(entry(&driver).starts_with("November 2014"), "{}", entry(&driver));
    assert_eq!(lit(&driver), ["November 2014"]);
    driver.press("Alt-Right");
    assert_eq!((driver.at(), driver.reading().focus), (at, Focus::Text));
    driver.press("f Esc");
    assert_eq!(lit(&driver), Vec::<String>::new());
}

#[test]
fn the_mentions_of_a_fact_are_gone_through_around_the_ends() {
    let mut driver = kazakhstan((120, 40));
    driver.press("Tab g g");
    let mut said = Vec::new();
    for _ in 0..6 {
        driver.press("]");
        said.push(driver.said().to_owned());
        assert!(!lit(&driver).is_empty(), "the text shows them");
    }
    let count: usize = said[0].rsplit(' ').next().and_then(|n| n.parse().ok()).expect("a count");
    assert_eq!(said[0], format!("mention 2 of {count}"));
    assert!(said.contains(&format!("mention 1 of {count}")) || count > 6);
    driver.press("g g [");
    assert_eq!(driver.said(), format!("mention {count} of {count}"));
}

#[test]
fn facts_are_gone_through_in_the_text() {
    let mut driver = kazakhstan((120, 40));
    let mut seen = Vec::new();
    for _ in 0..4 {
        driver.press("f");
        seen.push(lit(&driver).first().cloned().unwrap_or_default());
    }
    assert_eq!(seen, ["9th", "Yoon Soon-gu", "Tleuberdi Mukhtar", "March 6, 10:00-14:00"]);
    driver.press("F");
    assert_eq!(lit(&driver)[0], "Tleuberdi Mukhtar");
    driver.press("g g F");
    assert_eq!(driver.said(), "no more facts this way");
}

#[test]
fn a_fact_is_found_on_the_cursors_line_where_white_space_was_folded() {
    let gap = " ".repeat(300);
    let text = format!("a{gap}Ann {}Bob", "word ".repeat(40));
    let people = "participants: [(name: \"Ann\", mentions: [(at: \"p1\", quote: \"Ann\")]), (name: \"Bob\", mentions: [(at: \"p1\", quote: \"Bob\")])]";
    let mut driver = open(&release("Folded", &format!("Paragraph(text: {text:?})"), people));
    driver.press("j j f");
    assert_eq!(lit(&driver), ["Bob"]);
}

#[test]
fn enter_in_the_text_goes_to_the_blocks_facts_or_says_there_are_none() {
    let mut driver = kazakhstan(SIZE);
    driver.press("# n 1 Enter Enter");
    assert_eq!(driver.said(), "no facts are tied to this block");
    driver.press("# 4 . 1 Enter Enter");
    assert_eq!(driver.reading().focus, Focus::Panel);
}

#[test]
fn the_panel_is_shown_hidden_widened_and_narrowed() {
    let width = |driver: &Driver| driver.model.areas().panel.width;
    let mut driver = kazakhstan((120, 40));
    let usual = width(&driver);
    assert_eq!(width(driver.press(">")), usual + 4);
    assert_eq!(width(driver.press("< <")), usual - 4);
    assert_eq!(width(driver.press("i")), 0);
    assert_eq!(width(driver.press("Tab")), usual - 4, "to look into it, it shows");
    assert_eq!(width(driver.press("Tab")), 0);
    assert_eq!(width(driver.press("i")), usual - 4);
    let mut driver = kazakhstan(SIZE);
    assert_eq!(width(&driver), 0);
    assert_eq!(width(driver.press("i")), 80);
    assert_eq!(width(driver.press("i")), 0);
}

#[test]
fn where_there_is_room_for_one_pane_text_and_facts_take_turns() {
    for size in [(50, 16), (59, 40), (120, 10)] {
        let mut driver = kazakhstan(size);
        let text = driver.screen();
        driver.press("i");
        assert_eq!(driver.reading().focus, Focus::Panel, "{size:?}");
        let shown = driver.screen();
        assert!(driver.model.areas().text.is_empty() && shown != text, "{size:?}");
        driver.press("i");
        assert_eq!((driver.reading().focus, driver.screen()), (Focus::Text, text), "{size:?}");
    }
}

#[test]
fn the_panel_does_not_go_further_than_it_shows() {
    let width = |driver: &Driver| driver.model.areas().panel.width;
    let mut driver = kazakhstan((120, 40));
    let widest = width(driver.press("9 9 > > > > > > > > > > > > > > > > > > > > > > > > > > >"));
    let one_less = width(driver.press("<"));
    assert!(one_less < widest, "the first key back does something: {one_less}, {widest}");
}

#[test]
fn a_fact_without_words_in_the_text_says_so() {
    let more = "participants: [(name: \"Nobody\"), (name: \"Lost\", mentions: [(at: \"p1\", quote: \"not there\")])]";
    let mut driver = open(&release("Facts", "Paragraph(text: \"Words.\")", more));
    for keys in ["Tab g g Enter", "j Enter", "]"] {
        driver.press(keys);
        assert_eq!(driver.said(), "no words are tied to this", "{keys}");
    }
    driver.press("G Enter");
    assert_eq!(driver.said(), "no words are tied to this");
}

#[test]
fn facts_on_folded_blocks_open_them() {
    let mut driver = kazakhstan(SIZE);
    driver.press("z M Tab g g j j j j j j Enter");
    assert!(driver.at().starts_with("2.3"));
    assert_eq!(lit(&driver), ["November 2014"]);
}

#[test]
fn a_page_of_the_panel_passes_over_nothing() {
    let mut driver = kazakhstan((120, 24));
    driver.press("Tab g g");
    let facts = driver.reading().panel.items.len();
    let mut seen = std::collections::BTreeSet::new();
    let mut pages = 0;
    while seen.len() < facts {
        let area = driver.model.areas().panel;
        let panel = &driver.reading().panel;
        let mut room = usize::from(area.height);
        for index in panel.top..facts {
            let taken = panel.lines(&driver.reading().document, index, area.width).len();
            if taken > room {
                break;
            }
            room -= taken;
            seen.insert(index);
        }
        driver.press("Space");
        pages += 1;
        assert!(pages < 20, "{seen:?} of {facts}");
    }
    assert!(pages < 8, "a page is more than an entry: {pages}");
}

#[test]
fn the_panel_shows_the_facts_of_the_block_and_the_lit_one() {
    let mut driver = kazakhstan(SMALL_PANEL);
    driver.press("2 G");
    let shown = driver.screen().join("\n");
    assert!(shown.contains("• 2018") && shown.contains("• 2019"), "{shown}");
    driver.press("# 5 Enter");
    for _ in 0..2 {
        driver.press("f");
        let words = lit(&driver)[0].clone();
        let fact = driver.reading().panel.position(driver.reading().lit.expect("lit").fact);
        assert!(fact >= Some(driver.reading().panel.top), "{words}");
    }
}

/// Side by side, and room for a few facts only.
const SMALL_PANEL: (u16, u16) = (100, 14);

#[test]
fn back_leads_to_the_fact_in_another_release_too() {
    let one =
        r#"participants: [(name: "Lee"), (name: "Kim", mentions: [(at: "p1", quote: "Kim")])]"#;
    let one = release("One", r#"Paragraph(text: "Lee and Kim")"#, one);
    let mut driver = Driver::list(&[("a.ron", &one), ("b.ron", &super::nine())], (120, 40));
    driver.press("Enter Tab G");
    let (place, cursor) = (driver.place(), driver.reading().panel.cursor);
    driver.press("J");
    assert_ne!(driver.place(), place);
    assert_eq!(driver.reading().focus, Focus::Text);
    driver.press("Ctrl-o");
    assert_eq!((driver.place(), driver.reading().focus), (place, Focus::Panel));
    assert_eq!((driver.reading().panel.cursor, lit(&driver)), (cursor, vec!["Kim".to_owned()]));
}

#[test]
fn a_name_too_long_for_narrow_facts_ends_in_a_sign_and_clear_of_its_addresses() {
    let name = "Wolfeschlegelsteinhausenbergerdorff of the Commission for Inland Water Transport";
    let facts = format!(
        r#"participants: [(name: "Lee", mentions: [(at: "10.1.2.3", quote: "Lee")]),
            (name: "{name}", mentions: [(at: "10.1.2.3", quote: "Lee")])]"#
    );
    let text = release("Narrow", r#"Paragraph(text: "Lee")"#, &facts);
    let mut driver = Driver::text(&text, (100, 24));
    driver.press(&"< ".repeat(20));
    let document = std::sync::Arc::clone(&driver.reading().document);
    let width = driver.model.areas().panel.width;
    let panel = &driver.reading().panel;
    let index = panel.items.iter().rposition(|item| matches!(item, Item::Fact(_))).expect("two");
    let lines = panel.lines(&document, index, width);
    let part = |wanted: fn(&Part) -> bool| {
        let words = lines.iter().flatten().filter(move |(_, part, _)| wanted(part));
        words.map(|(_, _, words)| words.to_string()).collect::<Vec<_>>()
    };
    let names = part(|part| matches!(part, Part::Name(_)));
    assert!(names.last().is_some_and(|last| last.ends_with('…')), "{names:?}");
    assert_eq!(part(|part| *part == Part::Addresses).len(), 1);
    for line in &lines {
        for (one, next) in line.iter().zip(line.iter().skip(1)) {
            assert!(usize::from(one.0) + cells(&one.2) < usize::from(next.0), "{line:?}");
        }
    }
}

#[test]
fn a_release_opens_with_its_participants_whatever_its_title_names() {
    let names = ["2025-11-28-amber-coast", "2023-10-26-un-ai-advisory"];
    for (name, size, keys) in
        [(names[0], (120, 40), ""), (names[1], (120, 40), ""), (names[0], SIZE, "i")]
    {
        let mut driver = Driver::sample(name, size);
        if !keys.is_empty() {
            driver.press(keys);
        }
        assert_eq!(driver.reading().panel.top, 0, "{name}");
        assert!(driver.screen().iter().any(|row| row.contains("PARTICIPANTS")), "{name}");
        // Nor does it jump when the screen changes; it follows who reads on.
        driver.resize(size.0, size.1 - 1);
        assert_eq!(driver.reading().panel.top, 0, "{name}");
        driver.press("f");
        assert!(!lit(&driver).is_empty());
        driver.press("G");
        assert!(driver.reading().panel.top > 0, "{name}");
    }
}
