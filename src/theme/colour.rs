//! Colours as theme files write them, as numbers, and as the nearest a poorer terminal has.

use ratatui::style::Color;

/// The sixteen colours every terminal has, by number, as theme files call them.
pub(super) const NAMES: [(&str, Color); 16] = [
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("white", Color::Gray),
    ("bright black", Color::DarkGray),
    ("bright red", Color::LightRed),
    ("bright green", Color::LightGreen),
    ("bright yellow", Color::LightYellow),
    ("bright blue", Color::LightBlue),
    ("bright magenta", Color::LightMagenta),
    ("bright cyan", Color::LightCyan),
    ("bright white", Color::White),
];

/// What xterm shows for the sixteen; other terminals differ, few by much.
const SIXTEEN: [[u8; 3]; 16] = [
    [0, 0, 0],
    [205, 0, 0],
    [0, 205, 0],
    [205, 205, 0],
    [0, 0, 238],
    [205, 0, 205],
    [0, 205, 205],
    [229, 229, 229],
    [127, 127, 127],
    [255, 0, 0],
    [0, 255, 0],
    [255, 255, 0],
    [92, 92, 255],
    [255, 0, 255],
    [0, 255, 255],
    [255, 255, 255],
];

/// The levels of a channel in the 6×6×6 cube of the 256 colours.
const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// How far apart the channels of a colour must be for it to have a hue worth keeping.
const LEAST_CHROMA: u8 = 32;

/// Below this brightest channel a colour is as good as black.
const ALMOST_BLACK: u8 = 80;

/// Red, green and blue of a colour; none for the terminal's own.
pub(super) fn rgb(colour: Color) -> Option<[u8; 3]> {
    match colour {
        Color::Rgb(red, green, blue) => Some([red, green, blue]),
        Color::Indexed(number) => Some(indexed(number)),
        named => {
            let number = NAMES.iter().position(|(_, known)| *known == named)?;
            Some(SIXTEEN[number])
        }
    }
}

fn indexed(number: u8) -> [u8; 3] {
    match number {
        0..16 => SIXTEEN[usize::from(number)],
        16..232 => {
            let cube = usize::from(number - 16);
            [LEVELS[cube / 36], LEVELS[cube / 6 % 6], LEVELS[cube % 6]]
        }
        232.. => [8 + 10 * (number - 232); 3],
    }
}

fn distance(rgb: [u8; 3], number: u8) -> u32 {
    let other = indexed(number);
    rgb.iter().zip(other).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
}

/// The nearest of the 240 colours that are the same in every terminal of 256.
pub(super) fn nearest_of_256(rgb: [u8; 3]) -> Color {
    // In the cube each channel has its own nearest level; all else is grey.
    let level = |channel: u8| {
        (0..6).min_by_key(|level| LEVELS[usize::from(*level)].abs_diff(channel)).unwrap_or(0)
    };
    let [red, green, blue] = rgb.map(level);
    let cube = 16 + 36 * red + 6 * green + blue;
    let nearest =
        std::iter::once(cube).chain(232..=255).min_by_key(|number| distance(rgb, *number));
    Color::Indexed(nearest.unwrap_or(cube))
}

/// What a colour of letters becomes where there are sixteen. The hue counts first, so that three
/// hues stay three; of that hue, the one that can be read on such a ground in usual palettes.
pub(super) fn letters_of_16(rgb: [u8; 3], on_dark: bool) -> Color {
    match (hue(rgb), on_dark) {
        // Bright black is the page itself in some palettes, so dim letters on dark are white.
        (None, true) => Color::Gray,
        (None, false) if brightest(rgb) < ALMOST_BLACK => Color::Black,
        (None, false) => Color::DarkGray,
        (Some(hue), true) => nearest_hue(hue, &BRIGHT),
        (Some(hue), false) => nearest_hue(hue, &READ_ON_LIGHT),
    }
}

/// What a colour of lines becomes where there are sixteen: something between page and letters.
pub(super) fn lines_of_16(rgb: [u8; 3], on_dark: bool) -> Color {
    if hue(rgb).is_some() { letters_of_16(rgb, on_dark) } else { Color::DarkGray }
}

/// What a ground becomes where there are sixteen: black, white, or a plain colour.
pub(super) fn ground_of_16(rgb: [u8; 3]) -> Color {
    match hue(rgb) {
        // Cream is white with a hint of yellow, not yellow.
        Some(hue) if brightest(rgb) >= ALMOST_BLACK && chroma(rgb) >= brightest(rgb) / 2 => {
            nearest_hue(hue, &PLAIN)
        }
        _ if is_dark(rgb) => Color::Black,
        _ => Color::White,
    }
}

