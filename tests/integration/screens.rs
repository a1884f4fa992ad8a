//! Every screen and popup, as characters and roles, at the sizes that matter.
//!
//! `UPDATE=1 cargo test` writes `tests/snapshots` anew; read the diff like code.

use pressroom::app::Start;
use pressroom::keys::Preset;
use pressroom::library::Source;
use pressroom::reader::message::Message;

use crate::support::{Driver, release};

const SMALL: (u16, u16) = (80, 24);
const USUAL: (u16, u16) = (120, 40);
const WIDE: (u16, u16) = (200, 60);
const NARROW: (u16, u16) = (40, 12);
const TINY: (u16, u16) = (20, 5);

fn kazakhstan(size: (u16, u16)) -> Driver {
    Driver::sample("2019-03-06-kazakhstan.en", size)
}

/// Opens a sample, presses keys, compares the screen.
#[track_caller]
fn check(name: &str, sample: &str, size: (u16, u16), keys: &str) {
    Driver::sample(sample, size).press(keys).shows(name);
}

#[test]
fn a_release_as_it_opens() {
    for (name, size) in [
        ("text-80x24", SMALL),
        ("text-120x40", USUAL),
        ("text-200x60", WIDE),
        ("text-40x12", NARROW),
        ("text-20x5", TINY),
    ] {
        kazakhstan(size).shows(name);
    }
}

#[test]
fn the_text_moved_through() {
    let name = "2019-03-06-kazakhstan.en";
    check("cursor-in-a-paragraph", name, SMALL, "} } j j");
    check("cursor-at-the-end", name, SMALL, "G");
    check("cursor-20x5", name, TINY, "# 2 . 1 Enter j j");
    check("count-begun", name, SMALL, "1 2 z");
}

#[test]
fn folded_blocks() {
    check("folded", "2019-03-06-kazakhstan.en", SMALL, "2 G z a");
    check("folded-all", "2019-03-06-kazakhstan.en", USUAL, "z M 3 G");
    check("folded-40x12", "2019-03-06-kazakhstan.en", NARROW, "z M");
}

#[test]
fn the_facts() {
    let name = "2019-03-06-kazakhstan.en";
    check("panel-words-lit", name, USUAL, "# 2 . 1 Enter Tab");
    check("panel-mention", name, USUAL, "Tab g g ] ]");
    check("panel-about-the-release", name, USUAL, "Tab G");
    check("panel-drawer", name, SMALL, "# 2 . 3 Enter Tab");
    check("panel-drawer-at-rest", name, SMALL, "2 G i");
    check("panel-40x12", name, NARROW, "Tab j");
    check("panel-20x5", name, TINY, "Tab");
    check("panel-hidden", name, USUAL, "i");
    check("panel-wide", name, USUAL, "> > > >");
    check("fact-followed", name, SMALL, "f f f");
}

#[test]
fn a_look_at_another_place() {
    let name = "2019-03-06-kazakhstan.en";
    check("peek-fact", name, USUAL, "Tab g g p p");
    check("peek-fact-80x24", name, SMALL, "1 G p");
    check("peek-fact-200x60", name, WIDE, "Tab g g p p");
    check("peek-20x5", name, TINY, "3 p");
    check("peek-paragraph", name, SMALL, "G 2 p");
    Driver::samples(USUAL).press("j j p").shows("peek-release");
    Driver::samples(SMALL).press("j j p").shows("peek-release-80x24");
    Driver::samples(WIDE).press("j j p").shows("peek-release-200x60");
}

#[test]
fn the_contents() {
    let name = "2025-11-28-amber";
    check("contents-200x60", name, WIDE, "o # 2 Enter");
    check("contents-focused-200x60", name, WIDE, "o Shift-Tab j j j h");
    check("contents-120x40", name, USUAL, "o j j");
    check("contents-80x24", name, SMALL, "o j j");
    check("contents-20x5", name, TINY, "o j");
}

#[test]
fn only_what_matches() {
    for (name, size) in [("kept-80x24", SMALL), ("kept-120x40", USUAL), ("kept-200x60", WIDE)] {
        kazakhstan(size).press("&").type_in("trade").press("Enter").shows(name);
    }
    kazakhstan(SMALL).press("&").type_in("central").shows("kept-typing");
}

#[test]
fn the_text_alone() {
    let name = "2019-03-06-kazakhstan.en";
    check("bare-80x24", name, SMALL, "2 G z e j");
    check("bare-120x40", name, USUAL, "z e");
    check("bare-200x60", name, WIDE, "z e j");
}

#[test]
fn finding() {
    let find = |words: &str, size| {
        let mut driver = kazakhstan(size);
        driver.press("/").type_in(words);
        driver
    };
    find("consultation", SMALL).shows("find-typing");
    find("consultation", SMALL).press("Enter").shows("find-done");
    find("", SMALL).shows("find-empty");
    find("zebra", SMALL).shows("find-nothing");
    find("(", SMALL).press("Alt-r").shows("find-bad-pattern");
    find("k[aeiou]z", USUAL).press("Alt-r Enter n").shows("find-pattern");
    find("consultation between the two countries", NARROW).shows("find-40x12");
    find("kor", TINY).shows("find-20x5");
}

