//! The interface in Korean: the same screens, said otherwise.

use std::path::PathBuf;

use pressroom::app::Start;
use pressroom::phrase::Language;
use pressroom::text::width::cells;

use crate::support::{Driver, release};

const SMALL: (u16, u16) = (80, 24);
const USUAL: (u16, u16) = (120, 40);
const SAMPLE: &str = "2019-03-06-kazakhstan.ko";

/// A sample in Korean, the interface too.
fn korean(sample: &str, size: (u16, u16)) -> Driver {
    let mut driver = Driver::sample(sample, size);
    driver.model.language = Language::Korean;
    driver.resize(size.0, size.1);
    driver
}

#[test]
fn participants_dates_and_key_figures_head_the_panel_in_korean() {
    let screen = korean("2019-03-06-kazakhstan.ko", USUAL).screen().join("\n");
    for heading in ["참석자", "날짜", "주요 수치"] {
        assert!(screen.contains(heading), "{heading}:\n{screen}");
    }
}

#[test]
fn the_help_is_in_korean_and_found_by_words_of_either_language() {
    let mut driver = korean("2019-03-06-kazakhstan.ko", USUAL);
    let screen = driver.press("?").screen().join("\n");
    assert!(screen.contains("한 줄 아래로"), "{screen}");
    let screen = driver.press("/").type_in("fold everything").screen().join("\n");
    assert!(screen.contains("모두 접기"), "{screen}");
}

/// Compares a Korean screen after some keys with its snapshots, small and usual.
#[track_caller]
fn check(name: &str, keys: &str) {
    for (size, called) in [(SMALL, "80x24"), (USUAL, "120x40")] {
        let mut driver = korean(SAMPLE, size);
        if !keys.is_empty() {
            driver.press(keys);
        }
        driver.shows(&format!("korean-interface/{name}-{called}"));
    }
}

#[test]
fn the_main_screens_are_in_korean() {
    check("text", "");
    check("folded", "z M 2 G");
    check("facts", "Tab j j");
    check("about", "Tab G");
    check("find", "/ a Enter");
    check("goto", "# 2");
    check("help", "?");
    check("notice", "9 9 G");
}

#[test]
fn the_list_is_in_korean() {
    for (size, called) in [(SMALL, "80x24"), (USUAL, "120x40")] {
        let mut driver = Driver::samples(size);
        driver.model.language = Language::Korean;
        driver.shows(&format!("korean-interface/list-{called}"));
    }
}

#[test]
fn what_is_wrong_is_told_in_korean_around_the_diagnostic() {
    let mut driver = Driver::text("Release(titel: 1)", SMALL);
    driver.model.language = Language::Korean;
    driver.shows("korean-interface/fault-80x24");
    let body = "Numbered(number: \"1\", text: \"One.\")";
    let more = "participants: [(name: \"Ann\", mentions: [(at: \"2\", quote: \"Ann\")])]";
    let mut driver = Driver::text(&release("Title", body, more), SMALL);
    driver.model.language = Language::Korean;
    driver.press("!").shows("korean-interface/problems-80x24");
}

/// The columns at which a terminal shows a sign in a row.
fn columns_of(sign: char, row: &str) -> Vec<usize> {
    row.match_indices(sign).map(|(at, _)| cells(&row[..at])).collect()
}

#[test]
fn what_lies_over_wide_letters_keeps_its_whole_frame() {
    for width in 76..=80 {
        for keys in ["?", "t", "] p"] {
            let mut driver = korean(SAMPLE, (width, 24));
            let screen = driver.press(keys).screen();
            let top = screen.iter().position(|row| row.contains('┌')).expect("a corner");
            let (from, to) = (columns_of('┌', &screen[top])[0], columns_of('┐', &screen[top])[0]);
            let bottom = screen.iter().rposition(|row| row.contains('└')).expect("a corner");
            assert_eq!(columns_of('└', &screen[bottom])[0], from);
            for row in &screen[top + 1..bottom] {
                let sides = columns_of('│', row);
                assert!(sides.contains(&from) && sides.contains(&to), "{keys} {from} {to} {row}");
            }
        }
    }
}

#[test]
fn what_an_import_doubts_is_told_in_korean() {
    let person = "(name: \"Ann Lee\", doubt: \"no position stands beside the name\",
        mentions: [(at: \"1\", quote: \"Ann Lee\")])";
    let body = "Numbered(number: \"1\", text: \"Ann Lee spoke on 5 March.\")";
    let date = "(date: \"2024-03-05\", mentions: [(at: \"1\", quote: \"5 March\")])";
    let text = release("Talks", body, &format!("participants: [{person}], dates: [{date}]"));
    let (name, output) = ("talks.ron".to_owned(), PathBuf::from("/nowhere/talks.ron"));
    let doubts = vec!["no title was found".to_owned()];
    let start = Start::Review { text, name, output, overwrite: false, doubts };
    let mut driver = Driver::start(start, USUAL);
    driver.model.language = Language::Korean;
    driver.resize(USUAL.0, USUAL.1);
    let said = driver.said().to_owned();
    assert_eq!(said, "페이지에서 불확실한 점 1가지(사실 목록 끝): 제목을 찾지 못했습니다");
    let screen = driver.screen().join("\n");
    assert!(screen.contains("이름 옆에 직함이 없습니다"), "{screen}");
    assert!(driver.press("G").screen().join("\n").contains("제목을 찾지 못했습니다"));
    driver.press("g g j c Ctrl-u").type_in("2024-02-31").press("Enter");
    let screen = driver.screen().join("\n");
    assert!(screen.contains("2024년 2월은 29일까지입니다"), "{screen}");
}

#[test]
fn a_pattern_that_is_none_is_told_in_korean() {
    let mut driver = korean(SAMPLE, USUAL);
    for (typed, said) in [
        ("(", "패턴이 아닙니다: `(` 괄호가 닫히지 않았습니다"),
        ("a{9999}{9999}", "패턴이 너무 큽니다. 되풀이를 줄이십시오"),
    ] {
        driver.press("/").type_in(typed).press("Alt-r");
        assert!(driver.status().contains(said), "{}", driver.status());
        driver.press("Esc");
    }
}
