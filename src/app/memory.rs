//! What is remembered from one time to the next, kept on a thread of its own: nobody waits for a disk
//! except at the very end, and then not for long.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::annotations::{Changes, Fault, LibraryMark, PaneWidths, Record, Session, Store, Who};
use crate::disk;
use crate::phrase::{self, Phrase};
use crate::reader::Document;
use crate::reader::marks::AllMarks;
use crate::text::Raw;

/// How long a release that is opened waits for what was just kept of it.
const RECALL: Duration = Duration::from_millis(500);

/// The keeper of annotations; a copy shares everything.
#[derive(Debug, Clone, Default)]
pub struct Memory(Option<Arc<Shared>>);

#[derive(Debug)]
struct Shared {
    store: Store,
    queue: Mutex<Queue>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Queue {
    jobs: VecDeque<Job>,
    /// What is being kept just now.
    busy: Option<About>,
    /// Whether there is a thread, which ends when nothing is left to keep.
    is_running: bool,
}

/// Something to keep.
#[derive(Debug)]
enum Job {
    /// Changes of what is remembered of a release.
    Release(Arc<Document>, Changes),
    /// A mark from `A` to `Z`.
    Mark(char, Option<LibraryMark>),
    /// How wide the panel was made, before and now.
    Widths(PaneWidths, PaneWidths),
    /// What is open.
    Session(Session),
}

/// What something that is kept is about.
#[derive(Debug)]
enum About {
    Release(Arc<Document>),
    Library,
}

impl Job {
    fn about(&self) -> About {
        match self {
            Self::Release(document, _) => About::Release(Arc::clone(document)),
            Self::Mark(..) | Self::Widths(..) | Self::Session(_) => About::Library,
        }
    }
}

/// Tells what could not be kept.
pub type Tell = Box<dyn Fn(Phrase) + Send>;

impl Memory {
    /// A memory in a folder; without one, nothing is remembered.
    pub fn new(folder: Option<&Path>) -> Self {
        let store = folder.map(Store::new);
        Self(store.map(|store| {
            Arc::new(Shared { store, queue: Mutex::default(), changed: Condvar::new() })
        }))
    }

    /// Whether anything is remembered.
    pub fn is_there(&self) -> bool {
        self.0.is_some()
    }

    /// What is kept of a release that was opened.
    ///
    /// # Errors
    /// A sentence when it is there and cannot be read.
    pub fn recall(&self, document: &Document) -> Result<Option<Box<Record>>, Phrase> {
        let Some(shared) = &self.0 else { return Ok(None) };
        // What was kept a moment ago must be there; other releases need not be waited for.
        shared.wait(RECALL, |about| is_about(about, document));
        let path = document.source.path().map(disk::one_path);
        let content = || document.content().clone();
        let record = shared.store.recall(path.as_deref(), |record| fits(record, document), content);
        record.map(|record| record.map(Box::new)).map_err(|fault| sentence(&fault))
    }

    /// Keeps changes soon; `tell` is for what goes wrong.
    pub fn keep(&self, document: Arc<Document>, changes: Changes, tell: Tell) {
        let Some(shared) = &self.0 else { return };
        let mut queue = shared.queue();
        let same = queue.jobs.iter_mut().find_map(|job| match job {
            Job::Release(waiting, earlier) if Arc::ptr_eq(waiting, &document) => Some(earlier),
            _ => None,
        });
        match same {
            Some(earlier) => earlier.then(changes),
            None => queue.jobs.push_back(Job::Release(document, changes)),
        }
        Self::start(shared, queue, tell);
    }

    /// Keeps a mark from `A` to `Z` soon, or its absence.
    pub fn keep_mark(&self, letter: char, mark: Option<LibraryMark>, tell: Tell) {
        let Some(shared) = &self.0 else { return };
        let mut queue = shared.queue();
        queue.jobs.push_back(Job::Mark(letter, mark));
        Self::start(shared, queue, tell);
    }

    /// How wide the panel was made in earlier sessions.
    ///
    /// # Errors
    /// A sentence when that is kept and cannot be read.
    pub fn widths(&self) -> Result<PaneWidths, Phrase> {
        let Some(shared) = &self.0 else { return Ok(PaneWidths::default()) };
        shared.store.pane_widths().map_err(|fault| sentence(&fault))
    }

    /// Keeps soon how wide the panel was made.
    pub fn keep_widths(&self, before: PaneWidths, now: PaneWidths, tell: Tell) {
        let Some(shared) = &self.0 else { return };
        let mut queue = shared.queue();
        queue.jobs.push_back(Job::Widths(before, now));
        Self::start(shared, queue, tell);
    }

