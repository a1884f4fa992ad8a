//! What is said about keys anywhere: the help, the hints of the status line and the manual's key
//! table, all derived from the table of actions and the keymap.

use std::fmt::Write;

use super::chord::label;
use super::{Action, Chord, Context, Keymap, Section, shared};
use crate::phrase::{Language, Phrase, keys};

/// Stands between the keys of an action; no key is called so.
pub const APART: &str = " · ";
/// The same where signs are drawn in ASCII: any sign there is one that is a key.
pub const APART_IN_ASCII: &str = "\u{a0}\u{a0}";

/// A part of the help: a section of this context, or what another one adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// The heading.
    pub title: Phrase,
    /// Its actions, in the order of the table.
    pub rows: Vec<Row>,
}

/// One action of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The action.
    pub action: Action,
    /// Its keys, the one to use first: `gg · Home`.
    pub keys: String,
    /// What it does.
    pub sentence: Phrase,
}

/// A key worth showing in the status line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The action.
    pub action: Action,
    /// The first key of the action.
    pub keys: String,
    /// What it does, in a word or two.
    pub label: Phrase,
}

/// The whole help: the sections of this context, then what the keys do elsewhere.
pub fn help(keymap: &Keymap, context: Context) -> Vec<Topic> {
    let own = rows(keymap, context);
    let sections = Section::ALL.iter().map(|section| Topic {
        title: section.title(),
        rows: own.iter().filter(|row| row.action.section() == *section).cloned().collect(),
    });
    let elsewhere = places(keymap).into_iter().map(|mut topic| {
        topic.rows.retain(|row| !own.contains(row));
        topic
    });
    sections.chain(elsewhere).filter(|topic| !topic.rows.is_empty()).collect()
}

/// The hints of a context, the most important first: the view leaves out the last ones that find no
/// room, and drawing them from right to left keeps the help at the edge.
pub fn status(keymap: &Keymap, context: Context) -> Vec<Hint> {
    let mut hints: Vec<(u8, Hint)> = Action::ALL
        .iter()
        .filter_map(|action| {
            let (rank, label_of_action) = hint(context, *action)?;
            let keys = label(keymap.chords(context, *action).next()?);
            Some((rank, Hint { action: *action, keys, label: label_of_action }))
        })
        .collect();
    hints.sort_by_key(|(rank, _)| *rank);
    hints.into_iter().map(|(_, hint)| hint).collect()
}

/// Every action of a context, in the order of the table, those without keys too.
pub fn all(keymap: &Keymap, context: Context) -> Vec<Row> {
    keymap.actions(context).into_iter().map(|action| row(keymap, context, action)).collect()
}

/// What the first keys of a sequence may still become, each with the keys that are left to press.
pub fn after(keymap: &Keymap, context: Context, pending: &[Chord]) -> Vec<Row> {
    let row = |(chords, action): (&[Chord], Action)| Row {
        action,
        keys: label(&chords[pending.len()..]),
        sentence: sentence(context, action),
    };
    keymap.continuations(context, pending).map(row).collect()
}

/// The key table of the manual, for all contexts, as Markdown.
pub fn markdown(keymap: &Keymap) -> String {
    let mut page = String::from("# Keys\n");
    for topic in &places(keymap) {
        let _ = write!(
            page,
            "\n## {}\n\n| keys | do |\n|---|---|\n",
            topic.title.shown(Language::English)
        );
        for row in &topic.rows {
            let keys: Vec<String> = row.keys.split(APART).map(code).collect();
            let _ = writeln!(
                page,
                "| {} | {} |",
                keys.join(" "),
                row.sentence.shown(Language::English)
            );
        }
    }
    page
}

/// What an action does in a place: its own sentence, unless the place gives it a better one.
pub fn sentence(context: Context, action: Action) -> Phrase {
    match (context, action) {
        (Context::Text, Action::Follow) => keys::to_the_facts(),
        (Context::Contents, Action::Follow) => keys::to_the_block(),
        (Context::List, Action::Follow) => keys::open_the_release(),
        (Context::Help, Action::Follow) => keys::do_the_action(),
        (Context::Problems, Action::Follow) => keys::to_the_problem(),
        (Context::Themes, Action::Follow) => keys::keep_the_theme(),
        (Context::Peek, Action::Follow) => keys::to_what_shows(),
        (Context::Marks, Action::Follow) => keys::to_the_mark(),
        (Context::Peek, Action::NextMention) => keys::next_sight(),
        (Context::Peek, Action::PreviousMention) => keys::previous_sight(),
        (Context::List, Action::Peek) => keys::look_at_the_release(),
        (Context::Select, Action::CopyText) => keys::copy_what_is_selected(),
        (Context::Panel | Context::Review, Action::CopyText | Action::CopyWithItems) => {
            keys::copy_the_entry()
        }
        (Context::List, Action::CopyText) => keys::copy_the_title(),
        (Context::List, Action::CopyAddress) => keys::copy_the_path(),
        (Context::List, Action::Edit) => keys::edit_the_release(),
        (Context::Problems, Action::Edit) => keys::edit_at_the_problem(),
        (Context::List, Action::Reload) => keys::read_the_list(),
        _ => action.sentence(),
    }
}

