//! What the terminal shows and what it shall show, as cells; the difference is sent as one frame.

use std::io::{self, Write};
use std::sync::atomic::Ordering;

use ratatui::buffer::{Buffer, Cell, CellWidth};

use super::cells::Pen;
use crate::reader::areas::links::{Linked, Links};
use crate::reader::areas::{Position, Rect, Size};
use crate::text::link::Link;

/// DEC private mode 2026: terminals that know it show a frame at once and never half drawn; others
/// ignore it.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

const CLEAR: &[u8] = b"\x1b[2J";
const SHOW_CURSOR: &[u8] = b"\x1b[?25h";
const HIDE_CURSOR: &[u8] = b"\x1b[?25l";

/// What is drawn on: cells, sent to the terminal a frame at a time.
#[derive(Debug)]
pub struct Surface {
    size: Size,
    /// What shows; without a cell where nothing was drawn yet and all is blank.
    shown: Buffer,
    next: Buffer,
    /// Which of the shown cells are links, and of the next.
    links: (Links, Links),
    /// Whether the terminal is told of links.
    tells_links: bool,
    /// Where the cursor shows.
    cursor: Option<Position>,
    /// Whether the terminal may show something else than is known here.
    is_unknown: bool,
}

impl Surface {
    /// A surface for a terminal that was cleared and hides its cursor.
    pub(super) fn new(size: Size) -> Self {
        let (shown, next) = (Buffer::default(), Buffer::default());
        let links = (Links::default(), Links::default());
        Self { size, shown, next, links, tells_links: false, cursor: None, is_unknown: false }
    }

    /// Tells the terminal where links lead, or no longer.
    pub fn tell_links(&mut self, tells: bool) {
        self.tells_links = tells;
    }

    /// Draws a frame of a size: `render` fills the cells and says where the cursor shows and
    /// which cells are links.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn draw(
        &mut self,
        size: Size,
        render: impl FnOnce(&mut Buffer) -> (Option<Position>, Links),
    ) -> io::Result<()> {
        self.begin(size);
        let (cursor, links) = render(&mut self.next);
        if self.tells_links && !links.is_empty() {
            super::LINKED.store(true, Ordering::SeqCst);
            self.links.1 = links;
        }
        let mut frame = self.frame(cursor);
        self.shift();
        if frame.len() == BEGIN.len() {
            return Ok(());
        }
        frame.extend_from_slice(END);
        let mut out = io::stdout();
        out.write_all(&frame)?;
        out.flush()
    }

    /// Makes the next cells blank, as many as the size asks for.
    fn begin(&mut self, size: Size) {
        if self.size != size {
            self.size = size;
            self.is_unknown = true;
        }
        let area = Rect::from((Position::ORIGIN, size));
        if self.next.area == area {
            self.next.reset();
        } else {
            self.next = Buffer::empty(area);
        }
    }

    /// What was next is shown now.
    fn shift(&mut self) {
        std::mem::swap(&mut self.shown, &mut self.next);
        self.links = (std::mem::take(&mut self.links.1), Links::default());
    }

    /// Forgets what the terminal shows: the next frame clears it and draws every cell.
    pub fn clear(&mut self) {
        self.is_unknown = true;
    }

    /// The bytes of a frame but its end.
    fn frame(&mut self, cursor: Option<Position>) -> Vec<u8> {
        let mut pen = Pen::default();
        pen.out.extend_from_slice(BEGIN);
        let is_unknown = std::mem::take(&mut self.is_unknown);
        if is_unknown {
            pen.out.extend_from_slice(CLEAR);
            self.shown = Buffer::default();
            self.links.0 = Links::default();
        }
        let before = pen.out.len();
        let width = usize::from(self.next.area.width).max(1);
        let blank = vec![Cell::EMPTY; width];
        let shown = self.shown.content.chunks(width).chain(std::iter::repeat(blank.as_slice()));
        for (y, (shown, next)) in (0..).zip(shown.zip(self.next.content.chunks(width))) {
            let shown = Row { cells: shown, links: self.links.0.of_row(y).collect() };
            let next = Row { cells: next, links: self.links.1.of_row(y).collect() };
            row(&mut pen, y, &shown, &next);
        }
        pen.undress();
        let has_moved = pen.out.len() > before;
        if cursor != self.cursor || is_unknown || (cursor.is_some() && has_moved) {
            if let Some(Position { x, y }) = cursor {
                pen.go(x, y);
            }
            pen.out.extend_from_slice(if cursor.is_some() { SHOW_CURSOR } else { HIDE_CURSOR });
            self.cursor = cursor;
        }
        pen.out
    }
}

/// The cells of a row, and which of them are links.
struct Row<'a> {
    cells: &'a [Cell],
    links: Vec<&'a Linked>,
}

impl Row<'_> {
    fn link(&self, x: usize) -> Option<&Link> {
        if self.links.is_empty() {
            return None;
        }
        let found = self.links.iter().find(|linked| linked.columns.contains(&(x as u16)));
        found.map(|linked| &linked.link)
    }

    /// Whether a cell looks the same here and there, and leads to the same place.
    fn is_same(&self, x: usize, other: &Row<'_>) -> bool {
        self.cells.get(x) == other.cells.get(x) && self.link(x) == other.link(x)
    }
}

