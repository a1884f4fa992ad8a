//! A block's words with their places, as the finders of people and figures read them.

use super::lexicon::LEXICON;

/// A word, a number or a sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'a> {
    /// The characters, without a possessive ending.
    pub text: &'a str,
    /// In lower case, where that is not as printed: most words need no room of their own.
    lower: Option<Box<str>>,
    /// Where it stands in the block's text, in bytes.
    pub start: usize,
    /// The end of that.
    pub end: usize,
    /// What it is.
    pub shape: Shape,
    /// Whether `’s` or `’` follows it.
    pub possessive: bool,
    /// Whether white space stands before it.
    pub spaced: bool,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A word that begins in upper case.
    Capital,
    /// Another word.
    Word,
    /// Digits, with commas or a decimal point in them.
    Number,
    /// Anything else: one character.
    Sign,
}

impl Token<'_> {
    /// In lower case, typographic apostrophes made plain, a final full stop off; nothing for a sign.
    pub fn lower(&self) -> &str {
        match &self.lower {
            Some(lower) => lower,
            None if self.shape == Shape::Sign => "",
            None => self.text,
        }
    }

    /// Whether it begins in upper case.
    pub fn is_capital(&self) -> bool {
        self.shape == Shape::Capital
    }

    /// Whether it is this sign.
    pub fn is(&self, sign: &str) -> bool {
        self.shape == Shape::Sign && self.text == sign
    }

    /// Whether it is all capitals, two or more: `NATO`, `U.S.`
    pub fn is_acronym(&self) -> bool {
        let letters = self.text.chars().filter(|c| c.is_alphabetic()).count();
        letters >= 2 && self.text.chars().all(|c| !c.is_lowercase()) && self.is_capital()
    }

    /// Whether it is an initial: `J.` or `K`.
    pub fn is_initial(&self) -> bool {
        let mut chars = self.text.chars();
        self.is_capital()
            && chars.next().is_some_and(char::is_uppercase)
            && matches!(chars.as_str(), "" | ".")
    }
}

/// Splits a block's text.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut at = 0;
    let mut spaced = true;
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() {
            spaced = true;
            at += c.len_utf8();
            continue;
        }
        let (length, shape) = if c.is_ascii_digit() {
            (number_length(&text[at..]), Shape::Number)
        } else if c.is_alphabetic() {
            let shape = if c.is_uppercase() { Shape::Capital } else { Shape::Word };
            (word_length(&text[at..]), shape)
        } else {
            (c.len_utf8(), Shape::Sign)
        };
        let word = &text[at..at + length];
        let (word, possessive) = without_possessive(word, shape);
        let lower = (shape != Shape::Sign).then(|| lowered(word)).flatten();
        let end = at + word.len();
        tokens.push(Token { text: word, lower, start: at, end, shape, possessive, spaced });
        at += length;
        spaced = false;
    }
    tokens
}

/// A word in lower case, if that is another word.
fn lowered(word: &str) -> Option<Box<str>> {
    let is_so = |b: &u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    if word.as_bytes().iter().all(is_so) {
        return None;
    }
    let lower = word.trim_end_matches('.').to_lowercase().replace('’', "'");
    (lower != word).then(|| lower.into_boxed_str())
}

fn number_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let digit_follows = bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        match bytes[at] {
            b if b.is_ascii_digit() => at += 1,
            b',' | b'.' if digit_follows => at += 1,
            _ => break,
        }
    }
    at
}

/// Letters, digits and marks, and inside them hyphens, apostrophes and the stops of abbreviations.
fn word_length(text: &str) -> usize {
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    let mut last = ' ';
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        let joins = match c {
            '-' | '‐' | '‑' => next.is_some_and(char::is_alphanumeric),
            '’' | '\'' => next.is_some_and(char::is_alphabetic),
            '.' => ends_abbreviation(&text[..at], next),
            '/' | '&' => false,
            _ => c.is_alphanumeric() || is_mark(c),
        };
        if !joins {
            break;
        }
        end = at + c.len_utf8();
        last = c;
    }
    if end == 0 {
        text.chars().next().map_or(0, char::len_utf8)
    } else {
        end - usize::from(last == '-')
    }
}

/// A stop inside `U.S.` or after `J.`, `Mr.`, `Lt.`, `Gen.`.
fn ends_abbreviation(before: &str, next: Option<char>) -> bool {
    let part = before.rsplit(['.', '-']).next().unwrap_or_default();
    let single = part.chars().count() == 1 && part.starts_with(char::is_uppercase);
    let is_known = |word: &str| {
        LEXICON.posts.stopped.contains(word) || matches!(word, "st" | "jr" | "sr" | "no")
    };
    single || next.is_none_or(char::is_whitespace) && is_known(&before.to_lowercase())
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}')
}

fn without_possessive(word: &str, shape: Shape) -> (&str, bool) {
    if shape == Shape::Sign || shape == Shape::Number {
        return (word, false);
    }
    for ending in ["’s", "'s", "’S"] {
        if let Some(stem) = word.strip_suffix(ending)
            && !stem.is_empty()
        {
            return (stem, true);
        }
    }
    (word, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_hyphens_and_abbreviations() {
        let shown: Vec<_> =
            tokens("Lt. Gen. Yoon Soon-gu’s U.S. visit, US$2.16 billion; the 14th.")
                .iter()
                .map(|t| t.text)
                .collect();
        assert_eq!(
            shown,
            [
                "Lt.", "Gen.", "Yoon", "Soon-gu", "U.S.", "visit", ",", "US", "$", "2.16",
                "billion", ";", "the", "14", "th", "."
            ]
        );
    }

    #[test]
    fn shapes_and_places_are_known() {
        let text = "Daniel K. Akaka’s 3,000 jobs";
        let tokens = tokens(text);
        assert!(tokens[1].is_initial() && tokens[2].possessive && tokens[0].is_capital());
        assert_eq!(tokens[3].shape, Shape::Number);
        assert!(tokens.iter().all(|t| &text[t.start..t.end] == t.text));
    }
}
