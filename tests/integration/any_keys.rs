//! Any keys, pasted texts and sizes, in any order, over releases sound and odd: never a panic, the
//! cursor always on the screen, its address always valid, nothing drawn that could do harm.

mod odd;

use std::sync::LazyLock;

use pressroom::app::{Shelved, Start};
use pressroom::keys::{Chord, Context, Key, Keymap};
use pressroom::library::Source;
use pressroom::reader::message::{Button, Did, Message, Mouse, Page};
use pressroom::reader::model::{Model, Popup, Screen};
use pressroom::reader::reading::{Focus, Reading};
use pressroom::text::width;
use pressroom::theme::{Background, Theme};
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use self::odd::RELEASES;
use crate::support::Driver;

/// What is done to the reader.
#[derive(Debug, Clone)]
enum Step {
    Press(Chord),
    Type(&'static str),
    Paste(String),
    Mouse(Mouse),
    Resize(u16, u16),
    Background(Page),
    /// A sequence of keys was unfinished for a moment.
    Moment,
    /// What was asked for is answered only now.
    Late,
    /// From here on, what is asked for waits.
    Wait,
}

/// Every key that begins, continues or ends any binding.
static CHORDS: LazyLock<Vec<Chord>> = LazyLock::new(|| {
    let keymap = Keymap::builtin();
    let mut chords: Vec<Chord> = Vec::new();
    for context in Context::ALL {
        chords.extend(keymap.continuations(context, &[]).flat_map(|(keys, _)| keys.to_vec()));
    }
    chords.sort_unstable();
    chords.dedup();
    // The reader would end, and so would the test.
    chords.retain(|chord| *chord != Chord::from('Q'));
    chords
});

/// Words that are found, not found, faulty patterns, addresses, letters of other scripts.
const TYPED: [&str; 31] = [
    "/the",
    "&the",
    "&zebra",
    "&(",
    "/E",
    "/xyzzy",
    "/한",
    "/é\u{301}",
    "/(",
    "/a*",
    "/.",
    "/\u{202e}",
    "2.1",
    "#h2",
    "#2.",
    "#",
    "/a ",
    "3G",
    "99j",
    "12Space",
    "0",
    "999999999",
    "ㅓㅓㅏ",
    "한국",
    "jjjj",
    "zMzR",
    "]]",
    "yyy",
    "xyx",
    "cA | 2019 | x",
    "w",
];

fn any_mouse() -> impl Strategy<Value = Mouse> {
    let button = || prop_oneof![4 => Just(Button::Left), 1 => Just(Button::Middle), 1 => Just(Button::Right)];
    let did = prop_oneof![
        6 => button().prop_map(Did::Press),
        5 => button().prop_map(Did::Drag),
        2 => button().prop_map(Did::Release),
        3 => (-9..9_i32).prop_map(Did::Wheel),
        1 => any::<i32>().prop_map(Did::Wheel),
    ];
    let at = prop_oneof![9 => (0_u16..130, 0_u16..45), 1 => any::<(u16, u16)>()];
    (did, at, 1_u8..4).prop_map(|(did, at, clicks)| Mouse { did, at: at.into(), clicks })
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        24 => prop::sample::select(&**CHORDS).prop_map(Step::Press),
        4 => prop::char::range('0', '9').prop_map(|digit| Step::Press(Chord::from(digit))),
        4 => prop::sample::select(&TYPED[..]).prop_map(Step::Type),
        2 => any::<char>().prop_map(|c| Step::Press(Chord::from(Key::Char(c)))),
        2 => ".{0,40}".prop_map(Step::Paste),
        3 => (0_u16..130, 0_u16..45).prop_map(|(width, height)| Step::Resize(width, height)),
        1 => (0_u16..501, 0_u16..201).prop_map(|(width, height)| Step::Resize(width, height)),
        1 => (0_u16..12, 0_u16..6).prop_map(|(width, height)| Step::Resize(width, height)),
        1 => prop_oneof![Just(Page::Dark), Just(Page::Light)].prop_map(Step::Background),
        10 => any_mouse().prop_map(Step::Mouse),
        2 => Just(Step::Moment),
        1 => Just(Step::Late),
        1 => Just(Step::Wait),
    ]
}

