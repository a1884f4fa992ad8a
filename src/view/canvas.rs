//! The one place that writes cells. It takes clean text only, and keeps it inside its area.

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;

use crate::keys::hints;
use crate::reader::areas::links::Links;
use crate::reader::areas::popup;
use crate::text::Clean;
use crate::text::ascii::{self, Signs};
use crate::text::link::Link;
use crate::text::width::{cells, truncate};
use crate::theme::{Role, Theme};

/// Words at a column, in a role.
pub type Words<'a> = (u16, Role, &'a Clean<'a>);

/// A buffer being drawn on.
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    theme: &'a Theme,
    signs: Signs,
    links: Links,
}

impl<'a> Canvas<'a> {
    /// A canvas over a whole buffer.
    pub fn new(buffer: &'a mut Buffer, theme: &'a Theme, signs: Signs) -> Self {
        Self { buffer, theme, signs, links: Links::default() }
    }

    /// The whole screen.
    pub fn area(&self) -> Rect {
        self.buffer.area
    }

    /// Gives the whole screen the page of the theme, where it has one of its own.
    pub fn page(&mut self) {
        if self.theme.has_page() {
            self.paint(self.area(), Role::Text);
        }
    }

    /// Draws words on a row of an area, cut where the area ends.
    pub fn line(&mut self, area: Rect, row: u16, (column, role, words): Words<'_>) {
        if row >= area.height || column >= area.width {
            return;
        }
        let (x, y) = (area.x + column, area.y + row);
        // The terminal may have shrunk since the areas were worked out.
        if y >= self.buffer.area.bottom() {
            return;
        }
        if words.is_empty() {
            return;
        }
        self.part((x, y));
        let room = usize::from(area.width - column);
        let simple = words.bytes().take(room + 1).take_while(u8::is_ascii).count();
        if simple == words.len() || simple > room {
            return self.ascii((x, y), &words.as_bytes()[..simple.min(room)], role);
        }
        // What stands before a letter beyond ASCII may make one character with it.
        let simple = simple.saturating_sub(1);
        self.ascii((x, y), &words.as_bytes()[..simple], role);
        let (x, room, rest) = (x + simple as u16, room - simple, &words[simple..]);
        if self.signs == Signs::Unicode || is_of_text(role, words) {
            self.buffer.set_stringn(x, y, rest, room, self.theme[role]);
        } else {
            self.buffer.set_stringn(x, y, ascii::signs(rest), room, self.theme[role]);
        }
    }

    /// Ends the frame; gives back the links that were drawn and not drawn over.
    pub fn finish(mut self) -> Links {
        if self.signs == Signs::AsciiOnly {
            self.replace_letters();
        }
        self.links
    }

    /// Where a letter of two columns lies on both sides of a cell's left edge, leaves it blank: half
    /// of it cannot be shown, and all of it would hide what is drawn beside it.
    fn part(&mut self, (x, y): (u16, u16)) {
        let Some(before) = x.checked_sub(1) else { return };
        let Some(letter) = self.buffer.cell_mut((before, y)) else { return };
        // A letter of one byte is one column wide, and most are.
        if letter.symbol().len() > 1 && letter.symbol().cell_width() > 1 {
            let style = letter.style();
            letter.set_char(' ');
            if let Some(half) = self.buffer.cell_mut((x, y)) {
                half.set_char(' ').set_style(style);
            }
        }
    }

