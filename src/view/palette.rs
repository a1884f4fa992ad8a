//! What the palette offers, just above the line being typed.

use std::ops::Range;

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::goto;
use crate::keys::hints::APART;
use crate::phrase::{self, Language};
use crate::reader::areas::popup;
use crate::reader::model::Model;
use crate::reader::palette::{Choice, Palette};
use crate::text::Clean;
use crate::text::width::cells;
use crate::theme::Role;

/// Columns for keys, however few there are.
const NARROWEST_KEYS: u16 = 6;

/// Draws the list.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model, palette: &Palette, over: Rect) {
    let area = popup::choices(over, palette.choices.len());
    let height = area.height;
    canvas.clear(area, Role::Status);
    if palette.choices.is_empty() {
        let words = phrase::popup::no_action();
        canvas.cut(area, 0, (1, Role::Warning, words.shown(model.language)));
    }
    let first = palette.selected.first(height);
    let shown = || (0..height).zip(palette.choices.iter().enumerate().skip(first));
    let choices = shown().map(|(_, (_, choice))| choice);
    let column = column(choices, model.language, area.width);
    for (row, (index, choice)) in shown() {
        let strip = Rect { y: area.y + row, height: 1, ..area };
        let left = Rect { width: column.saturating_sub(2).min(strip.width), ..strip };
        match choice {
            Choice::Action(action, at) => {
                let room = usize::from(left.width.saturating_sub(2));
                canvas.keys(left, 2, &whole_keys(&action.keys, room));
                sentence(canvas, strip, column, (action.sentence.shown(model.language), at));
            }
            Choice::Block(block) => {
                canvas.cut(left, 0, (2, Role::PromptMatch, &goto::address(model, *block)));
                let words = goto::first_words(model, *block);
                canvas.cut(strip, 0, (column, Role::Status, &words));
            }
            Choice::Row(row) => {
                let number = Clean::from_string((row + 1).to_string());
                canvas.cut(left, 0, (2, Role::PromptMatch, &number));
                canvas.cut(strip, 0, (column, Role::Status, &release(model, *row)));
            }
        }
        if index == palette.selected.0 {
            canvas.paint(strip, Role::ListCurrent);
            canvas.line(strip, 0, (0, Role::CursorBar, &Clean::literal("▸")));
        }
    }
}

/// The column that sentences begin at: after the longest keys that show, where these leave room for
/// the longest sentence or take no more than a third of the width.
fn column<'a>(shown: impl Iterator<Item = &'a Choice>, language: Language, width: u16) -> u16 {
    let widths = shown.map(|choice| match choice {
        Choice::Action(row, _) => (cells(&row.keys), cells(row.sentence.shown(language))),
        Choice::Block(_) | Choice::Row(_) => (0, 0),
    });
    let (keys, sentences) =
        widths.fold((0, 0), |(keys, sentences), (k, s)| (keys.max(k), s.max(sentences)));
    let room = width.saturating_sub(sentences as u16 + 5).max(width / 3);
    (keys as u16).min(room).max(NARROWEST_KEYS).min(width / 2) + 4
}

/// As many of the keys of an action as there is room for, each of them whole.
fn whole_keys(keys: &str, room: usize) -> String {
    let mut shown = String::new();
    let mut rest = keys.split(APART).peekable();
    while let Some(key) = rest.next() {
        let apart = if shown.is_empty() { "" } else { APART };
        // Room for the sign that there are more.
        let more = if rest.peek().is_some() { 2 } else { 0 };
        if !shown.is_empty() && cells(&shown) + cells(apart) + cells(key) + more > room {
            return shown + " …";
        }
        shown = shown + apart + key;
    }
    shown
}

/// What an action does, with the letters that were typed.
fn sentence(
    canvas: &mut Canvas<'_>,
    strip: Rect,
    column: u16,
    (words, at): (&Clean<'_>, &[Range<usize>]),
) {
    canvas.cut(strip, 0, (column, Role::Status, words));
    canvas.typed(strip, column, (words, at));
}

/// The release of a row of the list.
fn release(model: &Model, row: usize) -> Clean<'static> {
    let entry = model
        .shelf
        .as_ref()
        .and_then(|shelf| shelf.shown.get(row).and_then(|index| shelf.entries.get(*index)));
    entry
        .map(|entry| match &entry.card {
            Ok(card) => Clean::from_string(card.title.to_string()),
            Err(_) => entry.name.clone(),
        })
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_shown_whole_or_not_at_all() {
        let keys = "Space · Ctrl-f · PageDown";
        for (room, expected) in [
            (25, keys),
            (24, "Space · Ctrl-f …"),
            (16, "Space · Ctrl-f …"),
            (15, "Space …"),
            (3, "Space …"),
        ] {
            assert_eq!(whole_keys(keys, room), expected, "{room}");
        }
        assert_eq!(whole_keys("", 3), "");
    }
}