#[test]
fn going_to_an_address() {
    let name = "2019-03-06-kazakhstan.en";
    check("goto", name, SMALL, "#");
    check("goto-typed", name, SMALL, "2 . Down");
    check("goto-nothing", name, SMALL, "# 9");
    check("goto-20x5", name, TINY, "# 2");
}

#[test]
fn help() {
    let name = "2019-03-06-kazakhstan.en";
    check("help-text", name, USUAL, "?");
    check("help-text-80x24", name, SMALL, "? j j j j j j j j j j j j");
    check("help-panel", name, SMALL, "Tab ?");
    check("help-40x12", name, NARROW, "?");
    check("help-20x5", name, TINY, "?");
    let mut driver = kazakhstan(SMALL);
    driver.press("? /").type_in("fold").shows("help-filtered");
    driver.type_in("x").shows("help-nothing");
}

#[test]
fn the_palette() {
    let name = "2019-03-06-kazakhstan.en";
    check("palette", name, SMALL, ":");
    check("palette-typed", name, USUAL, ": f o l d Down");
    check("palette-address", name, SMALL, ": 2 . 1");
    check("palette-40x12", name, NARROW, ": f a c t");
    check("palette-20x5", name, TINY, ": h e l p");
    shelf(SMALL).press(": 2").shows("palette-row");
}

#[test]
fn what_an_unfinished_sequence_may_become() {
    let menu = |keys: &str, size: (u16, u16), preset: Preset| {
        let mut driver = kazakhstan(size);
        driver.model.keymap = preset.keymap();
        driver.press(keys);
        driver.send(Message::Waited { ticket: driver.model.pending.ticket });
        driver
    };
    menu("z", SMALL, Preset::Vim).shows("menu-80x24");
    menu("1 2 z", WIDE, Preset::Vim).shows("menu-200x60");
    menu("z", NARROW, Preset::Vim).shows("menu-40x12");
    menu("z", TINY, Preset::Vim).shows("menu-20x5");
    menu("Space", SMALL, Preset::Helix).shows("menu-helix");
}

fn with_problems() -> String {
    let more = "published: \"2019-02-31\", \
        participants: [(name: \"Ann Lee\", mentions: [(at: \"1\", quote: \"Ann Lea\")]), \
            (name: \"Bob\", mentions: [(at: \"2.4\", quote: \"Bob\")])], \
        figures: [(text: \"ten\", value: 10.0, unit: \"UDS\", mentions: [(at: \"1\", quote: \"ten\")])]";
    let body = "Numbered(number: \"1\", text: \"Ann Lee has ten apples.\"), \
        Numbered(number: \"2\", text: \"Second.\", items: [Bullet(marker: \"°\", text: \"Item.\")])";
    release("Problems", body, more)
}

#[test]
fn problems() {
    let ron = with_problems();
    Driver::text(&ron, SMALL).shows("problems-told-in-the-status");
    Driver::text(&ron, SMALL).press("! j").shows("problems");
    Driver::text(&ron, NARROW).press("!").shows("problems-40x12");
    Driver::text(&ron, TINY).press("!").shows("problems-20x5");
}

#[test]
fn files_that_are_no_release() {
    for (name, text) in [
        ("fault-unknown-field", "Release(\n    format: 1,\n    titel: \"x\",\n    body: [],\n)\n"),
        (
            "fault-bracket",
            "Release(\n    format: 1,\n    title: \"x\",\n    body: [\n        Paragraph(text: \"a\"),\n)\n",
        ),
        ("fault-newer", "Release(format: 9, title: \"x\", body: [])"),
        ("fault-empty", ""),
        ("fault-no-release", "just some words\n"),
    ] {
        Driver::text(text, SMALL).shows(name);
    }
    let long = format!("Release(format: 1, title: {:?}, tpoics: [], body: [])", "x".repeat(500));
    Driver::text(&long, NARROW).shows("fault-40x12");
    let source = Source::file("tests/fixtures/no-such-file.ron");
    Driver::start(Start::One(source, None), SMALL).shows("fault-missing-file");
}

fn shelf(size: (u16, u16)) -> Driver {
    let dated = |title: &str, issuer: &str, date: &str, language: &str| {
        let more = format!("issuer: {issuer:?}, published: {date:?}, language: {language:?}");
        release(title, "", &more)
    };
    let releases = [
        ("a.ron", dated("Harbours Meet", "Council of Harbours", "2019-03-06", "en")),
        ("b.ron", dated("항만 회의 개최", "해양부", "2020-05", "ko")),
        ("c.ron", dated("", "", "", "")),
        ("d.ron", dated(&"A title that does not end ".repeat(9), "Élysée", "2017~", "fr")),
        ("faulty.ron", "Release(format: 1, titel: \"x\", body: [])".to_owned()),
        ("empty.ron", String::new()),
    ];
    let releases: Vec<(&str, &str)> = releases.iter().map(|(n, t)| (*n, t.as_str())).collect();
    Driver::list(&releases, size)
}

