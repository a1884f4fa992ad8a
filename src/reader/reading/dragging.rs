//! Selecting with the mouse: from the word where it was pressed to the one where it is.

use super::Reading;
use super::pointing::Side;
use super::select::Point;
use crate::reader::areas::Position;

/// Where the mouse was pressed in the text, until a key is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The word.
    anchor: Point,
    /// The cell of the screen.
    at: Position,
    /// Whether it is still pressed.
    is_down: bool,
    /// Whether it was moved, so that it selects.
    has_moved: bool,
    /// Where it is by now, if it is beyond the edge and the text went on under it.
    beyond: Option<Position>,
}

/// A place in the text, and whether only what stands after it on its row lies there or to the right.
#[derive(Debug, Clone, Copy)]
struct Under {
    point: Point,
    is_before: bool,
}

impl Reading {
    /// The mouse is pressed over a row of the pane and a column counted from the gutter's first, in a
    /// cell of the screen.
    pub fn hold(&mut self, row: u16, column: Option<u16>, at: Position) {
        let under = self.under(usize::from(row), column);
        self.held = under.map(|under| Held {
            anchor: under.point,
            at,
            is_down: true,
            has_moved: false,
            beyond: None,
        });
    }

    /// The mouse has nothing to do with what comes.
    pub fn let_go(&mut self) {
        self.held = None;
    }

    /// Whether the mouse, over this cell, is pressed and was moved since.
    pub fn drags(&mut self, at: Position) -> bool {
        let Some(held) = self.held.as_mut().filter(|held| held.is_down) else { return false };
        held.has_moved |= held.at != at;
        held.has_moved
    }

    /// Whether the mouse selects.
    pub fn is_dragging(&self) -> bool {
        self.held.is_some_and(|held| held.is_down && held.has_moved)
    }

    /// The mouse selects to this cell of the screen; whether the text was moved for that.
    pub fn is_dragged_to(&mut self, at: Position, has_gone_on: bool) {
        if let Some(held) = &mut self.held {
            held.beyond = has_gone_on.then_some(at);
        }
    }

    /// Where the mouse is held, while the text goes on under it.
    pub fn dragged_to(&self) -> Option<Position> {
        self.held.filter(|held| held.is_down && held.has_moved)?.beyond
    }

    /// Selects from where the mouse was pressed to a row of the pane and a column, as
    /// [`Reading::hold`] counts them.
    pub fn drag_to(&mut self, row: u16, column: Option<u16>) {
        let Some(Held { anchor, .. }) = self.held else { return };
        self.collect_rows();
        let mut row = usize::from(row).min(self.rows().len().saturating_sub(1));
        let Some(mut under) = self.under(row, column) else { return };
        // On the way down, a row whose words the mouse has not reached ends with the row above.
        while under.is_before && under.point > anchor && row > 0 {
            row -= 1;
            let Some(above) = self.under(row, Some(u16::MAX)) else { break };
            under = above;
        }
        self.select_between(anchor, under.point);
    }

    /// The mouse is let go; says whether it has selected something, which stays selected.
    pub fn drop_drag(&mut self) -> bool {
        let was_dragging = self.is_dragging();
        if let Some(held) = &mut self.held {
            held.is_down = false;
        }
        if was_dragging {
            self.finish_selection();
        }
        was_dragging
    }

    fn under(&self, row: usize, column: Option<u16>) -> Option<Under> {
        let row = self.rows().get(row).or(self.rows().last())?;
        let by_column = |line| self.byte_by_column(row.block, line, column.unwrap_or(0));
        let (byte, side) = row.line.and_then(by_column).unwrap_or((0, Side::Left));
        let point = Point { block: row.block, byte };
        Some(Under { point, is_before: side == Side::Left })
    }
}
