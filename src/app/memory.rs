//! What is remembered from one time to the next, kept on a thread of its own: nobody waits for a disk
//! except at the very end, and then not for long.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::annotations::{Attached, Changes, Fault, Record, Store, Who};
use crate::disk;
use crate::phrase::{self, Phrase};
use crate::reader::Document;
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
    busy: Option<Arc<Document>>,
    /// Whether there is a thread, which ends when nothing is left to keep.
    is_running: bool,
}

/// Something to keep.
#[derive(Debug)]
struct Job {
    document: Arc<Document>,
    changes: Changes,
}

/// Tells what could not be kept.
type Tell = Box<dyn Fn(Phrase) + Send>;

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
        shared.wait(RECALL, |kept| is_about(kept, document));
        let path = document.source.path().map(disk::one_path);
        let fits = |record: &Record| {
            let place = record.position.as_ref().map(|position| &position.place);
            place.is_some_and(|place| {
                matches!(place.find(&document.release, &document.addresses), Attached::Held(_))
            })
        };
        let record = shared.store.recall_with(path.as_deref(), fits, || document.content().clone());
        record.map(|record| record.map(Box::new)).map_err(|fault| sentence(&fault))
    }

    /// Keeps changes soon; `tell` is for what goes wrong.
    pub fn keep(&self, document: Arc<Document>, changes: Changes, tell: Tell) {
        let Some(shared) = &self.0 else { return };
        let mut queue = shared.queue();
        match queue.jobs.iter_mut().find(|job| Arc::ptr_eq(&job.document, &document)) {
            Some(job) => job.changes.then(changes),
            None => queue.jobs.push_back(Job { document, changes }),
        }
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
    fn wait(&self, time: Duration, matters: impl Fn(&Document) -> bool) {
        let is_left = |queue: &mut Queue| {
            let waiting = queue.jobs.iter().map(|job| &job.document);
            waiting.chain(&queue.busy).any(|document| matters(document))
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
            queue.busy = Some(Arc::clone(&job.document));
            drop(queue);
            let kept = self.store.keep(&who(&job.document), job.changes, &now());
            if let Err(fault) = kept {
                tell(sentence(&fault));
            }
        }
    }
}

/// Whether two documents are the same release for the memory.
fn is_about(one: &Document, other: &Document) -> bool {
    one.source == other.source || one.source.path().is_none()
}

fn sentence(fault: &Fault) -> Phrase {
    // Names of files are text from outside like any other.
    let shown =
        |path: &Path| Raw::from(path.to_string_lossy().into_owned()).clean_line().into_owned();
    match fault {
        Fault::Io { .. } => phrase::place::not_kept(fault),
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
