//! The first row: what this is on the left, where it comes from on the right.

use super::canvas::Canvas;
use crate::phrase::{self, Phrase};
use crate::reader::areas::{Areas, ONE_PANE};
use crate::reader::model::{Model, Screen};
use crate::reader::reading::layout::Layout;
use crate::reader::reading::{Reading, panel};
use crate::release::{BlockId, Translation};
use crate::text::Clean;
use crate::text::width::{cells, truncate};
use crate::theme::Role;

/// What this program is called.
const PROGRAM: &str = "pressroom";
/// Between the parts of where it comes from.
const APART: &str = " · ";
/// The fewest columns of an issuer that say who it is.
const NARROWEST_ISSUER: usize = 12;
/// Bytes of a title or an issuer that are looked at; the row holds no more.
const MOST_BYTES: usize = 2_000;

/// Draws header, rule and the line between the panes.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model, areas: &Areas) {
    if areas.header.is_empty() {
        return;
    }
    let left = left(model);
    let right = right(model, room_beside(&left, usize::from(areas.header.width)));
    let start = if right.is_empty() {
        areas.header.width
    } else {
        let inside = ratatui::layout::Rect { width: areas.header.width - 1, ..areas.header };
        canvas.right(inside, 0, Role::HeaderMeta, &right)
    };
    let left = truncate(&left, usize::from(start.saturating_sub(3)));
    canvas.line(areas.header, 0, (1, Role::HeaderTitle, &left));
    canvas.fill(areas.rule, Role::Rule, "─");
    divider(canvas, areas);
}

fn divider(canvas: &mut Canvas<'_>, areas: &Areas) {
    if areas.divider.width > 1 {
        canvas.fill(areas.divider, Role::Rule, "─");
    } else if !areas.divider.is_empty() {
        canvas.fill(areas.divider, Role::Rule, "│");
        let column = areas.divider.x;
        canvas.line(areas.rule, 0, (column, Role::Rule, &Clean::literal("┬")));
    }
}

/// The columns for where it comes from: what is left beside what it is, which matters more; on a
/// wide screen half of it at least.
fn room_beside(left: &Clean<'_>, width: usize) -> usize {
    let beside = width.saturating_sub(cells(left) + 5);
    if width >= usize::from(ONE_PANE) { beside.max(width / 2) } else { beside }
}

/// What is on the screen.
fn left(model: &Model) -> Clean<'static> {
    match &model.screen {
        Screen::Reading(reading) if shows_title(reading) => place(model),
        Screen::Reading(reading) => title(reading),
        Screen::Fault(fault) => fault.faulty.source.name(),
        Screen::Empty if model.shelf.is_none() => {
            model.opening.as_ref().map(|opening| opening.source.name()).unwrap_or_default()
        }
        Screen::List | Screen::Empty => {
            let count = model.shelf.as_ref().map_or(0, |shelf| shelf.entries.len());
            phrase::list::releases(count).shown(model.language).clone()
        }
    }
}

/// Where it comes from, in so many columns.
fn right(model: &Model, room: usize) -> Clean<'static> {
    let words = match &model.screen {
        Screen::Reading(reading) => return origin(model, reading, room),
        Screen::Fault(_) => phrase::status::not_a_release(),
        Screen::List | Screen::Empty => PROGRAM.into(),
    };
    let words = words.shown(model.language);
    if cells(words) <= room { words.clone() } else { Clean::default() }
}

/// Whether the whole title is on the screen, so that the header need not repeat it.
fn shows_title(reading: &Reading) -> bool {
    let lines = reading.layout_of(BlockId::TITLE).map_or(0, Layout::height);
    let seen = reading.rows().iter().filter(|row| row.block == BlockId::TITLE).count();
    seen >= lines && seen > 0
}

fn title(reading: &Reading) -> Clean<'static> {
    let title = reading.document.release.title.clean_start(MOST_BYTES).into_owned();
    if title.is_empty() { reading.document.name() } else { title }
}

/// The file, and its place in the list.
fn place(model: &Model) -> Clean<'static> {
    let Some(reading) = model.reading() else { return Clean::default() };
    let name = reading.document.name();
    let shelf = model.shelf.as_ref();
    let row = shelf.and_then(|shelf| shelf.row_of(&reading.document.source));
    match (row, shelf) {
        (Some(row), Some(shelf)) => {
            let place = phrase::status::of(row + 1, shelf.shown.len());
            Clean::from_string(format!("{} · {name}", place.shown(model.language)))
        }
        _ => name,
    }
}

/// Issuer, date, and whether the text is a translation. Where there is no room for all of it, the
/// issuer is cut first, then left out, then the translation.
fn origin(model: &Model, reading: &Reading, room: usize) -> Clean<'static> {
    let release = &reading.document.release;
    let issuer = release.issuer.as_ref().map(|issuer| issuer.clean_start(MOST_BYTES));
    let said = |phrase: Phrase| phrase.shown(model.language).clone();
    let date = panel::published(release.published.as_ref()).map(said);
    let translation = (release.translation != Translation::Original)
        .then(|| said(panel::translation(release.translation)));
    let when = joined([date.clone(), translation]);
    if let Some(issuer) = issuer.filter(|issuer| !issuer.is_empty()) {
        let apart = if when.is_empty() { 0 } else { cells(APART) };
        let left = room.saturating_sub(cells(&when) + apart);
        if left >= NARROWEST_ISSUER.min(cells(&issuer)) {
            return joined([Some(truncate(&issuer, left).into_owned()), Some(when)]);
        }
    }
    [when, date.unwrap_or_default()].into_iter().find(|w| cells(w) <= room).unwrap_or_default()
}

fn joined(parts: [Option<Clean<'static>>; 2]) -> Clean<'static> {
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    Clean::from_string(parts.map(Clean::into_string).collect::<Vec<_>>().join(APART))
}
