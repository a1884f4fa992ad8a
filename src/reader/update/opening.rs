//! Opening releases, reading them again, going from one to the next and back.

use std::sync::Arc;

use super::place::{self, Before};
use super::{keep, marks, reload};
use crate::annotations::{Look, Record, Words};
use crate::library::Source;
use crate::phrase;
use crate::reader::document::Document;
use crate::reader::effect::{Effect, NamedBy};
use crate::reader::fault::Faulty;
use crate::reader::history::{Step, Stop};
use crate::reader::message::Known;
use crate::reader::model::{Fault, Model, Opening, Popup, Screen, Target};
use crate::reader::reading::find::Wanted;
use crate::reader::reading::panel::Item;
use crate::reader::reading::{Focus, Place, Reading};
use crate::release::check::Problem;
use crate::release::evidence::Evidence;

/// Asks for a release to be opened, remembering where from.
pub fn open(model: &mut Model, source: Source, at: Target) -> Vec<Effect> {
    open_named(model, source, at, NamedBy::Person)
}

/// As [`open`], for a release that may have been named by another one.
pub fn open_named(model: &mut Model, source: Source, at: Target, by: NamedBy) -> Vec<Effect> {
    if let Some(step) = model.step() {
        model.history.leave(step);
    }
    request(model, source, at, by)
}

fn request(model: &mut Model, source: Source, at: Target, named_by: NamedBy) -> Vec<Effect> {
    let ticket = model.next_ticket();
    // Whoever goes on no longer waits to look.
    model.peeking = None;
    model.opening = Some(Opening { ticket, source: source.clone(), at });
    vec![Effect::Open { ticket, source, named_by, before: None }]
}

/// Asks for what is on the screen as it is on the disk by now.
fn request_again(model: &mut Model, source: Source, at: Target) -> Vec<Effect> {
    let before = model.reading().map(|reading| Arc::clone(&reading.document));
    let before = before.filter(|before| before.source == source);
    let ticket = model.next_ticket();
    model.opening = Some(Opening { ticket, source: source.clone(), at });
    vec![Effect::Open { ticket, source, named_by: NamedBy::Person, before }]
}

/// Asks for what is on the screen, since its file was changed.
pub(super) fn request_changed(model: &mut Model) -> Vec<Effect> {
    let Some(source @ Source::File { .. }) = model.source().cloned() else { return Vec::new() };
    let at = match &model.screen {
        Screen::Reading(reading) => again(reading),
        Screen::Fault(fault) => fault.again.clone(),
        Screen::List | Screen::Empty => return Vec::new(),
    };
    let at = match at {
        Target::Again(address, line) => Target::Changed(address, line),
        other => other,
    };
    request_again(model, source, at)
}

/// A release arrived, or its diagnostic.
pub(super) fn opened(
    model: &mut Model,
    ticket: u64,
    outcome: Result<Arc<Document>, Box<Faulty>>,
    known: &Known,
) -> Vec<Effect> {
    if let Some(peeking) = model.peeking.take_if(|peeking| peeking.ticket == ticket) {
        return super::peek::arrived(model, &peeking, outcome);
    }
    let Some(opening) = model.opening.take_if(|opening| opening.ticket == ticket) else {
        return Vec::new();
    };
    let mut effects: Vec<Effect> = place::keep(model).into_iter().collect();
    let is_again = model.reading().is_some_and(|old| old.document.source == opening.source);
    let is_change = matches!(opening.at, Target::Changed(..));
    match outcome {
        Err(faulty) if is_again && is_change => reload::broken(model, *faulty),
        Err(faulty) => {
            clear_popups(model);
            let top = faulty.excerpt.as_ref().map_or(0, |e| (e.line - e.first).saturating_sub(6));
            let again = opening.at;
            model.screen = Screen::Fault(Box::new(Fault { faulty: *faulty, top, again }));
        }
        Ok(document)
            if is_again && matches!(opening.at, Target::Again(..) | Target::Changed(..)) =>
        {
            effects.extend(reload::put(model, &document, known.revision.as_deref(), !is_change));
            examine(&mut effects, model, &document);
        }
        Ok(document) => {
            clear_popups(model);
            let at = opening.at;
            let mut reading = Reading::new(Arc::clone(&document));
            let mut before = Before::Other;
            if let Some(old) = model.reading() {
                reading.take_view_of(old);
                before = Before::Release;
            }
            let unsure =
                model.review.as_ref().and_then(|own| super::review::begin(&mut reading, own));
            if let Some(unsure) = unsure {
                model.say(unsure);
            }
            model.screen = Screen::Reading(Box::new(reading));
            super::settle(model);
            effects.extend(arrive(model, at, known.remembered.as_deref(), before));
            examine(&mut effects, model, &document);
        }
    }
    if std::mem::take(&mut model.is_changed_meanwhile) {
        effects.extend(request_changed(model));
    }
    effects
}

