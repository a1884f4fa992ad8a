//! Work that must not hold up the keyboard, done on threads that answer with messages. An answer
//! that nobody waits for any more is not finished.

use std::ops::{ControlFlow, Range};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

use super::memory::{Job, Memory, Tell};
use super::{Event, Shelved, clipboard};
use crate::annotations::{Named, Session};
use crate::config::{Directories, themes};
use crate::disk::{self, Overwrite, SaveError};
use crate::import;
use crate::library::{Entry, Source, folder};
use crate::phrase::{self, Phrase};
use crate::reader::Document;
use crate::reader::clipboard::{Clipboard, Copied};
use crate::reader::effect::{Effect, NamedBy};
use crate::reader::fault::Faulty;
use crate::reader::message::{Known, Message};
use crate::reader::problems::MOST_PROBLEMS;
use crate::reader::reading::find::{Hit, MOST_HITS, Wanted};
use crate::reader::reading::kept::Kept;
use crate::reader::revision::Revision;
use crate::reader::session;
use crate::release::check::{self, Problem};
use crate::release::evidence::Evidence;
use crate::release::place::{self, BlockField, Locus, Places};
use crate::release::{BlockId, FactKind, Release};
use crate::text::Raw;
use crate::text::fold::{Finder, Mode};

/// Entries handed to the list at once.
const BATCH: usize = 200;
/// Bytes below which a release is read and parsed in less time than a thread takes to start.
const SHORT_FILE: usize = 64 << 10;
/// Blocks searched between two looks at whether the answer is still wanted.
const STRETCH: usize = 64;

/// Starts threads for effects.
pub struct Worker {
    answers: Sender<Event>,
    shelved: Arc<[Shelved]>,
    directories: Directories,
    memory: Memory,
    newest_find: Arc<AtomicU64>,
    newest_keep: Arc<AtomicU64>,
    newest_list: Arc<AtomicU64>,
}

impl Worker {
    /// A worker that answers to an inbox; `shelved` is what a list is read from.
    pub fn new(answers: Sender<Event>, shelved: Vec<Shelved>, directories: Directories) -> Self {
        let newest = || Arc::new(AtomicU64::new(0));
        let (newest_find, newest_keep, newest_list) = (newest(), newest(), newest());
        let memory = Memory::new(directories.state.as_deref());
        let shelved = shelved.into();
        Self { answers, shelved, directories, memory, newest_find, newest_keep, newest_list }
    }

    /// The files and folders that the list is read from.
    pub fn listed(&self) -> Vec<PathBuf> {
        let paths = self.shelved.iter().map(|one| match one {
            Shelved::Path(path) => Some(path.clone()),
            Shelved::Source(_) => None,
        });
        paths.flatten().collect()
    }

    /// What is remembered.
    pub fn memory(&self) -> Memory {
        self.memory.clone()
    }

    /// Does what an effect asks for, elsewhere. Effects on the terminal itself are not for here.
    pub fn perform(&self, effect: Effect) {
        match effect {
            Effect::Open { ticket, source, named_by, before } => {
                let memory = self.memory.clone();
                self.start(move |answer| {
                    let outcome = open(source, named_by);
                    let before = before.as_deref();
                    answer.send_all(with_all_that_is_known(ticket, outcome, before, &memory));
                });
            }
            effect @ (Effect::Keep { .. }
            | Effect::KeepMark { .. }
            | Effect::KeepWidths { .. }
            | Effect::KeepSession(_)
            | Effect::Recall { .. }) => self.remember(effect),
            Effect::Examine(document) => self.start(move |answer| answer.send(examined(document))),
            Effect::Check(document, evidence) => {
                self.start(move |answer| answer.send(checked(document, &evidence)));
            }
            Effect::Find { ticket, document, wanted } => self.find(ticket, document, wanted),
            Effect::KeepMatching { ticket, document, wanted } => {
                self.newest_keep.store(ticket, Ordering::Relaxed);
                let newest = Arc::clone(&self.newest_keep);
                self.start(move |answer| {
                    let is_wanted = || newest.load(Ordering::Relaxed) == ticket;
                    if let Some((kept, error)) = keep(&document, &wanted, is_wanted) {
                        answer.send(Message::Kept { ticket, kept: Arc::new(kept), error });
                    }
                });
            }
            Effect::List { ticket } => {
                self.newest_list.store(ticket, Ordering::Relaxed);
                let (newest, shelved) = (Arc::clone(&self.newest_list), Arc::clone(&self.shelved));
                self.start(move |answer| list(answer, &shelved, ticket, &newest));
            }
            Effect::ListAgain { ticket, paths } => {
                let shelved = Arc::clone(&self.shelved);
                self.start(move |answer| {
                    let entries = paths.iter().flat_map(|path| again(path, &shelved)).collect();
                    answer.send(Message::Relisted { ticket, paths, entries });
                });
            }
            Effect::ListThemes => {
                let directories = self.directories.clone();
                self.start(move |answer| answer.send(Message::Themes(themes::own(&directories))));
            }
            effect @ (Effect::Suggest { .. } | Effect::Save { .. }) => self.review(effect),
            Effect::Copy(_)
            | Effect::Edit { .. }
            | Effect::EditBlock { .. }
            | Effect::Pipe(_)
            | Effect::TakeMouse
            | Effect::FreeMouse
            | Effect::Suspend
            | Effect::WaitForKeys { .. }
            | Effect::Redraw
            | Effect::Quit => {}
        }
    }

