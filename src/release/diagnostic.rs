//! Everything wrong with a file, each at its place: what `check` prints and the reader shows.

use std::ops::Range;

use super::check::{Problem, check_with};
use super::place::{Places, lines_and_columns};
use super::{Addresses, Code, Evidence, Fault, Release, Severity, parse};
use crate::text::Clean;

/// Something wrong at a place of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// The name of the rule, such as `quote-not-found`.
    pub code: &'static str,
    /// The bytes of the file at fault.
    pub span: Range<usize>,
    /// The line where the span begins, from 1.
    pub line: usize,
    /// The column where it begins, in characters from 1.
    pub column: usize,
    /// The line where it ends.
    pub end_line: usize,
    /// The column after its last character.
    pub end_column: usize,
    /// What is wrong, in a sentence without a full stop.
    pub message: Clean<'static>,
    /// What to do about it.
    pub help: Option<Clean<'static>>,
}

/// Reads a file and checks it: the release, unless the file is none, and all that is wrong, in the
/// order of the file. A byte-order mark is skipped; spans count it.
pub fn diagnose(source: &str) -> (Option<Release>, Vec<Diagnostic>) {
    match parse(without_mark(source)) {
        Ok(release) => {
            let addresses = Addresses::of(&release.body);
            let evidence = Evidence::of(&release, &addresses);
            let problems = check_with(&release, &addresses, &evidence);
            (Some(release), place_problems(source, problems))
        }
        Err(fault) => (None, vec![place_fault(source, fault)]),
    }
}

/// The fault of a file that does not open, at its place.
pub fn place_fault(source: &str, fault: Fault) -> Diagnostic {
    let skipped = source.len() - without_mark(source).len();
    let Fault { code, span, message, help } = fault;
    let span = span.start + skipped..span.end + skipped;
    let mut placed = place(source, vec![Unplaced { code, span, message, help }]);
    placed.swap_remove(0)
}

/// The problems of a release at their places in its file.
pub fn place_problems(source: &str, problems: Vec<Problem>) -> Vec<Diagnostic> {
    // Most files have none, and need no second look.
    if problems.is_empty() {
        return Vec::new();
    }
    let places = Places::of(source);
    let unplaced = problems.into_iter().map(|problem| {
        let whole = places.get(problem.locus);
        let span = part_of(source, whole, problem.part);
        let Problem { code, message, help, .. } = problem;
        Unplaced { code, span, message, help }
    });
    place(source, unplaced.collect())
}

struct Unplaced {
    code: Code,
    span: Range<usize>,
    message: Clean<'static>,
    help: Option<Clean<'static>>,
}

fn place(source: &str, mut unplaced: Vec<Unplaced>) -> Vec<Diagnostic> {
    unplaced.sort_by_key(|one| (one.span.start, one.code));
    let starts = lines_and_columns(source, unplaced.iter().map(|one| one.span.start));
    let mut by_end: Vec<usize> = (0..unplaced.len()).collect();
    by_end.sort_by_key(|i| unplaced[*i].span.end);
    let sorted_ends = lines_and_columns(source, by_end.iter().map(|i| unplaced[*i].span.end));
    let mut ends = vec![(1, 1); unplaced.len()];
    for (i, end) in by_end.into_iter().zip(sorted_ends) {
        ends[i] = end;
    }
    let placed = unplaced.into_iter().zip(starts).zip(ends);
    placed
        .map(|((one, (line, column)), (end_line, end_column))| Diagnostic {
            severity: one.code.severity(),
            code: one.code.name(),
            span: one.span,
            line,
            column,
            end_line,
            end_column,
            message: one.message,
            help: one.help,
        })
        .collect()
}

/// A part of a text, where the file spells the text as it is; else the whole.
fn part_of(source: &str, whole: Range<usize>, part: Option<Range<u32>>) -> Range<usize> {
    let Some(part) = part else { return whole };
    let text = &source[whole.clone()];
    let range = part.start as usize..part.end as usize;
    if text.contains('\\') || text.get(range.clone()).is_none() {
        return whole;
    }
    whole.start + range.start..whole.start + range.end
}

fn without_mark(source: &str) -> &str {
    source.strip_prefix('\u{FEFF}').unwrap_or(source)
}
