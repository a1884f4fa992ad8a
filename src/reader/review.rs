//! A draft under review: what was decided of each of its facts, and whether the file is written.

pub mod line;
pub mod past;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use self::past::Past;
use super::prompt::Prompt;
use crate::phrase::{self, Phrase};
use crate::release::{FactId, FactKind, Found, Release, write};
use crate::text::{Clean, Raw};

/// Where the file of a draft goes, and whether it is there.
#[derive(Debug)]
pub struct Review {
    /// The file.
    pub output: PathBuf,
    /// Whether a file of that name may be replaced.
    pub overwrite: bool,
    /// Whether the program ends as soon as the file is written.
    pub leaves: bool,
    /// What is unsure of the page as a whole.
    pub doubts: Vec<Clean<'static>>,
    /// What can be taken back.
    pub past: Past,
    /// Grows with every change.
    revision: u64,
    written: Option<u64>,
    writing: Option<u64>,
    /// At which revision it was asked whether doubts are to be written.
    asked: Option<u64>,
}

impl Review {
    /// A draft that is not written yet.
    pub fn new(output: PathBuf, overwrite: bool, doubts: Vec<String>) -> Self {
        let doubts = doubts.into_iter().map(|doubt| Raw::from(doubt).clean_line().into_owned());
        Self {
            output,
            overwrite,
            doubts: doubts.collect(),
            leaves: false,
            past: Past::default(),
            revision: 0,
            written: None,
            writing: None,
            asked: None,
        }
    }

    /// Whether to ask before doubts are written: once, and anew after something was decided, until
    /// there is a file.
    pub fn asks_first(&mut self) -> bool {
        let is_asked = self.asked.replace(self.revision) == Some(self.revision);
        !is_asked && self.written.is_none()
    }

    /// The file's name with its folders, as it may be shown.
    pub fn shown(&self) -> Clean<'static> {
        Raw::from(self.output.to_string_lossy().into_owned()).clean_line().into_owned()
    }

    /// Whether the file holds all that was decided.
    pub fn is_written(&self) -> bool {
        self.written == Some(self.revision)
    }

    /// Whether the file is on its way to the disk.
    pub fn is_writing(&self) -> bool {
        self.writing.is_some()
    }

    /// Something was decided that the file does not hold.
    pub fn changed(&mut self) {
        self.revision += 1;
    }

    /// The file is being written.
    pub fn started(&mut self) {
        self.writing = Some(self.revision);
    }

    /// The file is written; from now on it is this program's own to replace.
    pub fn ended(&mut self) {
        self.written = self.writing.take();
        self.overwrite = true;
    }

    /// The file could not be written.
    pub fn failed(&mut self) {
        self.writing = None;
        self.leaves = false;
    }
}

/// What was decided of a fact.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Decision {
    /// Nothing yet.
    #[default]
    Open,
    /// It holds as it was found.
    Accepted,
    /// It holds as a person put it right.
    Edited,
    /// It is left out.
    Dropped,
}

/// What was decided of the facts of a draft.
#[derive(Debug, Clone, Default)]
pub struct Decisions {
    /// Those that hold, dropped since or not.
    held: BTreeMap<FactId, Decision>,
    dropped: BTreeSet<FactId>,
    /// The facts that came with a doubt.
    doubtful: BTreeSet<FactId>,
    facts: usize,
    /// Shown in every frame, so counted only when something changes.
    tally: Phrase,
}

impl Decisions {
    /// Nothing is decided of the facts of a draft.
    pub fn of(release: &Release) -> Self {
        let is_doubtful = |fact: &FactId| doubt(release, *fact).is_some();
        let doubtful = release.facts().filter(is_doubtful).collect();
        let facts = release.facts().count();
        let mut decisions = Self { doubtful, facts, ..Self::default() };
        decisions.count();
        decisions
    }

    /// What was decided of a fact.
    pub fn get(&self, fact: FactId) -> Decision {
        if self.dropped.contains(&fact) {
            return Decision::Dropped;
        }
        self.held.get(&fact).copied().unwrap_or_default()
    }

    /// Whether a fact came with a doubt that nobody has settled.
    pub fn is_in_doubt(&self, fact: FactId) -> bool {
        self.doubtful.contains(&fact) && self.get(fact) == Decision::Open
    }

    /// A fact holds as it is; one that was edited stays an edited one.
    pub fn accept(&mut self, fact: FactId) {
        self.dropped.remove(&fact);
        self.held.entry(fact).or_insert(Decision::Accepted);
        self.count();
    }

    /// A fact was added, which makes it one that holds; its release has it already.
    pub fn add(&mut self, fact: FactId) {
        self.facts += 1;
        self.accept(fact);
    }

    /// A fact was put right.
    pub fn edit(&mut self, fact: FactId) {
        self.dropped.remove(&fact);
        self.held.insert(fact, Decision::Edited);
        self.count();
    }

    /// Leaves a fact out, or takes it back as it was; says whether it is left out now.
    pub fn drop_or_take_back(&mut self, fact: FactId) -> bool {
        let is_dropped = !self.dropped.remove(&fact);
        if is_dropped {
            self.dropped.insert(fact);
        }
        self.count();
        is_dropped
    }

