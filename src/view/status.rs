//! The last row: where the reader is and what keys there are; or the line being typed.

use ratatui::layout::{Position, Rect};

use super::canvas::Canvas;
use crate::keys::{chord, hints};
use crate::phrase::{self, Phrase};
use crate::reader::marks;
use crate::reader::model::{Fault, Model, Popup, Screen};
use crate::reader::problems::MOST_PROBLEMS;
use crate::reader::prompt::Prompt;
use crate::reader::reading::Reading;
use crate::reader::shelf::order;
use crate::release::Address;
use crate::text::width::{cells, truncate};
use crate::text::{Clean, width};
use crate::theme::Role;

/// Draws the status line; returns where the terminal's cursor belongs while something is typed.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model, area: Rect) -> Option<Position> {
    if area.is_empty() {
        return None;
    }
    canvas.clear(area, Role::Status);
    if let Some(prompt) = model.prompt() {
        return Some(typing(canvas, model, prompt, area));
    }
    if let Some(notice) = &model.notice {
        let role = if notice.is_error { Role::Error } else { Role::StatusNotice };
        canvas.cut(area, 0, (1, role, &notice.text.shown(model.language).line()));
        return None;
    }
    if let Some(letter) = model.pending.letter {
        let awaited = marks::awaited(model, letter);
        canvas.cut(area, 0, (1, Role::StatusNotice, awaited.shown(model.language)));
        return None;
    }
    let place = place(model, area.width);
    let left = truncate(&place, usize::from(area.width.saturating_sub(1)));
    canvas.line(area, 0, (1, Role::Status, &left));
    let taken = cells(&left) as u16 + BETWEEN;
    key_hints(canvas, model, area, taken);
    None
}

fn typing(canvas: &mut Canvas<'_>, model: &Model, prompt: &Prompt, area: Rect) -> Position {
    let (sign, tally) = match &model.popup {
        Some(Popup::GoTo(_)) => ("#", Clean::default()),
        Some(Popup::Find(_)) => ("/", tally(model)),
        Some(Popup::Keep(_)) => ("&", kept(model)),
        Some(Popup::Pipe(pipe)) => ("|", pipe.given().shown(model.language).clone()),
        Some(Popup::Fact(_)) => (">", Clean::default()),
        Some(Popup::Palette(_)) => (":", Clean::default()),
        _ => ("/", Clean::default()),
    };
    let tally = truncate(&tally, usize::from(area.width / 2)).into_owned();
    let right = if tally.is_empty() {
        area.width
    } else {
        let inside = Rect { width: area.width.saturating_sub(1), ..area };
        canvas.right(inside, 0, Role::StatusNotice, &tally)
    };
    canvas.line(area, 0, (0, Role::Prompt, &Clean::literal(sign)));
    let field = Rect { x: area.x + 1, width: right.saturating_sub(2).max(1), ..area };
    // A line longer than its field is shown up to the cursor.
    let room = usize::from(field.width.saturating_sub(1));
    let column = prompt.column();
    let skipped = column.saturating_sub(room);
    let text = prompt.shown();
    let from = width::byte_at_column(&text, skipped);
    canvas.line(field, 0, (0, Role::Prompt, &text.slice(from..text.len())));
    let shown = column.saturating_sub(cells(&text[..from])).min(room) as u16;
    let last = area.right().saturating_sub(1);
    let cursor = Position { x: (field.x + shown).min(last), y: field.y };
    // While nothing is typed, there is room for what the keys do.
    let before_tally = right.saturating_sub(if right < area.width { 2 } else { 0 });
    key_hints(canvas, model, Rect { width: before_tally, ..area }, 3 + cells(&text) as u16 + 2);
    cursor
}

fn tally(model: &Model) -> Clean<'static> {
    let Some(find) = model.reading().and_then(|reading| reading.find.as_ref()) else {
        return Clean::default();
    };
    let tally = find.tally().shown(model.language).clone();
    if find.wanted.is_pattern && find.error.is_none() {
        return phrase::status::pattern(tally).shown(model.language).clone();
    }
    tally
}

/// How many blocks match what is being typed, or what is wrong with it.
fn kept(model: &Model) -> Clean<'static> {
    let Some(reading) = model.reading() else { return Clean::default() };
    let Some(keep) = &reading.keep else { return Clean::default() };
    if let Some(error) = &keep.error {
        return error.shown(model.language).clone();
    }
    let all = reading.document.len() - 1;
    let tally = keep.count.map(|count| phrase::moving::kept(count, all)).unwrap_or_default();
    if keep.wanted.is_pattern {
        return phrase::status::pattern(tally).shown(model.language).clone();
    }
    tally.shown(model.language).clone()
}

fn place(model: &Model, width: u16) -> Clean<'static> {
    let place = match &model.screen {
        Screen::Reading(reading) => {
            let mut parts = in_text(model, reading);
            if let Some(needed) = needed(model) {
                let room = usize::from(width.saturating_sub(needed));
                while parts.len() > 1 && cells(&parts.join(APART)) > room {
                    parts.pop();
                }
            }
            parts.join(APART)
        }
        Screen::Fault(fault) => in_file(fault).shown(model.language).to_string(),
        Screen::List | Screen::Empty => in_list(model),
    };
    let keys = pending(model);
    Clean::from_string(if keys.is_empty() { place } else { format!("{keys} · {place}") })
}

