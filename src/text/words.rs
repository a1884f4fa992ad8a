//! Words as a person selects and counts them: what stands between spaces, without the punctuation
//! around it. Scripts that put no space between words are divided by UAX #29.
//!
//! A word keeps what belongs to it: `US$2.16`, `5%`, `Soon-gu`, `10:00`, `www.example.org`. Everything
//! here looks only at the surroundings of a place, so that a step costs the same in any text.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::Clean;

/// Bytes of a stretch without a space that are looked at from one of its places.
const FARTHEST: usize = 4_096;

/// The first word that ends after a byte.
pub fn at_or_after(text: &Clean<'_>, byte: usize) -> Option<Range<usize>> {
    let text = text.as_str();
    let mut from = text.floor_char_boundary(byte);
    while from < text.len() {
        let stretch = stretch(text, from);
        let ends = stretch.end.max(from + 1);
        if let Some(word) = in_stretch(text, stretch).into_iter().find(|word| word.end > byte) {
            return Some(word);
        }
        from = text.ceil_char_boundary(ends);
        let space = text[from..].find(|c| !is_apart(c))?;
        from += space;
    }
    None
}

/// The last word that begins at a byte or before it.
pub fn at_or_before(text: &Clean<'_>, byte: usize) -> Option<Range<usize>> {
    let text = text.as_str();
    let mut from = text.floor_char_boundary(byte);
    loop {
        let stretch = stretch(text, from);
        let begins = stretch.start.min(from);
        let words = in_stretch(text, stretch);
        if let Some(word) = words.into_iter().rev().find(|word| word.start <= byte) {
            return Some(word);
        }
        from = text[..begins].rfind(|c| !is_apart(c))?;
    }
}

/// How many words there are.
pub fn count(text: &Clean<'_>) -> usize {
    let text = text.as_str();
    let (mut count, mut at) = (0, 0);
    // A stretch is divided once, however long it is and however many words it has.
    while let Some(space) = text[at..].find(|c| !is_apart(c)) {
        let start = at + space;
        let end = text[start..].find(is_apart).map_or(text.len(), |length| start + length);
        count += in_stretch(text, start..end).len();
        at = end;
    }
    count
}

/// Whether a character stands between words and never within one.
fn is_apart(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{3000}'..='\u{3003}' | '「' | '」' | '『' | '』' | '・' | '，')
}

/// What stands around a byte without a space, as far as it is looked at.
fn stretch(text: &str, byte: usize) -> Range<usize> {
    let first = text.ceil_char_boundary(byte.saturating_sub(FARTHEST));
    let last = text.floor_char_boundary((byte + FARTHEST).min(text.len()));
    let before = text[first..byte].char_indices().rev().find(|(_, c)| is_apart(*c));
    let start = before.map_or(first, |(at, c)| first + at + c.len_utf8());
    let end = text[byte..last].find(is_apart).map_or(last, |at| byte + at);
    start..end
}

/// What a piece between two word boundaries is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece {
    /// Letters or digits.
    Letters,
    /// Joins the letters on its two sides.
    Joint,
    /// Belongs to the letters beside it.
    Sign,
    /// Stands between words.
    Apart,
}

fn piece(text: &str) -> Piece {
    let mut chars = text.chars();
    if text.contains(char::is_alphanumeric) {
        return Piece::Letters;
    }
    if chars.clone().all(is_joint) {
        return Piece::Joint;
    }
    if chars.all(is_sign) { Piece::Sign } else { Piece::Apart }
}

fn is_joint(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}' | '\u{2011}' | '/' | '&' | '@' | '_' | '\'' | '’' | '.' | ':' | '='
    )
}

fn is_sign(c: char) -> bool {
    matches!(c, '$' | '%' | '‰' | '°' | '№' | '#' | '§' | '+' | '−' | '±' | '\u{A2}'..='\u{A5}')
        || matches!(c, '\u{20A0}'..='\u{20CF}' | '％' | '＄' | '￥' | '￦')
}

fn in_stretch(text: &str, stretch: Range<usize>) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    // The word being put together, whether it has letters, and what came last.
    let (mut open, mut has_letters, mut last): (Option<Range<usize>>, bool, Piece) =
        (None, false, Piece::Apart);
    let close = |open: &mut Option<Range<usize>>, has_letters: &mut bool, words: &mut Vec<_>| {
        if let Some(word) = open.take().filter(|_| *has_letters) {
            words.push(word);
        }
        *has_letters = false;
    };
    for (at, part) in text[stretch.clone()].split_word_bound_indices() {
        let (start, end) = (stretch.start + at, stretch.start + at + part.len());
        let kind = piece(part);
        match kind {
            Piece::Letters | Piece::Sign => {
                // Two runs of letters side by side are two words of a script without spaces.
                if kind == Piece::Letters && last == Piece::Letters || last == Piece::Apart {
                    close(&mut open, &mut has_letters, &mut words);
                }
                open.get_or_insert(start..end).end = end;
                has_letters |= kind == Piece::Letters;
            }
            Piece::Joint => {}
            Piece::Apart => close(&mut open, &mut has_letters, &mut words),
        }
        last = kind;
    }
    close(&mut open, &mut has_letters, &mut words);
    words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn all(text: &str) -> Vec<String> {
        let text = Clean::from_str(text);
        let mut words = Vec::new();
        let mut at = 0;
        while let Some(word) = at_or_after(&text, at) {
            words.push(text[word.clone()].to_owned());
            at = word.end;
        }
        words
    }

    #[test]
    fn words_without_spaces_are_counted_in_the_time_of_their_length() {
        let text = "a.b,".repeat(100_000);
        assert_eq!(count(&Clean::from_str(&text)), 100_000);
    }

    #[test]
    fn a_word_keeps_what_belongs_to_it_and_no_punctuation() {
        assert_eq!(
            all("“Yoon Soon-gu,” of R&D (US$2.16 billion; 5%) met at 10:00—U.S. side."),
            [
                "Yoon", "Soon-gu", "of", "R&D", "US$2.16", "billion", "5%", "met", "at", "10:00",
                "U.S", "side"
            ]
        );
        assert_eq!(
            all("www.mofa.go.kr/eng press@mofa.go.kr"),
            ["www.mofa.go.kr/eng", "press@mofa.go.kr"]
        );
        assert_eq!(all("— … ※ +"), Vec::<String>::new());
    }

    #[test]
    fn scripts_without_spaces_are_divided() {
        assert_eq!(all("제9차 한-카자흐스탄 회의"), ["제9차", "한-카자흐스탄", "회의"]);
        assert_eq!(all("東京で、会議"), ["東", "京", "で", "会", "議"]);
        assert_eq!(all("مجلس المدن، الواحات"), ["مجلس", "المدن", "الواحات"]);
    }

    proptest! {
        #[test]
        fn steps_back_are_the_steps_forward(text in "([a-z]{1,5}|[ ,.$%-]|[가한]{1,2}|[東京、]|\n){0,30}") {
            let text = Clean::from_str(&text);
            let mut forward = Vec::new();
            let mut at = 0;
            while let Some(word) = at_or_after(&text, at) {
                prop_assert!(word.start >= at && word.end > word.start);
                at = word.end;
                forward.push(word);
            }
            let mut back = Vec::new();
            let mut at = Some(text.len());
            while let Some(word) = at.and_then(|at| at_or_before(&text, at)) {
                at = word.start.checked_sub(1);
                back.push(word);
            }
            back.reverse();
            prop_assert_eq!(count(&text), forward.len());
            prop_assert_eq!(forward, back);
        }
    }
}
