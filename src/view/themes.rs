//! The list of themes, at the edge of the screen so that the text behind shows what each is like.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use crate::phrase::{self, Language};
use crate::reader::themes::{Kind, Themes};
use crate::text::Clean;
use crate::theme::Role;

/// Draws the list at the upper right.
pub fn draw(canvas: &mut Canvas<'_>, language: Language, themes: &Themes, over: Rect) {
    let names = themes.widest_name();
    let inner = canvas.frame(themes.area(over), phrase::themes::title().shown(language));
    let shown = themes.rows.iter().enumerate().skip(themes.cursor.first(inner.height));
    for (row, (index, (name, kind))) in (0..inner.height).zip(shown) {
        let strip = Rect { y: inner.y + row, height: 1, ..inner };
        let left = Rect { width: (names + 2).min(strip.width), ..strip };
        canvas.cut(left, 0, (2, Role::Text, &Clean::from_str(name)));
        canvas.cut(strip, 0, (names + 4, Role::Dim, kind_of(*kind).shown(language)));
        if index == themes.cursor.0 {
            canvas.paint(strip, Role::ListCurrent);
            canvas.line(strip, 0, (0, Role::CursorBar, &Clean::literal("▌")));
        }
    }
}

fn kind_of(kind: Kind) -> phrase::Phrase {
    match kind {
        Kind::Auto => phrase::themes::auto(),
        Kind::Dark => phrase::themes::dark(),
        Kind::Light => phrase::themes::light(),
        Kind::Own => phrase::themes::own(),
    }
}
