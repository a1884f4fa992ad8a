//! A page as lines in reading order, each with the element that it stands in.

use super::entity::resolve;
use super::table::Grid;
use super::token::{Tag, Token, tokens};
use crate::import::MOST_LINES;
use crate::import::lines::{DEEPEST_TABLE, Line, LineKind, fold};

/// A page in reading order.
pub struct Flow {
    /// Elements in the order of their opening tags; the first is the page itself.
    pub elements: Vec<Element>,
    /// Lines, each with the place of its element.
    pub lines: Vec<Placed>,
    /// What the head says.
    pub meta: Meta,
    /// Whether reading stopped because there was too much.
    pub is_cut: bool,
}

/// An element that can hold lines.
#[derive(Debug, Clone, Default)]
pub struct Element {
    /// The place of the element that it stands in; its own for the page.
    pub parent: usize,
    /// Its name.
    pub name: &'static str,
    /// The words of its class, id and role.
    pub labels: String,
}

/// A line and where it stands.
pub struct Placed {
    /// The line.
    pub line: Line,
    /// The place of its element.
    pub element: usize,
    /// How many of its characters are the text of links.
    pub linked: usize,
}

/// What a page's head says.
#[derive(Debug, Default)]
pub struct Meta {
    head_title: Option<String>,
    shared_title: Option<String>,
    /// When it was published.
    pub published: Option<String>,
    /// Its language.
    pub language: Option<String>,
    /// Its address.
    pub source: Option<String>,
    /// The name of the site.
    pub site: Option<String>,
}

impl Meta {
    /// The page's title without the name of the site.
    pub fn title(&self) -> Option<String> {
        let title = self.shared_title.as_ref().or(self.head_title.as_ref())?;
        let bar = [" | ", " :: ", " » "].iter().find_map(|mark| title.rfind(mark));
        // A dash may be the title's own: what stands after it has to be the shorter part.
        let dash = [" – ", " - "].iter().find_map(|mark| title.rfind(mark));
        let cut = bar.or(dash.filter(|at| at * 2 >= title.len()));
        let title = match cut {
            Some(at) if self.shared_title.is_none() => &title[..at],
            _ => title,
        };
        Some(fold(title)).filter(|title| !title.is_empty())
    }

    fn take(&mut self, tag: &Tag<'_>) {
        let key = ["property", "name", "itemprop"].iter().find_map(|name| tag.attribute(name));
        let (Some(key), Some(content)) = (key, tag.attribute("content")) else { return };
        let slot = match key.to_ascii_lowercase().as_str() {
            "og:title" | "twitter:title" | "dc.title" => &mut self.shared_title,
            "article:published_time"
            | "datepublished"
            | "dc.date"
            | "dcterms.date"
            | "date"
            | "dc.date.issued"
            | "pubdate" => &mut self.published,
            "og:url" => &mut self.source,
            "og:site_name" => &mut self.site,
            _ => return,
        };
        if slot.is_none() && !content.trim().is_empty() {
            *slot = Some(fold(&content));
        }
    }
}

/// Elements that begin and end a line.
const BLOCKS: [&str; 42] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "button",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "nav",
    "ol",
    "option",
    "p",
    "pre",
    "section",
    "select",
    "summary",
    "table",
    "ul",
    "label",
];
/// Elements without content.
const VOID: [&str; 9] = ["br", "hr", "img", "input", "meta", "link", "wbr", "source", "area"];
/// Deeper elements count as part of the one that deep.
const DEEPEST: usize = 200;
/// The most elements that a page may have.
const MOST_ELEMENTS: usize = MOST_LINES;

/// Reads a page.
pub fn read(page: &str) -> Flow {
    let mut reader = Reader::default();
    reader.flow_elements();
    for token in tokens(page) {
        if reader.is_full() {
            break;
        }
        match token {
            Token::Open(tag) => reader.open(&tag),
            Token::Close(name) => reader.close(&name),
            Token::Text(text) => reader.text(text),
        }
    }
    reader.finish()
}

#[derive(Default)]
struct Reader {
    elements: Vec<Element>,
    lines: Vec<Placed>,
    meta: Meta,
    /// The elements that are open, innermost last.
    open: Vec<usize>,
    /// How many elements are open beyond [`DEEPEST`].
    beyond: usize,
    text: String,
    linked: usize,
    in_link: bool,
    in_title: bool,
    /// How many drawings (`<svg>`) are open, whose words are no text.
    drawings: usize,
    gap: bool,
    lists: Vec<Option<u32>>,
    item: Option<LineKind>,
    tables: Vec<Grid>,
    /// Open tables that are nested too deep.
    deeper: usize,
}

impl Reader {
    fn flow_elements(&mut self) {
        self.elements.push(Element::default());
        self.open.push(0);
        self.gap = true;
    }

    fn open(&mut self, tag: &Tag<'_>) {
        match tag.name.as_str() {
            "svg" if !tag.closes_itself() => self.drawings += 1,
            "title" | "text" | "a" if self.drawings > 0 => return,
            "br" => return self.flush(false),
            "meta" => return self.meta.take(tag),
            "title" if self.lines.is_empty() => self.in_title = true,
            "a" => self.in_link = true,
            "time" if self.meta.published.is_none() => {
                self.meta.published = tag.attribute("datetime");
            }
            "html" => self.meta.language = tag.attribute("lang").filter(|l| !l.is_empty()),
            "link" if tag.attribute("rel").as_deref() == Some("canonical") => {
                self.meta.source = tag.attribute("href");
            }
            "td" | "th" => return self.cell(tag),
            "tr" => return self.row(),
            _ => {}
        }
        let block = BLOCKS.iter().find(|name| **name == tag.name && !VOID.contains(name));
        let Some(name) = block else {
            if tag.name == "hr" {
                self.flush(true);
            }
            return;
        };
        // A paragraph or the like stands in no drawing.
        self.drawings = 0;
        self.flush(true);
        self.close_implied(name);
        self.push(name, tag);
        match tag.name.as_str() {
            "ul" | "dl" => self.lists.push(None),
            "ol" => {
                let start = tag.attribute("start").and_then(|s| s.trim().parse().ok());
                self.lists.push(Some(start.unwrap_or(1)));
            }
            "li" => self.begin_item(),
            "table" => self.begin_table(),
            _ => {}
        }
    }

