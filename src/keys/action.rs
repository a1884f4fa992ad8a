//! The one table of actions: adding an action is adding its line here and its keys in
//! `assets/keymap.ron`. What an action does is the reader's affair.

use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};
use serde::{Deserialize, Serialize};

/// Makes [`Section`] and [`Action`] from a line each: `Name: "Sentence"`, and after it, for an action
/// worth a place in the status line, `[rank "label"]`; the lowest rank is the last to leave a short line.
macro_rules! actions {
    ($($section:ident($title:literal) {
        $($action:ident: $sentence:literal $([$rank:literal $label:literal])?,)*
    })*) => {
        /// A group of actions, as the help shows them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Section {
            $(#[doc = $title] $section,)*
        }

        impl Section {
            /// Every section, in the order of the help.
            pub const ALL: &'static [Self] = &[$(Self::$section,)*];

            /// The heading of the section, for people.
            pub fn title(self) -> &'static str {
                match self {
                    $(Self::$section => $title,)*
                }
            }
        }

        /// Something a person can ask of the reader with a key.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
        )]
        pub enum Action {
            $($(#[doc = $sentence] $action,)*)*
        }

        impl Action {
            /// Every action, in the order of the help.
            pub const ALL: &'static [Self] = &[$($(Self::$action,)*)*];

            /// The section the action belongs to.
            pub fn section(self) -> Section {
                match self {
                    $($(Self::$action => Section::$section,)*)*
                }
            }

            /// The name as keymap files write it.
            pub fn name(self) -> &'static str {
                match self {
                    $($(Self::$action => stringify!($action),)*)*
                }
            }

            /// What the action does, in a sentence for people.
            pub fn sentence(self) -> &'static str {
                match self {
                    $($(Self::$action => $sentence,)*)*
                }
            }

            /// The label for the status line and its rank, lowest first; most actions have none.
            pub fn hint(self) -> Option<(u8, &'static str)> {
                match self {
                    $($($(Self::$action => Some(($rank, $label)),)?)*)*
                    _ => None,
                }
            }
        }
    };
}

actions! {
    Move("Moving") {
        LineDown: "One line or row down",
        LineUp: "One line or row up",
        NextBlock: "Next block",
        PreviousBlock: "Previous block",
        NextParagraph: "Next numbered paragraph",
        PreviousParagraph: "Previous numbered paragraph",
        PageDown: "One page down, two lines kept",
        PageUp: "One page up, two lines kept",
        HalfPageDown: "Half a page down",
        HalfPageUp: "Half a page up",
        First: "To the beginning",
        Last: "To the end; with a count, to the paragraph of that number",
        ScrollDown: "Show one more line below; the cursor stays",
        ScrollUp: "Show one more line above; the cursor stays",
        GoTo: "Go to an address, such as 2.1" [3 "go to"],
    }
    Fold("Folding") {
        FoldOrParent: "Fold; if folded, to the parent",
        UnfoldOrChild: "Unfold; if unfolded, to the first item",
        ToggleFold: "Fold or unfold",
        FoldAll: "Fold everything",
        UnfoldAll: "Unfold everything",
    }
    Place("Placing the line") {
        CentreLine: "Put the line in the middle",
        TopLine: "Put the line at the top",
        BottomLine: "Put the line at the bottom",
    }
    Find("Finding") {
        Find: "Find here, as you type" [2 "find"],
        FindNext: "Next hit",
        FindPrevious: "Previous hit",
    }
    Facts("Facts") {
        Follow: "Follow: to the words, the place or the release" [5 "follow"],
        NextFact: "Next fact in the text" [6 "next fact"],
        PreviousFact: "Previous fact in the text",
        NextMention: "Next mention of this fact" [6 "next mention"],
        PreviousMention: "Previous mention of this fact",
    }
    Review("Reviewing a draft") {
        AcceptFact: "This fact holds; on to the next open one" [1 "accept"],
        DropFact: "Leave this fact out, or take it back" [1 "drop"],
        EditFact: "Put this fact right, as a line" [1 "change"],
        WriteRelease: "Write the release file" [1 "write"],
    }
    Jumps("Jumps") {
        Back: "Back to where you were" [8 "back"],
        Forward: "Forward again",
    }
    Panes("Panes") {
        NextPane: "Next pane" [4 "other pane"],
        PreviousPane: "Previous pane",
        TogglePanel: "Show or hide the facts",
        PanelWider: "Widen the facts",
        PanelNarrower: "Narrow the facts",
    }
    Releases("Releases") {
        NextRelease: "Next release" [10 "next release"],
        PreviousRelease: "Previous release",
        Filter: "Keep only the rows that match" [2 "filter"],
        Sort: "Sort by the next order" [6 "sort"],
        ReverseSort: "Turn the order round",
    }
    Prompt("Typing") {
        Accept: "Accept" [2 "accept"],
        CursorLeft: "One character left",
        CursorRight: "One character right",
        CursorHome: "To the start of the line",
        CursorEnd: "To the end of the line",
        DeleteBack: "Delete the character before",
        DeleteForward: "Delete the character under the cursor",
        DeleteWord: "Delete the word before",
        DeleteToStart: "Delete to the start of the line",
        DeleteToEnd: "Delete to the end of the line",
        NextMatch: "Next match" [5 "next match"],
        PreviousMatch: "Previous match",
        ToggleRegex: "Read what is typed as a pattern, or plainly" [4 "pattern"],
    }
    Program("The program") {
        Problems: "List the problems of this release" [11 "problems"],
        Edit: "Open in your editor, at this place" [7 "edit"],
        Reload: "Read the file again" [8 "reload"],
        NextTheme: "Next theme",
        Help: "Help" [0 "help"],
        Close: "Close, or go up; then quit" [12 "close"],
        QuitAll: "Quit at once",
        Cancel: "Cancel: clear the find, close the popup, drop the count" [3 "cancel"],
        Interrupt: "Interrupt; twice quits",
        Suspend: "Suspend to the shell",
        Redraw: "Draw the screen again",
    }
}

impl Action {
    /// The action of this name, spelled exactly.
    pub fn named(name: &str) -> Option<Self> {
        let name: StrDeserializer<'_, Error> = name.into_deserializer();
        Self::deserialize(name).ok()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_action_is_found_by_its_name() {
        for action in Action::ALL {
            assert_eq!(Action::named(action.name()), Some(*action));
        }
        assert_eq!(Action::named("linedown"), None);
    }

    #[test]
    fn an_action_is_written_and_read_by_its_name() {
        assert_eq!(ron::to_string(&Action::GoTo), Ok("GoTo".into()));
        assert_eq!(ron::from_str("GoTo"), Ok(Action::GoTo));
    }

    #[test]
    fn sections_hold_their_actions_together_and_none_is_empty() {
        let mut seen: Vec<Section> = Action::ALL.iter().map(|action| action.section()).collect();
        seen.dedup();
        assert_eq!(seen, Section::ALL);
    }

    #[test]
    fn sentences_tell_actions_apart() {
        let sentences: HashSet<_> = Action::ALL.iter().map(|action| action.sentence()).collect();
        assert_eq!(sentences.len(), Action::ALL.len());
    }

    #[test]
    fn help_is_the_last_hint_to_leave() {
        let first = Action::ALL.iter().filter_map(|action| Some((action.hint()?.0, action))).min();
        assert_eq!(first, Some((0, &Action::Help)));
    }
}
