//! Never losing the place: what is remembered of an open release, and coming back to it.

use std::sync::Arc;

use crate::annotations::{Attached, Changes, PanelState, Position, Record};
use crate::keys::{Action, Context, chord};
use crate::phrase::{self, Phrase};
use crate::reader::effect::Effect;
use crate::reader::model::{Memory, Model, Screen};

/// What is to be remembered of the open release, if that has changed.
pub(super) fn keep(model: &mut Model) -> Option<Effect> {
    if model.memory == Memory::None || model.review.is_some() {
        return None;
    }
    let Screen::Reading(reading) = &mut model.screen else { return None };
    let position = reading.position();
    if reading.kept_position.as_ref() == Some(&position) {
        return None;
    }
    reading.kept_position = Some(position.clone());
    if position.is_start() && !reading.is_remembered {
        return None;
    }
    reading.is_remembered = true;
    let changes = Changes { position: Some(position), ..Changes::default() };
    Some(Effect::Keep { document: Arc::clone(&reading.document), changes })
}

/// Something cannot be remembered, which is said once: a full disk does not fill up the screen.
pub(super) fn not_kept(model: &mut Model, sentence: Phrase) {
    if std::mem::replace(&mut model.memory, Memory::Faulty) != Memory::Faulty {
        model.complain(sentence);
    }
}

/// What is on the screen of a release before another one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// Another release, whose panel stays as it is.
    Release,
    /// Anything else.
    Other,
}

/// Brings a release that was just opened back to how it was left; gives back where that was.
pub(super) fn look_as_before(
    model: &mut Model,
    record: Option<&Record>,
    before: Before,
) -> Option<Position> {
    let Screen::Reading(reading) = &mut model.screen else { return None };
    reading.is_remembered = record.is_some();
    let mut position = record?.position.clone()?;
    if before == Before::Release {
        let shown = reading.position().panel.shown;
        position.panel = PanelState { shown, entry: None };
    }
    reading.look_as_in(&position);
    Some(position)
}

/// Goes to where its reader stopped, and says so.
pub(super) fn resume(model: &mut Model, position: &Position) {
    let Screen::Reading(reading) = &mut model.screen else { return };
    let found = reading.resume(position);
    if position.place.is_start() {
        return;
    }
    // What went wrong is worth more than that something did not.
    if model.notice.as_ref().is_some_and(|notice| notice.is_error) {
        return;
    }
    let Some(reading) = model.reading() else { return };
    let at = reading.document.addresses.name(reading.block()).clone();
    let first = key(model, Action::First);
    match found {
        Attached::Held(_) | Attached::Moved(_) => {
            model.say(phrase::place::back(at, first));
        }
        Attached::Changed(_) => {
            model.say(phrase::place::back_changed(at, first));
        }
        Attached::Lost => {
            let was = &position.place.at;
            model.say(phrase::place::back_lost(was));
        }
    }
}

/// The key of an action in the text, as a hint names it.
pub(super) fn key(model: &Model, action: Action) -> String {
    let keys = model.keymap.chords(Context::Text, action).next();
    keys.map_or_else(|| action.name().to_owned(), chord::label)
}
