//! Typing: an address, words to find, a filter.

use std::sync::Arc;

use super::actions::cancel;
use super::{keep, palette, pipe, review, text};
use crate::keys::Action;
use crate::phrase;
use crate::phrase::Phrase;
use crate::reader::effect::Effect;
use crate::reader::help::Help;
use crate::reader::history::Stop;
use crate::reader::model::{Model, Popup, Screen};
use crate::reader::reading::find::{Hit, Wanted};
use crate::reader::reading::movement::Way;
use crate::reader::recall::{self, Recall};
use crate::reader::shelf::Shelf;

/// Searches remembered.
const MOST_SEARCHES: usize = 100;

/// A character was typed.
pub(super) fn typed(model: &mut Model, character: char) -> Vec<Effect> {
    let mut buffer = [0; 4];
    insert(model, character.encode_utf8(&mut buffer))
}

/// Text was pasted; without a line to put it into, it is not taken for keys.
pub(super) fn pasted(model: &mut Model, text: &str) -> Vec<Effect> {
    if model.prompt().is_none() {
        let asks = if model.reading().is_some() { Action::Find } else { Action::Filter };
        model.say(phrase::notice::pasted(model.key(asks)));
        return Vec::new();
    }
    insert(model, text)
}

fn insert(model: &mut Model, text: &str) -> Vec<Effect> {
    let prompt = match &mut model.popup {
        Some(popup) => popup.prompt_mut(),
        None => model.shelf.as_mut().and_then(|shelf| shelf.filter.as_mut()),
    };
    if prompt.is_some_and(|prompt| !prompt.insert(text)) {
        return Vec::new();
    }
    changed(model)
}

/// What follows from a changed line.
fn changed(model: &mut Model) -> Vec<Effect> {
    match &mut model.popup {
        Some(Popup::GoTo(goto)) => {
            if let Screen::Reading(reading) = &model.screen {
                goto.refresh(&reading.document);
            }
        }
        Some(Popup::Palette(_)) => palette::refresh(model),
        Some(Popup::Find(_)) => {
            model.recall = Recall::default();
            return ask(model);
        }
        Some(Popup::Keep(_)) => {
            model.recall = Recall::default();
            return keep::ask(model);
        }
        Some(Popup::Fact(edit)) => edit.fault = None,
        Some(Popup::Help(help)) => help.refresh(),
        Some(_) => {}
        None => {
            if let Some(shelf) = &mut model.shelf {
                shelf.arrange();
            }
        }
    }
    Vec::new()
}

/// Performs an action on the address or the words being typed.
pub(super) fn perform(model: &mut Model, action: Action) -> Vec<Effect> {
    let edited = match (&mut model.popup, action) {
        (_, Action::Cancel) => {
            cancel(model);
            return Vec::new();
        }
        (Some(Popup::Keep(_)), Action::NextMatch | Action::PreviousMatch) => {
            return keep::recall(model, action);
        }
        (Some(Popup::Keep(_)), _) => keep::perform(model, action),
        (Some(Popup::GoTo(_)), Action::Accept) => {
            accept_address(model);
            return Vec::new();
        }
        (Some(Popup::Find(_)), Action::Accept) => return accept_find(model),
        (Some(Popup::Pipe(_)), _) => return pipe::perform(model, action),
        (Some(Popup::Fact(_)), Action::Accept) => return review::apply(model),
        (Some(Popup::Palette(_)), Action::Accept) => return palette::accept(model),
        (
            Some(Popup::Palette(palette)),
            Action::NextMatch | Action::LineDown | Action::PreviousMatch | Action::LineUp,
        ) => {
            let forward = matches!(action, Action::NextMatch | Action::LineDown);
            palette.selected.turn(forward, palette.choices.len());
            return Vec::new();
        }
        (Some(Popup::GoTo(goto)), Action::NextMatch | Action::PreviousMatch) => {
            goto.select(action == Action::NextMatch);
            return Vec::new();
        }
        (Some(Popup::Find(_)), Action::NextMatch | Action::PreviousMatch) => {
            return look_or_recall(model, action);
        }
        (Some(Popup::Find(_)), Action::ToggleRegex) => {
            toggle_pattern(model);
            true
        }
        // Deleting before the start of an empty line leaves it, as in every pager.
        (Some(Popup::GoTo(goto)), Action::DeleteBack) if goto.prompt.text().is_empty() => {
            cancel(model);
            false
        }
        (Some(Popup::Find(prompt)), Action::DeleteBack) if prompt.text().is_empty() => {
            cancel(model);
            false
        }
        (Some(Popup::Palette(palette)), Action::DeleteBack) if palette.prompt.text().is_empty() => {
            cancel(model);
            false
        }
        (Some(Popup::GoTo(goto)), _) => goto.prompt.edit(action),
        (Some(Popup::Palette(palette)), _) => palette.prompt.edit(action),
        (Some(Popup::Find(prompt)), _) => prompt.edit(action),
        (Some(Popup::Fact(edit)), _) => edit.prompt.edit(action),
        _ => false,
    };
    if edited { changed(model) } else { Vec::new() }
}

/// Goes to the address; one that is wrong stays, below the words that say so.
fn accept_address(model: &mut Model) {
    let Some(Popup::GoTo(goto)) = &model.popup else { return };
    let (target, is_wrong) = (goto.target(), goto.matches.is_empty());
    if !is_wrong {
        model.popup = None;
    }
    if let Some(block) = target {
        text::jump(model, block);
    }
}

