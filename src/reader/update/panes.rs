//! The panes of an open release: which has the keyboard, which show, how wide they are.

use super::actions::rows;
use super::text::show_lit;
use crate::keys::Action;
use crate::phrase::moving as phrase;
use crate::reader::areas::{Areas, SIDE_BY_SIDE, WITH_CONTENTS};
use crate::reader::effect::Effect;
use crate::reader::model::{Model, Screen};
use crate::reader::reading::panel::Shown;
use crate::reader::reading::{Focus, Reading};

/// Columns a pane grows or shrinks by.
const WIDER: i16 = 4;
/// Steps between the narrowest pane and the widest, on the largest screen and more.
const MOST_STEPS: i16 = 128;

/// Performs an action on the panes themselves; says whether it was one.
pub(super) fn perform(model: &mut Model, action: Action) -> bool {
    let has_room = model.size.width >= WITH_CONTENTS;
    let Screen::Reading(reading) = &mut model.screen else { return false };
    match action {
        Action::NextPane | Action::PreviousPane => {
            let next = beside(reading, action, has_room);
            enter(reading, next);
        }
        // Where there is room for one pane, the facts come in place of the text.
        Action::TogglePanel if Areas::is_one_pane(model.size) => {
            let is_there = reading.focus == Focus::Panel;
            enter(reading, if is_there { Focus::Text } else { Focus::Panel });
        }
        Action::TogglePanel => toggle_panel(reading, model.size.width >= SIDE_BY_SIDE),
        Action::ToggleContents => toggle_contents(reading, has_room),
        Action::ReadingMode => {
            reading.is_bare = !reading.is_bare;
            reading.leave_panel();
            if reading.is_bare {
                model.say(phrase::bare());
            }
        }
        Action::PanelWider => widen(model, WIDER),
        Action::PanelNarrower => widen(model, -WIDER),
        _ => return false,
    }
    true
}

/// The pane after or before the one with the keyboard: contents, text, facts, around.
fn beside(reading: &Reading, action: Action, has_room: bool) -> Focus {
    let has_contents = has_room && reading.contents.is_shown && !reading.is_bare;
    let is_next = action == Action::NextPane;
    match (reading.focus, is_next) {
        (Focus::Panel, true) | (Focus::Text, false) if has_contents => Focus::Contents,
        (Focus::Contents | Focus::Panel, true) | (Focus::Panel, false) => Focus::Text,
        (Focus::Text, true) | (Focus::Contents | Focus::Text, false) => Focus::Panel,
    }
}

fn enter(reading: &mut Reading, focus: Focus) {
    match focus {
        Focus::Text => reading.leave_panel(),
        Focus::Contents => reading.enter_contents(),
        Focus::Panel => {
            reading.focus = Focus::Text;
            reading.enter_panel();
            show_lit(reading);
        }
    }
}

fn toggle_panel(reading: &mut Reading, is_side: bool) {
    if reading.is_bare && reading.focus != Focus::Panel {
        // With the text alone on the screen, the facts can only be meant to come.
        reading.is_bare = false;
        reading.panel.shown = if is_side { Shown::Auto } else { Shown::Open };
        return;
    }
    // A drawer that is open only because it has the keyboard is hidden by leaving it.
    let is_drawer = reading.is_bare || (!is_side && reading.panel.shown != Shown::Open);
    if is_drawer && reading.focus == Focus::Panel {
        reading.leave_panel();
        return;
    }
    reading.panel.shown = match (reading.panel.shown, is_side) {
        (Shown::Open, _) | (Shown::Auto, true) => Shown::Closed,
        (Shown::Closed, _) | (Shown::Auto, false) => Shown::Open,
    };
    if reading.panel.shown == Shown::Closed && reading.focus == Focus::Panel {
        reading.leave_panel();
    }
}

/// Where there is room, the contents join the text; else they lie over it and have the keyboard.
fn toggle_contents(reading: &mut Reading, has_room: bool) {
    let shows = reading.focus == Focus::Contents || (has_room && reading.contents.is_shown);
    if has_room && !reading.is_bare {
        reading.contents.is_shown = !shows;
    }
    if reading.focus == Focus::Contents {
        reading.leave_panel();
    } else if !shows && (!has_room || reading.is_bare) {
        reading.enter_contents();
    }
}

/// Makes a pane wider by the first step that shows: the contents while they have the keyboard, else
/// the facts. At its limits it stays as it is.
fn widen(model: &mut Model, by: i16) {
    let part = |areas: Areas| (areas.contents, areas.panel);
    let before = part(model.areas());
    let usual = wider(model).map_or(0, |wider| *wider);
    for step in 0..MOST_STEPS {
        if let Some(wider) = wider(model) {
            *wider = usual.saturating_add((step + 1) * by);
        }
        if part(model.areas()) != before {
            return;
        }
    }
    if let Some(wider) = wider(model) {
        *wider = usual;
    }
}

fn wider(model: &mut Model) -> Option<&mut i16> {
    let width = model.size.width;
    Some(match model.reading()?.focus {
        Focus::Contents => &mut model.widths.contents,
        Focus::Text | Focus::Panel => model.widths.on_mut(width),
    })
}

/// Performs an action in the contents.
pub(super) fn in_contents(model: &mut Model, action: Action, count: Option<usize>) -> Vec<Effect> {
    let page = usize::from(model.areas().contents.height).saturating_sub(2).max(1);
    let Screen::Reading(reading) = &mut model.screen else { return Vec::new() };
    let Some(block) = reading.contents.block() else { return Vec::new() };
    match action {
        Action::Follow => super::text::jump(model, block),
        Action::ToggleFold => reading.toggle_fold_of(block),
        Action::FoldOrParent => reading.fold_entry(),
        Action::UnfoldOrChild => reading.unfold_entry(),
        Action::FoldAll => reading.set_all_folds(true),
        Action::FoldLevel => reading.set_level(true),
        Action::UnfoldLevel => reading.set_level(false),
        Action::UnfoldAll => reading.set_all_folds(false),
        _ => reading.move_in_contents(rows(action, count, page)),
    }
    Vec::new()
}
