//! The languages of the interface, and which of them a person reads.

use serde::{Deserialize, Serialize};

/// A language in which the program speaks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Korean.
    #[serde(rename = "ko")]
    Korean,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::English, Self::Korean];

    /// The code it is asked for by: `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Korean => "ko",
        }
    }

    /// The language of a code.
    pub fn named(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The language that the environment asks for messages in: the first of `LC_ALL`, `LC_MESSAGES`
    /// and `LANG` that says anything decides, as everywhere.
    pub fn of_env(env: impl Fn(&str) -> Option<String>) -> Self {
        let said = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(env);
        let locale = said.into_iter().find(|locale| !locale.is_empty()).unwrap_or_default();
        let code = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        Self::named(&code.to_ascii_lowercase()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(env: &[(&str, &str)], language: Language) {
        let read = |name: &str| {
            let found = env.iter().find(|(given, _)| *given == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        assert_eq!(Language::of_env(read), language, "{env:?}");
    }

    #[test]
    fn the_environment_decides_by_the_first_that_says_anything() {
        check(&[], Language::English);
        check(&[("LANG", "ko_KR.UTF-8")], Language::Korean);
        check(&[("LANG", "ko")], Language::Korean);
        check(&[("LC_MESSAGES", "C"), ("LANG", "ko_KR.UTF-8")], Language::English);
        check(&[("LC_ALL", ""), ("LC_MESSAGES", "ko_KR"), ("LANG", "C")], Language::Korean);
        check(&[("LC_ALL", "kok_IN")], Language::English);
        check(&[("LANG", "de_DE.UTF-8")], Language::English);
    }

    #[test]
    fn a_language_is_named_by_its_code() {
        for language in Language::ALL {
            assert_eq!(Language::named(language.code()), Some(language));
        }
        assert_eq!(Language::named("korean"), None);
    }
}
