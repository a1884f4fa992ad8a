//! A keymap as a keymap file: all of it, so that a person can change what they like and put it in
//! place of theirs. Read over any preset, it gives the same keymap again.

use std::fmt::Write;

use super::chord::spell;
use super::{Action, Context, Keymap, shared};

/// The head of the file.
const HEAD: &str = "\
// The keys of pressroom, every action of every place with all of its keys. What stands here replaces
// what the program comes with; a line that is taken out falls back to it, and [] leaves an action to
// the palette alone. How keys are written stands in docs/guide.md.
";

/// The column that keys begin at.
const COLUMN: usize = 20;

/// An action and its keys, as a file says them.
type Row = (Action, Vec<String>);

/// The whole keymap as a file.
pub fn ron(keymap: &Keymap) -> String {
    let mut contexts = Context::ALL.map(|context| (context, rows(keymap, context)));
    let sections = [
        ("Global", shared::take(&mut contexts, |context| context != Context::Prompt)),
        ("Reading", shared::take(&mut contexts, Context::is_in_release)),
        ("Panel", shared::take(&mut contexts, |c| matches!(c, Context::Panel | Context::Review))),
    ];
    let mut out = format!("{HEAD}{{\n");
    let [global, reading, (_, both)] = sections;
    section(&mut out, global.0, &global.1);
    section(&mut out, reading.0, &reading.1);
    for (context, own) in &contexts {
        match context {
            Context::Panel => {
                let all: Vec<Row> = both.iter().chain(own).cloned().collect();
                section(&mut out, context.name(), &all);
            }
            _ => section(&mut out, context.name(), own),
        }
    }
    out.push_str("}\n");
    out
}

/// Every action of a context; those of the facts are named for a draft's facts too, which a file's
/// section for the facts would cover otherwise.
fn rows(keymap: &Keymap, context: Context) -> Vec<Row> {
    let mut actions = keymap.actions(context);
    if context == Context::Review {
        actions.extend(keymap.actions(Context::Panel));
        actions.sort_unstable();
        actions.dedup();
    }
    let row = |action| (action, keymap.chords(context, action).map(spell).collect());
    actions.into_iter().map(row).collect()
}

fn section(out: &mut String, name: &str, rows: &[Row]) {
    if rows.is_empty() {
        return;
    }
    let _ = writeln!(out, "    {name}: [");
    for (action, keys) in rows {
        let keys: Vec<String> = keys.iter().map(|keys| format!("{keys:?}")).collect();
        let name = format!("{},", action.name());
        let _ = writeln!(out, "        ({name:COLUMN$} [{}]),", keys.join(", "));
    }
    out.push_str("    ],\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Preset;

    /// Every context, action and key, in the order they are shown in.
    fn all(keymap: &Keymap) -> Vec<(Context, Row)> {
        let of = |context| rows(keymap, context).into_iter().map(move |row| (context, row));
        Context::ALL.into_iter().flat_map(of).collect()
    }

    #[test]
    fn what_is_written_reads_back_as_itself_over_any_preset() {
        let changes = r#"{
            Global: [(Close, []), (LineDown, ["n"])],
            Text: [(Help, ["\"", "\\", "g h"])],
            Panel: [(NextMention, ["x"]), (Sort, ["Q"])],
            Review: [(NextMention, [])],
        }"#;
        for preset in Preset::ALL {
            for keymap in [preset.keymap(), preset.keymap().with(changes).expect("no fault")] {
                let written = ron(&keymap);
                for below in Preset::ALL {
                    let read = below.keymap().with(&written);
                    let read = read.unwrap_or_else(|faults| panic!("{faults:?}\n{written}"));
                    assert_eq!(all(&read), all(&keymap), "{preset:?} over {below:?}");
                }
            }
        }
    }
}
