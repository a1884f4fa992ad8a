//! The stretch of a file around a fault, short enough to print and harmless.

use std::ops::Range;

use crate::text::Raw;
use crate::text::width::{cells, graphemes};

/// Columns shown before the fault, of the fault itself, and after it.
const BEFORE: usize = 36;
const INSIDE: usize = 48;
const AFTER: usize = 36;

/// How many bytes are looked at for each of them: more than enough for the columns.
const REACH: usize = 4 * 64;

/// A part of one line, and where in it the fault stands.
#[derive(Debug, PartialEq, Eq)]
pub struct Window {
    /// The words, with `…` where the line goes on.
    pub text: String,
    /// The bytes of `text` at fault.
    pub span: Range<usize>,
}

/// The line around the start of a span. Only the neighbourhood is looked at, so that a line of
/// 10 MB costs no more than a short one.
pub fn around(source: &str, span: &Range<usize>) -> Window {
    let start = source.floor_char_boundary(span.start);
    let end = source.floor_char_boundary(span.end).max(start);
    let before = &source[source.ceil_char_boundary(start.saturating_sub(REACH))..start];
    let before = before.rsplit('\n').next().unwrap_or_default();
    let cut_before = before.len() < start && !source[..start - before.len()].ends_with('\n');
    let inside = first_line(&source[start..source.floor_char_boundary(end.min(start + REACH))]);
    let after_at = start + inside.len();
    let after =
        first_line(&source[after_at..source.floor_char_boundary(after_at.saturating_add(REACH))]);
    let cut_after = source[after_at + after.len()..].starts_with(|c| c != '\n' && c != '\r');

    let before = tail(&clean(before, Keep::Indent), cut_before);
    let inside = head(&clean(inside, Keep::All), INSIDE, after_at < end && !inside.is_empty());
    let after = if inside.ends_with('…') {
        String::new()
    } else {
        head(&clean(after, Keep::All), AFTER, cut_after)
    };
    let span = before.len()..before.len() + inside.len();
    Window { text: format!("{before}{inside}{after}").trim_end().to_owned(), span }
}

fn first_line(text: &str) -> &str {
    text.split(['\n', '\r']).next().unwrap_or_default()
}

#[derive(Clone, Copy, PartialEq)]
enum Keep {
    /// White space at the start is the line's indent, which says nothing here.
    Indent,
    All,
}

/// The words made harmless, white space as single spaces: that which parts words from the fault
/// stays, unlike in text that stands alone.
fn clean(text: &str, keep: Keep) -> String {
    let words = Raw::from(text).clean_line().into_owned();
    let is_blank = |c: char| c.is_whitespace();
    let mut clean = String::new();
    if text.starts_with(is_blank) && keep == Keep::All && !words.is_empty() {
        clean.push(' ');
    }
    clean.push_str(&words);
    if text.ends_with(is_blank) && !words.is_empty() {
        clean.push(' ');
    }
    clean
}

fn head(text: &str, room: usize, goes_on: bool) -> String {
    let mut used = 0;
    for (at, _, cells) in graphemes(text) {
        used += cells;
        if used > room {
            return format!("{}…", &text[..at]);
        }
    }
    format!("{text}{}", if goes_on { "…" } else { "" })
}

fn tail(text: &str, goes_on: bool) -> String {
    let mut left = cells(text);
    if left <= BEFORE && !goes_on {
        return text.to_owned();
    }
    for (at, _, cells) in graphemes(text) {
        if left <= BEFORE {
            return format!("…{}", &text[at..]);
        }
        left -= cells;
    }
    "…".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, fault: &str, text: &str, inside: &str) {
        let start = source.find(fault).unwrap();
        let window = around(source, &(start..start + fault.len()));
        assert_eq!(window.text, text);
        assert_eq!(&window.text[window.span], inside);
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        check("a\n    tittle: \"x\",\nb", "tittle", "tittle: \"x\",", "tittle");
        check("a\r\nb, c: \"d e\"\r\nf", "d e", "b, c: \"d e\"", "d e");
        check("x", "x", "x", "x");
    }

    #[test]
    fn a_long_line_is_shown_around_the_fault() {
        let long = "word ".repeat(1_000_000);
        let words = "word ".repeat(7);
        check(&format!("{long}HERE {long}"), "HERE", &format!("… {words}HERE {words}…"), "HERE");
        let window = around(&long, &(0..long.len()));
        assert!(window.text.len() < 100 && window.text.ends_with('…'), "{window:?}");
    }

    #[test]
    fn a_span_of_several_lines_is_shown_by_its_first() {
        let source = "a: [\n1,\n2]";
        let window = around(source, &(3..source.len()));
        assert_eq!(window, Window { text: "a: […".to_owned(), span: 3..7 });
        assert_eq!(around("", &(0..0)), Window { text: String::new(), span: 0..0 });
        assert_eq!(around("ab\n", &(3..3)), Window { text: String::new(), span: 0..0 });
    }

    #[test]
    fn what_a_file_holds_is_printed_harmless() {
        check("\x1b[31m\u{202E}x\u{9b}, y", "y", "␛[31mx\u{FFFD}, y", "y");
    }
}
