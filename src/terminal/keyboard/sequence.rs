//! Escape sequences as keys: those of the VT terminals, of xterm, and of the Linux console.

use super::{First, Sent, end_of_sequence, mouse, unended};
use crate::keys::{Chord, Key};

/// A control sequence, after ESC [.
pub(super) fn control(rest: &[u8]) -> First {
    // The Linux console's function keys: ESC [ [ A.
    if let [b'[', rest @ ..] = rest {
        return match rest {
            [] => First::Part,
            [letter @ b'A'..=b'E', ..] => key(4, Chord::from(Key::F(letter - b'A' + 1))),
            _ => First::Whole(3, None),
        };
    }
    if let [b'M', rest @ ..] = rest {
        return mouse::in_bytes(rest);
    }
    let Some(end) = end_of_sequence(rest, |byte| !matches!(byte, b' '..=b'?')) else {
        return unended(rest);
    };
    let length = end + 3;
    if !matches!(rest[end], b'@'..=b'~') {
        // Something else begins before it has ended.
        return First::Whole(length - 1, None);
    }
    let Ok(parameters) = std::str::from_utf8(&rest[..end]) else {
        return First::Whole(length, None);
    };
    if (parameters, rest[end]) == ("200", b'~') {
        return First::Paste(length);
    }
    if parameters.starts_with('<') && matches!(rest[end], b'M' | b'm') {
        return First::Whole(length, mouse::told(parameters, rest[end] == b'm'));
    }
    First::Whole(length, pressed(parameters, rest[end]).map(Sent::Key))
}

/// A key of the keypad or a function key, after ESC O.
pub(super) fn single_shift(rest: &[u8]) -> First {
    match rest {
        [] => First::Part,
        [b'M', ..] => key(3, Chord::from(Key::Enter)),
        [letter, ..] => match lettered(*letter) {
            Some(found) => key(3, Chord::from(found)),
            // Alt-O, then something else.
            None => key(2, Chord::from('O').with_alt()),
        },
    }
}

fn key(length: usize, chord: Chord) -> First {
    First::Whole(length, Some(Sent::Key(chord)))
}

/// The key of a whole control sequence.
fn pressed(parameters: &str, last: u8) -> Option<Chord> {
    let mut numbers = parameters.split(';').map(|p| p.split(':').next().unwrap_or_default());
    let mut next = || numbers.next().unwrap_or_default();
    let (first, second, third) = (next(), next(), next());
    // Keys being let go are told only where that was asked for.
    if parameters.ends_with(":3") {
        return None;
    }
    let (found, modifiers) = match last {
        b'~' if first == "27" => (coded(third)?, second),
        b'~' => (Chord::from(numbered(first)?), second),
        b'u' => (coded(first)?, second),
        b'Z' => (Chord::from(Key::BackTab), second),
        letter if matches!(first, "" | "1") => (Chord::from(lettered(letter)?), second),
        _ => return None,
    };
    Some(with_modifiers(found, modifiers))
}

/// A key told by the number of its character.
fn coded(number: &str) -> Option<Chord> {
    number.parse().ok().and_then(char::from_u32).map(Chord::from)
}

/// Modifiers are told as one more than the sum of 1 for Shift, 2 for Alt, 4 for Ctrl.
fn with_modifiers(mut chord: Chord, told: &str) -> Chord {
    let held = told.parse::<u16>().unwrap_or(1).saturating_sub(1);
    if held & 1 != 0 {
        chord = chord.with_shift();
    }
    if held & 2 != 0 {
        chord = chord.with_alt();
    }
    if held & 4 != 0 {
        chord = chord.with_ctrl();
    }
    chord
}

fn lettered(letter: u8) -> Option<Key> {
    Some(match letter {
        b'A' => Key::Up,
        b'B' => Key::Down,
        b'C' => Key::Right,
        b'D' => Key::Left,
        b'F' => Key::End,
        b'H' => Key::Home,
        b'P'..=b'S' => Key::F(letter - b'P' + 1),
        _ => return None,
    })
}

fn numbered(number: &str) -> Option<Key> {
    Some(match number.parse::<u8>().ok()? {
        1 | 7 => Key::Home,
        2 => Key::Insert,
        3 => Key::Delete,
        4 | 8 => Key::End,
        5 => Key::PageUp,
        6 => Key::PageDown,
        // The numbers have gaps where the first keyboards had.
        number @ 11..=15 => Key::F(number - 10),
        number @ 17..=21 => Key::F(number - 11),
        number @ 23..=26 => Key::F(number - 12),
        number @ 28..=29 => Key::F(number - 13),
        number @ 31..=34 => Key::F(number - 14),
        _ => return None,
    })
}
