//! Everything the screen shows and every key depends on.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::areas::{Areas, Around, Panes, Setting, Size};
use super::clipboard::Clipboard;
use super::document::Document;
use super::fault::Faulty;
use super::goto::GoTo;
use super::help::Help;
use super::history::{History, Step, Stop};
use super::marks::{Letter, MarkList, Then};
use super::message::Page;
use super::palette::{Palette, Used};
use super::peek::{Peek, Peeking};
use super::pipe::Pipe;
use super::problems::Problems;
use super::prompt::Prompt;
use super::reading::find::Wanted;
use super::reading::{Focus, Place, Reading};
use super::recall::Recall;
use super::review::{FactEdit, Review};
use super::shelf::Shelf;
use super::themes::Themes;
use crate::annotations::{Anchor, LibraryMark, Look, PaneWidths, Session};
use crate::config::Settings;
use crate::keys::{Action, Chord, Context, Keymap};
use crate::library::Source;
use crate::phrase::{self, Language, Phrase};
use crate::release::Address;
use crate::text::ascii::Signs;

/// What is on the screen.
#[derive(Debug, Default)]
pub enum Screen {
    /// Nothing yet: something is being read.
    #[default]
    Empty,
    /// The list of releases.
    List,
    /// An open release.
    Reading(Box<Reading>),
    /// A file that is no release.
    Fault(Box<Fault>),
}

/// A file that is no release, and how far its excerpt is scrolled.
#[derive(Debug)]
pub struct Fault {
    /// The file and what is wrong with it.
    pub faulty: Faulty,
    /// Lines of the diagnostic above the screen.
    pub top: usize,
    /// Where the reader was while the file was still a release.
    pub again: Target,
}

/// What lies over the screen and has the keyboard.
#[derive(Debug)]
pub enum Popup {
    /// The help, and the place it was asked from.
    Help(Help),
    /// The problems of the open release.
    Problems(Problems),
    /// The themes to choose from.
    Themes(Themes),
    /// The list of marks.
    Marks(MarkList),
    /// An address being typed.
    GoTo(GoTo),
    /// Every action, found by a few letters.
    Palette(Palette),
    /// Words to find being typed.
    Find(Prompt),
    /// Words that blocks must hold being typed.
    Keep(Prompt),
    /// A look at another place.
    Peek(Peek),
    /// A command being typed that is to be given text.
    Pipe(Pipe),
    /// A fact of a draft being edited.
    Fact(FactEdit),
}

impl Popup {
    /// The line being typed in it, if one is.
    pub fn prompt(&self) -> Option<&Prompt> {
        match self {
            Self::GoTo(goto) => Some(&goto.prompt),
            Self::Palette(palette) => Some(&palette.prompt),
            Self::Find(prompt) | Self::Keep(prompt) => Some(prompt),
            Self::Fact(edit) => Some(&edit.prompt),
            Self::Pipe(pipe) => Some(&pipe.prompt),
            Self::Help(help) => help.filter.as_ref().filter(|_| help.is_typing),
            Self::Problems(_) | Self::Themes(_) | Self::Peek(_) | Self::Marks(_) => None,
        }
    }

    /// The same, to be changed.
    pub fn prompt_mut(&mut self) -> Option<&mut Prompt> {
        match self {
            Self::GoTo(goto) => Some(&mut goto.prompt),
            Self::Palette(palette) => Some(&mut palette.prompt),
            Self::Find(prompt) | Self::Keep(prompt) => Some(prompt),
            Self::Fact(edit) => Some(&mut edit.prompt),
            Self::Pipe(pipe) => Some(&mut pipe.prompt),
            Self::Help(help) => help.filter.as_mut().filter(|_| help.is_typing),
            Self::Problems(_) | Self::Themes(_) | Self::Peek(_) | Self::Marks(_) => None,
        }
    }

    /// Which keys apply in it.
    pub fn context(&self) -> Context {
        match self {
            _ if self.prompt().is_some() => Context::Prompt,
            Self::Help(_) => Context::Help,
            Self::Problems(_) => Context::Problems,
            Self::Themes(_) => Context::Themes,
            Self::Peek(_) => Context::Peek,
            Self::Marks(_) => Context::Marks,
            _ => Context::Prompt,
        }
    }

