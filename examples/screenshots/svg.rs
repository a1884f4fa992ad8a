//! A screen as an SVG picture: every letter at the place of its cell, whatever the font.

use std::fmt::Write as _;

use pressroom::text::width::cells;
use ratatui::buffer::Cell;
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

use super::Page;
use super::glyphs;
use super::player::Screen;

/// A cell, in units of the picture: twice as high as wide.
const CELL: (u32, u32) = (10, 20);
/// Makes the advance of `DejaVu` Sans Mono, 0.602 of its size, as wide as a cell.
const FONT_SIZE: &str = "16.6";
/// Letters two cells wide are as wide as this; the rest of the cells is left and right of them.
const WIDE_SIZE: u32 = 18;
/// From the top of a cell to the line the letters stand on.
const BASELINE: u32 = 15;
/// The frame around the screen.
const MARGIN: u32 = 14;

/// The looks of a cell, all of them said.
#[derive(Clone, PartialEq, Eq)]
struct Look {
    letter: String,
    ground: Option<String>,
    modifiers: Modifier,
    is_wide_font: bool,
    is_narrow: bool,
}

/// Letters next to each other with one look.
struct Run {
    look: Look,
    /// Each symbol with its column.
    symbols: Vec<(u16, String)>,
}

/// Writes the picture.
pub fn written(screen: &Screen, page: Page) -> String {
    let mut svg = head(screen, page, 0);
    for y in 0..screen.cells.area.height {
        svg.push_str(&row(screen, y, page));
    }
    svg.push_str(&cursor(screen, page));
    svg.push_str("</svg>\n");
    svg
}

/// The start of a picture as large as the screen, with some room `below` it.
pub fn head(screen: &Screen, page: Page, below: u32) -> String {
    let area = screen.cells.area;
    let width = u32::from(area.width) * CELL.0 + 2 * MARGIN;
    let height = u32::from(area.height) * CELL.1 + 2 * MARGIN + below;
    let (paper, _, edge) = colours(page);
    // A theme may bring a page of its own.
    let own = colour(screen.cells[Position { x: 0, y: 0 }].bg);
    let paper = own.as_deref().unwrap_or(paper);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\">\n<style>\n\
         text{{font:{FONT_SIZE}px 'DejaVu Sans Mono',Menlo,Consolas,monospace;white-space:pre}}\n\
         .k{{font-family:'Noto Sans Mono CJK KR','Noto Sans CJK KR',monospace;font-size:{WIDE_SIZE}px}}.n{{font-size:12px}}\n\
         .b{{font-weight:bold}}.i{{font-style:italic}}.d{{opacity:.65}}\n</style>\n\
         <rect x=\".5\" y=\".5\" width=\"{}\" height=\"{}\" rx=\"8\" fill=\"{paper}\" stroke=\"{edge}\"/>\n",
        width - 1,
        height - 1,
    )
}

/// The terminal's cursor, where it is shown.
pub fn cursor(screen: &Screen, page: Page) -> String {
    let Some(cursor) = screen.cursor else { return String::new() };
    let ((x, y), (_, ink, _)) = (corner(cursor.x, cursor.y), colours(page));
    format!("<path d=\"M{x} {y}h2v{}h-2z\" fill=\"{ink}\"/>\n", CELL.1)
}

/// Paper, ink, and the edge of the paper.
pub fn colours(page: Page) -> (&'static str, &'static str, &'static str) {
    match page {
        Page::Dark => ("#1b1d21", "#d6d9de", "#3a3e45"),
        Page::Light => ("#fdfcf9", "#24272c", "#cfcdc6"),
    }
}

pub fn corner(x: u16, y: u16) -> (u32, u32) {
    (MARGIN + u32::from(x) * CELL.0, MARGIN + u32::from(y) * CELL.1)
}

/// One row of the screen.
pub fn row(screen: &Screen, y: u16, page: Page) -> String {
    let (paper, ink, _) = colours(page);
    let mut svg = String::new();
    let mut runs: Vec<Run> = Vec::new();
    let mut grounds: Vec<(u16, u16, String)> = Vec::new();
    let mut covered = 0;
    for x in 0..screen.cells.area.width {
        if covered > 0 {
            covered -= 1;
            continue;
        }
        let cell = &screen.cells[Position { x, y }];
        let columns = cells(cell.symbol()).max(1) as u16;
        covered = columns - 1;
        let look = look(cell, paper, ink);
        if let Some(ground) = &look.ground {
            match grounds.last_mut() {
                Some((_, end, last)) if *end == x && last == ground => *end += columns,
                _ => grounds.push((x, x + columns, ground.clone())),
            }
        }
        let symbol = (x, cell.symbol().replace('\u{a0}', " "));
        match runs.last_mut() {
            Some(run) if run.look == look => run.symbols.push(symbol),
            _ => runs.push(Run { look, symbols: vec![symbol] }),
        }
    }
    for (start, end, colour) in grounds {
        let ((x, top), width) = (corner(start, y), u32::from(end - start) * CELL.0);
        let _ = writeln!(
            svg,
            "<path d=\"M{x} {top}h{width}v{}h-{width}z\" fill=\"{colour}\"/>",
            CELL.1
        );
    }
    for run in &runs {
        shapes(&mut svg, run, y);
        lines(&mut svg, run, y);
        for word in words(&run.symbols) {
            text(&mut svg, &run.look, word, y);
        }
    }
    svg
}

