//! The roles: one for everything that is drawn, from running text to the rules between panes.

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};

/// Makes [`Role`] from a line each: `Name 'letter' "Sentence"`.
macro_rules! roles {
    ($($role:ident $letter:literal $sentence:literal,)*) => {
        /// What a piece of the screen is, as far as its looks are concerned.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
        pub enum Role {
            $(#[doc = $sentence] $role,)*
        }

        impl Role {
            /// Every role; `role as usize` is its place here.
            pub const ALL: [Self; [$($letter,)*].len()] = [$(Self::$role,)*];

            /// The name as theme files write it.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$role => stringify!($role),)*
                }
            }

            /// The letter that stands for the role in the grid below a screen snapshot, one letter a
            /// cell, so that looks can be tested and read. No two roles share one.
            pub fn letter(self) -> char {
                match self {
                    $(Self::$role => $letter,)*
                }
            }
        }
    };
}

roles! {
    Text 't' "Running text.",
    Dim 'd' "What matters less than the text around it.",
    Title 'T' "The title of a release.",
    Heading 'H' "A heading of the text.",
    Number 'n' "The number of a numbered paragraph.",
    Marker 'm' "The sign of a bullet.",
    Address 'a' "An address, such as 2.1.",
    NoteText 'N' "The text of a note.",
    Participant 'P' "A name in the text.",
    Date 'D' "A date in the text.",
    Figure 'F' "A figure in the text.",
    TableHeader 'h' "The head of a table.",
    TableRule 'r' "The lines of a table.",
    CursorLine 'c' "The block of the cursor; the bar beside it says the same.",
    CursorBar 'b' "The bar beside the block of the cursor.",
    Lit 'L' "The words of the current fact.",
    Selected 'V' "Words or blocks that are selected.",
    Hit 'x' "Words found.",
    CurrentHit 'X' "The words found that the cursor is on.",
    FoldMark 'v' "The sign that a block can be folded or unfolded.",
    Folded 'f' "What is said in place of what a fold hides.",
    PanelHeading 'G' "A heading of the facts.",
    PanelCount 'g' "How many facts there are below a heading.",
    PanelName 'p' "The name of a fact.",
    PanelDetail 'q' "What is told about a fact below its name.",
    PanelCurrent 'C' "The row of the cursor in the facts.",
    Dropped 'S' "A fact that was dropped from a draft.",
    BlockFact 'B' "A fact of the current block, among the facts.",
    Rule 'R' "The lines between panes.",
    HeaderTitle 'U' "The title in the header.",
    HeaderMeta 'u' "Issuer, date and language in the header.",
    Status 's' "The status line.",
    StatusKey 'k' "A key in the status line.",
    StatusNotice 'K' "A notice in the status line.",
    Error 'E' "What went wrong.",
    Warning 'W' "What may be wrong.",
    Prompt 'i' "What is being typed.",
    PromptMatch 'I' "The part of a suggestion that matches what is typed.",
    ListCurrent 'l' "The row of the cursor in a list.",
    ListDim 'y' "What matters less in a list.",
    Scrollbar 'z' "The scroll bar.",
    PopupBorder 'o' "The border of a popup.",
    PopupTitle 'O' "The title of a popup.",
}

impl Role {
    /// The role of this name, spelled exactly.
    pub(super) fn named(name: &str) -> Option<Self> {
        let name: StrDeserializer<'_, Error> = name.into_deserializer();
        Self::deserialize(name).ok()
    }

    /// Whether the role is lines and bars, which nobody reads: a contrast of 3 is enough for it.
    pub fn is_decorative(self) -> bool {
        matches!(self, Self::TableRule | Self::Rule | Self::Scrollbar | Self::PopupBorder)
    }

    /// Whether the role marks words that already have a role, and must be told apart from any: its
    /// attributes replace those below instead of joining them.
    pub(super) fn stands_alone(self) -> bool {
        matches!(self, Self::Lit | Self::Selected | Self::Hit | Self::CurrentHit)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_role_is_found_by_its_name_and_place() {
        for (place, role) in Role::ALL.into_iter().enumerate() {
            assert_eq!(Role::named(role.name()), Some(role));
            assert_eq!(role as usize, place);
        }
        assert_eq!(Role::named("text"), None);
    }

    #[test]
    fn no_two_roles_share_a_letter() {
        let letters: HashSet<char> = Role::ALL.map(Role::letter).into();
        assert_eq!(letters.len(), Role::ALL.len());
        assert!(letters.iter().all(char::is_ascii_alphabetic));
    }
}
