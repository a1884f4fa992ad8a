//! A draft reviewed: what is accepted, put right and dropped, and what is written.

use std::fs;
use std::path::PathBuf;

use pressroom::app::Start;
use pressroom::reader::effect::Effect;
use pressroom::reader::message::Message;
use pressroom::reader::model::Popup;
use pressroom::reader::reading::Focus;
use pressroom::release::Release;
use pressroom::text::Raw;
use pressroom::theme::Role;

use super::SIZE;
use crate::support::{Driver, release};

/// Four facts, two of them doubtful, in a text that says them.
fn draft() -> String {
    let body = r#"Numbered(number: "1", text: "Minister Anna Berg met Kim Lee on 5 March."),
        Numbered(number: "2", text: "Trade grew by 5 percent.")"#;
    let facts = r#"participants: [
            (name: "Anna Berg", title: "Minister", mentions: [(at: "1", quote: "Anna Berg")]),
            (name: "Kim Lee", doubt: "no title beside the name",
                mentions: [(at: "1", quote: "Kim Lee")]),
        ],
        dates: [(date: "2024-03-05", doubt: "the year is inferred",
            mentions: [(at: "1", quote: "5 March")])],
        figures: [(text: "5 percent", value: 5.0, unit: "%",
            mentions: [(at: "2", quote: "5 percent")])],"#;
    release("Talks", body, facts)
}

fn review_into(output: PathBuf, overwrite: bool, size: (u16, u16)) -> Driver {
    let (text, name) = (draft(), "talks.ron".to_owned());
    Driver::start(Start::Review { text, name, output, overwrite, doubts: Vec::new() }, size)
}

/// A review on the usual screen whose file cannot be written.
fn review() -> Driver {
    review_into(PathBuf::from("/nowhere/at/all/talks.ron"), false, SIZE)
}

#[test]
fn what_is_unsure_of_the_page_is_told_and_stands_at_the_end_of_the_facts() {
    let unsure = |doubts: &[&str]| {
        let (text, name) = (draft(), "talks.ron".to_owned());
        let (output, overwrite) = (PathBuf::from("/nowhere/at/all/talks.ron"), false);
        let doubts = doubts.iter().map(|doubt| (*doubt).to_owned()).collect();
        Driver::start(Start::Review { text, name, output, overwrite, doubts }, SIZE)
    };
    let mut driver = unsure(&["no title was found", "the issuer is\u{1b}[31m guessed"]);
    assert!(driver.said().ends_with("the first: no title was found"), "{}", driver.said());
    driver.press("G");
    let screen = driver.screen().join("\n");
    for words in ["Unsure of the page", "no title was found", "guessed"] {
        assert!(screen.contains(words), "{words} in\n{screen}");
    }
    let one = unsure(&["no title was found"]);
    assert_eq!(one.said(), "unsure of the page: no title was found");
    assert!(!unsure(&[]).screen().join("\n").contains("Unsure of the page"));
}

