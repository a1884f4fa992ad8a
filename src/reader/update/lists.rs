//! Actions on the list of releases.

use super::actions::{page, rows};
use std::path::PathBuf;

use super::{opening, palette, prompts};
use crate::keys::Action;
use crate::library::Entry;
use crate::phrase;
use crate::reader::effect::Effect;
use crate::reader::message::Message;
use crate::reader::model::{Model, Screen, Target};
use crate::reader::shelf::order;

/// Performs an action on the list.
pub(super) fn perform(model: &mut Model, action: Action, count: Option<usize>) -> Vec<Effect> {
    let page = page(model);
    let Some(shelf) = &mut model.shelf else { return Vec::new() };
    if shelf.is_typing {
        let opens = action == Action::Accept && shelf.current().is_some();
        prompts::in_list(shelf, action);
        return if opens { open_current(model) } else { Vec::new() };
    }
    match action {
        Action::Follow => return open_current(model),
        Action::Filter => shelf.begin_filter(),
        Action::Sort => {
            shelf.sort_by_next();
            let order = order(shelf.order);
            model.say(phrase::notice::sorted(order));
        }
        Action::ReverseSort => shelf.reverse(),
        Action::Cancel => shelf.drop_filter(),
        Action::First | Action::Last if count.is_some() => {
            shelf.go_to_row(count.unwrap_or(1).saturating_sub(1));
        }
        _ => shelf.step(rows(action, count, page)),
    }
    Vec::new()
}

/// Shows the list, with the cursor on what was open; what is on its way no longer is.
pub(super) fn show(model: &mut Model) -> Vec<Effect> {
    (model.opening, model.peeking) = (None, None);
    let effects = super::place::keep(model).into_iter().collect();
    let source = model.source().cloned();
    model.screen = Screen::List;
    if let (Some(shelf), Some(source)) = (&mut model.shelf, source) {
        shelf.select(&source);
    }
    effects
}

pub(super) fn open_current(model: &mut Model) -> Vec<Effect> {
    let source = model.shelf.as_ref().and_then(|s| s.current()).map(|entry| entry.source.clone());
    source.map_or_else(Vec::new, |source| opening::open(model, source, Target::Start))
}

/// Some of the list was read.
pub(super) fn told(model: &mut Model, message: Message) -> Vec<Effect> {
    match message {
        Message::Listed { ticket, entries, is_last } => listed(model, ticket, entries, is_last),
        Message::Relisted { ticket, paths, entries } => relisted(model, ticket, &paths, entries),
        _ => Vec::new(),
    }
}

/// More of the list was read; an answer to an older request is late.
fn listed(model: &mut Model, ticket: u64, entries: Vec<Entry>, is_last: bool) -> Vec<Effect> {
    let Some(shelf) = model.shelf.as_mut().filter(|_| ticket == model.list_ticket) else {
        return Vec::new();
    };
    shelf.add(entries);
    if is_last {
        shelf.end();
    }
    ask_for_changed(model)
}

/// Something was changed in the folders of the list.
pub(super) fn changed(model: &mut Model, paths: Vec<PathBuf>) -> Vec<Effect> {
    if let Some(shelf) = &mut model.shelf {
        shelf.changed.extend(paths);
    }
    ask_for_changed(model)
}

/// Has what was changed read again, one time after the other.
fn ask_for_changed(model: &mut Model) -> Vec<Effect> {
    let ticket = model.list_ticket;
    let Some(shelf) = &mut model.shelf else { return Vec::new() };
    if shelf.is_reading || shelf.is_read_again || shelf.changed.is_empty() {
        return Vec::new();
    }
    shelf.is_read_again = true;
    let mut paths = std::mem::take(&mut shelf.changed);
    paths.sort();
    paths.dedup();
    vec![Effect::ListAgain { ticket, paths }]
}

/// Some of the list was read again; an answer to a request from before it was as a whole is late.
fn relisted(model: &mut Model, ticket: u64, paths: &[PathBuf], entries: Vec<Entry>) -> Vec<Effect> {
    let Some(shelf) = model.shelf.as_mut().filter(|_| ticket == model.list_ticket) else {
        return Vec::new();
    };
    shelf.is_read_again = false;
    shelf.replace(paths, entries);
    if matches!(model.screen, Screen::List) {
        palette::renumber(model);
    }
    ask_for_changed(model)
}

/// Something did not work: if that was reading some of the list again, the rest is read all the same.
pub(super) fn failed(model: &mut Model) -> Vec<Effect> {
    if let Some(shelf) = &mut model.shelf {
        shelf.is_read_again = false;
    }
    ask_for_changed(model)
}

/// Reads the whole list again.
pub(super) fn read_again(model: &mut Model) -> Vec<Effect> {
    let ticket = model.next_ticket();
    let Some(shelf) = &mut model.shelf else { return Vec::new() };
    shelf.read_again();
    model.list_ticket = ticket;
    if matches!(model.screen, Screen::Empty) {
        model.screen = Screen::List;
    }
    vec![Effect::List { ticket }]
}