/// Asks for the words typed so far; the answer moves the cursor.
fn ask(model: &mut Model) -> Vec<Effect> {
    let ticket = model.next_ticket();
    let Some(Popup::Find(prompt)) = &model.popup else { return Vec::new() };
    let Screen::Reading(reading) = &mut model.screen else { return Vec::new() };
    let Some(find) = &mut reading.find else { return Vec::new() };
    prompt.text().clone_into(&mut find.wanted.query);
    find.ticket = ticket;
    let (document, wanted) = (Arc::clone(&reading.document), find.wanted.clone());
    vec![Effect::Find { ticket, document, wanted }]
}

/// An answer arrived; one to an older question is late.
pub(super) fn found(model: &mut Model, ticket: u64, hits: Arc<[Hit]>, error: Option<Phrase>) {
    let before = model.stop();
    // Enter may be faster than the answer: then the jump begins only now.
    let is_accepted = !matches!(model.lowest_popup(), Some(Popup::Find(_)));
    let Screen::Reading(reading) = &mut model.screen else { return };
    if reading.find.as_ref().is_none_or(|find| find.ticket != ticket) {
        return;
    }
    reading.take_hits(hits, error);
    if let Some(stop) = before.filter(|stop| is_accepted && stop.place != reading.cursor()) {
        model.history.leave(stop);
    }
}

fn toggle_pattern(model: &mut Model) {
    if let Screen::Reading(reading) = &mut model.screen
        && let Some(find) = &mut reading.find
    {
        find.wanted.is_pattern = !find.wanted.is_pattern;
    }
}

/// While nothing is typed, brings back what was looked for before; else looks at the next or previous
/// hit.
fn look_or_recall(model: &mut Model, action: Action) -> Vec<Effect> {
    if is_recalling(model) {
        let Some(is_pattern) = recall(model, action) else { return Vec::new() };
        if let Screen::Reading(reading) = &mut model.screen
            && let Some(find) = &mut reading.find
        {
            find.wanted.is_pattern = is_pattern;
        }
        return ask(model);
    }
    let way = if action == Action::NextMatch { Way::Forward } else { Way::Back };
    if let Screen::Reading(reading) = &mut model.screen {
        reading.next_hit(way);
    }
    Vec::new()
}

/// Whether what was looked for before is shown, or can be, as nothing is typed.
fn is_recalling(model: &Model) -> bool {
    let is_empty = model.prompt().is_some_and(|prompt| prompt.text().is_empty());
    is_empty || model.recall.shown().is_some()
}

/// Shows what was looked for before in place of what is typed; says whether that is a pattern, and nothing where
/// there is nothing else to show.
pub(super) fn recall(model: &mut Model, action: Action) -> Option<bool> {
    let before = model.recall.shown();
    let prompt = model.popup.as_mut().and_then(Popup::prompt_mut)?;
    model.recall.step(prompt, &model.searches, action);
    let shown = model.recall.shown();
    if shown == before {
        return None;
    }
    let wanted = shown.and_then(|at| model.searches.iter().rev().nth(at));
    Some(wanted.is_some_and(|wanted| wanted.is_pattern))
}

/// Remembers what was looked for.
pub(super) fn remember(model: &mut Model, wanted: Wanted) {
    recall::remember(&mut model.searches, wanted, MOST_SEARCHES);
}

/// Takes what was typed; where that is nothing, what was looked for last is looked for once more.
fn accept_find(model: &mut Model) -> Vec<Effect> {
    model.popup = None;
    let ticket = model.next_ticket();
    let Screen::Reading(reading) = &mut model.screen else { return Vec::new() };
    let Some(find) = &reading.find else { return Vec::new() };
    if find.wanted.query.is_empty() {
        let Some(wanted) = model.searches.last().cloned() else {
            reading.find = None;
            return Vec::new();
        };
        reading.repeat_find(wanted.clone(), ticket);
        return vec![Effect::Find { ticket, document: Arc::clone(&reading.document), wanted }];
    }
    let wanted = find.wanted.clone();
    let stop = Stop { source: reading.document.source.clone(), place: find.origin, entry: None };
    if find.origin != reading.cursor() {
        model.history.leave(stop);
    }
    remember(model, wanted);
    Vec::new()
}

/// Gives up typing words to find; the cursor goes back to where it was.
pub(super) fn abandon_find(model: &mut Model) {
    model.popup = None;
    let Screen::Reading(reading) = &mut model.screen else { return };
    reading.abandon_find();
}

/// Performs an action on the filter of the list.
pub(super) fn in_list(shelf: &mut Shelf, action: Action) {
    let Some(prompt) = &mut shelf.filter else { return };
    match action {
        Action::Cancel => shelf.drop_filter(),
        Action::Accept => {
            shelf.is_typing = false;
            if prompt.text().is_empty() {
                shelf.filter = None;
            }
        }
        Action::NextMatch => shelf.step(1),
        Action::PreviousMatch => shelf.step(-1),
        Action::DeleteBack if prompt.text().is_empty() => shelf.drop_filter(),
        _ if prompt.edit(action) => shelf.arrange(),
        _ => {}
    }
}

/// Performs an action on the filter of the help.
pub(super) fn in_help(help: &mut Help, action: Action) {
    let Some(prompt) = &mut help.filter else { return };
    match action {
        Action::Cancel => {
            (help.filter, help.is_typing) = (None, false);
            help.refresh();
        }
        Action::Accept => help.is_typing = false,
        Action::NextMatch => help.step(1),
        Action::PreviousMatch => help.step(-1),
        _ if prompt.edit(action) => help.refresh(),
        _ => {}
    }
}
