//! RON of a person's own, taken apart into names and values that still know where they stand: serde
//! gives no positions, and only a part that is borrowed from its source has one.

use std::borrow::Cow;
use std::fmt;

use ron::error::{Position, SpannedError};
use ron::extensions::Extensions;
use ron::value::RawValue;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

/// Something wrong in a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong, in a sentence.
    pub message: String,
    /// What was probably meant.
    pub suggestion: Option<String>,
}

impl Problem {
    /// What is wrong with a part of a source.
    pub fn of(source: &str, part: &str, message: String, suggestion: Option<&str>) -> Self {
        let (line, column) = position(source, part);
        Self { line, column, message, suggestion: suggestion.map(String::from) }
    }

    /// What the parser says of a part of a source.
    pub fn of_parser(source: &str, part: &str, error: &SpannedError) -> Self {
        let (line, column) = position(source, part);
        let Position { line: below, col } = error.span.start;
        let column = if below == 1 { column + col - 1 } else { col };
        let message = words(&error.code);
        Self { line: line + below - 1, column, message, suggestion: None }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}", self.line, self.column, self.message)?;
        match &self.suggestion {
            Some(suggestion) => write!(out, "; did you mean `{suggestion}`?"),
            None => Ok(()),
        }
    }
}

/// Line and column, from 1, of a part that is borrowed from a source.
pub fn position(source: &str, part: &str) -> (usize, usize) {
    let offset = part.as_ptr().addr().saturating_sub(source.as_ptr().addr());
    let before = source.get(..offset).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

/// What the parser means, for people who write a file.
fn words(error: &ron::Error) -> String {
    use ron::Error as E;
    let expected = match error {
        E::ExpectedComma => "a comma",
        E::ExpectedMapColon => "a colon",
        E::ExpectedArray => "`[`",
        E::ExpectedArrayEnd => "`]`",
        E::ExpectedMap => "`{`",
        E::ExpectedMapEnd => "`}`",
        E::ExpectedStructLike | E::ExpectedNamedStructLike(_) => "`(`",
        E::ExpectedOptionEnd | E::ExpectedStructLikeEnd => "`)`",
        E::ExpectedString => "a text in quotes",
        E::ExpectedIdentifier => "a name",
        E::TrailingCharacters => "the end of the file",
        E::InvalidValueForType { expected, .. } => expected,
        E::ExpectedDifferentStructName { expected, found } => {
            return format!("`{expected}` is expected here, not `{found}`");
        }
        E::UnexpectedChar(found) => return format!("`{found}` is not expected here"),
        E::NoSuchExtension(name) => return format!("there is no RON extension `{name}`"),
        E::Eof => return "the file ends too early".to_owned(),
        E::ExpectedStringEnd => {
            return "quotation marks are opened here and never closed".to_owned();
        }
        E::UnclosedBlockComment => return "a comment is opened here and never closed".to_owned(),
        E::ExceededRecursionLimit => return "this is nested too deeply".to_owned(),
        error => return format!("this is not as it should be: {error}"),
    };
    format!("{expected} is expected here")
}

/// A value with its name, both as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The name.
    pub name: &'a str,
    /// The value, without the blanks and comments around it.
    pub value: &'a str,
}

/// What holds entries.
#[derive(Clone, Copy, Debug)]
pub enum Holder {
    /// `(…)`, with this name before it or none.
    Struct(&'static str),
    /// `{…}`.
    Map,
}

/// The entries that a part of a source holds, up to the first place where it is no RON, and what is
/// wrong there. `like` says how they are written. A part of comments alone holds none.
pub fn entries<'a>(
    source: &'a str,
    part: &'a str,
    holder: Holder,
    like: &'static str,
) -> (Vec<Entry<'a>>, Option<Problem>) {
    let mut entries = Vec::new();
    let error = collect(part, Collector { holder, like, into: &mut entries }).err();
    let problem = error.map(|error| Problem::of_parser(source, part, &error));
    (entries, problem)
}

fn collect<'a>(part: &'a str, collector: Collector<'_, 'a>) -> Result<(), SpannedError> {
    let mut deserializer = ron::Deserializer::from_str(part)?;
    if deserializer.end().is_ok() {
        return Ok(());
    }
    let outcome = collector.deserialize(&mut deserializer).and_then(|()| deserializer.end());
    outcome.map_err(|error| deserializer.span_error(error))
}