    /// How far the review has come: `3 of 14 decided · 2 doubtful`.
    pub fn tally(&self) -> &Phrase {
        &self.tally
    }

    /// How many facts are in doubt still.
    pub fn doubtful(&self) -> usize {
        self.doubtful.iter().filter(|fact| self.is_in_doubt(**fact)).count()
    }

    fn count(&mut self) {
        let dropped = self.dropped.iter().filter(|fact| !self.held.contains_key(fact)).count();
        let decided = self.held.len() + dropped;
        let tally = phrase::review::tally(decided, self.facts);
        self.tally = match self.doubtful() {
            0 => tally,
            doubtful => Phrase::joined(&[tally, phrase::review::doubtful(doubtful)], " · "),
        };
    }

    /// The release as it goes into the file: without what was dropped, and without the doubts that
    /// were settled.
    pub fn settled(&self, draft: &Release) -> Release {
        let mut release = draft.clone();
        let mut facts = release.facts();
        let mut keep = |doubt: &mut Option<Raw>| {
            let decision = facts.next().map(|fact| self.get(fact)).unwrap_or_default();
            if decision != Decision::Open {
                *doubt = None;
            }
            decision != Decision::Dropped
        };
        release.participants.retain_mut(|person| keep(&mut person.doubt));
        release.dates.retain_mut(|date| keep(&mut date.doubt));
        release.figures.retain_mut(|figure| keep(&mut figure.doubt));
        release
    }

    /// [`Decisions::settled`] as the text of a release file.
    pub fn written(&self, draft: &Release) -> String {
        write::write(&self.settled(draft))
    }
}

/// Why whoever noted a fact was unsure.
pub fn doubt(release: &Release, fact: FactId) -> Option<&Raw> {
    let index = fact.index();
    match fact.kind() {
        FactKind::Participant => release.participants.get(index)?.doubt.as_ref(),
        FactKind::Date => release.dates.get(index)?.doubt.as_ref(),
        FactKind::Figure => release.figures.get(index)?.doubt.as_ref(),
    }
}

/// A fact being edited as one line.
#[derive(Debug)]
pub struct FactEdit {
    /// The fact.
    pub fact: FactId,
    /// The line.
    pub prompt: Prompt,
    /// What is wrong with the line, as far as Enter has found out.
    pub fault: Option<Phrase>,
    /// What it is made of, where the fact is new.
    pub new: Option<Box<NewFact>>,
}

/// Words that are to become a fact.
#[derive(Debug)]
pub struct NewFact {
    /// The fact as far as it is known, with its mention: the one of a release that has nothing else.
    pub slip: Release,
    /// Where its mention is found once the draft has the fact.
    pub found: Found,
    /// The number of the question what the rules of the import make of the words.
    pub ticket: u64,
    /// The line before anything was typed.
    pub plain: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrase::Language;
    use crate::release::Figure;

    fn figure(index: usize) -> FactId {
        FactId::new(FactKind::Figure, index)
    }

    fn draft() -> Release {
        let figure = |text: &str, doubt: Option<&str>| Figure {
            text: text.into(),
            doubt: doubt.map(Raw::from),
            ..Figure::default()
        };
        let figures = vec![figure("a", Some("why")), figure("b", None), figure("c", Some("why"))];
        Release { figures, ..Release::default() }
    }

    #[test]
    fn what_was_taken_back_is_what_it_was() {
        let mut decisions = Decisions::of(&draft());
        decisions.edit(figure(0));
        assert!(decisions.drop_or_take_back(figure(0)));
        assert!(decisions.drop_or_take_back(figure(1)));
        let tally = decisions.tally().shown(Language::English);
        assert_eq!(tally.as_str(), "2 of 3 decided · 1 doubtful");
        assert!(!decisions.drop_or_take_back(figure(0)));
        assert!(!decisions.drop_or_take_back(figure(1)));
        assert_eq!(decisions.get(figure(0)), Decision::Edited);
        assert_eq!(decisions.get(figure(1)), Decision::Open);
        decisions.accept(figure(0));
        assert_eq!(decisions.get(figure(0)), Decision::Edited);
    }

    #[test]
    fn only_doubts_that_nobody_settled_are_written() {
        let mut decisions = Decisions::of(&draft());
        decisions.accept(figure(0));
        decisions.drop_or_take_back(figure(1));
        let settled = decisions.settled(&draft());
        let left: Vec<_> =
            settled.figures.iter().map(|f| (f.text.as_str(), f.doubt.is_some())).collect();
        assert_eq!(left, [("a", false), ("c", true)]);
    }

    #[test]
    fn what_changes_while_the_file_is_written_is_not_in_it() {
        let mut review = Review::new(PathBuf::from("a.ron"), false, Vec::new());
        review.started();
        review.changed();
        review.ended();
        assert!(!review.is_written() && review.overwrite);
        review.started();
        review.ended();
        assert!(review.is_written());
    }
}