    /// What lies under it and comes back once it closes.
    pub fn under(&self) -> Option<&Self> {
        match self {
            Self::Help(help) => help.under.as_deref(),
            Self::Palette(palette) => palette.under.as_deref(),
            _ => None,
        }
    }

    /// The same, taken from it.
    pub fn into_under(self) -> Option<Self> {
        match self {
            Self::Help(help) => help.under.map(|under| *under),
            Self::Palette(palette) => palette.under.map(|under| *under),
            _ => None,
        }
    }
}

/// A release that is being opened, and where to go in it.
#[derive(Debug)]
pub struct Opening {
    /// The number of the request.
    pub ticket: u64,
    /// The release.
    pub source: Source,
    /// Where to go.
    pub at: Target,
}

/// Where to go in a release that is being opened.
#[derive(Debug, Clone)]
pub enum Target {
    /// To its start.
    Start,
    /// To where its reader stopped, looked at as it was then.
    Resume(Look),
    /// To an address a person named.
    Address(String),
    /// To a line, as the jump list remembers it, and to an entry of the facts.
    Place(Place, Option<usize>),
    /// To where it was before it was read again.
    Again(Address, usize),
    /// To a mark, and which one.
    Mark(char, Anchor),
    /// As [`Target::Again`], without having been asked for: the file was changed.
    Changed(Address, usize),
}

/// A sentence for the reader, until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What to say.
    pub text: Phrase,
    /// Whether something went wrong.
    pub is_error: bool,
}

/// Whether things are remembered from one time to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Memory {
    /// There is no place for them.
    None,
    /// They are, as far as is known.
    Works,
    /// The last of them could not be written.
    Faulty,
}

/// Marks that were asked for to go to one, or to list them. Whatever is pressed until they come counts
/// after that.
#[derive(Debug)]
pub struct Awaited {
    /// The number of the request.
    pub ticket: u64,
    /// What is to be done with them.
    pub then: Then,
    /// What was pressed meanwhile.
    pub keys: Vec<Chord>,
}

/// Keys pressed that are not yet an action.
#[derive(Debug, Default, Clone)]
pub struct Pending {
    /// A number typed before an action.
    pub count: Option<usize>,
    /// The first keys of a longer sequence.
    pub chords: Vec<Chord>,
    /// The number of the wait after which a menu shows what may follow.
    pub ticket: u64,
    /// Whether that menu shows.
    pub is_shown: bool,
    /// What the letter does that is awaited.
    pub letter: Option<Letter>,
}

/// The application.
#[derive(Debug)]
pub struct Model {
    /// The screen's size.
    pub size: Size,
    /// What is on it.
    pub screen: Screen,
    /// What lies over it.
    pub popup: Option<Popup>,
    /// The list, where several releases were opened.
    pub shelf: Option<Shelf>,
    /// The number of the request that fills the list.
    pub list_ticket: u64,
    /// The release on its way.
    pub opening: Option<Opening>,
    /// Whether its file was changed since it was asked for.
    pub is_changed_meanwhile: bool,
    /// The release on its way to be looked at.
    pub peeking: Option<Peeking>,
    /// Where what is on the screen goes, while it is a draft under review.
    pub review: Option<Review>,
    /// Jumps made.
    pub history: History,
    /// What the person set.
    pub settings: Settings,
    /// What the terminal can show.
    pub signs: Signs,
    /// The language in which it speaks.
    pub language: Language,
    /// What the keys do.
    pub keymap: Keymap,
    /// What was done from the palette.
    pub used: Used,
    /// Keys pressed so far.
    pub pending: Pending,
    /// Marks that are on their way.
    pub awaited: Option<Awaited>,
    /// Commands that were given text, the newest last.
    pub commands: Vec<String>,
    /// What was looked for in texts, or kept of them, the newest last.
    pub searches: Vec<Wanted>,
    /// Which of these is shown in place of what was typed.
    pub recall: Recall,
    /// The way to a clipboard.
    pub clipboard: Clipboard,
    /// The folder that paths are named from.
    pub here: PathBuf,
    /// A sentence for the reader.
    pub notice: Option<Notice>,
    /// The theme chosen since the start, by name; else the settings decide.
    pub theme: Option<String>,
    /// What colour the terminal's page is, once it is known.
    pub page: Option<Page>,
    /// Whether the mouse is ours; else the terminal selects text with it.
    pub has_mouse: bool,
    /// Whether things are remembered from one time to the next.
    pub memory: Memory,
    /// What was said last of something that is not.
    pub unremembered: Option<Phrase>,
    /// How wide the panel is made, on screens of each breadth.
    pub widths: PaneWidths,
    /// That, as it was last kept.
    pub kept_widths: PaneWidths,
    /// The session as it was last kept.
    pub kept_session: Option<Session>,
    /// The marks from `A` to `Z`, as far as they were asked for.
    pub marks: BTreeMap<char, LibraryMark>,
    /// Whether the last key was an interrupt, so that a second one quits.
    pub interrupted: bool,
    tickets: u64,
}

