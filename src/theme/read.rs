//! A theme file read into styles, with all its faults at once, each with its place.

use std::fmt;

use ratatui::style::{Color, Modifier, Style};
use ron::error::{Error, Position, SpannedError};
use ron::extensions::Extensions;

use super::written::{Colour, File, Looks, Name, Word, position};
use super::{Background, Find, Role, Theme, colour};
use crate::text::similar::nearest;

/// Something wrong in a theme file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeProblem {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong, in a sentence.
    pub message: String,
    /// What was probably meant.
    pub suggestion: Option<String>,
}

impl fmt::Display for ThemeProblem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}", self.line, self.column, self.message)?;
        match &self.suggestion {
            Some(suggestion) => write!(out, "; did you mean {suggestion:?}?"),
            None => Ok(()),
        }
    }
}

/// A theme as far as its file says; roles it leaves out are none.
#[derive(Debug)]
pub(super) struct Written {
    /// The theme it goes on from, if it names one.
    pub(super) base: Option<Theme>,
    pub(super) background: Background,
    pub(super) styles: [Option<Style>; Role::ALL.len()],
}

/// The attributes a role may have, as theme files call them.
const ATTRIBUTES: [(&str, Modifier); 6] = [
    ("Bold", Modifier::BOLD),
    ("Dim", Modifier::DIM),
    ("Italic", Modifier::ITALIC),
    ("Underlined", Modifier::UNDERLINED),
    ("Reversed", Modifier::REVERSED),
    ("CrossedOut", Modifier::CROSSED_OUT),
];

/// Reads a theme file; `find` is asked for the theme it goes on from.
pub(super) fn read(source: &str, find: &mut Find<'_>) -> Result<Written, Vec<ThemeProblem>> {
    // RON knows no byte-order mark; some editors write one.
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let file: File<'_> = options.from_str(source).map_err(|error| vec![fault(&error)])?;
    let mut reading = Reading { source, problems: Vec::new() };
    let base = file.base.as_ref().and_then(|name| reading.base(name, find));
    let background = file.background.or_else(|| base.as_ref().map(Theme::background));
    if background.is_none() && file.base.is_none() {
        let message = "a theme says `background: Dark` or `background: Light`, or names a `base`";
        reading.problem(source, message.to_owned(), None);
    }
    let mut styles = [None; Role::ALL.len()];
    for (role, looks) in &file.roles.0 {
        reading.role(*role, looks, &mut styles);
    }
    if let (Some(background), true) = (background, reading.problems.is_empty()) {
        return Ok(Written { base, background, styles });
    }
    reading.problems.sort_by_key(|problem| (problem.line, problem.column));
    Err(reading.problems)
}

/// What is not RON, or not of the shape of a theme.
fn fault(error: &SpannedError) -> ThemeProblem {
    let Position { line, col: column } = error.span.start;
    let suggestion = match &error.code {
        Error::NoSuchStructField { expected, found, .. }
        | Error::NoSuchEnumVariant { expected, found, .. } => {
            nearest(found, expected.iter().copied())
        }
        _ => None,
    };
    let suggestion = suggestion.map(String::from);
    ThemeProblem { line, column, message: error.code.to_string(), suggestion }
}

/// The reading of one file: what was not understood so far.
struct Reading<'a> {
    source: &'a str,
    problems: Vec<ThemeProblem>,
}

impl<'a> Reading<'a> {
    fn base(&mut self, name: &Word<'a>, find: &mut Find<'_>) -> Option<Theme> {
        let place = name.place().unwrap_or(self.source);
        match find(&name.0) {
            Ok(Some(theme)) => return Some(theme),
            Ok(None) => {
                let known = nearest(&name.0, Theme::names());
                self.problem(place, format!("there is no theme {:?}", name.0), known);
            }
            Err(reason) => self.problem(place, reason, None),
        }
        None
    }

    fn role(&mut self, name: Name<'a>, looks: &Looks<'a>, styles: &mut [Option<Style>]) {
        let Some(role) = Role::named(name.0) else {
            let known = nearest(name.0, Role::ALL.map(Role::name));
            return self.problem(name.0, format!("no role {:?}", name.0), known);
        };
        if styles[role as usize].is_some() {
            return self.problem(name.0, format!("{} stands here a second time", name.0), None);
        }
        let attributes = self.attributes(&looks.attributes);
        let mut style = Style {
            fg: self.colour(name, looks.fg.as_ref()),
            bg: self.colour(name, looks.bg.as_ref()),
            underline_color: self.colour(name, looks.underline.as_ref()),
            ..Style::new().add_modifier(attributes)
        };
        if role.stands_alone() {
            style.sub_modifier = attributes.complement();
        }
        styles[role as usize] = Some(style);
    }

