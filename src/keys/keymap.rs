//! Chords to actions in a context, as `assets/keymap.ron` or a person's own file says.
//! How such a file is read is in `read`; counts before a key are the reader's affair.

mod bindings;
mod read;
mod written;

use bindings::Bindings;
use read::Sections;
use std::sync::OnceLock;

use super::chord::label;
use super::{Action, Chord};
use crate::entries::Problem;
use crate::phrase::{Phrase, keys};
use crate::text::tokens::tokens;

/// The words of the keymap that comes with the program.
const BUILTIN: &str = tokens!("../../assets/keymap.ron");

/// Where a key is pressed; the same key may mean different things in different contexts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// The text of an open release.
    Text,
    /// The text, while some of it is selected.
    Select,
    /// The facts beside it.
    Panel,
    /// The facts beside a draft under review.
    Review,
    /// The contents beside it.
    Contents,
    /// The list of releases.
    List,
    /// The help.
    Help,
    /// The list of an open release's problems.
    Problems,
    /// The list of themes to choose from.
    Themes,
    /// A look at another place.
    Peek,
    /// The list of marks.
    Marks,
    /// A file that cannot be read, shown as its diagnostic.
    Fault,
    /// A line being typed.
    Prompt,
}

impl Context {
    /// Every context, in the order of the manual.
    pub const ALL: [Self; 13] = [
        Self::Text,
        Self::Select,
        Self::Panel,
        Self::Review,
        Self::Contents,
        Self::List,
        Self::Help,
        Self::Problems,
        Self::Themes,
        Self::Peek,
        Self::Marks,
        Self::Fault,
        Self::Prompt,
    ];

    /// Whether it is a part of an open release: its text, its facts or its contents.
    pub fn is_in_release(self) -> bool {
        matches!(self, Self::Text | Self::Select | Self::Panel | Self::Review | Self::Contents)
    }

    /// The name of its section in a keymap file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "Text",
            Self::Select => "Select",
            Self::Panel => "Panel",
            Self::Review => "Review",
            Self::Contents => "Contents",
            Self::List => "List",
            Self::Help => "Help",
            Self::Problems => "Problems",
            Self::Themes => "Themes",
            Self::Peek => "Peek",
            Self::Marks => "Marks",
            Self::Fault => "Fault",
            Self::Prompt => "Prompt",
        }
    }

    /// Where that is, for people.
    pub fn title(self) -> Phrase {
        match self {
            Self::Text => keys::in_text(),
            Self::Select => keys::in_selection(),
            Self::Panel => keys::in_facts(),
            Self::Review => keys::in_review(),
            Self::Contents => keys::in_contents(),
            Self::List => keys::in_list(),
            Self::Help => keys::in_help(),
            Self::Problems => keys::in_problems(),
            Self::Themes => keys::in_themes(),
            Self::Peek => keys::in_peek(),
            Self::Marks => keys::in_marks(),
            Self::Fault => keys::in_fault(),
            Self::Prompt => keys::while_typing(),
        }
    }
}

/// What a key means, given the keys pressed before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// It completes the keys of this action.
    Action(Action),
    /// It may become an action with the next key.
    Pending,
    /// Nothing is bound to it here.
    Unbound,
}

/// Which keys do what, in every context. No keys of a context begin with other keys of it.
#[derive(Clone, Debug, Default)]
pub struct Keymap {
    sections: Sections,
    /// Put together when a context is first asked for: most runs see few of them.
    contexts: [OnceLock<Bindings>; Context::ALL.len()],
    /// What the table below this one has keys for, and this one has none.
    unbound: [Vec<Action>; Context::ALL.len()],
}

impl PartialEq for Keymap {
    fn eq(&self, other: &Self) -> bool {
        Context::ALL.iter().all(|context| self.of(*context) == other.of(*context))
    }
}

impl Keymap {
    /// The keymap that comes with the program.
    ///
    /// # Panics
    /// Never: a test reads the embedded file.
    pub fn builtin() -> Self {
        Self::from_sections(read::of_words(BUILTIN)).expect("the embedded keymap is read by a test")
    }

