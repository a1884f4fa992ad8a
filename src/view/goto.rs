//! The addresses that what is being typed may become.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use crate::phrase;
use crate::reader::areas::popup;
use crate::reader::cursor::Cursor;
use crate::reader::goto::GoTo;
use crate::reader::model::Model;
use crate::release::BlockId;
use crate::text::Clean;
use crate::text::width::cells;
use crate::theme::Role;

/// Bytes of a block's text that are looked at; the row holds no more.
const FIRST_WORDS: usize = 400;

/// Draws the list just above the line being typed.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model, goto: &GoTo, over: Rect) {
    let area = popup::matches(over, goto.matches.len());
    let height = area.height;
    canvas.clear(area, Role::Status);
    if goto.matches.is_empty() {
        let words = phrase::popup::no_address(goto.prompt.shown());
        canvas.cut(area, 0, (1, Role::Warning, words.shown(model.language)));
    }
    let address = |block: &BlockId| address(model, *block);
    let first = goto.first(height);
    let shown = || (0..height).zip(goto.matches.iter().enumerate().skip(first));
    let longest = shown().map(|(_, (_, block))| cells(&address(block))).max().unwrap_or_default();
    let column = (longest.min(usize::from(area.width / 2)) as u16 + 3).max(9);
    for (row, (index, block)) in shown() {
        let strip = Rect { y: area.y + row, height: 1, ..area };
        let name = Rect { width: column.saturating_sub(2).min(strip.width), ..strip };
        canvas.cut(name, 0, (1, Role::PromptMatch, &address(block)));
        canvas.cut(strip, 0, (column, Role::Status, &first_words(model, *block)));
        if goto.selected == Some(Cursor(index)) {
            canvas.paint(strip, Role::ListCurrent);
            canvas.line(strip, 0, (0, Role::CursorBar, &Clean::literal("▸")));
        }
    }
}

/// What a block is called.
pub(super) fn address(model: &Model, block: BlockId) -> Clean<'_> {
    let names = model.reading().map_or(&[][..], |reading| reading.document.addresses.all());
    Clean::from_str(names.get(block.order()).map_or("", |name| name.as_str()))
}

/// How a block begins.
pub(super) fn first_words(model: &Model, block: BlockId) -> Clean<'static> {
    let Some(reading) = model.reading() else { return Clean::default() };
    reading.document.release.text_of(block).clean_start(FIRST_WORDS).into_owned()
}
