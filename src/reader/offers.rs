//! What is worth a hint: keys that would only say that there is nothing for them are not.

use super::model::{Model, Popup, Screen};
use super::reading::panel::{About, Item};
use super::reading::{Focus, Reading};
use crate::keys::hints::Hint;
use crate::keys::{Action, Context};
use crate::library::Source;
use crate::phrase::{self, Phrase};

impl Model {
    /// Whether an action would find something to act on, as far as that is known at a glance.
    pub fn offers(&self, action: Action) -> bool {
        match &self.popup {
            Some(Popup::Pipe(_)) => !matches!(action, Action::ToggleRegex | Action::NextMatch),
            _ if action == Action::GiveNext => false,
            // Only what is looked for in the text may be a pattern, and a fact matches nothing.
            Some(Popup::Fact(_)) => !matches!(action, Action::ToggleRegex | Action::NextMatch),
            // With nothing typed, that brings back what was looked for before.
            Some(Popup::Find(prompt)) => action != Action::NextMatch || !prompt.text().is_empty(),
            Some(Popup::Keep(_)) => action != Action::NextMatch,
            Some(Popup::Peek(peek)) if action == Action::NextMention => {
                // In the list, the next one is the next release.
                peek.has_others() || matches!(self.screen, Screen::List) && self.shelf_rows() > 1
            }
            Some(popup) => match action {
                Action::ToggleRegex => false,
                Action::Edit => self.has_file(),
                Action::Filter => matches!(popup, Popup::Help(_)),
                _ => true,
            },
            None => self.screen_offers(action),
        }
    }

    fn screen_offers(&self, action: Action) -> bool {
        match (action, &self.screen) {
            (Action::ToggleRegex | Action::GiveNext, _) => false,
            (Action::Back, _) => self.history.has_back(),
            (Action::NextRelease, _) => self.has_release_beside(1),
            (Action::PreviousRelease, _) => self.has_release_beside(-1),
            (Action::Edit, _) => self.has_file(),
            (Action::Reload, Screen::List) => {
                self.has_file()
                    || self.shelf.as_ref().is_some_and(|shelf| shelf.current().is_none())
            }
            // A draft is in no file, and what came with the program never changes.
            (Action::Reload, _) => self.review.is_none() && self.has_file(),
            (action, _) if action.is_for_drafts() => self.review.is_some(),
            (_, Screen::Reading(reading)) => reading_offers(reading, action),
            (Action::Follow, Screen::List) => self.shelf_rows() > 0,
            (Action::Filter | Action::Sort, Screen::List) => {
                self.shelf.as_ref().is_some_and(|shelf| !shelf.entries.is_empty())
            }
            _ => true,
        }
    }

    /// Whether the list has another release so many rows from the one on the screen.
    fn has_release_beside(&self, by: isize) -> bool {
        let shelf = self.shelf.as_ref().zip(self.source());
        shelf.is_some_and(|(shelf, source)| shelf.beside(source, by).is_some())
    }

    /// What a hint says: of another version of the release, that it opens.
    pub fn label(&self, hint: &Hint) -> Phrase {
        let item = self.reading().and_then(|reading| reading.panel.item());
        let is_version = matches!(item, Some(Item::About(About::Version(_))));
        let is_panel = matches!(self.context(), Context::Panel | Context::Review);
        if hint.action == Action::Follow && is_panel && is_version {
            return phrase::keys::open_version();
        }
        hint.label.clone()
    }

    fn shelf_rows(&self) -> usize {
        self.shelf.as_ref().map_or(0, |shelf| shelf.shown.len())
    }

    /// Whether there is a file of a person's own to be opened in their editor.
    fn has_file(&self) -> bool {
        let current = || self.shelf.as_ref().and_then(|shelf| Some(&shelf.current()?.source));
        self.source().or_else(current).is_some_and(|source: &Source| source.path().is_some())
    }
}

fn reading_offers(reading: &Reading, action: Action) -> bool {
    let is_fact = || matches!(reading.panel.item(), Some(Item::Fact(_)));
    match action {
        Action::FindNext | Action::FindPrevious => {
            reading.find.as_ref().is_some_and(|find| !find.hits.is_empty())
        }
        Action::NextFact | Action::PreviousFact => {
            reading.document.release.facts().next().is_some()
        }
        Action::Follow if reading.focus == Focus::Text => {
            !reading.facts_in(reading.block()).is_empty()
        }
        Action::Follow if reading.focus == Focus::Panel => {
            is_fact() || matches!(reading.panel.item(), Some(Item::About(About::Version(_))))
        }
        Action::NextMention
        | Action::PreviousMention
        | Action::AcceptFact
        | Action::DropFact
        | Action::EditFact => is_fact(),
        Action::Problems => !reading.problems().is_empty(),
        _ => true,
    }
}
