//! Text as quotes are compared: NFC, each run of white space one space. The way back to places in
//! the text as written is a second pass, so that even 10 MB of double spaces need no map.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc, is_nfc_quick};

/// The text folded; borrowed when folding changes nothing.
pub fn folded(text: &str) -> Cow<'_, str> {
    let changes = |(range, part): (Range<usize>, Part)| match part {
        Part::Same => false,
        Part::Space => &text[range] != " ",
        Part::Cluster => !is_nfc(&text[range]),
    };
    if !parts(text).any(changes) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for (range, part) in parts(text) {
        push(&mut out, &text[range], part);
    }
    Cow::Owned(out)
}

/// A quote folded, without white space at its ends.
pub fn quote(quote: &str) -> Cow<'_, str> {
    folded(quote.trim())
}

/// Turns places in the folded text into places in the text it was folded from.
///
/// What was folded together is one: a start inside it becomes its start, an end its end.
pub fn unfold(text: &str, ranges: &mut [Range<u32>]) {
    let starts = ranges.iter().enumerate().map(|(i, r)| (r.start, false, i));
    let ends = ranges.iter().enumerate().map(|(i, r)| (r.end, true, i));
    let mut places: Vec<(u32, bool, usize)> = starts.chain(ends).collect();
    places.sort_unstable();
    let mut next = places.into_iter().peekable();
    let mut at = 0_u32;
    let mut buffer = String::new();
    for (range, part) in parts(text) {
        buffer.clear();
        let same = part == Part::Same || !push(&mut buffer, &text[range.clone()], part);
        let len = if same { range.len() } else { buffer.len() } as u32;
        // An end belongs to the part before it, a start to the part after it.
        let is_here = |p: &(u32, bool, usize)| p.0 < at + len || (p.1 && p.0 == at + len);
        while let Some((place, is_end, i)) = next.next_if(is_here) {
            let raw = match (same, is_end) {
                (true, _) => range.start as u32 + (place - at),
                (false, true) => range.end as u32,
                (false, false) => range.start as u32,
            };
            if is_end {
                ranges[i].end = raw;
            } else {
                ranges[i].start = raw;
            }
        }
        at += len;
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A stretch that folding leaves as it is.
    Same,
    /// White space.
    Space,
    /// A character with others that may change together with it.
    Cluster,
}

/// Appends a part folded, and says whether that differs from the part.
fn push(out: &mut String, raw: &str, part: Part) -> bool {
    let start = out.len();
    match part {
        Part::Same => out.push_str(raw),
        Part::Space => out.push(' '),
        Part::Cluster => out.extend(raw.nfc()),
    }
    out[start..] != *raw
}

fn parts(text: &str) -> impl Iterator<Item = (Range<usize>, Part)> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (len, part) = part(&text[at..])?;
        let range = at..at + len;
        at = range.end;
        Some((range, part))
    })
}

fn part(rest: &str) -> Option<(usize, Part)> {
    let mut base = 0;
    for (i, c) in rest.char_indices() {
        if is_lone_space(rest, i, c) {
            base = i;
        } else if c.is_whitespace() {
            let space = || rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len());
            return Some(if i == 0 { (space(), Part::Space) } else { (i, Part::Same) });
        } else if starts_cluster(c) {
            base = i;
        } else {
            return Some(if base == 0 {
                (cluster(rest), Part::Cluster)
            } else {
                (base, Part::Same)
            });
        }
    }
    (!rest.is_empty()).then_some((rest.len(), Part::Same))
}

fn is_lone_space(rest: &str, at: usize, c: char) -> bool {
    c == ' ' && !rest[at + 1..].starts_with(char::is_whitespace)
}

fn cluster(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    chars.find(|(_, c)| starts_cluster(*c)).map_or(rest.len(), |(i, _)| i)
}

/// Whether normalisation never joins a character to what stands before it.
fn starts_cluster(c: char) -> bool {
    match c {
        '\0'..='\u{2FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' => true,
        _ => {
            c.is_whitespace()
                || canonical_combining_class(c) == 0
                    && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, words: &str, raw: &str) {
        let folded = folded(text);
        let start = folded.find(&*quote(words)).unwrap() as u32;
        let end = start + quote(words).len() as u32;
        let mut ranges = [start..end, start..end];
        unfold(text, &mut ranges);
        assert_eq!(&text[ranges[0].start as usize..ranges[0].end as usize], raw);
    }

    #[test]
    fn words_are_found_across_odd_spaces_and_forms() {
        check("the  two\u{A0}\n sides", "two sides", "two\u{A0}\n sides");
        check("a\tb\n1\t2", "b 1", "b\n1");
        check("cafe\u{301} au lait", "café", "cafe\u{301}");
        check("caf\u{e9} au lait", "cafe\u{301} au", "caf\u{e9} au");
        check("\u{1112}\u{1161}\u{11ab}국", "한국", "\u{1112}\u{1161}\u{11ab}국");
        check("x\u{212b}y", "Å", "x\u{212b}");
        check("a  b", "b", "b");
        check("q\u{307}\u{323} b", "q\u{323}\u{307}", "q\u{307}\u{323}");
    }

    #[test]
    fn plain_text_is_borrowed() {
        for text in ["", "a b", "café 한국 漢字", "é\u{323} b"] {
            assert!(matches!(folded(text), Cow::Borrowed(_)) == is_nfc(text), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn folding_is_nfc_with_single_spaces(text in "[a-c \t\n\u{A0}\u{e9}e\u{301}\u{323}\u{1112}\u{1161}\u{11ab}한\u{212b}]{0,24}") {
            let words: Vec<&str> = text.split_whitespace().collect();
            let expected: String = words.join(" ").nfc().collect();
            let folded = folded(&text);
            prop_assert_eq!(folded.trim(), expected);
            let mut ranges = vec![0..folded.len() as u32; 1];
            unfold(&text, &mut ranges);
            prop_assert_eq!(ranges[0].clone(), 0..text.len() as u32);
        }
    }
}