/// Whether letters on this ground are light ones.
pub(super) fn is_dark(rgb: [u8; 3]) -> bool {
    let [red, green, blue] = rgb.map(u32::from);
    // Luma by ITU-R BT.601, in thousandths.
    red * 299 + green * 587 + blue * 114 < 128_000
}

const PLAIN: [(u16, Color); 6] = [
    (0, Color::Red),
    (60, Color::Yellow),
    (120, Color::Green),
    (180, Color::Cyan),
    (240, Color::Blue),
    (300, Color::Magenta),
];

const BRIGHT: [(u16, Color); 6] = [
    (0, Color::LightRed),
    (60, Color::LightYellow),
    (120, Color::LightGreen),
    (180, Color::LightCyan),
    (240, Color::LightBlue),
    (300, Color::LightMagenta),
];

/// Yellow, green and cyan letters are too pale for a light page in usual palettes.
const READ_ON_LIGHT: [(u16, Color); 3] =
    [(0, Color::Red), (240, Color::Blue), (300, Color::Magenta)];

fn nearest_hue(hue: u16, colours: &[(u16, Color)]) -> Color {
    let apart = |(other, _): &&(u16, Color)| hue.abs_diff(*other).min(360 - hue.abs_diff(*other));
    colours.iter().min_by_key(apart).map_or(Color::Reset, |(_, colour)| *colour)
}

fn brightest(rgb: [u8; 3]) -> u8 {
    rgb[0].max(rgb[1]).max(rgb[2])
}

fn chroma(rgb: [u8; 3]) -> u8 {
    brightest(rgb) - rgb[0].min(rgb[1]).min(rgb[2])
}

/// The hue in degrees, unless the colour is nearly grey.
fn hue(rgb: [u8; 3]) -> Option<u16> {
    let brightest = brightest(rgb);
    let chroma = chroma(rgb);
    if chroma < LEAST_CHROMA {
        return None;
    }
    let [red, green, blue] = rgb.map(i32::from);
    let part = |difference: i32| difference * 60 / i32::from(chroma);
    let degrees = match brightest {
        most if most == rgb[0] => part(green - blue),
        most if most == rgb[1] => 120 + part(blue - red),
        _ => 240 + part(red - green),
    };
    u16::try_from(degrees.rem_euclid(360)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_of_the_256_is_its_own_nearest() {
        for number in 16..=255 {
            let nearest = nearest_of_256(indexed(number));
            assert_eq!(rgb(nearest), Some(indexed(number)), "{number}");
        }
        for rgb in (0..4096_u32).map(|i| [i >> 8, i >> 4 & 15, i & 15].map(|c| (c * 17) as u8)) {
            let nearest = (16..=255).min_by_key(|number| distance(rgb, *number));
            assert_eq!(nearest_of_256(rgb), Color::Indexed(nearest.unwrap()), "{rgb:?}");
        }
        assert_eq!(nearest_of_256([255, 255, 255]), Color::Indexed(231));
        assert_eq!(nearest_of_256([0x28, 0x2c, 0x31]), Color::Indexed(236));
    }

    #[test]
    fn letters_keep_their_hue_among_sixteen() {
        assert_eq!(letters_of_16([0x79, 0xc7, 0xbd], true), Color::LightCyan);
        assert_eq!(letters_of_16([0xdf, 0xb2, 0x6c], true), Color::LightYellow);
        assert_eq!(letters_of_16([0xff, 0x40, 0x50], true), Color::LightRed);
        assert_eq!(letters_of_16([0x8a, 0x5a, 0x00], false), Color::Red);
        assert_eq!(letters_of_16([0x90, 0x90, 0x98], true), Color::Gray);
        assert_eq!(letters_of_16([0x20, 0x22, 0x24], false), Color::Black);
    }

    #[test]
    fn a_ground_that_is_nearly_the_page_becomes_the_page() {
        assert_eq!(ground_of_16([0x28, 0x2c, 0x31]), Color::Black);
        assert_eq!(ground_of_16([0xee, 0xf2, 0xf6]), Color::White);
        assert_eq!(ground_of_16([0xeb, 0xdb, 0xb2]), Color::White);
        assert_eq!(ground_of_16([0x30, 0x60, 0xd0]), Color::Blue);
    }

    #[test]
    fn the_terminals_own_colour_has_no_numbers() {
        assert_eq!(rgb(Color::Reset), None);
        assert_eq!(rgb(Color::LightBlue), Some([92, 92, 255]));
    }
}
