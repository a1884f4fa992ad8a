//! What is still to be kept: what waits, and what could not be written and is tried again.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::thread;

use super::said_of;
use crate::annotations::{Anchor, Changes, Fault, LibraryMark, PaneWidths, Record, Session};
use crate::phrase::{self, Phrase, place};
use crate::reader::Document;
use crate::reader::message::Message;

/// Something to keep.
#[derive(Debug, Clone)]
pub enum Job {
    /// Changes of what is remembered of a release.
    Release(Arc<Document>, Changes),
    /// A mark from `A` to `Z`, or its absence.
    Mark(char, Option<LibraryMark>),
    /// How wide the panel was made, before and now.
    Widths(PaneWidths, PaneWidths),
    /// What is open, in place of what was.
    Session(Box<Session>),
}

/// What something that is kept is about.
#[derive(Debug, Clone, Copy)]
pub enum About<'a> {
    Release(&'a Document),
    Library,
}

impl About<'_> {
    /// Whether something is kept of the release of a document.
    pub fn is_of(self, document: &Document) -> bool {
        match self {
            Self::Release(kept) => kept.source == document.source || kept.source.path().is_none(),
            Self::Library => false,
        }
    }
}

impl Job {
    pub fn about(&self) -> About<'_> {
        match self {
            Self::Release(document, _) => About::Release(document),
            Self::Mark(..) | Self::Widths(..) | Self::Session(_) => About::Library,
        }
    }

    /// Adds a later job of the same kind about the same thing; gives it back if it is about another.
    fn then(&mut self, later: Self) -> Option<Self> {
        match (self, later) {
            (Self::Release(of, changes), Self::Release(other, later))
                if Arc::ptr_eq(of, &other) =>
            {
                changes.then(later);
            }
            (Self::Mark(letter, mark), Self::Mark(other, later)) if *letter == other => {
                *mark = later;
            }
            (Self::Widths(_, now), Self::Widths(_, later)) => *now = later,
            (Self::Session(session), Self::Session(later)) => *session = later,
            (_, later) => return Some(later),
        }
        None
    }

    /// What a person would miss of it, named.
    fn names(&self) -> Vec<Phrase> {
        match self {
            Self::Release(document, changes) => {
                let file = |at: &str| match document.source.path() {
                    Some(path) => format!("{}#{at}", path.display()),
                    None => format!("{}#{at}", document.source.name()),
                };
                let mark =
                    |(letter, mark): (&char, &Option<_>)| mark_named(*letter, mark.as_ref(), file);
                let position =
                    changes.position.iter().map(|p| place::lost_place(file(&p.place.at)));
                changes.marks.iter().map(mark).chain(position).collect()
            }
            Self::Mark(letter, mark) => {
                let named = |mark: &LibraryMark, at: &str| match &mark.path {
                    Some(path) => format!("{}#{at}", path.display()),
                    None => format!("{}#{at}", mark.name),
                };
                let place = mark.as_ref().map(|mark| mark.place.clone());
                let file =
                    |at: &str| mark.as_ref().map_or_else(String::new, |mark| named(mark, at));
                vec![mark_named(*letter, place.as_ref(), file)]
            }
            Self::Widths(..) => vec![place::lost_widths()],
            Self::Session(_) => vec![place::lost_session()],
        }
    }

    fn is_of_marks(&self) -> bool {
        match self {
            Self::Release(_, changes) => !changes.marks.is_empty(),
            Self::Mark(..) => true,
            Self::Widths(..) | Self::Session(_) => false,
        }
    }
}

fn mark_named(letter: char, mark: Option<&Anchor>, file: impl Fn(&str) -> String) -> Phrase {
    match mark {
        Some(mark) => place::lost_mark(letter, file(&mark.at)),
        None => place::lost_unmark(letter),
    }
}

/// What could not be kept.
#[derive(Debug)]
pub struct Unkept {
    /// Why.
    pub why: Phrase,
    /// What, each thing in words.
    pub what: Vec<Phrase>,
    /// Whether there are marks among it.
    pub has_marks: bool,
}