    fn attributes(&mut self, names: &[Name<'a>]) -> Modifier {
        let mut attributes = Modifier::empty();
        for name in names {
            let Some((_, attribute)) = ATTRIBUTES.iter().find(|(known, _)| *known == name.0) else {
                let known = nearest(name.0, ATTRIBUTES.map(|(known, _)| known));
                self.problem(name.0, format!("no attribute {:?}", name.0), known);
                continue;
            };
            attributes |= *attribute;
        }
        attributes
    }

    fn colour(&mut self, role: Name<'a>, written: Option<&Colour<'a>>) -> Option<Color> {
        match written? {
            Colour::Number(number) => {
                let index = u8::try_from(*number).ok();
                if index.is_none() {
                    let message = format!("no colour {number}; they are numbered 0 to 255");
                    self.problem(role.0, message, None);
                }
                index.map(Color::Indexed)
            }
            Colour::Word(word) => match colour_of(&word.0) {
                Ok(colour) => Some(colour),
                Err((message, suggestion)) => {
                    self.problem(word.place().unwrap_or(role.0), message, suggestion);
                    None
                }
            },
        }
    }

    fn problem(&mut self, part: &'a str, message: String, suggestion: Option<&str>) {
        let (line, column) = position(self.source, part);
        let suggestion = suggestion.map(String::from);
        self.problems.push(ThemeProblem { line, column, message, suggestion });
    }
}

/// A colour by its name or as `#rrggbb`; otherwise what is wrong and what was probably meant.
fn colour_of(word: &str) -> Result<Color, (String, Option<&'static str>)> {
    if let Some(digits) = word.strip_prefix('#') {
        let hex = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        let number = u32::from_str_radix(digits, 16).ok().filter(|_| hex);
        let problem =
            || (format!("{word:?} is not a colour; six hexadecimal digits make one"), None);
        return number.map(Color::from_u32).ok_or_else(problem);
    }
    let known = colour::NAMES.iter().find(|(name, _)| *name == word);
    known.map(|(_, colour)| *colour).ok_or_else(|| {
        (format!("no colour {word:?}"), nearest(word, colour::NAMES.map(|(name, _)| name)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_alone(source: &str) -> Result<Written, Vec<ThemeProblem>> {
        read(source, &mut |name| match name {
            "broken" => Err("the theme \"broken\" is faulty itself".to_owned()),
            name => Ok(Theme::builtin(name)),
        })
    }

    fn problems(source: &str) -> Vec<String> {
        read_alone(source).err().unwrap_or_default().iter().map(ToString::to_string).collect()
    }

    fn style(looks: &str) -> Option<Style> {
        let source = format!("(background: Dark, roles: {{ Date: {looks} }})");
        read_alone(&source).expect("no fault").styles[Role::Date as usize]
    }

    #[test]
    fn colours_are_names_numbers_and_hexadecimal() {
        assert_eq!(style("()"), Some(Style::new()));
        assert_eq!(style(r#"(fg: "bright blue")"#), Some(Style::new().fg(Color::LightBlue)));
        assert_eq!(style("(bg: 110)"), Some(Style::new().bg(Color::Indexed(110))));
        assert_eq!(style("(fg: Some(7))"), Some(Style::new().fg(Color::Indexed(7))));
        let underlined = Style::new().underline_color(Color::Rgb(0x0a, 0xb0, 0xff)).underlined();
        assert_eq!(
            style(r##"(underline: "#0ab0FF", attributes: [Underlined])"##),
            Some(underlined)
        );
    }

    #[test]
    fn every_fault_is_told_at_once_with_its_place() {
        let source = r##"Theme(
    background: Dark,
    roles: {
        Fact: (),
        Figrue: (fg: "cyan"),
        Date: (fg: "cyna", bg: "#12345", attributes: [Blod, Underlined]),
        Date: (fg: 300),
        Lit: (fg: 300, bg: "+#1111"),
        Hit: (fg: "#+11111"),
    },
)"##;
        assert_eq!(
            problems(source),
            [
                r#"4:9: no role "Fact""#,
                r#"5:9: no role "Figrue"; did you mean "Figure"?"#,
                r#"6:21: no colour "cyna"; did you mean "cyan"?"#,
                r##"6:33: "#12345" is not a colour; six hexadecimal digits make one"##,
                r#"6:55: no attribute "Blod"; did you mean "Bold"?"#,
                "7:9: Date stands here a second time",
                "8:9: no colour 300; they are numbered 0 to 255",
                r#"8:29: no colour "+#1111""#,
                r##"9:20: "#+11111" is not a colour; six hexadecimal digits make one"##,
            ]
        );
    }

    #[test]
    fn what_has_another_shape_is_told_with_its_place_and_the_nearest_name() {
        let unknown = "(background: Dark, roles: { Date: (attribute: [Bold]) })";
        let problem = read_alone(unknown).expect_err("no such field").remove(0);
        assert_eq!((problem.line, problem.suggestion.as_deref()), (1, Some("attributes")));
        let dusk = read_alone("(background: Drak, roles: {})").expect_err("no such page");
        assert_eq!(dusk[0].suggestion.as_deref(), Some("Dark"));
        assert_eq!(problems("").len(), 1);
        assert_eq!(problems("(background: Dark, roles: {}) more").len(), 1);
    }

    #[test]
    fn what_marks_words_replaces_the_attributes_below() {
        let source = "(background: Dark, roles: { Hit: (attributes: [Reversed]) })";
        let hit =
            read_alone(source).expect("no fault").styles[Role::Hit as usize].expect("a style");
        let shown = Style::new().bold().underlined().patch(hit);
        assert_eq!(shown.add_modifier, Modifier::REVERSED);
    }

    #[test]
    fn a_theme_may_go_on_from_another() {
        let light = read_alone(r#"(base: "light")"#).expect("no fault");
        assert_eq!(light.background, Background::Light);
        assert!(light.base.is_some() && light.styles.iter().all(Option::is_none));
        assert_eq!(
            problems("(\n  base: \"drak\")"),
            [r#"2:10: there is no theme "drak"; did you mean "dark"?"#]
        );
        assert_eq!(
            problems(r#"(base: "broken", background: Dark)"#),
            [r#"1:9: the theme "broken" is faulty itself"#]
        );
        assert_eq!(
            problems("()"),
            ["1:1: a theme says `background: Dark` or `background: Light`, or names a `base`"]
        );
    }
}
