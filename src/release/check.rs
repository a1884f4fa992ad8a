//! The rules a release keeps: a list of problems, never a refusal.
//!
//! What prevents a file from being a release at all is a [`super::Fault`]; what is checked here is
//! what a person can get wrong inside the format.

mod body;
mod facts;
mod head;
mod hidden;
mod lexicon;
mod mentions;
mod nearest;

use std::borrow::Cow;
use std::ops::Range;

pub use head::is_inside;

use super::{Addresses, BlockId, Code, Evidence, Kind, Locus, Release, Severity};
use crate::text::{Clean, Raw};

/// Something wrong or doubtful in a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// How much it matters; the severity of its code.
    pub severity: Severity,
    /// Which rule is broken.
    pub code: Code,
    /// The thing at fault.
    pub locus: Locus,
    /// The bytes of its text at fault, when not all of it is.
    pub part: Option<Range<u32>>,
    /// What is wrong, in a sentence without a full stop.
    pub message: Clean<'static>,
    /// What to do about it.
    pub help: Option<Clean<'static>>,
}

/// Every problem of a release, in the order of a file that this program writes.
pub fn check(release: &Release) -> Vec<Problem> {
    let addresses = Addresses::of(&release.body);
    let evidence = Evidence::of(release, &addresses);
    check_with(release, &addresses, &evidence)
}

/// As [`check`], for callers that have named the blocks and found the evidence already.
pub fn check_with(release: &Release, addresses: &Addresses, evidence: &Evidence) -> Vec<Problem> {
    check_some((release, addresses, evidence), usize::MAX)
}

/// As [`check_with`], but no more problems than are asked for: a hostile file has more than anyone
/// reads, and each takes more memory than the words it is about.
pub fn check_some(
    (release, addresses, evidence): (&Release, &Addresses, &Evidence),
    most: usize,
) -> Vec<Problem> {
    let mut checker = Checker {
        most,
        spare: None,
        release,
        addresses,
        evidence,
        text_len: release.body.blocks().iter().map(|b| b.text.len() + 16).sum(),
        last: last_at_top(release),
        problems: Vec::new(),
    };
    head::check(&mut checker);
    body::check(&mut checker);
    facts::check(&mut checker);
    mentions::check(&mut checker);
    hidden::check(&mut checker);
    checker.problems.sort_by_key(|problem| (problem.locus, problem.code));
    checker.problems
}

struct Checker<'a> {
    release: &'a Release,
    addresses: &'a Addresses,
    evidence: &'a Evidence,
    /// What looking through the whole text costs, in bytes.
    text_len: usize,
    last: Vec<(Kind, BlockId)>,
    problems: Vec<Problem>,
    /// How many problems are kept.
    most: usize,
    /// The last one that was not.
    spare: Option<Problem>,
}

impl Checker<'_> {
    fn add(&mut self, code: Code, locus: Locus, message: impl Into<Words>) -> &mut Problem {
        let message = clean(message.into());
        let severity = code.severity();
        let problem = Problem { severity, code, locus, part: None, message, help: None };
        if self.problems.len() >= self.most {
            return self.spare.insert(problem);
        }
        self.problems.push(problem);
        let last = self.problems.len() - 1;
        &mut self.problems[last]
    }

    /// The last top-level block of a kind.
    fn last_at_top(&self, kind: Kind) -> Option<BlockId> {
        self.last.iter().find(|(last, _)| *last == kind).map(|(_, id)| *id)
    }
}

impl Problem {
    fn help(&mut self, help: impl Into<Words>) {
        self.help = Some(clean(help.into()));
    }

    fn help_if(&mut self, help: Option<String>) {
        self.help = help.map(Clean::from_string);
    }

    fn part(&mut self, part: Range<usize>) -> &mut Self {
        self.part = Some(part.start as u32..part.end as u32);
        self
    }
}

/// Words of the program, with or without words of the file among them.
type Words = Cow<'static, str>;

fn clean(words: Words) -> Clean<'static> {
    match words {
        Cow::Borrowed(own) => Clean::literal(own),
        Cow::Owned(mixed) => Clean::from_string(mixed),
    }
}

fn last_at_top(release: &Release) -> Vec<(Kind, BlockId)> {
    let mut last: Vec<(Kind, BlockId)> = Vec::new();
    for index in release.body.top_level() {
        let (kind, id) = (release.body.blocks()[index].kind, BlockId::body(index));
        match last.iter_mut().find(|(known, _)| *known == kind) {
            Some(known) => known.1 = id,
            None => last.push((kind, id)),
        }
    }
    last
}

fn is_blank(text: &Raw) -> bool {
    text.as_str().trim().is_empty()
}

/// The longest stretch of a file that a message repeats, in characters.
const LONGEST_QUOTE: usize = 60;

/// Words of the file as a message shows them.
fn quoted(words: &str) -> String {
    // What is cleaned is short, however long the words are.
    let short: String = words.trim().chars().take(LONGEST_QUOTE + 1).collect();
    let short = Raw::from(short).clean_line().into_string();
    match short.char_indices().nth(LONGEST_QUOTE) {
        Some((end, _)) => format!("`{}…`", &short[..end]),
        None => format!("`{short}`"),
    }
}

#[cfg(test)]
mod tests;
