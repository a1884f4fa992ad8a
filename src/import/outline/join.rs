//! Which lines belong to one block: pages break sentences anywhere, and wrap whole paragraphs at a width
//! of their own.

use std::collections::HashSet;

use crate::import::extract::lexicon::LEXICON;
use crate::import::lines::{Line, LineKind};
use crate::text::hangul::is_hangul;
use crate::text::width::cells;

/// The widest page that counts as wrapped, in columns.
const WIDEST: usize = 140;
/// The narrowest page that counts as wrapped.
const NARROWEST: usize = 40;

/// How a page breaks its lines.
#[derive(Debug, Clone, Copy, Default)]
pub struct Habit {
    /// The width at which it wraps, if it does.
    width: Option<usize>,
    /// Whether numbered paragraphs break after their first words.
    broken_starts: bool,
    /// Whether blank lines part its paragraphs.
    parted: bool,
}

impl Habit {
    /// Looks at all of a page's lines.
    pub fn of(lines: &[Line]) -> Self {
        let text: Vec<&Line> = lines.iter().filter(|line| line.kind == LineKind::Text).collect();
        let pairs: Vec<(usize, usize)> = text
            .windows(2)
            .filter(|pair| !pair[1].gap && super::mark::parse(&pair[1].text).is_none())
            .map(|pair| (cells(&pair[0].text) + pair[0].indent, first_word(&pair[1].text)))
            .collect();
        let full =
            |width: usize| pairs.iter().filter(|(here, word)| fills(*here, *word, width)).count();
        let best =
            (NARROWEST..=WIDEST).max_by_key(|width| (full(*width), std::cmp::Reverse(*width)));
        let wraps = |width: &usize| full(*width) >= 3 && full(*width) * 10 >= pairs.len() * 5;
        let width = best.filter(wraps).filter(|width| breaks_sentences(&text, *width));
        let gaps = text.iter().filter(|line| line.gap).count();
        let mut habit =
            Self { width, broken_starts: false, parted: gaps >= 3 && gaps * 2 < text.len() };
        habit.broken_starts = breaks_starts(&text);
        habit
    }

    /// Whether a line goes on with the block of the line before it.
    pub fn continues(&self, before: &Line, block: &str, line: &Line) -> bool {
        if line.kind != LineKind::Text
            || matches!(before.kind, LineKind::Table(_) | LineKind::Heading(_))
        {
            return false;
        }
        if is_ordinal_ending(&line.text) && block.ends_with(|c: char| c.is_ascii_digit()) {
            return true;
        }
        if is_ordinal_ending(&before.text) && !line.gap {
            return true;
        }
        if line.gap {
            return mid_sentence(block) && starts_lower(&line.text);
        }
        if let Some(width) = self.width
            && is_full(before, line, width)
        {
            return true;
        }
        if line.indent > before.indent + 1
            && before.indent == 0
            && super::mark::parse(&before.text).is_some()
        {
            return true;
        }
        if is_complete(block) {
            return false;
        }
        if line.text.starts_with(|c: char| c.is_ascii_digit())
            && super::number::ends_open(&before.text)
        {
            return true;
        }
        // On a wrapped page only blank lines end what is no sentence.
        if self.parted && self.width.is_some_and(|width| cells(&before.text) * 10 >= width * 7) {
            return true;
        }
        starts_lower(&line.text) || is_open(block) || (self.broken_starts && is_short_start(before))
    }
}

/// Whether lines that look wrapped go on in lower case: lines of a list do not. Korean and the like have
/// no lower case and are taken by their width alone.
fn breaks_sentences(text: &[&Line], width: usize) -> bool {
    let full = text.windows(2).filter(|pair| !pair[1].gap && is_full(pair[0], pair[1], width));
    let (mut all, mut on) = (0usize, 0usize);
    for pair in full {
        all += 1;
        let lower = starts_lower(&pair[1].text);
        let caseless = pair[1].text.starts_with(|c: char| c.is_alphabetic() && !c.is_uppercase());
        on += usize::from(lower || caseless);
    }
    on * 10 >= all * 3
}

/// Whether numbered lines are broken after a few words: some go on in lower case.
fn breaks_starts(text: &[&Line]) -> bool {
    let starts = text.windows(2).filter(|pair| {
        !pair[1].gap && is_short_start(pair[0]) && super::mark::parse(&pair[1].text).is_none()
    });
    let (mut all, mut lower) = (0, 0);
    for pair in starts {
        all += 1;
        lower += usize::from(starts_lower(&pair[1].text));
    }
    lower >= 2 && lower * 4 >= all
}

/// A numbered or marked line that ends after a few words and in no full stop.
fn is_short_start(line: &Line) -> bool {
    super::mark::parse(&line.text).is_some() && cells(&line.text) < 40 && !is_complete(&line.text)
}