/// Another thing is on the screen: what lay over the last one goes.
fn clear_popups(model: &mut Model) {
    model.popup = None;
    // A filter that was being typed in the list has lost the keyboard.
    if let Some(shelf) = &mut model.shelf {
        shelf.is_typing = false;
    }
}

/// Has facts looked for; those of a short release come along with it.
fn examine(effects: &mut Vec<Effect>, model: &Model, document: &Arc<Document>) {
    let is_open = model.reading().is_some_and(|open| Arc::ptr_eq(&open.document, document));
    if is_open && !document.is_short() {
        effects.push(Effect::Examine(Arc::clone(document)));
    }
}

/// Goes to where it should be opened: unless another place was named, where its reader stopped.
fn arrive(
    model: &mut Model,
    at: Target,
    remembered: Option<&Record>,
    before: Before,
) -> Vec<Effect> {
    if matches!(at, Target::Again(..) | Target::Changed(..)) || model.review.is_some() {
        go_to_target(model, at);
        return Vec::new();
    }
    let position = place::look_as_before(model, remembered, before);
    match (at, position) {
        (Target::Start, Some(position)) => place::resume(model, &position),
        (Target::Resume(look), position) => {
            if let Some(position) = position {
                place::resume(model, &position);
            }
            return look_again(model, look);
        }
        (at, _) => go_to_target(model, at),
    }
    Vec::new()
}

/// Shows a release as it was looked at in an earlier session.
fn look_again(model: &mut Model, look: Look) -> Vec<Effect> {
    let Screen::Reading(reading) = &mut model.screen else { return Vec::new() };
    reading.contents.is_shown = look.contents;
    reading.is_bare = look.alone;
    let Some(Words { text: query, is_pattern }) = look.only else { return Vec::new() };
    keep::again(model, Wanted { query, is_pattern }, true)
}

fn go_to_target(model: &mut Model, at: Target) {
    let Screen::Reading(reading) = &mut model.screen else { return };
    match at {
        Target::Start | Target::Resume(_) => {}
        Target::Place(place, entry) => go_to_place(reading, place, entry),
        Target::Mark(name, anchor) => marks::arrive(model, name, &anchor),
        Target::Again(address, line) | Target::Changed(address, line) => {
            if let Some(block) = reading.document.addresses.block(address.as_str()) {
                reading.go_to_line(Place { block, line });
            }
        }
        Target::Address(address) => match reading.document.addresses.find(&address) {
            Some(block) => reading.go_to(block),
            None => model.complain(phrase::notice::no_block(address)),
        },
    }
}

/// The facts of a release were found; an answer about another release is late.
pub(super) fn examined(
    model: &mut Model,
    document: Arc<Document>,
    evidence: Arc<Evidence>,
) -> Vec<Effect> {
    if let Some(Popup::Peek(peek)) = model.lowest_popup_mut()
        && peek.examined(&document, &evidence)
    {
        return Vec::new();
    }
    let Some(reading) = model.reading_of(&document) else { return Vec::new() };
    reading.evidence = Some(Arc::clone(&evidence));
    reading.panel.evidence = Some(Arc::clone(&evidence));
    if reading.focus == Focus::Panel {
        reading.move_in_panel(0);
        super::text::show_lit(reading);
    }
    vec![Effect::Check(document, evidence)]
}

/// A release was checked; an answer about another release is late.
pub(super) fn checked(
    model: &mut Model,
    document: &Arc<Document>,
    problems: Arc<Vec<(usize, Problem)>>,
) {
    if let Some(reading) = model.reading_of(document) {
        reading.problems = Some(problems);
    }
}

/// Opens the release before or after the one on the screen, in the order of the list.
pub(super) fn open_beside(model: &mut Model, by: isize) -> Vec<Effect> {
    // Keys may come faster than files: then the one on its way is where to go on from.
    let opening = model.opening.as_ref().map(|opening| &opening.source);
    let Some(from) = opening.or(model.source()).cloned() else { return Vec::new() };
    let Some(shelf) = &model.shelf else {
        model.say(phrase::notice::single());
        return Vec::new();
    };
    match shelf.beside(&from, by).cloned() {
        Some(next) => open(model, next, Target::Start),
        None => {
            model.say(if by > 0 { phrase::notice::last() } else { phrase::notice::first() });
            Vec::new()
        }
    }
}

