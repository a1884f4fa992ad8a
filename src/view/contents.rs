//! The contents beside the text, or over it where there is no room.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use crate::reader::areas::Areas;
use crate::reader::reading::pointing::FoldMark;
use crate::reader::reading::{Focus, Reading};
use crate::release::{BlockId, Kind};
use crate::text::Clean;
use crate::text::width::{cells, truncate};
use crate::theme::Role;

/// Bytes of a block's text that are looked at; the row holds no more.
const FIRST_WORDS: usize = 400;
/// The most columns of a printed number.
const WIDEST_NUMBER: usize = 8;
/// Columns for each level of nesting, and the most of them.
const INDENT: u16 = 2;
const MOST_INDENT: u16 = 8;

/// Draws the contents.
pub fn draw(canvas: &mut Canvas<'_>, reading: &Reading, areas: &Areas) {
    let area = areas.contents;
    if area.is_empty() {
        return;
    }
    canvas.clear(area, Role::Text);
    let contents = &reading.contents;
    let has_focus = reading.focus == Focus::Contents;
    for (row, (index, block)) in
        (0..area.height).zip(contents.blocks().iter().enumerate().skip(contents.top))
    {
        let strip = Rect { y: area.y + row, height: 1, ..area };
        entry(canvas, reading, *block, strip);
        if index == contents.cursor {
            if has_focus {
                canvas.paint(strip, Role::PanelCurrent);
            }
            let sign = if has_focus { "▌" } else { "▏" };
            canvas.line(strip, 0, (0, Role::CursorBar, &Clean::literal(sign)));
        }
    }
    canvas.fill(areas.contents_divider, Role::Rule, "│");
    if !areas.rule.is_empty() && !areas.contents_divider.is_empty() {
        let column = areas.contents_divider.x;
        canvas.line(areas.rule, 0, (column, Role::Rule, &Clean::literal("┬")));
    }
}

fn entry(canvas: &mut Canvas<'_>, reading: &Reading, block: BlockId, strip: Rect) {
    if let Some(mark) = reading.fold_mark(block) {
        let sign = if mark == FoldMark::Folded { "▸" } else { "▾" };
        canvas.line(strip, 0, (1, Role::FoldMark, &Clean::literal(sign)));
    }
    let this = block.index().and_then(|index| reading.document.release.body.get(index));
    let role = match this.map(|this| this.kind) {
        _ if reading.is_left_out(block) => Role::Dim,
        None => Role::Title,
        Some(Kind::Heading) => Role::Heading,
        Some(_) => Role::Text,
    };
    let indent = this.map_or(0, |this| (u16::from(this.depth) * INDENT).min(MOST_INDENT));
    let mut column = 3 + indent;
    let number = this.and_then(|this| this.number.as_ref()).map(|number| number.clean_line());
    if let Some(number) = number.filter(|number| !number.is_empty()) {
        let number = truncate(&number, WIDEST_NUMBER);
        canvas.line(strip, 0, (column, Role::Number, &number));
        column += u16::try_from(cells(&number)).unwrap_or(0).max(2) + 1;
    }
    let words = reading.document.release.text_of(block).clean_start(FIRST_WORDS);
    let inside = Rect { width: strip.width.saturating_sub(1), ..strip };
    canvas.cut(inside, 0, (column, role, &words.line()));
}
