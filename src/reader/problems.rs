//! The problems of an open release, as a list to go through.

use super::reading::Reading;
use crate::phrase::{self, Language, told};
use crate::release::check::Problem;
use crate::release::place::{Locus, ReleaseField};
use crate::release::{BlockId, FactId, Severity};
use crate::text::Clean;
use crate::text::wrap::wrap;

/// Problems beyond this many are not listed; `check` names them all.
pub const MOST_PROBLEMS: usize = 1_000;

/// Where the reader is in the list of problems.
#[derive(Debug, Default)]
pub struct Problems {
    /// The problem under the cursor.
    pub cursor: usize,
}

/// What in the release a problem is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// The release as a whole.
    Release,
    /// A block.
    Block(BlockId),
    /// A fact.
    Fact(FactId),
}

/// What a line of the list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What must be mended.
    Error,
    /// What may be wrong.
    Warning,
    /// What to do about it.
    Help,
}

/// The lines of a problem in so many columns, each with the column it begins at.
pub fn lines(
    language: Language,
    (line, problem): &(usize, Problem),
    width: u16,
) -> Vec<(u16, Part, Clean<'static>)> {
    let message = told(&problem.message, language);
    let (sentence, part) = match problem.severity {
        Severity::Fault | Severity::Error => (phrase::popup::error(line, &message), Part::Error),
        Severity::Warning => (phrase::popup::warning(line, &message), Part::Warning),
    };
    let mut lines = Vec::new();
    let mut say = |indent: u16, part: Part, text: &Clean<'_>| {
        let wrapped = wrap(text, width.saturating_sub(indent + 1));
        lines.extend(wrapped.iter().map(|line| (indent, part, line.of(text).into_owned())));
    };
    say(2, part, sentence.shown(language));
    if let Some(help) = &problem.help {
        say(4, Part::Help, &Clean::from_string(format!("→ {}", told(help, language))));
    }
    lines
}

/// What a locus is about.
pub fn about(locus: Locus) -> About {
    match locus {
        Locus::Block(block, _) | Locus::Cell(block, ..) => About::Block(block),
        Locus::Release(ReleaseField::Title) => About::Block(BlockId::TITLE),
        Locus::Fact(fact, _) | Locus::Mention(fact, ..) => About::Fact(fact),
        Locus::Release(_) | Locus::Version(..) | Locus::Topic(_) => About::Release,
    }
}

impl Problems {
    /// The first problem shown in so many rows: the current one comes a third down, so what is before
    /// it shows as well.
    pub fn first(&self, height: u16) -> usize {
        self.cursor.saturating_sub(usize::from(height / 6))
    }

    /// Puts the cursor on the problem that shows at a row.
    pub fn point(&mut self, reading: &Reading, (width, height): (u16, u16), row: usize) {
        let mut below = 0;
        let problems = reading.problems().iter().enumerate().skip(self.first(height));
        for (index, problem) in problems.take(height.into()) {
            below += lines(reading.panel.language, problem, width).len();
            if row < below {
                self.cursor = index;
                return;
            }
        }
    }

    /// Moves the cursor by rows, stopping at the ends.
    pub fn step(&mut self, reading: &Reading, by: isize) {
        let last = reading.problems().len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
    }
}
