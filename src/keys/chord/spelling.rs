//! How chords are written in keymap files and shown to people: "Ctrl-d", "g g"; read and printed.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use thiserror::Error;
use unicode_width::UnicodeWidthChar;

use super::{Chord, Key, only};
use crate::text::similar::nearest;

/// The keys that have a name, as printed.
const NAMES: [(&str, Key); 15] = [
    ("Space", Key::Char(' ')),
    ("Enter", Key::Enter),
    ("Esc", Key::Esc),
    ("Tab", Key::Tab),
    ("Backspace", Key::Backspace),
    ("Delete", Key::Delete),
    ("Insert", Key::Insert),
    ("Up", Key::Up),
    ("Down", Key::Down),
    ("Left", Key::Left),
    ("Right", Key::Right),
    ("Home", Key::Home),
    ("End", Key::End),
    ("PageUp", Key::PageUp),
    ("PageDown", Key::PageDown),
];

/// What other programs call some of them; offered as a suggestion, never printed.
const OTHER_NAMES: [(&str, &str); 14] = [
    ("BackTab", "Shift-Tab"),
    ("BS", "Backspace"),
    ("CR", "Enter"),
    ("Del", "Delete"),
    ("Escape", "Esc"),
    ("Ins", "Insert"),
    ("Page_Down", "PageDown"),
    ("Page_Up", "PageUp"),
    ("PgDn", "PageDown"),
    ("PgDown", "PageDown"),
    ("PgUp", "PageUp"),
    ("Return", "Enter"),
    ("Spacebar", "Space"),
    ("SPC", "Space"),
];

/// The highest function key a terminal can report.
const LAST_FUNCTION_KEY: u8 = 35;

impl fmt::Display for Chord {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let modifiers = [(self.ctrl, "Ctrl-"), (self.alt, "Alt-"), (self.shift, "Shift-")];
        for (_, name) in modifiers.iter().filter(|(held, _)| *held) {
            out.write_str(name)?;
        }
        if let Some((name, _)) = NAMES.iter().find(|(_, key)| *key == self.key) {
            return out.write_str(name);
        }
        match self.key {
            Key::BackTab => out.write_str("Shift-Tab"),
            Key::F(number) => write!(out, "F{number}"),
            Key::Char(character) if shows_itself(character) => write!(out, "{character}"),
            Key::Char(character) => write!(out, "U+{:04X}", u32::from(character)),
            other => write!(out, "{other:?}"),
        }
    }
}

/// Whether a character is visible and harmless by itself; others are printed by their number.
fn shows_itself(character: char) -> bool {
    character.is_ascii_graphic()
        || (character.is_alphanumeric() && character.width().is_some_and(|columns| columns > 0))
}

/// Why a chord cannot be read, and what was probably meant.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{message}")]
pub struct ChordError {
    /// What is wrong.
    pub message: String,
    /// The spelling that would have been right.
    pub suggestion: Option<String>,
}

impl ChordError {
    fn new(message: String, suggestion: Option<impl Into<String>>) -> Self {
        Self { message, suggestion: suggestion.map(Into::into) }
    }

    /// The same of a key behind these modifiers, which are meant to be held with it.
    fn behind(self, modifiers: &str) -> Self {
        // A sequence has no modifiers in common.
        let one = self.suggestion.filter(|keys| modifiers.is_empty() || !keys.contains(' '));
        Self { suggestion: one.map(|key| format!("{modifiers}{key}")), ..self }
    }
}

impl FromStr for Chord {
    type Err = ChordError;

    fn from_str(text: &str) -> Result<Self, ChordError> {
        let (mut ctrl, mut alt, mut shift) = (false, false, false);
        let mut rest = text;
        while let Some((name, after)) = rest.split_once('-').filter(|(name, after)| {
            // "-" itself, as in "-" and "Ctrl--", is a key.
            !name.is_empty() && !after.is_empty()
        }) {
            let held = match name {
                _ if name.eq_ignore_ascii_case("ctrl") => &mut ctrl,
                _ if name.eq_ignore_ascii_case("alt") => &mut alt,
                _ if name.eq_ignore_ascii_case("shift") => &mut shift,
                _ => return Err(unknown_modifier(name, after)),
            };
            if std::mem::replace(held, true) {
                return Err(ChordError::new(format!("{name} is said twice in `{text}`"), NOTHING));
            }
            rest = after;
        }
        let held = &text[..text.len() - rest.len()];
        let mut chord = Self::from(read_key(rest).map_err(|error| error.behind(held))?);
        if shift {
            chord = shifted(chord, ctrl)?;
        }
        if alt {
            chord = chord.with_alt();
        }
        Ok(if ctrl { chord.with_ctrl() } else { chord })
    }
}

/// No suggestion.
const NOTHING: Option<&str> = None;

