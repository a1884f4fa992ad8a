//! Never losing the place: what is remembered of an open release, and coming back to it.

use std::sync::Arc;

use crate::annotations::{Attached, Changes, PanelState, Position, Record};
use crate::keys::{Action, Context};
use crate::phrase::{self, Phrase};
use crate::reader::effect::Effect;
use crate::reader::model::{Memory, Model, Screen};
use crate::reader::session;

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

/// As [`keep`], and the session as a whole.
pub(super) fn keep_all(model: &mut Model) -> Vec<Effect> {
    let mut effects: Vec<Effect> = keep(model).into_iter().collect();
    if model.memory == Memory::None || model.review.is_some() {
        return effects;
    }
    let now = model.widths;
    let before = std::mem::replace(&mut model.kept_widths, now);
    if before != now {
        effects.push(Effect::KeepWidths { before, now });
    }
    let session = session::session(model);
    if session.is_some() && session != model.kept_session {
        model.kept_session.clone_from(&session);
        effects.extend(session.map(|session| Effect::KeepSession(Box::new(session))));
    }
    effects
}

/// Nothing can be written, which is said once: a full disk does not fill up the screen.
pub(super) fn not_kept(model: &mut Model, sentence: Phrase) -> Vec<Effect> {
    match std::mem::replace(&mut model.memory, Memory::Faulty) {
        Memory::Faulty => Vec::new(),
        Memory::None | Memory::Works => not_recalled(model, sentence),
    }
}

/// Something that is remembered cannot be used, which is said once of each.
pub(super) fn not_recalled(model: &mut Model, sentence: Phrase) -> Vec<Effect> {
    if model.unremembered.as_ref() != Some(&sentence) {
        model.unremembered = Some(sentence.clone());
        model.complain(sentence);
    }
    Vec::new()
}

/// What is to be remembered can be written again, and what could not be was: it is kept until it is.
pub(super) fn remembers(model: &mut Model) -> Vec<Effect> {
    if model.memory == Memory::Faulty {
        model.memory = Memory::Works;
        mention(model, phrase::place::kept_again());
    }
    Vec::new()
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
    reading.marks = record.map(|record| record.marks.clone()).unwrap_or_default();
    let mut position = record?.position.clone()?;
    if before == Before::Release {
        let shown = reading.position().panel.shown;
        position.panel = PanelState { shown };
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
    let Some(reading) = model.reading() else { return };
    let at = reading.document.addresses.name(reading.block()).clone();
    let first = model.key_in(Context::Text, Action::First);
    let said = match found {
        Attached::Held(_) | Attached::Moved(_) => phrase::place::back(at, first),
        Attached::Changed(_) => phrase::place::back_changed(at, first),
        Attached::Lost => phrase::place::back_lost(&position.place.at),
    };
    mention(model, said);
}

/// Says something, unless there is something wrong to be said: that is worth more.
pub(super) fn mention(model: &mut Model, said: Phrase) {
    if model.notice.as_ref().is_none_or(|notice| !notice.is_error) {
        model.say(said);
    }
}
