//! The text pane: the rows that the reading has laid out, with facts, hits and lit words on them.

use std::ops::Range;

use ratatui::layout::Rect;

use super::canvas::Canvas;
use crate::reader::areas::{Areas, GUTTER};
use crate::reader::reading::Reading;
use crate::reader::reading::find::Hit;
use crate::reader::reading::layout::{Layout, Row as TableRow, Shows};
use crate::reader::reading::pointing::FoldMark;
use crate::reader::reading::rows::Row;
use crate::release::evidence::Found;
use crate::release::{BlockId, FactKind, Kind};
use crate::text::width::{cells, truncate};
use crate::text::wrap::Line;
use crate::text::{Clean, link, width};
use crate::theme::Role;

/// Facts looked at for one line; a block with more on one line is drawn without the rest.
const MOST_MARKS: usize = 256;

/// Draws the text.
pub fn draw(canvas: &mut Canvas<'_>, reading: &Reading, areas: &Areas) {
    let area = areas.text;
    for (row, shown) in (0..area.height).zip(reading.rows()) {
        let strip = Rect::new(area.x, area.y + row, area.width, 1);
        draw_row(canvas, reading, shown, strip, areas.margin);
    }
}

fn draw_row(canvas: &mut Canvas<'_>, reading: &Reading, row: &Row, strip: Rect, margin: u16) {
    let (Some(line), Some(layout)) = (row.line, reading.layout_of(row.block)) else { return };
    let cursor = reading.cursor();
    let is_cursor = cursor.block == row.block && cursor.line == line;
    let gutter = Rect { x: strip.x + margin.min(strip.width), ..strip }.intersection(strip);
    let text = offset(gutter, GUTTER.min(gutter.width.saturating_sub(1)));
    if line == 0 {
        draw_label(canvas, reading, row.block, layout, gutter);
    }
    let words = offset(text, layout.column);
    let pen = Pen { reading, layout, block: row.block, area: words };
    if reading.is_folded(row.block) {
        pen.folded(canvas);
    } else {
        pen.line(canvas, line);
    }
    if is_cursor {
        canvas.paint(gutter, Role::CursorLine);
        pen.marks_again(canvas, line);
    }
    if cursor.block == row.block {
        let sign = if is_cursor { "▌" } else { "▏" };
        canvas.line(gutter, 0, (0, Role::CursorBar, &Clean::literal(sign)));
    }
}

/// An area without its first columns.
fn offset(area: Rect, columns: u16) -> Rect {
    let columns = columns.min(area.width);
    Rect { x: area.x + columns, width: area.width - columns, ..area }
}

fn draw_label(
    canvas: &mut Canvas<'_>,
    reading: &Reading,
    block: BlockId,
    layout: &Layout,
    gutter: Rect,
) {
    let body = reading.document.release.body.blocks();
    let index = block.index();
    let this = index.and_then(|i| body.get(i));
    if let Some(mark) = reading.fold_mark(block) {
        let sign = if mark == FoldMark::Folded { "▸" } else { "▾" };
        canvas.line(gutter, 0, (1, Role::FoldMark, &Clean::literal(sign)));
    }
    let area = offset(gutter, GUTTER + layout.label.column);
    let role = match this.map(|b| b.kind) {
        Some(Kind::Numbered) => Role::Number,
        Some(Kind::Heading) => Role::Heading,
        _ => Role::Marker,
    };
    canvas.line(area, 0, (0, role, &layout.label.mark));
    let after = cells(&layout.label.mark) as u16 + 1;
    canvas.line(area, 0, (after, Role::Address, &layout.label.address));
}

/// Draws the words of one block.
struct Pen<'a> {
    reading: &'a Reading,
    layout: &'a Layout,
    block: BlockId,
    area: Rect,
}