/// The chord with Shift, unless Shift would be lost and another key be bound than was written.
fn shifted(chord: Chord, ctrl: bool) -> Result<Chord, ChordError> {
    let shifted = chord.with_shift();
    if ctrl && matches!(chord.key, Key::Char(_)) {
        let message = format!("a terminal cannot tell Shift-Ctrl-{chord} from Ctrl-{chord}");
        return Err(ChordError::new(message, Some(format!("Ctrl-{chord}"))));
    }
    let is_letter = matches!(chord.key, Key::Char(letter) if letter.is_alphabetic());
    if shifted == chord && !is_letter {
        let message = format!("what Shift-{chord} types depends on the keyboard");
        return Err(ChordError::new(message + "; write the character itself", NOTHING));
    }
    Ok(shifted)
}

/// A key by its character, its name, `F1` to `F35`, or a character's number (`U+00A0`).
fn read_key(text: &str) -> Result<Key, ChordError> {
    if let Some(character) = only(text.chars()) {
        return Ok(Key::Char(character));
    }
    if let Some((_, key)) = NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(text)) {
        return Ok(*key);
    }
    if let Some(digits) = text.strip_prefix(['F', 'f']).filter(|digits| is_number(digits)) {
        let number = digits.parse().ok().filter(|number| (1..=LAST_FUNCTION_KEY).contains(number));
        let message = || format!("no key `{text}`; function keys are F1 to F{LAST_FUNCTION_KEY}");
        return number.map(Key::F).ok_or_else(|| ChordError::new(message(), NOTHING));
    }
    if let Some(digits) = text.strip_prefix("U+") {
        let character = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
        let message = || format!("`{text}` is not the number of a character");
        return character.map(Key::Char).ok_or_else(|| ChordError::new(message(), NOTHING));
    }
    Err(unknown_key(text))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn unknown_key(text: &str) -> ChordError {
    if text.is_empty() {
        return ChordError::new("no key is named".into(), NOTHING);
    }
    let message = format!("no key `{text}`");
    let other = OTHER_NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(text));
    if let Some((_, name)) = other {
        return ChordError::new(message, Some(*name));
    }
    if let Some(name) = nearest(text, NAMES.iter().map(|(name, _)| *name)) {
        return ChordError::new(message, Some(name));
    }
    if let Some(control) = text.strip_prefix('^').and_then(|rest| only(rest.chars())) {
        return ChordError::new(message, Some(Chord::from(control).with_ctrl().to_string()));
    }
    // "gg" is what people write for "g g".
    if let [first, second] = text.as_bytes()
        && text.bytes().all(|byte| byte.is_ascii_graphic())
    {
        let (first, second) = (char::from(*first), char::from(*second));
        return ChordError::new(message, Some(format!("{first} {second}")));
    }
    let names = NAMES.map(|(name, _)| name).join(", ");
    let message = format!("{message}; keys are characters, F1 to F{LAST_FUNCTION_KEY}, {names}");
    ChordError::new(message, NOTHING)
}

fn unknown_modifier(name: &str, after: &str) -> ChordError {
    let known = match name.trim_start_matches('<').to_ascii_lowercase().as_str() {
        "c" | "control" | "^" => Some("Ctrl"),
        "a" | "m" | "meta" | "opt" | "option" => Some("Alt"),
        "s" => Some("Shift"),
        other => nearest(other, ["Ctrl", "Alt", "Shift"]),
    };
    let message = format!("no modifier `{name}`; there are Ctrl, Alt and Shift");
    // Vim's "<C-d>" closes with a bracket.
    let key = if name.starts_with('<') { after.trim_end_matches('>') } else { after };
    ChordError::new(message, known.map(|known| format!("{known}-{key}")))
}

/// One or more chords pressed one after the other; "g g" in a keymap file.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Chords(Vec<Chord>);

impl Deref for Chords {
    type Target = [Chord];

    fn deref(&self) -> &[Chord] {
        &self.0
    }
}

impl FromStr for Chords {
    type Err = ChordError;

    fn from_str(text: &str) -> Result<Self, ChordError> {
        let chords = text.split_whitespace().map(str::parse).collect::<Result<Vec<_>, _>>()?;
        if chords.is_empty() {
            return Err(ChordError::new("no key is named".into(), NOTHING));
        }
        Ok(Self(chords))
    }
}

impl fmt::Display for Chords {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&spell(self))
    }
}

/// The chords as a keymap file writes them: `g g`, `Ctrl-d`.
pub fn spell(chords: &[Chord]) -> String {
    chords.iter().map(Chord::to_string).collect::<Vec<_>>().join(" ")
}

