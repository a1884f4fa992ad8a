//! Text made comparable, with the way back: [`quote`] is the rule by which a mention stands in
//! its block, [`search`] the rule by which a reader finds, [`Finder`] the search itself.

mod find;
mod letters;
mod map;

pub use find::{FindError, Finder, Mode};
pub use map::Folded;

use letters::{Rule, continues, fold_unit};
use map::Builder;

/// Whether capital and small letters differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// `a` is `A`.
    Ignore,
    /// `a` is not `A`.
    Keep,
}

/// The text in Unicode's normal form C, each run of white space (line breaks and no-break
/// spaces too) one space, none at the ends.
pub fn quote(source: &str) -> Folded {
    fold(source, Rule::Quote)
}

/// The text as a reader would type it to find it: without accents, vowel points, wide or
/// half-width forms, typographic quotes and dashes, and invisible characters; white space as in
/// [`quote`]. Hangul syllables stay whole and kana keep their voicing.
pub fn search(source: &str, case: Case) -> Folded {
    fold(source, Rule::Search(case))
}

fn fold(source: &str, rule: Rule) -> Folded {
    let mut folded = Builder::new(source, rule == Rule::Search(Case::Ignore));
    let mut at = solid_end(source, 0, rule);
    while let Some(c) = source[at..].chars().next() {
        if is_space(c) {
            at = solid_end(source, fold_space(&mut folded, at, rule), rule);
            continue;
        }
        let after = at + c.len_utf8();
        if rule.drops(c) {
            folded.replace(at..after, "");
            at = after;
            continue;
        }
        let end = unit_end(source, after, rule);
        if end > after || !rule.keeps(c) {
            fold_unit(&mut folded, at..end, rule);
        }
        at = solid_end(source, end, rule);
    }
    folded.finish()
}

/// Where the characters kept as they are end: before the last of them that marks or more white
/// space may follow, or at the end of the text. Nearly all of most texts is passed over here.
fn solid_end(source: &str, start: usize, rule: Rule) -> usize {
    let bytes = source.as_bytes();
    let (mut at, mut last) = (start, start);
    while let Some(&byte) = bytes.get(at) {
        let len = match byte {
            b'!'..=b'~' => 1,
            b' ' if at > start && bytes[last] != b' ' => 1,
            0x80.. => match source[at..].chars().next() {
                Some(c) if rule.keeps(c) => c.len_utf8(),
                _ => return last,
            },
            _ => return last,
        };
        last = at;
        at += len;
    }
    if bytes[start..].ends_with(b" ") { last } else { at }
}

/// Where the marks of a character end; what the rule ignores does not hide one.
#[inline]
fn unit_end(source: &str, after: usize, rule: Rule) -> usize {
    let mut end = after;
    loop {
        let rest = source[end..].trim_start_matches(|c| rule.ignores(c));
        if !rest.starts_with(continues) {
            return end;
        }
        end = source.len() - rest.trim_start_matches(continues).len();
    }
}

/// Folds a run of white space, with what the rule drops in it; returns where it ends.
fn fold_space(folded: &mut Builder<'_>, at: usize, rule: Rule) -> usize {
    let rest = &folded.source()[at..];
    let run = rest.trim_start_matches(|c| is_space(c) || rule.drops(c));
    let end = at + rest.len() - run.len();
    let at_an_end = run.is_empty() || folded.is_empty_before(at);
    folded.replace(at..end, if at_an_end { "" } else { " " });
    end
}