    /// The keymap a file spells out in full.
    ///
    /// # Errors
    /// Every fault of the file, in the order of its lines.
    pub fn parse(source: &str) -> Result<Self, Vec<Problem>> {
        Self::from_sections(read::sections(source))
    }

    fn from_sections(sections: Result<Sections, Vec<Problem>>) -> Result<Self, Vec<Problem>> {
        let sections = sections?;
        Ok(Self { sections, contexts: Default::default(), unbound: Default::default() })
    }

    /// This keymap with a person's changes: an action their file names has just the keys it gives
    /// (none, if it gives none), and a key it uses is taken from whatever had it.
    ///
    /// # Errors
    /// Every fault of the file, in the order of its lines.
    pub fn with(&self, source: &str) -> Result<Self, Vec<Problem>> {
        let sections: Sections = read::sections(source)?;
        let contexts = Context::ALL.map(|context| {
            let mut bindings = sections.bindings(context);
            let kept =
                self.of(context).iter().filter(|(_, action)| !sections.names(context, *action));
            kept.for_each(|(chords, action)| bindings.insert_if_free(chords, action));
            OnceLock::from(bindings)
        });
        let mut keymap = Self { sections, contexts, unbound: Default::default() };
        for context in Context::ALL {
            let mut lost = self.actions(context);
            lost.retain(|action| keymap.chords(context, *action).next().is_none());
            keymap.unbound[context as usize] = lost;
        }
        Ok(keymap)
    }

    /// What can be done in a context, in the order of the help: everything that has keys there, and
    /// what a preset or a person took the keys from.
    pub fn actions(&self, context: Context) -> Vec<Action> {
        let unbound = &self.unbound[context as usize];
        let mut actions: Vec<Action> = self.of(context).iter().map(|(_, action)| action).collect();
        actions.extend(unbound);
        actions.sort_unstable();
        actions.dedup();
        actions
    }

    /// Whether the topmost table says something about an action in a context.
    #[cfg(test)]
    pub(super) fn names(&self, context: Context, action: Action) -> bool {
        self.sections.names(context, action)
    }

    /// A context that no key leads out of, if there is one.
    pub fn locked_in(&self) -> Option<Context> {
        Context::ALL.into_iter().find(|context| {
            let ways_out: &[Action] = match context {
                Context::Prompt => &[Action::Cancel, Action::Interrupt],
                _ => &[Action::Close, Action::QuitAll, Action::Interrupt],
            };
            ways_out.iter().all(|action| self.chords(*context, *action).next().is_none())
        })
    }

    /// The key to show for an action in a context, as people know it.
    pub fn key(&self, context: Context, action: Action) -> Option<String> {
        self.chords(context, action).next().map(label)
    }

    /// What `chord` means after the `pending` ones. A letter of another keyboard layout that is
    /// bound to nothing counts as the QWERTY key it lies on.
    pub fn resolve(&self, context: Context, pending: &[Chord], chord: Chord) -> Resolved {
        let mut reach = self.of(context).reach();
        for pressed in pending.iter().chain([&chord]) {
            reach = reach.after(*pressed);
        }
        match reach.first() {
            None => Resolved::Unbound,
            Some((chords, action)) if chords.len() == pending.len() + 1 => Resolved::Action(action),
            Some(_) => Resolved::Pending,
        }
    }

    /// The keys of an action in a context, the one to show first.
    pub fn chords(&self, context: Context, action: Action) -> impl Iterator<Item = &[Chord]> {
        let bindings = self.of(context).iter();
        bindings.filter(move |(_, bound)| *bound == action).map(|(chords, _)| chords)
    }

    /// Everything the `pending` chords can still become, with all its keys, sorted by them.
    pub fn continuations(
        &self,
        context: Context,
        pending: &[Chord],
    ) -> impl Iterator<Item = (&[Chord], Action)> {
        let reach =
            pending.iter().fold(self.of(context).reach(), |reach, chord| reach.after(*chord));
        reach.into_iter()
    }

