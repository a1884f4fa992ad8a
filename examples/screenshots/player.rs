//! Plays scenes: opens what one names, presses its keys, draws the screen.

use std::path::Path;

use pressroom::app::{self, Shelved, Start};
use pressroom::keys::{Chord, Chords, Keymap};
use pressroom::library::Source;
use pressroom::phrase::Language;
use pressroom::reader::areas::Size;
use pressroom::reader::effect::Effect;
use pressroom::reader::message::{self, Message};
use pressroom::reader::model::Model;
use pressroom::reader::update::{arrange, update};
use pressroom::theme::Theme;
use pressroom::view;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{InterfaceIn, Page, Scene};

/// A drawn screen.
pub struct Screen {
    /// Its cells.
    pub cells: Buffer,
    /// Where the terminal's cursor stands, if it is shown.
    pub cursor: Option<Position>,
}

/// A reader being played.
pub struct Player {
    model: Model,
    shelved: Vec<Shelved>,
}

impl Player {
    /// A reader with what a scene opens.
    pub fn new(scene: &Scene) -> Self {
        let (width, height) = scene.size;
        let mut model = Model::new(Size { width, height }, Keymap::builtin());
        model.theme.clone_from(&scene.theme);
        model.page = Some(match scene.page {
            Page::Dark => message::Page::Dark,
            Page::Light => message::Page::Light,
        });
        model.language = match scene.language {
            InterfaceIn::English => Language::English,
            InterfaceIn::Korean => Language::Korean,
        };
        let (effects, shelved) = app::begin(&mut model, start(scene));
        let mut player = Self { model, shelved };
        player.perform(effects);
        player
    }

    /// Presses one key after the other.
    pub fn press(&mut self, chords: &[Chord]) {
        for chord in chords {
            let effects = update(&mut self.model, Message::Key(*chord));
            self.perform(effects);
        }
    }

    /// Does what is asked for, and whatever follows from it.
    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            for message in app::answers(effect, &self.shelved) {
                let effects = update(&mut self.model, message);
                self.perform(effects);
            }
        }
    }

    /// What is to be seen now.
    pub fn screen(&mut self) -> Screen {
        arrange(&mut self.model);
        let name = self.model.theme_name();
        let theme = Theme::builtin(name).unwrap_or_else(|| panic!("no theme {name}"));
        let Size { width, height } = self.model.size;
        let mut cells = Buffer::empty(Rect::new(0, 0, width, height));
        let cursor = view::draw(&self.model, &theme, &mut cells).cursor;
        Screen { cells, cursor }
    }
}

/// The keys of a script.
pub fn chords(keys: &str) -> Chords {
    keys.parse().unwrap_or_else(|error| panic!("{keys}: {error}"))
}

/// Plays a scene to its end.
pub fn play(scene: &Scene) -> Screen {
    let mut player = Player::new(scene);
    if let Some(keys) = &scene.keys {
        player.press(&chords(keys));
    }
    player.screen()
}

fn start(scene: &Scene) -> Start {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/releases");
    match (&scene.open, &scene.text) {
        (Some(file), _) => Start::One(Source::file(samples.join(file)), None),
        (None, Some((name, text))) => Start::One(Source::text(name, text), None),
        (None, None) => Start::List(vec![Shelved::Path(samples)]),
    }
}
