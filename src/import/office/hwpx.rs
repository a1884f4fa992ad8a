//! HWPX, the open form of Hangul files: the paragraphs and tables of its sections.

use super::xml::{Piece, each};
use super::{Container, MOST_SECTIONS};
use crate::import::Failure;
use crate::import::lines::{Line, LineKind, Rows, Sheet, fold};

/// Reads every section in order.
///
/// # Errors
/// If a section is damaged or too large.
pub fn read(container: &mut Container<'_>) -> Result<Sheet, Failure> {
    let mut body = Body::default();
    for number in 0..MOST_SECTIONS {
        let Some(section) = container.part(&format!("Contents/section{number}.xml"))? else {
            break;
        };
        each(&section, |piece| body.take(&piece));
        body.end_line();
    }
    Ok(body.sheet)
}

#[derive(Default)]
struct Body {
    sheet: Sheet,
    text: String,
    in_text: usize,
    /// Headers, footers and notes stand inside paragraphs and are left out.
    skipped: usize,
    tables: Vec<(Rows, Vec<String>)>,
}

const SKIPPED: [&str; 6] =
    ["header", "footer", "footNote", "endNote", "hiddenComment", "fieldBegin"];

impl Body {
    fn take(&mut self, piece: &Piece<'_>) {
        match piece {
            Piece::Open(element) if SKIPPED.contains(&element.name.as_str()) => self.skipped += 1,
            Piece::Close(name) if SKIPPED.contains(&name.as_str()) => {
                self.skipped = self.skipped.saturating_sub(1);
            }
            _ if self.skipped > 0 => {}
            Piece::Open(element) => self.open(&element.name),
            Piece::Close(name) => self.close(name),
            Piece::Text(text) if self.in_text > 0 => self.text.push_str(text),
            Piece::Text(_) => {}
        }
    }

    fn open(&mut self, name: &str) {
        match name {
            "t" => self.in_text += 1,
            "lineBreak" if self.tables.is_empty() => self.end_line(),
            "lineBreak" | "tab" | "nbSpace" | "fwSpace" => self.text.push(' '),
            "tbl" if self.tables.len() < 16 => {
                self.end_line();
                self.tables.push((Rows::default(), Vec::new()));
            }
            "tr" => {
                if let Some((rows, _)) = self.tables.last_mut() {
                    rows.rows.push(Vec::new());
                }
            }
            "tc" => {
                if let Some((_, cell)) = self.tables.last_mut() {
                    cell.clear();
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" => self.in_text = self.in_text.saturating_sub(1),
            "p" => self.end_line(),
            "tc" => {
                if let Some((rows, cell)) = self.tables.last_mut() {
                    let text = fold(&cell.join(" "));
                    if let Some(row) = rows.rows.last_mut() {
                        row.push(text);
                    }
                }
            }
            "tbl" => {
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
        self.sheet.lines.push(Line { text, indent: 0, gap: true, kind: LineKind::Text });
    }
}
