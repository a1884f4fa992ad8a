//! The mouse dragged over the text: what lies between is selected, and copied once it is let go.

use super::select;
use crate::keys::Action;
use crate::reader::areas::Position;
use crate::reader::effect::Effect;
use crate::reader::model::{Model, Screen};
use crate::reader::reading::Reading;
use crate::reader::reading::movement::Way;

/// A button is pressed: what was selected with the mouse before no longer is.
pub(super) fn forget(model: &mut Model) {
    let Screen::Reading(reading) = &mut model.screen else { return };
    reading.let_go();
    if reading.selection().is_some_and(|selection| selection.is_done) {
        reading.end_selection();
    }
}

/// The mouse was moved with its button held.
pub(super) fn moved(model: &mut Model, at: Position) {
    let Screen::Reading(reading) = &mut model.screen else { return };
    if model.popup.is_none() && reading.drags(at) {
        // The press may have led to a fact; it was not meant to.
        reading.leave_panel();
        model.notice = None;
        go_on(model, at);
    }
}

/// The text was moved under the mouse.
pub(super) fn went_on(model: &mut Model, at: Position) {
    if model.reading().is_some_and(Reading::is_dragging) {
        go_on(model, at);
    }
}

/// The mouse is held where it was, beyond the edge: the text goes on under it.
pub(super) fn still_held(model: &mut Model) -> Vec<Effect> {
    if let Some(at) = model.reading().and_then(Reading::dragged_to) {
        go_on(model, at);
    }
    Vec::new()
}

/// Selects to a cell of the screen; beyond the first row or the last the text is scrolled by as much.
fn go_on(model: &mut Model, at: Position) {
    let text = model.areas().text;
    let margin = model.areas().margin;
    let Screen::Reading(reading) = &mut model.screen else { return };
    let Some(last) = text.height.checked_sub(1) else { return };
    let above = text.y.saturating_sub(at.y);
    let below = at.y.saturating_sub(text.y + last);
    let top = reading.rows().first().copied();
    if above > 0 {
        reading.scroll(Way::Back, usize::from(above));
    } else if below > 0 {
        reading.scroll(Way::Forward, usize::from(below.min(text.height)));
    }
    let row = at.y.saturating_sub(text.y).min(last);
    let column = match (above, below) {
        (0, 0) => at.x.checked_sub(text.x + margin),
        // Beyond the text whole rows are meant.
        (0, _) => Some(u16::MAX),
        _ => None,
    };
    reading.drag_to(row, column);
    let has_gone_on = reading.rows().first().copied() != top;
    reading.is_dragged_to(at, has_gone_on);
}

/// The button was let go.
pub(super) fn released(model: &mut Model, at: Position) -> Vec<Effect> {
    moved(model, at);
    let Screen::Reading(reading) = &mut model.screen else { return Vec::new() };
    if reading.drop_drag() { select::copy(model, Action::CopyText) } else { Vec::new() }
}
