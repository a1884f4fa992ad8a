//! HTML as tags and text, in one pass and without a tree: whatever a page does wrong, every byte is
//! looked at a bounded number of times.

use super::entity;

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token<'a> {
    /// `<name attributes>`.
    Open(Tag<'a>),
    /// `</name>`.
    Close(String),
    /// Text between tags, entities not yet resolved.
    Text(&'a str),
}

/// An opening tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag<'a> {
    /// Its name in lower case.
    pub name: String,
    attributes: &'a str,
}

/// Elements whose content is no markup.
const RAW: [&str; 5] = ["script", "style", "textarea", "noembed", "iframe"];

/// Splits a page.
pub fn tokens(page: &str) -> Tokens<'_> {
    Tokens { page, at: 0, spare: page.len() }
}

/// See [`tokens`].
pub struct Tokens<'a> {
    page: &'a str,
    at: usize,
    /// How many bytes may still be looked at in vain for the end of a tag.
    spare: usize,
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        while self.at < self.page.len() {
            let rest = &self.page[self.at..];
            if let Some(length) = skipped(rest) {
                self.at += length;
                continue;
            }
            if let Some((token, length)) = self.tag(rest) {
                self.at += length;
                if let Token::Open(open) = &token
                    && RAW.contains(&open.name.as_str())
                {
                    self.raw(&open.name.clone());
                }
                return Some(token);
            }
            return Some(self.text());
        }
        None
    }
}

impl<'a> Tokens<'a> {
    /// Text up to the next thing that may be a tag or a template's mark; at least one character.
    fn text(&mut self) -> Token<'a> {
        let rest = &self.page[self.at..];
        let first = rest.chars().next().map_or(1, char::len_utf8);
        let end = rest[first..].find(['<', '{']).map_or(rest.len(), |i| first + i);
        self.at += end;
        Token::Text(&rest[..end])
    }

    /// The tag at the start, and its length. It may hold a picture of any size; but what ends nowhere is no
    /// tag, and where a page has looked for such ends long enough, only near ones are looked for: that
    /// keeps a page of unclosed quotes linear.
    fn tag<'b>(&mut self, rest: &'b str) -> Option<(Token<'b>, usize)> {
        const NEAR: usize = 1 << 10;
        let inside = rest.strip_prefix('<')?;
        let (closing, inside) = match inside.strip_prefix('/') {
            Some(inside) => (true, inside),
            None => (false, inside),
        };
        if !inside.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let name_end = inside
            .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | ':' | '_')))
            .unwrap_or(inside.len());
        let name = inside[..name_end.min(64)].to_ascii_lowercase();
        let attributes = &inside[name_end..];
        let reach = if self.spare > 0 { attributes.len() } else { attributes.len().min(NEAR) };
        let end = tag_end(&attributes.as_bytes()[..reach])
            .inspect_err(|looked_at| self.spare = self.spare.saturating_sub(*looked_at))
            .ok()?;
        let length = rest.len() - attributes.len() + end + 1;
        let attributes = &attributes[..end];
        let token =
            if closing { Token::Close(name) } else { Token::Open(Tag { name, attributes }) };
        Some((token, length))
    }

    /// Leaves out what stands inside an element that holds no markup, and its closing tag.
    fn raw(&mut self, name: &str) {
        let rest = &self.page[self.at..];
        let mut from = 0;
        self.at += loop {
            let Some(found) = rest[from..].find("</").map(|i| from + i) else {
                break rest.len();
            };
            let tail = &rest[found + 2..];
            if tail.get(..name.len()).is_some_and(|t| t.eq_ignore_ascii_case(name)) {
                break tail.find('>').map_or(rest.len(), |i| found + 3 + i);
            }
            from = found + 2;
        };
    }
}

/// The length of a comment, declaration or template tag at the start.
fn skipped(rest: &str) -> Option<usize> {
    let to = |end: &str, from: usize| {
        rest[from..].find(end).map_or(rest.len(), |i| from + i + end.len())
    };
    if rest.starts_with("<!--") {
        return Some(to("-->", 4));
    }
    if rest.starts_with("<![CDATA[") {
        return Some(9);
    }
    if rest.starts_with("<!") || rest.starts_with("<?") {
        return Some(to(">", 2));
    }
    // A template's tag ends soon and on its line, else the brace is text.
    let template = [("{%", "%}"), ("{{", "}}"), ("{#", "#}")];
    let (_, end) = template.iter().find(|(start, _)| rest.starts_with(start))?;
    let near = &rest[..rest.floor_char_boundary(300)];
    let line = near.find('\n').unwrap_or(near.len());
    near[..line].find(end).map(|i| i + 2)
}

