//! A saved page to lines: the part that holds the text is found, menus and scripts are left out,
//! headings, lists and tables are kept.
//!
//! The reader makes no tree that a page could make deep or wide: elements are counted in one pass, so
//! that any megabyte is read in the time of a megabyte.

mod content;
mod entity;
mod flow;
mod table;
mod token;

use super::lines::{Line, LineKind, Rows, Sheet, fold};

/// Reads a page.
pub fn read(page: &str) -> Sheet {
    let flow = flow::read(page);
    let lines = content::choose(&flow);
    Sheet {
        title: heading(&lines).or_else(|| flow.meta.title()),
        published: flow.meta.published.clone(),
        language: flow.meta.language.clone(),
        source: flow.meta.source.clone(),
        site: flow.meta.site.clone(),
        lines,
        doubts: Vec::new(),
        is_cut: flow.is_cut,
    }
}

/// Text with its character references resolved.
pub fn resolve(text: &str) -> String {
    entity::resolve(text).into_owned()
}

/// The tables of a piece of HTML inside other text.
pub fn tables(piece: &str) -> Vec<Rows> {
    let lines = flow::read(piece).lines;
    let table = |line: flow::Placed| match line.line.kind {
        LineKind::Table(rows) => Some(rows),
        _ => None,
    };
    lines.into_iter().filter_map(table).collect()
}

/// The text of a piece of HTML inside other text, line by line.
pub fn text(piece: &str) -> Vec<Line> {
    flow::read(piece).lines.into_iter().map(|placed| placed.line).collect()
}

/// The page's only heading of the first level, when there is just one.
fn heading(lines: &[Line]) -> Option<String> {
    let mut first = lines.iter().filter(|line| line.kind == LineKind::Heading(1));
    let only = first.next()?;
    first.next().is_none().then(|| fold(&only.text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::lines::tests::shown;

    #[track_caller]
    fn check(page: &str, expected: &[&str]) {
        assert_eq!(shown(&read(page)), expected);
    }

    #[test]
    fn paragraphs_headings_and_lists_are_lines() {
        check(
            "<h1>Title</h1><p>One <b>two</b>\nthree<br>four<ul><li>a<li>b<ol><li>c</ol></ul>",
            &["h1 Title", "One two three", "four", "0- a", "0- b", "1:1. c"],
        );
    }

    #[test]
    fn tables_are_kept_and_layout_tables_are_not() {
        check(
            "<table><tr><th>A<th>B<tr><td rowspan=2>1<td>2<tr><td>3</table>",
            &["A|B / 1|2 / |3"],
        );
        check("<table><tr><td><p>One</p><p>Two</p></td></tr></table>", &["One", "Two"]);
        let deep = |depth: usize| {
            let open = "<table><tr><td>".repeat(depth);
            format!("{open}<p>In</p>{}", "</td></tr></table>".repeat(depth))
        };
        let page = format!("<table><tr><td>A<td>{}<td>B<tr><td>1<td>2<td>3</table>", deep(40));
        check(&page, &["A", "In", "B", "1", "2", "3"]);
    }

    #[test]
    fn menus_footers_and_scripts_are_left_out() {
        let long =
            "The two sides met in the capital and spoke of trade, energy and security. ".repeat(3);
        let page = format!(
            "<html lang=en><head><title>T | Site</title><meta property='article:published_time' \
             content='2024-05-01T09:00'></head><body><nav><a href=/>Home</a></nav><div class='gnb \
             menu'><ul><li><a href=/a>A</a></ul></div><main><p>{long}</p></main>\
             <footer>© Ministry</footer><script>var x = '<p>no</p>';</script></body></html>"
        );
        let sheet = read(&page);
        assert_eq!(sheet.lines.len(), 1);
        assert_eq!(sheet.title.as_deref(), Some("T"));
        assert_eq!(sheet.language.as_deref(), Some("en"));
        assert_eq!(sheet.published.as_deref(), Some("2024-05-01T09:00"));
    }

    #[test]
    fn pictures_and_drawings_inside_a_page_are_no_text() {
        let data = "iVBORw0KGgo=".repeat(20_000);
        let page = format!(
            "<head><title>Two Sides Meet | Site</title><link rel=icon href='data:image/x-icon;base64,{data}'>\
             </head><svg><title>Logo</title><path d='M{data}'/><text>Site</text></svg><svg/><p>One\
             <img src='data:image/png;base64,{data}'> two<p style=\"background:url('data:,{data}')\">\
             Three<svg><text>no<p>Four</svg>"
        );
        check(&page, &["One two", "Three", "Four"]);
        assert_eq!(read(&page).title.as_deref(), Some("Two Sides Meet"));
    }

    #[test]
    fn title_and_day_are_taken_from_before_the_text() {
        let text = "The two sides met in the capital and spoke of trade and energy. ".repeat(4);
        let page = format!(
            "<div class=symbol>SC/15</div><div>4 October 2023</div><h1>Two Sides Meet</h1><div class=body><p>{text}</p></div>"
        );
        check(&page, &["h1 Two Sides Meet", "2023-10-04", text.trim()]);
    }

    #[test]
    fn a_wrapper_that_holds_the_text_is_kept_whatever_it_is_called() {
        let text = "The two sides met in the capital and spoke of trade and energy. ".repeat(4);
        let text = text.trim();
        let menu = "<div class='nav'><p>Home</p></div>";
        for wrapper in [
            "<div class='content-sidebar-wrap'><main>",
            "<div class='relative overflow-hidden'>",
            "<div class='page-tools'><div class='quick hidden'>",
            "<form id=form1>",
        ] {
            check(&format!("{wrapper}{menu}<p>{text}</p>"), &[text]);
        }
        let short = "The two sides met.";
        let notice = format!("<div class=cookies><p>{text}</p></div>");
        check(&format!("<main><p>{short}</p></main>{notice}"), &[short]);
        check(&format!("<h1>{short}</h1><p>{text}</p>{notice}"), &[&format!("h1 {short}"), text]);
    }
}