    fn of(&self, context: Context) -> &Bindings {
        self.contexts[context as usize].get_or_init(|| self.sections.bindings(context))
    }
}

/// What is wrong with an embedded table of changes: faults, and keys that it takes from itself.
#[cfg(test)]
pub(super) fn faults_of_overlay(source: &str) -> Vec<String> {
    match read::sections(source) {
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
        Ok(sections) => {
            let hidden = Context::ALL.into_iter().map(|context| sections.hidden(context));
            hidden.flatten().collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::{Chords, Key};

    const FILE: &str = include_str!("../../assets/keymap.ron");

    /// What the keys mean, each resolved after the ones before it; the last answer counts.
    fn press(keymap: &Keymap, context: Context, keys: &str) -> Resolved {
        let chords: Chords = keys.parse().expect("readable keys");
        let (last, pending) = chords.split_last().expect("at least one key");
        keymap.resolve(context, pending, *last)
    }

    fn every_binding(keymap: &Keymap) -> impl Iterator<Item = (Context, &[Chord], Action)> {
        Context::ALL.into_iter().flat_map(|context| {
            keymap
                .continuations(context, &[])
                .map(move |(chords, action)| (context, chords, action))
        })
    }

    #[test]
    fn the_builtin_keymap_has_no_fault_and_is_what_its_file_says() {
        assert_eq!(Keymap::parse(FILE), Ok(Keymap::builtin()));
    }

    #[test]
    fn every_action_is_bound_somewhere() {
        let keymap = Keymap::builtin();
        for action in Action::ALL {
            let bound = every_binding(&keymap).any(|(_, _, bound)| bound == *action);
            assert!(bound, "{} has no key", action.name());
        }
    }

    #[test]
    fn every_binding_resolves_to_its_action_and_waits_before_its_last_key() {
        let keymap = Keymap::builtin();
        for (context, chords, action) in every_binding(&keymap) {
            let (last, pending) = chords.split_last().expect("no empty keys");
            assert_eq!(keymap.resolve(context, pending, *last), Resolved::Action(action));
            for length in 1..chords.len() {
                let (last, pending) = chords[..length].split_last().expect("no empty keys");
                assert_eq!(keymap.resolve(context, pending, *last), Resolved::Pending);
            }
        }
    }

    #[test]
    fn no_builtin_key_is_one_that_old_terminals_confuse() {
        let confused = ["Ctrl-i", "Ctrl-m", "Ctrl-j", "Ctrl-["];
        for (context, chords, _) in every_binding(&Keymap::builtin()) {
            for chord in chords {
                assert!(!confused.contains(&chord.to_string().as_str()), "{chord} in {context:?}");
            }
        }
    }

    #[test]
    fn the_nearest_place_says_what_a_key_does() {
        let keymap = Keymap::builtin();
        for (context, keys, meaning) in [
            (Context::Text, "j", Resolved::Action(Action::LineDown)),
            (Context::Text, "]", Resolved::Action(Action::NextBlock)),
            (Context::Panel, "]", Resolved::Action(Action::NextMention)),
            (Context::Text, "/", Resolved::Action(Action::Find)),
            (Context::List, "/", Resolved::Action(Action::Filter)),
            (Context::Text, "z", Resolved::Pending),
            (Context::Text, "z M", Resolved::Action(Action::FoldAll)),
            (Context::Text, "z j", Resolved::Unbound),
            (Context::Text, "j j", Resolved::Unbound),
            (Context::Prompt, "j", Resolved::Unbound),
            (Context::Prompt, "Ctrl-w", Resolved::Action(Action::DeleteWord)),
            (Context::Help, "z", Resolved::Unbound),
        ] {
            assert_eq!(press(&keymap, context, keys), meaning, "{keys} in {context:?}");
        }
    }

    #[test]
    fn other_layouts_reach_the_keys_under_the_fingers() {
        let keymap = Keymap::builtin();
        for (context, keys, meaning) in [
            (Context::Text, "ㅓ", Resolved::Action(Action::LineDown)),
            (Context::Text, "о", Resolved::Action(Action::LineDown)),
            (Context::Text, "Shift-ㅓ", Resolved::Action(Action::NextRelease)),
            (Context::Text, "ㅋ", Resolved::Pending),
            (Context::Text, "ㅋ ㄲ", Resolved::Action(Action::UnfoldAll)),
            (Context::Text, "ㅋ ㅡ", Resolved::Action(Action::FoldLevel)),
            (Context::Text, "я a", Resolved::Action(Action::ToggleFold)),
            (Context::Text, "Ctrl-ㅇ", Resolved::Action(Action::HalfPageDown)),
            (Context::Prompt, "Ctrl-ц", Resolved::Action(Action::DeleteWord)),
            (Context::Prompt, "ㅓ", Resolved::Unbound),
        ] {
            assert_eq!(press(&keymap, context, keys), meaning, "{keys} in {context:?}");
        }
    }

    #[test]
    fn a_letter_bound_itself_is_not_taken_for_its_physical_key() {
        let keymap = Keymap::builtin().with(r#"{ Text: [(Help, ["ㅓ"])] }"#).expect("no fault");
        assert_eq!(press(&keymap, Context::Text, "ㅓ"), Resolved::Action(Action::Help));
        assert_eq!(press(&keymap, Context::Panel, "ㅓ"), Resolved::Action(Action::LineDown));
    }

    #[test]
    fn the_key_to_show_comes_first() {
        let keymap = Keymap::builtin();
        let first: Vec<&[Chord]> = keymap.chords(Context::Text, Action::LineDown).collect();
        assert_eq!(first, [[Chord::from('j')], [Chord::from(Key::Down)]]);
    }

    #[test]
    fn continuations_are_what_a_pending_key_can_become() {
        let keymap = Keymap::builtin();
        let after_g: Vec<Action> = keymap
            .continuations(Context::Text, &[Chord::from('ㅎ')])
            .map(|(_, action)| action)
            .collect();
        assert_eq!(after_g, [Action::Follow, Action::First, Action::Marks]);
    }

    #[test]
    fn a_persons_file_changes_only_what_it_names() {
        let changes = r#"{ Global: [(LineDown, ["n"]), (Close, [])], List: [(Sort, ["z"])] }"#;
        let keymap = Keymap::builtin().with(changes).expect("no fault");
        for (context, keys, meaning) in [
            (Context::Text, "n", Resolved::Action(Action::LineDown)),
            (Context::Text, "j", Resolved::Unbound),
            (Context::Text, "N", Resolved::Action(Action::FindPrevious)),
            (Context::Text, "q", Resolved::Unbound),
            (Context::List, "z", Resolved::Action(Action::Sort)),
            (Context::List, "S", Resolved::Unbound),
            (Context::Text, "z a", Resolved::Action(Action::ToggleFold)),
        ] {
            assert_eq!(press(&keymap, context, keys), meaning, "{keys} in {context:?}");
        }
    }

    #[test]
    fn a_persons_key_takes_the_longer_keys_that_begin_with_it() {
        let keymap = Keymap::builtin().with(r#"{ Text: [(Help, ["z"])] }"#).expect("no fault");
        assert_eq!(press(&keymap, Context::Text, "z"), Resolved::Action(Action::Help));
        assert_eq!(press(&keymap, Context::Text, "z a"), Resolved::Unbound);
        assert_eq!(keymap.chords(Context::Text, Action::ToggleFold).count(), 0);
    }

    #[test]
    fn no_builtin_key_of_a_wider_place_is_taken_without_a_word() {
        let sections = read::sections(FILE).expect("no fault");
        for context in Context::ALL {
            assert_eq!(sections.hidden(context), Vec::<String>::new(), "{context:?}");
        }
    }
}
