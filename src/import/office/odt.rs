//! ODT: paragraphs, headings, lists and tables. Notes and tracked deletions are left out.

use super::xml::{Element, Piece, each};
use crate::import::lines::{Line, LineKind, Rows, Sheet, fold};

/// Reads a document's content.
pub fn read(content: &str) -> Sheet {
    let mut body = Body::default();
    each(content, |piece| body.take(&piece));
    body.sheet
}

#[derive(Default)]
struct Body {
    sheet: Sheet,
    text: String,
    /// How many paragraphs and headings are open.
    open: usize,
    /// How many elements that are left out are open.
    skipped: usize,
    heading: Option<u8>,
    lists: u8,
    item: bool,
    gap: bool,
    tables: Vec<(Rows, Vec<String>)>,
}

/// Elements whose content is not the text.
const SKIPPED: [&str; 5] =
    ["note", "annotation", "tracked-changes", "forms", "table-of-content-source"];

impl Body {
    fn take(&mut self, piece: &Piece<'_>) {
        match piece {
            Piece::Open(element) if SKIPPED.contains(&element.name.as_str()) => self.skipped += 1,
            Piece::Close(name) if SKIPPED.contains(&name.as_str()) => {
                self.skipped = self.skipped.saturating_sub(1);
            }
            _ if self.skipped > 0 => {}
            Piece::Open(element) => self.open(element),
            Piece::Close(name) => self.close(name),
            Piece::Text(text) if self.open > 0 => self.text.push_str(text),
            Piece::Text(_) => {}
        }
    }

    fn open(&mut self, element: &Element<'_>) {
        match element.name.as_str() {
            "p" | "h" => {
                self.open += 1;
                self.gap = true;
                let level = element.attribute("outline-level").and_then(|level| level.parse().ok());
                self.heading = (element.name == "h")
                    .then_some(level.unwrap_or(1))
                    .map(|level: u8| level.clamp(1, 6));
            }
            "s" | "tab" => self.text.push(' '),
            "line-break" => self.end_line(),
            "list" => self.lists = self.lists.saturating_add(1),
            "list-item" => self.item = true,
            "table" if self.tables.len() < 16 => self.tables.push((Rows::default(), Vec::new())),
            "table-row" => {
                if let Some((rows, _)) = self.tables.last_mut() {
                    rows.rows.push(Vec::new());
                }
            }
            "table-cell" | "covered-table-cell" => {
                if let Some((_, cell)) = self.tables.last_mut() {
                    cell.clear();
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" | "h" => {
                self.end_line();
                self.open = self.open.saturating_sub(1);
                self.heading = None;
            }
            "list" => self.lists = self.lists.saturating_sub(1),
            "table-cell" | "covered-table-cell" => {
                if let Some((rows, cell)) = self.tables.last_mut() {
                    let text = fold(&cell.join(" "));
                    if let Some(row) = rows.rows.last_mut() {
                        row.push(text);
                    }
                }
            }
            "table" => {
                if let Some((rows, _)) = self.tables.pop() {
                    super::xml_table(
                        &mut self.sheet,
                        rows,
                        self.tables.last_mut().map(|(_, cell)| cell),
                    );
                }
            }
            _ => {}
        }
    }

    fn end_line(&mut self) {
        let text = fold(&std::mem::take(&mut self.text));
        if text.is_empty() {
            return;
        }
        if let Some((_, cell)) = self.tables.last_mut() {
            cell.push(text);
            return;
        }
        let kind = match self.heading {
            Some(level) => LineKind::Heading(level),
            None if std::mem::take(&mut self.item) && self.lists > 0 => {
                LineKind::Item { depth: self.lists - 1, number: None }
            }
            None => LineKind::Text,
        };
        self.sheet.lines.push(Line { text, indent: 0, gap: std::mem::take(&mut self.gap), kind });
    }
}
