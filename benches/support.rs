//! Releases of any size, and a reader without a terminal.

use std::fmt::Write as _;

use pressroom::app::{self, Start};
use pressroom::keys::{Chords, Keymap};
use pressroom::library::Source;
use pressroom::reader::areas::Size;
use pressroom::reader::update::{arrange, update};
use pressroom::reader::{Message, Model};

/// The size of a usual terminal.
pub const USUAL: Size = Size { width: 120, height: 40 };
/// Paragraphs of a release of some 4 KB, of 200 KB and of 10 MB.
pub const SIZES: [usize; 3] = [5, 240, 12_000];

const BEFORE: &str = "The delegations took stock of what had been done since the last round and named \
    what is still to do in trade, transport, energy and education; ";
const HOPE: &str = "One side voiced hope that exchanges at every level would go on and widen.";
const PROPOSAL: &str = "The other side shared that view, and proposed that experts meet twice a year in \
    either capital to prepare what the ministers decide.";

/// The text of a release with so many numbered paragraphs, two items each, and a fact in every third.
pub fn release(paragraphs: usize) -> String {
    let mut text = String::from(
        "Release(\n    format: 1,\n    title: \"A release of any size\",\n    body: [\n",
    );
    for n in 1..=paragraphs {
        let _ = write!(
            text,
            "        Numbered(number: \"{n}\", text: \"{BEFORE}US${n} million was set aside, and the two sides \
             agreed to meet again.\", items: [\n            Bullet(marker: \"°\", text: \"{HOPE}\"),\n            \
             Bullet(marker: \"°\", text: \"{PROPOSAL}\"),\n        ]),\n",
        );
    }
    text.push_str("    ],\n    figures: [\n");
    for n in (1..=paragraphs).step_by(3) {
        let _ = writeln!(
            text,
            "        (text: \"US${n} million\", value: {n}000000.0, unit: \"USD\", \
             mentions: [(at: \"{n}\", quote: \"US${n} million\")]),"
        );
    }
    text.push_str("    ],\n)\n");
    text
}

/// A reader with a release open, its facts found.
pub fn reader(text: &str, size: Size) -> Model {
    let mut model = Model::new(size, Keymap::builtin());
    let start = Start::One(Source::text("bench.ron", text), None);
    let (mut effects, shelved) = app::begin(&mut model, start);
    while let Some(effect) = effects.pop() {
        for message in app::answers(effect, &shelved) {
            effects.extend(update(&mut model, message));
        }
    }
    arrange(&mut model);
    model
}

/// Presses keys, written as in a keymap.
pub fn press(model: &mut Model, keys: &str) {
    let chords: Chords = keys.parse().expect("the keys of a bench are spelt right");
    for chord in chords.iter() {
        update(model, Message::Key(*chord));
    }
    arrange(model);
}
