//! Where popups are: the same to draw them and to know what in them was clicked.

use super::Rect;

/// The widest the help gets.
const WIDEST_HELP: u16 = 90;
/// The most rows of the addresses to choose from.
const MOST_MATCHES: u16 = 12;
/// The most rows of the palette.
const MOST_CHOICES: u16 = 14;

/// The rectangle of the help over everything but the status line.
pub fn help(over: Rect) -> Rect {
    let width = over.width.min(WIDEST_HELP);
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