impl Model {
    /// An application with nothing open.
    pub fn new(size: Size, keymap: Keymap) -> Self {
        Self {
            size,
            screen: Screen::Empty,
            popup: None,
            shelf: None,
            list_ticket: 0,
            opening: None,
            is_changed_meanwhile: false,
            peeking: None,
            review: None,
            history: History::default(),
            settings: Settings::default(),
            signs: Signs::default(),
            language: Language::default(),
            keymap,
            used: Used::default(),
            pending: Pending::default(),
            awaited: None,
            commands: Vec::new(),
            searches: Vec::new(),
            recall: Recall::default(),
            clipboard: Clipboard::default(),
            here: PathBuf::new(),
            notice: None,
            theme: None,
            page: None,
            has_mouse: true,
            memory: Memory::None,
            unremembered: None,
            widths: PaneWidths::default(),
            kept_widths: PaneWidths::default(),
            kept_session: None,
            marks: BTreeMap::new(),
            interrupted: false,
            tickets: 0,
        }
    }

    /// A number no request has had.
    pub fn next_ticket(&mut self) -> u64 {
        self.tickets += 1;
        self.tickets
    }

    /// Which keys apply.
    pub fn context(&self) -> Context {
        self.popup.as_ref().map_or_else(|| self.screen_context(), Popup::context)
    }

    /// Whether the mouse is held beyond the edge of a text that goes on under it.
    pub fn is_held_beyond(&self) -> bool {
        self.reading().is_some_and(|reading| reading.dragged_to().is_some())
    }

    /// The line being typed, wherever it is.
    pub fn prompt(&self) -> Option<&Prompt> {
        match &self.popup {
            Some(popup) => popup.prompt(),
            None => self.shelf.as_ref().filter(|s| s.is_typing).and_then(|s| s.filter.as_ref()),
        }
    }

    /// The popup that the help or the palette lies over, else the one there is.
    pub fn lowest_popup(&self) -> Option<&Popup> {
        let popup = self.popup.as_ref()?;
        Some(popup.under().unwrap_or(popup))
    }

    /// The same, to be changed.
    pub fn lowest_popup_mut(&mut self) -> Option<&mut Popup> {
        match self.popup.as_mut()? {
            Popup::Help(Help { under: Some(under), .. })
            | Popup::Palette(Palette { under: Some(under), .. }) => Some(under),
            popup => Some(popup),
        }
    }

    /// Which keys apply to what lies under any popup.
    pub fn screen_context(&self) -> Context {
        match &self.screen {
            Screen::Reading(reading) => match reading.focus {
                // What the mouse selects of a draft may become a fact.
                Focus::Text
                    if reading.selection().is_some_and(|s| !s.is_done || self.review.is_some()) =>
                {
                    Context::Select
                }
                Focus::Text => Context::Text,
                Focus::Panel if self.review.is_some() => Context::Review,
                Focus::Panel => Context::Panel,
                Focus::Contents => Context::Contents,
            },
            Screen::Fault(_) => Context::Fault,
            Screen::List | Screen::Empty => match &self.shelf {
                Some(shelf) if shelf.is_typing => Context::Prompt,
                _ => Context::List,
            },
        }
    }

    /// The key for an action on the screen as it is called in sentences; where there is none, the
    /// palette, which has every action.
    pub fn key(&self, action: Action) -> Phrase {
        self.key_in(self.screen_context(), action)
    }

    /// As [`Model::key`], for any place.
    pub fn key_in(&self, context: Context, action: Action) -> Phrase {
        let key = self.keymap.key(context, action);
        key.map_or_else(phrase::keys::the_palette, Phrase::from)
    }

