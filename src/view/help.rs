//! The help: keys and what they do.

use std::ops::Range;

use ratatui::layout::Rect;

use super::canvas::Canvas;
use crate::keys::{Action, Context};
use crate::phrase;
use crate::reader::areas::popup;
use crate::reader::help::{Help, Line};
use crate::reader::model::Model;
use crate::text::Clean;
use crate::theme::Role;

/// Draws the help over the screen.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model, help: &Help, over: Rect) {
    let language = model.language;
    let area = popup::help(over, help.width());
    let [does, filters, closes] = [Action::Follow, Action::Filter, Action::Cancel]
        .map(|action| model.key_in(Context::Help, action));
    let title = phrase::popup::help(does, filters, closes);
    let inner = canvas.frame(area, title.shown(language));
    let keys = help.keys_width(inner.width);
    if help.lines.is_empty() {
        canvas.cut(inner, 0, (2, Role::Dim, phrase::popup::no_action().shown(language)));
    }
    let mut has_bar = false;
    for (row, shown) in (0..inner.height).zip(help.shown(inner.as_size())) {
        let strip = Rect { y: inner.y + row, height: 1, ..inner };
        match &help.lines[shown.line] {
            Line::Heading(title) => {
                canvas.cut(strip, 0, (1, Role::PanelHeading, title.shown(language)));
            }
            Line::Action(action, at) => {
                let left = Rect { width: keys + 2, ..strip };
                canvas.keys(left, 2, &shown.keys);
                let sentence = action.sentence.shown(language).slice(shown.sentence.clone());
                let at = within(at, &shown.sentence);
                canvas.cut(strip, 0, (keys + 4, Role::Text, &sentence));
                canvas.typed(strip, keys + 4, (&sentence, &at));
            }
        }
        if shown.line == help.cursor {
            canvas.paint(strip, Role::ListCurrent);
            if !has_bar {
                canvas.line(strip, 0, (0, Role::CursorBar, &Clean::literal("▌")));
            }
            has_bar = true;
        }
    }
}

/// The letters that stand in a part of a sentence, counted from its beginning.
fn within(letters: &[Range<usize>], part: &Range<usize>) -> Vec<Range<usize>> {
    let inside = |letter: &Range<usize>| letter.start.max(part.start)..letter.end.min(part.end);
    let inside = letters.iter().map(inside).filter(|letter| letter.start < letter.end);
    inside.map(|letter| letter.start - part.start..letter.end - part.start).collect()
}
