//! How things look: a [`Role`] for everything drawn, and themes that give each role its style.
//! Colours stand in `assets/themes/*.ron` and nowhere in the code; the page keeps the terminal's own.

mod colour;
mod depth;
mod read;
mod role;
mod written;

use std::ops::Index;

use ratatui::style::Style;
use serde::Deserialize;

pub use depth::ColourDepth;
pub use read::ThemeProblem;
pub use role::Role;

/// The themes that come with the program; for each background, the first one made for it is meant.
const BUILTIN: [(&str, Background, &str); 2] = [
    ("dark", Background::Dark, include_str!("../assets/themes/dark.ron")),
    ("light", Background::Light, include_str!("../assets/themes/light.ron")),
];

/// The kind of page a theme is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Background {
    /// Light letters on a dark page.
    Dark,
    /// Dark letters on a light page.
    Light,
}

/// A style for every role: `theme[Role::Figure]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    name: String,
    background: Background,
    styles: [Style; Role::ALL.len()],
}

impl Theme {
    /// The theme of this name among those that come with the program.
    ///
    /// # Panics
    /// Never: a test reads the embedded files.
    pub fn builtin(name: &str) -> Option<Self> {
        let (_, _, source) = BUILTIN.iter().find(|(known, _, _)| *known == name)?;
        let written = read::read(source).expect("the embedded themes are read by a test");
        Some(Self::from_written(written, |_| Style::new()))
    }

    /// The names of the themes that come with the program.
    pub fn names() -> impl Iterator<Item = &'static str> {
        BUILTIN.iter().map(|(name, _, _)| *name)
    }

    /// The theme that comes with the program for this kind of page.
    ///
    /// # Panics
    /// Never: there is one for each, and a test reads them.
    pub fn for_background(background: Background) -> Self {
        let made_for = BUILTIN.iter().find(|(_, page, _)| *page == background);
        made_for
            .and_then(|(name, _, _)| Self::builtin(name))
            .expect("there is a theme for each kind of page")
    }

    /// A theme a person wrote; a role it leaves out looks as in [`Theme::for_background`].
    ///
    /// # Errors
    /// Every fault of the file, in the order of its lines.
    pub fn parse(source: &str) -> Result<Self, Vec<ThemeProblem>> {
        let written = read::read(source)?;
        let base = Self::for_background(written.background);
        Ok(Self::from_written(written, |role| base[role]))
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The kind of page it is made for.
    pub fn background(&self) -> Background {
        self.background
    }

    /// The theme as a terminal with these colours can show it. What a background colour said is said
    /// by reversing where that colour is lost.
    #[must_use]
    pub fn reduced(&self, depth: ColourDepth) -> Self {
        let styles = Role::ALL.map(|role| depth::reduced(self[role], role, self.background, depth));
        Self { name: self.name.clone(), background: self.background, styles }
    }

    fn from_written(written: read::Written, left_out: impl Fn(Role) -> Style) -> Self {
        let styles =
            Role::ALL.map(|role| written.styles[role as usize].unwrap_or_else(|| left_out(role)));
        Self { name: written.name, background: written.background, styles }
    }
}

impl Index<Role> for Theme {
    type Output = Style;

