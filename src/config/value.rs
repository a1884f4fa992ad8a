//! What a setting may be: how it is read, written and told.

use std::ops::RangeInclusive;

use crate::keys::Preset;
use crate::phrase;
use crate::text::similar::nearest;

/// What is wrong with a value, and what was probably meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    pub(super) message: String,
    pub(super) suggestion: Option<String>,
}

impl Complaint {
    /// A setting of this name is not known; others are.
    pub(super) fn unknown(name: &str, known: &[&'static str]) -> Self {
        let suggestion = nearest(name, known.iter().copied()).map(String::from);
        Self { message: format!("there is no setting `{name}`"), suggestion }
    }
}

/// A type of setting. `within` limits numbers and means nothing else.
pub(super) trait Setting: Sized {
    /// What a file says.
    fn read(ron: &str, within: RangeInclusive<u16>) -> Result<Self, Complaint>;

    /// As a file would say it.
    fn written(&self) -> String;

    /// What may be written, for people.
    fn kind(within: RangeInclusive<u16>) -> String;
}

impl Setting for bool {
    fn read(ron: &str, within: RangeInclusive<u16>) -> Result<Self, Complaint> {
        ron::from_str(ron).map_err(|_| expected::<Self>(ron, within))
    }

    fn written(&self) -> String {
        self.to_string()
    }

    fn kind(_: RangeInclusive<u16>) -> String {
        "true or false".to_owned()
    }
}

impl Setting for u16 {
    fn read(ron: &str, within: RangeInclusive<u16>) -> Result<Self, Complaint> {
        let number = ron::from_str(ron).ok().filter(|number| within.contains(number));
        number.ok_or_else(|| expected::<Self>(ron, within))
    }

    fn written(&self) -> String {
        self.to_string()
    }

    fn kind(within: RangeInclusive<u16>) -> String {
        format!("a number from {} to {}", within.start(), within.end())
    }
}

impl Setting for String {
    fn read(ron: &str, within: RangeInclusive<u16>) -> Result<Self, Complaint> {
        word(ron).ok_or_else(|| expected::<Self>(ron, within))
    }

    fn written(&self) -> String {
        format!("{self:?}")
    }

    fn kind(_: RangeInclusive<u16>) -> String {
        "a name in quotes".to_owned()
    }
}

fn expected<S: Setting>(ron: &str, within: RangeInclusive<u16>) -> Complaint {
    /// Enough to be recognised.
    const SHOWN: usize = 24;
    let mut found: String = ron.chars().take(SHOWN).collect();
    if found.len() < ron.len() {
        found.push('…');
    }
    let message = format!("{} is expected here, not `{found}`", S::kind(within));
    Complaint { message, suggestion: None }
}

/// A word, in quotes or bare.
fn word(ron: &str) -> Option<String> {
    let starts = ron.starts_with(|first: char| first.is_ascii_alphabetic());
    let is_bare = starts && ron.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b));
    if is_bare { Some(ron.to_owned()) } else { ron::from_str(ron).ok() }
}

/// Makes a setting of a type that knows all its values by name.
macro_rules! one_of_a_few {
    ($type:ident) => {
        impl Setting for $type {
            fn read(ron: &str, within: RangeInclusive<u16>) -> Result<Self, Complaint> {
                let word = word(ron);
                word.as_deref().and_then(Self::named).ok_or_else(|| {
                    let names = Self::ALL.iter().map(|one| one.name());
                    let suggestion = word.and_then(|word| nearest(&word, names)).map(String::from);
                    Complaint { suggestion, ..expected::<Self>(ron, within) }
                })
            }

            fn written(&self) -> String {
                self.name().to_owned()
            }

            fn kind(_: RangeInclusive<u16>) -> String {
                let names: Vec<&str> = Self::ALL.iter().map(|one| one.name()).collect();
                match names.as_slice() {
                    [others @ .., last] => format!("{} or {last}", others.join(", ")),
                    [] => String::new(),
                }
            }
        }
    };
}

/// Makes a setting of which there are a few, each with its name in files and arguments.
macro_rules! choices {
    ($(#[doc = $about:literal])+ $type:ident { $($(#[doc = $sentence:literal])+ $choice:ident,)* }) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $type {
            $($(#[doc = $sentence])+ $choice,)*
        }

        impl $type {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$choice,)*];

            /// The name, as files write it.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$choice => stringify!($choice),)*
                }
            }

            /// The one of this name, in capitals or not.
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name().eq_ignore_ascii_case(name))
            }
        }

        one_of_a_few!($type);
    };
}

one_of_a_few!(Preset);

choices! {
    /// The language of the interface.
    Language {
        /// As the locale says.
        Auto,
        /// English.
        En,
        /// Korean.
        Ko,
    }
}

impl Language {
    /// The language that is spoken then.
    pub fn spoken(self, env: impl Fn(&str) -> Option<String>) -> phrase::Language {
        match self {
            Self::Auto => phrase::Language::of_env(env),
            Self::En => phrase::Language::English,
            Self::Ko => phrase::Language::Korean,
        }
    }
}

choices! {
    /// The way to a clipboard.
    Clipboard {
        /// By a sequence that the terminal takes, over any distance.
        Osc52,
        /// By a command of this machine.
        Command,
    }
}

choices! {
    /// Whether our own signs are ASCII.
    Ascii {
        /// Where the terminal or the locale can show nothing else.
        Auto,
        /// Yes.
        Always,
        /// No.
        Never,
    }
}

choices! {
    /// Whether addresses are links in the terminal.
    Links {
        /// Unless the terminal is known to take it badly.
        Auto,
        /// Yes.
        Always,
        /// No.
        Never,
    }
}
