//! A theme file read into styles, with all its faults at once, each with its place.

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

use super::written::{self, Colour};
use super::{Background, Find, Role, Theme};
use crate::entries::{self, Entry, Holder, Name, Problem, Quoted, entries};
use crate::text::similar::nearest;

/// A theme as far as its file says; roles it leaves out are none.
#[derive(Debug)]
pub(super) struct Written {
    /// The theme it goes on from, if it names one.
    pub(super) base: Option<Theme>,
    pub(super) background: Background,
    pub(super) styles: [Option<Style>; Role::ALL.len()],
}

/// The attributes a role may have, as theme files call them.
pub(super) const ATTRIBUTES: [(&str, Modifier); 6] = [
    ("Bold", Modifier::BOLD),
    ("Dim", Modifier::DIM),
    ("Italic", Modifier::ITALIC),
    ("Underlined", Modifier::UNDERLINED),
    ("Reversed", Modifier::REVERSED),
    ("CrossedOut", Modifier::CROSSED_OUT),
];

/// How things are written.
const THEME: &str = "a theme, as in `(base: \"dark\", roles: { Date: (fg: \"yellow\") })`";
const ROLES: &str = "roles with their looks, as in `{ Date: (fg: \"yellow\") }`";
const LOOKS: &str = "looks, as in `(fg: \"yellow\", attributes: [Bold])`";

/// Reads a theme file; `find` is asked for the theme it goes on from.
pub(super) fn read(source: &str, find: &mut Find<'_>) -> Result<Written, Vec<Problem>> {
    // RON knows no byte-order mark; some editors write one.
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let mut reading = Reading { source, problems: Vec::new() };
    let [base, background, roles] =
        reading.fields(source, (Holder::Struct("Theme"), THEME), ["base", "background", "roles"]);
    let base = base.and_then(|name| reading.base(name, find));
    let background = background.and_then(|name| reading.background(name));
    let background = background.or_else(|| base.as_ref().map(Theme::background));
    let mut styles = [None; Role::ALL.len()];
    for Entry { name, value } in reading.entries(roles, (Holder::Map, ROLES)) {
        reading.role(name, value, &mut styles);
    }
    if background.is_none() && reading.problems.is_empty() {
        let message = "a theme says `background: Dark` or `background: Light`, or names a `base`";
        reading.problem(source, message.to_owned(), None);
    }
    if let (Some(background), true) = (background, reading.problems.is_empty()) {
        return Ok(Written { base, background, styles });
    }
    reading.problems.sort_by_key(|problem| (problem.line, problem.column));
    Err(reading.problems)
}

/// The style of a role that has these looks: one that stands alone has no other attributes.
pub(super) fn standing(role: Role, style: Style) -> Style {
    if role.stands_alone() {
        Style { sub_modifier: style.add_modifier.complement(), ..style }
    } else {
        style
    }
}

/// The reading of one file: what was not understood so far.
struct Reading<'a> {
    source: &'a str,
    problems: Vec<Problem>,
}

impl<'a> Reading<'a> {
    /// What a part of the file holds, as far as it can be read.
    fn entries(
        &mut self,
        part: Option<&'a str>,
        (holder, like): (Holder, &'static str),
    ) -> Vec<Entry<'a>> {
        let Some(part) = part else { return Vec::new() };
        let (entries, broken) = entries(self.source, part, holder, like);
        self.problems.extend(broken);
        entries
    }

