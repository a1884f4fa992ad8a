//! Text for terminals that know ASCII alone: what stands in place of our own signs, and of letters.

use unicode_normalization::UnicodeNormalization;

/// What a terminal can show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Signs {
    /// Everything.
    #[default]
    Unicode,
    /// Letters of any script, but our own signs are to be ASCII.
    Ascii,
    /// ASCII alone: letters of the text are replaced as well.
    AsciiOnly,
}

/// Our own signs and what stands for them, each one column wide.
const OWN: [(char, char); 31] = [
    ('▌', '>'),
    ('▏', '|'),
    ('▸', '+'),
    ('▾', '-'),
    ('─', '-'),
    ('│', '|'),
    ('┬', '+'),
    ('┴', '+'),
    ('┼', '+'),
    ('┌', '+'),
    ('┐', '+'),
    ('└', '+'),
    ('┘', '+'),
    ('✓', 'v'),
    ('✎', 'e'),
    ('✗', 'x'),
    ('●', '*'),
    ('○', 'o'),
    ('⚑', 'B'),
    ('█', '#'),
    ('░', '.'),
    // These may stand in a text as well, where they stay.
    ('•', '*'),
    ('·', '|'),
    ('→', '>'),
    ('←', '<'),
    ('↑', '^'),
    ('↓', 'v'),
    ('…', '~'),
    ('−', '-'),
    ('–', '-'),
    ('\u{a0}', ' '),
];

/// Signs of texts that have a form in ASCII.
const OF_TEXTS: [(char, char); 14] = [
    ('‘', '\''),
    ('’', '\''),
    ('‚', '\''),
    ('“', '"'),
    ('”', '"'),
    ('„', '"'),
    ('«', '"'),
    ('»', '"'),
    ('—', '-'),
    ('‑', '-'),
    ('°', 'o'),
    ('×', 'x'),
    ('¶', 'P'),
    ('§', 'S'),
];

/// Words of ours with every sign in ASCII; letters stay.
pub fn signs(words: &str) -> String {
    words.chars().map(|c| own(c).unwrap_or(c)).collect()
}

/// What stands for a character of any text: a sign's form in ASCII, a letter without its marks, or
/// else a question mark.
pub fn letter(cluster: &str) -> char {
    let Some(first) = cluster.chars().next() else { return ' ' };
    let of_text = || OF_TEXTS.iter().find(|(sign, _)| *sign == first).map(|(_, ascii)| *ascii);
    let bare = || first.nfd().next().filter(char::is_ascii);
    own(first).or_else(of_text).or_else(bare).unwrap_or('?')
}

fn own(c: char) -> Option<char> {
    if c.is_ascii() {
        return None;
    }
    OWN.iter().find(|(sign, _)| *sign == c).map(|(_, ascii)| *ascii)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width::cells;

    #[test]
    fn every_sign_and_what_stands_for_it_is_one_column_wide() {
        for (sign, ascii) in OWN.into_iter().chain(OF_TEXTS) {
            assert!(ascii.is_ascii_graphic() || ascii == ' ', "{sign}");
            assert_eq!(cells(&sign.to_string()), 1, "{sign}");
        }
    }

    #[test]
    fn our_own_words_keep_their_letters() {
        assert_eq!(signs("▾ 2.1 · 참석자 → é…"), "- 2.1 | 참석자 > é~");
    }

    #[test]
    fn letters_lose_their_marks_or_are_asked_about() {
        for (cluster, shown) in
            [("é", 'e'), ("e\u{301}", 'e'), ("한", '?'), ("’", '\''), ("─", '-')]
        {
            assert_eq!(letter(cluster), shown, "{cluster}");
        }
    }
}
