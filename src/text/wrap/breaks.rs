//! Where lines may end. The segmenter knows all of UAX #14; words of letters between single
//! spaces, most of most texts, are told apart here, many times faster and to the same places.

use crate::text::hangul::is_hangul;
use std::borrow::Cow;

use icu_segmenter::iterators::LineBreakIterator;
use icu_segmenter::options::{LineBreakOptions, LineBreakWordOption};
use icu_segmenter::scaffold::Utf8;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};
use unicode_normalization::char::is_combining_mark;

static CUSTOMARY: LineSegmenterBorrowed<'static> =
    LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());

/// For text with Hangul: Korean breaks at spaces, not between syllables. Japanese and Chinese
/// must not be read so, or a paragraph would be one word.
static WORDS_WHOLE: LineSegmenterBorrowed<'static> = {
    let mut options = LineBreakOptions::default();
    options.word_option = Some(LineBreakWordOption::KeepAll);
    LineSegmenter::new_for_non_complex_scripts(options)
};

/// The places where lines may end, asked for in rising order.
pub(super) struct Breaks<'a> {
    text: &'a str,
    korean: bool,
    /// Where the next word begins; a line may end before it.
    word: usize,
    /// A stretch given to the segmenter: where it begins, and its places.
    stretch: Option<(usize, LineBreakIterator<'static, 'a, Utf8>)>,
    next: usize,
}

impl<'a> Breaks<'a> {
    pub(super) fn of(text: &'a str) -> Breaks<'a> {
        let korean = !text.is_ascii() && text.chars().any(is_hangul);
        Breaks { text, korean, word: 0, stretch: None, next: 0 }
    }

    /// Whether a line may end before `place`.
    #[inline]
    pub(super) fn at(&mut self, place: usize) -> bool {
        while self.next < place {
            self.next = self.advance();
        }
        self.next == place && !(self.korean && self.holds_particle(place))
    }

    /// The first place behind `place` where a line may end, or the end of the text.
    #[inline]
    pub(super) fn after(&mut self, place: usize) -> usize {
        while self.next <= place || (self.korean && self.holds_particle(self.next)) {
            self.next = self.advance();
        }
        self.next.min(self.text.len())
    }

    fn advance(&mut self) -> usize {
        loop {
            if let Some((start, places)) = &mut self.stretch {
                match places.next() {
                    Some(0) => continue,
                    Some(place) => return *start + place,
                    None => self.stretch = None,
                }
            }
            if self.word >= self.text.len() {
                return usize::MAX;
            }
            let start = self.word;
            let rest = &self.text[start..];
            if let Some(len) = plain_word(rest) {
                self.word += len;
                return self.word;
            }
            let len = next_plain_word(rest);
            self.word += len;
            self.stretch = Some((start, self.segmenter().segment_str(&rest[..len])));
        }
    }

    fn segmenter(&self) -> LineSegmenterBorrowed<'static> {
        if self.korean { WORDS_WHOLE } else { CUSTOMARY }
    }

    /// A Korean particle belongs to the word before it, also behind a bracket, a sign of
    /// measure or an abbreviation's point: `(案)을`, `50%를`, `6.에`.
    fn holds_particle(&self, place: usize) -> bool {
        let around = self.text.split_at_checked(place);
        around.is_some_and(|(before, after)| {
            after.starts_with(is_hangul) && before.ends_with(holds_on)
        })
    }
}

/// The length of a word of letters with the space after it, if another word follows.
fn plain_word(rest: &str) -> Option<usize> {
    let ascii = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let letters = rest.len() - rest[ascii..].trim_start_matches(is_letter).len();
    let marks = rest[letters..].bytes().take_while(|&byte| is_stop(byte)).count();
    let end = letters + marks;
    let next = rest[end..].strip_prefix(' ')?;
    (letters > 0 && next.starts_with(is_letter)).then_some(end + 1)
}

/// How far it is to a word before which a line may end whatever was before: a letter after a
/// single space after a letter or a stop (rule LB18; what could forbid it, LB14 to LB17, wants
/// an opening bracket or a quotation mark there).
fn next_plain_word(rest: &str) -> usize {
    let starts = |&space: &usize| {
        let before = &rest[..space];
        rest[space + 1..].starts_with(is_letter)
            && (before.ends_with(is_letter) || before.bytes().last().is_some_and(is_stop))
    };
    rest.match_indices(' ').map(|(space, _)| space).find(starts).map_or(rest.len(), |s| s + 1)
}