#[test]
fn the_list() {
    Driver::samples(USUAL).shows("list-samples");
    shelf(SMALL).press("j").shows("list-faulty-rows");
    shelf(WIDE).shows("list-200x60");
    shelf(NARROW).shows("list-40x12");
    shelf(TINY).press("j j j j").shows("list-20x5");
    shelf(SMALL).press("S").shows("list-sorted-by-title");
    shelf(SMALL).press("/ e l").shows("list-filter-typing");
    shelf(SMALL).press("/ e l y s Enter q").shows("list-filtered");
    shelf(SMALL).press("/ x y z e").shows("list-nothing-matches");
    shelf(SMALL).press("?").shows("help-list");
    Driver::list(&[], SMALL).shows("list-empty");
    let mut reading = shelf(SMALL);
    reading.only_press("F5");
    reading.shows("list-reading");
}

#[test]
fn what_is_said_in_the_status_line() {
    kazakhstan(SMALL).press("Z").shows("notice");
    let mut driver = kazakhstan(SMALL);
    driver.send(Message::Failed("cannot do this: the disk is full".into()));
    driver.shows("notice-error");
    for width in [10, 24, 32, 48, 60, 72, 100, 140] {
        let mut driver = kazakhstan((width, 3));
        driver.press("2 G").shows(&format!("status-{width}"));
    }
}

#[test]
fn tables() {
    let name = "2025-07-08-norrholm-external-trade";
    check("table", name, USUAL, "# t 1 Enter i");
    check("table-squeezed", name, (64, 24), "# t 1 Enter");
    check("table-as-a-list", name, NARROW, "# t 1 Enter j j");
    check("table-folded", name, SMALL, "# t 1 Enter z a");
    check("table-find", name, SMALL, "/ 4 8 5 Enter");
}

#[test]
fn other_scripts() {
    check("korean", "2019-03-06-kazakhstan.ko", USUAL, "2 G");
    check("korean-80x24", "2019-03-06-kazakhstan.ko", SMALL, "Tab");
    check("korean-annexes", "2026-05-28-gks", SMALL, "G");
    check("japanese", "2025-11-05-aomi", USUAL, "j");
    check("japanese-20x5", "2025-11-05-aomi", TINY, "j");
    check("arabic", "2025-02-18-oasis", USUAL, "j");
    check("french", "2025-04-17-arvenne-norrholm.fr", SMALL, "j");
}

#[test]
fn other_shapes() {
    check("notes", "2022-03-03-call", SMALL, "G");
    check("no-numbers", "2024-09-10-reaim", SMALL, "j");
    check("nested", "2025-10-09-harbour", USUAL, "} } }");
    check("nested-40x12", "2025-10-09-harbour", NARROW, "# h 2 . 1 Enter");
    check("headings", "2025-11-28-amber", USUAL, "# h 2 Enter");
    check("many-people", "2023-10-26-un-ai", USUAL, "Tab j j j");
    let body = "Heading(marker: \"【붙임】\", number: \"1\", text: \"With a marker\"), \
        Numbered(number: \"①\", text: \"One.\"), Bullet(marker: \"\", text: \"Bare.\"), \
        Note(marker: \"*\", number: \"2\", text: \"A note.\")";
    Driver::text(&release("Markers", body, ""), SMALL).shows("markers");
    let title = "A title that is longer than any line and still must be read whole ".repeat(4);
    let long = release(&title, "Paragraph(text: \"Words.\")", "issuer: \"An issuer\"");
    Driver::text(&long, SMALL).shows("long-title");
    let untitled = release("", "Paragraph(text: \"Words.\")", "");
    Driver::text(&untitled, SMALL).shows("no-title");
    Driver::text(&release("Nothing below", "", ""), SMALL).shows("empty-body");
    let doubt = "figures: [(text: \"ten to twelve\", value: 10.0, value_max: 12.0, unit: \"people\", \
        label: \"guests\", doubt: \"said twice\", mentions: [(at: \"p1\", quote: \"ten to twelve\")])], \
        dates: [(date: \"someday\", label: \"no date\")]";
    let doubtful = release("Doubts", "Paragraph(text: \"For ten to twelve people.\")", doubt);
    Driver::text(&doubtful, USUAL).press("Tab").shows("doubts");
}

#[test]
fn before_anything_is_there() {
    let mut model = pressroom::reader::Model::new(SMALL.into(), pressroom::keys::Keymap::builtin());
    let start = Start::One(Source::text("a.ron", &release("A", "", "")), None);
    pressroom::app::begin(&mut model, start);
    Driver::of(model).shows("opening");
}
