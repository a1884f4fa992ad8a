//! The first row: what this is on the left, where it comes from on the right.

use super::canvas::Canvas;
use crate::reader::Areas;
use crate::reader::model::{Model, Screen};
use crate::reader::reading::layout::Layout;
use crate::reader::reading::{Reading, panel};
use crate::release::{BlockId, Translation};
use crate::text::Clean;
use crate::text::width::{cells, truncate};
use crate::theme::Role;

/// Draws header, rule and the line between the panes.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model, areas: &Areas) {
    if areas.header.is_empty() {
        return;
    }
    let (left, right) = words(model);
    let width = usize::from(areas.header.width);
    // What it is matters more than where it is from.
    let right =
        truncate(&right, (width / 2).min(width.saturating_sub(cells(&left).min(width / 2) + 3)));
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

fn words(model: &Model) -> (Clean<'static>, Clean<'static>) {
    match &model.screen {
        Screen::Reading(reading) => {
            let left = if shows_title(reading) { place(model) } else { title(reading) };
            (left, origin(reading))
        }
        Screen::Fault(fault) => (fault.faulty.source.name(), Clean::literal("not a release")),
        Screen::List | Screen::Empty => {
            let count = model.shelf.as_ref().map_or(0, |shelf| shelf.entries.len());
            let left = match count {
                1 => "1 release".to_owned(),
                count => format!("{count} releases"),
            };
            (Clean::from_string(left), Clean::literal("pressroom"))
        }
    }
}

/// Whether the whole title is on the screen, so that the header need not repeat it.
fn shows_title(reading: &Reading) -> bool {
    let lines = reading.layout_of(BlockId::TITLE).map_or(0, Layout::height);
    let seen = reading.rows().iter().filter(|row| row.block == BlockId::TITLE).count();
    seen >= lines && seen > 0
}

fn title(reading: &Reading) -> Clean<'static> {
    let title = reading.document.release.title.clean_line().into_owned();
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
            Clean::from_string(format!("{} of {} · {name}", row + 1, shelf.shown.len()))
        }
        _ => name,
    }
}

/// Issuer, date, and whether the text is a translation.
fn origin(reading: &Reading) -> Clean<'static> {
    let release = &reading.document.release;
    let issuer = release.issuer.as_ref().map(|i| i.clean_line().into_owned());
    let translation = (release.translation != Translation::Original)
        .then(|| Clean::literal(panel::translation(release.translation)));
    let parts = [issuer, panel::in_words(release.published.as_ref()), translation];
    let parts: Vec<String> = parts.into_iter().flatten().map(Clean::into_string).collect();
    Clean::from_string(parts.join(" · "))
}