    /// Does what the review of a draft asks for.
    fn review(&self, effect: Effect) {
        match effect {
            Effect::Suggest { ticket, document, words, kind } => self.start(move |answer| {
                let fact = suggestion(&document, words, kind).map(Box::new);
                answer.send(Message::Suggested { ticket, fact });
            }),
            Effect::Save { path, text, overwrite } => self.start(move |answer| {
                answer.send(Message::Saved(save(path, &text, overwrite)));
            }),
            _ => {}
        }
    }

    /// Looks for words, unless others are asked for meanwhile.
    fn find(&self, ticket: u64, document: Arc<Document>, wanted: Wanted) {
        self.newest_find.store(ticket, Ordering::Relaxed);
        let newest = Arc::clone(&self.newest_find);
        self.start(move |answer| {
            let is_wanted = || newest.load(Ordering::Relaxed) == ticket;
            if let Some((hits, error)) = find(&document, &wanted, is_wanted) {
                answer.send(Message::Found { ticket, hits, error });
            }
        });
    }

    /// Does what an effect asks of the memory.
    fn remember(&self, effect: Effect) {
        match effect {
            Effect::KeepMark { letter, mark } => self.keep(Job::Mark(letter, mark)),
            Effect::KeepWidths { before, now } => self.keep(Job::Widths(before, now)),
            Effect::KeepSession(session) => {
                let named = self.shelved.iter().map(named).collect();
                self.keep(Job::Session(Box::new(Session { named, ..*session })));
            }
            Effect::Recall { ticket, document } => {
                let memory = self.memory.clone();
                self.start(move |answer| recall(answer, &memory, ticket, document));
            }
            Effect::Keep { document, changes } => self.keep(Job::Release(document, changes)),
            _ => {}
        }
    }

    /// Hands what is copied to a command.
    pub fn copy(&self, clipboard: Clipboard, copied: Copied) {
        if let Clipboard::Command(words) = clipboard {
            self.start(move |answer| {
                answer.send(Message::Copied(clipboard::to_command(&words, &copied)));
            });
        }
    }

    /// As [`Worker::perform`], before there is a keyboard to hold up: a short release is read here and
    /// now, which takes less time than to start a thread.
    pub fn perform_first(&self, effect: Effect) {
        match effect {
            Effect::Open { ticket, source, named_by, .. } if is_short(&source) => {
                let outcome = open(source, named_by);
                let messages = with_all_that_is_known(ticket, outcome, None, &self.memory);
                Answer(self.answers.clone()).send_all(messages);
            }
            other => self.perform(other),
        }
    }

    /// Keeps something; the reader is told what could not be kept.
    fn keep(&self, job: Job) {
        let answer = Answer(self.answers.clone());
        let tell: Tell = Arc::new(move |message| answer.send(message));
        self.memory.keep(job, &tell);
    }

    fn start(&self, work: impl FnOnce(&Answer) + Send + 'static) {
        let answer = Answer(self.answers.clone());
        let guarded = move || {
            let outcome = catch_unwind(AssertUnwindSafe(|| work(&answer)));
            if outcome.is_err() {
                answer.send(Message::Failed(phrase::work::stopped()));
            }
        };
        if let Err(error) = thread::Builder::new().name("work".to_owned()).spawn(guarded) {
            let words = phrase::work::not_started(error);
            Answer(self.answers.clone()).send(Message::Failed(words));
        }
    }
}