/// The text that `w` asks to be written, with its doubts where there are some.
#[track_caller]
fn written(driver: &mut Driver) -> String {
    let mut effects = driver.only_press("w");
    if driver.said().contains("doubtful still") {
        effects = driver.only_press("w");
    }
    match effects.as_slice() {
        [Effect::Save { text, .. }] => text.clone(),
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn current(driver: &Driver) -> usize {
    let panel = &driver.reading().panel;
    let fact = panel.fact().expect("a fact");
    driver.reading().document.release.facts().position(|other| other == fact).expect("one of them")
}

fn quits(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| matches!(effect, Effect::Quit))
}

#[test]
fn a_review_begins_at_the_first_doubt_with_its_words_lit() {
    for size in [SIZE, (120, 40), (40, 12)] {
        let driver = review_into(PathBuf::from("talks.ron"), false, size);
        assert_eq!((driver.reading().focus, current(&driver)), (Focus::Panel, 1));
        assert!(driver.status().contains("0 of 4 decided"), "{}", driver.status());
    }
    let driver = review_into(PathBuf::from("talks.ron"), false, (120, 40));
    assert_eq!(driver.picture().in_role(Role::Lit), ["Kim Lee"]);
    assert!(driver.status().contains("0 of 4 decided · 2 doubtful"), "{}", driver.status());
}

#[test]
fn accepting_goes_on_to_the_next_open_fact_and_around() {
    let mut driver = review();
    let mut seen = Vec::new();
    for _ in 0..3 {
        driver.press("y");
        seen.push(current(&driver));
    }
    assert_eq!(seen, [2, 3, 0]);
    driver.press("y");
    assert!(driver.said().starts_with("every fact is decided"), "{}", driver.said());
    assert!(!written(&mut driver).contains("doubt"));
}

#[test]
fn what_is_written_is_what_was_decided() {
    let mut driver = review();
    driver.press("y x");
    driver.press("j c End").type_in(" | growth | 2023").press("Enter");
    let text = written(&mut driver);
    let found = pressroom::release::parse(&text).expect("a release");
    assert_eq!(pressroom::release::write::write(&found), text, "in the one layout");
    let names: Vec<_> = found.participants.iter().map(|p| (p.name.as_str(), &p.doubt)).collect();
    assert_eq!(names, [("Anna Berg", &None), ("Kim Lee", &None)]);
    assert!(found.dates.is_empty());
    let figure = &found.figures[0];
    assert_eq!(figure.label.as_ref().map(Raw::as_str), Some("growth"));
    assert_eq!(figure.period.as_ref().map(Raw::as_str), Some("2023"));
    assert_eq!(figure.mentions.len(), 1);
}

#[test]
fn a_dropped_fact_stays_in_sight_and_can_be_taken_back() {
    let mut driver = review();
    driver.press("x");
    assert_eq!(current(&driver), 1);
    assert_eq!(driver.picture().in_role(Role::Dropped), ["Kim Lee"]);
    assert!(driver.screen().iter().any(|row| row.contains("✗ Kim Lee")));
    assert!(!written(&mut driver).contains("name: \"Kim Lee\""));
    driver.send(Message::Saved(Err("no".into())));
    driver.press("x");
    assert_eq!(driver.said(), "taken back");
    assert!(written(&mut driver).contains("name: \"Kim Lee\""));
}

#[test]
fn an_edit_keeps_the_place_and_shows_at_once() {
    let mut driver = review_into(PathBuf::from("talks.ron"), false, (120, 40));
    let place = driver.at();
    driver.press("c");
    assert!(driver.status().starts_with(">Kim Lee"), "{}", driver.status());
    driver.type_in(" | Envoy | Seoul").press("Enter");
    assert_eq!((driver.at(), current(&driver)), (place, 1));
    assert_eq!(driver.picture().in_role(Role::Lit), ["Kim Lee"]);
    let screen = driver.screen().join("\n");
    assert!(screen.contains("✎ Kim Lee") && screen.contains("Envoy, Seoul"), "{screen}");
    driver.press("c Enter");
    assert_eq!(driver.said(), "nothing is changed; y accepts the fact as it is");
}

#[test]
fn a_bad_date_or_number_is_told_and_the_line_stays() {
    let mut driver = review();
    driver.press("j c Ctrl-u").type_in("2024-02-31 | the talks").press("Enter");
    let fault = driver.picture().in_role(Role::Error).join(" ");
    assert!(fault.contains("February 2024 has 29 days"), "{fault}");
    assert!(driver.status().starts_with(">2024-02-31 | the talks"), "{}", driver.status());
    driver.press("Backspace");
    assert_eq!(driver.picture().in_role(Role::Error), Vec::<String>::new());
    driver.press("Esc j c Ctrl-u").type_in("5 percent | five | %").press("Enter");
    let fault = driver.picture().in_role(Role::Error).join(" ");
    assert!(fault.contains("five is not a number"), "{fault}");
    assert!(matches!(driver.model.popup, Some(Popup::Fact(_))));
    driver.press("Esc");
    assert!(driver.status().contains("0 of 4 decided"), "{}", driver.status());
}

#[test]
fn leaving_without_a_file_takes_a_word_of_its_own() {
    for focus in ["", "Tab ", "Esc ", "Tab i "] {
        let mut driver = review();
        let effects = driver.press("y").only_press(&format!("{focus}q"));
        assert!(effects.is_empty(), "{focus}: {effects:?}");
        assert_eq!(driver.said(), "w writes the file; Q leaves without writing");
        assert_eq!(driver.only_press("w w").len(), 1, "{focus}: where that is said, w writes");
    }
    assert!(quits(&review().only_press("Q")));
    assert!(quits(&review().only_press("Ctrl-c Ctrl-c")));
}

#[test]
fn a_written_file_is_told_and_no_longer_guarded_until_something_changes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("talks.ron");
    let mut driver = review_into(path.clone(), false, (200, 24));
    driver.press("y w w");
    assert!(driver.said().starts_with("written to "), "{}", driver.said());
    assert!(pressroom::release::parse(&fs::read_to_string(&path).unwrap()).is_ok());
    driver.press("x");
    assert!(driver.only_press("q").is_empty(), "there is something new");
    driver.press("w");
    assert!(!fs::read_to_string(&path).unwrap().contains("date:"), "its own file is replaced");
    assert!(quits(&driver.only_press("q")));
}

