//! A look at another place, over the screen.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::{panel, reading};
use crate::phrase::Language;
use crate::reader::peek::Peek;
use crate::theme::Role;

/// Draws what is looked at into its area.
pub fn draw(canvas: &mut Canvas<'_>, language: Language, peek: &Peek, area: Rect) {
    canvas.frame(area, peek.title().shown(language));
    let areas = peek.areas(area);
    reading::draw(canvas, &peek.reading, &areas);
    panel::draw(canvas, &peek.reading, &areas);
    let sign = if areas.divider.width > 1 { "─" } else { "│" };
    canvas.fill(areas.divider, Role::Rule, sign);
}
