//! What a keyboard sends, as keys: bytes in, in pieces of any size, whole keys and pastes out.
//!
//! The terminal library's own reader is not used: told of keys and of a new size at once, or of more
//! keys than fit its buffer, it forgets the rest until the next key is pressed.

pub mod mouse;
mod sequence;

use std::time::Duration;

use crate::keys::{Chord, Key};
use crate::reader::message::Mouse;

/// How long the rest of a key may take: Esc alone begins like many a key.
const KEY: Duration = Duration::from_millis(25);
/// How long the rest of a longer sequence may take: terminals send it at once, lines deliver it so.
const SEQUENCE: Duration = Duration::from_millis(100);
/// How long the rest of an answer may take, over the slowest line.
const ANSWER: Duration = Duration::from_millis(400);
/// How long a paste may pause. Without its end, every key would be part of it for ever.
const PASTE: Duration = Duration::from_secs(3);
/// How long it may go on in pieces no longer than keys are: longer, and they are keys.
const PASTE_IN_DRIBS: Duration = Duration::from_secs(10);
/// The most bytes of a sequence that are waited for; no key and no answer we ask for is as long.
const LONGEST: usize = 256;
/// How the answer begins that we ask for, and how more colours than that; its colour follows.
const ANSWERS: [&[u8]; 2] = [b"11;rgb:", b"11;rgba:"];
/// The most bytes of a colour: four channels of four digits.
const COLOUR: usize = 19;
/// What ends a paste.
const PASTE_END: &[u8] = b"\x1b[201~";

/// What a terminal sends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sent {
    /// A key was pressed.
    Key(Chord),
    /// The mouse did something.
    Mouse(Mouse),
    /// Text was pasted.
    Paste(String),
    /// An answer to a question: what stands in an operating system command.
    Answer(String),
}

/// What the first bytes of what is held are.
enum First {
    /// So many bytes, which say this, or nothing that is of use here.
    Whole(usize, Option<Sent>),
    /// A paste begins after so many bytes.
    Paste(usize),
    /// The beginning of something.
    Part,
}

/// Makes keys of bytes.
#[derive(Debug, Default)]
pub struct Decoder {
    held: Vec<u8>,
    /// How much of that came with its first byte: the rest came later.
    at_once: usize,
    /// What has been pasted so far.
    paste: Option<Vec<u8>>,
}

impl Decoder {
    /// Takes what was read at once. Ctrl-c alone ends a paste that is unfinished: a terminal that pastes
    /// it sends it with the rest.
    pub fn read(&mut self, bytes: &[u8]) -> Vec<Sent> {
        if !self.is_pasting() || bytes != [CTRL_C] {
            return self.feed(bytes);
        }
        let mut sent = self.give_up();
        sent.extend(self.feed(bytes));
        sent
    }

    /// Whether a paste has begun and not ended.
    pub fn is_pasting(&self) -> bool {
        self.paste.is_some()
    }

    /// Takes bytes; gives back what is whole by now.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Sent> {
        let is_new = self.held.is_empty();
        self.held.extend_from_slice(bytes);
        let mut sent = Vec::new();
        let mut start = 0;
        loop {
            if let Some(paste) = &mut self.paste {
                let Some(length) = take_paste(&self.held[start..], paste) else { break };
                start += length;
                if !paste.ends_with(PASTE_END) {
                    break;
                }
                paste.truncate(paste.len() - PASTE_END.len());
                sent.push(Sent::Paste(String::from_utf8_lossy(paste).into_owned()));
                self.paste = None;
            }
            match first(&self.held[start..]) {
                First::Whole(length, said) => {
                    sent.extend(said);
                    start += length;
                }
                First::Paste(length) => {
                    self.paste = Some(Vec::new());
                    start += length;
                }
                First::Part => break,
            }
        }
        self.held.drain(..start);
        if is_new || start > 0 {
            self.at_once = self.held.len();
        }
        sent
    }

    /// How long to wait for the rest of what is held; nothing when nothing is.
    pub fn patience(&self) -> Option<Duration> {
        match self.held.len() {
            _ if self.paste.is_some() => Some(PASTE),
            0 => None,
            1 | 2 => Some(KEY),
            _ if self.held.starts_with(b"\x1b]11;") => Some(ANSWER),
            _ => Some(SEQUENCE),
        }
    }

    /// As [`Decoder::patience`], after so long in which nothing came that was longer than a key: a paste
    /// without its end does not take keys for as long as they are pressed.
    pub fn patience_after(&self, waited: Duration) -> Option<Duration> {
        let time = self.patience()?;
        Some(if self.is_pasting() { time.min(PASTE_IN_DRIBS.saturating_sub(waited)) } else { time })
    }

    /// What is held when its rest has not come: keys pressed one after the other, if they may be. Of what
    /// was begun otherwise, nothing; what came later than its beginning are keys.
    pub fn give_up(&mut self) -> Vec<Sent> {
        let held = std::mem::take(&mut self.held);
        if let Some(mut paste) = self.paste.take() {
            paste.extend(held);
            return vec![Sent::Paste(String::from_utf8_lossy(&paste).into_owned())];
        }
        let key = |key| Sent::Key(key);
        match held[..] {
            [ESC] => vec![key(Chord::from(Key::Esc))],
            [ESC, second @ b' '..=b'~'] => vec![key(Chord::from(char::from(second)).with_alt())],
            _ => {
                let later = held.get(self.at_once..).unwrap_or_default().to_vec();
                self.feed(&later)
            }
        }
    }
}

