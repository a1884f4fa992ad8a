//! What becomes of a character, with the marks on it, under each rule.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

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
            '!'..='~' => c != '`' || self == Rule::Quote,
            '\u{AC00}'..='\u{D7A3}'
            | '\u{3400}'..='\u{4DBF}'
            | '\u{4E00}'..='\u{9FFF}'
            | '\u{3041}'..='\u{3096}'
            | '\u{30A1}'..='\u{30FA}'
            | '\u{3131}'..='\u{3163}'
            | 'а'..='и'
            | 'к'..='я' => true,
            '\u{A1}'..='\u{2FF}' | 'А'..='Я' | 'й' | '‐'..='…' => self == Rule::Quote,
            _ => false,
        }
    }

    /// Whether a character counts for nothing where a letter could stand.
    #[inline]
    pub(super) fn drops(self, c: char) -> bool {
        self.ignores(c) || !c.is_ascii() && self != Rule::Quote && is_accent(c)
    }

    /// Whether a character counts for nothing anywhere.
    #[inline]
    pub(super) fn ignores(self, c: char) -> bool {
        // No ASCII character, ideograph or syllable is: an early answer for most.
        !c.is_ascii() && self != Rule::Quote && !self.keeps(c) && is_ignorable(c)
    }
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
    let text: String = match rule {
        Rule::Quote => unit.nfc().collect(),
        Rule::Search(case) => search_unit(unit, case),
    };
    folded.replace(part, &text);
}

fn search_unit(unit: &str, case: Case) -> String {
    let mut plain = String::with_capacity(unit.len());
    for c in unit.chars() {
        if let Some(same) = same_sign(c) {
            plain.push_str(same);
            continue;
        }
        if is_ignorable(c) {
            continue;
        }
        let apart = plain.len();
        plain.extend([c].into_iter().nfkd().filter(|&c| !is_accent(c)));
        // A spacing accent comes apart into a space and an accent; it is neither.
        if plain[apart..].starts_with(' ') {
            plain.truncate(apart);
            plain.push(c);
        }
    }
    let mut lettered = String::with_capacity(plain.len());
    for c in plain.chars() {
        match (same_sign(c), plain_letter(c)) {
            (Some(same), _) | (None, Some(same)) => push_cased(&mut lettered, same, case),
            (None, None) => push_cased(&mut lettered, c.encode_utf8(&mut [0; 4]), case),
        }
    }
    lettered.nfc().collect()
}

fn push_cased(out: &mut String, text: &str, case: Case) {
    if case == Case::Keep {
        out.push_str(text);
        return;
    }
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'ß' => out.push_str("ss"),
            'ς' => out.push('σ'),
            c if is_accent(c) => {}
            c => out.push(c),
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
        '‘'..='‛' | '′' | '‵' | '‹' | '›' | 'ʼ' | 'ʹ' | '´' | '`' => "'",
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
