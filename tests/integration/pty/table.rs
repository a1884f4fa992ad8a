//! The table of keys, played: each entry of `tests/key-table.ron` is an action in a place, and what
//! the screen shows before and after it. Every key a preset has for it is pressed in a run of its
//! own; what a preset has no key for is done from the palette.

mod promised;
mod run;

use std::collections::BTreeSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};

use pressroom::keys::{Action, Chord, Context, Keymap, Preset};
use ron::Options;
use ron::extensions::Extensions;
use serde::Deserialize;

use self::run::{Run, Step};
use crate::root;

/// An action in a place, and what comes of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// Where it is done: a section of the keymap.
    at: String,
    /// What is done, as keymap files call it.
    what: Action,
    /// The release or folder it is done to, in a folder with the samples in `releases/`.
    #[serde(default = "usual")]
    open: String,
    /// Typed before the keys; without keys there is nothing a count could stand before.
    #[serde(default)]
    count: String,
    /// Whether it is about the key itself, so that the palette cannot do it.
    #[serde(default)]
    by_key: bool,
    /// How to get there, and what is then seen. What is done by name is done in the text, in the
    /// list if that is the place.
    #[serde(default)]
    before: Vec<Step>,
    /// What the action leads to; not all of it may be there already.
    after: Vec<Step>,
}

fn usual() -> String {
    "releases/2019-03-06-kazakhstan.en.ron#2".into()
}

impl Entry {
    fn context(&self) -> Context {
        let named = Context::ALL.into_iter().find(|context| context.name() == self.at);
        named.unwrap_or_else(|| panic!("there is no {:?}", self.at))
    }
}

/// Places whose every action must have an entry.
const PLACES: [Context; 11] = [
    Context::Text,
    Context::Select,
    Context::Contents,
    Context::Panel,
    Context::List,
    Context::Help,
    Context::Problems,
    Context::Themes,
    Context::Peek,
    Context::Marks,
    Context::Prompt,
];

/// Places that are played elsewhere.
const ELSEWHERE: [(Context, &str); 2] = [
    (Context::Review, "needs a draft: reader/review.rs, pty/review.rs"),
    (Context::Fault, "its keys are those of the text: reader/releases.rs, pty/huge.rs"),
];

/// What must have an entry of its own in what lies over the screen; else it moves as the list does.
const OF_A_POPUP: &[Action] = &[
    Action::Follow,
    Action::Filter,
    Action::Edit,
    Action::NextMention,
    Action::PreviousMention,
    Action::DeleteMark,
    Action::Close,
    Action::Cancel,
];

/// What does the same in every pane of a release: for these, the entry of the text speaks.
const OF_THE_RELEASE: &[Action] = &[
    // They mean the release or the program, wherever they are done from.
    Action::Edit,
    Action::Find,
    Action::FindNext,
    Action::FindPrevious,
    Action::FindWord,
    Action::Forward,
    Action::GoTo,
    Action::Help,
    Action::Interrupt,
    Action::Keep,
    Action::NextRelease,
    Action::Palette,
    Action::PreviousRelease,
    Action::Problems,
    Action::QuitAll,
    Action::ReadingMode,
    Action::LongerLines,
    Action::ShorterLines,
    Action::Spacing,
    Action::Reload,
    Action::Themes,
    Action::ToggleMouse,
    Action::Marks,
    Action::GoToMark,
    // They mean the place in the text, which the facts and the contents leave as it is.
    Action::CopyText,
    Action::CopyWithItems,
    Action::CopyQuotation,
    Action::CopyAddress,
    Action::CopyLink,
    Action::CopyRelease,
    Action::Pipe,
    Action::SetMark,
    Action::NextFact,
    Action::PreviousFact,
    Action::Peek,
    Action::CentreLine,
    Action::TopLine,
    Action::BottomLine,
    Action::Back,
    Action::TogglePanel,
    Action::PanelWider,
    Action::PanelNarrower,
];

/// What must have an entry of its own while words or blocks are selected: the cursor moves as ever,
/// and the selection with it.
const OF_A_SELECTION: &[Action] = &[
    Action::NextWord,
    Action::PreviousWord,
    Action::FirstWord,
    Action::LastWord,
    Action::OtherEnd,
    Action::SelectWords,
    Action::SelectBlocks,
    Action::NextBlock,
    Action::PreviousBlock,
    Action::CopyText,
    Action::CopyQuotation,
    Action::CopyAddress,
    Action::Cancel,
    Action::Close,
];

/// The place whose entry is enough for an action in a place.
fn speaks_for(context: Context, action: Action) -> Context {
    match context {
        Context::Select if !OF_A_SELECTION.contains(&action) => Context::Text,
        Context::Panel | Context::Contents if OF_THE_RELEASE.contains(&action) => Context::Text,
        Context::Help | Context::Problems | Context::Themes | Context::Peek | Context::Marks
            if !OF_A_POPUP.contains(&action) =>
        {
            Context::List
        }
        _ => context,
    }
}

