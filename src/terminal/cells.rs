//! Cells as bytes for the terminal: as few as will do, since a frame is made for every key.
//!
//! The screen library's own writer says attributes, colours and places one by one, and moves the
//! cursor to a column by its number wherever a cell stayed as it was, which between two words is a
//! single space.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use crate::text::link::Link;

/// Ends a link, if one is open.
pub const UNLINK: &[u8] = b"\x1b]8;;\x1b\\";

/// How a cell looks.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Dress {
    fg: Color,
    bg: Color,
    underline: Color,
    attributes: Modifier,
}

impl Dress {
    fn of(cell: &Cell) -> Self {
        let Cell { fg, bg, underline_color: underline, modifier: attributes, .. } = *cell;
        Self { fg, bg, underline, attributes }
    }
}

/// Writes cells, and knows what the terminal makes of it: where its cursor is and how it would print.
#[derive(Default)]
pub struct Pen {
    /// What was written.
    pub out: Vec<u8>,
    /// Where the next character would stand, and whether all terminals agree on that.
    at: Option<(u16, u16, bool)>,
    dress: Dress,
    /// Whether a sequence of looks has begun.
    is_open: bool,
    /// Where the characters that are written lead.
    link: Option<Link>,
}

/// The attributes and the numbers that switch them on.
const ATTRIBUTES: [(Modifier, u16); 8] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::RAPID_BLINK, 6),
    (Modifier::REVERSED, 7),
    (Modifier::CROSSED_OUT, 9),
];

impl Pen {
    /// Writes a cell at its place.
    pub fn cell(&mut self, (x, y): (u16, u16), cell: &Cell, link: Option<&Link>) {
        // Most follow the one before and look like it.
        if let [byte] = cell.symbol().as_bytes()
            && self.is_before((x, y), cell, link)
        {
            self.out.push(*byte);
            self.at = Some((x + 1, y, true));
            return;
        }
        self.go(x, y);
        self.dress(Dress::of(cell));
        self.link(link);
        self.print(cell.symbol());
    }

    /// Whether a cell could be written as the byte it is.
    #[inline]
    pub fn is_before(&self, (x, y): (u16, u16), cell: &Cell, link: Option<&Link>) -> bool {
        self.at == Some((x, y, true))
            && cell.symbol().len() == 1
            && self.dress == Dress::of(cell)
            && self.leads_to(link)
    }

    fn leads_to(&self, link: Option<&Link>) -> bool {
        self.link.is_none() && link.is_none() || self.link.as_ref() == link
    }

    /// What is written next looks plain and leads nowhere.
    pub fn undress(&mut self) {
        self.link(None);
        self.dress(Dress::default());
    }

    /// Moves the cursor to a column and a row.
    pub fn go(&mut self, x: u16, y: u16) {
        match self.at {
            Some((column, row, _)) if (column, row) == (x, y) => {}
            // Shorter than a place by its numbers.
            Some((column, row, true)) if row == y && column < x => {
                self.out.extend_from_slice(b"\x1b[");
                if x - column > 1 {
                    self.number(x - column);
                }
                self.out.push(b'C');
            }
            _ => {
                self.out.extend_from_slice(b"\x1b[");
                self.number(y + 1);
                self.out.push(b';');
                self.number(x + 1);
                self.out.push(b'H');
            }
        }
        self.at = Some((x, y, true));
    }

    /// OSC 8: what is written next leads somewhere, or nowhere. A [`Link`] holds nothing that could end
    /// the sequence early.
    fn link(&mut self, link: Option<&Link>) {
        if self.leads_to(link) {
            return;
        }
        match link {
            Some(link) => {
                let (id, address) = (link.id(), link.as_str());
                self.out.extend_from_slice(format!("\x1b]8;id={id:x};{address}\x1b\\").as_bytes());
            }
            None => self.out.extend_from_slice(UNLINK),
        }
        self.link = link.cloned();
    }

    fn print(&mut self, symbol: &str) {
        self.out.extend_from_slice(symbol.as_bytes());
        // How wide anything else is, terminals may see otherwise.
        self.at = self.at.map(|(x, y, _)| (x + 1, y, symbol.len() == 1));
    }

