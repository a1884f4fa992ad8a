//! The list of marks, just above the status line.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use crate::reader::marks::MarkList;
use crate::text::Clean;
use crate::text::width::cells;
use crate::theme::Role;

/// Draws the list.
pub fn draw(canvas: &mut Canvas<'_>, list: &MarkList, over: Rect) {
    let area = list.area(over);
    canvas.clear(area, Role::Status);
    let first = list.cursor.first(area.height);
    let shown = || (0..area.height).zip(list.rows.iter().enumerate().skip(first));
    let longest = shown().map(|(_, (_, mark))| cells(&mark.at)).max().unwrap_or_default();
    let column = (longest as u16).min(area.width / 3).max(6) + 7;
    for (row, (index, mark)) in shown() {
        let strip = Rect { y: area.y + row, height: 1, ..area };
        let left = Rect { width: column.saturating_sub(2).min(strip.width), ..strip };
        let letter = Clean::from_string(mark.letter.to_string());
        canvas.cut(left, 0, (2, Role::StatusKey, &letter));
        canvas.cut(left, 0, (5, Role::PromptMatch, &mark.at));
        canvas.cut(strip, 0, (column, Role::Status, &mark.words));
        if index == list.cursor.0 {
            canvas.paint(strip, Role::ListCurrent);
            canvas.line(strip, 0, (0, Role::CursorBar, &Clean::literal("▸")));
        }
    }
}