    /// The values of these fields, each as written, if it is there.
    fn fields<const N: usize>(
        &mut self,
        part: &'a str,
        written: (Holder, &'static str),
        known: [&'static str; N],
    ) -> [Option<&'a str>; N] {
        let mut found = [None; N];
        for Entry { name, value } in self.entries(Some(part), written) {
            match known.iter().position(|known| *known == name) {
                None => {
                    let message = format!("there is no field `{name}`");
                    self.problem(name, message, nearest(name, known));
                }
                Some(at) if found[at].is_some() => self.second_time(name),
                Some(at) => found[at] = Some(value),
            }
        }
        found
    }

    /// A value of some type; none if it is none or another one.
    fn value<T: Deserialize<'a>>(&mut self, part: &'a str) -> Option<T> {
        let value: Result<Option<T>, Problem> = entries::value(self.source, part);
        value.map_err(|problem| self.problems.push(problem)).ok().flatten()
    }

    fn base(&mut self, part: &'a str, find: &mut Find<'_>) -> Option<Theme> {
        let name: Quoted<'_> = self.value(part)?;
        let place = name.place().unwrap_or(part);
        match find(&name.0) {
            Ok(Some(theme)) => return Some(theme),
            Ok(None) => {
                let known = nearest(&name.0, Theme::names());
                self.problem(place, format!("there is no theme `{}`", name.0), known);
            }
            Err(reason) => self.problem(place, reason, None),
        }
        None
    }

    fn background(&mut self, part: &'a str) -> Option<Background> {
        let Name(name) = self.value(part)?;
        let background = Background::named(name);
        if background.is_none() {
            let message = format!("Dark or Light is expected here, not `{name}`");
            let known = Background::NAMES.map(|(known, _)| known);
            self.problem(name, message, nearest(name, known));
        }
        background
    }

    fn role(&mut self, name: &'a str, looks: &'a str, styles: &mut [Option<Style>]) {
        let Some(role) = Role::named(name) else {
            let known = nearest(name, Role::ALL.map(Role::name));
            return self.problem(name, format!("no role `{name}`"), known);
        };
        if styles[role as usize].is_some() {
            return self.second_time(name);
        }
        let [fg, bg, underline, attributes] = self.fields(
            looks,
            (Holder::Struct("Looks"), LOOKS),
            ["fg", "bg", "underline", "attributes"],
        );
        let attributes = attributes.map_or(Modifier::empty(), |names| self.attributes(names));
        let style = Style {
            fg: fg.and_then(|colour| self.colour(colour)),
            bg: bg.and_then(|colour| self.colour(colour)),
            underline_color: underline.and_then(|colour| self.colour(colour)),
            ..Style::new().add_modifier(attributes)
        };
        styles[role as usize] = Some(standing(role, style));
    }

    fn attributes(&mut self, part: &'a str) -> Modifier {
        let mut attributes = Modifier::empty();
        for Name(name) in self.value::<Vec<Name<'a>>>(part).unwrap_or_default() {
            let Some((_, attribute)) = ATTRIBUTES.iter().find(|(known, _)| *known == name) else {
                let known = nearest(name, ATTRIBUTES.map(|(known, _)| known));
                self.problem(name, format!("no attribute `{name}`"), known);
                continue;
            };
            attributes |= *attribute;
        }
        attributes
    }

    fn colour(&mut self, part: &'a str) -> Option<Color> {
        match self.value(part)? {
            Colour::Number(number) => {
                let index = u8::try_from(number).ok();
                if index.is_none() {
                    let message = format!("no colour {number}; they are numbered 0 to 255");
                    self.problem(part, message, None);
                }
                index.map(Color::Indexed)
            }
            Colour::Word(word) => match written::named(&word.0) {
                Ok(colour) => Some(colour),
                Err((message, suggestion)) => {
                    self.problem(word.place().unwrap_or(part), message, suggestion);
                    None
                }
            },
        }
    }

    fn second_time(&mut self, name: &'a str) {
        self.problem(name, format!("{name} stands here a second time"), None);
    }

    fn problem(&mut self, part: &'a str, message: String, suggestion: Option<&str>) {
        self.problems.push(Problem::of(self.source, part, message, suggestion));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_alone(source: &str) -> Result<Written, Vec<Problem>> {
        read(source, &mut |name| match name {
            "broken" => Err("the theme `broken` is faulty itself".to_owned()),
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
                "4:9: no role `Fact`",
                "5:9: no role `Figrue`; did you mean `Figure`?",
                "6:21: no colour `cyna`; did you mean `cyan`?",
                "6:33: `#12345` is not a colour; six hexadecimal digits make one",
                "6:55: no attribute `Blod`; did you mean `Bold`?",
                "7:9: Date stands here a second time",
                "8:19: no colour 300; they are numbered 0 to 255",
                "8:29: no colour `+#1111`",
                "9:20: `#+11111` is not a colour; six hexadecimal digits make one",
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
        assert_eq!(
            problems(
                "(bakground: Dark, background: Drak,\n roles: { Dat: 1, Hit: (fg: [1], bg: red, \
                      attributes: Bold), Lit: (fgg: 1), }, base: 7, roles: {})"
            ),
            [
                "1:2: there is no field `bakground`; did you mean `background`?",
                "1:31: Dark or Light is expected here, not `Drak`; did you mean `Dark`?",
                "2:11: no role `Dat`; did you mean `Date`?",
                "2:29: a number or a colour in quotes is expected here",
                "2:38: a number or a colour in quotes is expected here",
                "2:55: `[` is expected here",
                "2:68: there is no field `fgg`; did you mean `fg`?",
                "2:86: a text in quotes is expected here",
                "2:89: roles stands here a second time",
            ]
        );
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
            ["2:10: there is no theme `drak`; did you mean `dark`?"]
        );
        assert_eq!(
            problems(r#"(base: "broken", background: Dark)"#),
            ["1:9: the theme `broken` is faulty itself"]
        );
        assert_eq!(
            problems("()"),
            ["1:1: a theme says `background: Dark` or `background: Light`, or names a `base`"]
        );
    }
}
