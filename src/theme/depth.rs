//! How many colours a terminal has, and what a style becomes where they are few.

use ratatui::style::{Color, Modifier, Style};

use super::{Background, Role, colour};

/// The colours a terminal can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ColourDepth {
    /// None, or none wanted: attributes only.
    None,
    /// The sixteen that every colour terminal has, in shades the person chose.
    Ansi16,
    /// 256, of which 240 are the same everywhere.
    Indexed256,
    /// Any.
    True,
}

/// Terminals that show any colour and may be named without `COLORTERM`, as after `ssh`.
const TRUE_COLOUR: [&str; 6] = ["alacritty", "direct", "foot", "ghostty", "kitty", "wezterm"];

impl ColourDepth {
    /// Every depth, from poor to rich.
    pub const ALL: [Self; 4] = [Self::None, Self::Ansi16, Self::Indexed256, Self::True];

    /// What the environment says, asked through `get`: `NO_COLOR` (unless empty), `TERM`, `COLORTERM`
    /// and `WT_SESSION`, in that order.
    pub fn from_env(get: impl Fn(&str) -> Option<String>) -> Self {
        let said = |name| get(name).unwrap_or_default().to_lowercase();
        let term = said("TERM");
        if !said("NO_COLOR").is_empty() || term == "dumb" {
            return Self::None;
        }
        let any = matches!(said("COLORTERM").as_str(), "truecolor" | "24bit");
        if any || term.split(['-', '+']).any(|part| TRUE_COLOUR.contains(&part)) {
            return Self::True;
        }
        if term.contains("256color") {
            return Self::Indexed256;
        }
        // Windows Terminal sets this, and often no TERM.
        if term.is_empty() && !said("WT_SESSION").is_empty() {
            return Self::True;
        }
        Self::Ansi16
    }
}

/// The style of a role with no more colours than `depth` has, on a page of this kind.
pub(super) fn reduced(
    style: Style,
    role: Role,
    background: Background,
    depth: ColourDepth,
) -> Style {
    match depth {
        ColourDepth::True => style,
        ColourDepth::Indexed256 => mapped(style, nearest_of_256),
        ColourDepth::Ansi16 => of_16(style, role, background),
        ColourDepth::None => {
            let bare = Style { fg: None, underline_color: None, ..style };
            without_ground(bare, role)
        }
    }
}

fn mapped(style: Style, map: impl Fn(Color) -> Color) -> Style {
    Style {
        fg: style.fg.map(&map),
        bg: style.bg.map(&map),
        underline_color: style.underline_color.map(&map),
        ..style
    }
}

fn nearest_of_256(colour: Color) -> Color {
    match colour {
        Color::Rgb(red, green, blue) => colour::nearest_of_256([red, green, blue]),
        other => other,
    }
}

fn of_16(style: Style, role: Role, background: Background) -> Style {
    let page_is_dark = background == Background::Dark;
    let ground = style.bg.and_then(colour::rgb);
    let on_dark = ground.map_or(page_is_dark, colour::is_dark);
    let few = if role.is_decorative() { colour::lines_of_16 } else { colour::letters_of_16 };
    let letters = |colour| exact(colour).map_or(colour, |rgb| few(rgb, on_dark));
    let shown = Style {
        fg: style.fg.map(letters),
        bg: style.bg.map(|colour| exact(colour).map_or(colour, colour::ground_of_16)),
        // Few of these terminals colour an underline.
        underline_color: None,
        ..style
    };
    let page = if page_is_dark { Color::Black } else { Color::White };
    if shown.bg == Some(page) { without_ground(shown, role) } else { shown }
}

/// Red, green and blue of a colour that is not among the sixteen.
fn exact(colour: Color) -> Option<[u8; 3]> {
    match colour {
        Color::Rgb(..) | Color::Indexed(16..) => colour::rgb(colour),
        _ => None,
    }
}

/// The style without its ground; what that said is said by reversing. The block of the cursor has a
/// bar beside it, and reversing it would drown the words lit in it; the page is no state at all.
fn without_ground(style: Style, role: Role) -> Style {
    let bare = Style { bg: None, ..style };
    if style.bg.is_none() || matches!(role, Role::CursorLine | Role::Text) {
        return bare;
    }
    bare.add_modifier(Modifier::REVERSED)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn depth(environment: &[(&str, &str)]) -> ColourDepth {
        ColourDepth::from_env(|name| {
            environment.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_environment_says_how_many_colours_there_are() {
        for (environment, expected) in [
            (&[][..], ColourDepth::Ansi16),
            (&[("TERM", "xterm")], ColourDepth::Ansi16),
            (&[("TERM", "linux")], ColourDepth::Ansi16),
            (&[("TERM", "xterm-256color")], ColourDepth::Indexed256),
            (&[("TERM", "screen-256color-bce")], ColourDepth::Indexed256),
            (&[("TERM", "xterm-kitty")], ColourDepth::True),
            (&[("TERM", "xterm-direct")], ColourDepth::True),
            (&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")], ColourDepth::True),
            (&[("TERM", "xterm"), ("COLORTERM", "24bit")], ColourDepth::True),
            (&[("TERM", "xterm"), ("COLORTERM", "yes")], ColourDepth::Ansi16),
            (&[("WT_SESSION", "1")], ColourDepth::True),
            (&[("TERM", "dumb"), ("COLORTERM", "truecolor")], ColourDepth::None),
            (&[("COLORTERM", "truecolor"), ("NO_COLOR", "1")], ColourDepth::None),
            (&[("COLORTERM", "truecolor"), ("NO_COLOR", "")], ColourDepth::True),
        ] {
            assert_eq!(depth(environment), expected, "{environment:?}");
        }
    }

    fn none(style: Style, role: Role) -> Style {
        reduced(style, role, Background::Dark, ColourDepth::None)
    }

    #[test]
    fn a_lost_ground_is_said_by_reversing() {
        let row = Style::new().fg(Color::White).bg(Color::Rgb(40, 50, 60)).bold();
        assert_eq!(none(row, Role::ListCurrent), Style::new().bold().reversed());
        assert_eq!(none(Style::new().fg(Color::Red), Role::Error), Style::new());
        let sixteen = reduced(row, Role::ListCurrent, Background::Dark, ColourDepth::Ansi16);
        assert_eq!(sixteen, Style::new().fg(Color::White).bold().reversed());
    }

    #[test]
    fn the_block_of_the_cursor_is_never_reversed() {
        let line = Style::new().bg(Color::Rgb(40, 50, 60));
        assert_eq!(none(line, Role::CursorLine), Style::new());
    }

    #[test]
    fn colours_a_person_named_stay_theirs() {
        let named = Style::new().fg(Color::Yellow).bg(Color::Blue);
        for depth in [ColourDepth::Ansi16, ColourDepth::Indexed256, ColourDepth::True] {
            assert_eq!(reduced(named, Role::Date, Background::Light, depth), named);
        }
    }
}
