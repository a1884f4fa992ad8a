//! Choosing a theme: the list of them, the current one of which the screen is drawn in already.

use super::areas::{Rect, popup};
use super::cursor::Cursor;
use super::message::Page;
use super::model::{Model, Popup};
pub use crate::config::themes::Kind;
use crate::config::themes::{self, AUTO};
use crate::text::Clean;
use crate::text::width::cells;

/// The most columns of a name that are shown.
const WIDEST_NAME: u16 = 40;

/// The list of themes to choose from.
#[derive(Debug)]
pub struct Themes {
    /// The themes, by name.
    pub rows: Vec<(String, Kind)>,
    /// The theme under the cursor.
    pub cursor: Cursor,
    /// The theme there was when the list was opened.
    pub before: String,
}

impl Themes {
    /// The themes that need no file, the cursor on the one chosen now.
    pub fn new(chosen: &str) -> Self {
        let builtin = themes::builtin().map(|(name, kind)| (name.to_owned(), kind));
        let rows: Vec<_> = std::iter::once((AUTO.to_owned(), Kind::Auto)).chain(builtin).collect();
        let mut list = Self { rows, cursor: Cursor::default(), before: chosen.to_owned() };
        list.select(chosen);
        list
    }

    /// Adds a person's own; the cursor stays, unless it waited for one of them.
    pub fn add(&mut self, own: Vec<String>) {
        let waits = self.name() != self.before && self.cursor == Cursor(0);
        let new = own.into_iter().filter(|name| self.rows.iter().all(|(row, _)| row != name));
        let new: Vec<_> = new.map(|name| (name, Kind::Own)).collect();
        self.rows.extend(new);
        if waits {
            let before = self.before.clone();
            self.select(&before);
        }
    }

    /// Where the list is, over everything but the status line.
    pub fn area(&self, over: Rect) -> Rect {
        popup::themes(over, self.rows.len(), self.widest_name())
    }

    /// The columns of the longest name, as far as they are shown.
    pub fn widest_name(&self) -> u16 {
        let names = self.rows.iter().map(|(name, _)| cells(&Clean::from_str(name)) as u16);
        names.max().unwrap_or_default().min(WIDEST_NAME)
    }

    /// Moves the cursor to a row, if there is one.
    pub fn point(&mut self, row: usize) {
        if row < self.rows.len() {
            self.cursor = Cursor(row);
        }
    }

    /// The theme under the cursor.
    pub fn name(&self) -> &str {
        self.rows.get(self.cursor.0).map_or(AUTO, |(name, _)| name)
    }

    fn select(&mut self, name: &str) {
        if let Some(at) = self.rows.iter().position(|(row, _)| row == name) {
            self.cursor = Cursor(at);
        }
    }
}

impl Model {
    /// The name of the theme that was chosen, which may be [`AUTO`].
    pub fn chosen_theme(&self) -> &str {
        self.theme.as_deref().unwrap_or(&self.settings.theme)
    }

    /// The name of the theme to draw in.
    pub fn theme_name(&self) -> &str {
        let chosen = match self.lowest_popup() {
            Some(Popup::Themes(themes)) => themes.name(),
            _ => self.chosen_theme(),
        };
        match self.page {
            _ if chosen != AUTO => chosen,
            Some(Page::Light) => &self.settings.theme_light,
            Some(Page::Dark) | None => &self.settings.theme_dark,
        }
    }
}