/// Where the tag's `>` stands, outside quoted values; else how many bytes were looked at in vain.
fn tag_end(attributes: &[u8]) -> Result<usize, usize> {
    let mut quote = None;
    let mut after_equals = false;
    for (i, b) in attributes.iter().copied().enumerate() {
        match (quote, b) {
            (Some(q), _) if q == b => quote = None,
            (None, b'"' | b'\'') if after_equals => quote = Some(b),
            (None, b'>') => return Ok(i),
            (None, b'<') => return Err(i),
            _ => {}
        }
        after_equals = b == b'=' || (after_equals && b.is_ascii_whitespace());
    }
    Err(attributes.len())
}

impl Tag<'_> {
    /// Whether it is its own closing tag, as in `<svg/>`.
    pub fn closes_itself(&self) -> bool {
        self.attributes.ends_with('/')
    }

    /// The value of an attribute, entities resolved; empty for one that has no value.
    pub fn attribute(&self, wanted: &str) -> Option<String> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            if rest.is_empty() {
                return None;
            }
            let end = rest
                .find(|c: char| c.is_whitespace() || c == '=' || c == '/')
                .unwrap_or(rest.len());
            let (name, after) = rest.split_at(end.max(1).min(rest.len()));
            let after = after.trim_start();
            let (value, after) = match after.strip_prefix('=') {
                Some(after) => value(after.trim_start()),
                None => ("", after),
            };
            if name.eq_ignore_ascii_case(wanted) {
                return Some(entity::resolve(value).into_owned());
            }
            rest = after;
        }
    }
}

fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            let end = inside.find(quote).unwrap_or(inside.len());
            return (&inside[..end], inside.get(end + 1..).unwrap_or_default());
        }
    }
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(page: &str) -> Vec<String> {
        tokens(page)
            .map(|token| match token {
                Token::Open(tag) => format!("<{}>", tag.name),
                Token::Close(name) => format!("</{name}>"),
                Token::Text(text) => text.to_owned(),
            })
            .collect()
    }

    #[test]
    fn tags_and_text_come_in_order() {
        assert_eq!(names("a<P class='x>y'>b</p ><br/>c"), ["a", "<p>", "b", "</p>", "<br>", "c"]);
        assert_eq!(names("1 < 2 <3"), ["1 ", "< 2 ", "<3"]);
    }

    #[test]
    fn a_tag_may_hold_a_picture_of_any_size() {
        let data = "iVBORw0KGgo=".repeat(200_000);
        for tag in [
            format!("<img src=\"data:image/png;base64,{data}\" alt=x>"),
            format!("<img src=data:image/png;base64,{data} alt=x>"),
            format!("<img style=\"background:url('data:image/png;base64,{data}')\">"),
            format!("<img src='data:image/svg+xml;utf8,<svg>{data}</svg>'/>"),
        ] {
            assert_eq!(names(&format!("a{tag}b")), ["a", "<img>", "b"]);
        }
    }

    #[test]
    fn tags_that_end_nowhere_are_text_and_cost_their_length() {
        assert_eq!(names("a <b c=\"d>e"), ["a ", "<b c=\"d>e"]);
        let page = "<a b=\"' c='".repeat(20_000);
        // Near ends are found still.
        assert_eq!(names(&format!("{page}<p>"))[19_999..], ["<a b=\"' c='", "<p>"]);
    }

    #[test]
    fn comments_templates_and_scripts_are_left_out() {
        assert_eq!(names("<!-- <p> -->{% block x %}a{{ b }}<!DOCTYPE html>"), ["a"]);
        assert_eq!(
            names("<style>p{}</STYLE>x<script>if (a<b)</script>y"),
            ["<style>", "x", "<script>", "y"]
        );
    }

    #[test]
    fn attributes_are_found_by_name() {
        let Some(Token::Open(tag)) = tokens("<a HREF = \"x&amp;y\" b c=d>").next() else {
            panic!()
        };
        assert_eq!(tag.attribute("href").as_deref(), Some("x&y"));
        assert_eq!(tag.attribute("b").as_deref(), Some(""));
        assert_eq!(tag.attribute("c").as_deref(), Some("d"));
        assert_eq!(tag.attribute("e"), None);
    }
}