    fn dress(&mut self, new: Dress) {
        if new == self.dress {
            return;
        }
        if !new.attributes.contains(self.dress.attributes) {
            // Switching off is all or nothing: bold and dim have one number for both.
            self.look(0);
            self.dress = Dress::default();
        }
        let added = new.attributes - self.dress.attributes;
        for (_, number) in ATTRIBUTES.iter().filter(|(attribute, _)| added.contains(*attribute)) {
            self.look(*number);
        }
        if new.fg != self.dress.fg {
            self.colour(new.fg, 30);
        }
        if new.bg != self.dress.bg {
            self.colour(new.bg, 40);
        }
        if new.underline != self.dress.underline {
            self.colour(new.underline, 50);
        }
        self.dress = new;
        if std::mem::take(&mut self.is_open) {
            self.out.push(b'm');
        }
    }

    /// A colour of letters (30), of the ground (40) or of the underline (50).
    fn colour(&mut self, colour: Color, of: u16) {
        let number = match colour {
            Color::Reset => return self.look(of + 9),
            Color::Rgb(red, green, blue) => {
                return [of + 8, 2, red.into(), green.into(), blue.into()]
                    .into_iter()
                    .for_each(|number| self.look(number));
            }
            Color::Indexed(number) => u16::from(number),
            Color::Black => 0,
            Color::Red => 1,
            Color::Green => 2,
            Color::Yellow => 3,
            Color::Blue => 4,
            Color::Magenta => 5,
            Color::Cyan => 6,
            Color::Gray => 7,
            Color::DarkGray => 8,
            Color::LightRed => 9,
            Color::LightGreen => 10,
            Color::LightYellow => 11,
            Color::LightBlue => 12,
            Color::LightMagenta => 13,
            Color::LightCyan => 14,
            Color::White => 15,
        };
        for number in [of + 8, 5, number] {
            self.look(number);
        }
    }

    fn look(&mut self, number: u16) {
        self.out.extend_from_slice(if self.is_open { b";" } else { b"\x1b[" });
        self.is_open = true;
        self.number(number);
    }

    fn number(&mut self, number: u16) {
        if number >= 10 {
            self.number(number / 10);
        }
        self.out.push(b'0' + (number % 10) as u8);
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    fn cell(symbol: &'static str, style: Style) -> Cell {
        let mut cell = Cell::new(symbol);
        cell.set_style(style);
        cell
    }

    #[track_caller]
    fn check(cells: &[(u16, u16, Cell)], written: &str) {
        let mut pen = Pen::default();
        for (x, y, cell) in cells {
            pen.cell((*x, *y), cell, None);
        }
        pen.undress();
        assert_eq!(String::from_utf8(pen.out).unwrap(), written);
    }

    #[test]
    fn neighbours_follow_and_gaps_are_leapt_over() {
        let plain = |symbol| cell(symbol, Style::new());
        check(
            &[(0, 0, plain("a")), (1, 0, plain("b")), (3, 0, plain("c")), (9, 0, plain("d"))],
            "\x1b[1;1Hab\x1b[Cc\x1b[5Cd",
        );
        // Where the width of a character may be seen otherwise, the column is told.
        check(
            &[(0, 1, plain("가")), (2, 1, plain("é")), (3, 1, plain("x")), (0, 2, plain("y"))],
            "\x1b[2;1H가\x1b[2;3Héx\x1b[3;1Hy",
        );
    }

    #[test]
    fn looks_are_told_where_they_change() {
        let blue = Style::new().fg(Color::Blue);
        let marked = blue.bold().underlined().bg(Color::Rgb(1, 20, 255));
        check(
            &[
                (0, 0, cell("a", blue)),
                (1, 0, cell("b", marked)),
                (2, 0, cell("c", marked)),
                (3, 0, cell("d", blue)),
                (4, 0, cell("e", Style::new().underline_color(Color::Indexed(200)))),
            ],
            "\x1b[1;1H\x1b[38;5;4ma\x1b[1;4;48;2;1;20;255mbc\x1b[0;38;5;4md\x1b[39;58;5;200me\x1b[59m",
        );
    }
}
