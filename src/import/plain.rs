//! Text, with or without Markdown and HTML tables in it, to lines.

use super::html;
use super::lines::{Line, LineKind, Sheet, fold};
use super::markdown;

/// Columns of a tab.
const TAB: usize = 4;
/// A line that is no HTML table's after so many lines of one is none: a stray tag eats no text.
const LONGEST_TABLE: usize = 5000;

/// Reads text.
pub fn read(text: &str) -> Sheet {
    let text = without_comments(text);
    let source: Vec<&str> = text.split(['\n', '\u{2028}', '\u{2029}', '\u{c}']).collect();
    let mut lines = Vec::with_capacity(source.len());
    let mut gap = true;
    let mut at = 0;
    let mut last_table_end = None;
    while at < source.len() {
        let line = source[at].trim_end_matches('\r');
        if line.trim().is_empty() || markdown::is_picture(line) {
            gap = true;
            at += 1;
            continue;
        }
        if let Some(end) = table_end(&source, at, &mut last_table_end) {
            push_tables(&mut lines, &source[at..end]);
            gap = true;
            at = end;
            continue;
        }
        lines.extend(one(line, gap));
        gap = false;
        at += 1;
    }
    Sheet { lines, ..Sheet::default() }
}

/// HTML comments go; they stand between the lists of converted pages.
fn without_comments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("<!--") {
        let Some(length) = rest[start..].find("-->") else { break };
        kept.push_str(&rest[..start]);
        rest = &rest[start + length + 3..];
    }
    kept.push_str(rest);
    kept
}

/// The end of the table that begins on this line: one with bars, or one in HTML.
fn table_end(source: &[&str], at: usize, closing: &mut Option<usize>) -> Option<usize> {
    if markdown::is_row(source[at]) {
        let rows = source[at..].iter().take_while(|line| markdown::is_row(line)).count();
        return Some(at + rows);
    }
    let start = source[at].trim_start().get(..6)?;
    if !start.eq_ignore_ascii_case("<table") {
        return None;
    }
    // The closing tag found before still serves when it lies ahead, which keeps many open tags linear.
    let is_closing = |line: &&str| line.to_ascii_lowercase().contains("</table>");
    if closing.is_none_or(|end| end < at) {
        let found = source[at..].iter().take(LONGEST_TABLE).position(is_closing);
        *closing = Some(found.map_or(usize::MAX, |i| at + i));
    }
    closing.filter(|end| *end != usize::MAX).map(|end| end + 1)
}

fn push_tables(lines: &mut Vec<Line>, source: &[&str]) {
    if markdown::is_row(source[0]) {
        lines.push(Line::table(markdown::table(source)));
        return;
    }
    let piece = source.join("\n");
    let tables = html::tables(&piece);
    if tables.is_empty() {
        lines.extend(html::text(&piece));
    }
    lines.extend(tables.into_iter().map(|mut rows| {
        for cell in rows.rows.iter_mut().flatten() {
            *cell = fold(&markdown::plain(cell));
        }
        Line::table(rows)
    }));
}

fn one(line: &str, gap: bool) -> Option<Line> {
    let indent = indent(line);
    let trimmed = line.trim();
    if let Some((level, words)) = markdown::heading(trimmed) {
        let text = fold(&markdown::plain(words));
        return Some(Line { text, indent, gap: true, kind: LineKind::Heading(level) });
    }
    let text = fold(&markdown::plain(&tags_off(trimmed)));
    if text.is_empty() {
        return None;
    }
    let bold = markdown::is_bold(trimmed) && !text.ends_with(['.', '。']);
    let kind = if bold { LineKind::Heading(3) } else { LineKind::Text };
    Some(Line { text, indent, gap, kind })
}

/// Inline HTML in text goes; what is no tag, such as `<행사 개요>`, stays.
fn tags_off(line: &str) -> String {
    const TAGS: [&str; 15] = [
        "p", "br", "u", "b", "i", "em", "strong", "sup", "sub", "span", "div", "center", "font",
        "a", "img",
    ];
    if !line.contains('<') {
        return line.to_owned();
    }
    let mut kept = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(start) = rest.find('<') {
        kept.push_str(&rest[..start]);
        rest = &rest[start..];
        let inside = rest[1..].trim_start_matches('/');
        let name_end = inside.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inside.len());
        // Looked for only behind a tag's name, and not again once there is none, an end costs its length.
        if !TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(&inside[..name_end])) {
            kept.push('<');
            rest = &rest[1..];
            continue;
        }
        let Some(end) = rest.find('>') else { break };
        rest = &rest[end + 1..];
    }
    kept.push_str(rest);
    kept
}

fn indent(line: &str) -> usize {
    let mut columns = 0;
    for c in line.chars() {
        match c {
            '\t' => columns += TAB,
            '\u{3000}' => columns += 2,
            c if c.is_whitespace() => columns += 1,
            _ => break,
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_know_gap_and_indent() {
        let lines = read("a\n\n  b\r\n\tc <!-- no\nno --> d").lines;
        let shown: Vec<_> = lines.iter().map(|l| (l.text.as_str(), l.gap, l.indent)).collect();
        assert_eq!(shown, [("a", true, 0), ("b", true, 2), ("c d", false, 4)]);
    }

    #[test]
    fn tables_of_both_kinds_are_kept() {
        let lines = read("x\n| a | b |\n|---|---|\n| 1 | 2 |\n<table>\n<tr><td>c</td>\n<td>d</td></tr></table>\ny").lines;
        let LineKind::Table(first) = &lines[1].kind else { panic!() };
        let LineKind::Table(second) = &lines[2].kind else { panic!() };
        assert_eq!(first.rows.len(), 2);
        assert_eq!(second.rows, [["c", "d"]]);
        assert_eq!(lines[3].text, "y");
    }

    #[test]
    fn a_line_in_angle_brackets_is_no_tag() {
        assert_eq!(read("<행사 개요>").lines[0].text, "<행사 개요>");
        assert_eq!(read("<p>a <b>c</b></p>").lines[0].text, "a c");
    }

    #[test]
    fn pictures_in_text_are_left_out() {
        let data = "iVBORw0KGgo=".repeat(20_000);
        let page = format!(
            "a ![x](data:image/png;base64,{data})\n<img src=\"data:image/png;base64,{data}\"> b\n\
             ![][image1]\n[image1]: <data:image/png;base64,{data}>\n[1]: data:{data}\n[1]: c\n"
        );
        let lines = read(&page).lines;
        let shown: Vec<_> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(shown, ["a", "b", "[1]: c"]);
    }
}
