//! How things look: a [`Role`] for everything drawn, and themes that give each role its style.
//! Colours stand in `assets/themes/*.ron` and nowhere in the code; the page keeps the terminal's own.

mod builtin;
mod colour;
mod depth;
mod read;
mod role;
mod written;

use std::ops::Index;

use ratatui::style::Style;

use crate::entries::Problem;
use crate::text::tokens::tokens;

pub use depth::ColourDepth;
pub use role::Role;

/// The themes that come with the program, each after a page of its kind; for each kind, the first
/// one is meant where none is named. Of their files, the words.
const BUILTIN: [(&str, Background, &str); 8] = [
    ("dark", Background::Dark, tokens!("../assets/themes/dark.ron")),
    ("light", Background::Light, tokens!("../assets/themes/light.ron")),
    ("contrast-dark", Background::Dark, tokens!("../assets/themes/contrast-dark.ron")),
    ("contrast-light", Background::Light, tokens!("../assets/themes/contrast-light.ron")),
    ("sixteen", Background::Dark, tokens!("../assets/themes/sixteen.ron")),
    ("gruvbox-dark", Background::Dark, tokens!("../assets/themes/gruvbox-dark.ron")),
    ("gruvbox-light", Background::Light, tokens!("../assets/themes/gruvbox-light.ron")),
    ("catppuccin-mocha", Background::Dark, tokens!("../assets/themes/catppuccin-mocha.ron")),
];

/// Where a theme finds the one it goes on from: nothing where there is none of that name, a reason
/// where it is of no use.
pub type Find<'a> = dyn FnMut(&str) -> Result<Option<Theme>, String> + 'a;

/// The kind of page a theme is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Background {
    /// Light letters on a dark page.
    Dark,
    /// Dark letters on a light page.
    Light,
}

impl Background {
    /// Both, as theme files call them.
    const NAMES: [(&str, Self); 2] = [("Dark", Self::Dark), ("Light", Self::Light)];

