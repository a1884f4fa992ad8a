//! The reader driven without a terminal: keys in, the model and the screen out. What is done in the
//! background is done at once, by the same code as in the program.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use pressroom::annotations::Store;
use pressroom::app::{self, Shelved, Start};
use pressroom::keys::{Chord, Chords, Keymap};
use pressroom::library::Source;
use pressroom::phrase::{Language, Phrase};
use pressroom::reader::areas::Size;
use pressroom::reader::areas::links::Links;
use pressroom::reader::effect::Effect;
use pressroom::reader::message::{Button, Did, Message, Mouse};
use pressroom::reader::model::{Memory, Model, Screen};
use pressroom::reader::update::{arrange, update};
use pressroom::reader::{Reading, shelf::Shelf};
use pressroom::theme::{Role, Theme};
use pressroom::view::{self, Drawn};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Color;

use crate::{expect, root};

/// A sample release, by the start of its file's name.
pub fn sample(name: &str) -> PathBuf {
    let folder = root().join("assets/releases");
    let files = fs::read_dir(&folder).expect("the samples are there");
    let mut fits: Vec<PathBuf> = files.map(|file| file.expect("readable").path()).collect();
    fits.retain(|path| path.file_name().is_some_and(|f| f.to_string_lossy().starts_with(name)));
    assert_eq!(fits.len(), 1, "samples that begin with {name}");
    fits.remove(0)
}

/// A release with a title and this body, and nothing else unless `more` says so.
pub fn release(title: &str, body: &str, more: &str) -> String {
    format!("Release(format: 1, title: {title:?}, body: [{body}], {more})")
}

/// What the program says, in English.
pub fn in_english(phrase: &Phrase) -> String {
    phrase.shown(Language::English).to_string()
}

/// The reader, driven.
pub struct Driver {
    /// What it shows.
    pub model: Model,
    /// Every effect asked for, in order.
    pub asked: Vec<Effect>,
    shelved: Vec<Shelved>,
    /// Where things are remembered.
    state: Option<PathBuf>,
}

impl Driver {
    /// Opens something on a screen of this size.
    pub fn start(start: Start, (width, height): (u16, u16)) -> Self {
        Self::begin(start, (width, height), None)
    }

    /// Opens something where things are remembered in a folder.
    pub fn remembering(start: Start, size: (u16, u16), state: &Path) -> Self {
        Self::begin(start, size, Some(state.to_path_buf()))
    }

    fn begin(start: Start, (width, height): (u16, u16), state: Option<PathBuf>) -> Self {
        let mut model = Model::new(Size { width, height }, Keymap::builtin());
        if state.is_some() {
            model.memory = Memory::Works;
        }
        if let Some(state) = &state {
            let widths = Store::new(state).pane_widths().expect("they can be read");
            (model.widths, model.kept_widths) = (widths, widths);
        }
        let (effects, shelved) = app::begin(&mut model, start);
        let mut driver = Self { model, asked: Vec::new(), shelved, state };
        driver.perform(effects);
        driver
    }

    /// Takes over a model as it is.
    pub fn of(model: Model) -> Self {
        Self { model, asked: Vec::new(), shelved: Vec::new(), state: None }
    }

    /// Opens a release from its text.
    pub fn text(ron: &str, size: (u16, u16)) -> Self {
        Self::start(Start::One(Source::text("test.ron", ron), None), size)
    }

    /// Opens a sample, by the start of its file's name.
    pub fn sample(name: &str, size: (u16, u16)) -> Self {
        Self::start(Start::One(Source::file(sample(name)), None), size)
    }

    /// Opens a list of releases, each a name and its text.
    pub fn list(releases: &[(&str, &str)], size: (u16, u16)) -> Self {
        let sources = releases.iter().map(|(name, ron)| Source::text(name, ron));
        Self::start(Start::List(sources.map(Shelved::Source).collect()), size)
    }