    /// Keeps the session soon, in place of the last one.
    pub fn keep_session(&self, session: Session, tell: Tell) {
        let Some(shared) = &self.0 else { return };
        let mut queue = shared.queue();
        queue.jobs.retain(|job| !matches!(job, Job::Session(_)));
        queue.jobs.push_back(Job::Session(session));
        Self::start(shared, queue, tell);
    }

    /// The marks of a release and those from `A` to `Z`, as anyone has set them; and what went wrong.
    pub fn marks(&self, document: Option<&Document>) -> (AllMarks, Option<Phrase>) {
        let Some(shared) = &self.0 else { return Default::default() };
        shared.wait(RECALL, |_| true);
        let record = document.map_or(Ok(None), |document| self.recall(document));
        let library = shared.store.library_marks().map_err(|fault| sentence(&fault));
        let fault = record.as_ref().err().or(library.as_ref().err()).cloned();
        let here = record.ok().flatten().map(|record| record.marks).unwrap_or_default();
        (AllMarks { here, library: library.unwrap_or_default() }, fault)
    }

    fn start(shared: &Arc<Shared>, mut queue: MutexGuard<'_, Queue>, tell: Tell) {
        if std::mem::replace(&mut queue.is_running, true) {
            return;
        }
        drop(queue);
        let worker = Arc::clone(shared);
        let work = move || worker.work(&tell);
        if thread::Builder::new().name("memory".to_owned()).spawn(work).is_err() {
            // There may be a thread to be had for the next change.
            shared.queue().is_running = false;
        }
    }

    /// Waits until everything is kept, for a time at most.
    pub fn flush(&self, time: Duration) {
        if let Some(shared) = &self.0 {
            shared.wait(time, |_| true);
        }
    }
}

impl Shared {
    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until nothing about a release that matters is left to keep.
    fn wait(&self, time: Duration, matters: impl Fn(&About) -> bool) {
        let is_left = |queue: &mut Queue| {
            queue.jobs.iter().any(|job| matters(&job.about())) || queue.busy.iter().any(&matters)
        };
        drop(self.changed.wait_timeout_while(self.queue(), time, is_left));
    }

    /// Does what is in the queue.
    fn work(&self, tell: &Tell) {
        loop {
            let mut queue = self.queue();
            queue.busy = None;
            self.changed.notify_all();
            let Some(job) = queue.jobs.pop_front() else {
                queue.is_running = false;
                return;
            };
            queue.busy = Some(job.about());
            drop(queue);
            let kept = match job {
                Job::Release(document, changes) => {
                    let fits = |record: &Record| fits(record, &document);
                    self.store.keep(&who(&document), fits, &changes, &now())
                }
                Job::Widths(before, now) => self.store.keep_pane_widths(before, now),
                Job::Session(session) => self.store.keep_session(session),
                Job::Mark(letter, mark) => self.store.keep_library_mark(letter, mark),
            };
            if let Err(fault) = kept {
                tell(sentence(&fault));
            }
        }
    }
}

fn fits(record: &Record, document: &Document) -> bool {
    record.fits(&document.release, &document.addresses)
}

/// Whether something is kept of the release of a document.
fn is_about(about: &About, document: &Document) -> bool {
    match about {
        About::Release(kept) => kept.source == document.source || kept.source.path().is_none(),
        About::Library => false,
    }
}

fn sentence(fault: &Fault) -> Phrase {
    // Names of files are text from outside like any other.
    let shown =
        |path: &Path| Raw::from(path.to_string_lossy().into_owned()).clean_line().into_owned();
    match fault {
        Fault::Io { .. } | Fault::Unreadable(_) => phrase::place::not_kept(fault),
        Fault::SetAside(file) => phrase::place::set_aside(shown(file)),
        Fault::Newer(file) => phrase::place::newer(shown(file)),
    }
}

/// The time in words, as `2026-11-24T09:30:00Z`.
fn now() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    moment(seconds)
}

/// A number of seconds since 1970 as a moment of universal time.
fn moment(seconds: u64) -> String {
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    // Years that begin in March end with the leap day, so months have fixed first days.
    let shifted = days + 719_468;
    let (era, day) = (shifted / 146_097, shifted % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let in_year = day - (365 * year + year / 4 - year / 100);
    let month = (5 * in_year + 2) / 153;
    let day = in_year - (153 * month + 2) / 5 + 1;
    let (month, turn) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    let year = era * 400 + year + turn;
    let (hour, minute, second) = (rest / 3_600, rest / 60 % 60, rest % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

fn who(document: &Document) -> Who {
    Who {
        path: document.source.path().map(disk::one_path),
        content: document.content().clone(),
        title: document.release.title.clean_line().into_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_a_moment() {
        for (seconds, expected) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_399, "2000-02-28T23:59:59Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_709_251_199, "2024-02-29T23:59:59Z"),
            (1_767_225_600, "2026-01-01T00:00:00Z"),
        ] {
            assert_eq!(moment(seconds), expected);
        }
    }
}