/// The highest rank of what whoever selects must be told.
const NEEDED: u8 = 2;

/// The hints that nothing else in the last row may push away: while text is selected, what is done
/// with it.
pub fn needed(keymap: &Keymap, context: Context) -> Vec<Hint> {
    let mut hints = status(keymap, context);
    let is_needed =
        |hint: &Hint| while_selecting(hint.action).is_some_and(|(rank, _)| rank <= NEEDED);
    hints.retain(|hint| context == Context::Select && is_needed(hint));
    hints
}

/// The rank and label of an action while text is selected: what makes a fact of it, in a review; what
/// takes it along and ends it; what makes it longer and shorter.
fn while_selecting(action: Action) -> Option<(u8, Phrase)> {
    Some(match action {
        Action::CopyText => (2, keys::copy()),
        Action::CopyQuotation => (2, keys::quote()),
        Action::Cancel => (2, keys::end()),
        Action::NextWord => (3, keys::one_word_on()),
        Action::PreviousWord => (3, keys::one_word_back()),
        Action::OtherEnd => (4, action.hint()?.1),
        Action::Help
        | Action::AddParticipant
        | Action::AddDate
        | Action::AddFigure
        | Action::AddMention => return action.hint(),
        _ => return None,
    })
}

/// The rank and label of an action where its place gives them a better word, or none at all.
fn hint(context: Context, action: Action) -> Option<(u8, Phrase)> {
    if context == Context::Select {
        return while_selecting(action);
    }
    let (rank, general) = action.hint()?;
    let label = match (context, action) {
        (Context::Prompt, Action::Cancel) => general,
        (Context::Help, Action::Help | Action::Palette) | (_, Action::Cancel) => return None,
        (Context::Text, Action::NextPane) => keys::facts(),
        (Context::Panel | Context::Review | Context::Contents, Action::NextPane) => keys::text(),
        (Context::List, Action::Follow) => keys::open(),
        (Context::Help, Action::Follow) => keys::do_it(),
        (Context::Themes, Action::Follow) => keys::keep(),
        (Context::Peek, Action::NextMention) => keys::next_one(),
        (
            Context::Panel
            | Context::Review
            | Context::Problems
            | Context::Peek
            | Context::Marks
            | Context::Contents,
            Action::Follow,
        ) => keys::go_there(),
        _ => general,
    };
    Some((rank, label))
}

/// Every action that has keys in this context.
fn rows(keymap: &Keymap, context: Context) -> Vec<Row> {
    let bound = Action::ALL.iter().map(|action| row(keymap, context, *action));
    bound.filter(|row| !row.keys.is_empty()).collect()
}

fn row(keymap: &Keymap, context: Context, action: Action) -> Row {
    let keys: Vec<String> = keymap.chords(context, action).map(label).collect();
    Row { action, keys: keys.join(APART), sentence: sentence(context, action) }
}

/// Every row of every context once: what holds everywhere, what holds while reading, then the rest.
pub fn places(keymap: &Keymap) -> Vec<Topic> {
    let mut contexts: Vec<(Context, Vec<Row>)> =
        Context::ALL.iter().map(|context| (*context, rows(keymap, *context))).collect();
    let everywhere = shared::take(&mut contexts, |context| context != Context::Prompt);
    let reading = shared::take(&mut contexts, Context::is_in_release);
    let facts =
        shared::take(&mut contexts, |context| matches!(context, Context::Panel | Context::Review));
    let alike = [
        Topic { title: keys::everywhere(), rows: everywhere },
        Topic { title: keys::while_reading(), rows: reading },
        Topic { title: Context::Panel.title(), rows: facts },
    ];
    let own = contexts.into_iter().map(|(context, rows)| Topic { title: context.title(), rows });
    alike.into_iter().chain(own).filter(|topic| !topic.rows.is_empty()).collect()
}

