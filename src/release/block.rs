//! The text of a release: blocks of six kinds, nested, kept flat in reading order.
//!
//! A flat list makes every walk a loop and every place a number; depth and the end of each block's
//! items say what the nesting was.

use std::ops::Range;
use std::sync::Arc;

use crate::text::Raw;

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A subtitle or the title of a section or annex.
    Heading,
    /// A paragraph with a printed number.
    Numbered,
    /// An item with a printed mark.
    Bullet,
    /// Any other body text.
    Paragraph,
    /// Rows of cells.
    Table,
    /// A footnote, a remark, an attachment line.
    Note,
}

impl Kind {
    /// The kind's name in the release format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Heading => "Heading",
            Self::Numbered => "Numbered",
            Self::Bullet => "Bullet",
            Self::Paragraph => "Paragraph",
            Self::Table => "Table",
            Self::Note => "Note",
        }
    }
}

/// One block of the body.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// How many blocks it lies inside; 0 at the top level.
    pub depth: u8,
    /// The index after the last block that lies inside it; its own index + 1 when none does.
    pub end: u32,
    /// The printed number (always there for `Numbered`, possible for `Heading` and `Note`).
    pub number: Option<Raw>,
    /// The printed mark (always there for `Bullet`, possible for `Heading` and `Note`).
    pub marker: Option<Raw>,
    /// Its words. A table's are its cells, joined by tabs within a row and line breaks between rows.
    pub text: Raw,
    /// Where the cells stand in `text`; only for `Table`.
    pub table: Option<Arc<Table>>,
}

/// The cells of a table, as byte ranges of its block's text: one list, since most are a few bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    cells: Vec<Range<u32>>,
    /// Where in `cells` each row ends, the head row first when there is one.
    ends: Vec<u32>,
    has_header: bool,
}

impl Table {
    /// Joins cells into a table's text and notes where each came to stand.
    pub fn join<S: AsRef<str>>(header: &[S], rows: &[Vec<S>]) -> (Raw, Self) {
        let mut all = Rows::default();
        for row in rows {
            all.push(row);
        }
        all.under(header)
    }

    /// The head row; empty when there is none.
    pub fn header(&self) -> &[Range<u32>] {
        if self.has_header { self.row(0) } else { &[] }
    }

    /// The other rows, which need not be of one length.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &[Range<u32>]> {
        (usize::from(self.has_header)..self.ends.len()).map(|row| self.row(row))
    }

    /// The row in which a byte of the text stands.
    pub fn row_of(&self, byte: u32) -> usize {
        let cell = self.cells.partition_point(|cell| cell.start <= byte).saturating_sub(1);
        self.ends.partition_point(|end| *end as usize <= cell)
    }

    /// Every row, the head row first when there is one.
    pub fn all_rows(&self) -> impl ExactSizeIterator<Item = &[Range<u32>]> {
        (0..self.ends.len()).map(|row| self.row(row))
    }

    /// A row, the head row counting as the first when there is one.
    ///
    /// # Panics
    /// When there is no such row.
    pub fn row(&self, row: usize) -> &[Range<u32>] {
        let start = row.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.cells[start as usize..self.ends[row] as usize]
    }
}

/// The rows of a table being put together.
#[derive(Debug, Default)]
pub struct Rows {
    text: String,
    table: Table,
}

impl Rows {
    /// Adds a row below the others.
    pub fn push<S: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = S>) {
        if !self.table.ends.is_empty() {
            self.text.push('\n');
        }
        for (i, cell) in cells.into_iter().enumerate() {
            if i > 0 {
                self.text.push('\t');
            }
            let start = self.text.len() as u32;
            self.text.push_str(cell.as_ref());
            self.table.cells.push(start..self.text.len() as u32);
        }
        self.table.ends.push(self.table.cells.len() as u32);
    }

    /// The table's text and the table, with a head row above the others unless it has no cells.
    pub fn under<S: AsRef<str>>(mut self, header: impl IntoIterator<Item = S>) -> (Raw, Table) {
        let mut head = Self::default();
        head.push(header);
        if !head.table.cells.is_empty() {
            if !self.table.ends.is_empty() {
                head.text.push('\n');
            }
            self.put_below(head);
        }
        self.table.cells.shrink_to_fit();
        self.table.ends.shrink_to_fit();
        (Raw::from(self.text), self.table)
    }

    fn put_below(&mut self, head: Self) {
        let (bytes, cells) = (head.text.len() as u32, head.table.cells.len() as u32);
        self.text.insert_str(0, &head.text);
        for cell in &mut self.table.cells {
            *cell = cell.start + bytes..cell.end + bytes;
        }
        self.table.ends.iter_mut().for_each(|end| *end += cells);
        self.table.cells.splice(0..0, head.table.cells);
        self.table.ends.insert(0, cells);
        self.table.has_header = true;
    }
}

impl Block {
    /// The words of one cell.
    pub fn cell(&self, range: &Range<u32>) -> &str {
        self.text.as_str().get(range.start as usize..range.end as usize).unwrap_or_default()
    }
}