impl Unkept {
    /// All of it, and what to do.
    pub fn lines(self) -> Vec<Phrase> {
        let places = self.has_marks.then(place::find_again);
        std::iter::once(place::not_kept_at_all(self.why)).chain(self.what).chain(places).collect()
    }
}

#[derive(Debug, Default)]
pub struct Queue {
    pub jobs: VecDeque<Job>,
    /// What is being kept just now.
    pub busy: Option<Job>,
    /// What could not be written when it was last tried.
    unwritten: VecDeque<Job>,
    /// Why that was.
    fault: Option<Phrase>,
    /// Whether it was because another process holds the lock, which may end at any moment.
    is_locked: bool,
    /// Whether there is a thread, which ends when nothing is left to keep.
    pub is_running: bool,
    /// Whether the program is about to end.
    pub is_last: bool,
}

/// Adds something to keep to what is waiting, or to something waiting.
fn join(jobs: &mut VecDeque<Job>, job: Job) {
    let mut rest = Some(job);
    for waiting in jobs.iter_mut() {
        let Some(job) = rest else { return };
        rest = waiting.then(job);
    }
    jobs.extend(rest);
}

impl Queue {
    /// Adds something to keep.
    pub fn add(&mut self, job: Job) {
        join(&mut self.jobs, job);
    }

    /// Puts what could not be written before all that waits.
    pub fn try_again(&mut self) {
        self.is_locked = false;
        let later = std::mem::replace(&mut self.jobs, std::mem::take(&mut self.unwritten));
        for job in later {
            join(&mut self.jobs, job);
        }
    }