    /// Opens the list of all samples.
    pub fn samples(size: (u16, u16)) -> Self {
        let folder = root().join("assets/releases");
        Self::start(Start::List(vec![Shelved::Path(folder)]), size)
    }

    /// Presses keys, written as in a keymap file.
    #[track_caller]
    pub fn press(&mut self, keys: &str) -> &mut Self {
        let chords: Chords = keys.parse().unwrap_or_else(|e| panic!("{keys}: {e}"));
        for chord in chords.iter() {
            self.send(Message::Key(*chord));
        }
        self
    }

    /// Types characters.
    pub fn type_in(&mut self, text: &str) -> &mut Self {
        for character in text.chars() {
            self.send(Message::Key(Chord::from(character)));
        }
        self
    }

    /// Clicks on a cell.
    pub fn click(&mut self, at: (u16, u16)) -> &mut Self {
        self.press_button(at, 1)
    }

    /// Clicks on words, the first on the screen.
    #[track_caller]
    pub fn click_on(&mut self, words: &str) -> &mut Self {
        self.click_in(words, 0)
    }

    /// Clicks on words, the first at this column or after it.
    #[track_caller]
    pub fn click_in(&mut self, words: &str, left: u16) -> &mut Self {
        let at = self.cell_of(words, left);
        self.click(at)
    }

    /// Clicks twice on words, where they are when the first click comes.
    #[track_caller]
    pub fn double_click_on(&mut self, words: &str) -> &mut Self {
        self.double_click_in(words, 0)
    }

    /// As [`Driver::double_click_on`], at this column or after it.
    #[track_caller]
    pub fn double_click_in(&mut self, words: &str, left: u16) -> &mut Self {
        let at = self.cell_of(words, left);
        self.press_button(at, 1).press_button(at, 2)
    }

    /// Presses the mouse where words begin, and moves it with its button held to others.
    #[track_caller]
    pub fn drag(&mut self, from: &str, to: &str) -> &mut Self {
        let from = self.cell_of(from, 0);
        self.mouse(Did::Press(Button::Left), from);
        let to = self.cell_of(to, 0);
        self.mouse(Did::Drag(Button::Left), to)
    }

    /// As [`Driver::drag`], and lets the button go.
    #[track_caller]
    pub fn drag_and_drop(&mut self, from: &str, to: &str) -> &mut Self {
        let end = self.drag(from, to).cell_of(to, 0);
        self.mouse(Did::Release(Button::Left), end)
    }

    /// The mouse does something over a cell.
    pub fn mouse(&mut self, did: Did, at: (u16, u16)) -> &mut Self {
        self.send(Message::Mouse(Mouse { did, at: at.into(), clicks: 1 }));
        self
    }

    /// Turns the wheel over a cell.
    pub fn wheel(&mut self, at: (u16, u16), notches: i32) -> &mut Self {
        self.mouse(Did::Wheel(notches), at)
    }

    fn press_button(&mut self, at: (u16, u16), clicks: u8) -> &mut Self {
        let (did, at) = (Did::Press(Button::Left), at.into());
        self.send(Message::Mouse(Mouse { did, at, clicks }));
        self.send(Message::Mouse(Mouse { did: Did::Release(Button::Left), at, clicks: 1 }));
        self
    }

    /// The cell where words begin, the first from a column on.
    #[track_caller]
    pub fn cell_of(&self, words: &str, left: u16) -> (u16, u16) {
        let buffer = self.picture().buffer;
        for y in 0..buffer.area.height {
            for x in left..buffer.area.width {
                let mut rest = words;
                let mut cells = (x..buffer.area.width).map(|x| buffer[(x, y)].symbol());
                while let Some(after) = cells.next().and_then(|symbol| rest.strip_prefix(symbol)) {
                    rest = after;
                    if rest.is_empty() {
                        return (x, y);
                    }
                }
            }
        }
        panic!("{words:?} is not on the screen:\n{}", self.screen().join("\n"));
    }

