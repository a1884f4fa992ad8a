//! Is the terminal's page dark or light? It is asked after the first frame, and its answer is picked
//! out of the keys: nothing ever waits for it, and one that never answers costs nothing.
//!
//! The question is OSC 11 of xterm's control sequences. The terminal library takes the answer
//! `ESC ] 11 ; rgb:RRRR/GGGG/BBBB ESC \` for the keys Alt-], 1, 1, … Alt-\, which nobody types.

use std::io::{self, Write};

use crate::keys::{Chord, Key};
use crate::reader::message::Page;

/// The longest answer that is waited for, in characters.
const LONGEST: usize = 40;

/// Asks for the colour of the page.
///
/// # Errors
/// When the terminal cannot be written to.
pub fn ask() -> io::Result<()> {
    let mut out = io::stdout();
    out.write_all(b"\x1b]11;?\x1b\\")?;
    out.flush()
}

/// Picks the answer out of the keys.
#[derive(Debug, Default)]
pub struct Answer {
    held: Vec<Chord>,
    is_known: bool,
}

/// What became of a key.
#[derive(Debug, PartialEq, Eq)]
pub enum Sorted {
    /// It may be part of the answer.
    Held,
    /// It ended the answer.
    Page(Page),
    /// It was a key after all, and so were these before it.
    Keys(Vec<Chord>),
}

impl Answer {
    /// Looks at a key.
    pub fn sort(&mut self, chord: Chord) -> Sorted {
        if self.held.is_empty() && (self.is_known || chord != alt(']')) {
            return Sorted::Keys(vec![chord]);
        }
        self.held.push(chord);
        if chord == alt('\\') || chord == Chord::from('g').with_ctrl() {
            let page = page(&text(&self.held));
            return self.end(page);
        }
        let expected = "11;rgb";
        let so_far = text(&self.held);
        let fits = expected.starts_with(&*so_far) || so_far.starts_with(expected);
        if fits && so_far.len() <= LONGEST { Sorted::Held } else { self.end(None) }
    }

    /// Gives up what is held: a key long ago and a key now are not one answer.
    pub fn release(&mut self) -> Vec<Chord> {
        std::mem::take(&mut self.held)
    }

    fn end(&mut self, page: Option<Page>) -> Sorted {
        let held = std::mem::take(&mut self.held);
        match page {
            Some(page) => {
                self.is_known = true;
                Sorted::Page(page)
            }
            None => Sorted::Keys(held),
        }
    }
}

fn alt(character: char) -> Chord {
    Chord::from(character).with_alt()
}

/// The characters between the brackets of the sequence.
fn text(held: &[Chord]) -> String {
    let characters = held.iter().skip(1).filter_map(|chord| match chord.key() {
        Key::Char(c) if !chord.has_alt() && !chord.has_ctrl() => Some(c),
        _ => None,
    });
    characters.collect()
}

/// The page of a colour, by its relative luminance (WCAG 2): below that of a middle grey it is dark.
fn page(answer: &str) -> Option<Page> {
    let colour = answer.strip_prefix("11;rgb")?;
    let colour = colour.strip_prefix('a').unwrap_or(colour).strip_prefix(':')?;
    let mut channels = colour.split('/').map(|hex| {
        let digits = u32::try_from(hex.len()).ok().filter(|n| (1..=4).contains(n))?;
        let value = u32::from_str_radix(hex, 16).ok()?;
        let full = 16_u32.pow(digits) - 1;
        let share = f64::from(value) / f64::from(full);
        Some(if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) })
    });
    let mut next = || channels.next().flatten();
    let luminance = 0.2126 * next()? + 0.7152 * next()? + 0.0722 * next()?;
    Some(if luminance < 0.18 { Page::Dark } else { Page::Light })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feed(answer: &mut Answer, keys: &[Chord]) -> Vec<Sorted> {
        keys.iter().map(|chord| answer.sort(*chord)).collect()
    }

    fn reply(text: &str) -> Vec<Chord> {
        let mut keys = vec![alt(']')];
        keys.extend(text.chars().map(Chord::from));
        keys.push(alt('\\'));
        keys
    }

    #[test]
    fn an_answer_is_picked_out_of_the_keys() {
        for (colour, expected) in [
            ("11;rgb:1d1d/1f1f/2121", Page::Dark),
            ("11;rgb:ffff/ffff/ffff", Page::Light),
            ("11;rgb:00/2b/36", Page::Dark),
            ("11;rgba:fdfd/f6f6/e3e3/ffff", Page::Light),
        ] {
            let mut answer = Answer::default();
            let sorted = feed(&mut answer, &reply(colour));
            assert_eq!(sorted.last(), Some(&Sorted::Page(expected)), "{colour}");
            assert!(sorted[..sorted.len() - 1].iter().all(|s| *s == Sorted::Held));
        }
    }

    #[test]
    fn keys_that_only_begin_like_an_answer_are_keys() {
        let mut answer = Answer::default();
        let keys = [alt(']'), Chord::from('1'), Chord::from('j')];
        let sorted = feed(&mut answer, &keys);
        assert_eq!(sorted.last(), Some(&Sorted::Keys(keys.to_vec())));
        assert_eq!(answer.sort(Chord::from('k')), Sorted::Keys(vec![Chord::from('k')]));
    }
}
