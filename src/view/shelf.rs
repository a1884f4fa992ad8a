//! The list of releases.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use crate::library::{Card, Entry, Order};
use crate::phrase::{self, told};
use crate::reader::model::Model;
use crate::reader::shelf::Shelf;
use crate::text::Clean;
use crate::theme::Role;

/// Where the columns of the list begin; a column without room has no width.
struct Columns {
    date: Rect,
    title: Rect,
    issuer: Rect,
    language: Rect,
    file: Rect,
}

impl Columns {
    fn of(area: Rect) -> Self {
        let date = if area.width >= 40 { 12 } else { 0 };
        let language = if area.width >= 70 { 8 } else { 0 };
        let issuer = if area.width >= 90 { area.width / 4 } else { 0 };
        let file = if area.width >= 130 { area.width / 5 } else { 0 };
        let title = area.width.saturating_sub(2 + date + language + issuer + file);
        let mut x = area.x + 2.min(area.width);
        let mut column = |width: u16| {
            let rect = Rect { x, width: width.saturating_sub(2), ..area };
            x += width;
            rect.intersection(area)
        };
        Self {
            date: column(date),
            title: column(title),
            issuer: column(issuer),
            language: column(language),
            file: column(file),
        }
    }
}

/// Draws the list with its column heads.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model, area: Rect) {
    let Some(shelf) = &model.shelf else { return };
    let columns = Columns::of(area);
    heads(canvas, model, shelf, &columns);
    let rows =
        Rect { y: area.y + 1.min(area.height), height: area.height.saturating_sub(1), ..area };
    if shelf.shown.is_empty() {
        let words = match (shelf.is_reading, shelf.entries.is_empty()) {
            (true, _) => phrase::list::reading(),
            (false, true) => phrase::list::no_files(),
            (false, false) => phrase::list::no_match(),
        };
        canvas.cut(rows, 0, (2, Role::Dim, words.shown(model.language)));
    }
    for (row, index) in shelf.shown.iter().skip(shelf.top).take(rows.height.into()).enumerate() {
        let strip = Rect { y: rows.y + row as u16, height: 1, ..rows };
        let is_current = shelf.top + row == shelf.cursor;
        entry(canvas, model, &shelf.entries[*index], strip);
        if is_current {
            canvas.paint(strip, Role::ListCurrent);
            canvas.line(strip, 0, (0, Role::CursorBar, &Clean::literal("▌")));
        }
    }
}

fn heads(canvas: &mut Canvas<'_>, model: &Model, shelf: &Shelf, columns: &Columns) {
    let heads = [
        (columns.date, phrase::list::date(), Order::Date),
        (columns.title, phrase::list::title(), Order::Title),
        (columns.issuer, phrase::list::issuer(), Order::Issuer),
        (columns.language, phrase::list::language(), Order::Language),
        (columns.file, phrase::list::file(), Order::File),
    ];
    for (area, name, order) in heads {
        let sorted = shelf.order == order;
        // Dates run from new to old unless turned round, everything else from A on.
        let sign = match (sorted, (order == Order::Date) != shelf.reversed) {
            (false, _) => "",
            (true, true) => " ↓",
            (true, false) => " ↑",
        };
        let role = if sorted { Role::TableHeader } else { Role::ListDim };
        canvas.cut(
            area,
            0,
            (0, role, &Clean::from_string(format!("{}{sign}", name.shown(model.language)))),
        );
    }
}

fn entry(canvas: &mut Canvas<'_>, model: &Model, entry: &Entry, strip: Rect) {
    let columns = Columns::of(strip);
    match &entry.card {
        Ok(card) => release(canvas, card, &entry.name, &columns),
        Err(reason) => {
            canvas.line(strip, 0, (1, Role::Error, &Clean::literal("!")));
            canvas.cut(
                columns.date,
                0,
                (0, Role::Error, phrase::list::not_read().shown(model.language)),
            );
            let words =
                Clean::from_string(format!("{}: {}", entry.name, told(reason, model.language)));
            let room = strip.right().saturating_sub(columns.title.x);
            let area = Rect { x: columns.title.x, width: room, ..strip };
            canvas.cut(area, 0, (0, Role::ListDim, &words.line()));
        }
    }
}

fn release(canvas: &mut Canvas<'_>, card: &Card, name: &Clean<'_>, columns: &Columns) {
    let title = if card.title.is_empty() { name } else { &card.title };
    canvas.cut(columns.title, 0, (0, Role::Text, title));
    canvas.cut(columns.date, 0, (0, Role::ListDim, &card.published));
    canvas.cut(columns.issuer, 0, (0, Role::ListDim, &card.issuer));
    canvas.cut(columns.language, 0, (0, Role::ListDim, &card.language));
    canvas.cut(columns.file, 0, (0, Role::ListDim, name));
}