/// Letters and digits between which no line ends, in the rules asked for.
#[inline]
fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'Α'..='Ρ' | 'Σ'..='Ϊ' | 'ά'..='ώ'
            | 'Ѐ'..='ҁ' | '\u{AC00}'..='\u{D7A3}')
}

/// Signs before which no line ends, and after which one ends at a space only.
fn is_stop(byte: u8) -> bool {
    matches!(byte, b',' | b'.' | b';' | b':' | b'!' | b'?' | b')')
}

/// Thai, Lao, Khmer and Burmese need a dictionary to find words. Without one their letters are
/// ordinary letters (rule LB1); saying so here keeps the segmenter from looking for a dictionary
/// and complaining on stderr. Letters of the same length stand in, so places stay the same.
pub(super) fn without_dictionary_scripts(text: &str) -> Cow<'_, str> {
    let needs_words = |c: char| {
        matches!(c, '\u{E01}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
            | '\u{1950}'..='\u{19DF}' | '\u{1A20}'..='\u{1AAF}' | '\u{A9E0}'..='\u{A9FF}'
            | '\u{AA60}'..='\u{AADF}' | '\u{11700}'..='\u{1174F}')
            && (c.is_alphabetic() || is_combining_mark(c))
    };
    let stand_in = |c: char| match c.len_utf8() {
        _ if !needs_words(c) => c,
        3 => '\u{10D0}',
        _ => '\u{10280}',
    };
    if text.is_ascii() || !text.chars().any(needs_words) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(stand_in).collect())
}

fn holds_on(c: char) -> bool {
    matches!(
        c,
        ')' | ']'
            | '}'
            | '’'
            | '”'
            | '»'
            | '›'
            | '〉'
            | '》'
            | '」'
            | '』'
            | '】'
            | '〕'
            | '〗'
            | '〙'
            | '〛'
            | '〟'
            | '）'
            | '］'
            | '｝'
            | '｣'
            | '＞'
            | '"'
            | '\''
            | '%'
            | '％'
            | '‰'
            | '°'
            | '℃'
            | '℉'
            | '′'
            | '″'
            | '¢'
            | '.'
            | '…'
            | '!'
            | '?'
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(text: &str) -> Vec<usize> {
        let mut breaks = Breaks::of(text);
        std::iter::from_fn(|| Some(breaks.advance()).filter(|&place| place < text.len())).collect()
    }

    fn by_segmenter(text: &str) -> Vec<usize> {
        let places = Breaks::of(text).segmenter().segment_str(text);
        places.filter(|&place| 0 < place && place < text.len()).collect()
    }

    #[test]
    fn every_letter_and_stop_behaves_as_one() {
        for c in ('\0'..=char::MAX).filter(|&c| is_letter(c)) {
            for text in [format!("a{c}b {c}"), format!("{c}1가 {c}{c}"), format!("가, {c}가)")] {
                assert_eq!(found(&text), by_segmenter(&text), "{text:?}");
            }
        }
    }

    const PIECES: &str = concat!(
        r#"([a-z]{1,4}|[àж9]|[가힣]{1,2}|[ ]{1,2}| |[-–—/().,;:!?"'“”‘’«»%$€+\[\]{}…·、「」]"#,
        "|[日はー\u{301}\u{A0}👩🇰א]){0,24}",
    );

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn words_told_apart_here_are_the_segmenter_s(
            text in PIECES
        ) {
            prop_assert_eq!(found(&text), by_segmenter(&text), "{:?}", text);
        }

        #[test]
        fn stand_ins_for_dictionary_scripts_keep_the_places(text in "[กาไท่ຂမ်ខ្ញ១᧐a ๑.]{0,12}") {
            let plain = without_dictionary_scripts(&text);
            let lens = |text: &str| text.chars().map(char::len_utf8).collect::<Vec<_>>();
            prop_assert_eq!(lens(&plain), lens(&text));
        }
    }
}
