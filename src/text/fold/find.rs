//! Finding words or a pattern in a text, as a reader means them.

use std::ops::Range;

use regex::{Regex, RegexBuilder};
use thiserror::Error;

use super::{Case, search};
use crate::text::sanitize::plain_ascii;

/// How a query is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// As the words to find.
    #[default]
    Plain,
    /// As a regular expression.
    Regex,
}

/// Why a query cannot be searched for.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FindError {
    /// Not a regular expression, as yet or at all.
    #[error("not a pattern: {0}")]
    Pattern(String),
    /// Would take too much memory.
    #[error("the pattern is too large; use fewer repetitions")]
    TooLarge,
}

/// A query made ready. A capital letter in it makes it mind capitals.
#[derive(Clone, Debug)]
pub struct Finder {
    case: Case,
    /// For texts that are their own folded form, but for capitals.
    direct: Option<Regex>,
    /// For folded texts.
    folded: Option<Regex>,
}

/// Bytes a compiled pattern may take.
const MOST_MEMORY: usize = 1 << 20;

impl Finder {
    /// Makes a query ready. A query of nothing but white space finds nothing.
    ///
    /// # Errors
    /// When a pattern is faulty or too large, in words for a reader.
    pub fn new(query: &str, mode: Mode) -> Result<Finder, FindError> {
        let case = smart_case(query, mode);
        if query.trim().is_empty() {
            return Ok(Finder { case, direct: None, folded: None });
        }
        match mode {
            Mode::Plain => Finder::plain(&search(query, case).text, case),
            Mode::Regex => {
                let pattern = compile(&fold_pattern(query, case), case)?;
                Ok(Finder { case, direct: Some(pattern.clone()), folded: Some(pattern) })
            }
        }
    }

    fn plain(words: &str, case: Case) -> Result<Finder, FindError> {
        if words.is_empty() {
            return Ok(Finder { case, direct: None, folded: None });
        }
        let literal = regex::escape(words);
        // Without Unicode's long list of equal letters the search for ASCII words is faster.
        let direct =
            if words.is_ascii() { Some(compile(&format!("(?-u:{literal})"), case)?) } else { None };
        Ok(Finder { case, direct, folded: Some(compile(&literal, Case::Keep)?) })
    }

    /// The parts of a text that match, in bytes, in order, none empty, none overlapping.
    pub fn find_in(&self, source: &str) -> Vec<Range<u32>> {
        let mut found: Vec<Range<u32>> = Vec::new();
        self.each_match(source, |range| {
            let fresh = found.last().is_none_or(|last| last.end <= range.start as u32);
            if fresh && range.start < range.end {
                found.push(range.start as u32..range.end as u32);
            }
            true
        });
        found
    }

    /// Whether anything in the text matches.
    pub fn is_match(&self, source: &str) -> bool {
        let mut any = false;
        self.each_match(source, |range| {
            any = !range.is_empty();
            !any
        });
        any
    }

    /// Hands out matches as parts of the source while `go_on` says so.
    fn each_match(&self, source: &str, mut go_on: impl FnMut(Range<usize>) -> bool) {
        if plain_ascii(source.as_bytes()) == source.len() {
            let Some(direct) = &self.direct else { return };
            direct.find_iter(source).all(|found| go_on(found.range()));
            return;
        }
        let Some(pattern) = &self.folded else { return };
        let folded = search(source, self.case);
        pattern
            .find_iter(&folded.text)
            .all(|found| found.is_empty() || go_on(folded.source_range(found.range())));
    }
}

fn compile(pattern: &str, case: Case) -> Result<Regex, FindError> {
    RegexBuilder::new(pattern)
        .case_insensitive(case == Case::Ignore)
        .size_limit(MOST_MEMORY)
        .dfa_size_limit(MOST_MEMORY)
        .nest_limit(50)
        .build()
        .map_err(|error| match error {
            regex::Error::CompiledTooBig(_) => FindError::TooLarge,
            error => FindError::Pattern(in_words(last_line(&error.to_string())).to_owned()),
        })
}

/// The crate's message draws the pattern with a caret; its last line says what is wrong.
fn last_line(message: &str) -> &str {
    let line = message.lines().last().unwrap_or_default();
    line.strip_prefix("error: ").unwrap_or(line)
}

/// The same for readers, of what they come by while they type.
fn in_words(message: &str) -> &str {
    match message {
        "unclosed group" => "a `(` is not closed",
        "unopened group" => "a `)` was not opened",
        "unclosed character class" => "a `[` is not closed",
        "unclosed counted repetition" => "a `{` is not closed",
        "repetition operator missing expression" => "nothing stands before what repeats it",
        "incomplete escape sequence, reached end of pattern prematurely" => {
            "nothing stands behind the last `\\`"
        }
        "unrecognized escape sequence" => "a `\\` stands before what it gives no meaning",
        other => other,
    }
}

fn smart_case(query: &str, mode: Mode) -> Case {
    let mut capital = false;
    let mut chars = query.chars();
    while let Some(c) = chars.next() {
        if mode == Mode::Regex && c == '\\' {
            skip_escape(&mut chars);
            continue;
        }
        capital |= c.is_uppercase();
    }
    if capital { Case::Keep } else { Case::Ignore }
}

