//! The one table of settings: name, type, default and a sentence each. The struct, the file that
//! `config --init` writes and the page of the manual follow from it.

use std::ops::RangeInclusive;

use super::value::{Ascii, Clipboard, Complaint, Language, Links, Setting};
use crate::keys::Preset;

/// A setting as people are told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// What it is called.
    pub name: &'static str,
    /// What it is for.
    pub sentence: &'static str,
    /// What may be written, for people.
    pub kind: String,
    /// What counts where nothing is written, as it would be written.
    pub default: String,
}

/// Makes the struct and all that is known of its fields. A number says within what it lies.
macro_rules! settings {
    ($($(#[doc = $sentence:literal])+
       $name:ident: $type:ty $([$within:expr])? = $default:expr,)*) => {
        /// What a person can set, as `config.ron` says or as it comes.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Settings {
            $($(#[doc = $sentence])+ pub $name: $type,)*
        }

        impl Default for Settings {
            fn default() -> Self {
                Self { $($name: $default,)* }
            }
        }

        impl Settings {
            /// The names of all, in the order of the table.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($name),)*];

            /// All of them, for people.
            pub fn fields() -> Vec<Field> {
                let default = Self::default();
                vec![$(Field {
                    name: stringify!($name),
                    sentence: concat!($($sentence),+).trim_ascii(),
                    kind: <$type>::kind(within!($($within)?)),
                    default: default.$name.written(),
                },)*]
            }

            /// Takes one setting as it is written; what is wrong with it changes nothing.
            pub(super) fn set(&mut self, name: &str, ron: &str) -> Result<(), Complaint> {
                match name {
                    $(stringify!($name) => {
                        self.$name = <$type>::read(ron, within!($($within)?))?;
                    })*
                    _ => return Err(Complaint::unknown(name, Self::NAMES)),
                }
                Ok(())
            }
        }
    };
}

/// The limits of a number; everything, where there are none.
macro_rules! within {
    () => {
        ANY
    };
    ($within:expr) => {
        $within
    };
}

const ANY: RangeInclusive<u16> = 0..=u16::MAX;

settings! {
    /// The set of keys to begin with; `keys.ron` beside this file changes single ones.
    keys: Preset = Preset::Vim,
    /// The language of the interface; Auto asks `LC_ALL`, `LC_MESSAGES` and `LANG`.
    language: Language = Language::Auto,
    /// The theme, by its name; "auto" takes one of the next two, as the terminal's page is dark or
    /// light.
    theme: String = "auto".to_owned(),
    /// The theme for a dark page.
    theme_dark: String = "dark".to_owned(),
    /// The theme for a light page.
    theme_light: String = "light".to_owned(),
    /// Whether the reader's own signs are plain ASCII; Auto asks the terminal and the locale.
    ascii: Ascii = Ascii::Auto,
    /// The widest line of prose, in columns; tables may be wider.
    measure: u16 [20..=400] = 88,
    /// Columns left empty on either side of the text, where there is room for them.
    margin: u16 [0..=40] = 0,
    /// Empty lines between two paragraphs; with more than one, items have one less between them.
    line_spacing: u16 [0..=3] = 1,
    /// How text is copied: Osc52 hands it to the terminal, Command to pbcopy, wl-copy, xclip or xsel.
    clipboard: Clipboard = Clipboard::Osc52,
    /// Whether the terminal is told where web and mail addresses lead; Auto leaves out terminals that
    /// are known to take it badly.
    links: Links = Links::Auto,
    /// Whether the mouse is the reader's; it selects text as usual where it is not.
    mouse: bool = true,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_default_is_written_as_it_is_read() {
        let mut settings = Settings::default();
        for field in Settings::fields() {
            assert_eq!(settings.set(field.name, &field.default), Ok(()), "{}", field.name);
        }
        assert_eq!(settings, Settings::default());
    }

    #[test]
    fn every_setting_has_a_sentence() {
        for field in Settings::fields() {
            assert!(field.sentence.ends_with('.'), "{}", field.name);
            assert!(!field.kind.is_empty(), "{}", field.name);
        }
    }
}