    /// Where nothing but ASCII can be shown, replaces what else was drawn, column for column.
    fn replace_letters(&mut self) {
        let area = self.buffer.area;
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                let symbol = self.buffer[(x, y)].symbol();
                if symbol.is_ascii() {
                    continue;
                }
                let (shown, width) = (ascii::letter(symbol), cells(symbol).max(1) as u16);
                for covered in x..(x + width).min(area.right()) {
                    self.buffer[(covered, y)].set_char(shown);
                }
            }
        }
    }

    /// Clean ASCII is one cell a byte: there are no clusters to look for, which is most of the work.
    fn ascii(&mut self, (x, y): (u16, u16), words: &[u8], role: Role) {
        let style = self.theme[role];
        let room = usize::from(self.buffer.area.right().saturating_sub(x));
        if room == 0 {
            return;
        }
        let start = self.buffer.index_of(x, y);
        for (cell, byte) in self.buffer.content[start..start + room].iter_mut().zip(words) {
            // A hard break takes no cell of its own; words drawn here are of one line.
            let shown = if byte.is_ascii_control() { ' ' } else { char::from(*byte) };
            cell.set_char(shown).set_style(style);
        }
    }

    /// Draws the keys of an action at a column of a row, cut where the row ends. In ASCII the sign
    /// between two of them would be one that is a key itself.
    pub fn keys(&mut self, strip: Rect, column: u16, keys: &str) {
        let keys = match self.signs {
            Signs::Unicode => keys.to_owned(),
            Signs::Ascii | Signs::AsciiOnly => keys.replace(hints::APART, hints::APART_IN_ASCII),
        };
        self.cut(strip, 0, (column, Role::StatusKey, &Clean::from_string(keys)));
    }

    /// As [`Canvas::line`], with a sign where words had to be cut.
    pub fn cut(&mut self, area: Rect, row: u16, (column, role, words): Words<'_>) {
        let room = area.width.saturating_sub(column);
        let is_cut = self.signs != Signs::Unicode && cells(words) > usize::from(room);
        let words = truncate(words, usize::from(room));
        self.line(area, row, (column, role, &words));
        if is_cut {
            let end = column + (cells(&words) as u16).saturating_sub(1);
            self.line(area, row, (end, role, &Clean::literal("…")));
        }
    }

    /// Draws the letters of words that were typed, over the words drawn at a column of a row.
    pub fn typed(
        &mut self,
        strip: Rect,
        column: u16,
        (words, letters): (&Clean<'_>, &[std::ops::Range<usize>]),
    ) {
        for range in letters {
            let from = column.saturating_add(cells(&words[..range.start]) as u16);
            let letter = words.slice(range.clone());
            // The last cell may hold the sign of a cut.
            if from.saturating_add(cells(&letter) as u16) < strip.width {
                self.line(strip, 0, (from, Role::PromptMatch, &letter));
            }
        }
    }

    /// Draws words so that they end at the right edge of an area; returns the column they start at.
    pub fn right(&mut self, area: Rect, row: u16, role: Role, words: &Clean<'_>) -> u16 {
        let column = area.width.saturating_sub(cells(words) as u16);
        self.line(area, row, (column, role, words));
        column
    }

    /// Adds a role's look to cells that are drawn already.
    pub fn paint(&mut self, area: Rect, role: Role) {
        let area = area.intersection(self.buffer.area);
        self.buffer.set_style(area, self.theme[role]);
    }

    /// Makes cells that are drawn already lead somewhere, until they are drawn over.
    pub fn link(&mut self, area: Rect, link: &Link) {
        self.links.add(area.intersection(self.buffer.area), link);
    }

    /// Empties an area.
    pub fn clear(&mut self, area: Rect, role: Role) {
        let area = area.intersection(self.buffer.area);
        self.links.remove(area);
        for y in area.top()..area.bottom() {
            self.part((area.left(), y));
            self.part((area.right(), y));
        }
        for position in area.positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.reset();
                cell.set_style(self.theme[role]);
            }
        }
    }

    /// Fills an area with one sign, one column wide.
    pub fn fill(&mut self, area: Rect, role: Role, sign: &'static str) {
        let words = Clean::literal(sign);
        for row in 0..area.height {
            for column in 0..area.width {
                self.line(area, row, (column, role, &words));
            }
        }
    }

    /// Draws a frame with a title and returns what is inside; without room, the area is all inside.
    pub fn frame(&mut self, area: Rect, title: &Clean<'_>) -> Rect {
        self.clear(area, Role::Text);
        if !popup::has_frame(area) {
            return area;
        }
        let (right, bottom) = (area.width - 1, area.height - 1);
        let inner = popup::inside(area);
        let edge = |x, y, width, height| Rect::new(area.x + x, area.y + y, width, height);
        let border = Role::PopupBorder;
        self.fill(edge(1, 0, right - 1, 1), border, "─");
        self.fill(edge(1, bottom, right - 1, 1), border, "─");
        self.fill(edge(0, 1, 1, bottom - 1), border, "│");
        self.fill(edge(right, 1, 1, bottom - 1), border, "│");
        let corners = [(0, 0, "┌"), (right, 0, "┐"), (0, bottom, "└"), (right, bottom, "┘")];
        for (x, y, sign) in corners {
            self.line(area, y, (x, border, &Clean::literal(sign)));
        }
        let title = truncate(title, usize::from(area.width - 8));
        let space = Clean::literal("\u{a0}");
        let end = 3 + cells(&title) as u16;
        for (column, words) in [(2, &space), (3, &title), (end, &space)] {
            self.line(area, 0, (column, Role::PopupTitle, words));
        }
        inner
    }
}

/// Whether words are those of a text, whose characters stay: all in roles of the text that are more
/// than one sign.
fn is_of_text(role: Role, words: &str) -> bool {
    let is_more = words.chars().nth(1).is_some();
    let is_texts_own = matches!(role, Role::Number | Role::Marker);
    is_texts_own
        || is_more
            && matches!(
                role,
                Role::Text
                    | Role::Title
                    | Role::Heading
                    | Role::NoteText
                    | Role::TableHeader
                    | Role::Participant
                    | Role::Date
                    | Role::Figure
                    | Role::PanelName
                    | Role::Lit
                    | Role::Hit
                    | Role::CurrentHit
            )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::theme::Background;

    proptest! {
        #[test]
        fn no_letter_reaches_over_what_is_drawn_beside_it(
            drawn in prop::collection::vec(("[a가👩]{0,9}", 0_u16..12, 0_u16..12, any::<bool>()), 1..9),
        ) {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
            let theme = Theme::for_background(Background::Dark);
            let mut canvas = Canvas::new(&mut buffer, &theme, Signs::Unicode);
            for (words, x, width, clears) in &drawn {
                let area = Rect::new(*x, 0, *width, 1);
                if *clears {
                    canvas.clear(area, Role::Text);
                }
                canvas.line(area, 0, (0, Role::Text, &Clean::from_str(words)));
            }
            for [letter, half] in buffer.content().array_windows() {
                prop_assert!(letter.symbol().cell_width() < 2 || half.symbol() == " ", "{buffer:?}");
            }
        }
    }
}