    fn index(&self, role: Role) -> &Style {
        &self.styles[role as usize]
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::{Color, Modifier};

    use super::*;

    /// What terminals of each kind commonly have as their page.
    fn page(background: Background) -> [u8; 3] {
        match background {
            Background::Dark => [0x1d, 0x1f, 0x21],
            Background::Light => [0xff, 0xff, 0xff],
        }
    }

    fn themes() -> impl Iterator<Item = Theme> {
        Theme::names().map(|name| Theme::builtin(name).expect("named themes are there"))
    }

    fn rgb(colour: Option<Color>) -> Option<[u8; 3]> {
        colour.map(|colour| colour::rgb(colour).expect("themes use colours that are known"))
    }

    /// Relative luminance, by WCAG 2.2.
    fn luminance(rgb: [u8; 3]) -> f64 {
        let linear = rgb.map(|channel| {
            let part = f64::from(channel) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        linear[0].mul_add(0.2126, linear[1].mul_add(0.7152, linear[2] * 0.0722))
    }

    /// Contrast ratio, by WCAG 2.2.
    fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn contrast_of(theme: &Theme, role: Role) -> Option<f64> {
        let ground = rgb(theme[role].bg).unwrap_or(page(theme.background()));
        Some(contrast(rgb(theme[role].fg)?, ground))
    }

    /// The attributes that are seen when a role is drawn over text of any other attributes.
    fn attributes_over(theme: &Theme, role: Role, under: Modifier) -> Modifier {
        Style::new().add_modifier(under).patch(theme[role]).add_modifier
    }

    #[test]
    fn the_builtin_themes_define_every_role_and_are_named_as_listed() {
        for (name, background, source) in BUILTIN {
            let written = read::read(source).expect("no fault");
            assert_eq!((written.name.as_str(), written.background), (name, background));
            for role in Role::ALL {
                assert!(written.styles[role as usize].is_some(), "{name} lacks {}", role.name());
            }
        }
    }

    #[test]
    fn the_page_is_the_terminals_own() {
        for theme in themes() {
            assert_eq!(theme[Role::Text], Style::new());
        }
    }

    #[test]
    fn everything_can_be_read_on_its_ground() {
        for theme in themes() {
            for depth in [ColourDepth::True, ColourDepth::Indexed256, ColourDepth::Ansi16] {
                let shown = theme.reduced(depth);
                for role in Role::ALL {
                    // The sixteen colours are the terminal's, so only a rough promise can be made.
                    let rough = role.is_decorative() || depth == ColourDepth::Ansi16;
                    let least = if rough { 3.0 } else { 4.5 };
                    let contrast = contrast_of(&shown, role).unwrap_or(f64::INFINITY);
                    let (name, role) = (theme.name(), role.name());
                    assert!(contrast >= least, "{role} of {name} at {depth:?}: {contrast:.2}");
                }
            }
        }
    }

    #[test]
    fn everything_can_be_read_on_the_current_row() {
        for theme in themes().flat_map(|theme| {
            [ColourDepth::True, ColourDepth::Indexed256].map(|depth| theme.reduced(depth))
        }) {
            for row in [Role::CursorLine, Role::PanelCurrent, Role::ListCurrent] {
                let ground = rgb(theme[row].bg).expect("rows are shown by their ground");
                let letters = Role::ALL.into_iter().filter(|role| !role.is_decorative());
                for role in letters.filter(|role| theme[*role].bg.is_none()) {
                    let contrast =
                        rgb(theme[role].fg).map_or(f64::INFINITY, |fg| contrast(fg, ground));
                    let (name, role, row) = (theme.name(), role.name(), row.name());
                    assert!(contrast >= 4.5, "{role} on {row} of {name}: {contrast:.2}");
                }
            }
        }
    }

    #[test]
    fn the_three_kinds_of_fact_differ_in_every_depth() {
        let kinds = [Role::Participant, Role::Date, Role::Figure];
        for theme in themes() {
            for depth in ColourDepth::ALL {
                let styles = kinds.map(|role| theme.reduced(depth)[role]);
                for (one, other) in [(0, 1), (1, 2), (0, 2)] {
                    assert_ne!(styles[one].add_modifier, styles[other].add_modifier);
                    let coloured = depth != ColourDepth::None;
                    assert_eq!(styles[one].fg != styles[other].fg, coloured, "{depth:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_lit_and_what_is_hit_differ_without_colour_whatever_they_lie_on() {
        for theme in themes().map(|theme| theme.reduced(ColourDepth::None)) {
            for under in [Role::Text, Role::Participant, Role::Date, Role::Figure, Role::CursorLine]
            {
                let under = theme[under].add_modifier;
                let shown = [Role::Lit, Role::Hit, Role::CurrentHit]
                    .map(|role| attributes_over(&theme, role, under));
                assert!(shown.iter().all(|shown| shown.contains(Modifier::REVERSED)));
                assert!(shown[0] != shown[1] && shown[1] != shown[2] && shown[0] != shown[2]);
                assert!(!shown.contains(&under));
            }
        }
    }

    #[test]
    fn no_state_is_shown_by_colour_alone() {
        for theme in themes() {
            for depth in [ColourDepth::None, ColourDepth::Ansi16] {
                let theme = theme.reduced(depth);
                for (state, plain) in [
                    (Role::PanelCurrent, Role::PanelName),
                    (Role::BlockFact, Role::PanelName),
                    (Role::PanelCurrent, Role::BlockFact),
                    (Role::ListCurrent, Role::Text),
                    (Role::PromptMatch, Role::Prompt),
                    (Role::Status, Role::Text),
                    (Role::StatusKey, Role::Status),
                    (Role::StatusNotice, Role::Status),
                    (Role::Error, Role::Text),
                    (Role::Warning, Role::Text),
                    (Role::Error, Role::Warning),
                    (Role::Heading, Role::Text),
                    (Role::Folded, Role::Text),
                ] {
                    let (one, other) = (theme[state].add_modifier, theme[plain].add_modifier);
                    assert_ne!(one, other, "{} and {}", state.name(), plain.name());
                }
            }
        }
    }

    #[test]
    fn without_colour_no_colour_is_left() {
        for theme in themes().map(|theme| theme.reduced(ColourDepth::None)) {
            for role in Role::ALL {
                let Style { fg, bg, underline_color, .. } = theme[role];
                assert_eq!((fg, bg, underline_color), (None, None, None));
            }
        }
    }

    #[test]
    fn the_full_depth_changes_nothing() {
        for theme in themes() {
            assert_eq!(theme.reduced(ColourDepth::True), theme);
        }
    }

    #[test]
    fn a_persons_theme_may_leave_roles_out() {
        let source =
            r##"Theme(name: "mine", background: Light, roles: { Date: (fg: "#123456") })"##;
        let theme = Theme::parse(source).expect("no fault");
        assert_eq!(theme.name(), "mine");
        assert_eq!(theme[Role::Date], Style::new().fg(Color::Rgb(0x12, 0x34, 0x56)));
        assert_eq!(theme[Role::Figure], Theme::for_background(Background::Light)[Role::Figure]);
    }

    #[test]
    fn an_unknown_name_is_no_theme() {
        assert_eq!(Theme::builtin("sepia"), None);
    }
}
