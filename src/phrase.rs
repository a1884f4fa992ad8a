//! What the program says of itself, in every language of the interface: one checked table, a line
//! for each phrase with its languages side by side. It knows nothing but how text is made harmless.
//!
//! A phrase is a function of its parts and lives in the file of its subject:
//!
//! ```ignore
//! phrases! {
//!     nowhere: "this leads nowhere" / "이어지는 곳이 없습니다";
//!     opening(name): "opening {name}…" / "{name:을<} 여는 중…";
//!     hits(count): "1 hit" | "{count} hits" / "{count}곳";
//! }
//! model.say(phrase::notice::opening(source.name()));
//! ```
//!
//! The compiler refuses a phrase without one of its languages, a placeholder that only one of them
//! has, and a phrase that nothing says. Where English has two numbers, the first form is for a count
//! of exactly one. In Korean, `{name:을<}` puts 을 or 를 behind the name, whichever it asks for; see
//! [`particle`].

use std::fmt::Display;

pub use language::Language;
use particle::Word;
pub use told::told;

use crate::text::Clean;

mod language;
pub mod particle;

/// Makes a function of each line; the module's words tell how a line is written.
macro_rules! phrases {
    ($($name:ident $(($($part:ident),+))?: $english:literal $(| $many:literal)? / $korean:literal;)*) => {
        $(phrases!(@one $name [$($($part)+)?] [$english $($many)?] $korean);)*
    };
    (@one $name:ident [] [$english:literal] $korean:literal) => {
        #[doc = $english]
        pub(crate) const fn $name() -> $crate::phrase::Phrase {
            $crate::phrase::Phrase::fixed($english, $korean)
        }
    };
    (@one $name:ident [$($part:ident)+] [$english:literal] $korean:literal) => {
        #[doc = $english]
        pub(crate) fn $name($($part: impl $crate::phrase::Part),+) -> $crate::phrase::Phrase {
            use $crate::phrase::{Language, Phrase};
            Phrase::both(
                format_args!($english, $($part = $part.word(Language::English)),+),
                format_args!($korean, $($part = $part.word(Language::Korean)),+),
            )
        }
    };
    (@one $name:ident [$count:ident $($part:ident)*] [$one:literal $many:literal] $korean:literal) => {
        #[doc = $many]
        pub(crate) fn $name(
            $count: usize, $($part: impl $crate::phrase::Part),*
        ) -> $crate::phrase::Phrase {
            use $crate::phrase::{Language, Part, Phrase};
            let korean = format!(
                $korean,
                $count = $count.word(Language::Korean), $($part = $part.word(Language::Korean)),*
            );
            if $count == 1 {
                Phrase::both(format_args!($one, $($part = $part.word(Language::English)),*), korean)
            } else {
                Phrase::both(format_args!($many, $count = $count, $($part = $part.word(Language::English)),*), korean)
            }
        }
    };
}

/// Makes a table of texts that stand in English elsewhere, each with its Korean.
macro_rules! pairs {
    ($($english:literal / $korean:literal;)*) => {
        /// Texts in English, each with its Korean.
        pub(crate) const TEXTS: &[(&str, &str)] = &[$(($english, $korean),)*];
    };
}

pub(crate) mod command;
pub(crate) mod dialogue;
pub(crate) mod export;
pub(crate) mod help;
pub(crate) mod keys;
pub(crate) mod list;
pub(crate) mod moving;
pub(crate) mod notice;
pub(crate) mod panel;
pub(crate) mod place;
pub(crate) mod popup;
pub(crate) mod review;
pub(crate) mod status;
pub(crate) mod taking;
pub(crate) mod text;
pub(crate) mod themes;
mod told;
pub(crate) mod usage;
pub(crate) mod work;

/// Something the program says, in each language. What is put into it from outside has been made
/// harmless, so any of it may be drawn.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Phrase {
    english: Clean<'static>,
    korean: Clean<'static>,
}

