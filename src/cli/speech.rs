//! The language in which a command speaks: as asked for, as set, or as the locale says.

use std::ffi::OsString;

use clap::ValueEnum;

use super::env;
use crate::config::{self, Config};
use crate::phrase::Language;

/// The option of every command that has something to say in more than one language.
#[derive(Debug, Default, Clone, Copy, clap::Args)]
pub struct Speech {
    /// The language of the interface, for this run [default: as set, else as the locale says]
    #[arg(long, value_enum, value_name = "LANGUAGE")]
    lang: Option<Lang>,
}

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Lang {
    /// English
    En,
    /// Korean
    Ko,
}

impl Lang {
    fn setting(self) -> config::Language {
        match self {
            Self::En => config::Language::En,
            Self::Ko => config::Language::Ko,
        }
    }
}

impl Speech {
    /// The language asked for, if one was.
    pub fn asked(self) -> Option<config::Language> {
        self.lang.map(Lang::setting)
    }

    /// The language asked for, or else that which is set.
    pub fn language(self) -> Language {
        spoken(self.asked())
    }
}

/// The language of the call that is under way.
pub fn of_call() -> Language {
    of_args(&std::env::args_os().collect::<Vec<_>>())
}

/// The language that arguments ask for, wherever among them it stands; else the one that is set.
pub fn of_args(args: &[OsString]) -> Language {
    let end = args.iter().position(|arg| arg == "--").unwrap_or(args.len());
    let args = &args[..end];
    let named = args.iter().enumerate().find_map(|(at, arg)| {
        let value = match arg.to_str()?.strip_prefix("--lang")? {
            "" => args.get(at + 1)?.to_str()?,
            joined => joined.strip_prefix('=')?,
        };
        Lang::from_str(value, false).ok()
    });
    spoken(named.map(Lang::setting))
}

fn spoken(asked: Option<config::Language>) -> Language {
    asked.unwrap_or_else(|| Config::of(env).settings.language).spoken(env)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_found_wherever_it_stands() {
        let of = |line: &str| {
            let args: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            of_args(&args)
        };
        assert_eq!(of("pressroom --lang ko --help"), Language::Korean);
        assert_eq!(of("pressroom show --help --lang=ko"), Language::Korean);
        assert_eq!(of("pressroom --help --lang en x"), Language::English);
    }
}
