//! Which numbers at the start of lines number paragraphs: those that count on from one another.

use std::collections::HashMap;

use super::join;
use super::mark::{Mark, Sign, Style, parse};
use crate::import::extract::lexicon::LEXICON;
use crate::import::lines::{Line, LineKind};

/// How many numbers may be missing from a row.
const LARGEST_GAP: u32 = 3;
/// The largest number that a text may begin with.
const LARGEST_FIRST: u32 = 30;

/// The numbers met so far.
pub struct Numbers {
    last: HashMap<Style, u32>,
    /// Styles, of those that words can look like, in which 1 and 2 both stand in the text.
    rows: HashMap<Style, bool>,
}

impl Numbers {
    /// Looks through all of the lines for the styles that count.
    pub fn new(lines: &[Line]) -> Self {
        let mut seen: HashMap<Style, (bool, bool)> = HashMap::new();
        for line in lines {
            if let Some(Sign::Number(style, value)) = parse(&line.text).map(|mark| mark.sign) {
                let entry = seen.entry(style).or_default();
                entry.0 |= value == 1;
                entry.1 |= value == 2;
            }
        }
        let rows = seen.into_iter().map(|(style, (one, two))| (style, one && two)).collect();
        Self { last: HashMap::new(), rows }
    }

    /// Whether a mark is one here; a number that is counts from now on.
    pub fn accepts(
        &mut self,
        mark: &Mark,
        line: &Line,
        before: Option<&Line>,
        open: Option<&str>,
    ) -> bool {
        if matches!(line.kind, LineKind::Table(_)) {
            return false;
        }
        // A list of attachments counts on below its first line.
        if mark.sign == Sign::Attachment
            && let Some(value) = mark.number.as_ref().and_then(|number| number.parse().ok())
        {
            self.last.insert(Style::Dot, value);
        }
        let Sign::Number(style, value) = mark.sign else {
            return accepts_sign(mark, line, before);
        };
        let last = self.last.get(&style).copied();
        let counts = match last {
            Some(last) => value == last || (value > last && value <= last + LARGEST_GAP),
            None => value <= LARGEST_FIRST,
        };
        let inside =
            !line.gap && open.is_some_and(|text| !text.is_empty() && !join::is_complete(text));
        let broken_off = inside && before.is_some_and(|line| ends_open(&line.text));
        let follows = value == 1 || last.is_some_and(|last| value == last + 1);
        let is_one =
            (value == 1 || counts) && !broken_off && (!inside || follows) && self.counts(style);
        if is_one {
            self.last.insert(style, value);
            // A new number of a higher row lets lower rows begin again.
            if value == 1 || last.is_some() {
                self.last.retain(|other, _| *other == style || rank(*other) <= rank(style));
            }
        }
        is_one
    }

    /// Letters and the like are marks only in a row.
    fn counts(&self, style: Style) -> bool {
        let doubtful = matches!(
            style,
            Style::Letter
                | Style::LetterParen
                | Style::LetterParens
                | Style::Hangul
                | Style::Roman
                | Style::Parens
                | Style::Parts(_)
        );
        !doubtful
            || self.rows.get(&style).copied().unwrap_or(false)
            || style == Style::Roman && self.rows.contains_key(&style)
    }
}

fn rank(style: Style) -> u8 {
    match style {
        Style::Roman | Style::Han => 0,
        Style::Dot => 1,
        Style::Parts(parts) => parts,
        Style::Hangul | Style::Letter => 2,
        Style::Paren => 3,
        Style::HangulParen | Style::LetterParen => 4,
        Style::Parens => 5,
        Style::HangulParens | Style::LetterParens => 6,
        Style::Circled => 7,
    }
}

/// A dash in the middle of a broken sentence is no list's.
fn accepts_sign(mark: &Mark, line: &Line, before: Option<&Line>) -> bool {
    let is_dash = matches!(mark.sign, Sign::Bullet('-' | '–' | '−' | '―' | '‐'));
    let after_list =
        before.is_none_or(|before| parse(&before.text).is_some() || line.gap || line.indent > 0);
    let lower = join::starts_lower(&line.text[mark.rest..]);
    let after_sentence = before.is_some_and(|before| join::is_complete(&before.text));
    !is_dash || after_list || after_sentence || !lower
}

/// Words after which a number belongs to them: "on March", "Article", "No."
pub fn ends_open(line: &str) -> bool {
    if line.ends_with("; and") || line.ends_with("; or") || line.ends_with(", and") {
        return false;
    }
    let word = join::last_word(line).trim_end_matches('.').to_lowercase();
    LEXICON.months.contains_key(&word)
        || LEXICON.counting.references.contains(&word)
        || LEXICON.is_small_word(&word)
        || line.ends_with(',')
}