struct Answer(Sender<Event>);

impl Answer {
    fn send(&self, message: Message) {
        self.send_all(vec![message]);
    }

    fn send_all(&self, messages: Vec<Message>) {
        // Nobody listens any more only when the program ends.
        let _ = self.0.send(Event::Messages(messages));
    }
}

fn is_short(source: &Source) -> bool {
    match source {
        Source::Text { text, .. } => text.len() < SHORT_FILE,
        Source::File { path, .. } => {
            disk::size(path).is_some_and(|bytes| bytes < SHORT_FILE as u64)
        }
    }
}

type Opened = Result<Arc<Document>, Box<Faulty>>;

fn open(source: Source, named_by: NamedBy) -> Opened {
    if named_by == NamedBy::Release && !source.stays_inside() {
        return Err(Box::new(Faulty::unreadable(source, phrase::work::outside())));
    }
    match folder::open(&source) {
        Ok(release) => Ok(Arc::new(Document::new(source, release))),
        Err(folder::Unreadable::File(reason)) => {
            Err(Box::new(Faulty::unreadable(source, Phrase::told(reason))))
        }
        Err(folder::Unreadable::Fault(text, fault)) => {
            Err(Box::new(Faulty::new(source, &text, fault)))
        }
    }
}

/// A release with what is remembered of it. A short one is examined before it is handed over, so that
/// its first frame is whole.
fn with_all_that_is_known(
    ticket: u64,
    outcome: Opened,
    before: Option<&Document>,
    memory: &Memory,
) -> Vec<Message> {
    let document = outcome.as_ref().ok().map(Arc::clone);
    let recalled = document.as_ref().map_or(Ok(None), |document| memory.recall(document));
    let (remembered, fault) = match recalled {
        Ok(remembered) => (remembered, None),
        Err(sentence) => (None, Some(Message::NotRecalled(sentence))),
    };
    let revise = |before| Some(Box::new(Revision::between(before, document.as_deref()?)));
    let known = Known { remembered, revision: before.and_then(revise) };
    let examined = document.filter(|document| document.is_short()).map(examined);
    let opened = Message::Opened { ticket, outcome, known };
    std::iter::once(opened).chain(examined).chain(fault).collect()
}

fn examined(document: Arc<Document>) -> Message {
    let evidence = Arc::new(Evidence::of(&document.release, &document.addresses));
    Message::Examined { document, evidence }
}

fn checked(document: Arc<Document>, evidence: &Evidence) -> Message {
    let checked = (&document.release, &document.addresses, evidence);
    let problems = check::check_some(checked, MOST_PROBLEMS);
    let problems = Arc::new(placed(&document.source, problems));
    Message::Checked { document, problems }
}

/// Problems with their lines; the file is read again only when there are any.
fn placed(source: &Source, problems: Vec<Problem>) -> Vec<(usize, Problem)> {
    if problems.is_empty() {
        return Vec::new();
    }
    let text = folder::read(source).unwrap_or_default();
    let places = Places::of_some(&text, problems.iter().map(|problem| problem.locus));
    let mut placed: Vec<(usize, Problem)> =
        problems.into_iter().map(|problem| (places.get(problem.locus).start, problem)).collect();
    placed.sort_by_key(|(offset, _)| *offset);
    let offsets: Vec<usize> = placed.iter().map(|(offset, _)| *offset).collect();
    let lines = place::lines_and_columns(&text, offsets.into_iter());
    lines.into_iter().zip(placed).map(|((line, _), (_, problem))| (line, problem)).collect()
}

/// The line of a file at which a block stands; the first one when the file cannot be read.
pub fn line_of(path: &Path, block: BlockId) -> usize {
    let text = folder::read(&Source::file(path)).unwrap_or_default();
    let locus = match block.index() {
        Some(_) => Locus::Block(block, BlockField::Text),
        None => Locus::Release(place::ReleaseField::Title),
    };
    let range = Places::of_some(&text, [locus]).get(locus);
    place::line_and_column(&text, range.start).0
}

type FoundHits = (Arc<[Hit]>, Option<Phrase>);

/// What a list was opened with, named so that it is found again.
fn named(shelved: &Shelved) -> Named {
    match shelved {
        Shelved::Source(source) => session::named(source),
        Shelved::Path(path) => Named { path: Some(path.clone()), ..Named::default() },
    }
}

