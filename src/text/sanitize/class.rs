//! What a character means to a terminal: the tables behind the rules of `scrub`.
//! Ranges follow the Unicode Character Database; where it has thousands of entries, blocks.

use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

/// What is done with a character, before its neighbours are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Stays.
    Plain,
    /// White space inside a line, folded.
    Space,
    /// The end of a line in the source, folded.
    LineBreak,
    /// The end of a paragraph.
    ParagraphBreak,
    /// Shown as another character.
    Shown(char),
    /// Invisible: removed.
    Dropped,
    /// Zero-width joiner or non-joiner: stays where a script needs it.
    Joiner,
    /// Variation selector: stays after a base that can take it.
    Selector,
    /// Continues the cluster before it.
    Extender,
    /// A conjoining Hangul letter.
    Jamo(Jamo),
    /// A sign that wraps the digits or letter after it into its cluster.
    Prefix,
}

/// The place of a conjoining letter in its syllable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Jamo {
    Leading,
    Later,
}

const REPLACEMENT: char = '\u{FFFD}';

/// The class of any character.
#[inline]
pub(super) fn class(c: char) -> Class {
    match c {
        ' ' | '\t' => Class::Space,
        '\n'..='\r' | '\u{85}' => Class::LineBreak,
        '\0'..='\u{1F}' => Class::Shown(char::from_u32(0x2400 + c as u32).unwrap_or(REPLACEMENT)),
        '\u{7F}' => Class::Shown('\u{2421}'),
        '\u{80}'..='\u{9F}' => Class::Shown(REPLACEMENT),
        '\u{AD}' => Class::Dropped,
        // The bulk of the texts met: Latin, Cyrillic, kana, ideographs, Hangul syllables.
        '!'..='\u{2FF}'
        | '\u{370}'..='\u{482}'
        | '\u{48A}'..='\u{590}'
        | '\u{3041}'..='\u{3096}'
        | '\u{309B}'..='\u{3163}'
        | '\u{3165}'..='\u{A66E}'
        | '\u{AC00}'..='\u{D7A3}' => Class::Plain,
        _ => rarer(c),
    }
}

fn rarer(c: char) -> Class {
    match c {
        '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200A}' | '\u{205F}' => Class::Space,
        '\u{2028}' => Class::LineBreak,
        '\u{2029}' => Class::ParagraphBreak,
        '\u{200C}' | '\u{200D}' => Class::Joiner,
        '\u{FE00}'..='\u{FE0F}'
        | '\u{E0100}'..='\u{E01EF}'
        | '\u{180B}'..='\u{180D}'
        | '\u{180F}' => Class::Selector,
        _ if is_invisible(c) => Class::Dropped,
        _ if is_private_or_no_character(c) => Class::Shown(REPLACEMENT),
        '\u{1100}'..='\u{115E}' | '\u{A960}'..='\u{A97C}' => Class::Jamo(Jamo::Leading),
        '\u{1161}'..='\u{11FF}' | '\u{D7B0}'..='\u{D7FB}' => Class::Jamo(Jamo::Later),
        _ if is_prefix(c) => Class::Prefix,
        _ if is_extender(c) => Class::Extender,
        _ => Class::Plain,
    }
}

/// Whether a character shows nothing by itself, so that texts with and without it read alike.
pub(in crate::text) fn is_ignorable(c: char) -> bool {
    matches!(class(c), Class::Dropped | Class::Joiner | Class::Selector)
}

/// Default-ignorable and other characters that show nothing: bidi controls, zero-width and
/// soft-hyphen tricks, fillers, tags, annotation anchors, formats of notations.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}'
        | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}' | '\u{13430}'..='\u{1343F}'
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E00FF}' | '\u{E01F0}'..='\u{E0FFF}')
}

fn is_private_or_no_character(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{FDD0}'..='\u{FDEF}' | '\u{F0000}'..)
        || c as u32 & 0xFFFE == 0xFFFE
}

/// `Grapheme_Cluster_Break=Prepend`.
fn is_prefix(c: char) -> bool {
    matches!(c,
        '\u{600}'..='\u{605}' | '\u{6DD}' | '\u{70F}' | '\u{890}' | '\u{891}' | '\u{8E2}'
        | '\u{D4E}' | '\u{110BD}' | '\u{110CD}' | '\u{111C2}' | '\u{111C3}' | '\u{113D1}'
        | '\u{1193F}' | '\u{11941}' | '\u{11A3A}' | '\u{11A84}'..='\u{11A89}' | '\u{11D46}'
        | '\u{11F02}')
}