fn pending(model: &Model) -> String {
    let count = model.pending.count.map(|count| count.to_string()).unwrap_or_default();
    format!("{count}{}", chord::label(&model.pending.chords))
}

fn in_file(fault: &Fault) -> Phrase {
    let excerpt = fault.faulty.excerpt.as_ref();
    excerpt.map(|at| phrase::status::line_and_column(at.line, at.column)).unwrap_or_default()
}

/// Stands between the parts of what is said of a place.
const APART: &str = " · ";
/// Columns between two hints, and between the place and the first one.
const BETWEEN: u16 = 3;

/// The columns of the hints that the place gives way to, if there are any, with what is left around
/// them.
fn needed(model: &Model) -> Option<u16> {
    let hints = hints::needed(&model.keymap, model.context()).into_iter();
    let offered = hints.filter(|hint| model.offers(hint.action));
    let widths = offered.map(|hint| hint_width(model, &hint) + BETWEEN);
    widths.reduce(|all, width| all + width).map(|all| all + 2)
}

/// The columns of a hint: its keys, a space, its label.
fn hint_width(model: &Model, hint: &hints::Hint) -> u16 {
    (cells(&hint.keys) + 1 + cells(model.label(hint).shown(model.language))) as u16
}

/// What is said of the place in an open release, the most important first.
fn in_text(model: &Model, reading: &Reading) -> Vec<String> {
    let addresses = &reading.document.addresses;
    let address = addresses.name(reading.block());
    let said = |phrase: Phrase| phrase.shown(model.language).to_string();
    let mut parts = match reading.last_number().filter(|_| is_counted(address)) {
        Some(last) if is_counted(last) => vec![said(phrase::status::of(address, last))],
        _ => vec![address.to_string()],
    };
    parts.push(format!("{} %", reading.percent()));
    if let Some(decisions) = &reading.panel.decisions {
        parts.insert(0, decisions.tally().shown(model.language).to_string());
    }
    if let Some(selection) = reading.selection() {
        let (first, last) = selection.blocks();
        let blocks = phrase::taking::blocks(last.order() - first.order() + 1);
        let of = if selection.is_blocks() || selection.words() == 0 {
            blocks
        } else {
            phrase::taking::words(selection.words())
        };
        parts.insert(0, said(phrase::taking::selecting(of)));
    }
    if let Some(opening) = &model.opening {
        parts.push(said(phrase::status::opening_file(opening.source.name())));
    }
    if let Some(find) = &reading.find {
        let tally = find.tally();
        let tally = tally.shown(model.language);
        parts.push(format!("/{} {tally}", Clean::from_str(&find.wanted.query)));
    }
    if let Some(keep) = &reading.keep {
        parts.push(format!("&{} {}", Clean::from_str(&keep.wanted.query), kept(model)));
    }
    if reading.outdated.is_some() {
        parts.push(said(phrase::place::outdated()));
    }
    match reading.problems().len() {
        0 => {}
        count if count >= MOST_PROBLEMS => parts.push(said(phrase::status::many_problems(count))),
        count => parts.push(said(phrase::status::problems(count))),
    }
    parts
}

/// Whether an address counts from 1 through the release: `2.1`, not `n1`, `h2.1` or `가`.
fn is_counted(address: &Address) -> bool {
    address.as_str().bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

fn in_list(model: &Model) -> String {
    let Some(shelf) = &model.shelf else { return String::new() };
    let (all, shown) = (shelf.entries.len(), shelf.shown.len());
    let row = (shelf.cursor + 1).min(shown);
    let said = |phrase: Phrase| phrase.shown(model.language).to_string();
    let mut parts = vec![said(phrase::status::of(row, shown))];
    if shelf.is_reading {
        parts.push(said(phrase::list::read_so_far(all)));
    } else if shown < all {
        parts.push(said(phrase::list::in_all(all)));
    }
    parts.push(said(phrase::list::by(order(shelf.order))));
    if let Some(filter) = &shelf.filter {
        parts.push(format!("/{}", filter.shown()));
    }
    if shelf.faulty() > 0 {
        parts.push(said(phrase::list::faulty(shelf.faulty())));
    }
    parts.join(APART)
}

/// As many hints as fit right of what is said, the most important nearest to the edge.
fn key_hints(canvas: &mut Canvas<'_>, model: &Model, area: Rect, taken: u16) {
    let mut right = area.width.saturating_sub(1);
    let hints = hints::status(&model.keymap, model.context()).into_iter();
    for hint in hints.filter(|hint| model.offers(hint.action)) {
        let width = hint_width(model, &hint);
        let label = model.label(&hint);
        let keys = Clean::from_string(hint.keys);
        let label = label.shown(model.language);
        let Some(start) = right.checked_sub(width).filter(|start| *start > taken) else { break };
        canvas.line(area, 0, (start, Role::StatusKey, &keys));
        canvas.line(area, 0, (start + cells(&keys) as u16 + 1, Role::Status, label));
        right = start.saturating_sub(BETWEEN);
    }
}
