//! A source file as the rules of the architecture see it: its words without comments and strings.

use std::path::Path;

/// A source file below `src`.
pub struct Code {
    /// Its path without the extension: `reader/reading/find`.
    name: String,
    /// What it says, tests included.
    all: String,
    /// What it says before its tests.
    program: String,
}

impl Code {
    /// Reads a file.
    pub fn new(path: &Path, text: &str) -> Self {
        let name = path.with_extension("").to_string_lossy().replace('\\', "/");
        let all = without_comments_and_strings(text);
        let is_tests = path.file_stem().is_some_and(|name| name == "tests");
        let tests = if is_tests { 0 } else { all.find("#[cfg(test)]").unwrap_or(all.len()) };
        let program = all[..tests].to_owned();
        Self { name, all, program }
    }

    /// Its path without the extension.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The part of the program it belongs to.
    pub fn part(&self) -> &str {
        self.name.split('/').next().unwrap_or_default()
    }

    /// Whether it is one of these files, or in one of these folders.
    pub fn is_below(&self, places: &[&str]) -> bool {
        places.iter().any(|place| {
            self.name
                .strip_prefix(place)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    }

    /// Every path from the crate's root that it names, tests included: `reader::message`.
    pub fn uses(&self) -> Vec<String> {
        self.paths("crate")
    }

    /// Every path below a root that it names.
    pub fn paths(&self, root: &str) -> Vec<String> {
        let starts = words(&self.all, root).filter(|end| self.all[*end..].starts_with("::"));
        starts.flat_map(|end| branches(&self.all[end + 2..])).collect()
    }

    /// Whether `super` is said so often in a row that it leads out of the part.
    pub fn climbs_out(&self) -> bool {
        let depth = self.name.split('/').count();
        let longest = |text: &str| {
            let chain = |end: usize| {
                let mut rest = &text[end..];
                let mut count = 1;
                while let Some(after) = rest.strip_prefix("::super") {
                    (rest, count) = (after, count + 1);
                }
                count
            };
            words(text, "super").map(chain).max().unwrap_or(0)
        };
        longest(&self.program) >= depth || longest(&self.all) > depth
    }

    /// Whether it names a foreign path outside of tests, alone or in a group of imports.
    pub fn mentions_path(&self, path: &str) -> bool {
        let root = path.split("::").next().unwrap_or_default();
        words(&self.program, root).any(|end| {
            let before = self.program[..end - root.len()].trim_end();
            let follows = &self.program[end..];
            if before.ends_with("::") || !follows.starts_with("::") {
                return false;
            }
            let found = branches(&follows[2..]);
            found.iter().any(|rest| super::starts_with(&format!("{root}::{rest}"), path))
        })
    }

    /// Whether it says something outside of tests, as whole words.
    pub fn says(&self, word: &str) -> bool {
        words(&self.program, word).next().is_some()
    }
}

/// Where each occurrence of a word ends.
fn words<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    text.match_indices(word).filter_map(move |(start, _)| {
        let end = start + word.len();
        let apart = !text[..start].ends_with(is_part) && !text[end..].starts_with(is_part);
        apart.then_some(end)
    })
}

/// The paths that a tree of imports begins with, as deep as they are written: `a::{b::c, d}` is
/// `a::b::c` and `a::d`.
fn branches(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    branch(text.trim_start(), "", &mut found);
    found
}

/// Reads one path, with all that it splits into; returns what comes after it.
fn branch<'a>(text: &'a str, before: &str, found: &mut Vec<String>) -> &'a str {
    let end =
        text.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '*')).unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    let path = if before.is_empty() { name.to_owned() } else { format!("{before}::{name}") };
    if let Some(mut group) = text.strip_prefix('{') {
        loop {
            group = branch(group.trim_start(), before, found).trim_start();
            match group.strip_prefix(',') {
                Some(next) if !next.trim_start().starts_with('}') => group = next,
                _ => break,
            }
        }
        let group = group.trim_start_matches(',').trim_start();
        return group.strip_prefix('}').unwrap_or(group);
    }
    if let Some(next) = rest.strip_prefix("::") {
        return branch(next, &path, found);
    }
    found.push(path);
    rest
}

/// The text of a file with comments and what strings hold taken out.
fn without_comments_and_strings(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if rest.starts_with("//") {
            rest = rest.find('\n').map_or("", |end| &rest[end..]);
        } else if rest.starts_with("r\"") || rest.starts_with("r#") {
            let hashes = rest[1..].bytes().take_while(|byte| *byte == b'#').count();
            let close = format!("\"{}", "#".repeat(hashes));
            let start = (2 + hashes).min(rest.len());
            out.push_str("\"\"");
            rest = rest[start..].find(&close).map_or("", |end| &rest[start + end + close.len()..]);
        } else if first == '"' {
            out.push_str("\"\"");
            rest = after_string(&rest[1..]);
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\\"'") {
            out.push('\'');
            rest = rest[1..].find('\'').map_or("", |end| &rest[end + 2..]);
        } else {
            out.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    out
}

fn after_string(text: &str) -> &str {
    let mut escaped = false;
    for (at, character) in text.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return &text[at + 1..],
            _ => {}
        }
    }
    ""
}

#[test]
fn paths_are_read_out_of_imports_calls_and_groups_but_not_out_of_words() {
    let text = "//! crate::no::comment
        use crate::text::{Clean, sanitize::{Raw, Cleaned},};
        use std::sync::{Arc, mpsc::{self, Sender}};
        fn f() { crate::disk::read(\"crate::no::string\"); '\"'; r#\"crate::no \"raw\"#; crate::keys::K }
        #[cfg(test)] mod tests { use super::*; use crate::view::V; use std::fs; }";
    let code = Code::new(Path::new("reader/x.rs"), text);
    let uses = [
        "text::Clean",
        "text::sanitize::Raw",
        "text::sanitize::Cleaned",
        "disk::read",
        "keys::K",
        "view::V",
    ];
    assert_eq!(code.uses(), uses);
    assert!(code.mentions_path("std::sync::mpsc") && !code.mentions_path("std::fs"));
    assert!(!code.climbs_out());
    assert!(Code::new(Path::new("reader/x.rs"), "use super::super::view::V;").climbs_out());
    assert!(Code::new(Path::new("reader.rs"), "use super::view::V;").climbs_out());
}