/// A value of which only a part of the source is known; `Some(…)` need not be written.
///
/// # Errors
/// What the parser says of it.
pub fn value<'a, T: Deserialize<'a>>(source: &str, part: &'a str) -> Result<T, Problem> {
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    options.from_str(part).map_err(|error| Problem::of_parser(source, part, &error))
}

struct Collector<'into, 'a> {
    holder: Holder,
    like: &'static str,
    into: &'into mut Vec<Entry<'a>>,
}

impl<'de> DeserializeSeed<'de> for Collector<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.holder {
            Holder::Struct(name) => deserializer.deserialize_struct(name, &[], self),
            Holder::Map => deserializer.deserialize_map(self),
        }
    }
}

impl<'de> Visitor<'de> for Collector<'_, 'de> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.like)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(Name(name)) = map.next_key()? {
            let value: &RawValue = map.next_value()?;
            self.into.push(Entry { name, value: value.trim().get_ron() });
        }
        Ok(())
    }
}

/// A bare word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name<'a>(pub &'a str);

/// A string; owned if it has escapes, and then its place is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted<'a>(pub Cow<'a, str>);

impl<'a> Quoted<'a> {
    /// The part of the source it was read from, if that is known.
    pub fn place(&self) -> Option<&'a str> {
        match self.0 {
            Cow::Borrowed(part) => Some(part),
            Cow::Owned(_) => None,
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Name<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match deserializer.deserialize_identifier(Words("a name"))? {
            Cow::Borrowed(name) => Ok(Self(name)),
            Cow::Owned(_) => Err(D::Error::custom("a name is expected here")),
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Quoted<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Words("a text in quotes")).map(Self)
    }
}

/// Takes a word or string from the source itself where it can.
struct Words(&'static str);

impl<'de> Visitor<'de> for Words {
    type Value = Cow<'de, str>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.0)
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIKE: &str = "entries, as in `(a: 1)`";

    fn read(source: &str) -> (Vec<(&str, &str)>, Option<String>) {
        let (entries, problem) = entries(source, source, Holder::Struct("It"), LIKE);
        let pairs = entries.iter().map(|entry| (entry.name, entry.value)).collect();
        (pairs, problem.map(|problem| problem.to_string()))
    }

    #[test]
    fn values_are_taken_as_written() {
        let pairs = vec![("a", "[1, 2]"), ("b", "\"ü\"")];
        assert_eq!(read("It(a: /* one */ [1, 2], b: \"ü\", // two\n)"), (pairs, None));
        assert_eq!(read("// nothing"), (vec![], None));
    }

    #[test]
    fn what_stands_before_a_broken_place_is_read_and_the_rest_told_in_our_words() {
        for (source, count, said) in [
            ("(a: 1, b 2)", 1, "1:9: a colon is expected here"),
            ("(a: 1 b: 2)", 1, "1:7: a comma is expected here"),
            ("(a: 1) x", 1, "1:7: the end of the file is expected here"),
            ("(a: 1", 1, "1:5: a comma is expected here"),
            ("(a: ", 0, "1:4: the file ends too early"),
            ("Is(a: 1)", 0, "1:1: `It` is expected here, not `Is`"),
            ("(\"a\": 1)", 0, "1:2: a name is expected here"),
        ] {
            let (pairs, problem) = read(source);
            assert_eq!((pairs.len(), problem.as_deref()), (count, Some(said)), "{source}");
        }
    }

    #[test]
    fn a_value_knows_its_place_in_the_whole() {
        let source = "(\n  a: (b: [1,\n 2 3]))";
        let (outer, _) = entries(source, source, Holder::Struct("It"), LIKE);
        assert_eq!(outer, []);
        let source = "(\n  a: (b: [1,\n \"x\"]))";
        let (outer, _) = entries(source, source, Holder::Struct("It"), LIKE);
        let (inner, _) = entries(source, outer[0].value, Holder::Struct("In"), LIKE);
        assert_eq!(position(source, inner[0].value), (2, 10));
        let problem = value::<Vec<u8>>(source, inner[0].value).expect_err("no number");
        assert_eq!((problem.line, problem.column), (3, 2));
    }
}