/// What must hold after every step.
fn is_sound(driver: &Driver) {
    match &driver.model.screen {
        Screen::Reading(reading) => reading_is_sound(&driver.model, reading),
        Screen::List => list_is_sound(driver),
        Screen::Empty | Screen::Fault(_) => {}
    }
    if let Some(Popup::Help(help)) = &driver.model.popup {
        assert!(
            help.lines.is_empty() || help.action().is_some(),
            "the help's cursor is on an action"
        );
    }
    if let Some(Popup::Peek(peek)) = &driver.model.popup {
        assert!(peek.sight().is_some());
        assert!(peek.place().block.order() < peek.reading.document.len());
    }
    if let Some(Popup::GoTo(goto)) = &driver.model.popup {
        assert_eq!(goto.target().is_some(), goto.selected.is_some() && !goto.matches.is_empty());
    }
}

fn reading_is_sound(model: &Model, reading: &Reading) {
    let document = &reading.document;
    let cursor = reading.cursor();
    assert!(cursor.block.order() < document.len(), "the cursor is in the release");
    let name = document.addresses.name(cursor.block);
    assert_eq!(document.addresses.block(name.as_str()), Some(cursor.block), "{name}");
    let areas = model.areas();
    assert!(reading.percent() <= 100);
    if areas.text.is_empty() {
        return;
    }
    assert!(reading.rows().len() <= usize::from(areas.text.height));
    let shows = |row: &pressroom::reader::reading::rows::Row| {
        row.block == cursor.block && row.line == Some(cursor.line)
    };
    if reading.focus == Focus::Text {
        assert!(reading.rows().iter().any(shows), "{cursor:?} not in {:?}", reading.rows());
    } else if reading.focus == Focus::Contents {
        let contents = &reading.contents;
        assert!(contents.cursor < contents.blocks().len());
        let rows = contents.top..contents.top + usize::from(areas.contents.height);
        assert!(rows.contains(&contents.cursor), "{rows:?} hold {}", contents.cursor);
    } else if !areas.panel.is_empty() {
        let panel = &reading.panel;
        assert!(panel.top <= panel.cursor, "the entry is not above the panel");
        let above: usize = (panel.top..panel.cursor)
            .map(|index| panel.lines(document, index, areas.panel.width).len())
            .sum();
        assert!(above <= usize::from(areas.panel.height), "nor below it");
    }
}

fn list_is_sound(driver: &Driver) {
    let shelf = driver.shelf();
    let height = usize::from(driver.model.areas().text.height.saturating_sub(1));
    if shelf.shown.is_empty() || height == 0 {
        return;
    }
    assert!(shelf.cursor < shelf.shown.len());
    assert!((shelf.top..shelf.top + height).contains(&shelf.cursor), "the row shows");
}

/// Draws, and looks at what was drawn.
fn draws_soundly(driver: &Driver) {
    let picture = driver.picture();
    let area = picture.buffer.area;
    if let Some(cursor) = picture.cursor {
        assert!(area.contains(cursor), "{cursor:?} in {area:?}");
    }
    for cell in picture.buffer.content() {
        let symbol = cell.symbol();
        let harmful = |c: char| {
            c.is_control()
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{200b}')
        };
        assert!(!symbol.contains(harmful), "{symbol:?}");
        assert!(width::cells(symbol) > 0, "{symbol:?}");
    }
    for row in picture.buffer.content().chunks(usize::from(area.width).max(1)) {
        for [letter, half] in row.array_windows() {
            let is_wide = width::cells(letter.symbol()) > 1;
            assert!(!is_wide || half.symbol() == " ", "{letter:?} hides {half:?}");
        }
    }
}

