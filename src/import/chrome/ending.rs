//! Where a release ends: end marks, and the site's links after it.

use super::{WORDS, is_site_line, key};
use crate::import::lines::{Line, LineKind};

/// How many lines after an ending such as "Related links" may still be the site's.
const LONGEST_TAIL: usize = 40;

/// A mark that ends a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndMark {
    /// Signs, with or without words between them: it means nothing else.
    Signs,
    /// A word or a number, which may as well be text.
    Words,
}

/// The mark that a line is, if it is one.
pub fn end_mark(line: &Line) -> Option<EndMark> {
    if matches!(line.kind, LineKind::Table(_)) || line.text.len() >= 24 {
        return None;
    }
    let key = line.text.trim_end_matches('.').to_lowercase();
    let key = key.trim();
    let signs = |c: char| matches!(c, '*' | '=' | '_' | '—' | '-' | '#' | ' ');
    if !key.is_empty() && key.chars().all(signs) {
        return Some(EndMark::Signs);
    }
    let words = key.ends_with(char::is_alphanumeric);
    let mark = if words { EndMark::Words } else { EndMark::Signs };
    WORDS.end_marks.contains(key).then_some(mark)
}

/// The place of a word or number that ends the release: nothing but the site's lines follows.
pub fn last_word(lines: &[Line]) -> Option<usize> {
    let is_site = |line: &Line| is_site_line(line) || end_mark(line) == Some(EndMark::Signs);
    let at = lines.iter().rposition(|line| !is_site(line))?;
    (end_mark(&lines[at]) == Some(EndMark::Words)).then_some(at)
}

/// An end mark that closes the last line goes, if it has signs around it.
pub fn cut_end_mark(text: &mut String) {
    let is_closing = |mark: &&String| {
        let from = text.len().checked_sub(mark.len());
        let Some((before, end)) = from.and_then(|at| text.split_at_checked(at)) else {
            return false;
        };
        let signs = mark.len() > 2 && !mark.ends_with(char::is_alphanumeric);
        let apart = mark.contains(char::is_alphabetic) || !before.ends_with(char::is_alphanumeric);
        signs && apart && end.eq_ignore_ascii_case(mark)
    };
    if let Some(mark) = WORDS.end_marks.iter().filter(is_closing).max_by_key(|mark| mark.len()) {
        text.truncate(text.len() - mark.len());
        text.truncate(text.trim_end().len());
        return;
    }
    // "… 1부.  끝." closes Korean letters.
    if let Some(rest) = text.strip_suffix("끝.").map(str::trim_end)
        && rest.ends_with(['.', ')'])
    {
        *text = rest.to_owned();
    }
}

/// From a line such as "Useful links" on, short lines to the end are the site's.
pub fn cut_tail(lines: &mut Vec<Line>) {
    let from = lines.len().saturating_sub(LONGEST_TAIL).max(lines.len() / 3);
    let is_ending = |line: &Line| {
        !matches!(line.kind, LineKind::Table(_)) && WORDS.endings.contains(&key(&line.text))
    };
    let Some(at) = lines[from..].iter().position(is_ending).map(|i| from + i) else { return };
    let is_short = |line: &Line| {
        line.text.chars().count() < 160
            && !line.text.ends_with(['.', '。'])
            && !matches!(line.kind, LineKind::Table(_))
    };
    if at > 0 && lines[at + 1..].iter().all(is_short) {
        lines.truncate(at);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::kept;

    #[test]
    fn end_marks_go_and_sentences_about_dates_stay() {
        let (lines, _) =
            kept("Title\n\n1. Date of entry into force is open.\n2. All agreed. /END/\n");
        assert_eq!(lines, ["Title", "1. Date of entry into force is open.", "2. All agreed."]);
        assert_eq!(kept("Title\nText one.\n###").0, ["Title", "Text one."]);
        assert_eq!(kept("Title\nText one. [End]").0, ["Title", "Text one."]);
        assert_eq!(kept("Title\nIt is written in C#").0, ["Title", "It is written in C#"]);
    }

    #[test]
    fn a_word_or_number_ends_a_release_only_where_nothing_follows() {
        let page = "Title\nWorkers hired:\n30\nWorkers left:\n12";
        assert_eq!(kept(page).0, page.split('\n').collect::<Vec<_>>());
        let page = "Title\nWorkers hired:\n30\nEnd\n***\nPrint";
        assert_eq!(kept(page).0, ["Title", "Workers hired:", "30"]);
    }

    #[test]
    fn links_after_the_text_go() {
        let (lines, _) =
            kept("T\n\nText is here.\nMore of it.\nUseful links\nOur site\nOther site");
        assert_eq!(lines, ["T", "Text is here.", "More of it."]);
    }
}
