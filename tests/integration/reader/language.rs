//! The interface in Korean: the same screens, said otherwise.

use pressroom::phrase::Language;

use crate::support::Driver;

const USUAL: (u16, u16) = (120, 40);

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
