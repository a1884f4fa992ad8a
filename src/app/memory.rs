//! What is remembered from one time to the next, kept on a thread of its own: nobody waits for a disk
//! except at the very end, and then not for long.

mod queue;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::annotations::{Fault, PaneWidths, Record, Store, Who};
use crate::disk;
use crate::phrase::{self, Phrase};
use crate::reader::Document;
use crate::reader::marks::AllMarks;
use crate::reader::message::Message;
use crate::text::Raw;
use queue::{About, Queue};
pub use queue::{Job, Unkept};

/// How long a release that is opened waits for what was just kept of it.
const RECALL: Duration = Duration::from_millis(500);

/// How long after a failure it is tried again; each time twice as long, up to the longest.
const FIRST_PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_mins(1);

/// The keeper of annotations; a copy shares everything.
#[derive(Debug, Clone, Default)]
pub struct Memory(Option<Arc<Shared>>);

#[derive(Debug)]
struct Shared {
    store: Store,
    queue: Mutex<Queue>,
    changed: Condvar,
}

/// Tells how keeping went.
pub type Tell = Arc<dyn Fn(Message) + Send + Sync>;

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
        shared.wait(RECALL, |about| about.is_of(document));
        let path = document.source.path().map(disk::one_path);
        let content = || document.content().clone();
        let record = shared.store.recall(path.as_deref(), |record| fits(record, document), content);
        let record = record.map_err(|fault| said_of(&fault))?;
        // What could not be written yet counts all the same.
        Ok(shared.queue().with_unwritten(document, record).map(Box::new))
    }

    /// How wide the panel was made in earlier sessions.
    ///
    /// # Errors
    /// A sentence when that is kept and cannot be read.
    pub fn widths(&self) -> Result<PaneWidths, Phrase> {
        let Some(shared) = &self.0 else { return Ok(PaneWidths::default()) };
        shared.store.pane_widths().map_err(|fault| said_of(&fault))
    }

    /// The marks of a release and those from `A` to `Z`, as anyone has set them; and what went wrong.
    pub fn marks(&self, document: Option<&Document>) -> (AllMarks, Option<Phrase>) {
        let Some(shared) = &self.0 else { return Default::default() };
        shared.wait(RECALL, |_| true);
        let record = document.map_or(Ok(None), |document| self.recall(document));
        let library = shared.store.library_marks().map_err(|fault| said_of(&fault));
        let library = library.map(|marks| shared.queue().with_unwritten_marks(marks));
        let fault = record.as_ref().err().or(library.as_ref().err()).cloned();
        let here = record.ok().map(|record| record.map(|record| record.marks).unwrap_or_default());
        (AllMarks { here, library: library.ok() }, fault)
    }

    /// Keeps something soon; `tell` is for what becomes of it.
    pub fn keep(&self, job: Job, tell: &Tell) {
        let Some(shared) = &self.0 else { return };
        let mut queue = shared.queue();
        queue.add(job);
        if std::mem::replace(&mut queue.is_running, true) {
            shared.changed.notify_all();
            return;
        }
        queue.try_again();
        drop(queue);
        Self::start(shared, tell);
    }

    /// Starts the thread that keeps what is in the queue.
    fn start(shared: &Arc<Shared>, tell: &Tell) {
        let (worker, teller) = (Arc::clone(shared), Arc::clone(tell));
        let work = move || worker.work(&teller, |job| worker.attempt(job));
        if let Err(error) = thread::Builder::new().name("memory".to_owned()).spawn(work) {
            // There may be a thread to be had for the next change.
            shared.queue().is_running = false;
            tell(Message::NotKept(phrase::work::not_started(error)));
        }
    }

    /// Tries a last time to keep what is not kept yet, and waits for that, for a time at most; gives
    /// back what could not be kept.
    pub fn flush(&self, time: Duration) -> Option<Unkept> {
        let shared = self.0.as_ref()?;
        let mut queue = shared.queue();
        queue.is_last = true;
        // A thread that could not write has ended if this was asked for before, as for a stop.
        if queue.has_work() && !std::mem::replace(&mut queue.is_running, true) {
            queue.try_again();
            drop(queue);
            let nobody: Tell = Arc::new(|_| ());
            Self::start(shared, &nobody);
        } else {
            drop(queue);
        }
        shared.changed.notify_all();
        let is_at_work = |queue: &mut Queue| queue.is_running && queue.has_work();
        let waited = shared.changed.wait_timeout_while(shared.queue(), time, is_at_work);
        let (mut queue, _) = waited.unwrap_or_else(PoisonError::into_inner);
        queue.is_last = false;
        queue.unkept()
    }
}