/// Tells the cells of a row that are not as they were.
fn row(pen: &mut Pen, y: u16, shown: &Row<'_>, next: &Row<'_>) {
    let (mut x, mut stale) = (0, 0);
    while let Some(cell) = next.cells.get(x) {
        let width = width(cell);
        if x < stale || !next.is_same(x, shown) || is_short_cut(pen, (x, y), shown, next) {
            pen.cell((x as u16, y), cell, next.link(x));
            // A narrow character in the place of a wide one leaves half of it.
            let end = next.cells.len().min(x + width);
            let covered = shown.cells[x..end].iter().enumerate();
            stale = covered.map(|(i, cell)| x + i + self::width(cell)).fold(stale, usize::max);
            // Some terminals leave what stands beside an emoji that a selector made wide.
            if width > 1 && cell.symbol().contains('\u{FE0F}') {
                for beside in
                    (x + 1..end).filter(|x| next.cells[*x].symbol() != shown.cells[*x].symbol())
                {
                    pen.cell((beside as u16, y), &next.cells[beside], next.link(beside));
                }
            }
        }
        x += width;
    }
}

/// Whether a cell that is as it was is told all the same: a space between two words is shorter than
/// a way around it.
fn is_short_cut(pen: &Pen, (x, y): (usize, u16), shown: &Row<'_>, next: &Row<'_>) -> bool {
    pen.is_before((x as u16, y), &next.cells[x], next.link(x))
        && x + 1 < next.cells.len()
        && !next.is_same(x + 1, shown)
}

/// The columns of a cell's character.
fn width(cell: &Cell) -> usize {
    match cell.symbol() {
        // Most are one byte, which is one column.
        symbol if symbol.len() <= 1 => 1,
        symbol => usize::from(symbol.cell_width()).max(1),
    }
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use proptest::prelude::*;
    use ratatui::style::Style;

    use super::*;

    fn frame(surface: &mut Surface, text: &str, cursor: Option<Position>) -> String {
        surface.begin(surface.size);
        surface.next.set_string(0, 0, text, Style::new());
        let frame = surface.frame(cursor);
        surface.shift();
        String::from_utf8(frame).unwrap().replace("\x1b[?2026h", "")
    }

    /// As [`frame`], of which the columns of a range lead somewhere.
    fn linked(surface: &mut Surface, text: &str, columns: Range<u16>, address: &str) -> String {
        let area = Rect::new(columns.start, 0, columns.end - columns.start, 1);
        surface.links.1.add(area, &Link::of(address).unwrap());
        frame(surface, text, None)
    }

    #[test]
    fn links_are_told_where_they_begin_and_closed_where_they_end() {
        let mut surface = Surface::new(Size::new(9, 1));
        let a = "\x1b]8;id=7e81128c;https://a.kr\x1b\\";
        let b = "\x1b]8;id=30629537;https://b.kr\x1b\\";
        let end = "\x1b]8;;\x1b\\";
        let told = linked(&mut surface, "to a b", 3..6, "https://a.kr");
        assert_eq!(told, format!("\x1b[1;1Hto {a}a b{end}"));
        // The same words that lead elsewhere are told again, and so are those that lead nowhere now.
        assert_eq!(linked(&mut surface, "to a b", 3..6, "https://a.kr"), "");
        let told = linked(&mut surface, "to a b", 5..6, "https://b.kr");
        assert_eq!(told, format!("\x1b[1;4Ha {b}b{end}"));
        assert_eq!(frame(&mut surface, "to a b", None), "\x1b[1;6Hb");
    }

    #[test]
    fn a_frame_tells_what_changed_and_where_the_cursor_is() {
        let mut surface = Surface::new(Size::new(9, 1));
        assert_eq!(frame(&mut surface, "ab", None), "\x1b[1;1Hab");
        assert_eq!(frame(&mut surface, "ab", None), "");
        let at = Some(Position::new(2, 0));
        assert_eq!(frame(&mut surface, "ac", at), "\x1b[1;2Hc\x1b[?25h");
        assert_eq!(frame(&mut surface, "ac", at), "");
        assert_eq!(frame(&mut surface, "ac", None), "\x1b[?25l");
        assert_eq!(frame(&mut surface, "b c  d", None), "\x1b[1;1Hb c\x1b[2Cd");
        surface.clear();
        assert_eq!(frame(&mut surface, "a", None), "\x1b[2J\x1b[1;1Ha\x1b[?25l");
    }

    proptest! {
        #[test]
        fn a_terminal_told_of_changes_shows_what_one_told_everything_does(
            texts in prop::collection::vec("[a-c가👩 ]{0,9}", 1..6),
        ) {
            let (mut told, mut all) = (Surface::new(Size::new(9, 1)), Surface::new(Size::new(9, 1)));
            let blank = || {
                let one = std::num::NonZero::<u16>::MIN;
                vt100::Parser::new(one, one.saturating_add(8), 0)
            };
            let mut terminal = blank();
            for text in &texts {
                terminal.process(frame(&mut told, text, None).as_bytes());
                all.clear();
                let mut fresh = blank();
                fresh.process(frame(&mut all, text, None).as_bytes());
                let (shown, meant) = (terminal.screen().contents(), fresh.screen().contents());
                prop_assert_eq!(shown.trim_end(), meant.trim_end());
            }
        }
    }
}
