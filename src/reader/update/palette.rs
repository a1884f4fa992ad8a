//! The palette: asked for, typed in, done.

use super::{actions, text};
use crate::keys::Action;
use crate::reader::effect::Effect;
use crate::reader::model::{Model, Popup, Screen};
use crate::reader::palette::{Choice, Numbers, Palette};

/// Opens the palette for what has the keyboard, in place of the help; a count typed before goes to
/// what is chosen.
pub(super) fn open(model: &mut Model, count: Option<usize>) {
    if matches!(model.popup, Some(Popup::Help(_))) {
        actions::close_popup(model);
    }
    let keys = (&model.keymap, model.context());
    let mut palette = Palette::new(model.language, keys, &model.used);
    palette.count = count;
    palette.under = model.popup.take().map(Box::new);
    model.popup = Some(Popup::Palette(palette));
    refresh(model);
}

/// Finds what is meant after the text has changed.
pub(super) fn refresh(model: &mut Model) {
    let Some(Popup::Palette(palette)) = &mut model.popup else { return };
    let numbers = match &model.screen {
        Screen::Reading(reading) => Numbers::Addresses(&reading.document),
        Screen::List => Numbers::Rows(model.shelf.as_ref().map_or(0, |shelf| shelf.shown.len())),
        Screen::Empty | Screen::Fault(_) => Numbers::Nothing,
    };
    palette.refresh(numbers);
}

/// The rows of the list have changed: those offered are no longer what they were.
pub(super) fn renumber(model: &mut Model) {
    let is_row = |choice: &Choice| matches!(choice, Choice::Row(_));
    if matches!(&model.popup, Some(Popup::Palette(palette)) if palette.choices.iter().any(is_row)) {
        refresh(model);
    }
}

/// Does what is chosen; where nothing is, the palette stays.
pub(super) fn accept(model: &mut Model) -> Vec<Effect> {
    let Some(Popup::Palette(palette)) = &model.popup else { return Vec::new() };
    let count = palette.count;
    let Some(chosen) = palette.chosen().cloned() else { return Vec::new() };
    match chosen {
        Choice::Block(block) => {
            actions::close_all_popups(model);
            text::jump(model, block);
        }
        Choice::Row(row) => {
            actions::close_all_popups(model);
            if let Some(shelf) = &mut model.shelf {
                shelf.go_to_row(row);
            }
        }
        Choice::Action(row, _) => return run(model, row.action, count),
    }
    Vec::new()
}

fn run(model: &mut Model, action: Action, count: Option<usize>) -> Vec<Effect> {
    actions::close_popup(model);
    model.used.add(action);
    actions::perform(model, action, count)
}
