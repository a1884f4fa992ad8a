//! The columns of a table: how wide each is, and on which side its words stand.
//!
//! Only measures; whoever draws wraps the cells to the widths found here.

use super::width::cells;

/// Columns left free between two columns of a table.
pub const GAP: usize = 2;

/// Below this a column of words is not worth reading any more.
const NARROWEST: usize = 8;

/// The longest word that is kept whole at the cost of other columns.
const LONGEST_WORD: usize = 14;

/// The side of a column on which its words stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// Words begin at the left.
    #[default]
    Left,
    /// Numbers end at the right, so that their places stand below each other.
    Right,
}

/// One column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// Its width on the screen.
    pub width: usize,
    /// Where its words stand.
    pub side: Side,
}

/// What is known of a table's columns while its cells are looked at, row by row.
#[derive(Clone, Debug, Default)]
pub struct Measure {
    columns: Vec<Seen>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    width: usize,
    /// The widest word, as far as it is worth keeping whole.
    word: usize,
    /// The widest cell below the head row.
    body: usize,
    numbers: bool,
    words: bool,
}

impl Measure {
    /// Looks at the cells of a head row: they count for the width, not for the side.
    pub fn head<'a>(&mut self, row: impl IntoIterator<Item = &'a str>) {
        for (i, cell) in row.into_iter().enumerate() {
            let seen = self.column(i);
            seen.width = seen.width.max(widest_line(cell));
            seen.word = seen.word.max(widest_word(cell));
        }
    }

    /// Looks at the cells of any other row.
    pub fn row<'a>(&mut self, row: impl IntoIterator<Item = &'a str>) {
        for (i, cell) in row.into_iter().enumerate() {
            let seen = self.column(i);
            seen.body = seen.body.max(widest_line(cell));
            seen.word = seen.word.max(widest_word(cell));
            seen.width = seen.width.max(seen.body);
            match Content::of(cell) {
                Content::Number => seen.numbers = true,
                Content::Words => seen.words = true,
                Content::Nothing => {}
            }
        }
    }

    fn column(&mut self, index: usize) -> &mut Seen {
        if index >= self.columns.len() {
            self.columns.resize(index + 1, Seen::default());
        }
        &mut self.columns[index]
    }

    /// Every column as wide as its widest cell.
    pub fn natural(&self) -> Vec<Column> {
        self.columns.iter().map(|seen| Column { width: seen.width, side: seen.side() }).collect()
    }

    /// The columns so that all of them fit into `available` cells, gaps included: heads give way
    /// first, then the widest; numbers are not broken, nor words that are not long. `None` when no layout is worth reading.
    pub fn fit(&self, available: usize) -> Option<Vec<Column>> {
        let gaps = GAP * self.columns.len().saturating_sub(1);
        let room = available.checked_sub(gaps)?;
        let least = |keep| self.columns.iter().map(|seen| seen.within(0, keep)).sum::<usize>();
        let mut keeps = [Keep::Rows, Keep::Words].into_iter();
        let keep = keeps.find(|keep| least(*keep) <= room)?;
        let within = |seen: &Seen, cap| seen.within(cap, keep);
        let taken = |cap: usize| self.columns.iter().map(|seen| within(seen, cap)).sum::<usize>();
        // The greatest width at which to cut columns so that all fit.
        let (mut cap, mut over) = (0, self.columns.iter().map(|c| c.width).max().unwrap_or(0) + 1);
        while over - cap > 1 {
            let middle = cap.midpoint(over);
            if taken(middle) <= room { cap = middle } else { over = middle }
        }
        let mut left = room - taken(cap);
        let fitted = self.columns.iter().map(|seen| {
            let wider = usize::from(left > 0 && within(seen, cap) < within(seen, cap + 1));
            left -= wider;
            Column { width: within(seen, cap) + wider, side: seen.side() }
        });
        Some(fitted.collect())
    }
}

/// What is not broken when room is scarce.
#[derive(Clone, Copy)]
enum Keep {
    /// Whatever stands below the head row.
    Rows,
    /// Words that are not long, and numbers.
    Words,
}

impl Seen {
    fn side(&self) -> Side {
        if self.numbers && !self.words { Side::Right } else { Side::Left }
    }

    fn within(&self, cap: usize, keep: Keep) -> usize {
        let least = match (self.side(), keep) {
            (_, Keep::Rows) | (Side::Right, Keep::Words) => self.body.max(self.word),
            (Side::Left, Keep::Words) => NARROWEST.max(self.word),
        };
        cap.max(least).min(self.width)
    }
}

