//! The keys of programs that hands know already: each a file in `assets/keys` with what differs from
//! the default table. Only the one that was asked for is read.

use super::Keymap;

/// Whose keys the reader answers to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Preset {
    /// Those of vim, and of less where the two agree: the default table.
    #[default]
    Vim,
    /// Those of less.
    Less,
    /// Those of helix.
    Helix,
    /// No letters: arrows, Enter, Esc, Tab and function keys.
    Arrows,
}

impl Preset {
    /// Every preset, the default first.
    pub const ALL: [Self; 4] = [Self::Vim, Self::Less, Self::Helix, Self::Arrows];

    /// What it is called in settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Vim => "Vim",
            Self::Less => "Less",
            Self::Helix => "Helix",
            Self::Arrows => "Arrows",
        }
    }

    /// The preset of this name, in capitals or not.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|preset| preset.name().eq_ignore_ascii_case(name))
    }

    /// What the preset changes in the default table, as a keymap file; nothing for the default.
    pub fn overlay(self) -> Option<&'static str> {
        match self {
            Self::Vim => None,
            Self::Less => Some(include_str!("../../assets/keys/less.ron")),
            Self::Helix => Some(include_str!("../../assets/keys/helix.ron")),
            Self::Arrows => Some(include_str!("../../assets/keys/arrows.ron")),
        }
    }

    /// The keymap of the preset.
    ///
    /// # Panics
    /// Never: a test reads every embedded file.
    pub fn keymap(self) -> Keymap {
        let builtin = Keymap::builtin();
        match self.overlay() {
            None => builtin,
            Some(overlay) => builtin.with(overlay).expect("a test reads the embedded presets"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::keymap::faults_of_overlay;
    use crate::keys::{Action, Chord, Context, Key};

    fn outside_prompts() -> impl Iterator<Item = Context> {
        Context::ALL.into_iter().filter(|context| *context != Context::Prompt)
    }

    fn file(preset: Preset) -> String {
        format!("assets/keys/{}.ron", preset.name())
    }

    #[test]
    fn presets_are_found_by_their_names() {
        for preset in Preset::ALL {
            assert_eq!(Preset::named(preset.name()), Some(preset));
        }
        assert_eq!(Preset::named("vim"), Some(Preset::Vim));
        assert_eq!(Preset::named("emacs"), None);
        let vim = include_str!("../../assets/keys/vim.ron");
        assert_eq!(Keymap::builtin().with(vim).as_ref(), Ok(&Preset::Vim.keymap()));
    }

    #[test]
    fn no_preset_has_a_fault_or_hides_keys_of_its_own() {
        for preset in Preset::ALL {
            let faults = preset.overlay().map(faults_of_overlay).unwrap_or_default();
            assert_eq!(faults, [""; 0], "{}", file(preset));
        }
    }

    #[test]
    fn no_action_loses_its_keys_to_a_preset_unless_the_preset_says_so() {
        let builtin = Keymap::builtin();
        for preset in Preset::ALL {
            let keymap = preset.keymap();
            for context in Context::ALL {
                for action in builtin.actions(context) {
                    let has_key = keymap.chords(context, action).next().is_some();
                    assert!(
                        has_key || keymap.names(context, action),
                        "{} uses the keys of {} in {context:?} for something else: give the action \
                         other keys there, or [] to leave it to the palette",
                        file(preset),
                        action.name(),
                    );
                }
            }
        }
    }

    #[test]
    fn presets_bind_an_action_only_where_the_default_table_does() {
        let builtin = Keymap::builtin();
        for preset in Preset::ALL {
            let keymap = preset.keymap();
            for context in Context::ALL {
                let known = builtin.actions(context);
                for action in keymap.actions(context) {
                    assert!(
                        known.contains(&action),
                        "{}: {} does nothing in {context:?}",
                        file(preset),
                        action.name(),
                    );
                }
            }
        }
    }

    #[test]
    fn everything_can_be_done_in_every_preset_by_a_key_or_from_the_palette() {
        for preset in Preset::ALL {
            let keymap = preset.keymap();
            for context in outside_prompts() {
                for action in [
                    Action::Palette,
                    Action::Help,
                    Action::Close,
                    Action::Cancel,
                    Action::Interrupt,
                    Action::LineDown,
                    Action::LineUp,
                ] {
                    let has_key = keymap.chords(context, action).next().is_some();
                    assert!(has_key, "{}: {} in {context:?}", file(preset), action.name());
                }
                let builtin = Keymap::builtin().actions(context);
                assert_eq!(keymap.actions(context), builtin, "the palette offers all of it");
            }
            let left = Keymap::builtin().actions(Context::Prompt);
            for action in left {
                let has_key = keymap.chords(Context::Prompt, action).next().is_some();
                assert!(has_key, "{}: a prompt has no palette for {action:?}", file(preset));
            }
        }
    }

    #[test]
    fn no_letter_is_needed_with_arrows() {
        let keymap = Preset::Arrows.keymap();
        let usual = ["Ctrl-c", "Ctrl-z", "Ctrl-l"];
        let is_fine = |chord: &Chord| {
            !matches!(chord.key(), Key::Char(_)) || usual.contains(&chord.to_string().as_str())
        };
        for context in outside_prompts() {
            for (chords, action) in keymap.continuations(context, &[]) {
                assert!(
                    chords.iter().all(is_fine),
                    "assets/keys/arrows.ron has no line for {} in {context:?}: give it an arrow or \
                     function key that is free there, or [] to leave it to the menu of F2",
                    action.name(),
                );
            }
        }
    }

    #[test]
    fn no_preset_uses_a_key_that_old_terminals_confuse() {
        let confused = ["Ctrl-i", "Ctrl-m", "Ctrl-j", "Ctrl-[", "Ctrl-h"];
        for preset in Preset::ALL {
            let keymap = preset.keymap();
            for context in outside_prompts() {
                for (chords, action) in keymap.continuations(context, &[]) {
                    for chord in chords {
                        let printed = chord.to_string();
                        let is_clear = !confused.contains(&printed.as_str());
                        assert!(is_clear, "{}: {printed} for {action:?}", file(preset));
                    }
                }
            }
        }
    }
}
