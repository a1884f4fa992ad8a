//! Many releases: where they come from and the little that a list shows of each.

pub mod filter;
pub mod folder;

use std::cmp::Reverse;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::disk;
use crate::release::Release;
use crate::release::edtf::{Edtf, SortKey};
use crate::text::{Clean, Raw};

/// Where a release is read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A file on disk.
    File {
        /// Its path, as named or found.
        path: PathBuf,
        /// The folder that was opened: what a release names must stay inside it.
        root: PathBuf,
    },
    /// Text that came with the program or through a pipe.
    Text {
        /// What to call it.
        name: Arc<str>,
        /// The text itself.
        text: Arc<str>,
        /// Whether the program knows it by that name.
        is_bundled: bool,
    },
}

impl Source {
    /// A file named by itself: its own folder is what was opened.
    pub fn file(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let root = path.parent().map(Path::to_path_buf).unwrap_or_default();
        Self::File { path, root }
    }

    /// Text that is in no file.
    pub fn text(name: &str, text: &str) -> Self {
        Self::Text { name: Arc::from(name), text: Arc::from(text), is_bundled: false }
    }

    /// A release that came with the program, which opens by the name of its file.
    pub fn bundled(name: &str, text: &str) -> Self {
        Self::Text { name: Arc::from(name), text: Arc::from(text), is_bundled: true }
    }

    /// The command that opens a release that came with the program.
    pub fn command(&self) -> Option<String> {
        let Self::Text { name, is_bundled: true, .. } = self else { return None };
        Some(format!("pressroom {}", name.strip_suffix(".ron").unwrap_or(name)))
    }

    /// The file that a release names relative to its own folder. Whether it stays inside the opened
    /// one is seen by [`Source::stays_inside`]. Text that is in no file has no neighbours.
    pub fn beside(&self, file: &str) -> Option<Self> {
        let Self::File { path, root } = self else { return None };
        Some(Self::File { path: path.parent()?.join(file), root: root.clone() })
    }

    /// Whether the file lies inside the folder that was opened, as written and after all links are
    /// followed. Looks at the disk.
    pub fn stays_inside(&self) -> bool {
        let Self::File { path, root } = self else { return true };
        let below = path.strip_prefix(root).ok().and_then(Path::to_str);
        below.is_some_and(|below| disk::inside(root, below).is_some())
    }

    /// The path, for a file.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File { path, .. } => Some(path),
            Self::Text { .. } => None,
        }
    }

    /// The file's name without its folders, as it may be shown.
    pub fn name(&self) -> Clean<'static> {
        let name = match self {
            Self::File { path, .. } => {
                path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
            }
            Self::Text { name, .. } => name.to_string(),
        };
        Raw::from(name).clean_line().into_owned()
    }
}

/// One release of a list, or the reason why it is none.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Where it is.
    pub source: Source,
    /// Its file's name.
    pub name: Clean<'static>,
    /// What a list shows of it; the reason when it does not open as a release.
    pub card: Result<Card, Clean<'static>>,
}

impl Entry {
    /// An entry for a source.
    pub fn new(source: Source, card: Result<Card, Clean<'static>>) -> Self {
        Self { name: source.name(), source, card }
    }
}

/// What a list shows of a release, ready to draw.
#[derive(Debug, Clone, Default)]
pub struct Card {
    /// The headline.
    pub title: Clean<'static>,
    /// Who speaks.
    pub issuer: Clean<'static>,
    /// When it was published, as written.
    pub published: Clean<'static>,
    /// The language tag.
    pub language: Clean<'static>,
    /// For sorting: the earliest moment `published` may mean.
    pub date: Option<SortKey>,
}

impl Card {
    /// A card that holds a headline and a date.
    pub fn new(title: Clean<'static>, published: &str) -> Self {
        let date = Edtf::parse(published).ok().map(|date| date.sort_key());
        let published = Raw::from(published).clean_line().into_owned();
        Self { title, published, date, ..Self::default() }
    }

    /// The card of a release.
    pub fn of(release: &Release) -> Self {
        let line =
            |text: Option<&Raw>| text.map(|t| t.clean_line().into_owned()).unwrap_or_default();
        let published = release.published.as_ref().map_or("", Raw::as_str);
        Self {
            issuer: line(release.issuer.as_ref()),
            language: line(release.language.as_ref()),
            ..Self::new(release.title.clean_line().into_owned(), published)
        }
    }
}

/// What a list is sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// Newest first; without a date last.
    #[default]
    Date,
    /// By headline.
    Title,
    /// By who speaks.
    Issuer,
    /// By language tag.
    Language,
    /// By path.
    File,
}

impl Order {
    /// Its name in a file of the program's own.
    pub fn key_name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Title => "title",
            Self::Issuer => "issuer",
            Self::Language => "language",
            Self::File => "file",
        }
    }

    /// The order of that name.
    pub fn keyed(name: &str) -> Option<Self> {
        let all = [Self::Date, Self::Title, Self::Issuer, Self::Language, Self::File];
        all.into_iter().find(|order| order.key_name() == name)
    }

    /// The order after this one, around.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Date => Self::Title,
            Self::Title => Self::Issuer,
            Self::Issuer => Self::Language,
            Self::Language => Self::File,
            Self::File => Self::Date,
        }
    }

    /// What entries are compared by; faulty files come last whatever the order.
    pub fn key(self, entry: &Entry) -> impl Ord + use<> {
        let name = entry.name.to_lowercase();
        let Ok(card) = &entry.card else { return (true, true, None, name, String::new()) };
        let date = (self == Self::Date).then_some(card.date).flatten();
        let text = match self {
            Self::Title => card.title.to_lowercase(),
            Self::Issuer => card.issuer.to_lowercase(),
            Self::Language => card.language.to_lowercase(),
            Self::Date | Self::File => String::new(),
        };
        (false, date.is_none(), date.map(Reverse), text, name)
    }

    /// Its name, for the head of a list and the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Title => "title",
            Self::Issuer => "issuer",
            Self::Language => "language",
            Self::File => "file",
        }
    }
}
