//! What the terminal shows and what it shall show, as cells; the difference is sent as one frame.

use std::io::{self, Write};

use ratatui::buffer::{Buffer, Cell, CellWidth};

use super::cells::Pen;
use crate::reader::areas::{Position, Rect, Size};

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
    shown: Buffer,
    next: Buffer,
    /// Where the cursor shows.
    cursor: Option<Position>,
    /// Whether the terminal may show something else than is known here.
    is_unknown: bool,
}

impl Surface {
    /// A surface for a terminal that was cleared and hides its cursor.
    pub(super) fn new(size: Size) -> Self {
        let area = Rect::from((Position::ORIGIN, size));
        let (shown, next) = (Buffer::empty(area), Buffer::empty(area));
        Self { shown, next, cursor: None, is_unknown: false }
    }

    /// Draws a frame of a size: `render` fills the cells and says where the cursor shows.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn draw(
        &mut self,
        size: Size,
        render: impl FnOnce(&mut Buffer) -> Option<Position>,
    ) -> io::Result<()> {
        let area = Rect::from((Position::ORIGIN, size));
        if self.next.area != area {
            self.shown.resize(area);
            self.next.resize(area);
            self.is_unknown = true;
        }
        self.next.reset();
        let cursor = render(&mut self.next);
        let frame = self.frame(cursor);
        std::mem::swap(&mut self.shown, &mut self.next);
        if frame.len() == BEGIN.len() {
            return Ok(());
        }
        let mut out = io::stdout();
        out.write_all(&frame)?;
        out.write_all(END)?;
        out.flush()
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
            self.shown.reset();
        }
        let before = pen.out.len();
        let width = usize::from(self.next.area.width).max(1);
        let rows = self.shown.content.chunks(width).zip(self.next.content.chunks(width));
        for (y, (shown, next)) in (0..).zip(rows) {
            row(&mut pen, y, shown, next);
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

/// Tells the cells of a row that are not as they were.
fn row(pen: &mut Pen, y: u16, shown: &[Cell], next: &[Cell]) {
    let (mut x, mut stale) = (0, 0);
    while let Some(cell) = next.get(x) {
        let width = width(cell);
        if x < stale || *cell != shown[x] || is_short_cut(pen, (x, y), shown, next) {
            pen.cell(x as u16, y, cell);
            // A narrow character in the place of a wide one leaves half of it.
            let covered = shown[x..next.len().min(x + width)].iter().enumerate();
            stale = covered.map(|(i, cell)| x + i + self::width(cell)).fold(stale, usize::max);
            // Some terminals leave what stands beside an emoji that a selector made wide.
            if width > 1 && cell.symbol().contains('\u{FE0F}') {
                for beside in (x + 1..next.len().min(x + width))
                    .filter(|beside| next[*beside].symbol() != shown[*beside].symbol())
                {
                    pen.cell(beside as u16, y, &next[beside]);
                }
            }
        }
        x += width;
    }
}

/// Whether a cell that is as it was is told all the same: a space between two words is shorter than
/// a way around it.
fn is_short_cut(pen: &Pen, (x, y): (usize, u16), shown: &[Cell], next: &[Cell]) -> bool {
    pen.is_before(x as u16, y, &next[x])
        && next.get(x + 1).zip(shown.get(x + 1)).is_some_and(|(next, shown)| next != shown)
}

/// The columns of a cell's character.
fn width(cell: &Cell) -> usize {
    usize::from(cell.symbol().cell_width()).max(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::style::Style;

    use super::*;

    fn frame(surface: &mut Surface, text: &str, cursor: Option<Position>) -> String {
        surface.next.reset();
        surface.next.set_string(0, 0, text, Style::new());
        let frame = surface.frame(cursor);
        std::mem::swap(&mut surface.shown, &mut surface.next);
        String::from_utf8(frame).unwrap().replace("\x1b[?2026h", "")
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