#[inline]
fn is_space(c: char) -> bool {
    c.is_whitespace()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn loosely(source: &str) -> String {
        search(source, Case::Ignore).text
    }

    #[test]
    fn a_quote_is_found_however_it_was_typed_and_laid_out() {
        assert_eq!(quote("  March\u{A0}6,\n  2019 ").text, "March 6, 2019");
        assert_eq!(quote("e\u{301}t\u{E9}").text, "été");
        assert_eq!(quote("\u{1112}\u{1161}\u{11AB}국").text, "한국");
        assert_eq!(quote("Ａ’s “x”").text, "Ａ’s “x”");
    }

    #[test]
    fn search_is_blind_to_what_nobody_types() {
        for (source, folded) in [
            ("Économie — L’ÉTÉ", "economie - l'ete"),
            ("“quoted” «text» ‘so’", "\"quoted\" \"text\" 'so'"),
            ("Ａ１（株）", "a1(株)"),
            ("ｶﾞｲﾑｼｮｳ", "ガイムショウ"),
            ("か\u{3099}", "が"),
            ("\u{1112}\u{1161}\u{11AB}국", "한국"),
            ("co\u{AD}oper\u{200B}ate \u{200B} so", "cooperate so"),
            ("مُحَمَّد", "محمد"),
            ("שָׁלוֹם", "שלום"),
            ("한·중ㆍ일・미", "한·중·일·미"),
            ("Straße ΟΔΟΣ Łódź", "strasse οδοσ lodz"),
            ("ﬁrst… 5㎞", "first... 5km"),
            ("ㅋㅋ ¨", "ㅋㅋ ¨"),
        ] {
            assert_eq!(loosely(source), folded, "{source}");
        }
        assert_eq!(search("É a", Case::Keep).text, "E a");
    }

    #[test]
    fn a_place_leads_back_to_whole_characters() {
        let source = "«É»\u{A0} ﬁn";
        let folded = search(source, Case::Ignore);
        assert_eq!(folded.text, "\"e\" fin");
        assert_eq!(&source[folded.source_range(1..2)], "É");
        assert_eq!(&source[folded.source_range(3..4)], "\u{A0} ");
        assert_eq!(&source[folded.source_range(5..6)], "ﬁ");
        assert_eq!(&source[folded.source_range(4..7)], "ﬁn");
        assert_eq!(folded.source_range(0..7), 0..source.len());
    }

    #[test]
    fn what_does_not_change_needs_no_map() {
        assert!(search("Plain TEXT, 한국어와 日本語", Case::Ignore).is_identity());
        assert!(quote("Économie — “2019”").is_identity());
        assert!(!quote(" a").is_identity());
    }

    proptest! {
        #[test]
        fn folding_again_changes_nothing(source in SOURCES) {
            for rule in [Rule::Quote, Rule::Search(Case::Ignore), Rule::Search(Case::Keep)] {
                let once = fold(&source, rule).text;
                prop_assert_eq!(&fold(&once, rule).text, &once, "{:?}", rule);
            }
        }

        #[test]
        fn a_quote_is_normal_form_c_with_single_spaces(source in SOURCES) {
            let normal: String = source.nfc().collect();
            let words: Vec<&str> = normal.split_whitespace().collect();
            prop_assert_eq!(quote(&source).text, words.join(" "));
        }

        #[test]
        fn a_text_is_found_whatever_its_normal_form(source in SOURCES) {
            let (composed, apart): (String, String) = (source.nfc().collect(), source.nfd().collect());
            prop_assert_eq!(loosely(&composed), loosely(&apart));
        }

        #[test]
        fn every_range_leads_back_to_characters(source in SOURCES) {
            let folded = search(&source, Case::Ignore);
            let places: Vec<usize> =
                folded.text.char_indices().map(|(at, _)| at).chain([folded.text.len()]).collect();
            let mut last = 0;
            for pair in places.windows(2) {
                let range = folded.source_range(pair[0]..pair[1]);
                prop_assert!(range.start < range.end, "{:?}", range);
                prop_assert!(last <= range.start);
                last = range.start;
                let part = source.get(range);
                prop_assert!(part.is_some_and(|part| !part.trim().is_empty()
                    || &folded.text[pair[0]..pair[1]] == " "));
            }
        }
    }

    const SOURCES: &str = "([a-zA-Z]{1,3}|[ \n\u{A0}\u{3000}]|[éÉßøΣςİйЁ가힣がカ日]|[\u{301}\u{308}\u{3099}\u{64E}\u{5B4}]|\
        [\u{1112}\u{1161}\u{11AB}\u{1100}]|[“’—…·ㆍﬁ㎞①Ａｶﾞﾟ½´㈜]|[\u{200B}\u{AD}\u{200D}\u{FE0F}]|.){0,16}";
}