const ESC: u8 = 0x1b;
const CTRL_C: u8 = 0x03;

/// Moves what belongs to a paste, its end included; says how many bytes were moved. The last bytes
/// may be the beginning of its end, and wait.
fn take_paste(held: &[u8], paste: &mut Vec<u8>) -> Option<usize> {
    let end = held.windows(PASTE_END.len()).position(|window| window == PASTE_END);
    let length = match end {
        Some(at) => at + PASTE_END.len(),
        None => {
            let is_begun = |n: &usize| held.ends_with(&PASTE_END[..*n]);
            held.len() - (1..PASTE_END.len()).rev().find(is_begun).unwrap_or(0)
        }
    };
    paste.extend_from_slice(&held[..length]);
    (length > 0).then_some(length)
}

/// Reads the first thing held.
fn first(held: &[u8]) -> First {
    match held {
        [] | [ESC] => First::Part,
        [ESC, b'[', rest @ ..] => sequence::control(rest),
        [ESC, b'O', rest @ ..] => sequence::single_shift(rest),
        [ESC, b']' | b'P' | b'X' | b'^' | b'_', rest @ ..] => string(held[1], rest),
        // Esc pressed, then another key.
        [ESC, ESC, ..] => First::Whole(1, Some(Sent::Key(Chord::from(Key::Esc)))),
        [ESC, rest @ ..] => match character(rest) {
            First::Whole(length, Some(Sent::Key(chord))) => {
                First::Whole(length + 1, Some(Sent::Key(chord.with_alt())))
            }
            First::Whole(length, said) => First::Whole(length + 1, said),
            part => part,
        },
        _ => character(held),
    }
}

/// A command string, up to BEL or ESC \; only those of the operating system are answers.
fn string(kind: u8, rest: &[u8]) -> First {
    let is_ours = kind == b']' && rest.starts_with(b"11;");
    if is_ours && let Some(length) = broken_off(rest) {
        // A key is pressed before it has ended.
        return First::Whole(length + 2, None);
    }
    let Some(end) = end_of_sequence(rest, |byte| matches!(byte, ESC | 0x07)) else {
        return unended(rest);
    };
    let said = String::from_utf8_lossy(&rest[..end]).into_owned();
    let said = (kind == b']').then_some(Sent::Answer(said));
    match rest[end..] {
        [0x07, ..] => First::Whole(end + 3, said),
        [ESC, b'\\', ..] => First::Whole(end + 4, said),
        [ESC] => First::Part,
        // Something else begins before it has ended.
        _ => First::Whole(end + 2, None),
    }
}

/// Where the answer we ask for is broken off by what cannot be part of it.
fn broken_off(rest: &[u8]) -> Option<usize> {
    let alike = |answer: &&[u8]| rest.iter().zip(*answer).take_while(|(a, b)| a == b).count();
    let answer = ANSWERS.into_iter().max_by_key(alike)?;
    let mut length = alike(&answer);
    if length == answer.len() {
        let is_colour = |byte: &&u8| byte.is_ascii_hexdigit() || **byte == b'/';
        length += rest[length..].iter().take(COLOUR).take_while(is_colour).count();
    }
    rest.get(length).is_some_and(|next| !matches!(*next, ESC | 0x07)).then_some(length)
}

/// Where a sequence ends, if it does within what is waited for.
fn end_of_sequence(rest: &[u8], is_end: impl Fn(u8) -> bool) -> Option<usize> {
    rest.iter().take(LONGEST).position(|byte| is_end(*byte))
}

/// A sequence without its end, after the two bytes that introduce it.
fn unended(rest: &[u8]) -> First {
    if rest.len() < LONGEST { First::Part } else { First::Whole(LONGEST + 2, None) }
}

