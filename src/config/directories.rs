//! Where files live: the folders of the XDG base directory specification.

use std::path::PathBuf;

/// Our own folder in each of them.
const OURS: &str = "pressroom";

/// The folders for a person's own files. A folder need not be there yet; nothing where nobody says
/// where it would be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Directories {
    /// What a person writes: settings, keys, themes.
    pub config: Option<PathBuf>,
    /// What the program remembers from one time to the next.
    pub state: Option<PathBuf>,
}

impl Directories {
    /// The folders that an environment names, asked through `env`.
    pub fn of(env: impl Fn(&str) -> Option<String>) -> Self {
        // The specification wants relative paths passed over, and so does common sense.
        let named = |name| env(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let folder = |name, in_home: &str| {
            let folder = named(name).or_else(|| named("HOME").map(|home| home.join(in_home)));
            folder.map(|folder| folder.join(OURS))
        };
        Self {
            config: folder("XDG_CONFIG_HOME", ".config"),
            state: folder("XDG_STATE_HOME", ".local/state"),
        }
    }

    /// The file of settings.
    pub fn settings(&self) -> Option<PathBuf> {
        self.in_config("config.ron")
    }

    /// The file of a person's own keys.
    pub fn keys(&self) -> Option<PathBuf> {
        self.in_config("keys.ron")
    }

    /// The folder of a person's own themes.
    pub fn themes(&self) -> Option<PathBuf> {
        self.in_config("themes")
    }

    fn in_config(&self, name: &str) -> Option<PathBuf> {
        self.config.as_ref().map(|folder| folder.join(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn directories(environment: &[(&str, &str)]) -> [Option<String>; 2] {
        let env = |name: &str| {
            environment.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        };
        let found = Directories::of(env);
        [found.config, found.state].map(|folder| folder.map(|folder| folder.display().to_string()))
    }

    #[test]
    fn xdg_says_where_or_else_the_home_folder() {
        for (environment, expected) in [
            (&[][..], [None, None]),
            (&[("HOME", "/h")], [Some("/h/.config/pressroom"), Some("/h/.local/state/pressroom")]),
            (
                &[("HOME", "/h"), ("XDG_CONFIG_HOME", "/c"), ("XDG_STATE_HOME", "/s")],
                [Some("/c/pressroom"), Some("/s/pressroom")],
            ),
            (
                &[("HOME", "/h"), ("XDG_CONFIG_HOME", "c"), ("XDG_STATE_HOME", "")],
                [Some("/h/.config/pressroom"), Some("/h/.local/state/pressroom")],
            ),
            (&[("HOME", "h")], [None, None]),
            (&[("XDG_STATE_HOME", "/s")], [None, Some("/s/pressroom")]),
        ] {
            let expected = expected.map(|path| path.map(String::from));
            assert_eq!(directories(environment), expected, "{environment:?}");
        }
    }
}
