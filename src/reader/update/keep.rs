//! Keeping only the blocks that match what is typed.

use std::sync::Arc;

use super::prompts;
use crate::keys::Action;
use crate::phrase::Phrase;
use crate::phrase::moving as phrase;
use crate::reader::effect::Effect;
use crate::reader::model::{Model, Popup, Screen};
use crate::reader::prompt::Prompt;
use crate::reader::reading::find::Wanted;
use crate::reader::reading::kept::Kept;
use crate::reader::recall::Recall;
use crate::release::BlockId;

/// Asks for the words that blocks must hold.
pub(super) fn ask_words(model: &mut Model) {
    let Screen::Reading(reading) = &mut model.screen else { return };
    reading.leave_panel();
    reading.start_keep();
    model.recall = Recall::default();
    model.popup = Some(Popup::Keep(Prompt::default()));
}

/// Performs an action on the words being typed; says whether they changed.
pub(super) fn perform(model: &mut Model, action: Action) -> bool {
    let Some(Popup::Keep(prompt)) = &mut model.popup else { return false };
    match action {
        Action::Accept => accept(model),
        Action::DeleteBack if prompt.text().is_empty() => abandon(model),
        Action::ToggleRegex => {
            if let Screen::Reading(reading) = &mut model.screen
                && let Some(keep) = &mut reading.keep
            {
                keep.wanted.is_pattern = !keep.wanted.is_pattern;
            }
            return true;
        }
        _ => return prompt.edit(action),
    }
    false
}

/// Brings back what was looked for before; the answer to it is asked for here.
pub(super) fn recall(model: &mut Model, action: Action) -> Vec<Effect> {
    let Some(is_pattern) = prompts::recall(model, action) else { return Vec::new() };
    if let Screen::Reading(reading) = &mut model.screen
        && let Some(keep) = &mut reading.keep
    {
        keep.wanted.is_pattern = is_pattern;
    }
    ask(model)
}

fn accept(model: &mut Model) {
    let Some(Popup::Keep(prompt)) = model.popup.take() else { return };
    let Screen::Reading(reading) = &mut model.screen else { return };
    let nothing_matches = reading.keep.as_ref().is_some_and(|keep| keep.count == Some(0));
    if prompt.text().is_empty() {
        reading.end_keep();
    } else if nothing_matches {
        reading.abandon_keep();
        model.complain(phrase::nothing_kept(prompt.shown()));
    } else if let Some(keep) = &mut reading.keep {
        keep.is_accepted = true;
        let wanted = keep.wanted.clone();
        prompts::remember(model, wanted);
    }
}

/// Gives up typing: everything shows.
pub(super) fn abandon(model: &mut Model) {
    model.popup = None;
    let Screen::Reading(reading) = &mut model.screen else { return };
    if reading.keep.as_ref().is_some_and(|keep| keep.is_accepted) {
        reading.end_keep();
    } else {
        reading.abandon_keep();
    }
}

/// Asks for the blocks that hold the words typed so far.
pub(super) fn ask(model: &mut Model) -> Vec<Effect> {
    let ticket = model.next_ticket();
    let Some(Popup::Keep(prompt)) = &model.popup else { return Vec::new() };
    let Screen::Reading(reading) = &mut model.screen else { return Vec::new() };
    let Some(keep) = &mut reading.keep else { return Vec::new() };
    prompt.text().clone_into(&mut keep.wanted.query);
    keep.ticket = ticket;
    let (document, wanted) = (Arc::clone(&reading.document), keep.wanted.clone());
    vec![Effect::KeepMatching { ticket, document, wanted }]
}

/// Asks again for what was kept, for good or while it is typed, in a release read anew.
pub(super) fn again(model: &mut Model, wanted: Wanted, is_accepted: bool) -> Vec<Effect> {
    let ticket = model.next_ticket();
    let Screen::Reading(reading) = &mut model.screen else { return Vec::new() };
    reading.start_keep();
    let Some(keep) = &mut reading.keep else { return Vec::new() };
    (keep.wanted, keep.ticket, keep.is_accepted) = (wanted.clone(), ticket, is_accepted);
    vec![Effect::KeepMatching { ticket, document: Arc::clone(&reading.document), wanted }]
}

/// An answer arrived; one to an older question is late.
pub(super) fn arrived(model: &mut Model, ticket: u64, kept: &Arc<Kept>, error: Option<Phrase>) {
    let Screen::Reading(reading) = &mut model.screen else { return };
    if reading.keep.as_ref().is_some_and(|keep| keep.ticket == ticket) {
        reading.take_kept(kept, error);
    }
}

/// Says that a block shows although it does not match, if it is hidden.
pub(super) fn tell_if_left_out(model: &mut Model, block: BlockId) {
    let Some(reading) = model.reading().filter(|reading| reading.is_left_out(block)) else {
        return;
    };
    let address = reading.document.addresses.name(block).clone();
    model.say(phrase::shown_all_the_same(address));
}
