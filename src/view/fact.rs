//! What the parts of a fact being edited are, and what is wrong with them.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use crate::phrase::Language;
use crate::reader::review::{FactEdit, line};
use crate::text::Clean;
use crate::text::wrap::wrap;
use crate::theme::Role;

/// The most rows for what is wrong.
const MOST_ROWS: usize = 4;

/// Draws a strip just above the line being typed.
pub fn draw(canvas: &mut Canvas<'_>, language: Language, edit: &FactEdit, over: Rect) {
    let room = over.width.saturating_sub(2).max(1);
    let fault = edit.fault.clone().unwrap_or_default();
    let fault = fault.shown(language).line();
    let lines = wrap(&fault, room);
    let most = if fault.is_empty() { 0 } else { MOST_ROWS };
    let lines: Vec<Clean<'_>> = lines.iter().take(most).map(|line| line.of(&fault)).collect();
    let height = (lines.len() as u16 + 1).min(over.height);
    let area = Rect { y: over.bottom() - height, height, ..over };
    canvas.clear(area, Role::Status);
    let parts = line::parts(edit.fact.kind());
    let last = height.saturating_sub(1);
    canvas.cut(area, last, (1, Role::Status, parts.shown(language)));
    for (row, words) in (0..last).zip(&lines) {
        canvas.line(area, row, (1, Role::Error, words));
    }
}
