//! What is asked for, as values; and what becomes of answers that come late.

use std::sync::Arc;

use pressroom::library::Source;
use pressroom::reader::effect::Effect;
use pressroom::reader::message::Message;
use pressroom::reader::model::Popup;

use super::{SIZE, nine, open, outline};
use crate::support::{Driver, release, sample};

#[test]
fn a_short_release_is_examined_as_it_is_opened_and_a_long_one_afterwards() {
    let driver = open(&nine());
    assert!(matches!(driver.asked[..], [Effect::Open { .. }, Effect::Check(..)]));
    assert!(driver.reading().evidence.is_some());
    let text = "words ".repeat(20_000);
    let driver = open(&release("Long", &format!("Paragraph(text: {text:?})"), ""));
    assert!(matches!(
        driver.asked[..],
        [Effect::Open { .. }, Effect::Examine(_), Effect::Check(..)]
    ));
    assert!(driver.reading().evidence.is_some());
}

#[test]
fn each_letter_typed_asks_anew_and_only_the_newest_answer_counts() {
    let mut driver = open(&nine());
    let mut effects = driver.only_press("/ w o r d 9");
    let queries: Vec<&str> = effects
        .iter()
        .map(|effect| match effect {
            Effect::Find { wanted, .. } => wanted.query.as_str(),
            _ => "another effect",
        })
        .collect();
    assert_eq!(queries, ["w", "wo", "wor", "word", "word9"]);
    let newest = effects.pop().expect("five");
    driver.perform(vec![newest]);
    assert_eq!(driver.at(), "9");
    driver.perform(effects);
    assert_eq!(driver.at(), "9", "late answers change nothing");
    driver.press("Esc");
    let late = driver.only_press("/ w");
    driver.press("Esc");
    driver.perform(late);
    assert!(driver.reading().find.is_none());
}

#[test]
fn an_answer_that_comes_after_enter_is_still_a_jump() {
    let mut driver = open(&nine());
    driver.press("j");
    let effects = driver.only_press("/ w o r d 9 Enter");
    assert_eq!(driver.at(), "1");
    driver.perform(effects);
    assert_eq!(driver.at(), "9");
    driver.press("Ctrl-o");
    assert_eq!(driver.at(), "1");
}

#[test]
fn facts_of_another_release_are_dropped() {
    let mut driver = open(&outline());
    let document = Arc::clone(&open(&nine()).reading().document);
    driver.model.screen = pressroom::reader::model::Screen::Reading(Box::new(
        pressroom::reader::Reading::new(Arc::clone(&driver.reading().document)),
    ));
    let other = Arc::clone(&document);
    driver.send(Message::Examined { document, evidence: Arc::default() });
    driver.send(Message::Checked { document: other, problems: Arc::default() });
    assert!(driver.reading().evidence.is_none() && driver.reading().problems.is_none());
    driver.press("!");
    assert_eq!(driver.said(), "this release is still being checked");
}

#[test]
fn an_interrupt_cancels_and_a_second_one_quits() {
    let mut driver = open(&nine());
    driver.press("/ w");
    assert!(driver.only_press("Ctrl-c").is_empty());
    assert!(driver.model.popup.is_none());
    assert_eq!(driver.said(), "cancelled; Ctrl-c again quits");
    assert!(matches!(driver.only_press("Ctrl-c")[..], [Effect::Quit]));
    let mut driver = open(&nine());
    assert!(driver.only_press("Ctrl-c j Ctrl-c").is_empty());
    assert!(matches!(driver.only_press("z Ctrl-c j")[..], [Effect::WaitForKeys { .. }]));
    let quits = driver.only_press("z Ctrl-c Ctrl-c");
    assert!(matches!(quits[..], [Effect::WaitForKeys { .. }, Effect::Quit]));
}

#[test]
fn an_interrupt_while_the_only_release_is_opened_ends() {
    let mut model = pressroom::reader::Model::new(SIZE.into(), pressroom::keys::Keymap::builtin());
    let start = pressroom::app::Start::One(Source::text("a.ron", &nine()), None);
    let (effects, _) = pressroom::app::begin(&mut model, start);
    assert!(matches!(effects[..], [Effect::Open { .. }]));
    let interrupt = Message::Key("Ctrl-c".parse().expect("a key"));
    let effects = pressroom::reader::update::update(&mut model, interrupt);
    assert!(matches!(effects[..], [Effect::Quit]));
}

