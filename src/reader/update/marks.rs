//! Marks: set by a letter, gone to by it, listed, taken away.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::actions::{page, rows};
use super::{keys, opening, text};
use crate::annotations::{Anchor, Attached, Changes, LibraryMark, Named};
use crate::keys::{Action, Chord, Context, Key, Resolved};
use crate::library::Source;
use crate::phrase;
use crate::reader::document::Document;
use crate::reader::effect::Effect;
use crate::reader::marks::{AllMarks, Letter, MarkList, Then};
use crate::reader::model::{Awaited, Memory, Model, Popup, Screen, Target};
use crate::reader::session;

/// Waits for the letter of a mark.
pub(super) fn ask(model: &mut Model, letter: Letter, count: Option<usize>) {
    if count.is_some() {
        model.complain(phrase::place::no_count());
    } else if letter == Letter::Set && model.reading().is_none() {
        model.complain(phrase::place::nothing_to_mark());
    } else {
        model.pending.letter = Some(letter);
    }
}

/// A key was pressed where a letter was awaited.
pub(super) fn chosen(model: &mut Model, letter: Letter, chord: Chord) -> Vec<Effect> {
    let context = model.screen_context();
    let bound = model.keymap.resolve(context, &[], chord);
    if matches!(bound, Resolved::Action(Action::Cancel | Action::Interrupt)) {
        return Vec::new();
    }
    if letter == Letter::Go {
        if bound == Resolved::Action(Action::GoToMark) {
            return last_place(model);
        }
        if bound == Resolved::Action(Action::Help) || chord.key() == Key::Down {
            return recall(model, Then::List);
        }
    }
    // A letter of another layout names the mark of the key it lies on.
    let typed = chord.physical().unwrap_or(chord).typed();
    let Some(name) = typed.filter(char::is_ascii_alphabetic) else {
        model.complain(phrase::place::no_letter());
        return Vec::new();
    };
    match letter {
        Letter::Set => set(model, name),
        Letter::Go => recall(model, Then::Go(name)),
    }
}

fn set(model: &mut Model, name: char) -> Vec<Effect> {
    let Screen::Reading(reading) = &mut model.screen else { return Vec::new() };
    let anchor = reading.anchor();
    let at = anchor.at.clone();
    let document = Arc::clone(&reading.document);
    let effect = if name.is_ascii_lowercase() {
        reading.marks.insert(name, anchor.clone());
        reading.is_remembered = true;
        let changes = Changes { marks: [(name, Some(anchor))].into(), ..Changes::default() };
        Effect::Keep { document, changes }
    } else {
        let mark = mark_of(&document.source, anchor);
        model.marks.insert(name, mark.clone());
        Effect::KeepMark { letter: name, mark: Some(mark) }
    };
    model.say(match model.memory {
        Memory::Works => phrase::place::set(name, at),
        Memory::None | Memory::Faulty => phrase::place::set_for_now(name, at),
    });
    if model.memory == Memory::None { Vec::new() } else { vec![effect] }
}

fn mark_of(source: &Source, place: Anchor) -> LibraryMark {
    let Named { path, root, name } = session::named(source);
    LibraryMark { path, root, name, place }
}

/// Gets the marks as they are kept by now, then goes on; without a memory, those at hand are all.
pub(super) fn recall(model: &mut Model, then: Then) -> Vec<Effect> {
    if model.memory == Memory::None {
        return go_on(model, then);
    }
    let document = model.reading().map(|reading| Arc::clone(&reading.document));
    let ticket = model.next_ticket();
    model.awaited = Some(Awaited { ticket, then, keys: Vec::new() });
    vec![Effect::Recall { ticket, document }]
}

/// The marks are at hand. Whoever has gone on meanwhile is not called back; what was pressed counts
/// from here on.
pub(super) fn recalled(
    model: &mut Model,
    ticket: u64,
    document: Option<&Arc<Document>>,
    marks: AllMarks,
) -> Vec<Effect> {
    let is_faulty = model.memory == Memory::Faulty;
    if let Some(library) = marks.library {
        take_over(&mut model.marks, library, is_faulty);
    }
    let is_as_it_was = match document {
        None => model.reading().is_none(),
        Some(document) => match model.reading_of(document) {
            Some(reading) => {
                if let Some(here) = marks.here {
                    take_over(&mut reading.marks, here, is_faulty);
                }
                true
            }
            None => false,
        },
    };
    let Some(awaited) = model.awaited.take_if(|awaited| awaited.ticket == ticket) else {
        return Vec::new();
    };
    let is_wanted = is_as_it_was && model.popup.is_none();
    let mut effects = if is_wanted { go_on(model, awaited.then) } else { Vec::new() };
    effects.extend(press(model, awaited.keys));
    effects
}

/// The marks have not come in a moment: what was pressed meanwhile waits no longer.
pub(super) fn late(model: &mut Model, ticket: u64) -> Vec<Effect> {
    if model.awaited.as_ref().is_none_or(|awaited| awaited.ticket != ticket) {
        return Vec::new();
    }
    let effects = await_no_more(model);
    model.complain(phrase::place::late());
    effects
}

/// Marks that are on their way lead nowhere any more.
pub(super) fn await_no_more(model: &mut Model) -> Vec<Effect> {
    let keys = model.awaited.take().map(|awaited| awaited.keys).unwrap_or_default();
    press(model, keys)
}

