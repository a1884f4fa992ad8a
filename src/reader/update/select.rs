//! Selecting: beginning, moving the end, and what is done with what is selected.

use super::{copy, pipe, words as find};
use crate::keys::Action;
use crate::phrase::taking;
use crate::reader::clipboard::Copied;
use crate::reader::effect::Effect;
use crate::reader::model::{Model, Screen};
use crate::reader::reading::movement::Way;
use crate::reader::reading::select::Unit;
use crate::reader::reading::{Focus, Reading};
use crate::text::{Page, words};

/// Performs an action on what is selected; nothing where it is an action like any other.
pub(super) fn perform(
    model: &mut Model,
    action: Action,
    count: Option<usize>,
) -> Option<Vec<Effect>> {
    let Screen::Reading(reading) = &mut model.screen else { return None };
    let Some((unit, is_done)) = reading.selection().map(|s| (s.unit, s.is_done)) else {
        return begin(reading, action).then(Vec::new);
    };
    match action {
        Action::CopyText | Action::CopyQuotation => return Some(copied(model, action)),
        Action::Cancel => reading.end_selection(),
        Action::Close if !is_done => reading.end_selection(),
        Action::FindWord => return Some(find::find(model)),
        Action::Pipe => pipe::ask(model, count),
        Action::SelectWords | Action::SelectBlocks => {
            let wanted = unit_of(action);
            if unit == wanted && !is_done {
                reading.end_selection();
            } else {
                reading.select_by(wanted);
            }
        }
        Action::NextPane | Action::PreviousPane | Action::TogglePanel => {
            reading.end_selection();
            return None;
        }
        _ if is_done && !is_about_it(action) => {
            reading.end_selection();
            return None;
        }
        _ => return moved(reading, unit, action, count.unwrap_or(1)).then(Vec::new),
    }
    Some(Vec::new())
}

/// Whether an action leaves a selection of the mouse as it is.
fn is_about_it(action: Action) -> bool {
    use Action::{
        AddDate, AddFigure, AddMention, AddParticipant, CopyAddress, CopyLink, FirstWord, Help,
        LastWord, NextWord, OtherEnd, PreviousWord, Redraw,
    };
    matches!(
        action,
        AddDate
            | AddFigure
            | AddMention
            | AddParticipant
            | CopyAddress
            | CopyLink
            | FirstWord
            | Help
            | LastWord
            | NextWord
            | OtherEnd
            | PreviousWord
            | Redraw
    )
}

fn unit_of(action: Action) -> Unit {
    if action == Action::SelectBlocks { Unit::Blocks } else { Unit::Words }
}

/// Begins to select; says whether it was that.
fn begin(reading: &mut Reading, action: Action) -> bool {
    let is_begin = matches!(action, Action::SelectWords | Action::SelectBlocks);
    if is_begin {
        reading.focus = Focus::Text;
        reading.start_selection(unit_of(action));
    }
    is_begin
}

/// Moves the end in its own way; says whether it did.
fn moved(reading: &mut Reading, unit: Unit, action: Action, times: usize) -> bool {
    match (action, unit) {
        (Action::OtherEnd, _) => reading.swap_ends(),
        (Action::NextWord, Unit::Words) => reading.select_words(Way::Forward, times),
        (Action::PreviousWord, Unit::Words) => reading.select_words(Way::Back, times),
        (Action::FirstWord, Unit::Words) => reading.select_to_edge(Way::Back),
        (Action::LastWord, Unit::Words) => reading.select_to_edge(Way::Forward),
        (Action::LineDown, Unit::Words) => reading.select_lines(Way::Forward, times),
        (Action::LineUp, Unit::Words) => reading.select_lines(Way::Back, times),
        (Action::LineDown | Action::NextWord, Unit::Blocks) => {
            reading.move_blocks(Way::Forward, times);
        }
        (Action::LineUp | Action::PreviousWord, Unit::Blocks) => {
            reading.move_blocks(Way::Back, times);
        }
        (Action::Last, Unit::Words) => {
            reading.move_to_end();
            reading.settle();
            reading.select_to_edge(Way::Forward);
        }
        (Action::FirstWord | Action::LastWord, Unit::Blocks) => {}
        _ => return false,
    }
    true
}

/// Copies what is selected, and selects nothing any more.
fn copied(model: &mut Model, action: Action) -> Vec<Effect> {
    let effects = copy(model, action);
    if !effects.is_empty()
        && let Screen::Reading(reading) = &mut model.screen
    {
        reading.end_selection();
    }
    effects
}

/// Copies what is selected, which stays selected.
pub(super) fn copy(model: &mut Model, action: Action) -> Vec<Effect> {
    if let Some(refusal) = model.clipboard.refusal() {
        model.complain(refusal);
        return Vec::new();
    }
    let most = model.clipboard.most();
    let Screen::Reading(reading) = &mut model.screen else { return Vec::new() };
    let unit = reading.selection().map(|selection| selection.unit);
    let Some((at, text)) = reading.selected_words() else { return Vec::new() };
    let document = std::sync::Arc::clone(&reading.document);
    let outcome = match (action, unit) {
        (Action::CopyQuotation, _) => copy::quotation(&document, at, &text, model.language),
        (_, Some(Unit::Blocks)) => copy::blocks(&document, at, most),
        _ if text.is_empty() => Err(taking::no_words_in(copy::name(&document, at))),
        _ => {
            let words = taking::words(words::count(&text));
            let what = taking::words_of(words, copy::name(&document, at));
            Ok(Copied { text: Page::of(&text), what })
        }
    };
    match outcome {
        Ok(copied) => copy::send(model, copied),
        Err(sentence) => {
            model.complain(sentence);
            Vec::new()
        }
    }
}
