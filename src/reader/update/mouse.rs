//! What the mouse does: the wheel moves what lies under it, a click chooses, a double click is Enter.

use super::{actions, drag, lists, text};
use crate::keys::Action;
use crate::phrase::moving as phrase;
use crate::reader::areas::{Areas, GUTTER, Position, Rect, popup};
use crate::reader::cursor::Cursor;
use crate::reader::effect::Effect;
use crate::reader::message::{Button, Did, Mouse};
use crate::reader::model::{Model, Pending, Popup, Screen};
use crate::reader::reading::movement::Way;
use crate::reader::reading::pointing::Pointed;
use crate::reader::reading::{Focus, Reading};

/// Lines that a notch of the wheel moves.
const LINES: usize = 3;

/// The mouse did something.
pub(super) fn used(model: &mut Model, mouse: Mouse) -> Vec<Effect> {
    // Some terminals tell of it whoever has it.
    if !model.has_mouse {
        return Vec::new();
    }
    match mouse.did {
        Did::Wheel(notches) => {
            model.notice = None;
            let way = if notches < 0 { Way::Back } else { Way::Forward };
            let effects = turned(model, mouse.at, way, notches.unsigned_abs() as usize);
            drag::went_on(model, mouse.at);
            effects
        }
        Did::Press(Button::Left) => {
            model.notice = None;
            model.pending = Pending::default();
            drag::forget(model);
            clicked(model, mouse)
        }
        Did::Drag(Button::Left) => {
            drag::moved(model, mouse.at);
            Vec::new()
        }
        Did::Release(Button::Left) => drag::released(model, mouse.at),
        Did::Press(_) | Did::Drag(_) | Did::Release(_) => Vec::new(),
    }
}

/// Frees the mouse, or takes it back.
pub(super) fn toggle(model: &mut Model) -> Vec<Effect> {
    model.has_mouse = !model.has_mouse;
    if model.has_mouse {
        model.say(phrase::mouse_taken());
        return vec![Effect::TakeMouse];
    }
    model.say(phrase::mouse_freed(model.key(Action::ToggleMouse)));
    vec![Effect::FreeMouse]
}

fn turned(model: &mut Model, at: Position, way: Way, notches: usize) -> Vec<Effect> {
    let down = way == Way::Forward;
    let action = if down { Action::LineDown } else { Action::LineUp };
    if let Some(over) = &model.popup {
        // A line being typed is over a text that still can be looked at.
        if over.prompt().is_none() || matches!(over, Popup::Help(_) | Popup::Palette(_)) {
            let lines = if matches!(over, Popup::Peek(_)) { LINES } else { 1 };
            return actions::perform(model, action, Some(notches.saturating_mul(lines)));
        }
    }
    let areas = model.areas();
    let document = model.reading().map(|reading| std::sync::Arc::clone(&reading.document));
    match (&mut model.screen, document) {
        (Screen::Reading(reading), _) if areas.contents.contains(at) => {
            reading.turn_contents(way, notches.saturating_mul(LINES), areas.contents.height.into());
        }
        (Screen::Reading(reading), Some(document)) if areas.panel.contains(at) => {
            let entries = isize::try_from(notches).unwrap_or(isize::MAX);
            let by = if down { entries } else { -entries };
            let size = (areas.panel.width, areas.panel.height);
            reading.panel.scroll(&document, by, size);
            if reading.focus == Focus::Panel && reading.keep_entry_in_view(size) {
                text::show_lit(reading);
            }
        }
        (Screen::Reading(reading), _) => reading.turn(way, notches.saturating_mul(LINES)),
        (Screen::List | Screen::Empty, _) => {
            if let Some(shelf) = &mut model.shelf {
                let rows = isize::try_from(notches.saturating_mul(LINES)).unwrap_or(isize::MAX);
                shelf.turn(if down { rows } else { -rows });
            }
        }
        (Screen::Fault(_), _) => {
            return actions::perform(model, action, Some(notches.saturating_mul(LINES)));
        }
    }
    Vec::new()
}

fn clicked(model: &mut Model, mouse: Mouse) -> Vec<Effect> {
    if model.popup.is_some() {
        return on_popup(model, mouse);
    }
    let areas = model.areas();
    match &mut model.screen {
        Screen::List | Screen::Empty => on_list(model, &areas, mouse),
        Screen::Reading(_) if areas.contents.contains(mouse.at) => {
            on_contents(model, &areas, mouse)
        }
        Screen::Reading(_) if areas.panel.contains(mouse.at) => on_panel(model, &areas, mouse),
        Screen::Reading(_) if areas.text.contains(mouse.at) => on_text(model, &areas, mouse),
        Screen::Reading(_) | Screen::Fault(_) => Vec::new(),
    }
}

fn on_contents(model: &mut Model, areas: &Areas, mouse: Mouse) -> Vec<Effect> {
    let Screen::Reading(reading) = &mut model.screen else { return Vec::new() };
    let entry = reading.contents.top + usize::from(mouse.at.y - areas.contents.y);
    let Some(block) = reading.contents.blocks().get(entry).copied() else { return Vec::new() };
    let column = mouse.at.x - areas.contents.x;
    if (1..GUTTER).contains(&column) && reading.fold_mark(block).is_some() {
        reading.toggle_fold_of(block);
    } else if mouse.clicks == 2 && reading.focus == Focus::Contents {
        return actions::perform(model, Action::Follow, None);
    } else {
        reading.point_in_contents(entry);
    }
    Vec::new()
}