    fn push(&mut self, name: &'static str, tag: &Tag<'_>) {
        let parent = self.open.last().copied().unwrap_or(0);
        if self.open.len() > DEEPEST {
            self.beyond += 1;
            return;
        }
        let labels: Vec<String> =
            ["class", "id", "role"].iter().filter_map(|name| tag.attribute(name)).collect();
        let labels = labels.join(" ").to_ascii_lowercase();
        self.open.push(self.elements.len());
        self.elements.push(Element { parent, name, labels });
    }

    /// Paragraphs and items end where the next one begins.
    fn close_implied(&mut self, next: &str) {
        let top = self.open.last().map(|i| self.elements[*i].name);
        let ends = match top {
            Some("p") => true,
            Some("li") => next == "li",
            Some("dt" | "dd") => matches!(next, "dt" | "dd"),
            Some("option") => next == "option",
            _ => false,
        };
        if ends {
            self.open.pop();
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "svg" => self.drawings = self.drawings.saturating_sub(1),
            "a" => self.in_link = false,
            "title" if self.in_title => {
                self.in_title = false;
                let title = fold(&resolve(&std::mem::take(&mut self.text)));
                self.meta.head_title = Some(title).filter(|t| !t.is_empty());
                self.linked = 0;
            }
            "td" | "th" => self.flush(true),
            "ul" | "ol" | "dl" => {
                self.flush(true);
                self.lists.pop();
            }
            "table" => {
                self.flush(true);
                self.end_table();
            }
            _ => {}
        }
        if !BLOCKS.contains(&name) {
            return;
        }
        self.drawings = 0;
        self.flush(true);
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        // Looking for the opening tag is bounded by the depth.
        if let Some(at) = self.open.iter().rposition(|i| self.elements[*i].name == name)
            && at > 0
        {
            self.open.truncate(at);
        }
    }

    fn text(&mut self, text: &str) {
        if self.drawings > 0 {
            return;
        }
        let resolved = resolve(text);
        if self.in_link {
            self.linked += resolved.chars().filter(|c| !c.is_whitespace()).count();
        }
        self.text.push_str(&resolved);
    }

    fn begin_item(&mut self) {
        let depth = u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
        let number = self.lists.last_mut().and_then(|list| {
            let number = *list;
            if let Some(next) = list {
                *next = next.saturating_add(1);
            }
            number
        });
        self.item = Some(LineKind::Item { depth, number });
    }

    fn begin_table(&mut self) {
        if self.tables.len() < DEEPEST_TABLE {
            self.tables.push(Grid::new(self.lines.len()));
        } else {
            self.deeper += 1;
        }
    }

    fn row(&mut self) {
        self.flush(true);
        if let Some(table) = self.table() {
            table.row();
        }
    }

    /// The table whose rows and cells come now.
    fn table(&mut self) -> Option<&mut Grid> {
        self.tables.last_mut().filter(|_| self.deeper == 0)
    }

    fn cell(&mut self, tag: &Tag<'_>) {
        self.flush(true);
        let span = |name| tag.attribute(name).and_then(|s| s.trim().parse().ok()).unwrap_or(1);
        let (lines, head) = (self.lines.len(), tag.name == "th");
        if let Some(table) = self.table() {
            table.cell(lines, head, (span("colspan"), span("rowspan")));
        }
    }

    fn end_table(&mut self) {
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        let Some(table) = self.tables.pop() else { return };
        let Some(rows) = table.finish(&self.lines) else {
            // Its lines stay as they are; the table around it holds a layout.
            self.tables.iter_mut().for_each(Grid::holds_layout);
            return;
        };
        let linked = self.lines[table.first..].iter().map(|line| line.linked).sum();
        self.lines.truncate(table.first);
        let element = self.open.last().copied().unwrap_or(0);
        self.lines.push(Placed { line: Line::table(rows), element, linked });
    }

    fn flush(&mut self, gap: bool) {
        let text = fold(&self.text);
        self.text.clear();
        let linked = std::mem::take(&mut self.linked);
        if text.is_empty() {
            self.gap |= gap;
            return;
        }
        let element = self.open.last().copied().unwrap_or(0);
        let level = match self.elements[element].name {
            name @ ("h1" | "h2" | "h3" | "h4" | "h5" | "h6") => name[1..].parse().ok(),
            _ => None,
        };
        let kind =
            level.map(LineKind::Heading).or_else(|| self.item.take()).unwrap_or(LineKind::Text);
        let line = Line { text, indent: 0, gap: self.gap, kind };
        self.lines.push(Placed { line, element, linked });
        self.gap = gap;
    }

    /// Whether there is more than is read.
    fn is_full(&self) -> bool {
        self.lines.len() > MOST_LINES || self.elements.len() > MOST_ELEMENTS
    }

    fn finish(mut self) -> Flow {
        self.flush(true);
        let is_cut = self.is_full();
        while !self.tables.is_empty() {
            self.end_table();
        }
        let Self { elements, lines, meta, .. } = self;
        Flow { elements, lines, meta, is_cut }
    }
}
