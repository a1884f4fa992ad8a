//! What becomes of a character, with the marks on it, under each rule.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use super::Case;
use super::map::Builder;
use crate::text::sanitize::is_ignorable;

/// What counts as equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    Quote,
    Search(Case),
}

impl Rule {
    /// Whether a character without marks is surely its own folded form; the bulk of most texts.
    #[inline]
    pub(super) fn keeps(self, c: char) -> bool {
        match c {
            '!'..='~'
            | '\u{AC00}'..='\u{D7A3}'
            | '\u{3400}'..='\u{4DBF}'
            | '\u{4E00}'..='\u{9FFF}'
            | '\u{3041}'..='\u{3096}'
            | '\u{30A1}'..='\u{30FA}'
            | '\u{3131}'..='\u{3163}'
            | 'а'..='и'
            | 'к'..='я' => true,
            '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' | 'А'..='Я' | 'й' | '‐'..='…' => {
                self == Rule::Quote
            }
            _ => false,
        }
    }

    /// Whether a character counts for nothing where a letter could stand.
    #[inline]
    pub(super) fn drops(self, c: char) -> bool {
        self != Rule::Quote && !surely_counts(c) && is_nothing(c)
    }

    /// Whether a character counts for nothing anywhere.
    #[inline]
    pub(super) fn ignores(self, c: char) -> bool {
        self != Rule::Quote && !surely_counts(c) && is_ignorable(c)
    }
}

/// An early answer for most characters, before the large tables are asked.
#[inline]
fn surely_counts(c: char) -> bool {
    c.is_ascii() || Rule::Quote.keeps(c)
}

/// Whether a character belongs to the one before it.
#[inline]
pub(super) fn continues(c: char) -> bool {
    match c {
        '\0'..='\u{2FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' => false,
        '\u{1161}'..='\u{11FF}'
        | '\u{D7B0}'..='\u{D7FB}'
        | '\u{FF9E}'
        | '\u{FF9F}'
        | '\u{FFC2}'..='\u{FFDC}' => true,
        _ => is_combining_mark(c),
    }
}

/// Folds a character with its marks, as one: neither of its parts is found without the other.
pub(super) fn fold_unit(folded: &mut Builder<'_>, part: Range<usize>, rule: Rule) {
    let unit = &folded.source()[part.clone()];
    if let Some(one) = frequent(unit, rule) {
        folded.replace(part, one.encode_utf8(&mut [0; 4]));
        return;
    }
    let text: String = match rule {
        Rule::Quote => unit.nfc().collect(),
        Rule::Search(case) => search_unit(unit, case),
    };
    folded.replace(part, &text);
}

/// The folded form of the single characters met most, without a look at the large tables.
fn frequent(unit: &str, rule: Rule) -> Option<char> {
    // The base letters of U+00C0 to U+00FF, where there is one.
    const LATIN: &[u8; 64] = b"AAAAAA.CEEEEIIII.NOOOOO..UUUUY..aaaaaa.ceeeeiiii.nooooo..uuuuy.y";
    let Rule::Search(case) = rule else { return None };
    let mut chars = unit.chars();
    let (c, None) = (chars.next()?, chars.next()) else { return None };
    let base = match c {
        'À'..='ÿ' => char::from(LATIN[c as usize - 'À' as usize]),
        'А'..='И' | 'К'..='Я' if case == Case::Keep => c,
        'А'..='И' | 'К'..='Я' => char::from_u32(c as u32 + 0x20)?,
        '\u{2010}'..='\u{201F}' => return same_sign(c)?.chars().next(),
        _ => return None,
    };
    (base != '.').then(|| if case == Case::Ignore { base.to_ascii_lowercase() } else { base })
}

fn search_unit(unit: &str, case: Case) -> String {
    let mut text = String::with_capacity(unit.len() + 4);
    for c in unit.chars() {
        push_plain(&mut text, c, case);
    }
    // What came apart into one character has nothing to be put together again from.
    if text.is_ascii() || text.chars().nth(1).is_none() { text } else { text.nfc().collect() }
}