/// The blocks of a release in reading order: a block stands before the blocks inside it.
#[derive(Debug, Clone, Default)]
pub struct Body {
    blocks: Vec<Block>,
    /// The block each block lies directly inside; its own index at the top level.
    parents: Vec<u32>,
    /// The last block and those it lies inside, outermost first.
    open: Vec<u32>,
}

impl PartialEq for Body {
    fn eq(&self, other: &Self) -> bool {
        self.blocks == other.blocks
    }
}

impl Body {
    /// An empty body.
    pub fn new() -> Self {
        Self::default()
    }

    /// Appends a block at the depth it names, below the last block that is less deep.
    ///
    /// A depth that skips a level is brought down to one below the block before; `end` is computed.
    pub fn push(&mut self, mut block: Block) {
        let index = self.blocks.len() as u32;
        block.depth = block.depth.min(u8::try_from(self.open.len()).unwrap_or(u8::MAX));
        block.end = index + 1;
        self.open.truncate(block.depth as usize);
        for ancestor in &self.open {
            self.blocks[*ancestor as usize].end = index + 1;
        }
        self.parents.push(self.open.last().copied().unwrap_or(index));
        self.open.push(index);
        self.blocks.push(block);
    }

    /// The blocks in reading order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// One block.
    pub fn get(&self, index: usize) -> Option<&Block> {
        self.blocks.get(index)
    }

    /// How many blocks there are.
    pub fn len(&self) -> usize {
        self.blocks.len()
    }

    /// Whether there are no blocks.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The indices of the top-level blocks.
    pub fn top_level(&self) -> impl Iterator<Item = usize> {
        self.siblings(0..self.blocks.len())
    }

    /// The indices of the blocks directly inside a block.
    pub fn items(&self, index: usize) -> impl Iterator<Item = usize> {
        let end = self.blocks.get(index).map_or(index, |b| b.end as usize);
        self.siblings(index + 1..end)
    }

    /// The block that a block lies directly inside.
    pub fn parent(&self, index: usize) -> Option<usize> {
        let parent = *self.parents.get(index)? as usize;
        (parent != index).then_some(parent)
    }

    fn siblings(&self, range: Range<usize>) -> impl Iterator<Item = usize> {
        let mut next = range.start;
        std::iter::from_fn(move || {
            let index = next;
            if index >= range.end {
                return None;
            }
            next = self.blocks[index].end as usize;
            Some(index)
        })
    }
}

/// A block by its place in reading order, the title counting as the first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BlockId(u32);

impl BlockId {
    /// The title.
    pub const TITLE: Self = Self(0);

    /// The block at an index of the body.
    pub fn body(index: usize) -> Self {
        Self(u32::try_from(index + 1).unwrap_or(u32::MAX))
    }

    /// The index in the body; `None` for the title.
    pub fn index(self) -> Option<usize> {
        (self.0 as usize).checked_sub(1)
    }

    /// The place in reading order: 0 for the title, then one more for each block.
    pub fn order(self) -> usize {
        self.0 as usize
    }

    /// The block at a place in reading order.
    pub fn at(order: usize) -> Self {
        Self(u32::try_from(order).unwrap_or(u32::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(kind: Kind, depth: u8) -> Block {
        Block { kind, depth, end: 0, number: None, marker: None, text: Raw::from("x"), table: None }
    }

    #[test]
    fn items_and_parents_follow_from_depth() {
        let mut body = Body::new();
        for depth in [0, 1, 2, 1, 0, 1] {
            body.push(block(Kind::Bullet, depth));
        }
        assert_eq!(body.top_level().collect::<Vec<_>>(), [0, 4]);
        assert_eq!(body.items(0).collect::<Vec<_>>(), [1, 3]);
        assert_eq!(body.items(1).collect::<Vec<_>>(), [2]);
        assert_eq!(body.items(5).collect::<Vec<_>>(), Vec::<usize>::new());
        assert_eq!(body.parent(2), Some(1));
        assert_eq!(body.parent(3), Some(0));
        assert_eq!(body.parent(4), None);
        assert_eq!(body.blocks()[0].end, 4);
    }

    #[test]
    fn a_skipped_level_is_closed_up() {
        let mut body = Body::new();
        for depth in [3, 5, 9] {
            body.push(block(Kind::Bullet, depth));
        }
        assert_eq!(body.blocks().iter().map(|b| b.depth).collect::<Vec<_>>(), [0, 1, 2]);
    }

    #[test]
    fn a_tables_text_is_its_cells_joined() {
        let (text, table) = Table::join(&["a", "b"], &[vec!["1"], vec!["2", "3", "4"]]);
        assert_eq!(text.as_str(), "a\tb\n1\n2\t3\t4");
        assert_eq!(table.header(), [0..1, 2..3]);
        assert_eq!(table.rows().nth(1), Some(&[6..7, 8..9, 10..11][..]));
        let (text, table) = Table::join(&[], &[vec![""], vec!["a"], vec![], vec!["b"]]);
        assert_eq!(text.as_str(), "\na\n\nb");
        let starts: Vec<Vec<u32>> =
            table.all_rows().map(|row| row.iter().map(|cell| cell.start).collect()).collect();
        assert_eq!(starts, [vec![0], vec![1], vec![], vec![4]]);
        assert!(table.header().is_empty());
        assert_eq!(Table::join(&["a"], &[]).0, "a");
    }
}
