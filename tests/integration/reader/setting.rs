//! How the text is set: its measure, its margins and the space between paragraphs.

use pressroom::text::width::cells;

use crate::support::Driver;

fn open(name: &str, size: (u16, u16)) -> Driver {
    Driver::sample(name, size)
}

/// The rows of the text pane, without what stands beside it.
fn text(driver: &Driver) -> Vec<String> {
    let areas = driver.model.areas();
    let rows = driver.screen();
    let rows = rows[areas.text.y.into()..areas.text.bottom().into()].iter();
    rows.map(|row| row.chars().take(areas.text.width.into()).collect::<String>()).collect()
}

#[test]
fn the_text_stands_in_the_middle_of_a_wide_pane() {
    let driver = open("2019-03-06-kazakhstan.en", (200, 60));
    let areas = driver.model.areas();
    let left = areas.margin;
    let right = areas.text.width - left - 3 - 88;
    assert!(left > 15 && left.abs_diff(right) <= 2, "{left} {right}");
}

#[test]
fn lines_keep_to_the_measure_and_to_the_margin() {
    for (measure, margin) in [(20, 0), (40, 3), (72, 10), (140, 40)] {
        let mut driver = open("2019-03-06-kazakhstan.en", (120, 40));
        driver.model.settings.measure = measure;
        driver.model.settings.margin = margin;
        driver.press("i Esc").resize(120, 40);
        let areas = driver.model.areas();
        let edge = areas.margin + 3 + measure;
        for row in text(&driver) {
            let row = row.trim_end();
            assert!(cells(row) <= usize::from(edge), "{measure} {margin}: {row:?}");
            let end = usize::from(areas.text.width - margin.min(areas.margin));
            assert!(cells(row) <= end, "{measure} {margin}: {row:?}");
        }
    }
}

#[test]
fn korean_words_are_whole_at_every_measure() {
    let is_hangul = |c: char| ('가'..='힣').contains(&c);
    for measure in 30..=90 {
        let mut driver = open("2019-03-06-kazakhstan.ko", (120, 40));
        driver.model.settings.measure = measure;
        driver.resize(119, 40).resize(120, 40);
        let reading = driver.reading();
        for row in reading.rows() {
            let (Some(layout), Some(line)) = (reading.layout_of(row.block), row.line) else {
                continue;
            };
            let (before, after) = layout.text().split_at(layout.start_of(line));
            let cut = before.ends_with(is_hangul) && after.starts_with(is_hangul);
            assert!(!cut, "at {measure}: {before:?} is parted from {after:?}");
        }
    }
}

#[test]
fn keys_change_it_and_say_so() {
    let mut driver = open("2019-03-06-kazakhstan.en", (200, 60));
    driver.press("z <");
    assert_eq!(driver.said(), "lines of text have at most 84 columns");
    driver.press("3 z >");
    assert_eq!(driver.said(), "lines of text have at most 96 columns");
    driver.press("z s");
    assert_eq!(driver.said(), "2 empty lines between paragraphs");
    let gaps = |driver: &Driver| text(driver).join("\n").matches("\n\n\n").count();
    assert!(text(&driver).windows(2).any(|rows| rows.iter().all(|row| row.trim().is_empty())));
    driver.press("z s");
    assert_eq!(driver.said(), "0 empty lines between paragraphs");
    assert_eq!(gaps(&driver), 0);
    driver.press("z s").press("j");
    driver.shows("setting-200x60");
}

#[test]
fn the_cursor_keeps_its_words_when_the_measure_changes() {
    let mut driver = open("2019-03-06-kazakhstan.en", (120, 40));
    driver.press("# 3 Enter j");
    let before = driver.at();
    driver.press("z < z < z < z < z < z > z > z > z > z >");
    assert_eq!(driver.at(), before);
}