/// Adds what remains of a character without its accents and its typography.
fn push_plain(text: &mut String, c: char, case: Case) {
    if is_nothing(c) {
        return;
    }
    if same_sign(c).is_some() {
        return push_cased(text, c, case);
    }
    let start = text.len();
    let mut spacing = false;
    decompose_compatible(c, |part| {
        // A spacing accent comes apart into a space and an accent; it is neither.
        spacing |= part == ' ' && text.len() == start;
        if !is_accent(part) && !spacing {
            push_cased(text, part, case);
        }
    });
    if spacing {
        push_cased(text, c, case);
    }
}

fn is_nothing(c: char) -> bool {
    is_ignorable(c) || is_accent(c)
}

fn push_cased(text: &mut String, c: char, case: Case) {
    if c.is_ascii() {
        text.push(if case == Case::Ignore { c.to_ascii_lowercase() } else { c });
        return;
    }
    if let Some(same) = same_sign(c).or_else(|| plain_letter(c)) {
        let start = text.len();
        text.push_str(same);
        if case == Case::Ignore {
            text[start..].make_ascii_lowercase();
        }
        return;
    }
    if case == Case::Keep {
        text.push(c);
        return;
    }
    for lower in c.to_lowercase() {
        match lower {
            'ß' => text.push_str("ss"),
            'ς' => text.push('σ'),
            lower if is_accent(lower) => {}
            lower => text.push(lower),
        }
    }
}

/// Accents of Latin, Greek and Cyrillic, vowel points of Hebrew and Arabic; not the voicing
/// marks of kana nor the vowels of Indic scripts, which make another word.
fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20F0}' | '\u{FE20}'..='\u{FE2F}'
        | '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}' | '\u{5C2}' | '\u{5C4}' | '\u{5C5}' | '\u{5C7}'
        | '\u{610}'..='\u{61A}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}'
        | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E4}' | '\u{6E7}' | '\u{6E8}' | '\u{6EA}'..='\u{6ED}'
        | '\u{FE71}' | '\u{FE77}' | '\u{FE79}' | '\u{FE7B}' | '\u{FE7D}' | '\u{FE7F}')
}

/// Signs for which people type another one.
fn same_sign(c: char) -> Option<&'static str> {
    Some(match c {
        '‘'..='‛' | '′' | '‵' | '‹' | '›' | 'ʼ' | 'ʹ' | '´' => "'",
        '“'..='‟' | '″' | '«' | '»' | '〝'..='〟' | '＂' => "\"",
        '‐'..='―' | '−' | '⁃' | '﹘' => "-",
        '⁄' | '∕' => "/",
        '〜' | '∼' | '～' | '˜' => "~",
        '·' | '‧' | 'ㆍ' | '・' | '･' | '⋅' | '•' => "·",
        _ => return None,
    })
}

/// Letters with a stroke and joined letters, which Unicode does not take apart.
fn plain_letter(c: char) -> Option<&'static str> {
    Some(match c {
        'ø' => "o",
        'Ø' => "O",
        'ł' => "l",
        'Ł' => "L",
        'đ' => "d",
        'Đ' => "D",
        'ħ' => "h",
        'Ħ' => "H",
        'ŧ' => "t",
        'Ŧ' => "T",
        'æ' => "ae",
        'Æ' => "AE",
        'œ' => "oe",
        'Œ' => "OE",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_frequent_fold_as_the_tables_say() {
        for case in [Case::Ignore, Case::Keep] {
            for c in '\0'..=char::MAX {
                let unit = c.to_string();
                if let Some(one) = frequent(&unit, Rule::Search(case)) {
                    assert_eq!(one.to_string(), search_unit(&unit, case), "{c}");
                }
            }
        }
    }

    #[test]
    fn what_is_kept_is_what_the_tables_say() {
        for c in ('\0'..=char::MAX).filter(|c| !c.is_ascii()) {
            let unit = c.to_string();
            if Rule::Search(Case::Ignore).keeps(c) {
                assert!(
                    matches!(c, '\u{3131}'..='\u{3163}')
                        || search_unit(&unit, Case::Ignore) == unit
                );
            }
            if Rule::Quote.keeps(c) {
                assert_eq!(unit.nfc().collect::<String>(), unit);
                assert!(!is_nothing(c), "{c:?}");
            }
        }
    }
}
