//! From a key to an action: sequences, counts, typing.

use super::{actions, marks, prompts, review};
use crate::keys::{Action, Chord, Context, Key, Resolved};
use crate::phrase;
use crate::reader::effect::Effect;
use crate::reader::goto::GoTo;
use crate::reader::model::{Model, Pending, Popup, Screen};

/// The largest count; no release has more lines.
const LARGEST_COUNT: usize = 999_999_999;

/// Keys kept while marks are awaited.
const MOST_KEYS: usize = 1_000;

/// A key came; while marks are awaited that an earlier one asked for, it waits for them, too.
pub(super) fn came(model: &mut Model, chord: Chord) -> Vec<Effect> {
    let context = model.screen_context();
    let Some(awaited) = &mut model.awaited else { return pressed(model, chord) };
    let bound = model.keymap.resolve(context, &[], chord);
    if matches!(bound, Resolved::Action(Action::Cancel | Action::Interrupt | Action::Suspend)) {
        model.awaited = None;
        return pressed(model, chord);
    }
    if awaited.keys.len() < MOST_KEYS {
        awaited.keys.push(chord);
    }
    Vec::new()
}

/// A key was pressed.
pub(super) fn pressed(model: &mut Model, chord: Chord) -> Vec<Effect> {
    model.notice = None;
    if let Screen::Reading(reading) = &mut model.screen {
        reading.let_go();
    }
    if let Some(letter) = model.pending.letter {
        model.pending = Pending::default();
        return marks::chosen(model, letter, chord);
    }
    let context = model.context();
    let was_interrupted = std::mem::take(&mut model.interrupted);
    if model.pending.chords.is_empty() && context != Context::Prompt && counts(model, chord) {
        return Vec::new();
    }
    if let Some(action) = ends_what_is_begun(model, context, chord) {
        model.pending = Pending::default();
        if action == Action::Cancel {
            return Vec::new();
        }
    }
    match model.keymap.resolve(context, &model.pending.chords, chord) {
        Resolved::Pending => {
            model.pending.chords.push(chord);
            wait(model)
        }
        Resolved::Action(Action::Interrupt) if was_interrupted => review::leave(model),
        Resolved::Action(action) => {
            let pending = std::mem::take(&mut model.pending);
            actions::perform(model, action, pending.count)
        }
        Resolved::Unbound => unbound(model, context, chord),
    }
}

/// Asks to be told when a moment has passed, unless the menu of what may follow shows already.
fn wait(model: &mut Model) -> Vec<Effect> {
    if model.pending.is_shown {
        return Vec::new();
    }
    let ticket = model.next_ticket();
    model.pending.ticket = ticket;
    vec![Effect::WaitForKeys { ticket }]
}

/// The moment has passed; if nothing was pressed meanwhile, what may follow is shown.
pub(super) fn waited(model: &mut Model, ticket: u64) {
    let pending = &mut model.pending;
    pending.is_shown |= pending.ticket == ticket && !pending.chords.is_empty();
}

/// The key that drops a count or the first keys of a sequence, unless it is the next of them.
fn ends_what_is_begun(model: &Model, context: Context, chord: Chord) -> Option<Action> {
    let Pending { count, chords, .. } = &model.pending;
    let bound = |pending: &[Chord]| model.keymap.resolve(context, pending, chord);
    let begun = count.is_some() || !chords.is_empty();
    let goes_on = !chords.is_empty() && bound(chords) != Resolved::Unbound;
    match bound(&[]) {
        Resolved::Action(action @ (Action::Cancel | Action::Interrupt | Action::Suspend))
            if begun && !goes_on =>
        {
            Some(action)
        }
        _ => None,
    }
}

fn unbound(model: &mut Model, context: Context, chord: Chord) -> Vec<Effect> {
    if context != Context::Prompt
        && let Some(strokes) = chord.strokes()
    {
        // An input method made one letter of keys that were pressed one after the other.
        return strokes.into_iter().flat_map(|stroke| pressed(model, stroke)).collect();
    }
    if let Some(plain) = chord.after_esc() {
        // Terminals send Alt as Esc before the key, so Esc and a key soon after look the same. What
        // means nothing with Alt was typed one after the other.
        let mut effects = pressed(model, Chord::from(Key::Esc));
        effects.extend(pressed(model, plain));
        return effects;
    }
    let pending = std::mem::take(&mut model.pending);
    if context == Context::Prompt {
        return chord.typed().map_or_else(Vec::new, |c| prompts::typed(model, c));
    }
    if !pending.chords.is_empty() || chord.typed().is_some() {
        let mut keys = pending.chords;
        keys.push(chord);
        let keys = crate::keys::chord::label(&keys);
        model.say(phrase::notice::unbound(keys, model.key_in(context, Action::Help)));
    }
    Vec::new()
}

/// Takes a digit of a count; a full stop after a count makes it an address.
fn counts(model: &mut Model, chord: Chord) -> bool {
    let Some(typed) = chord.typed() else { return false };
    let count = model.pending.count;
    if let Some(digit) = typed.to_digit(10)
        && (digit > 0 || count.is_some())
    {
        let count = count.unwrap_or(0).saturating_mul(10).saturating_add(digit as usize);
        model.pending = Pending { count: Some(count.min(LARGEST_COUNT)), ..Pending::default() };
        return true;
    }
    let (Some(count), '.', Some(reading)) = (count, typed, model.reading()) else { return false };
    let goto = GoTo::new(&reading.document, &format!("{count}."));
    model.pending = Pending::default();
    model.popup = Some(Popup::GoTo(goto));
    true
}
