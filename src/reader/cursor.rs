//! The cursor of a list of which only some rows show.

/// A row of a list, counted from 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cursor(pub usize);

impl Cursor {
    /// Moves by rows, stopping at the ends of so many.
    pub fn step(&mut self, by: isize, rows: usize) {
        self.0 = self.0.saturating_add_signed(by).min(rows.saturating_sub(1));
    }

    /// Moves to the next row or the one before, around the ends of so many.
    pub fn turn(&mut self, forward: bool, rows: usize) {
        if rows > 0 {
            self.0 = (self.0 + if forward { 1 } else { rows - 1 }) % rows;
        }
    }

    /// The first row that shows where there is room for so many.
    pub fn first(self, room: u16) -> usize {
        (self.0 + 1).saturating_sub(usize::from(room).max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stops_at_the_ends_or_goes_around_them() {
        let mut cursor = Cursor::default();
        cursor.step(isize::MAX, 3);
        assert_eq!(cursor, Cursor(2));
        cursor.turn(true, 3);
        assert_eq!(cursor, Cursor(0));
        cursor.turn(false, 3);
        assert_eq!(cursor, Cursor(2));
        cursor.step(-isize::MAX, 3);
        cursor.step(1, 0);
        cursor.turn(true, 0);
        assert_eq!(cursor, Cursor(0));
    }

    #[test]
    fn the_cursor_always_shows() {
        for (row, room, first) in [(0, 5, 0), (4, 5, 0), (5, 5, 1), (5, 1, 5), (5, 0, 5)] {
            assert_eq!(Cursor(row).first(room), first);
        }
    }
}
