//! The looks of a theme that comes with the program, from the words its file was taken apart into.

use ratatui::style::{Color, Modifier, Style};

use super::read::{ATTRIBUTES, Written, standing};
use super::{Background, Role, written};
use crate::text::tokens;

/// What the words of a file say; nothing where it has a fault or goes on from another theme.
pub(super) fn read(words: &str) -> Option<Written> {
    let mut background = None;
    let mut styles = [None; Role::ALL.len()];
    let (mut role, mut field) = (None, None);
    for (depth, word) in tokens::each(words) {
        match depth {
            0 => {}
            1 if word == "base" => return None,
            1 => background = background.or(Background::named(word)),
            2 => {
                let named = Role::named(word)?;
                styles[named as usize] = Some(standing(named, Style::new()));
                (role, field) = (Some(named), None);
            }
            _ => {
                let style = styles[role? as usize].as_mut()?;
                match (depth, field.take()) {
                    (3, Some("fg")) => style.fg = Some(colour(word)?),
                    (3, Some("bg")) => style.bg = Some(colour(word)?),
                    (3, Some("underline")) => style.underline_color = Some(colour(word)?),
                    (3, _) => field = Some(word),
                    _ => *style = standing(role?, style.add_modifier(attribute(word)?)),
                }
            }
        }
    }
    Some(Written { base: None, background: background?, styles })
}

fn colour(word: &str) -> Option<Color> {
    word.parse().map(Color::Indexed).ok().or_else(|| written::named(word).ok())
}

fn attribute(name: &str) -> Option<Modifier> {
    ATTRIBUTES.iter().find(|(known, _)| *known == name).map(|(_, attribute)| *attribute)
}
