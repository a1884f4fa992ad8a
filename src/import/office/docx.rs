//! DOCX: paragraphs with their style and list, tables, line breaks.

use std::collections::HashMap;

use super::page::Page;
use super::xml::{Element, Piece, each};
use crate::import::lines::{Line, LineKind, Sheet};

/// Reads a document with its list and style definitions.
pub fn read(document: &str, numbering: &str, styles: &str) -> Sheet {
    let lists = Lists::read(numbering);
    let headings = headings(styles);
    let mut body = Body { lists, headings, ..Body::default() };
    let is_whole = each(document, &LEFT_OUT, |piece| body.take(&piece));
    body.page.finish(is_whole)
}

/// Deleted text, text that stands elsewhere by now, and what old programs would show in place of a text box.
const LEFT_OUT: [&str; 3] = ["del", "moveFrom", "Fallback"];

/// Which lists number their items, by list and level.
#[derive(Default)]
struct Lists {
    numbered: HashMap<(String, String), bool>,
    definition: HashMap<String, String>,
}

impl Lists {
    fn read(numbering: &str) -> Self {
        let mut lists = Self::default();
        let (mut definition, mut level, mut list) = (String::new(), String::new(), String::new());
        let mut in_list = false;
        each(numbering, &[], |piece| {
            let Piece::Open(element) = piece else { return };
            let value = |name| element.attribute(name).unwrap_or_default();
            match element.name.as_str() {
                "abstractNum" => {
                    definition = value("abstractNumId");
                    in_list = false;
                }
                "lvl" if !in_list => level = value("ilvl"),
                "numFmt" if !in_list => {
                    let numbered = !matches!(value("val").as_str(), "bullet" | "none");
                    lists.numbered.insert((definition.clone(), level.clone()), numbered);
                }
                "num" => {
                    list = value("numId");
                    in_list = true;
                }
                "abstractNumId" if in_list => {
                    lists.definition.insert(list.clone(), value("val"));
                }
                _ => {}
            }
        });
        lists
    }

    fn is_numbered(&self, list: &str, level: &str) -> bool {
        let definition = self.definition.get(list).map_or("", String::as_str);
        self.numbered.get(&(definition.to_owned(), level.to_owned())).copied().unwrap_or(false)
    }
}

/// The heading level of each style that has one.
fn headings(styles: &str) -> HashMap<String, u8> {
    let mut levels = HashMap::new();
    let mut style = String::new();
    each(styles, &[], |piece| {
        let Piece::Open(element) = piece else { return };
        match element.name.as_str() {
            "style" => style = element.attribute("styleId").unwrap_or_default(),
            "outlineLvl" => {
                let level = element.attribute("val").and_then(|v| v.parse::<u8>().ok());
                if let Some(level) = level.filter(|level| *level < 6) {
                    levels.insert(style.clone(), level + 1);
                }
            }
            _ => {}
        }
    });
    levels
}

/// What its properties say of a paragraph.
#[derive(Default)]
struct Paragraph {
    /// Its level as a heading.
    style: Option<u8>,
    /// Its list and the level there.
    list: Option<(String, String)>,
}

#[derive(Default)]
struct Body {
    lists: Lists,
    headings: HashMap<String, u8>,
    page: Page,
    in_text: bool,
    open: Paragraph,
    /// The paragraphs that the text box stands in.
    around: Vec<Paragraph>,
    counts: HashMap<(String, usize), u32>,
}

impl Body {
    fn take(&mut self, piece: &Piece<'_>) {
        match piece {
            Piece::Open(element) => self.open(element),
            Piece::Close(name) => self.close(name),
            Piece::Text(text) if self.in_text => self.page.say(text),
            Piece::Text(_) => {}
        }
    }

    fn open(&mut self, element: &Element<'_>) {
        let value = |name| element.attribute(name).unwrap_or_default();
        match element.name.as_str() {
            "t" => self.in_text = true,
            "p" => {
                self.end_line(true);
                self.around.push(std::mem::take(&mut self.open));
            }
            "br" | "cr" if !self.page.is_in_table() => self.end_line(false),
            "tab" | "br" | "cr" => self.page.say(" "),
            "noBreakHyphen" => self.page.say("-"),
            "pStyle" => self.open.style = self.level(&value("val")),
            "ilvl" => self.open.list = Some((String::new(), value("val"))),
            "numId" => {
                let level =
                    self.open.list.take().map_or_else(|| "0".to_owned(), |(_, level)| level);
                self.open.list = Some((value("val"), level)).filter(|(list, _)| list != "0");
            }
            "tbl" => {
                self.end_line(true);
                self.page.open_table();
            }
            "tr" => self.page.open_row(),
            "tc" => self.page.open_cell(),
            _ => {}
        }
    }

    fn level(&self, style: &str) -> Option<u8> {
        let named = style.strip_prefix("Heading").and_then(|level| level.parse().ok());
        let level = self.headings.get(style).copied().or(named);
        level.or_else(|| (style == "Title").then_some(1)).filter(|level| (1..=6).contains(level))
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "p" => {
                self.end_line(true);
                self.open = self.around.pop().unwrap_or_default();
            }
            "tc" => self.page.close_cell(),
            "tbl" => self.page.close_table(),
            _ => {}
        }
    }

    /// Ends a line of text: into the cell that is open, else into the sheet.
    fn end_line(&mut self, paragraph: bool) {
        let Some(text) = self.page.end_line() else { return };
        let kind = self.kind();
        self.page.push(Line { text, indent: 0, gap: paragraph || self.page.is_empty(), kind });
        if !paragraph {
            self.open.list = None;
        }
    }

    fn kind(&mut self) -> LineKind {
        if let Some(level) = self.open.style {
            return LineKind::Heading(level);
        }
        let Some((list, level)) = self.open.list.take() else { return LineKind::Text };
        let depth = level.parse::<u8>().unwrap_or(0).min(8);
        if !self.lists.is_numbered(&list, &level) {
            return LineKind::Item { depth, number: None };
        }
        let count = self.counts.entry((list.clone(), usize::from(depth))).or_insert(0);
        *count += 1;
        let number = Some(*count);
        // Levels below begin again.
        self.counts.retain(|(other, below), _| *other != list || *below <= usize::from(depth));
        LineKind::Item { depth, number }
    }
}