    /// How a release's screen is divided.
    fn panes(&self, reading: &Reading) -> Panes {
        let is_begun = self.pending.count.is_some() || !self.pending.chords.is_empty();
        let says = self.notice.is_some() || self.popup.is_some() || self.opening.is_some();
        let around = match reading.is_bare {
            false => Around::Everything,
            true if says || is_begun => Around::Status,
            true => Around::Nothing,
        };
        Panes {
            focus: reading.focus,
            shown: reading.panel.shown,
            wider: self.widths,
            contents: reading.contents.is_shown,
            around,
        }
    }

    /// Where everything is on the screen.
    pub fn areas(&self) -> Areas {
        match &self.screen {
            Screen::Reading(reading) => {
                Areas::of(self.size, self.panes(reading)).set(self.setting())
            }
            _ => Areas::chrome(self.size),
        }
    }

    /// Where popups are.
    pub fn over(&self) -> super::areas::Rect {
        self.areas().over(self.size)
    }

    /// Where a look at another place is shown: not over the line it was taken from.
    pub fn peek_area(&self) -> super::areas::Rect {
        let is_elsewhere =
            matches!(self.lowest_popup(), Some(Popup::Peek(peek)) if peek.is_elsewhere);
        super::areas::popup::peek(self.over(), self.cursor_row(), is_elsewhere)
    }

    /// The row of the screen where the cursor is, in the text, the facts or the list.
    fn cursor_row(&self) -> u16 {
        let areas = self.areas();
        let rows = |rows: usize| u16::try_from(rows).unwrap_or(u16::MAX);
        match (&self.screen, &self.shelf) {
            (Screen::Reading(reading), _) if reading.focus == Focus::Panel => {
                let size = (areas.panel.width, areas.panel.height);
                let mut entries = reading.panel.entries(&reading.document, size);
                let entry = entries.find(|entry| entry.index == reading.panel.cursor);
                areas.panel.y.saturating_add(entry.map_or(0, |entry| entry.row))
            }
            (Screen::Reading(reading), _) => {
                areas.text.y.saturating_add(rows(reading.row_of_cursor().unwrap_or(0)))
            }
            (_, Some(shelf)) => {
                areas.text.y.saturating_add(rows(shelf.cursor.saturating_sub(shelf.top) + 1))
            }
            _ => areas.text.y,
        }
    }

    /// How text is set.
    fn setting(&self) -> Setting {
        let Settings { measure, margin, line_spacing: spacing, .. } = self.settings;
        Setting { measure, margin, spacing }
    }

    /// The open release.
    pub fn reading(&self) -> Option<&Reading> {
        match &self.screen {
            Screen::Reading(reading) => Some(reading),
            _ => None,
        }
    }

    /// The open release, if it is still this one.
    pub fn reading_of(&mut self, document: &Arc<Document>) -> Option<&mut Reading> {
        match &mut self.screen {
            Screen::Reading(reading) if Arc::ptr_eq(&reading.document, document) => Some(reading),
            _ => None,
        }
    }

    /// The release or faulty file on the screen.
    pub fn source(&self) -> Option<&Source> {
        match &self.screen {
            Screen::Reading(reading) => Some(&reading.document.source),
            Screen::Fault(fault) => Some(&fault.faulty.source),
            Screen::List | Screen::Empty => None,
        }
    }

    /// Where the reader is, for the jump list.
    pub fn stop(&self) -> Option<Stop> {
        let reading = self.reading()?;
        let entry = (reading.focus == Focus::Panel).then_some(reading.panel.cursor);
        Some(Stop { source: reading.document.source.clone(), place: reading.cursor(), entry })
    }

    /// The same, or that it is the list.
    pub fn step(&self) -> Option<Step> {
        match &self.screen {
            Screen::List => Some(Step::List),
            _ => self.stop().map(Step::Stop),
        }
    }

    /// Says something until the next key.
    pub fn say(&mut self, text: impl Into<Phrase>) {
        let text = text.into();
        self.notice = Some(Notice { text, is_error: false });
    }

    /// Says what went wrong until the next key.
    pub fn complain(&mut self, text: impl Into<Phrase>) {
        self.say(text);
        if let Some(notice) = &mut self.notice {
            notice.is_error = true;
        }
    }
}
