//! The help: keys and what they do.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use crate::keys::{Action, Context};
use crate::phrase;
use crate::reader::areas::popup;
use crate::reader::help::{Help, Line};
use crate::reader::model::Model;
use crate::text::Clean;
use crate::text::width::cells;
use crate::theme::Role;

/// Draws the help over the screen.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model, help: &Help, over: Rect) {
    let language = model.language;
    let area = popup::help(over);
    let [does, filters, closes] = [Action::Follow, Action::Filter, Action::Cancel]
        .map(|action| model.key_in(Context::Help, action));
    let title = phrase::popup::help(does, filters, closes);
    let inner = canvas.frame(area, title.shown(language));
    let height = usize::from(inner.height);
    let top = help.top(height);
    let keys = keys_width(help, inner.width);
    if help.lines.is_empty() {
        canvas.cut(inner, 0, (2, Role::Dim, phrase::popup::no_action().shown(language)));
    }
    for (row, line) in (0..inner.height).zip(&help.lines[top.min(help.lines.len())..]) {
        let strip = Rect { y: inner.y + row, height: 1, ..inner };
        match line {
            Line::Heading(title) => {
                canvas.cut(strip, 0, (1, Role::PanelHeading, title.shown(language)));
            }
            Line::Action(action, at) => {
                let left = Rect { width: keys + 2, ..strip };
                canvas.cut(left, 0, (2, Role::StatusKey, &Clean::from_str(&action.keys)));
                let sentence = action.sentence.shown(language);
                canvas.cut(strip, 0, (keys + 4, Role::Text, sentence));
                canvas.typed(strip, keys + 4, (sentence, at));
            }
        }
        if top + usize::from(row) == help.cursor {
            canvas.paint(strip, Role::ListCurrent);
            canvas.line(strip, 0, (0, Role::CursorBar, &Clean::literal("▌")));
        }
    }
}

fn keys_width(help: &Help, width: u16) -> u16 {
    let widest = help.lines.iter().map(|line| match line {
        Line::Action(row, _) => cells(&row.keys) as u16,
        Line::Heading(_) => 0,
    });
    widest.max().unwrap_or(0).min(width / 3)
}