    /// Changes the size of the screen.
    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.send(Message::Resized(Size { width, height }));
        self
    }

    /// Lets something happen, and does what is asked for.
    pub fn send(&mut self, message: Message) {
        let effects = update(&mut self.model, message);
        arrange(&mut self.model);
        self.perform(effects);
    }

    /// Presses keys without doing what is asked for, which is given back.
    #[track_caller]
    pub fn only_press(&mut self, keys: &str) -> Vec<Effect> {
        let chords: Chords = keys.parse().unwrap_or_else(|e| panic!("{keys}: {e}"));
        let pressed = |chord: &Chord| update(&mut self.model, Message::Key(*chord));
        let effects = chords.iter().flat_map(pressed).collect();
        arrange(&mut self.model);
        effects
    }

    /// Does what is asked for, and whatever follows from it.
    pub fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            self.asked.push(effect.clone());
            for message in app::answers_with(effect, &self.shelved, self.state.as_deref()) {
                self.send(message);
            }
        }
    }

    /// The open release.
    #[track_caller]
    pub fn reading(&self) -> &Reading {
        self.model.reading().expect("a release is open")
    }

    /// The list.
    #[track_caller]
    pub fn shelf(&self) -> &Shelf {
        self.model.shelf.as_ref().expect("there is a list")
    }

    /// The file names of the list's rows.
    pub fn rows(&self) -> Vec<&str> {
        let shelf = self.shelf();
        shelf.shown.iter().map(|index| shelf.entries[*index].name.as_str()).collect()
    }

    /// The file on the screen, and the address and line of the cursor in it: `a.ron 2.1+3`.
    pub fn place(&self) -> String {
        match &self.model.screen {
            Screen::Reading(reading) => {
                let cursor = reading.cursor();
                let address = reading.document.addresses.name(cursor.block);
                let line =
                    if cursor.line == 0 { String::new() } else { format!("+{}", cursor.line) };
                format!("{} {address}{line}", reading.document.name())
            }
            Screen::Fault(fault) => format!("{} is no release", fault.faulty.source.name()),
            Screen::List => "list".to_owned(),
            Screen::Empty => "nothing".to_owned(),
        }
    }

    /// The address and line of the cursor.
    pub fn at(&self) -> String {
        self.place().split_once(' ').expect("a release is open").1.to_owned()
    }

    /// What was said last.
    pub fn said(&self) -> &str {
        self.model
            .notice
            .as_ref()
            .map_or("", |notice| notice.text.shown(self.model.language).as_str())
    }

    /// The screen, drawn.
    pub fn picture(&self) -> Picture {
        let Size { width, height } = self.model.size;
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        let Drawn { cursor, links } = view::draw(&self.model, &TELLING, &mut buffer);
        Picture { buffer, cursor, links }
    }

    /// The rows of the screen as characters.
    pub fn screen(&self) -> Vec<String> {
        self.picture().rows()
    }

    /// The last row of the screen.
    pub fn status(&self) -> String {
        self.screen().pop().unwrap_or_default()
    }

    /// Compares the screen with `tests/snapshots/<name>.txt`.
    #[track_caller]
    pub fn shows(&self, name: &str) {
        expect(&root().join(format!("tests/snapshots/{name}.txt")), &self.picture().written());
    }
}

/// A theme in which every role tells itself: a letter colour each, and for the roles that only lie
/// behind words, a ground.
static TELLING: LazyLock<Theme> = LazyLock::new(|| {
    let mut roles = String::new();
    for role in Role::ALL {
        let part = if is_ground(role) { "bg" } else { "fg" };
        let _ = write!(roles, "{}: ({part}: {}),", role.name(), role as usize);
    }
    let source = format!("Theme(background: Dark, roles: {{{roles}}})");
    Theme::parse("telling", &source, &mut |_| Ok(None)).expect("a theme")
});