#[test]
fn a_file_that_is_there_is_not_replaced_unless_allowed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("talks.ron");
    fs::write(&path, "mine").unwrap();
    let mut driver = review_into(path.clone(), false, (200, 24));
    driver.press("w w");
    assert!(driver.said().contains("is there already"), "{}", driver.said());
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    assert!(driver.only_press("q").is_empty(), "it is still not written");
    review_into(path.clone(), true, (200, 24)).press("w w");
    assert_ne!(fs::read_to_string(&path).unwrap(), "mine");
}

#[test]
fn a_file_on_its_way_to_the_disk_is_waited_for() {
    for keys in ["q", "Q", "Ctrl-c Ctrl-c"] {
        let mut driver = review();
        let path = driver.model.review.as_ref().unwrap().output.clone();
        driver.only_press("w w");
        assert!(driver.only_press(keys).is_empty(), "{keys}");
        driver.send(Message::Saved(Ok(path.clone())));
        assert!(matches!(driver.asked.last(), Some(Effect::Quit)), "{keys}");
    }
    let mut driver = review();
    driver.only_press("w w Q");
    driver.send(Message::Saved(Err("no room".into())));
    assert_eq!(driver.said(), "no room");
    assert!(!quits(&driver.asked), "what was decided is not lost");
    driver.only_press("w");
    assert!(quits(&driver.only_press("Q Q")), "asked twice, at once");
}

#[test]
fn a_draft_is_not_read_again_and_not_left_for_another_release() {
    let mut driver = review();
    driver.press("x");
    assert!(driver.only_press("F5").is_empty());
    assert!(!driver.status().contains("reload"), "{}", driver.status());
    assert!(driver.only_press("J").is_empty());
    driver.press("Enter j Ctrl-o Tab");
    assert!(driver.status().contains("1 of 4 decided"), "{}", driver.status());
}

#[test]
fn the_help_tells_the_keys_of_a_review_and_does_them() {
    let mut driver = review_into(PathBuf::from("talks.ron"), false, (120, 60));
    driver.press("?");
    let help = driver.screen().join("\n");
    assert!(
        help.contains("Reviewing a draft") && help.contains("Write the release file"),
        "{help}"
    );
    driver.press("/").type_in("leave this").press("Enter Enter");
    assert!(driver.status().contains("left out"), "{}", driver.status());
    let mut other = Driver::text(&draft(), SIZE);
    other.press("? /").type_in("leave this").press("Enter Enter");
    assert!(other.said().contains("no draft under review"), "{}", other.said());
}

