//! The lines and tables of an office file as they are read: what its formats have in common.

use crate::import::MOST_LINES;
use crate::import::lines::{DEEPEST_TABLE, Line, Rows, Sheet, fold};

/// A page being read, in the order of its parts.
#[derive(Default)]
pub struct Page {
    sheet: Sheet,
    /// The words since the last line ended.
    text: String,
    tables: Vec<Table>,
    /// Open tables that are nested too deep.
    deeper: usize,
}

/// An open table, and the lines of the cell that is open or was the last.
#[derive(Default)]
struct Table {
    rows: Rows,
    cell: Vec<String>,
}

impl Page {
    /// Adds words to the line.
    pub fn say(&mut self, words: &str) {
        self.text.push_str(words);
    }

    /// Whether a table is open.
    pub fn is_in_table(&self) -> bool {
        !self.tables.is_empty()
    }

    /// Whether no line has been put on the page.
    pub fn is_empty(&self) -> bool {
        self.sheet.lines.is_empty()
    }

    /// Ends the line: into the cell that is open, or else it is given back, unless it has no words.
    pub fn end_line(&mut self) -> Option<String> {
        let text = fold(&std::mem::take(&mut self.text));
        if text.is_empty() {
            return None;
        }
        match self.tables.last_mut() {
            Some(table) => {
                table.cell.push(text);
                None
            }
            None => Some(text),
        }
    }

    /// Puts a line on the page.
    pub fn push(&mut self, line: Line) {
        if self.sheet.lines.len() <= MOST_LINES {
            self.sheet.lines.push(line);
        }
    }

    /// A table begins, in a cell if one is open.
    pub fn open_table(&mut self) {
        if self.tables.len() < DEEPEST_TABLE {
            self.tables.push(Table::default());
        } else {
            self.deeper += 1;
        }
    }

    /// A row begins.
    pub fn open_row(&mut self) {
        if let Some(table) = self.table() {
            table.rows.rows.push(Vec::new());
        }
    }

    /// A cell begins.
    pub fn open_cell(&mut self) {
        if let Some(table) = self.table() {
            table.cell.clear();
        }
    }

    /// A cell ends.
    pub fn close_cell(&mut self) {
        let Some(Table { rows, cell }) = self.table() else { return };
        if let Some(row) = rows.rows.last_mut() {
            row.push(fold(&cell.join(" ")));
        }
    }

    /// A table ends: a box of one cell is text, a table inside a cell is the cell's words.
    pub fn close_table(&mut self) {
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        let Some(Table { rows, .. }) = self.tables.pop() else { return };
        if let Some(outer) = self.tables.last_mut() {
            outer.cell.push(rows.cells().collect::<Vec<_>>().join(" "));
            return;
        }
        let single = rows.rows.iter().map(Vec::len).sum::<usize>() == 1;
        let lines = &mut self.sheet.lines;
        if single {
            lines.extend(rows.cells().map(|text| Line { gap: true, ..Line::text(text) }));
        } else if rows.cells().next().is_some() {
            lines.push(Line::table(rows));
        }
    }

    /// The table whose rows and cells come now.
    fn table(&mut self) -> Option<&mut Table> {
        self.tables.last_mut().filter(|_| self.deeper == 0)
    }

    /// All that was read, and whether the file was read to its end.
    pub fn finish(mut self, is_whole: bool) -> Sheet {
        if !is_whole {
            self.sheet.doubts.push("the file is damaged: its text may end early");
        }
        self.sheet
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nested(depth: usize) -> Sheet {
        let mut page = Page::default();
        for _ in 0..depth {
            page.open_table();
            page.open_row();
            for words in ["left", "right"] {
                page.open_cell();
                page.say(words);
                assert_eq!(page.end_line(), None);
                if words == "left" {
                    page.close_cell();
                }
            }
        }
        for _ in 0..depth {
            page.close_cell();
            page.close_table();
        }
        page.say("after");
        let after = page.end_line().expect("no table is open any more");
        page.push(Line::text(&after));
        page.finish(true)
    }

    #[test]
    fn however_deep_tables_are_nested_their_ends_are_those_of_their_beginnings() {
        for depth in [1, 2, DEEPEST_TABLE, DEEPEST_TABLE + 1, 3 * DEEPEST_TABLE] {
            let sheet = nested(depth);
            assert_eq!(sheet.lines.len(), 2, "{depth}");
            assert_eq!(sheet.lines[1].text, "after", "{depth}");
        }
    }
}