    /// Whether something about what matters waits to be tried, or is.
    pub fn is_awaited(&self, matters: impl Fn(About<'_>) -> bool) -> bool {
        self.jobs.iter().chain(&self.busy).any(|job| matters(job.about()))
    }

    /// Whether anything is not kept.
    pub fn has_work(&self) -> bool {
        self.all().next().is_some()
    }

    /// Whether something failed for which another attempt may be worth it.
    pub fn is_to_be_tried_again(&self) -> bool {
        !self.unwritten.is_empty() && (self.is_locked || !self.is_last)
    }

    /// All that is not kept, the oldest first.
    fn all(&self) -> impl Iterator<Item = &Job> {
        self.unwritten.iter().chain(&self.busy).chain(&self.jobs)
    }

    /// Notes how an attempt has ended; what to tell of it.
    pub fn end(&mut self, job: Job, outcome: thread::Result<Result<(), Fault>>) -> Option<Message> {
        match outcome {
            Ok(Ok(())) if self.fault.is_some() && self.unwritten.is_empty() => {
                self.fault = None;
                Some(Message::Remembers)
            }
            Ok(Ok(())) => None,
            Ok(Err(fault @ (Fault::Unread { .. } | Fault::Unwritten { .. }))) => {
                self.is_locked |= fault.is_lock();
                join(&mut self.unwritten, job);
                self.fault = Some(Phrase::told(&fault));
                Some(Message::NotKept(said_of(&fault)))
            }
            Ok(Err(fault)) => {
                // Of a newer program's files nothing is changed; what was to be written is lost.
                if matches!(fault, Fault::Newer(_)) {
                    join(&mut self.unwritten, job);
                    self.fault = Some(said_of(&fault));
                }
                Some(Message::NotRecalled(said_of(&fault)))
            }
            Err(_) => {
                let why = phrase::work::stopped();
                self.fault = Some(why.clone());
                Some(Message::NotKept(why))
            }
        }
    }

    /// What is kept of a release with what could not be written yet.
    pub fn with_unwritten(
        &self,
        document: &Document,
        mut record: Option<Record>,
    ) -> Option<Record> {
        for job in self.all().filter(|job| job.about().is_of(document)) {
            let Job::Release(of, changes) = job else { continue };
            if of.source == document.source {
                record.get_or_insert_default().change_by(changes);
            }
        }
        record
    }

    /// The marks from `A` to `Z` with what could not be written yet.
    pub fn with_unwritten_marks(
        &self,
        mut marks: BTreeMap<char, LibraryMark>,
    ) -> BTreeMap<char, LibraryMark> {
        for job in self.all() {
            match job {
                Job::Mark(letter, Some(mark)) => drop(marks.insert(*letter, mark.clone())),
                Job::Mark(letter, None) => drop(marks.remove(letter)),
                Job::Release(..) | Job::Widths(..) | Job::Session(_) => {}
            }
        }
        marks
    }

    /// What is not kept, if anything is not.
    pub fn unkept(&self) -> Option<Unkept> {
        let mut jobs = VecDeque::new();
        for job in self.all() {
            join(&mut jobs, job.clone());
        }
        let what: Vec<Phrase> = jobs.iter().flat_map(Job::names).collect();
        let has_marks = jobs.iter().any(Job::is_of_marks);
        let why = self.fault.clone().unwrap_or_else(place::too_slow);
        (!what.is_empty()).then_some(Unkept { why, what, has_marks })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::SaveError;

    fn mark(letter: char) -> Job {
        Job::Mark(letter, Some(LibraryMark::default()))
    }

    fn unwritten(error: SaveError) -> Fault {
        Fault::Unwritten { path: "a".into(), error }
    }

    #[test]
    fn what_went_wrong_is_told_and_so_is_its_end() {
        let mut queue = Queue::default();
        assert!(queue.end(mark('A'), Ok(Ok(()))).is_none(), "there is nothing to tell");
        assert!(matches!(queue.end(mark('A'), Err(Box::new(()))), Some(Message::NotKept(_))));
        assert!(matches!(queue.end(mark('A'), Ok(Ok(()))), Some(Message::Remembers)));
        let failed = queue.end(mark('A'), Ok(Err(unwritten(SaveError::NoRoom))));
        assert!(matches!(failed, Some(Message::NotKept(_))));
        assert!(queue.end(mark('B'), Ok(Ok(()))).is_none(), "not all is kept");
        queue.try_again();
        let job = queue.jobs.pop_front().unwrap();
        assert!(matches!(queue.end(job, Ok(Ok(()))), Some(Message::Remembers)));
        let newer = Fault::Newer("a.ron".into());
        let told = queue.end(mark('A'), Ok(Err(newer)));
        assert!(matches!(told, Some(Message::NotRecalled(_))));
        assert!(queue.unkept().is_some_and(|unkept| unkept.has_marks), "it is named at the end");
        queue.unwritten.clear();
        let aside = Fault::SetAside("a.bad".into());
        let told = queue.end(mark('A'), Ok(Err(aside)));
        assert!(matches!(told, Some(Message::NotRecalled(_))) && !queue.has_work());
    }

    #[test]
    fn what_comes_later_about_the_same_thing_takes_its_place() {
        let mut queue = Queue::default();
        queue.end(mark('A'), Ok(Err(unwritten(SaveError::Locked))));
        queue.end(mark('B'), Ok(Err(unwritten(SaveError::Locked))));
        queue.add(Job::Mark('A', None));
        assert_eq!(
            queue.with_unwritten_marks(BTreeMap::new()).into_keys().collect::<String>(),
            "B"
        );
        queue.try_again();
        assert!(matches!(
            queue.jobs.make_contiguous(),
            [Job::Mark('A', None), Job::Mark('B', Some(_))]
        ));
    }

    #[test]
    fn at_the_end_only_a_lock_is_tried_again_and_again() {
        for (error, is_tried) in [(SaveError::Locked, true), (SaveError::NoRoom, false)] {
            let mut queue = Queue::default();
            queue.end(mark('A'), Ok(Err(unwritten(error))));
            assert!(queue.is_to_be_tried_again());
            queue.is_last = true;
            assert_eq!(queue.is_to_be_tried_again(), is_tried);
            assert!(
                queue.unkept().is_some_and(|unkept| unkept.has_marks && unkept.what.len() == 1)
            );
        }
    }
}
