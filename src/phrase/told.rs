//! What other parts of the program say in English, said in Korean: what is wrong with a release, with
//! a file, with a call. Those parts know neither this table nor a language; a sentence is known again
//! by its words, and one that is not in the table stays as it is.
//!
//! A line of the table is a sentence with its parts: `"there is no block {at}" / "{at} 문단이 없습니다"`.
//! A part written `{kind!}` is itself a sentence of the table, else the line does not fit; one written
//! `{why?}` may be one. Particles are asked for as in phrases: `{name:은<}`. Where several lines fit, the
//! one made of nothing but known sentences counts, else the one with the most words of its own.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::sync::OnceLock;

use super::Language;
use super::particle;
use crate::text::Clean;

mod call;
mod check;
mod date;
mod fault;
mod file;
mod page;
mod settings;

/// A sentence and its Korean.
type Pair = (&'static str, &'static str);

const TABLES: [&[Pair]; 7] = [
    call::TEXTS,
    check::TEXTS,
    date::TEXTS,
    fault::TEXTS,
    file::TEXTS,
    page::TEXTS,
    settings::TEXTS,
];

/// How deep a sentence is looked for in a sentence.
const DEEPEST: usize = 6;

/// English words in a language, line by line.
pub fn told<'a>(english: &'a Clean<'_>, language: Language) -> Clean<'a> {
    if language == Language::English {
        return english.borrowed();
    }
    let lines: Vec<Cow<'_, str>> = english.split('\n').map(|line| said(line, DEEPEST)).collect();
    Clean::from_string(lines.join("\n"))
}

/// A sentence in Korean if it is in the table, else as it is.
fn said(english: &str, depth: usize) -> Cow<'_, str> {
    let known = depth.checked_sub(1).and_then(|depth| korean(english, depth));
    known.map_or(Cow::Borrowed(english), Cow::Owned)
}

fn korean(english: &str, depth: usize) -> Option<String> {
    let mut fitting: Vec<_> =
        lines().iter().filter_map(|line| Some((line, parts(&line.pieces, english)?))).collect();
    // What is made of known sentences alone is surely meant.
    let is_surely = |parts: &[Part<'_>]| parts.iter().all(|part| part.2 == Sentence::Yes);
    fitting.sort_by_key(|(line, parts)| (!is_surely(parts), Reverse(line.own)));
    fitting.into_iter().find_map(|(line, parts)| filled(line.korean, &parts, depth))
}

/// A line of the table, taken apart.
struct Line {
    pieces: Vec<Piece<'static>>,
    /// How many bytes of words it has of its own.
    own: usize,
    korean: &'static str,
}

/// The whole table, taken apart once it is needed.
fn lines() -> &'static [Line] {
    static LINES: OnceLock<Vec<Line>> = OnceLock::new();
    LINES.get_or_init(|| {
        let line = |(english, korean): &(&'static str, &'static str)| {
            let pieces: Vec<_> = pieces(english).collect();
            let words = |piece: &Piece<'_>| match piece {
                Piece::Words(words) => words.len(),
                Piece::Part { .. } => 0,
            };
            Line { own: pieces.iter().map(words).sum(), pieces, korean }
        };
        TABLES.into_iter().flatten().map(line).collect()
    })
}

/// A piece of a line: words of its own, or a part.
#[derive(Debug, PartialEq)]
enum Piece<'l> {
    Words(&'l str),
    Part { name: &'l str, sentence: Sentence, particle: Option<char> },
}

/// Whether a part is a sentence of its own.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Sentence {
    No,
    Maybe,
    Yes,
}

fn pieces(line: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = line;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some((part, behind)) = part(rest) {
            rest = behind;
            return Some(part);
        }
        let next = rest.char_indices().skip(1).find(|(at, _)| part(&rest[*at..]).is_some());
        let (words, behind) = rest.split_at(next.map_or(rest.len(), |(at, _)| at));
        rest = behind;
        Some(Piece::Words(words))
    })
}

/// The part at the beginning, and what follows it.
fn part(line: &str) -> Option<(Piece<'_>, &str)> {
    let (inside, behind) = line.strip_prefix('{')?.split_once('}')?;
    let (name, particle) = match inside.split_once(':') {
        Some((name, particle)) => (name, particle.chars().next()),
        None => (inside, None),
    };
    let (name, sentence) = match name.strip_suffix(['!', '?']) {
        Some(bare) if name.ends_with('!') => (bare, Sentence::Yes),
        Some(bare) => (bare, Sentence::Maybe),
        None => (name, Sentence::No),
    };
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase());
    is_name.then_some((Piece::Part { name, sentence, particle }, behind))
}

