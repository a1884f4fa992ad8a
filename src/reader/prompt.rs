//! A line being typed. Edits go by grapheme cluster; what is pasted is made one harmless line.

use unicode_segmentation::UnicodeSegmentation;

use crate::keys::Action;
use crate::text::{Clean, Raw, width};

/// The longest line that is kept, in bytes.
const LONGEST: usize = 1_000;

/// A space that cleaning neither folds nor trims.
const KEPT_SPACE: &str = "\u{a0}";

/// A line being typed, with a cursor in it.
#[derive(Debug, Clone, Default)]
pub struct Prompt {
    text: String,
    /// A byte offset on a cluster's edge.
    cursor: usize,
}

impl Prompt {
    /// A line that holds something already; the cursor is at its end.
    pub fn with(text: &str) -> Self {
        Self { text: text.to_owned(), cursor: text.len() }
    }

    /// What was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What was typed, to be drawn: every space shows, which cleaning would fold.
    pub fn shown(&self) -> Clean<'static> {
        Clean::from_string(self.text.replace(' ', KEPT_SPACE))
    }

    /// The column of the cursor, from the start of the text.
    pub fn column(&self) -> usize {
        width::cells(&self.text[..self.cursor])
    }

    /// Inserts typed or pasted text at the cursor.
    ///
    /// Returns whether there was room for it.
    pub fn insert(&mut self, text: &str) -> bool {
        // Keys that come by the million must cost nothing each.
        if self.text.len() >= LONGEST {
            return false;
        }
        let (before, after) = self.text.split_at(self.cursor);
        // Cleaned with what stands before: a mark typed by itself belongs to the letter there.
        let joined = Raw::from(format!("{before}{text}").replace(' ', KEPT_SPACE));
        let before = joined.clean_line().replace(KEPT_SPACE, " ");
        let has_room = before.len() + after.len() <= LONGEST;
        if has_room {
            self.cursor = before.len();
            self.text = before + after;
        }
        has_room
    }

    /// Performs an editing action; says whether the text changed.
    pub fn edit(&mut self, action: Action) -> bool {
        let (before, after) = (self.before(), self.after());
        match action {
            Action::CursorLeft => self.cursor = before,
            Action::CursorRight => self.cursor = after,
            Action::CursorHome => self.cursor = 0,
            Action::CursorEnd => self.cursor = self.text.len(),
            Action::DeleteBack => return self.delete(before, self.cursor),
            Action::DeleteForward => return self.delete(self.cursor, after),
            Action::DeleteWord => return self.delete(self.word_start(), self.cursor),
            Action::DeleteToStart => return self.delete(0, self.cursor),
            Action::DeleteToEnd => return self.delete(self.cursor, self.text.len()),
            _ => {}
        }
        false
    }

    fn before(&self) -> usize {
        let head = &self.text[..self.cursor];
        head.grapheme_indices(true).next_back().map_or(0, |(i, _)| i)
    }

    fn after(&self) -> usize {
        let tail = &self.text[self.cursor..];
        self.cursor + tail.graphemes(true).next().map_or(0, str::len)
    }

    fn word_start(&self) -> usize {
        let head = self.text[..self.cursor].trim_end();
        head.char_indices()
            .rev()
            .find(|(_, c)| c.is_whitespace())
            .map_or(0, |(i, c)| i + c.len_utf8())
    }

    fn delete(&mut self, from: usize, to: usize) -> bool {
        self.text.replace_range(from..to, "");
        self.cursor = from;
        from != to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `|` is the cursor.
    fn check(before: &str, action: Action, after: &str) {
        let cursor = before.find('|').unwrap();
        let mut prompt = Prompt { text: before.replace('|', ""), cursor };
        prompt.edit(action);
        let mut shown = prompt.text.clone();
        shown.insert(prompt.cursor, '|');
        assert_eq!(shown, after);
    }

    #[test]
    fn edits_go_by_cluster_and_word() {
        check("가나|다", Action::DeleteBack, "가|다");
        check("e\u{301}|x", Action::CursorLeft, "|e\u{301}x");
        check("one two |three", Action::DeleteWord, "one |three");
        check("one |two", Action::DeleteToEnd, "one |");
        check("one |two", Action::DeleteToStart, "|two");
        check("|", Action::DeleteBack, "|");
        check("ab|", Action::DeleteForward, "ab|");
    }

    #[test]
    fn what_is_pasted_becomes_one_harmless_line() {
        let mut prompt = Prompt::with("a");
        prompt.insert("b\n\u{1b}[31mc\u{202e}");
        assert!(!prompt.text().contains(['\n', '\u{1b}', '\u{202e}']));
    }

    #[test]
    fn spaces_are_kept_and_marks_join_the_letter_before() {
        let mut prompt = Prompt::default();
        for typed in [" ", "e", "\u{301}", " ", " ", "x"] {
            prompt.insert(typed);
        }
        assert_eq!(prompt.text(), " e\u{301}  x");
        assert_eq!(width::cells(&prompt.shown()), prompt.column());
    }
}