/// Keys as Markdown code that can stand in a table.
fn code(keys: &str) -> String {
    let keys = keys.replace('|', "\\|");
    if keys.contains('`') { format!("`` {keys} ``") } else { format!("`{keys}`") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(topics: &[Topic], row: &Row) -> bool {
        topics.iter().any(|topic| topic.rows.contains(row))
    }

    #[test]
    fn the_help_of_every_context_tells_every_key_of_every_context() {
        let keymap = Keymap::builtin();
        for context in Context::ALL {
            let help = help(&keymap, context);
            for row in Context::ALL.iter().flat_map(|other| rows(&keymap, *other)) {
                assert!(has(&help, &row), "{row:?} is not in the help of {context:?}");
            }
        }
    }

    #[test]
    fn the_help_of_a_context_begins_with_its_own_keys() {
        let keymap = Keymap::builtin();
        for context in Context::ALL {
            let own = rows(&keymap, context).len();
            let help = help(&keymap, context);
            let first: Vec<&Row> = help.iter().flat_map(|topic| &topic.rows).take(own).collect();
            for row in first {
                assert!(rows(&keymap, context).contains(row), "{row:?} in {context:?}");
            }
        }
    }

    #[test]
    fn a_row_shows_all_keys_and_the_sentence() {
        let keymap = Keymap::builtin();
        let first =
            rows(&keymap, Context::Text).into_iter().find(|row| row.action == Action::First);
        let expected = Row {
            action: Action::First,
            keys: "gg · Home".into(),
            sentence: Action::First.sentence(),
        };
        assert_eq!(first, Some(expected));
    }

    #[test]
    fn what_an_action_does_is_said_in_the_words_of_its_place() {
        let keymap = Keymap::builtin();
        let said = |context, action| {
            let row = all(&keymap, context).into_iter().find(|row| row.action == action);
            row.expect("it is there").sentence.shown(Language::English).to_string()
        };
        assert_eq!(said(Context::List, Action::Follow), "Open this release");
        assert!(said(Context::Peek, Action::NextMention).starts_with("Look at the next one"));
        assert!(said(Context::Panel, Action::CopyText).starts_with("Copy this fact"));
        assert!(said(Context::Text, Action::CopyText).starts_with("Copy the block"));
        for after in after(&keymap, Context::Panel, &[Chord::from('y')]) {
            assert_eq!(after.sentence, sentence(Context::Panel, after.action));
        }
    }

    #[test]
    fn hints_name_the_first_key_and_begin_with_the_help() {
        let keymap = Keymap::builtin();
        let shown = |context| {
            let hints = status(&keymap, context);
            hints
                .iter()
                .map(|hint| format!("{} {}", hint.keys, hint.label.shown(Language::English)))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            shown(Context::Text)[..4],
            ["? help", "n next hit", "N previous hit", "w write"]
        );
        assert_eq!(shown(Context::List)[..3], ["? help", "/ filter", "Enter open"]);
        assert_eq!(
            shown(Context::Prompt),
            [
                "F1 help",
                "Enter accept",
                "Alt-a give",
                "Esc cancel",
                "Alt-r pattern",
                "Down next match"
            ]
        );
        let selecting = [
            "? help",
            "ap participant",
            "ad date",
            "af figure",
            "A mention",
            "y copy",
            "c quote",
            "Esc end",
            "w word on",
            "b word back",
            "o other end",
        ];
        assert_eq!(shown(Context::Select), selecting);
        assert_eq!(shown(Context::Help), ["/ filter", "Enter do it", "q close"]);
    }

    #[test]
    fn hints_follow_the_keymap() {
        let keymap =
            Keymap::builtin().with(r#"{ Text: [(Help, ["F2"]), (Find, [])] }"#).expect("no fault");
        let hints = status(&keymap, Context::Text);
        assert_eq!(
            hints[0],
            Hint {
                action: Action::Help,
                keys: "F2".into(),
                label: Action::Help.hint().expect("it has one").1
            }
        );
        assert!(hints.iter().all(|hint| hint.action != Action::Find));
    }

    #[test]
    fn the_manual_tells_every_key_once_and_survives_table_signs() {
        let changes = r#"{ Text: [(Help, ["|", "`"])] }"#;
        let page = markdown(&Keymap::builtin().with(changes).expect("no fault"));
        assert!(page.contains("| `\\|` `` ` `` | Help |"));
        assert_eq!(page.matches("Half a page down").count(), 1);
        for action in Action::ALL {
            assert!(
                page.contains(action.sentence().shown(Language::English).as_str()),
                "{}",
                action.name()
            );
        }
    }
}
