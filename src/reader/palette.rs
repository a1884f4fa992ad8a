//! The palette: every action of the place it was asked from, found by a few letters, and the
//! addresses and rows that a number may mean.

use std::ops::Range;

use super::cursor::Cursor;
use super::document::Document;
use super::goto::GoTo;
use super::model::Popup;
use super::prompt::Prompt;
use crate::keys::{Action, Context, Keymap, hints};
use crate::phrase::Language;
use crate::release::BlockId;
use crate::text::fuzzy::{self, Match};

/// The most addresses offered.
const MOST_ADDRESSES: usize = 50;
/// The most actions remembered as used.
const MOST_USED: usize = 20;
/// What an action gains by having been used: less than any letter is worth.
const USED: i32 = 8;
/// What a key typed as it is called is worth: as much as a word's beginning.
const KEY: i32 = 30;

/// The palette, open.
#[derive(Debug)]
pub struct Palette {
    /// What was typed.
    pub prompt: Prompt,
    /// What may be meant, the likeliest first.
    pub choices: Vec<Choice>,
    /// The one that Enter does.
    pub selected: Cursor,
    /// The count typed before the palette was asked for.
    pub count: Option<usize>,
    /// What it lies over, which comes back once it closes: never a help or a palette.
    pub under: Option<Box<Popup>>,
    language: Language,
    rows: Vec<hints::Row>,
    used: Vec<Action>,
}

/// Something to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// Go to a block of the open release.
    Block(BlockId),
    /// Go to a row of the list, counted from 0.
    Row(usize),
    /// An action, and the letters of its sentence that were typed.
    Action(hints::Row, Vec<Range<usize>>),
}

/// What numbers may mean where the palette was asked for.
#[derive(Debug, Clone, Copy)]
pub enum Numbers<'a> {
    /// Addresses of a release.
    Addresses(&'a Document),
    /// Rows of a list of so many.
    Rows(usize),
    /// Nothing.
    Nothing,
}

impl Palette {
    /// The palette for a place of the program.
    pub fn new(language: Language, (keymap, context): (&Keymap, Context), used: &Used) -> Self {
        let mut rows = hints::all(keymap, context);
        // It is open already.
        rows.retain(|row| row.action != Action::Palette);
        let used = used.0.clone();
        let (prompt, choices, selected) = (Prompt::default(), Vec::new(), Cursor::default());
        let (count, under) = (None, None);
        Self { prompt, choices, selected, count, under, language, rows, used }
    }

    /// Finds the choices again after the text has changed.
    pub fn refresh(&mut self, numbers: Numbers<'_>) {
        let typed = self.prompt.text().trim();
        let mut found: Vec<(i32, usize, Choice)> = Vec::new();
        for (order, row) in self.rows.iter().enumerate() {
            let recent = self.used.iter().position(|action| *action == row.action);
            let Some(Match { score, at }) = matched(typed, row, self.language) else { continue };
            let score = score + if recent.is_some() { USED } else { 0 };
            let order = recent.unwrap_or(self.used.len() + order);
            found.push((score, order, Choice::Action(row.clone(), at)));
        }
        found.sort_by_key(|(score, order, _)| (-score, *order));
        self.choices = numbers.meant_by(typed);
        self.choices.extend(found.into_iter().map(|(.., choice)| choice));
        self.selected = Cursor::default();
    }

    /// What Enter does.
    pub fn chosen(&self) -> Option<&Choice> {
        self.choices.get(self.selected.0)
    }
}

/// How well an action is meant: by its sentence in the language that shows or else in another one,
/// by its name or by one of its keys.
pub(super) fn matched(typed: &str, row: &hints::Row, language: Language) -> Option<Match> {
    let in_language = |language| fuzzy::matched(typed, row.sentence.shown(language));
    let unseen = |found: Match| Match { at: Vec::new(), ..found };
    let others = Language::ALL.into_iter().filter(|other| *other != language);
    let found = in_language(language)
        .or_else(|| fuzzy::matched(typed, row.action.name()).map(unseen))
        .or_else(|| others.filter_map(in_language).map(unseen).next());
    let is_key = !typed.is_empty() && row.keys.split(hints::APART).any(|keys| keys == typed);
    if !is_key {
        return found;
    }
    let found = found.unwrap_or_default();
    Some(Match { score: found.score.max(KEY), ..found })
}

impl Numbers<'_> {
    fn meant_by(self, typed: &str) -> Vec<Choice> {
        let is_address = typed.starts_with(|c: char| c.is_numeric() || matches!(c, '#' | '§'));
        match self {
            Self::Addresses(document) if is_address => {
                let matches = GoTo::new(document, typed).matches.into_iter();
                matches.take(MOST_ADDRESSES).map(Choice::Block).collect()
            }
            Self::Addresses(document) => {
                document.addresses.find(typed).map(Choice::Block).into_iter().collect()
            }
            Self::Rows(count) => {
                let row = typed.parse().ok().and_then(|row: usize| row.checked_sub(1));
                row.filter(|row| *row < count).map(Choice::Row).into_iter().collect()
            }
            Self::Nothing => Vec::new(),
        }
    }
}

/// The actions that were done from the palette, the last one first.
#[derive(Debug, Default)]
pub struct Used(Vec<Action>);

impl Used {
    /// Remembers an action as the last one used.
    pub fn add(&mut self, action: Action) {
        self.0.retain(|used| *used != action);
        self.0.insert(0, action);
        self.0.truncate(MOST_USED);
    }
}
