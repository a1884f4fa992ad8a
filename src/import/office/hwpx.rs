//! HWPX, the open form of Hangul files: the paragraphs and tables of its sections.

use super::page::Page;
use super::xml::{Piece, each};
use super::{Container, MOST_SECTIONS};
use crate::import::Failure;
use crate::import::lines::{Line, LineKind, Sheet};

/// Reads every section in order.
///
/// # Errors
/// If a section is damaged or too large.
pub fn read(container: &mut Container<'_>) -> Result<Sheet, Failure> {
    let mut body = Body::default();
    let mut is_whole = true;
    for number in 0..MOST_SECTIONS {
        let Some(section) = container.part(&format!("Contents/section{number}.xml"))? else {
            break;
        };
        is_whole &= each(&section, &LEFT_OUT, |piece| body.take(&piece));
        body.end_line();
    }
    Ok(body.page.finish(is_whole))
}

#[derive(Default)]
struct Body {
    page: Page,
    in_text: usize,
}

/// Headers, footers and notes stand inside paragraphs.
const LEFT_OUT: [&str; 6] =
    ["header", "footer", "footNote", "endNote", "hiddenComment", "fieldBegin"];

impl Body {
    fn take(&mut self, piece: &Piece<'_>) {
        match piece {
            Piece::Open(element) => self.open(&element.name),
            Piece::Close(name) => self.close(name),
            Piece::Text(text) if self.in_text > 0 => self.page.say(text),
            Piece::Text(_) => {}
        }
    }

    fn open(&mut self, name: &str) {
        match name {
            "t" => self.in_text += 1,
            "p" => self.end_line(),
            "lineBreak" if !self.page.is_in_table() => self.end_line(),
            "lineBreak" | "tab" | "nbSpace" | "fwSpace" => self.page.say(" "),
            "tbl" => {
                self.end_line();
                self.page.open_table();
            }
            "tr" => self.page.open_row(),
            "tc" => self.page.open_cell(),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" => self.in_text = self.in_text.saturating_sub(1),
            "p" => self.end_line(),
            "tc" => self.page.close_cell(),
            "tbl" => self.page.close_table(),
            _ => {}
        }
    }

    fn end_line(&mut self) {
        let Some(text) = self.page.end_line() else { return };
        self.page.push(Line { text, indent: 0, gap: true, kind: LineKind::Text });
    }
}
