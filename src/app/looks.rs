//! Which theme is drawn with.

use super::sentence_of;
use crate::config::{Directories, Fault, themes};
use crate::reader::message::Page;
use crate::reader::model::Model;
use crate::theme::{Background, ColourDepth, Theme};

/// `COLORFGBG`, which some terminals set to `15;0`: the last number is the page's colour.
pub fn page_from_env(env: &impl Fn(&str) -> Option<String>) -> Page {
    let colours = env("COLORFGBG").unwrap_or_default();
    match colours.rsplit(';').next().and_then(|page| page.parse().ok()) {
        Some(7 | 9..=15) => Page::Light,
        _ => Page::Dark,
    }
}

/// The theme that is drawn with, and what it depends on.
pub struct Looks {
    depth: ColourDepth,
    directories: Directories,
    /// What is wrong in a person's files and not told yet.
    faults: Vec<Fault>,
    /// The theme read last, by the name it was asked for.
    current: Option<(String, Theme)>,
}

impl Looks {
    /// Nothing is read yet; the faults are told with those of the first theme.
    pub fn new(depth: ColourDepth, directories: Directories, faults: Vec<Fault>) -> Self {
        Self { depth, directories, faults, current: None }
    }

    /// The theme that the model names. The usual one stands in for a faulty one; faults are told once.
    pub fn prepare(&mut self, model: &mut Model) -> &Theme {
        if self.current.as_ref().is_some_and(|(current, _)| *current != model.theme_name()) {
            self.current = None;
        }
        let (_, theme) = self.current.get_or_insert_with(|| {
            let name = model.theme_name().to_owned();
            let read = themes::theme(&self.directories, &name);
            let theme = read.unwrap_or_else(|faults| {
                self.faults.extend(faults);
                Theme::for_background(match model.page {
                    Some(Page::Light) => Background::Light,
                    Some(Page::Dark) | None => Background::Dark,
                })
            });
            (name, theme.reduced(self.depth))
        });
        if let Some(sentence) = sentence_of(&std::mem::take(&mut self.faults)) {
            model.complain(sentence);
        }
        theme
    }
}