const ONLY_A_DRAFT: &str = "changes or writes a draft under review, which is no plain release: reader/review.rs, pty/review.rs";

/// Actions without an entry, each with its reason.
const WITHOUT: &[(Action, &str)] = &[
    (Action::Suspend, "needs a shell to go to: pty/jobs.rs"),
    (Action::AddParticipant, ONLY_A_DRAFT),
    (Action::AddDate, ONLY_A_DRAFT),
    (Action::AddFigure, ONLY_A_DRAFT),
    (Action::AddMention, ONLY_A_DRAFT),
    (Action::UndoDecision, ONLY_A_DRAFT),
    (Action::WriteRelease, ONLY_A_DRAFT),
    (Action::Redraw, "shows what is shown already: pty/session.rs and pty/sent.rs"),
];

fn entries() -> Vec<Entry> {
    let path = root().join("tests/key-table.ron");
    let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let text = fs::read_to_string(&path).unwrap();
    options.from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every way a preset has of doing something: its keys, or nothing for the palette.
fn ways(keymap: &Keymap, entry: &Entry) -> Vec<Option<Vec<Chord>>> {
    let keys = keymap.chords(entry.context(), entry.what);
    let mut ways: Vec<_> = keys.map(|keys| Some(keys.to_vec())).collect();
    if ways.is_empty() && entry.count.is_empty() && !entry.by_key {
        ways.push(None);
    }
    ways
}

/// Plays every entry with all its keys, and tells all that went wrong. `ONLY` in the environment
/// picks the entries whose place and action contain it.
fn play(preset: Preset, size: (u16, u16)) {
    let keymap = preset.keymap();
    let only = std::env::var("ONLY").unwrap_or_default();
    let mut failed = Vec::new();
    for entry in entries() {
        let name = format!("{} {}", entry.at, entry.what.name());
        if !name.contains(&only) {
            continue;
        }
        for way in ways(&keymap, &entry) {
            let keys = way.as_deref().map_or("the palette".into(), pressroom::keys::chord::spell);
            let played = catch_unwind(AssertUnwindSafe(|| {
                Run::begin(&entry, preset, size).play(way.as_deref());
            }));
            if let Err(why) = played {
                let why = why.downcast_ref::<String>().map_or("?", String::as_str);
                let why = why.lines().next().unwrap_or_default();
                failed.push(format!("{name}, by {}{keys}: {why}", entry.count));
            }
        }
    }
    let failures = failed.join("\n");
    assert!(failed.is_empty(), "{preset:?}, {} × {}:\n{failures}", size.0, size.1);
}

#[test]
fn every_row_works_with_the_keys_of_vim() {
    play(Preset::Vim, (120, 40));
}

#[test]
fn every_row_works_with_the_keys_of_vim_on_a_small_screen() {
    play(Preset::Vim, (80, 24));
}

#[test]
fn every_row_works_with_the_keys_of_vim_on_a_large_screen() {
    play(Preset::Vim, (200, 60));
}

#[test]
fn every_row_works_with_the_keys_of_less() {
    play(Preset::Less, (120, 40));
}

#[test]
fn every_row_works_with_the_keys_of_helix() {
    play(Preset::Helix, (120, 40));
}

#[test]
fn every_row_works_with_arrows_and_function_keys() {
    play(Preset::Arrows, (120, 40));
}

#[test]
fn every_action_of_a_release_and_of_a_list_has_an_entry() {
    let entries = entries();
    let known: BTreeSet<_> = entries.iter().map(|entry| (entry.context(), entry.what)).collect();
    let keymap = Keymap::builtin();
    let mut missing = Vec::new();
    for context in PLACES {
        for action in keymap.actions(context) {
            let at = speaks_for(context, action);
            let is_excepted = WITHOUT.iter().any(|(without, _)| *without == action);
            if !is_excepted && !known.contains(&(at, action)) {
                missing.push(format!("{} at {}", action.name(), context.name()));
            }
        }
    }
    let is_elsewhere = |context| ELSEWHERE.iter().any(|(elsewhere, _)| *elsewhere == context);
    let is_played = |context| PLACES.contains(&context) || is_elsewhere(context);
    assert!(Context::ALL.into_iter().all(is_played));
    assert!(missing.is_empty(), "tests/key-table.ron has no entry for {}", missing.join(", "));
    for entry in &entries {
        assert!(
            keymap.actions(entry.context()).contains(&entry.what),
            "tests/key-table.ron: {} does nothing at {}",
            entry.what.name(),
            entry.at,
        );
    }
}
