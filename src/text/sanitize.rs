//! Untrusted text made harmless: [`Raw`] is what a file says, [`Clean`] is what may be drawn or
//! printed. Nothing else turns the one into the other, so forgetting it does not compile.

mod class;
mod map;
mod scrub;

use std::borrow::Cow;
use std::fmt;
use std::ops::{Deref, Range};

use compact_str::CompactString;
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub(super) use class::is_ignorable;
pub use map::Cleaned;
pub(super) use scrub::plain_ascii;
use scrub::{Breaks, scrub, scrub_with_map};

/// Text from outside, exactly as its file says it. It has no `Display` and does not turn into
/// `&str` by itself: [`Raw::clean`] is the way to a screen.
///
/// A release may hold a million addresses, quotes and marks: up to 24 bytes need no memory of their
/// own.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Raw(CompactString);

impl Raw {
    /// Takes text as it is.
    pub fn new(text: impl AsRef<str>) -> Raw {
        Raw(CompactString::new(text))
    }

    /// The text as it is: for matching, and for writers that escape. Never for output.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is no text at all, not even white space.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The text made harmless. White space is folded to single spaces; a blank line becomes one
    /// `'\n'`, which is a hard break. Text that needs no change is borrowed.
    pub fn clean(&self) -> Clean<'_> {
        Clean(scrub(&self.0, Breaks::Blank))
    }

    /// As [`Raw::clean`], for places one line high: blank lines fold to a space as well.
    pub fn clean_line(&self) -> Clean<'_> {
        Clean(scrub(&self.0, Breaks::Never))
    }

    /// As [`Raw::clean_line`], of not more than so many bytes of the text: for a place that shows no
    /// more anyway, and is drawn often.
    pub fn clean_start(&self, bytes: usize) -> Clean<'_> {
        Clean(scrub(&self.0[..self.0.floor_char_boundary(bytes)], Breaks::Never))
    }

    /// As [`Raw::clean`], with the way between places in the raw and in the clean text.
    pub fn cleaned(&self) -> Cleaned<'_> {
        let (text, map) = scrub_with_map(&self.0, Breaks::Blank);
        Cleaned::new(Clean(text), map)
    }

    /// As [`Raw::clean_line`], with the way between places in the raw and in the clean text.
    pub fn cleaned_line(&self) -> Cleaned<'_> {
        let (text, map) = scrub_with_map(&self.0, Breaks::Never);
        Cleaned::new(Clean(text), map)
    }
}

impl From<&str> for Raw {
    fn from(text: &str) -> Raw {
        Raw(CompactString::new(text))
    }
}

impl From<String> for Raw {
    fn from(mut text: String) -> Raw {
        text.shrink_to_fit();
        Raw(text.into())
    }
}

impl From<Raw> for String {
    fn from(raw: Raw) -> String {
        raw.0.into()
    }
}

impl Serialize for Raw {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Raw, D::Error> {
        struct AsIs;
        impl Visitor<'_> for AsIs {
            type Value = Raw;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string in double quotes")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Raw, E> {
                Ok(Raw::from(text))
            }
            fn visit_string<E: Error>(self, text: String) -> Result<Raw, E> {
                Ok(Raw::from(text))
            }
        }
        deserializer.deserialize_str(AsIs)
    }
}

impl PartialEq<str> for Raw {
    fn eq(&self, other: &str) -> bool {
        self.0 == *other
    }
}

impl PartialEq<&str> for Raw {
    fn eq(&self, other: &&str) -> bool {
        self.0 == **other
    }
}

/// Escaped as in a Rust string, so even a debug print cannot reach the terminal as a command.
impl fmt::Debug for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}

/// Text safe to draw or print: no controls but `'\n'` as a hard break, nothing invisible that
/// could mislead, no cluster of unbounded size, no white space at either end.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clean<'a>(Cow<'a, str>);

impl Clean<'static> {
    /// Text of the program itself, taken on trust.
    pub const fn literal(text: &'static str) -> Clean<'static> {
        Clean(Cow::Borrowed(text))
    }

    /// Text put together by the program from any parts, made harmless. Unlike [`Raw::clean`],
    /// a line break stays one: it is the program's, or was a hard break in clean text before.
    pub fn from_string(text: String) -> Clean<'static> {
        if let Cow::Owned(changed) = scrub(&text, Breaks::Each) {
            return Clean(Cow::Owned(changed));
        }
        Clean(Cow::Owned(text))
    }
}