/// The chords as people know them: like [`spell`], but plain characters stand together: `gg`.
pub fn label(chords: &[Chord]) -> String {
    let plain =
        |chord: &Chord| chord.typed().filter(char::is_ascii_graphic).filter(|_| !chord.shift);
    chords.iter().map(plain).collect::<Option<String>>().unwrap_or_else(|| spell(chords))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn chord(text: &str) -> Chord {
        text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn names_are_read_in_any_case_and_printed_in_one() {
        for (written, printed) in [
            ("ctrl-D", "Ctrl-d"),
            ("ALT-left", "Alt-Left"),
            ("space", "Space"),
            ("Shift-a", "A"),
            ("Shift-A", "A"),
            ("shift-tab", "Shift-Tab"),
            ("Ctrl--", "Ctrl--"),
            ("-", "-"),
            ("f12", "F12"),
            ("Alt-Ctrl-Shift-PageUp", "Ctrl-Alt-Shift-PageUp"),
            ("U+003c", "<"),
            ("U+00A0", "U+00A0"),
            ("ㅓ", "ㅓ"),
            ("№", "U+2116"),
        ] {
            assert_eq!(chord(written).to_string(), printed, "{written}");
        }
    }

    #[test]
    fn what_cannot_be_read_says_why_and_what_was_meant() {
        for (written, message, suggestion) in [
            ("C-d", "no modifier `C`; there are Ctrl, Alt and Shift", Some("Ctrl-d")),
            ("<C-d>", "no modifier `<C`; there are Ctrl, Alt and Shift", Some("Ctrl-d")),
            ("Crtl-d", "no modifier `Crtl`; there are Ctrl, Alt and Shift", Some("Ctrl-d")),
            ("Pagedwn", "no key `Pagedwn`", Some("PageDown")),
            ("PgDn", "no key `PgDn`", Some("PageDown")),
            ("gg", "no key `gg`", Some("g g")),
            ("^d", "no key `^d`", Some("Ctrl-d")),
            ("Ctrl-ctrl-a", "ctrl is said twice in `Ctrl-ctrl-a`", None),
            ("F36", "no key `F36`; function keys are F1 to F35", None),
            ("U+D800", "`U+D800` is not the number of a character", None),
            (
                "Shift-1",
                "what Shift-1 types depends on the keyboard; write the character itself",
                None,
            ),
            ("Ctrl-Shift-a", "a terminal cannot tell Shift-Ctrl-a from Ctrl-a", Some("Ctrl-a")),
            ("", "no key is named", None),
        ] {
            let error = written.parse::<Chord>().expect_err(written);
            assert_eq!(error.message, message);
            assert_eq!(error.suggestion.as_deref(), suggestion, "{written}");
        }
        assert!(" ".parse::<Chords>().is_err());
    }

    #[test]
    fn plain_characters_of_a_sequence_stand_together_in_a_label() {
        let label_of = |text: &str| label(&text.parse::<Chords>().expect("readable"));
        assert_eq!(label_of("g g"), "gg");
        assert_eq!(label_of("Ctrl-w j"), "Ctrl-w j");
        assert_eq!(label_of("g Space"), "g Space");
    }

    fn any_key() -> impl Strategy<Value = Key> {
        let named = NAMES.map(|(_, key)| key).to_vec();
        prop_oneof![
            any::<char>().prop_map(Key::Char),
            proptest::char::range(' ', '~').prop_map(Key::Char),
            proptest::char::range('ㄱ', 'ㅣ').prop_map(Key::Char),
            proptest::sample::select(named),
            Just(Key::BackTab),
            (1..=LAST_FUNCTION_KEY).prop_map(Key::F),
        ]
    }

    fn any_chord() -> impl Strategy<Value = Chord> {
        (any_key(), any::<[bool; 3]>()).prop_map(|(key, [ctrl, alt, shift])| {
            let mut chord = Chord::from(key);
            if shift {
                chord = chord.with_shift();
            }
            if alt {
                chord = chord.with_alt();
            }
            if ctrl { chord.with_ctrl() } else { chord }
        })
    }

    proptest! {
        #[test]
        fn what_is_printed_reads_back_as_itself(chords in prop::collection::vec(any_chord(), 1..4)) {
            let chords = Chords(chords);
            prop_assert_eq!(chords.to_string().parse(), Ok(chords));
        }

        #[test]
        fn printing_is_visible_and_without_control_characters(chord in any_chord()) {
            let printed = chord.to_string();
            prop_assert!(!printed.is_empty());
            prop_assert!(!printed.contains(|c: char| c.is_control() || c.is_whitespace()));
        }

        #[test]
        fn reading_never_panics(text in "\\PC{0,12}") {
            let _ = text.parse::<Chords>();
        }

        #[test]
        fn the_order_in_which_modifiers_are_added_does_not_matter(key in any_key()) {
            let chord = Chord::from(key);
            prop_assert_eq!(chord.with_shift().with_ctrl(), chord.with_ctrl().with_shift());
        }
    }
}
