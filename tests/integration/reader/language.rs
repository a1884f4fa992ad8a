//! The interface in Korean: the same screens, said otherwise.

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