/// Whether the next line's first word had no room on this one.
fn is_full(line: &Line, next: &Line, width: usize) -> bool {
    fills(cells(&line.text) + line.indent, first_word(&next.text), width)
}

/// A wrapped line fills most of the width even where the next word is long, and is no wider.
fn fills(here: usize, word: usize, width: usize) -> bool {
    here <= width && here + 1 + word > width && here * 10 >= width * 7
}

fn first_word(text: &str) -> usize {
    cells(text.split(' ').next().unwrap_or_default())
}

/// The word that a hyphen at the end of a text parts from its rest, in lower case.
pub fn parted_word(text: &str, line: &str) -> Option<String> {
    let stem = last_word(text).strip_suffix(['-', '\u{2010}'])?;
    let is_letter = |c: char| c.is_alphabetic();
    let end = line.find(|c: char| !is_letter(c)).unwrap_or(line.len());
    let stem = stem.trim_start_matches(|c: char| !is_letter(c));
    let is_parted = stem.chars().count() > 1
        && stem.chars().all(is_letter)
        && line.starts_with(char::is_lowercase)
        && !matches!(&line[..end], "and" | "or" | "to");
    is_parted.then(|| format!("{stem}{}", &line[..end]).to_lowercase())
}

/// The words of a page, in lower case.
pub fn words(lines: &[Line]) -> HashSet<String> {
    let words = lines.iter().flat_map(|line| line.text.split(|c: char| !c.is_alphabetic()));
    words.map(str::to_lowercase).collect()
}

/// `th` alone on its line: the page broke the line before a raised ordinal ending.
pub fn is_ordinal_ending(text: &str) -> bool {
    matches!(text, "st" | "nd" | "rd" | "th")
}

/// Whether text ends as sentences, headings of lists and quotations do.
pub fn is_complete(text: &str) -> bool {
    let end = text.trim_end_matches(|c: char| {
        matches!(c, '”' | '’' | '"' | '\'' | ')' | ']' | '」' | '』' | '*' | '）' | '>' | '】')
    });
    if end.len() < text.len() && end.is_empty() {
        return true;
    }
    let closed = end.ends_with(['.', '!', '?', '…', ':', ';', '。', '！', '？', '：']);
    closed && !ends_in_abbreviation(end)
}

/// A full stop that an abbreviation needs: `Lt.`, `Mr.`; not `U.S.`, which ends sentences as well.
fn ends_in_abbreviation(text: &str) -> bool {
    let word = last_word(text).trim_end_matches('.').to_lowercase();
    text.ends_with('.') && LEXICON.posts.stopped.contains(&word)
}

/// The last word, or the end of one too long for a word.
pub fn last_word(text: &str) -> &str {
    let tail = &text[text.ceil_char_boundary(text.len().saturating_sub(40))..];
    tail.rsplit(' ').next().unwrap_or_default()
}

fn mid_sentence(text: &str) -> bool {
    text.ends_with(|c: char| c.is_alphanumeric() && !is_hangul(c)) && text.contains(' ')
}

/// Whether a line begins in lower case, as no paragraph does.
pub fn starts_lower(text: &str) -> bool {
    text.trim_start_matches(['(', '“', '"', '‘']).starts_with(char::is_lowercase)
        || text.starts_with([',', ';', ')', '.', '%', '”', '’'])
}

/// Whether text ends in a word or sign after which a phrase must go on.
fn is_open(text: &str) -> bool {
    if text.ends_with([',', '(', '-', '–', '—', '/', '&', '“', '‘', '·', '「']) {
        return true;
    }
    let word = last_word(text).to_lowercase();
    let word = word.trim_end_matches('.');
    LEXICON.is_small_word(word) || LEXICON.posts.address.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::plain;

    #[track_caller]
    fn check(text: &str, joined: &[bool]) {
        let lines = plain::read(text).lines;
        let habit = Habit::of(&lines);
        let found: Vec<bool> = lines
            .windows(2)
            .map(|pair| habit.continues(&pair[0], &pair[0].text, &pair[1]))
            .collect();
        assert_eq!(found, joined);
    }

    #[test]
    fn a_sentence_broken_anywhere_is_joined() {
        check("The two sides\nhope\nthat all goes well.\nThey met.", &[true, true, false]);
        check("held the 204\nth\nJoint Committee in Seoul.", &[true, true]);
        check("led by Lt.\nGen. Smith of the\nUnited States.", &[true, true]);
    }

    #[test]
    fn lines_of_a_list_stay_apart() {
        check("The members are:\nAnna Smith, Director\nBen Jones, Lecturer", &[false, false]);
    }

    #[test]
    fn a_wrapped_page_is_unwrapped() {
        let wrapped = "The two sides met in the capital on Monday and agreed to hold talks.\n\
                       They will begin next month and are expected to last for two days at\n\
                       the ministry. Officials of both sides said that they were content in\n\
                       all respects.\n\
                       The meeting was the third.";
        check(wrapped, &[true, true, true, false]);
    }
}
