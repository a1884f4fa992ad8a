//! Text that no reader of Markdown takes for anything but text.

use crate::text::Clean;

/// The text of a block. A hard break stays one.
pub(super) fn escaped(text: &Clean<'_>) -> String {
    let lines: Vec<String> = text.split('\n').map(line).collect();
    lines.join("\\\n")
}

/// The text of a table's cell, which must stay on one line.
pub(super) fn in_cell(text: &Clean<'_>) -> String {
    let lines: Vec<String> = text.split('\n').map(line).collect();
    lines.join("<br>")
}

fn line(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 16);
    for (at, c) in text.char_indices() {
        if is_mark(c) || is_mark_here(text, at, c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Marks that mean something wherever they stand.
fn is_mark(c: char) -> bool {
    matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$')
}

/// Marks that mean something at the start of a line, behind a number there, or in what would be
/// made a link without being asked for.
fn is_mark_here(text: &str, at: usize, c: char) -> bool {
    let (before, after) = (&text[..at], &text[at + c.len_utf8()..]);
    let ends_word = after.is_empty() || after.starts_with(' ');
    match c {
        '-' | '+' | '=' => before.is_empty(),
        ')' => is_number(before) && ends_word,
        '.' => is_number(before) && ends_word || ends_with_www(before),
        ':' => after.starts_with("//"),
        _ => false,
    }
}

fn ends_with_www(text: &str) -> bool {
    text.as_bytes().last_chunk::<3>().is_some_and(|end| end.eq_ignore_ascii_case(b"www"))
}

fn is_number(text: &str) -> bool {
    (1..=9).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(escaped(&Clean::from_str(text)), expected);
    }

    #[test]
    fn marks_become_text() {
        check(
            "a *b* _c_ `d` <e> &amp; [f](g)",
            "a \\*b\\* \\_c\\_ \\`d\\` \\<e\\> \\&amp; \\[f\\](g)",
        );
        check("US$2.16 | ~x~", "US\\$2.16 \\| \\~x\\~");
        check("a\nb", "a\\\nb");
    }

    #[test]
    fn a_line_that_looks_like_a_list_stays_a_line() {
        check("1. one 2. two", "1\\. one 2. two");
        check("12) twelve", "12\\) twelve");
        check("- item - one", "\\- item - one");
        check("+ item\n=== x", "\\+ item\\\n\\=== x");
        check("1234567890. long", "1234567890. long");
    }

    #[test]
    fn nothing_becomes_a_link_by_itself() {
        check("see https://a.org or WWW.b.org", "see https\\://a.org or WWW\\.b.org");
    }
}