impl<'a> Clean<'a> {
    /// As [`Clean::from_string`], borrowing where nothing needs to change.
    #[expect(clippy::should_implement_trait, reason = "borrows, and cannot fail")]
    pub fn from_str(text: &'a str) -> Clean<'a> {
        Clean(scrub(text, Breaks::Each))
    }

    /// For the other files of `text`, which only cut and join what is clean already.
    pub(super) fn trusted(text: impl Into<Cow<'a, str>>) -> Clean<'a> {
        Clean(text.into())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same text, free of what it was borrowed from.
    pub fn into_owned(self) -> Clean<'static> {
        Clean(Cow::Owned(self.0.into_owned()))
    }

    /// The same text as a plain string.
    pub fn into_string(self) -> String {
        self.0.into_owned()
    }

    /// The same text, borrowed from this one.
    pub fn borrowed(&self) -> Clean<'_> {
        Clean(Cow::Borrowed(&self.0))
    }

    /// A part by bytes: part of clean text is clean. Ends past the text or inside a character
    /// move back to the nearest place that is a part; a reversed range is empty.
    pub fn slice(&self, range: Range<usize>) -> Clean<'_> {
        let end = self.0.floor_char_boundary(range.end);
        let start = self.0.floor_char_boundary(range.start).min(end);
        Clean(Cow::Borrowed(&self.0[start..end]))
    }

    /// The text with hard breaks turned to spaces, for places one line high.
    pub fn line(&self) -> Clean<'_> {
        if self.0.contains('\n') {
            return Clean(Cow::Owned(self.0.replace('\n', " ")));
        }
        self.borrowed()
    }
}

impl Deref for Clean<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Clean<'_> {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Clean<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Clean<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}

impl PartialEq<str> for Clean<'_> {
    fn eq(&self, other: &str) -> bool {
        *self.0 == *other
    }
}

impl PartialEq<&str> for Clean<'_> {
    fn eq(&self, other: &&str) -> bool {
        *self.0 == **other
    }
}

/// `format!` whose result is [`Clean`]: the parts may be anything that has `Display`.
///
/// ```
/// use pressroom::clean_format;
/// assert_eq!(clean_format!("{} of {}", "2.1\u{202E}", 5), "2.1 of 5");
/// ```
#[macro_export]
macro_rules! clean_format {
    ($($part:tt)*) => {
        $crate::text::Clean::from_string(::std::format!($($part)*))
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(raw: &str, clean: &str) {
        assert_eq!(Raw::from(raw).clean(), clean, "{raw:?}");
    }

    #[test]
    fn white_space_folds_and_blank_lines_stay_breaks() {
        check("  a \t b\r\nc  ", "a b c");
        check("a\n \nb", "a\nb");
        check("a\u{2029}b", "a\nb");
        check("a\u{85}\u{2028}b", "a\nb");
        check("a\r\nb", "a b");
        check("a\u{A0}b\u{202F}c\u{3000}d", "a\u{A0}b\u{202F}c\u{3000}d");
        check("a \u{200B} b", "a b");
        check(" \n\n", "");
        assert_eq!(Raw::from("a\n\nb").clean_line(), "a b");
        assert_eq!(Clean::from_str("a\n \nb \n"), "a\nb");
    }

    #[test]
    fn the_start_of_a_text_is_clean_and_never_cut_inside_a_character() {
        let raw = Raw::from("a\n\nbé\u{202e}cd");
        for (bytes, start) in
            [(0, ""), (3, "a"), (4, "a b"), (5, "a b"), (6, "a bé"), (99, "a bécd")]
        {
            assert_eq!(raw.clean_start(bytes), start, "{bytes}");
        }
    }

    #[test]
    fn controls_are_shown_instead_of_obeyed() {
        check("\x1b[31mred\x07", "␛[31mred␇");
        check("a\0\x7f\u{9b}31m", "a␀␡\u{FFFD}31m");
    }

    #[test]
    fn raw_text_is_written_and_read_as_a_string() {
        let raw = Raw::from("a\x1b\u{202E}");
        let json = serde_json::to_string(&raw).unwrap();
        assert_eq!(serde_json::from_str::<Raw>(&json).unwrap(), raw);
        assert_eq!(ron::from_str::<Raw>(&ron::to_string(&raw).unwrap()).unwrap(), raw);
        assert_eq!(format!("{raw:?}"), r#""a\u{1b}\u{202e}""#);
    }

    #[test]
    fn parts_of_clean_text_are_clean_and_never_a_panic() {
        let text = Clean::from_str("한국\nROK");
        assert_eq!(text.slice(3..6), "국");
        assert_eq!(text.slice(1..99), "한국\nROK");
        assert_eq!(text.slice(Range { start: 5, end: 4 }), "");
        assert_eq!(text.line(), "한국 ROK");
        assert_eq!(crate::clean_format!("{text}: {:>4}\x07", Clean::literal("x")), "한국\nROK: x␇");
    }
}