fn recall(answer: &Answer, memory: &Memory, ticket: u64, document: Option<Arc<Document>>) {
    let (marks, fault) = memory.marks(document.as_deref());
    answer.send(Message::Recalled { ticket, document, marks });
    if let Some(fault) = fault {
        answer.send(Message::NotRecalled(fault));
    }
}

fn find(document: &Document, wanted: &Wanted, is_wanted: impl Fn() -> bool) -> Option<FoundHits> {
    if wanted.query.is_empty() {
        return Some((Arc::default(), None));
    }
    let mode = if wanted.is_pattern { Mode::Regex } else { Mode::Plain };
    let finder = match Finder::new(&wanted.query, mode) {
        Ok(finder) => finder,
        Err(error) => return Some((Arc::default(), Some(Phrase::told(error)))),
    };
    let mut hits = Vec::new();
    for order in 0..document.len() {
        if order % STRETCH == 0 && !is_wanted() {
            return None;
        }
        let block = BlockId::at(order);
        let found = finder.find_in(document.release.text_of(block).as_str());
        let room = MOST_HITS - hits.len();
        let found = found.into_iter().filter(|range| !range.is_empty()).take(room);
        hits.extend(found.map(|range| Hit { block, start: range.start, end: range.end }));
        if hits.len() == MOST_HITS {
            break;
        }
    }
    Some((hits.into(), None))
}

/// The blocks that match, with what they lie in.
fn keep(
    document: &Document,
    wanted: &Wanted,
    is_wanted: impl Fn() -> bool,
) -> Option<(Kept, Option<Phrase>)> {
    if wanted.query.is_empty() {
        return Some((Kept::default(), None));
    }
    let mode = if wanted.is_pattern { Mode::Regex } else { Mode::Plain };
    let finder = match Finder::new(&wanted.query, mode) {
        Ok(finder) => finder,
        Err(error) => return Some((Kept::default(), Some(Phrase::told(error)))),
    };
    let mut matching = Vec::new();
    // The title always shows.
    for order in 1..document.len() {
        if order % STRETCH == 0 && !is_wanted() {
            return None;
        }
        let block = BlockId::at(order);
        if finder.is_match(document.release.text_of(block).as_str()) {
            matching.push(block);
        }
    }
    Some((Kept::new(&document.release.body, matching), None))
}

/// What words of a draft say as a fact.
fn suggestion(
    document: &Document,
    (block, range): (BlockId, Range<u32>),
    kind: FactKind,
) -> Option<Release> {
    let release = &document.release;
    let text = release.text_of(block).as_str();
    let published = release.published.as_ref().map(Raw::as_str);
    import::words(kind, text, range.start as usize..range.end as usize, published)
}

fn save(path: PathBuf, text: &str, overwrite: bool) -> Result<PathBuf, Phrase> {
    let overwrite = if overwrite { Overwrite::Allow } else { Overwrite::Never };
    match disk::save(&path, text.as_bytes(), overwrite) {
        Ok(()) => Ok(path),
        Err(SaveError::Taken) => Err(phrase::work::is_there(path.to_string_lossy())),
        Err(error) => Err(phrase::work::not_written(path.to_string_lossy(), Phrase::told(error))),
    }
}

/// What lies at a path of the list by now.
fn again(path: &Path, shelved: &[Shelved]) -> Vec<Entry> {
    let roots = shelved.iter().filter_map(|one| match one {
        Shelved::Path(root) => Some(root),
        Shelved::Source(_) => None,
    });
    let mut roots = roots.filter(|root| path.starts_with(root));
    roots.next().map(|root| folder::again(path, root)).unwrap_or_default()
}

fn list(answer: &Answer, shelved: &[Shelved], ticket: u64, newest: &AtomicU64) {
    let mut batch: Vec<Entry> = Vec::new();
    let mut receive = |entry: Entry| {
        batch.push(entry);
        if batch.len() == BATCH {
            let entries = std::mem::take(&mut batch);
            answer.send(Message::Listed { ticket, entries, is_last: false });
        }
        if newest.load(Ordering::Relaxed) == ticket {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    };
    for one in shelved {
        let flow = match one {
            Shelved::Source(source) => receive(folder::entry(source.clone())),
            Shelved::Path(path) => folder::walk(path, &mut receive),
        };
        if flow.is_break() {
            return;
        }
    }
    answer.send(Message::Listed { ticket, entries: batch, is_last: true });
}