/// A part of a sentence: its name, its words, and whether they are a sentence.
type Part<'s> = (&'static str, &'s str, Sentence);

/// The parts of a sentence, if it is this line.
fn parts<'s>(line: &[Piece<'static>], english: &'s str) -> Option<Vec<Part<'s>>> {
    if let Some(Piece::Words(words)) = line.last()
        && !english.ends_with(words)
    {
        return None;
    }
    let mut found = Vec::new();
    let mut rest = english;
    let mut open = None;
    for (place, piece) in line.iter().enumerate() {
        match *piece {
            Piece::Part { name, sentence, .. } => open = Some((name, sentence)),
            Piece::Words(words) => {
                let at = match open {
                    None => rest.starts_with(words).then_some(0)?,
                    Some(_) if place + 1 == line.len() => rest.strip_suffix(words)?.len(),
                    Some(_) => rest.find(words)?,
                };
                if let Some((name, sentence)) = open.take() {
                    found.push((name, &rest[..at], sentence));
                }
                rest = &rest[at + words.len()..];
            }
        }
    }
    match open {
        Some((name, sentence)) => found.push((name, rest, sentence)),
        None if !rest.is_empty() => return None,
        None => {}
    }
    found.iter().all(|(_, words, _)| !words.is_empty()).then_some(found)
}

/// A Korean line with its parts, unless one of them must be known and is not.
fn filled(line: &str, parts: &[Part<'_>], depth: usize) -> Option<String> {
    let mut filled = String::new();
    for piece in pieces(line) {
        match piece {
            Piece::Words(words) => filled.push_str(words),
            Piece::Part { name, particle, .. } => {
                let (_, words, sentence) = parts.iter().find(|part| part.0 == name)?;
                let words = match sentence {
                    Sentence::No => Cow::Borrowed(*words),
                    Sentence::Maybe => said(words, depth),
                    Sentence::Yes => Cow::Owned(korean(words, depth.checked_sub(1)?)?),
                };
                filled.push_str(&words);
                filled.extend(particle.and_then(|letter| particle::behind(&words, letter)));
            }
        }
    }
    Some(filled)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[track_caller]
    fn check(english: &str, korean: &str) {
        let english = Clean::from_string(english.to_owned());
        assert_eq!(told(&english, Language::Korean), korean);
        assert_eq!(told(&english, Language::English), english);
    }

    #[test]
    fn a_sentence_is_said_with_its_parts() {
        check("there is no block `2.4`", "`2.4` 문단이 없습니다");
        check(
            "`어제` is no date: it is not written as EDTF",
            "`어제`는 날짜가 아닙니다: EDTF 표기가 아닙니다",
        );
        check("did you mean `2.1`?", "혹시 `2.1`입니까?");
    }

    #[test]
    fn a_sentence_in_a_sentence_is_said_too() {
        check("pressroom: a.ron: there is no such file", "pressroom: a.ron: 그런 파일이 없습니다");
        check(
            "the last item of `2` is `2.3`; the words stand in `2.1`",
            "`2`의 마지막 항목은 `2.3`입니다. 이 글은 `2.1`에 있습니다",
        );
        check(
            "row 2 has 1 cell, and the head row has 3",
            "2행에는 칸 1개가 있는데 머리행에는 3개가 있습니다",
        );
    }

    #[test]
    fn what_is_not_in_the_table_stays_as_it_is() {
        check("nobody ever said this", "nobody ever said this");
        check("{name} {} }{", "{name} {} }{");
        check("", "");
    }

    #[test]
    fn every_line_is_there_once_and_both_halves_have_the_same_parts() {
        let mut known = BTreeSet::new();
        for (english, korean) in TABLES.into_iter().flatten() {
            assert!(known.insert(english), "twice: {english}");
            let names = |line: &'static str| {
                let name = |piece| match piece {
                    Piece::Part { name, .. } => Some(name),
                    Piece::Words(_) => None,
                };
                pieces(line).filter_map(name).collect::<BTreeSet<_>>()
            };
            assert_eq!(names(english), names(korean), "{english}");
            let particle = |piece| matches!(piece, Piece::Part { particle: Some(_), .. });
            assert!(!pieces(english).any(particle), "{english}");
        }
    }
}
