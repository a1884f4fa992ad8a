//! Plays a scene: opens what it names, presses its keys, draws the screen.

use std::path::Path;

use pressroom::app::{self, Shelved, Start};
use pressroom::keys::{Chords, Keymap};
use pressroom::library::Source;
use pressroom::reader::areas::Size;
use pressroom::reader::effect::Effect;
use pressroom::reader::message::Message;
use pressroom::reader::model::Model;
use pressroom::reader::update::update;
use pressroom::theme::{Background, Theme};
use pressroom::view;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Page, Scene};

/// A drawn screen.
pub struct Screen {
    /// Its cells.
    pub cells: Buffer,
    /// Where the terminal's cursor stands, if it is shown.
    pub cursor: Option<Position>,
}

/// Plays a scene to its end.
pub fn play(scene: &Scene) -> Screen {
    let (width, height) = scene.size;
    let mut model = Model::new(Size { width, height }, Keymap::builtin());
    let (effects, shelved) = app::begin(&mut model, start(scene));
    perform(&mut model, &shelved, effects);
    if let Some(keys) = &scene.keys {
        let chords: Chords = keys.parse().unwrap_or_else(|error| panic!("{keys}: {error}"));
        for chord in chords.iter() {
            let effects = update(&mut model, Message::Key(*chord));
            perform(&mut model, &shelved, effects);
        }
    }
    let theme = Theme::for_background(match scene.page {
        Page::Dark => Background::Dark,
        Page::Light => Background::Light,
    });
    let mut cells = Buffer::empty(Rect::new(0, 0, width, height));
    let cursor = view::draw(&model, &theme, &mut cells);
    Screen { cells, cursor }
}

fn start(scene: &Scene) -> Start {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/releases");
    match (&scene.open, &scene.text) {
        (Some(file), _) => Start::One(Source::file(samples.join(file)), None),
        (None, Some((name, text))) => Start::One(Source::text(name, text), None),
        (None, None) => Start::List(vec![Shelved::Path(samples)]),
    }
}

/// Does what is asked for, and whatever follows from it.
fn perform(model: &mut Model, shelved: &[Shelved], effects: Vec<Effect>) {
    for effect in effects {
        for message in app::answers(effect, shelved) {
            let effects = update(model, message);
            perform(model, shelved, effects);
        }
    }
}