impl Phrase {
    /// A phrase without parts.
    pub const fn fixed(english: &'static str, korean: &'static str) -> Self {
        Self { english: Clean::literal(english), korean: Clean::literal(korean) }
    }

    /// A phrase put together for each language.
    pub(crate) fn both(english: impl Display, korean: impl Display) -> Self {
        let [english, korean] = [english.to_string(), korean.to_string()].map(Clean::from_string);
        Self { english, korean }
    }

    /// The phrase in a language.
    pub fn shown(&self, language: Language) -> &Clean<'static> {
        match language {
            Language::English => &self.english,
            Language::Korean => &self.korean,
        }
    }

    /// What another part of the program says in English.
    pub fn told(english: impl Display) -> Self {
        let english = Clean::from_string(english.to_string());
        let korean = told(&english, Language::Korean).into_owned();
        Self { english, korean }
    }

    /// Phrases one after the other, with something between them.
    pub fn joined(phrases: &[Self], between: &str) -> Self {
        let all = |language| {
            let words: Vec<&str> = phrases.iter().map(|p| p.shown(language).as_str()).collect();
            words.join(between)
        };
        Self::both(all(Language::English), all(Language::Korean))
    }
}

/// What is the same in every language: a name, a number, words out of a file.
impl From<Clean<'static>> for Phrase {
    fn from(words: Clean<'static>) -> Self {
        Self { english: words.clone(), korean: words }
    }
}

impl From<String> for Phrase {
    fn from(words: String) -> Self {
        Clean::from_string(words).into()
    }
}

impl From<&'static str> for Phrase {
    fn from(words: &'static str) -> Self {
        Clean::literal(words).into()
    }
}

/// What can be put into a phrase: whatever can be displayed, and another phrase.
pub trait Part {
    /// Its words in a language.
    fn word(&self, language: Language) -> Word;
}

impl<T: Display> Part for T {
    fn word(&self, _: Language) -> Word {
        Word::new(self.to_string())
    }
}

impl Part for Phrase {
    fn word(&self, language: Language) -> Word {
        Word::new(self.shown(language).as_str().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    phrases! {
        plain: "this leads nowhere" / "이어지는 곳이 없습니다";
        opening(name): "opening {name}" / "{name:을<} 여는 중";
        hits(count): "1 hit" | "{count} hits" / "{count}곳";
        items(count, inside): "1 item, {inside} in all" | "{count} items, {inside} in all" / "항목 {count}개, 모두 {inside}개";
        within(what): "({what})" / "({what})";
    }

    #[track_caller]
    fn check(phrase: &Phrase, english: &str, korean: &str) {
        assert_eq!(phrase.shown(Language::English).as_str(), english);
        assert_eq!(phrase.shown(Language::Korean).as_str(), korean);
    }

    #[test]
    fn a_phrase_says_its_parts_in_each_language() {
        check(&plain(), "this leads nowhere", "이어지는 곳이 없습니다");
        check(&opening("발표"), "opening 발표", "발표를 여는 중");
        check(&opening("회담"), "opening 회담", "회담을 여는 중");
        check(&within(plain()), "(this leads nowhere)", "(이어지는 곳이 없습니다)");
    }

    #[test]
    fn one_is_told_from_many() {
        check(&hits(1), "1 hit", "1곳");
        check(&hits(0), "0 hits", "0곳");
        check(&hits(21), "21 hits", "21곳");
        check(&items(1, 3), "1 item, 3 in all", "항목 1개, 모두 3개");
    }

    #[test]
    fn what_is_put_in_is_made_harmless() {
        check(&opening("a\u{1b}[31m.ron"), "opening a␛[31m.ron", "a␛[31m.ron을 여는 중");
    }

    #[test]
    fn phrases_are_joined_in_each_language() {
        let both = Phrase::joined(&[hits(2), "a.ron".into()], " · ");
        check(&both, "2 hits · a.ron", "2곳 · a.ron");
    }
}