    /// The kind of this name, spelled exactly.
    fn named(name: &str) -> Option<Self> {
        let known = Self::NAMES.into_iter().find(|(known, _)| *known == name);
        known.map(|(_, background)| background)
    }
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
        let (name, _, words) = BUILTIN.iter().find(|(known, _, _)| *known == name)?;
        let written = builtin::read(words).expect("the embedded themes are read by a test");
        Some(Self::of(name, written))
    }

    /// The names of the themes that come with the program.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::pages().map(|(name, _)| name)
    }

    /// The same, each with the kind of page it is made for.
    pub fn pages() -> impl Iterator<Item = (&'static str, Background)> {
        BUILTIN.iter().map(|(name, background, _)| (*name, *background))
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

    /// A theme as a file writes it. A role it leaves out looks as in the theme it goes on from, which
    /// `find` is asked for, or else as in [`Theme::for_background`].
    ///
    /// # Errors
    /// Every fault of the file, in the order of its lines.
    pub fn parse(name: &str, source: &str, find: &mut Find<'_>) -> Result<Self, Vec<Problem>> {
        Ok(Self::of(name, read::read(source, find)?))
    }

    fn of(name: &str, written: read::Written) -> Self {
        let read::Written { base, background, styles } = written;
        let is_whole = styles.iter().all(Option::is_some);
        let base = base.or_else(|| (!is_whole).then(|| Self::for_background(background)));
        let left_out = |role| base.as_ref().map_or(Style::new(), |base| base[role]);
        let styles = Role::ALL.map(|role| styles[role as usize].unwrap_or_else(|| left_out(role)));
        Self { name: name.to_owned(), background, styles }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The kind of page it is made for.
    pub fn background(&self) -> Background {
        self.background
    }

    /// Whether the page has a colour of its own, and not the terminal's.
    pub fn has_page(&self) -> bool {
        self[Role::Text].bg.is_some()
    }

    /// The theme as a terminal with these colours can show it. What a background colour said is said
    /// by reversing where that colour is lost.
    #[must_use]
    pub fn reduced(&self, depth: ColourDepth) -> Self {
        let styles = Role::ALL.map(|role| depth::reduced(self[role], role, self.background, depth));
        Self { name: self.name.clone(), background: self.background, styles }
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

    /// The themes that leave the page to the terminal.
    const ON_ITS_PAGE: [&str; 3] = ["dark", "light", "sixteen"];

    /// The page: the theme's own, or what terminals of its kind commonly have.
    fn page(theme: &Theme) -> [u8; 3] {
        rgb(theme[Role::Text].bg).unwrap_or(match theme.background() {
            Background::Dark => [0x1d, 0x1f, 0x21],
            Background::Light => [0xff, 0xff, 0xff],
        })
    }

    /// The letters of a role: its own, the theme's, or none that can be known.
    fn letters(theme: &Theme, role: Role) -> Option<[u8; 3]> {
        rgb(theme[role].fg.or(theme[Role::Text].fg))
    }

    /// The contrast that WCAG 2.2 asks of text: AA, and AAA where a theme promises more.
    fn least_contrast(theme: &Theme, role: Role) -> f64 {
        match (role.is_decorative(), theme.name().starts_with("contrast")) {
            (true, false) => 3.0,
            (true, true) | (false, false) => 4.5,
            (false, true) => 7.0,
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
        let ground = rgb(theme[role].bg).unwrap_or(page(theme));
        Some(contrast(letters(theme, role)?, ground))
    }

    /// The attributes that are seen when a role is drawn over text of any other attributes.
    fn attributes_over(theme: &Theme, role: Role, under: Modifier) -> Modifier {
        Style::new().add_modifier(under).patch(theme[role]).add_modifier
    }

    #[test]
    fn the_builtin_themes_have_no_fault_and_the_first_two_say_everything() {
        for (name, background, words) in BUILTIN {
            let path = format!("{}/assets/themes/{name}.ron", env!("CARGO_MANIFEST_DIR"));
            let file = std::fs::read_to_string(path).expect("it is there");
            let find = &mut |base: &str| Ok(Theme::builtin(base));
            assert_eq!(
                Theme::parse(name, &file, find),
                Ok(Theme::builtin(name).unwrap()),
                "{name}"
            );
            let written = builtin::read(words).expect("no fault");
            assert_eq!(written.background, background, "{name}");
            for role in Role::ALL.into_iter().filter(|_| ["dark", "light"].contains(&name)) {
                assert!(written.styles[role as usize].is_some(), "{name} lacks {}", role.name());
            }
        }
    }

    #[test]
    fn the_page_is_the_terminals_own_or_known_in_full() {
        for theme in themes() {
            let Style { fg, bg, .. } = theme[Role::Text];
            let is_own = ON_ITS_PAGE.contains(&theme.name());
            assert_eq!((fg.is_none(), bg.is_none()), (is_own, is_own), "{}", theme.name());
        }
    }

    #[test]
    fn one_theme_uses_nothing_but_the_sixteen_colours() {
        let theme = Theme::builtin("sixteen").expect("it is there");
        for role in Role::ALL {
            let Style { fg, bg, underline_color, .. } = theme[role];
            for colour in [fg, bg, underline_color].into_iter().flatten() {
                assert!(colour::NAMES.iter().any(|(_, known)| *known == colour), "{}", role.name());
            }
        }
    }

    #[test]
    fn everything_can_be_read_on_its_ground() {
        for theme in themes() {
            for depth in [ColourDepth::True, ColourDepth::Indexed256, ColourDepth::Ansi16] {
                let shown = theme.reduced(depth);
                for role in Role::ALL {
                    // The sixteen colours are the terminal's, so only a rough promise can be made.
                    let rough = depth == ColourDepth::Ansi16;
                    let least = if rough { 3.0 } else { least_contrast(&theme, role) };
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
            for row in [Role::CursorLine, Role::PanelCurrent, Role::ListCurrent, Role::Status] {
                // Reversed, the letters become the ground, and the contrast stays.
                let Some(ground) = rgb(theme[row].bg) else { continue };
                let on_it = Role::ALL.into_iter().filter(|role| !role.is_decorative());
                for role in on_it.filter(|role| theme[*role].bg.is_none()) {
                    let contrast = letters(&theme, role)
                        .map_or(f64::INFINITY, |letters| contrast(letters, ground));
                    let (name, role, row) = (theme.name(), role.name(), row.name());
                    let least = least_contrast(&theme, Role::Text);
                    assert!(contrast >= least, "{role} on {row} of {name}: {contrast:.2}");
                }
            }
        }
    }

    #[test]
    fn the_current_row_has_a_ground_or_is_reversed() {
        for theme in themes() {
            for row in [Role::PanelCurrent, Role::ListCurrent, Role::Status] {
                let Style { bg, add_modifier, .. } = theme[row];
                let is_seen = bg.is_some() || add_modifier.contains(Modifier::REVERSED);
                assert!(is_seen, "{} of {}", row.name(), theme.name());
            }
        }
    }

    #[test]
    fn without_colour_the_page_is_not_reversed() {
        for depth in [ColourDepth::None, ColourDepth::Ansi16] {
            for theme in themes().map(|theme| theme.reduced(depth)) {
                assert_eq!(theme[Role::Text].add_modifier, Modifier::empty(), "{}", theme.name());
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
        let mine = |source: &str| {
            Theme::parse("mine", source, &mut |base| Ok(Theme::builtin(base))).expect("no fault")
        };
        let theme = mine(r##"Theme(background: Light, roles: { Date: (fg: "#123456") })"##);
        assert_eq!(theme.name(), "mine");
        assert_eq!(theme[Role::Date], Style::new().fg(Color::Rgb(0x12, 0x34, 0x56)));
        assert_eq!(theme[Role::Figure], Theme::for_background(Background::Light)[Role::Figure]);
        let theme = mine(r#"(base: "gruvbox-dark", roles: { Date: () })"#);
        assert_eq!(theme[Role::Date], Style::new());
        assert_eq!(theme[Role::Text], Theme::builtin("gruvbox-dark").expect("there")[Role::Text]);
        assert_eq!(theme.background(), Background::Dark);
    }

    #[test]
    fn an_unknown_name_is_no_theme() {
        assert_eq!(Theme::builtin("sepia"), None);
    }
}
