//! Looking at another place without going there, and going there after all.

use std::sync::Arc;

use super::{opening, text};
use crate::keys::Action;
use crate::library::Source;
use crate::phrase::moving as phrase;
use crate::reader::document::Document;
use crate::reader::effect::{Effect, NamedBy};
use crate::reader::fault::Faulty;
use crate::reader::model::{Model, Popup, Screen, Target};
use crate::reader::peek::{Peek, Peeking, Sight};
use crate::reader::reading::movement::Way;
use crate::reader::reading::panel::{About, Item};
use crate::reader::reading::{Focus, Reading};

/// Looks from where the cursor is: in the text, the facts, or the list.
pub(super) fn look(model: &mut Model, count: Option<usize>) -> Vec<Effect> {
    let Screen::Reading(reading) = &mut model.screen else { return look_in_list(model) };
    if reading.focus == Focus::Panel {
        if let Some(Item::About(About::Version(index))) = reading.panel.item() {
            let at = reading.document.addresses.name(reading.block()).to_string();
            return match text::version(model, index) {
                Some(source) => ask(model, source, Some(at), NamedBy::Release),
                None => Vec::new(),
            };
        }
        let (sights, first) = reading.sights_of_entry();
        let words = if reading.evidence.is_some() {
            crate::phrase::notice::no_words()
        } else {
            crate::phrase::notice::still_looking()
        };
        return open(model, sights, first, words);
    }
    if reading.focus == Focus::Contents {
        let block = reading.contents.block().map(Sight::Block);
        return open(model, block.into_iter().collect(), 0, phrase::nothing_to_peek());
    }
    let (sights, none) = match count {
        Some(number) => {
            let block = reading.paragraph(number).map(Sight::Block);
            (block.into_iter().collect(), crate::phrase::notice::no_paragraph(number))
        }
        None => (reading.sights_here(), phrase::nothing_to_peek()),
    };
    open(model, sights, 0, none)
}

fn open(
    model: &mut Model,
    sights: Vec<Sight>,
    first: usize,
    none: crate::phrase::Phrase,
) -> Vec<Effect> {
    let Some(reading) = model.reading() else { return Vec::new() };
    if sights.is_empty() {
        model.say(none);
        return Vec::new();
    }
    model.popup = Some(Popup::Peek(Peek::here(reading, sights, first)));
    Vec::new()
}

fn look_in_list(model: &mut Model) -> Vec<Effect> {
    let entry = model.shelf.as_ref().and_then(|shelf| shelf.current());
    match entry.map(|entry| entry.source.clone()) {
        Some(source) => ask(model, source, None, NamedBy::Person),
        None => Vec::new(),
    }
}

fn ask(model: &mut Model, source: Source, at: Option<String>, by: NamedBy) -> Vec<Effect> {
    let ticket = model.next_ticket();
    model.say(phrase::peeking(source.name()));
    model.peeking = Some(Peeking { ticket, source: source.clone(), at });
    vec![Effect::Open { ticket, source, named_by: by, before: None }]
}

/// A release arrived that was asked for to be looked at.
pub(super) fn arrived(
    model: &mut Model,
    peeking: &Peeking,
    outcome: Result<Arc<Document>, Box<Faulty>>,
) -> Vec<Effect> {
    // Whoever has gone on meanwhile is not called back.
    if !matches!(model.popup, None | Some(Popup::Peek(_))) || model.opening.is_some() {
        return Vec::new();
    }
    model.notice = None;
    match outcome {
        Err(faulty) => {
            model.complain(phrase::not_peeked(faulty.source.name(), faulty.message));
            Vec::new()
        }
        Ok(document) => {
            let peek = Peek::elsewhere(&document, peeking.at.as_deref());
            model.popup = Some(Popup::Peek(peek));
            if document.is_short() { Vec::new() } else { vec![Effect::Examine(document)] }
        }
    }
}

/// Performs an action on the look.
pub(super) fn perform(model: &mut Model, action: Action, count: Option<usize>) -> Vec<Effect> {
    let Some(Popup::Peek(peek)) = &mut model.popup else { return Vec::new() };
    let times = count.unwrap_or(1);
    match action {
        Action::Follow => return follow(model),
        Action::NextMention => return step(model, Way::Forward, times),
        Action::PreviousMention => return step(model, Way::Back, times),
        Action::Close | Action::Cancel | Action::Peek => model.popup = None,
        _ => scroll(&mut peek.reading, action, times),
    }
    Vec::new()
}

fn scroll(reading: &mut Reading, action: Action, times: usize) {
    let page = reading.page();
    let half = times.saturating_mul(page.div_ceil(2));
    match action {
        Action::LineDown | Action::ScrollDown => reading.scroll(Way::Forward, times),
        Action::LineUp | Action::ScrollUp => reading.scroll(Way::Back, times),
        Action::PageDown => reading.move_rows(Way::Forward, times.saturating_mul(page)),
        Action::PageUp => reading.move_rows(Way::Back, times.saturating_mul(page)),
        Action::HalfPageDown => reading.move_rows(Way::Forward, half),
        Action::HalfPageUp => reading.move_rows(Way::Back, half),
        Action::First => reading.move_to_start(),
        Action::Last => reading.move_to_end(),
        _ => {}
    }
}

fn step(model: &mut Model, way: Way, times: usize) -> Vec<Effect> {
    let Some(Popup::Peek(peek)) = &mut model.popup else { return Vec::new() };
    if !peek.is_elsewhere {
        if !peek.step(way, times) {
            model.say(phrase::nothing_more_to_peek());
        }
        return Vec::new();
    }
    // In the list, the next one is the next release.
    let times = isize::try_from(times).unwrap_or(isize::MAX);
    let by = if way == Way::Forward { times } else { -times };
    let source = peek.reading.document.source.clone();
    let next = model.shelf.as_ref().and_then(|shelf| shelf.beside(&source, by)).cloned();
    match next.filter(|_| matches!(model.screen, Screen::List)) {
        Some(next) => ask(model, next, None, NamedBy::Person),
        None => {
            model.say(phrase::nothing_more_to_peek());
            Vec::new()
        }
    }
}

fn follow(model: &mut Model) -> Vec<Effect> {
    let Some(Popup::Peek(peek)) = model.popup.take() else { return Vec::new() };
    let place = peek.place();
    if peek.is_elsewhere {
        let document = &peek.reading.document;
        let at = Target::Address(document.addresses.name(place.block).to_string());
        let by = match model.screen {
            Screen::List => NamedBy::Person,
            _ => NamedBy::Release,
        };
        if let Some(shelf) = &mut model.shelf {
            shelf.select(&document.source);
        }
        return opening::open_named(model, document.source.clone(), at, by);
    }
    text::leave(model);
    if let Screen::Reading(reading) = &mut model.screen {
        reading.leave_panel();
        reading.lit = peek.lit();
        reading.go_to_line(place);
        if let Some(lit) = peek.lit() {
            reading.panel.select(lit.fact);
        }
    }
    Vec::new()
}