impl Pen<'_> {
    fn role(&self) -> Role {
        let Some(index) = self.block.index() else { return Role::Title };
        match self.reading.document.release.body.get(index).map(|b| b.kind) {
            Some(Kind::Heading) => Role::Heading,
            Some(Kind::Note) => Role::NoteText,
            _ => Role::Text,
        }
    }

    fn line(&self, canvas: &mut Canvas<'_>, index: usize) {
        match self.layout.line(index) {
            None => {}
            Some(Shows::Words(line)) => self.words(canvas, 0, line, self.role()),
            Some(Shows::Rule(width)) => {
                let rule = Rect { width: width.min(self.area.width), ..self.area };
                canvas.fill(rule, Role::TableRule, "─");
            }
            Some(Shows::Cells(cells, row)) => {
                for (index, (column, line)) in cells.iter().enumerate() {
                    let role = match row {
                        TableRow::Header => Role::TableHeader,
                        TableRow::Pair if index == 0 => Role::TableHeader,
                        TableRow::Pair | TableRow::Body => Role::Text,
                    };
                    self.words(canvas, *column, *line, role);
                }
            }
        }
    }

    fn words(&self, canvas: &mut Canvas<'_>, column: u16, line: Line, role: Role) {
        let words = line.of(self.layout.text());
        canvas.line(self.area, 0, (column, role, &words));
        self.marks(canvas, column, line);
    }

    /// The first line, cut, and what the fold hides.
    fn folded(&self, canvas: &mut Canvas<'_>) {
        let hidden = self.reading.hidden_by_fold(self.block);
        let language = self.reading.panel.language;
        let hidden = hidden.map(|hidden| hidden.shown(language).clone());
        let room = usize::from(self.layout.width.min(self.area.width));
        let taken = hidden.as_ref().map_or(0, |words| cells(words) + 1);
        let Some(Shows::Words(line)) = self.layout.line(0) else {
            self.line(canvas, 0);
            if let Some(hidden) = hidden {
                canvas.right(self.area, 0, Role::Folded, &hidden);
            }
            return;
        };
        let whole = self.layout.text();
        let first = line.of(whole);
        let mut end = line.end;
        let mut shown = first.clone();
        if (line.end as usize) < whole.len() || cells(&first) + taken > room {
            let kept = first.slice(0..whole_words(&first, room.saturating_sub(taken + 2).max(1)));
            end = line.start + kept.len() as u32;
            shown = Clean::from_string(format!("{} …", kept.trim_end()));
        }
        let after = cells(&shown) as u16 + 1;
        canvas.line(self.area, 0, (0, self.role(), &shown));
        if end != line.end || shown.len() != first.len() {
            // The sign alone, since it is ours and not the text's.
            let sign = after.saturating_sub(2);
            canvas.line(self.area, 0, (sign, self.role(), &Clean::literal("…")));
        }
        self.marks(canvas, 0, Line { start: line.start, end });
        if let Some(hidden) = hidden {
            canvas.line(self.area, 0, (after, Role::Folded, &hidden));
        }
    }

    /// Links, facts, hits and lit words, over words that are drawn.
    fn marks(&self, canvas: &mut Canvas<'_>, column: u16, line: Line) {
        let bytes = line.start as usize..line.end as usize;
        for (range, link) in link::within(self.layout.text(), &bytes) {
            if let Some(area) = self.place((column, line), &range) {
                canvas.link(area, &link);
            }
        }
        for found in overlapping(self.reading.facts_in(self.block), self.layout, line) {
            let role = match found.fact.kind() {
                FactKind::Participant => Role::Participant,
                FactKind::Date => Role::Date,
                FactKind::Figure => Role::Figure,
            };
            self.mark(canvas, (column, line), &self.layout.shown(&found.range), role);
        }
        self.bright(canvas, column, line);
    }

    /// Hits and lit words: what the reader asked for, over everything else.
    fn bright(&self, canvas: &mut Canvas<'_>, column: u16, line: Line) {
        if let Some(find) = &self.reading.find {
            let hits = find.in_block(self.block);
            // They stand in order and apart, so those of lines before are passed over at once.
            let before =
                |hit: &Hit| self.layout.shown(&(hit.start..hit.end)).end <= line.start as usize;
            for hit in &hits[hits.partition_point(before)..] {
                let range = self.layout.shown(&(hit.start..hit.end));
                if range.start >= line.end as usize {
                    break;
                }
                let role = if find.is_current(hit) { Role::CurrentHit } else { Role::Hit };
                self.mark(canvas, (column, line), &range, role);
            }
        }
        self.lit(canvas, column, line);
        if let Some(range) = self.reading.selection().and_then(|s| s.within(self.block)) {
            self.mark(canvas, (column, line), &range, Role::Selected);
        }
    }

    fn lit(&self, canvas: &mut Canvas<'_>, column: u16, line: Line) {
        let Some(lit) = self.reading.lit else { return };
        for found in overlapping(self.reading.facts_in(self.block), self.layout, line) {
            if found.fact == lit.fact {
                self.mark(canvas, (column, line), &self.layout.shown(&found.range), Role::Lit);
            }
        }
    }

    /// What the reader asked for must not drown in the cursor's line.
    fn marks_again(&self, canvas: &mut Canvas<'_>, index: usize) {
        match self.layout.line(index) {
            Some(Shows::Words(line)) if !self.reading.is_folded(self.block) => {
                self.bright(canvas, 0, line);
            }
            Some(Shows::Cells(cells, _)) => {
                for (column, line) in cells.iter() {
                    self.bright(canvas, *column, *line);
                }
            }
            _ => {}
        }
    }

    fn mark(
        &self,
        canvas: &mut Canvas<'_>,
        (column, line): (u16, Line),
        range: &Range<usize>,
        role: Role,
    ) {
        if let Some(area) = self.place((column, line), range) {
            canvas.paint(area, role);
        }
    }

    /// Where a part of the words stands on a line.
    fn place(&self, (column, line): (u16, Line), range: &Range<usize>) -> Option<Rect> {
        let start = range.start.max(line.start as usize);
        let end = range.end.min(line.end as usize);
        if start >= end {
            return None;
        }
        let text = self.layout.text();
        let before = width::cells(&text.slice(line.start as usize..start)) as u16;
        let taken = width::cells(&text.slice(start..end)) as u16;
        let area = offset(self.area, column.saturating_add(before));
        Some(Rect { width: taken.min(area.width), ..area })
    }
}

/// The bytes of a line's words that fit, without the last one where it would be cut, unless it is the
/// only one.
fn whole_words(line: &Clean<'_>, room: usize) -> usize {
    if cells(line) <= room {
        return line.len();
    }
    let fits = truncate(line, room + 1).trim_end_matches('…').len();
    let is_cut = !line[fits..].starts_with(' ');
    let space = line[..fits].rfind(' ').filter(|_| is_cut);
    // A text without spaces, or with a word as long as half the line, is cut where the room ends.
    space.filter(|space| *space > fits / 2).unwrap_or(fits)
}

/// The facts whose words may stand on a line. They are sorted by start; one that starts long before
/// may reach in, so a few before are looked at too.
fn overlapping<'a>(
    facts: &'a [Found],
    layout: &'a Layout,
    line: Line,
) -> impl Iterator<Item = &'a Found> {
    let (start, end) = (line.start as usize, line.end as usize);
    let first = facts.partition_point(|f| layout.shown(&f.range).end <= start);
    facts[first.min(facts.len())..]
        .iter()
        .take_while(move |f| layout.shown(&f.range).start < end)
        .take(MOST_MARKS)
}