/// `\W` or `\pL` or `\p{Lu}` is no capital letter anybody searches for.
fn skip_escape(chars: &mut std::str::Chars<'_>) {
    if let Some('p' | 'P' | 'x' | 'u' | 'U') = chars.next() {
        let mut rest = chars.clone();
        match rest.next() {
            Some('{') => while chars.next().is_some_and(|c| c != '}') {},
            _ => *chars = rest,
        }
    }
}

/// A pattern for folded texts: letters beyond ASCII folded as the texts are. What folds to a
/// sign of the pattern language is meant as itself.
fn fold_pattern(pattern: &str, case: Case) -> String {
    let mut folded = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some(at) = rest.find(|c: char| !c.is_ascii()) {
        folded.push_str(&rest[..at]);
        let end = rest[at..].find(|c: char| c.is_ascii()).map_or(rest.len(), |len| at + len);
        folded.push_str(&regex::escape(&search(&rest[at..end], case).text));
        rest = &rest[end..];
    }
    folded.push_str(rest);
    folded
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(query: &str, mode: Mode, source: &str, found: &[&str]) {
        let finder = Finder::new(query, mode).unwrap();
        let parts: Vec<&str> = finder
            .find_in(source)
            .iter()
            .map(|range| &source[range.start as usize..range.end as usize])
            .collect();
        assert_eq!(parts, found, "{query:?}");
        assert_eq!(finder.is_match(source), !found.is_empty());
    }

    #[test]
    fn small_letters_find_all_capitals_only_capitals() {
        check("rok", Mode::Plain, "ROK and rok", &["ROK", "rok"]);
        check("ROK", Mode::Plain, "ROK and rok", &["ROK"]);
        check("élysée", Mode::Plain, "Elysee, Élysée", &["Elysee", "Élysée"]);
        check("étÉ", Mode::Plain, "été étÉ", &["étÉ"]);
    }

    #[test]
    fn words_are_found_across_the_layout_of_the_file() {
        check(
            "two sides",
            Mode::Plain,
            "The two\n  sides, two sides",
            &["two\n  sides", "two sides"],
        );
        check(" two  sides ", Mode::Plain, "The two sides", &["two sides"]);
        check("minister's", Mode::Plain, "the Minister’s", &["Minister’s"]);
        check(
            "외교부",
            Mode::Plain,
            "\u{110B}\u{116C}\u{1100}\u{116D}부와 외교부",
            &["\u{110B}\u{116C}\u{1100}\u{116D}부", "외교부"],
        );
        check("f", Mode::Plain, "eﬀect", &["ﬀ"]);
        check("", Mode::Plain, "a", &[]);
        check("\u{200B}", Mode::Plain, "a\u{200B}", &[]);
        check("한", Mode::Plain, "ascii only", &[]);
    }

    #[test]
    fn signs_of_patterns_mean_themselves_in_words() {
        check("2.16", Mode::Plain, "US$2.16, 2x16", &["2.16"]);
        check("(a", Mode::Plain, "f(a)", &["(a"]);
        check("$2", Mode::Plain, "“US$2”", &["$2"]);
    }

    #[test]
    fn patterns_work_on_what_a_reader_sees() {
        check(
            r"\d+ (million|billion)",
            Mode::Regex,
            "2 Billion, 3\nmillion",
            &["2 Billion", "3\nmillion"],
        );
        check(r"\W", Mode::Regex, "A-b", &["-"]);
        check(r"été+", Mode::Regex, "Étéé!", &["Étéé"]);
        check("straß", Mode::Regex, "Straße, STRASSE", &["Straß", "STRASS"]);
        check("x*", Mode::Regex, "axxb", &["xx"]);
        check("（", Mode::Regex, "f(x)（y", &["(", "（"]);
        check(r"\p{", Mode::Plain, r"\p{", &[r"\p{"]);
    }

    #[test]
    fn a_faulty_pattern_is_told_in_words() {
        let error = Finder::new("(a", Mode::Regex).unwrap_err();
        assert_eq!(error.to_string(), "not a pattern: a `(` is not closed");
        assert_eq!(Finder::new("(a{1000}){1000}", Mode::Regex).unwrap_err(), FindError::TooLarge);
    }

    proptest! {
        #[test]
        fn a_part_of_a_text_is_found_in_it(
            pieces in prop::collection::vec(
                "[a-cA é\n.]|e\u{301}|[Ａß“ﬁ]|가|\u{1100}\u{200D}?\u{1161}|b\u{AD}", 1..20),
            from in 0usize..20,
            len in 1usize..6,
        ) {
            let source = pieces.concat();
            let from = from % pieces.len();
            let query = pieces[from..pieces.len().min(from + len)].concat();
            prop_assume!(!query.trim().is_empty());
            let finder = Finder::new(&query, Mode::Plain).unwrap();
            prop_assert!(finder.is_match(&source), "{:?} in {:?}", query, source);
        }

        #[test]
        fn matches_are_in_order_on_characters(source in "[aAb éﬀ“가\u{1100}\u{1161}\n]{0,20}", query in "[aeéfﬀ\" 가]{1,3}") {
            let finder = Finder::new(&query, Mode::Plain).unwrap();
            let mut last = 0;
            for range in finder.find_in(&source) {
                prop_assert!(last <= range.start && range.start < range.end);
                prop_assert!(source.get(range.start as usize..range.end as usize).is_some());
                last = range.end;
            }
        }
    }
}