/// Reads what is on the screen again, keeping the place.
pub(super) fn reload(model: &mut Model) -> Vec<Effect> {
    if model.review.is_some() {
        model.say(phrase::review::not_reread());
        return Vec::new();
    }
    let Some(source) = model.source().cloned() else { return super::lists::read_again(model) };
    let at = match &model.screen {
        Screen::Reading(reading) => again(reading),
        // Once it is mended, one is back where it broke.
        Screen::Fault(fault) => fault.again.clone(),
        Screen::List | Screen::Empty => Target::Start,
    };
    if matches!(model.screen, Screen::Fault(_)) {
        // The fault may be the same as before: then nothing else would show that it was read.
        model.say(phrase::notice::read_again());
    }
    request_again(model, source, at)
}

/// The line of the cursor, to be found again in the same release read anew.
fn again(reading: &Reading) -> Target {
    let place = reading.cursor();
    Target::Again(reading.document.addresses.name(place.block).clone(), place.line)
}

/// Opens the file on the screen in the person's editor, at the line of the block or the fault.
pub(super) fn edit(model: &mut Model) -> Vec<Effect> {
    match &model.screen {
        Screen::Fault(fault) => {
            let line = fault.faulty.line();
            edit_at(model, line)
        }
        // The line of the block is looked up where the file is at hand.
        Screen::Reading(reading) => {
            let block = reading.block();
            let Some(path) = reading.document.source.path() else { return no_file(model) };
            if let Some(faulty) = &reading.outdated {
                let line = faulty.line();
                return edit_at(model, line);
            }
            vec![Effect::EditBlock { path: path.to_owned(), block }]
        }
        Screen::List | Screen::Empty => {
            let Some(entry) = model.shelf.as_ref().and_then(|shelf| shelf.current()) else {
                model.complain(phrase::notice::no_row());
                return Vec::new();
            };
            let path = entry.source.path().map(std::path::Path::to_path_buf);
            let Some(path) = path else { return no_file(model) };
            vec![Effect::Edit { path, line: 1 }]
        }
    }
}

/// Opens the file on the screen in the person's editor, at a line.
pub(super) fn edit_at(model: &mut Model, line: usize) -> Vec<Effect> {
    let path = model.source().and_then(Source::path).map(std::path::Path::to_path_buf);
    match path {
        Some(path) => vec![Effect::Edit { path, line }],
        None => no_file(model),
    }
}

fn no_file(model: &mut Model) -> Vec<Effect> {
    model.complain(phrase::notice::no_file());
    Vec::new()
}

/// The editor was closed: what it may have changed is read again.
pub(super) fn edited(model: &mut Model, outcome: Result<(), phrase::Phrase>) -> Vec<Effect> {
    let mut effects = reload(model);
    if let Err(sentence) = outcome {
        model.complain(sentence);
    }
    effects.insert(0, Effect::Redraw);
    effects
}

/// Goes back over the last jump.
pub(super) fn go_back(model: &mut Model, times: usize) -> Vec<Effect> {
    let step = model.history.back(model.step(), times);
    go_to_step(model, step, phrase::notice::nowhere_back())
}

/// Goes forward again.
pub(super) fn go_forward(model: &mut Model, times: usize) -> Vec<Effect> {
    let step = model.history.forward(model.step(), times);
    go_to_step(model, step, phrase::notice::nowhere_forward())
}

fn go_to_step(model: &mut Model, step: Option<Step>, none: phrase::Phrase) -> Vec<Effect> {
    match step {
        Some(Step::Stop(stop)) => go_to(model, stop),
        Some(Step::List) => super::lists::show(model),
        None => {
            model.say(none);
            Vec::new()
        }
    }
}

/// Goes to a place in any release; what is left is not remembered here.
pub(super) fn go_to(model: &mut Model, stop: Stop) -> Vec<Effect> {
    if let Screen::Reading(reading) = &mut model.screen
        && reading.document.source == stop.source
    {
        go_to_place(reading, stop.place, stop.entry);
        return Vec::new();
    }
    request(model, stop.source, Target::Place(stop.place, stop.entry), NamedBy::Person)
}

/// Goes to a line, and to the entry of the facts that had the keyboard there.
fn go_to_place(reading: &mut Reading, place: Place, entry: Option<usize>) {
    reading.leave_panel();
    reading.go_to_line(place);
    if let Some(entry) = entry
        && reading.panel.items.get(entry).is_some_and(|item| !matches!(item, Item::Heading(..)))
    {
        reading.focus_entry(entry);
        super::text::show_lit(reading);
    }
}
