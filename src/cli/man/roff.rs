//! A manual page written in the few requests of the man macros that every formatter knows.

use std::fmt::Write as _;

/// A page being written.
pub struct Roff(String);

impl Roff {
    /// An empty page of section 1; `source` names the program with its version.
    pub fn new(source: &str) -> Self {
        let source = quoted(source);
        Self(format!(".TH PRESSROOM 1 \"\" {source} \"User Commands\"\n.nh\n"))
    }

    /// A heading.
    pub fn section(&mut self, title: &str) {
        self.request("SH", title);
    }

    /// A heading below it.
    pub fn subsection(&mut self, title: &str) {
        self.request("SS", title);
    }

    /// A paragraph.
    pub fn plain(&mut self, words: &str) {
        if self.0.lines().last().is_some_and(|line| !line.starts_with(".S")) {
            self.0.push_str(".PP\n");
        }
        self.line(&marked(&one_line(words)));
    }

    /// A term and what is said of it.
    pub fn item(&mut self, term: &str, words: &str) {
        self.0.push_str(".TP\n");
        self.line(&format!("\\fB{}\\fR", escaped(term)));
        self.line(&marked(&one_line(words)));
    }

    /// Lines as they stand.
    pub fn verbatim(&mut self, text: &str) {
        self.0.push_str(".PP\n.nf\n");
        for line in text.lines() {
            self.line(&marked(line));
        }
        self.0.push_str(".fi\n");
    }

    /// A line of its own, in bold.
    pub fn verbatim_bold(&mut self, text: &str) {
        self.line(&format!("\\fB{}\\fR", escaped(text)));
        self.0.push_str(".br\n");
    }

    /// The page.
    pub fn finish(self) -> String {
        self.0.replace(".br\n.SH", ".SH")
    }

    fn request(&mut self, name: &str, title: &str) {
        self.line(&format!(".{name} {}", escaped(title)));
    }

    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A line with what stands in backticks in bold instead.
fn marked(words: &str) -> String {
    let parts: Vec<&str> = words.split('`').collect();
    // An odd one out marks nothing.
    if parts.len().is_multiple_of(2) {
        return escaped(words);
    }
    let mut line = String::new();
    for (at, part) in parts.into_iter().enumerate() {
        match at % 2 {
            1 => {
                let _ = write!(line, "\\fB{}\\fR", escaped(part));
            }
            // Only what begins the line could be a request.
            _ if at > 0 => line.push_str(&escaped(&format!("x{part}"))[1..]),
            _ => line = escaped(part),
        }
    }
    line
}

/// Text in which nothing is a request, and no hyphen is a dash.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\\' => escaped.push_str("\\(rs"),
            '-' => escaped.push_str("\\-"),
            '\'' if escaped.is_empty() => escaped.push_str("\\(aq"),
            '.' if escaped.is_empty() => escaped.push_str("\\&."),
            '^' => escaped.push_str("\\(ha"),
            '~' => escaped.push_str("\\(ti"),
            '`' => escaped.push_str("\\(ga"),
            c if c.is_ascii() => escaped.push(c),
            c => {
                let _ = write!(escaped, "\\[u{:04X}]", u32::from(c));
            }
        }
    }
    escaped
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text).replace('"', "\\(dq"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_taken_for_a_request() {
        let mut roff = Roff::new("x 1");
        roff.section("A");
        roff.plain(".not a request");
        roff.item("\\x", "'neither");
        roff.plain("see `a-b`. `c`");
        roff.verbatim("--z\n  .y");
        assert_eq!(
            roff.finish(),
            ".TH PRESSROOM 1 \"\" \"x 1\" \"User Commands\"\n.nh\n.SH A\n\\&.not a request\n.TP\n\
             \\fB\\(rsx\\fR\n\\(aqneither\n.PP\nsee \\fBa\\-b\\fR. \\fBc\\fR\n.PP\n.nf\n\\-\\-z\n  .y\n.fi\n"
        );
    }
}
