//! What Markdown leaves in a line of text, taken off: bold marks, links, escapes, images.
//!
//! No Markdown library: it would drop the printed numbers and marks, which are what the outline is made of.

use super::lines::Rows;

/// The words of a line without its Markdown.
pub fn plain(line: &str) -> String {
    let line = line.replace("<br>", " ").replace("<br/>", " ").replace("<br />", " ");
    let line = bold(emphasised(line.strip_prefix("> ").unwrap_or(&line)));
    unescape(&links(&addresses(&line)))
}

/// Whether all of a line is bold.
pub fn is_bold(line: &str) -> bool {
    let inside = |mark: &str| {
        line.trim()
            .strip_prefix(mark)
            .and_then(|l| l.strip_suffix(mark))
            .is_some_and(|l| !l.trim().is_empty() && !l.contains(mark) && !l.starts_with(' '))
    };
    inside("**") || inside("__")
}

/// Whether a line is a picture that stands elsewhere, `![words][name]`, or where one stands that is part of
/// the text: `[name]: <data:…>`.
pub fn is_picture(line: &str) -> bool {
    let line = line.trim();
    let names_one = || {
        let (_, name) = line.strip_prefix("![")?.strip_suffix(']')?.split_once("][")?;
        (!name.contains(['[', ']'])).then_some(())
    };
    let is_one = || {
        let (_, place) = line.strip_prefix('[')?.split_once("]:")?;
        place.trim_start().trim_start_matches('<').starts_with("data:").then_some(())
    };
    names_one().or_else(is_one).is_some()
}

/// Level and words of a `#` heading.
pub fn heading(line: &str) -> Option<(u8, &str)> {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    let text = words.strip_prefix(' ')?.trim().trim_end_matches('#').trim();
    ((1..=6).contains(&level) && !text.is_empty()).then_some((level as u8, text))
}

/// The words of a line that is emphasised as a whole.
fn emphasised(line: &str) -> &str {
    let inside = |mark: char| {
        let words = line.trim().strip_prefix(mark)?.strip_suffix(mark)?;
        let closed = !words.contains(mark) && !words.starts_with(' ') && !words.ends_with(' ');
        (closed && !words.is_empty()).then_some(words)
    };
    inside('*').or_else(|| inside('_')).unwrap_or(line)
}

/// `**` goes, except as the mark of a second footnote.
fn bold(line: &str) -> String {
    let note = line.trim_start().starts_with("** ") && line.matches("**").count() == 1;
    if note || !line.contains("**") {
        return line.to_owned();
    }
    line.replace("**", "")
}

/// `<https://…>` becomes its address.
fn addresses(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(start) = rest.find("<http") {
        let inside = &rest[start + 1..];
        let end = inside.find(|c: char| c == '>' || c == '<' || c.is_whitespace());
        let closed =
            end.filter(|end| inside[*end..].starts_with('>') && inside[..*end].contains("://"));
        plain.push_str(&rest[..start]);
        rest = match closed {
            Some(end) => {
                plain.push_str(&inside[..end]);
                &inside[end + 1..]
            }
            None => {
                plain.push('<');
                inside
            }
        };
    }
    plain.push_str(rest);
    plain
}

/// `[words](address)` becomes its words, `![words](file)` nothing.
fn links(line: &str) -> String {
    if !line.contains("](") {
        return line.to_owned();
    }
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(middle) = rest.find("](") {
        let Some(start) = rest[..middle].rfind('[') else {
            plain.push_str(&rest[..middle + 2]);
            rest = &rest[middle + 2..];
            continue;
        };
        let Some(length) = rest[middle..].find(')') else { break };
        let image = rest[..start].ends_with('!');
        plain.push_str(&rest[..start - usize::from(image)]);
        if !image {
            plain.push_str(&rest[start + 1..middle]);
        }
        rest = &rest[middle + length + 1..];
    }
    plain.push_str(rest);
    plain
}

/// A backslash before punctuation goes.
fn unescape(line: &str) -> String {
    if !line.contains('\\') {
        return line.to_owned();
    }
    let mut plain = String::with_capacity(line.len());
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\\' || !chars.peek().is_some_and(char::is_ascii_punctuation) {
            plain.push(c);
        }
    }
    plain
}

/// Whether a line is a row of a table with bars.
pub fn is_row(line: &str) -> bool {
    let line = line.trim();
    line.len() > 1 && line.starts_with('|') && line.ends_with('|')
}

/// The table that rows with bars make; the line of dashes says that the first is a head row.
pub fn table(lines: &[&str]) -> Rows {
    let mut rows = Vec::with_capacity(lines.len());
    let mut header = false;
    for line in lines {
        let inside = line.trim().trim_start_matches('|');
        let inside = inside.strip_suffix('|').unwrap_or(inside);
        let cells: Vec<String> =
            cells(inside).iter().map(|cell| super::lines::fold(&plain(cell))).collect();
        let is_rule = |cell: &String| {
            !cell.is_empty()
                && cell.chars().all(|c| matches!(c, '-' | ':' | ' '))
                && cell.contains('-')
        };
        if cells.iter().all(is_rule) {
            header |= rows.len() == 1;
        } else {
            rows.push(cells);
        }
    }
    Rows { header, rows }
}

/// Cells between bars that no backslash stands before.
fn cells(row: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut escaped = false;
    for c in row.chars() {
        match c {
            '|' if !escaped => cells.push(String::new()),
            _ => cells.last_mut().expect("there is always one").push(c),
        }
        escaped = c == '\\' && !escaped;
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_are_left() {
        assert_eq!(plain("**RUN IN: ** a [link](http://x) ![i](j.png)b\\*"), "RUN IN:  a link b*");
        assert_eq!(plain("** second note"), "** second note");
        assert_eq!(plain("*Published today*"), "Published today");
        assert_eq!(plain("* note on items*"), "* note on items*");
        assert_eq!(plain("> “We agree.”"), "“We agree.”");
        assert_eq!(plain("a ]( b"), "a ]( b");
        assert_eq!(plain("see <https://x.org/a_b>, <http"), "see https://x.org/a_b, <http");
    }

    #[test]
    fn bars_make_a_table() {
        let rows = table(&["| a | b |", "| --- | --- |", "| **1** | x \\| y |"]);
        assert!(rows.header);
        assert_eq!(rows.rows, [["a", "b"], ["1", "x | y"]]);
    }

    #[test]
    fn a_heading_has_a_level() {
        assert_eq!(heading("## Two ##"), Some((2, "Two")));
        assert_eq!(heading("###"), None);
        assert_eq!(heading("#tag"), None);
    }
}
