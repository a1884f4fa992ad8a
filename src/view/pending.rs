//! What an unfinished sequence of keys may still become: a menu over the last rows of the screen.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use crate::keys::{chord, hints};
use crate::phrase;
use crate::reader::model::Model;
use crate::text::Clean;
use crate::text::width::cells;
use crate::theme::Role;

/// Columns that most sentences fit into; from twice as many on, there are two columns.
const NARROW: u16 = 36;
/// Columns between a key and its sentence, and between two columns of the menu.
const GAP: u16 = 2;

/// Draws the menu once it is due.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model, over: Rect) {
    if !model.pending.is_shown || over.height < 2 || over.width < 4 {
        return;
    }
    let rows = hints::after(&model.keymap, model.context(), &model.pending.chords);
    let grid = Grid::of(&rows, model, over);
    let height = grid.height + 1;
    let area = Rect { y: over.bottom() - height, height, ..over };
    canvas.clear(area, Role::Status);
    canvas.fill(Rect { height: 1, ..area }, Role::PopupBorder, "─");
    let title = phrase::popup::menu(chord::label(&model.pending.chords));
    canvas.cut(area, 0, (2, Role::PopupTitle, title.shown(model.language)));
    for (index, row) in rows.iter().take(grid.shown).enumerate() {
        let (column, line) = (index as u16 / grid.height, index as u16 % grid.height);
        let x = column * (grid.width + GAP);
        let room = area.width.saturating_sub(x).min(grid.width);
        let cell = Rect { x: area.x + x, y: area.y + 1 + line, width: room, height: 1 };
        canvas.cut(cell, 0, (1, Role::StatusKey, &Clean::from_str(&row.keys)));
        let sentence = row.sentence.shown(model.language);
        canvas.cut(cell, 0, (1 + grid.keys + GAP, Role::Status, sentence));
    }
    if grid.shown < rows.len() {
        let more = phrase::popup::more(rows.len() - grid.shown);
        let inside = Rect { width: area.width.saturating_sub(1), ..area };
        canvas.right(inside, 0, Role::PopupTitle, more.shown(model.language));
    }
}

/// How the rows of the menu stand in columns, filled one after the other.
struct Grid {
    /// The width of a column.
    width: u16,
    /// The width of the keys in it.
    keys: u16,
    height: u16,
    /// How many rows there is room for.
    shown: usize,
}

impl Grid {
    fn of(rows: &[hints::Row], model: &Model, over: Rect) -> Self {
        let widest =
            |of: &dyn Fn(&hints::Row) -> usize| rows.iter().map(of).max().unwrap_or(0) as u16;
        let keys = widest(&|row| cells(&row.keys)).min(over.width / 3);
        let sentences = widest(&|row| cells(row.sentence.shown(model.language)));
        // Long sentences are cut rather than that the menu hides twice as much.
        let whole = (1 + keys + GAP + sentences + 1).min(over.width);
        let is_low = rows.len() < usize::from(over.height);
        let narrow = if over.width < 2 * NARROW { over.width } else { (over.width - GAP) / 2 };
        let width = if is_low { whole } else { whole.min(narrow) };
        let columns = ((over.width + GAP) / (width + GAP)).max(1);
        let count = u16::try_from(rows.len()).unwrap_or(u16::MAX);
        let height = count.div_ceil(columns).min(over.height - 1).max(1);
        let shown = usize::from(height * columns).min(rows.len());
        Self { width, keys, height, shown }
    }
}