/// One character, as a key.
fn character(held: &[u8]) -> First {
    let key = |length, key: Chord| First::Whole(length, Some(Sent::Key(key)));
    let byte = held[0];
    match byte {
        // A line feed is what Enter became if it was pressed before the terminal was taken over.
        b'\r' | b'\n' => key(1, Chord::from(Key::Enter)),
        b'\t' => key(1, Chord::from(Key::Tab)),
        0x7f => key(1, Chord::from(Key::Backspace)),
        0 => key(1, Chord::from(' ').with_ctrl()),
        0x01..=0x1a => key(1, Chord::from(char::from(byte - 1 + b'a')).with_ctrl()),
        0x1b..=0x1f => key(1, Chord::from(char::from(byte | 0x40)).with_ctrl()),
        0x20..=0x7e => key(1, Chord::from(char::from(byte))),
        _ => {
            let length = match byte {
                0xc2..=0xdf => 2,
                0xe0..=0xef => 3,
                0xf0..=0xf4 => 4,
                _ => return First::Whole(1, None),
            };
            let given = &held[..length.min(held.len())];
            match std::str::from_utf8(given) {
                Ok(text) => text
                    .chars()
                    .next()
                    .map_or(First::Whole(1, None), |c| key(length, Chord::from(c))),
                Err(error) if error.error_len().is_none() => First::Part,
                Err(_) => First::Whole(1, None),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn keys(sent: &[Sent]) -> Vec<String> {
        let key = |sent: &Sent| match sent {
            Sent::Key(chord) => crate::keys::chord::label(&[*chord]),
            other => format!("{other:?}"),
        };
        sent.iter().map(key).collect()
    }

    #[track_caller]
    fn check(bytes: &[u8], expected: &[&str]) {
        let mut decoder = Decoder::default();
        assert_eq!(keys(&decoder.feed(bytes)), expected, "{}", bytes.escape_ascii());
        assert_eq!(decoder.patience(), None, "{}", bytes.escape_ascii());
    }

    #[test]
    fn keys_are_told_by_their_bytes() {
        check(b"jG \r\t\x7f", &["j", "G", "Space", "Enter", "Tab", "Backspace"]);
        check("한é😀".as_bytes(), &["한", "é", "U+1F600"]);
        check(b"\x01\x04\x1a\n", &["Ctrl-a", "Ctrl-d", "Ctrl-z", "Enter"]);
        check(b"\x1c\x1d\x1e\x1f", &["Ctrl-\\", "Ctrl-]", "Ctrl-^", "Ctrl-_"]);
        check(b"\x1b[A\x1bOB\x1b[H\x1bOF\x1b[Z", &["Up", "Down", "Home", "End", "Shift-Tab"]);
        check(
            b"\x1b[5~\x1b[6~\x1b[3~\x1b[2~\x1b[1~",
            &["PageUp", "PageDown", "Delete", "Insert", "Home"],
        );
        check(b"\x1bOP\x1b[15~\x1b[24~\x1b[[A", &["F1", "F5", "F12", "F1"]);
        check(b"\x1b[1;3D\x1b[1;5C\x1b[5;2~", &["Alt-Left", "Ctrl-Right", "Shift-PageUp"]);
        check(b"\x1br\x1b\r\x1b\x1b[B", &["Alt-r", "Alt-Enter", "Esc", "Down"]);
        check(b"\x1b[106;5u\x1b[27u\x1b[27;5;105~", &["Ctrl-j", "Esc", "Ctrl-i"]);
    }

    #[test]
    fn what_is_no_key_says_nothing() {
        check(b"\x1b[?62;4c\x1b[I\x1b[12;40R\x1b[1;2;3mj", &["j"]);
        check(b"\xff\xc0\x80\xe2\x28j", &["(", "j"]);
        check(b"\x1bPdevice\x1b\\j\x1b[99\x01k", &["j", "Ctrl-a", "k"]);
    }

    #[test]
    fn a_paste_is_text_whatever_is_in_it() {
        let paste = |text: &str| format!("{:?}", Sent::Paste(text.to_owned()));
        check(b"\x1b[200~a\x1b[A\nq\x1b[201~j", &[&paste("a\u{1b}[A\nq"), "j"]);
        check(b"\x1b[200~\x1b[201~", &[&paste("")]);
    }

    #[test]
    fn answers_are_told_from_keys() {
        let answer = |text: &str| format!("{:?}", Sent::Answer(text.to_owned()));
        check(b"]\x1b]11;rgb:1/2/3\x1b\\j", &["]", &answer("11;rgb:1/2/3"), "j"]);
        check(b"\x1b]11;rgb:1/2/3\x07j", &[&answer("11;rgb:1/2/3"), "j"]);
    }

    #[test]
    fn the_beginning_of_a_key_is_keys_if_nothing_follows() {
        for (bytes, expected) in
            [("\x1b", "Esc"), ("\x1b[", "Alt-["), ("\x1b]", "Alt-]"), ("\x1bO", "Alt-O")]
        {
            let mut decoder = Decoder::default();
            assert_eq!(decoder.feed(bytes.as_bytes()), []);
            assert_eq!(decoder.patience(), Some(KEY));
            assert_eq!(keys(&decoder.give_up()), [expected]);
            assert_eq!(keys(&decoder.feed(b"j")), ["j"]);
        }
        let mut decoder = Decoder::default();
        assert_eq!(decoder.feed(b"\x1b]11;rgb:"), []);
        assert_eq!(decoder.patience(), Some(ANSWER));
        assert_eq!(decoder.give_up(), []);
    }

    #[test]
    fn keys_after_what_is_never_finished_are_keys() {
        // What cannot belong to the answer ends it.
        check(b"\x1b]11;rgb:1dj", &["j"]);
        check(b"\x1b]11;Gk", &["G", "k"]);
        check(b"\x1b]11;rgb:1d1d/1f1f/2121/3131b", &["b"]);
        for (begun, patience) in [
            ("\x1b]11;rgb:", ANSWER),
            ("\x1b]0;title", SEQUENCE),
            ("\x1bPdevice", SEQUENCE),
            ("\x1b[1;", SEQUENCE),
        ] {
            let mut decoder = Decoder::default();
            assert_eq!(decoder.feed(begun.as_bytes()), []);
            assert_eq!(decoder.feed(b"5"), []);
            assert_eq!(decoder.patience(), Some(patience));
            assert_eq!(keys(&decoder.give_up()), ["5"], "{}", begun.escape_default());
            assert_eq!(decoder.patience(), None);
        }
    }

    #[test]
    fn a_paste_without_end_ends_after_a_pause() {
        let mut decoder = Decoder::default();
        assert_eq!(keys(&decoder.feed(b"\x1b[200~ab")), [""; 0]);
        assert_eq!(decoder.patience(), Some(PASTE));
        assert_eq!(decoder.give_up(), [Sent::Paste("ab".to_owned())]);
        assert_eq!(
            (keys(&decoder.feed(b"j\x1b[201~")), decoder.patience()),
            (vec!["j".to_owned()], None)
        );
    }

    #[test]
    fn ctrl_c_alone_ends_a_paste_without_end_and_within_one_is_text() {
        let mut decoder = Decoder::default();
        assert_eq!(keys(&decoder.read(b"\x1b[200~ab\x1b[2")), [""; 0]);
        let pasted = format!("{:?}", Sent::Paste("ab\u{1b}[2".to_owned()));
        assert_eq!(keys(&decoder.read(b"\x03")), [&*pasted, "Ctrl-c"]);
        assert_eq!(decoder.patience(), None);
        let pasted = format!("{:?}", Sent::Paste("a\u{3}b".to_owned()));
        assert_eq!(keys(&decoder.read(b"\x1b[200~a\x03b\x1b[201~")), [pasted]);
    }

    #[test]
    fn a_paste_without_end_does_not_take_keys_for_ever() {
        let mut decoder = Decoder::default();
        decoder.read(b"\x1b[200~ab");
        for (waited, patience) in [(0, 3), (8, 2), (10, 0), (20, 0)] {
            decoder.read(b"j");
            let left = decoder.patience_after(Duration::from_secs(waited));
            assert_eq!(left, Some(Duration::from_secs(patience)), "after {waited} s");
        }
        decoder.give_up();
        assert_eq!(decoder.patience_after(Duration::ZERO), None);
    }

    #[test]
    fn a_string_without_end_holds_back_no_keys_for_long() {
        let mut decoder = Decoder::default();
        decoder.feed(b"\x1b]");
        decoder.feed(&[b'x'; LONGEST]);
        assert_eq!(keys(&decoder.feed(b"j")), ["j"]);
    }

    proptest! {
        #[test]
        fn it_does_not_matter_in_what_pieces_bytes_come(
            pieces in prop::collection::vec(prop_oneof![
                prop::collection::vec(any::<u8>(), 0..6),
                prop::sample::select(vec![
                    "\x1b[A", "\x1b[200~", "\x1b[201~", "\x1b]11;rgb:1/2/3\x1b\\", "\x1b]11;", "\x1bO", "\x1b[1;5", "한", "\x1b",
                    "\x1b[<0;3;4M", "\x1b[<65;99999;0m", "\x1b[<", "\x1b[M", "\x1b[M !!",
                ]).prop_map(|text| text.as_bytes().to_vec()),
            ], 0..20),
        ) {
            let whole: Vec<u8> = pieces.concat();
            let mut at_once = Decoder::default();
            let expected = at_once.feed(&whole);
            let mut piecewise = Decoder::default();
            let mut sent = Vec::new();
            for byte in &whole {
                sent.extend(piecewise.feed(&[*byte]));
                prop_assert!(piecewise.held.len() <= LONGEST + 2);
            }
            prop_assert_eq!(&sent, &expected);
            prop_assert_eq!(piecewise.held, at_once.held);
        }
    }
}