fn on_list(model: &mut Model, areas: &Areas, mouse: Mouse) -> Vec<Effect> {
    let Some(shelf) = &mut model.shelf else { return Vec::new() };
    // The first row of the area is the heads of the columns.
    let row = mouse.at.y.checked_sub(areas.text.y + 1).map(usize::from);
    let row = row.filter(|_| areas.text.contains(mouse.at)).map(|row| shelf.top + row);
    let Some(row) = row.filter(|row| *row < shelf.shown.len()) else { return Vec::new() };
    shelf.is_typing = false;
    if mouse.clicks == 2 {
        // The first click has brought the row under the cursor, wherever it is by now.
        return lists::open_current(model);
    }
    shelf.go_to_row(row);
    Vec::new()
}

fn on_text(model: &mut Model, areas: &Areas, mouse: Mouse) -> Vec<Effect> {
    let Screen::Reading(reading) = &mut model.screen else { return Vec::new() };
    let column = (mouse.at.x - areas.text.x).checked_sub(areas.margin);
    let row = mouse.at.y - areas.text.y;
    let pointed = reading.pointed_at(row, column);
    if pointed.is_some_and(|pointed| !pointed.is_fold_mark) {
        reading.hold(row, column, mouse.at);
    }
    match pointed {
        // Of two quick clicks on the sign each counts, as of slow ones.
        Some(pointed) if pointed.is_fold_mark => {
            reading.focus = Focus::Text;
            reading.toggle_fold_of(pointed.place.block);
        }
        _ if mouse.clicks == 2 => return actions::perform(model, Action::Follow, None),
        Some(pointed) => on_words(reading, &pointed),
        None => {}
    }
    Vec::new()
}

fn on_words(reading: &mut Reading, pointed: &Pointed) {
    let block = pointed.place.block;
    let found = pointed.byte.and_then(|byte| reading.fact_at(block, byte)).cloned();
    let is_lit = |fact| reading.lit.is_some_and(|lit| lit.fact == fact);
    match found.filter(|_| !reading.is_folded(block)) {
        // Words that are lit already lead on to their fact.
        Some(found) if reading.focus == Focus::Text && is_lit(found.fact) => {
            reading.enter_panel();
            text::show_lit(reading);
        }
        Some(found) => reading.light(&found, pointed.place),
        None => {
            reading.leave_panel();
            reading.go_to_line(pointed.place);
        }
    }
}

fn on_panel(model: &mut Model, areas: &Areas, mouse: Mouse) -> Vec<Effect> {
    let Screen::Reading(reading) = &mut model.screen else { return Vec::new() };
    if mouse.clicks == 2 && reading.focus == Focus::Panel {
        return actions::perform(model, Action::Follow, None);
    }
    let (row, column) = (mouse.at.y - areas.panel.y, mouse.at.x - areas.panel.x);
    let (width, height) = (areas.panel.width, areas.panel.height);
    let document = std::sync::Arc::clone(&reading.document);
    let Some(pressed) = reading.panel.pressed(&document, (width, height), (row, column)) else {
        return Vec::new();
    };
    reading.focus_entry(pressed.index);
    text::show_lit(reading);
    if let Some(address) = pressed.address
        && reading.light_mention_at(&address)
    {
        return actions::perform(model, Action::Follow, None);
    }
    Vec::new()
}

/// A mark that is clicked is gone to.
fn on_marks(model: &mut Model, mouse: Mouse) -> Vec<Effect> {
    let over = model.over();
    let Some(Popup::Marks(list)) = &mut model.popup else { return Vec::new() };
    let is_there = list.point(over, mouse.at);
    if is_there { actions::perform(model, Action::Follow, None) } else { Vec::new() }
}

fn on_popup(model: &mut Model, mouse: Mouse) -> Vec<Effect> {
    let over = model.over();
    let row_in = |area: Rect| area.contains(mouse.at).then(|| usize::from(mouse.at.y - area.y));
    let is_double = mouse.clicks == 2;
    let peeked = model.peek_area();
    match &mut model.popup {
        Some(Popup::Help(help)) => {
            let area = popup::help(over, help.width());
            if !area.contains(mouse.at) {
                actions::close_popup(model);
            } else if is_double {
                help.is_typing = false;
                return actions::perform(model, Action::Follow, None);
            } else if let Some(row) = row_in(popup::inside(area)) {
                help.point(popup::inside(area).as_size(), row);
            }
        }
        Some(Popup::Peek(_)) if !peeked.contains(mouse.at) => model.popup = None,
        Some(Popup::Problems(_) | Popup::Peek(_)) if is_double => {
            return actions::perform(model, Action::Follow, None);
        }
        Some(Popup::Problems(problems)) => {
            let inside = popup::inside(over);
            let Some(row) = row_in(inside) else { return Vec::new() };
            if let Screen::Reading(reading) = &model.screen {
                problems.point(reading, (inside.width, inside.height), row);
            }
        }
        Some(Popup::Themes(themes)) => {
            let area = themes.area(over);
            let inside = popup::inside(area);
            if !area.contains(mouse.at) {
                model.popup = None;
            } else if is_double {
                return actions::perform(model, Action::Follow, None);
            } else if let Some(row) = row_in(inside) {
                themes.point(themes.cursor.first(inside.height) + row);
            }
        }
        Some(Popup::GoTo(goto)) => {
            let area = popup::matches(over, goto.matches.len());
            let Some(row) = row_in(area) else { return Vec::new() };
            let index = goto.first(area.height) + row;
            if index < goto.matches.len() {
                goto.selected = Some(Cursor(index));
                return actions::perform(model, Action::Accept, None);
            }
        }
        Some(Popup::Marks(_)) => return on_marks(model, mouse),
        Some(Popup::Palette(palette)) => {
            let area = popup::choices(over, palette.choices.len());
            let Some(row) = row_in(area) else { return Vec::new() };
            palette.selected = Cursor(palette.selected.first(area.height) + row);
            return actions::perform(model, Action::Accept, None);
        }
        _ => {}
    }
    Vec::new()
}
