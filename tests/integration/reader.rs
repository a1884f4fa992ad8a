//! What keys do in the reader: keys in, then the place, what was said, what was asked for.

mod ascii;
mod contents;
mod copy;
mod drag;
mod effects;
mod find;
mod folds;
mod kept;
mod keys;
mod language;
mod links;
mod mouse;
mod movement;
mod palette;
mod panel;
mod peek;
mod pipe;
mod place;
mod releases;
mod review;
mod select;
mod setting;
mod shelf;
mod themes;

use std::fmt::Write as _;

use crate::support::{Driver, release};

/// The usual screen.
const SIZE: (u16, u16) = (80, 24);

/// Paragraphs 1 to 9, of three lines each on the usual screen.
fn nine() -> String {
    numbered(9)
}

/// Numbered paragraphs of three lines each on the usual screen.
fn numbered(count: usize) -> String {
    let mut body = String::new();
    for number in 1..=count {
        let words = format!("word{number} ").repeat(28);
        let _ = write!(body, "Numbered(number: \"{number}\", text: \"{words}\"),");
    }
    release("Nine", &body, "")
}

/// Items within items, then what has no number.
fn outline() -> String {
    let body = r#"
        Heading(text: "Opening"),
        Numbered(number: "1", text: "First."),
        Numbered(number: "2", text: "Second.", items: [
            Bullet(marker: "°", text: "Second, first.", items: [
                Bullet(marker: "-", text: "Deep, first."),
                Bullet(marker: "-", text: "Deep, second."),
            ]),
            Bullet(marker: "°", text: "Second, second."),
        ]),
        Numbered(number: "3", text: "Third.", items: [Bullet(marker: "°", text: "Third, first.")]),
        Paragraph(text: "Closing."),
        Note(marker: "*", text: "A note."),
    "#;
    release("Outline", body, "")
}

/// A driver over a release and its text on the usual screen.
fn open(ron: &str) -> Driver {
    Driver::text(ron, SIZE)
}