fn widest_line(cell: &str) -> usize {
    cell.split('\n').map(cells).max().unwrap_or(0)
}

fn widest_word(cell: &str) -> usize {
    cell.split_whitespace().map(cells).filter(|w| *w <= LONGEST_WORD).max().unwrap_or(0)
}

/// What a cell holds, as far as its side is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Content {
    Nothing,
    Number,
    Words,
}

impl Content {
    /// A number may carry a sign, a currency or a short unit: `US$2.16 bn`, `−0.3%`, `1,200명`.
    fn of(cell: &str) -> Content {
        const LONGEST_NUMBER: usize = 40;
        if cell.len() > LONGEST_NUMBER {
            return Content::Words;
        }
        let digits = cell.chars().filter(|c| c.is_numeric()).count();
        let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
        match (digits, letters) {
            (0, 0) => Content::Nothing,
            (0, _) => Content::Words,
            (_, letters) if letters <= 5.min(digits + 2) => Content::Number,
            _ => Content::Words,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measure(rows: &[&[&str]]) -> Measure {
        let mut measure = Measure::default();
        measure.head(rows[0].iter().copied());
        for row in &rows[1..] {
            measure.row(row.iter().copied());
        }
        measure
    }

    fn widths(columns: &[Column]) -> Vec<usize> {
        columns.iter().map(|c| c.width).collect()
    }

    #[test]
    fn a_column_of_numbers_stands_at_the_right() {
        let table = measure(&[
            &["Year", "Volume", "Partner", "Note"],
            &["2017", "US$1.5 bn", "1st Kazakhstan", "–"],
            &["2018", "", "Uzbekistan", ""],
        ]);
        let sides: Vec<_> = table.natural().iter().map(|c| c.side).collect();
        assert_eq!(sides, [Side::Right, Side::Right, Side::Left, Side::Left]);
        assert_eq!(Content::of("1,200명"), Content::Number);
        assert_eq!(Content::of("−0.3%"), Content::Number);
        assert_eq!(Content::of("Article 3"), Content::Words);
        assert_eq!(Content::of("B2"), Content::Number);
    }

    #[test]
    fn the_widest_columns_give_way_first() {
        let long = "x".repeat(50);
        let table = measure(&[&["a", "b", "c"], &["short", &long, &"y".repeat(30)]]);
        assert_eq!(widths(&table.fit(100).unwrap()), [5, 50, 30]);
        assert_eq!(widths(&table.fit(80).unwrap()), [5, 41, 30]);
        assert_eq!(widths(&table.fit(60).unwrap()), [5, 26, 25]);
        assert_eq!(widths(&table.fit(25).unwrap()), [5, 8, 8]);
        assert_eq!(table.fit(24), None);
    }

    #[test]
    fn the_words_of_heads_are_never_broken() {
        let table = measure(&[&["Imports (EUR million)", "Change"], &["980", "+3.1"]]);
        assert_eq!(widths(&table.fit(20).unwrap()), [12, 6]);
        assert_eq!(widths(&table.fit(16).unwrap()), [8, 6]);
        assert_eq!(table.fit(15), None);
    }

    #[test]
    fn numbers_are_never_broken() {
        let table = measure(&[&["Country", "Volume"], &[&"x".repeat(50), "US$2,160,000,000"]]);
        assert_eq!(widths(&table.fit(40).unwrap()), [22, 16]);
        assert_eq!(table.fit(20), None);
        assert_eq!(measure(&[&[]]).fit(0), Some(vec![]));
    }

    #[test]
    fn a_long_head_above_short_numbers_is_broken() {
        let table = measure(&[&["Country", "Exports (EUR million)"], &["Kazakhstan", "1,240"]]);
        assert_eq!(widths(&table.fit(20).unwrap()), [10, 8]);
        assert_eq!(widths(&table.fit(24).unwrap()), [10, 12]);
    }

    #[test]
    fn heads_are_broken_before_what_stands_below_them() {
        let head = ["Partner", "Exports (EUR million)", "Imports (EUR million)"];
        let table = measure(&[&head, &["Other countries", "1,470", "1,675"]]);
        assert_eq!(widths(&table.fit(39).unwrap()), [15, 10, 10]);
        assert_eq!(widths(&table.fit(35).unwrap()), [15, 8, 8]);
        assert_eq!(widths(&table.fit(34).unwrap()), [10, 10, 10]);
    }
}
