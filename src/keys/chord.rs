//! One press of a key with its modifiers, in normal form, so that equal presses are equal values.
//! How chords are written is in `spelling`.

mod spelling;

pub use spelling::{ChordError, Chords, label, spell};

use super::layout;

/// A key without its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are what is printed on the keys")]
pub enum Key {
    /// A character as typed, upper case included.
    Char(char),
    Enter,
    Esc,
    Tab,
    /// Shift-Tab, which terminals send as a key of its own.
    BackTab,
    Backspace,
    Delete,
    Insert,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    /// F1 to F35.
    F(u8),
}

/// A key and the modifiers held with it, in normal form: Shift is folded into a character, Ctrl
/// makes a letter small (terminals cannot tell the two apart), Shift-Tab is [`Key::BackTab`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Chord {
    key: Key,
    ctrl: bool,
    alt: bool,
    shift: bool,
}

impl From<Key> for Chord {
    fn from(key: Key) -> Self {
        let key = match key {
            Key::Char('\t') => Key::Tab,
            Key::Char('\n' | '\r') => Key::Enter,
            Key::Char('\u{1b}') => Key::Esc,
            Key::Char('\u{8}' | '\u{7f}') => Key::Backspace,
            other => other,
        };
        Self { key, ctrl: false, alt: false, shift: false }
    }
}

impl From<char> for Chord {
    fn from(character: char) -> Self {
        Self::from(Key::Char(character))
    }
}

impl Chord {
    /// The same chord with Ctrl held.
    #[must_use]
    pub fn with_ctrl(mut self) -> Self {
        if let Key::Char(character) = self.key {
            self.key = Key::Char(small(character));
            self.shift = false;
        }
        Self { ctrl: true, ..self }
    }

    /// The same chord with Alt held.
    #[must_use]
    pub fn with_alt(self) -> Self {
        Self { alt: true, ..self }
    }

    /// The same chord with Shift held.
    #[must_use]
    pub fn with_shift(self) -> Self {
        match self.key {
            Key::Tab => Self { key: Key::BackTab, ..self },
            Key::BackTab => self,
            Key::Char(_) if self.ctrl => self,
            // Shift on such a letter still says which of two physical keys was meant.
            Key::Char(letter) if layout::is_caseless(letter) => Self { shift: true, ..self },
            Key::Char(character) => Self { key: Key::Char(capital(character)), ..self },
            _ => Self { shift: true, ..self },
        }
    }

    /// What was pressed if Alt was Esc pressed just before; nothing without Alt.
    pub fn after_esc(self) -> Option<Self> {
        self.alt.then_some(Self { alt: false, ..self })
    }

    /// The key itself.
    pub fn key(self) -> Key {
        self.key
    }

    /// The character this chord types in a prompt, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.key {
            Key::Char(character) if !self.ctrl && !self.alt => Some(character),
            _ => None,
        }
    }

    /// The presses that an input method put together into this one letter, if it did: `허` was typed as
    /// `ㅎ` and `ㅓ`.
    pub fn strokes(self) -> Option<Vec<Self>> {
        let letter = self.typed().filter(|_| !self.shift)?;
        Some(layout::strokes(letter)?.into_iter().map(Self::from).collect())
    }

    /// The chord the same fingers make on a QWERTY keyboard, for a letter of another layout.
    pub fn physical(self) -> Option<Self> {
        let Key::Char(letter) = self.key else { return None };
        let mut chord = Self::from(layout::qwerty(letter)?);
        if self.shift {
            chord = chord.with_shift();
        }
        if self.alt {
            chord = chord.with_alt();
        }
        Some(if self.ctrl { chord.with_ctrl() } else { chord })
    }
}

/// The small letter of a capital. Only a pair that is one both ways counts: `µ` and `μ` have the same
/// capital, and each must stay what it is.
fn small(character: char) -> char {
    let small = only(character.to_lowercase());
    small.filter(|small| only(small.to_uppercase()) == Some(character)).unwrap_or(character)
}

/// The capital of a small letter, as in [`small`].
fn capital(character: char) -> char {
    let capital = only(character.to_uppercase());
    capital.filter(|capital| only(capital.to_lowercase()) == Some(character)).unwrap_or(character)
}

/// The only character of a case mapping, if there is just one.
fn only(mut characters: impl Iterator<Item = char>) -> Option<char> {
    let first = characters.next()?;
    characters.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_presses_are_equal_chords() {
        assert_eq!(Chord::from('a').with_shift(), Chord::from('A'));
        assert_eq!(Chord::from('A').with_ctrl(), Chord::from('a').with_ctrl());
        assert_eq!(Chord::from(Key::Tab).with_shift(), Chord::from(Key::BackTab));
        assert_eq!(Chord::from(Key::BackTab).with_shift(), Chord::from(Key::BackTab));
        assert_eq!(Chord::from('?').with_shift(), Chord::from('?'));
        assert_eq!(Chord::from('\t'), Chord::from(Key::Tab));
    }

    #[test]
    fn a_letter_that_shares_its_capital_with_another_stays_itself() {
        for letter in ['µ', 'ſ', 'ς', 'ı', 'İ', 'ß', 'ẞ', '\u{212a}'] {
            assert_eq!(Chord::from(letter).with_shift().key(), Key::Char(letter));
            assert_eq!(Chord::from(letter).with_ctrl().key(), Key::Char(letter));
        }
    }

    #[test]
    fn letters_of_other_layouts_lie_on_qwerty_keys() {
        for (letter, key) in [('ㅓ', 'j'), ('ㄲ', 'R'), ('о', 'j'), ('О', 'J'), ('№', '#')] {
            assert_eq!(Chord::from(letter).physical(), Some(Chord::from(key)), "{letter}");
        }
        assert_eq!(Chord::from('j').physical(), None);
        assert_eq!(Chord::from(Key::Enter).physical(), None);
    }

    #[test]
    fn modifiers_stay_on_the_physical_key() {
        let ctrl_d = Chord::from('d').with_ctrl();
        assert_eq!(Chord::from('ㅇ').with_ctrl().physical(), Some(ctrl_d));
        assert_eq!(Chord::from('В').with_ctrl().physical(), Some(ctrl_d));
        assert_eq!(Chord::from('ㅐ').with_alt().physical(), Some(Chord::from('o').with_alt()));
    }

    #[test]
    fn shift_on_a_letter_without_upper_case_reaches_the_upper_case_key() {
        let shifted = Chord::from('ㅓ').with_shift();
        assert_ne!(shifted, Chord::from('ㅓ'));
        assert_eq!(shifted.physical(), Some(Chord::from('J')));
        assert_eq!(shifted.typed(), Some('ㅓ'));
    }

    #[test]
    fn only_plain_characters_are_typed() {
        assert_eq!(Chord::from('x').typed(), Some('x'));
        assert_eq!(Chord::from('x').with_ctrl().typed(), None);
        assert_eq!(Chord::from('x').with_alt().typed(), None);
        assert_eq!(Chord::from(Key::Enter).typed(), None);
    }
}