fn run(start: Start, steps: &[Step], size: (u16, u16)) {
    let mut driver = Driver::start(start, size);
    let mut waiting = None;
    for step in steps {
        let messages: Vec<Message> = match step {
            Step::Press(chord) => vec![Message::Key(*chord)],
            Step::Type(text) => text.chars().map(|c| Message::Key(Chord::from(c))).collect(),
            Step::Paste(text) => vec![Message::Paste(text.clone())],
            Step::Mouse(mouse) => vec![Message::Mouse(*mouse)],
            Step::Resize(width, height) => {
                vec![Message::Resized((*width, *height).into())]
            }
            Step::Background(page) => vec![Message::Background(*page)],
            Step::Moment => {
                vec![Message::Waited { ticket: driver.model.pending.ticket }]
            }
            Step::Wait => {
                waiting.get_or_insert_with(Vec::new);
                Vec::new()
            }
            Step::Late => {
                driver.perform(waiting.take().unwrap_or_default());
                Vec::new()
            }
        };
        for message in messages {
            match &mut waiting {
                Some(effects) => {
                    effects.extend(pressroom::reader::update::update(&mut driver.model, message));
                }
                None => driver.send(message),
            }
        }
        is_sound(&driver);
        draws_soundly(&driver);
    }
}

fn one(index: usize) -> Start {
    let (name, text) = &RELEASES[index % RELEASES.len()];
    Start::One(Source::text(name, text), None)
}

/// A review whose file finds no folder, so that nothing is ever written.
fn review(index: usize) -> Start {
    let (name, text) = &RELEASES[index % RELEASES.len()];
    let folder = crate::root().join("Cargo.toml");
    let (text, name) = (text.clone(), name.clone());
    Start::Review {
        text,
        name,
        output: folder.join("a.ron"),
        overwrite: true,
        doubts: vec!["a".to_owned()],
    }
}

fn all() -> Start {
    let sources = RELEASES.iter().map(|(name, text)| Source::text(name, text));
    Start::List(sources.map(Shelved::Source).collect())
}

fn any_size() -> impl Strategy<Value = (u16, u16)> {
    prop_oneof![
        Just((80, 24)),
        Just((120, 40)),
        Just((40, 12)),
        Just((20, 5)),
        (0_u16..130, 0_u16..45)
    ]
}

/// `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let usual = ProptestConfig::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { usual.cases } else { 64 };
    ProptestConfig { cases, failure_persistence: None, ..usual }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn no_keys_harm_a_release(
        index in any::<prop::sample::Index>(),
        size in any_size(),
        steps in prop::collection::vec(any_step(), 1..60),
    ) {
        run(one(index.index(RELEASES.len())), &steps, size);
    }

    #[test]
    fn no_keys_harm_a_review(
        index in any::<prop::sample::Index>(),
        size in any_size(),
        steps in prop::collection::vec(any_step(), 1..60),
    ) {
        run(review(index.index(RELEASES.len())), &steps, size);
    }

    #[test]
    fn no_keys_harm_a_list(
        size in any_size(),
        steps in prop::collection::vec(any_step(), 1..80),
    ) {
        run(all(), &steps, size);
    }
}

#[test]
fn every_release_is_drawn_at_every_size() {
    for index in 0..RELEASES.len() {
        let mut driver = Driver::start(one(index), (0, 0));
        for keys in
            ["j", "Tab", "j", "Tab", "G", "z M", "?", "Esc", "#", "Esc", "!", "Esc", "z R", "g g"]
        {
            driver.press(keys);
            for size in [
                (0, 0),
                (1, 1),
                (500, 200),
                (3, 2),
                (59, 7),
                (60, 8),
                (99, 9),
                (100, 8),
                (1, 200),
                (500, 1),
                (81, 24),
            ] {
                driver.resize(size.0, size.1);
                is_sound(&driver);
                if size.0 < 200 || keys == "Tab" {
                    draws_soundly(&driver);
                }
            }
        }
    }
}

#[test]
fn a_screen_that_shrank_meanwhile_is_drawn_as_far_as_it_goes() {
    let theme = Theme::for_background(Background::Dark);
    for keys in ["j", "Tab", "?", "#", "! j", "/ a"] {
        let mut driver = Driver::sample("2019-03-06-kazakhstan.en", (120, 40));
        driver.press(keys);
        for (width, height) in [(0, 0), (1, 1), (80, 24), (120, 1), (1, 40), (119, 39)] {
            let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
            pressroom::view::draw(&driver.model, &theme, &mut buffer);
        }
    }
}
