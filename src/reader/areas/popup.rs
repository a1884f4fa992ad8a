//! Where popups are: the same to draw them and to know what in them was clicked.

use super::Rect;

/// The most rows of the addresses to choose from.
const MOST_MATCHES: u16 = 12;
/// The most rows of the palette.
const MOST_CHOICES: u16 = 14;

/// The rectangle of the help, whose lines want so many columns, over everything but the status line.
pub fn help(over: Rect, wanted: u16) -> Rect {
    let width = over.width.min(wanted.saturating_add(2));
    Rect { x: over.x + (over.width - width) / 2, width, ..over }
}

/// The strip of so many addresses to choose from, just above the line being typed.
pub fn matches(over: Rect, count: usize) -> Rect {
    let most = MOST_MATCHES.min(over.height / 2);
    let height = u16::try_from(count.max(1)).unwrap_or(u16::MAX).min(most);
    Rect { y: over.bottom() - height, height, ..over }
}

/// The strip of so many actions to choose from, just above the line being typed.
pub fn choices(over: Rect, count: usize) -> Rect {
    let most = MOST_CHOICES.min((over.height * 2 / 3).max(1)).min(over.height);
    let height = u16::try_from(count.max(1)).unwrap_or(u16::MAX).min(most);
    Rect { y: over.bottom() - height, height, ..over }
}

/// The columns for what kind of theme it is.
const KIND_OF_THEME: u16 = 22;

/// The list of so many themes at the upper right, their longest name so many columns wide.
pub fn themes(over: Rect, count: usize, names: u16) -> Rect {
    // A bar and a space before the name, two columns after it, one at the end, and the frame.
    let width = (names + KIND_OF_THEME + 7).min(over.width);
    let height = u16::try_from(count + 2).unwrap_or(u16::MAX).min(over.height);
    Rect { x: over.right() - width, y: over.y, width, height }
}

/// The widest a look at another place gets: a comfortable line, and facts beside it.
const WIDEST_PEEK: u16 = 100;
const WIDEST_PEEK_WITH_FACTS: u16 = 140;

/// Where a look at another place is shown: in the half of the screen in which the cursor is not, a
/// whole release in two thirds of it. On a small screen it takes all there is.
pub fn peek(over: Rect, cursor_row: u16, is_elsewhere: bool) -> Rect {
    let widest = if is_elsewhere { WIDEST_PEEK_WITH_FACTS } else { WIDEST_PEEK };
    let width = over.width.min(widest);
    let x = over.x + (over.width - width) / 2;
    if over.height < 12 {
        return Rect { x, width, ..over };
    }
    let above = cursor_row.clamp(over.y, over.bottom() - 1) - over.y;
    let below = over.height - above - 1;
    let wanted = if is_elsewhere { over.height * 2 / 3 } else { (over.height / 2).clamp(6, 18) };
    // Where neither side has room for as much, the larger one has most of it; the rest covers the row.
    let height = if is_elsewhere { wanted } else { wanted.min(above.max(below)) };
    let y = if below >= above { over.bottom() - height } else { over.y };
    Rect { x, y, width, height }
}

/// What is inside the frame of a popup; without room for a frame, all of it.
pub fn inside(area: Rect) -> Rect {
    if !has_frame(area) {
        return area;
    }
    Rect::new(area.x + 1, area.y + 1, area.width - 2, area.height - 2)
}

/// Whether there is room for a frame.
pub fn has_frame(area: Rect) -> bool {
    area.width >= 24 && area.height >= 6
}
