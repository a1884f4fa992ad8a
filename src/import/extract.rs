//! Facts with their mentions: people, dates and figures, each found by a named rule. The rules know how
//! releases are written and nothing of what they are about; the words they go by are in `assets/lexicon`.

/// The rules of a finder, each with the name that it is told by; the first is the commonest.
macro_rules! rules {
    ($first:ident $first_name:literal, $($rule:ident $name:literal),* $(,)?) => {
        /// How a fact was found.
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
        pub enum Rule {
            #[default]
            #[doc = $first_name]
            $first,
            $(#[doc = $name] $rule,)*
        }

        impl Rule {
            /// The name that it is told by.
            pub fn name(self) -> &'static str {
                match self {
                    Self::$first => $first_name,
                    $(Self::$rule => $name,)*
                }
            }
        }
    };
}

pub mod dates;
pub mod figures;
pub mod lexicon;
pub mod people;
pub mod token;

use std::ops::Range;

/// A block's text and what it is, as the finders see it.
#[derive(Debug, Clone, Copy)]
pub struct Passage<'a> {
    /// The block's place in reading order, the title's being 0.
    pub order: usize,
    /// Its text.
    pub text: &'a str,
    /// What it is.
    pub role: Role,
}

/// How much a passage's words can be trusted to be sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The title, or a heading: capitals say nothing there.
    Headline,
    /// Sentences.
    Prose,
    /// A table.
    Table,
    /// Whom to ask: nothing is taken from it.
    Contact,
}

impl Passage<'_> {
    /// Whether it is sentences or a title.
    pub fn is_read(&self) -> bool {
        matches!(self.role, Role::Headline | Role::Prose)
    }
}

/// Words in a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The passage's place in reading order.
    pub order: usize,
    /// The bytes of its text.
    pub range: Range<usize>,
}