/// Whether a prefix stays before `c`: there has to be something, and it has to stay itself.
pub(super) fn takes_prefix(c: char) -> bool {
    c.is_alphanumeric() && matches!(class(c), Class::Plain | Class::Extender | Class::Jamo(_))
}

/// Combining marks, and the few other characters that join the cluster before them: skin
/// tones, half-width voicing marks, and the Thai and Lao vowels written after their consonant.
fn is_extender(c: char) -> bool {
    matches!(c, '\u{E33}' | '\u{EB3}' | '\u{FF9E}' | '\u{FF9F}' | '\u{1F3FB}'..='\u{1F3FF}')
        || is_combining_mark(c)
}

/// A sign that stacks the consonants around it (combining class 9).
pub(super) fn is_virama(c: char) -> bool {
    canonical_combining_class(c) == 9
}

/// `Extended_Pictographic`, to the block where the blocks are full of it.
pub(super) fn is_pictograph(c: char) -> bool {
    matches!(c,
        '©' | '®' | '‼' | '⁉' | '™' | 'ℹ' | '↔'..='↙' | '↩' | '↪' | '⌚' | '⌛' | '⌨' | '⏏'
        | '⏩'..='⏳' | '⏸'..='⏺' | 'Ⓜ' | '▪' | '▫' | '▶' | '◀' | '◻'..='◾' | '☀'..='✒'
        | '✔' | '✖' | '✝' | '✡' | '✨' | '✳' | '✴' | '❄' | '❇' | '❌' | '❎' | '❓'..='❕' | '❗'
        | '❣'..='❧' | '➕'..='➗' | '➡' | '➰' | '➿' | '⤴' | '⤵' | '⬅'..='⬇' | '⬛' | '⬜' | '⭐'
        | '⭕' | '〰' | '〽' | '㊗' | '㊙' | '\u{1F000}'..='\u{1F0FF}' | '\u{1F10D}'..='\u{1F1E5}'
        | '\u{1F201}'..='\u{1F3FA}' | '\u{1F400}'..='\u{1FAFF}')
}

/// Whether a joiner may follow: a pictograph, or what makes one of it.
pub(super) fn ends_pictograph(c: char) -> bool {
    is_pictograph(c) || matches!(c, '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}')
}

/// Letters and marks of cursive scripts, whose shapes joiners choose: Arabic, Syriac, `NKo`,
/// Mongolian, Adlam.
pub(super) fn is_cursive(c: char) -> bool {
    matches!(c,
        '\u{620}'..='\u{65F}' | '\u{66E}'..='\u{6DC}' | '\u{6DF}'..='\u{6EF}'
        | '\u{6FA}'..='\u{6FF}' | '\u{710}'..='\u{77F}' | '\u{7CA}'..='\u{7F5}'
        | '\u{860}'..='\u{86A}' | '\u{870}'..='\u{88E}' | '\u{898}'..='\u{8E1}'
        | '\u{8E3}'..='\u{8FF}' | '\u{1820}'..='\u{18AA}' | '\u{1E900}'..='\u{1E94B}')
}

/// Letters and marks of the scripts that stack consonants.
pub(super) fn is_indic(c: char) -> bool {
    matches!(c,
        '\u{900}'..='\u{DFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17D3}'
        | '\u{1A20}'..='\u{1AAF}' | '\u{1B00}'..='\u{1BFF}' | '\u{1C00}'..='\u{1C4F}'
        | '\u{A800}'..='\u{A82F}' | '\u{A880}'..='\u{A8DF}' | '\u{A980}'..='\u{A9DF}'
        | '\u{ABC0}'..='\u{ABFF}' | '\u{11000}'..='\u{1174F}')
}

/// Whether `selector` asks for a form that `base` may have (UTS #51 and the lists of
/// standardised and ideographic variation sequences, to the block).
pub(super) fn takes_selector(base: char, selector: char) -> bool {
    let ideograph = matches!(base, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFD}');
    match selector {
        '\u{FE0E}' | '\u{FE0F}' => is_pictograph(base) || matches!(base, '#' | '*' | '0'..='9'),
        '\u{FE00}'..='\u{FE02}' => {
            ideograph
                || matches!(base, '0' | '\u{2205}'..='\u{22FF}' | '\u{2A00}'..='\u{2AFF}'
                    | '\u{3001}' | '\u{3002}' | '\u{FF01}'..='\u{FF1F}' | '\u{1000}'..='\u{109F}'
                    | '‘'..='”' | '\u{A840}'..='\u{A877}')
        }
        '\u{180B}'..='\u{180F}' => matches!(base, '\u{1820}'..='\u{18AA}'),
        '\u{E0100}'.. => ideograph,
        _ => false,
    }
}