fn is_ground(role: Role) -> bool {
    matches!(role, Role::CursorLine | Role::PanelCurrent | Role::ListCurrent)
}

fn role_of(colour: Color) -> Option<Role> {
    match colour {
        Color::Indexed(index) => Role::ALL.get(usize::from(index)).copied(),
        _ => None,
    }
}

/// A drawn screen.
pub struct Picture {
    /// Its cells.
    pub buffer: Buffer,
    /// Where the terminal's cursor stands.
    pub cursor: Option<Position>,
    /// Which cells lead somewhere.
    pub links: Links,
}

impl Picture {
    /// The characters of each row, nothing after the last one.
    pub fn rows(&self) -> Vec<String> {
        let row = |y| {
            let mut row = String::new();
            let mut covered = 0;
            for x in 0..self.buffer.area.width {
                if covered > 0 {
                    covered -= 1;
                    continue;
                }
                let symbol = self.buffer[(x, y)].symbol();
                covered = pressroom::text::width::cells(symbol).saturating_sub(1);
                row.push_str(if symbol == "\u{a0}" { " " } else { symbol });
            }
            row.trim_end().to_owned()
        };
        (0..self.buffer.area.height).map(row).collect()
    }

    /// The role a cell was drawn in. Words on the ground of the current row keep their own; the
    /// rest of it has the ground's.
    pub fn role(&self, x: u16, y: u16) -> Option<Role> {
        let cell = &self.buffer[(x, y)];
        let (letter, ground) = (role_of(cell.fg), role_of(cell.bg));
        letter.filter(|role| *role != Role::Text || ground.is_none()).or(ground)
    }

    /// Characters, then a letter for the role of each cell, then the terminal's cursor.
    pub fn written(&self) -> String {
        let mut out = String::new();
        let Rect { width, height, .. } = self.buffer.area;
        let _ = writeln!(out, "{width} x {height}");
        for row in self.rows() {
            let _ = writeln!(out, "|{row}");
        }
        out.push_str("roles\n");
        for y in 0..height {
            let mut row = String::new();
            let mut covered = 0;
            for x in 0..width {
                // The second column of a wide letter is the letter's.
                if covered == 0 {
                    row.push(self.role(x, y).map_or(' ', Role::letter));
                    covered = pressroom::text::width::cells(self.buffer[(x, y)].symbol()).max(1);
                } else if let Some(letter) = row.chars().last() {
                    row.push(letter);
                }
                covered -= 1;
            }
            let _ = writeln!(out, "|{}", row.trim_end());
        }
        if let Some(Position { x, y }) = self.cursor {
            let _ = writeln!(out, "cursor {x}, {y}");
        }
        out
    }

    /// The characters of each row that lead somewhere, and where.
    pub fn linked(&self) -> Vec<(String, String)> {
        let mut pieces = Vec::new();
        for row in 0..self.buffer.area.height {
            let mut of_row: Vec<_> = self.links.of_row(row).collect();
            of_row.sort_by_key(|linked| linked.columns.start);
            for linked in of_row {
                let columns = linked.columns.clone();
                let words: String = columns.map(|x| self.buffer[(x, row)].symbol()).collect();
                pieces.push((words, linked.link.as_str().to_owned()));
            }
        }
        pieces
    }

    /// The characters drawn in a role on a row, each run of cells apart.
    pub fn in_role(&self, role: Role) -> Vec<String> {
        let mut runs: Vec<String> = Vec::new();
        for y in 0..self.buffer.area.height {
            let mut open = false;
            for x in 0..self.buffer.area.width {
                let cell = &self.buffer[(x, y)];
                if role_of(cell.fg) == Some(role) {
                    if !open {
                        runs.push(String::new());
                    }
                    if let Some(run) = runs.last_mut() {
                        run.push_str(cell.symbol());
                    }
                }
                open = role_of(cell.fg) == Some(role);
            }
        }
        runs
    }
}
