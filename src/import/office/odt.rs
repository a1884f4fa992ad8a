//! ODT: paragraphs, headings, lists and tables. Notes and tracked deletions are left out.

use super::page::Page;
use super::xml::{Element, Piece, each};
use crate::import::lines::{Line, LineKind, Sheet};

/// Reads a document's content.
pub fn read(content: &str) -> Sheet {
    let mut body = Body::default();
    let is_whole = each(content, &LEFT_OUT, |piece| body.take(&piece));
    body.page.finish(is_whole)
}

#[derive(Default)]
struct Body {
    page: Page,
    /// How many paragraphs and headings are open.
    open: usize,
    heading: Option<u8>,
    lists: u8,
    item: bool,
    gap: bool,
}

/// Elements whose content is not the text.
const LEFT_OUT: [&str; 5] =
    ["note", "annotation", "tracked-changes", "forms", "table-of-content-source"];

impl Body {
    fn take(&mut self, piece: &Piece<'_>) {
        match piece {
            Piece::Open(element) => self.open(element),
            Piece::Close(name) => self.close(name),
            Piece::Text(text) if self.open > 0 => self.page.say(text),
            Piece::Text(_) => {}
        }
    }

    fn open(&mut self, element: &Element<'_>) {
        match element.name.as_str() {
            "p" | "h" => {
                self.end_line();
                self.open += 1;
                self.gap = true;
                let level = element.attribute("outline-level").and_then(|level| level.parse().ok());
                self.heading = (element.name == "h")
                    .then_some(level.unwrap_or(1))
                    .map(|level: u8| level.clamp(1, 6));
            }
            "s" | "tab" => self.page.say(" "),
            "line-break" => self.end_line(),
            "list" => self.lists = self.lists.saturating_add(1),
            "list-item" => self.item = true,
            "table" => self.page.open_table(),
            "table-row" => self.page.open_row(),
            "table-cell" | "covered-table-cell" => self.page.open_cell(),
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
            "table-cell" | "covered-table-cell" => self.page.close_cell(),
            "table" => self.page.close_table(),
            _ => {}
        }
    }

    fn end_line(&mut self) {
        let Some(text) = self.page.end_line() else { return };
        let kind = match self.heading {
            Some(level) => LineKind::Heading(level),
            None if std::mem::take(&mut self.item) && self.lists > 0 => {
                LineKind::Item { depth: self.lists - 1, number: None }
            }
            None => LineKind::Text,
        };
        self.page.push(Line { text, indent: 0, gap: std::mem::take(&mut self.gap), kind });
    }
}