#[test]
fn a_file_is_edited_at_its_block_or_its_fault_and_read_again_afterwards() {
    let mut driver = Driver::sample("2019-03-06-kazakhstan.en", SIZE);
    driver.press("# 2 . 1 Enter j");
    let block = driver.reading().block();
    let asked = driver.only_press("e");
    let [Effect::EditBlock { path, block: edited }] = &asked[..] else { panic!("{asked:?}") };
    assert_eq!((path, *edited), (&sample("2019-03-06-kazakhstan.en"), block));
    let (at, before) = (driver.at(), driver.asked.len());
    driver.send(Message::Edited(Ok(())));
    assert_eq!(driver.at(), at);
    assert!(matches!(driver.asked[before..before + 2], [Effect::Redraw, Effect::Open { .. }]));
    driver.send(Message::Edited(Err("vi ended badly".into())));
    assert_eq!(driver.said(), "vi ended badly");
    let mut driver = open(&nine());
    assert!(driver.only_press("e").is_empty());
    assert_eq!(
        driver.said(),
        "this release is not in a file of yours, so there is nothing to edit"
    );
}

#[test]
fn a_fault_is_edited_at_its_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("faulty.ron");
    std::fs::write(&path, "Release(\n    format: 1,\n    titel: \"x\",\n)").expect("a file");
    let start = pressroom::app::Start::One(Source::file(&path), None);
    let mut driver = Driver::start(start, SIZE);
    assert_eq!(driver.place(), "faulty.ron is no release");
    let asked = driver.only_press("e");
    assert!(matches!(&asked[..], [Effect::Edit { path: p, line: 3 }] if *p == path), "{asked:?}");
    std::fs::write(&path, release("Mended", "", "")).expect("a file");
    driver.send(Message::Edited(Ok(())));
    assert_eq!(driver.place(), "faulty.ron title");
    std::fs::remove_file(&path).expect("it was there");
    driver.press("F5");
    assert_eq!(driver.place(), "faulty.ron is no release");
}

#[test]
fn reading_again_keeps_the_block_and_the_line_even_when_blocks_move() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.ron");
    std::fs::write(&path, nine()).expect("a file");
    let start = pressroom::app::Start::One(Source::file(&path), None);
    let mut driver = Driver::start(start, SIZE);
    driver.press("5 G j");
    let moved = nine().replacen("body: [", "body: [Heading(text: \"New\"), ", 1);
    std::fs::write(&path, moved).expect("a file");
    driver.press("F5");
    assert_eq!(
        (driver.at().as_str(), driver.said()),
        ("5+1", "read again: 1 block is new or gone; you are at 5")
    );
}

#[test]
fn whoever_moves_on_while_a_release_is_read_again_stays_there() {
    let mut driver = Driver::text(&nine(), SIZE);
    driver.press("5 G");
    let reading = driver.only_press("F5");
    driver.press("7 G j");
    driver.perform(reading);
    assert_eq!(driver.at(), "7+1");
}

#[test]
fn the_terminals_own_effects_are_asked_for_from_anywhere() {
    for before in ["j", "/", "?", "#", "Tab", "z", "3"] {
        let mut driver = open(&nine());
        driver.press(before);
        assert!(matches!(driver.only_press("Ctrl-z")[..], [Effect::Suspend]), "{before}");
        assert!(matches!(driver.only_press("Ctrl-l")[..], [Effect::Redraw]), "{before}");
    }
    let mut driver = open(&nine());
    driver.send(Message::Restored);
    assert!(matches!(driver.asked.last(), Some(Effect::Redraw)));
}

#[test]
fn what_fails_is_said_until_the_next_key() {
    let mut driver = open(&nine());
    driver.send(Message::Failed("no such luck".into()));
    assert!(driver.status().contains("no such luck"));
    assert!(driver.model.notice.as_ref().is_some_and(|notice| notice.is_error));
    driver.press("j");
    assert_eq!(driver.said(), "");
}

#[test]
fn the_help_does_what_is_chosen_in_it() {
    let mut driver = open(&nine());
    driver.press("? / b e g i n Enter Enter");
    assert!(driver.model.popup.is_none());
    driver.press("? / l a s t Esc");
    assert!(matches!(&driver.model.popup, Some(Popup::Help(help)) if help.filter.is_none()));
    driver.press("Ctrl-u").type_in("/go to an").press("Enter Enter");
    assert!(matches!(driver.model.popup, Some(Popup::GoTo(_))));
    driver.press("F1");
    assert!(matches!(driver.model.popup, Some(Popup::Help(_))));
    driver.press("F1");
    assert!(matches!(driver.model.popup, Some(Popup::GoTo(_))), "the line is still there");
}

#[test]
fn esc_and_a_key_soon_after_it_are_not_taken_for_alt() {
    let mut driver = open(&nine());
    driver.press("j / w o r d 9 Alt-j");
    assert!(driver.reading().find.is_none());
    assert_eq!(driver.at(), "1+1");
    assert!(matches!(driver.only_press("Alt-q")[..], [Effect::Quit]));
}