impl Shared {
    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until nothing about a release that matters is left to keep; says whether that is so.
    fn wait(&self, time: Duration, matters: impl Fn(About<'_>) -> bool) -> bool {
        let is_left = |queue: &mut Queue| queue.is_awaited(&matters);
        let waited = self.changed.wait_timeout_while(self.queue(), time, is_left);
        !waited.unwrap_or_else(PoisonError::into_inner).1.timed_out()
    }

    /// Does what is in the queue, again and again until nothing is left of it; at the end, once more.
    fn work(&self, tell: &Tell, attempt: impl Fn(&Job) -> Result<(), Fault>) {
        let mut queue = self.queue();
        let mut pause = FIRST_PAUSE;
        loop {
            queue = self.work_once(queue, tell, &attempt);
            if !queue.is_to_be_tried_again() {
                break;
            }
            let rests = |queue: &mut Queue| queue.jobs.is_empty() && !queue.is_last;
            let waited = self.changed.wait_timeout_while(queue, pause, rests);
            queue = waited.unwrap_or_else(PoisonError::into_inner).0;
            pause = (pause * 2).min(LONGEST_PAUSE);
            queue.try_again();
        }
        queue.is_running = false;
        self.changed.notify_all();
    }

    fn work_once<'a>(
        &'a self,
        mut queue: MutexGuard<'a, Queue>,
        tell: &Tell,
        attempt: &impl Fn(&Job) -> Result<(), Fault>,
    ) -> MutexGuard<'a, Queue> {
        while let Some(job) = queue.jobs.pop_front() {
            queue.busy = Some(job.clone());
            drop(queue);
            // Whatever goes wrong with one, the next ones are kept.
            let outcome = catch_unwind(AssertUnwindSafe(|| attempt(&job)));
            queue = self.queue();
            // Told before anyone stops waiting for it.
            queue.end(job, outcome).into_iter().for_each(&**tell);
            queue.busy = None;
            self.changed.notify_all();
        }
        queue
    }

    fn attempt(&self, job: &Job) -> Result<(), Fault> {
        match job {
            Job::Release(document, changes) => {
                let fits = |record: &Record| fits(record, document);
                self.store.keep(&who(document), fits, changes, &now())
            }
            Job::Widths(before, now) => self.store.keep_pane_widths(*before, *now),
            Job::Session(session) => self.store.keep_session((**session).clone()),
            Job::Mark(letter, mark) => self.store.keep_library_mark(*letter, mark.as_ref()),
        }
    }
}

fn fits(record: &Record, document: &Document) -> bool {
    record.fits(&document.release, &document.addresses)
}

/// What is said of a fault.
pub fn said_of(fault: &Fault) -> Phrase {
    // Names of files are text from outside like any other.
    let shown =
        |path: &Path| Raw::from(path.to_string_lossy().into_owned()).clean_line().into_owned();
    match fault {
        // It is tried again, and which file it is helps nobody.
        fault if fault.is_lock() => phrase::place::not_kept_yet(),
        Fault::Unread { .. } | Fault::Unwritten { .. } | Fault::Unreadable(_) => {
            phrase::place::not_kept(Phrase::told(fault))
        }
        Fault::SetAside(file) => phrase::place::set_aside(shown(file)),
        Fault::Newer(file) => phrase::place::newer(shown(file)),
    }
}

/// The time in words, as `2026-11-24T09:30:00Z`.
pub fn now() -> String {
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
    use std::fs;

    use super::*;
    use crate::disk::SaveError;

    #[test]
    fn what_could_not_be_kept_is_tried_again_until_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let shared = Memory::new(Some(folder.path())).0.unwrap();
        shared.queue().jobs = ['A', 'B'].map(|letter| Job::Mark(letter, None)).into();
        let tries = std::cell::Cell::new(0);
        let tell: Tell = Arc::new(|_| ());
        shared.work(&tell, |_| {
            tries.set(tries.get() + 1);
            let path = folder.path().join("lock");
            if tries.get() == 1 {
                Err(Fault::Unwritten { path, error: SaveError::Locked })
            } else {
                Ok(())
            }
        });
        assert_eq!(tries.get(), 3);
        assert!(shared.queue().unkept().is_none());
    }

    #[test]
    fn the_end_waits_for_what_cannot_be_kept_for_a_time_only_and_names_it() {
        let folder = tempfile::tempdir().unwrap();
        let memory = Memory::new(Some(&folder.path().join("a file")));
        fs::write(folder.path().join("a file"), "").unwrap();
        memory.keep(Job::Mark('A', None), &(Arc::new(|_| ()) as Tell));
        let unkept = memory.flush(Duration::from_mins(1)).unwrap();
        assert!(unkept.has_marks && unkept.what.len() == 1, "{unkept:?}");
        assert!(!memory.0.unwrap().queue().is_running);
    }

    #[test]
    fn a_fault_of_the_program_ends_one_attempt_and_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let memory = Memory::new(Some(folder.path()));
        let shared = memory.0.unwrap();
        let (sender, told) = std::sync::mpsc::channel();
        shared.queue().jobs = ['A', 'B'].map(|letter| Job::Mark(letter, None)).into();
        shared.queue().is_running = true;
        let tell: Tell = Arc::new(move |message| sender.send(message).unwrap());
        shared.work(&tell, |job| match job {
            Job::Mark('A', _) => panic!("to be caught"),
            _ => Ok(()),
        });
        assert!(matches!(told.try_recv(), Ok(Message::NotKept(_))));
        assert!(matches!(told.try_recv(), Ok(Message::Remembers)));
        assert!(!shared.queue().is_running && shared.wait(Duration::ZERO, |_| true));
    }

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