#[test]
fn the_panel_of_a_draft_under_review() {
    for (name, size) in [("review-120x40", (120, 40)), ("review-80x24", SIZE)] {
        let mut driver = review_into(PathBuf::from("talks.ron"), false, size);
        driver.press("k y j x j c End").type_in(" | growth").press("Enter g g j j");
        driver.shows(name);
        driver.press("c Ctrl-u").type_in("2024-13").press("Enter").shows(&format!("{name}-fault"));
    }
}

/// Two people in a paragraph, one of them named twice, and a day and a sum that nobody found.
fn repeated(size: (u16, u16)) -> Driver {
    let body = r#"Numbered(number: "1", text: "Kim Lee met Anna Berg. Later Kim Lee met Anna Berg again."),
        Numbered(number: "2", text: "On 9 March Norway lent 3 billion dollars.")"#;
    let facts = r#"published: "2024-03-10", participants: [
            (name: "Anna Berg", mentions: [(at: "1", quote: "Anna Berg")])],"#;
    let (text, name) = (release("Talks", body, facts), "talks.ron".to_owned());
    let output = PathBuf::from("/nowhere/at/all/talks.ron");
    Driver::start(Start::Review { text, name, output, overwrite: false, doubts: Vec::new() }, size)
}

/// The words that the mentions of a fact lead to, in reading order.
fn places(driver: &Driver, fact: usize) -> Vec<(usize, String)> {
    let reading = driver.reading();
    let release = &reading.document.release;
    let fact = release.facts().nth(fact).expect("a fact");
    let evidence = reading.evidence.as_ref().expect("examined");
    let place = |found: &pressroom::release::Found| {
        let range = found.range.start as usize..found.range.end as usize;
        (range.start, release.text_of(found.block).as_str()[range].to_owned())
    };
    evidence.of_fact(fact).map(place).collect()
}

#[test]
fn selected_words_become_a_participant() {
    let mut driver = repeated((120, 40));
    driver.press("Tab j v w a p");
    assert!(driver.status().starts_with(">Kim Lee"), "{}", driver.status());
    driver.type_in(" | Envoy").press("Enter");
    assert_eq!(driver.said(), "added; U takes it back");
    assert_eq!((driver.reading().focus, current(&driver)), (Focus::Text, 1));
    assert_eq!(driver.picture().in_role(Role::Lit), ["Kim Lee"]);
    assert_eq!(places(&driver, 1), [(0, "Kim Lee".to_owned())]);
    driver.press("Tab");
    assert!(driver.status().contains("1 of 2 decided"), "{}", driver.status());
    assert!(driver.screen().iter().any(|row| row.contains("✓ Kim Lee")), "it holds");
    let text = written(&mut driver);
    let found = pressroom::release::parse(&text).expect("a release");
    assert_eq!(found.participants[1].title.as_ref().map(Raw::as_str), Some("Envoy"));
    assert_eq!(pressroom::release::check(&found), []);
    driver.send(Message::Saved(Err("no".into())));
    driver.press("x");
    assert!(!written(&mut driver).contains("Kim Lee\","), "taken back");
}

/// What is written, read and checked.
#[track_caller]
fn written_well(driver: &mut Driver) -> Release {
    let found = pressroom::release::parse(&written(driver)).expect("a release");
    driver.send(Message::Saved(Err("no".into())));
    assert_eq!(pressroom::release::check(&found), []);
    found
}

#[test]
fn selected_words_become_one_more_mention_and_a_mention_goes_again() {
    for keys in ["A", "a m"] {
        let mut driver = repeated((120, 40));
        driver.press(&format!("Tab j v 1 0 w o 9 w {keys}"));
        assert_eq!(driver.said(), "one more mention of Anna Berg");
        assert_eq!((driver.reading().focus, current(&driver)), (Focus::Text, 0));
        assert!(driver.screen().iter().any(|row| row.contains("✓ Anna Berg")), "it holds");
        let both = places(&driver, 0);
        assert!(both.len() == 2 && both[1].1.contains("Anna Berg"), "{both:?}");
        assert_eq!(written_well(&mut driver).participants[0].mentions.len(), 2);
        driver.press("Tab X");
        assert_eq!(places(&driver, 0), both[..1]);
        assert_eq!(written_well(&mut driver).participants[0].mentions.len(), 1);
        driver.press("X");
        assert!(driver.said().contains("the only"), "{}", driver.said());
        assert_eq!(places(&driver, 0), both[..1]);
        driver.press("U");
        assert_eq!(places(&driver, 0), both);
        driver.press("U U");
        assert_eq!(places(&driver, 0), both[..1]);
    }
}