fn look(cell: &Cell, paper: &str, ink: &str) -> Look {
    let mut letter = colour(cell.fg).unwrap_or_else(|| ink.to_owned());
    let mut ground = colour(cell.bg);
    if cell.modifier.contains(Modifier::REVERSED) {
        let under = ground.unwrap_or_else(|| paper.to_owned());
        ground = Some(std::mem::replace(&mut letter, under));
    }
    Look {
        letter,
        ground,
        modifiers: cell.modifier - Modifier::REVERSED,
        is_wide_font: cell.symbol().chars().any(is_of_wide_font),
        is_narrow: cells(cell.symbol()) == 1,
    }
}

/// Whether a letter is taken from the font made for Chinese, Japanese and Korean.
fn is_of_wide_font(letter: char) -> bool {
    let mut buffer = [0; 4];
    matches!(letter, '※' | '①'..='⓿') || cells(letter.encode_utf8(&mut buffer)) == 2
}

/// Themes are written in these; what else there may be is the page's own.
fn colour(colour: Color) -> Option<String> {
    match colour {
        Color::Rgb(r, g, b) => Some(format!("#{r:02x}{g:02x}{b:02x}")),
        _ => None,
    }
}

fn shapes(svg: &mut String, run: &Run, y: u16) {
    let mut path = String::new();
    for (x, symbol) in &run.symbols {
        path.push_str(&glyphs::shape(symbol, corner(*x, y), CELL).unwrap_or_default());
    }
    if !path.is_empty() {
        let _ = writeln!(svg, "<path d=\"{path}\" fill=\"{}\"/>", run.look.letter);
    }
}

/// Lines under and through letters.
fn lines(svg: &mut String, run: &Run, y: u16) {
    let (Some((first, _)), Some((last, symbol))) = (run.symbols.first(), run.symbols.last()) else {
        return;
    };
    let (x, top) = corner(*first, y);
    let width = u32::from(last - first) * CELL.0 + cells(symbol).max(1) as u32 * CELL.0;
    for (modifier, below) in [(Modifier::UNDERLINED, BASELINE + 2), (Modifier::CROSSED_OUT, 10)] {
        if run.look.modifiers.contains(modifier) {
            let (top, colour) = (top + below, &run.look.letter);
            let _ = writeln!(svg, "<path d=\"M{x} {top}h{width}v1h-{width}z\" fill=\"{colour}\"/>");
        }
    }
}

/// Letters without blanks between. Words of a script written from right to left stay together, as
/// only the whole of them can be set in order.
fn words(symbols: &[(u16, String)]) -> Vec<&[(u16, String)]> {
    let corner = (0, 0);
    let is_drawn =
        |symbol: &str| symbol.trim().is_empty() || glyphs::shape(symbol, corner, CELL).is_some();
    let mut words = Vec::new();
    let mut start = 0;
    while start < symbols.len() {
        if is_drawn(&symbols[start].1) {
            start += 1;
            continue;
        }
        let rest = &symbols[start..];
        let mut length = rest.iter().position(|(_, s)| is_drawn(s)).unwrap_or(rest.len());
        if is_right_to_left(&rest[..length]) {
            let is_end = |pair: &[(u16, String)]| pair.iter().all(|(_, s)| is_drawn(s));
            length = rest.windows(2).position(is_end).unwrap_or(rest.len());
            length -= usize::from(is_drawn(&rest[length - 1].1));
        }
        words.push(&rest[..length]);
        start += length;
    }
    words
}

fn is_right_to_left(word: &[(u16, String)]) -> bool {
    let is = |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
    word.iter().any(|(_, symbol)| symbol.chars().any(is))
}

fn text(svg: &mut String, look: &Look, word: &[(u16, String)], y: u16) {
    let Some((first, _)) = word.first() else { return };
    let (x, top) = corner(*first, y);
    // A letter of that font in a single cell is set smaller.
    let is_small = look.is_wide_font && look.is_narrow;
    let inset = if look.is_wide_font && !is_small { CELL.0 - WIDE_SIZE / 2 } else { 0 };
    let mut classes: Vec<&str> = Vec::new();
    for (class, is_set) in [
        ("k", look.is_wide_font),
        ("n", is_small),
        ("b", look.modifiers.contains(Modifier::BOLD)),
        ("i", look.modifiers.contains(Modifier::ITALIC)),
        ("d", look.modifiers.contains(Modifier::DIM)),
    ] {
        classes.extend(is_set.then_some(class));
    }
    let class = if classes.is_empty() {
        String::new()
    } else {
        format!(" class=\"{}\"", classes.join(" "))
    };
    let places = if is_right_to_left(word) || word.iter().any(|(_, s)| s.chars().count() > 1) {
        x.to_string()
    } else {
        let places = word.iter().map(|(column, _)| (corner(*column, y).0 + inset).to_string());
        places.collect::<Vec<_>>().join(" ")
    };
    let letters: String = word.iter().map(|(_, symbol)| escaped(symbol)).collect();
    let (y, colour) = (top + BASELINE, &look.letter);
    let _ =
        writeln!(svg, "<text x=\"{places}\" y=\"{y}\" fill=\"{colour}\"{class}>{letters}</text>");
}

pub fn escaped(symbol: &str) -> String {
    symbol.replace('&', "&amp;").replace('<', "&lt;")
}
