//! The words of RON, told apart just well enough to point at them.
//!
//! `ron` says where it stopped, not where the faulty word began, and gives no place for a value that
//! parsed. This finds both. It never fails: whatever it does not know is a mark of its own.

use std::ops::Range;

/// What a stretch of RON is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token {
    /// A string, quotation marks included; `escaped` when it holds a backslash to be resolved.
    Text {
        /// Whether the value differs from what stands between the marks.
        escaped: bool,
    },
    /// A name or a number.
    Word,
    /// A bracket, a comma, a colon or anything else, one character long.
    Mark(char),
}

/// The tokens of a RON text from a byte offset on, white space and comments skipped.
pub fn tokens(source: &str, from: usize) -> impl Iterator<Item = (Token, Range<usize>)> + '_ {
    let mut at = from;
    std::iter::from_fn(move || {
        at = skip_blank(source, at);
        let rest = source.get(at..)?;
        let first = rest.chars().next()?;
        let (token, len) = match first {
            '"' => plain_string(rest),
            'r' if rest[1..].starts_with(['"', '#']) => raw_string(rest),
            c if is_word(c) || c == '-' || c == '+' => (Token::Word, word_len(rest)),
            c => (Token::Mark(c), c.len_utf8()),
        };
        let range = at..at + len;
        at = range.end;
        Some((token, range))
    })
}

/// What stands between the marks of a string.
pub fn inside(source: &str, string: &Range<usize>) -> Range<usize> {
    let raw = source[string.clone()].strip_prefix('r');
    let hashes = raw.map_or(0, |rest| rest.bytes().take_while(|b| *b == b'#').count());
    let start = string.start + usize::from(raw.is_some()) + hashes + 1;
    start..(string.end - hashes - 1).max(start)
}

/// Whether a word stands at a byte offset.
pub fn is_word_at(source: &str, at: usize) -> bool {
    source.get(at..).is_some_and(|rest| rest.starts_with(is_word))
}

/// White space as `ron` knows it, and what other programs take for it.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200E}' | '\u{200F}' | '\u{FEFF}')
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.')
}

fn word_len(rest: &str) -> usize {
    let first = rest.chars().next().map_or(0, char::len_utf8);
    first + rest[first..].find(|c| !is_word(c)).unwrap_or(rest.len() - first)
}

fn plain_string(rest: &str) -> (Token, usize) {
    let mut escaped = false;
    let mut bytes = rest.bytes().enumerate().skip(1);
    while let Some((i, byte)) = bytes.next() {
        match byte {
            b'"' => return (Token::Text { escaped }, i + 1),
            b'\\' => {
                escaped = true;
                bytes.next();
            }
            _ => {}
        }
    }
    (Token::Text { escaped }, rest.len())
}

fn raw_string(rest: &str) -> (Token, usize) {
    let hashes = rest[1..].bytes().take_while(|b| *b == b'#').count();
    if !rest[1 + hashes..].starts_with('"') {
        return (Token::Word, word_len(rest));
    }
    let closing = format!("\"{}", "#".repeat(hashes));
    let start = hashes + 2;
    let end = rest[start..].find(&closing).map_or(rest.len(), |i| start + i + closing.len());
    (Token::Text { escaped: false }, end)
}

fn skip_blank(source: &str, mut at: usize) -> usize {
    while let Some(rest) = source.get(at..) {
        let blank = rest.len() - rest.trim_start_matches(is_blank).len();
        let after = &rest[blank..];
        at += blank;
        if after.starts_with("//") {
            at += after.find('\n').unwrap_or(after.len());
        } else if after.starts_with("/*") {
            at += block_comment_len(after);
        } else {
            break;
        }
    }
    at
}

/// Block comments nest in RON.
fn block_comment_len(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let (mut depth, mut i) = (0_usize, 0);
    while i + 1 < bytes.len() {
        match &bytes[i..i + 2] {
            b"/*" => {
                depth += 1;
                i += 2;
            }
            b"*/" => {
                depth -= 1;
                i += 2;
                if depth == 0 {
                    return i;
                }
            }
            _ => i += 1,
        }
    }
    rest.len()
}

/// The value of a field of the outermost struct, as written; used to tell a newer format.
pub fn top_field<'a>(source: &'a str, name: &str) -> Option<&'a str> {
    let mut depth = 0_usize;
    let mut window = ["", ""];
    for (token, range) in tokens(source, 0) {
        let word = &source[range];
        match token {
            Token::Mark('(' | '[' | '{') => depth += 1,
            Token::Mark(')' | ']' | '}') => depth = depth.saturating_sub(1),
            Token::Word if depth == 1 && window == [name, ":"] => return Some(word),
            _ => {}
        }
        window = [window[1], word];
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(source: &str, expected: &[&str]) {
        let words: Vec<_> = tokens(source, 0).map(|(_, range)| &source[range]).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn strings_comments_and_marks_are_told_apart() {
        check(
            r#"R(a: "x\"y", /* b: /* c */ */ d: -1.5) // e"#,
            &["R", "(", "a", ":", r#""x\"y""#, ",", "d", ":", "-1.5", ")"],
        );
        check("r#\"a \"b\" c\"# rest", &["r#\"a \"b\" c\"#", "rest"]);
        check("\"never closed", &["\"never closed"]);
        check("/* never closed", &[]);
    }

    #[test]
    fn the_marks_of_a_string_are_not_its_words() {
        for (source, words) in
            [("\"a\"", "a"), ("r\"a\"", "a"), ("r##\"a\"#b\"##", "a\"#b"), ("\"", ""), ("\"a", "")]
        {
            assert_eq!(&source[inside(source, &(0..source.len()))], words, "{source}");
        }
    }

    #[test]
    fn the_format_is_found_only_at_the_top() {
        let source = "// format: 7\nRelease(title: \"format: 8\", body: [(format: 9)], format: 2)";
        assert_eq!(top_field(source, "format"), Some("2"));
        assert_eq!(top_field("(title: \"x\")", "format"), None);
    }

    proptest! {
        #[test]
        fn every_text_ends(source in r#"[a-z"\\/*#r(){}\[\]:, \n가]{0,80}"#) {
            let mut last = 0;
            for (_, range) in tokens(&source, 0) {
                prop_assert!(range.start >= last && range.end > range.start);
                last = range.end;
            }
        }
    }
}