#[test]
fn adding_leaves_the_keyboard_in_the_text_where_more_words_can_be_selected() {
    let mut driver = repeated((120, 40));
    driver.press("Tab # 2 Enter v 2 w o w a d");
    let place = driver.at();
    driver.press("Enter");
    assert_eq!((driver.reading().focus, driver.at()), (Focus::Text, place));
    assert_eq!(driver.picture().in_role(Role::Lit), ["9 March"]);
    assert!(driver.only_press("v w w").is_empty(), "nothing is written");
    assert!(driver.status().contains("selecting 3 words"), "{}", driver.status());
    driver.press("Esc U");
    assert_eq!(driver.said(), "the last decision is taken back");
    assert_eq!(driver.reading().focus, Focus::Text);
    assert!(driver.reading().document.release.dates.is_empty());
    assert_eq!(driver.only_press("w").len(), 1, "the text of a draft writes, too");
    let mut other = Driver::text(&draft(), SIZE);
    assert!(other.press("w").said().starts_with("this is no draft"), "{}", other.said());
    let helps = |driver: &mut Driver| {
        driver.press("? / t a k e").screen().iter().any(|row| row.contains("Take back the last"))
    };
    assert!(helps(&mut driver) && !helps(&mut other), "the help tells it in a review only");
}

#[test]
fn doubts_are_written_only_when_asked_twice() {
    let mut driver = review();
    assert!(driver.only_press("w").is_empty());
    let sentence = "2 facts are doubtful still; w again writes them with their doubts";
    assert_eq!(driver.said(), sentence);
    driver.press("y");
    assert!(driver.only_press("w").is_empty(), "what was decided since is asked anew");
    assert_eq!(driver.said(), "1 fact is doubtful still; w again writes it with its doubt");
    assert_eq!(driver.only_press("w").len(), 1);
    driver.send(Message::Saved(Ok(PathBuf::from("talks.ron"))));
    driver.press("k x");
    assert_eq!(driver.only_press("w").len(), 1, "a file with doubts is there already");
}

#[test]
fn selected_words_become_a_date_and_a_figure() {
    let mut driver = repeated((120, 40));
    driver.press("Tab # 2 Enter v 2 w o w a d");
    assert!(driver.status().starts_with(">2024-03-09"), "{}", driver.status());
    driver.press("Enter");
    assert_eq!(driver.said(), "added; U takes it back");
    driver.press("# 2 Enter v 7 w o 5 w a f");
    assert!(driver.status().starts_with(">3 billion dollars |"), "{}", driver.status());
    driver.press("Enter");
    assert_eq!(driver.said(), "added; U takes it back");
    let found = written_well(&mut driver);
    assert_eq!(found.dates[0].date.as_str(), "2024-03-09");
    assert_eq!(found.dates[0].mentions.len(), 1);
    assert_eq!(
        (found.figures[0].text.as_str(), found.figures[0].mentions.len()),
        ("3 billion dollars", 1)
    );
    assert_eq!(
        (places(&driver, 1)[0].1.as_str(), places(&driver, 2)[0].1.as_str()),
        ("9 March", "3 billion dollars")
    );
}

#[test]
fn the_last_row_says_how_what_is_selected_becomes_a_fact_even_while_something_is_found() {
    let added = "A mention   af figure   ad date   ap participant   ? help";
    for size in [SIZE, (120, 40)] {
        let mut driver = review_into(PathBuf::from("talks.ron"), false, size);
        let status = driver.press("Tab / e Enter v w").status();
        assert!(status.contains("selecting"), "{status}");
        assert!(status.ends_with(added), "{status}");
    }
}
