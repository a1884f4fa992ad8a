//! The list of an open release's problems.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use crate::phrase;
use crate::reader::model::Model;
use crate::reader::problems::{self, Part, Problems};
use crate::text::Clean;
use crate::theme::Role;

/// Draws the list over the screen.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model, problems: &Problems, over: Rect) {
    let Some(reading) = model.reading() else { return };
    let count = reading.problems().len();
    let title = phrase::popup::problems((problems.cursor + 1).min(count), count);
    let inner = canvas.frame(over, title.shown(model.language));
    let mut row = 0;
    for (index, problem) in reading.problems().iter().enumerate().skip(problems.first(inner.height))
    {
        if row >= inner.height {
            break;
        }
        let start = row;
        for (column, part, words) in problems::lines(model.language, problem, inner.width) {
            let role = match part {
                Part::Error => Role::Error,
                Part::Warning => Role::Warning,
                Part::Help => Role::Dim,
            };
            canvas.line(inner, row, (column, role, &words));
            row += 1;
        }
        if index == problems.cursor {
            let height = row.min(inner.height) - start;
            let entry = Rect { y: inner.y + start, height, ..inner };
            canvas.paint(entry, Role::ListCurrent);
            canvas.line(entry, 0, (0, Role::CursorBar, &Clean::literal("▌")));
        }
    }
}