fn press(model: &mut Model, keys: Vec<Chord>) -> Vec<Effect> {
    // Each as if it came only now: one of them may ask for marks again.
    let mut effects = Vec::new();
    for chord in keys {
        effects.extend(keys::came(model, chord));
        super::settle(model);
    }
    effects
}

/// Takes over marks as they are kept; where ours may not have been written, they stay.
fn take_over<T>(ours: &mut BTreeMap<char, T>, kept: BTreeMap<char, T>, is_faulty: bool) {
    let before = std::mem::replace(ours, kept);
    if is_faulty {
        ours.extend(before);
    }
}

fn go_on(model: &mut Model, then: Then) -> Vec<Effect> {
    match then {
        Then::Go(name) => go(model, name),
        Then::List => {
            let list = MarkList::new(model);
            if list.rows.is_empty() {
                model.say(phrase::place::no_marks(model.key_in(Context::Text, Action::SetMark)));
            } else {
                model.popup = Some(Popup::Marks(list));
            }
            Vec::new()
        }
    }
}

fn go(model: &mut Model, name: char) -> Vec<Effect> {
    if let Some(anchor) = model.reading().and_then(|reading| reading.marks.get(&name)).cloned() {
        jump(model, name, &anchor);
        return Vec::new();
    }
    let Some(mark) = model.marks.get(&name).cloned() else {
        model.complain(phrase::place::no_mark(name));
        return Vec::new();
    };
    let source = match mark.path {
        Some(path) => Some(session::file(&path, mark.root.as_deref())),
        None => {
            let open = model.source().filter(|source| source.name().as_str() == mark.name).cloned();
            open.or_else(|| model.shelf.as_ref()?.named(&mark.name).cloned())
        }
    };
    let Some(source) = source else {
        model.complain(phrase::place::not_open(name, mark.name));
        return Vec::new();
    };
    if model.source() == Some(&source) && model.reading().is_some() {
        jump(model, name, &mark.place);
        return Vec::new();
    }
    opening::open(model, source, Target::Mark(name, mark.place))
}

/// As [`arrive`], remembering where from.
fn jump(model: &mut Model, name: char, anchor: &Anchor) {
    let is_here = model.reading().is_some_and(|r| r.find_anchor(anchor).block().is_some());
    if is_here {
        text::leave(model);
    }
    arrive(model, name, anchor);
}

/// Goes to a mark of the open release, by its words; says what became of it.
pub(super) fn arrive(model: &mut Model, name: char, anchor: &Anchor) {
    let Some(reading) = model.reading() else { return };
    let found = reading.find_anchor(anchor);
    let Some(block) = found.block() else {
        model.complain(phrase::place::lost(name, &anchor.at));
        return;
    };
    let Screen::Reading(reading) = &mut model.screen else { return };
    reading.leave_panel();
    let place = reading.place_of(block, anchor.byte);
    reading.go_to_line(place);
    let at = reading.document.addresses.name(block).clone();
    match found {
        Attached::Moved(_) => model.say(phrase::place::moved(name, at)),
        Attached::Changed(_) => model.say(phrase::place::words_changed(name, at)),
        Attached::Held(_) | Attached::Lost => {}
    }
}

/// Goes to where the last jump began; again, and one is back.
pub(super) fn last_place(model: &mut Model) -> Vec<Effect> {
    let Some(stop) = model.history.last().cloned() else {
        model.say(phrase::place::no_jump());
        return Vec::new();
    };
    if let Some(here) = model.stop() {
        model.history.leave(here);
    }
    opening::go_to(model, stop)
}

/// Performs an action in the list of marks.
pub(super) fn perform(model: &mut Model, action: Action, count: Option<usize>) -> Vec<Effect> {
    let page = page(model);
    let Some(Popup::Marks(list)) = &mut model.popup else { return Vec::new() };
    let name = list.rows.get(list.cursor.0).map(|row| row.letter);
    match action {
        Action::Follow => {
            model.popup = None;
            return name.map_or_else(Vec::new, |name| go(model, name));
        }
        Action::DeleteMark => return name.map_or_else(Vec::new, |name| delete(model, name)),
        Action::Close | Action::Cancel | Action::Marks => model.popup = None,
        _ => list.cursor.step(rows(action, count, page), list.rows.len()),
    }
    Vec::new()
}

fn delete(model: &mut Model, name: char) -> Vec<Effect> {
    let mut effects = Vec::new();
    if let Screen::Reading(reading) = &mut model.screen
        && reading.marks.remove(&name).is_some()
    {
        let changes = Changes { marks: [(name, None)].into(), ..Changes::default() };
        effects.push(Effect::Keep { document: Arc::clone(&reading.document), changes });
    } else if model.marks.remove(&name).is_some() {
        effects.push(Effect::KeepMark { letter: name, mark: None });
    }
    let mut list = MarkList::new(model);
    if let Some(Popup::Marks(before)) = &model.popup {
        list.cursor = before.cursor;
        list.cursor.step(0, list.rows.len());
    }
    model.popup = (!list.rows.is_empty()).then_some(Popup::Marks(list));
    model.say(phrase::place::deleted(name));
    if model.memory == Memory::None { Vec::new() } else { effects }
}
