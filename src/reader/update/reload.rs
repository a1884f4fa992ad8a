//! Reading a release again, because its reader asked for it or because its file was changed: the
//! place, the folds and the search go along, by words and else by address.

use std::sync::Arc;

use super::{keep, palette, pipe, place};
use crate::keys::{Action, Context};
use crate::phrase::{self, Phrase};
use crate::reader::document::Document;
use crate::reader::effect::Effect;
use crate::reader::fault::Faulty;
use crate::reader::help::Help;
use crate::reader::model::{Model, Popup, Screen};
use crate::reader::palette::Palette;
use crate::reader::reading::Reading;
use crate::reader::reading::find::Find;
use crate::reader::revision::Revision;

/// The file on the screen was changed by someone.
pub(super) fn changed(model: &mut Model) -> Vec<Effect> {
    // A draft is in no file.
    if model.review.is_some() {
        return Vec::new();
    }
    if let Some(opening) = &model.opening {
        // It may have been read already, as it was.
        model.is_changed_meanwhile = model.source() == Some(&opening.source);
        return Vec::new();
    }
    super::opening::request_changed(model)
}

/// The file was changed and is no release now: what it said before stays on the screen.
pub(super) fn broken(model: &mut Model, faulty: Faulty) {
    let said = why_outdated(model, &faulty);
    if let Screen::Reading(reading) = &mut model.screen {
        reading.outdated = Some(Box::new(faulty));
    }
    model.complain(said);
}

fn why_outdated(model: &Model, faulty: &Faulty) -> Phrase {
    let key = model.key_in(Context::Text, Action::Reload);
    match &faulty.excerpt {
        Some(at) => phrase::place::broken(at.line, at.column, faulty.message.clone(), key),
        None => phrase::place::gone(faulty.message.clone()),
    }
}

/// The file is a release again: that it was none is no longer said.
fn mended(model: &mut Model) {
    let Screen::Reading(reading) = &mut model.screen else { return };
    let Some(faulty) = reading.outdated.take() else { return };
    let said = why_outdated(model, &faulty);
    model.notice.take_if(|notice| notice.text == said);
}

/// Puts a release that was read again in place of itself.
pub(super) fn put(
    model: &mut Model,
    document: &Arc<Document>,
    revision: Option<&Revision>,
    was_asked: bool,
) -> Vec<Effect> {
    mended(model);
    if revision.is_some_and(|revision| revision.is_nothing) {
        if was_asked {
            place::mention(model, phrase::place::unchanged());
        }
        return Vec::new();
    }
    close_what_is_stale(model);
    let Screen::Reading(old) = &mut model.screen else { return Vec::new() };
    let place = old.cursor();
    let (anchor, above) = (old.anchor(), old.rows_above_cursor());
    let mut new = Reading::new(Arc::clone(document));
    new.carry_over(old, revision);
    let block = match revision {
        Some(revision) => revision.now(place.block),
        None => new.find_anchor(&anchor).block(),
    };
    let find = old.find.as_ref().map(|find| find.wanted.clone());
    let kept = old.keep.as_ref().map(|keep| (keep.wanted.clone(), keep.is_accepted));
    let near = revision.map(|revision| revision.near(place.block)).or(block);
    model.screen = Screen::Reading(Box::new(new));
    super::settle(model);
    if let (Screen::Reading(new), Some(near)) = (&mut model.screen, near) {
        let byte = if block.is_some() { anchor.byte } else { 0 };
        new.put_cursor(near, byte, above);
    }
    if let Some(revision) = revision {
        model.history.revise(&document.source, revision);
        tell(model, revision);
    } else if was_asked {
        place::mention(model, phrase::notice::read_again());
    }
    let find = find.map(|wanted| {
        let ticket = model.next_ticket();
        if let Screen::Reading(reading) = &mut model.screen {
            reading.find = Some(Find::again(wanted.clone(), ticket, reading.cursor()));
        }
        Effect::Find { ticket, document: Arc::clone(document), wanted }
    });
    let kept = kept.map(|(wanted, is_accepted)| keep::again(model, wanted, is_accepted));
    offer_again(model);
    find.into_iter().chain(kept.into_iter().flatten()).collect()
}

/// What knows blocks by their place and is no line being typed is closed.
fn close_what_is_stale(model: &mut Model) {
    let is_stale = match model.lowest_popup() {
        Some(Popup::Peek(peek)) => !peek.is_elsewhere,
        Some(Popup::Problems(_)) => true,
        _ => false,
    };
    match &mut model.popup {
        Some(Popup::Help(Help { under, .. }) | Popup::Palette(Palette { under, .. }))
            if is_stale =>
        {
            *under = None;
        }
        popup if is_stale => *popup = None,
        _ => {}
    }
}

/// What is offered for a line being typed is found again: blocks may be others now.
fn offer_again(model: &mut Model) {
    let is_pipe = matches!(model.lowest_popup(), Some(Popup::Pipe(_)));
    let pipe = is_pipe.then(|| pipe::new(model, None)).flatten();
    let Some(document) = model.reading().map(|reading| Arc::clone(&reading.document)) else {
        return;
    };
    match (model.lowest_popup_mut(), pipe) {
        (Some(Popup::GoTo(goto)), _) => goto.refresh(&document),
        (Some(Popup::Pipe(pipe)), Some(new)) => pipe.give_as(new),
        _ => {}
    }
    palette::refresh(model);
}

fn tell(model: &mut Model, revision: &Revision) {
    let Some(reading) = model.reading() else { return };
    let at = reading.document.addresses.name(reading.block()).clone();
    let said = match (revision.changed, revision.came_or_went) {
        (0, 0) => phrase::place::reread(at),
        (changed, 0) => phrase::place::reread_changed(changed, at),
        (0, others) => phrase::place::reread_others(others, at),
        (changed, others) => phrase::place::reread_both(changed, others, at),
    };
    place::mention(model, said);
}
