//! Korean letters.

/// Whether a character is a Korean syllable, or a letter of one.
pub fn is_hangul(c: char) -> bool {
    matches!(c, '\u{AC00}'..='\u{D7A3}' | '\u{1100}'..='\u{11FF}' | '\u{3131}'..='\u{318E}'
        | '\u{A960}'..='\u{A97C}' | '\u{D7B0}'..='\u{D7FB}')
}
