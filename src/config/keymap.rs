//! The keys a person has: a preset, and what their own file changes in it.

use std::path::{Path, PathBuf};

use super::{Config, Fault, text};
use crate::keys::Keymap;

impl Config {
    /// The file of a person's own keys: the one they named for this run, else the one beside their
    /// settings, which need not be there.
    pub fn keys_file(&self) -> Option<PathBuf> {
        self.named_keys.clone().or_else(|| self.directories.keys())
    }

    /// The keymap that counts, and everything that is wrong in the person's file, in the order of
    /// its lines. A file with faults changes no key, so that none does something unexpected.
    pub fn keymap(&self) -> (Keymap, Vec<Fault>) {
        let preset = self.settings.keys.keymap();
        match self.keys_file().map(|path| changed(&preset, &path)) {
            Some(Ok(Some(keymap))) => (keymap, Vec::new()),
            Some(Err(faults)) => (preset, faults),
            Some(Ok(None)) | None => (preset, Vec::new()),
        }
    }
}

/// A keymap with the changes of a file, if it is there.
fn changed(keymap: &Keymap, path: &Path) -> Result<Option<Keymap>, Vec<Fault>> {
    let Some(source) = text(path).map_err(|fault| vec![fault])? else { return Ok(None) };
    let changed = keymap.with(&source).map_err(|problems| {
        problems.into_iter().map(|problem| Fault::at(path, problem)).collect::<Vec<_>>()
    })?;
    match changed.locked_in() {
        None => Ok(Some(changed)),
        Some(context) => {
            let place = context.name();
            let message = format!(
                "{place} has no key left to leave by: Close, QuitAll or Interrupt needs one"
            );
            Err(vec![Fault::of_file(path, message)])
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::config::Settings;
    use crate::keys::{Action, Context, Preset};

    /// The first key for closing and what is told, with this file of keys.
    fn close_key(keys: Preset, file: Option<&str>) -> (Option<String>, Vec<String>) {
        let folder = tempfile::tempdir().unwrap();
        let named_keys = Some(folder.path().join("keys.ron"));
        if let (Some(text), Some(path)) = (file, &named_keys) {
            fs::write(path, text).unwrap();
        }
        let settings = Settings { keys, ..Settings::default() };
        let config = Config { settings, named_keys, ..Config::default() };
        let (keymap, faults) = config.keymap();
        let told = faults.iter().map(ToString::to_string).collect();
        (keymap.key(Context::Text, Action::Close), told)
    }

    #[test]
    fn a_persons_file_changes_the_preset() {
        let key = |keys, file| close_key(keys, file).0.unwrap();
        assert_eq!(key(Preset::Vim, None), "q");
        assert_eq!(key(Preset::Arrows, None), "F10");
        assert_eq!(key(Preset::Arrows, Some("{ Text: [(Close, [\"x\"])] }")), "x");
        assert_eq!(key(Preset::Helix, Some("{ Text: [(Help, [\"x\"])] }")), "q");
    }

    #[test]
    fn all_faults_are_told_and_the_usual_keys_hold() {
        let file = "{\n  Text: [(Close, [\"x\", \"C-x\"]), (Opne, [])],\n  Txt: [],\n}";
        let (key, told) = close_key(Preset::Vim, Some(file));
        assert_eq!(key.unwrap(), "q");
        assert_eq!(
            told,
            [
                "keys.ron:2:25: no modifier `C`; there are Ctrl, Alt and Shift; \
                 did you mean `Ctrl-x`?",
                "keys.ron:2:34: no action `Opne`",
                "keys.ron:3:3: no place `Txt`; did you mean `Text`?",
            ]
        );
    }

    #[test]
    fn a_file_that_leaves_no_way_out_is_refused() {
        let file = "{ Global: [(Close, []), (QuitAll, []), (Interrupt, [])] }";
        let (key, told) = close_key(Preset::Vim, Some(file));
        assert_eq!(key.unwrap(), "q");
        assert_eq!(
            told,
            ["keys.ron: Text has no key left to leave by: Close, QuitAll or Interrupt needs one"]
        );
        let file = "{ Prompt: [(Cancel, []), (Interrupt, []), (Accept, [])] }";
        assert_eq!(close_key(Preset::Vim, Some(file)).1.len(), 1);
    }
}
